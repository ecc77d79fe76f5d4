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
        if !draft.begins_sentence(name) && is_code(draft.word(name)) {
            let known = aliases.entry(draft.word(name).to_owned()).or_default();
            if known.is_none() {
                *known = owner;
            }
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

/// The person in "… that was given to Mr Blake".
fn given_to(draft: &Draft, start: usize) -> Option<Range<usize>> {
    let given =
        (start..start + REACH).find(|at| matches!(draft.next_word(*at), "given" | "assigned" | "used"))?;
    (given..given + REACH).find_map(|at| person_at(draft, at))
}

/// The person in "Jane Roe, known as …".
fn person_before(draft: &Draft, at: usize) -> Option<Range<usize>> {
    let before = at.checked_sub(1)?;
    let last = if draft.word(before) == "," { before.checked_sub(1)? } else { before };
    person_at(draft, last)
}

fn person_at(draft: &Draft, at: usize) -> Option<Range<usize>> {
    draft.name_at(at).filter(|(kind, _)| *kind == EntityKind::Person).map(|(_, range)| range.clone())
}
