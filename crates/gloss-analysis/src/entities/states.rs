//! States of the United States where the news shortens them: "Casper, Wyo.", "Sen. Ada Moss (D-Fla.)".

use super::{EntityKind, draft::Draft};
use crate::english::names::{SHORT_STATES, STATES};

/// Names them, and takes off marks of the party before them.
pub(super) fn mark(draft: &mut Draft) {
    for at in 1..draft.tokens.len() {
        if draft.begins_sentence(at) {
            continue;
        }
        let word = draft.word(at);
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
