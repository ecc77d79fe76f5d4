use super::Route;
use crate::core::{
    analysis::{Analysis, Correction, corrected},
    annotation::{
        Anchorer, Annotation, AnnotationId, Change, Colour, Motivation, Notebook, Outcome, Target, Timestamp,
        Write,
    },
    article::{Article, ArticleId},
    exchange::ImportPreview,
    page::Layers,
    text::Span,
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, fmt, rc::Rc};

/// Everything the page shows. Cheap to clone: what is large is shared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Where the reader is.
    pub route: Route,
    /// The articles, in the order of the library.
    pub library: Rc<Vec<ArticleState>>,
    /// Why the tagger's model did not come, in words for the reader, if so.
    pub model_failed: Option<String>,
    /// The reader's annotations.
    pub notebook: Notebook,
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
    /// Its text, when it has come.
    pub article: Load<Rc<Article>>,
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
    /// Reads what [`MarkId`]'s display has written.
    pub fn parse(written: &str) -> Option<Self> {
        let number = |rest: &str| rest.parse().ok();
        written
            .strip_prefix('m')
            .and_then(number)
            .map(Self::Mention)
            .or_else(|| written.strip_prefix('q').and_then(number).map(Self::Quotation))
            .or_else(|| written.strip_prefix('i').and_then(number).map(Self::Indirect))
    }
}

/// As the page's elements carry it.
impl fmt::Display for MarkId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mention(index) => write!(f, "m{index}"),
            Self::Quotation(index) => write!(f, "q{index}"),
            Self::Indirect(index) => write!(f, "i{index}"),
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkId {
    /// Index into the mentions.
    Mention(usize),
    /// Index into the quotations between marks.
    Quotation(usize),
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

/// An annotation of an article, and what has become of its passage there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchored {
    /// Where it stands; none when that is ambiguous or its words are gone.
    pub span: Option<Span>,
    /// What has become of it.
    pub outcome: Outcome,
    /// The annotation.
    pub annotation: Rc<Annotation>,
}

/// What the reader chose; kept in the browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Which marks are shown.
    pub layers: Layers,
    /// Whether page furniture is unfolded.
    pub furniture: bool,
    /// The colour of the next highlight.
    pub colour: Colour,
    /// When everything was last backed up.
    pub backed_up: Option<Timestamp>,
}

/// A short word to the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// An annotation was deleted; it can be had back.
    Deleted,
    /// A file was taken in; it can be taken back.
    Imported,
    /// A correction was made; it can be taken back.
    Corrected,
    /// A link or a quote is in the clipboard.
    Copied,
    /// A step was taken back.
    Undone,
    /// A step was made again.
    Redone,
}

/// Everything that can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// The address changed.
    Navigated(Route),
    /// An article came, or did not.
    ArticleLoaded(ArticleId, Load<Rc<Article>>),
    /// The tagger's model will not come; why.
    ModelFailed(String),
    /// An article was analysed.
    Analysed(ArticleId, Rc<Analysis>),
    /// The store was opened and holds this.
    Opened(Stored),
    /// Another tab of the same browser has written this.
    Heard(Vec<Write>),
    /// The store cannot be opened or written to; why.
    StorageFailed(StorageFailure),
    /// The store has confirmed the oldest `n` changes of the outbox.
    Written(usize),
    /// The reader wants storage tried again.
    RetryStorage,
    /// The settings are these from now on.
    Set(Settings),
    /// The selection changed.
    Selected(Option<Passage>),
    /// Annotate the selected passage: a fresh id, the time, whether a note is to be written at once.
    Annotate {
        /// A fresh UUID.
        id: AnnotationId,
        /// The time.
        now: Timestamp,
        /// Open the note's editor.
        note: bool,
        /// In which colour.
        colour: Colour,
    },
    /// Correct the analysis of a passage: a fresh id and the time.
    Correct {
        /// A fresh UUID.
        id: AnnotationId,
        /// The time.
        now: Timestamp,
        /// Where.
        passage: Passage,
        /// What is right.
        correction: Correction,
    },
    /// Give the annotation this note.
    Note(AnnotationId, String, Timestamp),
    /// Give the annotation this colour.
    Paint(AnnotationId, Colour, Timestamp),
    /// Delete the annotation.
    Delete(AnnotationId),
    /// Take these annotations in, as one step.
    Import(ImportPreview),
    /// Take the last step back.
    Undo,
    /// Make the undone step again.
    Redo,
    /// Explain this mark, or none.
    Show(Option<Card>),
    /// Explain this mark on the article that is opened next.
    ShowNext(Card),
    /// Put this beside the text.
    Open(Panel),
    /// Show only the paragraphs that quote this voice, or all.
    Filter(Option<String>),
    /// Let this annotation stand out, or none.
    Focus(Option<AnnotationId>),
    /// Open this annotation's editor, or close it.
    Edit(Option<AnnotationId>),
    /// Tell the reader this.
    Say(Message),
    /// The message was read.
    Dismiss,
}

