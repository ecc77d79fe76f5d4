//! How far the reader is in each article, in the browser's local storage.

use super::local;
use crate::core::{app::Place, article::ArticleId};
use std::collections::BTreeMap;

const PREFIX: &str = "gloss.place.";

/// Every place that is kept.
pub fn load() -> BTreeMap<ArticleId, Place> {
    let place = |key: String| {
        let place = serde_json::from_str(&local::get(&key)?).ok()?;
        Some((key.strip_prefix(PREFIX)?.to_owned(), place))
    };
    local::keys().into_iter().filter_map(place).collect()
}

/// Keeps the place that the reader has come to in an article.
pub fn keep(article: &str, place: &Place) {
    if let Ok(json) = serde_json::to_string(place) {
        local::set(&format!("{PREFIX}{article}"), &json);
    }
}
