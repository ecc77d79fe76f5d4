use crate::platform::{
    margin,
    viewport::{Sizes, children},
};
use gloo::utils::document;
use gloss_notes::AnnotationId;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Keeps the cards of `list` level with their passages: when other `cards` are shown or another one is `focused`, and
/// whenever a card or the text changes its size.
#[hook]
pub(in crate::ui) fn use_margin(list: NodeRef, cards: Vec<AnnotationId>, focused: Option<AnnotationId>) {
    use_effect_with((list, cards, focused), |(list, _, focused)| {
        let watch = list.cast::<HtmlElement>().and_then(|list| {
            let (list_again, focused) = (list.clone(), focused.clone());
            let text = document().query_selector("article").ok().flatten();
            let watched = children(&list).into_iter().chain(text);
            Sizes::watch(watched, move || margin::place(&list_again, focused.as_deref()))
        });
        move || drop(watch)
    });
}
