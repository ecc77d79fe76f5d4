use super::Annotation;
use gloss_text::{Article, ArticleId, Description, Document, Metadata, Timestamp};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// What the reader's store has of an article: one that the reader brought, the word that one was removed, or a version
/// of one, which is a record of its own, so that a version only adds and never replaces.
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
    /// The article that this is a version of. `None` for an article itself, whose record has its first text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<ArticleId>,
    /// What the reader brought. `None` for a text that is bundled with the program and was kept as it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<Original>,
    /// When it came.
    #[serde(default)]
    pub added: Timestamp,
    /// Whether the reader has removed it.
    #[serde(default)]
    pub removed: bool,
    /// When this record was last changed.
    pub modified: Timestamp,
}

/// The file or passage that an article was made of. Its bytes are in a store of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// The name of the file; empty for what was pasted.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// The id of the record that has the bytes: that of the first of the articles that were made of it.
    pub bytes: ArticleId,
}

/// The id of the record that has this text as a version of an article. `None` is never returned for an article's id.
pub fn version_id(article: &ArticleId, document: &Document) -> Option<ArticleId> {
    ArticleId::new(format!("{article}~{}", document.version()))
}

impl KeptArticle {
    /// An article of which the store knows nothing: one that is bundled with the program, or not there at all.
    pub fn unknown(id: ArticleId) -> Self {
        Self {
            id,
            document: None,
            metadata: Metadata::default(),
            of: None,
            original: None,
            added: 0,
            removed: false,
            modified: 0,
        }
    }
}

/// What a program beside the page is told of the library and of what is kept. One that needs less of annotations reads
/// them as `A`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holdings<A = Annotation> {
    /// The bundled articles, as their source states them.
    pub bundled: Vec<Article>,
    /// What the store has of articles.
    pub kept: Vec<Rc<KeptArticle>>,
    /// What the reader states about articles.
    pub facts: Vec<Rc<Description>>,
    /// The annotations.
    pub annotations: Vec<Rc<A>>,
    /// The article that is asked about, if one is.
    pub asked: Option<ArticleId>,
}

impl<A> Default for Holdings<A> {
    fn default() -> Self {
        Self { bundled: vec![], kept: vec![], facts: vec![], annotations: vec![], asked: None }
    }
}
