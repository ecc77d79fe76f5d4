//! Who is named and who says what: a pure function of the text.

mod corrections;
pub mod entities;
pub mod quotations;
mod speakers;

use crate::core::article::Article;
pub use corrections::{Correction, corrected};
pub use entities::{
    CalendarDate, Entity, EntityId, EntityKind, LibraryEntity, Mention, Model, ModelError, across,
};
use quotations::Speech;
pub use quotations::{Ground, Quotation, QuotationKind, Speaker};
pub use speakers::{Voice, speaker_at, voices};

/// What is found in one article. Spans never cross page furniture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysis {
    /// Mentions in the order of the text; no two of one kind overlap.
    pub mentions: Vec<Mention>,
    /// Whom and what they mean, in the order of first mention. An [`EntityId`] is an index here.
    pub entities: Vec<Entity>,
    /// Quotations between marks, in the order of their first segments.
    pub quotations: Vec<Quotation>,
    /// Quotations inside those, in the same order.
    pub nested: Vec<Quotation>,
    /// Reported speech without marks, a layer of its own; it may hold quotations of mixed kind.
    pub indirect: Vec<Quotation>,
}

/// Analyses one article: names first, then quotations, whose speakers are looked up among the names.
pub fn analyse(article: &Article, model: &Model) -> Analysis {
    let (mentions, entities) = entities::recognise(article, model);
    let Speech { quotations, nested, indirect } = quotations::recognise(article, &mentions, &entities);
    Analysis { mentions, entities, quotations, nested, indirect }
}

/// Where an entity itself is named, as indices into the mentions; a mention of the office that somebody holds
/// is not one of theirs.
pub fn mentions_of(analysis: &Analysis, entity: EntityId) -> Vec<usize> {
    let kind = analysis.entities.get(entity).map(|entity| entity.kind);
    let is_it = |mention: &Mention| mention.entity == Some(entity) && Some(mention.kind) == kind;
    let mentions = analysis.mentions.iter().enumerate();
    mentions.filter(|(_, mention)| is_it(mention)).map(|(index, _)| index).collect()
}
