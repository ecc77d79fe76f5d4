//! Whom a speaker's words mean: the entity under a name, and the earlier person or body under a pronoun.

use super::{
    Speaker,
    candidates::{Candidate, Relation},
    description::Descriptions,
    gender::{Gender, gender_of_pronoun, gender_of_word},
    lexicon::{Class, is_individual, is_person_noun},
    passage::{ItemKind, Passage, Sentence},
    referents::{Referent, Referents},
};
use crate::{Entity, EntityId, EntityKind, Mention};
use gloss_text::Span;
use std::{
    cell::OnceCell,
    collections::{BTreeMap, HashSet},
    ops::Range,
};

/// How many candidates of a sentence are compared to tell one from another.
const NEAR: usize = 8;

/// How far after a pronoun the names are read that it cannot mean, in items.
const CLAUSE: usize = 30;

/// Looks up speakers among the names of an article.
pub(super) struct Resolver<'a> {
    text: &'a str,
    passage: &'a Passage,
    mentions: &'a [Mention],
    entities: &'a [Entity],
    genders: BTreeMap<EntityId, Gender>,
    descriptions: Descriptions<'a>,
    referents: Referents,
    /// Words that have a capital inside a sentence.
    names: OnceCell<HashSet<String>>,
}

impl<'a> Resolver<'a> {
    /// Gathers whom pronouns and descriptions may mean.
    pub(super) fn new(
        text: &'a str,
        passage: &'a Passage,
        candidates: &[Vec<Candidate>],
        mentions: &'a [Mention],
        entities: &'a [Entity],
    ) -> Self {
        let descriptions = Descriptions::new(text, passage, mentions, entities);
        let (genders, referents, names) = (BTreeMap::new(), Referents::default(), OnceCell::new());
        let mut resolver =
            Self { text, passage, mentions, entities, genders, descriptions, referents, names };
        resolver.genders = resolver.genders();
        for (index, (sentence, candidates)) in passage.sentences.iter().zip(candidates).enumerate() {
            let mut here = resolver.subjects((index, sentence.paragraph), candidates);
            resolver.others((index, sentence.paragraph), &mut here);
            resolver.referents.extend(here);
        }
        resolver
    }

    /// The gender of each entity, by its titles and offices or else by its mentions.
    fn genders(&self) -> BTreeMap<EntityId, Gender> {
        let mut genders = BTreeMap::new();
        for mention in self.mentions {
            if let (Some(entity), Some(gender)) = (mention.entity, self.gender_of_mention(mention)) {
                genders.entry(entity).or_insert(gender);
            }
        }
        for (id, entity) in self.entities.iter().enumerate() {
            let title = entity.titles.iter().chain(&entity.roles).flat_map(|words| words.split_whitespace());
            let told = title.filter_map(gender_of_word).find(|gender| *gender != Gender::Neuter);
            if let Some(gender) = told.filter(|_| entity.kind == EntityKind::Person) {
                genders.insert(id, gender);
            }
        }
        genders
    }

