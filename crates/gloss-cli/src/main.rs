//! `gloss`, the command line: the reader's core for scripts, JSON lines in and out.

mod analyse;
mod anchor;
mod extract;
mod lines;

use gloss_analysis::{Model, ModelError};
use std::process::ExitCode;

const USAGE: &str = "\
gloss: the reader's analysis for scripts

  gloss analyse    reads JSON lines {\"id\", \"text\"} from standard input; prints, in order, a line each:
                   {\"id\", \"entities\", \"quotations\", \"nested\", \"furniture\"}; nested
                   quotations lie inside others
                   with \"published\": \"2025-11-22\" in a line, \"today\" and \"last October\" have a \"date\"
                   with --indirect, also \"indirect\": reported speech without marks
                   with --model FILE, by another tagger than the one built in
  gloss anchor     reads JSON lines {\"id\", \"text\", \"selector\": [...]} with a TextQuoteSelector, a
                   TextPositionSelector, both, or a FragmentSelector (a text fragment); prints a line each:
                   {\"id\", \"outcome\", \"start\", \"end\", \"score\"}, the outcome being same, moved, changed,
                   ambiguous (then with \"candidates\") or gone
  gloss extract [--url ADDRESS] FILE...
                   takes the article out of each file: a page, plain text, Markdown, EPUB or MHTML; prints, in
                   order, a line each: {\"file\", \"kind\", \"title\", \"byline\", \"date\", \"source\", \"url\",
                   \"language\", \"text\", \"left_out\": [{\"text\", \"why\"}], \"encoding\", \"warnings\"}; a book
                   also has \"chapters\": [{\"title\", \"text\"}]; ADDRESS is where the files came from

Offsets are Unicode code points. A line or a file that cannot be read is named on standard error, the others
are answered all the same, and the exit status is then 1.";

/// The tagger that the page reads, too.
const NAMES: &[u8] = include_bytes!("../../../models/names.bin");

fn with_model(model: Result<Model, ModelError>, indirect: bool) -> ExitCode {
    match model {
        Ok(model) => lines::answer(|question| analyse::answer(question, &model, indirect)),
        Err(error) => {
            eprintln!("gloss: {error}");
            ExitCode::from(2)
        }
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["anchor"] => lines::answer(anchor::answer),
        ["analyse"] => with_model(Model::from_bytes(NAMES), false),
        ["analyse", "--indirect"] => with_model(Model::from_bytes(NAMES), true),
        ["analyse", "--model", path] => match std::fs::read(path) {
            Ok(bytes) => with_model(Model::from_bytes(&bytes), false),
            Err(error) => {
                eprintln!("gloss: {path}: {error}");
                ExitCode::from(2)
            }
        },
        ["extract", "--url", address, files @ ..] if !files.is_empty() => {
            extract::extract(files, Some(address))
        }
        ["extract", files @ ..] if files.first().is_some_and(|file| *file != "--url") => {
            extract::extract(files, None)
        }
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        ["--version" | "-V"] => {
            println!("gloss {}", env!("CARGO_PKG_VERSION"));
            ExitCode::SUCCESS
        }
        [] => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
        [other, ..] => {
            eprintln!("gloss: no command reads `{other}` like this; see `gloss --help`");
            ExitCode::from(2)
        }
    }
}
