//! Lists of choices that act on what is chosen.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlSelectElement, KeyboardEvent};

/// Says of a list that arrows have moved in it since something was chosen.
const MOVED: &str = "data-moved";

/// Lets arrow keys and letters only look around in a closed list, where a browser would choose an entry at once: they open
/// the list, or, in a browser that cannot be told to, arrows move in it until Enter chooses.
pub(crate) fn look_around(event: &KeyboardEvent) {
    let list = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
    let Some(list) = list else { return };
    let (step, opens) = match event.key().as_str() {
        "ArrowDown" => (1, true),
        "ArrowUp" => (-1, true),
        "Enter" => (0, false),
        key if key.chars().nth(1).is_none() && key != " " && !event.ctrl_key() && !event.meta_key() => {
            (0, true)
        }
        _ => return,
    };
    // Not every browser has it, nor web-sys.
    let show = js_sys::Reflect::get(&list, &JsValue::from_str("showPicker"));
    match show.ok().and_then(|show| show.dyn_into::<js_sys::Function>().ok()) {
        Some(show) if opens => {
            event.prevent_default();
            let _ = show.call0(&list);
        }
        Some(_) => {}
        None if opens && step == 0 => event.prevent_default(),
        None if opens => {
            event.prevent_default();
            let end = list.length() as i32 - 1;
            list.set_selected_index((list.selected_index() + step).clamp(0, end));
            let _ = list.set_attribute(MOVED, "");
        }
        // Nothing to choose: Enter does what it does in this browser.
        None if !list.has_attribute(MOVED) => {}
        None => {
            event.prevent_default();
            let _ = list.remove_attribute(MOVED);
            // As a browser tells of a choice.
            for name in ["input", "change"] {
                if let Ok(chosen) = Event::new(name) {
                    chosen.init_event_with_bubbles(name, true);
                    let _ = list.dispatch_event(&chosen);
                }
            }
        }
    }
}
