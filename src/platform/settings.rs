//! The reader's settings, in the browser's local storage. Losing them costs a click or two, so failures
//! to keep them are passed over.

use super::{json, local};
use gloo::utils::document;
use gloss_app::Settings;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

const KEY: &str = "gloss.settings";

/// The settings kept, or the first ones.
pub(crate) fn load() -> Settings {
    local::get(KEY).and_then(|kept| json::read(&kept)).unwrap_or_default()
}

/// Keeps the settings.
pub(crate) fn keep(settings: &Settings) {
    if let Ok(json) = serde_json::to_string(settings) {
        local::set(KEY, &json);
    }
}

/// Tells the style sheets what was chosen: on the root element, `data-theme`, `data-face`, `data-leading`,
/// `data-measure`, and the size of the article's letters as the factor `--enlarged`.
pub(crate) fn show(settings: Settings) {
    let Some(root) = document().document_element() else { return };
    for (name, value) in [
        ("data-theme", settings.theme.name()),
        ("data-face", settings.face.name()),
        ("data-leading", settings.leading.name()),
        ("data-measure", settings.measure.name()),
    ] {
        let _ = root.set_attribute(name, value);
    }
    let factor = format!("{}.{:02}", settings.size / 100, settings.size % 100);
    let _ = root.unchecked_into::<HtmlElement>().style().set_property("--enlarged", &factor);
}
