//! What follows from the state, worked out once a change and remembered beside it. Every part of the page asks here, so
//! that no two can disagree.

use super::{
    Anchored, ArticleHits, Load, NameMatrix, NoteFilter, NoteIndex, Pane, Speech, State, find_in_library,
    page::{Layers, PageBlock, lay_out},
    speech::colours,
};
use gloss_analysis::{Analysis, LibraryEntity, Voice, across, corrected, redated, voices};
use gloss_notes::{Annotation, AnnotationId, History, Write};
use gloss_text::sort_by_key;
use gloss_text::{Article, ArticleId, Description, Document, Metadata, search::Query};
use std::{cell::RefCell, collections::HashMap, fmt, hash::Hash, rc::Rc};

/// The answers that are remembered. States that share it differ in nothing by it.
#[derive(Clone, Default)]
pub(super) struct Derived(Rc<Memory>);

/// What the answers about one article depend on, from the text to the reader's annotations.
type Stated = (Rc<Document>, Rc<Metadata>, Rc<Description>);
type Narrowing = (NoteFilter, History, Vec<ArticleId>);
type Speeches = Rc<HashMap<ArticleId, Rc<Speech>>>;
type Found = (Query, Vec<Rc<Article>>);
type Marked = (Rc<Article>, Rc<Analysis>, Rc<[Anchored]>);

#[derive(Default)]
struct Memory {
    articles: Memo<ArticleId, Stated, Rc<Article>>,
    anchored: Memo<ArticleId, (History, Rc<Document>), Rc<[Anchored]>>,
    analyses: Memo<ArticleId, Marked, Rc<Analysis>>,
    blocks: Memo<Pane, (Marked, Rc<Speech>, Layers), Blocks>,
    voices: Memo<ArticleId, Analysed, Rc<[Voice]>>,
    speech: Memo<(), Vec<Analysed>, Speeches>,
    linked: Memo<(), Vec<Analysed>, Rc<Linked>>,
    names: Memo<(), Rc<Linked>, Rc<NameMatrix>>,
    notes: Memo<(), History, Rc<HashMap<ArticleId, usize>>>,
    note_index: Memo<(), History, Rc<NoteIndex>>,
    narrowed: Memo<(), Narrowing, Rc<[Rc<Annotation>]>>,
    found_articles: Memo<(), Found, Rc<[ArticleHits]>>,
    found_notes: Memo<(), (Query, History), Rc<[Rc<Annotation>]>>,
    unsaved: Memo<(), Rc<[Write]>, Rc<[AnnotationId]>>,
}

/// An article's text, cut into blocks with everything that is marked in them.
pub type Blocks = Rc<[Rc<PageBlock>]>;

/// An article and its analysis, as the reader has corrected it.
pub type Analysed = (Rc<Article>, Rc<Analysis>);

/// Who and what is named in the library.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Linked {
    /// The articles that are analysed, in the order of the library.
    pub articles: Vec<Analysed>,
    /// Who and what is named in them. An article is an index into the list above.
    pub entities: Vec<LibraryEntity>,
}

/// For each name the last question and its answer. The names are in a table of their own, as a table is compiled anew for
/// whatever else is in it.
struct Memo<N, K, V> {
    places: RefCell<HashMap<N, usize>>,
    known: RefCell<Vec<(K, V)>>,
}

impl<N, K, V> Default for Memo<N, K, V> {
    fn default() -> Self {
        Self { places: RefCell::default(), known: RefCell::default() }
    }
}

impl<N: Eq + Hash, K: PartialEq, V: Clone> Memo<N, K, V> {
    /// The answer to `question`, which `answer` works out unless it was the last one that was asked under this name.
    fn get(&self, name: N, question: K, answer: impl FnOnce(&K) -> V) -> V {
        let place = self.places.borrow().get(&name).copied();
        if let Some(place) = place
            && let Some((_, known)) = self.known.borrow().get(place).filter(|(last, _)| *last == question)
        {
            return known.clone();
        }
        let value = answer(&question);
        let answered = (question, value.clone());
        let mut known = self.known.borrow_mut();
        if let Some(known) = place.and_then(|place| known.get_mut(place)) {
            *known = answered;
        } else {
            self.places.borrow_mut().insert(name, known.len());
            known.push(answered);
        }
        value
    }