    /// The subjects of one sentence whom a pronoun may mean. A subject that is itself a pronoun means its own
    /// antecedent.
    fn subjects(&self, place: (usize, usize), candidates: &[Candidate]) -> Vec<Referent> {
        let mut found: Vec<Referent> = Vec::new();
        let (sentence, paragraph) = place;
        let mut candidates: Vec<&Candidate> =
            candidates.iter().filter(|candidate| candidate.relation != Relation::Possessive).collect();
        candidates.sort_by_key(|candidate| candidate.speaker.start);
        for candidate in candidates {
            let span = self.passage.span(&candidate.speaker);
            if found.iter().rev().take(NEAR).any(|known| known.at == span.start) {
                continue;
            }
            if self.is_pronoun(&candidate.speaker) {
                let wanted = gender_of_pronoun(span.of(self.text)).filter(|wanted| *wanted != Gender::Neuter);
                let others = self.named_beside(&candidate.speaker);
                let meant = wanted
                    .and_then(|wanted| self.referents.antecedent(wanted, span.start, place, &found, &others));
                found.extend(meant.map(|meant| Referent {
                    at: span.start,
                    sentence,
                    paragraph,
                    gender: wanted,
                    subject: true,
                    ..meant
                }));
                continue;
            }
            let mention = self.mention(&candidate.speaker).or_else(|| self.apposed(&candidate.speaker));
            let described = if mention.is_some() { None } else { self.described(&candidate.speaker) };
            let entity = mention.map_or(described.map(|(entity, _)| entity), |mention| mention.entity);
            // "Mr Reid's sister, Carol Reid": what she is called tells more than the name.
            let apposed = mention.filter(|mention| mention.span.start >= span.end);
            let gender = apposed
                .and_then(|_| self.gender(&candidate.speaker))
                .or_else(|| entity.and_then(|entity| self.genders.get(&entity).copied()))
                .or_else(|| mention.and_then(|mention| self.gender_of_mention(mention)))
                .or_else(|| {
                    let person =
                        mention.filter(|mention| mention.kind == EntityKind::Person && apposed.is_none());
                    person.map_or_else(
                        || self.gender(&candidate.speaker),
                        |person| self.gender_beside(&candidate.speaker, person.span),
                    )
                });
            let person = match mention {
                Some(mention) => mention.kind == EntityKind::Person,
                // Without a tagger, a phrase that ends in a name may be a person's.
                None => {
                    described.is_some()
                        || self.is_individual(&candidate.speaker)
                        || self.mentions.is_empty() && self.ends_in_name(&candidate.speaker)
                }
            };
            if person || gender.is_some() {
                let at = span.start;
                let words = self.passage.span(&self.without_relative(&candidate.speaker));
                let span = apposed.map_or(words, |mention| mention.span);
                let named = mention.is_some() || described.is_some();
                found.push(Referent {
                    span,
                    at,
                    sentence,
                    paragraph,
                    entity,
                    gender,
                    person,
                    named,
                    subject: true,
                    embedded: false,
                });
            }
        }
        found
    }

    /// Adds the people whom a sentence names beside its subjects, outside quotations.
    fn others(&self, (index, paragraph): (usize, usize), found: &mut Vec<Referent>) {
        let Some(sentence) = self.passage.sentences.get(index) else { return };
        let known: Vec<Span> = found.iter().take(NEAR).map(|referent| referent.span).collect();
        for mention in self.mentions_in(self.passage.span(&sentence.items)) {
            if mention.kind != EntityKind::Person || known.iter().any(|span| span.overlaps(mention.span)) {
                continue;
            }
            let item = self.passage.items.partition_point(|item| item.span.end <= mention.span.start);
            if matches!(self.passage.kind(item), Some(ItemKind::Quoted(_))) {
                continue;
            }
            let told = mention.entity.and_then(|entity| self.genders.get(&entity).copied());
            found.push(Referent {
                span: mention.span,
                at: mention.span.start,
                sentence: index,
                paragraph,
                entity: mention.entity,
                gender: told.or_else(|| self.gender_of_mention(mention)),
                person: true,
                named: true,
                subject: false,
                embedded: false,
            });
        }
    }

    /// The speaker of a candidate; `None` where its words are only a fragment.
    pub(super) fn speaker(&self, candidate: &Candidate) -> Option<Speaker> {
        let span = self.passage.span(&candidate.speaker);
        if self.is_pronoun(&candidate.speaker) {
            let antecedent = self.antecedent(&candidate.speaker, span);
            return Some(self.named(Speaker {
                span,
                name: antecedent.map_or(span, |referent| referent.span).of(self.text).to_owned(),
                entity: antecedent.and_then(|referent| referent.entity),
                antecedent: antecedent.map(|referent| referent.span),
            }));
        }
        if let Some(mention) = self.mention(&candidate.speaker) {
            let name = self.shown(&candidate.speaker);
            return Some(self.named(Speaker { span, name, entity: mention.entity, antecedent: None }));
        }
        if self.is_fragment(&candidate.speaker) {
            return None;
        }
        let apposed =
            self.apposed(&candidate.speaker).and_then(|mention| Some((mention.entity?, mention.span)));
        let described = apposed.or_else(|| self.described(&candidate.speaker));
        Some(self.named(Speaker {
            span,
            name: self.shown(&candidate.speaker),
            entity: described.map(|(entity, _)| entity),
            antecedent: described.map(|(_, span)| span),
        }))
    }

