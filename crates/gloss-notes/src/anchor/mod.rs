//! Anchoring: finding an annotated passage again in a text that may have been edited since.
//!
//! Two questions are asked apart. *What* stands there: the share of the quote that survives. *Where* it
//! stands: the share of the text around it that survives. A passage is accepted on what both say together
//! and never on one that the other contradicts: the words of a short quote occur again elsewhere, and
//! between two sentences that are still there may now stand something else. What is not sure is said to be
//! [`Outcome::Ambiguous`], with its candidates; a wrong anchor is worse than a lost one.

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

/// How a passage was found again, or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Anchor {
    /// What has become of the passage.
    pub outcome: Outcome,
    /// Where it stands now; none when it is ambiguous or gone.
    pub span: Option<Span>,
    /// How sure that is, from 0 to 1: 0.7 for the words and 0.3 for what stands around them, or 0 when
    /// nothing was found.
    pub score: f32,
    /// Where else it might be, best first: for an ambiguous passage the places to choose from, for one that
    /// is gone the places where its words stand in another connection.
    pub candidates: Vec<Candidate>,
    /// Whether all of the text was searched. A search that was cut short never answers [`Outcome::Gone`].
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
    /// The name on the command line and in the style sheet.
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

/// Finds passages in one text. What a search needs is made once, when the first passage is not where it
/// was, and serves all others.
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

/// What a passage that was rewritten scores at the most. One that is accepted for its words scores more.
const DOUBTFUL_SCORE: f32 = 0.5;

impl<'a> Anchorer<'a> {
    /// Reads `text` once.
    pub fn new(text: &'a str) -> Self {
        Self { text, offsets: Offsets::new(text), searchable: OnceCell::new() }
    }

    /// Finds the passage of `target`, which is taken to be about this text.
    pub fn anchor(&self, target: &Target) -> Anchor {
        // Other programs may state none, which is no place that the words could have left.
        let is_stated = target.position != TextPositionSelector::default() || target.quote.exact.is_empty();
        let stated = Some(target.position).filter(|_| is_stated);
        self.anchor_selectors(&target.quote, stated)
    }

    /// Finds a passage by its words and, where known, its place.
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

    /// A place alone: nothing tells whether the passage still stands there, so that it is never taken for
    /// granted.
    pub fn anchor_position(&self, position: TextPositionSelector) -> Anchor {
        let span =
            Span::new(self.offsets.from_points(position.start), self.offsets.from_points(position.end));
        let within = self.offsets.points(span.end) == position.end && !span.is_empty();
        let candidates = if within { vec![Candidate { span, score: 0.0 }] } else { Vec::new() };
        let outcome = if within { Outcome::Ambiguous } else { Outcome::Gone };
        Anchor { outcome, span: None, score: 0.0, candidates, finished: true }
    }

    /// Where `position` is, when the words and everything kept of their surroundings stand there.
    fn unchanged(&self, quote: &TextQuoteSelector, position: TextPositionSelector) -> Option<Span> {
        let start = self.offsets.from_points(position.start);
        let (before, rest) = self.text.split_at_checked(start)?;
        let after = rest.strip_prefix(quote.exact.as_str())?;
        let whole = before.ends_with(&quote.prefix) && after.starts_with(&quote.suffix);
        (whole && self.offsets.points(start) == position.start)
            .then(|| Span::new(start, start + quote.exact.len()))
    }

    /// Whether a span begins at the place that is known, if any is.
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

    /// From folded characters to the text.
    fn span(&self, start: usize, end: usize) -> Span {
        self.searchable().folded.span(self.text, start, end)
    }
}

/// The best matches of `sought` in `text` with at most `most_errors` edits of a character, best first, with
/// the edits that each takes; matches closer together than half of what is sought count as one. House style
/// and runs of white space make no difference.
pub fn find_approximately(text: &str, sought: &str, most_errors: usize) -> Vec<(Span, usize)> {
    let folded = folded(text);
    let sought = fold::fold(sought);
    let found = approximate::Pattern::new(&sought).find(&folded.form, most_errors, usize::MAX);
    found.into_iter().map(|found| (folded.span(text, found.start, found.end), found.errors)).collect()
}

impl Anchor {
    /// Whether the passage was found only by what surrounds it, because most of it reads otherwise now. The
    /// reader should confirm such a place before it is relied on.
    pub fn is_doubtful(&self) -> bool {
        self.outcome == Outcome::Changed && self.score <= DOUBTFUL_SCORE
    }

    const fn found(outcome: Outcome, span: Span, score: f32) -> Self {
        Self { outcome, span: Some(span), score, candidates: Vec::new(), finished: true }
    }
}