    /// The last answer to a question that is `like`.
    fn last(&self, name: &N, like: impl Fn(&K) -> bool) -> Option<V> {
        let place = *self.places.borrow().get(name)?;
        self.known.borrow().get(place).filter(|(last, _)| like(last)).map(|(_, value)| value.clone())
    }
}

impl PartialEq for Derived {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Derived {}

impl fmt::Debug for Derived {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Derived")
    }
}

impl State {
    /// An article with what the reader states about it, when it has come.
    pub fn read(&self, id: &ArticleId) -> Option<Rc<Article>> {
        let entry = self.article(id)?;
        let document = Rc::clone(entry.document.ready()?);
        let question = (document, Rc::clone(&entry.stated), self.history.description(id));
        Some(self.derived.0.articles.get(id.clone(), question, |(document, stated, own)| {
            let metadata = Rc::new(own.metadata.over(stated));
            Rc::new(Article { id: id.clone(), document: Rc::clone(document), metadata })
        }))
    }

    /// The article of the library, with what the reader states about it, or how far it is.
    pub fn load_of(&self, id: &ArticleId) -> Option<Load<Rc<Article>>> {
        Some(match &self.article(id)?.document {
            Load::Waiting => Load::Waiting,
            Load::Failed(why) => Load::Failed(*why),
            Load::Ready(_) => self.read(id).map_or(Load::Waiting, Load::Ready),
        })
    }

    /// The annotations of an article in the order of the text, and after them those whose words were not found.
    pub fn anchored(&self, id: &ArticleId) -> Rc<[Anchored]> {
        let Some(document) = self.article(id).and_then(|entry| entry.document.ready()).cloned() else {
            return Rc::default();
        };
        let anchored = &self.derived.0.anchored;
        // Another version has the passages elsewhere.
        let before = anchored.last(id, |(_, last)| *last == document).unwrap_or_default();
        anchored.get(id.clone(), (self.history.clone(), document), |(history, document)| {
            Anchored::seek_all(history, id, document, &before)
        })
    }

    /// The analysis of an article: dates by the day of publication, as the reader states it, and names and speakers as
    /// the reader has corrected them.
    pub fn analysis(&self, id: &ArticleId) -> Option<Rc<Analysis>> {
        let entry = self.article(id)?;
        let found = Rc::clone(entry.analysis.as_ref()?);
        let stated = entry.stated.published;
        let question = (self.read(id)?, found, self.anchored(id));
        Some(self.derived.0.analyses.get(id.clone(), question, |(article, found, anchored)| {
            let dated = if article.metadata.published == stated {
                Rc::clone(found)
            } else {
                Rc::new(redated(article, found))
            };
            let mut corrections: Vec<_> = anchored
                .iter()
                .filter_map(|one| {
                    Some((one.annotation.modified, one.span?, one.annotation.correction.as_ref()?))
                })
                .collect();
            if corrections.is_empty() {
                return dated;
            }
            sort_by_key(&mut corrections, |(modified, ..)| *modified);
            let corrections = corrections.into_iter().map(|(_, span, correction)| (span, correction));
            Rc::new(corrected(article, &dated, corrections))
        }))
    }

    /// The blocks of the article of a pane, with its marks.
    pub fn blocks(&self, pane: Pane) -> Option<Blocks> {
        let id = self.reading(pane).article.as_ref()?;
        let marked = (self.read(id)?, self.analysis(id).unwrap_or_default(), self.anchored(id));
        Some(self.lay_out(pane, marked))
    }

    /// The blocks of the article of a pane, without any marks.
    pub fn plain_blocks(&self, pane: Pane) -> Option<Blocks> {
        let article = self.read(self.reading(pane).article.as_ref()?)?;
        Some(self.lay_out(pane, (article, Rc::default(), Rc::default())))
    }

    fn lay_out(&self, pane: Pane, marked: Marked) -> Blocks {
        let speech = self.speech(&marked.0.id);
        let question = (marked, speech, self.settings.layers);
        self.derived.0.blocks.get(pane, question, |((article, analysis, anchored), speech, layers)| {
            lay_out(article, analysis, speech, anchored, *layers).into()
        })
    }

