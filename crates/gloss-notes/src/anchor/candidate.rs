use super::{
    approximate::Pattern,
    fold::{self, fold},
};
use crate::TextQuoteSelector;

/// Context that is weighed on each side, in characters: what [`TextQuoteSelector::describe`] keeps at least.
pub(super) const CONTEXT: usize = 32;
/// What a character of context counts that belongs to another sentence than the passage. When a sentence is
/// deleted, its neighbours stay where they were, and the next one often begins with the same word; what is in the
/// same sentence goes and stays with the passage.
const OTHER_SENTENCE: f32 = 0.35;
/// What the beginning or the end of the text is worth as context, in characters.
const EDGE: f32 = 16.0;
/// If less than this share of a passage's own sentence is there, the passage is in another one.
const CONTRADICTS: f32 = 0.36;
/// What being at its old place is worth to a passage, in characters of context, and at what distance that is
/// halved: most edits of news move the text after them by a few words.
const OLD_PLACE: f32 = 16.0;
const HALF_WAY: f32 = 24.0;
/// What ends a sentence, and what may be between that and the white space after it.
const STOPS: [char; 4] = ['.', '!', '?', '…'];
const CLOSING: [char; 6] = ['"', '”', '’', '\'', '»', ')'];

/// A passage that is sought, folded.
pub(super) struct Sought {
    pub(super) quote: Vec<u8>,
    pub(super) prefix: Vec<u8>,
    pub(super) suffix: Vec<u8>,
    /// How much of the prefix and of the suffix belongs to the sentences that the quote begins and ends in.
    own: (usize, usize),
    /// Its figures, and the words with a capital that do not begin a sentence.
    facts: Vec<Vec<u8>>,
    /// Where it was, as an index into the folded text.
    pub(super) place: Option<usize>,
}

impl Sought {
    pub(super) fn new(quote: &TextQuoteSelector, place: Option<usize>) -> Self {
        let folded = fold(&quote.exact);
        Self {
            facts: facts(&folded),
            quote: folded,
            prefix: fold(&quote.prefix),
            suffix: fold(&quote.suffix),
            own: (fold(after_last_stop(&quote.prefix)).len(), fold(before_first_stop(quote)).len()),
            place,
        }
    }

    /// Whether the quote is a sentence or several, as far as is known.
    pub(super) fn is_whole(&self) -> bool {
        self.has_context() && self.own == (0, 0)
    }

    /// Returns whether anything is known of the text around the quote.
    pub(super) fn has_context(&self) -> bool {
        !self.prefix.is_empty() || !self.suffix.is_empty()
    }
}

/// A place that may be the passage, in folded characters, and what speaks for it.
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own")]
#[derive(Clone, Copy, Debug)]
pub(super) struct Weighed {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Share of the quote that is still there, from 0 to 1.
    pub(super) words: f32,
    pub(super) left: Side,
    pub(super) right: Side,
    /// How many characters of the context, of all that was kept, are unchanged next to the passage.
    pub(super) literal: usize,
    /// Whether that is all that was kept.
    pub(super) all_around: bool,
    /// Whether it agrees no further than some other place did when the passage was described: more context
    /// than usual was kept, because half of it did not tell the two apart.
    pub(super) is_twin: bool,
    /// What its nearness to the old place says, in characters of context.
    pub(super) nearness: f32,
    /// Whether names or figures of the quote are not there.
    pub(super) other_facts: bool,
    /// Whether something else than its own surroundings speaks against it.
    pub(super) refused: bool,
}

/// What one side's surroundings say.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Side {
    /// Share of the context that is still there, from 0 to 1.
    pub(super) share: f32,
    /// How many characters of context were kept, as they count; 0 where nothing is known.
    pub(super) weight: f32,
    /// How many of them agree beyond chance.
    pub(super) evidence: f32,
    /// Whether the rest of the passage's own sentence is another one.
    contradicts: bool,
}

impl Side {
    /// `context` and `text` both read away from the passage; of the context, the first `own` characters
    /// belong to its sentence.
    fn weigh(context: &[u8], own: usize, text: &[u8]) -> Self {
        let context = &context[..context.len().min(CONTEXT)];
        if context.is_empty() {
            let share = if text.is_empty() { 1.0 } else { 0.0 };
            return Self { share, ..Self::default() };
        }
        let own = own.min(context.len());
        let text = &text[..text.len().min(2 * CONTEXT)];
        let share = |context: &[u8]| {
            let errors =
                if text.starts_with(context) { 0 } else { Pattern::new(context).errors_at_start(text) };
            1.0 - errors as f32 / context.len().max(1) as f32
        };
        let all = share(context);
        let own_share = if own == context.len() { all } else { share(&context[..own]) };
        let other = OTHER_SENTENCE * (context.len() - own) as f32;
        Self {
            share: all,
            weight: own as f32 + other,
            evidence: above_chance(own_share) * own as f32 + above_chance(all).max(0.0) * other,
            contradicts: own >= CONTEXT / 4 && own_share < CONTRADICTS,
        }
    }
}

/// Returns how far a share is above what two unrelated passages of prose share. A result below 0 speaks against the
/// place.
fn above_chance(share: f32) -> f32 {
    const CHANCE: f32 = 0.45;
    (share - CHANCE) / (1.0 - CHANCE)
}

