//! The page: thin components over the core's state.

// Yew's macro matches over `()` with `_`.
#![allow(clippy::ignored_unit_patterns)]

mod app;
mod components;
mod hooks;
mod pages;
mod words;

use crate::core::app::{Action, State};
use std::rc::Rc;
use yew::{Reducible, UseReducerDispatcher};

/// Sends an action to the state.
type Dispatch = UseReducerDispatcher<State>;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(State::reduce(&self, action))
    }
}

/// Draws the app into the document's body and keeps it running.
pub fn mount() {
    yew::Renderer::<app::App>::new().render();
}
