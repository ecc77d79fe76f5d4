//! Bringing articles into the library, how an article has changed, and the folder in which all is kept: pages that
//! programs beside the page draw.
//!
//! [`Bring`] and [`Versions`] take what the reader does as [`Event`](gloss_view::Event)s and answer with what is shown
//! and what is to happen. Neither knows of a browser: files come as bytes, and what is to be stored is handed out.

mod bring;
mod folder;
mod shelf;
mod terms;
mod versions;
mod words;

pub use bring::{Bring, Kept};
pub use folder::FolderStatus;
pub use versions::Versions;
