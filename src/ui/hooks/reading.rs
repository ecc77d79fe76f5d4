use crate::platform::viewport;
use gloo::{
    events::EventListener, render::request_animation_frame, timers::callback::Timeout, utils::window,
};
use std::{cell::RefCell, rc::Rc};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// How long the page rests before the reader is taken to have come to a place.
const RESTING_MS: u32 = 700;

/// Shows on `rail` what of the text in `container`, of `length` UTF-16 code units, is in the window: the style sheet
/// finds its ends in `--from` and `--to`, as fractions. Once the page rests, `on_rest` is told where the text in the
/// window begins and ends, in UTF-16 code units.
#[hook]
pub(in crate::ui) fn use_reading(
    container: NodeRef,
    rail: NodeRef,
    length: usize,
    on_rest: Callback<(usize, usize)>,
) {
    use_effect_with((container, rail, length), move |(container, rail, length)| {
        let (container, rail, length) = (container.clone(), rail.clone(), *length);
        let frame = Rc::new(RefCell::new(None));
        let rest = Rc::new(RefCell::new(None::<Timeout>));
        let follow = move || {
            let (container, rail) = (container.clone(), rail.clone());
            let (rest, on_rest) = (Rc::clone(&rest), on_rest.clone());
            // However often the page scrolls, it is looked at once a frame.
            *frame.borrow_mut() = Some(request_animation_frame(move |_| {
                let Some(view) = container.cast::<Element>().and_then(|text| viewport::in_view(&text)) else {
                    return;
                };
                if let Some(rail) = rail.cast::<HtmlElement>() {
                    for (end, at) in [("--from", view.0), ("--to", view.1)] {
                        let fraction = at as f64 / length.max(1) as f64;
                        let _ = rail.style().set_property(end, &format!("{fraction:.4}"));
                    }
                }
                *rest.borrow_mut() = Some(Timeout::new(RESTING_MS, move || on_rest.emit(view)));
            }));
        };
        follow();
        let again = follow.clone();
        let listeners = [
            EventListener::new(&window(), "scroll", move |_| follow()),
            EventListener::new(&window(), "resize", move |_| again()),
        ];
        move || drop(listeners)
    });
}
