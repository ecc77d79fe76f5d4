//! `gloss`, the command line: the reader's core for scripts, JSON lines in and out.

mod analyse;
mod anchor;
mod lines;

use std::process::ExitCode;

const USAGE: &str = "\
gloss: the reader's analysis for scripts

  gloss analyse    reads JSON lines {\"id\", \"text\"} from standard input; prints, in order, a line each:
                   {\"id\", \"entities\", \"quotations\", \"furniture\"}
  gloss anchor     reads JSON lines {\"id\", \"text\", \"selector\": [...]} with a TextQuoteSelector, a
                   TextPositionSelector, both, or a FragmentSelector (a text fragment); prints a line each:
                   {\"id\", \"outcome\", \"start\", \"end\", \"score\"}, the outcome being same, moved, changed,
                   ambiguous (then with \"candidates\") or gone

Offsets are Unicode code points. A line that cannot be read is named on standard error, the others are
answered all the same, and the exit status is then 1.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["analyse"] => lines::answer(|question| Ok(analyse::answer(question))),
        ["anchor"] => lines::answer(anchor::answer),
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
