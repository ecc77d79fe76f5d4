//! Between the browser's selection and spans of the article's text.
//!
//! Each block's element says in `data-start` where its text begins, in UTF-16 code units, and holds nothing
//! but its text; so an offset in the article is that number and the length of the text before a boundary.

use super::{text_view::TextView, viewport};
use gloo::utils::{document, window};
use gloss_app::MarkId;
use gloss_text::{Span, Utf16};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, Node, Range, Selection, Text};

/// Selects a block's element from inside it.
const BLOCK: &str = "[data-start]";

impl TextView {
    /// The passage of `text` that is selected inside `container`, without white space at its ends.
    pub(crate) fn selected(&self) -> Option<Span> {
        let (container, text) = (&self.element, self.text());
        let selection = window().get_selection().ok()??;
        if selection.is_collapsed() || selection.range_count() == 0 {
            return None;
        }
        let range = selection.get_range_at(0).ok()?;
        let whole = document().create_range().ok()?;
        whole.select_node_contents(container).ok()?;
        // The selection may begin before the article or end behind it: only what lies inside counts.
        let starts_inside = contains(container, &range.start_container().ok()?);
        let ends_inside = contains(container, &range.end_container().ok()?);
        if !starts_inside && !ends_inside && !range.intersects_node(container).ok()? {
            return None;
        }
        let offsets = self.offsets();
        let start = if starts_inside {
            offsets.from_utf16(boundary(
                container,
                &range.start_container().ok()?,
                range.start_offset().ok()?,
            )?)
        } else if range.compare_boundary_points(Range::START_TO_START, &whole).ok()? <= 0 {
            0
        } else {
            return None;
        };
        let end = if ends_inside {
            offsets.from_utf16(boundary(container, &range.end_container().ok()?, range.end_offset().ok()?)?)
        } else {
            text.len()
        };
        let span = Span::new(start, end).trimmed(text);
        (!span.is_empty()).then_some(span)
    }
}

impl TextView {
    /// Selects `span` of `text` in the page, as if the reader had.
    pub(crate) fn select(&self, span: Span) -> Option<()> {
        let container = &self.element;
        let offsets = self.offsets();
        let blocks = Blocks::of(container)?;
        let (start, start_at) = blocks.place(offsets.utf16(span.start), false)?;
        let (end, end_at) = blocks.place(offsets.utf16(span.end), true)?;
        let selection = selection()?;
        selection.set_base_and_extent(&start, start_at, &end, end_at).ok()
    }
}

/// A selection in an article, to be made again when the text that it is in has been drawn anew: UTF-16 code units
/// from the article's beginning to where the reader began it and to where it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kept {
    anchor: Utf16,
    focus: Utf16,
}

thread_local! {
    /// Whether the selection has been read before the first of several parts is drawn anew, and what it was. It is read
    /// once for all of them, as each look at it makes the browser lay out what has been drawn so far.
    static KEPT: Cell<(bool, Option<Kept>)> = const { Cell::new((false, None)) };
}

impl TextView {
    /// Remembers what is selected in `container`, some of which is about to be drawn anew.
    pub(crate) fn keep_selection(&self) {
        let container = &self.element;
        let (is_read, _) = KEPT.get();
        if !is_read {
            KEPT.set((true, Kept::read(container)));
        }
    }
}

impl TextView {
    /// Selects again what was to be kept, now that all is drawn.
    pub(crate) fn restore_selection(&self) {
        let container = &self.element;
        if let (_, Some(kept)) = KEPT.take() {
            kept.restore(container);
        }
    }
}

impl Kept {
    /// The selection, if all of it is inside `container`.
    fn read(container: &Element) -> Option<Self> {
        let selection = selection().filter(|selection| !selection.is_collapsed())?;
        let place = |node: Option<Node>, offset| {
            boundary(container, &node.filter(|node| contains(container, node))?, offset)
        };
        Some(Self {
            anchor: place(selection.anchor_node(), selection.anchor_offset())?,
            focus: place(selection.focus_node(), selection.focus_offset())?,
        })
    }

