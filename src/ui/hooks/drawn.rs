use gloss_text::Span;
use std::rc::Rc;
use yew::prelude::*;

/// The parts of the article whose marks are drawn, in no order.
#[derive(Clone, Default, PartialEq)]
struct Drawn(Vec<Span>);

impl Reducible for Drawn {
    type Action = (Span, bool);

    fn reduce(self: Rc<Self>, (part, drawn): Self::Action) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        next.0.retain(|other| *other != part);
        if drawn {
            next.0.push(part);
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
    let start = drawn.0.iter().map(|part| part.start).min().unwrap_or_default();
    (Span::new(start, drawn.0.iter().map(|part| part.end).max().unwrap_or(start)), tell)
}
