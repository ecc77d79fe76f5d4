//! Compiles the tables of well-known names to a list of kinds and usual names, and a finite-state transducer from all
//! names to it, which `src/entities/public_life.rs` includes.

use std::{collections::BTreeMap, env, error::Error, fmt::Write, fs, path::Path};

/// The first one has British public life alone, which tells what "the House" is.
const TABLES: [&str; 2] = ["src/english/public_life.tsv", "src/english/organisations.tsv"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    let mut usual = String::from("&[\n");
    let mut names = BTreeMap::new();
    let mut index = 0;
    for (table, path) in TABLES.into_iter().enumerate() {
        println!("cargo::rerun-if-changed={path}");
        for line in fs::read_to_string(path)?.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split('\t');
            let kind = match fields.next() {
                Some("organisation") => "Organisation",
                Some("place") => "Place",
                Some("office") => "Role",
                _ => return Err(format!("{path}: no kind that is known: {line}").into()),
            };
            let name = fields.next().ok_or_else(|| format!("{path}: no name: {line}"))?;
            let shown = name.strip_prefix('~').unwrap_or(name);
            writeln!(usual, "    (EntityKind::{kind}, {shown:?}, {}),", table == 0)?;
            let others = fields.next().unwrap_or_default().split('|').filter(|other| !other.is_empty());
            for other in [name].into_iter().chain(others) {
                let common = other.strip_prefix('~');
                let value = 2 * index + u64::from(common.is_some());
                let capitals = other.contains(' ').then(|| other.to_uppercase());
                for spelt in [common.unwrap_or(other)].into_iter().chain(capitals.as_deref()) {
                    let key: String = spelt.split_whitespace().collect();
                    if names.insert(key, value).is_some_and(|before| before / 2 != index) {
                        return Err(format!("{path}: a name of two: {other}").into());
                    }
                }
            }
            index += 1;
        }
    }
    usual.push(']');
    fs::write(out.join("public_life.rs"), usual)?;
    let names = fst::Map::from_iter(names)?;
    fs::write(out.join("public_life.fst"), names.as_fst().as_bytes())?;
    Ok(())
}
