//! Notes being written, apart from those that are saved, so that a reload or a crash loses no words.

use gloo::storage::{LocalStorage, Storage};

fn key(annotation: &str) -> String {
    format!("gloss.draft.{annotation}")
}

/// The draft of an annotation's note, if there is one.
pub fn load(annotation: &str) -> Option<String> {
    LocalStorage::get(key(annotation)).ok()
}

/// Keeps a draft. A browser that refuses costs only the draft's safety, so it is passed over.
pub fn keep(annotation: &str, note: &str) {
    let _ = LocalStorage::set(key(annotation), note);
}

/// Forgets a draft that was saved or dropped.
pub fn forget(annotation: &str) {
    LocalStorage::delete(key(annotation));
}

/// The annotation whose draft was left unfinished, if any.
pub fn unfinished() -> Option<String> {
    let storage = LocalStorage::raw();
    (0..storage.length().ok()?)
        .filter_map(|at| storage.key(at).ok()?)
        .find_map(|key| key.strip_prefix("gloss.draft.").map(str::to_owned))
}
