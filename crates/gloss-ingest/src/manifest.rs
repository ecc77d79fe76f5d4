use gloss_text::{ArticleId, Day, Metadata};
use serde::{Deserialize, Serialize};

/// One entry of `seeds/manifest.json`, as it is written by hand or by the command line.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The article's id: lower-case letters, digits and hyphens.
    pub slug: ArticleId,
    /// The name of the file beside the manifest.
    pub file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
}

impl Entry {
    /// Makes the entry of an article about which `metadata` is stated.
    pub fn new(slug: ArticleId, file: String, metadata: Metadata) -> Self {
        let Metadata { title, source, author, published, language, address } = metadata;
        Self { slug, file, title, source, author, published, language, address }
    }

    /// What the manifest states about the article.
    pub fn metadata(&self) -> Metadata {
        Metadata {
            title: self.title.clone(),
            source: self.source.clone(),
            author: self.author.clone(),
            published: self.published,
            language: self.language.clone(),
            address: self.address.clone(),
        }
    }
}

/// Checks the entries of a manifest: every slug has the form of one and is there once. An error is a sentence about the
/// first that is wrong.
pub fn check(entries: &[Entry]) -> Result<(), String> {
    for (at, Entry { slug, .. }) in entries.iter().enumerate() {
        if !slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
            return Err(format!("the slug `{slug}` has other characters than a-z, 0-9 and hyphens"));
        }
        if entries.iter().take(at).any(|other| other.slug == *slug) {
            return Err(format!("the slug `{slug}` is there twice"));
        }
    }
    Ok(())
}

/// What the page needs to know of the files beside it. The build writes it into `index.html`, as JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    /// The bundled articles, in the order of the library.
    pub articles: Vec<Bundled>,
    /// The address of the script that starts the analysis.
    pub analysis: String,
    /// The address of the script that starts the program which reads and writes files.
    pub exchange: String,
    /// The address of the script that starts the program which compares articles.
    pub story: String,
    /// The address of the script that starts the program which brings articles.
    pub ingest: String,
    /// The address of the script that starts the program which shows how an article has changed.
    pub versions: String,
    /// The address of the script that starts the program which keeps everything in a folder of the reader's own.
    pub folder: String,
    /// The address of the notes that come with the site; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
}

/// One bundled article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundled {
    /// Its id.
    pub id: ArticleId,
    /// The address of its text, with a fingerprint of the text, so that it can be cached for ever.
    pub address: String,
    /// What the manifest states about it.
    pub metadata: Metadata,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<(), String> {
        let entries: Vec<Entry> = serde_json::from_str(json).map_err(|error| error.to_string())?;
        check(&entries)
    }

    #[test]
    fn a_manifest_is_checked() {
        let entry =
            |slug: &str, day: &str| format!(r#"{{"slug":"{slug}","file":"a.txt","published":"{day}"}}"#);
        assert_eq!(read(&format!("[{}]", entry("a-1", "2024-02-29"))), Ok(()));
        for wrong in [entry("A", "2024-02-29"), entry("", "2024-02-29"), entry("a", "2024-02-31")] {
            assert!(read(&format!("[{wrong}]")).is_err(), "{wrong}");
        }
        assert!(read(&format!("[{0},{0}]", entry("a", "2024-02-29"))).is_err());
        assert!(read(r#"[{"slug":"a","file":"a.txt","tittle":"A"}]"#).is_err());
    }
}
