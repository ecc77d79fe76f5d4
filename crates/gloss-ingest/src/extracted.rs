use crate::Why;
use gloss_text::{Block, Day};

/// An article as it was taken out of what was brought in.
#[derive(Debug, Default)]
pub struct Extracted {
    /// The headline, without the name of the site.
    pub title: Option<String>,
    /// Who wrote it; several names are parted by `, `.
    pub byline: Option<String>,
    /// The day of publication.
    pub date: Option<Day>,
    /// The publisher, or the book.
    pub source: Option<String>,
    /// The canonical address.
    pub url: Option<String>,
    /// The language tag that is stated.
    pub language: Option<String>,
    /// The text, a block a line, with an empty line between two blocks.
    pub text: String,
    /// The blocks of the text, in order.
    pub blocks: Vec<Block>,
    /// What is not in the text, in the order of the page, and why.
    pub left_out: Vec<LeftOut>,
    /// The encoding that the bytes were read in, by its label of the Encoding Standard; empty for a text.
    pub encoding: String,
    /// What the reader should know.
    pub warnings: Vec<Warning>,
}

/// A passage of a page that is not in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its words, a line of the page a line.
    pub text: String,
    /// Why it is not in the text.
    pub why: Why,
    /// How many blocks of the text come before it on the page.
    pub after: usize,
}

/// What is odd about what was brought in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Warning {
    /// The page goes on being written.
    LiveBlog,
    /// Several articles are on the page.
    SeveralArticles,
    /// No article was found; the text is all that the page shows.
    NoArticle,
    /// What is beyond a limit is missing.
    TooLarge,
    /// Some bytes are none of the encoding.
    BrokenBytes,
    /// The encoding is a guess.
    GuessedEncoding,
}

impl Warning {
    /// The word that the command line prints.
    pub fn name(self) -> &'static str {
        match self {
            Self::LiveBlog => "live-blog",
            Self::SeveralArticles => "several-articles",
            Self::NoArticle => "no-article",
            Self::TooLarge => "too-large",
            Self::BrokenBytes => "broken-bytes",
            Self::GuessedEncoding => "guessed-encoding",
        }
    }
}
