use super::keyboard::listen;
use crate::{
    platform::walk::{self, Reached},
    ui::Dispatch,
};
use gloss_app::{
    Action, Card, State,
    page::{PageBlock, Stop, Track, stops},
};
use gloss_text::Article;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// Steps from mark to mark in the open article by keyboard. A mark that is not drawn yet is shown as soon as it is.
#[hook]
pub(in crate::ui) fn use_steps(
    state: &Rc<State>,
    article: Option<Rc<Article>>,
    blocks: Rc<[Rc<PageBlock>]>,
    container: NodeRef,
    dispatch: &Dispatch,
) {
    let latest = use_mut_ref(|| None);
    *latest.borrow_mut() = Some((state.clone(), article, blocks));
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let listener = listen(move |event| {
            let (track, on) = match event.key().as_str() {
                // Many keyboards have the brackets on a third level, which some systems tell as Ctrl and Alt.
                _ if event.meta_key() || event.ctrl_key() && !event.get_modifier_state("AltGraph") => {
                    return false;
                }
                "]" => (Track::Names, true),
                "[" => (Track::Names, false),
                "}" => (Track::Quotations, true),
                "{" => (Track::Quotations, false),
                "." => (Track::Annotations, true),
                "," => (Track::Annotations, false),
                _ => return false,
            };
            // What is held here may be drawn anew by what follows.
            let Some((state, Some(article), blocks)) = latest.borrow().clone() else { return true };
            let Some(container) = container.cast::<Element>() else { return true };
            let (here, at) = walk::place(&container, article.text());
            // Where the focus is on its way to a mark that is not drawn yet. What the pointer rests on is no place.
            let sought = || match track {
                Track::Annotations => state.focused.clone().map(Stop::Annotation),
                _ => state.card.filter(|card| card.pinned).map(|card| Stop::Mark(card.mark)),
            };
            let here = here.or_else(sought);
            for stop in stops(&blocks, track, here.as_ref(), at, on) {
                match (walk::to_stop(&stop), stop) {
                    (Reached::Focused, _) => break,
                    (Reached::Hidden, _) => {}
                    (Reached::NotDrawn, Stop::Mark(mark)) => {
                        dispatch.dispatch(Action::Show(Some(Card { mark, pinned: true })));
                        break;
                    }
                    (Reached::NotDrawn, Stop::Annotation(id)) => {
                        dispatch.dispatch(Action::Focus(Some(id)));
                        break;
                    }
                }
            }
            true
        });
        move || drop(listener)
    });
}
