//! What the build does with files: `cargo run -p xtask -- page DIST`, which Trunk's hook runs on what it has built.
//!
//! It fills the places of `index.html` in: the words that are there before the program is, the list of bundled articles
//! and other files with the fingerprints of their contents, and, in a release, what a first visit sees.

mod bundle;
mod first_paint;
#[path = "../../src/ui/words/outside.rs"]
mod outside;

use gloss_text::Article;
use std::{env, error::Error, fs, path::Path, process::ExitCode};

const USAGE: &str = "usage: cargo run -p xtask -- page DIST";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["page", dist] => page(Path::new(dist)),
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

/// Completes the `index.html` in `dist`.
fn page(dist: &Path) -> Result<(), Box<dyn Error>> {
    let (bundle, articles) = bundle::read(dist)?;
    // While developing, nobody waits for a first paint.
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let paint = if is_release { first_paint::paint(&articles)? } else { String::new() };
    // A `<` could end the script that the list is in.
    let bundle = serde_json::to_string(&bundle)?.replace('<', "\\u003c");
    let mut places = vec![("bundle", bundle.as_str()), ("first paint", paint.as_str())];
    places.extend(outside::OUTSIDE);
    let path = dist.join("index.html");
    let page = fill_in(&fs::read_to_string(&path)?, &places)?;
    fs::write(path, page)?;
    Ok(())
}

/// The page with each `{{name}}` replaced by what `places` has for it. Every place has a name that is known, and every
/// name its place.
fn fill_in(page: &str, places: &[(&str, &str)]) -> Result<String, String> {
    let mut filled = String::with_capacity(page.len());
    let (mut rest, mut used) = (page, Vec::new());
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").ok_or("index.html: a place does not end")?;
        let (name, words) = places
            .iter()
            .find(|(known, _)| *known == name)
            .ok_or_else(|| format!("index.html: nothing is known for {{{{{name}}}}}"))?;
        filled += before;
        filled += words;
        used.push(*name);
        rest = after;
    }
    filled += rest;
    match places.iter().find(|(name, _)| !used.contains(name)) {
        Some((name, _)) => Err(format!("index.html has no place {{{{{name}}}}}")),
        None => Ok(filled),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_in_once_and_all() {
        let places = [("a", "{{b}}"), ("b", "2")];
        assert_eq!(fill_in("<{{a}}> {{b}} {{b}}", &places).as_deref(), Ok("<{{b}}> 2 2"));
        assert!(fill_in("{{a}}", &places).is_err(), "b has no place");
        assert!(fill_in("{{a}} {{b}} {{c}}", &places).is_err(), "c is not known");
        assert!(fill_in("{{a}} {{b", &places).is_err(), "it does not end");
    }
}