    /// The words of a speaker as they are shown: a name without its article, as in "Home Office".
    fn shown(&self, speaker: &Range<usize>) -> String {
        let words = self.without_relative(speaker);
        let article = self.passage.word(self.text, words.start).eq_ignore_ascii_case("the");
        let rest = words.start + 1..words.end;
        let named = |at: usize| match self.passage.kind(at) {
            Some(ItemKind::Word(Class::Name | Class::Conjunction | Class::Preposition)) => true,
            kind => matches!(kind, Some(ItemKind::Sign(',' | '-' | '&' | '.') | ItemKind::Number)),
        };
        let office = is_person_noun(self.passage.word(self.text, words.end - 1)) || rest.len() < 2;
        let words = if article && !office && rest.clone().all(named) { rest } else { words };
        self.passage.span(&words).of(self.text).to_owned()
    }

    /// Whom a description means where exactly one person fits, and where the text last named them.
    fn described(&self, speaker: &Range<usize>) -> Option<(EntityId, Span)> {
        let words = self.without_relative(speaker);
        self.descriptions.resolve(self.text, self.passage, &words).or_else(|| self.holder(&words))
    }

    /// Who holds the office that the words are, and where the text last named them.
    fn holder(&self, words: &Range<usize>) -> Option<(EntityId, Span)> {
        let span = self.passage.span(words);
        let office = self.mentions_in(span).find(|mention| mention.kind == EntityKind::Role)?;
        let before = self.text.get(span.start..office.span.start)?.trim();
        let whole = office.span.end == span.end && (before.is_empty() || before.eq_ignore_ascii_case("the"));
        let holder = office.entity.filter(|_| whole)?;
        Some((holder, self.descriptions.last_named(holder, span.start)?))
    }

    /// Whether a phrase without a name is headed by a word for one person, and is no apposition: "the chancellor", "a
    /// source close to it", but not "director of" or ", a director,".
    fn is_individual(&self, speaker: &Range<usize>) -> bool {
        let head = self.head(&self.without_relative(speaker));
        let apposition = head.start > 0
            && self.passage.is_sign(head.start - 1, ',')
            && !self.passage.word(self.text, head.start).eq_ignore_ascii_case("the");
        self.passage.class(head.start) == Some(Class::Determiner)
            && !apposition
            && is_individual(self.passage.word(self.text, head.end - 1))
    }

    /// Whether a phrase that no name is part of cannot be a speaker's: "43", "There", "actor", "7 percent".
    fn is_fragment(&self, speaker: &Range<usize>) -> bool {
        let words = self.without_relative(speaker);
        let last = self.passage.word(self.text, words.end.saturating_sub(1));
        let spoken = words.clone().any(|at| matches!(self.passage.kind(at), Some(ItemKind::Word(_))));
        if !spoken {
            return true;
        }
        if words.len() > 1 {
            let first = self.passage.word(self.text, words.start).to_lowercase();
            let rest =
                || words.clone().skip(1).map(|at| (self.passage.class(at), self.passage.word(self.text, at)));
            // "Each election cycle", "the last"
            return matches!(first.as_str(), "each" | "every")
                && !rest().any(|(_, word)| is_person_noun(word))
                || words.len() == 2
                    && matches!(first.as_str(), "the" | "a" | "an")
                    && matches!(
                        last,
                        "last"
                            | "first"
                            | "next"
                            | "latest"
                            | "same"
                            | "other"
                            | "best"
                            | "worst"
                            | "past"
                            | "future"
                            | "present"
                            | "end"
                            | "meantime"
                    );
        }
        let plural = is_person_noun(last) && !is_individual(last);
        let begins = self
            .passage
            .sentences
            .binary_search_by_key(&words.start, |sentence| sentence.items.start)
            .is_ok();
        let nation = last.len() > 4 && ["ese", "ish"].iter().any(|end| last.ends_with(end));
        match self.passage.class(words.start) {
            Some(Class::Name) if begins => {
                !plural
                    && !self.mentions.is_empty()
                    && !self.is_name_elsewhere(last)
                    && !matches!(last, "Others" | "Some" | "Many")
            }
            Some(Class::Name) => nation || last.ends_with("ing"),
            Some(Class::Common) => !plural,
            _ => false,
        }
    }

