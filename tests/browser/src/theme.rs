use crate::Browser;
use serde_json::json;
use thirtyfour::error::WebDriverResult;

/// What a page looks like: as the reader's system asks, or as the reader has chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Brown on the colour of old paper.
    Sepia,
    /// Dark on light with more contrast.
    LightContrast,
    /// Light on dark with more contrast.
    DarkContrast,
}

/// Every theme that pages are looked at in.
pub const THEMES: [Theme; 5] =
    [Theme::Light, Theme::Dark, Theme::Sepia, Theme::LightContrast, Theme::DarkContrast];

impl Browser {
    /// Makes the browser ask pages for `theme`, and for no motion, so that what is looked at stands still. Only
    /// Chromium can be told.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn prefer(&self, theme: Theme) -> WebDriverResult<()> {
        let (scheme, contrast) = match theme {
            Theme::Light | Theme::Sepia => ("light", "no-preference"),
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
        let chosen = if theme == Theme::Sepia { "sepia" } else { "system" };
        let choose = "document.documentElement.dataset.theme = arguments[0]";
        self.driver().execute(choose, vec![json!(chosen)]).await?;
        Ok(())
    }
}
