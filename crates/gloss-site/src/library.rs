//! The files beside the program, each with an address that changes when its content does, so that a browser may keep
//! it for ever.

use crate::Outcome;
use gloss_ingest::{
    manifest::{Bundle, Bundled, Entry, check},
    plain_text,
};
use gloss_text::Article;
use std::{fs, path::Path};

/// The notes that come with a site.
pub(crate) const NOTES: &str = "notes.json";

/// Reads `seeds/manifest.json` in `dist` and the files that it names. Returns what the page needs to know of them, and
/// the articles.
pub(crate) fn read(dist: &Path) -> Outcome<(Bundle, Vec<Article>)> {
    let seeds = dist.join("seeds");
    let wrong = |why: &dyn std::fmt::Display| format!("seeds/manifest.json: {why}");
    let manifest = fs::read_to_string(seeds.join("manifest.json"))?;
    let entries: Vec<Entry> = serde_json::from_str(&manifest).map_err(|error| wrong(&error))?;
    check(&entries).map_err(|why| wrong(&why))?;
    let (mut bundle, mut articles) = (Bundle::default(), Vec::new());
    for entry in &entries {
        let Entry { slug, file, .. } = entry;
        let bytes = fs::read(seeds.join(file))
            .map_err(|error| wrong(&format!("`{slug}` names seeds/{file}: {error}")))?;
        let address = format!("seeds/{file}?v={:08x}", fingerprint(&bytes));
        let text = String::from_utf8(bytes).map_err(|_| format!("seeds/{file} is not UTF-8 text"))?;
        articles.push(Article::new(slug.clone(), plain_text(text)).with_metadata(entry.metadata()));
        bundle.articles.push(Bundled { id: slug.clone(), address, metadata: entry.metadata() });
    }
    let model = fingerprint(&fs::read(dist.join("models/names.bin"))?);
    bundle.analysis = format!("{}&model={model:08x}", worker(dist, "analysis")?);
    bundle.story = format!("{}&model={model:08x}", worker(dist, "story")?);
    bundle.exchange = worker(dist, "exchange")?;
    bundle.ingest = worker(dist, "ingest")?;
    bundle.versions = worker(dist, "versions")?;
    bundle.folder = worker(dist, "folder")?;
    let notes = dist.join(NOTES);
    if notes.exists() {
        bundle.notes = format!("{NOTES}?v={:08x}", fingerprint(&fs::read(notes)?));
    }
    Ok((bundle, articles))
}

/// The list as the page holds it.
pub(crate) fn to_json(bundle: &Bundle) -> Outcome<String> {
    // A `<` could end the script that the list is in.
    Ok(serde_json::to_string(bundle)?.replace('<', "\\u003c"))
}

/// The address of the script that starts a program in a worker. It asks for the program's two files with the same
/// fingerprint.
fn worker(dist: &Path, program: &str) -> Outcome<String> {
    let mut bytes = Vec::new();
    for file in ["worker-start.js".to_owned(), format!("{program}.js"), format!("{program}_bg.wasm")] {
        bytes.extend(fs::read(dist.join(file))?);
    }
    Ok(format!("worker-start.js?program={program}&v={:08x}", fingerprint(&bytes)))
}

/// 32-bit FNV-1a.
pub(crate) fn fingerprint(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