    /// Whether a word has a capital somewhere inside a sentence.
    fn is_name_elsewhere(&self, word: &str) -> bool {
        let names = self.names.get_or_init(|| {
            let mut names = HashSet::new();
            for sentence in &self.passage.sentences {
                for at in sentence.items.clone().skip(1) {
                    if self.passage.class(at) == Some(Class::Name) {
                        names.insert(self.passage.word(self.text, at).to_owned());
                    }
                }
            }
            names
        });
        names.contains(word)
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

    /// The mention that a phrase is about: Amanda Rowe in "IOPC director Amanda Rowe of Leeds" and in "ambassador to
    /// Britain Amanda Rowe", the Bank of England in "the Bank of England", and none in "Mr Kaba's family" or "a
    /// spokesman for Mr Kaba".
    fn mention(&self, speaker: &Range<usize>) -> Option<&'a Mention> {
        let named = |mention: &&Mention| {
            matches!(mention.kind, EntityKind::Person | EntityKind::Organisation | EntityKind::Place)
        };
        let words = self.without_bracket(&self.without_relative(speaker));
        let whole = self.with_stop(self.passage.span(&words));
        let head = self.head(speaker);
        let head = self.with_stop(self.passage.span(&(head.start..head.end.min(words.end))));
        let mut before: Option<&Mention> = None;
        let mut last: Option<&Mention> = None;
        let mut in_head: Option<&Mention> = None;
        for mention in self.mentions_in(whole).filter(named) {
            (before, last) = (last, Some(mention));
            if head.contains(mention.span) {
                in_head = Some(mention);
            }
        }
        let gap = |start: usize, end: usize| self.text.get(start..end).map(str::trim);
        let Some(last) = last else { return self.mention_around(whole) };
        let first = self.text.get(whole.start..last.span.start)?.trim();
        if last.span.end == whole.end && (first.is_empty() || first.eq_ignore_ascii_case("the")) {
            return Some(last);
        }
        // "ambassador to Britain Liu Ming"
        if last.kind == EntityKind::Person
            && last.span.end == whole.end
            && (before.is_some_and(|before| {
                before.kind != EntityKind::Person && gap(before.span.end, last.span.start) == Some("")
            }) || self.is_set_apart(last))
        {
            return Some(last);
        }
        let rest = in_head.and_then(|mention| gap(mention.span.end, head.end));
        in_head.filter(|_| rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([',', '('])))
    }

    /// The body whose name ends where the words do and begins before them: the US Seventh Fleet around "Seventh Fleet".
    fn mention_around(&self, words: Span) -> Option<&'a Mention> {
        let before = self.mentions.partition_point(|mention| mention.span.start < words.start);
        let last = self.mentions.get(before.checked_sub(1)?)?;
        (last.kind == EntityKind::Organisation && last.span.end == words.end).then_some(last)
    }

    /// The span with the stop after it where a name ends with that: "Roy Cockney Jr."
    fn with_stop(&self, span: Span) -> Span {
        let stopped = self.text.get(span.end..).is_some_and(|rest| rest.starts_with('.'));
        let longer = Span::new(span.start, span.end + usize::from(stopped));
        let name = |mention: &Mention| mention.span.end == longer.end && mention.span.start < span.end;
        if stopped && self.mentions_in(longer).any(name) { longer } else { span }
    }

    /// The person named right after a phrase and a comma: Ann in "said his wife, Ann".
    fn apposed(&self, speaker: &Range<usize>) -> Option<&'a Mention> {
        let words = self.without_relative(speaker);
        let next = self.passage.items.get(words.end + 1)?;
        let first = self.mentions.partition_point(|mention| mention.span.start < next.span.start);
        self.mentions.get(first).filter(|mention| {
            mention.kind == EntityKind::Person
                && mention.span.start == next.span.start
                && self.passage.is_sign(words.end, ',')
                && matches!(self.passage.class(words.start), Some(Class::Determiner | Class::Name))
                && is_individual(self.passage.word(self.text, words.end - 1))
        })
    }

    /// Whether the words before a full name end a phrase of their own: "the minister of finance, Amanda Rowe",
    /// "professor of linguistics Amanda Rowe", but not "a spokesman for singer Amanda Rowe".
    fn is_set_apart(&self, mention: &Mention) -> bool {
        let item = self.passage.items.partition_point(|item| item.span.end <= mention.span.start);
        let Some(before) = item.checked_sub(1) else { return false };
        let word = self.passage.word(self.text, before);
        mention.span.of(self.text).contains(' ')
            && (self.passage.is_sign(before, ',')
                || self.passage.class(before) == Some(Class::Common) && !is_person_noun(word))
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

    /// "Sen. Ann Holm" of "Sen. Ann Holm (R-Texas)".
    fn without_bracket(&self, speaker: &Range<usize>) -> Range<usize> {
        let closes = speaker.end > speaker.start && self.passage.is_sign(speaker.end - 1, ')');
        let open = speaker.clone().skip(1).rfind(|at| closes && self.passage.is_sign(*at, '('));
        speaker.start..open.unwrap_or(speaker.end)
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

    /// Whom a pronoun most likely means.
    fn antecedent(&self, speaker: &Range<usize>, span: Span) -> Option<Referent> {
        let wanted = gender_of_pronoun(self.passage.word(self.text, speaker.start))?;
        let at = self.passage.sentences.partition_point(|sentence| sentence.items.end <= speaker.start);
        let paragraph = self.passage.sentences.get(at).map_or(0, |sentence| sentence.paragraph);
        self.referents.antecedent(wanted, span.start, (at, paragraph), &[], &self.named_beside(speaker))
    }

    /// The people named in the clause of a pronoun that begins a sentence, whom it cannot mean: not Blake in "He called
    /// Blake a friend".
    fn named_beside(&self, pronoun: &Range<usize>) -> Vec<EntityId> {
        let begins = |sentence: &Sentence| sentence.items.start.cmp(&pronoun.start);
        let Ok(sentence) = self.passage.sentences.binary_search_by(begins) else { return Vec::new() };
        let end = self.passage.sentences.get(sentence).map_or(pronoun.end, |sentence| sentence.items.end);
        let end = end.min(pronoun.end + CLAUSE);
        let clause_ends = |at: &usize| {
            matches!(
                self.passage.kind(*at),
                Some(ItemKind::Quoted(_) | ItemKind::Sign(',' | ';' | ':' | '—' | '–' | '-'))
            )
        };
        let end = (pronoun.end..end).find(clause_ends).unwrap_or(end);
        let mentions = self.mentions_in(self.passage.span(&(pronoun.end..end)));
        mentions.filter(|mention| mention.kind == EntityKind::Person).filter_map(|it| it.entity).collect()
    }

    fn gender_of_mention(&self, mention: &Mention) -> Option<Gender> {
        match mention.kind {
            EntityKind::Organisation => return Some(Gender::Neuter),
            EntityKind::Person => {}
            _ => return None,
        }
        let before = self.text.get(..mention.span.start)?.trim_end_matches(['.', ' ', '\u{a0}']);
        let title = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let first = mention.span.of(self.text).split_whitespace().next()?;
        // The surname of a known person tells nothing: "Scott" of "Rakeyia Scott".
        let known = mention.entity.and_then(|entity| self.entities.get(entity));
        let surname = known.is_some_and(|entity| !entity.name.starts_with(first));
        gender_of_word(title).or_else(|| gender_of_word(first).filter(|_| !surname))
    }

    /// The gender that the words of a phrase tell which are no part of the name in it.
    fn gender_beside(&self, speaker: &Range<usize>, name: Span) -> Option<Gender> {
        let words = self.head(speaker).filter(|&at| !name.overlaps(self.passage.span(&(at..at + 1))));
        words.map(|at| self.passage.word(self.text, at)).find_map(gender_of_word)
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
