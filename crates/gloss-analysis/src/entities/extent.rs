//! Where a name begins and ends, and which words alone are none, where the tagger is often wrong in one way.

use super::{EntityKind, draft::Draft, public_life};
use crate::english::{
    names::{BODIES, COUNTRIES, LATTER},
    organisations::CREEDS,
    titles,
};
use gloss_text::TokenKind;
use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

/// Marks what of a name that the tagger has found is one.
pub(super) fn mark(draft: &mut Draft, mut kind: EntityKind, found: &Range<usize>) {
    let mut range = found.clone();
    if range.len() > 2 && draft.word(range.start) == "MP" && draft.word(range.start + 1) == "for" {
        (kind, range.start) = (EntityKind::Place, range.start + 2);
    }
    if kind == EntityKind::Person
        && let Some(title) = (range.start + 1..range.end - 1).find(|at| titles::makes_person(draft.word(*at)))
    {
        // "the Audi Mr Kaba was driving"
        range.start = title;
    }
    if kind != EntityKind::Person
        && let Some(bracket) = range.clone().skip(1).find(|at| draft.word(*at) == "(")
        && !range.clone().any(|at| draft.word(at) == ")")
    {
        // "Nicaraguan Foundation for Development (Funides": two names for one body.
        if bracket + 1 < range.end {
            draft.mark(&(bracket + 1..range.end), kind);
        }
        range.end = bracket;
    }
    // "Channel 13 news" is the news of Channel 13, "the Islamist Barton Brotherhood" the Barton Brotherhood.
    if kind == EntityKind::Organisation && range.len() > 1 && draft.word(range.end - 1) == "news" {
        range.end -= 1;
    }
    // "The Department" is what "the Department" is.
    let bare = range.len() == 2 && BODIES.contains(draft.word(range.start + 1));
    if kind == EntityKind::Organisation && bare && draft.word(range.start) == "The" {
        range.start += 1;
    }
    if kind == EntityKind::Organisation && range.len() > 1 && CREEDS.contains(draft.word(range.start)) {
        range.start += 1;
    }
    // "south London" is a part of what "London" names; "South London" is a name.
    while kind == EntityKind::Place && range.len() > 1 && is_direction(draft.word(range.start)) {
        range.start += 1 + usize::from(draft.word(range.start + 1) == "-");
    }
    if range.len() > 2 && draft.word(range.end - 2) == "-" && is_latter(draft.word(range.end - 1)) {
        range.end -= 2;
    }
    while range.len() > 1 && !is_wordy(draft, range.start) {
        range.start += 1;
    }
    while range.len() > 1 && draft.tokens.get(range.end - 1).is_some_and(|t| t.kind == TokenKind::Possessive)
    {
        range.end -= 1;
    }
    let title = title_at_end(draft, &range);
    if let Some(title) = title {
        range.end = title;
        if range.is_empty() {
            return;
        }
        // "Vermont Sen. Ada Moss", "Democratic U.S. Rep. Ada Moss"
        (kind, range.start) =
            (EntityKind::Place, if draft.word(title - 1).contains('.') { title - 1 } else { range.start });
    }
    if kind == EntityKind::Place && is_prefix(draft, range.start) {
        range.start -= 2;
    }
    let led = range.start > 0 && draft.word(range.start - 1) == "The" && !draft.begins_sentence(range.start);
    if led && range.len() == 1 && draft.word(range.start) == "Hague" {
        range.start -= 1;
    }
    let alone = kind == EntityKind::Place && range.len() == 1 && COUNTRIES.contains(draft.word(range.start));
    if !alone
        && range.clone().any(|at| draft.word(at).contains(|c: char| c.is_alphabetic() && !c.is_lowercase()))
    {
        draft.mark(&range, kind);
    }
}

/// Cuts names at a quotation mark that has no other in the name: `Bob” Hale` after `“Big`, where what is beyond the mark is
/// the name.
pub(super) fn cut_at_marks(draft: &mut Draft) {
    let is_mark = |draft: &Draft, at: usize| matches!(draft.word(at), "\"" | "“" | "”");
    for (kind, range) in draft.names() {
        let marks = || range.clone().filter(|at| is_mark(draft, *at));
        let (Some(at), 1) = (marks().next(), marks().count()) else { continue };
        let opens = !draft.is_glued(at) && draft.is_glued(at + 1);
        let (inside, outside) =
            if opens { (at + 1..range.end, range.start..at) } else { (range.start..at, at + 1..range.end) };
        draft.unmark(&range);
        if outside.clone().any(|at| draft.is_capitalised(at)) {
            draft.mark(&outside, kind);
        } else if !inside.is_empty() {
            draft.mark(&inside, kind);
        }
    }
}

