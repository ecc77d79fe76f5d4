use crate::{Engine, Page, Site, driver::Driver};
use serde_json::json;
use std::{
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};
use tempfile::TempDir;
use thirtyfour::{WebDriver, error::WebDriverResult};

/// What a browser keeps on disk; it outlives the browser.
#[derive(Debug)]
pub struct Profile(TempDir);

impl Profile {
    /// A fresh, empty one.
    ///
    /// # Panics
    /// When no temporary folder can be made.
    #[must_use]
    pub fn new() -> Self {
        Self(TempDir::with_prefix("gloss-profile-").expect("a temporary folder"))
    }
}

impl Default for Profile {
    fn default() -> Self {
        Self::new()
    }
}

/// A running browser of the chosen engine with its driver. Dropping it ends both.
#[derive(Debug)]
pub struct Browser {
    client: WebDriver,
    /// Ends the browser when it is dropped.
    _driver: Driver,
}

impl Browser {
    /// Starts a browser on `profile`.
    ///
    /// # Panics
    /// When the driver or the browser does not start.
    pub async fn start(profile: &Profile) -> Self {
        give_caches(profile.0.path()).await.expect("the browser's caches");
        Self::launch(profile).await
    }

    async fn launch(profile: &Profile) -> Self {
        let folder = profile.0.path();
        // The lock of a browser that was killed names a process that is gone; a starting one would ask about it.
        let _ = fs::remove_file(folder.join("SingletonLock"));
        let folder = folder.to_string_lossy();
        let driver = Driver::start(Engine::CHOSEN, &folder);
        let wanted = Engine::CHOSEN.capabilities(&folder).expect("capabilities");
        let client = WebDriver::new(driver.address(), wanted).await.expect("a browser");
        let browser = Self { client, _driver: driver };
        if Engine::CHOSEN != Engine::Chromium {
            // Chromium is told by a flag; the others would begin with a window between narrow and wide.
            browser.resize(1280, 800).await.expect("a window");
        }
        browser
    }

    /// Opens a route of the site and waits until it is drawn.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn open(&self, site: &Site, route: &str) -> WebDriverResult<Page> {
        let page = self.visit(site, route).await?;
        page.settled().await?;
        Ok(page)
    }

    /// Opens a route of the site and waits for nothing that the app does.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn visit(&self, site: &Site, route: &str) -> WebDriverResult<Page> {
        self.client.goto(site.address(route)).await?;
        Ok(Page::new(self.client.clone()))
    }

    /// Gives the page a window of `width` and `height` CSS pixels. Chromium goes to any size, also of a phone;
    /// others not below that of their own bars.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn resize(&self, width: u32, height: u32) -> WebDriverResult<()> {
        if Engine::CHOSEN == Engine::Chromium {
            let metrics =
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.client.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
            return Ok(());
        }
        let script = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        let [across, along]: [u32; 2] = self.client.execute(script, Vec::new()).await?.convert()?;
        self.client.set_window_rect(0, 0, width + across, height + along).await
    }

    /// The driver itself, for what a page does not offer.
    #[must_use]
    pub const fn driver(&self) -> &WebDriver {
        &self.client
    }

    /// Kills every process of the browser at once, as a crash or a lost machine would.
    pub fn kill(self) {
        drop(self);
    }

    /// Ends the browser in an orderly way.
    pub async fn quit(self) {
        let _ = self.client.clone().quit().await;
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The handle would wait for a session that is about to be gone.
        let _ = self.client.clone().leak();
    }
}

/// Gives an empty profile the browser's own caches, which a browser that visits nothing has made once.
async fn give_caches(profile: &Path) -> io::Result<()> {
    let caches = Engine::CHOSEN.caches();
    if caches.is_empty() || fs::read_dir(profile)?.next().is_some() {
        return Ok(());
    }
    let kept = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/browser-caches");
    if !kept.exists() {
        let first = Profile::new();
        let browser = Browser::launch(&first).await;
        // It goes on compiling for a moment.
        tokio::time::sleep(Duration::from_secs(5)).await;
        browser.quit().await;
        let part = TempDir::new_in(kept.parent().unwrap_or(&kept))?;
        copy(first.0.path(), part.path(), caches)?;
        fs::rename(part.keep(), &kept)?;
    }
    copy(&kept, profile, caches)
}

/// Copies files, and folders of files, from one folder into another.
fn copy(from: &Path, to: &Path, names: &[&str]) -> io::Result<()> {
    for name in names {
        let (from, to) = (from.join(name), to.join(name));
        if from.is_file() {
            fs::copy(from, to)?;
            continue;
        }
        fs::create_dir(&to)?;
        for file in fs::read_dir(from)? {
            let file = file?;
            fs::copy(file.path(), to.join(file.file_name()))?;
        }
    }
    Ok(())
}
