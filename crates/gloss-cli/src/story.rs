//! `gloss story`: the comparison of articles as JSON, with offsets in code points.

use crate::analyse::NAMES;
use gloss_analysis::{self as analysis, Analysis, Model};
use gloss_ingest::plain_text;
use gloss_story::{self as story, ArticleIndex, Comparison};
use gloss_text::{Article, ArticleId, Day, Metadata, Offsets, Span};
use lexopt::prelude::{Long, Short};
use serde::Deserialize;
use serde_json::{Value, json};
use std::{
    io::{self, BufRead, Write},
    process::ExitCode,
};

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    published: Option<String>,
    title: Option<String>,
    outlet: Option<String>,
}

/// One story's articles, their comparison, and its number.
struct Told<'a> {
    articles: Vec<(&'a Article, &'a Analysis)>,
    comparison: Comparison,
    number: usize,
}

impl Told<'_> {
    fn id(&self, index: ArticleIndex) -> &str {
        self.articles.get(index.get()).map_or("", |(article, _)| article.id.as_str())
    }

    fn offsets(&self, index: ArticleIndex) -> Offsets<'_> {
        self.articles
            .get(index.get())
            .map_or_else(|| Offsets::new(""), |(article, _)| article.document.offsets())
    }

    fn span(&self, index: ArticleIndex, span: Span) -> Value {
        let (start, end) = self.offsets(index).span_in_points(span);
        json!([start, end])
    }

    fn passage(&self, passage: story::Passage) -> Value {
        let (start, end) = self.offsets(passage.article).span_in_points(passage.span);
        json!({ "article": self.id(passage.article), "start": start, "end": end })
    }
}

/// What `gloss story --help` prints.
pub(crate) const USAGE: &str = "\
  gloss story [--together]
                   reads JSON lines {\"id\", \"text\", \"published\", \"title\", \"outlet\"} from standard input; prints one
                   object: the stories that the articles tell, and how they tell them
                   --together     takes all articles for one story
";

/// Runs `gloss story` with the rest of the command line.
pub(crate) fn run(mut arguments: lexopt::Parser) -> Result<ExitCode, lexopt::Error> {
    let mut together = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("together") => together = true,
            Short('h') | Long("help") => {
                print!("{USAGE}");
                return Ok(ExitCode::SUCCESS);
            }
            other => return Err(other.unexpected()),
        }
    }
    let model = Model::from_bytes(NAMES).map_err(|error| error.to_string())?;
    Ok(answer(&model, together))
}

/// Reads all articles from standard input and prints one object. They are one story when `together` says so;
/// otherwise stories are proposed.
fn answer(model: &Model, together: bool) -> ExitCode {
    match read().map(|articles| compared(&articles, model, together)) {
        Ok(answer) => {
            let mut output = io::stdout().lock();
            match writeln!(output, "{answer}") {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
                Err(error) => {
                    eprintln!("gloss: {error}");
                    ExitCode::from(2)
                }
            }
        }
        Err(why) => {
            eprintln!("gloss: {why}");
            ExitCode::from(2)
        }
    }
}

fn read() -> Result<Vec<Article>, String> {
    let mut articles = Vec::new();
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let line = line.map_err(|error| error.to_string())?;
        if line.trim().is_empty() {
            continue;
        }
        let at = |why: String| format!("line {}: {why}", number + 1);
        let line: Line = serde_json::from_str(&line).map_err(|error| at(error.to_string()))?;
        let published = line.published.as_deref().map(str::parse::<Day>).transpose();
        let published = published.map_err(|_| at("`published` is no day like 2025-11-22".to_owned()))?;
        let id = ArticleId::new(line.id).ok_or_else(|| at("an identifier is empty".to_owned()))?;
        let metadata = Metadata { title: line.title, source: line.outlet, published, ..Metadata::default() };
        articles.push(Article::new(id, plain_text(line.text)).with_metadata(metadata));
    }
    Ok(articles)
}

