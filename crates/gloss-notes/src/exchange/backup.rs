use super::{Import, ReadError, Unreadable, Warning};
use crate::{Annotation, KeptArticle, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The field that marks a backup. Its value is the version of the format.
pub(super) const FORMAT: &str = "gloss";
/// The version that is written. It counts up if a change does more than add fields.
const VERSION: u64 = 1;

/// Everything a reader has, in one file.
#[derive(Clone, Debug, Default)]
pub struct Backup<'a> {
    /// When it is made.
    pub made: Timestamp,
    /// All annotations.
    pub annotations: Vec<&'a Annotation>,
    /// Their other versions.
    pub versions: Vec<&'a Annotation>,
    /// What the reader states about articles, as it is stored.
    pub articles: Vec<Value>,
    /// Articles and versions of articles with their texts.
    pub kept: Vec<&'a KeptArticle>,
    /// Settings as they are stored; null for none.
    pub settings: Value,
    /// Records that could not be read, as they are stored.
    pub unreadable: Vec<Value>,
}

#[derive(Serialize)]
struct File<'a> {
    gloss: u64,
    made: String,
    annotations: &'a [&'a Annotation],
    versions: &'a [&'a Annotation],
    articles: &'a [Value],
    kept: &'a [&'a KeptArticle],
    settings: &'a Value,
    unreadable: &'a [Value],
}

impl Backup<'_> {
    /// Returns the file, as JSON.
    pub fn to_json(&self) -> String {
        let file = File {
            gloss: VERSION,
            made: super::to_iso_8601(self.made),
            annotations: &self.annotations,
            versions: &self.versions,
            articles: &self.articles,
            kept: &self.kept,
            settings: &self.settings,
            unreadable: &self.unreadable,
        };
        // Strings, numbers and lists can always be written as JSON.
        serde_json::to_string(&file).unwrap_or_default()
    }
}

pub(super) fn read(document: &Value, format: &Value, import: &mut Import) -> Result<(), ReadError> {
    match format.as_u64() {
        Some(0..=VERSION) => {}
        Some(later) => return Err(ReadError::TooNew(later)),
        None => return Err(ReadError::UnknownFormat),
    }
    let list =
        |name: &str| document.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let Import { annotations, versions, unreadable, warnings, .. } = import;
    for (name, read) in [("annotations", annotations), ("versions", versions)] {
        for (at, record) in list(name).iter().enumerate() {
            if let Ok(annotation) = Annotation::deserialize(record) {
                read.push(annotation);
            } else {
                warnings.push(Warning::Unreadable { number: at + 1, why: Unreadable::Incomplete });
                unreadable.push(record.clone());
            }
        }
    }
    unreadable.extend_from_slice(list("unreadable"));
    for (at, record) in list("kept").iter().enumerate() {
        if let Ok(article) = KeptArticle::deserialize(record) {
            import.kept.push(article);
        } else {
            warnings.push(Warning::Unreadable { number: at + 1, why: Unreadable::Incomplete });
            unreadable.push(record.clone());
        }
    }
    import.articles = list("articles").to_vec();
    import.settings = document.get("settings").cloned().unwrap_or_default();
    Ok(())
}
