use super::{Entry, Place, State};
use gloss_text::sort_by_key;
use gloss_text::{
    Article,
    search::{Query, Searchable},
};
use std::{cmp::Reverse, rc::Rc};

/// Which articles the library shows, and in what order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// Words that the title, the source or the author has; empty for any.
    pub words: String,
    /// In what order.
    pub order: ShelfOrder,
}

/// An order of articles. What an article does not tell puts it last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ShelfOrder {
    /// As the library has them.
    #[default]
    Added,
    /// By title.
    Title,
    /// By source, then by title.
    Source,
    /// The newest first.
    Published,
    /// The shortest first.
    Length,
    /// The one read last first.
    Read,
}

impl ShelfOrder {
    /// All orders, as they are offered.
    pub const ALL: [Self; 6] =
        [Self::Added, Self::Title, Self::Source, Self::Published, Self::Length, Self::Read];

    /// The name in the page's controls.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Title => "title",
            Self::Source => "source",
            Self::Published => "published",
            Self::Length => "length",
            Self::Read => "read",
        }
    }
}

impl Shelf {
    /// The articles to show. Those that have not come yet are shown while nothing is looked for.
    pub fn arrange<'a>(&self, state: &'a State) -> Vec<&'a Entry> {
        let query = Query::new(&self.words);
        let article = |entry: &Entry| state.read(&entry.id);
        let mut shown: Vec<&Entry> = state
            .library()
            .filter(|entry| query.is_empty() || article(entry).is_some_and(|article| reads(&article, &query)))
            .collect();
        let title = |entry: &Entry| article(entry).map(|article| article.title().to_lowercase());
        let metadata = |entry: &Entry| article(entry).map(|article| Rc::clone(&article.metadata));
        let last = |text: Option<String>| (text.is_none(), text);
        match self.order {
            ShelfOrder::Added => {}
            ShelfOrder::Title => sort_by_key(&mut shown, |entry| last(title(entry))),
            ShelfOrder::Source => sort_by_key(&mut shown, |entry| {
                let source = metadata(entry).and_then(|metadata| metadata.source.clone());
                (last(source.map(|source| source.to_lowercase())), title(entry))
            }),
            ShelfOrder::Published => sort_by_key(&mut shown, |entry| {
                Reverse(metadata(entry).and_then(|metadata| metadata.published))
            }),
            ShelfOrder::Length => {
                sort_by_key(&mut shown, |entry| (entry.document.ready().is_none(), entry.words));
            }
            ShelfOrder::Read => {
                let read = |place: Option<&Place>| place.map(|place| place.read);
                sort_by_key(&mut shown, |entry| Reverse(read(state.places.get(&entry.id))));
            }
        }
        shown
    }
}

fn reads(article: &Article, query: &Query) -> bool {
    let metadata = &article.metadata;
    let facts = [Some(article.title()), metadata.source.clone(), metadata.author.clone()];
    facts.into_iter().flatten().any(|fact| Searchable::new(&fact).contains(query))
}
