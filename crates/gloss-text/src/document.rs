use super::{ArticleId, Block, BlockKind, Metadata, Offsets, Span, offset::Table, title};
use serde::{Deserialize, Serialize};
use std::{rc::Rc, sync::OnceLock};

/// One text with its blocks, which never change. Every span of an analysis or an annotation is a range of bytes of it.
///
/// It is shared by `Rc`; a changed article is another document.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Document {
    text: String,
    blocks: Vec<Block>,
    #[serde(skip)]
    offsets: OnceLock<Table>,
    #[serde(skip)]
    version: OnceLock<String>,
}

impl Document {
    /// Makes a document of `text` and its blocks, in the order of the text.
    pub fn new(text: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self { text: text.into(), blocks, offsets: OnceLock::new(), version: OnceLock::new() }
    }

    /// The text, byte for byte as it came.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The lines of the text in order, page furniture among them.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The blocks of the article's own text, its block quotations and lists among them: neither captions nor furniture.
    pub fn prose(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Caption | BlockKind::Furniture))
    }

    /// Spans of the page furniture, one for each line.
    pub fn furniture(&self) -> impl Iterator<Item = Span> {
        self.blocks.iter().filter(|block| block.kind == BlockKind::Furniture).map(|block| block.span)
    }

    /// Spans of the captions of pictures, one for each line.
    pub fn captions(&self) -> impl Iterator<Item = Span> {
        self.blocks.iter().filter(|block| block.kind == BlockKind::Caption).map(|block| block.span)
    }

    /// How many words the article itself has.
    pub fn words(&self) -> usize {
        self.prose().map(|block| block.span.of(&self.text).split_whitespace().count()).sum()
    }

    /// Converts offsets of the text between units. The table behind it is made once.
    pub fn offsets(&self) -> Offsets<'_> {
        Offsets::with_table(&self.text, self.offsets.get_or_init(|| Table::new(&self.text)))
    }

    /// Fingerprint of the text (64-bit FNV-1a, as hexadecimal), by which an annotation knows the version of the article
    /// that it was made on.
    pub fn version(&self) -> &str {
        self.version.get_or_init(|| {
            let hash = self.text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
            format!("{hash:016x}")
        })
    }
}

/// What is derived from the text adds nothing to it.
impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.blocks == other.blocks
    }
}

impl Eq for Document {}

/// A document in the library: what it is called there, and what is known about it. Cheap to clone, and to give other
/// facts: no text is copied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Its name in the library and in its address.
    pub id: ArticleId,
    /// The text.
    pub document: Rc<Document>,
    /// What the source or, where they differ, the reader states; never guessed from the text.
    pub metadata: Rc<Metadata>,
}

impl Article {
    /// An article about which nothing is stated.
    pub fn new(id: ArticleId, document: impl Into<Rc<Document>>) -> Self {
        Self { id, document: document.into(), metadata: Rc::default() }
    }

    /// The same article with other facts.
    #[must_use]
    pub fn with_metadata(&self, metadata: Metadata) -> Self {
        Self { id: self.id.clone(), document: Rc::clone(&self.document), metadata: Rc::new(metadata) }
    }

    /// The text of the document.
    pub fn text(&self) -> &str {
        self.document.text()
    }

    /// The stated title, or else the article's own first words, or its id if it has none.
    pub fn title(&self) -> String {
        self.titled(title::SHORT)
    }

    /// As [`Article::title`], with the whole of a first sentence of usual length: what a list with room shows.
    pub fn headline(&self) -> String {
        self.titled(title::WHOLE)
    }

    fn titled(&self, longest: usize) -> String {
        let own = || Some(title::first_words(&self.document, longest)).filter(|words| !words.is_empty());
        self.metadata.title.clone().or_else(own).unwrap_or_else(|| self.id.to_string())
    }
}
