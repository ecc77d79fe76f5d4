//! Clauses of reported speech: where one begins, whether it says something, and where it may end.

use super::{
    lexicon::{Class, Form, Report},
    noun_phrase,
    passage::{ItemKind, Passage},
};
use std::ops::Range;

/// The fewest words that make a report.
const SHORTEST: usize = 3;

/// How far a finite verb may be from its subject, in items.
const VERB: usize = 6;

/// Words that begin a clause which another must follow.
const DEPENDENT: &[&str] = &[
    "after", "although", "as", "because", "before", "if", "once", "since", "though", "unless", "until",
    "when", "where", "whereas", "while", "based", "asked", "despite", "whether", "how", "why", "what",
    "that",
];

/// Words after a comma with which a reporter goes on in their own words more often than not.
const OWN_WORDS: &[&str] = &[
    "according",
    "adding",
    "although",
    "arguing",
    "but",
    "calling",
    "citing",
    "claiming",
    "despite",
    "explaining",
    "insisting",
    "noting",
    "pointing",
    "prompting",
    "referring",
    "saying",
    "suggesting",
    "though",
    "warning",
    "whereas",
    "where",
    "which",
    "while",
    "yet",
];

/// Verbs after "and" that go back to the one who spoke before.
const TURNS: &[&str] = &[
    "asked",
    "called",
    "cited",
    "cites",
    "pointed",
    "points",
    "calls",
    "demanded",
    "described",
    "describes",
    "pledged",
    "promised",
    "promises",
    "urged",
    "urges",
    "vowed",
];

/// The clauses of a passage.
#[derive(Clone, Copy)]
pub(super) struct Clauses<'a> {
    pub(super) text: &'a str,
    pub(super) passage: &'a Passage,
}

