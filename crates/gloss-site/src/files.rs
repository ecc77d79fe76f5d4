use crate::Outcome;
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
