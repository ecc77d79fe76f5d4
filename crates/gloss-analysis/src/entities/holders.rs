//! Who holds an office by the words beside it.

use super::{EntityId, EntityKind, draft::Draft, identity::titles_start, persons::after_titles};
use crate::english::offices::{HOLDS, NAMING, NOT_OF_BODY, SERVES, SHORT_OFFICES, TERMS};
use gloss_text::TokenKind;
use std::{collections::HashMap, ops::Range};

/// The people of the article by the first and by the last token of their names.
#[derive(Default)]
pub(super) struct Holders {
    by_first: HashMap<usize, EntityId>,
    by_last: HashMap<usize, EntityId>,
}

/// Words of a body that is described and not named, at most.
const LONGEST_DESCRIPTION: usize = 7;

impl Holders {
    /// The persons among `names`, whose entities are `ids`.
    pub(super) fn new(names: &[(EntityKind, Range<usize>)], ids: &[Option<EntityId>]) -> Self {
        let mut holders = Self::default();
        for ((kind, range), id) in names.iter().zip(ids) {
            if let (EntityKind::Person, Some(id)) = (kind, id) {
                holders.by_first.insert(range.start, *id);
                holders.by_last.insert(range.end - 1, *id);
            }
        }
        holders
    }

    /// The persons in the order of the text, each with the first token of its name.
    pub(super) fn persons(&self) -> Vec<(usize, EntityId)> {
        let mut persons: Vec<(usize, EntityId)> = self.by_first.iter().map(|(at, id)| (*at, *id)).collect();
        persons.sort_unstable();
        persons
    }

    /// Where a body ends that is described after `end`, and the holder whom commas set apart after it: "director of the
    /// old town hospital, Ann Holm, left".
    pub(super) fn after_described_body(&self, draft: &Draft, end: usize) -> Option<(usize, EntityId)> {
        if !matches!(draft.next_word(end), "of" | "for" | "at") {
            return None;
        }
        let comma = (end + 2..end + 3 + LONGEST_DESCRIPTION).find(|at| draft.next_word(*at) == ",")?;
        let describes = |at: usize| {
            let word = draft.next_word(at);
            let kind = draft.tokens.get(at).map(|token| token.kind);
            matches!(kind, Some(TokenKind::Word | TokenKind::Possessive) if !word.is_empty())
                && !NOT_OF_BODY.contains(word)
                || word == "-"
        };
        let name = after_titles(draft, comma + 1);
        let holder = *self.by_first.get(&name)?;
        let (_, range) = draft.name_at(name)?;
        let set_apart = matches!(draft.next_word(range.end), "," | "." | ";" | "" | "(");
        let common = draft.word(comma - 1).starts_with(char::is_lowercase);
        let whole = (end + 1..comma).all(describes) && (comma..=name).all(|at| !draft.begins_sentence(at));
        // "the prime minister at the time, Ann Holm,": that is no body.
        let body = if draft.word(comma - 1) == "time" { end } else { comma };
        (set_apart && common && whole).then_some((body, holder))
    }
}

/// "Sen." or "Gov." before a name: where it ends, and whose office it is.
pub(super) fn short_office(draft: &Draft, holders: &Holders, at: usize) -> Option<(usize, EntityId)> {
    if !SHORT_OFFICES.contains(draft.word(at)) || draft.word(at + 1) != "." || !draft.is_glued(at + 1) {
        return None;
    }
    let name = after_titles(draft, at + 2);
    holders.by_first.get(&name).filter(|_| !draft.begins_sentence(name)).map(|holder| (at + 2, *holder))
}

