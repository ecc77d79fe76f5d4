//! What of the page is in the window, and near it.
//!
//! The elements that hold the article's parts and blocks say in `data-start` where their text begins, in UTF-16 code
//! units; `selection` has more of that.

use super::text_view::TextView;
use gloo::utils::{document, window};
use gloss_text::Utf16;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ResizeObserver,
    ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// How near the window an element counts as near, in CSS pixels above and below it: a screen or two.
const NEAR: u32 = 1500;

/// One observer for all elements: as many observers would look at the whole page each.
struct Lookout {
    observer: IntersectionObserver,
    /// What to tell of each element.
    listeners: js_sys::Map,
    _listener: Closure<dyn FnMut(js_sys::Array)>,
}

thread_local! {
    /// `None` where the browser has no such thing.
    static LOOKOUT: Option<Lookout> = Lookout::new();
}

impl Lookout {
    fn new() -> Option<Self> {
        let listeners = js_sys::Map::new();
        let of = listeners.clone();
        let listener = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            for entry in entries.iter().map(JsCast::unchecked_into::<IntersectionObserverEntry>) {
                if let Ok(listener) = of.get(&entry.target()).dyn_into::<js_sys::Function>() {
                    // A listener that fails is no reason to keep the others from what they wait for.
                    let _ = listener.call1(&JsValue::NULL, &entry.is_intersecting().into());
                }
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(&format!("{NEAR}px 0px"));
        let observer =
            IntersectionObserver::new_with_options(listener.as_ref().unchecked_ref(), &options).ok()?;
        Some(Self { observer, listeners, _listener: listener })
    }
}

/// Watches whether an element is near the window. Dropping it ends the watch.
#[derive(Debug)]
pub(crate) struct Nearness {
    element: Element,
    _listener: Closure<dyn FnMut(bool)>,
}

impl Nearness {
    /// Calls `on_change` soon, and then whenever `element` comes near the window or leaves it. `None` where the browser
    /// cannot tell.
    pub(crate) fn watch(element: Element, on_change: impl Fn(bool) + 'static) -> Option<Self> {
        let listener = Closure::<dyn FnMut(bool)>::new(on_change);
        LOOKOUT.with(|lookout| {
            let lookout = lookout.as_ref()?;
            lookout.listeners.set(&element, listener.as_ref());
            lookout.observer.observe(&element);
            Some(Self { element, _listener: listener })
        })
    }
}

impl Drop for Nearness {
    fn drop(&mut self) {
        LOOKOUT.with(|lookout| {
            if let Some(lookout) = lookout {
                lookout.observer.unobserve(&self.element);
                lookout.listeners.delete(&self.element);
            }
        });
    }
}

/// Watches the sizes of elements. Dropping it ends the watch.
#[derive(Debug)]
pub(crate) struct Sizes {
    observer: ResizeObserver,
    _listener: Closure<dyn FnMut(JsValue)>,
}

impl Sizes {
    /// Calls `on_change` soon, and then whenever one of `elements` has changed its size.
    pub(crate) fn watch(
        elements: impl IntoIterator<Item = Element>,
        on_change: impl Fn() + 'static,
    ) -> Option<Self> {
        let listener = Closure::<dyn FnMut(JsValue)>::new(move |_: JsValue| on_change());
        let observer = ResizeObserver::new(listener.as_ref().unchecked_ref()).ok()?;
        elements.into_iter().for_each(|element| observer.observe(&element));
        Some(Self { observer, _listener: listener })
    }
}

impl Drop for Sizes {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl TextView {
    /// Where the text in the window begins and ends, in UTF-16 code units of the article drawn in `container`. Where a
    /// block is cut by the window's edge, as much of its text counts as of its height.
    pub(crate) fn in_view(&self) -> Option<(Utf16, Utf16)> {
        let container = &self.element;
        let foot = window().inner_height().ok()?.as_f64()?;
        Some((text_at(container, top())?, text_at(container, foot)?))
    }
}

/// How far into the text the height `y` of the window is, by halving: first among the parts, so that no part that the
/// browser has put off need be laid out, then among the blocks of that part.
fn text_at(container: &Element, y: f64) -> Option<Utf16> {
    let part = last_above(&children(container), y)?;
    let blocks = part.query_selector_all(".block").ok()?;
    let blocks: Vec<Element> =
        (0..blocks.length()).filter_map(|at| blocks.item(at)?.dyn_into().ok()).collect();
    let block = last_above(&blocks, y)?;
    let start: usize = block.get_attribute("data-start")?.parse().ok()?;
    let bounds = block.get_bounding_client_rect();
    let share = ((y - bounds.top()) / bounds.height().max(1.0)).clamp(0.0, 1.0);
    let length = block.text_content()?.encode_utf16().count();
    Some(Utf16(start + (length as f64 * share) as usize))
}

/// How far below the top of `block` its text stands that is `utf16` code units into the article, in CSS pixels: what
/// [`in_view`] would take for that place.
pub(crate) fn height_before(block: &Element, utf16: Utf16) -> Option<f64> {
    let start: usize = block.get_attribute("data-start")?.parse().ok()?;
    let length = block.text_content()?.encode_utf16().count();
    let share = utf16.0.saturating_sub(start) as f64 / length.max(1) as f64;
    Some(share * block.get_bounding_client_rect().height())
}

/// The last of `elements`, which stand one below the other, that begins above `y`; or else the first one.
fn last_above(elements: &[Element], y: f64) -> Option<Element> {
    let after = elements.partition_point(|element| element.get_bounding_client_rect().top() <= y);
    elements.get(after.saturating_sub(1)).cloned()
}

/// The element's child elements.
pub(crate) fn children(element: &Element) -> Vec<Element> {
    let children = element.children();
    (0..children.length()).filter_map(|at| children.item(at)).collect()
}

/// Where the window begins below the bars that stay at its head, in CSS pixels.
pub(crate) fn top() -> f64 {
    // By class, which the browser has at hand: this is asked at every frame of scrolling.
    let bars = ["bar", "find-bar"].map(|class| document().get_elements_by_class_name(class).item(0));
    let feet = bars.into_iter().flatten().map(|bar| bar.get_bounding_client_rect());
    feet.filter(|bounds| bounds.top() >= 0.0).map(|bounds| bounds.bottom()).fold(0.0, f64::max)
}

/// Scrolls `element` to the middle of the window when it is not in sight.
pub(crate) fn bring_into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_behavior(ScrollBehavior::Instant);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    // Firefox may interrupt a long layout and postpone the scrolling that depends on it; asking for a position completes both.
    element.get_bounding_client_rect();
}

/// How far the page is scrolled, in CSS pixels.
pub(crate) fn scrolled() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Whether the page was scrolled since it was at `y`.
pub(crate) fn is_scrolled_from(y: f64) -> bool {
    (scrolled() - y).abs() >= 1.0
}

/// How far below the head of the page an element ends, in CSS pixels.
pub(crate) fn foot(element: &Element) -> f64 {
    element.get_bounding_client_rect().bottom() + scrolled()
}

/// Where the window begins below its bars and where it ends, in CSS pixels from its head.
pub(crate) fn bounds() -> (f64, f64) {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::MAX);
    (top(), height)
}

/// A length in whole CSS pixels, for a style. To write fractions takes eleven kilobytes of program.
pub(crate) fn px(length: f64) -> String {
    format!("{}px", length.round() as i64)
}
