use super::{EntityKind, draft::Draft};
use std::{collections::HashMap, ops::Range};

/// Full forms and their letters: "Independent Office for Police Conduct (IOPC)". Names the letters, here and
/// elsewhere, as what they stand for, and gives the pairs back: letters and the range of the full form.
pub(super) fn mark(draft: &mut Draft) -> HashMap<String, Range<usize>> {
    let mut full_forms = HashMap::new();
    for (kind, range) in draft.names() {
        let at = range.end + 1;
        let letters = draft.next_word(at);
        let bracketed = draft.next_word(range.end) == "(" && draft.next_word(at + 1) == ")";
        if kind != EntityKind::Person
            && bracketed
            && is_acronym(letters)
            && stands_for(draft, letters, &range)
        {
            draft.mark(&(at..at + 1), kind);
            full_forms.insert(letters.to_owned(), range);
        }
    }
    for at in 0..draft.tokens.len() {
        if let Some(full) = full_forms.get(draft.word(at))
            && draft.name_at(at).is_none_or(|(_, range)| range.len() == 1)
            && let Some((kind, _)) = draft.name_at(full.start).cloned()
        {
            draft.mark(&(at..at + 1), kind);
        }
    }
    full_forms
}

fn is_acronym(letters: &str) -> bool {
    (2..=10).contains(&letters.chars().count()) && letters.chars().filter(|c| c.is_uppercase()).count() >= 2
}

/// Whether the letters are the first letters of the words: of all, of those with capitals, or all in order
/// somewhere with the first letter at the beginning.
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
