//! Who may be speaking in a sentence: each reporting verb with the phrases that may be its subject.

use super::{
    grounds::Ground,
    lexicon::{Class, Form, Report, is_person_noun, is_reporting_noun},
    noun_phrase,
    passage::{ItemKind, Passage},
};
use std::ops::Range;

/// How far a subject is looked for from its verb, in items.
const REACH: usize = 60;

/// How many candidates before are looked back to; it bounds the work for each.
const NEAR: usize = 8;

/// A speaker who may be meant, and why.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Items of the speaker's words.
    pub(super) speaker: Range<usize>,
    /// Items of the cue; empty where there is none.
    pub(super) cue: Range<usize>,
    pub(super) relation: Relation,
    /// What the cue reports, where it is a verb.
    pub(super) report: Option<(Report, Form)>,
    /// "was told", "to say", "did not say", "would say".
    pub(super) voice: Voice,
}

/// How a speaker stands to the cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Relation {
    /// "Blake said"
    Before,
    /// "said Blake"
    Inverted,
    /// "Blake, who is 40, said"
    Across,
    /// "Blake, who said"
    Relative,
    /// "Blake rose and said", "Blake rose, saying"
    Shared,
    /// The first phrase of a sentence, with no cue known.
    Topic,
    /// "Blake's claim"
    Possessive,
    /// "according to Blake"
    According,
    /// "Blake: …"
    Colon,
    /// "described by Blake"
    By,
    /// "“…” — Blake"
    Signature,
    /// "the man who shot Blake said": the head of the clause, where another phrase is next to the verb.
    Head,
}

/// What auxiliaries make of a reporting verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    Active,
    Passive,
    Infinitive,
    Modal,
    Negated,
}

impl Candidate {
    /// The items from its first word to its last.
    pub(super) fn extent(&self) -> Range<usize> {
        if self.cue.is_empty() {
            return self.speaker.clone();
        }
        self.speaker.start.min(self.cue.start)..self.speaker.end.max(self.cue.end)
    }
}

impl Relation {
    /// The relation as a ground.
    pub(super) const fn ground(self) -> Ground {
        match self {
            Self::Before => Ground::SubjectBefore,
            Self::Inverted => Ground::SubjectInverted,
            Self::Across => Ground::SubjectAcross,
            Self::Relative => Ground::SubjectOfRelative,
            Self::Shared => Ground::SubjectShared,
            Self::Topic => Ground::Topic,
            Self::Possessive => Ground::Possessive,
            Self::According => Ground::According,
            Self::Colon => Ground::NameAndColon,
            Self::By => Ground::ByAgent,
            Self::Signature => Ground::Signature,
            Self::Head => Ground::HeadOfClause,
        }
    }
}

/// The candidates of each sentence of a passage.
pub(super) fn all(passage: &Passage, text: &str) -> Vec<Vec<Candidate>> {
    passage.sentences.iter().map(|sentence| candidates(passage, text, &sentence.items)).collect()
}

