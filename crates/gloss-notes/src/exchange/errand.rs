use super::{
    Entry, FactDifference, ImportPreview, Labels, Passage, ReadError, match_library, preview_facts, read,
    said, to_csv, to_html, to_json_ld_collection, to_markdown,
};
use crate::{Annotation, AnnotationId, KeptArticle, Timestamp};
use gloss_text::{Article, ArticleId, Description};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{collections::HashMap, rc::Rc};

/// A form in which annotations leave for other programs and for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Markdown.
    Markdown,
    /// A table, as comma-separated values.
    Csv,
    /// A page of its own.
    Html,
    /// The W3C Web Annotation model in JSON-LD.
    JsonLd,
}

impl Format {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Markdown, Self::Csv, Self::Html, Self::JsonLd];
}

/// Work with a file, put into words that can be sent to another program: whoever shows notes needs none of the code that
/// reads and writes files until there is a file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Errand {
    /// Writes annotations. The answer is the file.
    Write {
        /// The form.
        format: Format,
        /// The title of what has one.
        title: String,
        /// The annotations, each with what its articles tell of its targets.
        entries: Vec<(Rc<Annotation>, Vec<Passage>)>,
        /// When it is written.
        now: Timestamp,
    },
    /// Reads a file in any of the [formats](super::FileFormat). The answer is a `Result<PreparedImport, String>` as
    /// JSON; an error is a sentence.
    Read {
        /// What the file holds.
        file: String,
        /// The articles that its annotations may belong to.
        library: Vec<Rc<Article>>,
        /// The annotations that are there.
        annotations: Vec<Rc<Annotation>>,
        /// What is stated about articles.
        facts: Vec<Rc<Description>>,
        /// The time for what the file does not date.
        now: Timestamp,
    },
}

/// A file that was read, put on the articles of the library and compared with what is there. Nothing has changed yet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PreparedImport {
    /// How many annotations are new.
    pub added: usize,
    /// How many are there in an earlier state.
    pub updated: usize,
    /// How many would stay as they are.
    pub skipped: usize,
    /// The new ones and those in a later state.
    pub annotations: Vec<Annotation>,
    /// Earlier versions of annotations.
    pub versions: Vec<Annotation>,
    /// Facts about articles, as they would be stored.
    pub facts: Vec<Description>,
    /// Articles and versions of articles with their texts.
    pub articles: Vec<KeptArticle>,
    /// Settings as they were stored; null for none.
    pub settings: Value,
    /// All of this in sentences, with what differs from what is there, and what was left out of the file and why.
    pub said: Vec<String>,
    /// How many passages are placed in articles of the library.
    pub placed: usize,
    /// How many passages there are.
    pub passages: usize,
}

