use super::{Entry, Pane, State};
use gloss_text::{ArticleId, Span, search::Query};
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
    pub(super) fn seek(&mut self, entry: &Entry, words: String) {
        let query = Query::new(&words);
        let hits = entry
            .document
            .ready()
            .map(|document| entry.searchable.of(document.text()).find(document.text(), &query).into());
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
    /// Looks for these words in the article of a pane.
    pub(super) fn seek(&mut self, pane: Pane, words: String) {
        let entry = self.reading(pane).article.as_ref().and_then(|id| self.article(id)).cloned();
        self.change_reading(pane, |reading| {
            if let Some((find, entry)) = reading.find.as_mut().zip(entry) {
                find.seek(&entry, words);
            }
        });
    }

    /// Looks again for what is looked for in an article that has just come.
    pub(super) fn seek_again(&mut self, id: &ArticleId) {
        for pane in (0..self.readings.len()).map(Pane) {
            let reading = self.reading(pane);
            let words = reading.find.as_ref().map(|find| find.words.clone());
            if let Some(words) = words.filter(|_| reading.article.as_ref() == Some(id)) {
                self.seek(pane, words);
            }
        }
    }
}
