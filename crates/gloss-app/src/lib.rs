//! The state of the app and how it changes: data and pure functions, which the page draws and the browser
//! carries out.

mod action;
mod anchored;
mod annotations;
mod derived;
mod find;
mod library;
mod matrix;
mod note_filter;
/// A page as data: an article's blocks with everything that is marked in them.
pub mod page;
mod place;
mod reading;
mod results;
mod route;
mod settings;
mod shelf;
mod speech;
mod state;
mod views;

pub use action::Action;
pub use anchored::Anchored;
pub use annotations::{Edit, other_versions};
pub use derived::{Analysed, Blocks, Linked};
pub use find::Find;
pub use library::Entry;
pub use matrix::{NameCell, NameMatrix, NameRow};
pub use note_filter::{NoteFilter, NoteIndex, NoteKind, NoteOrder, tags, tick};
pub use place::Place;
pub use reading::{Act, Card, MarkId, Pane, Panel, Passage, Reading};
pub use results::{ArticleHits, find_in_library, line_around};
pub use route::Route;
pub use settings::{Face, Keys, Leading, Measure, Settings, Theme};
pub use shelf::{Shelf, ShelfOrder};
pub use speech::{Speech, VoiceColour, colours};
pub use state::{
    AnalysisFailure, FetchFailure, Load, Message, Opening, SaveState, State, StorageFailure, StorageState,
    Stored,
};
pub use views::{ArticleView, Elsewhere, FindView, LibraryRow, LibraryView, ORDINARY, Placed};

#[cfg(test)]
mod tests;
