//! The best common stretch of two rows of words, by their worth (local alignment after Smith and Waterman, 1981).

use crate::{
    weights::Weights,
    words::{Vocabulary, WordId},
};

/// What a word costs that only one of the rows has between two common ones.
const GAP: f32 = 0.12;
/// Part of its worth that a word keeps where only the stems agree.
const INFLECTED: f32 = 0.8;
/// A word in every sentence is worth this much where it is said in the same order.
const LEAST: f32 = 0.2;
/// Rows longer than this are compared by their first words only, so that time stays bounded.
const LONGEST: usize = 400;

/// The best common stretch of two rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Local {
    /// Worth of what is common, less what lies between.
    pub(crate) score: f32,
    /// The common words, as pairs of indices.
    pub(crate) pairs: Vec<(usize, usize)>,
}

/// Compares words by worth.
pub(crate) struct Aligner<'a> {
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) weights: &'a Weights,
}

impl Aligner<'_> {
    /// Worth of a whole row.
    pub(crate) fn worth(&self, row: &[WordId]) -> f32 {
        row.iter().map(|word| self.worth_of(*word)).sum()
    }

    /// Worth of the words of matter, each once.
    pub(crate) fn matter(&self, row: &[WordId]) -> f32 {
        let matter = row.iter().filter(|word| !self.vocabulary.is_function(**word));
        matter.map(|word| self.worth_of(*word)).sum()
    }

    pub(crate) fn worth_of(&self, word: WordId) -> f32 {
        let worth = self.weights.of(self.vocabulary.stem(word));
        if self.vocabulary.is_function(word) { worth } else { worth.max(LEAST) }
    }

    /// How many words of the row carry matter.
    pub(crate) fn content(&self, row: &[WordId]) -> usize {
        row.iter().filter(|word| !self.vocabulary.is_function(**word)).count()
    }

    /// The stems of a row, in order and without repeats.
    pub(crate) fn stems(&self, row: &[WordId]) -> Vec<WordId> {
        let mut stems: Vec<WordId> = row.iter().map(|word| self.vocabulary.stem(*word)).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    }

    /// What the score of [`Self::local`] is at most for a row and one with these stems: words in common are worth no more
    /// than in whatever order.
    pub(crate) fn at_most(&self, row: &[WordId], stems: &[WordId]) -> f32 {
        // Sums of many terms in another order may differ in their last digits.
        const ROUNDING: f32 = 1.001;
        let there = row.iter().filter(|word| stems.binary_search(&self.vocabulary.stem(**word)).is_ok());
        there.map(|word| self.worth_of(*word)).sum::<f32>() * ROUNDING
    }

    fn agreement(&self, a: WordId, b: WordId) -> f32 {
        if a == b {
            self.worth_of(a)
        } else if self.vocabulary.stem(a) == self.vocabulary.stem(b) {
            INFLECTED * self.worth_of(a)
        } else {
            0.0
        }
    }

    /// The best common stretch of `a` and `b`.
    pub(crate) fn local(&self, a: &[WordId], b: &[WordId]) -> Local {
        let a = a.get(..a.len().min(LONGEST)).unwrap_or_default();
        let b = b.get(..b.len().min(LONGEST)).unwrap_or_default();
        let width = b.len() + 1;
        let mut scores = vec![0.0_f32; (a.len() + 1) * width];
        let stems: Vec<(WordId, WordId)> =
            b.iter().map(|word| (*word, self.vocabulary.stem(*word))).collect();
        let (mut best, mut end) = (0.0, (0, 0));
        for (x, word) in a.iter().enumerate() {
            let (stem, worth) = (self.vocabulary.stem(*word), self.worth_of(*word));
            let (above, row) = scores.split_at_mut((x + 1) * width);
            let above = above.get(x * width..).unwrap_or_default();
            let mut before = 0.0_f32;
            let cells = row.iter_mut().skip(1).zip(above.windows(2)).zip(&stems).enumerate();
            for (y, ((cell, above), (other, other_stem))) in cells {
                let &[corner, over] = above else { continue };
                let across = if other == word {
                    corner + worth
                } else if *other_stem == stem {
                    corner + INFLECTED * worth
                } else {
                    corner - 2.0 * GAP
                };
                let score = across.max(over - GAP).max(before - GAP).max(0.0);
                *cell = score;
                before = score;
                if score > best {
                    (best, end) = (score, (x + 1, y + 1));
                }
            }
        }
        let at = |scores: &[f32], x: usize, y: usize| scores.get(x * width + y).copied().unwrap_or(0.0);
        let mut pairs = Vec::new();
        let (mut x, mut y) = end;
        while x > 0 && y > 0 && at(&scores, x, y) > 0.0 {
            let score = at(&scores, x, y);
            let agreement = match (a.get(x - 1), b.get(y - 1)) {
                (Some(word), Some(other)) => self.agreement(*word, *other),
                _ => 0.0,
            };
            if agreement > 0.0 && same(score, at(&scores, x - 1, y - 1) + agreement) {
                pairs.push((x - 1, y - 1));
                (x, y) = (x - 1, y - 1);
            } else if agreement <= 0.0 && same(score, at(&scores, x - 1, y - 1) - 2.0 * GAP) {
                (x, y) = (x - 1, y - 1);
            } else if same(score, at(&scores, x - 1, y) - GAP) {
                x -= 1;
            } else {
                y -= 1;
            }
        }
        pairs.reverse();
        Local { score: best, pairs }
    }
}

/// Whether two sums of the same terms are one.
fn same(a: f32, b: f32) -> bool {
    (a - b).abs() < 1e-5
}
