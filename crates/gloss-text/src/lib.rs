//! Text and places in it: spans, offsets, tokens, sentences and blocks.
//!
//! Inside, a place is a UTF-8 byte offset on a character boundary; only [`Offsets`] knows of other units.

mod block;
mod day;
pub mod diff;
mod direction;
mod document;
mod escape;
mod fold;
mod id;
mod language;
mod metadata;
mod offset;
mod percent;
pub mod search;
mod sentence;
mod sort;
mod span;
mod title;
mod token;

pub use block::{Block, BlockKind, blocks};
pub use day::{Day, InvalidDay};
pub use direction::Direction;
pub use document::{Article, Document};
pub use escape::escape_html;
pub use fold::Folded;
pub use id::ArticleId;
pub use language::{Language, Told, language, tell};
pub use metadata::{Description, Metadata};
pub use offset::{Offsets, Utf16};
pub use percent::{percent_decode, percent_encode};
pub use sentence::{is_abbreviation, sentences};
pub use sort::{sort_by, sort_by_key};
pub use span::Span;
pub use token::{Token, TokenKind, is_apostrophe, tokens};

/// Milliseconds since the beginning of 1970, UTC.
pub type Timestamp = u64;
