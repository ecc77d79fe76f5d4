//! Names of programmes and of ships, which are none of the kinds that are marked.

use super::{EntityKind, draft::Draft, persons::is_quotation_mark};
use gloss_text::TokenKind;
use std::{collections::HashSet, ops::Range};

/// What is before the name of a ship of a navy.
const SHIPS: &[&str] = &["USS", "USNS", "HMS", "HMAS", "HMCS", "INS", "RMS"];
/// Words of a programme's title at most.
const LONGEST: usize = 6;

/// Takes the marks off names in the titles of programmes: "the BBC's “Morning Ann”".
pub(super) fn unmark_titles(draft: &mut Draft) {
    for at in 1..draft.tokens.len() {
        let Some(title) = title(draft, at) else { continue };
        for (_, name) in title.clone().filter_map(|at| draft.name_at(at).cloned()).collect::<Vec<_>>() {
            if title.start <= name.start && name.end <= title.end {
                draft.unmark(&name);
            }
        }
    }
}

/// Whether a range is a programme's title, as "Today" of "NBC's “Today”".
pub(super) fn is_title(draft: &Draft, range: &Range<usize>) -> bool {
    let possessive = range.start.checked_sub(2);
    possessive.and_then(|at| title(draft, at)).is_some_and(|title| title == *range)
}

/// The words with capitals between marks after a body's possessive at `at`.
fn title(draft: &Draft, at: usize) -> Option<Range<usize>> {
    let is_possessive = draft.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Possessive);
    let owner = at.checked_sub(1).filter(|_| is_possessive)?;
    let (EntityKind::Organisation, _) = draft.name_at(owner)? else { return None };
    let start = at + 2;
    if !is_quotation_mark(draft.next_word(at + 1)) || !draft.is_glued(start) {
        return None;
    }
    let end = (start..start + LONGEST).find(|at| !draft.is_capitalised(*at)).filter(|end| *end > start)?;
    let close = end + usize::from(draft.next_word(end) == ",");
    (is_quotation_mark(draft.next_word(close)) && draft.is_glued(close)).then_some(start..end)
}

/// Takes the marks off ships: "the USS Holm", and "the Holm" after it.
pub(super) fn unmark_ships(draft: &mut Draft) {
    let is_ship = |at: usize| SHIPS.contains(&draft.word(at));
    let mut ships: Vec<Range<usize>> = Vec::new();
    let mut called: HashSet<&str> = HashSet::new();
    let names = draft.names();
    for (_, name) in &names {
        let sign = usize::from(is_ship(name.start));
        let before =
            name.start.checked_sub(1).is_some_and(|at| is_ship(at) && !draft.begins_sentence(at + 1));
        if (sign == 1 || before) && name.len() > sign {
            called.insert(draft.span(&(name.start + sign..name.end)).of(draft.text));
            ships.push(name.clone());
        }
    }
    for (_, name) in names.iter().filter(|_| !called.is_empty()) {
        let led = name.start.checked_sub(1).is_some_and(|at| matches!(draft.word(at), "the" | "The"));
        if led && called.contains(draft.span(name).of(draft.text)) {
            ships.push(name.clone());
        }
    }
    for ship in ships {
        draft.unmark(&ship);
    }
}
