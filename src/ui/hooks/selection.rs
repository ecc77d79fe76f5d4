use crate::{platform::selection, ui::Dispatch};
use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Timeout,
    utils::document,
};
use gloss_app::{Action, Passage};
use gloss_text::Article;
use std::{cell::RefCell, rc::Rc};
use web_sys::Element;
use yew::prelude::*;

/// Long enough that dragging does not redraw the page at every step, short enough to seem at once.
const SETTLED_MS: u32 = 60;

/// Tells the state which passage of `article`, drawn in `container`, is selected.
#[hook]
pub(in crate::ui) fn use_selection(article: Option<Rc<Article>>, container: NodeRef, dispatch: Dispatch) {
    use_effect_with(article, move |article| {
        let article = article.clone();
        let told = Rc::new(RefCell::new(selection::ends()));
        let last = told.clone();
        let report = Rc::new(move || {
            last.replace(selection::ends());
            let parts = article.as_ref().zip(container.cast::<Element>());
            let passage = parts.and_then(|(article, container)| {
                let span = selection::selected(&container, article.text())?;
                Some(Passage { article: article.id.clone(), span })
            });
            dispatch.dispatch(Action::Selected(passage));
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

/// Keeps what is selected in `container` selected when some of it is drawn anew, which is when `drawn` changes: as news
/// of a note from another tab makes it, or when a part of a long article comes near the window or leaves it.
#[hook]
pub(in crate::ui) fn use_kept_selection<T: PartialEq + 'static>(drawn: T, container: NodeRef) {
    let drawn = Rc::new(drawn);
    let before = use_mut_ref(|| drawn.clone());
    if before.replace(drawn.clone()) != drawn
        && let Some(container) = container.cast::<Element>()
    {
        // The old text is still in the page.
        selection::keep(&container);
    }
    use_effect_with(drawn, move |_| {
        if let Some(container) = container.cast::<Element>() {
            selection::restore(&container);
        }
    });
}
