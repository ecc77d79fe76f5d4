use crate::Browser;
use serde_json::json;
use thirtyfour::error::WebDriverResult;

/// What the reader's system asks of a page's looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Dark on light with more contrast.
    LightContrast,
    /// Light on dark with more contrast.
    DarkContrast,
}

/// Every theme that pages are looked at in.
pub const THEMES: [Theme; 4] = [Theme::Light, Theme::Dark, Theme::LightContrast, Theme::DarkContrast];

impl Browser {
    /// Makes the browser ask pages for `theme`, and for no motion, so that what is looked at stands still. Only
    /// Chromium can be told.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn prefer(&self, theme: Theme) -> WebDriverResult<()> {
        let (scheme, contrast) = match theme {
            Theme::Light => ("light", "no-preference"),
            Theme::Dark => ("dark", "no-preference"),
            Theme::LightContrast => ("light", "more"),
            Theme::DarkContrast => ("dark", "more"),
        };
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-contrast", "value": contrast },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]});
        self.driver().cdp().send_raw("Emulation.setEmulatedMedia", features).await?;
        Ok(())
    }
}
