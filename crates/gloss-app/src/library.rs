use super::{Load, Route, State, StorageState};
use gloss_analysis::Analysis;
use gloss_notes::{Change, Deed, History, Holdings, KeptArticle, version_id};
use gloss_text::sort_by_key;
use gloss_text::{Article, ArticleId, Description, Document, Metadata, Timestamp, search::Prepared};
use std::rc::Rc;

/// One article of the library, as it was loaded. What the reader states about it and corrects in its analysis is laid
/// over this by the selectors of the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: ArticleId,
    /// Its text, when it has come.
    pub document: Load<Rc<Document>>,
    /// The facts that its source states.
    pub stated: Rc<Metadata>,
    /// How many words it has.
    pub words: usize,
    /// Its text, made ready to be searched.
    pub searchable: Prepared,
    /// Its analysis as of the day that its source states, when it is done.
    pub analysis: Option<Rc<Analysis>>,
}

impl Entry {
    /// An article that has not come yet.
    pub(super) fn new(id: ArticleId) -> Self {
        Self {
            id,
            document: Load::default(),
            stated: Rc::default(),
            words: 0,
            searchable: Prepared::default(),
            analysis: None,
        }
    }

    /// Takes the document, for which an analysis is still to come.
    fn load(&mut self, document: Load<Rc<Document>>, stated: Metadata) {
        self.words = document.ready().map_or(0, |document| document.words());
        self.document = document;
        self.stated = Rc::new(stated);
        self.searchable = Prepared::default();
        self.analysis = None;
    }

    /// The article as its source states it.
    pub fn as_stated(&self) -> Option<Article> {
        let document = Rc::clone(self.document.ready()?);
        Some(Article { id: self.id.clone(), document, metadata: Rc::clone(&self.stated) })
    }
}

impl State {
    /// A bundled article has come, or will not.
    pub(super) fn load(&mut self, id: &ArticleId, article: Load<Rc<Article>>) {
        let stated = article.ready().map(|article| Metadata::clone(&article.metadata)).unwrap_or_default();
        let document = match article {
            Load::Ready(article) => Load::Ready(Rc::clone(&article.document)),
            Load::Waiting => Load::Waiting,
            Load::Failed(why) => Load::Failed(why),
        };
        self.change_entry(id, |entry| entry.load(document, stated));
        self.seek_again(id);
    }

    /// Changes the entry of an article, if the library has it.
    pub(super) fn change_entry(&mut self, id: &str, change: impl FnOnce(&mut Entry)) {
        let entries = if self.brought.iter().any(|entry| entry.id == id) {
            &mut self.brought
        } else {
            &mut self.bundled
        };
        if let Some(entry) = Rc::make_mut(entries).iter_mut().find(|entry| entry.id == id) {
            change(entry);
        }
    }

    /// Brings articles or versions of articles into the library, as one step of undo.
    pub(super) fn bring(&mut self, articles: Vec<KeptArticle>, now: Timestamp) {
        let Some(first) = articles.first() else { return };
        let deed = Deed::Brought(first.of.as_ref().unwrap_or(&first.id).clone());
        let dated = |article| KeptArticle { added: now, modified: now, ..article };
        self.commit(deed, Change::Keep(articles.into_iter().map(dated).collect()));
    }

    /// Removes an article with its versions from the library, as one step of undo. What the reader wrote about it
    /// stays.
    pub(super) fn remove(&mut self, id: &ArticleId, now: Timestamp) {
        let gone = |kept: &KeptArticle| KeptArticle {
            removed: true,
            document: None,
            modified: now,
            ..KeptArticle::clone(kept)
        };
        let mut all = vec![gone(&self.history.kept(id))];
        all.extend(self.history.versions_of(id).map(|version| gone(version)));
        self.commit(Deed::Removed(id.clone()), Change::Keep(all));
    }

    /// The text of a bundled article that is open and not kept yet, so that a later build's can be compared with it.
    pub fn unkept(&self) -> Option<KeptArticle> {
        if self.storage != StorageState::Ready {
            return None;
        }
        let id = self.route.article()?;
        let entry = self.bundled.iter().find(|entry| entry.id == *id)?;
        let document = entry.document.ready()?;
        let version = KeptArticle {
            document: Some(Rc::clone(document)),
            metadata: Metadata::clone(&entry.stated),
            of: Some(id.clone()),
            ..KeptArticle::unknown(version_id(id, document)?)
        };
        let is_kept = self.history.kept(&version.id).document.is_some();
        (!is_kept && !self.history.kept(id).removed).then_some(version)
    }

