use serde_json::json;
use std::process::Command;
use thirtyfour::{Capabilities, ChromiumLikeCapabilities, DesiredCapabilities, error::WebDriverResult};

/// The engines that the suite runs in. `GLOSS_BROWSER` chooses one when the tests are compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, through `chromedriver`.
    Chromium,
    /// Firefox, through `geckodriver`.
    Firefox,
    /// The small browser that comes with `WebKitGTK`, through `WebKitWebDriver`.
    WebKit,
}

/// Where Debian and Ubuntu put the browser of `WebKitGTK`.
const MINI_BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

impl Engine {
    /// The engine that these tests drive.
    pub const CHOSEN: Self = if cfg!(engine = "firefox") {
        Self::Firefox
    } else if cfg!(engine = "webkit") {
        Self::WebKit
    } else {
        Self::Chromium
    };

    /// The command that starts the engine's driver for a browser with the profile in `folder`. The driver is to
    /// listen on `port`; one that takes a free port by itself and says which is given none.
    pub(crate) fn driver(self, port: Option<u16>, folder: &str) -> Command {
        let mut command = Command::new(match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        });
        command.arg(format!("--port={}", port.unwrap_or_default()));
        match self {
            Self::Chromium => {}
            // Its second port would otherwise be the same for every driver.
            Self::Firefox => {
                command.arg("--websocket-port=0");
            }
            // As root it cannot build its sandbox, and on a display of memory there is nothing to compose.
            Self::WebKit => {
                command
                    .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
                    .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
                // It knows no profiles, and keeps its things below the home.
                for name in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
                    command.env(name, folder);
                }
            }
        }
        command
    }

    /// The port in a line that the driver prints when it is ready.
    pub(crate) fn port(self, line: &str) -> Option<u16> {
        match self {
            Self::Chromium => line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok(),
            Self::Firefox => line.split_once("Listening on ")?.1.rsplit(':').next()?.trim().parse().ok(),
            Self::WebKit => None,
        }
    }

    /// Whether the driver takes a free port itself. One found beforehand could be taken meanwhile.
    pub(crate) const fn chooses_its_port(self) -> bool {
        !matches!(self, Self::WebKit)
    }

    /// Whether the browser draws on a display even when nobody looks.
    pub(crate) const fn needs_a_display(self) -> bool {
        matches!(self, Self::WebKit)
    }

    /// The files and folders of a profile in which the browser keeps its own scripts, compiled. On an empty profile Firefox
    /// compiles them for ten seconds; the other two are installed with theirs.
    pub(crate) const fn caches(self) -> &'static [&'static str] {
        match self {
            Self::Firefox => &["compatibility.ini", "startupCache"],
            Self::Chromium | Self::WebKit => &[],
        }
    }

    /// What to ask the driver for: a browser without a window on the profile in `folder`.
    pub(crate) fn capabilities(self, folder: &str) -> WebDriverResult<Capabilities> {
        match self {
            Self::Chromium => {
                let mut wanted = DesiredCapabilities::chrome();
                for argument in [
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-extensions",
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
                    wanted.add_arg(argument)?;
                }
                Ok(wanted.into())
            }
            Self::Firefox => {
                let mut wanted = Capabilities::new();
                wanted.set("browserName", "firefox")?;
                let options = json!({
                    "args": ["-headless", "-profile", folder],
                    // A tab that another one hides keeps its pace, and nothing is fetched but the site.
                    "prefs": {
                        "dom.min_background_timeout_value": 4,
                        "dom.timeout.enable_budget_timer_throttling": false,
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                        "browser.safebrowsing.downloads.remote.enabled": false,
                        // No page of its own is drawn, and no process waits for another page.
                        "browser.startup.page": 0,
                        "browser.startup.homepage": "about:blank",
                        "browser.newtabpage.enabled": false,
                        "dom.ipc.processPrelaunch.enabled": false,
                    },
                });
                wanted.set("moz:firefoxOptions", options)?;
                Ok(wanted)
            }
            Self::WebKit => {
                let mut wanted = Capabilities::new();
                let options = json!({ "binary": MINI_BROWSER, "args": ["--automation"] });
                wanted.set("webkitgtk:browserOptions", options)?;
                Ok(wanted)
            }
        }
    }
}
