//! Names and the letters they are shortened to.

use super::{EntityKind, draft::Draft};
use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

/// Full forms and their letters: "Independent Office for Police Conduct (IOPC)". Names the letters, here and
/// elsewhere, as what they stand for, and gives the pairs back: letters and the range of the full form.
pub(super) fn mark(draft: &mut Draft) -> HashMap<String, Range<usize>> {
    let mut full_forms = HashMap::new();
    let mut common = HashSet::new();
    for at in 1..draft.tokens.len() {
        let letters = draft.next_word(at);
        let bracketed = draft.next_word(at - 1) == "(" && draft.next_word(at + 1) == ")";
        if !bracketed || !is_acronym(letters) {
            continue;
        }
        let Some((kind, full)) = full_form(draft, letters, at - 1) else {
            if is_common(draft, letters, at - 1) {
                common.insert(letters.to_owned());
            }
            continue;
        };
        draft.mark(&(at..at + 1), kind);
        full_forms.insert(letters.to_owned(), full);
    }
    for at in 0..draft.tokens.len() {
        if common.contains(draft.word(at)) && draft.name_at(at).is_some_and(|(_, range)| range.len() == 1) {
            draft.unmark(&(at..at + 1));
        }
        if let Some(full) = full_forms.get(draft.word(at))
            && draft.name_at(at).is_none_or(|(_, range)| range.len() == 1)
            && let Some((kind, _)) = draft.name_at(full.start).cloned()
        {
            draft.mark(&(at..at + 1), kind);
        }
    }
    full_forms
}

/// The name before the bracket at `end`, if it may be shortened to the letters.
fn full_form(draft: &Draft, letters: &str, end: usize) -> Option<(EntityKind, Range<usize>)> {
    let (kind, range) = draft.name_at(end.checked_sub(1)?)?;
    (*kind != EntityKind::Person && stands_for(draft, letters, range)).then(|| (*kind, range.clone()))
}

/// Whether the letters shorten common words before the bracket at `end`: "consumer price index (CPI)".
fn is_common(draft: &Draft, letters: &str, end: usize) -> bool {
    let initial = |at: usize| draft.word(at).chars().next();
    let mut at = end;
    let mut small = 0;
    for letter in letters.chars().rev().flat_map(char::to_lowercase) {
        let fits = |at: usize| initial(at).is_some_and(|c| c.to_lowercase().eq([letter]));
        loop {
            if at == 0 || draft.begins_sentence(at) || end - at > 2 * letters.len() {
                return false;
            }
            at -= 1;
            if fits(at) || !matches!(draft.word(at), "of" | "and" | "the" | "for" | "in" | "to" | "-") {
                break;
            }
        }
        if !fits(at) {
            return false;
        }
        small += usize::from(initial(at).is_some_and(char::is_lowercase));
    }
    // The first word may begin a sentence.
    small + 1 >= letters.chars().count() && !draft.is_capitalised(end - 1)
}

fn is_acronym(letters: &str) -> bool {
    (2..=10).contains(&letters.chars().count())
        && letters.starts_with(char::is_uppercase)
        && letters.chars().all(char::is_alphabetic)
}

/// Whether the letters stand in the words in their order, the first at the beginning: "Fenafuth" and
/// "Federación Nacional Autónoma de Fútbol".
fn stands_for(draft: &Draft, letters: &str, range: &Range<usize>) -> bool {
    let mut wanted = letters.chars().flat_map(char::to_lowercase).peekable();
    let starts_alike =
        wanted.peek().copied() == draft.word(range.start).chars().flat_map(char::to_lowercase).next();
    for at in range.clone() {
        for c in draft.word(at).chars().flat_map(char::to_lowercase) {
            wanted.next_if_eq(&c);
        }
    }
    starts_alike && range.len() > 1 && wanted.peek().is_none()
}
