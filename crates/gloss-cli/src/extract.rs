use gloss_ingest::{Extracted, Kind, Warning, encoding::EveryEncoding, ingest, tree::parse};
use lexopt::prelude::{Long, Short, Value, ValueExt};
use serde::Serialize;
use std::{
    io::{self, BufWriter, Write},
    process::ExitCode,
};

#[derive(Serialize)]
struct Answer<'a> {
    file: &'a str,
    kind: &'static str,
    title: Option<&'a str>,
    byline: Option<&'a str>,
    date: Option<String>,
    source: Option<&'a str>,
    url: Option<&'a str>,
    language: Option<&'a str>,
    text: String,
    left_out: Vec<Passage<'a>>,
    encoding: &'a str,
    warnings: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chapters: Option<Vec<Chapter<'a>>>,
}

#[derive(Serialize)]
struct Passage<'a> {
    text: &'a str,
    why: &'static str,
}

#[derive(Serialize)]
struct Chapter<'a> {
    title: Option<&'a str>,
    text: &'a str,
}

/// What `gloss extract --help` prints.
pub(crate) const USAGE: &str = "\
  gloss extract [--url ADDRESS] FILE...
                   takes the article out of each file: a page, plain text, Markdown, EPUB or MHTML; prints, in
                   order, a line each: {\"file\", \"kind\", \"title\", \"byline\", \"date\", \"source\", \"url\",
                   \"language\", \"text\", \"left_out\": [{\"text\", \"why\"}], \"encoding\", \"warnings\"}; a book
                   also has \"chapters\": [{\"title\", \"text\"}]
                   --url ADDRESS  where the files came from
";

/// Runs `gloss extract` with the rest of the command line.
pub(crate) fn run(mut arguments: lexopt::Parser) -> Result<ExitCode, lexopt::Error> {
    let (mut address, mut files) = (None, Vec::new());
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("url") => address = Some(arguments.value()?.string()?),
            Short('h') | Long("help") => {
                print!("{USAGE}");
                return Ok(ExitCode::SUCCESS);
            }
            Value(file) => files.push(file.string()?),
            other => return Err(other.unexpected()),
        }
    }
    if files.is_empty() {
        return Err("no FILE is named".into());
    }
    Ok(extract(&files, address.as_deref()))
}

/// Prints what is in each file, in order. Exit status 1 when a file could not be read, 2 when the output broke.
fn extract(files: &[String], address: Option<&str>) -> ExitCode {
    let mut output = BufWriter::new(io::stdout().lock());
    let mut bad = 0;
    for file in files {
        match one(file, address, &mut output) {
            Ok(Ok(())) => {}
            Ok(Err(why)) => {
                bad += 1;
                eprintln!("gloss: {file}: {why}");
            }
            // Whoever reads us has seen enough, as `head` does.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("gloss: {error}");
                return ExitCode::from(2);
            }
        }
    }
    match output.flush() {
        Ok(()) => ExitCode::from(u8::from(bad > 0)),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("gloss: {error}");
            ExitCode::from(2)
        }
    }
}

/// Prints the line of one file. The inner error says why the file cannot be read.
fn one(file: &str, address: Option<&str>, output: &mut impl Write) -> io::Result<Result<(), String>> {
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => return Ok(Err(error.to_string())),
    };
    let kind = Kind::of(file, &bytes);
    let found = match ingest(kind, &bytes, address, &EveryEncoding, &parse) {
        Ok(found) => found,
        Err(error) => return Ok(Err(error.to_string())),
    };
    let Some(answer) = answer(file, kind, &found) else {
        return Ok(Err("there is no text in the file".to_owned()));
    };
    serde_json::to_writer(&mut *output, &answer)?;
    output.write_all(b"\n")?;
    Ok(Ok(()))
}

fn answer<'a>(file: &'a str, kind: Kind, found: &'a [Extracted]) -> Option<Answer<'a>> {
    let first = found.first()?;
    let is_book = kind == Kind::Epub;
    let texts: Vec<&str> = found.iter().map(|extracted| extracted.text.as_str()).collect();
    let mut warnings: Vec<&'static str> = Vec::new();
    for name in found.iter().flat_map(|extracted| &extracted.warnings).copied().map(Warning::name) {
        if !warnings.contains(&name) {
            warnings.push(name);
        }
    }
    let left_out = found.iter().flat_map(|extracted| &extracted.left_out);
    Some(Answer {
        file,
        kind: kind.name(),
        title: if is_book { first.source.as_deref() } else { first.title.as_deref() },
        byline: first.byline.as_deref(),
        date: first.date.map(|day| day.to_string()),
        source: if is_book { None } else { first.source.as_deref() },
        url: first.url.as_deref(),
        language: first.language.as_deref(),
        text: texts.join("\n\n"),
        left_out: left_out.map(|passage| Passage { text: &passage.text, why: passage.why.name() }).collect(),
        encoding: &first.encoding,
        warnings,
        chapters: is_book.then(|| {
            let chapter = |extracted: &'a Extracted| Chapter {
                title: extracted.title.as_deref(),
                text: &extracted.text,
            };
            found.iter().map(chapter).collect()
        }),
    })
}
