//! The reader's settings, in the browser's local storage. Losing them costs a click or two, so failures
//! to keep them are passed over.

use crate::core::app::Settings;
use gloo::storage::{LocalStorage, Storage};

const KEY: &str = "gloss.settings";

/// The settings kept, or the first ones.
pub fn load() -> Settings {
    LocalStorage::get(KEY).unwrap_or_default()
}

/// Keeps the settings.
pub fn keep(settings: &Settings) {
    let _ = LocalStorage::set(KEY, settings);
}
