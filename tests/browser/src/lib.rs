//! Drives the release build in `dist/` in a real browser.
//!
//! Each test has a server, a driver and a browser profile of its own, so that tests run side by side and
//! share nothing. The site is served below a path, as it would be on a static host.
//!
//! The same tests run in three engines; `GLOSS_BROWSER=chromium`, `firefox` or `webkit` chooses one, and
//! [`Engine`] hides how they differ. A test that makes sense in some of them only says so by
//! `#[cfg_attr(not(engine = "chromium"), ignore = "why")]`, and is listed as ignored in the others.

mod browser;
mod crowd;
mod driver;
mod engine;
mod notes;
mod page;
mod scene;
mod site;
mod theme;
mod tools;

pub use browser::{Browser, Profile};
pub use crowd::{long_article, store_notes};
pub use engine::Engine;
pub use notes::{
    HIGHLIGHT, begin_note, finish_note, highlight, notes, open_editor, records, state_facts, write_note,
};
pub use page::Page;
pub use scene::{Scene, WIDTHS, annotate};
pub use site::Site;
pub use theme::{THEMES, Theme};
pub use tools::{axe_core, lighthouse};

/// What a test returns: any failure is a failed test.
pub type Outcome = Result<(), Box<dyn std::error::Error + Send + Sync>>;
