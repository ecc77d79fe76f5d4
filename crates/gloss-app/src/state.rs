use super::{Anchored, Find, NoteFilter, Place, Route, Settings, Shelf, anchored::Anchors};
use gloss_analysis::{Analysis, Quotation, corrected, redated};
use gloss_notes::{Annotation, AnnotationId, Notebook, Write};
use gloss_text::{Article, ArticleId, Day, Description, Metadata, Span, search::Prepared};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    rc::Rc,
};

/// Everything the page shows. Cheap to clone: what is large is shared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Where the reader is.
    pub route: Route,
    /// The articles, in the order of the library.
    pub library: Rc<Vec<ArticleState>>,
    /// What the reader states about articles, also about such as are not in the library now.
    pub descriptions: Rc<BTreeMap<ArticleId, Rc<Description>>>,
    /// How far the reader is in each article.
    pub places: Rc<BTreeMap<ArticleId, Place>>,
    /// How the library is arranged.
    pub shelf: Shelf,
    /// Which annotations the notebook page shows.
    pub note_filter: NoteFilter,
    /// The search in the open article, while its field is open.
    pub find: Option<Find>,
    /// Why names and quotations are not found as they should be, in words for the reader, if so.
    pub analysis_failed: Option<String>,
    /// The reader's annotations.
    pub notebook: Notebook,
    /// Where they were found.
    pub(super) anchors: Anchors,
    /// How far storage is.
    pub storage: StorageState,
    /// Stored records that cannot be read, as they stand; they are left where they are.
    pub unreadable: Rc<Vec<serde_json::Value>>,
    /// Changes that storage has not confirmed yet, oldest first.
    pub outbox: Rc<Vec<Write>>,
    /// What the reader chose to see and how.
    pub settings: Settings,
    /// The passage that is selected now.
    pub passage: Option<Passage>,
    /// The mark that is explained.
    pub card: Option<Card>,
    /// The mark to explain on the article that is opened next.
    pub next_card: Option<Card>,
    /// What stands beside the text.
    pub panel: Panel,
    /// Whether that covers the foot of the text, where the window is too narrow to have it beside.
    pub sheet: bool,
    /// Only the paragraphs in which this voice is quoted are shown.
    pub voice: Option<String>,
    /// The annotation that stands out.
    pub focused: Option<AnnotationId>,
    /// The annotation whose note is being written.
    pub editing: Option<AnnotationId>,
    /// That annotation as it stood when its editor was opened.
    pub edited: Option<Rc<Annotation>>,
    /// What the reader is told for a moment.
    pub message: Option<Message>,
}

/// One article of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleState {
    /// Its name in the address.
    pub id: ArticleId,
    /// Its text, when it has come, with the facts that the reader states.
    pub article: Load<Rc<Article>>,
    /// The facts as its source states them.
    pub stated: Metadata,
    /// How many words it has.
    pub words: usize,
    /// Its text made ready to be searched.
    pub searchable: Prepared,
    /// Its analysis, when it is done.
    pub analysis: Option<Rc<Analysis>>,
}

/// Something that comes from elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Load<T> {
    /// Not here yet.
    #[default]
    Waiting,
    /// Here.
    Ready(T),
    /// It will not come; why, in words for the reader.
    Failed(String),
}

impl MarkId {
    /// The quotation that it marks, if it marks one.
    pub fn quotation(self, analysis: &Analysis) -> Option<&Quotation> {
        match self {
            Self::Mention(_) => None,
            Self::Quotation(index) => analysis.quotations.get(index),
            Self::Nested(index) => analysis.nested.get(index),
            Self::Indirect(index) => analysis.indirect.get(index),
        }
    }

    /// Its first piece in the article.
    pub fn span(self, analysis: &Analysis) -> Option<Span> {
        match self {
            Self::Mention(index) => Some(analysis.mentions.get(index)?.span),
            _ => self.quotation(analysis)?.segments.first().copied(),
        }
    }

    /// Reads what [`MarkId`]'s display has written.
    pub fn parse(written: &str) -> Option<Self> {
        let number = |rest: &str| rest.parse().ok();
        written
            .strip_prefix('m')
            .and_then(number)
            .map(Self::Mention)
            .or_else(|| written.strip_prefix('q').and_then(number).map(Self::Quotation))
            .or_else(|| written.strip_prefix('n').and_then(number).map(Self::Nested))
            .or_else(|| written.strip_prefix('i').and_then(number).map(Self::Indirect))
    }
}

/// As the page's elements carry it.
impl fmt::Display for MarkId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mention(index) => write!(f, "m{index}"),
            Self::Quotation(index) => write!(f, "q{index}"),
            Self::Nested(index) => write!(f, "n{index}"),
            Self::Indirect(index) => write!(f, "i{index}"),
        }
    }
}

