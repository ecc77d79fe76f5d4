//! The trained tagger: names of people, organisations and places by a small convolutional network.
//!
//! `features` reads a document as rows of an embedding table, `network` says what the layers are, `weights` is
//! what training makes and a file holds, `model` the same in whole numbers as the reader runs it; this file turns
//! scores of tags into spans. What is public here, the training program uses, too.

mod features;
mod hash;
mod model;
mod network;
mod weights;
mod whole;
mod words;

use crate::EntityKind;
pub(crate) use features::tokens_of;
pub use features::{Document, Lexicon};
pub use model::{Means, Model, neighbours, pool};
pub use network::{
    Convolution, Matrix, Network, Scores, TAGS, Vector, WIDTH, add, add_product, embed, rectify,
};
use std::ops::Range;
pub use weights::{ModelError, Weights};
pub use words::{BOOK, BOOKS, CLASSES, Word, Words};

/// The kinds that tags know, in the order of their tags.
pub const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organisation, EntityKind::Place];

/// Which part of a name a token is; a tag is 0 for none, else 1 + 4 × kind + this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// First of several.
    Begin,
    /// Neither first nor last.
    Inside,
    /// Last of several.
    End,
    /// The only one.
    Single,
}

/// The tag of a part of a name.
pub const fn tag(kind: usize, part: Part) -> usize {
    1 + 4 * kind + part as usize
}

/// Whether `tag` may follow `before`; the beginning and the end of a sentence count as tag 0.
pub const fn may_follow(before: usize, tag: usize) -> bool {
    let open =
        before > 0 && ((before - 1) % 4 == Part::Begin as usize || (before - 1) % 4 == Part::Inside as usize);
    let continues =
        tag > 0 && ((tag - 1) % 4 == Part::Inside as usize || (tag - 1) % 4 == Part::End as usize);
    if open { continues && (before - 1) / 4 == (tag - 1) / 4 } else { !continues }
}

/// The scores of steps from tag to tag, without those that are not allowed.
fn allowed(transitions: &[Scores; TAGS]) -> [Scores; TAGS] {
    std::array::from_fn(|before| {
        std::array::from_fn(|tag| {
            if may_follow(before, tag) { transitions[before][tag] } else { f32::NEG_INFINITY }
        })
    })
}

/// The best sequence of tags (Viterbi's algorithm), of steps that are [`allowed`].
fn decode(scores: &[Scores], steps: &[Scores; TAGS]) -> Vec<usize> {
    let mut best = [f32::NEG_INFINITY; TAGS];
    let mut came_from: Vec<[u8; TAGS]> = Vec::with_capacity(scores.len());
    for score in scores {
        let mut next = [f32::NEG_INFINITY; TAGS];
        let mut from = [0; TAGS];
        if came_from.is_empty() {
            next = std::array::from_fn(|tag| if may_follow(0, tag) { 0.0 } else { f32::NEG_INFINITY });
        } else {
            for (before, (best, steps)) in best.iter().zip(steps).enumerate() {
                for ((next, from), step) in next.iter_mut().zip(&mut from).zip(steps) {
                    if best + step > *next {
                        *next = best + step;
                        *from = before as u8;
                    }
                }
            }
        }
        for (next, score) in next.iter_mut().zip(score) {
            *next += score;
        }
        best = next;
        came_from.push(from);
    }
    let mut last = 0;
    for tag in 1..TAGS {
        if may_follow(tag, 0) && best[tag] > best[last] {
            last = tag;
        }
    }
    let mut tags = vec![0; scores.len()];
    for (tag, from) in tags.iter_mut().zip(came_from).rev() {
        *tag = last;
        last = usize::from(from[last]);
    }
    tags
}

