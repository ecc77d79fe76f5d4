//! Other names that the text itself gives to people: "NX121, the cypher given to Mr Blake".

use super::{EntityKind, draft::Draft};
use crate::english::names::{CALLED, CODE_NOUNS};
use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

/// How far after a name the person may be that it "was given to", in tokens.
const REACH: usize = 8;

/// Marks such names as people's throughout the article, and returns for each the range of the person's own name
/// where the text says whose it is.
pub(super) fn mark(draft: &mut Draft) -> HashMap<String, Option<Range<usize>>> {
    let mut aliases: HashMap<String, Option<Range<usize>>> = HashMap::new();
    for at in 0..draft.tokens.len() {
        let word = draft.word(at);
        let (name, owner) = if CODE_NOUNS.contains(word) {
            (at + 1, given_to(draft, at + 2))
        } else if CALLED.contains(word) {
            let name =
                (at + 1..at + 4).find(|next| !matches!(draft.next_word(*next), "only" | "as" | "by" | "the"));
            (name.unwrap_or(at + 1), person_before(draft, at))
        } else {
            continue;
        };
        if let Some((alias, owner)) =
            other_name(draft, name).filter(|_| CALLED.contains(word)).zip(owner.clone())
        {
            let surface = super::words_of_names::words(draft, &alias).join(" ");
            draft.mark(&alias, EntityKind::Person);
            aliases.entry(surface).or_insert(Some(owner));
        } else if !draft.begins_sentence(name) && is_code(draft.word(name)) {
            let known = aliases.entry(draft.word(name).to_owned()).or_default();
            if known.is_none() {
                *known = owner;
            }
        }
    }
    for (_, name) in draft.names() {
        if !aliases.is_empty() && aliases.contains_key(&super::words_of_names::words(draft, &name).join(" "))
        {
            draft.mark(&name, EntityKind::Person);
        }
    }
    let codes: HashSet<&String> = aliases.keys().collect();
    for at in 0..draft.tokens.len() {
        if !codes.is_empty() && codes.contains(&draft.word(at).to_owned()) {
            draft.mark(&(at..at + 1), EntityKind::Person);
        }
    }
    aliases
}

/// Capitals and digits, as no plain word has.
fn is_code(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && word.len() > 1
        && word.chars().all(|c| c.is_uppercase() || c.is_numeric())
        && word.contains(char::is_numeric)
}

/// The name at `at` that a tagger takes for something else, or the words with capitals there: "Kafu ka Moto" after
/// "popularly known as".
fn other_name(draft: &Draft, at: usize) -> Option<Range<usize>> {
    if draft.begins_sentence(at) || draft.word(at - 1) != "as" || !draft.is_capitalised(at) {
        return None;
    }
    let end = match draft.name_at(at) {
        Some((_, name)) => name.end,
        None => {
            (at..at + 3).take_while(|at| !draft.begins_sentence(*at) && draft.is_capitalised(*at)).last()? + 1
        }
    };
    let closes =
        matches!(draft.next_word(end), ")" | ",") && !draft.word(at).contains(|c: char| c.is_numeric());
    closes.then_some(at..end)
}

/// The person in "… that was given to Mr Blake".
fn given_to(draft: &Draft, start: usize) -> Option<Range<usize>> {
    let given =
        (start..start + REACH).find(|at| matches!(draft.next_word(*at), "given" | "assigned" | "used"))?;
    (given..given + REACH).find_map(|at| person_at(draft, at))
}

/// The person in "Jane Roe, known as …", "Jane Roe (popularly known as …)".
fn person_before(draft: &Draft, at: usize) -> Option<Range<usize>> {
    let mut last = at.checked_sub(1)?;
    for _ in 0..2 {
        let passed =
            matches!(draft.word(last), "," | "(" | "also" | "better" | "popularly" | "commonly" | "widely");
        last = if passed { last.checked_sub(1)? } else { last };
    }
    person_at(draft, last)
}

fn person_at(draft: &Draft, at: usize) -> Option<Range<usize>> {
    draft.name_at(at).filter(|(kind, _)| *kind == EntityKind::Person).map(|(_, range)| range.clone())
}
