use super::{ArticleState, State};
use gloss_text::{Span, search::Query};
use std::rc::Rc;

/// A search in the open article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    /// The words, as typed.
    pub words: String,
    /// Where the article reads them, in the order of the text.
    pub hits: Rc<[Span]>,
    /// Index of the hit that stands out.
    pub current: usize,
    /// Byte offset into the article at which the reader is: the first hit behind it stands out.
    from: usize,
}

impl Find {
    /// A search for nothing yet, by a reader who is at the byte offset `from`.
    pub fn new(from: usize) -> Self {
        Self { from, ..Self::default() }
    }

    /// The hit that stands out.
    pub fn hit(&self) -> Option<Span> {
        self.hits.get(self.current).copied()
    }

    /// Looks for other words, near the hit that stands out now.
    pub(super) fn seek(&mut self, entry: &ArticleState, words: String) {
        let query = Query::new(&words);
        let hits = entry
            .article
            .ready()
            .map(|article| entry.searchable.of(article.text()).find(article.text(), &query).collect());
        self.from = self.hit().map_or(self.from, |hit| hit.start);
        self.hits = hits.unwrap_or_default();
        let behind = self.hits.partition_point(|hit| hit.start < self.from);
        self.current = if behind < self.hits.len() { behind } else { 0 };
        self.words = words;
    }

    /// Goes `by` hits on, and from the last to the first.
    pub(super) fn step(&mut self, by: isize) {
        let count = self.hits.len().max(1) as isize;
        self.current = (self.current as isize + by).rem_euclid(count) as usize;
    }
}

impl State {
    /// Opens the field for a search in the open article, by a reader who is at the byte offset `from`.
    pub(super) fn open_find(&mut self, from: usize) {
        // What is looked for may stand in any paragraph.
        self.voice = None;
        self.find.get_or_insert_with(|| Find::new(from));
    }

    /// Looks for these words in the open article.
    pub(super) fn seek(&mut self, words: String) {
        let entry = self.route.article().and_then(|id| self.library.iter().find(|entry| entry.id == *id));
        if let Some((find, entry)) = self.find.as_mut().zip(entry) {
            find.seek(entry, words);
        }
    }
}
