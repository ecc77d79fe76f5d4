//! Several articles on one story, side by side: what they share, and what each has alone.
//!
//! [`compare`] takes articles with their analyses and returns one [`Comparison`], a value over spans of their
//! texts. It is a pure function: the same articles in the same order give the same comparison. What the texts do
//! not say is left out, not guessed.

mod alignment;
mod calendar;
mod designations;
mod links;
mod names;
mod passage;
mod prepared;
mod quotations;
mod stories;
mod timeline;
mod weights;
mod wording;
mod words;

use alignment::Aligner;
use gloss_analysis::Analysis;
use gloss_text::Article;
pub use designations::{Called, Designated, Designation, DesignationKind};
pub use links::Link;
use names::Names;
pub use passage::{ArticleIndex, Passage};
use prepared::Prepared;
pub use quotations::{Alignment, Change, Occurrence, Relation, SharedQuotation};
use serde::{Deserialize, Serialize};
pub use stories::{GroundKind, Story, StoryGround, propose};
pub use timeline::{Dated, Need};
use weights::Weights;
pub use wording::SharedWording;
use words::Vocabulary;

/// What several tellings of one story have in common, and where they differ.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Quotations, gathered over the articles.
    pub quotations: Vec<SharedQuotation>,
    /// Runs of words in common outside quotations, the longest first.
    pub wording: Vec<SharedWording>,
    /// Pairs of sentences that share matter.
    pub links: Vec<Link>,
    /// How each person, body and group is called.
    pub designations: Vec<Designated>,
    /// Sentences with the day, month or year that they are about; those that cannot be placed last.
    pub timeline: Vec<Dated>,
}

/// Compares the articles of one story. `articles` and their analyses come in the order in which the reader has them.
pub fn compare(articles: &[(&Article, &Analysis)]) -> Comparison {
    let mut vocabulary = Vocabulary::default();
    let prepared: Vec<Prepared> = articles
        .iter()
        .enumerate()
        .map(|(index, (article, analysis))| {
            Prepared::new(ArticleIndex(index as u32), article, analysis, &mut vocabulary)
        })
        .collect();
    let weights = Weights::new(&prepared, &vocabulary);
    let aligner = Aligner { vocabulary: &vocabulary, weights: &weights };
    let names = Names::new(&prepared);
    let links = links::find(&prepared, &vocabulary, &weights);
    Comparison {
        quotations: quotations::gather(&prepared, &names, &aligner),
        wording: wording::find(&prepared, &vocabulary),
        designations: designations::find(&prepared, &names, &links),
        timeline: timeline::find(&prepared, &links, &aligner),
        links,
    }
}
