use gloss_text::{Article, ArticleId, Span};
use serde::{Deserialize, Serialize};

/// Context kept on each side of a quote at the least, in code points: enough to tell most repeated phrases
/// apart after an edit nearby.
const LEAST_CONTEXT: usize = 32;
/// Context kept at the most, in code points: past this, a repeated passage is told apart by its position.
const MOST_CONTEXT: usize = 256;

/// A passage of one article, told in two ways so that one can fail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// The article.
    pub article: ArticleId,
    /// Fingerprint of the text it was made on ([`Article::version`]).
    pub version: String,
    /// The passage by its words.
    pub quote: TextQuoteSelector,
    /// The passage by its place.
    pub position: TextPositionSelector,
}

/// A passage by its exact words and what stands around them (W3C Web Annotation Data Model, 4.2.4).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextQuoteSelector {
    /// The words.
    pub exact: String,
    /// What stands before them.
    #[serde(default)]
    pub prefix: String,
    /// What stands after them.
    #[serde(default)]
    pub suffix: String,
}

/// A passage by its offsets in Unicode code points (W3C Web Annotation Data Model, 4.2.5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextPositionSelector {
    /// First code point.
    pub start: usize,
    /// First code point after.
    pub end: usize,
}

impl Target {
    /// Describes the passage `span` of `article`.
    pub fn describe(article: &Article, span: Span) -> Self {
        let (start, end) = article.document.offsets().span_in_points(span);
        Self {
            article: article.id.clone(),
            version: article.document.version().to_owned(),
            quote: TextQuoteSelector::describe(article.text(), span),
            position: TextPositionSelector { start, end },
        }
    }
}

impl TextQuoteSelector {
    /// Quotes the passage `span` of `text` with context that grows until nothing else in the text reads the
    /// same, from 32 to 256 code points a side.
    pub fn describe(text: &str, span: Span) -> Self {
        let mut context = LEAST_CONTEXT;
        loop {
            let start = back(text, span.start, context);
            let end = forth(text, span.end, context);
            let whole = Span::new(start, end).of(text);
            let unique = text.match_indices(whole).nth(1).is_none();
            if unique || context >= MOST_CONTEXT || whole.len() == text.len() {
                return Self {
                    exact: span.of(text).to_owned(),
                    prefix: Span::new(start, span.start).of(text).to_owned(),
                    suffix: Span::new(span.end, end).of(text).to_owned(),
                };
            }
            context *= 2;
        }
    }
}

/// The byte offset `points` code points before `at`.
fn back(text: &str, at: usize, points: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.char_indices().rev().take(points).last().map_or(at, |(start, _)| start)
}

/// The byte offset `points` code points after `at`.
fn forth(text: &str, at: usize, points: usize) -> usize {
    let after = text.get(at..).unwrap_or_default();
    at + after.char_indices().nth(points).map_or(after.len(), |(end, _)| end)
}
