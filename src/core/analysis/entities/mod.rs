//! Names: where they stand, of which kind, and which of them mean the same.

mod features;
mod hash;
mod model;
mod network;
pub mod tagger;
mod words;

use crate::core::{
    article::Article,
    text::{Span, sentences},
};
pub use model::{Model, ModelError};

/// Index into [`super::Analysis::entities`].
pub type EntityId = usize;

/// One place where something is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name as it stands.
    pub span: Span,
    /// Its kind.
    pub kind: EntityKind,
    /// Whom it means; `None` where the text does not say.
    pub entity: Option<EntityId>,
}

/// A person, organisation or other thing that mentions are gathered under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its kind.
    pub kind: EntityKind,
    /// The fullest name that the text gives.
    pub name: String,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A person.
    Person,
    /// A company, body, force, party or other group with a name of its own.
    Organisation,
    /// A country, town, street or building as a place.
    Place,
    /// A calendar expression.
    Date,
    /// An office, rank or position.
    Role,
    /// Somebody's age.
    Age,
    /// A length of time.
    Duration,
    /// A sum of money.
    Money,
}

impl EntityKind {
    /// The kind in the words of the command line and of stored data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Date => "date",
            Self::Role => "role",
            Self::Age => "age",
            Self::Duration => "duration",
            Self::Money => "money",
        }
    }
}

/// Finds the mentions of an article and gathers them under entities.
pub(super) fn recognise(article: &Article, model: &Model) -> (Vec<Mention>, Vec<Entity>) {
    let passages: Vec<Span> =
        article.prose().flat_map(|block| sentences(&article.text, block.span)).collect();
    let mentions = model
        .names(&article.text, &passages)
        .into_iter()
        .map(|(span, kind)| Mention { span, kind, entity: None })
        .collect();
    (mentions, Vec::new())
}
