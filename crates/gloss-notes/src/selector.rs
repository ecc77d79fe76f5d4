use gloss_text::{Article, ArticleId, Span};
use serde::{Deserialize, Serialize};

/// The least context that is kept on each side of a quote, in code points: enough to tell most repeated phrases
/// apart after an edit nearby.
const LEAST_CONTEXT: usize = 32;
/// The most context that is kept, in code points. A passage that is repeated with more around it is told apart by
/// its position.
const MOST_CONTEXT: usize = 256;

/// A passage of one article, described in two ways so that one may fail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// The article.
    pub article: ArticleId,
    /// The fingerprint of the text that it was made on, [`Document::version`](gloss_text::Document::version).
    pub version: String,
    /// The passage by its words.
    pub quote: TextQuoteSelector,
    /// The passage by its place.
    pub position: TextPositionSelector,
}

/// A passage by its exact words and the text around them (W3C Web Annotation Data Model, 4.2.4).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextQuoteSelector {
    /// The words.
    pub exact: String,
    /// The text before them.
    #[serde(default)]
    pub prefix: String,
    /// The text after them.
    #[serde(default)]
    pub suffix: String,
}

/// A passage by its offsets in Unicode code points (W3C Web Annotation Data Model, 4.2.5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextPositionSelector {
    /// The first code point.
    pub start: usize,
    /// The first code point after the passage.
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
    /// Quotes the passage `span` of `text` with 32 to 256 code points of context on each side: as much as it takes
    /// until nothing else in the text reads the same.
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

/// Returns the byte offset that is `points` code points before `at`.
fn back(text: &str, at: usize, points: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.char_indices().rev().take(points).last().map_or(at, |(start, _)| start)
}

/// Returns the byte offset that is `points` code points after `at`.
fn forth(text: &str, at: usize, points: usize) -> usize {
    let after = text.get(at..).unwrap_or_default();
    at + after.char_indices().nth(points).map_or(after.len(), |(end, _)| end)
}
