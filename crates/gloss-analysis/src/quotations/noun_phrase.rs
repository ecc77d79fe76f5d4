//! Noun phrases by their shape: where one that ends here began, and how far one that begins here goes.
//!
//! There is no grammar behind it: a phrase is what stands between words of the closed classes, verbs and
//! punctuation, with the prepositions that commonly tie two names together.

use super::{
    lexicon::Class,
    passage::{ItemKind, Passage},
};
use std::ops::Range;

/// The longest phrase looked for, in items; it bounds the work for each reporting verb.
const LONGEST: usize = 30;

/// Prepositions that tie a phrase to what follows it ("the head of the union").
const TIES: &[&str] = &["of", "for", "at", "from", "in", "with", "to", "on", "against", "under", "behind"];

/// The phrase that ends before `end` and begins at `low` or later.
pub(super) fn before(passage: &Passage, text: &str, low: usize, end: usize) -> Option<Range<usize>> {
    let low = low.max(end.saturating_sub(LONGEST));
    let mut start = end;
    let mut at = end;
    let mut words = 0;
    while at > low {
        let here = at - 1;
        let taken = match passage.kind(here)? {
            ItemKind::Word(Class::Name | Class::Common | Class::Time) => {
                words += 1;
                true
            }
            ItemKind::Number => true,
            ItemKind::Possessive => here > low && start < end,
            ItemKind::Word(Class::Determiner) => {
                start = here;
                // "the head of the", "a No 10"
                let goes_on = here > low
                    && (is_tie(passage, text, here - 1)
                        || passage.class(here - 1) == Some(Class::Determiner));
                if !goes_on {
                    break;
                }
                true
            }
            ItemKind::Word(Class::Preposition) => {
                is_tie(passage, text, here) && here > low && start < end && ends_phrase(passage, here - 1)
            }
            ItemKind::Word(Class::Conjunction) => {
                here > low
                    && passage.class(here - 1) == Some(Class::Name)
                    && passage.class(start) == Some(Class::Name)
            }
            ItemKind::Sign('-' | '–' | '/' | '&' | '.' | '’' | '\'') => {
                start < end && here > low && touches(passage, here)
            }
            ItemKind::Sign(')') if here > low => match opening(passage, low, here) {
                Some(open) => {
                    at = open;
                    start = open;
                    continue;
                }
                None => false,
            },
            _ => false,
        };
        if !taken {
            break;
        }
        start = here;
        at = here;
    }
    if words == 0 {
        return None;
    }
    // Stray marks and dashes before the phrase are none of it.
    while start < end && matches!(passage.kind(start), Some(ItemKind::Sign(c)) if c != '(') {
        start += 1;
    }
    trim(passage, text, low, start..end)
}

/// The phrase that begins at `start` and ends at `high` or before.
pub(super) fn after(passage: &Passage, text: &str, start: usize, high: usize) -> Option<Range<usize>> {
    let high = high.min(start + LONGEST);
    if passage.class(start) == Some(Class::Pronoun) {
        return Some(start..start + 1);
    }
    let mut at = start;
    let (mut words, mut end) = (0, start);
    let mut named = false;
    while at < high {
        match passage.kind(at)? {
            ItemKind::Word(Class::Name) => {
                (words, named) = (words + 1, true);
            }
            ItemKind::Word(Class::Common) => {
                let word = passage.word(text, at);
                if named && ["ed", "ing"].iter().any(|ending| word.ends_with(ending))
                    || words > 0 && word.ends_with("ing") && !named
                {
                    break;
                }
                words += 1;
            }
            ItemKind::Word(Class::Determiner | Class::Adverb) if words == 0 => {}
            ItemKind::Word(Class::Time) if words == 0 && at == start => return None,
            ItemKind::Number if words > 0 || at > start => {}
            ItemKind::Number => words += 1,
            ItemKind::Possessive => {}
            ItemKind::Word(Class::Preposition)
                if words > 0
                    && matches!(passage.word(text, at), "of" | "for" | "at" | "from" | "with" | "in")
                    && begins_phrase(passage, at + 1) =>
            {
                named = false;
                at += 1;
                while at < high && passage.class(at) == Some(Class::Determiner) {
                    at += 1;
                }
                continue;
            }
            ItemKind::Word(Class::Conjunction)
                if named && passage.class(at + 1) == Some(Class::Name) && passage.word(text, at) == "and" => {
            }
            ItemKind::Sign('-' | '–' | '/' | '&' | '.' | '’' | '\'') if words > 0 && touches(passage, at) =>
                {}
            ItemKind::Sign('(') if words > 0 => match closing(passage, at, high) {
                Some(close) => {
                    at = close + 1;
                    end = at;
                    continue;
                }
                None => break,
            },
            _ => break,
        }
        at += 1;
        if !matches!(passage.kind(at - 1), Some(ItemKind::Sign(_))) {
            end = at;
        }
    }
    (words > 0).then_some(start..end).filter(|phrase| !phrase.is_empty())
}

