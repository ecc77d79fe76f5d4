use crate::platform::viewport;
use gloo::{events::EventListener, render::request_animation_frame, utils::window};
use std::{cell::RefCell, rc::Rc};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Shows on `rail` what of the text in `container`, of `length` UTF-16 code units, is in the window: the style sheet
/// finds its ends in `--from` and `--to`, as fractions.
#[hook]
pub(in crate::ui) fn use_rail(container: NodeRef, rail: NodeRef, length: usize) {
    use_effect_with((container, rail, length), |(container, rail, length)| {
        let (container, rail, length) = (container.clone(), rail.clone(), *length);
        let frame = Rc::new(RefCell::new(None));
        let follow = move || {
            let (container, rail) = (container.clone(), rail.clone());
            // However often the page scrolls, it is looked at once a frame.
            *frame.borrow_mut() = Some(request_animation_frame(move |_| {
                let view = container.cast::<Element>().and_then(|text| viewport::in_view(&text));
                if let Some(((from, to), rail)) = view.zip(rail.cast::<HtmlElement>()) {
                    for (end, at) in [("--from", from), ("--to", to)] {
                        let fraction = at as f64 / length.max(1) as f64;
                        let _ = rail.style().set_property(end, &format!("{fraction:.4}"));
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
