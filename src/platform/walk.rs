//! Walking through an article by keyboard: block by block, then word by word.

use super::{text_view::TextView, viewport, with_attribute};
use gloo::utils::{document, window};
use gloss_app::{MarkId, page::Stop};
use gloss_notes::AnnotationId;
use gloss_text::Utf16;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Range, Selection};

/// Every block that can be walked to, in the order of the text.
const BLOCKS: &str = "[data-start]";

impl TextView {
    /// Moves the focus `step` blocks on from where it is, or from where the selection is, or else to the first block in the
    /// window or the one before it. Folded blocks are passed over.
    pub(crate) fn to_block(&self, step: i32) {
        let Some(blocks) = self.blocks() else { return };
        let here = self.current_block().and_then(|element| blocks.iter().position(|block| *block == element));
        let next = match here {
            Some(at) => at as i32 + step,
            None => first_in_view(&blocks) as i32 + if step > 0 { 0 } else { step },
        };
        if let Some(block) = usize::try_from(next).ok().and_then(|next| blocks.get(next)) {
            let _ = block.focus();
            viewport::bring_into_view(block);
        }
    }
}

impl TextView {
    /// Selects the block that has the focus, or the first one in the window.
    pub(crate) fn select_block(&self) {
        if let Some((selection, block)) = selection().zip(self.current_or_first()) {
            let _ = selection.select_all_children(&block);
        }
    }
}

impl TextView {
    /// Selects the word after the selection's end, or before its beginning; without a selection the first word
    /// of the current block.
    pub(crate) fn select_word(&self, forward: bool) {
        let Some(selection) = selection() else { return };
        if selection.is_collapsed() {
            let Some(block) = self.current_or_first() else { return };
            let _ = selection.collapse_with_offset(Some(&block), 0);
        } else if forward {
            let _ = selection.collapse_to_end();
            let end = selection.get_range_at(0).map(|range| range.clone_range());
            // To the beginning of the next word: to its end and back, where a step forward leads to a word's end.
            let _ = selection.modify("move", "forward", "word");
            let _ = selection.modify("move", "backward", "word");
            let is_behind = |end: &Range| {
                let node = selection.focus_node()?;
                Some(end.compare_point(&node, selection.focus_offset()).ok()? >= 0)
            };
            if end.is_ok_and(|end| is_behind(&end) == Some(false)) {
                // Elsewhere it leads to the beginning of the next, and back was too far.
                let _ = selection.modify("move", "forward", "word");
            }
        } else {
            let _ = selection.collapse_to_start();
            let _ = selection.modify("move", "backward", "word");
        }
        let _ = selection.modify("extend", "forward", "word");
    }
}

fn selection() -> Option<Selection> {
    window().get_selection().ok()?
}

impl TextView {
    fn blocks(&self) -> Option<Vec<HtmlElement>> {
        let all = self.element.query_selector_all(BLOCKS).ok()?;
        let all = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into::<HtmlElement>().ok());
        Some(all.filter(|block| block.offset_height() > 0).collect())
    }
}

impl TextView {
    fn current_block(&self) -> Option<HtmlElement> {
        let focused = document().active_element().and_then(|element| element.closest("[data-start]").ok()?);
        let selected = || {
            let node = selection()?.anchor_node()?;
            let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
            element.closest(BLOCKS).ok()?
        };
        let block = focused.or_else(selected)?;
        if self.element.contains(Some(&block)) { block.dyn_into().ok() } else { None }
    }
}

impl TextView {
    fn current_or_first(&self) -> Option<HtmlElement> {
        self.current_block().or_else(|| {
            let blocks = self.blocks()?;
            blocks.get(first_in_view(&blocks)).cloned()
        })
    }
}

/// Index of the first of `blocks`, which stand one below the other, that reaches into the window.
fn first_in_view(blocks: &[HtmlElement]) -> usize {
    let top = viewport::top();
    blocks.partition_point(|block| block.get_bounding_client_rect().bottom() <= top)
}

