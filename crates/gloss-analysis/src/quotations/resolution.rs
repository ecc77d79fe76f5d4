//! Whom a speaker's words mean: the entity under a name, and the earlier person or body under a pronoun.

use super::{
    Speaker,
    candidates::{Candidate, Relation},
    lexicon::{Class, is_person_noun},
    passage::{ItemKind, Passage},
    words,
};
use crate::{Entity, EntityId, EntityKind, Mention};
use gloss_text::Span;
use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
    sync::LazyLock,
};

/// How many paragraphs back a pronoun may reach.
const REACH: usize = 4;

/// How many subjects back it may reach, and how many are compared to tell one from another.
const NEAREST: usize = 60;
const NEAR: usize = 8;

/// Grammatical gender, as far as titles, offices and first names tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gender {
    Male,
    Female,
    /// A body, not a person.
    Neuter,
}

/// Somebody whom a later pronoun may mean.
#[derive(Clone, Debug)]
struct Referent {
    span: Span,
    paragraph: usize,
    entity: Option<EntityId>,
    gender: Option<Gender>,
    /// Whether it is a person by name.
    person: bool,
}

/// Looks up speakers among the names of an article.
pub(super) struct Resolver<'a> {
    text: &'a str,
    passage: &'a Passage,
    mentions: &'a [Mention],
    entities: &'a [Entity],
    /// Subjects of the article's sentences, in order.
    referents: Vec<Referent>,
}

