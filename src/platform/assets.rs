//! What the build puts beside the program: the bundled articles, which are fetched, and the list of them.

use super::json;
use gloo::utils::{document, window};
use gloss_app::FetchFailure;
use gloss_ingest::{
    manifest::{Bundle, Bundled},
    plain_text,
};
use gloss_notes::Write;
use gloss_text::{Article, ArticleId};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// What `index.html` says of the files beside it.
pub(crate) fn bundle() -> Bundle {
    let written = document().get_element_by_id("bundle").and_then(|element| element.text_content());
    written.and_then(|written| json::read(&written)).unwrap_or_default()
}

/// A bundled article that is on its way.
pub(crate) struct Coming {
    bundled: Bundled,
    response: JsFuture,
}

impl Coming {
    /// Asks for an article's text.
    pub(crate) fn ask(bundled: Bundled) -> Self {
        let response = window().fetch_with_str(&bundled.address).into();
        Self { bundled, response }
    }

    /// The article's id.
    pub(crate) fn id(&self) -> &ArticleId {
        &self.bundled.id
    }

    /// Waits for the article.
    pub(crate) async fn article(self) -> Result<Article, FetchFailure> {
        let Bundled { id, metadata, .. } = self.bundled;
        let bytes = bytes(self.response).await?;
        let text = String::from_utf8(bytes).map_err(|_| FetchFailure::NotText)?;
        Ok(Article::new(id, plain_text(text)).with_metadata(metadata))
    }
}

/// Fetches the notes that come with the site, as changes of another tab that were made before all others. Without them
/// everything else works.
pub(crate) async fn fetch_notes(address: &str) -> Option<Vec<Write>> {
    let bytes = bytes(window().fetch_with_str(address).into()).await.ok()?;
    json::read(&String::from_utf8(bytes).ok()?)
}

async fn bytes(response: JsFuture) -> Result<Vec<u8>, FetchFailure> {
    let unreachable = |_: JsValue| FetchFailure::Unreachable;
    let response: Response = response.await.map_err(unreachable)?.unchecked_into();
    if !response.ok() {
        return Err(FetchFailure::Status(response.status()));
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(unreachable)?).await.map_err(unreachable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