    /// Selects the same text again, unless it still is or the selection was taken away since. One whose text was
    /// drawn anew has only been moved.
    fn restore(self, container: &Element) -> Option<()> {
        let selection = selection().filter(|selection| selection.range_count() > 0)?;
        if Self::read(container) == Some(self) {
            return Some(());
        }
        let blocks = Blocks::of(container)?;
        let (anchor, anchor_at) = blocks.place(self.anchor, self.anchor > self.focus)?;
        let (focus, focus_at) = blocks.place(self.focus, self.focus > self.anchor)?;
        selection.set_base_and_extent(&anchor, anchor_at, &focus, focus_at).ok()
    }
}

impl TextView {
    /// The ranges in the page where `spans` of `text` are drawn in `container`.
    pub(crate) fn ranges(&self, spans: &[Span]) -> Vec<Range> {
        self.places_of(spans).into_iter().flatten().collect()
    }

    /// The same for each of them, where it is drawn.
    pub(super) fn places_of(&self, spans: &[Span]) -> Vec<Option<Range>> {
        let container = &self.element;
        let offsets = self.offsets();
        let blocks = Blocks::of(container);
        let range = |span: &Span| {
            let blocks = blocks.as_ref()?;
            let (start, start_at) = blocks.place(offsets.utf16(span.start), false)?;
            let (end, end_at) = blocks.place(offsets.utf16(span.end), true)?;
            let range = document().create_range().ok()?;
            range.set_start(&start, start_at).ok()?;
            range.set_end(&end, end_at).ok()?;
            Some(range)
        };
        spans.iter().map(range).collect()
    }
}

/// Unfolds what hides the range, and scrolls until it is in sight, clear of `top` pixels at the window's head.
pub(crate) fn show_range(range: &Range, top: f64) {
    let element = range.start_container().ok().and_then(|node| node.parent_element());
    if let Some(Ok(Some(folded))) = element.as_ref().map(|element| element.closest("details:not([open])")) {
        let _ = folded.set_attribute("open", "");
    }
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let bounds = range.get_bounding_client_rect();
    if bounds.height() > 0.0 && bounds.top() >= top && bounds.bottom() <= height {
        return;
    }
    if let Some(element) = element {
        // A part that was not laid out yet is now, and what is above has its height.
        element.scroll_into_view();
        let bounds = range.get_bounding_client_rect();
        let y = viewport::scrolled() + bounds.top() - top - (height - top) / 3.0;
        window().scroll_to_with_x_and_y(0.0, y);
    }
}

impl TextView {
    /// The block of `container` with the byte offset `at` of `text`.
    pub(super) fn block_at(&self, at: usize) -> Option<Element> {
        let container = &self.element;
        Blocks::of(container)?.at(self.offsets().utf16(at), false).map(|(_, block)| block.clone())
    }
}

/// Brings the beginning of the selection into view.
pub(crate) fn bring_into_view() {
    let node = selection().and_then(|selection| selection.anchor_node());
    if let Some(element) = node.and_then(|node| node.parent_element()) {
        viewport::bring_into_view(&element);
    }
}

/// Takes the selection away.
pub(crate) fn clear() {
    if let Some(selection) = selection() {
        let _ = selection.remove_all_ranges();
    }
}

/// Where the selection was begun and where it has come, as nodes and offsets in them: cheap to ask for and to compare.
pub(crate) fn ends() -> Option<[(Option<Node>, u32); 2]> {
    let selection = selection()?;
    Some([
        (selection.anchor_node(), selection.anchor_offset()),
        (selection.focus_node(), selection.focus_offset()),
    ])
}

/// Whether anything is selected.
pub(crate) fn exists() -> bool {
    selection().is_some_and(|selection| !selection.is_collapsed())
}

fn selection() -> Option<Selection> {
    window().get_selection().ok()?
}

fn contains(container: &Element, node: &Node) -> bool {
    container.contains(Some(node))
}

