//! Names inside compounds. The labelled text has one token and so one label for "London-based" and "US-China", and
//! labels them now as a name, now not; the reader sees the parts, and marks "London", "US" and "China".

use crate::corpus::Labelled;
use gloss_text::Span;
use std::collections::HashMap;

/// Words that a name stands before in a compound, beside participles in "-ed".
const LATTER: &[&str] = &["led", "born", "run", "made", "held", "bound", "wide", "style", "era", "owned"];
/// Index of people's names, whose hyphens join one name: "Ban Ki-moon".
const PERSON: usize = 0;
const PLACE: usize = 2;
/// The one country with two other names in its own.
const WHOLE: &str = "Guinea-Bissau";

/// Sets the labels of compounds by what their parts are elsewhere in the documents.
pub(crate) fn part(documents: &mut [Labelled]) {
    let kinds = kinds(documents);
    for document in documents {
        let text = &document.text;
        let mut parts: Vec<(Span, usize)> = Vec::new();
        let mut behind = 0;
        for (span, kind) in &document.names {
            parts.extend(outside(text, Span::new(behind, span.start), &kinds));
            parts.extend(inside(text, *span, *kind, &kinds));
            behind = span.end;
        }
        parts.extend(outside(text, Span::new(behind, text.len()), &kinds));
        document.names = parts;
    }
}

/// The kind of each word that is a name by itself, and mostly of that kind.
fn kinds(documents: &[Labelled]) -> HashMap<String, usize> {
    let mut counts: HashMap<&str, [u32; 3]> = HashMap::new();
    for document in documents {
        for (span, kind) in &document.names {
            counts.entry(span.of(&document.text)).or_default()[*kind] += 1;
        }
    }
    let most = |counts: [u32; 3]| (0..3).find(|kind| 2 * counts[*kind] > counts.iter().sum());
    counts.into_iter().filter_map(|(word, counts)| Some((word.to_owned(), most(counts)?))).collect()
}

fn is_latter(word: &str) -> bool {
    LATTER.contains(&word) || word.len() > 4 && word.ends_with("ed") && word.chars().all(char::is_lowercase)
}

/// The names in a labelled one: all of it, what stands before "-based", or two places.
fn inside(text: &str, span: Span, kind: usize, kinds: &HashMap<String, usize>) -> Vec<(Span, usize)> {
    let name = span.of(text);
    let whole = vec![(span, kind)];
    let Some((before, last)) = name.rsplit_once('-').filter(|_| kind != PERSON && name != WHOLE) else {
        return whole;
    };
    let first = Span::new(span.start, span.start + before.len());
    let kind_of = |name: &str| kinds.get(name).copied();
    match (kind_of(before), kind_of(last)) {
        (known, _) if is_latter(last) => vec![(first, known.unwrap_or(kind))],
        (Some(PLACE), Some(PLACE)) => {
            vec![(first, PLACE), (Span::new(span.end - last.len(), span.end), PLACE)]
        }
        _ => whole,
    }
}

/// The names in compounds of a passage without labels.
fn outside(text: &str, passage: Span, kinds: &HashMap<String, usize>) -> Vec<(Span, usize)> {
    let mut found = Vec::new();
    let mut at = passage.start;
    for token in passage.of(text).split_inclusive([' ', '\n']) {
        let word = token.trim_end();
        if let Some((before, last)) = word.rsplit_once('-')
            && let Some(kind) = kinds.get(before).filter(|kind| **kind != PERSON)
        {
            let first = Span::new(at, at + before.len());
            let other = kinds.get(last).filter(|kind| **kind != PERSON);
            if is_latter(last) || other.is_some() {
                found.push((first, *kind));
            }
            if let Some(other) = other {
                found.push((Span::new(at + word.len() - last.len(), at + word.len()), *other));
            }
        }
        at += token.len();
    }
    found
}
