//! The same name, the same mark: what an article names once is found throughout it, in one kind.

use super::{draft::Draft, public_life};
use crate::{
    EntityKind::{self, Organisation, Person, Place},
    english::{
        names::LANDS,
        organisations::{SUFFIXES, WEAK_FIRST},
    },
};
use gloss_text::TokenKind;
use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

/// Words of a name at most that is looked for elsewhere.
const LONGEST: usize = 6;

/// How a name is marked in the article.
#[derive(Clone, Copy, Default)]
struct Use {
    people: usize,
    organisations: usize,
    places: usize,
    /// How often it has no mark, though nothing around it makes another name of it.
    unmarked: usize,
    /// Whether something is in it somewhere.
    located: bool,
    /// Whether it is what a company's name is without its suffix.
    is_short_form: bool,
}

impl Use {
    fn count(&mut self, kind: EntityKind) {
        match kind {
            Person => self.people += 1,
            Organisation => self.organisations += 1,
            _ => self.places += 1,
        }
    }

    fn marked(self) -> usize {
        self.people + self.organisations + self.places
    }

    /// The kind that most mentions have, if it is more than half.
    fn kind(self) -> Option<EntityKind> {
        let kinds = [(Person, self.people), (Organisation, self.organisations), (Place, self.places)];
        let place = (Place, self.places);
        let tied = self.located && self.organisations == 0 && self.people == self.places;
        let usual = kinds.into_iter().find(|(_, count)| count * 2 > self.marked());
        usual.or(Some(place).filter(|_| tied)).map(|(kind, _)| kind)
    }
}

/// Gives all mentions of a name the kind that most of them have, and marks those that have none.
pub(super) fn even_out(draft: &mut Draft) {
    let mut uses: HashMap<&str, Use> = HashMap::new();
    let mut lengths: HashMap<&str, usize> = HashMap::new();
    for (kind, range) in draft.names() {
        let known = uses.entry(draft.span(&range).of(draft.text)).or_default();
        known.count(kind);
        // "in Kwun Tong" says more than a guess.
        let located =
            !draft.begins_sentence(range.start) && matches!(draft.word(range.start - 1), "in" | "near");
        known.located |= kind == Place && located;
        let longest = lengths.entry(draft.word(range.start)).or_default();
        *longest = (*longest).max(range.len()).min(LONGEST);
    }
    let people: HashSet<&str> = draft
        .names()
        .into_iter()
        .filter(|(kind, range)| *kind == Person && range.len() > 1)
        .flat_map(|(_, range)| range.map(|at| draft.word(at)))
        .collect();
    for (kind, range) in draft.names() {
        // "Yuli" is Yuli Township.
        let is_land = kind == Place && range.len() == 2 && LANDS.contains(draft.word(range.end - 1));
        if is_land && !people.contains(draft.word(range.start)) {
            let known = uses.entry(draft.word(range.start)).or_default();
            if known.organisations == 0 {
                known.places += 2 * known.people;
            }
        }
        // What is left of a company's name without its suffix names it, too.
        let suffix = range.clone().rev().take_while(|at| SUFFIXES.contains(draft.word(*at))).count();
        let short = range.start..range.end - suffix;
        let is_name = kind == Organisation
            && suffix > 0
            && short.len() == 1
            && !WEAK_FIRST.contains(draft.word(short.start));
        if is_name && draft.word(short.start).chars().count() > 3 {
            let known = uses.entry(draft.span(&short).of(draft.text)).or_default();
            if !people.contains(draft.word(short.start))
                && public_life::usual_name(Place, draft.word(short.start)).is_none()
            {
                known.organisations += 1 + 2 * (known.people + known.places);
                known.is_short_form = true;
                lengths.entry(draft.word(short.start)).or_insert(1);
            }
        }
    }
    let small: HashSet<&str> = (0..draft.tokens.len())
        .map(|at| draft.word(at))
        .filter(|word| word.starts_with(char::is_lowercase))
        .collect();
    let mut unmarked = Vec::new();
    let mut at = 0;
    while at < draft.tokens.len() {
        match draft.name_at(at) {
            Some((_, range)) => at = range.end.max(at + 1),
            None => match unmarked_name(draft, at, &lengths, &uses, &small) {
                Some(range) => {
                    if let Some(known) = uses.get_mut(draft.span(&range).of(draft.text)) {
                        known.unmarked += 1;
                    }
                    at = range.end;
                    unmarked.push(range);
                }
                None => at += 1,
            },
        }
    }
    for range in unmarked {
        let known = uses.get(draft.span(&range).of(draft.text)).copied().unwrap_or_default();
        // One word that is left unmarked more often than not is a word rather than a name.
        let is_name = range.len() > 1 || known.is_short_form || known.marked() >= known.unmarked;
        if let Some(kind) = known.kind().filter(|_| is_name) {
            draft.mark(&range, kind);
        }
    }
    for (kind, range) in draft.names() {
        let known = uses.get(draft.span(&range).of(draft.text)).copied().unwrap_or_default();
        if let Some(usual) = known.kind().filter(|usual| *usual != kind) {
            draft.mark(&range, usual);
        }
    }
}

/// A name that is marked elsewhere and has no mark at `at`, unless it is part of a longer one.
fn unmarked_name(
    draft: &Draft,
    at: usize,
    lengths: &HashMap<&str, usize>,
    uses: &HashMap<&str, Use>,
    small: &HashSet<&str>,
) -> Option<Range<usize>> {
    let longest = *lengths.get(draft.word(at))?;
    if !draft.is_capitalised(at) {
        return None;
    }
    let mut end = at + 1;
    while end < at + longest && !draft.begins_sentence(end) && draft.name_at(end).is_none() {
        end += 1;
    }
    let range = (at + 1..=end)
        .rev()
        .map(|end| at..end)
        .find(|range| uses.contains_key(draft.span(range).of(draft.text)))?;
    let word = draft.word(at);
    let plain =
        range.len() == 1 && (word.chars().count() < 3 || small.contains(word.to_lowercase().as_str()));
    let before = at.checked_sub(1).filter(|_| !draft.begins_sentence(at));
    let extends = |at: usize| {
        draft.is_capitalised(at) || matches!(draft.word(at), "-" | "&") || draft.name_at(at).is_some()
    };
    let part_before = before.is_some_and(|before| {
        (extends(before) && !(draft.begins_sentence(before) && draft.name_at(before).is_none()))
            || draft.tokens.get(before).is_some_and(|token| token.kind == TokenKind::Possessive)
    });
    let part_after = !draft.begins_sentence(range.end) && extends(range.end);
    (!plain && !part_before && !part_after).then_some(range)
}
