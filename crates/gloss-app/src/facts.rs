use super::{Load, Message, Place, Route, State};
use gloss_notes::{Timestamp, Write};
use gloss_text::{Article, ArticleId, Description, Metadata, search::Prepared};
use std::rc::Rc;

/// What is known of articles beside their texts.
impl State {
    /// An article has come, or will not.
    pub(super) fn load(&mut self, id: &str, article: Load<Rc<Article>>) {
        let own = self.description(id);
        self.change_article(id, |entry| {
            entry.stated =
                article.ready().map(|article| Metadata::clone(&article.metadata)).unwrap_or_default();
            entry.words = article.ready().map_or(0, |article| article.document.words());
            entry.article = article;
            entry.searchable = Prepared::default();
            entry.describe(&own);
        });
        if let Some(find) =
            self.find.as_ref().filter(|_| self.route.article().is_some_and(|open| *open == id))
        {
            self.seek(find.words.clone());
        }
    }

    /// The reader states this about an article, and nothing else.
    pub(super) fn tell(&mut self, id: ArticleId, metadata: Metadata, now: Timestamp) {
        let before = self.description(&id);
        if before != metadata {
            self.state_facts(Description { id: id.clone(), metadata, modified: now });
            self.message = Some(Message::Described { article: id, before });
        }
    }

    /// Takes in what a backup has, unless something was stated later.
    pub(super) fn take_in(&mut self, descriptions: Vec<Description>) {
        for description in descriptions {
            let known = self.descriptions.get(&description.id);
            if known.is_none_or(|known| known.modified < description.modified) {
                self.state_facts(description);
            }
        }
    }

    /// Takes in what another tab has stored.
    pub(super) fn hear(&mut self, writes: Vec<Write>) {
        for write in writes {
            if let Write::Describe { description } = write {
                self.describe(description);
            }
        }
    }

    /// Where the open article is to be opened: in its midst, when it was left there and the address names no passage
    /// of it.
    pub fn kept_place(&self) -> Option<Place> {
        match &self.route {
            Route::Read { article, note: None, text: None } => {
                self.places.get(article).copied().filter(|place| place.at > 0)
            }
            _ => None,
        }
    }

    /// The reader has come to this place.
    pub(super) fn reach(&mut self, id: ArticleId, place: Place) {
        let place = place.after(self.places.get(&id));
        Rc::make_mut(&mut self.places).insert(id, place);
    }

    /// Takes what the reader states here, as the latest word.
    pub(super) fn state_facts(&mut self, mut description: Description) {
        let last = self.descriptions.get(&description.id).map_or(0, |known| known.modified);
        description.modified = description.modified.max(last + 1);
        let description = Rc::new(description);
        self.describe(description.clone());
        self.post(vec![Write::Describe { description }]);
    }

    /// Takes what is stated, here or elsewhere, unless something was stated later.
    pub(super) fn describe(&mut self, description: Rc<Description>) {
        let known = self.descriptions.get(&description.id);
        if known.is_none_or(|known| known.modified < description.modified) {
            self.change_article(&description.id, |entry| entry.describe(&description.metadata));
            Rc::make_mut(&mut self.descriptions).insert(description.id.clone(), description);
        }
    }
}
