use crate::platform::clock;
use crate::ui::hooks::use_effect_with;
use gloo::utils::document;
use gloss_app::{Entry, Load, Route, State};
use yew::{platform::spawn_local, prelude::*};

/// Whether the page of the route is to be drawn: when the bar above it has been. What a first visit saw of the page
/// until then is taken away as soon as the app shows the same.
#[hook]
pub(in crate::ui) fn use_first_paint(state: &State) -> bool {
    let begun = use_state(|| false);
    let begin = begun.setter();
    use_effect_with((), move |()| {
        spawn_local(async move {
            clock::pause().await;
            begin.set(true);
        });
    });
    let is_there = |entry: &Entry| !matches!(entry.document, Load::Waiting);
    let shown = match &state.route {
        Route::Library => state.library().all(is_there),
        Route::Read { article, .. } => state.article(article).is_none_or(is_there),
        _ => true,
    };
    use_effect_with(*begun && shown, |shown| {
        // The letters of the text are fetched when the first text is there, in others as wide.
        if let Some(root) = document().document_element().filter(|_| *shown) {
            let _ = root.set_attribute("data-letters", "");
        }
        if let Some(paint) = document().get_element_by_id("first-paint").filter(|_| *shown) {
            paint.remove();
        }
    });
    *begun
}