/// UTF-16 offset in the article of the boundary `offset` of `node`.
pub(super) fn boundary(container: &Element, node: &Node, offset: u32) -> Option<Utf16> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    let range = document().create_range().ok()?;
    if let Some(block) = element.closest(BLOCK).ok()? {
        range.set_start(&block, 0).ok()?;
        range.set_end(node, offset).ok()?;
        return Some(start_of(&block)? + Utf16::len(&String::from(range.to_string())));
    }
    // Between blocks: as far as the end of the last block that begins before the boundary.
    range.select_node_contents(container).ok()?;
    range.set_end(node, offset).ok()?;
    let blocks = container.query_selector_all(BLOCK).ok()?;
    let mut before = Utf16(0);
    for at in 0..blocks.length() {
        let block: Element = blocks.item(at)?.dyn_into().ok()?;
        if range.compare_point(&block, 0).ok()? > 0 {
            break;
        }
        before = start_of(&block)?;
        if range.compare_point(&block, block.child_nodes().length()).ok()? <= 0 {
            before = before + Utf16::len(&block.text_content()?);
        }
    }
    Some(before)
}

fn start_of(block: &Element) -> Option<Utf16> {
    block.get_attribute("data-start")?.parse().ok().map(Utf16)
}

/// The elements of an article's blocks, in order, each with the UTF-16 offset at which it begins.
struct Blocks(Vec<(Utf16, Element)>);

impl Blocks {
    fn of(container: &Element) -> Option<Self> {
        let blocks = container.query_selector_all(BLOCK).ok()?;
        let block = |at| {
            let block: Element = blocks.item(at)?.dyn_into().ok()?;
            Some((start_of(&block)?, block))
        };
        Some(Self((0..blocks.length()).filter_map(block).collect()))
    }

    /// The block at `utf16` units into the article; at a border between two the earlier one when `backwards`.
    fn at(&self, utf16: Utf16, backwards: bool) -> Option<&(Utf16, Element)> {
        let is_before = |start: Utf16| if backwards { start < utf16 } else { start <= utf16 };
        let behind = self.0.partition_point(|(start, _)| is_before(*start));
        self.0.get(behind.saturating_sub(1))
    }

    /// The text node and the offset in it at `utf16` units into the article; at a border between two nodes the
    /// earlier one when `backwards`.
    fn place(&self, utf16: Utf16, backwards: bool) -> Option<(Node, u32)> {
        let (start, block) = self.at(utf16, backwards)?;
        let mut left = utf16.0.checked_sub(start.0)?;
        let texts = document().create_tree_walker_with_what_to_show(block, 4).ok()?;
        let mut last = None;
        while let Some(node) = texts.next_node().ok()? {
            let length = node.dyn_ref::<Text>()?.length() as usize;
            if left < length || (backwards && left == length) {
                return Some((node, left as u32));
            }
            left -= length;
            last = Some((node, length as u32));
        }
        last
    }
}

/// Where `element` is on the page: its middle, its head and its foot, in
/// CSS pixels from the page's top left.
pub(crate) fn around(element: &Element) -> Option<(f64, f64, f64)> {
    on_page(&element.get_bounding_client_rect())
}

impl TextView {
    pub(crate) fn bounds_of(&self, span: Span) -> Option<(f64, f64, f64)> {
        on_page(&self.ranges(&[span]).first()?.get_bounding_client_rect())
    }
}

/// The same of the selection.
pub(crate) fn bounds() -> Option<(f64, f64, f64)> {
    on_page(&selection()?.get_range_at(0).ok()?.get_bounding_client_rect())
}

/// Whether the selection reaches into the last `room` CSS pixels of the window and leaves as many free below its bars.
pub(crate) fn is_only_at_foot(room: f64) -> bool {
    let Some(range) = selection().and_then(|selection| selection.get_range_at(0).ok()) else { return false };
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::MAX);
    let bounds = range.get_bounding_client_rect();
    bounds.bottom() > height - room && bounds.top() > room + viewport::top()
}

fn on_page(bounds: &DomRect) -> Option<(f64, f64, f64)> {
    let (x, y) = (window().scroll_x().ok()?, window().scroll_y().ok()?);
    // What is hidden stands nowhere.
    (bounds.height() > 0.0)
        .then(|| (bounds.left() + bounds.width() / 2.0 + x, bounds.top() + y, bounds.bottom() + y))
}

impl TextView {
    /// Where a mark is on the page: its middle, its head and its foot, as [`around`] has it.
    pub(crate) fn around(&self, mark: MarkId) -> Option<(f64, f64, f64)> {
        around(&self.find(&format!("[data-mark='{mark}']"))?)
    }
}
