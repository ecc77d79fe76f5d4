use crate::lines;
use gloss_notes::{Anchor, Anchorer, Outcome, TextFragment, TextPositionSelector, TextQuoteSelector};
use gloss_text::{Offsets, Span};
use lexopt::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::process::ExitCode;

pub(crate) const USAGE: &str = "\
  gloss anchor     reads JSON lines {\"id\", \"text\", \"selector\": [...]} with a TextQuoteSelector, a
                   TextPositionSelector, both, or a FragmentSelector (a text fragment); prints a line each:
                   {\"id\", \"outcome\", \"start\", \"end\", \"score\"}, the outcome being same, moved, changed,
                   ambiguous (then with \"candidates\") or gone; a changed passage with a score of at most
                   0.5 was found only by the text around it and should be looked at
";

/// Runs `gloss anchor` with the rest of the command line.
pub(crate) fn run(mut arguments: lexopt::Parser) -> Result<ExitCode, lexopt::Error> {
    match arguments.next()? {
        None => Ok(lines::answer(answer)),
        Some(Short('h') | Long("help")) => {
            print!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        Some(other) => Err(other.unexpected()),
    }
}

#[derive(Deserialize)]
struct Question {
    /// Handed back as it came: a string or a number.
    id: Value,
    text: String,
    selector: OneOrMany,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    Many(Vec<Value>),
    One(Value),
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Selector {
    #[serde(rename = "TextQuoteSelector")]
    Quote(TextQuoteSelector),
    #[serde(rename = "TextPositionSelector")]
    Position(TextPositionSelector),
    #[serde(rename = "FragmentSelector")]
    Fragment { value: String },
}

#[derive(Serialize)]
struct Answer {
    id: Value,
    outcome: &'static str,
    start: Option<usize>,
    end: Option<usize>,
    score: f32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    candidates: Vec<Place>,
}

#[derive(Serialize)]
struct Place {
    start: usize,
    end: usize,
    score: f32,
}

fn answer(question: Question) -> Result<Answer, String> {
    let selectors = match question.selector {
        OneOrMany::Many(selectors) => selectors,
        OneOrMany::One(selector) => vec![selector],
    };
    let (mut quote, mut position, mut fragment) = (None, None, None);
    for selector in selectors {
        // Other kinds of selectors may stand beside those that are known.
        match serde_json::from_value(selector) {
            Ok(Selector::Quote(found)) => quote = Some(found),
            Ok(Selector::Position(found)) => position = Some(found),
            Ok(Selector::Fragment { value }) => fragment = TextFragment::parse(&value),
            Err(_) => {}
        }
    }
    let anchorer = Anchorer::new(&question.text);
    let anchor = match (quote, fragment, position) {
        (Some(quote), _, position) => anchorer.anchor_selectors(&quote, position),
        (None, Some(fragment), _) => anchorer.anchor_fragment(&fragment),
        (None, None, Some(position)) => anchorer.anchor_position(position),
        (None, None, None) => return Err("no selector of a known type".to_owned()),
    };
    Ok(shown(question.id, &anchor, &Offsets::new(&question.text)))
}

fn shown(id: Value, anchor: &Anchor, offsets: &Offsets) -> Answer {
    let points = |span: Span| offsets.span_in_points(span);
    let rounded = |score: f32| (score * 1e4).round() / 1e4;
    let candidates = anchor.candidates.iter().filter(|_| anchor.outcome == Outcome::Ambiguous);
    Answer {
        id,
        outcome: anchor.outcome.name(),
        start: anchor.span.map(|span| points(span).0),
        end: anchor.span.map(|span| points(span).1),
        score: rounded(anchor.score),
        candidates: candidates
            .map(|candidate| {
                let (start, end) = points(candidate.span);
                Place { start, end, score: rounded(candidate.score) }
            })
            .collect(),
    }
}
