//! What each page shows, as values: a page is given these, and never the state itself.

use super::{
    AnalysisFailure, Anchored, ArticleHits, Blocks, Linked, Load, NameMatrix, Opening, Pane, Place, Reading,
    Shelf, Speech, State, StorageState,
};
use gloss_analysis::{Analysis, EntityId, EntityKind, LibraryEntity, mentions_of};
use gloss_notes::Annotation;
use gloss_text::{Article, ArticleId, Metadata, search::Query};
use std::rc::Rc;

/// Bytes below which everything that is marked in an article is drawn at once: 10,000 words, more than most have.
pub const ORDINARY: usize = 60_000;

/// What the library shows of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryRow {
    /// The article's id.
    pub id: ArticleId,
    /// Its number in the library, from 0.
    pub number: usize,
    /// The article.
    pub article: Load<Rc<Article>>,
    /// What its source states.
    pub stated: Rc<Metadata>,
    /// What the reader states.
    pub own: Metadata,
    /// How many words it has.
    pub words: usize,
    /// Who speaks in it, once it is analysed.
    pub speech: Option<Rc<Speech>>,
    /// How many annotations it has.
    pub notes: usize,
    /// How far the reader is in it.
    pub place: Option<Place>,
}

/// What the page of the library shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryView {
    /// The articles that are shown, in order.
    pub rows: Vec<LibraryRow>,
    /// How many there are in all.
    pub all: usize,
    /// How they are arranged.
    pub shelf: Shelf,
    /// Who and what is named in them.
    pub names: Rc<NameMatrix>,
}

/// What the page of an article shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleView {
    /// Where.
    pub pane: Pane,
    /// The article's id.
    pub id: ArticleId,
    /// The article; `None` where the library has no such article.
    pub article: Option<Load<Rc<Article>>>,
    /// What its source states.
    pub stated: Rc<Metadata>,
    /// What the reader states.
    pub own: Metadata,
    /// Whether its marks and notes may be looked for: the first text of a long article comes before them.
    pub complete: bool,
    /// Its analysis, as the reader has corrected it.
    pub analysis: Option<Rc<Analysis>>,
    /// The same as it was found, before any correction.
    pub as_found: Option<Rc<Analysis>>,
    /// Who speaks in it, once it is analysed.
    pub speech: Option<Rc<Speech>>,
    /// Its annotations.
    pub found: Rc<[Anchored]>,
    /// Its blocks.
    pub blocks: Blocks,
    /// The session.
    pub reading: Rc<Reading>,
    /// Where it is to be opened.
    pub opening: Opening,
    /// What the other articles have of the name that the card explains.
    pub elsewhere: Elsewhere,
    /// Why marks are missing, if they are.
    pub failed: Option<AnalysisFailure>,
    /// Whether the reader's store has been read.
    pub opened: bool,
    /// How many texts there are of it.
    pub texts: usize,
}

/// What other articles have of the name that a card explains.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Elsewhere {
    /// The articles that name the same, and how often.
    pub places: Rc<[(ArticleId, String, usize)]>,
    /// Whom or what of its kind only they name, of people those with a full name.
    pub names: Rc<[String]>,
}

/// What the page of everything that was found shows.
#[derive(Clone, Debug, PartialEq)]
pub struct FindView {
    /// What is looked for.
    pub query: Query,
    /// The articles that have it, and where.
    pub articles: Rc<[ArticleHits]>,
    /// The annotations that have it, with the titles of their articles.
    pub notes: Rc<[(Rc<Annotation>, String)]>,
    /// How many articles have not come, so that nothing is known of them.
    pub missing: usize,
}

/// An annotation in the notebook: what has become of its first passage, and the article, where it is in the library.
pub type Placed = (Rc<Annotation>, Option<(Anchored, Rc<Article>)>);

impl State {
    /// What the page of the library shows.
    pub fn library_view(&self) -> LibraryView {
        let (notes, speeches) = (self.notes_by_article(), self.speeches());
        let rows = self.shelf.arrange(self).into_iter().map(|entry| LibraryRow {
            id: entry.id.clone(),
            number: self.library().position(|one| one.id == entry.id).unwrap_or_default(),
            article: self.load_of(&entry.id).unwrap_or_default(),
            stated: Rc::clone(&entry.stated),
            own: self.own_facts(&entry.id),
            words: entry.words,
            speech: speeches.get(&entry.id).cloned(),
            notes: notes.get(&entry.id).copied().unwrap_or_default(),
            place: self.places.get(&entry.id).copied(),
        });
        LibraryView {
            rows: rows.collect(),
            all: self.library().count(),
            shelf: self.shelf.clone(),
            names: self.names(),
        }
    }

