//! Makes a screenshot of every page in light and dark, on a phone, a tablet and a desktop: `make screenshots`.

use gloss_browser_tests::{Browser, Outcome, Page, Profile, Scene, Site, Theme, WIDTHS, annotate};
use std::{fs, path::PathBuf};
use thirtyfour::error::WebDriverResult;

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
            for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
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