impl Weighed {
    /// Weighs the passage `start..end` of `folded`, which holds the share `words` of the quote.
    pub(super) fn new(folded: &[u8], sought: &Sought, start: usize, end: usize, words: f32) -> Self {
        // Links and other tools leave out the space between a passage and its context.
        let (mut prefix, mut suffix): (Vec<u8>, &[u8]) =
            (sought.prefix.iter().rev().copied().collect(), &sought.suffix);
        let nearest = start.saturating_sub(prefix.len().max(2 * CONTEXT) + 1)..start;
        let mut before: Vec<u8> = folded[nearest].iter().rev().copied().collect();
        let mut after = &folded[end..];
        if prefix.first() == Some(&b' ') || before.first() == Some(&b' ') {
            prefix = prefix.trim_ascii_start().to_vec();
            before = before.trim_ascii_start().to_vec();
        }
        if suffix.first() == Some(&b' ') || after.first() == Some(&b' ') {
            (suffix, after) = (suffix.trim_ascii_start(), after.trim_ascii_start());
        }
        let mut left = Side::weigh(&prefix, sought.own.0, &before);
        let mut right = Side::weigh(suffix, sought.own.1, after);
        // A passage at the beginning or the end of its text has context on the other side only. Still being first
        // or last is then worth some.
        if sought.has_context() {
            for side in [&mut left, &mut right] {
                if side.weight == 0.0 {
                    (side.weight, side.evidence) = (EDGE, EDGE * side.share);
                }
            }
        }
        let agreeing = [common(&prefix, &before), common(suffix, after)];
        let kept = [prefix.len(), suffix.len()];
        let literal = agreeing.iter().sum();
        let all_around = agreeing == kept;
        let grown = kept.iter().any(|kept| *kept > CONTEXT + CONTEXT / 2);
        let is_twin =
            grown && !all_around && agreeing.iter().zip(kept).all(|(agrees, kept)| 5 * agrees >= 2 * kept);
        let other_facts = words < 1.0 && {
            let there = fold::words(&folded[start..end]);
            sought.facts.iter().any(|fact| !there.contains(&fact.as_slice()))
        };
        let away = sought.place.map(|place| place.abs_diff(start) as f32);
        // A sentence that replaced another is at its place, too.
        let nearness = away
            .filter(|_| !left.contradicts && !right.contradicts)
            .map_or(0.0, |away| OLD_PLACE * HALF_WAY / (HALF_WAY + away));
        Self {
            start,
            end,
            words,
            left,
            right,
            literal,
            all_around,
            is_twin,
            nearness,
            other_facts,
            refused: false,
        }
    }

    /// How far the surroundings agree, in characters beyond chance.
    pub(super) fn evidence(&self) -> f32 {
        self.left.evidence + self.right.evidence
    }

    /// The same as a share of all that was kept, from 0 to 1.
    pub(super) fn context(&self) -> f32 {
        let weight = self.left.weight + self.right.weight;
        if weight > 0.0 { (self.evidence() / weight).max(0.0) } else { 0.0 }
    }

    /// Returns whether a side shows that the place is in another sentence.
    pub(super) const fn contradicted(&self) -> bool {
        self.left.contradicts || self.right.contradicts
    }

    /// The same with what its nearness to the old place adds.
    pub(super) fn context_and_place(&self) -> f32 {
        let weight = self.left.weight + self.right.weight + OLD_PLACE / 2.0;
        ((self.evidence() + self.nearness / 2.0) / weight).max(0.0)
    }

    /// Returns how sure the place is, from 0 to 1: mostly the words, then the text around them. If no context was
    /// kept, the words alone decide.
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

/// Returns the figures of a quote and its words with a capital except the first: mostly names.
fn facts(quote: &[u8]) -> Vec<Vec<u8>> {
    let is_fact = |word: &&[u8]| word.iter().any(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    fold::words(quote).into_iter().skip(1).filter(is_fact).map(<[u8]>::to_vec).collect()
}

fn common(a: &[u8], b: &[u8]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// Returns the part of a prefix that belongs to the sentence after it.
fn after_last_stop(prefix: &str) -> &str {
    let mut rest = prefix;
    while let Some(end) = stop(rest) {
        rest = rest.get(end..).unwrap_or_default();
    }
    rest
}

/// Returns the part of a quote's suffix that belongs to the sentence that the quote ends in.
fn before_first_stop(quote: &TextQuoteSelector) -> &str {
    let ended = quote.exact.trim_end().trim_end_matches(CLOSING).ends_with(STOPS)
        && quote.suffix.starts_with(char::is_whitespace);
    let end = if ended { 0 } else { stop(&quote.suffix).unwrap_or(quote.suffix.len()) };
    quote.suffix.get(..end).unwrap_or_default().trim_end()
}

/// Returns where the first sentence of `text` ends, with the white space after it.
fn stop(text: &str) -> Option<usize> {
    let mut stopped = false;
    for (at, c) in text.char_indices() {
        match c {
            '\n' => return Some(at + 1),
            c if STOPS.contains(&c) => stopped = true,
            c if CLOSING.contains(&c) => {}
            c if c.is_whitespace() && stopped => return Some(at + c.len_utf8()),
            _ => stopped = false,
        }
    }
    None
}
