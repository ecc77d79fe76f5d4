//! The state of the app and how it changes: data and pure functions, which the page draws and the browser
//! carries out.

mod action;
mod anchored;
mod care;
mod route;
mod settings;
mod state;

pub use action::Action;
pub use anchored::Anchored;
pub use care::{other_versions, tags};
pub use route::Route;
pub use settings::{Face, Leading, Measure, Settings, Theme};
pub use state::{
    ArticleState, Card, Load, MarkId, Message, Panel, Passage, SaveState, State, StorageFailure,
    StorageState, Stored,
};

#[cfg(test)]
mod tests;
