//! The notes in the margin of a wide window.

use super::{
    text_view::TextView,
    viewport::{children, px},
};
use gloss_app::page::beside;
use gloss_notes::AnnotationId;
use gloss_text::Span;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Room between two notes, in CSS pixels.
const GAP: f64 = 10.0;

impl TextView {
    /// Gives each card of `list` its place: the style sheet finds it in the card's `--y`, in CSS pixels from the top of the
    /// list, and the height of all of them in the list's `--height`. A card is level with its passage in `passages` if there
    /// is room, and that of `focused` in any case.
    ///
    /// Everything is measured before anything is placed, so the page is laid out once.
    pub(crate) fn place_notes(
        &self,
        list: &HtmlElement,
        passages: &[(AnnotationId, Span)],
        focused: Option<&str>,
    ) {
        let cards: Vec<HtmlElement> =
            children(list).into_iter().filter_map(|card| card.dyn_into::<HtmlElement>().ok()).collect();
        let passage = |card: &HtmlElement| {
            let id = id_of(card)?;
            passages.iter().find(|(other, _)| *other.as_str() == *id).map(|(_, span)| *span)
        };
        let spans: Vec<Span> = cards.iter().map(|card| passage(card).unwrap_or_default()).collect();
        let top = list.get_bounding_client_rect().top();
        let mut level = 0.0;
        let notes: Vec<(f64, f64)> = cards
            .iter()
            .zip(self.places_of(&spans))
            .map(|(card, range)| {
                // A note whose passage is not drawn stands by the one before it.
                if let Some(range) = range {
                    level = range.get_bounding_client_rect().top() - top;
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