impl Errand {
    /// Returns the errand as JSON.
    pub fn to_json(&self) -> String {
        // Strings, numbers and lists can always be written as JSON.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Runs an errand that was sent as JSON and returns its answer; `None` for what is no errand. `own_address` reads
    /// addresses of Gloss itself.
    pub fn run(errand: &str, own_address: impl Fn(&str) -> Option<ArticleId>) -> Option<String> {
        Some(match serde_json::from_str(errand).ok()? {
            Self::Write { format, title, entries, now } => write(format, &title, &entries, now),
            Self::Read { file, library, annotations, facts, now } => {
                let prepared = PreparedImport::new(&file, &library, &annotations, &facts, now, own_address);
                let prepared = prepared.map_err(|error| said::refusal(&error));
                serde_json::to_string(&prepared).ok()?
            }
        })
    }
}

fn write(format: Format, title: &str, entries: &[(Rc<Annotation>, Vec<Passage>)], now: Timestamp) -> String {
    let labels = Labels::default();
    let entries: Vec<Entry> = entries
        .iter()
        .map(|(annotation, passages)| Entry { annotation, passages: passages.clone() })
        .collect();
    match format {
        Format::Markdown => to_markdown(&entries, &labels),
        Format::Csv => to_csv(&entries, &labels),
        Format::Html => to_html(title, &entries, now, &labels),
        Format::JsonLd => to_json_ld_collection(entries.iter().map(|entry| entry.annotation)).to_string(),
    }
}

impl PreparedImport {
    fn new(
        file: &str,
        library: &[Rc<Article>],
        annotations: &[Rc<Annotation>],
        facts: &[Rc<Description>],
        now: Timestamp,
        own_address: impl Fn(&str) -> Option<ArticleId>,
    ) -> Result<Self, ReadError> {
        let mut import = read(file, now)?;
        let mut library: Vec<Article> = library.iter().map(|article| Article::clone(article)).collect();
        // A backup's annotations are on its own articles, too.
        let theirs = import.kept.iter().filter(|kept| kept.of.is_none());
        let is_new = |id: &ArticleId| library.iter().all(|article| article.id != *id);
        let theirs: Vec<Article> = theirs
            .filter(|kept| is_new(&kept.id))
            .filter_map(|kept| {
                let article = Article::new(kept.id.clone(), Rc::clone(kept.document.as_ref()?));
                Some(article.with_metadata(kept.metadata.clone()))
            })
            .collect();
        library.extend(theirs);
        let matches = match_library(&import.annotations, &library, own_address);
        import.place(&matches);
        let theirs = import.descriptions();
        let by_id: HashMap<&AnnotationId, &Rc<Annotation>> =
            annotations.iter().map(|annotation| (&annotation.id, annotation)).collect();
        let preview = ImportPreview::new(|id| by_id.get(id).copied(), import.annotations);
        let previews = preview_facts(|id| facts.iter().find(|one| one.id == *id).map(AsRef::as_ref), &theirs);
        let title = |id: &ArticleId| {
            let article = library.iter().find(|article| article.id == *id);
            article.map_or_else(|| id.to_string(), Article::title)
        };
        let differences: Vec<(String, FactDifference)> = previews
            .iter()
            .flat_map(|one| {
                one.differences.iter().map(|difference| (title(&one.article), difference.clone()))
            })
            .collect();
        let mut prepared = Self {
            added: preview.added.len(),
            updated: preview.updated.len(),
            skipped: preview.skipped.len(),
            annotations: preview.into_annotations(),
            versions: import.versions,
            articles: import.kept,
            facts: previews.into_iter().map(|one| one.merged).collect(),
            settings: import.settings,
            said: Vec::new(),
            placed: matches.iter().filter(|one| one.article.is_some()).count(),
            passages: matches.len(),
        };
        prepared.say(&differences, &import.warnings);
        Ok(prepared)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::Backup;
    use gloss_ingest::plain_text;
    use gloss_text::Metadata;

    const NOTE: &str = r#"{"id":"01900000-0000-7000-8000-000000000001","targets":[{"article":"fire","version":"v",
        "quote":{"exact":"a mill"},"position":{"start":10,"end":16}}],"motivation":"commenting","note":"Which?",
        "created":1,"modified":2}"#;

    fn note() -> Rc<Annotation> {
        serde_json::from_str(NOTE).unwrap()
    }

    fn run(errand: &Errand) -> String {
        Errand::run(&errand.to_json(), |_| None).unwrap()
    }

    #[test]
    fn notes_leave_in_each_form_with_what_their_article_tells() {
        let article = Article::new("fire".parse().unwrap(), plain_text("A fire at a mill"));
        let mut passages = Entry::new(&note()).passages;
        passages[0].tell(&article, None);
        let written = |format| {
            run(&Errand::Write {
                format,
                title: "My notes".into(),
                entries: vec![(note(), passages.clone())],
                now: 3,
            })
        };
        for format in Format::ALL {
            let file = written(format);
            assert!(file.contains("Which?") && file.contains("a mill"), "{format:?}: {file}");
            assert_eq!(file.contains("A fire at a mill"), format != Format::JsonLd, "{format:?}: {file}");
        }
        assert!(written(Format::Html).contains("<h1>My notes</h1>"));
    }

    #[test]
    fn a_file_that_was_read_is_compared_with_what_is_there() {
        let article = Rc::new(Article::new("fire".parse().unwrap(), plain_text("A fire at a mill")));
        let mut later = Annotation::clone(&note());
        later.note = "Which mill?".into();
        later.modified = 4;
        let stated = Description { id: article.id.clone(), metadata: Metadata::default(), modified: 1 };
        let mut known = stated.clone();
        known.metadata.author = Some("Ada".into());
        let backup = Backup {
            annotations: vec![&later],
            articles: vec![serde_json::to_value(&known).unwrap()],
            ..Backup::default()
        };
        let answer = run(&Errand::Read {
            file: backup.to_json(),
            library: vec![article],
            annotations: vec![note()],
            facts: vec![Rc::new(stated)],
            now: 9,
        });
        let prepared: Result<PreparedImport, String> = serde_json::from_str(&answer).unwrap();
        let prepared = prepared.unwrap();
        assert_eq!((prepared.added, prepared.updated, prepared.skipped), (0, 1, 0));
        assert_eq!(prepared.annotations, [later]);
        assert_eq!(prepared.facts[0].metadata.author.as_deref(), Some("Ada"));
        assert_eq!(
            prepared.said,
            [
                "This file would add 0, update 1 and leave 0 as they are. It can be undone.",
                "1 of 1 passages are placed in articles of your library.",
                "It also has what was stated about 1 article.",
                "A fire at a mill: author “Ada”.",
            ]
        );
        assert_eq!((prepared.placed, prepared.passages), (1, 1));
    }

    #[test]
    fn a_file_in_no_known_form_is_refused_with_the_reason() {
        let errand = Errand::Read {
            file: "{ \"a\":\n 1,".into(),
            library: Vec::new(),
            annotations: Vec::new(),
            facts: Vec::new(),
            now: 0,
        };
        let answer: Result<PreparedImport, String> = serde_json::from_str(&run(&errand)).unwrap();
        assert_eq!(answer, Err("The file is not JSON, or it is damaged in line 2.".to_owned()));
        assert_eq!(Errand::run("nothing", |_| None), None);
    }
}
