//! What is done to what a reader keeps: changes, the steps that they become, and what has to be stored.

use crate::{Annotation, AnnotationId, KeptArticle};
use gloss_text::{ArticleId, Description};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// What a reader does in one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Adds annotations or puts them in the place of those with the same ids.
    Put(Vec<Annotation>),
    /// Removes annotations; ids that are not there are passed over.
    Delete(Vec<AnnotationId>),
    /// States these facts about an article, and no others.
    Describe(Description),
    /// Keeps articles, or removes them where the records say so.
    Keep(Vec<KeptArticle>),
    /// Takes in what a file has.
    Import {
        /// Annotations, put as by [`Change::Put`].
        annotations: Vec<Annotation>,
        /// Other versions of annotations.
        versions: Vec<Annotation>,
        /// Facts about articles, stated as by [`Change::Describe`].
        facts: Vec<Description>,
        /// Articles and versions of them that are not there.
        articles: Vec<KeptArticle>,
    },
}

/// What a step was, in the terms of the reader, so that undo can say what it undoes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A passage was highlighted.
    Highlighted,
    /// A note was written.
    Noted,
    /// Annotations were given a colour.
    Coloured,
    /// Annotations were given tags, or lost them.
    Tagged,
    /// Annotations were deleted.
    Deleted,
    /// The analysis was corrected.
    Corrected,
    /// An annotation was put on another passage.
    Reattached,
    /// Another version of an annotation was taken instead.
    TookVersion,
    /// Facts about this article were stated.
    Described(ArticleId),
    /// This article was brought.
    Brought(ArticleId),
    /// This article was removed.
    Removed(ArticleId),
    /// A file was taken in.
    Imported,
    /// This was done to so many annotations at once.
    Many(usize, Box<Deed>),
}

impl Deed {
    /// This, done to so many annotations at once.
    #[must_use]
    pub fn of(self, count: usize) -> Self {
        if count == 1 { self } else { Self::Many(count, Box::new(self)) }
    }
}

/// A change as it was made: one step of undo and redo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub(super) deed: Deed,
    pub(super) edits: Vec<Edit>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Edit {
    Annotation { before: Option<Rc<Annotation>>, after: Option<Rc<Annotation>> },
    Facts { before: Rc<Description>, after: Rc<Description> },
    Article { before: Rc<KeptArticle>, after: Rc<KeptArticle> },
    Version { version: Rc<Annotation>, kept: bool },
}

/// What has to be stored, and told to other tabs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Write {
    /// Store a record under its id.
    Put {
        /// The record.
        annotation: Rc<Annotation>,
        /// What was known to stand there before.
        replaces: Option<Rc<Annotation>>,
    },
    /// Remove a record.
    Delete {
        /// What was known to stand there before.
        replaces: Rc<Annotation>,
    },
    /// Store a version under its id and the time of its last change, beside the record itself.
    Keep {
        /// The version.
        version: Rc<Annotation>,
    },
    /// Remove a version that was stored by [`Write::Keep`].
    Forget {
        /// The version.
        version: Rc<Annotation>,
    },
    /// Store what the reader states about an article.
    Describe {
        /// The record.
        description: Rc<Description>,
    },
    /// Store an article, or the word that it was removed.
    Article {
        /// The record.
        article: Rc<KeptArticle>,
    },
}

impl Step {
    /// What it was.
    pub const fn deed(&self) -> &Deed {
        &self.deed
    }

    /// How many annotations the step added, edited and deleted.
    pub fn counts(&self) -> (usize, usize, usize) {
        self.edits.iter().fold((0, 0, 0), |(added, edited, deleted), edit| match edit {
            Edit::Annotation { before: None, .. } => (added + 1, edited, deleted),
            Edit::Annotation { after: None, .. } => (added, edited, deleted + 1),
            Edit::Annotation { .. } => (added, edited + 1, deleted),
            _ => (added, edited, deleted),
        })
    }

    pub(super) fn reversed(&self) -> Self {
        Self { deed: self.deed.clone(), edits: self.edits.iter().rev().map(Edit::reversed).collect() }
    }
}

impl Edit {
    pub(super) fn reversed(&self) -> Self {
        match self.clone() {
            Self::Annotation { before, after } => Self::Annotation { before: after, after: before },
            Self::Facts { before, after } => Self::Facts { before: after, after: before },
            Self::Article { before, after } => Self::Article { before: after, after: before },
            Self::Version { version, kept } => Self::Version { version, kept: !kept },
        }
    }
}
