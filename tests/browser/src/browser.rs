use crate::{Page, Site};
use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};
use tempfile::TempDir;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};

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

/// A running Chromium with its driver. Dropping it ends both.
#[derive(Debug)]
pub struct Browser {
    driver: WebDriver,
    process: Child,
    profile: String,
}

impl Browser {
    /// Starts a browser on `profile`.
    ///
    /// # Panics
    /// When the driver does not start.
    pub async fn start(profile: &Profile) -> Self {
        // The driver takes a free port itself and says which: one found beforehand could be taken meanwhile.
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver on the PATH: `make test` installs it");
        let said = BufReader::new(process.stdout.take().expect("its output"));
        let started =
            |line: String| line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok();
        let port: u16 = said.lines().map_while(Result::ok).find_map(started).expect("the driver's port");
        let folder = profile.0.path().to_string_lossy().into_owned();
        let mut capabilities = DesiredCapabilities::chrome();
        for argument in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // A tab that another one hides keeps its pace.
            "--disable-background-timer-throttling",
            "--disable-renderer-backgrounding",
            "--disable-backgrounding-occluded-windows",
            "--window-size=1280,900",
            &format!("--user-data-dir={folder}"),
        ] {
            capabilities.add_arg(argument).expect("a capability");
        }
        let driver =
            WebDriver::new(&format!("http://127.0.0.1:{port}"), capabilities).await.expect("a browser");
        Self { driver, process, profile: folder }
    }

    /// Opens a route of the site and waits until it is drawn.
    ///
    /// # Errors
    /// When the browser cannot be driven.
    pub async fn open(&self, site: &Site, route: &str) -> thirtyfour::error::WebDriverResult<Page> {
        self.driver.goto(site.address(route)).await?;
        let page = Page::new(self.driver.clone());
        page.settled().await?;
        Ok(page)
    }

    /// The driver itself, for what a page does not offer.
    #[must_use]
    pub const fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Kills every process of the browser at once, as a crash or a lost machine would.
    pub fn kill(self) {
        drop(self);
    }

    /// Ends the browser in an orderly way.
    pub async fn quit(self) {
        let _ = self.driver.clone().quit().await;
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The handle would wait for a session that is about to be gone.
        let _ = self.driver.clone().leak();
        let _ = self.process.kill();
        // A process that is killed may hold its files a moment longer, and the next browser would find them
        // locked.
        for _ in 0..100 {
            let left = processes_of(&self.profile);
            if left.is_empty() {
                break;
            }
            let _ = Command::new("kill").arg("-9").args(left).stderr(Stdio::null()).status();
            thread::sleep(Duration::from_millis(50));
        }
        let _ = self.process.wait();
        // The killed browser's lock names a process that is gone; a starting one would ask about it.
        let _ = fs::remove_file(Path::new(&self.profile).join("SingletonLock"));
    }
}

/// The processes that were started on `profile` and still run.
fn processes_of(profile: &str) -> Vec<String> {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let running = processes.filter(|entry| {
        let line = fs::read(entry.path().join("cmdline")).unwrap_or_default();
        String::from_utf8_lossy(&line).contains(profile)
    });
    let names = running.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| name.chars().all(|c| c.is_ascii_digit())).collect()
}
