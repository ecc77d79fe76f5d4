use crate::ui::hooks::use_effect_with;
use crate::{
    platform::{
        TextRef, TextView,
        viewport::{self, Sizes},
        walk::Reached,
    },
    ui::Dispatch,
};
use gloo::{
    timers::callback::Timeout,
    utils::{document, window},
};
use gloss_app::{Act, Card, MarkId, page::Stop};
use gloss_text::Span;
use std::{cell::Cell, rc::Rc};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Room between a mark and its card, on both sides of it, in CSS pixels.
const GAP: f64 = 14.0;

/// The least height of a card that has little room, in CSS pixels.
const LEAST: f64 = 220.0;

/// Stands the element of a card at its mark, of which `span` is the first piece, and keeps it there when the page changes
/// its size. A mark that was asked for elsewhere than in the text gets the focus: at once, or as soon as its part of the
/// text is `drawn`. The page goes there, also where its layer is switched off.
#[hook]
pub(in crate::ui) fn use_card(element: NodeRef, card: Card, span: Option<Span>, drawn: Span, text: TextRef) {
    let is_drawn = span.is_some_and(|span| drawn.start <= span.start && span.start < drawn.end);
    let for_stop = text.clone();
    let sought = use_mut_ref(|| None::<(MarkId, Reached)>);
    use_effect_with((card, is_drawn), move |&(card, is_drawn)| {
        let before = sought.borrow().filter(|(mark, _)| *mark == card.mark).map(|(_, reached)| reached);
        // What the pointer rests on is in view, and keeps the focus where it is. Who has been there may go elsewhere.
        if !card.pinned || before == Some(Reached::Focused) {
            return;
        }
        let Some(view) = for_stop.view() else { return };
        let reached = view.to_stop(&Stop::Mark(card.mark));
        *sought.borrow_mut() = Some((card.mark, reached));
        if reached == Reached::Hidden {
            // What was left out is shown in the same step, after a new card.
            let view = view.clone();
            Timeout::new(0, move || {
                view.to_stop(&Stop::Mark(card.mark));
            })
            .forget();
        }
        if let Some(span) = span.filter(|_| reached == Reached::NotDrawn && before.is_none()) {
            if is_drawn {
                view.go_to(span.start);
            } else {
                // The text draws its later parts in the same step, after the card.
                Timeout::new(0, move || view.go_to(span.start)).forget();
            }
        }
    });
    use_effect_with((card.mark, is_drawn), move |(mark, _)| {
        let (mark, view) = (*mark, text.view());
        let element_of_text = view.as_ref().map(|view| view.element().clone());
        // Above the mark where there is no room below it; it stays on the side where it was opened.
        let below = Cell::new(None);
        let card = element.clone();
        let place = Rc::new(move || {
            let around = view.as_ref().and_then(|view| view.around(mark).or_else(|| view.bounds_of(span?)));
            let Some((card, (x, head, foot))) = element.cast::<HtmlElement>().zip(around) else { return };
            let scrolled = viewport::scrolled();
            let (top, bottom) = viewport::bounds();
            let (above, under) = (head - scrolled - top - GAP, bottom - (foot - scrolled) - GAP);
            let height = f64::from(card.offset_height());
            let aside = view.as_ref().and_then(margin_beside);
            let _ = card.set_attribute("data-beside", if aside.is_some() { "true" } else { "false" });
            if let Some(x) = aside {
                // Level with the mark, over no words of the text, and in the window as long as the mark is.
                let lowest = (scrolled + bottom - height - GAP).max(scrolled + top);
                let y = if head < scrolled + bottom { head.min(lowest) } else { head };
                let _ = card.style().set_property("--room", &viewport::px(bottom - top - GAP));
                let _ = card.style().set_property("--x", &viewport::px(x));
                let _ = card.style().set_property("--y", &viewport::px(y));
                return;
            }
            let is_below = below.get().unwrap_or(height <= under || under >= above);
            below.set(Some(is_below));
            // What does not fit is reached by scrolling in the card; its head is never above the window.
            let room = if is_below { under } else { above }.max(LEAST).min(bottom - top - GAP);
            let y = if is_below { foot } else { (head - height.min(room) - GAP).max(top) };
            let _ = card.style().set_property("--room", &viewport::px(room));
            let _ = card.style().set_property("--x", &viewport::px(x));
            let _ = card.style().set_property("--y", &viewport::px(y));
        });
        place();
        // What stands above the text moves it, too, and a wider window beside it.
        let page = document().body().map(Element::from);
        let moved = Sizes::watch(element_of_text.into_iter().chain(page), {
            let place = place.clone();
            move || place()
        });
        // More may become known of it. What the reader unfolds in it stays where it is.
        let card = card.cast::<Element>();
        let grown = Sizes::watch(card.clone(), move || {
            let is_open =
                |card: &Element| card.query_selector("details[open]").is_ok_and(|open| open.is_some());
            if !card.as_ref().is_some_and(is_open) {
                place();
            }
        });
        move || drop((moved, grown))
    });
}

/// Where the margin beside the text begins, in CSS pixels from the window's edge; `None` where the window has no room for one.
fn margin_beside(view: &TextView) -> Option<f64> {
    let is_wide = window().match_media("(min-width: 64rem)").ok()??.matches();
    let margin = view.element().closest(".reading").ok()??.query_selector(".notes").ok()??;
    is_wide.then(|| margin.get_bounding_client_rect().left())
}

/// Goes to a mark from elsewhere on the page and shows its card. A voice that is followed is no longer, where that hides
/// the mark.
pub(in crate::ui) fn show_mark(mark: MarkId, text: &TextRef, dispatch: &Dispatch) {
    if text.view().is_some_and(|view| view.to_stop(&Stop::Mark(mark)) == Reached::Hidden) {
        dispatch.act(Act::Filter(None));
    }
    dispatch.act(Act::Show(Some(Card { mark, pinned: true })));
}
