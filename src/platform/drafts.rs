//! Notes being written, apart from those that are saved, so that a reload or a crash loses no words. A browser
//! that refuses costs only the draft's safety.

use super::{local, with_attribute};
use gloo::utils::document;
use gloss_notes::AnnotationId;

const PREFIX: &str = "gloss.draft.";

fn key(annotation: &str) -> String {
    format!("{PREFIX}{annotation}")
}

/// The draft of an annotation's note, if there is one.
pub(crate) fn load(annotation: &str) -> Option<String> {
    local::get(&key(annotation))
}

/// Keeps a draft.
pub(crate) fn keep(annotation: &str, note: &str) {
    local::set(&key(annotation), note);
}

/// Forgets a draft that was saved or dropped.
pub(crate) fn forget(annotation: &str) {
    local::remove(&key(annotation));
}

/// Forgets a draft that was saved while its editor went, if its note is still on the page. One whose note was deleted at
/// the same time is kept, in case the note comes back.
pub(crate) fn forget_shown(annotation: &str) {
    let card = format!(".card{}", with_attribute("data-annotation", annotation));
    if document().query_selector(&card).is_ok_and(|card| card.is_some()) {
        forget(annotation);
    }
}

/// The annotations that have drafts.
pub(crate) fn all() -> Vec<AnnotationId> {
    local::keys().into_iter().filter_map(|key| AnnotationId::new(key.strip_prefix(PREFIX)?)).collect()
}
