//! What a browser needs to know to install the site (W3C Web Application Manifest).

use crate::Outcome;
use serde_json::{Value, json};
use std::{fs, iter, path::Path};

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
    // What can be opened with the installed site, or shared with it.
    let accepted = json!({
        "text/plain": [".txt"],
        "text/markdown": [".md", ".markdown"],
        "text/html": [".html", ".htm", ".xhtml"],
        "multipart/related": [".mhtml", ".mht"],
        "application/epub+zip": [".epub"],
    });
    let shared: Vec<&str> = accepted
        .as_object()
        .into_iter()
        .flatten()
        .flat_map(|(kind, names)| {
            let names = names.as_array().into_iter().flatten().filter_map(Value::as_str);
            iter::once(kind.as_str()).chain(names)
        })
        .collect();
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
        "file_handlers": [{ "action": "./", "accept": accepted }],
        // The service worker answers.
        "share_target": {
            "action": "./share",
            "method": "POST",
            "enctype": "multipart/form-data",
            "params": {
                "title": "title",
                "text": "text",
                "url": "url",
                "files": [{ "name": "files", "accept": shared }],
            },
        },
    });
    fs::write(dist.join("manifest.webmanifest"), manifest.to_string())?;
    Ok(())
}
