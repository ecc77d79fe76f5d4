//! What a word is worth: the rarer in the compared articles, the more.

use crate::{
    prepared::Prepared,
    words::{Vocabulary, WordId},
};

/// Worth of a function word, beside 1 for a word that only one sentence has.
const FUNCTION: f32 = 0.12;
/// A word in every sentence is still worth this much.
const LEAST: f32 = 0.02;

/// The worth of each stem, from 0 to 1.
pub(crate) struct Weights(Vec<f32>);

impl Weights {
    /// Counts in how many sentences of the articles each stem occurs.
    pub(crate) fn new(articles: &[Prepared], vocabulary: &Vocabulary) -> Self {
        let mut counts = vec![0_u32; vocabulary.len()];
        let mut seen = vec![0_u32; vocabulary.len()];
        let mut total = 0_u32;
        for article in articles {
            for sentence in &article.sentences {
                total += 1;
                for word in article.words.get(sentence.words.clone()).unwrap_or_default() {
                    let stem = vocabulary.stem(word.id).get();
                    if let (Some(count), Some(last)) = (counts.get_mut(stem), seen.get_mut(stem))
                        && *last != total
                    {
                        (*count, *last) = (*count + 1, total);
                    }
                }
            }
        }
        let whole = (1.0 + total as f32).ln().max(1.0);
        let weight = |(stem, count): (usize, &u32)| {
            if vocabulary.is_function(WordId(stem as u32)) {
                return FUNCTION;
            }
            (((1.0 + total as f32) / (*count).max(1) as f32).ln() / whole).clamp(LEAST, 1.0)
        };
        Self(counts.iter().enumerate().map(weight).collect())
    }

    /// All words of matter are worth the same.
    pub(crate) fn even(vocabulary: &Vocabulary) -> Self {
        let worth = |stem| if vocabulary.is_function(WordId(stem as u32)) { FUNCTION } else { 1.0 };
        Self((0..vocabulary.len()).map(worth).collect())
    }

    /// The worth of a stem.
    pub(crate) fn of(&self, stem: WordId) -> f32 {
        self.0.get(stem.get()).copied().unwrap_or(1.0)
    }
}