impl State {
    /// A fresh state at `route` with the library's articles still to come.
    pub fn new(route: Route, library: impl IntoIterator<Item = ArticleId>, settings: Settings) -> Self {
        let library = library
            .into_iter()
            .map(|id| ArticleState { id, article: Load::Waiting, analysis: None })
            .collect();
        Self { route, library: Rc::new(library), settings, ..Self::default() }
    }

    /// An article by its id.
    pub fn article(&self, id: &str) -> Option<&ArticleState> {
        self.library.iter().find(|entry| entry.id == id)
    }

    /// The annotations of an article in the order of the text, and behind them those whose words were not
    /// found.
    pub fn anchored(&self, article: &Article) -> Vec<Anchored> {
        let anchorer = Anchorer::new(&article.text);
        let mut all: Vec<Anchored> = self
            .notebook
            .annotations()
            .flat_map(|annotation| annotation.targets.iter().map(move |target| (target, annotation)))
            .filter(|(target, _)| target.article == article.id)
            .map(|(target, annotation)| {
                let anchor = anchorer.anchor(target);
                Anchored { span: anchor.span, outcome: anchor.outcome, annotation: Rc::clone(annotation) }
            })
            .collect();
        all.sort_by_cached_key(|found| {
            let (start, end) = found.span.map_or((usize::MAX, 0), |span| (span.start, span.end));
            (start, usize::MAX - end, found.annotation.id.clone())
        });
        all
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
            .map(|write| match write {
                Write::Put { annotation, .. } => annotation.id.as_str(),
                Write::Delete { replaces } => replaces.id.as_str(),
                Write::Keep { version } => version.id.as_str(),
            })
            .collect()
    }

