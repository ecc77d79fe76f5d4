//! People: a title makes the name behind it a person's, and a person's surname is theirs wherever it stands.

use super::{EntityKind, draft::Draft, titles};
use std::collections::HashSet;

/// Words behind a form of address that are offices rather than names: "Mr Justice Swift", "Mr Speaker".
const OFFICES: &[&str] = &[
    "Justice",
    "Speaker",
    "President",
    "Chairman",
    "Chancellor",
    "Mayor",
    "Prime",
    "Secretary",
    "Minister",
    "Advocate",
    "Chief",
    "Commissioner",
];

/// Takes titles off people's names, and names what stands behind a title.
pub(super) fn mark_titled(draft: &mut Draft) {
    for (kind, range) in draft.names() {
        let first = behind_titles(draft, range.start);
        if kind == EntityKind::Person && first > range.start {
            draft.unmark(&range);
            draft.mark(&(first.min(range.end)..range.end), kind);
        } else if kind == EntityKind::Person && range.len() == 1 && OFFICES.contains(&draft.word(range.start))
        {
            draft.unmark(&range);
        }
    }
    let mut at = 0;
    while at < draft.tokens.len() {
        let first = behind_titles(draft, at);
        if first > at && (at..first).any(|title| titles::makes_person(draft.word(title))) {
            let range = first..name_end(draft, first);
            if !range.is_empty() && !OFFICES.contains(&draft.word(first)) {
                draft.mark(&range, EntityKind::Person);
            }
        }
        at = first.max(at + 1);
    }
}

/// The first token behind the titles that begin at `at`: `at` itself where none does.
pub(super) fn behind_titles(draft: &Draft, mut at: usize) -> usize {
    for _ in 0..titles::MOST {
        if !titles::is_title(draft.word(at)) || draft.begins_sentence(at + 1) {
            break;
        }
        at += 1 + usize::from(draft.next_word(at + 1) == "." && draft.is_glued(at + 1));
    }
    at
}

/// Where the name ends that begins at `first`, behind a title; `first` itself where another name stands there
/// already or none does.
fn name_end(draft: &Draft, first: usize) -> usize {
    match draft.name_at(first) {
        Some((EntityKind::Person, _)) => return first,
        Some((_, range)) => return if range.start == first && range.len() <= 3 { range.end } else { first },
        None => {}
    }
    let mut end = first;
    while end < first + 4
        && (end == first || !draft.begins_sentence(end))
        && draft.is_capitalised(end)
        && draft.name_at(end).is_none_or(|(kind, _)| *kind == EntityKind::Person)
    {
        end += 1;
        if draft.next_word(end) == "-" && draft.is_glued(end) && draft.is_glued(end + 1) {
            end += 2;
        }
    }
    end
}

/// Names the surnames that stand alone, of people whose full or titled names the article gives.
pub(super) fn mark_surnames(draft: &mut Draft) {
    let mut surnames = HashSet::new();
    for (kind, range) in draft.names() {
        let titled = range.start > 0 && titles::is_title(draft.word(range.start - 1));
        if kind == EntityKind::Person && (range.len() > 1 || titled) {
            surnames.insert(draft.word(range.end - 1));
        }
    }
    // A word that the article also writes small is a plain word as often as a name.
    for token in 0..draft.tokens.len() {
        let word = draft.word(token);
        if word.starts_with(char::is_lowercase) && !surnames.is_empty() {
            let mut letters = word.chars();
            let capital: String =
                letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
            surnames.remove(capital.as_str());
        }
    }
    for at in 0..draft.tokens.len() {
        let alone = !draft.is_capitalised(at + 1) || draft.begins_sentence(at + 1);
        let alone = alone
            && (draft.begins_sentence(at) || draft.begins_sentence(at - 1) || !draft.is_capitalised(at - 1));
        if alone
            && draft.name_at(at).is_none()
            && surnames.contains(draft.word(at))
            && draft.word(at).len() > 2
        {
            draft.mark(&(at..at + 1), EntityKind::Person);
        }
    }
}

/// Joins the hyphenated endings of given names to them: "Kim Jong-un", "Yoon Suk-yeol".
pub(super) fn join_hyphenated(draft: &mut Draft) {
    for (kind, range) in draft.names() {
        let end = range.end;
        let glued = draft.word(end) == "-" && draft.is_glued(end) && draft.is_glued(end + 1);
        let short =
            draft.word(end + 1).chars().count() <= 5 && draft.word(end + 1).starts_with(char::is_alphabetic);
        if kind == EntityKind::Person && range.len() > 1 && glued && short && draft.name_at(end + 1).is_none()
        {
            draft.unmark(&range);
            draft.mark(&(range.start..end + 2), kind);
        }
    }
}
