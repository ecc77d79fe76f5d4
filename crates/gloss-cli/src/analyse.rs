use crate::lines;
use gloss_analysis::{self as analysis, Model};
use gloss_ingest::plain_text;
use gloss_text::{Article, ArticleId, Day, Metadata, Span};
use lexopt::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{fs, process::ExitCode};

pub(crate) const USAGE: &str = "\
  gloss analyse [--indirect] [--model FILE]
                   reads JSON lines {\"id\", \"text\"} from standard input; prints, in order, a line each:
                   {\"id\", \"entities\", \"quotations\", \"nested\", \"furniture\"}; nested quotations
                   lie inside others; \"captions\" where there are any
                   with \"published\": \"2025-11-22\" in a line, \"today\" and \"last October\" have a \"date\"
                   with \"language\": \"de\" in a line, no rules for English are used; otherwise the language is told
                   from the text. It is printed where the article is not in English, or where a line has that field,
                   null included; null means not sure
                   --indirect     also prints \"indirect\": reported speech without marks
                   --model FILE   uses another tagger than the one built in
";

/// The weights of the tagger, the same as on the page.
pub(crate) const NAMES: &[u8] = include_bytes!("../../../models/names.bin");

/// Runs `gloss analyse` with the rest of the command line.
pub(crate) fn run(mut arguments: lexopt::Parser) -> Result<ExitCode, lexopt::Error> {
    let (mut indirect, mut model) = (false, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("indirect") => indirect = true,
            Long("model") => model = Some(arguments.value()?),
            Short('h') | Long("help") => {
                print!("{USAGE}");
                return Ok(ExitCode::SUCCESS);
            }
            other => return Err(other.unexpected()),
        }
    }
    let model = match model {
        None => Model::from_bytes(NAMES),
        Some(path) => {
            let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            Model::from_bytes(&bytes)
        }
    };
    let model = model.map_err(|error| error.to_string())?;
    Ok(lines::answer(|question| answer(question, &model, indirect)))
}

#[derive(Deserialize)]
struct Question {
    /// Handed back as it came: a string or a number.
    id: Value,
    text: String,
    /// The day of publication, "2025-11-22", which "today" and "last October" are counted from.
    published: Option<String>,
    /// The language as stated, a BCP 47 tag; else it is told from the text. `null` asks for what is told.
    #[serde(default)]
    language: Stated,
}

/// The language in a question.
#[derive(Default, Deserialize)]
#[serde(from = "Option<String>")]
enum Stated {
    /// The question has no such field.
    #[default]
    Not,
    /// The field is `null`.
    Unknown,
    Tag(String),
}

impl From<Option<String>> for Stated {
    fn from(tag: Option<String>) -> Self {
        tag.map_or(Self::Unknown, Self::Tag)
    }
}

#[derive(Serialize)]
struct Answer {
    id: Value,
    /// The language as stated or told, `null` where that is not sure. Left out where the question does not ask for it
    /// and the article is read as English.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<Value>,
    entities: Vec<Entity>,
    quotations: Vec<Quotation>,
    /// Those inside the words of others.
    nested: Vec<Quotation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    indirect: Option<Vec<Quotation>>,
    furniture: Vec<Points>,
    /// Captions of pictures, which are not analysed either.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    captions: Vec<Points>,
}

#[derive(Serialize)]
struct Points {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Entity {
    start: usize,
    end: usize,
    r#type: &'static str,
    name: String,
    /// What a calendar expression means: "2025-10".
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
}

#[derive(Serialize)]
struct Quotation {
    kind: &'static str,
    segments: Vec<Points>,
    closed: bool,
    speaker: Option<Speaker>,
    cue: Option<Points>,
    grounds: Vec<&'static str>,
}

#[derive(Serialize)]
struct Speaker {
    start: usize,
    end: usize,
    name: String,
    antecedent: Option<Points>,
}

/// Answers one question with the given tagger; reported speech without marks is added when `indirect` asks
/// for it. An error is a day of publication that does not exist.
fn answer(question: Question, model: &Model, indirect: bool) -> Result<Answer, String> {
    let published = question.published.as_deref().map(str::parse::<Day>).transpose();
    let published = published.map_err(|_| "`published` is no day like 2025-11-22")?;
    let id = ArticleId::new("input").ok_or("no id")?;
    let (asked, language) = match question.language {
        Stated::Not => (false, None),
        Stated::Unknown => (true, None),
        Stated::Tag(tag) => (true, Some(tag)),
    };
    let article = Article::new(id, plain_text(question.text)).with_metadata(Metadata {
        published,
        language,
        ..Metadata::default()
    });
    let analysis = analysis::analyse(&article, model);
    let language = (asked || analysis.foreign.is_some()).then(|| analysis::language(&article).into());
    let offsets = article.document.offsets();
    let points = |span: Span| Points { start: offsets.points(span.start), end: offsets.points(span.end) };
    let entities = analysis
        .mentions
        .iter()
        .map(|mention| {
            let Points { start, end } = points(mention.span);
            let entity = mention.entity.and_then(|id| analysis.entities.get(id));
            let name = entity.map_or_else(|| mention.span.of(article.text()), |entity| &entity.name);
            let date = entity.and_then(|entity| entity.date).map(|date| date.to_string());
            Entity { start, end, r#type: mention.kind.name(), name: name.to_owned(), date }
        })
        .collect();
    let quotation = |quotation: &analysis::Quotation| Quotation {
        kind: quotation.kind.name(),
        segments: quotation.segments.iter().copied().map(points).collect(),
        closed: quotation.closed,
        speaker: quotation.speaker.as_ref().map(|speaker| {
            let Points { start, end } = points(speaker.span);
            Speaker { start, end, name: speaker.name.clone(), antecedent: speaker.antecedent.map(points) }
        }),
        cue: quotation.cue.map(points),
        grounds: quotation.grounds.iter().map(|ground| ground.reason()).collect(),
    };
    let quotations = analysis.quotations.iter().map(quotation).collect();
    let nested = analysis.nested.iter().map(quotation).collect();
    let indirect = indirect.then(|| analysis.indirect.iter().map(quotation).collect());
    Ok(Answer {
        id: question.id,
        language,
        entities,
        quotations,
        nested,
        indirect,
        furniture: article.document.furniture().map(points).collect(),
        captions: article.document.captions().map(points).collect(),
    })
}
