//! Highlights that pass: ranges drawn by the browser over the text, without an element (CSS Custom Highlight
//! API). Where it is missing nothing is drawn, and whoever draws is told.

use gloo::utils::window;
use js_sys::{Array, Function, Map, Reflect, Set};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Range;

/// Draws `ranges` as the style sheet has it for `::highlight(name)`, in the place of what was drawn under that
/// name; false where the browser cannot.
pub(crate) fn draw(name: &str, ranges: &[Range]) -> bool {
    let drawn = || {
        let constructor = Reflect::get(&window(), &"Highlight".into()).ok()?.dyn_into::<Function>().ok()?;
        let highlight = Reflect::construct(&constructor, &Array::new()).ok()?;
        // A highlight is a set of ranges, and the registry a map of highlights by their names.
        for range in ranges {
            highlight.unchecked_ref::<Set>().add(range);
        }
        registry()?.set(&name.into(), &highlight);
        Some(())
    };
    drawn().is_some()
}

/// Takes away what is drawn under `name`.
pub(crate) fn clear(name: &str) {
    if let Some(registry) = registry() {
        registry.delete(&name.into());
    }
}

fn registry() -> Option<Map> {
    let css = Reflect::get(&window(), &"CSS".into()).ok()?;
    let registry: JsValue = Reflect::get(&css, &"highlights".into()).ok()?;
    registry.is_object().then(|| registry.unchecked_into())
}
