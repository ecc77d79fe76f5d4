use super::{Anchor, Anchorer, Outcome, fold::fold};
use crate::{TextFragment, TextQuoteSelector};
use gloss_text::Span;

/// The most places of the first words of a link that are tried.
const MOST_TRIED: usize = 256;

impl Anchorer<'_> {
    /// Finds the passage that a text fragment leads to: the first place that fits, as the specification says, or
    /// else an edited form of it.
    pub fn anchor_fragment(&self, fragment: &TextFragment) -> Anchor {
        if let Some(span) = self.first_fit(fragment) {
            return Anchor::found(Outcome::Same, span, 1.0);
        }
        let quote = |exact: &str, prefix: &str, suffix: &str| TextQuoteSelector {
            exact: exact.to_owned(),
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
        };
        let Some(end) = &fragment.end else {
            return self.anchor_selectors(&quote(&fragment.start, &fragment.prefix, &fragment.suffix), None);
        };
        let start = self.anchor_selectors(&quote(&fragment.start, &fragment.prefix, ""), None);
        let end = self.anchor_selectors(&quote(end, "", &fragment.suffix), None);
        match (start.span, end.span) {
            (Some(first), Some(last)) if first.start < last.end => {
                let span = Span::new(first.start, last.end);
                Anchor::found(Outcome::Changed, span, start.score.min(end.score))
            }
            (None, _) => start,
            _ => end,
        }
    }

    /// Returns the first place with all terms in their order and nothing but white space between the passage and
    /// its context.
    fn first_fit(&self, fragment: &TextFragment) -> Option<Span> {
        let searchable = self.searchable();
        let folded = searchable.folded.form.as_slice();
        let find = |term: &str| searchable.grams.find(folded, &fold(term), MOST_TRIED);
        let (prefix, suffix) = (fold(&fragment.prefix), fold(&fragment.suffix));
        let length = |term: &str| fold(term).len();
        let preceded = |start: &usize| folded[..*start].trim_ascii_end().ends_with(prefix.trim_ascii());
        let followed = |end: &usize| folded[*end..].trim_ascii_start().starts_with(suffix.trim_ascii());
        let mut starts = find(&fragment.start).into_iter().filter(preceded);
        let (start, end) = match &fragment.end {
            None => {
                starts.map(|start| (start, start + length(&fragment.start))).find(|(_, end)| followed(end))
            }
            Some(last) => {
                let start = starts.next()?;
                let from = start + length(&fragment.start);
                let ends = find(last).into_iter().filter(|at| *at >= from).map(|at| at + length(last));
                ends.into_iter().find(followed).map(|end| (start, end))
            }
        }?;
        Some(self.span(start, end))
    }
}