impl Model {
    /// The names that the network finds in a document, as ranges of its tokens.
    pub fn names(&self, document: &Document) -> Vec<(EntityKind, Range<usize>)> {
        let wanted = document.near_names();
        if self.is_empty() || !wanted.contains(&true) {
            return Vec::new();
        }
        let scores = self.scores(document, &wanted);
        let steps = allowed(self.transitions());
        let mut found = Vec::new();
        for range in document.sentences.iter().flat_map(|range| runs(range, &wanted)) {
            let tags = decode(scores.get(range.clone()).unwrap_or_default(), &steps);
            let mut start = range.start;
            for (token, tag) in range.clone().zip(tags) {
                let Some(place) = tag.checked_sub(1) else { continue };
                let (kind, part) = (KINDS[place / 4], place % 4);
                if part == Part::Begin as usize || part == Part::Single as usize {
                    start = token;
                }
                if part >= Part::End as usize {
                    found.push((kind, start..token + 1));
                }
            }
        }
        found
    }
}

/// The longest ranges inside `range` of which every token is wanted.
fn runs(range: &Range<usize>, wanted: &[bool]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in range.clone().filter(|at| wanted.get(*at) == Some(&true)) {
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end += 1,
            None => runs.push(at..at + 1),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use gloss_text::Span;
    use proptest::prelude::*;

    const TRAINED: &[u8] = include_bytes!("../../../../models/names.bin");

    /// `marked` is text with names in square brackets, each with `P`, `O` or `L` for its kind in front:
    /// "P[Chris Kaba] was killed in L[Streatham]".
    #[track_caller]
    fn check(marked: &str) {
        let text: String = marked.replace("P[", "").replace("O[", "").replace("L[", "").replace(']', "");
        let model = Model::from_bytes(TRAINED).unwrap();
        let mut found = String::new();
        let mut at = 0;
        let document = model.lexicon.document(&text, &[Span::new(0, text.len())]);
        for (kind, range) in model.names(&document) {
            let span =
                Span::new(document.tokens[range.start].span.start, document.tokens[range.end - 1].span.end);
            let letter = match kind {
                EntityKind::Person => "P[",
                EntityKind::Organisation => "O[",
                _ => "L[",
            };
            found += text.get(at..span.start).unwrap();
            found += letter;
            found += span.of(&text);
            found += "]";
            at = span.end;
        }
        found += text.get(at..).unwrap();
        assert_eq!(found, marked);
    }

    #[test]
    fn names_of_three_kinds_are_told_apart() {
        check("The mayor of L[London], P[Sadiq Khan], told the O[BBC] that he had spoken to O[Google].");
    }

    #[test]
    fn titles_and_possessives_stay_outside() {
        check("Sergeant P[Anna Bloggs]’s car was found in L[Leeds].");
    }

    #[test]
    fn an_empty_model_finds_nothing() {
        let model = Model::default();
        let document = model.lexicon.document("Chris Kaba", &[Span::new(0, 10)]);
        assert_eq!(document.tokens.len(), 2);
        assert!(model.names(&document).is_empty());
    }

    #[test]
    fn a_model_reads_back_as_it_was_written() {
        let weights = Weights::from_bytes(TRAINED).unwrap();
        assert!(weights.to_bytes() == TRAINED);
    }

    #[test]
    fn another_version_and_damage_are_told_apart() {
        assert_eq!(Model::from_bytes(b"hello").err(), Some(ModelError::Version));
        let short = TRAINED.split_last().unwrap().1;
        assert_eq!(Model::from_bytes(short).err(), Some(ModelError::Damaged));
        assert_eq!(Model::from_bytes(TRAINED.get(..40).unwrap()).err(), Some(ModelError::Damaged));
    }

    proptest! {
        #[test]
        fn decoded_tags_are_well_formed(scores in prop::collection::vec(prop::array::uniform13(-9.0_f32..9.0), 0..20)) {
            let tags = decode(&scores, &allowed(&[[0.0; TAGS]; TAGS]));
            prop_assert_eq!(tags.len(), scores.len());
            let mut before = 0;
            for tag in tags.into_iter().chain([0]) {
                prop_assert!(may_follow(before, tag));
                before = tag;
            }
        }
    }
}
