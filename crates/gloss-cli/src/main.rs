//! `gloss`, the command line: the reader's core for scripts, JSON lines in and out.

mod analyse;
mod anchor;
mod lines;
mod story;

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
  gloss story      reads JSON lines {\"id\", \"text\", \"published\", \"title\", \"outlet\"} and prints one object:
                   the stories that the articles tell, and how they tell them
                   with --together, all articles are one story

Offsets are Unicode code points. A line that cannot be read is named on standard error, the others are
answered all the same, and the exit status is then 1.";

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

fn with_story(together: bool) -> ExitCode {
    match Model::from_bytes(NAMES) {
        Ok(model) => story::answer(&model, together),
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
        ["story"] => with_story(false),
        ["story", "--together"] => with_story(true),
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
