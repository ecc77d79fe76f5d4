//! The people of one article: where they are named, and the sentences round it.

use super::phrase::Row;
use crate::{
    names::{Identity, Names},
    prepared::Prepared,
};
use gloss_analysis::EntityKind;
use gloss_text::Span;
use std::ops::Range;

/// One sentence with the people whom it names.
pub(crate) struct Scene<'a> {
    pub(crate) row: &'a Row,
    /// The tokens of each name, and who it is, in order.
    pub(crate) named: Vec<(Range<usize>, Identity)>,
}

/// The sentences of an article as scenes, one for each sentence.
pub(crate) fn scenes<'a>(article: &'a Prepared, identities: &Names) -> Vec<Scene<'a>> {
    let mut mentions: Vec<(Span, Identity)> = article
        .analysis
        .mentions
        .iter()
        .filter(|mention| mention.kind == EntityKind::Person)
        .filter_map(|mention| Some((mention.span, identities.identity(article.index, mention.entity?)?)))
        .filter(|(_, identity)| {
            identities.get(*identity).is_some_and(|known| known.kind == EntityKind::Person)
        })
        .collect();
    mentions.sort_unstable();
    let mut mentions = mentions.into_iter().peekable();
    article
        .sentences
        .iter()
        .zip(&article.rows)
        .map(|(sentence, row)| {
            let mut named = Vec::new();
            while let Some((span, identity)) = mentions.next_if(|(span, _)| span.start < sentence.span.end) {
                let range = row.at(span.start)..row.at(span.end);
                if !range.is_empty() {
                    named.push((range, identity));
                }
            }
            Scene { row, named }
        })
        .collect()
}

/// Words before a name that are no description.
pub(crate) fn is_title(word: &str) -> bool {
    matches!(
        word,
        "mr" | "mrs"
            | "ms"
            | "miss"
            | "mx"
            | "dr"
            | "sir"
            | "dame"
            | "lord"
            | "lady"
            | "sgt"
            | "pc"
            | "dc"
            | "rev"
            | "hon"
            | "sen"
            | "rep"
            | "gov"
            | "gen"
            | "lt"
            | "col"
            | "capt"
            | "maj"
            | "prof"
            | "sergeant"
            | "det"
            | "."
    )
}
