//! What the reader says of stories: which articles belong together, and what they are called. It is little and can be said
//! again, so it is in the browser's local storage; an address names the articles of its story itself.

use super::local;

const KEY: &str = "gloss.stories";

/// What is kept.
pub(crate) fn kept() -> Option<String> {
    local::get(KEY)
}

/// Keeps this in the place of it.
pub(crate) fn keep(stories: &str) {
    local::set(KEY, stories);
}
