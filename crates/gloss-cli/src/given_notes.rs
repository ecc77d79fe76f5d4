use gloss_ingest::plain_text;
use gloss_notes::{
    Write,
    exchange::{self, ReadError, match_library},
};
use gloss_site::Text;
use gloss_text::{Article, ArticleId};
use std::{
    fs,
    path::Path,
    rc::Rc,
    time::{SystemTime, UNIX_EPOCH},
};

/// Reads a file of notes and puts them on the articles of a site. Returns them as the page takes them.
///
/// Fails if the file is in no format that is known, or none of its notes belongs to an article of the site. Notes that
/// do not are named on standard error.
pub(crate) fn read(file: &Path, texts: &[Text]) -> Result<String, String> {
    let wrong = |why: String| format!("{}: {why}", file.display());
    let text = fs::read_to_string(file).map_err(|why| wrong(why.to_string()))?;
    // What states no time was made now.
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as u64);
    let mut import = exchange::read(&text, now).map_err(|why| wrong(sentence(&why)))?;
    let article = |text: &Text| {
        Article::new(text.id.clone(), plain_text(&text.text)).with_metadata(text.metadata.clone())
    };
    let library: Vec<Article> = texts.iter().map(article).collect();
    // An address of another site of Gloss names an article after `#/read/`.
    let own = |address: &str| {
        let (_, rest) = address.split_once("#/read/")?;
        ArticleId::new(rest.split(['?', '/', '#']).next()?)
    };
    let matches = match_library(&import.annotations, &library, own);
    import.place(&matches);
    let ids: Vec<&str> = texts.iter().map(|text| text.id.as_str()).collect();
    let mut writes = Vec::new();
    for mut annotation in import.annotations {
        if annotation.targets.iter().any(|target| !ids.contains(&target.article.as_str())) {
            let words = annotation.targets.first().map(|target| target.quote.exact.as_str());
            eprintln!(
                "gloss: {}: the note on “{}” belongs to no article here",
                file.display(),
                words.unwrap_or_default()
            );
            continue;
        }
        annotation.id = annotation.id.given();
        writes.push(Write::Put { annotation: Rc::new(annotation), replaces: None });
    }
    if writes.is_empty() {
        return Err(wrong("none of its notes belongs to an article here".to_owned()));
    }
    serde_json::to_string(&writes).map_err(|why| wrong(why.to_string()))
}

fn sentence(why: &ReadError) -> String {
    match why {
        ReadError::BrokenJson { line } => format!("the JSON is broken in line {line}"),
        ReadError::UnknownFormat => "it is in none of the formats that are known".to_owned(),
        ReadError::TooNew(format) => {
            format!("it is a backup of a later version of Gloss, in its format {format}")
        }
    }
}
