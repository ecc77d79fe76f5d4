//! What the build puts beside the program: the bundled articles, which are fetched, and the list of them.

use super::json;
use gloo::{net::http::Request, utils::document};
use gloss_app::FetchFailure;
use gloss_ingest::{
    manifest::{Bundle, Bundled},
    plain_text,
};
use gloss_text::Article;

/// What `index.html` says of the files beside it.
pub(crate) fn bundle() -> Bundle {
    let written = document().get_element_by_id("bundle").and_then(|element| element.text_content());
    written.and_then(|written| json::read(&written)).unwrap_or_default()
}

/// Fetches one article's text.
pub(crate) async fn fetch_article(bundled: &Bundled) -> Result<Article, FetchFailure> {
    let bytes = fetch(&bundled.address).await?;
    let text = String::from_utf8(bytes).map_err(|_| FetchFailure::NotText)?;
    Ok(Article::new(bundled.id.clone(), plain_text(text)).with_metadata(bundled.metadata.clone()))
}

async fn fetch(address: &str) -> Result<Vec<u8>, FetchFailure> {
    let response = Request::get(address).send().await.map_err(|_| FetchFailure::Unreachable)?;
    if !response.ok() {
        return Err(FetchFailure::Status(response.status()));
    }
    response.binary().await.map_err(|_| FetchFailure::Unreachable)
}
