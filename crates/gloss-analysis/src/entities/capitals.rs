//! Names in capitals, shown as they are usually written.

use super::words_of_names::{BEARERS, fold};
use crate::{Entity, EntityKind};

/// Letters of a name in capitals at least that is shown in the usual way, as a shorter one may be an acronym.
const LONGER_THAN_ACRONYMS: usize = 5;

/// Shows a name in capitals as it is usually written: as the text does elsewhere, or else with large initials where
/// it is a person's or a place's.
pub(super) fn lower(entity: &mut Entity) {
    let is_capitals =
        |name: &str| !name.chars().any(char::is_lowercase) && name.chars().any(char::is_uppercase);
    if !is_capitals(&entity.name) {
        return;
    }
    let folded = fold(&entity.name);
    let usual = entity.aliases.iter().position(|alias| !is_capitals(alias) && fold(alias) == folded);
    let letters = entity.name.chars().filter(|c| c.is_alphabetic()).count();
    let written = match usual {
        Some(usual) => entity.aliases.remove(usual),
        None if entity.kind != EntityKind::Organisation
            && letters >= LONGER_THAN_ACRONYMS
            && !entity.name.contains(char::is_numeric) =>
        {
            let mut initial = true;
            let mut written = String::new();
            for c in entity.name.chars() {
                if initial {
                    written.push(c);
                } else {
                    written.extend(c.to_lowercase());
                }
                initial = !c.is_alphabetic();
            }
            written
        }
        None => return,
    };
    let capitals = std::mem::replace(&mut entity.name, written);
    if entity.aliases.len() < BEARERS {
        entity.aliases.push(capitals);
    }
}
