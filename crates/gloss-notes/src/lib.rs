//! Annotations: what a reader writes about a passage, and how the passage is found again.

mod anchor;
mod correction;
pub mod exchange;
mod folder;
mod fragment;
mod history;
mod kept;
mod markdown;
#[cfg(test)]
mod sample;
mod selector;
mod tags;

pub use anchor::{Anchor, Anchorer, Candidate, Outcome, find_approximately};
pub use correction::{CorrectionChange, TakenFor};
pub use folder::{FolderFailure, FolderFile, Records, Round};
pub use fragment::{TEXT_FRAGMENT_SPECIFICATION, TextFragment};
use gloss_analysis::Correction;
pub use gloss_text::Timestamp;
pub use history::{Change, Deed, History, Step, Write};
pub use kept::{Holdings, KeptArticle, Original, version_id};
pub use markdown::{NoteBlock, NoteInline, note_blocks};
pub use selector::{Target, TextPositionSelector, TextQuoteSelector};
use serde::{Deserialize, Serialize};
pub use tags::{count_tags, distinct_tags, is_same_tag};

gloss_text::id_type! {
    /// Identifies an annotation. The ids made here are UUIDs of version 7 in their usual text form, so that they
    /// sort by the time at which they were made; those of other programs may be any text.
    AnnotationId
}

/// What the ids of annotations begin with that come with a site.
const GIVEN: &str = "given.";

impl AnnotationId {
    /// The id under which an annotation comes with a site, for every reader beside their own.
    #[must_use]
    pub fn given(&self) -> Self {
        Self::new(format!("{GIVEN}{self}")).unwrap_or_else(|| self.clone())
    }

    /// Returns whether the annotation comes with the site. A [`History`] never changes or removes such a one, and it is
    /// not among what the reader has.
    pub fn is_given(&self) -> bool {
        self.starts_with(GIVEN)
    }
}

/// One highlight, note, link or correction, stored as one record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// The id, which never changes.
    pub id: AnnotationId,
    /// The passages that it is about, in one article or several; never empty.
    pub targets: Vec<Target>,
    /// The purpose.
    pub motivation: Motivation,
    /// The colour in which it is shown.
    #[serde(default)]
    pub colour: Colour,
    /// The reader's own words, in the Markdown of [`note_blocks`]; empty for a bare highlight.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The reader's own labels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// What the reader corrects about the analysis of the passage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
    /// The annotation that this one answers, which need not be there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replies_to: Option<AnnotationId>,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
}

impl Annotation {
    /// Returns what a reader calls it.
    pub fn kind(&self) -> Kind {
        if self.correction.is_some() {
            Kind::Correction
        } else if self.replies_to.is_some() {
            Kind::Reply
        } else if self.motivation == Motivation::Linking || self.targets.len() > 1 {
            Kind::Link
        } else if self.note.is_empty() {
            Kind::Highlight
        } else {
            Kind::Note
        }
    }
}

/// What a reader calls an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A passage is marked, and nothing is said about it.
    Highlight,
    /// Something is said about a passage or an article.
    Note,
    /// Passages are tied together.
    Link,
    /// The analysis of a passage is corrected.
    Correction,
    /// Another annotation is answered.
    Reply,
}

impl Kind {
    /// Returns the name in exported tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Highlight => "highlight",
            Self::Note => "note",
            Self::Link => "link",
            Self::Correction => "correction",
            Self::Reply => "reply",
        }
    }
}

/// The purpose of an annotation, in the terms of the W3C Web Annotation vocabulary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Motivation {
    /// Marks a passage.
    #[default]
    Highlighting,
    /// Says something about it.
    Commenting,
    /// Ties passages together.
    Linking,
    /// Corrects the analysis of the passage.
    Editing,
}

/// The colours by name. The style sheet decides what they look like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Colour {
    /// The first choice.
    #[default]
    Yellow,
    /// Green.
    Green,
    /// Blue.
    Blue,
    /// Pink.
    Pink,
    /// Purple.
    Purple,
}

impl Colour {
    /// All colours, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Yellow, Self::Green, Self::Blue, Self::Pink, Self::Purple];

    /// Returns the name in stored data and in the style sheet.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Pink => "pink",
            Self::Purple => "purple",
        }
    }
}
