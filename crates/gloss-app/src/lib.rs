//! The state of the app and how it changes: data and pure functions, which the page draws and the browser
//! carries out.

mod action;
mod anchored;
mod bulk;
mod care;
mod facts;
mod find;
mod note_filter;
pub mod page;
mod place;
mod results;
mod route;
mod settings;
mod shelf;
mod state;

pub use action::Action;
pub use anchored::Anchored;
pub use bulk::Edit;
pub use care::other_versions;
pub use find::Find;
pub use note_filter::{NoteFilter, NoteIndex, NoteKind, NoteOrder, tags};
pub use place::Place;
pub use results::{ArticleHits, find_in_library, line_around};
pub use route::Route;
pub use settings::{Face, Leading, Measure, Settings, Theme};
pub use shelf::{Shelf, ShelfOrder};
pub use state::{
    ArticleState, Card, Load, MarkId, Message, Panel, Passage, SaveState, State, StorageFailure,
    StorageState, Stored,
};

#[cfg(test)]
mod tests;
