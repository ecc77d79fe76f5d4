//! Highlights that pass: ranges drawn by the browser over the text, without an element (CSS Custom Highlight
//! API). Where it is missing nothing is drawn, and whoever draws is told.

use gloo::utils::window;
use js_sys::{Array, Function, Map, Reflect, Set};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Range;

use super::text_view::TextView;
use gloss_text::Span;

/// The names by which the style sheet knows all hits of a search, and the one that stands out, in each pane.
const NAMES: [[&str; 2]; 2] = [["hits", "hit"], ["hits-beside", "hit-beside"]];

impl TextView {
    /// Draws the hits of a search, all but one, and the one that stands out; false where the browser cannot.
    pub(crate) fn draw_hits(&self, others: &[Span], current: Option<Span>) -> bool {
        let [hits, hit] = self.hit_names();
        let current = current.map(|span| self.ranges(&[span])).unwrap_or_default();
        draw(hits, &self.ranges(others)) && draw(hit, &current)
    }

    /// Takes the hits of a search away.
    pub(crate) fn clear_hits(&self) {
        self.hit_names().into_iter().for_each(clear);
    }

    fn hit_names(&self) -> [&'static str; 2] {
        NAMES[self.pane.0.min(NAMES.len() - 1)]
    }
}

/// Draws `ranges` as the style sheet has it for `::highlight(name)`, in the place of what was drawn under that
/// name; false where the browser cannot.
fn draw(name: &str, ranges: &[Range]) -> bool {
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
fn clear(name: &str) {
    if let Some(registry) = registry() {
        registry.delete(&name.into());
    }
}

fn registry() -> Option<Map> {
    let css = Reflect::get(&window(), &"CSS".into()).ok()?;
    let registry: JsValue = Reflect::get(&css, &"highlights".into()).ok()?;
    registry.is_object().then(|| registry.unchecked_into())
}
