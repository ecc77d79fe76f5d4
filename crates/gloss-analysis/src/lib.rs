//! Who is named and who says what: a pure function of the text.

mod corrections;
mod english;
mod entities;
mod entity;
mod linking;
mod plain;
pub mod quotations;
mod service;
mod speakers;
pub mod tagger;

pub use corrections::{Correction, corrected};
pub use entity::{CalendarDate, Entity, EntityId, EntityKind, Mention};
use gloss_text::{Article, Span};
pub use linking::{LibraryEntity, across};
use quotations::Speech;
pub use quotations::{Ground, Quotation, QuotationKind, Speaker};
use serde::{Deserialize, Serialize};
pub use service::{Answer, Service};
pub use speakers::{Voice, speaker_at, voices};
pub use tagger::{Model, ModelError};

/// What is found in one article. Spans never cross page furniture.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    if let Some(plain) = plain::Plain::of(article) {
        return plain.restore(analyse_plain(&plain.article, model));
    }
    analyse_plain(article, model)
}

/// Analyses an article whose text has no characters that nobody sees.
fn analyse_plain(article: &Article, model: &Model) -> Analysis {
    let (mentions, entities) = entities::recognise(article, model);
    let Speech { quotations, nested, indirect } = quotations::recognise(article, &mentions, &entities);
    Analysis { mentions, entities, quotations, nested, indirect }
}

/// The analysis with relative dates ("today", "last October") by the day on which `article` was published, as
/// [`analyse`] would give it; cheaper by far than analysing again when nothing but that day has changed.
#[must_use]
pub fn redated(article: &Article, analysis: &Analysis) -> Analysis {
    let mut analysis = analysis.clone();
    entities::resolve_dates(article, &analysis.mentions, &mut analysis.entities);
    analysis
}

/// The spans of dates that mean what they mean by the day on which the article was published ("on Monday"), so that the
/// page can say so. In an article without such a day they have no meaning.
pub fn dated_by_publication(article: &Article, analysis: &Analysis) -> Vec<Span> {
    entities::dated_by_publication(article, &analysis.mentions)
}

/// Where an entity itself is named, as indices into the mentions; a mention of the office that somebody holds
/// is not one of theirs.
pub fn mentions_of(analysis: &Analysis, entity: EntityId) -> Vec<usize> {
    let kind = analysis.entities.get(entity).map(|entity| entity.kind);
    let is_it = |mention: &Mention| mention.entity == Some(entity) && Some(mention.kind) == kind;
    let mentions = analysis.mentions.iter().enumerate();
    mentions.filter(|(_, mention)| is_it(mention)).map(|(index, _)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use gloss_ingest::plain_text;
    use gloss_text::{Day, Metadata};

    #[test]
    fn dates_told_later_mean_what_they_would_have_meant() {
        let text = "It rained today. In October last year, and last October, it did not; in May 2020 and in 2005 \
                    it did. On Monday, 5 September 2022, and 6 March last year it was dry until yesterday.";
        let undated = Article::new("a".parse().unwrap(), plain_text(text));

        let dated =
            undated.with_metadata(Metadata { published: Day::new(2025, 11, 22), ..Metadata::default() });
        let (before, after) = (analyse(&undated, &Model::default()), analyse(&dated, &Model::default()));
        assert_ne!(before, after);
        assert_eq!(redated(&dated, &before), after);
        assert_eq!(redated(&undated, &after), before);
    }
}
