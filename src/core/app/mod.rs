//! The state of the app and how it changes: data and pure functions, which the page draws and the browser
//! carries out.

mod action;
mod route;
mod settings;
mod state;

pub use action::Action;
pub use route::Route;
pub use settings::{Face, Leading, Measure, Settings, Theme};
pub use state::{
    Anchored, ArticleState, Card, Load, MarkId, Message, Panel, Passage, SaveState, State, StorageFailure,
    StorageState, Stored,
};

#[cfg(test)]
mod tests;