    /// The state after `action`.
    #[must_use]
    pub fn reduce(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Navigated(route) => next.navigate(route),
            Action::ArticleLoaded(id, article) => next.change_article(&id, |entry| entry.article = article),
            Action::Analysed(id, analysis) => {
                next.change_article(&id, |entry| entry.analysis = Some(analysis));
            }
            Action::ModelFailed(why) => next.model_failed = Some(why),
            Action::Opened(stored) => next.open(stored),
            Action::Import(preview) => {
                next.message = Some(Message::Imported);
                let writes = next.notebook.apply(preview.into_change());
                next.post(writes);
            }
            Action::Heard(writes) => {
                let more = next.notebook.merge(&writes);
                next.post(more);
            }
            Action::StorageFailed(why) => next.storage = StorageState::Failed(why),
            Action::RetryStorage => next.storage = StorageState::Opening,
            Action::Written(count) => {
                let outbox = Rc::make_mut(&mut next.outbox);
                outbox.drain(..count.min(outbox.len()));
            }
            Action::Set(settings) => next.settings = settings,
            Action::Selected(passage) => next.passage = passage,
            Action::Annotate { id, now, note, colour } => next.annotate(id, now, note, colour),
            Action::Correct { id, now, passage, correction } => {
                next.add(id, now, &passage, |annotation| {
                    annotation.motivation = Motivation::Editing;
                    annotation.correction = Some(correction);
                });
                next.passage = None;
                next.card = None;
                next.message = Some(Message::Corrected);
            }
            Action::Note(id, note, now) => next.write_note(&id, note, now),
            Action::Paint(id, colour, now) => {
                next.settings.colour = colour;
                next.change_annotation(&id, now, |annotation| annotation.colour = colour);
            }
            Action::Delete(id) => {
                next.commit(Change::Delete(vec![id]));
                next.message = Some(Message::Deleted);
            }
            Action::Undo => {
                let writes = next.notebook.undo();
                next.message = writes.is_some().then_some(Message::Undone);
                next.post(writes.unwrap_or_default());
            }
            Action::Redo => {
                let writes = next.notebook.redo();
                next.message = writes.is_some().then_some(Message::Redone);
                next.post(writes.unwrap_or_default());
            }
            Action::Show(card) => next.card = card,
            Action::ShowNext(card) => next.next_card = Some(card),
            Action::Open(panel) => next.panel = panel,
            Action::Filter(voice) => next.voice = voice,
            Action::Focus(id) => next.focused = id,
            Action::Edit(id) => {
                next.panel = Panel::Notes;
                next.focused = id.clone().or(next.focused);
                next.edit(id);
            }
            Action::Say(message) => next.message = Some(message),
            Action::Dismiss => next.message = None,
        }
        next.forget_deleted();
        next
    }

    fn navigate(&mut self, route: Route) {
        if let Route::Read { note: Some(note), .. } = &route {
            self.focused = Some(note.clone());
        } else if self.route != route {
            self.focused = None;
        }
        if self.route.article() != route.article() {
            self.card = self.next_card.take();
            self.voice = None;
        }
        self.passage = None;
        self.route = route;
    }

    fn open(&mut self, stored: Stored) {
        self.storage = StorageState::Ready;
        self.unreadable = Rc::new(stored.unreadable);
        if self.outbox.is_empty() && self.notebook.annotations().len() == 0 {
            self.notebook = Notebook::new(stored.annotations, stored.versions);
            return;
        }
        // What was made while there was no storage stays, and comes on top of what was there.
        let unsaved = self.unsaved();
        let news: Vec<Write> = stored
            .annotations
            .into_iter()
            .filter(|annotation| !unsaved.contains(annotation.id.as_str()))
            .map(|annotation| Write::Put { annotation: Rc::new(annotation), replaces: None })
            .collect();
        let more = self.notebook.merge(&news);
        self.notebook.keep_versions(stored.versions);
        self.post(more);
    }

    fn change_article(&mut self, id: &str, change: impl FnOnce(&mut ArticleState)) {
        if let Some(entry) = Rc::make_mut(&mut self.library).iter_mut().find(|entry| entry.id == id) {
            change(entry);
        }
    }

    fn annotate(&mut self, id: AnnotationId, now: Timestamp, note: bool, colour: Colour) {
        let Some(passage) = self.passage.take() else { return };
        self.add(id.clone(), now, &passage, |annotation| annotation.colour = colour);
        self.settings.colour = colour;
        self.focused = Some(id.clone());
        self.panel = Panel::Notes;
        self.card = None;
        self.edit(note.then_some(id));
    }

    fn edit(&mut self, id: Option<AnnotationId>) {
        self.edited = id.as_ref().and_then(|id| self.notebook.get(id)).cloned();
        self.editing = id;
    }

    /// Gives an annotation its note. A note that another tab gave it while this one was being written has not
    /// been seen by the writer, so it becomes a version.
    fn write_note(&mut self, id: &str, note: String, now: Timestamp) {
        let unseen = self.notebook.get(id).zip(self.edited.as_ref());
        let unseen = unseen.filter(|(there, seen)| there.id == seen.id && there.note != seen.note);
        let unseen = unseen.map(|(there, _)| Annotation::clone(there));
        self.change_annotation(id, now, |annotation| {
            let bare = note.trim().is_empty();
            annotation.motivation = if bare { Motivation::Highlighting } else { Motivation::Commenting };
            annotation.note = note;
        });
        let kept = self.notebook.keep_versions(unseen);
        self.post(kept);
        self.edit(None);
    }

    fn add(
        &mut self,
        id: AnnotationId,
        now: Timestamp,
        passage: &Passage,
        make: impl FnOnce(&mut Annotation),
    ) {
        let Some(article) = self.article(&passage.article).and_then(|entry| entry.article.ready()) else {
            return;
        };
        let mut annotation = Annotation {
            id,
            targets: vec![Target::describe(article, passage.span)],
            motivation: Motivation::Highlighting,
            colour: Colour::default(),
            note: String::new(),
            tags: Vec::new(),
            correction: None,
            created: now,
            modified: now,
        };
        make(&mut annotation);
        self.commit(Change::Put(vec![annotation]));
    }

    fn change_annotation(&mut self, id: &str, now: Timestamp, change: impl FnOnce(&mut Annotation)) {
        let Some(before) = self.notebook.get(id) else { return };
        let mut after = Annotation::clone(before);
        change(&mut after);
        if after != **before {
            after.modified = now;
            self.commit(Change::Put(vec![after]));
        }
    }

    fn commit(&mut self, change: Change) {
        self.message = None;
        let writes = self.notebook.apply(change);
        self.post(writes);
    }

    fn post(&mut self, writes: Vec<Write>) {
        if !writes.is_empty() {
            Rc::make_mut(&mut self.outbox).extend(writes);
        }
    }

    fn forget_deleted(&mut self) {
        for id in [&mut self.focused, &mut self.editing] {
            if id.as_ref().is_some_and(|id| self.notebook.get(id).is_none())
                && self.storage != StorageState::Opening
            {
                *id = None;
            }
        }
    }
}
