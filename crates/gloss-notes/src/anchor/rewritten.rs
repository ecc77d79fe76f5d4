use super::{
    candidate::{CONTEXT, Weighed},
    fold::words,
    judge::{self, Verdict},
    search::{LANDMARK, MOST_LANDMARKS, Search, first, last, surviving},
};
use gloss_text::sort_by;

/// Share of the quote's words, by their length, that a rewritten passage still has in the same order. Two
/// sentences that have nothing to do with each other share less, mostly articles and prepositions.
const STILL_THERE: f32 = 0.3;
/// Share of the text before the quote, and of that after it, that must still be there.
const SURROUNDINGS: f32 = 0.75;
/// How much longer than the quote a rewritten passage may be, and how much shorter, as factors.
const LONGEST: usize = 3;
const SHORTEST: usize = 3;
/// Places that are compared with the quote at the most.
const MOST_COMPARED: usize = 8;

impl Search<'_> {
    /// The passage between the surroundings of the quote, where both are still there and something else than the
    /// quote is between them now. Nothing if a place was found that is sure, or if there are several such places.
    ///
    /// A name that was replaced is not a rewritten name but another one, so names are left out.
    pub(super) fn rewritten(&self) -> Option<Weighed> {
        let sure = |found: &Weighed| judge::verdict(self.sought, found) == Verdict::Yes;
        if !self.sought.has_context() || judge::is_name(&self.sought.quote) || self.weighed.iter().any(sure) {
            return None;
        }
        let mut found: Vec<Weighed> =
            self.gaps().into_iter().filter_map(|(start, end)| self.compare(start, end)).collect();
        sort_by(&mut found, |a, b| b.words.total_cmp(&a.words));
        match found.as_slice() {
            [only] => Some(*only),
            [best, next, ..] if best.words >= 2.0 * next.words => Some(*best),
            _ => None,
        }
    }

    /// Where the text before the quote ends and that after it begins, with no other such place between the two.
    fn gaps(&self) -> Vec<(usize, usize)> {
        let length = self.sought.quote.len();
        let (starts, ends) = (self.ends_of_prefix(), self.starts_of_suffix());
        let lengths = length / SHORTEST..=LONGEST * length + CONTEXT;
        let mut gaps = Vec::new();
        for (number, start) in starts.iter().enumerate() {
            let Some(end) = ends.iter().copied().find(|end| end > start) else { continue };
            let is_last = starts.get(number + 1).is_none_or(|next| *next >= end);
            if is_last && lengths.contains(&(end - start)) {
                gaps.push((*start, end));
            }
        }
        gaps.truncate(MOST_COMPARED);
        gaps
    }

    /// Where the text before the quote ends, in order.
    fn ends_of_prefix(&self) -> Vec<usize> {
        let prefix = &self.sought.prefix;
        if prefix.len() < LANDMARK {
            // So little is kept only of a passage near the beginning of its text.
            let begins = self.folded().starts_with(prefix);
            return if begins { vec![prefix.len()] } else { Vec::new() };
        }
        let nearest = last(prefix, LANDMARK);
        let hits = self.nearest_context(prefix, nearest);
        hits.into_iter().map(|(at, length)| at + length).collect()
    }

    /// Where the text after the quote begins, in order.
    fn starts_of_suffix(&self) -> Vec<usize> {
        let suffix = &self.sought.suffix;
        if suffix.len() < LANDMARK {
            let ends = self.folded().ends_with(suffix);
            return if ends { vec![self.folded().len() - suffix.len()] } else { Vec::new() };
        }
        let hits = self.nearest_context(suffix, first(suffix, LANDMARK));
        hits.into_iter().map(|(at, _)| at).collect()
    }

    /// Where all of a context is found, or else the part of it that is nearest to the quote, with the length of
    /// what was found. What is found too often says nothing.
    fn nearest_context(&self, all: &[u8], nearest: &[u8]) -> Vec<(usize, usize)> {
        [all, nearest]
            .into_iter()
            .map(|context| (context.len(), self.find(context, MOST_LANDMARKS + 1)))
            .find(|(_, hits)| (1..=MOST_LANDMARKS).contains(&hits.len()))
            .map(|(length, hits)| hits.into_iter().map(|at| (at, length)).collect())
            .unwrap_or_default()
    }

    /// Weighs what is between `start` and `end`, if enough of the quote is left in it.
    fn compare(&self, start: usize, end: usize) -> Option<Weighed> {
        let passage = self.folded()[start..end].trim_ascii_start();
        let start = end - passage.len();
        let passage = passage.trim_ascii_end();
        let share = surviving(&words(&self.sought.quote), &words(passage))?;
        let found = Weighed::new(self.folded(), self.sought, start, start + passage.len(), share);
        let holds = found.left.share.min(found.right.share) >= SURROUNDINGS;
        (share >= STILL_THERE && holds).then_some(found)
    }
}
