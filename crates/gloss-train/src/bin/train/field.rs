//! The conditional random field over a sentence's tags (Lafferty et al. 2001): how likely each is.

use gloss_analysis::tagger::{Scores, TAGS, may_follow};

/// How likely tags are under given scores.
pub(crate) struct Field {
    /// For each token, how likely each tag is.
    pub(crate) tags: Vec<Scores>,
    /// How often each tag is expected behind each other one in the sentence.
    pub(crate) pairs: [Scores; TAGS],
    /// Logarithm of the sum over all allowed sequences.
    pub(crate) log_sum: f32,
}

impl Field {
    /// Forward and backward over the sentence.
    pub(crate) fn of(scores: &[Scores], transitions: &[Scores; TAGS]) -> Self {
        let allowed = |before, tag| f32::from(u8::from(may_follow(before, tag)));
        let weights: [Scores; TAGS] = std::array::from_fn(|before| {
            std::array::from_fn(|tag| allowed(before, tag) * transitions[before][tag].exp())
        });
        let mut log_sum = 0.0;
        let mut emissions = Vec::with_capacity(scores.len());
        let mut alphas: Vec<Scores> = Vec::with_capacity(scores.len());
        for (index, score) in scores.iter().enumerate() {
            let largest = score.iter().fold(f32::NEG_INFINITY, |a, b| a.max(*b));
            let emission: Scores = score.map(|value| (value - largest).exp());
            let mut alpha = [0.0; TAGS];
            if let Some(before) = alphas.last() {
                for (before, weights) in before.iter().zip(&weights) {
                    for (alpha, weight) in alpha.iter_mut().zip(weights) {
                        *alpha += before * weight;
                    }
                }
            } else {
                alpha = std::array::from_fn(|tag| allowed(0, tag));
            }
            for (tag, (alpha, emission)) in alpha.iter_mut().zip(&emission).enumerate() {
                *alpha *= emission;
                if index + 1 == scores.len() {
                    *alpha *= allowed(tag, 0);
                }
            }
            let sum: f32 = alpha.iter().sum();
            alphas.push(alpha.map(|alpha| alpha / sum));
            emissions.push(emission);
            log_sum += largest + sum.ln();
        }
        let mut tags = vec![[0.0; TAGS]; scores.len()];
        let mut pairs = [[0.0; TAGS]; TAGS];
        let mut beta: Scores = std::array::from_fn(|tag| allowed(tag, 0));
        for index in (0..scores.len()).rev() {
            let gamma: Scores = std::array::from_fn(|tag| alphas[index][tag] * beta[tag]);
            let sum: f32 = gamma.iter().sum();
            tags[index] = gamma.map(|gamma| gamma / sum);
            if index == 0 {
                break;
            }
            let ahead: Scores = std::array::from_fn(|tag| beta[tag] * emissions[index][tag]);
            let next: Scores = std::array::from_fn(|before| {
                weights[before].iter().zip(&ahead).map(|(weight, ahead)| weight * ahead).sum()
            });
            let total: f32 = next.iter().zip(&alphas[index - 1]).map(|(next, alpha)| next * alpha).sum();
            for (before, sums) in pairs.iter_mut().enumerate() {
                for (tag, sum) in sums.iter_mut().enumerate() {
                    *sum += alphas[index - 1][before] * weights[before][tag] * ahead[tag] / total;
                }
            }
            let sum: f32 = next.iter().sum();
            beta = next.map(|value| value / sum);
        }
        Self { tags, pairs, log_sum }
    }

    /// A field in which the given tags are certain.
    pub(crate) fn certain(tags: &[usize]) -> Self {
        let mut field =
            Self { tags: vec![[0.0; TAGS]; tags.len()], pairs: [[0.0; TAGS]; TAGS], log_sum: 0.0 };
        for (index, tag) in tags.iter().enumerate() {
            field.tags[index][*tag] = 1.0;
            if let Some(before) = index.checked_sub(1) {
                field.pairs[tags[before]][*tag] += 1.0;
            }
        }
        field
    }

    /// Moves the field towards another one by the given share of the way.
    pub(crate) fn blend(&mut self, other: &Self, share: f32) {
        let rows = self.tags.iter_mut().zip(&other.tags).chain(self.pairs.iter_mut().zip(&other.pairs));
        for (row, other) in rows {
            for (value, other) in row.iter_mut().zip(other) {
                *value += share * (other - *value);
            }
        }
    }
}
