//! A folder of the reader's own as a second home: each browser that shares it writes one file there, and reads those of the
//! others.
//!
//! No file has two writers, so that whatever carries the folder from machine to machine has nothing to merge. A file has
//! all that its browser keeps, and of each annotation the times of all states that the browser has known. By these, and
//! by no clock, one sees whether a change elsewhere was made knowing what is here: if so it takes its place, if not both
//! survive, as between two tabs.

use super::{Annotation, AnnotationId, KeptArticle, Write, history::order};
use gloss_text::{Description, Timestamp};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

#[cfg(test)]
mod tests;

/// The form of the files, which a later one may change.
const FORM: u32 = 1;

/// The records of a store, in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Records {
    /// The annotations.
    pub annotations: Vec<Rc<Annotation>>,
    /// Other versions of them.
    pub versions: Vec<Rc<Annotation>>,
    /// What the reader states about articles.
    pub facts: Vec<Rc<Description>>,
    /// Articles, and that some were removed.
    pub articles: Vec<Rc<KeptArticle>>,
}

/// What one browser has written into the folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FolderFile {
    form: u32,
    records: Records,
    /// Of each annotation, the times of the states that this browser has known.
    known: BTreeMap<AnnotationId, BTreeSet<Timestamp>>,
    /// The annotations that were deleted.
    deleted: BTreeSet<AnnotationId>,
    /// The versions that were removed, by their annotation and time.
    forgotten: BTreeSet<(AnnotationId, Timestamp)>,
}

/// Why a file of the folder cannot be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderFailure {
    /// It is not whole, or no such file.
    Unreadable,
    /// It was written by a later version of Gloss.
    Newer,
}

/// What comes of reading the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// What brings the store up to the folder, in this order.
    pub writes: Vec<Write>,
    /// What this browser's own file is to have.
    pub file: FolderFile,
}

impl FolderFile {
    /// Reads a file.
    pub fn parse(json: &str) -> Result<Self, FolderFailure> {
        #[derive(Deserialize)]
        struct Form {
            form: u32,
        }
        let form: Form = serde_json::from_str(json).map_err(|_| FolderFailure::Unreadable)?;
        if form.form > FORM {
            return Err(FolderFailure::Newer);
        }
        serde_json::from_str(json).map_err(|_| FolderFailure::Unreadable)
    }

    /// The file as text.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Merges what the store of this browser has with the files of `others`. `own` is the file that this browser wrote
    /// last: what that has and the store has not was deleted here since. A store that has nothing at all was cleared,
    /// and gets everything back.
    pub fn merge(own: Option<Self>, store: Records, others: &[Self]) -> Round {
        let mut own = own.unwrap_or_default();
        let was_cleared = store == Records::default();
        let before = std::mem::take(&mut own.records);
        let back = was_cleared.then(|| Self { records: before.clone(), ..own.clone() });
        let mut merge = Merge { own, here: Here::new(store), writes: Vec::new() };
        if !was_cleared {
            merge.notice_removals(&before);
        }
        for annotation in merge.here.annotations.values() {
            know(&mut merge.own, annotation);
        }
        for theirs in back.iter().chain(others) {
            merge.take(theirs);
        }
        merge.own.form = FORM;
        merge.own.records = merge.here.into_records();
        Round { writes: merge.writes, file: merge.own }
    }
}

/// The records of the store by what they are found by.
struct Here {
    annotations: BTreeMap<AnnotationId, Rc<Annotation>>,
    versions: BTreeMap<(AnnotationId, Timestamp), Rc<Annotation>>,
    facts: BTreeMap<String, Rc<Description>>,
    articles: BTreeMap<String, Rc<KeptArticle>>,
}

impl Here {
    fn new(records: Records) -> Self {
        Self {
            annotations: records.annotations.into_iter().map(|one| (one.id.clone(), one)).collect(),
            versions: records.versions.into_iter().map(|one| (state(&one), one)).collect(),
            facts: records.facts.into_iter().map(|one| (one.id.to_string(), one)).collect(),
            articles: records.articles.into_iter().map(|one| (one.id.to_string(), one)).collect(),
        }
    }

    fn into_records(self) -> Records {
        Records {
            annotations: self.annotations.into_values().collect(),
            versions: self.versions.into_values().collect(),
            facts: self.facts.into_values().collect(),
            articles: self.articles.into_values().collect(),
        }
    }
}

