//! The state of the app and how it changes: data and pure functions, which the page draws and the browser
//! carries out.

mod action;
mod route;
mod state;

pub use action::Action;
pub use route::Route;
pub use state::{
    Anchored, ArticleState, Card, Load, MarkId, Message, Panel, Passage, SaveState, Settings, State,
    StorageFailure, StorageState, Stored,
};

#[cfg(test)]
mod tests;
