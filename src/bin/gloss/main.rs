//! `gloss`, the command line: the reader's core for scripts, JSON lines in and out.

mod analyse;
mod lines;

use std::process::ExitCode;

const USAGE: &str = "\
gloss: the reader's analysis for scripts

  gloss analyse    reads JSON lines {\"id\", \"text\"} from standard input; prints, in order, a line each:
                   {\"id\", \"entities\", \"quotations\", \"furniture\"}; with --indirect also \"indirect\",
                   reported speech without marks

Offsets are Unicode code points. A line that cannot be read is named on standard error, the others are
answered all the same, and the exit status is then 1.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["analyse"] => lines::answer(|question| analyse::answer(question, false)),
        ["analyse", "--indirect"] => lines::answer(|question| analyse::answer(question, true)),
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