fn compared(articles: &[Article], model: &Model, together: bool) -> Value {
    let analyses: Vec<Analysis> = articles.iter().map(|article| analysis::analyse(article, model)).collect();
    let all: Vec<(&Article, &Analysis)> = articles.iter().zip(&analyses).collect();
    let texts: Vec<&Article> = articles.iter().collect();
    let mut stories = if together {
        let articles = (0..all.len()).map(|at| ArticleIndex(at as u32)).collect();
        vec![story::Story { articles, grounds: Vec::new() }]
    } else {
        story::propose(&texts)
    };
    let told: Vec<Told> = stories
        .iter_mut()
        .enumerate()
        .map(|(number, story)| {
            let articles: Vec<_> =
                story.articles.iter().filter_map(|at| all.get(at.get()).copied()).collect();
            let comparison = story::compare(&articles);
            let texts: Vec<&Article> = articles.iter().map(|(article, _)| *article).collect();
            story.add_shared(&texts, &comparison);
            Told { articles, comparison, number }
        })
        .collect();
    let id = |index: &ArticleIndex| articles.get(index.get()).map_or("", |article| article.id.as_str());
    let proposed: Vec<Value> = stories
        .iter()
        .enumerate()
        .map(|(number, story)| {
            let grounds = story.grounds.iter().map(|ground| {
                json!({ "kind": ground.kind, "text": ground.text,
                    "articles": ground.articles.iter().map(id).collect::<Vec<_>>() })
            });
            json!({ "id": number, "articles": story.articles.iter().map(id).collect::<Vec<_>>(),
                "grounds": grounds.collect::<Vec<_>>() })
        })
        .collect();
    let each = |part: fn(&Told) -> Vec<Value>| -> Vec<Value> { told.iter().flat_map(part).collect() };
    json!({ "version": 1, "stories": proposed, "quotations": each(quotations), "wording": each(wording), "links": each(links),
        "designations": each(designations), "timeline": each(timeline), "unplaced": each(unplaced),
        "alone": each(alone), "speakers": each(speakers), "tellings": each(tellings),
        "differences": each(differences) })
}

fn quotations(told: &Told) -> Vec<Value> {
    let ids = |indices: &[ArticleIndex]| -> Vec<String> {
        indices.iter().map(|index| told.id(*index).to_owned()).collect()
    };
    told.comparison
        .quotations
        .iter()
        .enumerate()
        .map(|(number, quotation)| {
            let occurrences: Vec<Value> = quotation.occurrences.iter().map(|occurrence| {
                let at = |span: Span| told.span(occurrence.article, span);
                let segments: Vec<Value> = occurrence.segments.iter().copied().map(at).collect();
                let first = occurrence.segments.first().map_or(0, |span| span.start);
                let last = occurrence.segments.last().map_or(0, |span| span.end);
                let (start, end) = told.offsets(occurrence.article).span_in_points(Span::new(first, last));
                json!({ "article": told.id(occurrence.article), "segments": segments, "start": start, "end": end,
                    "relation": occurrence.relation.name(), "fullest": occurrence.fullest, "marked": occurrence.marked,
                    "words": occurrence.words, "speaker": occurrence.speaker, "cue": occurrence.cue.map(at),
                    "sentence": at(occurrence.sentence) })
            }).collect();
            let alignments: Vec<Value> = quotation.alignments.iter().map(|alignment| {
                let of = |index: usize| quotation.occurrences.get(index).map_or(ArticleIndex(0), |it| it.article);
                let changes = |changes: &[story::Change]| -> Vec<Value> {
                    changes.iter().map(|change| {
                        let op = match (change.from.is_empty(), change.to.is_empty()) {
                            (true, _) => "insert",
                            (_, true) => "delete",
                            _ => "replace",
                        };
                        json!({ "op": op, "from": told.span(of(alignment.a), change.from), "to": told.span(of(alignment.b), change.to) })
                    }).collect()
                };
                json!({ "a": alignment.a, "b": alignment.b, "relation": alignment.relation.name(),
                    "diff": changes(&alignment.changes), "frame": changes(&alignment.frame) })
            }).collect();
            json!({ "id": format!("q{}.{number}", told.number), "story": told.number, "speaker": quotation.speaker,
                "absent_in": ids(&quotation.absent_in), "occurrences": occurrences, "alignments": alignments })
        })
        .collect()
}

fn wording(told: &Told) -> Vec<Value> {
    let runs = told.comparison.wording.iter();
    runs.map(|run| {
        let spans: Vec<Value> = run.passages.iter().map(|passage| told.passage(*passage)).collect();
        json!({ "story": told.number, "words": run.words, "spans": spans, "boilerplate": run.boilerplate })
    })
    .collect()
}

