//! What the reader says of stories: which articles belong together, and what they are called. It is little and can be said
//! again, so it is in the browser's local storage; an address names the articles of its story itself.

use super::local;
use serde_json::Value;
use std::rc::Rc;

const KEY: &str = "gloss.stories";
const ALSO: &str = "gloss.also.";

/// What is kept.
pub(crate) fn kept() -> Option<String> {
    local::get(KEY)
}

/// Keeps this in the place of it.
pub(crate) fn keep(stories: &str) {
    local::set(KEY, stories);
}

/// Keeps which quotations other articles have, as the program that compares them tells it: of each text its version, and
/// a line for each quotation with the byte offset at which it ends, or its first piece, and what is said of it.
pub(crate) fn keep_also(told: &Value) {
    for text in told.as_array().into_iter().flatten() {
        let part = |at: usize| text.get(at).and_then(Value::as_str).unwrap_or_default();
        local::set(&format!("{ALSO}{}", part(0)), part(1));
    }
}

/// What is kept of the text of this version.
pub(crate) fn also(version: &str) -> Rc<str> {
    local::get(&format!("{ALSO}{version}")).unwrap_or_default().into()
}

/// What that says of the quotation whose first piece ends at the byte offset `end`.
pub(crate) fn also_at(also: &str, end: usize) -> Option<&str> {
    also.lines()
        .filter_map(|line| line.split_once(' '))
        .find_map(|(at, said)| (at.parse() == Ok(end)).then_some(said))
}
