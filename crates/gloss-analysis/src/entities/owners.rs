//! Bodies that every country has, told apart by whose they are: "Peru's Foreign Ministry" and "the Foreign Ministry of Chile".

use super::{
    draft::Draft,
    words_of_names::{fold, words},
};
use crate::{EntityKind, english::names::DEMONYMS};
use gloss_text::TokenKind;
use std::{collections::HashMap, ops::Range};

/// Last words of the names of bodies that every country has one of.
const NATIONAL: &[&str] = &[
    "Ministry",
    "Parliament",
    "Cabinet",
    "Senate",
    "Assembly",
    "Army",
    "Navy",
    "Treasury",
    "Embassy",
    "Congress",
];

/// A body and whose it is.
#[derive(Clone)]
pub(super) struct Owned {
    /// As they are compared.
    pub(super) key: String,
    /// In the words of the text.
    pub(super) whole: String,
}

/// For the mentions of such bodies whose they are, where the article has one of the name for several countries.
pub(super) struct Owners {
    by_mention: HashMap<usize, Owned>,
}

/// What the article says of bodies with one name.
#[derive(Default)]
struct Bearers {
    /// Mentions with an owner.
    owned: Vec<(usize, Owned)>,
    /// The first mention after an article, without an owner.
    plain: Option<usize>,
}

impl Owners {
    pub(super) fn read(draft: &Draft, names: &[(EntityKind, Range<usize>)]) -> Self {
        let mut bearers: HashMap<String, Bearers> = HashMap::new();
        for (index, (kind, range)) in names.iter().enumerate() {
            if *kind != EntityKind::Organisation || !NATIONAL.contains(&draft.word(range.end - 1)) {
                continue;
            }
            let own = range.len() > 1 && DEMONYMS.contains(draft.word(range.start));
            let name = fold(&words(draft, &(range.start + usize::from(own)..range.end)).join(" "));
            let body = owner(draft, range, &name);
            let known = bearers.entry(name).or_default();
            match body {
                Some(body) => known.owned.push((index, body)),
                None if !draft.begins_sentence(range.start)
                    && draft.word(range.start - 1).eq_ignore_ascii_case("the") =>
                {
                    known.plain = known.plain.or(Some(index));
                }
                None => {}
            }
        }
        let mut by_mention = HashMap::new();
        for known in bearers.into_values() {
            let Some((first, owner)) = known.owned.first() else { continue };
            let several = known.owned.iter().any(|(_, other)| other.key != owner.key);
            // Where the article has spoken of "the Foreign Ministry" before, that of Peru is another one.
            let another = known.plain.is_some_and(|plain| plain < *first);
            if several || another {
                by_mention.extend(known.owned);
            }
        }
        Self { by_mention }
    }

    /// Whose the body is that is mentioned there.
    pub(super) fn of(&self, mention: usize) -> Option<Owned> {
        self.by_mention.get(&mention).cloned()
    }
}

/// The place before the body, in the possessive or as an adjective, which may be part of the name.
fn owner(draft: &Draft, range: &Range<usize>, name: &str) -> Option<Owned> {
    let of = |owner: &str, whole: Range<usize>| Owned {
        key: format!("{} {name}", stem(owner)),
        whole: draft.span(&whole).of(draft.text).to_owned(),
    };
    let first = draft.word(range.start);
    if range.len() > 1 && DEMONYMS.contains(first) {
        return Some(of(first, range.clone()));
    }
    let before = range.start.checked_sub(1).filter(|_| !draft.begins_sentence(range.start))?;
    if draft.tokens.get(before).is_some_and(|token| token.kind == TokenKind::Possessive) {
        let (kind, owner) = draft.name_at(before.checked_sub(1)?)?;
        let is_place = *kind == EntityKind::Place;
        return is_place.then(|| of(draft.span(owner).of(draft.text), owner.start..range.end));
    }
    DEMONYMS.contains(draft.word(before)).then(|| of(draft.word(before), before..range.end))
}

/// What a country and its adjective mostly begin alike with.
fn stem(word: &str) -> String {
    fold(word).chars().take(4).collect()
}
