//! Offices and positions, and who holds them where the text says so.

use super::{EntityId, EntityKind, draft::Draft, persons::behind_titles};
use crate::english::{
    offices::{HEADS, MODIFIERS, OFFICES},
    titles::{is_title, makes_person},
};
use std::{collections::HashMap, ops::Range};

/// An office as the text names it.
pub(super) struct Role {
    pub(super) range: Range<usize>,
    /// The words, as they stand.
    pub(super) name: String,
    /// The person who holds it.
    pub(super) holder: Option<EntityId>,
}

/// The people of the article by the first and by the last token of their names.
#[derive(Default)]
struct Holders {
    by_first: HashMap<usize, EntityId>,
    by_last: HashMap<usize, EntityId>,
}

/// Words of an office before its head at most.
const LONGEST: usize = 6;

/// All offices, in order. `ids` are the entities of `names`.
pub(super) fn find(
    draft: &Draft,
    names: &[(EntityKind, Range<usize>)],
    ids: &[Option<EntityId>],
) -> Vec<Role> {
    let mut holders = Holders::default();
    for ((kind, range), id) in names.iter().zip(ids) {
        if let (EntityKind::Person, Some(id)) = (kind, id) {
            holders.by_first.insert(range.start, *id);
            holders.by_last.insert(range.end - 1, *id);
        }
    }
    let mut roles = Vec::new();
    let mut at = 0;
    while at < draft.tokens.len() {
        if !is_head(draft, at) {
            at += 1;
            continue;
        }
        // "chief executive officer": the last head counts.
        let mut end = at + 1;
        while end < at + 3 && !draft.begins_sentence(end) && is_head(draft, end) {
            end += 1;
        }
        let start = start(draft, at);
        let office = (start..end).map(|at| draft.word(at).to_lowercase()).collect::<Vec<_>>().join(" ");
        let with_body = end_with_body(draft, end);
        let holder = [end, with_body].into_iter().find_map(|end| holder(draft, &holders, start, end));
        let has_body = (start..end).any(|at| draft.name_at(at).is_some());
        let is_office = OFFICES.contains(&office.as_str()) || has_body && end - start > 1;
        if is_office || holder.is_some() && !is_title_alone(draft, start, end) {
            let range = start..with_body;
            roles.push(Role { name: draft.span(&range).of(draft.text).to_owned(), range, holder });
            end = with_body;
        }
        at = end;
    }
    fill(&mut roles);
    roles
}

fn is_head(draft: &Draft, at: usize) -> bool {
    let word = draft.word(at);
    let known = word == "PM" || HEADS.contains(word.to_lowercase().as_str());
    // "Attorney General", but not "General Secretary".
    let general = word.eq_ignore_ascii_case("general") && at > 0 && !draft.begins_sentence(at);
    let general = general
        && matches!(draft.word(at - 1).to_lowercase().as_str(), "attorney" | "solicitor" | "director");
    (known || general) && draft.name_at(at).is_none()
}

/// The first word of the office whose head is at `at`.
fn start(draft: &Draft, at: usize) -> usize {
    let mut start = at;
    while start > 0 && at - start < LONGEST && !draft.begins_sentence(start) {
        let before = start - 1;
        let word = draft.word(before);
        let part = MODIFIERS.contains(word.to_lowercase().as_str())
            || HEADS.contains(word.to_lowercase().as_str())
            || draft.is_capitalised(before) && !draft.begins_sentence(before) && !makes_person(word);
        start = match draft.name_at(before) {
            Some((EntityKind::Organisation | EntityKind::Place, range)) if at - range.start <= LONGEST => {
                range.start
            }
            None if part => before,
            _ => break,
        };
    }
    start
}

/// With "of" or "for" and the body behind it: "director of the CIA".
fn end_with_body(draft: &Draft, end: usize) -> usize {
    if !matches!(draft.next_word(end), "of" | "for" | "at") {
        return end;
    }
    let body = end + 1 + usize::from(draft.next_word(end + 1) == "the");
    match draft.name_at(body).filter(|_| !draft.begins_sentence(body)) {
        Some((EntityKind::Organisation | EntityKind::Place, range)) if range.start == body => range.end,
        _ => end,
    }
}

/// A rank alone before a name is a title of the name: "Sergeant Blake".
fn is_title_alone(draft: &Draft, start: usize, end: usize) -> bool {
    (start..end).all(|at| is_title(draft.word(at)))
}

/// Who stands beside the office: "Shadow Home Secretary Chris Philp", "the commissioner, Sir Mark Rowley",
/// "Anna Bloggs, the director".
fn holder(draft: &Draft, holders: &Holders, start: usize, end: usize) -> Option<EntityId> {
    let comma = usize::from(draft.next_word(end) == ",");
    let name = behind_titles(draft, end + comma);
    if let Some(id) = holders.by_first.get(&name)
        && (end..=name).all(|at| !draft.begins_sentence(at))
    {
        return Some(*id);
    }
    let before = |at: usize| at.checked_sub(1).filter(|_| !draft.begins_sentence(at));
    let article = before(start).filter(|at| matches!(draft.word(*at), "the" | "a" | "an" | "its" | "their"));
    let comma = before(article.unwrap_or(start)).filter(|at| draft.word(*at) == ",")?;
    let closes = matches!(draft.next_word(end), "," | "." | "" | "of" | "at" | "for" | "and");
    before(comma).and_then(|last| holders.by_last.get(&last)).copied().filter(|_| closes)
}

/// An office that the text gives to one person means that person elsewhere, too.
fn fill(roles: &mut [Role]) {
    let mut holders: HashMap<String, Option<EntityId>> = HashMap::new();
    for role in roles.iter() {
        if let Some(holder) = role.holder {
            let known = holders.entry(role.name.to_lowercase()).or_insert(Some(holder));
            if *known != Some(holder) {
                *known = None;
            }
        }
    }
    for role in roles {
        if role.holder.is_none() {
            role.holder = holders.get(&role.name.to_lowercase()).copied().flatten();
        }
    }
}