impl Clauses<'_> {
    fn word(&self, at: usize) -> &str {
        self.passage.word(self.text, at)
    }

    /// Whether an item is a verb that a clause may have as its own.
    fn is_verb(&self, at: usize) -> bool {
        match self.passage.class(at) {
            Some(Class::Auxiliary) => self.word(at) != "not",
            Some(Class::Cue(_, form)) => matches!(form, Form::Past | Form::Present),
            _ => false,
        }
    }

    /// Whether a stretch says something: enough words, one of them a verb after its first word.
    pub(super) fn is_finite(&self, stretch: &Range<usize>) -> bool {
        let words =
            stretch.clone().filter(|&at| matches!(self.passage.kind(at), Some(ItemKind::Word(_)))).count();
        words >= SHORTEST && stretch.clone().skip(1).any(|at| self.is_verb(at))
    }

    /// Whether a subject and its verb begin at `start`: "he would", "the files of the case were", but not "a note of
    /// caution, should it".
    /// A relative clause may come between them where `parted` allows it.
    pub(super) fn begins_finite(&self, start: usize, end: usize, parted: bool) -> bool {
        let number = self.passage.kind(start + 1) == Some(ItemKind::Number);
        let start =
            start + usize::from(number && matches!(self.word(start), "about" | "around" | "nearly" | "over"));
        let begins = matches!(
            self.passage.kind(start),
            Some(
                ItemKind::Word(Class::Determiner | Class::Pronoun | Class::Name | Class::Common)
                    | ItemKind::Number
            )
        );
        if !begins || start >= end || self.word(start).ends_with("ing") {
            return false;
        }
        let subject = if self.passage.class(start) == Some(Class::Pronoun) {
            start + 1
        } else {
            match noun_phrase::after(self.passage, self.text, start, end) {
                Some(phrase) => phrase.end,
                None => return false,
            }
        };
        // "the premiums that Westco was getting are gone"
        let relative = matches!(self.word(subject), "that" | "who" | "which");
        if relative && !parted {
            return false;
        }
        let reach = if relative { VERB + VERB } else { VERB };
        (subject..end.min(subject + reach))
            .take_while(|&at| {
                !matches!(
                    self.passage.kind(at),
                    Some(ItemKind::Sign(_) | ItemKind::Quoted(_) | ItemKind::Word(Class::Conjunction))
                )
            })
            .filter(|&at| self.is_verb(at) && self.word(at - 1) != "to")
            .nth(usize::from(relative))
            .is_some()
    }

    /// The item after the one who is told something: at "he" in "told the BBC he would".
    pub(super) fn after_addressee(&self, start: usize, end: usize) -> Option<usize> {
        let phrase = noun_phrase::after(self.passage, self.text, start, end)?;
        // "told reporters in Leeds": the place is a circumstance.
        let tie = phrase.clone().find(|&at| {
            self.passage.class(at) == Some(Class::Preposition)
                && matches!(self.word(at), "in" | "at" | "from")
        });
        Some(tie.unwrap_or(phrase.end))
    }

    /// The item after adverbs, times and places: at "that" in "said on Monday in a letter that".
    pub(super) fn after_circumstances(&self, start: usize, end: usize) -> usize {
        let mut at = start;
        while at < end {
            let next = match self.passage.class(at) {
                Some(Class::Adverb | Class::Time) => at + 1,
                _ if matches!(self.word(at), "this" | "last" | "late" | "early")
                    && self.passage.class(at + 1) == Some(Class::Time) =>
                {
                    at + 2
                }
                // "said about 20 people had come", "responded by using"
                Some(Class::Preposition)
                    if self.word(at + 1).ends_with("ing")
                        || self.word(at) == "about"
                            && self.passage.kind(at + 1) == Some(ItemKind::Number) =>
                {
                    break;
                }
                Some(Class::Preposition) => {
                    let timed = (at + 1..end.min(at + 5))
                        .take_while(|&at| {
                            self.passage.class(at) == Some(Class::Time)
                                || self.passage.kind(at) == Some(ItemKind::Number)
                                || matches!(self.word(at), "last" | "this" | "the" | "late" | "early")
                        })
                        .last();
                    match timed {
                        Some(last) if self.word(last) != "the" => last + 1,
                        _ => match noun_phrase::after(self.passage, self.text, at + 1, end) {
                            Some(phrase) => phrase.end,
                            None => break,
                        },
                    }
                }
                _ => break,
            };
            at = next;
        }
        at
    }

    /// Where a report within `stretch` ends at the latest: before the next report, and where the reporter may go on
    /// in their own words.
    pub(super) fn end(&self, stretch: Range<usize>) -> usize {
        let high = stretch.end;
        let ends = |at: usize| {
            let next = self.word(at + 1);
            if self.is_comma(at) {
                // "“…,” language that could bar them", ", implicitly putting his name on it"
                let noun =
                    !self.passage.is_sign(at, ',') && self.passage.class(at + 1) == Some(Class::Common);
                let aside =
                    self.passage.class(at + 1) == Some(Class::Adverb) && self.word(at + 2).ends_with("ing");
                noun || aside
                    || self.is_told_after(at + 1, high)
                    || OWN_WORDS.contains(&next)
                    || matches!(self.passage.class(at + 1), Some(Class::Cue(Report::Speech, _)))
                    || next == "and" && self.reports_soon(at + 2, high)
            } else {
                matches!(self.word(at), "and" | "but") && self.reports_at_once(at + 1)
                    || self.word(at) == "adding" && next == "that"
                    || self.passage.is_sign(at, ';')
            }
        };
        // A comma at the end of quoted words is theirs.
        let first = stretch.skip(1).find(|&at| ends(at));
        first.map_or(high, |at| at + usize::from(matches!(self.passage.kind(at), Some(ItemKind::Quoted(_)))))
    }

    /// Whether a comma is at an item, or at the end of the words that it quotes.
    fn is_comma(&self, at: usize) -> bool {
        let quoted = matches!(self.passage.kind(at), Some(ItemKind::Quoted(_)));
        self.passage.is_sign(at, ',')
            || quoted
                && self.word(at).trim_end_matches(|c: char| !c.is_alphanumeric() && c != ',').ends_with(',')
    }

    /// Whether the item is a verb that reports, or a subject and such a verb begin there: "and said she would", "and
    /// Democrats accused them", "but also suggested that".
    fn reports_at_once(&self, at: usize) -> bool {
        let at = at + usize::from(self.passage.class(at) == Some(Class::Adverb));
        let reports = |at: usize| match self.passage.class(at) {
            Some(Class::Cue(Report::Speech | Report::Verdict, Form::Past | Form::Present)) => true,
            Some(Class::Cue(_, Form::Past | Form::Present)) => {
                self.word(at + 1) == "that" || TURNS.contains(&self.word(at))
            }
            _ => false,
        };
        let subject = matches!(self.passage.class(at), Some(Class::Pronoun | Class::Name));
        reports(at) || subject && reports(at + 1)
    }

    /// Whether a source and its verb end the sentence or its clause: ", the Argus reports".
    fn is_told_after(&self, at: usize, end: usize) -> bool {
        let verb = (at..end.min(at + VERB)).find(|&at| {
            !matches!(
                self.passage.class(at),
                Some(Class::Name | Class::Common | Class::Determiner | Class::Pronoun)
            )
        });
        verb.filter(|&verb| verb > at).is_some_and(|verb| {
            matches!(self.passage.class(verb), Some(Class::Cue(Report::Speech, Form::Past | Form::Present)))
        })
    }

    /// Whether another report begins within a few words: ", and the council urged".
    fn reports_soon(&self, at: usize, end: usize) -> bool {
        (at..end.min(at + VERB))
            .take_while(|&at| !matches!(self.passage.kind(at), Some(ItemKind::Sign(_))))
            .any(|at| {
                matches!(
                    self.passage.class(at),
                    Some(Class::Cue(
                        Report::Speech | Report::Opinion | Report::Verdict,
                        Form::Past | Form::Present
                    ))
                )
            })
    }

    /// Whether somebody else's report begins inside a stretch.
    pub(super) fn has_report(&self, stretch: &Range<usize>) -> bool {
        stretch.clone().skip(1).any(|at| {
            matches!(self.passage.class(at), Some(Class::Cue(Report::Speech, Form::Past | Form::Present)))
                && self.passage.class(at - 1) != Some(Class::Auxiliary)
        })
    }

    /// Whether a stretch is a clause which another must follow, and none does within it.
    pub(super) fn is_dependent(&self, stretch: &Range<usize>) -> bool {
        let first = self.word(stretch.start);
        let gerund = first.ends_with("ing") && first.len() > 5 || first.ends_with("ed") && first.len() > 4;
        if !gerund && !DEPENDENT.contains(&first.to_lowercase().as_str()) {
            return false;
        }
        let comma = stretch.clone().find(|&at| self.passage.is_sign(at, ','));
        comma.is_none_or(|comma| !self.is_finite(&(comma + 1..stretch.end)))
    }

    /// Whether the clause with a subject at `subject` begins the sentence from `start` and another follows: "While Blake
    /// said …".
    pub(super) fn is_subordinate(&self, start: usize, subject: usize) -> bool {
        subject > start
            && subject <= start + 2
            && DEPENDENT.contains(&self.word(subject - 1).to_lowercase().as_str())
            && self.word(subject - 1) != "that"
    }

    /// A stretch without the signs at its ends.
    pub(super) fn trimmed(&self, stretch: Range<usize>) -> Range<usize> {
        let sign = |at: usize| matches!(self.passage.kind(at), Some(ItemKind::Sign(c)) if !matches!(c, '(' | ')' | '£' | '$' | '€' | '%'));
        let mut stretch = stretch;
        while stretch.start < stretch.end && sign(stretch.start) {
            stretch.start += 1;
        }
        while stretch.start < stretch.end && sign(stretch.end - 1) {
            stretch.end -= 1;
        }
        // The bracket around a whole sentence is none of its report.
        let bracket = stretch.end > stretch.start && self.passage.is_sign(stretch.end - 1, ')');
        if bracket && !stretch.clone().any(|at| self.passage.is_sign(at, '(')) {
            stretch.end -= 1;
        }
        stretch
    }
}
