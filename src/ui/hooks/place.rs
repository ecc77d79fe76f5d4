use crate::ui::hooks::use_effect_with;
use crate::{
    platform::{TextRef, places},
    ui::Dispatch,
};
use gloo::{
    events::EventListener,
    timers::callback::Timeout,
    utils::{document, window},
};
use gloss_app::{Action, Opening};
use gloss_text::ArticleId;
use std::{cell::RefCell, rc::Rc};
use yew::prelude::*;

/// Scrolling has come to rest after this time.
const SETTLED_MS: u32 = 400;

/// Opens the article at the place that is kept for it, if it is to be opened there, and keeps the place that the reader
/// comes to.
#[hook]
pub(in crate::ui) fn use_place(
    id: ArticleId,
    text: TextRef,
    ready: bool,
    opening: Opening,
    dispatch: Dispatch,
) {
    // What the reader states of the article changes neither its text nor the place in it.
    use_effect_with((id, ready), move |(id, ready)| {
        let listeners = text.view().filter(|_| *ready).map(|view| {
            let left_at = match opening {
                Opening::Place(place) => {
                    let view = view.clone();
                    // By then the parts of the text are there.
                    Some(Timeout::new(0, move || view.go_to(place.at)))
                }
                Opening::Head | Opening::Led => None,
            };
            let id = id.clone();
            let keep = move || {
                if let Some(place) = view.place() {
                    places::keep(&id, &place);
                    dispatch.dispatch(Action::Reached(id.clone(), place));
                }
            };
            if left_at.is_none() {
                keep();
            }
            let (timer, settled) = (RefCell::new(None::<Timeout>), Rc::new(keep));
            let left = settled.clone();
            let listeners = [
                EventListener::new(&window(), "scroll", move |_| {
                    let settled = settled.clone();
                    *timer.borrow_mut() = Some(Timeout::new(SETTLED_MS, move || settled()));
                }),
                // A page that is put away may never come to rest.
                EventListener::new(&document(), "visibilitychange", move |_| left()),
            ];
            (left_at, listeners)
        });
        move || drop(listeners)
    });
}