/// Where the abbreviated title is that ends a name by mistake and belongs to the one after it: "Vermont Sen" of
/// "Vermont Sen. Ada Moss".
fn title_at_end(draft: &Draft, range: &Range<usize>) -> Option<usize> {
    let last = range.end.checked_sub(1)?;
    let is_stop = |at: usize| draft.word(at) == "." && draft.is_glued(at);
    let title = if is_stop(last) { last.checked_sub(1).filter(|at| *at >= range.start)? } else { last };
    let stops = is_stop(title + 1) && draft.is_capitalised(title + 2);
    (stops
        && matches!(
            draft.word(title),
            "Sen"
                | "Rep"
                | "Gov"
                | "Dr"
                | "Mr"
                | "Mrs"
                | "Ms"
                | "Lt"
                | "Gen"
                | "Col"
                | "Sgt"
                | "Prof"
                | "Rev"
                | "Capt"
        ))
    .then_some(title)
}

/// Takes the marks of organisations of several words off headings in capitals, where every word looks like a name, but
/// for names that the rest of the article has, too.
pub(super) fn unmark_capitals(draft: &mut Draft, sentences: &[Range<usize>]) {
    let is_small = |draft: &Draft, at: usize| draft.word(at).contains(char::is_lowercase);
    let in_capitals = |draft: &Draft, sentence: &Range<usize>| {
        let words =
            sentence.clone().filter(|at| draft.is_capitalised(*at) && draft.word(*at).len() > 1).count();
        words > 2 && !sentence.clone().any(|at| is_small(draft, at))
    };
    let headings: Vec<&Range<usize>> =
        sentences.iter().filter(|sentence| in_capitals(draft, sentence)).collect();
    // An article in capitals throughout has nothing to compare with.
    if headings.is_empty() || 2 * headings.len() > sentences.len() {
        return;
    }
    let names = draft.names();
    let known: HashSet<String> = names
        .iter()
        .filter(|(_, range)| range.clone().any(|at| is_small(draft, at)))
        .flat_map(|(_, range)| range.clone().map(|at| draft.word(at).to_lowercase()))
        .collect();
    let longer = names.iter().filter(|(kind, range)| *kind == EntityKind::Organisation && range.len() > 1);
    for (_, range) in longer {
        let first = headings.partition_point(|heading| heading.end <= range.start);
        let within = headings.get(first).is_some_and(|heading| heading.start <= range.start);
        let is_known = range.clone().all(|at| known.contains(draft.word(at).to_lowercase().as_str()));
        let is_public = || public_life::is_known(draft.span(range).of(draft.text));
        if within && !is_known && !is_public() {
            draft.unmark(range);
        }
    }
}

/// Parts the owner from what is theirs, where the owner is known by itself: "the United Kingdom's Ministry of Defence",
/// but not "the People's Daily".
pub(super) fn part_owners(draft: &mut Draft) {
    let names = draft.names();
    let owners: HashMap<&str, EntityKind> = names
        .iter()
        .filter(|(kind, _)| *kind != EntityKind::Organisation)
        .map(|(kind, range)| (draft.span(range).of(draft.text), *kind))
        .collect();
    let is_possessive =
        |at: usize| draft.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Possessive);
    let mut parts = Vec::new();
    for (kind, range) in &names {
        let inner = (range.start + 1..range.end.saturating_sub(1)).find(|at| is_possessive(*at));
        let Some(at) = inner.filter(|_| *kind != EntityKind::Person) else { continue };
        let owner = draft.span(&(range.start..at)).of(draft.text);
        let known = || public_life::usual_name(EntityKind::Place, owner).map(|_| EntityKind::Place);
        if let Some(owner) = owners.get(owner).copied().or_else(known) {
            parts.push((range.start..at, owner, at + 1..range.end, *kind));
        }
    }
    for (owner, owner_kind, owned, kind) in parts {
        draft.mark(&owner, owner_kind);
        draft.mark(&owned, kind);
    }
}

/// Whether `word` follows a name in a compound without being part of it.
pub(super) fn is_latter(word: &str) -> bool {
    LATTER.contains(word) || word.len() > 4 && word.ends_with("ed") && word.starts_with(char::is_lowercase)
}

/// Whether a name may begin with the token: not a quotation mark or the like.
fn is_wordy(draft: &Draft, at: usize) -> bool {
    draft.word(at).starts_with(char::is_alphanumeric)
}

/// Whether "sub-" or the like is before a place at `at`: "sub-Saharan Africa", "Indo-Pacific".
fn is_prefix(draft: &Draft, at: usize) -> bool {
    at >= 2
        && !draft.begins_sentence(at)
        && draft.is_glued(at)
        && draft.word(at - 1) == "-"
        && draft.is_glued(at - 1)
        && matches!(draft.word(at - 2), "sub" | "trans" | "Indo" | "Asia")
}

fn is_direction(word: &str) -> bool {
    let stem = word.strip_suffix("ern").unwrap_or(word);
    matches!(
        stem,
        "north"
            | "south"
            | "east"
            | "west"
            | "northeast"
            | "northwest"
            | "southeast"
            | "southwest"
            | "central"
    )
}
