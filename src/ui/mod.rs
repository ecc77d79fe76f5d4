//! The page: thin components over the core's state.

// Yew's macro matches over `()` with `_`.
#![allow(clippy::ignored_unit_patterns)]

mod app;
mod beside;
mod components;
mod exchange;
mod hooks;
mod pages;
mod widget;
mod words;

use crate::platform::{clock, foreign};
use gloo::utils::document;
use gloss_app::{Act, Action, Pane, State};
use std::{ops::Deref, rc::Rc};
use yew::{Reducible, UseReducerDispatcher, UseReducerHandle};

/// Sends actions to the state, from one of its panes.
#[derive(Clone, PartialEq)]
struct Dispatch {
    actions: UseReducerDispatcher<Shared>,
    /// Where what happens in an article happens.
    pane: Pane,
}

impl Dispatch {
    fn dispatch(&self, action: Action) {
        self.actions.dispatch(action);
    }

    /// Something happens in the pane.
    fn act(&self, act: Act) {
        self.actions.dispatch(Action::In(self.pane, act));
    }
}

/// The state as a component holds it.
type Handle = UseReducerHandle<Shared>;

/// The state of the app, as Yew keeps it.
#[derive(Clone, PartialEq)]
struct Shared(Rc<State>);

impl Deref for Shared {
    type Target = Rc<State>;

    fn deref(&self) -> &Rc<State> {
        &self.0
    }
}

impl Reducible for Shared {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(Rc::new(self.0.reduce(action))))
    }
}

/// Draws the app into its place in the document and keeps it running.
///
/// # Panics
/// Where the page has no such place.
pub(crate) fn mount() {
    yew::platform::spawn_local(async {
        // The browser has just been busy with making the program ready.
        clock::pause().await;
        let place = document().get_element_by_id("app").expect("the page has a place for the app");
        foreign::ask_not_to_translate();
        foreign::undo(&place);
        yew::Renderer::<app::App>::with_root(place).render();
    });
}
