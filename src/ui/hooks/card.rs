use crate::{
    core::{app::Card, article::Article, page::Stop, text::Span},
    platform::{
        places, selection,
        viewport::Sizes,
        walk::{self, Reached},
    },
};
use std::{cell::Cell, rc::Rc};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Room between a mark and its card, on both sides of it, in CSS pixels.
const GAP: f64 = 14.0;

/// Stands the element of a card at its mark, which begins at the byte offset `start`, and keeps it there when the text
/// changes its size. A mark that was asked for elsewhere than in the text gets the focus: at once, or as soon as its part
/// of the text is `drawn`, to which the page goes.
#[hook]
pub(in crate::ui) fn use_card(
    element: NodeRef,
    card: Card,
    start: Option<usize>,
    drawn: Span,
    article: Rc<Article>,
    container: NodeRef,
) {
    let is_drawn = start.is_some_and(|start| drawn.start <= start && start < drawn.end);
    let text = container.clone();
    let reached = use_mut_ref(|| None);
    use_effect_with((card, is_drawn), move |&(card, is_drawn)| {
        // What the pointer rests on is in view, and keeps the focus where it is. Who has been there may go elsewhere.
        if !card.pinned || *reached.borrow() == Some(card.mark) {
            return;
        }
        if walk::to_stop(&Stop::Mark(card.mark)) != Reached::NotDrawn || is_drawn {
            *reached.borrow_mut() = Some(card.mark);
        } else if let Some((text, start)) = text.cast().zip(start) {
            places::go_to(&text, &article.text, start);
        }
    });
    use_effect_with((card.mark, is_drawn), move |(mark, _)| {
        let mark = format!("[data-mark='{mark}']");
        // Above the mark where there is no room below it; it stays on the side where it was opened.
        let below = Cell::new(None);
        let place = move || {
            let Some((card, (x, head, foot))) = element.cast::<HtmlElement>().zip(selection::around(&mark))
            else {
                return;
            };
            let height = f64::from(card.offset_height()) + GAP;
            let is_below = below.get().unwrap_or_else(|| selection::in_window(foot + height));
            below.set(Some(is_below));
            let y = if is_below { foot } else { (head - height).max(0.0) };
            let _ = card.style().set_property("--x", &format!("{x}px"));
            let _ = card.style().set_property("--y", &format!("{y}px"));
        };
        place();
        let watch = Sizes::watch(container.cast::<Element>(), place);
        move || drop(watch)
    });
}
