//! What a reader does to annotations that are there already: their notes, their tags, their versions.

use super::{Message, Pane, State};
use gloss_notes::{
    Annotation, AnnotationId, Change, Colour, Deed, History, Motivation, Timestamp, Write, distinct_tags,
    is_same_tag,
};
use std::rc::Rc;

/// A backup older than this is called old, in milliseconds: a month.
const OLD: Timestamp = 30 * 24 * 60 * 60 * 1000;

/// What can be done to several annotations at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Deletes them.
    Delete,
    /// Gives them this colour.
    Paint(Colour),
    /// Gives them this tag, where they do not have it.
    Tag(String),
    /// Where they have the first tag, gives them the second in its place, or none if that is empty.
    Retag(String, String),
}

impl State {
    /// Whether there has been something to lose for more than a month since the last backup, if any.
    pub fn backup_is_due(&self, now: Timestamp) -> bool {
        let first = self.history.own().map(|annotation| annotation.created).min();
        let since = first.map(|first| self.settings.backed_up.unwrap_or(first));
        since.is_some_and(|since| now.saturating_sub(since) > OLD)
    }

    /// Gives the annotation these tags; empty and repeated ones are left out.
    pub(super) fn tag(&mut self, id: &str, tags: &[String], now: Timestamp) {
        let kept = distinct_tags(tags.iter().map(String::as_str));
        self.change_annotation(id, now, Deed::Tagged, |annotation| annotation.tags = kept);
    }

    /// Shows another version of an annotation in its place. What it replaces becomes a version.
    pub(super) fn use_version(&mut self, version: Annotation, now: Timestamp) {
        let Some(before) = self.history.get(&version.id) else { return };
        let before = Annotation::clone(before);
        self.commit(Deed::TookVersion, Change::Put(vec![Annotation { modified: now, ..version }]));
        let kept = self.history.keep_versions([before]);
        self.post(kept);
    }

    /// Changes all of these annotations as one step; ids that are not there are passed over.
    pub(super) fn change_all(&mut self, ids: &[AnnotationId], edit: &Edit, now: Timestamp) {
        let there: Vec<Rc<Annotation>> = ids.iter().filter_map(|id| self.history.get(id)).cloned().collect();
        let change = |deed, change: &dyn Fn(&mut Annotation)| {
            let changed: Vec<Annotation> = there
                .iter()
                .filter_map(|before| {
                    let mut after = Annotation::clone(before);
                    change(&mut after);
                    (after != **before).then_some(Annotation { modified: now, ..after })
                })
                .collect();
            (deed, changed.len(), Change::Put(changed))
        };
        let (deed, count, change) = match edit {
            Edit::Delete => {
                let ids: Vec<AnnotationId> = there.iter().map(|annotation| annotation.id.clone()).collect();
                (Deed::Deleted, ids.len(), Change::Delete(ids))
            }
            Edit::Paint(colour) => change(Deed::Coloured, &|annotation| annotation.colour = *colour),
            Edit::Tag(tag) => change(Deed::Tagged, &|annotation| {
                let tags = annotation.tags.iter().chain([tag]);
                annotation.tags = distinct_tags(tags.map(String::as_str));
            }),
            Edit::Retag(old, new) => change(Deed::Tagged, &|annotation| {
                if annotation.tags.iter().any(|tag| is_same_tag(tag, old)) {
                    let renamed = |tag| if is_same_tag(tag, old) { new.as_str() } else { tag };
                    annotation.tags = distinct_tags(annotation.tags.iter().map(|tag| renamed(tag)));
                }
            }),
        };
        if count > 0 {
            let deed = deed.of(count);
            self.commit(deed.clone(), change);
            self.message = Some(Message::Done(deed));
        }
    }

    /// Gives a tag another name on all annotations as one step, or takes it away for an empty name. The notebook goes on
    /// showing those that have it.
    pub(super) fn rename_tag(&mut self, old: String, new: &str, now: Timestamp) {
        let new = new.trim().to_owned();
        if self.note_filter.tag.as_ref().is_some_and(|shown| is_same_tag(shown, &old)) {
            self.note_filter.tag = Some(new.clone()).filter(|new| !new.is_empty());
        }
        let all: Vec<AnnotationId> =
            self.history.annotations().map(|annotation| annotation.id.clone()).collect();
        self.change_all(&all, &Edit::Retag(old, new), now);
    }

    /// The writes without those that delete an annotation whose note is being written here: it stays, as a later change
    /// would make it, and the other tabs are told.
    pub(super) fn keep_what_is_written(&mut self, writes: Vec<Write>) -> Vec<Write> {
        let editing: Vec<AnnotationId> =
            self.readings.iter().filter_map(|reading| reading.editing.clone()).collect();
        let deletes =
            |write: &Write| matches!(write, Write::Delete { replaces } if editing.contains(&replaces.id));
        let (refused, writes): (Vec<Write>, Vec<Write>) = writes.into_iter().partition(deletes);
        for write in refused {
            let Write::Delete { replaces } = write else { continue };
            let Some(ours) = self.history.get(&replaces.id).cloned() else { continue };
            let modified = ours.modified.max(replaces.modified) + 1;
            let annotation = Rc::new(Annotation { modified, ..Annotation::clone(&ours) });
            let put = |replaces| Write::Put { annotation: annotation.clone(), replaces };
            self.history.merge(&[put(Some(ours))]);
            self.post(vec![put(Some(replaces))]);
        }
        writes
    }

