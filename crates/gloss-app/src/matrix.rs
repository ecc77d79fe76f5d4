use super::{Linked, State};
use gloss_analysis::{EntityKind, mentions_of};
use gloss_text::{ArticleId, sort_by};
use std::cmp::Reverse;

/// Somebody or something named in the library, and in which of its articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameRow {
    /// Its kind.
    pub kind: EntityKind,
    /// The fullest of its names.
    pub name: String,
    /// How often it is named in all.
    pub mentions: usize,
    /// The articles that name it, in the order of the library.
    pub cells: Vec<NameCell>,
}

/// What one article has of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameCell {
    /// The article's number in [`NameMatrix::articles`].
    pub article: usize,
    /// The first mention, as an index into the article's analysis.
    pub first: usize,
    /// How often the article names it.
    pub count: usize,
    /// Whether the article quotes it.
    pub quoted: bool,
}

/// Who and what is named in which article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameMatrix {
    /// The ids and titles of the articles.
    pub articles: Vec<(ArticleId, String)>,
    /// The names, those in the most articles first, and of those the most named.
    pub rows: Vec<NameRow>,
}

impl NameMatrix {
    /// Gathers the names of the library; `state` tells who is quoted.
    pub(super) fn new(state: &State, linked: &Linked) -> Self {
        let articles =
            linked.articles.iter().map(|(article, _)| (article.id.clone(), article.title())).collect();
        let speeches = state.speeches();
        let rows = linked.entities.iter().map(|entity| {
            let cells: Vec<NameCell> = entity
                .places
                .iter()
                .filter_map(|&(at, id)| {
                    let (article, analysis) = linked.articles.get(at)?;
                    let mentions = mentions_of(analysis, id);
                    let mut voices = speeches.get(&article.id).into_iter().flat_map(|speech| &speech.voices);
                    let quoted = voices.any(|(voice, _)| voice.entity == Some(id));
                    Some(NameCell { article: at, first: *mentions.first()?, count: mentions.len(), quoted })
                })
                .collect();
            let mentions = cells.iter().map(|cell| cell.count).sum();
            NameRow { kind: entity.kind, name: entity.name.clone(), mentions, cells }
        });
        let mut rows: Vec<NameRow> = rows.filter(|row| !row.cells.is_empty()).collect();
        sort_by(&mut rows, |a, b| {
            let key = |row: &NameRow| Reverse((row.cells.len(), row.mentions));
            key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
        });
        Self { articles, rows }
    }
}
