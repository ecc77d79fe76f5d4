//! The page: thin components over the core's state.

// Yew's macro matches over `()` with `_`.
#![allow(clippy::ignored_unit_patterns)]

mod app;
mod components;
mod hooks;
mod pages;
mod words;

use gloss_app::{Action, State};
use crate::platform::clock;
use gloo::utils::document;
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

/// Draws the app into its place in the document and keeps it running.
///
/// # Panics
/// Where the page has no such place.
pub fn mount() {
    yew::platform::spawn_local(async {
        // The browser has just been busy with making the program ready.
        clock::pause().await;
        let place = document().get_element_by_id("app").expect("the page has a place for the app");
        yew::Renderer::<app::App>::with_root(place).render();
    });
}
