use crate::{platform::places, ui::Dispatch};
use gloo::{
    events::EventListener,
    timers::callback::Timeout,
    utils::{document, window},
};
use gloss_app::{Action, Place};
use gloss_text::Article;
use std::{cell::RefCell, rc::Rc};
use web_sys::Element;
use yew::prelude::*;

/// Scrolling has come to rest after this time.
const SETTLED_MS: u32 = 400;

/// Opens the article, drawn in `container`, at the place that is kept for it, if it is to be opened there, and keeps
/// the place that the reader comes to.
#[hook]
pub(in crate::ui) fn use_place(
    article: Option<Rc<Article>>,
    place: Option<Place>,
    container: NodeRef,
    dispatch: Dispatch,
) {
    // What the reader states of the article changes neither its text nor the place in it.
    use_effect_with(article.as_ref().map(|article| article.id.clone()), move |_| {
        let parts = article.zip(container.cast::<Element>());
        let listeners = parts.map(|(article, container)| {
            let left_at = place.map(|place| {
                let (article, container) = (article.clone(), container.clone());
                // By then the parts of the text are there.
                Timeout::new(0, move || places::go_to(&container, article.text(), place.at))
            });
            let keep = move || {
                if let Some(place) = places::current(&container, article.text()) {
                    places::keep(&article.id, &place);
                    dispatch.dispatch(Action::Reached(article.id.clone(), place));
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
