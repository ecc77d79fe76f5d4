use crate::{
    core::{
        app::{Action, Passage},
        article::Article,
        page::PageBlock,
    },
    platform::selection::{self, Kept},
    ui::Dispatch,
};
use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Timeout,
    utils::document,
};
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
        let report = Rc::new(move || {
            let parts = article.as_ref().zip(container.cast::<Element>());
            let passage = parts.and_then(|(article, container)| {
                let span = selection::selected(&container, &article.text)?;
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
        // A key means the selection as it is now, so it is told before any other listener has the key.
        let options = EventListenerOptions::run_in_capture_phase();
        let pressed = EventListener::new_with_options(&document(), "keydown", options, move |_| {
            if waiting.take().is_some() {
                report();
            }
        });
        move || drop((changed, pressed))
    });
}

/// Keeps what is selected in `container` selected when the article's blocks are drawn anew, as news of a note from
/// another tab makes them.
#[hook]
pub(in crate::ui) fn use_kept_selection(blocks: Rc<[Rc<PageBlock>]>, container: NodeRef) {
    // This is read while the old blocks are still in the page.
    let kept = use_memo(blocks.clone(), |_| container.cast::<Element>().as_ref().and_then(Kept::read));
    use_effect_with(blocks, move |_| {
        if let Some((kept, container)) = (*kept).zip(container.cast::<Element>()) {
            kept.restore(&container);
        }
    });
}
