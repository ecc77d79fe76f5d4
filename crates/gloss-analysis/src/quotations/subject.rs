//! The subjects that a reporting verb may have: a part of the search in `candidates`, cut off for its length, so that each
//! names the other.

use super::{
    candidates::{Candidate, NEAR, REACH, Relation, Voice, clauses},
    lexicon::{Class, Form, Report, is_person_noun},
    noun_phrase,
    passage::{ItemKind, Passage},
};
use std::ops::Range;

/// Items of a phrase between an auxiliary and its verb, at most.
const LONGEST_ADVERBIAL: usize = 5;

/// One reporting verb on the search for its subject.
pub(super) struct Cue<'a> {
    pub(super) passage: &'a Passage,
    pub(super) text: &'a str,
    pub(super) sentence: &'a Range<usize>,
    pub(super) at: usize,
    pub(super) topic: Option<&'a Range<usize>>,
    pub(super) found: &'a mut Vec<Candidate>,
}

impl Cue<'_> {
    /// Adds a candidate for each subject that the verb may have.
    pub(super) fn subjects(&mut self, report: Report, form: Form) {
        let before = self.found.len();
        if form == Form::Base && self.perceived() {
            for candidate in self.found.iter_mut().skip(before) {
                candidate.report = Some((report, Form::Past));
            }
            return;
        }
        let voice = self.find(report, form);
        let report = if self.is_what(before) { Report::Verdict } else { report };
        for candidate in self.found.iter_mut().skip(before) {
            candidate.report = Some((report, form));
            if candidate.relation != Relation::By {
                candidate.voice = voice;
            }
        }
    }

    /// "the court heard Blake admit": adds who admits.
    fn perceived(&mut self) -> bool {
        let low = self.sentence.start.max(self.at.saturating_sub(REACH));
        let heard = noun_phrase::before(self.passage, self.text, low, self.at).filter(|subject| {
            subject.start > low
                && matches!(
                    self.passage.word(self.text, subject.start - 1),
                    "hear" | "heard" | "saw" | "watched"
                )
        });
        self.add(heard, Relation::Before)
    }

    /// Whether the newest candidate calls something what the text goes on to say: "what Blake called “a farce”".
    fn is_what(&self, known: usize) -> bool {
        matches!(self.passage.word(self.text, self.at), "called" | "calls" | "dubbed" | "termed")
            && self.found.get(known).is_some_and(|candidate| {
                candidate.relation == Relation::Before
                    && candidate.speaker.start > self.sentence.start
                    && self.passage.class(candidate.speaker.start) != Some(Class::Pronoun)
                    && matches!(self.passage.word(self.text, candidate.speaker.start - 1), "what" | "What")
            })
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
                // "who has in the past described": what stands between belongs to the verb.
                _ => match self.adverbial(low, end) {
                    Some(start) => {
                        end = start;
                        continue;
                    }
                    None => break,
                },
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
                self.after_headline_verb(end - 1, form) || self.across(low, end - 1)
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

    /// Where a phrase with a preposition begins that ends before `end` and follows an auxiliary: "has in recent years".
    fn adverbial(&self, low: usize, end: usize) -> Option<usize> {
        let nearest = end.saturating_sub(LONGEST_ADVERBIAL).max(low + 1);
        let start = (nearest..end).rev().find(|&at| self.passage.class(at) == Some(Class::Preposition))?;
        let is_auxiliary = self.passage.class(start - 1) == Some(Class::Auxiliary)
            && matches!(self.passage.word(self.text, start - 1), "has" | "had" | "have" | "having");
        let words = (start + 1..end).all(|at| {
            matches!(
                self.passage.kind(at),
                Some(ItemKind::Word(Class::Determiner | Class::Common | Class::Name) | ItemKind::Number)
            )
        });
        (is_auxiliary && words && end > start + 1).then_some(start)
    }

    /// "…, said Blake": a comma before and a name after.
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

    /// "Blake, 40, of Leeds, said": the subject comes before what commas set apart.
    fn across(&mut self, low: usize, end: usize) -> bool {
        let (passage, text) = (self.passage, self.text);
        let closed = (low..end).rev().find(|&at| passage.is_sign(at, ')'));
        let barrier = (low..end).rev().find(|&at| match passage.kind(at) {
            Some(ItemKind::Sign('(')) => closed.is_none_or(|closed| closed < at),
            kind => matches!(kind, Some(ItemKind::Quoted(_) | ItemKind::Sign(';' | ':'))),
        });
        let low = barrier.map_or(low, |at| at + 1);
        let subjects = || {
            clauses(passage, low..end).filter_map(|clause| {
                noun_phrase::heading(passage, text, clause.clone()).map(|phrase| (phrase, clause))
            })
        };
        // "Paying tribute on Monday, his wife, a dancer, said"
        let adjunct = usize::from(
            subjects().next().is_some_and(|(phrase, _)| noun_phrase::is_participial(passage, text, &phrase))
                && subjects().nth(1).is_some(),
        );
        let mut subjects = subjects().skip(adjunct);
        let Some((mut first, clause)) = subjects.next() else { return false };
        // "she would tax them more, a rule which Blake, the investor, proposed": that clause has its own verb.
        let verb = |at: usize| {
            matches!(passage.class(at), Some(Class::Auxiliary | Class::Cue(_, Form::Past | Form::Present)))
        };
        let relative = |at: usize| passage.class(at) == Some(Class::Relative);
        let tied = |phrase: &Range<usize>| passage.class(phrase.start - 1) == Some(Class::Preposition);
        if (first.end..clause.end).any(verb)
            && !(first.end..clause.end).any(relative)
            && let Some(last) = noun_phrase::before(passage, text, first.end, clause.end)
                .filter(|last| passage.class(last.end - 1) == Some(Class::Name) && !tied(last))
        {
            first = last;
        }
        // "the commissioner, Sir Mark Rowley, said": the name belongs to the office before it.
        if let Some((next, next_clause)) = subjects.next()
            && first.end == clause.end
            && next.start == clause.end + 1
            && next == next_clause
            && (passage.class(first.start) == Some(Class::Determiner)
                || first.clone().any(|at| is_person_noun(passage.word(text, at))))
            && next.clone().all(|at| !matches!(passage.class(at), Some(Class::Common | Class::Determiner)))
        {
            first.end = next.end;
        }
        self.add(Some(first), Relation::Across)
    }

    /// "Moss slams Blake, praises Carter": adds the subject of the present verb in the clause before the comma at `end`.
    fn after_headline_verb(&mut self, end: usize, form: Form) -> bool {
        let known = self.found.iter().rev().take(NEAR).find(|known| known.relation == Relation::Before);
        let speaker = known.filter(|known| {
            let between = known.cue.end..end;
            form == Form::Present
                && matches!(known.report, Some((_, Form::Present)))
                && known.cue.end < end
                && !between.clone().any(|at| matches!(self.passage.kind(at), Some(ItemKind::Sign(_))))
        });
        let speaker = speaker.map(|known| known.speaker.clone());
        self.add(speaker, Relation::Before)
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
                    && !matches!(known.relation, Relation::By | Relation::Possessive)
            })
            .map(|known| known.speaker.clone());
        let topic = self.topic.filter(|topic| topic.end <= end).cloned();
        if before != topic {
            self.add(topic, Relation::Shared);
        }
        self.add(before, Relation::Shared);
    }
}
