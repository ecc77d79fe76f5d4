//! People: a title makes the name behind it a person's, and a person's surname is theirs wherever it stands.

use super::{EntityKind, draft::Draft};
use crate::english::titles;
use std::{collections::HashSet, ops::Range};

/// Takes titles off people's names, and names what stands behind a title.
pub(super) fn mark_titled(draft: &mut Draft) {
    for (kind, range) in draft.names() {
        let first = behind_titles(draft, range.start);
        if kind == EntityKind::Person && first > range.start {
            draft.unmark(&range);
            draft.mark(&(first.min(range.end)..range.end), kind);
        } else if kind == EntityKind::Person
            && range.len() == 1
            && titles::TITLED_OFFICES.contains(draft.word(range.start))
        {
            draft.unmark(&range);
        }
    }
    let mut at = 0;
    while at < draft.tokens.len() {
        let first = behind_titles(draft, at);
        if first > at && (at..first).any(|title| titles::makes_person(draft.word(title))) {
            let range = first..name_end(draft, first);
            if !range.is_empty() && !titles::TITLED_OFFICES.contains(draft.word(first)) {
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
    let (mut surnames, mut before_given) = (HashSet::new(), HashSet::new());
    for (kind, range) in draft.names() {
        let titled = range.start > 0 && titles::is_title(draft.word(range.start - 1));
        if kind != EntityKind::Person || range.len() == 1 && !titled {
            continue;
        }
        if has_hyphenated_given_name(draft, &range) {
            before_given.insert(draft.word(range.start));
        }
        if draft.is_capitalised(range.end - 1) {
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
            before_given.remove(capital.as_str());
        }
    }
    for at in 0..draft.tokens.len() {
        let alone = !draft.is_capitalised(at + 1) || draft.begins_sentence(at + 1);
        let alone = alone
            && (draft.begins_sentence(at) || draft.begins_sentence(at - 1) || !draft.is_capitalised(at - 1));
        let word = draft.word(at);
        let surname = match draft.name_at(at) {
            None => before_given.contains(word) || surnames.contains(word) && word.len() > 2,
            Some((_, range)) => before_given.contains(word) && range.len() == 1,
        };
        if alone && surname {
            draft.mark(&(at..at + 1), EntityKind::Person);
        }
    }
}

/// Whether the family name comes first: "Tsai Ing-wen".
fn has_hyphenated_given_name(draft: &Draft, range: &Range<usize>) -> bool {
    range.len() == 4
        && draft.word(range.end - 2) == "-"
        && draft.word(range.end - 1).starts_with(char::is_lowercase)
}

/// Joins the hyphenated endings of given names to them: "Kim Jong-un", "Prayut Chan-o-cha".
pub(super) fn join_hyphenated(draft: &mut Draft) {
    for (kind, mut range) in draft.names() {
        while kind == EntityKind::Person && range.len() > 1 && is_hyphenated(draft, range.end) {
            draft.unmark(&range);
            range.end += 2;
            draft.mark(&range, kind);
        }
    }
}

/// Whether a hyphen and a short word that nothing else claims stand at `at`, without white space.
fn is_hyphenated(draft: &Draft, at: usize) -> bool {
    let word = draft.word(at + 1);
    let glued = draft.word(at) == "-" && draft.is_glued(at) && draft.is_glued(at + 1);
    glued
        && word.chars().count() <= 5
        && word.starts_with(char::is_alphabetic)
        && !super::extent::is_latter(word)
        && draft.name_at(at + 1).is_none()
}
