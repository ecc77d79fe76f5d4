//! Anchoring: finding an annotated passage again in a text that may have been edited since.
//!
//! Two questions are asked apart. *What* is there: the share of the quote that survives. *Where* it is: the share
//! of the text around it that survives. A passage is accepted on both answers together and never on one that the
//! other contradicts: the words of a short quote occur again elsewhere, and between two sentences that are still
//! there may be something else now. What is not sure is [`Outcome::Ambiguous`], with its candidates; a wrong anchor
//! is worse than a lost one. A passage that was rewritten between its surroundings is found, too, but with a score
//! that asks the reader to look at it ([`Anchor::is_doubtful`]).

mod approximate;
mod candidate;
mod fold;
mod grams;
mod judge;
mod link;
mod rewritten;
mod search;
#[cfg(test)]
mod tests;

use super::{Target, TextPositionSelector, TextQuoteSelector};
use fold::{Folded, folded};
use gloss_text::{Offsets, Span};
use grams::Grams;
use std::cell::OnceCell;

/// What was found out about a passage.
#[derive(Clone, Debug, PartialEq)]
pub struct Anchor {
    /// What has become of the passage.
    pub outcome: Outcome,
    /// Where it is now; `None` if it is ambiguous or gone.
    pub span: Option<Span>,
    /// How sure that is, from 0 to 1: 0.7 for the words and 0.3 for the text around them, half of that for a
    /// passage that was found only by the text around it, or 0 if nothing was found.
    pub score: f32,
    /// Where else it might be, best first: for an ambiguous passage the places to choose from, for one that is gone
    /// the places where its words are with other text around them.
    pub candidates: Vec<Candidate>,
    /// Whether all of the text was searched. The outcome of a search that was cut short is never [`Outcome::Gone`].
    pub finished: bool,
}

/// What has become of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The same words at the same place.
    Same,
    /// The same words at another place.
    Moved,
    /// Other words, recognisably an edited form of the passage.
    Changed,
    /// Several places, or one that is not sure enough, or a search that was cut short.
    Ambiguous,
    /// The passage is no longer in the text.
    Gone,
}

impl Outcome {
    /// Returns the name on the command line and in the style sheet.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Moved => "moved",
            Self::Changed => "changed",
            Self::Ambiguous => "ambiguous",
            Self::Gone => "gone",
        }
    }
}

/// A place that may be the passage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// Where.
    pub span: Span,
    /// As [`Anchor::score`].
    pub score: f32,
}

/// Finds passages in one text. The index that a search needs is made once, when the first passage is not where it
/// was.
pub struct Anchorer<'a> {
    text: &'a str,
    offsets: Offsets<'a>,
    searchable: OnceCell<Searchable>,
}

/// The text as the search sees it.
struct Searchable {
    folded: Folded,
    grams: Grams,
}

/// The highest score of a passage that was rewritten. One that is accepted for its words scores more.
const DOUBTFUL_SCORE: f32 = 0.5;

impl<'a> Anchorer<'a> {
    /// Reads `text` once.
    pub fn new(text: &'a str) -> Self {
        Self { text, offsets: Offsets::new(text), searchable: OnceCell::new() }
    }

    /// Finds the passage of `target`, whatever article it names.
    pub fn anchor(&self, target: &Target) -> Anchor {
        // Other programs may not state a place, so that the words cannot have left it.
        let is_stated = target.position != TextPositionSelector::default() || target.quote.exact.is_empty();
        let stated = Some(target.position).filter(|_| is_stated);
        self.anchor_selectors(&target.quote, stated)
    }

    /// Finds a passage by its words and its place, if that is known.
    ///
    /// An unchanged passage is confirmed without a search. An exact search costs about the length of the
    /// quote, an approximate one the length of the text; a quote and a text too long for that are only
    /// searched where their surroundings were found ([`Anchor::finished`]).
    pub fn anchor_selectors(
        &self,
        quote: &TextQuoteSelector,
        position: Option<TextPositionSelector>,
    ) -> Anchor {
        if let Some(span) = position.and_then(|position| self.unchanged(quote, position)) {
            return Anchor::found(Outcome::Same, span, 1.0);
        }
        self.search(quote, position)
    }

    /// Finds a place without words. Nothing tells whether the passage is still there, so it is never more than a
    /// candidate.
    pub fn anchor_position(&self, position: TextPositionSelector) -> Anchor {
        let span =
            Span::new(self.offsets.from_points(position.start), self.offsets.from_points(position.end));
        let within = self.offsets.points(span.end) == position.end && !span.is_empty();
        let candidates = if within { vec![Candidate { span, score: 0.0 }] } else { Vec::new() };
        let outcome = if within { Outcome::Ambiguous } else { Outcome::Gone };
        Anchor { outcome, span: None, score: 0.0, candidates, finished: true }
    }

    /// Returns the span at `position`, if the words and all that was kept of their surroundings are there.
    fn unchanged(&self, quote: &TextQuoteSelector, position: TextPositionSelector) -> Option<Span> {
        let start = self.offsets.from_points(position.start);
        let (before, rest) = self.text.split_at_checked(start)?;
        let after = rest.strip_prefix(quote.exact.as_str())?;
        let whole = before.ends_with(&quote.prefix) && after.starts_with(&quote.suffix);
        (whole && self.offsets.points(start) == position.start)
            .then(|| Span::new(start, start + quote.exact.len()))
    }

    /// Returns whether a span begins at the place that is known, if one is.
    fn is_at(&self, span: Span, position: Option<TextPositionSelector>) -> bool {
        position.is_none_or(|position| self.offsets.points(span.start) == position.start)
    }

    fn searchable(&self) -> &Searchable {
        self.searchable.get_or_init(|| {
            let folded = folded(self.text);
            let grams = Grams::new(&folded.form);
            Searchable { folded, grams }
        })
    }

    /// Converts a span of folded characters to one of the text.
    fn span(&self, start: usize, end: usize) -> Span {
        self.searchable().folded.span(self.text, start, end)
    }
}

/// Returns the best matches of `sought` in `text` with at most `most_errors` edits of a character, best first, with
/// the edits that each takes. Matches closer together than half the length of `sought` count as one. House style
/// and runs of white space make no difference.
pub fn find_approximately(text: &str, sought: &str, most_errors: usize) -> Vec<(Span, usize)> {
    let folded = folded(text);
    let sought = fold::fold(sought);
    let found = approximate::Pattern::new(&sought).find(&folded.form, most_errors, usize::MAX);
    found.into_iter().map(|found| (folded.span(text, found.start, found.end), found.errors)).collect()
}

impl Anchor {
    /// Returns whether the passage was found only by the text around it, because most of it reads otherwise now.
    /// The reader should confirm such a place.
    pub fn is_doubtful(&self) -> bool {
        self.outcome == Outcome::Changed && self.score <= DOUBTFUL_SCORE
    }

    const fn found(outcome: Outcome, span: Span, score: f32) -> Self {
        Self { outcome, span: Some(span), score, candidates: Vec::new(), finished: true }
    }
}
