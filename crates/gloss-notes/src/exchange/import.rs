use super::{ReadError, Warning, backup, hypothesis, json_ld, kindle, limits, readwise, zotero};
use crate::{Annotation, AnnotationId, KeptArticle, Timestamp};
use gloss_text::Description;
use serde::Deserialize;
use serde_json::Value;
use std::{collections::BTreeMap, rc::Rc};

/// A format in which annotations are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FileFormat {
    /// Gloss's own backup.
    #[default]
    Backup,
    /// The W3C Web Annotation model in JSON-LD.
    JsonLd,
    /// The export of Hypothesis, in JSON.
    Hypothesis,
    /// Annotations that Zotero has put into a note and exported as Markdown.
    ZoteroMarkdown,
    /// The highlights of Readwise as CSV.
    ReadwiseCsv,
    /// The file `My Clippings.txt` of a Kindle.
    KindleClippings,
}

impl FileFormat {
    /// All formats, in the order in which they are named to a reader whose file is in none of them.
    pub const ALL: [Self; 6] = [
        Self::Backup,
        Self::JsonLd,
        Self::Hypothesis,
        Self::ZoteroMarkdown,
        Self::ReadwiseCsv,
        Self::KindleClippings,
    ];
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// The format that the file is in.
    pub format: FileFormat,
    /// The annotations that could be read.
    pub annotations: Vec<Annotation>,
    /// Earlier versions of annotations, from a backup.
    pub versions: Vec<Annotation>,
    /// What the reader stated about articles, as it was stored, from a backup.
    pub articles: Vec<Value>,
    /// Articles and versions of articles with their texts, from a backup.
    pub kept: Vec<KeptArticle>,
    /// Settings as they were stored, from a backup; null for none.
    pub settings: Value,
    /// Annotations that could not be read, as they came.
    pub unreadable: Vec<Value>,
    /// What was left out, and why.
    pub warnings: Vec<Warning>,
}

/// Reads a file in any of the [formats](FileFormat), whichever it is. `now` is used for times that the file does not
/// state.
///
/// Fails only if the file as a whole is in none of the formats. Parts that cannot be read are named in
/// [`Import::warnings`].
pub fn read(file: &str, now: Timestamp) -> Result<Import, ReadError> {
    let file = file.trim_start_matches('\u{feff}');
    let mut import = Import::default();
    if file.trim_start().starts_with(['{', '[']) {
        read_json(file, now, &mut import)?;
    } else {
        import.format = [
            (FileFormat::KindleClippings, kindle::read as fn(&str, Timestamp, &mut Import) -> bool),
            (FileFormat::ReadwiseCsv, readwise::read),
            (FileFormat::ZoteroMarkdown, zotero::read),
        ]
        .into_iter()
        .find_map(|(format, read)| read(file, now, &mut import).then_some(format))
        .ok_or(ReadError::UnknownFormat)?;
    }
    let Import { annotations, versions, warnings, .. } = &mut import;
    for records in [annotations, versions] {
        for (at, annotation) in records.iter_mut().enumerate() {
            limits::limit(annotation, at + 1, warnings);
        }
    }
    Ok(import)
}

fn read_json(file: &str, now: Timestamp, import: &mut Import) -> Result<(), ReadError> {
    let document: Value =
        serde_json::from_str(file).map_err(|error| ReadError::BrokenJson { line: error.line() })?;
    if let Some(format) = document.get(backup::FORMAT) {
        return backup::read(&document, format, import);
    }
    if let Some(Value::Array(annotations)) = document.get("annotations") {
        import.format = FileFormat::Hypothesis;
        hypothesis::read(annotations, now, import);
        return Ok(());
    }
    import.format = FileFormat::JsonLd;
    json_ld::read(&document, now, import);
    let nothing = import.annotations.is_empty();
    let any =
        import.unreadable.iter().any(|one| one.get("@context").is_some() && one.get("target").is_some());
    if nothing && !any && import.warnings != [Warning::Elsewhere] {
        return Err(ReadError::UnknownFormat);
    }
    Ok(())
}

impl Import {
    /// Returns what a backup states about articles.
    pub fn descriptions(&self) -> Vec<Description> {
        self.articles.iter().filter_map(|record| Description::deserialize(record).ok()).collect()
    }

    /// Sets a record aside that cannot be read.
    pub(super) fn set_aside(&mut self, number: usize, why: super::Unreadable, record: Value) {
        self.warnings.push(Warning::Unreadable { number, why });
        self.unreadable.push(record);
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
    /// It is there already, with the same contents.
    Same,
    /// The one that is there was changed later.
    Older,
    /// A later state of it is in the same file.
    Repeated,
    /// The file does not say when it was changed, so that the one that is there stays.
    Undated,
}

/// Whether two states differ in nothing but their times.
fn has_same_contents(ours: &Annotation, theirs: &Annotation) -> bool {
    let Annotation { created, modified, .. } = *ours;
    *ours == Annotation { created, modified, ..theirs.clone() }
}

/// Whether `theirs` comes from a file without times. An annotation is made once: one that was made later than itself has
/// the time of its import.
fn is_undated(ours: &Annotation, theirs: &Annotation) -> bool {
    theirs.created == theirs.modified && theirs.created > ours.created
}

impl ImportPreview {
    /// Compares what comes in with what is there, without changing anything. `ours` finds an annotation that is there.
    pub fn new<'a>(
        ours: impl Fn(&AnnotationId) -> Option<&'a Rc<Annotation>>,
        annotations: impl IntoIterator<Item = Annotation>,
    ) -> Self {
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
            match ours(&annotation.id) {
                None => preview.added.push(annotation),
                Some(ours) if has_same_contents(ours, &annotation) => {
                    preview.skipped.push((annotation, Skipped::Same));
                }
                Some(ours) if is_undated(ours, &annotation) => {
                    preview.skipped.push((annotation, Skipped::Undated));
                }
                Some(ours) if ours.modified >= annotation.modified => {
                    preview.skipped.push((annotation, Skipped::Older));
                }
                Some(ours) => preview.updated.push((ours.clone(), annotation)),
            }
        }
        preview
    }

    /// Returns what the import puts into the history.
    pub fn into_annotations(self) -> Vec<Annotation> {
        self.added.into_iter().chain(self.updated.into_iter().map(|(_, new)| new)).collect()
    }
}
