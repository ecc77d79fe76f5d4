use super::{Annotation, AnnotationId};
use gloss_text::Description;
use serde::{Deserialize, Serialize};
use std::{cmp::Ordering, collections::BTreeMap, rc::Rc};

/// All annotations of a reader, with the history of this session.
///
/// Every operation returns the [`Write`]s that bring the stored records up to date. The same writes, sent to
/// another tab and given to [`Notebook::merge`] there, bring that tab up to date. If two tabs change one annotation
/// without knowing of each other, both changes survive: the later one is shown, the other becomes a version.
///
/// Invariant: the time of a change is later than that of what it replaces, even if the clock goes backwards. So
/// every tab shows the latest of all that was written, in whatever order it receives it (each annotation is a
/// last-writer-wins register), and only what was replaced unseen has to be kept.
///
/// A clone shares everything with its original until one of them changes, and then costs one pointer for each
/// annotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notebook {
    contents: Rc<Contents>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Contents {
    /// Sorted by id.
    annotations: Vec<Rc<Annotation>>,
    /// What was deleted in this session, in this tab or another, in its last state.
    deleted: BTreeMap<AnnotationId, Rc<Annotation>>,
    /// Sorted by id and time.
    versions: Vec<Rc<Annotation>>,
    done: Vec<Rc<Step>>,
    undone: Vec<Rc<Step>>,
}

/// What a reader does in one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Adds annotations, or replaces those with the same ids.
    Put(Vec<Annotation>),
    /// Removes annotations. Unknown ids are ignored.
    Delete(Vec<AnnotationId>),
}

/// A change that was made: one step of undo and redo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    edits: Vec<Edit>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Edit {
    before: Option<Rc<Annotation>>,
    after: Option<Rc<Annotation>>,
}

/// What has to be stored and sent to other tabs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Write {
    /// Stores a record under its id.
    Put {
        /// The record.
        annotation: Rc<Annotation>,
        /// The record that was known under this id before.
        replaces: Option<Rc<Annotation>>,
    },
    /// Removes a record.
    Delete {
        /// The record that was known under this id before.
        replaces: Rc<Annotation>,
    },
    /// Stores a version under its id and the time of its last change, beside the record itself.
    Keep {
        /// The version.
        version: Rc<Annotation>,
    },
    /// Stores what the reader states about an article. The notebook ignores it; it is stored and sent like the
    /// others.
    Describe {
        /// The record.
        description: Rc<Description>,
    },
}

impl Step {
    /// Returns how many annotations the step added, edited and deleted.
    pub fn counts(&self) -> (usize, usize, usize) {
        self.edits.iter().fold((0, 0, 0), |(added, edited, deleted), edit| {
            match (&edit.before, &edit.after) {
                (None, _) => (added + 1, edited, deleted),
                (_, None) => (added, edited, deleted + 1),
                _ => (added, edited + 1, deleted),
            }
        })
    }

    fn reversed(&self) -> Self {
        let reverse = |edit: &Edit| Edit { before: edit.after.clone(), after: edit.before.clone() };
        Self { edits: self.edits.iter().rev().map(reverse).collect() }
    }
}

impl Edit {
    fn id(&self) -> Option<&str> {
        self.after.as_ref().or(self.before.as_ref()).map(|annotation| annotation.id.as_str())
    }
}

impl Notebook {
    /// Makes a notebook of stored records, in any order.
    pub fn new(
        annotations: impl IntoIterator<Item = Annotation>,
        versions: impl IntoIterator<Item = Annotation>,
    ) -> Self {
        let mut notebook = Self::default();
        let mut annotations: Vec<_> = annotations.into_iter().map(Rc::new).collect();
        annotations.sort_by(|a, b| (&a.id, a.modified).cmp(&(&b.id, b.modified)));
        annotations.dedup_by(|later, kept| {
            let same = later.id == kept.id;
            if same {
                std::mem::swap(later, kept);
            }
            same
        });
        notebook.edit().annotations = annotations;
        notebook.keep_versions(versions);
        notebook
    }

    /// Returns all annotations, sorted by id, so that those made here come in the order of making.
    pub fn annotations(&self) -> impl ExactSizeIterator<Item = &Rc<Annotation>> {
        self.contents.annotations.iter()
    }

