use crate::ui::hooks::use_effect_with;
use crate::{
    platform::{TextRef, selection},
    ui::Dispatch,
};
use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Timeout,
    utils::document,
};
use gloss_app::Act;
use std::{cell::RefCell, rc::Rc};
use yew::prelude::*;

/// Long enough that dragging does not redraw the page at every step, short enough to seem at once.
const SETTLED_MS: u32 = 60;

/// Tells the state which passage of the text is selected.
#[hook]
pub(in crate::ui) fn use_selection(text: TextRef, dispatch: Dispatch) {
    use_effect_with(text, move |text| {
        let text = text.clone();
        let told = Rc::new(RefCell::new(selection::ends()));
        let last = told.clone();
        let report = Rc::new(move || {
            last.replace(selection::ends());
            dispatch.act(Act::Select(text.view().and_then(|view| view.selected())));
        });
        let waiting = Rc::new(RefCell::new(None::<Timeout>));
        let changed = {
            let (report, waiting) = (report.clone(), waiting.clone());
            EventListener::new(&document(), "selectionchange", move |_| {
                let report = report.clone();
                *waiting.borrow_mut() = Some(Timeout::new(SETTLED_MS, move || report()));
            })
        };
        // A key means the selection as it is now, so it is told before any other listener has the key: also a change
        // that the browser has not told yet itself, as keys may overtake its news.
        let options = EventListenerOptions::run_in_capture_phase();
        let pressed = EventListener::new_with_options(&document(), "keydown", options, move |_| {
            let untold = || selection::exists() && *told.borrow() != selection::ends();
            if waiting.take().is_some() || untold() {
                report();
            }
        });
        move || drop((changed, pressed))
    });
}

/// Keeps what is selected in the text selected when some of it is drawn anew, which is when `drawn` changes: as news
/// of a note from another tab makes it, or when a part of a long article comes near the window or leaves it.
#[hook]
pub(in crate::ui) fn use_kept_selection<T: PartialEq + 'static>(drawn: T, text: TextRef) {
    let drawn = Rc::new(drawn);
    let before = use_mut_ref(|| drawn.clone());
    if before.replace(drawn.clone()) != drawn
        && let Some(view) = text.view()
    {
        // The old text is still in the page.
        view.keep_selection();
    }
    use_effect_with(drawn, move |_| {
        if let Some(view) = text.view() {
            view.restore_selection();
        }
    });
}
