//! Makes a screenshot of every page in light, dark and sepia, from a small phone to a large desktop: `make screenshots`.

use gloss_browser_tests::{Browser, Outcome, Page, Profile, Scene, Site, Theme, annotate};
use std::{fs, path::PathBuf};
use thirtyfour::error::WebDriverResult;

/// The widths of the windows, in CSS pixels.
const WIDTHS: [u32; 5] = [320, 390, 768, 1440, 1920];
/// The height of the window. What is fixed to the window stands where a reader sees it.
const HEIGHT: u32 = 900;
/// A long page is shown as far as this.
const LONGEST: u64 = 4000;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/screenshots");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    annotate(&browser, &site).await?;
    let mut made = 0;
    for width in WIDTHS {
        for scene in Scene::ALL {
            for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark"), (Theme::Sepia, "sepia")] {
                browser.resize(width, HEIGHT).await?;
                browser.prefer(theme).await?;
                let page = scene.show(&browser, &site).await?;
                if scene.is_a_whole_page() {
                    browser.resize(width, height(&page).await?).await?;
                }
                let file = format!("{scene:?}-{width}-{name}.png").to_lowercase();
                browser.driver().screenshot(&folder.join(file)).await?;
                made += 1;
            }
        }
    }
    println!("{made} screenshots in {}", folder.canonicalize()?.display());
    browser.quit().await;
    Ok(())
}

/// The height of the whole page, so far as it is shown.
async fn height(page: &Page) -> WebDriverResult<u32> {
    let height = page.run("return document.documentElement.scrollHeight", &[]).await?;
    Ok(height.as_u64().unwrap_or_default().clamp(u64::from(HEIGHT), LONGEST) as u32)
}
