//! Notes as files: what leaves Gloss, with what only the articles tell.

use super::{format::Format, words::ENGLISH as WORDS};
use crate::platform::{address, clock, files};
use gloss_analysis::Analysis;
use gloss_app::{Anchored, Route, State};
use gloss_notes::{
    Annotation, AnnotationId, CorrectionChange,
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
        let told: Vec<Told> = state
            .library()
            .enumerate()
            .filter_map(|(rank, entry)| Told::new(state, rank, &entry.id))
            .collect();
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
        Format::Markdown => {
            files::save("gloss-notes.md", "text/markdown", &to_markdown(&entries(), &(WORDS.labels)()))
        }
        Format::Csv => files::save("gloss-notes.csv", "text/csv", &to_csv(&entries(), &(WORDS.labels)())),
        Format::Html => files::save(
            "gloss-notes.html",
            "text/html",
            &to_html(WORDS.notebook, &entries(), now, &(WORDS.labels)()),
        ),
    }
}

/// What an article tells about its annotations, worked out once for all of them.
struct Told {
    article: Rc<Article>,
    /// The number of the article in the library.
    rank: usize,
    /// As the reader has corrected it, and as it was found.
    analyses: Option<[Rc<Analysis>; 2]>,
    /// Where the targets are, by the annotation's id and the target's number.
    spans: HashMap<(AnnotationId, usize), Span>,
}

impl Told {
    fn new(state: &State, rank: usize, id: &ArticleId) -> Option<Self> {
        let span = |found: &Anchored| Some(((found.annotation.id.clone(), found.target), found.span?));
        let spans = state.anchored(id).iter().filter_map(span).collect();
        let found = state.article(id)?.analysis.clone();
        let analyses = state.analysis(id).zip(found).map(|(corrected, found)| [corrected, found]);
        Some(Self { article: state.read(id)?, rank, analyses, spans })
    }
}

/// The annotation with what its articles tell: their facts, who is quoted there, what a correction changes, the address.
fn entry<'a>(told: &[Told], annotation: &'a Annotation) -> Entry<'a> {
    let mut entry = Entry::new(annotation);
    for (number, (passage, target)) in entry.passages.iter_mut().zip(&annotation.targets).enumerate() {
        let Some(told) = told.iter().find(|told| told.article.id == target.article) else {
            passage.rank = usize::MAX;
            continue;
        };
        passage.rank = told.rank;
        let route =
            Route::Read { article: target.article.clone(), note: Some(annotation.id.clone()), text: None };
        passage.link = address::absolute(&route);
        let span = told.spans.get(&(annotation.id.clone(), number)).copied();
        passage.tell(&told.article, span);
        if let Some((span, [corrected, found])) = span.zip(told.analyses.as_ref()) {
            let text = told.article.text();
            passage.attribute(text, corrected, span);
            let correction = annotation.correction.as_ref();
            passage.change = correction.map(|one| CorrectionChange::new(text, found, span, one));
        }
    }
    entry
}
