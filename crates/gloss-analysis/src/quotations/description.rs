//! Descriptions in place of a name, where exactly one person of the article fits: "the 56-year-old", "the director",
//! "the Portuguese striker".

use super::{
    lexicon::{Class, is_individual},
    passage::{ItemKind, Passage},
    words,
};
use crate::{Entity, EntityId, EntityKind, Mention};
use gloss_text::Span;
use std::{
    collections::{BTreeSet, HashMap},
    ops::Range,
    sync::LazyLock,
};

/// What an article says of its people that a description may take up.
#[derive(Debug, Default)]
pub(super) struct Descriptions<'a> {
    /// People in the order of their first mention, and where that is.
    people: Vec<(usize, EntityId)>,
    /// Where each is mentioned, in order.
    mentions: HashMap<EntityId, Vec<Span>>,
    /// Ages in years, as their digits.
    ages: Vec<(&'a str, EntityId)>,
    /// Offices and titles by their head noun in small letters, with all their words.
    offices: HashMap<String, Vec<(EntityId, Vec<String>)>>,
    /// Where somebody without a name is first introduced by a noun: "a director".
    introduced: HashMap<String, usize>,
}

/// Nouns by which sports pages and profiles call a person instead of the name.
static EPITHETS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| words::EPITHETS.split_whitespace().collect());

/// Words before an office that make it another one.
const OTHER_OFFICE: &[&str] = &["prime", "vice", "deputy", "former", "ex", "shadow", "assistant", "acting"];

impl<'a> Descriptions<'a> {
    pub(super) fn new(text: &'a str, passage: &Passage, mentions: &[Mention], entities: &[Entity]) -> Self {
        let mut known = Self::default();
        for (index, mention) in mentions.iter().enumerate() {
            match (mention.kind, mention.entity) {
                (EntityKind::Person, Some(entity)) => {
                    let of = known.mentions.entry(entity).or_default();
                    if of.is_empty() {
                        known.people.push((mention.span.start, entity));
                    }
                    of.push(mention.span);
                }
                (EntityKind::Age, _) => {
                    let before = index.checked_sub(1).and_then(|at| mentions.get(at));
                    let after = mentions.get(index + 1);
                    if let Some(entity) = bearer(text, mention.span, before, after) {
                        known.ages.push((digits(mention.span.of(text)), entity));
                    }
                }
                _ => {}
            }
        }
        for (index, mention) in mentions.iter().enumerate() {
            // "New Jersey Gov. Chris Marsh": the office between is passed over.
            let earlier = mentions.get(index.saturating_sub(2)..index).unwrap_or_default();
            let before = earlier.iter().rev().find(|earlier| earlier.kind != EntityKind::Role);
            if let Some(office) = of_state(text, before, mention, mentions.get(index + 1)) {
                let entity = mention.entity.unwrap_or_default();
                known.offices.entry(office.0).or_default().push((entity, office.1));
            }
        }
        for (_, id) in &known.people {
            let Some(entity) = entities.get(*id) else { continue };
            for office in entity.roles.iter().chain(&entity.titles) {
                let office = office.to_lowercase();
                let words: Vec<String> =
                    office.split([' ', ',']).filter(|word| !word.is_empty()).map(str::to_owned).collect();
                let own = words
                    .split(|word| matches!(word.as_str(), "of" | "for" | "at" | "in" | "to"))
                    .next()
                    .unwrap_or_default();
                // "director, producer and founder of Blue Films" are three.
                let parts = office.split(" and ").next().unwrap_or_default().split(", ");
                let parts = parts.filter(|part| own.join(" ").len() > part.len());
                for head in
                    parts.filter_map(|part| part.split(' ').next_back()).chain(own.last().map(String::as_str))
                {
                    known.offices.entry(head.to_owned()).or_default().push((*id, words.clone()));
                }
            }
        }
        known.introduce(text, passage);
        known
    }

    /// Notes where "a director" or "another man" is introduced.
    fn introduce(&mut self, text: &str, passage: &Passage) {
        for at in 0..passage.items.len() {
            let indefinite = passage.class(at) == Some(Class::Determiner)
                && matches!(
                    passage.word(text, at),
                    "a" | "an" | "A" | "An" | "another" | "Another" | "one" | "One"
                );
            if !indefinite {
                continue;
            }
            let noun = (at + 1..at + 6)
                .take_while(|&at| {
                    matches!(passage.class(at), Some(Class::Common | Class::Name))
                        || matches!(passage.kind(at), Some(ItemKind::Sign('-') | ItemKind::Number))
                })
                .last();
            if let Some(noun) = noun {
                let start = passage.items.get(at).map_or(0, |item| item.span.start);
                self.introduced.entry(passage.word(text, noun).to_lowercase()).or_insert(start);
            }
        }
    }

