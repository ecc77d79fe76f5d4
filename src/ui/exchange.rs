//! Notes as files: what leaves Gloss, with what only the articles tell.

use super::{format::Format, words::ENGLISH as WORDS};
use crate::platform::{address, clock, files};
use gloss_analysis::{Analysis, speaker_at};
use gloss_app::{Anchored, Route, State};
use gloss_notes::{
    Annotation, AnnotationId,
    exchange::{Backup, Entry, to_csv, to_html, to_json_ld_collection, to_markdown},
};
use gloss_text::{Article, ArticleId, Span};
use std::{collections::HashMap, rc::Rc};
use yew::Callback;

/// A file that is wanted.
#[derive(Clone)]
pub(in crate::ui) struct Order {
    /// Its form.
    pub(in crate::ui) format: Format,
    /// The annotations in it; `None` for all.
    pub(in crate::ui) annotations: Option<Rc<[AnnotationId]>>,
    /// Told whether it was made, or why not.
    pub(in crate::ui) made: Callback<Result<(), String>>,
}

/// Hands the annotations to the browser as a file; a backup has everything beside them.
pub(in crate::ui) fn write(state: &State, order: &Order) {
    let annotations: Vec<&Annotation> = match &order.annotations {
        Some(ids) => ids.iter().filter_map(|id| state.history.get(id)).map(AsRef::as_ref).collect(),
        None => state.history.annotations().map(AsRef::as_ref).collect(),
    };
    order.made.emit(save(state, annotations, order.format));
}

fn save(state: &State, annotations: Vec<&Annotation>, format: Format) -> Result<(), String> {
    let entries = || {
        let told: Vec<Told> = state.library().filter_map(|entry| Told::new(state, &entry.id)).collect();
        annotations.iter().map(|annotation| entry(&told, annotation)).collect::<Vec<_>>()
    };
    let now = clock::now();
    match format {
        Format::Backup => {
            let backup = Backup {
                made: now,
                annotations,
                articles: state
                    .history
                    .descriptions()
                    .filter_map(|one| serde_json::to_value(&**one).ok())
                    .collect(),
                versions: state.history.all_versions().map(AsRef::as_ref).collect(),
                settings: serde_json::to_value(state.settings).unwrap_or_default(),
                unreadable: state.unreadable.to_vec(),
            };
            files::save("gloss-backup.json", "application/json", &backup.to_json())
        }
        Format::JsonLd => {
            let document = to_json_ld_collection(annotations);
            files::save("gloss-notes.jsonld", "application/ld+json", &document.to_string())
        }
        Format::Markdown => files::save("gloss-notes.md", "text/markdown", &to_markdown(&entries())),
        Format::Csv => files::save("gloss-notes.csv", "text/csv", &to_csv(&entries())),
        Format::Html => {
            files::save("gloss-notes.html", "text/html", &to_html(WORDS.notebook, &entries(), now))
        }
    }
}

/// What an article tells about its annotations, worked out once for all of them.
struct Told {
    article: Rc<Article>,
    analysis: Option<Rc<Analysis>>,
    /// Where the targets are, by the annotation's id and the target's number.
    spans: HashMap<(AnnotationId, usize), Span>,
}

impl Told {
    fn new(state: &State, id: &ArticleId) -> Option<Self> {
        let span = |found: &Anchored| Some(((found.annotation.id.clone(), found.target), found.span?));
        let spans = state.anchored(id).iter().filter_map(span).collect();
        Some(Self { article: state.read(id)?, analysis: state.analysis(id), spans })
    }
}

/// The annotation with what its articles tell: their titles, who is quoted there, and the address.
fn entry<'a>(told: &[Told], annotation: &'a Annotation) -> Entry<'a> {
    let mut entry = Entry::new(annotation);
    for (number, (passage, target)) in entry.passages.iter_mut().zip(&annotation.targets).enumerate() {
        let Some(told) = told.iter().find(|told| told.article.id == target.article) else { continue };
        passage.article = told.article.title();
        let route =
            Route::Read { article: target.article.clone(), note: Some(annotation.id.clone()), text: None };
        passage.link = address::absolute(&route);
        let span = told.spans.get(&(annotation.id.clone(), number));
        let speaker =
            told.analysis.as_ref().zip(span).and_then(|(analysis, span)| speaker_at(analysis, *span));
        passage.speaker = speaker.map(|speaker| speaker.name.clone()).unwrap_or_default();
    }
    entry
}