impl ArticleState {
    /// An article that has not come yet.
    pub(super) fn new(id: ArticleId) -> Self {
        Self {
            id,
            article: Load::default(),
            stated: Metadata::default(),
            words: 0,
            searchable: Prepared::default(),
            analysis: None,
        }
    }

    /// Takes what the reader states over what the source does. Where that moves the day of publication, the
    /// dates of the analysis mean other days.
    pub(super) fn describe(&mut self, own: &Metadata) {
        let Load::Ready(article) = &mut self.article else { return };
        let metadata = own.over(&self.stated);
        if *article.metadata != metadata {
            let before = article.metadata.published;
            *article = Rc::new(article.with_metadata(metadata));
            self.redate(before);
        }
    }

    /// Gives the dates of the analysis, made as of the day `before`, their meaning as of the day of publication.
    pub(super) fn redate(&mut self, before: Option<Day>) {
        if let (Load::Ready(article), Some(analysis)) = (&self.article, &mut self.analysis)
            && article.metadata.published != before
        {
            *analysis = Rc::new(redated(article, analysis));
        }
    }
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

/// A mark of the analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkId {
    /// Index into the mentions.
    Mention(usize),
    /// Index into the quotations between marks.
    Quotation(usize),
    /// Index into the quotations inside those.
    Nested(usize),
    /// Index into the indirect ones.
    Indirect(usize),
}

/// The explanation of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card {
    /// The mark.
    pub mark: MarkId,
    /// Whether it stays when the pointer leaves.
    pub pinned: bool,
}

/// What can stand beside an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// The reader's notes.
    #[default]
    Notes,
    /// Everybody and everything named.
    Names,
    /// Everybody quoted.
    Voices,
}

/// What the reader's store holds.
#[derive(Clone, Debug, Default)]
pub struct Stored {
    /// The annotations.
    pub annotations: Vec<Annotation>,
    /// Other versions of them.
    pub versions: Vec<Annotation>,
    /// What the reader states about articles.
    pub descriptions: Vec<Description>,
    /// Records that cannot be read, as they stand.
    pub unreadable: Vec<serde_json::Value>,
}

/// A selected passage of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The article.
    pub article: ArticleId,
    /// The passage.
    pub span: Span,
}

/// A short word to the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// An annotation was deleted; it can be had back.
    Deleted,
    /// A file was taken in; it can be taken back.
    Imported,
    /// Several annotations were changed in one step; it can be taken back.
    Changed,
    /// The reader stated something about an article; it can be taken back.
    Described {
        /// The article.
        article: ArticleId,
        /// What the reader had stated before.
        before: Metadata,
    },
    /// A correction was made; it can be taken back.
    Corrected,
    /// An annotation was put on another passage; it can be taken back.
    Reattached,
    /// The address names an annotation that is not in this browser.
    NoSuchNote,
    /// The address names a passage that is not in its article.
    NoSuchPassage,
    /// A link or a quote is in the clipboard.
    Copied,
    /// A step was taken back.
    Undone,
    /// A step was made again.
    Redone,
}

impl State {
    /// A fresh state at `route` with the library's articles still to come.
    pub fn new(route: Route, library: impl IntoIterator<Item = ArticleId>, settings: Settings) -> Self {
        let library = library.into_iter().map(ArticleState::new).collect();
        Self { route, library: Rc::new(library), settings, ..Self::default() }
    }

    /// An article by its id.
    pub fn article(&self, id: &str) -> Option<&ArticleState> {
        self.library.iter().find(|entry| entry.id == id)
    }

    /// Where the open article reads what is looked for in it, in the order of the text.
    pub fn hits(&self) -> &[Span] {
        self.find.as_ref().map(|find| &*find.hits).unwrap_or_default()
    }

    /// What the reader states about an article.
    pub fn description(&self, id: &str) -> Metadata {
        self.descriptions.get(id).map(|description| description.metadata.clone()).unwrap_or_default()
    }

    /// The analysis of an article as the reader has corrected it.
    pub fn corrected(article: &Article, analysis: &Analysis, found: &[Anchored]) -> Analysis {
        let mut corrections: Vec<_> = found
            .iter()
            .filter_map(|found| {
                Some((found.annotation.modified, found.span?, found.annotation.correction.as_ref()?))
            })
            .collect();
        corrections.sort_by_key(|(modified, ..)| *modified);
        corrected(article, analysis, corrections.into_iter().map(|(_, span, correction)| (span, correction)))
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
    pub fn unsaved(&self) -> BTreeSet<&str> {
        self.outbox
            .iter()
            .filter_map(|write| match write {
                Write::Put { annotation, .. } => Some(annotation.id.as_str()),
                Write::Delete { replaces } => Some(replaces.id.as_str()),
                Write::Keep { version } => Some(version.id.as_str()),
                Write::Describe { .. } => None,
            })
            .collect()
    }
}
