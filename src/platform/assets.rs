//! The bundled articles, which are fetched beside the program.

use gloss_ingest::plain_text;
use gloss_text::{Article, Metadata};
use gloo::net::http::Request;

/// One bundled article, as the manifest has it.
#[derive(Clone, Copy, Debug)]
pub struct Seed {
    /// Its name in addresses and annotations.
    pub slug: &'static str,
    address: &'static str,
    title: Option<&'static str>,
    source: Option<&'static str>,
    author: Option<&'static str>,
    published: Option<(i16, u8, u8)>,
    language: Option<&'static str>,
}

/// The bundled articles, in the order of `seeds/manifest.json`.
pub const SEEDS: &[Seed] = include!(concat!(env!("OUT_DIR"), "/seeds.rs"));

/// Fetches one article's text.
pub async fn fetch_article(seed: Seed) -> Result<Article, String> {
    let bytes = fetch(seed.address).await?;
    let text = String::from_utf8(bytes).map_err(|_| "The text is not in UTF-8.".to_owned())?;
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let metadata = Metadata {
        title: owned(seed.title),
        source: owned(seed.source),
        author: owned(seed.author),
        published: seed.published,
        language: owned(seed.language),
    };
    Ok(Article { metadata, ..Article::new(seed.slug, plain_text(text)) })
}

async fn fetch(address: &str) -> Result<Vec<u8>, String> {
    let response = Request::get(address).send().await.map_err(|error| error.to_string())?;
    if !response.ok() {
        return Err(format!("{address}: {} {}", response.status(), response.status_text()));
    }
    response.binary().await.map_err(|error| error.to_string())
}
