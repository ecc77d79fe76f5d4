//! What a browser needs to know to install the site (W3C Web Application Manifest).

use crate::Outcome;
use serde_json::json;
use std::{fs, path::Path};

/// Writes the manifest, with the name and the description in `words`.
pub(crate) fn write(dist: &Path, words: &[(&str, &str)]) -> Outcome<()> {
    let word = |name: &str| {
        let found = words.iter().find(|(known, _)| *known == name).map(|(_, word)| *word);
        found.ok_or_else(|| format!("nothing is known for {{{{{name}}}}}"))
    };
    let icon = |file: &str, sizes: &str, purpose: &str| {
        let kind = if sizes == "any" { "image/svg+xml" } else { "image/png" };
        json!({ "src": format!("icons/{file}"), "sizes": sizes, "type": kind, "purpose": purpose })
    };
    let manifest = json!({
        "name": word("app")?,
        "short_name": word("app")?,
        "description": word("description")?,
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#fbfaf7",
        "theme_color": "#23303b",
        "icons": [
            icon("icon.svg", "any", "any"),
            icon("icon-192.png", "192x192", "any"),
            icon("icon-512.png", "512x512", "any"),
            icon("maskable-512.png", "512x512", "maskable"),
        ],
    });
    fs::write(dist.join("manifest.webmanifest"), manifest.to_string())?;
    Ok(())
}
