use crate::{Outcome, files, first_paint, library, offline, page};
use gloss_ingest::manifest::Entry;
use gloss_text::{ArticleId, Metadata};
use std::{fs, path::Path};

/// What surrounds the first paint in the completed page.
const PAINT: (&str, &str) = ("<!--articles-->", "<!--/articles-->");
/// What surrounds the list of files in the completed page.
const LIST: (&str, &str) = ("<script id=\"bundle\" type=\"application/json\">", "</script>");

/// One article of a site.
#[derive(Clone, Debug)]
pub struct Text {
    /// Its name in addresses: lower-case letters, digits and hyphens.
    pub id: ArticleId,
    /// The text, a block a line.
    pub text: String,
    /// What is stated about it.
    pub metadata: Metadata,
}

/// Makes a site in the folder `out`, which is made for it, from a release build in the folder `app`: its program, and
/// `texts` in the place of its articles. `notes` are what every reader sees beside their own, as the page takes changes
/// from other tabs: writes in JSON.
///
/// Fails when `app` is no release build or `out` is there already.
pub fn assemble(app: &Path, out: &Path, texts: &[Text], notes: Option<&str>) -> Outcome<()> {
    let built = files::all(app).map_err(|why| format!("{}: {why}", app.display()))?;
    let is_release = built.contains_key(offline::WORKER_FILE) && built.contains_key("index.html");
    if !is_release {
        return Err(format!("{} has no release build of Gloss", app.display()).into());
    }
    fs::create_dir(out).map_err(|why| format!("{}: {why}", out.display()))?;
    for (path, bytes) in
        built.iter().filter(|(path, _)| !path.starts_with("seeds/") && *path != library::NOTES)
    {
        write(out, path, bytes)?;
    }
    let mut entries = Vec::new();
    for Text { id, text, metadata } in texts {
        let file = format!("{id}.txt");
        write(out, &format!("seeds/{file}"), text.as_bytes())?;
        entries.push(Entry::new(id.clone(), file, metadata.clone()));
    }
    write(out, "seeds/manifest.json", &serde_json::to_vec_pretty(&entries)?)?;

    if let Some(notes) = notes {
        write(out, library::NOTES, notes.as_bytes())?;
    }
    let (bundle, articles) = library::read(out)?;
    let path = out.join("index.html");
    let page = fs::read_to_string(&path)?;
    let page = page::put_between(&page, PAINT, &first_paint::paint(&articles)?)?;
    let page = page::put_between(&page, LIST, &library::to_json(&bundle)?)?;
    fs::write(path, page)?;
    offline::write_worker(out)
}

fn write(out: &Path, path: &str, bytes: &[u8]) -> Outcome<()> {
    let path = out.join(path);
    path.parent().map(fs::create_dir_all).transpose()?;
    fs::write(path, bytes)?;
    Ok(())
}
