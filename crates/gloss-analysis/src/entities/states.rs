//! States of the United States where the news shortens them: "Casper, Wyo.", "Sen. Ada Moss (D-Fla.)".

use super::{EntityKind, draft::Draft};
use crate::english::names::{FORMS_OF_STATES, SHORT_STATES, STATES};
use std::ops::Range;

/// The whole name of a state where the text shortens it: "Ky." after a town, "(D-Mass.)", "Dayton, OH".
pub(super) fn full_name(draft: &Draft, range: &Range<usize>) -> Option<&'static str> {
    let word = draft.word(range.start);
    if range.len() > 2 || range.start == 0 || word.len() > 6 {
        return None;
    }
    let before = draft.word(range.start - 1);
    let stopped = word.contains('.')
        || draft.word(range.start + 1) == "." && draft.is_glued(range.start + 1)
        || before == "-" && draft.is_glued(range.start);
    let plain = word.trim_end_matches('.');
    let forms = FORMS_OF_STATES
        .iter()
        .find(|(short, postal, _)| stopped && *short == plain || before == "," && *postal == plain);
    forms.map(|(_, _, full)| *full)
}

/// Names them, and takes off marks of the party before them.
pub(super) fn mark(draft: &mut Draft) {
    for at in 1..draft.tokens.len() {
        if draft.begins_sentence(at) {
            continue;
        }
        let word = draft.word(at);
        // "Dayton, OH": not those that are words in capitals, too.
        let town = at.checked_sub(2).map(|town| match draft.name_at(town) {
            Some((EntityKind::Place, name)) => name.start..at - 1,
            _ => town..at - 1,
        });
        let posted = draft.word(at - 1) == ","
            && word.len() == 2
            && !matches!(word, "IN" | "OR" | "OK" | "LA" | "DE" | "ME" | "HI" | "ID")
            && FORMS_OF_STATES.iter().any(|(_, postal, _)| *postal == word);
        let is_free = |range: &Range<usize>| {
            draft.is_capitalised(range.start)
                && draft.name_at(range.start).is_none_or(|(kind, _)| *kind == EntityKind::Place)
        };
        if let Some(town) = town.filter(|town| posted && is_free(town)) {
            draft.mark(&(at..at + 1), EntityKind::Place);
            draft.mark(&town, EntityKind::Place);
            continue;
        }
        let is_short = SHORT_STATES.contains(word);
        if !is_short && !STATES.contains(word) {
            continue;
        }
        let party = draft.word(at - 1) == "-"
            && draft.is_glued(at)
            && at >= 2
            && matches!(draft.word(at - 2), "D" | "R" | "I");
        if party {
            if let Some((_, range)) = draft.name_at(at).or_else(|| draft.name_at(at - 2)).cloned() {
                draft.unmark(&range);
            }
            draft.mark(&(at..at + 1), EntityKind::Place);
        } else if is_short {
            let stop = usize::from(draft.word(at + 1) == "." && draft.is_glued(at + 1));
            let shortened = word.contains('.') || stop > 0;
            let town = at >= 2 && draft.word(at - 1) == "," && draft.is_capitalised(at - 2);
            let bracketed = draft.word(at - 1) == "(" && draft.next_word(at + 1 + stop) == ")";
            if shortened && (town || bracketed) {
                draft.mark(&(at..at + 1), EntityKind::Place);
            }
            if shortened && town && draft.name_at(at - 2).is_none_or(|(_, town)| town.len() == 1) {
                draft.mark(&(at - 2..at - 1), EntityKind::Place);
            }
        }
    }
}
