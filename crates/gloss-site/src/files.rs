use crate::{Outcome, library::fingerprint};
use std::{collections::BTreeMap, fs, path::Path};

/// Every file below `folder`, by its path from there with `/` between the parts. Hidden files are passed over.
pub(crate) fn all(folder: &Path) -> Outcome<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    walk(folder, "", &mut found)?;
    Ok(found)
}

fn walk(folder: &Path, below: &str, found: &mut BTreeMap<String, Vec<u8>>) -> Outcome<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name =
            name.to_str().ok_or_else(|| format!("{} is no name for a file of a site", name.display()))?;
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{below}{name}");
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &format!("{path}/"), found)?;
        } else {
            found.insert(path, fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// Writes a script beside the page. Returns the element of the page that fetches it, once the reader has what they wait
/// for.
pub(crate) fn write_script(dist: &Path, name: &str, script: &str) -> Outcome<String> {
    let script = without_comments(script);
    fs::write(dist.join(name), &script)?;
    let version = fingerprint(script.as_bytes());
    Ok(format!("<script src=\"{name}?v={version:08x}\" async fetchpriority=\"low\"></script>"))
}

/// The script without its lines of comment, which no reader needs to fetch.
pub(crate) fn without_comments(script: &str) -> String {
    let lines = script.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line.trim_start(), "\n"]).collect()
}