/// Moves the focus to the first element that `selector` finds, and says whether there is one.
pub(crate) fn focus(selector: &str) -> bool {
    let element = document().query_selector(selector).ok().flatten();
    element.is_some_and(|element| element.unchecked_into::<HtmlElement>().focus().is_ok())
}

/// Brings the first element that `selector` finds into view.
pub(crate) fn show(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        viewport::bring_into_view(&element);
    }
}

/// Moves the focus from the editor of an annotation's note back to the annotation: to its mark in the text, or
/// where there is none to its card.
pub(crate) fn return_to(annotation: &str) {
    let of_it = with_attribute("data-annotation", annotation);
    let _ = focus(&format!("mark{of_it}")) || focus(&format!(".card{of_it}"));
}

/// Moves the focus from a card that is about to go to the one behind or before it, or else to the page.
pub(crate) fn leave_card(annotation: &str) {
    let card = format!(".card{}", with_attribute("data-annotation", annotation));
    let card = document().query_selector(&card).ok().flatten();
    let other = card.and_then(|card| card.next_element_sibling().or_else(|| card.previous_element_sibling()));
    if let Some(element) = other.or_else(|| document().get_element_by_id("main")) {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

/// What has come of a step to a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reached {
    /// It has the focus and is in view.
    Focused,
    /// It is in what is folded or left out.
    Hidden,
    /// It is far from the window, or in a layer that is switched off.
    NotDrawn,
}

impl TextView {
    /// Moves the focus to a mark and brings it into view.
    pub(crate) fn to_stop(&self, stop: &Stop) -> Reached {
        let selector = match stop {
            Stop::Mark(id) => format!("[data-mark='{id}']"),
            Stop::Annotation(id) => format!("mark{}[tabindex]", with_attribute("data-annotation", id)),
        };
        let found = self.find(&selector);
        let Some(mark) = found.and_then(|mark| mark.dyn_into::<HtmlElement>().ok()) else {
            return Reached::NotDrawn;
        };
        if mark.offset_height() == 0 {
            return Reached::Hidden;
        }
        let _ = mark.focus();
        viewport::bring_into_view(&mark);
        Reached::Focused
    }
}

impl TextView {
    /// The mark in `container` that has the focus, if one has, and the byte offset into `text`, drawn there, at which the
    /// reader is: where what has the focus begins, or else what is in the window.
    pub(crate) fn stop_and_place(&self) -> (Option<Stop>, usize) {
        let container = &self.element;
        let focused = document().active_element().filter(|element| container.contains(Some(element)));
        let Some(element) = focused else {
            return (None, self.place().map_or(0, |place| place.at));
        };
        let stop =
            element.get_attribute("data-mark").and_then(|id| MarkId::parse(&id)).map(Stop::Mark).or_else(
                || element.get_attribute("data-annotation").and_then(AnnotationId::new).map(Stop::Annotation),
            );
        let utf16 = super::selection::boundary(container, &element, 0).unwrap_or_default();
        (stop, self.offsets().from_utf16(utf16))
    }
}

impl TextView {
    /// Moves the focus to the tools of the passage, which are about to show, and stands them below the block that begins
    /// `start` UTF-16 code units into the article.
    pub(crate) fn to_passage_tools(&self, start: Utf16) {
        let block = self.find(&format!("[data-start='{}']", start.0));
        focus_tools(block, 20);
    }
}

/// Does so as soon as the tools are drawn, for which it looks so many times.
fn focus_tools(block: Option<Element>, tries: u32) {
    gloo::timers::callback::Timeout::new(20, move || {
        let find = |selector: &str| {
            document().query_selector(selector).ok().flatten()?.dyn_into::<HtmlElement>().ok()
        };
        let Some(tools) = find(".passage-tools:not([hidden])") else {
            if tries > 0 {
                focus_tools(block, tries - 1);
            }
            return;
        };
        if let Some((x, _, foot)) = block.as_ref().and_then(super::selection::around) {
            let _ = tools.style().set_property("--x", &viewport::px(x));
            let _ = tools.style().set_property("--y", &viewport::px(foot));
        }
        if let Some(first) = find(".passage-tools button") {
            let _ = first.focus();
        }
    })
    .forget();
}
