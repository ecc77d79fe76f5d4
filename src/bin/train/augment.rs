//! Documents with other names in them: what is learnt then depends on the words around a name, not on it.

use crate::{corpus::Labelled, random::Random};
use gloss::core::text::Span;
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
