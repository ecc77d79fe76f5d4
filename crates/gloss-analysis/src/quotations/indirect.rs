//! Reported speech without marks: "the Met argued the evidence had been tested".
//!
//! Precision goes before recall: what is marked was said by the one who is named. Where a sentence may turn back to
//! the reporter's own words, the report ends.

use super::{
    Quotation, QuotationKind,
    candidates::{Candidate, Relation, Voice},
    clause::Clauses,
    grounds::Ground,
    lexicon::{Class, Form, Report, is_person_noun},
    passage::{ItemKind, Passage},
    resolution::Resolver,
};
use std::ops::Range;

/// The longest sentence that is looked through, in items; nobody writes longer ones.
const LONGEST: usize = 400;

/// How much more of a source there may be after "according to" and its first phrase, in items.
const SOURCE: usize = 12;

/// How many candidates of one sentence are looked at; it bounds the work for each sentence.
const MOST: usize = 40;

/// Opinions that are reported in clauses ("claimed that"), unlike those asked for or felt.
const CLAUSAL: &[&str] = &[
    "accept", "agree", "alleg", "believ", "contend", "den", "disclos", "emphasis", "emphasiz", "estimat",
    "impl", "indicat", "maintain", "mention", "predict", "reveal", "rul", "suggest", "insist", "hint",
    "pledg", "fear", "hop", "felt", "clarif", "think", "thought", "promis", "vow", "point", "signal",
];

/// Reporting verbs that are followed by a thing read, gone on with or answered rather than by a report.
const TRANSITIVE: &[&str] = &[
    "began",
    "begins",
    "continued",
    "continues",
    "read",
    "reads",
    "sang",
    "heard",
    "testified",
    "testifies",
    "asked",
    "asks",
    "asking",
    "begged",
    "posted",
    "posts",
    "posting",
    "quoted",
    "quotes",
    "quoting",
    "recited",
    "pleaded",
    "complained",
    "mocked",
    "responded",
    "responds",
    "answered",
    "pointing",
    "praised",
    "pointed",
    "points",
    "declared",
    "declaring",
    "replied",
];

/// Of those, verbs that report what "that" or another opening word follows.
const WITH_THAT: &[&str] = &[
    "testified",
    "testifies",
    "pointed",
    "points",
    "pointing",
    "declared",
    "declaring",
    "complained",
    "replied",
    "heard",
    "asked",
    "asks",
    "asking",
    "responded",
    "responds",
    "answered",
];

/// Nouns for documents and figures that say something.
const DOCUMENTS: &[&str] = &[
    "affidavit",
    "article",
    "book",
    "column",
    "complaint",
    "document",
    "editorial",
    "email",
    "filing",
    "indictment",
    "lawsuit",
    "letter",
    "memo",
    "order",
    "paper",
    "poll",
    "release",
    "report",
    "ruling",
    "statement",
    "study",
    "suit",
    "survey",
];

/// The reported speech of an article, in the order of the text.
pub(super) fn reported(
    text: &str,
    passage: &Passage,
    candidates: &[Vec<Candidate>],
    resolver: &Resolver,
) -> Vec<Quotation> {
    let mut found = Vec::new();
    for (sentence, candidates) in passage.sentences.iter().zip(candidates) {
        if sentence.items.len() > LONGEST {
            continue;
        }
        let reader = Reader { text, passage, clauses: Clauses { text, passage } };
        let mut reached = sentence.items.start;
        for candidate in candidates.iter().take(MOST) {
            let Some(content) = reader.content(&sentence.items, candidate, reached) else { continue };
            let (Some(first), Some(last)) = (content.first(), content.last()) else { continue };
            // The outermost report of a clause, and one speaker a cue.
            if first.start < reached {
                continue;
            }
            let Some(speaker) = resolver.speaker(candidate) else { continue };
            reached = last.end.max(candidate.cue.end);
            found.push(Quotation {
                kind: QuotationKind::Indirect,
                segments: content.iter().map(|items| passage.span(items)).collect(),
                closed: true,
                speaker: Some(speaker),
                cue: Some(passage.span(&candidate.cue)),
                grounds: grounds(candidate),
            });
        }
    }
    found.sort_by_key(|quotation: &Quotation| quotation.segments.first().map(|span| span.start));
    found
}

fn grounds(candidate: &Candidate) -> Vec<Ground> {
    let relation = candidate.relation.ground();
    let report = match candidate.report {
        Some((Report::Speech, _)) => Some(Ground::SpeechVerb),
        Some((Report::Opinion, _)) => Some(Ground::OpinionVerb),
        _ => None,
    };
    std::iter::once(relation).chain(report).collect()
}

