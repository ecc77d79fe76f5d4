//! What the build does with files: `cargo run -p xtask -- page DIST`, which Trunk's hook runs on what it has built.
//!
//! It gives [`gloss_site`] the words that are in the page before the program is.

#[path = "../../src/ui/words/outside.rs"]
mod outside;

use gloss_site::{Profile, complete};
use std::{env, path::Path, process::ExitCode};

const USAGE: &str = "usage: cargo run -p xtask -- page DIST";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let profile = if is_release { Profile::Release } else { Profile::Debug };
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["page", dist] => complete(Path::new(dist), &outside::OUTSIDE, profile),
        _ => Err(USAGE.into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}
