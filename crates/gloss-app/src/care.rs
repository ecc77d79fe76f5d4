//! What a reader does for annotations that are there already: their tags, their places, their versions.

use super::{Message, Passage, State};
use gloss_notes::{Annotation, AnnotationId, Change, Notebook, Target, Timestamp};

/// A backup older than this is called old, in milliseconds: a month.
const OLD: Timestamp = 30 * 24 * 60 * 60 * 1000;

impl State {
    /// Whether there has been something to lose for more than a month since the last backup, if any.
    pub fn backup_is_due(&self, now: Timestamp) -> bool {
        let first = self.notebook.annotations().map(|annotation| annotation.created).min();
        let since = first.map(|first| self.settings.backed_up.unwrap_or(first));
        since.is_some_and(|since| now.saturating_sub(since) > OLD)
    }

    /// Gives the annotation these tags: what is empty or repeated falls away.
    pub(super) fn tag(&mut self, id: &str, tags: &[String], now: Timestamp) {
        let mut kept: Vec<String> = Vec::new();
        for tag in tags.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty()) {
            if !kept.iter().any(|other| other == tag) {
                kept.push(tag.to_owned());
            }
        }
        self.change_annotation(id, now, |annotation| annotation.tags = kept);
    }

    /// Puts one target of the annotation on a passage that the reader has pointed out.
    pub(super) fn reattach(&mut self, id: &AnnotationId, number: usize, passage: &Passage, now: Timestamp) {
        let Some(article) = self.article(&passage.article).and_then(|entry| entry.article.ready()) else {
            return;
        };
        let target = Target::describe(article, passage.span);
        self.change_annotation(id, now, |annotation| {
            if let Some(old) = annotation.targets.get_mut(number) {
                *old = target;
            }
        });
        self.passage = None;
        self.focused = Some(id.clone());
        self.message = Some(Message::Reattached);
    }

    /// Shows another version of an annotation in its place. What it replaces becomes a version.
    pub(super) fn use_version(&mut self, version: Annotation, now: Timestamp) {
        let Some(before) = self.notebook.get(&version.id) else { return };
        let before = Annotation::clone(before);
        self.commit(Change::Put(vec![Annotation { modified: now, ..version }]));
        let kept = self.notebook.keep_versions([before]);
        self.post(kept);
    }
}

/// The other versions of an annotation, without those that say the same as it does.
pub fn other_versions(notebook: &Notebook, id: &str) -> Vec<Annotation> {
    let Some(shown) = notebook.get(id) else { return Vec::new() };
    let differs =
        |version: &Annotation| Annotation { modified: shown.modified, ..version.clone() } != **shown;
    notebook.versions(id).map(|version| Annotation::clone(version)).filter(differs).collect()
}
