//! `gloss`, the command line: the reader's core for scripts, JSON lines in and out.

mod analyse;
mod anchor;
mod bundle;
mod extract;
mod given_notes;
mod lines;
mod reading_list;
mod story;

use lexopt::prelude::*;
use std::process::ExitCode;

const NOTES: &str = "\
Options come in any order after the command. `gloss COMMAND --help` shows the usage of one command.

Offsets are Unicode code points. A line or a file that cannot be read is named on standard error, the others are
answered all the same, and the exit status is then 1.
";

fn main() -> ExitCode {
    run(lexopt::Parser::from_env()).unwrap_or_else(|error| {
        eprintln!("gloss: {error}; see `gloss --help`");
        ExitCode::from(2)
    })
}

/// Runs the command that the first argument names. A new command is a module with a `run` and a `USAGE`, and a
/// line here and in [`usage`].
fn run(mut arguments: lexopt::Parser) -> Result<ExitCode, lexopt::Error> {
    let command = match arguments.next()? {
        Some(Value(command)) => command.string()?,
        Some(Short('h') | Long("help")) => "help".to_owned(),
        Some(Short('V') | Long("version")) => {
            println!("gloss {}", env!("CARGO_PKG_VERSION"));
            return Ok(ExitCode::SUCCESS);
        }
        Some(option) => return Err(option.unexpected()),
        None => {
            eprint!("{}", usage());
            return Ok(ExitCode::from(2));
        }
    };
    match command.as_str() {
        "analyse" => analyse::run(arguments),
        "anchor" => anchor::run(arguments),
        "bundle" => bundle::run(arguments),
        "extract" => extract::run(arguments),
        "story" => story::run(arguments),
        "help" => {
            print!("{}", usage());
            Ok(ExitCode::SUCCESS)
        }
        other => Err(format!("unknown command '{other}'").into()),
    }
}

fn usage() -> String {
    let commands = [analyse::USAGE, anchor::USAGE, extract::USAGE, story::USAGE, bundle::USAGE].join("\n");
    format!("gloss: the reader's analysis for scripts\n\n{commands}\n{NOTES}")
}
