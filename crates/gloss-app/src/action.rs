use super::{
    ArticleState, Card, Edit, Load, Message, NoteFilter, Panel, Passage, Place, Route, Settings, Shelf,
    State, StorageFailure, StorageState, Stored,
};
use gloss_analysis::{Analysis, Correction};
use gloss_notes::{
    Annotation, AnnotationId, Change, Colour, Motivation, Notebook, Target, Timestamp, Write,
    exchange::ImportPreview,
};
use gloss_text::{Article, ArticleId, Description, Metadata};
use std::rc::Rc;

/// Everything that can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// The address changed.
    Navigated(Route),
    /// An article came, or did not.
    ArticleLoaded(ArticleId, Load<Rc<Article>>),
    /// Names and quotations will not be found as they should be; why, in words for the reader.
    AnalysisFailed(String),
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
    /// Give the annotation these tags.
    Tag(AnnotationId, Vec<String>, Timestamp),
    /// Put this target of the annotation, by its number, on this passage.
    Reattach(AnnotationId, usize, Passage, Timestamp),
    /// Show this version of an annotation in its place.
    UseVersion(Annotation, Timestamp),
    /// Delete the annotation.
    Delete(AnnotationId),
    /// Take these annotations in, as one step.
    Import(ImportPreview),
    /// Take these versions of annotations in, as a backup has them.
    KeepVersions(Vec<Annotation>),
    /// Change all of these annotations, as one step.
    ChangeAll(Vec<AnnotationId>, Edit, Timestamp),
    /// The reader states this about an article, and nothing else.
    Describe(ArticleId, Metadata, Timestamp),
    /// Take these statements about articles in, as a backup has them.
    TakeIn(Vec<Description>),
    /// The reader has come to this place of an article.
    Reached(ArticleId, Place),
    /// Arrange the library so.
    Arrange(Shelf),
    /// Show these annotations on the notebook page.
    Narrow(NoteFilter),
    /// Open the field for a search in the article, by a reader who is at this byte offset.
    Find(usize),
    /// Look for these words in the open article.
    Seek(String),
    /// Go that many hits on, or back.
    Step(isize),
    /// Close the field.
    CloseFind,
    /// Take the last step back.
    Undo,
    /// Make the undone step again.
    Redo,
    /// Explain this mark, or none.
    Show(Option<Card>),
    /// Explain this mark on the article that is opened next.
    ShowNext(Card),
    /// Put this beside the text; on a narrow window, take it away again where it is there already.
    Open(Panel),
    /// Put away what stands beside the text, on a narrow window.
    CloseSheet,
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
    /// The state after `action`.
    #[must_use]
    pub fn reduce(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Navigated(route) => next.navigate(route),
            Action::ArticleLoaded(id, article) => next.load(&id, article),
            Action::Analysed(id, analysis) => next.change_article(&id, |entry| {
                // The analysis does not know yet what the reader states.
                let day = entry.stated.published;
                entry.analysis = Some(analysis);
                entry.redate(day);
            }),
            Action::AnalysisFailed(why) => next.analysis_failed = Some(why),
            Action::Opened(stored) => next.open(stored),
            Action::Import(preview) => {
                next.message = Some(Message::Imported);
                let writes = next.notebook.apply(preview.into_change());
                next.post(writes);
            }
            Action::KeepVersions(versions) => {
                let writes = next.notebook.keep_versions(versions);
                next.post(writes);
            }
            Action::Heard(writes) => {
                let writes = next.keep_what_is_written(writes);
                let more = next.notebook.merge(&writes);
                next.post(more);
                next.hear(writes);
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
            Action::Tag(id, tags, now) => next.tag(&id, &tags, now),
            Action::Reattach(id, number, passage, now) => next.reattach(&id, number, &passage, now),
            Action::UseVersion(version, now) => next.use_version(version, now),
            Action::Delete(id) => {
                next.commit(Change::Delete(vec![id]));
                next.message = Some(Message::Deleted);
            }
            Action::ChangeAll(ids, edit, now) => next.change_all(ids, &edit, now),
            Action::Describe(id, metadata, now) => next.tell(id, metadata, now),
            Action::TakeIn(descriptions) => next.take_in(descriptions),
            Action::Reached(id, place) => next.reach(id, place),
            Action::Arrange(order) => next.shelf = order,
            Action::Narrow(filter) => next.note_filter = filter,
            Action::Find(from) => next.open_find(from),
            Action::Seek(words) => next.seek(words),
            Action::Step(by) => next.find.iter_mut().for_each(|find| find.step(by)),
            Action::CloseFind => next.find = None,
            Action::Undo => next.undo(),
            Action::Redo => {
                let writes = next.notebook.redo();
                next.message = writes.is_some().then_some(Message::Redone);
                next.post(writes.unwrap_or_default());
            }
            Action::Show(card) => next.card = card,
            Action::ShowNext(card) => next.next_card = Some(card),
            Action::Open(panel) => {
                next.sheet = !next.sheet || next.panel != panel;
                next.panel = panel;
            }
            Action::CloseSheet => next.sheet = false,
            Action::Filter(voice) => next.voice = voice,
            Action::Focus(id) => {
                next.sheet = id.is_some();
                if next.sheet {
                    next.panel = Panel::Notes;
                }
                next.focused = id;
            }
            Action::Edit(id) => {
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
        if self.route.article() != route.article() {
            self.card = self.next_card.take();
            self.sheet = false;
            self.voice = None;
            self.find = None;
        }
        if let Route::Read { note: Some(note), .. } = &route {
            self.focused = Some(note.clone());
            self.panel = Panel::Notes;
            self.sheet = true;
        } else if self.route != route {
            self.focused = None;
        }
        self.passage = None;
        self.route = route;
    }

    fn open(&mut self, stored: Stored) {
        self.storage = StorageState::Ready;
        self.unreadable = Rc::new(stored.unreadable);
        for description in stored.descriptions {
            self.describe(Rc::new(description));
        }
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

    /// Takes the last step back; what the message on the page offers to take back comes before older steps.
    fn undo(&mut self) {
        if let Some(Message::Described { article, before }) = self.message.take() {
            self.state_facts(Description { id: article, metadata: before, modified: 0 });
            self.message = Some(Message::Undone);
        } else {
            let writes = self.notebook.undo();
            self.message = writes.is_some().then_some(Message::Undone);
            self.post(writes.unwrap_or_default());
        }
    }

    pub(super) fn change_article(&mut self, id: &str, change: impl FnOnce(&mut ArticleState)) {
        if let Some(entry) = Rc::make_mut(&mut self.library).iter_mut().find(|entry| entry.id == id) {
            change(entry);
        }
    }

    fn annotate(&mut self, id: AnnotationId, now: Timestamp, note: bool, colour: Colour) {
        let Some(passage) = self.passage.take() else { return };
        self.add(id.clone(), now, &passage, |annotation| annotation.colour = colour);
        self.settings.colour = colour;
        self.settings.hint_seen = true;
        self.focused = Some(id.clone());
        self.card = None;
        self.edit(note.then_some(id));
    }

    /// Lets a note be written, which stands among the notes, wherever the window has these.
    fn edit(&mut self, id: Option<AnnotationId>) {
        self.panel = Panel::Notes;
        self.sheet |= id.is_some();
        self.edited = id.as_ref().and_then(|id| self.notebook.get(id)).cloned();
        self.editing = id;
    }

    /// The writes without those that delete the annotation whose note is being written here: it stays, as a later
    /// change would make it, and the other tabs are told.
    fn keep_what_is_written(&mut self, writes: Vec<Write>) -> Vec<Write> {
        let editing = self.editing.clone();
        let deletes = |write: &Write| matches!(write, Write::Delete { replaces } if Some(&replaces.id) == editing.as_ref());
        let (refused, writes): (Vec<Write>, Vec<Write>) = writes.into_iter().partition(deletes);
        let ours = editing.and_then(|id| self.notebook.get(&id).cloned());
        for (write, ours) in refused.into_iter().zip(ours) {
            let Write::Delete { replaces } = write else { continue };
            let modified = ours.modified.max(replaces.modified) + 1;
            let annotation = Rc::new(Annotation { modified, ..Annotation::clone(&ours) });
            let put = |replaces| Write::Put { annotation: annotation.clone(), replaces };
            self.notebook.merge(&[put(Some(ours))]);
            self.post(vec![put(Some(replaces))]);
        }
        writes
    }

    /// Gives an annotation its note. A note that another tab gave it while this one was being written has not
    /// been seen by the writer, so it becomes a version.
    fn write_note(&mut self, id: &str, note: String, now: Timestamp) {
        // Where another note's editor has been opened meanwhile, what this one's writer saw is no longer known.
        let is_unseen = |there: &Annotation, edited: &Annotation| {
            !there.note.is_empty() && there.note != note && (edited.id != id || edited.note != there.note)
        };
        let unseen = self.notebook.get(id).zip(self.edited.as_ref());
        let unseen = unseen.filter(|(there, edited)| is_unseen(there, edited));
        let unseen = unseen.map(|(there, _)| Annotation::clone(there));
        self.change_annotation(id, now, |annotation| {
            let bare = note.trim().is_empty();
            annotation.motivation = if bare { Motivation::Highlighting } else { Motivation::Commenting };
            annotation.note = note;
        });
        let kept = self.notebook.keep_versions(unseen);
        self.post(kept);
        if self.editing.as_deref() == Some(id) {
            self.edit(None);
        }
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

    pub(super) fn change_annotation(
        &mut self,
        id: &str,
        now: Timestamp,
        change: impl FnOnce(&mut Annotation),
    ) {
        let Some(before) = self.notebook.get(id) else { return };
        let mut after = Annotation::clone(before);
        change(&mut after);
        if after != **before {
            after.modified = now;
            self.commit(Change::Put(vec![after]));
        }
    }

    pub(super) fn commit(&mut self, change: Change) {
        self.message = None;
        let writes = self.notebook.apply(change);
        self.post(writes);
    }

    pub(super) fn post(&mut self, writes: Vec<Write>) {
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
