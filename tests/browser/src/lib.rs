//! Drives the release build in `dist/` in a real browser.
//!
//! Each test has a server, a driver and a browser profile of its own, so that tests run side by side and
//! share nothing. The site is served below a path, as it would be on a static host.

mod browser;
mod page;
mod site;

pub use browser::{Browser, Profile};
pub use page::Page;
pub use site::Site;

/// What a test returns: any failure is a failed test.
pub type Outcome = Result<(), Box<dyn std::error::Error + Send + Sync>>;
