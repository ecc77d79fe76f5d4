//! The analysis as a service that is asked and answers in bytes, so that it can live in another thread, in a
//! module of its own.
//!
//! The bytes are [postcard](https://postcard.jamesmunns.com/wire-format)'s: compact, quick to read, and understood
//! only by the same build of the program, which is all that is asked of them.

use super::{Analysis, Model, analyse};
use crate::core::article::{Article, ArticleId};
use serde::{Deserialize, Serialize};

/// What the service is asked.
#[derive(Debug, Serialize, Deserialize)]
pub enum Request {
    /// Analyse this article by rules alone and forget what is found. A browser compiles code when it first runs,
    /// and what runs often once more and better: time that is free while the weights are still on their way.
    Rehearse(Article),
    /// Analyse this article.
    Analyse(Article),
}

/// What it answers.
#[derive(Debug, Serialize, Deserialize)]
pub enum Answer {
    /// The weights are none; why, in words for the reader.
    Refused(String),
    /// What is found in the article with this id.
    Analysed(ArticleId, Analysis),
}

impl Request {
    /// As [`Service::answer`] takes it.
    pub fn to_bytes(&self) -> Vec<u8> {
        to_bytes(self)
    }
}

impl Answer {
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
    /// Takes these trained weights from now on. Until then only rules find names. Answers where they are none.
    pub fn learn(&mut self, weights: &[u8]) -> Option<Vec<u8>> {
        match Model::from_bytes(weights) {
            Ok(model) => {
                self.model = model;
                None
            }
            Err(error) => Some(to_bytes(&Answer::Refused(error.to_string()))),
        }
    }

    /// Does what is asked; none where that wants no answer.
    pub fn answer(&mut self, request: &[u8]) -> Option<Vec<u8>> {
        let answer = match postcard::from_bytes(request).ok()? {
            Request::Rehearse(article) => {
                let _ = analyse(&article, &Model::default());
                return None;
            }
            Request::Analyse(article) => {
                let analysis = analyse(&article, &self.model);
                Answer::Analysed(article.id, analysis)
            }
        };
        Some(to_bytes(&answer))
    }
}

/// Writing into memory cannot fail for types without sequences of unknown length, and these have none.
fn to_bytes(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_answered_is_what_was_found() {
        let text = "“We met the test,” said Amanda Rowe of the IOPC on 5 September 2022.\n“I did,” he said.";
        let article = Article::from_plain_text("a", text);
        let expected = analyse(&article, &Model::default());
        assert!(!expected.quotations.is_empty());
        let bytes = Service::default().answer(&Request::Analyse(article).to_bytes()).expect("an answer");
        let Some(Answer::Analysed(id, found)) = Answer::from_bytes(&bytes) else { panic!("no analysis") };
        assert_eq!((id.as_str(), found), ("a", expected));
    }

    #[test]
    fn weights_that_are_none_are_refused_and_strange_bytes_passed_over() {
        let bytes = Service::default().learn(&[1, 2, 3]).expect("an answer");
        assert!(matches!(Answer::from_bytes(&bytes), Some(Answer::Refused(_))));
        assert_eq!(Service::default().answer(&[255, 255]), None);
    }

    #[test]
    fn a_rehearsal_wants_no_answer() {
        let article = Article::from_plain_text("a", "“I did,” he said.");
        assert_eq!(Service::default().answer(&Request::Rehearse(article).to_bytes()), None);
    }
}
