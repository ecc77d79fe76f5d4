use crate::core::app::{ArticleState, Load, Route, State};
use gloo::utils::document;
use yew::prelude::*;

/// Takes away what the page itself showed of a first visit's route, as soon as the app shows the same.
#[hook]
pub(in crate::ui) fn use_first_paint(state: &State) {
    let is_there = |entry: &ArticleState| !matches!(entry.article, Load::Waiting);
    let shown = match &state.route {
        Route::Library => state.library.iter().all(is_there),
        Route::Read { article, .. } => state.article(article).is_none_or(is_there),
        _ => true,
    };
    use_effect_with(shown, |shown| {
        if let Some(paint) = document().get_element_by_id("first-paint").filter(|_| *shown) {
            paint.remove();
        }
    });
}
