use super::limits::Limit;
use serde::{Deserialize, Serialize};

/// Something that a file says and Gloss does not take over. The interface makes a sentence of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Warning {
    /// An annotation cannot be read at all.
    Unreadable {
        /// Its number in the file, from 1.
        number: usize,
        /// Why.
        why: Unreadable,
    },
    /// Parts of an annotation are not known to Gloss.
    Skipped {
        /// Its number in the file, from 1.
        number: usize,
        /// Their names in the file.
        parts: Vec<String>,
    },
    /// The file is a collection whose annotations are in other files.
    Elsewhere,
    /// An annotation tells its place but not its words, and is kept as a note on the article as a whole.
    NoQuote {
        /// Its number in the file, from 1.
        number: usize,
    },
    /// An annotation has more of something than a record may have.
    Shortened {
        /// Its number in the file, from 1.
        number: usize,
        /// Of what.
        limit: Limit,
        /// How much of it was left out.
        left_out: usize,
    },
}

/// Why an annotation cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unreadable {
    /// A part that every annotation has is missing or of another kind.
    Incomplete,
    /// It is not a JSON object.
    NotAnObject,
    /// Its `@context` is not that of the Web Annotation model.
    OtherContext,
    /// Its `type` is not `Annotation`.
    OtherType,
    /// It has no id, or several.
    NoId,
    /// Its id is not an address.
    InvalidId,
    /// A time in it is not one.
    InvalidTime,
    /// It is about nothing.
    NoTarget,
    /// Its `bodyValue` is not text.
    InvalidBody,
    /// It has no words.
    NoWords,
}

/// A file that is not read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadError {
    /// It begins like JSON and breaks off or goes on otherwise.
    BrokenJson {
        /// The line of the fault, from 1.
        line: usize,
    },
    /// It is in none of the formats in [`FileFormat::ALL`](super::FileFormat::ALL).
    UnknownFormat,
    /// It is a backup that a later version of Gloss has made, of this format.
    TooNew(u64),
}
