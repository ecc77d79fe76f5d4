//! From bytes to documents: what is the article, and what the web page around it left behind.

mod data_addresses;
pub mod encoding;
mod epub;
mod extracted;
mod facts;
mod furniture;
#[cfg(all(test, feature = "html5ever", feature = "encoding_rs"))]
mod hostile;
mod ingest;
mod json;
/// The list of bundled articles, as it is written and as the page reads it.
pub mod manifest;
mod markdown;
mod mhtml;
#[cfg(test)]
mod pack;
mod page;
mod reference;
mod space;
pub mod tree;
mod why;
mod zip;

pub use data_addresses::without_data_addresses;
pub use extracted::{Extracted, LeftOut, Warning};
pub use ingest::{IngestError, Kind, Parser, ingest, ingest_tree, saved_from};
pub use page::page;
pub use why::Why;

use gloss_text::{Document, blocks};

/// Takes plain text as it is, one paragraph a line. Lines that the web page around the article left in the text are
/// marked as page furniture, short lines above paragraphs as headings.
pub fn plain_text(text: impl Into<String>) -> Document {
    let text = text.into();
    let mut blocks = blocks(&text);
    furniture::recognise(&text, &mut blocks);
    Document::new(text, blocks)
}