impl<'a> Resolver<'a> {
    /// Gathers whom pronouns may mean.
    pub(super) fn new(
        text: &'a str,
        passage: &'a Passage,
        candidates: &[Vec<Candidate>],
        mentions: &'a [Mention],
        entities: &'a [Entity],
    ) -> Self {
        let mut resolver = Self { text, passage, mentions, entities, referents: Vec::new() };
        let mut genders: BTreeMap<EntityId, Gender> = BTreeMap::new();
        for mention in mentions {
            if let (Some(entity), Some(gender)) = (mention.entity, resolver.gender_of_mention(mention)) {
                genders.entry(entity).or_insert(gender);
            }
        }
        for (id, entity) in
            entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Person)
        {
            let title = entity.titles.iter().chain(&entity.roles).flat_map(|words| words.split_whitespace());
            if let Some(gender) = title.filter_map(gender_of_word).find(|gender| *gender != Gender::Neuter) {
                genders.insert(id, gender);
            }
        }
        let mut referents: Vec<Referent> = Vec::new();
        for (sentence, candidates) in passage.sentences.iter().zip(candidates) {
            let first = referents.len();
            for candidate in candidates.iter().filter(|candidate| candidate.relation != Relation::Possessive)
            {
                let span = passage.span(&candidate.speaker);
                if resolver.is_pronoun(&candidate.speaker)
                    || referents.iter().skip(first).rev().take(NEAR).any(|known| known.span == span)
                {
                    continue;
                }
                let mention = resolver.mention(&candidate.speaker);
                let entity = mention.and_then(|mention| mention.entity);
                let gender = entity
                    .and_then(|entity| genders.get(&entity).copied())
                    .or_else(|| mention.and_then(|mention| resolver.gender_of_mention(mention)))
                    .or_else(|| resolver.gender(&candidate.speaker));
                let person = match mention {
                    Some(mention) => mention.kind == EntityKind::Person,
                    // Without a tagger, a phrase that ends in a name may be a person's.
                    None => mentions.is_empty() && resolver.ends_in_name(&candidate.speaker),
                };
                if person || gender.is_some() {
                    let span = passage.span(&resolver.without_relative(&candidate.speaker));
                    let paragraph = sentence.paragraph;
                    referents.push(Referent { span, paragraph, entity, gender, person });
                }
            }
            referents.get_mut(first..).unwrap_or_default().sort_by_key(|referent| referent.span.start);
        }
        resolver.referents = referents;
        resolver
    }

    /// The speaker that a candidate stands for.
    pub(super) fn speaker(&self, candidate: &Candidate) -> Speaker {
        let span = self.passage.span(&candidate.speaker);
        if self.is_pronoun(&candidate.speaker) {
            let antecedent = self.antecedent(&candidate.speaker, span);
            return self.named(Speaker {
                span,
                name: antecedent.map_or(span, |referent| referent.span).of(self.text).to_owned(),
                entity: antecedent.and_then(|referent| referent.entity),
                antecedent: antecedent.map(|referent| referent.span),
            });
        }
        let entity = self.mention(&candidate.speaker).and_then(|mention| mention.entity);
        let words = self.passage.span(&self.without_relative(&candidate.speaker)).of(self.text);
        self.named(Speaker { span, name: words.to_owned(), entity, antecedent: None })
    }

    /// Puts the entity's name in place of the words.
    fn named(&self, mut speaker: Speaker) -> Speaker {
        if let Some(entity) = speaker.entity.and_then(|entity| self.entities.get(entity)) {
            speaker.name.clone_from(&entity.name);
        }
        speaker
    }

    fn is_pronoun(&self, speaker: &Range<usize>) -> bool {
        speaker.len() == 1
            && matches!(self.passage.class(speaker.start), Some(Class::Pronoun | Class::Determiner))
    }

    /// Mentions that lie in `span`, in order.
    fn mentions_in(&self, span: Span) -> impl Iterator<Item = &'a Mention> {
        let first = self.mentions.partition_point(|mention| mention.span.start < span.start);
        self.mentions
            .iter()
            .skip(first)
            .take_while(move |mention| mention.span.start < span.end)
            .filter(move |mention| span.contains(mention.span))
    }

    /// The mention at the head of a phrase: Amanda Rowe in "IOPC director Amanda Rowe of Leeds", and none in
    /// "Mr Kaba's family" or "a spokesman for Mr Kaba".
    fn mention(&self, speaker: &Range<usize>) -> Option<&'a Mention> {
        let head = self.passage.span(&self.head(speaker));
        let last = self
            .mentions_in(head)
            .filter(|mention| {
                matches!(mention.kind, EntityKind::Person | EntityKind::Organisation | EntityKind::Place)
            })
            .last()?;
        let rest = self.text.get(last.span.end..head.end)?.trim_start();
        (rest.is_empty() || rest.starts_with([',', '('])).then_some(last)
    }

    fn ends_in_name(&self, speaker: &Range<usize>) -> bool {
        let head = self.head(&self.without_relative(speaker));
        let last = head.end.saturating_sub(1);
        let begins =
            self.passage.sentences.binary_search_by_key(&last, |sentence| sentence.items.start).is_ok();
        let lone = head.len() == 1 && begins;
        self.passage.class(last) == Some(Class::Name) && !lone
    }

    /// Whether the words are "he" or "she", and nobody before agrees with them.
    pub(super) fn is_unintroduced(&self, candidate: &Candidate) -> bool {
        let word = self.passage.word(self.text, candidate.speaker.start).to_lowercase();
        let span = self.passage.span(&candidate.speaker);
        matches!(word.as_str(), "he" | "she")
            && self.is_pronoun(&candidate.speaker)
            && self.antecedent(&candidate.speaker, span).is_none()
    }

    /// "Blake" in "Blake, who".
    fn without_relative(&self, speaker: &Range<usize>) -> Range<usize> {
        let mut end = speaker.end;
        if end > speaker.start + 1 && self.passage.class(end - 1) == Some(Class::Relative) {
            end -= 1 + usize::from(self.passage.is_sign(end - 2, ','));
        }
        speaker.start..end
    }

    /// The phrase up to its first preposition or relative pronoun.
    fn head(&self, speaker: &Range<usize>) -> Range<usize> {
        let end = speaker
            .clone()
            .skip(1)
            .find(|&at| matches!(self.passage.class(at), Some(Class::Preposition | Class::Relative)))
            .unwrap_or(speaker.end);
        speaker.start..end
    }

    /// The nearest earlier subject that agrees with a pronoun.
    fn antecedent(&self, speaker: &Range<usize>, span: Span) -> Option<&Referent> {
        let wanted = match self.passage.word(self.text, speaker.start).to_lowercase().as_str() {
            "he" | "his" | "him" => Gender::Male,
            "she" | "her" => Gender::Female,
            "it" | "its" => Gender::Neuter,
            _ => return None,
        };
        let paragraph = self.paragraph(speaker.start);
        let before = self.referents.partition_point(|referent| referent.span.end <= span.start);
        let near = || {
            self.referents
                .iter()
                .take(before)
                .rev()
                .take(NEAREST)
                .take_while(|referent| referent.paragraph + REACH >= paragraph)
        };
        // A subject whose gender the text tells goes before one that only may agree.
        near()
            .take_while(|referent| referent.paragraph == paragraph)
            .find(|referent| referent.gender == Some(wanted))
            .or_else(|| {
                near().find(|referent| match referent.gender {
                    Some(gender) => gender == wanted,
                    None => referent.person && wanted != Gender::Neuter,
                })
            })
    }

    fn paragraph(&self, item: usize) -> usize {
        let at = self.passage.sentences.partition_point(|sentence| sentence.items.end <= item);
        self.passage.sentences.get(at).map_or(0, |sentence| sentence.paragraph)
    }

    fn gender_of_mention(&self, mention: &Mention) -> Option<Gender> {
        match mention.kind {
            EntityKind::Organisation => return Some(Gender::Neuter),
            EntityKind::Person => {}
            _ => return None,
        }
        let before = self.text.get(..mention.span.start)?.trim_end_matches(['.', ' ', '\u{a0}']);
        let title = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let first = mention.span.of(self.text).split_whitespace();
        std::iter::once(title).chain(first).find_map(gender_of_word)
    }

    /// The gender of a phrase by its own words.
    fn gender(&self, speaker: &Range<usize>) -> Option<Gender> {
        let head = self.head(speaker);
        // "Mr Kaba's family": what is before a possessive tells nothing.
        let start = head
            .clone()
            .rev()
            .find(|&at| self.passage.kind(at) == Some(ItemKind::Possessive))
            .map_or(head.start, |at| at + 1);
        let words = || (start..head.end).map(|at| self.passage.word(self.text, at));
        let told = words().find_map(gender_of_word);
        let determiner = self.passage.class(start) == Some(Class::Determiner);
        let names = (start..head.end).filter(|&at| self.passage.class(at) == Some(Class::Name)).count();
        told.or_else(|| {
            // "the Met", "Downing Street": bodies, unless an office is named.
            let office = words().any(is_person_noun);
            (!office && names > 0 && determiner).then_some(Gender::Neuter)
        })
    }
}

/// The gender that a word tells.
static GENDERS: LazyLock<HashMap<&str, Gender>> = LazyLock::new(|| {
    let lists =
        [(words::BODIES, Gender::Neuter), (words::FEMALE, Gender::Female), (words::MALE, Gender::Male)];
    lists
        .into_iter()
        .flat_map(|(list, gender)| list.split_whitespace().map(move |word| (word, gender)))
        .collect()
});

fn gender_of_word(word: &str) -> Option<Gender> {
    GENDERS.get(word.to_lowercase().as_str()).copied()
}
