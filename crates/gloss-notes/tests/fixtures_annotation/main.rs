//! Cases written by others for annotation tools, read from `../shared/fixtures` when that folder is there.
//! Each test says on standard error when it is skipped. Where Gloss means to differ from a case, the test
//! says so with the reason.
#![expect(clippy::unwrap_used, reason = "a fixture of another form than expected fails its test")]

mod apache_annotator;
mod approx_string_match;
mod hypothesis;
mod page;
mod schema;
mod web_annotation;

use serde_json::Value;
use std::{fs, io::Write, path::PathBuf};

/// A file or folder of the fixtures; none, and a word about it, when they are not there.
fn fixture(path: &str) -> Option<PathBuf> {
    let full = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/fixtures").join(path);
    if full.exists() {
        return Some(full);
    }
    // Past the capture of `cargo test`, so that it is seen.
    let word = format!("\nskipped: ../shared/fixtures/{path} is not there\n");
    let _ = std::io::stderr().write_all(word.as_bytes());
    None
}

fn text(path: &str) -> Option<String> {
    fixture(path).map(|path| fs::read_to_string(path).unwrap())
}

fn json(path: &str) -> Option<Value> {
    text(path).map(|text| serde_json::from_str(&text).unwrap())
}

/// The JSON files of a folder, in order, with their names.
fn folder(path: &str) -> Option<Vec<(String, String)>> {
    let entries = fs::read_dir(fixture(path)?).unwrap();
    let mut files: Vec<(String, String)> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| {
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap())
        })
        .collect();
    files.sort();
    Some(files)
}
