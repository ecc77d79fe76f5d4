//! Text and places in it: spans, offsets, tokens, sentences and blocks.
//!
//! Inside, a place is a UTF-8 byte offset on a character boundary; only [`Offsets`] knows of other units.

mod block;
mod direction;
mod fold;
mod offset;
mod sentence;
mod span;
mod token;

pub use block::{Block, BlockKind, blocks};
pub use direction::Direction;
pub(crate) use fold::Folded;
pub use offset::Offsets;
pub(crate) use sentence::is_abbreviation;
pub use sentence::sentences;
pub use span::Span;
pub(crate) use token::is_apostrophe;
pub use token::{Token, TokenKind, tokens};
