//! Notes being written, apart from those that are saved, so that a reload or a crash loses no words. A browser
//! that refuses costs only the draft's safety.

use super::local;

const PREFIX: &str = "gloss.draft.";

fn key(annotation: &str) -> String {
    format!("{PREFIX}{annotation}")
}

/// The draft of an annotation's note, if there is one.
pub fn load(annotation: &str) -> Option<String> {
    local::get(&key(annotation))
}

/// Keeps a draft.
pub fn keep(annotation: &str, note: &str) {
    local::set(&key(annotation), note);
}

/// Forgets a draft that was saved or dropped.
pub fn forget(annotation: &str) {
    local::remove(&key(annotation));
}

/// The annotation whose draft was left unfinished, if any.
pub fn unfinished() -> Option<String> {
    local::keys().into_iter().find_map(|key| key.strip_prefix(PREFIX).map(str::to_owned))
}
