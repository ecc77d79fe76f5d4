//! Who is named and who says what: a pure function of the text.

pub mod entities;
pub mod quotations;

use crate::core::article::Article;
pub use entities::{
    CalendarDate, Entity, EntityId, EntityKind, LibraryEntity, Mention, Model, ModelError, across,
};
pub use quotations::{Ground, Quotation, QuotationKind, Speaker};

/// What is found in one article. Spans never cross page furniture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// Mentions in the order of the text; no two of one kind overlap.
    pub mentions: Vec<Mention>,
    /// Whom and what they mean, in the order of first mention. An [`EntityId`] is an index here.
    pub entities: Vec<Entity>,
    /// Quotations between marks, in the order of their first segments.
    pub quotations: Vec<Quotation>,
    /// Reported speech without marks, a layer of its own; it may hold quotations of mixed kind.
    pub indirect: Vec<Quotation>,
}

/// Analyses one article: names first, then quotations, whose speakers are looked up among the names.
pub fn analyse(article: &Article, model: &Model) -> Analysis {
    let (mentions, entities) = entities::recognise(article, model);
    let (quotations, indirect) = quotations::recognise(article, &mentions, &entities);
    Analysis { mentions, entities, quotations, indirect }
}