    /// Who is quoted in an article, and how much.
    pub fn voices(&self, id: &ArticleId) -> Rc<[Voice]> {
        let Some(question) = self.read(id).zip(self.analysis(id)) else { return Rc::default() };
        let voices = |(article, analysis): &Analysed| voices(article, analysis).into();
        self.derived.0.voices.get(id.clone(), question, voices)
    }

    /// Who speaks in an article, in colours that are the same over all articles.
    pub fn speech(&self, id: &ArticleId) -> Rc<Speech> {
        self.speeches().get(id).cloned().unwrap_or_default()
    }

    /// Who speaks in each article that is analysed.
    pub(super) fn speeches(&self) -> Speeches {
        self.derived.0.speech.get((), self.analysed(), |articles| {
            let voices: Vec<_> = articles.iter().map(|(article, _)| self.voices(&article.id)).collect();
            let speech = articles.iter().zip(voices.iter().zip(colours(&voices)));
            let speech = speech.map(|((article, analysis), (voices, colours))| {
                (article.id.clone(), Rc::new(Speech::new(article, analysis, voices, &colours)))
            });
            Rc::new(speech.collect::<HashMap<_, _>>())
        })
    }

    /// The articles that are analysed, in the order of the library.
    fn analysed(&self) -> Vec<Analysed> {
        let analysed = |id: &ArticleId| Some((self.read(id)?, self.analysis(id)?));
        self.library().filter_map(|entry| analysed(&entry.id)).collect()
    }

    /// Who and what is named in the library.
    pub fn linked(&self) -> Rc<Linked> {
        self.derived.0.linked.get((), self.analysed(), |articles| {
            let entities = across(articles.iter().map(|(_, analysis)| analysis.as_ref()));
            Rc::new(Linked { articles: articles.clone(), entities })
        })
    }

    /// Who and what is named in which article; nothing before all are analysed, so that no row moves while one reads.
    pub fn names(&self) -> Rc<NameMatrix> {
        if self.is_analysing() {
            return Rc::default();
        }
        self.derived.0.names.get((), self.linked(), |linked| Rc::new(NameMatrix::new(self, linked)))
    }

    /// The annotations, ready to be searched.
    fn note_index(&self) -> Rc<NoteIndex> {
        let index = |history: &History| Rc::new(NoteIndex::new(history));
        self.derived.0.note_index.get((), self.history.clone(), index)
    }

    /// The annotations that the filter of the notebook lets through, in its order.
    pub fn narrowed(&self) -> Rc<[Rc<Annotation>]> {
        let library: Vec<ArticleId> = self.library().map(|entry| entry.id.clone()).collect();
        let question = (self.note_filter.clone(), self.history.clone(), library);
        self.derived.0.narrowed.get((), question, |(filter, history, library)| {
            let searching = !filter.words.trim().is_empty();
            let index = if searching { self.note_index() } else { Rc::default() };
            filter.select(history, &index, library).into()
        })
    }

    /// The articles of the library that have what is looked for, in its order, and where.
    pub fn found_articles(&self, query: &Query) -> Rc<[ArticleHits]> {
        let articles = self.library().filter_map(|entry| self.read(&entry.id)).collect();
        let found = |_: &_| find_in_library(self, query).into();
        self.derived.0.found_articles.get((), (query.clone(), articles), found)
    }

    /// The annotations that have what is looked for.
    pub fn found_notes(&self, query: &Query) -> Rc<[Rc<Annotation>]> {
        if query.is_empty() {
            return Rc::default();
        }
        let found = |_: &_| self.note_index().find(query).cloned().collect();
        self.derived.0.found_notes.get((), (query.clone(), self.history.clone()), found)
    }

    /// The ids of annotations with changes that storage has not confirmed, as a page holds them.
    pub fn unsaved_ids(&self) -> Rc<[AnnotationId]> {
        self.derived.0.unsaved.get((), Rc::clone(&self.outbox), |_| {
            self.unsaved().into_iter().filter_map(AnnotationId::new).collect()
        })
    }

    /// How many annotations each article has.
    pub fn notes_by_article(&self) -> Rc<HashMap<ArticleId, usize>> {
        self.derived.0.notes.get((), self.history.clone(), |history| {
            let mut counts: HashMap<ArticleId, usize> = HashMap::new();
            for target in history.annotations().flat_map(|annotation| &annotation.targets) {
                *counts.entry(target.article.clone()).or_default() += 1;
            }
            Rc::new(counts)
        })
    }
}
