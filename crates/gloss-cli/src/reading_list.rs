//! The articles of a folder, as a site has them.

use gloss_ingest::{Extracted, Kind, encoding::EveryEncoding, ingest, tree::parse};
use gloss_site::{Text, hexadecimal};
use gloss_text::{ArticleId, Day, Metadata};
use serde::Deserialize;
use std::{collections::HashSet, fs, io, path::Path};

/// The file of a folder that states facts about others.
const MANIFEST: &str = "manifest.json";
/// What the names of files that are read end with.
const ENDINGS: [&str; 13] =
    ["txt", "text", "md", "markdown", "mdown", "mkd", "html", "htm", "xhtml", "xht", "mhtml", "mht", "epub"];
/// The longest id that is made of a name, in bytes.
const LONGEST_ID: usize = 60;

/// What a folder's manifest says of one file. What it says goes before what the file says.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stated {
    file: String,
    slug: Option<String>,
    title: Option<String>,
    source: Option<String>,
    author: Option<String>,
    published: Option<Day>,
    language: Option<String>,
    address: Option<String>,
}

/// What a folder holds.
#[derive(Debug, Default)]
pub(crate) struct ReadingList {
    /// The articles, in the order of the manifest, then in that of the names of files.
    pub(crate) texts: Vec<Text>,
    /// Files that cannot be read, and why.
    pub(crate) unreadable: Vec<(String, String)>,
    /// Files that are passed over.
    pub(crate) passed: Vec<String>,
}

impl ReadingList {
    /// Reads the folder. Fails when it, or its manifest, cannot be read.
    pub(crate) fn read(folder: &Path) -> Result<Self, String> {
        let mut list = Self::default();
        let mut ids = HashSet::new();
        for stated in list.files(folder)? {
            match extract(&folder.join(&stated.file)) {
                Ok(found) => {
                    for text in texts(&stated, found, &mut ids)? {
                        list.texts.push(text);
                    }
                }
                Err(why) => list.unreadable.push((stated.file, why)),
            }
        }
        Ok(list)
    }

    /// The files to be read, each with what is stated about it.
    fn files(&mut self, folder: &Path) -> Result<Vec<Stated>, String> {
        let mut files = manifest(&folder.join(MANIFEST))?;
        let named: HashSet<String> = files.iter().map(|stated| stated.file.clone()).collect();
        let mut others = Vec::new();
        let wrong = |why: io::Error| format!("{}: {why}", folder.display());
        for entry in fs::read_dir(folder).map_err(wrong)? {
            let entry = entry.map_err(wrong)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_file = entry.path().is_file();
            if !is_file || name.starts_with('.') || name == MANIFEST || named.contains(&name) {
                continue;
            }
            let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
            let is_for_people = stem.eq_ignore_ascii_case("readme");
            if ENDINGS.contains(&ending.to_ascii_lowercase().as_str()) && !is_for_people {
                others.push(name);
            } else {
                self.passed.push(name);
            }
        }
        others.sort();
        self.passed.sort();
        files.extend(others.into_iter().map(|file| Stated { file, ..Stated::default() }));
        Ok(files)
    }
}

fn manifest(path: &Path) -> Result<Vec<Stated>, String> {
    match fs::read(path) {
        Ok(bytes) => serde_json::from_slice(&bytes).map_err(|why| format!("{}: {why}", path.display())),
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(why) => Err(format!("{}: {why}", path.display())),
    }
}

fn extract(file: &Path) -> Result<Vec<Extracted>, String> {
    let bytes = fs::read(file).map_err(|why| why.to_string())?;
    let kind = Kind::of(&file.to_string_lossy(), &bytes);
    ingest(kind, &bytes, None, &EveryEncoding, &parse).map_err(|why| why.to_string())
}

/// The articles of one file: several of a book, each with the book as its source.
fn texts(stated: &Stated, found: Vec<Extracted>, ids: &mut HashSet<String>) -> Result<Vec<Text>, String> {
    let stem = stated.file.rsplit_once('.').map_or(stated.file.as_str(), |(stem, _)| stem);
    let found: Vec<Extracted> = found.into_iter().filter(|one| !one.text.trim().is_empty()).collect();
    let is_book = found.len() > 1;
    let mut texts = Vec::new();
    for extracted in found {
        let of_chapter = extracted.title.clone().filter(|_| is_book);
        let name = match (&stated.slug, &of_chapter) {
            (Some(slug), None) => slug.clone(),
            (slug, Some(chapter)) => format!("{} {chapter}", slug.as_deref().unwrap_or(stem)),
            (None, None) => stem.to_owned(),
        };
        let own = Metadata {
            title: if is_book { None } else { stated.title.clone() },
            source: stated.source.clone().or_else(|| stated.title.clone().filter(|_| is_book)),
            author: stated.author.clone(),
            published: stated.published,
            language: stated.language.clone(),
            address: stated.address.clone(),
        };
        let says = Metadata {
            title: extracted.title,
            source: extracted.source,
            author: extracted.byline,
            published: extracted.date,
            language: extracted.language,
            address: extracted.url,
        };
        let id = fresh_id(&name, ids);
        if let Some(slug) = stated.slug.as_ref().filter(|slug| !is_book && **slug != *id) {
            return Err(format!(
                "{MANIFEST}: the slug `{slug}` is there twice, or has other characters than a-z, 0-9 and hyphens"
            ));
        }
        texts.push(Text { id, text: extracted.text, metadata: own.over(&says) });
    }
    Ok(texts)
}

/// An id that no other article has, as near to `name` as may be. It hangs on the name, and not on what else is in the
/// folder: readers' notes know their article by it.
fn fresh_id(name: &str, ids: &mut HashSet<String>) -> ArticleId {
    let mut id = String::new();
    for c in name.chars().map(|c| c.to_ascii_lowercase()).take(LONGEST_ID) {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if !id.ends_with('-') {
            id.push('-');
        }
    }
    let mut id = id.trim_matches('-').to_owned();
    if name.chars().any(|c| c.is_alphanumeric() && !c.is_ascii()) || id.is_empty() {
        // An address has ASCII letters only; others are told apart by a digest.
        let digest: String = hexadecimal(name.as_bytes()).chars().take(8).collect();
        let hyphen = if id.is_empty() { "" } else { "-" };
        id = format!("{id}{hyphen}{digest}");
    }
    let numbered = std::iter::once(id.clone()).chain((2..).map(|number| format!("{id}-{number}")));
    let fresh = numbered.into_iter().find(|id| ids.insert(id.clone())).unwrap_or_default();
    ArticleId::new(fresh).expect("an id that is made here is not empty")
}
