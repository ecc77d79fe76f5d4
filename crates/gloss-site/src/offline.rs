//! What works without network: the service worker with the list of all files, and the script that registers it.

use crate::{
    Outcome,
    files::{self, without_comments},
    library::fingerprint,
    sha256::integrity,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

const WORKER: &str = include_str!("../js/service-worker.js");
const SCRIPT: &str = include_str!("../js/offline.js");
/// Its address never changes: a browser looks there for a new version.
pub(crate) const WORKER_FILE: &str = "service-worker.js";

/// Writes the script that registers the worker. Returns the element of the page that fetches it.
pub(crate) fn write_script(dist: &Path) -> Outcome<String> {
    files::write_script(dist, "offline.js", SCRIPT)
}

/// Writes the service worker of a release, which has the digests of all other files of the site. To be called whenever
/// one of them has changed: a browser takes them only together.
pub fn write_worker(dist: &Path) -> Outcome<()> {
    let mut files = files::all(dist)?;
    files.remove(WORKER_FILE);
    fs::write(dist.join(WORKER_FILE), worker(&files)?)?;
    Ok(())
}

fn worker(files: &BTreeMap<String, Vec<u8>>) -> Outcome<String> {
    // Where `index.html` has an address of its own, some hosts send a reader on to that of its folder.
    let path = |path: &str| if path == "index.html" { String::new() } else { path.to_owned() };
    let list: BTreeMap<String, String> =
        files.iter().map(|(name, bytes)| (path(name), integrity(bytes))).collect();
    let list = serde_json::to_string(&list)?;
    let build = fingerprint(list.as_bytes());
    let page = files.get("index.html").map(|page| String::from_utf8_lossy(page)).unwrap_or_default();
    let fingerprints = serde_json::to_string(&fingerprints(&page))?;
    Ok(without_comments(WORKER)
        .replace("{{files}}", &list)
        .replace("{{fingerprints}}", &fingerprints)
        .replace("{{build}}", &format!("{build:08x}")))
}

/// The fingerprints in the addresses of the page: `v=…` of files, and `model=…` of the one that a worker fetches.
fn fingerprints(page: &str) -> BTreeSet<&str> {
    let names = ["?v=", "&v=", "&model="];
    let after = names.iter().flat_map(|name| page.split(*name).skip(1));
    after
        .filter_map(|rest| rest.get(..8))
        .filter(|eight| eight.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_knows_every_file_by_its_digest() {
        let page = r#"{"address":"seeds/a.txt?v=0123abcd","analysis":"w.js?program=a&v=22222222&model=33333333"} v=no"#;
        let files = [("index.html", page), ("seeds/a.txt", "A")];
        let files: BTreeMap<String, Vec<u8>> =
            files.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect();
        let worker = worker(&files).unwrap();
        let list = format!(
            r#"const FILES = {{"":"{}","seeds/a.txt":"{}"}};"#,
            integrity(page.as_bytes()),
            integrity(b"A")
        );
        assert!(worker.contains(&list), "{worker}");
        let fingerprints = r#"const FINGERPRINTS = ["0123abcd","22222222","33333333"];"#;
        assert!(worker.contains(fingerprints), "{worker}");
        assert!(!worker.contains("{{"), "{worker}");
    }

    #[test]
    fn another_content_is_another_worker() {
        let with =
            |text: &str| worker(&BTreeMap::from([("a".to_owned(), text.as_bytes().to_vec())])).unwrap();
        assert_ne!(with("A"), with("B"));
        assert_eq!(with("A"), with("A"));
    }
}
