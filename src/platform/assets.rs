//! What is fetched beside the program: the articles and the model.

use super::reason;
use crate::core::article::{Article, Metadata};
use gloo::net::http::{Request, Response};
use js_sys::ArrayBuffer;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

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
    let bytes = fetch(seed.address).await?.binary().await.map_err(|error| error.to_string())?;
    let text = String::from_utf8(bytes).map_err(|_| "The text is not in UTF-8.".to_owned())?;
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let metadata = Metadata {
        title: owned(seed.title),
        source: owned(seed.source),
        author: owned(seed.author),
        published: seed.published,
        language: owned(seed.language),
    };
    Ok(Article { metadata, ..Article::from_plain_text(seed.slug, text) })
}

/// Fetches the trained weights, which the page only hands on.
pub async fn fetch_model() -> Result<ArrayBuffer, String> {
    let response = web_sys::Response::from(fetch(env!("GLOSS_MODEL_ADDRESS")).await?);
    let buffer = response.array_buffer().map_err(|error| reason(&error))?;
    JsFuture::from(buffer).await.map(JsCast::unchecked_into).map_err(|error| reason(&error))
}

async fn fetch(address: &str) -> Result<Response, String> {
    let response = Request::get(address).send().await.map_err(|error| error.to_string())?;
    if !response.ok() {
        return Err(format!("{address}: {} {}", response.status(), response.status_text()));
    }
    Ok(response)
}