    /// Returns the annotation with the id `id`.
    pub fn get(&self, id: &str) -> Option<&Rc<Annotation>> {
        self.place(id).ok().and_then(|at| self.contents.annotations.get(at))
    }

    /// Returns the versions of the annotation `id` that were replaced by a change in another tab, the oldest first.
    pub fn versions(&self, id: &str) -> impl Iterator<Item = &Rc<Annotation>> {
        self.contents.versions.iter().filter(move |version| version.id.as_str() == id)
    }

    /// Returns the versions of all annotations.
    pub fn all_versions(&self) -> impl ExactSizeIterator<Item = &Rc<Annotation>> {
        self.contents.versions.iter()
    }

    /// Returns the step that [`Notebook::undo`] would take back.
    pub fn next_undo(&self) -> Option<&Step> {
        self.contents.done.last().map(AsRef::as_ref)
    }

    /// Returns the step that [`Notebook::redo`] would make again.
    pub fn next_redo(&self) -> Option<&Step> {
        self.contents.undone.last().map(AsRef::as_ref)
    }

    /// Makes a change as one step of undo. A change without effect is not a step.
    pub fn apply(&mut self, change: Change) -> Vec<Write> {
        let after: Vec<(AnnotationId, Option<Rc<Annotation>>)> = match change {
            Change::Put(annotations) => annotations
                .into_iter()
                .map(|annotation| (annotation.id.clone(), Some(Rc::new(annotation))))
                .collect(),
            Change::Delete(ids) => ids.into_iter().map(|id| (id, None)).collect(),
        };
        let (mut edits, mut writes) = (Vec::new(), Vec::new());
        for (id, after) in after {
            let before = self.get(&id).cloned();
            if !same(before.as_ref(), after.as_ref()) {
                writes.extend(self.replace(&id, after.clone()));
                edits.push(Edit { before, after });
            }
        }
        if !edits.is_empty() {
            self.edit().done.push(Rc::new(Step { edits }));
            self.edit().undone.clear();
        }
        writes
    }

    /// Takes the last step back. Returns `None` if there is none. What was changed in another tab since then stays
    /// as it is, and the state that would have come back becomes a version of it: a [`Write::Keep`] in what is
    /// returned.
    pub fn undo(&mut self) -> Option<Vec<Write>> {
        let step = self.edit().done.pop()?;
        let (made, writes) = self.make(step.reversed());
        self.edit().undone.extend(made.map(|made| Rc::new(made.reversed())));
        Some(writes)
    }

    /// Makes the step again that was taken back last. Changes of other tabs are treated as in [`Notebook::undo`].
    pub fn redo(&mut self) -> Option<Vec<Write>> {
        let step = self.edit().undone.pop()?;
        let (made, writes) = self.make(Step { edits: step.edits.clone() });
        self.edit().done.extend(made.map(Rc::new));
        Some(writes)
    }

    /// Takes in what another tab has written, and returns what has to be stored and sent in addition. This is not a
    /// step of undo: a change can be undone only where it was made.
    pub fn merge(&mut self, incoming: &[Write]) -> Vec<Write> {
        let mut writes = Vec::new();
        for write in incoming {
            match write {
                Write::Put { annotation: theirs, replaces } => {
                    let Some(ours) = self.get(&theirs.id).cloned() else {
                        let deleted = self
                            .contents
                            .deleted
                            .get(&theirs.id)
                            .is_some_and(|gone| order(gone, theirs).is_ge());
                        if !deleted {
                            self.set(&theirs.id, Some(theirs.clone()));
                        }
                        continue;
                    };
                    if order(theirs, &ours).is_gt() {
                        self.set(&theirs.id, Some(theirs.clone()));
                        if !same(replaces.as_ref(), Some(&ours)) {
                            writes.extend(self.keep(&ours));
                        }
                    } else if ours != *theirs {
                        writes.extend(self.keep(theirs));
                        writes.push(Write::Put { annotation: ours, replaces: Some(theirs.clone()) });
                    }
                }
                Write::Delete { replaces } => match self.get(&replaces.id).cloned() {
                    // It was edited here in the meantime, and an edit is worth more than its removal.
                    Some(ours) if order(&ours, replaces).is_gt() => {
                        writes.push(Write::Put { annotation: ours, replaces: Some(replaces.clone()) });
                    }
                    _ => {
                        self.set(&replaces.id, None);
                        self.bury(replaces);
                    }
                },
                Write::Keep { version } => {
                    self.keep(version);
                }
                Write::Describe { .. } => {}
            }
        }
        writes
    }

