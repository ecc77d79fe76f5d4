use super::Span;
use serde::{Deserialize, Serialize};

/// A paragraph, a heading, a caption or a line of page furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Its words, without the line break behind them.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BlockKind {
    /// A heading within the article.
    Heading,
    /// Running text.
    Paragraph,
    /// A paragraph of a passage that is quoted as a block of its own.
    BlockQuote,
    /// An item of a list.
    ListItem,
    /// What is written below a picture or above a table, with its credit. Shown small, and not analysed as prose.
    Caption,
    /// What the web page left behind: prompts, teasers, forms. Shown apart and never analysed.
    Furniture,
}

/// The non-empty lines of `text`, in order, each a paragraph so far; `article` tells what else they are.
/// A line ends at `\n`, and a `\r` before it belongs to no block.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        start += line.len();
        if !span.is_empty() {
            found.push(Block { span, kind: BlockKind::Paragraph });
        }
    }
    found
}