    /// Whether the reader has brought an article.
    pub fn has_brought(&self) -> bool {
        !self.brought.is_empty()
    }

    /// What the programs that draw beside the page are told: what is in the library and what is kept.
    pub fn holdings(&self) -> Holdings {
        Holdings {
            bundled: self.bundled.iter().filter_map(Entry::as_stated).collect(),
            kept: self.history.articles().cloned().collect(),
            facts: self.history.descriptions().cloned().collect(),
            annotations: self.history.annotations().cloned().collect(),
            asked: match &self.route {
                Route::Versions { article } => Some(article.clone()),
                _ => None,
            },
        }
    }

    /// How many texts there are of an article: its own, and those of its versions.
    pub fn texts_of(&self, id: &ArticleId) -> usize {
        let mut texts: Vec<&str> =
            self.history.versions_of(id).filter_map(|kept| Some(kept.document.as_ref()?.version())).collect();
        let first = self.history.kept(id);
        texts.extend(first.document.as_deref().map(Document::version));
        let bundled = self.bundled.iter().find(|entry| entry.id == *id);
        texts.extend(bundled.and_then(|entry| Some(entry.document.ready()?.version())));
        // A text is counted where it comes last.
        (0..texts.len())
            .filter(|&at| !texts.iter().skip(at + 1).any(|later| Some(later) == texts.get(at)))
            .count()
    }

    /// Brings the entries of brought articles up to what is kept, newest first. Those that are there keep their analysis.
    pub(super) fn follow_articles(&mut self) {
        let kept = self.history.current_articles();
        let same = |(entry, kept): (&Entry, &Rc<KeptArticle>)| {
            entry.id == kept.id && entry.document.ready() == kept.document.as_ref()
        };
        if kept.len() == self.brought.len() && self.brought.iter().zip(&kept).all(same) {
            return;
        }
        let entry = |kept: &Rc<KeptArticle>| {
            let known = self.brought.iter().find(|entry| same((entry, kept)));
            known.cloned().unwrap_or_else(|| {
                let mut entry = Entry::new(kept.id.clone());
                let document = kept.document.clone().map_or(Load::Waiting, Load::Ready);
                entry.load(document, kept.metadata.clone());
                entry
            })
        };
        self.brought = kept.iter().map(entry).collect();
    }

    /// Forgets the analyses of articles whose language the reader has stated otherwise than `before`.
    pub(super) fn forget_other_languages(&mut self, before: &Self) {
        let differs =
            |entry: &&Entry| self.own_facts(&entry.id).language != before.own_facts(&entry.id).language;
        let other: Vec<ArticleId> = self.library().filter(differs).map(|entry| entry.id.clone()).collect();
        for id in other {
            self.change_entry(&id, |entry| entry.analysis = None);
        }
    }

    /// The articles of the library in their order: what the reader brought, newest first, then the bundled ones.
    pub fn library(&self) -> impl Iterator<Item = &Entry> {
        let brought = self.brought.iter();
        let is_bundled = |entry: &&Entry| {
            !self.history.kept(&entry.id).removed && !self.brought.iter().any(|other| other.id == entry.id)
        };
        brought.chain(self.bundled.iter().filter(is_bundled))
    }

    /// The reader states this about an article, and nothing else.
    pub(super) fn describe(&mut self, id: ArticleId, metadata: Metadata, now: Timestamp) {
        let facts = Description { id: id.clone(), metadata, modified: now };
        self.commit(Deed::Described(id), Change::Describe(facts));
    }

    /// What [`State::library`] and the analyses of its articles depend on.
    pub fn library_key(&self) -> (Rc<[Entry]>, Rc<[Entry]>, History) {
        (Rc::clone(&self.bundled), Rc::clone(&self.brought), self.history.clone())
    }

    /// The articles that are here and not analysed yet, the open ones first, then in the order of the library: what the
    /// worker is to be asked for.
    pub fn unanalysed(&self) -> Vec<Article> {
        let is_open =
            |entry: &Entry| self.readings.iter().any(|reading| reading.article.as_ref() == Some(&entry.id));
        let mut waiting: Vec<&Entry> = self.library().filter(|entry| entry.analysis.is_none()).collect();
        sort_by_key(&mut waiting, |entry| !is_open(entry));
        // The language that the reader states decides by which rules it is read.
        let article = |entry: &Entry| {
            let stated = entry.as_stated()?;
            let language = self.own_facts(&entry.id).language.or_else(|| stated.metadata.language.clone());
            Some(stated.with_metadata(Metadata { language, ..Metadata::clone(&stated.metadata) }))
        };
        waiting.into_iter().filter_map(article).collect()
    }
}
