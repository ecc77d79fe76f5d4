//! Several articles on one story, side by side: what they share, and what each has alone.
//!
//! [`compare`] takes articles with their analyses and returns one [`Comparison`], a value over spans of their
//! texts. It is a pure function: the same articles in the same order give the same comparison. What the texts do
//! not say is left out, not guessed.

mod alignment;
mod alone;
mod calendar;
mod designations;
mod differences;
mod find;
mod hash;
mod links;
mod names;
mod passage;
mod prepared;
mod quotations;
mod speakers;
mod stories;
mod tellings;
mod timeline;
mod weights;
mod wording;
mod words;

use alignment::Aligner;
pub use alone::Told;
use designations::Scene;
pub use designations::{Called, Designated, Designation, DesignationKind};
pub use differences::{Difference, Figure, FigureKind, Standing};
pub use find::{FoundPassage, PassageIndex};
use gloss_analysis::Analysis;
use gloss_text::Article;
pub use links::Link;
use names::Names;
pub use passage::{ArticleIndex, Passage};
use prepared::Prepared;
pub use quotations::{Alignment, Change, Occurrence, Relation, SharedQuotation};
use serde::{Deserialize, Serialize};
pub use speakers::{Sex, Share, SourceKind, StorySpeaker};
pub use stories::{GroundKind, Story, StoryGround, propose};
pub use tellings::{Telling, ToldDeed, Voice};
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
    /// Every sentence that says something, or clause where only one of them is told elsewhere, and how much of it is.
    pub told: Vec<Told>,
    /// Who is heard, those with the most words first.
    pub speakers: Vec<StorySpeaker>,
    /// Figures that several articles tell of one thing, those that differ first.
    pub differences: Vec<Difference>,
    /// How the deeds that several articles tell are told.
    pub tellings: Vec<ToldDeed>,
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
    // Below these scores a link says nothing of deeds, and nothing of days, numbers and names.
    let telling = links::from(tellings::FAINTLY, &links);
    let near = links::from(differences::SAME_NOUN, telling.iter().copied());
    let scenes: Vec<Vec<Scene>> =
        prepared.iter().map(|article| designations::scenes(article, &names)).collect();
    let designations = designations::find(&prepared, &scenes, &names, &near);
    let timeline = timeline::find(&prepared, &near, &aligner);
    let tellings = tellings::find(&prepared, &scenes, &names, &telling, &meanings(&designations));
    Comparison {
        quotations: quotations::gather(&prepared, &names, &aligner),
        wording: wording::find(&prepared, &vocabulary),
        told: alone::find(&prepared, &vocabulary, &weights, &near),
        speakers: speakers::find(&prepared, &names, &designations),
        differences: differences::find(&prepared, &scenes, &names, &vocabulary, &near, &timeline, &tellings),
        tellings,
        designations,
        timeline,
        links,
    }
}

/// Whom the words mean that are no names.
fn meanings(designations: &[Designated]) -> tellings::Meanings {
    let mut meanings = tellings::Meanings::new();
    for designated in designations.iter().filter(|designated| designated.called == Called::Person) {
        let Some(name) = &designated.name else { continue };
        for (article, row) in &designated.articles {
            for words in row.iter().filter(|words| words.kind != DesignationKind::Name && !words.perhaps) {
                meanings.insert((*article, words.span), name.clone());
            }
        }
    }
    meanings
}

/// The first words of a sentence, as many as a row of a table holds.
fn summary(sentence: &str) -> String {
    const WORDS: usize = 12;
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let first = words.get(..words.len().min(WORDS)).unwrap_or_default().join(" ");
    if words.len() > WORDS { format!("{first} …") } else { first }
}
