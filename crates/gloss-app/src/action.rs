use super::{
    Act, AnalysisFailure, Edit, Load, Message, NoteFilter, Pane, Panel, Passage, Place, Reading, Route,
    Settings, Shelf, State, StorageFailure, StorageState, Stored,
};
use gloss_analysis::Analysis;
use gloss_notes::{Annotation, AnnotationId, Change, Colour, Deed, History, KeptArticle, Timestamp, Write};
use gloss_text::{Article, ArticleId, Description, Metadata};
use std::rc::Rc;

/// Everything that can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// The address changed.
    Navigated(Route),
    /// A bundled article came, or did not.
    ArticleLoaded(ArticleId, Load<Rc<Article>>),
    /// Names and quotations will not be found as they should be.
    AnalysisFailed(AnalysisFailure),
    /// The reader wants the analysis tried again.
    RetryAnalysis,
    /// An article was analysed.
    Analysed(ArticleId, Rc<Analysis>),
    /// The store was opened and holds this.
    Opened(Stored),
    /// Another tab of the same browser has written this.
    Heard(Vec<Write>),
    /// The store cannot be opened or written to.
    StorageFailed(StorageFailure),
    /// The store has confirmed the oldest `n` changes of the outbox.
    Written(usize),
    /// The reader wants storage tried again.
    RetryStorage,
    /// The settings are these from now on.
    Set(Settings),
    /// Something happened in a pane.
    In(Pane, Act),
    /// This is to happen on the article that is opened next.
    Next(Act),
    /// Opens an article in another pane beside the first, or closes that pane.
    Beside(Option<ArticleId>),
    /// Brings these articles, or versions of articles, into the library.
    Bring(Vec<KeptArticle>, Timestamp),
    /// Keeps a text that was read, as [`State::unkept`] has it.
    Keep(KeptArticle, Timestamp),
    /// Removes an article from the library; the notes on it stay.
    Remove(ArticleId, Timestamp),
    /// Gives the annotation this note.
    Note(AnnotationId, String, Timestamp),
    /// Gives the annotation this colour.
    Paint(AnnotationId, Colour, Timestamp),
    /// Gives the annotation these tags.
    Tag(AnnotationId, Vec<String>, Timestamp),
    /// Gives this tag another name on every annotation that has it, or takes it away for an empty name, as one step.
    RenameTag(String, String, Timestamp),
    /// Puts this target of the annotation, by its number, on another passage.
    Reattach(AnnotationId, usize, Passage, Timestamp),
    /// Shows this version of an annotation in its place.
    UseVersion(Annotation, Timestamp),
    /// Deletes the annotation.
    Delete(AnnotationId),
    /// Keeps this annotation, which is made elsewhere than in an article.
    Annotate(Annotation),
    /// Takes in what a file has, as one step.
    Import {
        /// Annotations that are new, or in a later state than those that are there.
        annotations: Vec<Annotation>,
        /// Other versions of annotations.
        versions: Vec<Annotation>,
        /// Facts about articles.
        facts: Vec<Description>,
        /// Articles that are not there, and versions of articles.
        articles: Vec<KeptArticle>,
    },
    /// Changes all of these annotations, as one step.
    ChangeAll(Vec<AnnotationId>, Edit, Timestamp),
    /// The reader states this about an article, and nothing else.
    Describe(ArticleId, Metadata, Timestamp),
    /// The reader has come to this place of an article.
    Reached(ArticleId, Place),
    /// Arranges the library so.
    Arrange(Shelf),
    /// Shows these annotations on the notebook page.
    Narrow(NoteFilter),
    /// Takes the last step back.
    Undo,
    /// Makes the undone step again.
    Redo,
    /// Tells the reader this.
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
            Action::Analysed(id, analysis) => next.change_entry(&id, |entry| entry.analysis = Some(analysis)),
            Action::AnalysisFailed(why) => next.analysis_failed = Some(why),
            Action::RetryAnalysis => next.analysis_failed = None,
            Action::Opened(stored) => next.open(stored),
            Action::Heard(writes) => {
                let writes = next.keep_what_is_written(writes);
                let more = next.history.merge(&writes);
                next.post(more);
            }
            Action::StorageFailed(why) => next.storage = StorageState::Failed(why),
            Action::RetryStorage => next.storage = StorageState::Opening,
            Action::Written(count) => {
                next.outbox = next.outbox.iter().skip(count).cloned().collect();
            }
            Action::Set(settings) => next.settings = settings,
            Action::In(pane, act) => next.act(pane, act),
            Action::Next(act) => next.next = Some(act),
            Action::Beside(article) => {
                let reading = |article| Rc::new(Reading { article: Some(article), ..Reading::default() });
                let first = next.readings.iter().take(1).cloned();
                next.readings = first.chain(article.map(reading)).collect();
            }
            Action::Bring(articles, now) => next.bring(articles, now),
            Action::Keep(article, now) => {
                let article = Rc::new(KeptArticle { added: now, modified: now, ..article });
                let write = vec![Write::Article { article }];
                next.history.merge(&write);
                next.post(write);
            }
            Action::Remove(id, now) => {
                next.remove(&id, now);
                next.message = Some(Message::Done(Deed::Removed(id)));
            }
            Action::Note(id, note, now) => next.write_note(&id, note, now),
            Action::Paint(id, colour, now) => {
                next.settings.colour = colour;
                next.change_annotation(&id, now, Deed::Coloured, |annotation| annotation.colour = colour);
            }
            Action::Tag(id, tags, now) => next.tag(&id, &tags, now),
            Action::RenameTag(old, new, now) => next.rename_tag(old, &new, now),
            Action::Reattach(id, number, passage, now) => next.reattach(&id, number, &passage, now),
            Action::UseVersion(version, now) => next.use_version(version, now),
            Action::Delete(id) => {
                next.commit(Deed::Deleted, Change::Delete(vec![id]));
                next.message = Some(Message::Done(Deed::Deleted));
            }
            Action::Annotate(annotation) => {
                next.commit(Deed::Noted, Change::Put(vec![annotation]));
                next.message = Some(Message::Done(Deed::Noted));
            }
            Action::Import { annotations, versions, facts, mut articles } => {
                articles.retain(|article| {
                    next.history.kept(&article.id).document.is_none() && article.document.is_some()
                });
                next.commit(Deed::Imported, Change::Import { annotations, versions, facts, articles });
                next.message = Some(Message::Done(Deed::Imported));
            }
            Action::ChangeAll(ids, edit, now) => next.change_all(&ids, &edit, now),
            Action::Describe(id, metadata, now) => {
                next.describe(id.clone(), metadata, now);
                if next.outbox != self.outbox {
                    next.message = Some(Message::Done(Deed::Described(id)));
                }
            }
            Action::Reached(id, place) => next.reach(id, place),
            Action::Arrange(order) => next.shelf = order,
            Action::Narrow(filter) => next.note_filter = filter,
            Action::Undo => {
                let undone = next.history.undo();
                next.tell(undone, Message::Undone);
            }
            Action::Redo => {
                let redone = next.history.redo();
                next.tell(redone, Message::Redone);
            }
            Action::Say(message) => next.message = Some(message),
            Action::Dismiss => next.message = None,
        }
        if next.history != self.history {
            next.follow_articles();
            next.forget_other_languages(self);
        }
        if (next.history != self.history || next.storage != self.storage)
            && next.storage != StorageState::Opening
        {
            next.forget_deleted();
        }
        next
    }

    fn navigate(&mut self, route: Route) {
        if self.reading(Pane(0)).article.as_ref() != route.article() {
            let Reading { editing, edited, panel, focused, .. } = self.reading(Pane(0)).clone();
            let article = route.article().cloned();
            let reading = Reading { article, focused, editing, edited, panel, ..Reading::default() };
            self.readings = Rc::new([Rc::new(reading)]);
            if let Some(act) = self.next.take() {
                self.act(Pane(0), act);
            }
        }
        let moved = self.route != route;
        self.change_reading(Pane(0), |reading| {
            reading.selection = None;
            if let Route::Read { note: Some(note), .. } = &route {
                reading.focused = Some(note.clone());
                reading.panel = Panel::Notes;
                reading.sheet = true;
            } else if moved {
                reading.focused = None;
            }
        });
        self.route = route;
    }

    fn open(&mut self, stored: Stored) {
        self.storage = StorageState::Ready;
        self.unreadable = stored.unreadable.into();
        let facts = stored.facts.into_iter().map(|facts| Write::Describe { description: facts.into() });
        let articles = stored.articles.into_iter().map(|article| Write::Article { article: article.into() });
        let mut news: Vec<Write> = facts.chain(articles).collect();
        if self.outbox.is_empty() && self.history == History::default() {
            self.history = History::new(stored.annotations, stored.versions);
            self.history.merge(&news);
            return;
        }
        // What was made while there was no storage stays, and comes on top of what was there.
        let unsaved = self.unsaved();
        let others = stored.annotations.into_iter().filter(|one| !unsaved.contains(&one.id.as_str()));
        news.extend(others.map(|annotation| Write::Put { annotation: annotation.into(), replaces: None }));
        let more = self.history.merge(&news);
        self.history.keep_versions(stored.versions);
        self.post(more);
    }

    /// The reader has come to this place.
    fn reach(&mut self, id: ArticleId, place: Place) {
        let place = place.after(self.places.get(&id));
        Rc::make_mut(&mut self.places).insert(id, place);
    }

    pub(super) fn commit(&mut self, deed: Deed, change: Change) {
        self.message = None;
        let writes = self.history.apply(deed, change);
        self.post(writes);
    }

    /// Posts what a step has changed, and says which it was.
    fn tell(&mut self, step: Option<(Deed, Vec<Write>)>, message: fn(Deed, Option<String>) -> Message) {
        self.message = None;
        if let Some((deed, writes)) = step {
            self.post(writes);
            self.follow_articles();
            let title = match &deed {
                Deed::Described(id) | Deed::Brought(id) | Deed::Removed(id) => {
                    Some(self.read(id).map_or_else(|| id.to_string(), |article| article.title()))
                }
                _ => None,
            };
            self.message = Some(message(deed, title));
        }
    }

    pub(super) fn post(&mut self, writes: Vec<Write>) {
        if !writes.is_empty() {
            self.outbox = self.outbox.iter().cloned().chain(writes).collect();
        }
    }
}
