//! Documents with other names in them, and set as headlines and datelines are: what is learnt then depends on the
//! words around a name, not on it, and not on capitals alone.

use crate::{corpus::Labelled, random::Random};
use gloss_text::Span;
use std::collections::{BTreeSet, HashMap};

/// Names by what may take their place: the kind, and how they are written.
pub(crate) struct Names {
    groups: HashMap<(usize, Form), Vec<String>>,
}

/// Names of one form are exchanged.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Form {
    /// First word of a person's name of several.
    Given,
    /// Any other word of a person's name.
    Surname,
    /// One word in capitals.
    Acronym,
    /// One word.
    Word,
    /// Several words.
    Phrase,
}

fn form(kind: usize, name: &str, part: usize, parts: usize) -> Form {
    match () {
        () if kind == 0 && part == 0 && parts > 1 => Form::Given,
        () if kind == 0 => Form::Surname,
        () if parts > 1 => Form::Phrase,
        () if name.chars().count() > 1 && !name.contains(char::is_lowercase) => Form::Acronym,
        () => Form::Word,
    }
}

/// The pieces of a name that are exchanged one by one: a person's words, others as a whole.
fn pieces(kind: usize, name: &str) -> Vec<&str> {
    if kind == 0 { name.split(' ').collect() } else { vec![name] }
}

fn parts(kind: usize, name: &str) -> usize {
    if kind == 0 { name.split(' ').count() } else { name.matches(' ').count() + 1 }
}

impl Names {
    pub(crate) fn of(documents: &[Labelled]) -> Self {
        let mut sets: HashMap<(usize, Form), BTreeSet<&str>> = HashMap::new();
        for document in documents {
            for (span, kind) in &document.names {
                let name = span.of(&document.text);
                let count = parts(*kind, name);
                for (at, piece) in pieces(*kind, name).into_iter().enumerate() {
                    if piece.starts_with(char::is_uppercase) {
                        sets.entry((*kind, form(*kind, piece, at, count))).or_default().insert(piece);
                    }
                }
            }
        }
        let groups = sets.into_iter().map(|(key, set)| (key, set.into_iter().map(str::to_owned).collect()));
        Self { groups: groups.collect() }
    }

    /// `document` with a `share` of its names exchanged, each the same way everywhere.
    pub(crate) fn exchanged(&self, document: &Labelled, share: f32, random: &mut Random) -> Labelled {
        let mut others: HashMap<(usize, &str), Option<&str>> = HashMap::new();
        let mut text = String::with_capacity(document.text.len() + 64);
        let mut names = Vec::with_capacity(document.names.len());
        // Old offset behind a change, and how far it moved.
        let mut moved: Vec<(usize, isize)> = Vec::new();
        let mut at = 0;
        for (span, kind) in &document.names {
            text.push_str(Span::new(at, span.start).of(&document.text));
            let start = text.len();
            let name = span.of(&document.text);
            let count = parts(*kind, name);
            for (part, piece) in pieces(*kind, name).into_iter().enumerate() {
                if part > 0 {
                    text.push(' ');
                }
                let other = others.entry((*kind, piece)).or_insert_with(|| {
                    let group = self.groups.get(&(*kind, form(*kind, piece, part, count)))?;
                    let exchanged =
                        *kind == 0 && piece.starts_with(char::is_uppercase) && random.unit() < share;
                    exchanged.then(|| group[random.below(group.len())].as_str())
                });
                text.push_str(other.unwrap_or(piece));
            }
            names.push((Span::new(start, text.len()), *kind));
            at = span.end;
            moved.push((at, text.len() as isize - at as isize));
        }
        text.push_str(Span::new(at, document.text.len()).of(&document.text));
        let place = |old: usize| {
            let changes = moved.partition_point(|(behind, _)| *behind <= old);
            old.saturating_add_signed(changes.checked_sub(1).map_or(0, |last| moved[last].1))
        };
        let sentences = document.sentences.iter().map(|s| Span::new(place(s.start), place(s.end))).collect();
        Labelled { text, sentences, names }
    }
}

/// What stands between the place of a dateline and the text, with a place for a news agency at `@`.
const DATELINE_ENDS: &[&str] =
    &[" - ", "- ", " – ", " — ", ": ", " (@) - ", " (@) — ", ", May 3 (@) -- ", ", July 19 2022 (@) – "];

impl Names {
    /// `document` with a dateline, "LONDON (AP) — ", as no text that is learnt from has one.
    pub(crate) fn datelined(&self, document: &Labelled, random: &mut Random) -> Labelled {
        let mut any = |kind, form| {
            let group = self.groups.get(&(kind, form))?;
            Some(group[random.below(group.len())].clone())
        };
        let (Some(place), Some(agency)) = (any(2, Form::Word), any(1, Form::Acronym)) else {
            return document.clone();
        };
        let place = if random.unit() < 0.5 { place.to_uppercase() } else { place };
        let (before, behind) = match DATELINE_ENDS[random.below(DATELINE_ENDS.len())].split_once('@') {
            Some(parts) => parts,
            None => (DATELINE_ENDS[random.below(5)], ""),
        };
        let mut text = place + before;
        let mut names = vec![(Span::new(0, text.len() - before.len()), 2)];
        if !behind.is_empty() {
            let start = text.len();
            text += &agency;
            names.push((Span::new(start, text.len()), 1));
            text += behind;
        }
        let moved = |span: &Span| Span::new(span.start + text.len(), span.end + text.len());
        names.extend(document.names.iter().map(|(span, kind)| (moved(span), *kind)));
        let mut sentences: Vec<Span> = document.sentences.iter().map(moved).collect();
        if let Some(first) = sentences.first_mut() {
            first.start = 0;
        }
        Labelled { text: text + &document.text, sentences, names }
    }
}

/// Words that headlines leave small.
const SMALL: &[&str] = &[
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "is", "of", "on", "or", "over", "the",
    "to", "with",
];

/// Gives a `share` of the document's sentences a capital at every word of weight, as headlines have.
pub(crate) fn titled(document: &mut Labelled, share: f32, random: &mut Random) {
    for sentence in &document.sentences {
        if random.unit() < share {
            let words = sentence.of(&document.text).split(' ').map(|word| {
                let mut word = word.to_owned();
                if !SMALL.contains(&word.as_str())
                    && let Some(first) = word.get_mut(..1)
                {
                    first.make_ascii_uppercase();
                }
                word
            });
            let titled = words.collect::<Vec<_>>().join(" ");
            document.text.replace_range(sentence.start..sentence.end, &titled);
        }
    }
}

/// Sets a `share` of the document's sentences in capitals, as headlines and by-lines are.
pub(crate) fn shouted(document: &mut Labelled, share: f32, random: &mut Random) {
    for sentence in &document.sentences {
        // Letters outside ASCII stay, so that no offset moves.
        if random.unit() < share {
            let capitals = sentence.of(&document.text).to_ascii_uppercase();
            document.text.replace_range(sentence.start..sentence.end, &capitals);
        }
    }
}
