//! Notes as files: what leaves Gloss, with what only the articles tell.

use super::words::ENGLISH as WORDS;
use crate::platform::{address, assets, clipboard, clock, exchange, files};
use gloss_analysis::Analysis;
use gloss_app::{Anchored, Route, State};
use gloss_notes::{
    Annotation, AnnotationId, CorrectionChange,
    exchange::{Backup, Entry, Errand, Format, Passage},
};
use gloss_text::{Article, ArticleId, Span};
use std::{collections::HashMap, rc::Rc};
use yew::{Callback, platform::spawn_local};

/// A file that is wanted.
#[derive(Clone)]
pub(in crate::ui) struct Order {
    /// Its form; `None` for a backup, which has everything beside the annotations.
    pub(in crate::ui) format: Option<Format>,
    /// The annotations in it; `None` for all.
    pub(in crate::ui) annotations: Option<Rc<[AnnotationId]>>,
    /// Whether it goes to the clipboard instead of into a file.
    pub(in crate::ui) copied: bool,
    /// Told whether it was made, or in a sentence why not.
    pub(in crate::ui) made: Callback<Result<(), String>>,
}

/// Hands the annotations to the browser as a file.
pub(in crate::ui) fn write(state: &State, order: &Order) {
    let annotations: Vec<&Rc<Annotation>> = match &order.annotations {
        Some(ids) => ids.iter().filter_map(|id| state.history.get(id)).collect(),
        None => state.history.own().collect(),
    };
    let save =
        |name, mime, file: &str| files::save(name, mime, file).map_err(|why| (WORDS.save_failed)(&why));
    let (copied, made) = (order.copied, order.made.clone());
    let Some(format) = order.format else {
        // A backup is made without any other program: it must never fail to come.
        return made.emit(save("gloss-backup.json", "application/json", &backup(state, &annotations)));
    };
    let (name, mime) = match format {
        Format::Markdown => ("gloss-notes.md", "text/markdown"),
        Format::Csv => ("gloss-notes.csv", "text/csv"),
        Format::Html => ("gloss-notes.html", "text/html"),
        Format::JsonLd => ("gloss-notes.jsonld", "application/ld+json"),
    };
    let errand = Errand::Write {
        format,
        title: WORDS.notebook.to_owned(),
        entries: entries(state, &annotations),
        now: clock::now(),
    };
    spawn_local(async move {
        let file = exchange::run(&assets::bundle().exchange, &errand).await;
        made.emit(match file {
            Ok(file) if copied => {
                clipboard::copy(&file);
                Ok(())
            }
            Ok(file) => save(name, mime, &file),
            Err(exchange::Unreachable) => Err(WORDS.exchange_failed.to_owned()),
        });
    });
}

fn backup(state: &State, annotations: &[&Rc<Annotation>]) -> String {
    let backup = Backup {
        made: clock::now(),
        annotations: annotations.iter().map(|one| &***one).collect(),
        articles: state.history.descriptions().filter_map(|one| serde_json::to_value(&**one).ok()).collect(),
        kept: state.history.articles().map(AsRef::as_ref).collect(),
        versions: state.history.all_versions().map(AsRef::as_ref).collect(),
        settings: serde_json::to_value(state.settings).unwrap_or_default(),
        unreadable: state.unreadable.to_vec(),
    };
    backup.to_json()
}

/// The annotations, each with what the articles tell of its targets.
fn entries(state: &State, annotations: &[&Rc<Annotation>]) -> Vec<(Rc<Annotation>, Vec<Passage>)> {
    let library = state.library().enumerate();
    let told: Vec<Told> = library.filter_map(|(rank, entry)| Told::new(state, rank, &entry.id)).collect();
    annotations.iter().map(|&annotation| (Rc::clone(annotation), passages(&told, annotation))).collect()
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

/// What the articles tell of an annotation's targets: their facts, who is quoted there, what a correction changes, the
/// address.
fn passages(told: &[Told], annotation: &Annotation) -> Vec<Passage> {
    let mut passages = Entry::new(annotation).passages;
    for (number, (passage, target)) in passages.iter_mut().zip(&annotation.targets).enumerate() {
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
    passages
}