/// The phrase at the head of a clause: after its conjunctions and adverbs, unless it begins as an adjunct
/// ("On Monday", "When asked", "Opening the case").
pub(super) fn heading(passage: &Passage, text: &str, clause: Range<usize>) -> Option<Range<usize>> {
    let mut start = clause.start;
    while start < clause.end && matches!(passage.class(start), Some(Class::Conjunction | Class::Adverb)) {
        start += 1;
    }
    match passage.kind(start)? {
        ItemKind::Word(
            Class::Preposition | Class::Subordinator | Class::Relative | Class::Time | Class::Cue(..),
        ) => None,
        // "Opening the case, …"
        _ if passage.word(text, start).ends_with("ing")
            && matches!(
                passage.class(start + 1),
                Some(Class::Determiner | Class::Pronoun | Class::Preposition)
            ) =>
        {
            None
        }
        _ => after(passage, text, start, clause.end),
    }
}

fn is_tie(passage: &Passage, text: &str, at: usize) -> bool {
    passage.class(at) == Some(Class::Preposition) && TIES.contains(&passage.word(text, at))
}

fn ends_phrase(passage: &Passage, at: usize) -> bool {
    matches!(
        passage.kind(at),
        Some(ItemKind::Word(Class::Name | Class::Common) | ItemKind::Number | ItemKind::Sign(')'))
    )
}

fn begins_phrase(passage: &Passage, at: usize) -> bool {
    matches!(
        passage.kind(at),
        Some(ItemKind::Word(Class::Name | Class::Common | Class::Determiner) | ItemKind::Number)
    )
}

/// Whether a sign stands next to the item before it, as a hyphen or the stop of an abbreviation does.
fn touches(passage: &Passage, at: usize) -> bool {
    match (at.checked_sub(1).and_then(|before| passage.items.get(before)), passage.items.get(at)) {
        (Some(before), Some(here)) => before.span.end == here.span.start || passage.is_sign(at, '&'),
        _ => false,
    }
}

fn opening(passage: &Passage, low: usize, close: usize) -> Option<usize> {
    (low.max(close.saturating_sub(6))..close).rev().find(|&at| passage.is_sign(at, '('))
}

fn closing(passage: &Passage, open: usize, high: usize) -> Option<usize> {
    (open + 1..high.min(open + 7)).find(|&at| passage.is_sign(at, ')'))
}

/// Takes away what does not belong to the phrase: "In a statement Blake" is "Blake", "Blake on Friday" is
/// "Blake", "last week Blake" is "Blake".
fn trim(passage: &Passage, text: &str, low: usize, phrase: Range<usize>) -> Option<Range<usize>> {
    let mut phrase = phrase;
    while phrase.start < phrase.end && passage.class(phrase.end - 1) == Some(Class::Time) {
        phrase.end -= 1;
        while phrase.start < phrase.end
            && (passage.class(phrase.end - 1) == Some(Class::Preposition)
                || matches!(passage.word(text, phrase.end - 1), "last" | "this" | "late" | "early"))
        {
            phrase.end -= 1;
        }
    }
    let adjunct = phrase.start > low && passage.class(phrase.start - 1) == Some(Class::Preposition);
    let lead = phrase.clone().take_while(|&at| {
        passage.class(at) == Some(Class::Time) || matches!(passage.word(text, at), "Last" | "last" | "This")
    });
    let lead = lead.filter(|&at| passage.class(at) == Some(Class::Time)).last();
    if let Some(time) = lead {
        phrase.start = time + 1;
    } else if adjunct {
        // The names at the end, if something else stands before them.
        let names = phrase.clone().rev().take_while(|&at| {
            matches!(passage.class(at), Some(Class::Name))
                || passage.is_sign(at, '.')
                || passage.is_sign(at, '-')
        });
        if let Some(first) = names.last()
            && first > phrase.start
            && passage.class(first - 1) == Some(Class::Common)
        {
            phrase.start = first;
        }
    }
    (!phrase.is_empty()).then_some(phrase)
}
