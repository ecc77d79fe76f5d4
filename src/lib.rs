//! Gloss, a reader for people who read the news closely.
//!
//! **One text, many spans.** An article's text never changes once it is loaded; blocks, names, quotations
//! and annotations are spans over it, made separately and laid over each other only when a page is drawn.
//!
//! - [`core`] holds all that is known about text: no browser, no clock, no input or output.
//! - `platform` (feature `web`) is the browser: selection, storage, files, routes, the clock.
//! - `ui` (feature `web`) is the page: thin components over the core's state.
//!
//! ```
//! use gloss::core::{analysis::{self, Model}, article::Article};
//!
//! let article = Article::from_plain_text("a", "“We met the test,” said Amanda Rowe of the IOPC.");
//! let analysis = analysis::analyse(&article, &Model::default());
//! let cue = analysis.quotations[0].cue;
//! assert_eq!(cue.map(|cue| cue.of(&article.text)), Some("said"));
//! ```
#![forbid(unsafe_code)]

pub mod core;
#[cfg(feature = "web")]
pub mod platform;
#[cfg(feature = "web")]
pub mod ui;
