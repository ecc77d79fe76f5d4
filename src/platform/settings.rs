//! The reader's settings, in the browser's local storage. Losing them costs a click or two, so failures
//! to keep them are passed over.

use super::local;
use crate::core::app::Settings;

const KEY: &str = "gloss.settings";

/// The settings kept, or the first ones.
pub fn load() -> Settings {
    local::get(KEY).and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default()
}

/// Keeps the settings.
pub fn keep(settings: &Settings) {
    if let Ok(json) = serde_json::to_string(settings) {
        local::set(KEY, &json);
    }
}
