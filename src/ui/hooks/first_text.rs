use crate::ui::Dispatch;
use crate::ui::hooks::use_effect_with;
use gloo::{render::request_animation_frame, timers::callback::Timeout};
use gloss_app::Act;
use std::{cell::RefCell, rc::Rc};
use yew::prelude::*;

/// Tells the state when the first text of an article that is not `complete` has been drawn: its beginning is on the screen
/// before the rest of it, its marks and its notes are even looked for.
#[hook]
pub(in crate::ui) fn use_first_text(complete: bool, dispatch: Dispatch) {
    use_effect_with(complete, move |complete| {
        let rest = Rc::new(RefCell::new(None));
        let after = Rc::clone(&rest);
        let frame = (!complete).then(|| {
            request_animation_frame(move |_| {
                *after.borrow_mut() = Some(Timeout::new(0, move || dispatch.act(Act::Drawn)));
            })
        });
        move || drop((frame, rest))
    });
}
