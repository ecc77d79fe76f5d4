//! A built site as files: the page completed, its list of files, its policy, and what works without network.
//!
//! The build runs [`complete`] on what Trunk has made; [`assemble`] makes another site from that, with other articles.

mod assemble;
mod files;
mod first_paint;
mod library;
mod offline;
mod page;
mod policy;
mod sha256;
mod web_manifest;

pub use assemble::{Text, assemble};
pub use offline::write_worker;
pub use sha256::{hexadecimal, sha256};

use std::{error::Error, fs, path::Path};

/// What can go wrong with files, as a sentence for the person who builds.
pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// How a page is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// For those who develop: nothing is kept by the browser, and nothing is forbidden.
    Debug,
    /// For readers.
    Release,
}

/// Completes the site in the folder `dist`: fills the places of its `index.html` in, and writes the files that belong to
/// the site as a whole. `words` are what the places for words hold, each by its name.
///
/// Fails when a file is missing, a place has no words, or words have no place.
pub fn complete(dist: &Path, words: &[(&str, &str)], profile: Profile) -> Outcome<()> {
    let (bundle, articles) = library::read(dist)?;
    web_manifest::write(dist, words)?;
    let is_release = profile == Profile::Release;
    // While developing, nobody waits for a first paint.
    let paint = if is_release { first_paint::paint(&articles)? } else { String::new() };
    let bundle = library::to_json(&bundle)?;
    let offline = if is_release { offline::write_script(dist)? } else { String::new() };
    let own_folder = files::write_script(dist, "own-folder.js", include_str!("../js/own-folder.js"))?;
    let handed_over = files::write_script(dist, "handed-over.js", include_str!("../js/handed-over.js"))?;
    let own = [
        ("bundle", bundle.as_str()),
        ("first paint", paint.as_str()),
        ("offline", offline.as_str()),
        ("own folder", own_folder.as_str()),
        ("handed over", handed_over.as_str()),
        // An empty policy forbids nothing.
        ("policy", if is_release { policy::PLACE } else { "" }),
    ];
    let places: Vec<(&str, &str)> = own.into_iter().chain(words.iter().copied()).collect();
    let path = dist.join("index.html");
    let mut page = page::fill_in(&fs::read_to_string(&path)?, &places)?;
    if is_release {
        page = policy::put(&page::with_one_style(&page))?;
    }
    fs::write(path, page)?;
    if is_release {
        offline::write_worker(dist)?;
    }
    Ok(())
}
