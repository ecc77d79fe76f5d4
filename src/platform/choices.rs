//! Lists of choices.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::KeyboardEvent;

/// Lets an arrow key open a closed list, in which arrows then only move. A browser would otherwise choose the next entry at
/// once, which in a list that acts on what is chosen is more than a reader who looks around has meant.
pub fn open_by_arrow(event: &KeyboardEvent) {
    if !matches!(event.key().as_str(), "ArrowDown" | "ArrowUp") {
        return;
    }
    let Some(list) = event.target() else { return };
    // Not every browser has it, nor web-sys.
    let show = js_sys::Reflect::get(&list, &JsValue::from_str("showPicker"));
    if let Some(show) = show.ok().and_then(|show| show.dyn_into::<js_sys::Function>().ok()) {
        event.prevent_default();
        let _ = show.call0(&list);
    }
}