/// What a state of an annotation is known by.
fn state(annotation: &Annotation) -> (AnnotationId, Timestamp) {
    (annotation.id.clone(), annotation.modified)
}

struct Merge {
    own: FolderFile,
    here: Here,
    writes: Vec<Write>,
}

impl Merge {
    fn notice_removals(&mut self, before: &Records) {
        let gone = before.annotations.iter().filter(|one| !self.here.annotations.contains_key(&one.id));
        self.own.deleted.extend(gone.map(|one| one.id.clone()));
        let gone = before.versions.iter().map(|one| state(one));
        self.own.forgotten.extend(gone.filter(|state| !self.here.versions.contains_key(state)));
        // What has come back by undo is not deleted any more.
        self.own.deleted.retain(|id| !self.here.annotations.contains_key(id));
    }

    fn take(&mut self, theirs: &FolderFile) {
        for id in &theirs.deleted {
            self.take_deletion(id, theirs);
        }
        for annotation in &theirs.records.annotations {
            self.take_annotation(annotation, theirs);
        }
        for (id, times) in &theirs.known {
            self.own.known.entry(id.clone()).or_default().extend(times);
        }
        for removed in &theirs.forgotten {
            if let Some(version) = self.here.versions.remove(removed) {
                self.writes.push(Write::Forget { version });
            }
            self.own.forgotten.insert(removed.clone());
        }
        for version in &theirs.records.versions {
            self.keep(version);
        }
        for theirs in &theirs.records.facts {
            let ours = self.here.facts.get(theirs.id.as_str());
            if ours.is_none_or(|ours| ours.modified < theirs.modified) {
                self.here.facts.insert(theirs.id.to_string(), Rc::clone(theirs));
                self.writes.push(Write::Describe { description: Rc::clone(theirs) });
            }
        }
        for theirs in &theirs.records.articles {
            let ours = self.here.articles.get(theirs.id.as_str());
            if ours.is_none_or(|ours| ours.modified < theirs.modified) {
                self.here.articles.insert(theirs.id.to_string(), Rc::clone(theirs));
                self.writes.push(Write::Article { article: Rc::clone(theirs) });
            }
        }
    }

    /// Work goes before its removal: what they did not know when they deleted it stays.
    fn take_deletion(&mut self, id: &AnnotationId, theirs: &FolderFile) {
        match self.here.annotations.get(id).cloned() {
            Some(ours) if theirs.knows(&ours) => {
                self.here.annotations.remove(id);
                self.own.deleted.insert(id.clone());
                self.writes.push(Write::Delete { replaces: ours });
            }
            Some(_) => {}
            None => {
                self.own.deleted.insert(id.clone());
            }
        }
    }

    fn take_annotation(&mut self, annotation: &Rc<Annotation>, theirs: &FolderFile) {
        match self.here.annotations.get(&annotation.id).cloned() {
            None if self.own.knows(annotation) && self.own.deleted.contains(&annotation.id) => {}
            None => self.put(annotation, None),
            Some(ours) if ours == *annotation => {}
            Some(ours) if order(annotation, &ours).is_gt() => {
                let known = theirs.knows(&ours) && ours.modified != annotation.modified;
                if !known {
                    self.keep(&ours);
                }
                self.put(annotation, Some(ours));
            }
            Some(_) if self.own.knows(annotation) => {}
            Some(_) => self.keep(annotation),
        }
        know(&mut self.own, annotation);
    }

    fn put(&mut self, annotation: &Rc<Annotation>, replaces: Option<Rc<Annotation>>) {
        self.here.annotations.insert(annotation.id.clone(), Rc::clone(annotation));
        self.own.deleted.remove(&annotation.id);
        self.writes.push(Write::Put { annotation: Rc::clone(annotation), replaces });
    }

    fn keep(&mut self, version: &Rc<Annotation>) {
        let state = state(version);
        if !self.own.forgotten.contains(&state) && !self.here.versions.contains_key(&state) {
            self.here.versions.insert(state, Rc::clone(version));
            self.writes.push(Write::Keep { version: Rc::clone(version) });
        }
    }
}

impl FolderFile {
    fn knows(&self, annotation: &Annotation) -> bool {
        self.known.get(&annotation.id).is_some_and(|times| times.contains(&annotation.modified))
    }
}

fn know(file: &mut FolderFile, annotation: &Annotation) {
    file.known.entry(annotation.id.clone()).or_default().insert(annotation.modified);
}