/// The candidates of one sentence, in the order of their cues, the best subject of each cue first.
fn candidates(passage: &Passage, text: &str, sentence: &Range<usize>) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let topic = topic(passage, text, sentence);
    for at in sentence.clone() {
        match passage.kind(at) {
            Some(ItemKind::Word(Class::Cue(report, form))) => {
                let mut cue = Cue { passage, text, sentence, at, topic: topic.as_ref(), found: &mut found };
                cue.subjects(report, form);
            }
            Some(ItemKind::Possessive)
                if is_reporting_noun(noun_after(passage, text, at + 1, sentence.end)) =>
            {
                if let Some(speaker) = noun_phrase::before(passage, text, sentence.start, at) {
                    let cue = noun_at(passage, text, at + 1, sentence.end);
                    found.push(Candidate::new(speaker, cue, Relation::Possessive));
                }
            }
            Some(ItemKind::Word(Class::Determiner))
                if matches!(
                    passage.word(text, at).to_lowercase().as_str(),
                    "his" | "her" | "their" | "its"
                ) && is_reporting_noun(noun_after(passage, text, at + 1, sentence.end)) =>
            {
                let cue = noun_at(passage, text, at + 1, sentence.end);
                found.push(Candidate::new(at..at + 1, cue, Relation::Possessive));
            }
            Some(ItemKind::Word(Class::Common))
                if matches!(passage.word(text, at + 1), "of" | "from" | "by")
                    && is_reporting_noun(passage.word(text, at)) =>
            {
                if let Some(speaker) = noun_phrase::after(passage, text, at + 2, sentence.end) {
                    found.push(Candidate::new(speaker, at..at + 1, Relation::By));
                }
            }
            Some(ItemKind::Word(Class::Common | Class::Name))
                if passage.word(text, at).eq_ignore_ascii_case("according")
                    && passage.word(text, at + 1) == "to" =>
            {
                if let Some(speaker) = noun_phrase::after(passage, text, at + 2, sentence.end) {
                    found.push(Candidate::new(speaker, at..at + 2, Relation::According));
                }
            }
            Some(ItemKind::Sign('―' | '—' | '–' | '-'))
                if at == sentence.start || matches!(passage.kind(at - 1), Some(ItemKind::Quoted(_))) =>
            {
                let signature = noun_phrase::after(passage, text, at + 1, sentence.end);
                if let Some(speaker) = signature.filter(|speaker| {
                    speaker.end + 2 > sentence.end
                        || passage.is_sign(speaker.end, ',')
                        || passage.is_sign(speaker.end, '.')
                }) {
                    found.push(Candidate::new(speaker, at..at + 1, Relation::Signature));
                }
            }
            Some(ItemKind::Sign(':')) => {
                if let Some(topic) = topic.as_ref().filter(|topic| topic.end <= at)
                    && !found.iter().rev().take(NEAR).any(|known| known.extent().end + 6 > at)
                {
                    found.push(Candidate::new(topic.clone(), at..at + 1, Relation::Colon));
                }
            }
            _ => {}
        }
    }
    if let Some(topic) = topic {
        found.push(Candidate::new(topic.clone(), topic.end..topic.end, Relation::Topic));
    }
    found
}

impl Candidate {
    fn new(speaker: Range<usize>, cue: Range<usize>, relation: Relation) -> Self {
        Self { speaker, cue, relation, report: None, voice: Voice::Active }
    }
}

/// The first word after an adjective or two that may be a reporting noun.
fn noun_at(passage: &Passage, text: &str, at: usize, end: usize) -> Range<usize> {
    (at..end.min(at + 3))
        .take_while(|&at| matches!(passage.class(at), Some(Class::Common | Class::Cue(..))))
        .find(|&at| is_reporting_noun(passage.word(text, at)))
        .map_or(at..at, |at| at..at + 1)
}

fn noun_after<'t>(passage: &Passage, text: &'t str, at: usize, end: usize) -> &'t str {
    let noun = noun_at(passage, text, at, end);
    if noun.is_empty() { "" } else { passage.word(text, noun.start) }
}

/// The pieces of a stretch between commas, dashes and quotations, in order.
fn clauses(passage: &Passage, within: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut at = within.start;
    std::iter::from_fn(move || {
        if at >= within.end {
            return None;
        }
        let end = (at..within.end)
            .find(|&at| {
                matches!(
                    passage.kind(at),
                    Some(ItemKind::Sign(',' | ';' | ':' | '—' | '–') | ItemKind::Quoted(_))
                )
            })
            .unwrap_or(within.end);
        let clause = at..end;
        at = end + 1;
        Some(clause)
    })
}

/// The first phrase of the sentence that may be a subject, quotations passed over.
fn topic(passage: &Passage, text: &str, sentence: &Range<usize>) -> Option<Range<usize>> {
    let within = sentence.start..sentence.end.min(sentence.start + REACH);
    clauses(passage, within)
        .filter(|clause| !clause.is_empty())
        .find_map(|clause| noun_phrase::heading(passage, text, clause))
}

