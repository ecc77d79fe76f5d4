use gloo::{render::request_animation_frame, timers::callback::Timeout};
use std::{cell::RefCell, rc::Rc};
use yew::prelude::*;

/// Whether more is drawn of the article than its first text. Where it is `long`, its beginning is on the screen before
/// the rest of it, its marks and its notes are even looked for.
#[hook]
pub(in crate::ui) fn use_first_text(long: bool) -> bool {
    let drawn = use_state(|| false);
    let setter = drawn.setter();
    use_effect_with(long, move |long| {
        let rest = Rc::new(RefCell::new(None));
        let behind = Rc::clone(&rest);
        let frame = long.then(|| {
            request_animation_frame(move |_| {
                *behind.borrow_mut() = Some(Timeout::new(0, move || setter.set(true)));
            })
        });
        move || drop((frame, rest))
    });
    !long || *drawn
}