    /// Whom a phrase means, and where they were last mentioned before it; `None` unless exactly one person fits.
    pub(super) fn resolve(
        &self,
        text: &str,
        passage: &Passage,
        phrase: &Range<usize>,
    ) -> Option<(EntityId, Span)> {
        let at = passage.span(phrase).start;
        if phrase.len() < 2 || !passage.word(text, phrase.start).eq_ignore_ascii_case("the") {
            return None;
        }
        let before = self.people.partition_point(|(first, _)| *first < at);
        let only = || self.people.first().filter(|_| before == 1).map(|(_, entity)| *entity);
        let words = phrase.start + 1..phrase.end;
        let entity = if let Some(age) = age(text, passage, &words) {
            if words.clone().skip(5).any(|at| passage.class(at) == Some(Class::Name)) {
                return None;
            }
            let of_age: BTreeSet<EntityId> =
                self.ages.iter().filter(|(years, _)| *years == age).map(|(_, entity)| *entity).collect();
            match of_age.len() {
                1 => of_age.first().copied(),
                0 => only().filter(|only| self.ages.iter().all(|(_, entity)| entity != only)),
                _ => None,
            }
        } else {
            let end = words
                .clone()
                .find(|&at| !matches!(passage.class(at), Some(Class::Common | Class::Name)))
                .unwrap_or(words.end);
            let head = passage.word(text, end - 1).to_lowercase();
            if end == words.start || self.introduced.get(&head).is_some_and(|start| *start < at) {
                return None;
            }
            let said: Vec<String> = words.clone().map(|at| passage.word(text, at).to_lowercase()).collect();
            let office = self.office(&head, &said, before);
            let former = said.first().is_some_and(|word| word == "former") && is_individual(&head);
            let epithet = former || EPITHETS.contains(head.as_str());
            office.or_else(|| only().filter(|_| end == words.end && epithet))
        }?;
        Some((entity, self.last_named(entity, at)?))
    }

    /// Where somebody was last named before `at`.
    pub(super) fn last_named(&self, entity: EntityId, at: usize) -> Option<Span> {
        let mentions = self.mentions.get(&entity)?;
        let last = mentions.partition_point(|span| span.start < at).checked_sub(1)?;
        mentions.get(last).copied()
    }

    /// The one person among the first `before` whose office has the noun `head` and all of the words `said`.
    fn office(&self, head: &str, said: &[String], before: usize) -> Option<EntityId> {
        if !is_individual(head) {
            return None;
        }
        let ties =
            |word: &&String| !matches!(word.as_str(), "of" | "for" | "the" | "at" | "in" | "'s" | "’s" | "-");
        let fits = |words: &[String]| {
            said.iter().filter(ties).all(|word| words.contains(word))
                && OTHER_OFFICE.iter().all(|other| {
                    words.iter().any(|word| word == other) == said.iter().any(|word| word == other)
                })
        };
        let offices = self.offices.get(head)?;
        let known = |entity: EntityId| self.people.iter().take(before).any(|(_, person)| *person == entity);
        let holders: BTreeSet<EntityId> = offices.iter().map(|(entity, _)| *entity).collect();
        let one = holders.first().copied().filter(|_| holders.len() == 1)?;
        (known(one) && offices.iter().any(|(_, words)| fits(words))).then_some(one)
    }
}

/// The office of somebody who governs or represents a state by the words around the name, its noun first and then all
/// its words: "New Jersey Gov. Chris Marsh", "Senator Ada Moss of Texas".
fn of_state(
    text: &str,
    before: Option<&Mention>,
    person: &Mention,
    after: Option<&Mention>,
) -> Option<(String, Vec<String>)> {
    if person.kind != EntityKind::Person || person.entity.is_none() {
        return None;
    }
    let start = text.get(..person.span.start)?.trim_end();
    let title = start.rsplit(char::is_whitespace).next()?;
    let head = match title.trim_end_matches('.') {
        "Gov" | "Governor" => "governor",
        "Sen" | "Senator" => "senator",
        "Rep" | "Representative" => "representative",
        _ => return None,
    };
    let place = |mention: &&Mention| mention.kind == EntityKind::Place;
    let title_start = start.len() - title.len();
    let state = before
        .filter(|mention| mention.span.end <= title_start)
        .filter(place)
        .filter(|mention| text.get(mention.span.end..title_start).is_some_and(|gap| gap.trim().is_empty()))
        .or_else(|| {
            let gap = |mention: &&Mention| {
                text.get(person.span.end..mention.span.start).map(str::trim) == Some("of")
            };
            after.filter(place).filter(gap)
        })?;
    let words = state.span.of(text).split_whitespace().map(str::to_lowercase);
    Some((head.to_owned(), words.chain([head.to_owned()]).collect()))
}

fn digits(age: &str) -> &str {
    let start = age.find(|c: char| c.is_ascii_digit()).unwrap_or(age.len());
    let rest = age.get(start..).unwrap_or_default();
    rest.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default()
}

/// The person whose age is at `age`: "Holm, 31", "Holm (31)", "31-year-old Ryan Holm".
fn bearer(text: &str, age: Span, before: Option<&Mention>, after: Option<&Mention>) -> Option<EntityId> {
    let person = |mention: &&Mention| mention.kind == EntityKind::Person;
    let gap = |start: usize, end: usize| text.get(start..end).map(str::trim);
    let named_before = before.filter(person).filter(|mention| {
        gap(mention.span.end, age.start).is_some_and(|gap| matches!(gap, "," | "(" | ", aged"))
    });
    let named_after = after.filter(person).filter(|mention| gap(age.end, mention.span.start) == Some(""));
    named_before.or(named_after).and_then(|mention| mention.entity)
}

/// The age that the words begin with: "56-year-old".
fn age<'t>(text: &'t str, passage: &Passage, words: &Range<usize>) -> Option<&'t str> {
    let at = words.start;
    let spelt = passage.kind(at) == Some(ItemKind::Number)
        && passage.is_sign(at + 1, '-')
        && passage.word(text, at + 2) == "year"
        && passage.word(text, at + 4) == "old";
    (spelt && at + 4 < words.end).then(|| passage.word(text, at))
}
