use gloss_text::{ArticleId, Document, Metadata, Timestamp};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// What the reader's store has of an article: one that the reader brought, or the word that one was removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptArticle {
    /// The article.
    pub id: ArticleId,
    /// The text. `None` for a bundled article, whose text is beside the program, and for a removed one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Rc<Document>>,
    /// What the source states.
    #[serde(default)]
    pub metadata: Metadata,
    /// When it came.
    #[serde(default)]
    pub added: Timestamp,
    /// Whether the reader has removed it.
    #[serde(default)]
    pub removed: bool,
    /// When this record was last changed.
    pub modified: Timestamp,
}

impl KeptArticle {
    /// An article of which the store knows nothing: one that is bundled with the program, or not there at all.
    pub fn unknown(id: ArticleId) -> Self {
        Self { id, document: None, metadata: Metadata::default(), added: 0, removed: false, modified: 0 }
    }
}