    /// What a pane shows. `None` where it shows no article.
    pub fn article_view(&self, pane: Pane) -> Option<ArticleView> {
        let reading = self.readings.get(pane.0)?;
        let id = reading.article.clone()?;
        let article = self.load_of(&id);
        let length = article.as_ref().and_then(Load::ready).map_or(0, |article| article.text().len());
        let complete = length < ORDINARY || reading.drawn;
        let analysis = self.analysis(&id).filter(|_| complete);
        Some(ArticleView {
            pane,
            stated: self.article(&id).map(|entry| Rc::clone(&entry.stated)).unwrap_or_default(),
            own: self.own_facts(&id),
            complete,
            found: if complete { self.anchored(&id) } else { Rc::default() },
            blocks: if complete { self.blocks(pane) } else { self.plain_blocks(pane) }.unwrap_or_default(),
            opening: self.opening(pane),
            elsewhere: analysis.as_deref().map(|here| self.elsewhere(&id, here, reading)).unwrap_or_default(),
            speech: analysis.as_ref().map(|_| self.speech(&id)),
            as_found: analysis.as_ref().and_then(|_| self.article(&id)?.analysis.clone()),
            failed: self.analysis_failed,
            opened: self.storage != StorageState::Opening,
            texts: self.texts_of(&id),
            reading: Rc::clone(reading),
            article,
            analysis,
            id,
        })
    }

    /// What the other articles have of the name that the card of a session explains.
    fn elsewhere(&self, id: &ArticleId, here: &Analysis, reading: &Reading) -> Elsewhere {
        let mention = || match reading.card?.mark {
            super::MarkId::Mention(index) => here.mentions.get(index),
            _ => None,
        };
        let Some(mention) = mention() else { return Elsewhere::default() };
        let Linked { articles, entities } = &*self.linked();
        let is_here = |at: usize| articles.get(at).is_some_and(|(article, _)| article.id == *id);
        let named_here = |linked: &LibraryEntity| linked.places.iter().any(|&(at, _)| is_here(at));
        let place = |&(at, one): &(usize, EntityId)| {
            let (article, analysis) = articles.get(at).filter(|_| !is_here(at))?;
            Some((article.id.clone(), article.title(), mentions_of(analysis, one).len()))
        };
        let is_it = |&(at, one): &(usize, EntityId)| Some(one) == mention.entity && is_here(at);
        let linked = entities.iter().find(|linked| linked.places.iter().any(is_it));
        let others = entities.iter().filter(|linked| linked.kind == mention.kind && !named_here(linked));
        let full = |name: &&String| mention.kind != EntityKind::Person || name.contains(' ');
        Elsewhere {
            places: linked.into_iter().flat_map(|linked| linked.places.iter().filter_map(place)).collect(),
            names: others.map(|linked| &linked.name).filter(full).cloned().collect(),
        }
    }

    /// How many articles will not come.
    pub fn missing(&self) -> usize {
        self.library().filter(|entry| matches!(entry.document, Load::Failed(_))).count()
    }

    /// Whether the analysis of some article is still to come.
    pub fn is_analysing(&self) -> bool {
        let waits =
            |entry: &super::Entry| entry.analysis.is_none() && !matches!(entry.document, Load::Failed(_));
        self.analysis_failed != Some(AnalysisFailure::Program) && self.library().any(waits)
    }

    /// What the page of everything that was found shows.
    pub fn find_view(&self, words: &str) -> FindView {
        let query = Query::new(words);
        let articles = self.found_articles(&query);
        let titled = |annotation: &Rc<Annotation>| (Rc::clone(annotation), self.title_of_first(annotation));
        let notes = self.found_notes(&query).iter().map(titled).collect();
        FindView { query, articles, notes, missing: self.missing() }
    }

    /// The title of the article of an annotation's first target, or its id where it is not in the library.
    fn title_of_first(&self, annotation: &Annotation) -> String {
        let article = annotation.targets.first().map(|target| &target.article);
        let title = |id: &ArticleId| self.read(id).map_or_else(|| id.to_string(), |article| article.title());
        article.map(title).unwrap_or_default()
    }

    /// The articles that have come, in the order of the library.
    pub fn articles(&self) -> Rc<[Rc<Article>]> {
        self.library().filter_map(|entry| self.read(&entry.id)).collect()
    }

    /// The ids and titles of the articles that have come, in the order of the library.
    pub fn titles(&self) -> Rc<[(ArticleId, String)]> {
        let title = |entry: &super::Entry| Some((entry.id.clone(), self.read(&entry.id)?.title()));
        self.library().filter_map(title).collect()
    }
}
