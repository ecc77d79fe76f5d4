use gloss_text::Span;
use std::{collections::BTreeSet, rc::Rc};
use yew::prelude::*;

/// The parts of the article whose marks are drawn.
#[derive(Clone, Default, PartialEq)]
struct Drawn(BTreeSet<Span>);

impl Reducible for Drawn {
    type Action = (Span, bool);

    fn reduce(self: Rc<Self>, (part, drawn): Self::Action) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        if drawn {
            next.0.insert(part);
        } else {
            next.0.remove(&part);
        }
        Rc::new(next)
    }
}

/// From where to where marks are drawn, and how the article's parts tell.
#[hook]
pub(in crate::ui) fn use_drawn() -> (Span, Callback<(Span, bool)>) {
    let drawn = use_reducer_eq(Drawn::default);
    let dispatch = drawn.dispatcher();
    let tell = use_callback((), move |part, ()| dispatch.dispatch(part));
    let start = drawn.0.first().map_or(0, |part| part.start);
    (Span::new(start, drawn.0.last().map_or(start, |part| part.end)), tell)
}
