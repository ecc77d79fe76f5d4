//! Reported speech without marks: "the Met argued the evidence had been tested".

use super::{
    Quotation, QuotationKind,
    candidates::{Candidate, Relation, Voice},
    grounds::Ground,
    lexicon::{Class, Form, Report, is_person_noun},
    noun_phrase,
    passage::{ItemKind, Passage},
    resolution::Resolver,
};
use std::ops::Range;

/// The fewest words that make a report.
const SHORTEST: usize = 3;

/// The longest sentence that is looked through, in items; nobody writes longer ones.
const LONGEST: usize = 400;

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
        if sentence.items.len() > LONGEST {
            continue;
        }
        let mut reached = sentence.items.start;
        for candidate in candidates {
            let Some(content) = content(text, passage, &sentence.items, candidate) else { continue };
            // The outermost report of a clause, and one speaker a cue.
            if content.start < reached {
                continue;
            }
            let Some(speaker) = resolver.speaker(candidate) else { continue };
            reached = content.end.max(candidate.cue.end);
            found.push(Quotation {
                kind: QuotationKind::Indirect,
                segments: vec![passage.span(&content)],
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
    // "began following", "read the letter"
    let word = passage.word(text, candidate.cue.start);
    if matches!(word, "began" | "begins" | "continued" | "continues" | "read" | "reads" | "sang" | "heard") {
        return None;
    }
    if !may_speak(text, passage, candidate) {
        return None;
    }
    let end = trimmed(passage, sentence.clone()).end;
    let extent = candidate.extent();
    let before = || {
        let stretch = trimmed(passage, sentence.start..extent.start);
        let fronted = passage.is_sign(extent.start.checked_sub(1)?, ',');
        (fronted && is_clause(passage, &stretch) && !has_cue(passage, &stretch)).then_some(stretch)
    };
    let clause =
        |stretch: Range<usize>| Some(trimmed(passage, stretch)).filter(|stretch| is_clause(passage, stretch));
    if candidate.relation == Relation::According {
        return if extent.start == sentence.start { clause(extent.end..end) } else { before() };
    }
    let after = extent.end..next_report(passage, extent.end..end);
    match opener(text, passage, after.clone()) {
        Some(at) => clause(at + usize::from(passage.word(text, at) == "that")..after.end),
        None => before().or_else(|| at_once(text, passage, candidate, after).and_then(clause)),
    }
}

/// Whether a candidate is somebody rather than something.
fn may_speak(text: &str, passage: &Passage, candidate: &Candidate) -> bool {
    candidate.speaker.clone().any(|at| {
        matches!(passage.class(at), Some(Class::Name | Class::Pronoun))
            || is_person_noun(passage.word(text, at))
    })
}

/// Where the next report begins: ", adding", ", said".
fn next_report(passage: &Passage, after: Range<usize>) -> usize {
    let end = after.end;
    after
        .into_iter()
        .find(|&at| {
            passage.is_sign(at, ',') && matches!(passage.class(at + 1), Some(Class::Cue(Report::Speech, _)))
        })
        .unwrap_or(end)
}

/// The word that opens the content of a report: "told jurors how".
fn opener(text: &str, passage: &Passage, after: Range<usize>) -> Option<usize> {
    after
        .take(8)
        .take_while(|&at| !matches!(passage.kind(at), Some(ItemKind::Sign(_) | ItemKind::Quoted(_))))
        .find(|&at| OPENERS.contains(&passage.word(text, at)))
}

/// Content that follows the verb at once ("said he would"), past the one who is told ("told the BBC he would").
fn at_once(
    text: &str,
    passage: &Passage,
    candidate: &Candidate,
    after: Range<usize>,
) -> Option<Range<usize>> {
    let mut start = after.start;
    match passage.word(text, candidate.cue.start) {
        "told" | "tells" | "telling" => start = noun_phrase::after(passage, text, start, after.end)?.end,
        "asked" | "asks" => return None,
        _ => {}
    }
    let begins = matches!(
        passage.kind(start)?,
        ItemKind::Word(Class::Determiner | Class::Pronoun | Class::Name | Class::Common) | ItemKind::Number
    );
    (begins && start < after.end).then_some(start..after.end)
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
    stretch.clone().any(|at| {
        matches!(passage.class(at), Some(Class::Cue(Report::Speech, Form::Past | Form::Present)))
            && at > stretch.start
            && passage.class(at - 1) != Some(Class::Auxiliary)
    })
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
