use crate::{platform::selection, ui::Dispatch};
use gloo::{timers::callback::Timeout, utils::document};
use gloss_app::{Act, Card, MarkId};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};
use yew::prelude::*;

/// A pointer that only passes over a name asks nothing.
const RESTING_MS: u32 = 350;
/// Time to move the pointer from a mark to its card.
const LEAVING_MS: u32 = 300;

/// What an element with marks in it, and the card that explains them, listen to.
#[derive(Clone, PartialEq)]
pub(in crate::ui) struct MarkListeners {
    pub(in crate::ui) over: Callback<MouseEvent>,
    pub(in crate::ui) out: Callback<MouseEvent>,
    pub(in crate::ui) focus: Callback<FocusEvent>,
    pub(in crate::ui) click: Callback<MouseEvent>,
}

/// Shows the card of a mark when the pointer rests on it, the focus reaches it, or it is clicked or tapped;
/// `card` is the one shown now.
#[hook]
pub(in crate::ui) fn use_marks(card: Option<Card>, dispatch: &Dispatch) -> MarkListeners {
    let timer = use_memo((), |()| RefCell::new(None::<Timeout>));
    let pinned = card.is_some_and(|card| card.pinned);
    if pinned {
        // It was asked for elsewhere, maybe just after the pointer had left another.
        *timer.borrow_mut() = None;
    }
    let after = {
        let (timer, dispatch) = (Rc::clone(&timer), dispatch.clone());
        move |delay: u32, card: Option<Card>| {
            let dispatch = dispatch.clone();
            *timer.borrow_mut() = Some(Timeout::new(delay, move || dispatch.act(Act::Show(card))));
        }
    };
    let over = {
        let (after, timer) = (after.clone(), Rc::clone(&timer));
        Callback::from(move |event: MouseEvent| {
            // Text that scrolls under a resting pointer asks nothing while one writes, nor does what one drags over.
            if pinned || is_writing() || event.buttons() != 0 || selection::exists() {
                return;
            }
            if within(event.target(), ".card-of-mark") {
                *timer.borrow_mut() = None;
            } else if let Some(mark) = mark_at(event.target()) {
                after(RESTING_MS, Some(Card { mark, pinned: false }));
            }
        })
    };
    let out = Callback::from(move |_: MouseEvent| {
        if !pinned {
            after(LEAVING_MS, None);
        }
    });
    let show = {
        let (dispatch, timer) = (dispatch.clone(), timer);
        move |target: Option<EventTarget>, pinned: bool| {
            if let Some(mark) = mark_at(target) {
                *timer.borrow_mut() = None;
                dispatch.act(Act::Show(Some(Card { mark, pinned })));
            }
        }
    };
    let focus = {
        let show = show.clone();
        Callback::from(move |event: FocusEvent| {
            // The reader's own mark has its card beside the text. What a pointer presses may be the beginning of a
            // selection; a click comes after it.
            let asks = |element: Element| {
                element.tag_name() != "MARK" && element.matches(":focus-visible").unwrap_or(true)
            };
            if element(event.target()).is_some_and(asks) {
                show(event.target(), true);
            }
        })
    };
    let click = Callback::from(move |event: MouseEvent| {
        if !within(event.target(), "mark") {
            show(event.target(), true);
        }
    });
    MarkListeners { over, out, focus, click }
}

/// Whether a field has the focus.
fn is_writing() -> bool {
    let field = document().active_element().map(|element| element.tag_name());
    matches!(field.as_deref(), Some("TEXTAREA" | "INPUT"))
}

fn within(target: Option<EventTarget>, selector: &str) -> bool {
    element(target).is_some_and(|element| element.closest(selector).ok().flatten().is_some())
}

fn mark_at(target: Option<EventTarget>) -> Option<MarkId> {
    let mark = element(target)?.closest("[data-mark]").ok()??;
    MarkId::parse(&mark.get_attribute("data-mark")?)
}

fn element(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into().ok()
}
