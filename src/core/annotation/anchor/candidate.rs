use super::{approximate::Pattern, fold::fold};
use crate::core::annotation::TextQuoteSelector;

/// Context that is weighed on each side, in characters: what [`TextQuoteSelector::describe`] keeps at least.
pub(super) const CONTEXT: usize = 32;
/// What the beginning or the end of the text is worth as context, in characters.
const EDGE: f32 = 16.0;

/// A passage that is sought, folded.
pub(super) struct Sought {
    pub(super) quote: Vec<u8>,
    pub(super) prefix: Vec<u8>,
    pub(super) suffix: Vec<u8>,
    /// Where it stood, as an index into the folded text.
    pub(super) place: Option<usize>,
}

impl Sought {
    pub(super) fn new(quote: &TextQuoteSelector, place: Option<usize>) -> Self {
        Self { quote: fold(&quote.exact), prefix: fold(&quote.prefix), suffix: fold(&quote.suffix), place }
    }

    /// Whether anything is known of what stood around the quote.
    pub(super) fn has_context(&self) -> bool {
        !self.prefix.is_empty() || !self.suffix.is_empty()
    }
}

/// A place that may be the passage, in folded characters, and what speaks for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weighed {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Share of the quote that is still there, from 0 to 1.
    pub(super) words: f32,
    pub(super) left: Side,
    pub(super) right: Side,
    /// Code points of the context, all that was kept of it, that stand there unchanged next to the passage.
    pub(super) literal: usize,
}

/// What one side's surroundings say.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Side {
    /// Share of the context that is still there, from 0 to 1; two passages of prose that have nothing to do
    /// with each other share a quarter to two fifths.
    pub(super) share: f32,
    /// How many characters of context that is out of; 0 where nothing is known.
    pub(super) weight: f32,
}

impl Side {
    /// `context` and `text` both read away from the passage.
    fn weigh(context: &[u8], text: &[u8]) -> Self {
        let context = &context[..context.len().min(CONTEXT)];
        if context.is_empty() {
            return Self { share: if text.is_empty() { 1.0 } else { 0.0 }, weight: 0.0 };
        }
        let text = &text[..text.len().min(2 * CONTEXT)];
        let errors = if text.starts_with(context) { 0 } else { Pattern::new(context).errors_at_start(text) };
        Self { share: 1.0 - errors as f32 / context.len() as f32, weight: context.len() as f32 }
    }

    /// How far the share is above what chance gives, in characters.
    pub(super) fn evidence(self) -> f32 {
        const CHANCE: f32 = 0.45;
        ((self.share - CHANCE) / (1.0 - CHANCE)).max(0.0) * self.weight
    }
}

impl Weighed {
    /// Weighs the passage `start..end` of `folded`, which holds the share `words` of the quote.
    pub(super) fn new(folded: &[u8], sought: &Sought, start: usize, end: usize, words: f32) -> Self {
        let nearest = |length: usize| start.saturating_sub(length)..start;
        let before: Vec<u8> =
            folded[nearest(sought.prefix.len().max(2 * CONTEXT))].iter().rev().copied().collect();
        let prefix: Vec<u8> = sought.prefix.iter().rev().copied().collect();
        let after = &folded[end..];
        let (mut left, mut right) = (Side::weigh(&prefix, &before), Side::weigh(&sought.suffix, after));
        // A passage that began or ended its text has context on the other side only; still being first or
        // last is then as good as some.
        if sought.has_context() {
            for side in [&mut left, &mut right] {
                if side.weight == 0.0 && side.share > 0.0 {
                    side.weight = EDGE;
                }
            }
        }
        let literal = common(&prefix, &before) + common(&sought.suffix, after);
        Self { start, end, words, left, right, literal }
    }

    /// How far the surroundings agree, in characters beyond chance.
    pub(super) fn evidence(&self) -> f32 {
        self.left.evidence() + self.right.evidence()
    }

    /// The same as a share of all that was kept, from 0 to 1.
    pub(super) fn context(&self) -> f32 {
        let weight = self.left.weight + self.right.weight;
        if weight > 0.0 { self.evidence() / weight } else { 0.0 }
    }

    /// How sure the place is, from 0 to 1: mostly the words, then what stands around them. Where no context
    /// was kept, the words have to do.
    pub(super) fn score(&self) -> f32 {
        const WORDS: f32 = 0.7;
        let weight = self.left.weight + self.right.weight;
        let around = if weight > 0.0 {
            (self.left.share * self.left.weight + self.right.share * self.right.weight) / weight
        } else {
            self.words
        };
        WORDS * self.words + (1.0 - WORDS) * around
    }

    pub(super) const fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

fn common(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}
