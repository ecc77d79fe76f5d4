use gloss_text::Span;
use serde::{Deserialize, Serialize};

/// Which of the compared articles is meant: an index into the list that was compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ArticleIndex(pub u32);

impl ArticleIndex {
    /// The index as Rust's slices want it.
    pub const fn get(self) -> usize {
        self.0 as usize
    }
}

/// A stretch of one article's text, in UTF-8 bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Passage {
    /// The article.
    pub article: ArticleIndex,
    /// The stretch.
    pub span: Span,
}
