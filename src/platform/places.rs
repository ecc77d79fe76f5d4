//! How far the reader is in each article, in the browser's local storage; and where that is on the page.

use super::{clock, json, local, text_view::TextView, viewport};
use gloo::utils::window;
use gloss_app::Place;
use gloss_text::ArticleId;
use std::collections::BTreeMap;

const PREFIX: &str = "gloss.place.";

/// Every place that is kept.
pub(crate) fn load() -> BTreeMap<ArticleId, Place> {
    let place = |key: String| {
        let place = json::read(&local::get(&key)?)?;
        Some((ArticleId::new(key.strip_prefix(PREFIX)?)?, place))
    };
    local::keys().into_iter().filter_map(place).collect()
}

/// Keeps the place that the reader has come to in an article.
pub(crate) fn keep(article: &str, place: &Place) {
    if let Ok(json) = serde_json::to_string(place) {
        local::set(&format!("{PREFIX}{article}"), &json);
    }
}

impl TextView {
    /// Where the reader is in `text`, drawn in `container`, now.
    pub(crate) fn place(&self) -> Option<Place> {
        let text = self.text();
        let (from, to) = self.in_view()?;
        let offsets = self.offsets();
        let seen = offsets.from_utf16(to) as f64 / text.len().max(1) as f64;
        Some(Place { at: offsets.from_utf16(from), seen: (seen * 1000.0) as u16, read: clock::now() })
    }
}

impl TextView {
    /// Scrolls so that what is in sight begins with the byte offset `at` of `text`, as [`current`] has told it.
    pub(crate) fn go_to(&self, at: usize) {
        if let Some(block) = self.block_at(at) {
            // A part that was not laid out yet is now, and what is above has its height.
            block.scroll_into_view();
            let above = viewport::height_before(&block, self.offsets().utf16(at)).unwrap_or_default();
            let y = viewport::scrolled() + block.get_bounding_client_rect().top() + above - viewport::top();
            window().scroll_to_with_x_and_y(0.0, y);
        }
    }
}
