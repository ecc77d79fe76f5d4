use super::{Act, Entry, NoteFilter, Pane, Place, Reading, Route, Settings, Shelf, derived::Derived};
use gloss_notes::{Annotation, Deed, History, KeptArticle, Write};
use gloss_text::{ArticleId, Description, Metadata};
use std::{collections::BTreeMap, rc::Rc};

/// Everything the page shows. Cheap to clone: what is large is shared. What is derived from it is in the selectors of
/// the same type, each worked out once a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Where the reader is.
    pub route: Route,
    /// The bundled articles, in the order of the library.
    pub(super) bundled: Rc<[Entry]>,
    /// The articles that the reader brought, newest first, as [`State::history`] has them.
    pub(super) brought: Rc<[Entry]>,
    /// Everything that is kept: annotations, facts about articles, articles.
    pub history: History,
    /// The open articles, one a pane; at least one.
    pub readings: Rc<[Rc<Reading>]>,
    /// How far the reader is in each article.
    pub places: Rc<BTreeMap<ArticleId, Place>>,
    /// How the library is arranged.
    pub shelf: Shelf,
    /// Which annotations the notebook page shows.
    pub note_filter: NoteFilter,
    /// Why names and quotations are not found as they should be, if so.
    pub analysis_failed: Option<AnalysisFailure>,
    /// How far storage is.
    pub storage: StorageState,
    /// Stored records that cannot be read, as they are; they are left where they are.
    pub unreadable: Rc<[serde_json::Value]>,
    /// Changes that storage has not confirmed yet, oldest first.
    pub outbox: Rc<[Write]>,
    /// What the reader chose to see and how.
    pub settings: Settings,
    /// What to do on the article that is opened next.
    pub(super) next: Option<Act>,
    /// What the reader is told for a moment.
    pub message: Option<Message>,
    pub(super) derived: Derived,
}

/// Something that comes from elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Load<T> {
    /// Not here yet.
    #[default]
    Waiting,
    /// Here.
    Ready(T),
    /// It will not come.
    Failed(FetchFailure),
}

impl<T> Load<T> {
    /// What has come, if it has.
    pub const fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(value) => Some(value),
            _ => None,
        }
    }
}

/// Why a file beside the program has not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchFailure {
    /// Nothing answers: no connection, or the server is gone.
    Unreachable,
    /// The server answers with this status of HTTP.
    Status(u16),
    /// It is not text in UTF-8.
    NotText,
}

/// Why names and quotations are not found as they should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnalysisFailure {
    /// The program of the analysis has not come or does not start: nothing is found.
    Program,
    /// The weights of the tagger have not come: only rules find names.
    Model(FetchFailure),
    /// The weights of the tagger are damaged: only rules find names.
    DamagedModel,
}

/// Where an article is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// At its beginning.
    Head,
    /// Where the reader has left it.
    Place(Place),
    /// At a passage to which the reader is led: who leads there scrolls, and nobody else.
    Led,
}

/// The state of the reader's own store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum StorageState {
    /// It is being opened.
    #[default]
    Opening,
    /// It takes what is written.
    Ready,
    /// It takes nothing; why. Work goes on in memory.
    Failed(StorageFailure),
}

/// Why the reader's own store takes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageFailure {
    /// The disk is full, or the share of it that the browser grants this page.
    Full,
    /// The browser has no store for this page, as in some private windows.
    Blocked,
    /// A newer build of Gloss has changed the store; this one does not know its form.
    Newer,
    /// Anything else; what the browser says of it.
    Other(String),
}

/// Whether an annotation, or all of them, would survive now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Storage has confirmed it.
    Saved,
    /// On its way.
    Saving,
    /// Storage refuses; why.
    Unsaved(StorageFailure),
}

/// What the reader's store holds.
#[derive(Clone, Debug, Default)]
pub struct Stored {
    /// The annotations.
    pub annotations: Vec<Annotation>,
    /// Other versions of them.
    pub versions: Vec<Annotation>,
    /// What the reader states about articles.
    pub facts: Vec<Description>,
    /// The articles that the reader brought or removed.
    pub articles: Vec<KeptArticle>,
    /// Records that cannot be read, as they are.
    pub unreadable: Vec<serde_json::Value>,
}

/// A short word to the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// This was done; it can be undone.
    Done(Deed),
    /// The address names an annotation that is not in this browser.
    NoSuchNote,
    /// The address names a passage that is not in its article.
    NoSuchPassage,
    /// A link, a quote or notes are in the clipboard.
    Copied,
    /// The program that makes files of notes cannot be fetched.
    ExchangeFailed,
    /// A step was undone. With the title of the article that it was about, if it was about one.
    Undone(Deed, Option<String>),
    /// A step was made again, likewise.
    Redone(Deed, Option<String>),
}

impl State {
    /// A fresh state at `route` with the bundled articles still to come.
    pub fn new(route: Route, bundled: impl IntoIterator<Item = ArticleId>, settings: Settings) -> Self {
        let article = route.article().cloned();
        let (focused, sheet) = match &route {
            Route::Read { note, .. } => (note.clone(), note.is_some()),
            _ => (None, false),
        };
        let reading = Reading { article, focused, sheet, ..Reading::default() };
        Self {
            route,
            bundled: bundled.into_iter().map(Entry::new).collect(),
            brought: Rc::default(),
            history: History::default(),
            readings: Rc::new([Rc::new(reading)]),
            places: Rc::default(),
            shelf: Shelf::default(),
            note_filter: NoteFilter::default(),
            analysis_failed: None,
            storage: StorageState::default(),
            unreadable: Rc::default(),
            outbox: Rc::default(),
            settings,
            next: None,
            message: None,
            derived: Derived::default(),
        }
    }

    /// An article of the library by its id.
    pub fn article(&self, id: &str) -> Option<&Entry> {
        self.library().find(|entry| entry.id == id)
    }

    /// What the reader states about an article.
    pub fn own_facts(&self, id: &ArticleId) -> Metadata {
        self.history.description(id).metadata.clone()
    }

    /// Where the article of a pane is to be opened.
    pub fn opening(&self, pane: Pane) -> Opening {
        let reading = self.reading(pane);
        let by_address = pane == Pane(0)
            && matches!(&self.route, Route::Read { note, text, .. } if note.is_some() || text.is_some());
        if by_address || reading.card.is_some_and(|card| card.pinned) {
            return Opening::Led;
        }
        let place = reading.article.as_ref().and_then(|id| self.places.get(id));
        place.copied().filter(|place| place.at > 0).map_or(Opening::Head, Opening::Place)
    }

    /// Whether everything is saved.
    pub fn save_state(&self) -> SaveState {
        match &self.storage {
            StorageState::Failed(why) => SaveState::Unsaved(why.clone()),
            StorageState::Ready if self.outbox.is_empty() => SaveState::Saved,
            _ => SaveState::Saving,
        }
    }

    /// The ids of annotations with changes that storage has not confirmed.
    pub fn unsaved(&self) -> Vec<&str> {
        self.outbox
            .iter()
            .filter_map(|write| match write {
                Write::Put { annotation, .. } => Some(annotation.id.as_str()),
                Write::Delete { replaces } => Some(replaces.id.as_str()),
                Write::Keep { version } => Some(version.id.as_str()),
                Write::Forget { .. } | Write::Describe { .. } | Write::Article { .. } => None,
            })
            .collect()
    }
}
