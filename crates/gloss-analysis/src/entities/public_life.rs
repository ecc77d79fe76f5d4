//! What is generally known: British public life, and organisations of the world, from data files.

use super::{EntityKind, draft::Draft};
use crate::english::offices::HEADS;
use fst::raw::{Fst, Output};

/// Kinds, usual names, and whether they are of British public life, which `build.rs` takes from its tables.
const USUAL: &[(EntityKind, &str, bool)] = include!(concat!(env!("OUT_DIR"), "/public_life.rs"));
/// A finite-state transducer made by `build.rs`. Keys are all the names that these go by, without white space and with
/// straight apostrophes; values twice the index in `USUAL`, and one more for a name that is a common word.
const NAMES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/public_life.fst"));

/// What goes by a name.
struct Known {
    kind: EntityKind,
    usual: &'static str,
    is_british: bool,
    is_common_word: bool,
}

/// The usual name of what goes by the given words and is of the given kind.
pub(super) fn usual_name(kind: EntityKind, name: &str) -> Option<&'static str> {
    find(name).filter(|known| known.kind == kind).map(|known| known.usual)
}

/// Whether the name is that of a body of British public life.
pub(super) fn is_british_body(name: &str) -> bool {
    find(name).is_some_and(|known| known.kind == EntityKind::Organisation && known.is_british)
}

/// Whether it is a name that is generally known.
pub(super) fn is_known(name: &str) -> bool {
    find(name).is_some_and(|known| !known.is_common_word)
}

fn find(name: &str) -> Option<Known> {
    let names = Fst::new(NAMES).ok()?;
    beginnings(&names, [name]).next().map(|(_, known)| known)
}

/// The names that the words spell from the first one on, and how many words each takes, shortest first.
fn beginnings<'a>(
    names: &Fst<&'static [u8]>,
    words: impl IntoIterator<Item = &'a str>,
) -> impl Iterator<Item = (usize, Known)> {
    let (mut node, mut value) = (names.root(), Output::zero());
    let along = words.into_iter().enumerate().map_while(move |(before, word)| {
        for c in word.chars().filter(|c| !c.is_whitespace()) {
            let c = if c == '’' { '\'' } else { c };
            for &byte in c.encode_utf8(&mut [0; 4]).as_bytes() {
                let step = node.transition(node.find_input(byte)?);
                value = value.cat(step.out);
                node = names.node(step.addr);
            }
        }
        let value = node.is_final().then(|| value.cat(node.final_output()).value());
        Some((before + 1, value))
    });
    along.filter_map(|(words, value)| {
        let value = value? as usize;
        let &(kind, usual, is_british) = USUAL.get(value / 2)?;
        Some((words, Known { kind, usual, is_british, is_common_word: value % 2 == 1 }))
    })
}

/// Names what is generally known, unless it is part of a longer name.
pub(super) fn mark(draft: &mut Draft) {
    let Ok(names) = Fst::new(NAMES) else { return };
    let mut at = 0;
    while at < draft.tokens.len() {
        let sentence = (at..).map(|token| if token == at { draft.word(at) } else { draft.next_word(token) });
        let found = beginnings(&names, sentence.take_while(|word| !word.is_empty()))
            .filter(|(_, known)| !known.is_common_word || is_meant(draft, at))
            .last();
        let Some((length, Known { kind, .. })) = found else {
            at += 1;
            continue;
        };
        let range = at..at + length;
        // "US$22,200" names no country.
        if matches!(draft.next_word(range.end), "$" | "dollar" | "dollars") && kind == EntityKind::Place {
            draft.unmark(&range);
            at = range.end;
            continue;
        }
        let longer = range.clone().any(|token| {
            draft.name_at(token).is_some_and(|(_, name)| name.start < range.start || name.end > range.end)
        });
        if !longer && kind != EntityKind::Role {
            draft.mark(&range, kind);
        }
        at = range.end;
    }
}

/// Whether the words around a common word make a name of it.
fn is_meant(draft: &Draft, at: usize) -> bool {
    let after_article = at > 0 && !draft.begins_sentence(at) && matches!(draft.word(at - 1), "the" | "The");
    let next = draft.next_word(at + 1);
    let head = next.strip_suffix('s').unwrap_or(next).to_lowercase();
    let before_people = HEADS.contains(head.as_str()) || matches!(next, "firearms" | "detectives" | "police");
    after_article && !draft.is_capitalised(at + 1) || before_people
}