/// One reporting verb on the search for its subject.
struct Cue<'a> {
    passage: &'a Passage,
    text: &'a str,
    sentence: &'a Range<usize>,
    at: usize,
    topic: Option<&'a Range<usize>>,
    found: &'a mut Vec<Candidate>,
}

impl Cue<'_> {
    fn subjects(&mut self, report: Report, form: Form) {
        let before = self.found.len();
        let voice = self.find(report, form);
        for candidate in self.found.iter_mut().skip(before) {
            candidate.report = Some((report, form));
            if candidate.relation != Relation::By {
                candidate.voice = voice;
            }
        }
    }

    fn add(&mut self, speaker: Option<Range<usize>>, relation: Relation) -> bool {
        let Some(speaker) = speaker else { return false };
        self.found.push(Candidate::new(speaker, self.at..self.at + 1, relation));
        true
    }

    /// Adds the subjects that the verb may have; tells what the words before it make of it.
    fn find(&mut self, report: Report, form: Form) -> Voice {
        let (passage, text) = (self.passage, self.text);
        let (low, high) = (self.sentence.start.max(self.at.saturating_sub(REACH)), self.sentence.end);
        let mut voice = Voice::Active;
        let mut end = self.at;
        while end > low {
            let word = passage.word(text, end - 1);
            match passage.class(end - 1) {
                Some(Class::Auxiliary) => {
                    let folded = word.to_lowercase();
                    voice = match folded.as_str() {
                        "is" | "was" | "are" | "were" | "been" | "being" | "be" if form == Form::Past => {
                            Voice::Passive
                        }
                        _ if voice == Voice::Passive => voice,
                        "not" => Voice::Negated,
                        _ if folded.ends_with("n't") || folded.ends_with("n’t") => Voice::Negated,
                        "would" | "will" | "could" | "should" | "may" | "might" | "can" | "must"
                            if voice == Voice::Active =>
                        {
                            Voice::Modal
                        }
                        _ => voice,
                    };
                }
                Some(Class::Adverb) => {}
                // "he's said"
                None if form == Form::Past
                    && passage.kind(end - 1) == Some(ItemKind::Possessive)
                    && end > low + 1
                    && passage.class(end - 2) == Some(Class::Pronoun) => {}
                Some(Class::Preposition) if word == "to" && form == Form::Base => voice = Voice::Infinitive,
                _ => break,
            }
            end -= 1;
        }
        if voice == Voice::Passive
            && let Some(by) = (self.at + 1..high.min(self.at + 12)).find(|&at| passage.word(text, at) == "by")
        {
            self.add(noun_phrase::after(passage, text, by + 1, high), Relation::By);
        }
        let after_quotation = self.after_quotation(low, end);
        if end == self.at
            && matches!(form, Form::Past | Form::Present | Form::Base)
            && (after_quotation || end == low || self.after_comma(low, report))
        {
            self.add(noun_phrase::after(passage, text, self.at + 1, high), Relation::Inverted);
        }
        if end <= low {
            if form == Form::Participle {
                self.share(end);
            }
            return voice;
        }
        let found = match passage.kind(end - 1) {
            Some(ItemKind::Word(Class::Pronoun)) => self.add(Some(end - 1..end), Relation::Before),
            Some(ItemKind::Word(Class::Relative)) => {
                let comma = usize::from(end > low + 1 && passage.is_sign(end - 2, ','));
                let antecedent = noun_phrase::before(passage, text, low, end - 1 - comma);
                let speaks = |phrase: &Range<usize>| {
                    passage.word(text, end - 1) != "which"
                        || phrase.clone().any(|at| {
                            passage.class(at) == Some(Class::Name) || is_person_noun(passage.word(text, at))
                        })
                };
                let antecedent = antecedent.filter(speaks);
                // The pronoun belongs to the words that name the source.
                self.add(antecedent.map(|phrase| phrase.start..end), Relation::Relative);
                true
            }
            Some(ItemKind::Sign(',' | '—' | '–')) if form != Form::Participle => {
                self.across(low, end - 1)
            }
            Some(ItemKind::Word(_) | ItemKind::Number | ItemKind::Sign('.' | ')'))
                if voice != Voice::Infinitive =>
            {
                let next = noun_phrase::before(passage, text, low, end);
                let head = self.head(low, end);
                if let Some(head) =
                    head.filter(|head| next.as_ref().is_none_or(|next| head.end <= next.start))
                {
                    self.add(Some(head), Relation::Head);
                }
                self.add(next, Relation::Before)
            }
            _ => false,
        };
        if !found || form == Form::Participle {
            self.share(end);
        }
        voice
    }

    /// "…, said Blake": a comma before and a name behind.
    fn after_comma(&self, low: usize, report: Report) -> bool {
        report == Report::Speech
            && self.at > low
            && self.passage.is_sign(self.at - 1, ',')
            && matches!(self.passage.class(self.at + 1), Some(Class::Name | Class::Determiner))
    }

    fn after_quotation(&self, low: usize, end: usize) -> bool {
        let quotation = |at: usize| matches!(self.passage.kind(at), Some(ItemKind::Quoted(_)));
        end > low && quotation(end - 1)
            || end > low + 1
                && quotation(end - 2)
                && matches!(self.passage.kind(end - 1), Some(ItemKind::Sign(',' | '—' | '–' | '-')))
    }

    /// "Blake, 40, of Leeds, said": the subject stands before what commas set apart.
    fn across(&mut self, low: usize, end: usize) -> bool {
        let (passage, text) = (self.passage, self.text);
        let last_quotation = (low..end)
            .rev()
            .find(|&at| matches!(passage.kind(at), Some(ItemKind::Quoted(_) | ItemKind::Sign(';' | ':'))));
        let low = last_quotation.map_or(low, |at| at + 1);
        let mut subjects = clauses(passage, low..end).filter_map(|clause| {
            noun_phrase::heading(passage, text, clause.clone()).map(|phrase| (phrase, clause))
        });
        let Some((mut first, clause)) = subjects.next() else { return false };
        // "the commissioner, Sir Mark Rowley, said": the name belongs to the office before it.
        if let Some((next, next_clause)) = subjects.next()
            && first.end == clause.end
            && next.start == clause.end + 1
            && next == next_clause
            && passage.class(first.start) == Some(Class::Determiner)
            && next.clone().all(|at| !matches!(passage.class(at), Some(Class::Common | Class::Determiner)))
        {
            first.end = next.end;
        }
        self.add(Some(first), Relation::Across)
    }

    /// The phrase at the head of the clause that ends before `end`.
    fn head(&self, low: usize, end: usize) -> Option<Range<usize>> {
        let start = (low..end)
            .rev()
            .find(|&at| {
                matches!(
                    self.passage.kind(at),
                    Some(
                        ItemKind::Sign(',' | ';' | ':' | '—' | '–' | '―')
                            | ItemKind::Quoted(_)
                            | ItemKind::Word(Class::Conjunction | Class::Subordinator)
                    )
                )
            })
            .map_or(low, |at| at + 1);
        noun_phrase::heading(self.passage, self.text, start..end)
    }

    /// "Blake rose and said": the subject is the one of the verb before, or the sentence's.
    fn share(&mut self, end: usize) {
        let before = self
            .found
            .iter()
            .rev()
            .take(NEAR)
            .find(|known| {
                known.cue.end <= end
                    && known.cue.start >= self.sentence.start
                    && known.relation != Relation::By
            })
            .map(|known| known.speaker.clone());
        let topic = self.topic.filter(|topic| topic.end <= end).cloned();
        if before != topic {
            self.add(topic, Relation::Shared);
        }
        self.add(before, Relation::Shared);
    }
}