    /// Takes in versions from elsewhere, such as those of a backup.
    pub fn keep_versions(&mut self, versions: impl IntoIterator<Item = Annotation>) -> Vec<Write> {
        versions.into_iter().filter_map(|version| self.keep(&Rc::new(version))).collect()
    }

    /// Makes the edits of a step that find the state they expect.
    fn make(&mut self, step: Step) -> (Option<Step>, Vec<Write>) {
        let mut writes = Vec::new();
        let mut made = Vec::new();
        for edit in step.edits {
            let Some(id) = edit.id() else { continue };
            if same(self.get(id), edit.before.as_ref()) {
                writes.extend(self.replace(id, edit.after.clone()));
                made.push(edit);
            } else if let Some(after) = edit.after {
                writes.extend(self.keep(&after));
            }
        }
        ((!made.is_empty()).then_some(Step { edits: made }), writes)
    }

    /// Replaces the annotation `id` by `after`, with a time later than that of what it replaces.
    fn replace(&mut self, id: &str, after: Option<Rc<Annotation>>) -> Option<Write> {
        let before = self.get(id).cloned();
        let last = before.as_ref().or_else(|| self.contents.deleted.get(id)).map(|last| last.modified);
        let Some(mut annotation) = after else {
            let replaces = before?;
            self.set(id, None);
            self.bury(&replaces);
            return Some(Write::Delete { replaces });
        };
        if let Some(last) = last.filter(|last| annotation.modified <= *last) {
            Rc::make_mut(&mut annotation).modified = last.saturating_add(1);
        }
        self.set(id, Some(annotation.clone()));
        Some(Write::Put { annotation, replaces: before })
    }

    fn bury(&mut self, annotation: &Rc<Annotation>) {
        let later =
            self.contents.deleted.get(&annotation.id).is_some_and(|gone| order(gone, annotation).is_ge());
        if !later {
            self.edit().deleted.insert(annotation.id.clone(), annotation.clone());
        }
    }

    fn edit(&mut self) -> &mut Contents {
        Rc::make_mut(&mut self.contents)
    }

    fn place(&self, id: &str) -> Result<usize, usize> {
        self.contents.annotations.binary_search_by(|annotation| annotation.id.as_str().cmp(id))
    }

    fn set(&mut self, id: &str, annotation: Option<Rc<Annotation>>) {
        let place = self.place(id);
        let annotations = &mut self.edit().annotations;
        match (place, annotation) {
            (Ok(at), Some(annotation)) => annotations[at] = annotation,
            (Err(at), Some(annotation)) => annotations.insert(at, annotation),
            (Ok(at), None) => {
                annotations.remove(at);
            }
            (Err(_), None) => {}
        }
    }

    /// Keeps a version, unless it equals the annotation itself or a version that is kept already.
    fn keep(&mut self, version: &Rc<Annotation>) -> Option<Write> {
        let is_it = |other: &Rc<Annotation>| same(Some(other), Some(version));
        if self.get(&version.id).is_some_and(is_it) || self.versions(&version.id).any(is_it) {
            return None;
        }
        let before =
            |other: &Rc<Annotation>| other.id.cmp(&version.id).then_with(|| order(other, version)).is_lt();
        let at = self.contents.versions.partition_point(before);
        self.edit().versions.insert(at, version.clone());
        Some(Write::Keep { version: version.clone() })
    }
}

/// Orders two states by time, in the same way in every tab: within one millisecond the contents decide.
fn order(a: &Annotation, b: &Annotation) -> Ordering {
    a.modified.cmp(&b.modified).then_with(|| format!("{a:?}").cmp(&format!("{b:?}")))
}

/// Returns whether two states are equal but for the time of their last change.
fn same(a: Option<&Rc<Annotation>>, b: Option<&Rc<Annotation>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => {
            Rc::ptr_eq(a, b) || **a == Annotation { modified: a.modified, ..Annotation::clone(b) }
        }
        (a, b) => a.is_none() && b.is_none(),
    }
}

#[cfg(test)]
mod tests;
