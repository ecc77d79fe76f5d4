use crate::platform::TextRef;
use crate::ui::hooks::use_effect_with;
use gloo::{events::EventListener, render::request_animation_frame, utils::window};
use std::{cell::RefCell, rc::Rc};
use web_sys::HtmlElement;
use yew::prelude::*;

/// Shows on `rail` what of the text, of `length` UTF-16 code units, is in the window: the style sheet
/// finds its ends in `--from` and `--to`, as fractions.
#[hook]
pub(in crate::ui) fn use_rail(text: TextRef, rail: NodeRef, length: usize) {
    use_effect_with((text, rail, length), |(text, rail, length)| {
        let (text, rail, length) = (text.clone(), rail.clone(), *length);
        let frame = Rc::new(RefCell::new(None));
        let follow = move || {
            let (text, rail) = (text.clone(), rail.clone());
            // However often the page scrolls, it is looked at once a frame.
            *frame.borrow_mut() = Some(request_animation_frame(move |_| {
                let view = text.view().and_then(|view| view.in_view());
                if let Some(((from, to), rail)) = view.zip(rail.cast::<HtmlElement>()) {
                    for (end, at) in [("--from", from), ("--to", to)] {
                        let _ = rail.style().set_property(end, &fraction(at.0, length));
                    }
                }
            }));
        };
        follow();
        let listeners = ["scroll", "resize"].map(|event| {
            let follow = follow.clone();
            EventListener::new(&window(), event, move |_| follow())
        });
        move || drop(listeners)
    });
}

/// `part` of `whole` as a decimal fraction, in ten-thousandths.
fn fraction(part: usize, whole: usize) -> String {
    let share = part.min(whole) * 10_000 / whole.max(1);
    format!("{}.{:04}", share / 10_000, share % 10_000)
}
