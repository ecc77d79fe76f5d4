use super::{backup, hypothesis, json_ld};
use crate::{Annotation, AnnotationId, History, Timestamp};
use gloss_text::{ArticleId, Description};
use serde::Deserialize;
use serde_json::Value;
use std::{collections::BTreeMap, fmt, rc::Rc};

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// The annotations that could be read.
    pub annotations: Vec<Annotation>,
    /// Earlier versions of annotations, from a backup.
    pub versions: Vec<Annotation>,
    /// What the reader stated about articles, as it was stored, from a backup.
    pub articles: Vec<Value>,
    /// Settings as they were stored, from a backup; null for none.
    pub settings: Value,
    /// Annotations that could not be read, as they came.
    pub unreadable: Vec<Value>,
    /// What was left out, and why.
    pub warnings: Vec<Warning>,
}

/// Something that a file says and Gloss cannot take over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// An annotation could not be read at all.
    Unreadable {
        /// Its number in the file, from 1.
        number: usize,
        /// Why.
        why: &'static str,
    },
    /// Parts of an annotation were passed over.
    Skipped {
        /// Its number in the file, from 1.
        number: usize,
        /// Their names.
        parts: Vec<String>,
    },
    /// The file is a collection whose annotations are in other files.
    Elsewhere,
    /// An annotation tells its place but not its words, and stands for the article as a whole.
    NoQuote {
        /// Its number in the file, from 1.
        number: usize,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { number, why } => write!(f, "Annotation {number} cannot be read: {why}."),
            Self::Skipped { number, parts } => {
                write!(f, "Annotation {number} has parts that Gloss does not know: {}.", parts.join(", "))
            }
            Self::Elsewhere => f.write_str("The collection's annotations are in other files."),
            Self::NoQuote { number } => {
                write!(
                    f,
                    "Annotation {number} does not quote a passage and is kept as a note on its article."
                )
            }
        }
    }
}

/// A file that is none of the formats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// It is no JSON.
    NotJson(String),
    /// It is JSON of another kind.
    UnknownFormat,
    /// It is a backup that a later version of Gloss has made.
    TooNew(u64),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson(why) => write!(f, "The file is not JSON ({why})."),
            Self::UnknownFormat => f.write_str("The file holds no annotations in a format that Gloss reads."),
            Self::TooNew(version) => {
                write!(f, "The backup was made by a later version of Gloss (format {version}).")
            }
        }
    }
}

impl std::error::Error for ReadError {}

/// Reads a backup, Hypothesis' export or W3C JSON-LD, whichever it is. `now` stands for times that are not
/// stated.
pub fn read(file: &str, now: Timestamp) -> Result<Import, ReadError> {
    let document: Value =
        serde_json::from_str(file).map_err(|error| ReadError::NotJson(error.to_string()))?;
    let mut import = Import::default();
    if let Some(format) = document.get(backup::FORMAT) {
        backup::read(&document, format, &mut import)?;
    } else if let Some(Value::Array(annotations)) = document.get("annotations") {
        hypothesis::read(annotations, now, &mut import);
    } else {
        json_ld::read(&document, now, &mut import);
        let nothing = import.annotations.is_empty();
        let any =
            import.unreadable.iter().any(|one| one.get("@context").is_some() && one.get("target").is_some());
        if nothing && !any && import.warnings != [Warning::Elsewhere] {
            return Err(ReadError::UnknownFormat);
        }
    }
    Ok(import)
}

impl Import {
    /// What a backup says that its reader stated about articles.
    pub fn descriptions(&self) -> Vec<Description> {
        self.articles.iter().filter_map(|record| Description::deserialize(record).ok()).collect()
    }

    /// Puts targets on articles of the library, where `article` knows which one an address means.
    pub fn place(&mut self, article: impl Fn(&str) -> Option<ArticleId>) {
        for target in self.annotations.iter_mut().flat_map(|annotation| &mut annotation.targets) {
            if let Some(id) = article(&target.article) {
                target.article = id;
            }
        }
    }
}

/// What an import would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportPreview {
    /// Annotations that are new.
    pub added: Vec<Annotation>,
    /// Annotations that are there in an earlier state, and what they would become.
    pub updated: Vec<(Rc<Annotation>, Annotation)>,
    /// Annotations that would stay as they are.
    pub skipped: Vec<(Annotation, Skipped)>,
}

/// Why an annotation would not be taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skipped {
    /// It is there already, just so.
    Same,
    /// The one that is there was changed later.
    Older,
    /// A later state of it is in the same file.
    Repeated,
}

impl ImportPreview {
    /// Compares what comes in with what is there; nothing changes.
    pub fn new(history: &History, annotations: impl IntoIterator<Item = Annotation>) -> Self {
        let mut preview = Self::default();
        let mut latest: BTreeMap<AnnotationId, Annotation> = BTreeMap::new();
        for annotation in annotations {
            let earlier = match latest.get(&annotation.id) {
                Some(other) if other.modified > annotation.modified => Some(annotation),
                _ => latest.insert(annotation.id.clone(), annotation),
            };
            preview.skipped.extend(earlier.map(|earlier| (earlier, Skipped::Repeated)));
        }
        for annotation in latest.into_values() {
            match history.get(&annotation.id) {
                None => preview.added.push(annotation),
                Some(ours) if **ours == annotation => preview.skipped.push((annotation, Skipped::Same)),
                Some(ours) if ours.modified >= annotation.modified => {
                    preview.skipped.push((annotation, Skipped::Older));
                }
                Some(ours) => preview.updated.push((ours.clone(), annotation)),
            }
        }
        preview
    }

    /// What the import puts into the history.
    pub fn into_annotations(self) -> Vec<Annotation> {
        self.added.into_iter().chain(self.updated.into_iter().map(|(_, new)| new)).collect()
    }
}