/// Who holds the office by the words beside it: "Shadow Home Secretary Chris Philp", "the commissioner, Sir Mark
/// Rowley", "Anna Bloggs, the director", "Kenneth Bates became education secretary".
pub(super) fn holder(
    draft: &Draft,
    holders: &Holders,
    start: usize,
    mut end: usize,
    with_body: usize,
) -> Option<EntityId> {
    // "director of the National Police (PN), Ada Moss"
    let with_body = with_body.max(end);
    let closes_at = after_letters(draft, with_body);
    if end == with_body {
        end = closes_at;
    }
    let comma = usize::from(draft.next_word(end) == ",");
    let name = after_titles(draft, end + comma);
    if let Some(id) = holders.by_first.get(&name)
        && (end..=name).all(|at| !draft.begins_sentence(at))
    {
        return Some(*id);
    }
    let before = |at: usize| at.checked_sub(1).filter(|_| !draft.begins_sentence(at));
    let is_article = |at: &usize| {
        let word = draft.word(*at);
        matches!(word, "the" | "a" | "an" | "its" | "their" | "his" | "her")
            || draft.tokens.get(*at).is_some_and(|token| token.kind == TokenKind::Possessive)
    };
    let mut first = start;
    // "Peru's new prime minister", "a new minister"
    if let Some(adjective) = before(start).filter(|at| matches!(draft.word(*at), "new" | "next" | "current"))
        && before(adjective).is_some_and(|at| is_article(&at))
    {
        first = adjective;
    }
    if let Some(article) = before(first).filter(is_article) {
        first = article;
        // "the Post's editor": the owner comes before.
        if draft.tokens.get(article).is_some_and(|token| token.kind == TokenKind::Possessive) {
            first = before(article)
                .and_then(|owner| draft.name_at(owner))
                .map_or(first, |(_, range)| range.start);
            first = before(first).filter(|at| draft.word(*at) == "the").unwrap_or(first);
        }
    }
    let link = before(first)?;
    if draft.word(link) == "," {
        let closes = matches!(
            draft.next_word(closes_at),
            "," | "." | "" | "of" | "at" | "for" | "and" | ";" | "who" | "in"
        );
        let last = before(link).map(|last| before_bracket(draft, last));
        return last.and_then(|last| holders.by_last.get(&last)).copied().filter(|_| closes);
    }
    // "naming Ann Holm as Peru's new prime minister", "appointing Ann Holm a minister"
    let named = if draft.word(link) == "as" { before(link)? } else { link };
    if let Some(holder) = holders.by_last.get(&named)
        && let Some((_, name)) = draft.name_at(named)
        && (given_by_naming(draft, name.start) || named < link && is_with(draft, name.start))
    {
        return Some(*holder);
    }
    // "during Ann Holm's term as minister"
    if named < link && TERMS.contains(draft.word(named)) {
        let owner = (named.saturating_sub(3)..named)
            .rev()
            .find(|at| draft.tokens.get(*at).is_some_and(|token| token.kind == TokenKind::Possessive))?;
        return before(owner).and_then(|owner| holders.by_last.get(&owner)).copied();
    }
    // "Ann Holm most recently served as minister"
    if draft.word(link) == "as" {
        let verb = before(link).filter(|at| SERVES.contains(draft.word(*at)))?;
        let mut subject = before(verb)?;
        for _ in 0..3 {
            let passed = draft.word(subject).ends_with("ly")
                || matches!(
                    draft.word(subject),
                    "most"
                        | "now"
                        | "then"
                        | "has"
                        | "had"
                        | "was"
                        | "is"
                        | "been"
                        | "also"
                        | "who"
                        | "in"
                        | ","
                );
            subject = if passed { before(subject)? } else { break };
        }
        return holders.by_last.get(&subject).copied();
    }
    // "X was elected president": the verb may have an auxiliary before it.
    let verb = HOLDS.contains(draft.word(link)).then_some(link)?;
    let subject = before(verb)?;
    let subject = if matches!(draft.word(subject), "was" | "is" | "been" | "now" | "then") {
        before(subject)?
    } else {
        subject
    };
    holders.by_last.get(&subject).copied()
}

/// Where short letters in brackets after a body end: "director of the National Police (PN)".
fn after_letters(draft: &Draft, end: usize) -> usize {
    let closed = draft.next_word(end) == "(" && draft.next_word(end + 2) == ")";
    end + if closed { 3 } else { 0 }
}

/// "with Ann Holm as his minister"
fn is_with(draft: &Draft, name: usize) -> bool {
    titles_start(draft, name).checked_sub(1).is_some_and(|at| draft.word(at) == "with")
}

/// The last token before the bracket that ends at `last`, if one does: "Ann Holm (R-Iowa), chairman".
fn before_bracket(draft: &Draft, last: usize) -> usize {
    let open = (last.saturating_sub(6)..last).rev().find(|at| draft.word(*at) == "(");
    let open = open.filter(|at| *at > 0 && draft.word(last) == ")");
    open.map_or(last, |open| open - 1)
}

/// Whether a verb of naming is before the name and its titles.
fn given_by_naming(draft: &Draft, name: usize) -> bool {
    let mut at = titles_start(draft, name);
    // "naming the retired general Sheikh Omar"
    for _ in 0..4 {
        let Some(before) = at.checked_sub(1).filter(|_| !draft.begins_sentence(at)) else { return false };
        if NAMING.contains(draft.word(before)) {
            return true;
        }
        let passed = draft.is_capitalised(before)
            || matches!(draft.word(before), "the" | "a" | "an" | "retired" | "former" | "general" | "lawyer");
        if !passed {
            return false;
        }
        at = before;
    }
    false
}