fn links(told: &Told) -> Vec<Value> {
    let links = told.comparison.links.iter();
    links
        .map(|link| {
            json!({ "a": told.passage(link.a), "b": told.passage(link.b), "score": link.score,
                "linked": link.score >= story::Link::LINKED })
        })
        .collect()
}

fn designations(told: &Told) -> Vec<Value> {
    let called = told.comparison.designations.iter();
    called
        .map(|designated| {
            let articles: serde_json::Map<String, Value> = designated
                .articles
                .iter()
                .map(|(article, row)| {
                    let row: Vec<Value> = row
                        .iter()
                        .map(|words| {
                            let (start, end) = told.offsets(*article).span_in_points(words.span);
                            json!({ "start": start, "end": end, "kind": words.kind, "in_quotation": words.in_quotation,
                                "speaker": words.speaker, "perhaps": words.perhaps })
                        })
                        .collect();
                    (told.id(*article).to_owned(), Value::Array(row))
                })
                .collect();
            json!({ "story": told.number, "entity": designated.name, "kind": designated.called, "articles": articles })
        })
        .collect()
}

fn timeline(told: &Told) -> Vec<Value> {
    told.comparison
        .timeline
        .iter()
        .filter(|entry| entry.date.is_some() && !entry.by_then)
        .map(|entry| dated(told, entry))
        .collect()
}

fn unplaced(told: &Told) -> Vec<Value> {
    told.comparison
        .timeline
        .iter()
        .filter(|entry| entry.date.is_none())
        .map(|entry| dated(told, entry))
        .collect()
}

fn dated(told: &Told, entry: &story::Dated) -> Value {
    let (start, end) = told.offsets(entry.passage.article).span_in_points(entry.passage.span);
    json!({ "story": told.number, "date": entry.date.map(|date| date.to_string()), "article": told.id(entry.passage.article),
        "start": start, "end": end, "expression": entry.expression.map(|span| told.span(entry.passage.article, span)),
        "needs": entry.needs.into_iter().collect::<Vec<_>>(), "event": entry.event })
}

fn alone(told: &Told) -> Vec<Value> {
    let alone = told.comparison.told.iter().filter(|passage| passage.elsewhere < story::Told::ALONE);
    alone
        .map(|passage| {
            let mut value = told.passage(passage.passage);
            value["elsewhere"] = json!(passage.elsewhere);
            value
        })
        .collect()
}

fn speakers(told: &Told) -> Vec<Value> {
    let speakers = told.comparison.speakers.iter();
    speakers
        .map(|speaker| {
            let articles: serde_json::Map<String, Value> = speaker
                .articles
                .iter()
                .map(|share| {
                    let first = told.offsets(share.article).points(share.first);
                    let verbs: serde_json::Map<String, Value> =
                        share.verbs.iter().map(|(verb, times)| (verb.clone(), json!(times))).collect();
                    (told.id(share.article).to_owned(), json!({ "words": share.words, "share": share.share, "first": first,
                        "quotations": share.quotations, "reports": share.reports, "verbs": verbs }))
                })
                .collect();
            json!({ "story": told.number, "speaker": speaker.name, "named": speaker.named, "kind": speaker.kind,
                "sex": speaker.sex, "articles": articles })
        })
        .collect()
}

fn tellings(told: &Told) -> Vec<Value> {
    let deeds = told.comparison.tellings.iter();
    deeds
        .map(|deed| {
            let tellings: Vec<Value> = deed
                .tellings
                .iter()
                .map(|telling| {
                    let at = |span: Span| told.span(telling.passage.article, span);
                    let mut value = told.passage(telling.passage);
                    value["word"] = at(telling.word);
                    value["voice"] = json!(telling.voice);
                    value["agent"] = json!(telling.agent.map(at));
                    value["patient"] = json!(telling.patient.map(at));
                    value
                })
                .collect();
            json!({ "story": told.number, "deed": deed.deed, "patient": deed.patient, "tellings": tellings })
        })
        .collect()
}

fn differences(told: &Told) -> Vec<Value> {
    let differences = told.comparison.differences.iter();
    differences
        .map(|difference| {
            let spans: Vec<Value> = difference
                .figures
                .iter()
                .map(|figure| {
                    let mut value = told.passage(figure.passage);
                    value["says"] = json!(figure.says);
                    value
                })
                .collect();
            json!({ "story": told.number, "about": difference.about, "kind": difference.kind,
                "relation": difference.relation, "spans": spans })
        })
        .collect()
}
