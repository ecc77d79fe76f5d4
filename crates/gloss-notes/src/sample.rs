//! Annotations for the tests.

use crate::{Annotation, Colour, Motivation};

/// A note of these words that was last changed at a time.
pub(crate) fn annotation(id: &str, note: &str, modified: u64) -> Annotation {
    Annotation {
        id: id.parse().unwrap(),
        targets: Vec::new(),
        motivation: Motivation::Commenting,
        colour: Colour::Yellow,
        note: note.to_owned(),
        tags: Vec::new(),
        correction: None,
        replies_to: None,
        created: 0,
        modified,
    }
}
