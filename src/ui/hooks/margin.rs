use crate::platform::{
    TextRef,
    viewport::{Sizes, children},
};
use crate::ui::hooks::use_effect_with;
use gloss_notes::AnnotationId;
use gloss_text::Span;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Keeps the cards of `list` level with their passages: when other `cards` are shown or another one is `focused`, and
/// whenever a card or the text changes its size.
#[hook]
pub(in crate::ui) fn use_margin(
    list: NodeRef,
    cards: Vec<(AnnotationId, Span)>,
    focused: Option<AnnotationId>,
    text: TextRef,
) {
    use_effect_with((list, cards, focused, text), |(list, cards, focused, text)| {
        let watch = list.cast::<HtmlElement>().zip(text.view()).and_then(|(list, view)| {
            let (list_again, cards, focused) = (list.clone(), cards.clone(), focused.clone());
            let watched = children(&list).into_iter().chain([view.element().clone()]);
            Sizes::watch(watched, move || view.place_notes(&list_again, &cards, focused.as_deref()))
        });
        move || drop(watch)
    });
}
