//! The notes in the margin of a wide window.

use super::{
    text_view::TextView,
    viewport::{children, px},
};
use gloss_app::page::beside;
use std::collections::HashMap;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Room between two notes, in CSS pixels.
const GAP: f64 = 10.0;

impl TextView {
    /// Gives each card of `list` its place: the style sheet finds it in the card's `--y`, in CSS pixels from the top of the
    /// list, and the height of all of them in the list's `--height`. The card of `focused` is level with its passage.
    ///
    /// Everything is measured before anything is placed, so the page is laid out once.
    pub(crate) fn place_notes(&self, list: &HtmlElement, focused: Option<&str>) {
        let cards: Vec<HtmlElement> =
            children(list).into_iter().filter_map(|card| card.dyn_into::<HtmlElement>().ok()).collect();
        let marks = first_marks(&self.element);
        let top = list.get_bounding_client_rect().top();
        let mut level = 0.0;
        let notes: Vec<(f64, f64)> = cards
            .iter()
            .map(|card| {
                // A note whose mark is not drawn stands by the one before it.
                if let Some(mark) = id_of(card).and_then(|id| marks.get(&id)) {
                    level = mark.get_bounding_client_rect().top() - top;
                }
                (level, f64::from(card.offset_height()))
            })
            .collect();
        let fixed = focused.and_then(|id| cards.iter().position(|card| id_of(card).as_deref() == Some(id)));
        let places = beside(&notes, GAP, fixed);
        for (card, place) in cards.iter().zip(&places) {
            set(card, "--y", *place);
        }
        let height = places.last().zip(notes.last()).map_or(0.0, |(place, (_, height))| place + height);
        set(list, "--height", height);
    }
}

/// Sets a length in CSS pixels, unless it is that already: the browser would look at the element's style again.
fn set(element: &HtmlElement, name: &str, length: f64) {
    let (style, length) = (element.style(), px(length));
    let before = style.get_property_value(name).unwrap_or_default();
    if before != length {
        // What comes to its first place is there at once; only what had one glides to another.
        let _ = element.toggle_attribute_with_force("data-placed", !before.is_empty());
        let _ = style.set_property(name, &length);
    }
}

fn id_of(element: &Element) -> Option<String> {
    element.get_attribute("data-annotation")
}

/// The first mark of each annotation that is drawn.
fn first_marks(text: &Element) -> HashMap<String, Element> {
    let mut first = HashMap::new();
    let Ok(marks) = text.query_selector_all("mark[data-annotation]") else { return first };
    for at in 0..marks.length() {
        if let Some(mark) = marks.item(at).and_then(|mark| mark.dyn_into::<Element>().ok())
            && let Some(id) = id_of(&mark)
        {
            first.entry(id).or_insert(mark);
        }
    }
    first
}
