//! What the pages tell apart and have sentences for.

use gloss_ingest::Why;
use serde::Deserialize;

/// Why a line is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// As the page shows.
    Page(Why),
    /// It reads like something that a web page left behind.
    Furniture,
    /// There are no words in it.
    NoWords,
}

/// The facts, as the reader mends them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fact {
    Title,
    Source,
    Author,
    Published,
    Language,
    Address,
}

impl Fact {
    pub(crate) const ALL: [Self; 6] =
        [Self::Title, Self::Source, Self::Author, Self::Published, Self::Language, Self::Address];

    /// The name of its field.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Source => "source",
            Self::Author => "author",
            Self::Published => "published",
            Self::Language => "language",
            Self::Address => "address",
        }
    }
}

/// Why a file of another browser could not be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Unread {
    /// It is not whole yet, or no such file.
    Unreadable,
    /// It was written by a later version of Gloss.
    Newer,
}
