//! The browser: everything that the core does not know of. Each part turns what the browser answers into
//! values of the core, and every failure into words for the reader.

pub(crate) mod address;
pub(crate) mod analyst;
pub(crate) mod assets;
pub(crate) mod beside;
pub(crate) mod choices;
pub(crate) mod clipboard;
pub(crate) mod clock;
pub(crate) mod drafts;
pub(crate) mod exchange;
pub(crate) mod files;
pub(crate) mod foreign;
pub(crate) mod highlights;
pub(crate) mod json;
mod local;
pub(crate) mod locale;
pub(crate) mod margin;
pub(crate) mod places;
pub(crate) mod selection;
pub(crate) mod settings;
pub(crate) mod storage;
pub(crate) mod stories;
pub(crate) mod tabs;
mod text_view;
pub(crate) mod viewport;
pub(crate) mod walk;

pub(crate) use text_view::{TextRef, TextView};

/// A selector of the elements whose attribute `name` is `value`, whatever stands in that: ids of notes may come from other
/// programs and from the address.
pub(crate) fn with_attribute(name: &str, value: &str) -> String {
    let mut selector = format!("[{name}=\"");
    for c in value.chars() {
        match c {
            '"' | '\\' => selector.extend(['\\', c]),
            c if c.is_control() => selector.extend(format!("\\{:x} ", u32::from(c)).chars()),
            c => selector.push(c),
        }
    }
    selector + "\"]"
}
