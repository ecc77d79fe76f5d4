//! Who is named and who says what: a pure function of the text.

mod corrections;
mod english;
mod entities;
mod entity;
mod language;
mod linking;
mod marks_of_languages;
mod plain;
pub mod quotations;
mod service;
mod speakers;
pub mod tagger;

pub use corrections::{Correction, corrected};
pub use entity::{CalendarDate, Entity, EntityId, EntityKind, Mention};
use gloss_text::{Article, Span};
pub use language::{Foreign, foreign, language};
pub use linking::{LibraryEntity, across};
use quotations::Speech;
pub use quotations::{Ground, Quotation, QuotationKind, Speaker};
use serde::{Deserialize, Serialize};
pub use service::{Answer, Refusal, Service};
pub use speakers::{Voice, speaker_at, unattributed, voices};
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
    /// Set where the article is not in English: then there are no names, no speakers and no reported speech, only
    /// what stands between the quotation marks of its language.
    pub foreign: Option<Foreign>,
}

/// Analyses one article: names first, then quotations, whose speakers are looked up among the names. The rules are
/// for English; of an article in another language, only quotation marks are read.
pub fn analyse(article: &Article, model: &Model) -> Analysis {
    if let Some(foreign) = foreign(article) {
        let (quotations, nested) = marks_of_languages::quotations(article, &foreign.primary());
        return Analysis { quotations, nested, foreign: Some(foreign), ..Analysis::default() };
    }
    if let Some(plain) = plain::Plain::of(article) {
        return plain.restore(analyse_plain(&plain.article, model));
    }
    analyse_plain(article, model)
}

/// Analyses an article whose text has no characters that nobody sees.
fn analyse_plain(article: &Article, model: &Model) -> Analysis {
    let (mentions, entities) = entities::recognise(article, model);
    let Speech { quotations, nested, indirect } = quotations::recognise(article, &mentions, &entities);
    Analysis { mentions, entities, quotations, nested, indirect, foreign: None }
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
/// is not one of theirs. Dates that mean the same day, month or year are one.
pub fn mentions_of(analysis: &Analysis, entity: EntityId) -> Vec<usize> {
    let found = analysis.entities.get(entity);
    let (kind, date) = (found.map(|found| found.kind), found.and_then(|found| found.date));
    let is_same = |other: EntityId| {
        other == entity || date.is_some() && analysis.entities.get(other).and_then(|other| other.date) == date
    };
    let is_it = |mention: &Mention| Some(mention.kind) == kind && mention.entity.is_some_and(is_same);
    let mentions = analysis.mentions.iter().enumerate();
    mentions.filter(|(_, mention)| is_it(mention)).map(|(index, _)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use gloss_ingest::plain_text;
    use gloss_text::{Block, BlockKind, Day, Document, Metadata, Span};

    fn found(text: &str, language: Option<&str>) -> Analysis {
        let metadata = Metadata { language: language.map(str::to_owned), ..Metadata::default() };
        let article = Article::new("a".parse().unwrap(), plain_text(text)).with_metadata(metadata);
        analyse(&article, &Model::default())
    }

    const GERMAN: &str = "„Wir kommen am 5. Mai“, sagte Frau Dr. Anna Holm. Sie ist seit vier Jahren die Chefin der \
                          Behörde, und nach eigenen Worten hat sie es nicht bereut.";
    const ENGLISH: &str = "“We met the test,” said Dr Anna Holm on 5 May 2022.";

    #[test]
    fn block_quotations_and_lists_are_analysed_captions_and_furniture_are_not() {
        let line = "“We met the test,” said Dr Anna Holm.";
        let kinds = [BlockKind::BlockQuote, BlockKind::ListItem, BlockKind::Caption, BlockKind::Furniture];
        let text = [line; 4].join("\n");
        let at = |line_number: usize| line_number * (line.len() + 1);
        let blocks = (0..4).map(|n| Block { span: Span::new(at(n), at(n) + line.len()), kind: kinds[n] });
        let article = Article::new("a".parse().unwrap(), Document::new(text.clone(), blocks.collect()));
        let analysis = analyse(&article, &Model::default());
        let quoted: Vec<_> =
            analysis.quotations.iter().map(|quotation| quotation.segments[0].start).collect();
        assert_eq!(quoted, [0, at(1)]);
        assert!(analysis.mentions.iter().all(|mention| mention.span.end < at(2)));
    }

    #[test]
    fn a_foreign_article_has_its_quotation_marks_read_and_nothing_else() {
        let german = found(GERMAN, None);
        assert_eq!(german.foreign, Some(Foreign { language: Some("de".to_owned()), stated: false }));
        assert!(german.mentions.is_empty() && german.entities.is_empty() && german.indirect.is_empty());
        let [quotation] = german.quotations.as_slice() else { panic!("not one quotation") };
        assert_eq!(quotation.segments[0].of(GERMAN), "„Wir kommen am 5. Mai“");
        assert_eq!((&quotation.speaker, quotation.cue), (&None, None));
    }

    #[test]
    fn a_stated_language_goes_first() {
        let english = found(ENGLISH, None);
        assert!(english.foreign.is_none() && !english.mentions.is_empty());
        assert_eq!(found(ENGLISH, Some("en-GB")), english);
        let stated = found(ENGLISH, Some("pt-BR"));
        assert_eq!(stated.foreign, Some(Foreign { language: Some("pt-BR".to_owned()), stated: true }));
        assert!(stated.mentions.is_empty());
        assert!(found(GERMAN, Some("en")).foreign.is_none());
        // These tags state nothing.
        for tag in ["", "und", "mul", "x"] {
            assert_eq!(found(GERMAN, Some(tag)), found(GERMAN, None), "{tag}");
        }
    }

    #[test]
    fn a_text_too_short_to_tell_counts_as_english_in_latin_script_only() {
        assert!(found("Holm: „Nein“", None).foreign.is_none());
        let russian = found("Холм: «Нет»", None);
        assert_eq!(russian.foreign, Some(Foreign { language: None, stated: false }));
        assert_eq!(russian.quotations.len(), 1);
    }

    #[test]
    fn mentions_of_one_day_are_its_mentions() {
        let analysis = found("It rained on 5 May 2021. On May 5, 2021 it was 6 May somewhere.", None);
        let entity = analysis.mentions.first().and_then(|mention| mention.entity).unwrap();
        assert_eq!(mentions_of(&analysis, entity), [0, 1]);
        let other = analysis.mentions.get(2).and_then(|mention| mention.entity).unwrap();
        assert_eq!(mentions_of(&analysis, other), [2]);
    }

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