    /// Gives an annotation its note. A note that another tab gave it while this one was being written has not
    /// been seen by the writer, so it becomes a version.
    pub(super) fn write_note(&mut self, id: &AnnotationId, note: String, now: Timestamp) {
        let edited = self.readings.iter().find_map(|reading| reading.edited.as_ref());
        // Where another note's editor has been opened meanwhile, what this one's writer saw is no longer known.
        let is_unseen = |there: &Annotation, edited: &Annotation| {
            !there.note.is_empty() && there.note != note && (edited.id != *id || edited.note != there.note)
        };
        let unseen = self.history.get(id).zip(edited);
        let unseen = unseen.filter(|(there, edited)| is_unseen(there, edited));
        let unseen = unseen.map(|(there, _)| Annotation::clone(there));
        self.change_annotation(id, now, Deed::Noted, |annotation| {
            let bare = note.trim().is_empty();
            annotation.motivation = if bare { Motivation::Highlighting } else { Motivation::Commenting };
            annotation.note = note;
        });
        let kept = self.history.keep_versions(unseen);
        self.post(kept);
        for pane in (0..self.readings.len()).map(Pane) {
            if self.reading(pane).editing.as_ref() == Some(id) {
                self.edit(pane, None);
            }
        }
    }

    pub(super) fn change_annotation(
        &mut self,
        id: &str,
        now: Timestamp,
        deed: Deed,
        change: impl FnOnce(&mut Annotation),
    ) {
        let Some(before) = self.history.get(id) else { return };
        let mut after = Annotation::clone(before);
        change(&mut after);
        if after != **before {
            after.modified = now;
            self.commit(deed, Change::Put(vec![after]));
        }
    }

    /// Closes what shows annotations that are gone.
    pub(super) fn forget_deleted(&mut self) {
        for pane in (0..self.readings.len()).map(Pane) {
            let gone =
                |id: &Option<AnnotationId>| id.as_ref().is_some_and(|id| self.history.get(id).is_none());
            let reading = self.reading(pane);
            let (focused, editing) = (gone(&reading.focused), gone(&reading.editing));
            if focused || editing {
                self.change_reading(pane, |reading| {
                    reading.focused = reading.focused.take().filter(|_| !focused);
                    reading.editing = reading.editing.take().filter(|_| !editing);
                });
            }
        }
    }
}

/// The other versions of an annotation, without those that say the same as it does.
pub fn other_versions(history: &History, id: &str) -> Vec<Annotation> {
    let Some(shown) = history.get(id) else { return Vec::new() };
    let differs =
        |version: &Annotation| Annotation { modified: shown.modified, ..version.clone() } != **shown;
    history.versions(id).map(|version| Annotation::clone(version)).filter(differs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Act, Action, Route, Settings, StorageState, Stored};

    fn note(id: &str) -> Annotation {
        let json = format!(
            r#"{{"id":"{id}","targets":[],"motivation":"commenting","note":"Who says so?","created":1,"modified":1}}"#
        );
        serde_json::from_str(&json).unwrap()
    }

    /// The notes that are shown, and those that would be stored.
    #[track_caller]
    fn check(state: &State, shown: &[&str], stored: &[&str]) {
        let ids: Vec<&str> = state.history.annotations().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, shown);
        assert_eq!(state.unsaved().into_iter().collect::<Vec<_>>(), stored);
    }

    #[test]
    fn a_note_that_comes_with_the_site_can_be_copied_and_not_be_changed_or_lost() {
        let given = note("a").id.given();
        let put = Write::Put { annotation: note(&given).into(), replaces: None };
        let state = State::new(Route::Library, [], Settings::default()).reduce(Action::Heard(vec![put]));
        let state =
            state.reduce(Action::Opened(Stored { annotations: vec![note("b")], ..Stored::default() }));
        assert_eq!(state.storage, StorageState::Ready);
        check(&state, &["b", "given.a"], &[]);
        let both = || vec![given.clone(), note("b").id];
        let attempts = [
            Action::Delete(given.clone()),
            Action::Note(given.clone(), "Mine".into(), 5),
            Action::Paint(given.clone(), Colour::Blue, 5),
            Action::Tag(given.clone(), vec!["mine".into()], 5),
            Action::ChangeAll(vec![given.clone()], Edit::Delete, 5),
            Action::Import {
                annotations: vec![note(&given)],
                versions: Vec::new(),
                facts: Vec::new(),
                articles: Vec::new(),
            },
            Action::In(Pane(0), Act::Edit(Some(given.clone()))),
            Action::Undo,
        ];
        for attempt in attempts {
            let after = state.reduce(attempt.clone());
            check(&after, &["b", "given.a"], &[]);
            assert_eq!(after.history.get(&given), state.history.get(&given), "{attempt:?}");
            assert_eq!(after.reading(Pane(0)).editing, None, "{attempt:?}");
        }
        let emptied = state.reduce(Action::ChangeAll(both(), Edit::Delete, 5));
        check(&emptied, &["given.a"], &["b"]);
        assert_eq!(emptied.history.own().count(), 0);

        let copy = Annotation { created: 5, modified: 5, ..note("c") };
        let import = Action::Import {
            annotations: vec![copy],
            versions: Vec::new(),
            facts: Vec::new(),
            articles: Vec::new(),
        };
        let copied = state.reduce(import).reduce(Action::Note(note("c").id, "Mine".into(), 6));
        check(&copied, &["b", "c", "given.a"], &["c"]);
        assert_eq!(copied.history.get(&given).unwrap().note, "Who says so?");
    }
}
