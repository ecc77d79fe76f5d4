//! Reads `seeds/manifest.json`, compiles the names of public life, and fingerprints what the page fetches at run time,
//! so that a changed file has a changed address and a cached one is never stale.

use serde_json::Value;
use std::{collections::BTreeMap, env, error::Error, fmt::Write, fs, io, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=seeds");
    println!("cargo::rerun-if-changed=models");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=Cargo.lock");
    let manifest = fs::read_to_string("seeds/manifest.json")?;
    let entries: Vec<Value> =
        serde_json::from_str(&manifest).map_err(|error| format!("seeds/manifest.json: {error}"))?;
    let mut table = String::from("&[\n");
    let mut slugs = Vec::new();
    for entry in &entries {
        let slug = text(entry, "slug")?.ok_or("seeds/manifest.json: an entry has no slug")?;
        if slug.is_empty()
            || slugs.contains(&slug)
            || !slug.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-')
        {
            return Err(format!(
                "seeds/manifest.json: the slug `{slug}` is to be unique and of lower-case letters, digits and hyphens"
            )
            .into());
        }
        let file =
            text(entry, "file")?.ok_or_else(|| format!("seeds/manifest.json: `{slug}` names no file"))?;
        let bytes = fs::read(Path::new("seeds").join(file))
            .map_err(|error| format!("seeds/manifest.json: `{slug}` names seeds/{file}: {error}"))?;
        String::from_utf8(bytes.clone()).map_err(|_| format!("seeds/{file} is not UTF-8 text"))?;
        let published = text(entry, "published")?.map(date).transpose()?;
        writeln!(
            table,
            "    Seed {{ slug: {slug:?}, address: {:?}, title: {:?}, source: {:?}, author: {:?}, \
             published: {published:?}, language: {:?} }},",
            format!("seeds/{file}?v={:08x}", fingerprint(&bytes)),
            text(entry, "title")?,
            text(entry, "source")?,
            text(entry, "author")?,
            text(entry, "language")?,
        )?;
        slugs.push(slug);
    }
    table.push(']');
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("seeds.rs"), table)?;
    compile_public_life(Path::new(&out))?;

    let model = fs::read("models/names.bin").unwrap_or_default();
    println!("cargo::rustc-env=GLOSS_MODEL_ADDRESS=models/names.bin?v={:08x}", fingerprint(&model));

    // The analysis is a program of its own, whose files the page fetches, too. What it is made of tells it apart, the
    // weights that it fetches among that.
    let mut program = fs::read("Cargo.lock")?;
    program.extend(fingerprint(&model).to_le_bytes());
    read_all(Path::new("src/core"), &mut program)?;
    read_all(Path::new("src/bin/analysis"), &mut program)?;
    println!("cargo::rustc-env=GLOSS_ANALYSIS_ADDRESS=analysis-start.js?v={:08x}", fingerprint(&program));
    Ok(())
}

/// Writes what `src/core/analysis/entities/known.rs` includes: a list of kinds and usual names, and a finite-state
/// transducer from all names to it.
fn compile_public_life(out: &Path) -> Result<(), Box<dyn Error>> {
    const TABLE: &str = "src/core/analysis/entities/public_life.tsv";
    let mut usual = String::from("&[\n");
    let mut names = BTreeMap::new();
    let lines = fs::read_to_string(TABLE)?;
    for (index, line) in (0..).zip(lines.lines().filter(|line| !line.starts_with('#'))) {
        let mut fields = line.split('\t');
        let kind = match fields.next() {
            Some("organisation") => "Organisation",
            Some("place") => "Place",
            Some("office") => "Role",
            _ => return Err(format!("{TABLE}: no kind that is known: {line}").into()),
        };
        let name = fields.next().ok_or_else(|| format!("{TABLE}: no name: {line}"))?;
        writeln!(usual, "    (EntityKind::{kind}, {name:?}),")?;
        let others = fields.next().unwrap_or_default().split('|').filter(|other| !other.is_empty());
        for other in [name].into_iter().chain(others) {
            let common = other.strip_prefix('~');
            let value = 2 * index + u64::from(common.is_some());
            let capitals = other.contains(' ').then(|| other.to_uppercase());
            for spelt in [common.unwrap_or(other)].into_iter().chain(capitals.as_deref()) {
                let key: String = spelt.split_whitespace().collect();
                if names.insert(key, value).is_some_and(|before| before / 2 != index) {
                    return Err(format!("{TABLE}: a name of two: {other}").into());
                }
            }
        }
    }
    usual.push(']');
    fs::write(out.join("public_life.rs"), usual)?;
    let names = fst::Map::from_iter(names)?;
    fs::write(out.join("public_life.fst"), names.as_fst().as_bytes())?;
    Ok(())
}

/// Appends every file below `folder`, in the order of their names.
fn read_all(folder: &Path, into: &mut Vec<u8>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if entry.file_type()?.is_dir() {
            read_all(&entry.path(), into)?;
        } else {
            into.extend(fs::read(entry.path())?);
        }
    }
    Ok(())
}

fn text<'a>(entry: &'a Value, key: &str) -> Result<Option<&'a str>, String> {
    match entry.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(format!("seeds/manifest.json: `{key}` is to be text, not {other}")),
    }
}

fn date(text: &str) -> Result<(i16, u8, u8), String> {
    let wrong = || format!("seeds/manifest.json: `{text}` is no date such as 2024-10-21");
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return Err(wrong()) };
    let date = (
        year.parse().map_err(|_| wrong())?,
        month.parse().map_err(|_| wrong())?,
        day.parse().map_err(|_| wrong())?,
    );
    if (1..=12).contains(&date.1) && (1..=31).contains(&date.2) { Ok(date) } else { Err(wrong()) }
}

/// 32-bit FNV-1a.
fn fingerprint(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
