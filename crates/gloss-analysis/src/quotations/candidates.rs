//! Who may be speaking in a sentence: each reporting verb with the phrases that may be its subject.

use super::{
    grounds::Ground,
    lexicon::{Class, Form, Report, is_reporting_noun},
    noun_phrase,
    passage::{ItemKind, Passage},
    subject::Cue,
};
use std::ops::Range;

/// How far a subject is looked for from its verb or from the beginning of its sentence, in items.
pub(super) const REACH: usize = 60;

/// How many candidates before are looked back to; it bounds the work for each.
pub(super) const NEAR: usize = 8;

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

/// How a speaker and a cue belong together.
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
                    let ends = speaker.end + 2 > sentence.end
                        || passage.is_sign(speaker.end, ',')
                        || passage.is_sign(speaker.end, '.');
                    ends && !is_agency(passage, text, speaker)
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

/// Whether a phrase is the agency that an article ends with: "… – Reuters".
fn is_agency(passage: &Passage, text: &str, phrase: &Range<usize>) -> bool {
    let agencies =
        ["Reuters", "AP", "AFP", "PA", "ANI", "Bernama", "Xinhua", "dpa", "TASS", "IANS", "PTI", "UPI"];
    phrase.len() == 1 && agencies.contains(&passage.word(text, phrase.start))
}

impl Candidate {
    /// A candidate without a verb.
    pub(super) fn new(speaker: Range<usize>, cue: Range<usize>, relation: Relation) -> Self {
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
pub(super) fn clauses(passage: &Passage, within: Range<usize>) -> impl Iterator<Item = Range<usize>> {
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
    let whole = sentence.start;
    let is_dateline = |clause: &Range<usize>| {
        let in_capitals = |at: usize| {
            let word = passage.word(text, at);
            word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase)
        };
        clause.start == whole
            && in_capitals(clause.start)
            && in_capitals(clause.end - 1)
            && matches!(passage.kind(clause.end), Some(ItemKind::Sign('—' | '–' | '-')))
    };
    let clauses = clauses(passage, within).filter(|clause| !clause.is_empty());
    clauses.filter(|clause| !is_dateline(clause)).find_map(|clause| {
        let whole = clause.clone();
        let phrase = noun_phrase::heading(passage, text, clause)?;
        // "Moving forward, …"
        let adjunct = noun_phrase::is_participial(passage, text, &phrase) && phrase.end == whole.end;
        (!adjunct || !passage.is_sign(whole.end, ',')).then_some(phrase)
    })
}
