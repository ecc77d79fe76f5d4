//! An article: its text, which never changes, and what is known about it.

mod furniture;
mod metadata;
mod title;

use crate::core::text::{Block, BlockKind, Span, blocks};
pub use metadata::{Day, Description, Metadata, parse_day, write_day};
use serde::{Deserialize, Serialize};

/// Identifies an article in the library and in every annotation of it.
pub type ArticleId = String;

/// One article as it was loaded. Every span of every analysis and annotation is an offset into `text`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Its name in the library and in its address.
    pub id: ArticleId,
    /// The text, byte for byte as it came.
    pub text: String,
    /// Its lines in order, page furniture among them.
    pub blocks: Vec<Block>,
    /// What the source or, where they differ, the reader has told; never guessed from the text.
    pub metadata: Metadata,
}

impl Article {
    /// Takes plain text as it is, one paragraph a line.
    pub fn from_plain_text(id: impl Into<ArticleId>, text: impl Into<String>) -> Self {
        let text = text.into();
        let mut blocks = blocks(&text);
        furniture::recognise(&text, &mut blocks);
        Self { id: id.into(), text, blocks, metadata: Metadata::default() }
    }

    /// The stated title, or else the article's own first words, or its name in addresses if it has none.
    pub fn title(&self) -> String {
        let own = || Some(title::first_words(self)).filter(|words| !words.is_empty());
        self.metadata.title.clone().or_else(own).unwrap_or_else(|| self.id.clone())
    }

    /// The blocks that belong to the article itself.
    pub fn prose(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| block.kind != BlockKind::Furniture)
    }

    /// Spans of the page furniture, one a line of it.
    pub fn furniture(&self) -> impl Iterator<Item = Span> {
        self.blocks.iter().filter(|block| block.kind == BlockKind::Furniture).map(|block| block.span)
    }

    /// How many words the article itself has.
    pub fn words(&self) -> usize {
        self.prose().map(|block| block.span.of(&self.text).split_whitespace().count()).sum()
    }

    /// Fingerprint of the text (64-bit FNV-1a, as hexadecimal), by which an annotation knows the version
    /// of the article it was made on.
    pub fn version(&self) -> String {
        let hash = self.text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        format!("{hash:016x}")
    }
}
