//! What a record may hold at most, so that a file from elsewhere cannot make one that no page can show.

use super::Warning;
use crate::Annotation;
use serde::{Deserialize, Serialize};

/// Something of which an annotation has a limited amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limit {
    /// Tags of an annotation.
    Tags,
    /// Code points of one tag.
    TagLength,
    /// Targets of an annotation.
    Targets,
    /// Code points of a note.
    NoteLength,
}

impl Limit {
    /// The largest amount that a record may have.
    pub const fn most(self) -> usize {
        match self {
            Self::Tags | Self::Targets => 100,
            Self::TagLength => 200,
            Self::NoteLength => 100_000,
        }
    }
}

/// Cuts an annotation down to the limits and says what was left out. `number` is its number in the file, from 1.
pub(super) fn limit(annotation: &mut Annotation, number: usize, warnings: &mut Vec<Warning>) {
    let mut warn = |limit, left_out| {
        if left_out > 0 {
            warnings.push(Warning::Shortened { number, limit, left_out });
        }
    };
    warn(Limit::NoteLength, shorten(&mut annotation.note, Limit::NoteLength.most()));
    warn(Limit::Tags, truncate(&mut annotation.tags, Limit::Tags.most()));
    warn(Limit::Targets, truncate(&mut annotation.targets, Limit::Targets.most()));
    let cut = annotation.tags.iter_mut().map(|tag| shorten(tag, Limit::TagLength.most())).sum();
    warn(Limit::TagLength, cut);
}

/// Keeps the first `most` items and returns how many were dropped.
fn truncate<T>(items: &mut Vec<T>, most: usize) -> usize {
    let left_out = items.len().saturating_sub(most);
    items.truncate(most);
    left_out
}

/// Keeps the first `most` code points and returns how many were dropped.
fn shorten(text: &mut String, most: usize) -> usize {
    let Some((end, _)) = text.char_indices().nth(most) else { return 0 };
    let left_out = text.get(end..).unwrap_or_default().chars().count();
    text.truncate(end);
    left_out
}
