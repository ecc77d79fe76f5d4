//! Two names that a hyphen joins: "the Holm-Reed fight", "a Barton Post-Channel 9 poll".

use super::{draft::Draft, public_life};
use crate::EntityKind::{self, Organisation, Person};
use std::{collections::HashSet, ops::Range};

/// Makes two names of those that are two people or two bodies.
pub(super) fn part(draft: &mut Draft) {
    let names = draft.names();
    let hyphen = |range: &Range<usize>| {
        let mut inner = range.start + 1..range.end.saturating_sub(1);
        inner
            .find(|at| matches!(draft.word(*at), "-" | "–") && draft.is_glued(*at) && draft.is_glued(*at + 1))
    };
    if !names.iter().any(|(_, range)| range.len() > 2 && hyphen(range).is_some()) {
        return;
    }
    let of_kind = |wanted: EntityKind| names.iter().filter(move |(kind, _)| *kind == wanted);
    let written = |range: &Range<usize>| draft.span(range).of(draft.text);
    let people: HashSet<&str> = of_kind(Person).map(|(_, range)| written(range)).collect();
    let surnames: HashSet<&str> = of_kind(Person)
        .filter(|(_, range)| range.len() > 1 && hyphen(range).is_none())
        .map(|(_, range)| draft.word(range.end - 1))
        .collect();
    let bodies: HashSet<&str> = of_kind(Organisation).map(|(_, range)| written(range)).collect();
    let mut parts = Vec::new();
    for (kind, range) in &names {
        let Some(at) = hyphen(range) else { continue };
        let (left, right) = (range.start..at, at + 1..range.end);
        let two = match kind {
            Person => {
                let known = |part: &Range<usize>| match part.len() {
                    1 => surnames.contains(draft.word(part.start)),
                    _ => people.contains(written(part)),
                };
                known(&left) && known(&right)
                    || left.len() > 1 && right.len() > 1 && (known(&left) || known(&right))
            }
            Organisation => {
                let known = |part: &Range<usize>| {
                    bodies.contains(written(part)) || public_life::is_known(written(part))
                };
                let poll = matches!(draft.next_word(range.end), "poll" | "polls" | "survey" | "surveys");
                known(&left) && known(&right) || poll && (known(&left) || known(&right))
            }
            _ => false,
        };
        if two && draft.is_capitalised(right.start) {
            parts.push((*kind, left, right));
        }
    }
    for (kind, left, right) in parts {
        draft.unmark(&(left.start..right.end));
        draft.mark(&left, kind);
        draft.mark(&right, kind);
    }
}
