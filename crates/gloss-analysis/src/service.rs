//! The analysis as a service that is asked and answers in bytes, so that it can live in another thread, in a
//! module of its own.
//!
//! The bytes are [postcard](https://postcard.jamesmunns.com/wire-format)'s: compact, quick to read, and understood
//! only by the same build of the program, which is all that is asked of them.

use super::{Analysis, Model, ModelError, analyse};
use gloss_text::{Article, ArticleId};
use serde::{Deserialize, Serialize};

/// What the service answers.
#[derive(Debug, Serialize, Deserialize)]
pub enum Answer {
    /// There are no trained weights to go by.
    Refused(Refusal),
    /// What is found in the article with this id.
    Analysed(ArticleId, Analysis),
}

/// Why there are no trained weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// Nothing answers where they should be.
    Unreachable,
    /// The server answers with this status of HTTP.
    Status(u16),
    /// They are damaged.
    Damaged,
}

impl Answer {
    /// As [`Service::answer`] gives it.
    pub fn to_bytes(&self) -> Vec<u8> {
        to_bytes(self)
    }

    /// Reads what [`Service::answer`] has given; none where another build of the program has written it.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

/// The service, with the weights it has been given.
#[derive(Debug, Default)]
pub struct Service {
    model: Model,
}

impl Service {
    /// An article as [`Service::answer`] takes it.
    pub fn request(article: &Article) -> Vec<u8> {
        to_bytes(article)
    }

    /// Takes these trained weights from now on. Until then only rules find names.
    pub fn learn(&mut self, weights: &[u8]) -> Result<(), ModelError> {
        self.model = Model::from_bytes(weights)?;
        Ok(())
    }

    /// Analyses an article; none where another build of the program has written it.
    pub fn answer(&self, request: &[u8]) -> Option<Vec<u8>> {
        let article: Article = postcard::from_bytes(request).ok()?;
        let analysis = analyse(&article, &self.model);
        Some(Answer::Analysed(article.id, analysis).to_bytes())
    }
}

/// Writing into memory cannot fail for types without sequences of unknown length, and these have none.
fn to_bytes(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use gloss_ingest::plain_text;

    #[test]
    fn what_is_answered_is_what_was_found() {
        let text = "“We met the test,” said Amanda Rowe of the IOPC on 5 September 2022.\n“I did,” he said.";
        let article = Article::new("a".parse().unwrap(), plain_text(text));
        let expected = analyse(&article, &Model::default());
        assert!(!expected.quotations.is_empty());
        let bytes = Service::default().answer(&Service::request(&article)).expect("an answer");
        let Some(Answer::Analysed(id, found)) = Answer::from_bytes(&bytes) else { panic!("no analysis") };
        assert_eq!((id.as_str(), found), ("a", expected));
    }

    #[test]
    fn weights_that_are_none_are_refused_and_strange_bytes_passed_over() {
        assert_eq!(Service::default().learn(&[1, 2, 3]), Err(ModelError::Version));
        assert_eq!(Service::default().answer(&[255, 255]), None);
    }
}
