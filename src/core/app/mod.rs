//! The state of the app and how it changes: data and pure functions, which the page draws and the browser
//! carries out.

mod action;
mod bulk;
mod facts;
mod find;
mod note_filter;
mod place;
mod results;
mod route;
mod shelf;
mod state;

pub use action::Action;
pub use bulk::Edit;
pub use find::Find;
pub use note_filter::{NoteFilter, NoteIndex, NoteKind, NoteOrder, tags};
pub use place::Place;
pub use results::{ArticleHits, find_in_library, line_around};
pub use route::Route;
pub use shelf::{Shelf, ShelfOrder};
pub use state::{
    Anchored, ArticleState, Card, Load, MarkId, Message, Panel, Passage, SaveState, Settings, State,
    StorageFailure, StorageState, Stored,
};

#[cfg(test)]
mod tests;
