//! Reported speech without marks: "the Met argued the evidence had been tested".

use super::{
    Quotation, QuotationKind,
    candidates::{Candidate, Relation, Voice},
    grounds::Ground,
    lexicon::{Class, Form, Report},
    passage::{ItemKind, Passage},
    resolution::Resolver,
};
use std::ops::Range;

/// The fewest words that make a report.
const SHORTEST: usize = 3;

/// Words after a reporting verb that its content begins with.
const OPENERS: &[&str] = &["that", "how", "whether", "why", "what", "if", "where", "when"];

/// Opinions that are reported in clauses ("claimed that"), unlike those asked for or felt.
const CLAUSAL: &[&str] = &[
    "accept", "agree", "alleg", "believ", "contend", "den", "disclos", "emphasis", "emphasiz", "estimat",
    "impl", "indicat", "maintain", "mention", "point", "predict", "promis", "reveal", "rul", "suggest",
    "insist", "hint", "pledg", "fear", "hop", "felt", "clarif",
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
        let mut reached = sentence.items.start;
        for candidate in candidates {
            let Some(content) = content(text, passage, &sentence.items, candidate) else { continue };
            // The outermost report of a clause, and one speaker a cue.
            if content.start < reached {
                continue;
            }
            reached = content.end.max(candidate.cue.end);
            found.push(Quotation {
                kind: QuotationKind::Indirect,
                segments: vec![passage.span(&content)],
                closed: true,
                speaker: Some(resolver.speaker(candidate)),
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

/// The items that a candidate's cue reports, if it reports any without marks.
fn content(
    text: &str,
    passage: &Passage,
    sentence: &Range<usize>,
    candidate: &Candidate,
) -> Option<Range<usize>> {
    let clear = match candidate.relation {
        Relation::According => true,
        Relation::Before | Relation::Across | Relation::Relative | Relation::Shared | Relation::Head => {
            matches!(candidate.voice, Voice::Active)
                && candidate.report.is_some_and(|(report, form)| {
                    let word = passage.word(text, candidate.cue.start);
                    form != Form::Base
                        && (report == Report::Speech
                            || report == Report::Opinion && CLAUSAL.iter().any(|stem| word.starts_with(stem)))
                })
        }
        Relation::Inverted => candidate.report.is_some_and(|(report, _)| report == Report::Speech),
        _ => false,
    };
    if !clear || candidate.cue.is_empty() {
        return None;
    }
    let end = trimmed(passage, sentence.clone()).end;
    let extent = candidate.extent();
    let behind = behind(text, passage, extent.end.max(candidate.cue.end)..end);
    let before = || {
        let stretch = trimmed(passage, sentence.start..extent.start);
        let fronted = passage.is_sign(extent.start.checked_sub(1)?, ',');
        (fronted && is_clause(passage, &stretch) && !has_cue(passage, &stretch)).then_some(stretch)
    };
    if candidate.relation == Relation::According {
        let stretch = trimmed(passage, extent.end..end);
        return if extent.start == sentence.start {
            is_clause(passage, &stretch).then_some(stretch)
        } else {
            before()
        };
    }
    behind.or_else(before)
}

/// The content after a cue: behind "that", or at once, past the one who is told.
fn behind(text: &str, passage: &Passage, after: Range<usize>) -> Option<Range<usize>> {
    let opener = after.clone().take(8).find(|&at| {
        OPENERS.contains(&passage.word(text, at))
            || matches!(passage.kind(at), Some(ItemKind::Sign(_) | ItemKind::Quoted(_)))
    });
    let start = match opener {
        Some(at) if OPENERS.contains(&passage.word(text, at)) => {
            at + usize::from(passage.word(text, at) == "that")
        }
        _ => after.start,
    };
    let content = trimmed(passage, start..after.end);
    let first = passage.kind(content.start)?;
    let begins = matches!(
        first,
        ItemKind::Word(
            Class::Determiner
                | Class::Pronoun
                | Class::Name
                | Class::Common
                | Class::Subordinator
                | Class::Relative
        ) | ItemKind::Number
    );
    let told = opener.is_some_and(|at| OPENERS.contains(&passage.word(text, at)));
    let begins = begins || told;
    (begins && start < after.end && (told || start == content.start) && is_clause(passage, &content))
        .then_some(content)
}

/// Whether a stretch says something: enough words, one of them a verb.
fn is_clause(passage: &Passage, stretch: &Range<usize>) -> bool {
    let words = stretch.clone().filter(|&at| matches!(passage.kind(at), Some(ItemKind::Word(_)))).count();
    let verb = stretch.clone().skip(1).any(|at| {
        matches!(passage.class(at), Some(Class::Auxiliary | Class::Cue(_, Form::Past | Form::Present)))
    });
    words >= SHORTEST && verb
}

fn has_cue(passage: &Passage, stretch: &Range<usize>) -> bool {
    stretch
        .clone()
        .any(|at| matches!(passage.class(at), Some(Class::Cue(Report::Speech, Form::Past | Form::Present))))
}

/// A stretch without the signs at its ends.
fn trimmed(passage: &Passage, stretch: Range<usize>) -> Range<usize> {
    let sign = |at: usize| matches!(passage.kind(at), Some(ItemKind::Sign(c)) if !matches!(c, '(' | ')' | '£' | '$' | '€' | '%'));
    let mut stretch = stretch;
    while stretch.start < stretch.end && sign(stretch.start) {
        stretch.start += 1;
    }
    while stretch.start < stretch.end && sign(stretch.end - 1) {
        stretch.end -= 1;
    }
    stretch
}