/// One article's words.
struct Reader<'a> {
    text: &'a str,
    passage: &'a Passage,
    clauses: Clauses<'a>,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.passage.word(self.text, at)
    }

    /// The items that a candidate's cue reports, in one stretch or around the cue; `None` where it reports nothing or
    /// not surely. A report before its cue begins at `reached` or later.
    fn content(
        &self,
        sentence: &Range<usize>,
        candidate: &Candidate,
        reached: usize,
    ) -> Option<Vec<Range<usize>>> {
        if candidate.cue.is_empty() || !self.is_clear(candidate) || !self.may_speak(candidate) {
            return None;
        }
        let end = self.clauses.trimmed(sentence.clone()).end;
        let extent = candidate.extent();
        let found = if candidate.relation == Relation::According && extent.start == sentence.start {
            // "According to a report by the Times, …"
            let comma =
                (extent.end..end.min(extent.end + SOURCE)).find(|&at| self.passage.is_sign(at, ','))?;
            let content = self.clauses.trimmed(comma..self.clauses.end(comma..end));
            self.clauses.is_finite(&content).then(|| vec![content])
        } else if candidate.relation == Relation::According || candidate.relation == Relation::Inverted {
            self.before(sentence, candidate, reached)
        } else {
            match self.after(candidate, sentence.start, end) {
                Some(content) => Some(vec![content]),
                None => self.before(sentence, candidate, reached),
            }
        };
        // Old wire copy has two single marks for a double one: ''We know,'' he said.
        found.filter(|content| {
            content.iter().all(|items| !self.passage.span(items).of(self.text).contains("''"))
        })
    }

    /// Whether a candidate's cue reports what its subject said, and no more than that.
    fn is_clear(&self, candidate: &Candidate) -> bool {
        let cue = self.word(candidate.cue.start);
        let before = candidate.speaker.start.checked_sub(1).map(|at| self.word(at)).unwrap_or_default();
        // "what Blake said", "as Blake said", "more than Blake claimed"
        if matches!(before, "what" | "What" | "which" | "whom" | "as" | "As" | "than" | "how" | "whatever") {
            return false;
        }
        // "a review by the council revealed"
        let agent = matches!(candidate.relation, Relation::Before | Relation::Shared)
            && matches!(before, "by" | "of" | "with" | "against" | "from");
        if agent {
            return false;
        }
        // "the third time Blake said so", "the man Blake said was there"
        let reduced = candidate.relation == Relation::Before
            && (candidate.speaker.start.checked_sub(1).and_then(|at| self.passage.class(at))
                == Some(Class::Common)
                || candidate
                    .speaker
                    .clone()
                    .any(|at| matches!(self.word(at), "time" | "way" | "reason" | "thing")));
        if reduced {
            return false;
        }
        let between = candidate.speaker.end..candidate.cue.start;
        let parted = between.clone().any(|at| self.passage.class(at) == Some(Class::Relative));
        match candidate.relation {
            Relation::According => true,
            // "despite repeated warnings", "the reported sum": no verb of its own.
            _ if self.is_participle(candidate) => false,
            Relation::Before | Relation::Across | Relation::Relative | Relation::Shared => {
                let clausal = || CLAUSAL.iter().any(|stem| cue.starts_with(stem));
                (candidate.relation != Relation::Shared || !parted && self.is_shared(candidate))
                    && candidate.voice == Voice::Active
                    && candidate.report.is_some_and(|(report, form)| {
                        form != Form::Base
                            && (report == Report::Speech || report == Report::Opinion && clausal())
                    })
            }
            // "The man who met Blake said": another verb than that of a relative clause has its own subject.
            Relation::Head => {
                parted
                    && candidate.voice == Voice::Active
                    && matches!(candidate.report, Some((Report::Speech, form)) if form != Form::Base)
            }
            Relation::Inverted => matches!(candidate.report, Some((Report::Speech, _))),
            _ => false,
        }
    }

    /// Whether a past form is a participle before a noun: "despite repeated warnings".
    fn is_participle(&self, candidate: &Candidate) -> bool {
        let before = candidate.cue.start.checked_sub(1);
        matches!(candidate.report, Some((_, Form::Past)))
            && candidate.relation != Relation::Inverted
            && before.is_some_and(|at| {
                matches!(self.passage.class(at), Some(Class::Preposition | Class::Determiner))
                    && !candidate.speaker.contains(&at)
            })
    }

    /// Whether a verb surely shares the subject that it is given: "Blake rose, saying", "Blake rose and said", but not
    /// "it is worth noting" or "blamed Blake for saying".
    fn is_shared(&self, candidate: &Candidate) -> bool {
        let before = candidate.cue.start.saturating_sub(1);
        let participle = matches!(candidate.report, Some((_, Form::Participle)));
        let it = matches!(self.word(candidate.speaker.start), "It" | "it" | "There" | "This" | "That");
        !participle
            || !it
                && (self.passage.is_sign(before, ',')
                    || matches!(self.word(before), "by" | "after" | "before"))
    }

    /// Whether a candidate is somebody, or a document that says something.
    fn may_speak(&self, candidate: &Candidate) -> bool {
        candidate.speaker.clone().any(|at| {
            let word = self.word(at);
            matches!(self.passage.class(at), Some(Class::Name | Class::Pronoun))
                || is_person_noun(word)
                || DOCUMENTS.contains(&word.strip_suffix('s').unwrap_or(word))
        })
    }

    /// The report that follows its verb: "said he would", "told the BBC on Monday that he would".
    fn after(&self, candidate: &Candidate, low: usize, end: usize) -> Option<Range<usize>> {
        let cue = self.word(candidate.cue.start);
        let from = candidate.cue.end;
        let told = matches!(cue, "told" | "tells" | "telling");
        let addressed = self.clauses.after_addressee(from, end).filter(|_| told || may_address(cue));
        let starts = [Some(from).filter(|_| !told), addressed];
        let opened = starts.into_iter().flatten().find_map(|start| {
            let at = self.clauses.after_circumstances(start, end);
            let that = self.word(at) == "that";
            let asks = !that
                && matches!(self.word(at), "how" | "whether" | "why" | "what" | "if" | "where")
                && !matches!(cue, "said" | "says" | "saying" | "added" | "believes" | "believed");
            // "rules that could shut them"
            let relative = that && matches!(self.passage.class(at + 1), Some(Class::Auxiliary));
            (at < end && !relative && (that || asks)).then_some(at + usize::from(that))
        });
        let start = match opened {
            Some(start) if !TRANSITIVE.contains(&cue) || WITH_THAT.contains(&cue) => start,
            Some(_) => return None,
            None if TRANSITIVE.contains(&cue) => return None,
            None => {
                let start = if told { addressed? } else { from };
                let at = self.clauses.after_circumstances(start, end);
                let speech = matches!(candidate.report, Some((Report::Speech, _)));
                [start, at].into_iter().find(|&at| self.clauses.begins_finite(at, end, speech))?
            }
        };
        let mut limit = self.clauses.end(start..end);
        // "Blake, who denies that he did it, has left", "While Blake denied that he did it, …"
        if candidate.relation == Relation::Relative
            || self.clauses.is_subordinate(low, candidate.speaker.start)
        {
            let parts =
                |at: &usize| matches!(self.passage.kind(*at), Some(ItemKind::Sign(',' | '—' | '–' | '―')));
            limit = (start..limit).find(parts).unwrap_or(limit);
        }
        let content = self.clauses.trimmed(start..limit);
        self.clauses.is_finite(&content).then_some(content)
    }

    /// The report before its verb, with what follows a verb between commas: "The town, he said, is safe".
    fn before(
        &self,
        sentence: &Range<usize>,
        candidate: &Candidate,
        reached: usize,
    ) -> Option<Vec<Range<usize>>> {
        let told = ["told", "tells"].contains(&self.word(candidate.cue.start));
        let shape = match candidate.relation {
            Relation::Before | Relation::Across | Relation::According => true,
            Relation::Inverted => !told,
            _ => false,
        };
        if !shape {
            return None;
        }
        let extent = candidate.extent();
        let low = sentence.start.max(reached);
        let comma = extent.start.checked_sub(1).filter(|&at| at > low && self.passage.is_sign(at, ','))?;
        let cue = self.word(candidate.cue.start);
        let according = candidate.relation == Relation::According;
        let says = matches!(candidate.report, Some((Report::Speech, Form::Past | Form::Present)));
        if !according && (!says || TRANSITIVE.contains(&cue) || !self.ends_after(candidate, sentence.end)) {
            return None;
        }
        let front = self.clauses.trimmed(low..comma);
        let colon = front.clone().any(|at| self.passage.is_sign(at, ':'));
        if colon || !self.clauses.is_finite(&front) || self.clauses.has_report(&front) {
            return None;
        }
        let parenthetic = candidate.relation == Relation::Before && self.passage.is_sign(extent.end, ',');
        let rest = if parenthetic {
            let rest = extent.end + 1..self.clauses.end(extent.end + 1..sentence.end);
            let rest = self.clauses.trimmed(rest);
            let new = matches!(
                self.passage.class(rest.start),
                Some(Class::Conjunction | Class::Relative | Class::Cue(..))
            );
            Some(rest).filter(|rest| !new && !rest.is_empty())
        } else {
            None
        };
        // "When it rained, he said he was ill": the fronted clause alone says nothing.
        if self.clauses.is_dependent(&front) && rest.is_none() {
            return None;
        }
        Some(std::iter::once(front).chain(rest).collect())
    }

    /// Whether a fronted report's verb has nothing of its own after it but a circumstance.
    fn ends_after(&self, candidate: &Candidate, end: usize) -> bool {
        let next = candidate.extent().end;
        next >= end
            || match self.passage.kind(next) {
                Some(ItemKind::Sign(_)) => !matches!(self.passage.kind(next + 1), Some(ItemKind::Quoted(_))),
                Some(ItemKind::Word(Class::Time | Class::Adverb)) => true,
                Some(ItemKind::Word(Class::Subordinator)) => self.word(next) != "that",
                // "reported on the case"
                Some(ItemKind::Word(Class::Preposition)) => {
                    self.word(next) != "on" || self.passage.class(next + 1) == Some(Class::Time)
                }
                _ => false,
            }
    }
}

/// Whether a verb may have the one who is told between itself and its report: "warned ministers that".
fn may_address(cue: &str) -> bool {
    ["warn", "inform", "assur", "remind", "promis", "asked", "asks"].iter().any(|stem| cue.starts_with(stem))
}
