//! Runs Lighthouse on the release build, served as a static host does, and fails below the bar: `make lighthouse`.

use gloss_browser_tests::{Outcome, Site, lighthouse};
use serde_json::Value;
use std::{error::Error, fs, path::Path, process::Command};

/// What each category is to reach, of 100.
const BAR: [(&str, f64); 4] =
    [("performance", 95.0), ("accessibility", 100.0), ("best-practices", 100.0), ("seo", 100.0)];

const PAGES: [(&str, &str); 2] = [("library", ""), ("article", "#/read/misconduct-hearing")];

/// As in the tests: quiet, and without what a fresh profile would fetch.
const FLAGS: &str = "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-dev-shm-usage --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync";

fn main() -> Outcome {
    let site = Site::start_compressed();
    let folder = tempfile::tempdir()?;
    let mut below = 0;
    for (name, route) in PAGES {
        let report = run(&site.address(route), &folder.path().join(name))?;
        for (category, bar) in BAR {
            let score = report["categories"][category]["score"].as_f64().unwrap_or_default() * 100.0;
            println!("{name:8} {category:15} {score:3.0} {}", if score < bar { "BELOW THE BAR" } else { "" });
            below += u32::from(score < bar);
        }
        for what in objections(&report) {
            println!("    {what}");
        }
    }
    if below > 0 {
        return Err(format!("{below} scores are below the bar").into());
    }
    Ok(())
}

/// Runs Lighthouse on `address` and returns its report.
fn run(address: &str, file: &Path) -> Result<Value, Box<dyn Error + Send + Sync>> {
    let ran = Command::new(lighthouse())
        .arg(address)
        .args(["--quiet", "--output=json"])
        .arg(format!("--output-path={}", file.display()))
        .arg(format!("--chrome-flags={FLAGS}"))
        .env("CHROME_PATH", chromium())
        .status()
        .map_err(|why| format!("{}: {why}; `make lighthouse` installs it", lighthouse().display()))?;
    if !ran.success() {
        return Err(format!("Lighthouse ended with {ran}").into());
    }
    Ok(serde_json::from_str(&fs::read_to_string(file)?)?)
}

fn chromium() -> &'static str {
    let found = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    found.into_iter().find(|path| Path::new(path).exists()).unwrap_or("chromium")
}

/// What the timings were, and what else could be better.
fn objections(report: &Value) -> Vec<String> {
    let audits = report["audits"].as_object().into_iter().flatten();
    let short = audits.filter(|(_, audit)| audit["score"].as_f64().is_some_and(|score| score < 0.9));
    let timings =
        ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "speed-index"];
    let timings = timings.map(|id| (id.to_owned(), &report["audits"][id]));
    let others = short.filter(|(id, _)| !timings.iter().any(|(timing, _)| timing == *id));
    let all = timings.iter().map(|(id, audit)| (id, *audit)).chain(others);
    all.map(|(id, audit)| format!("{id}: {}", audit["displayValue"].as_str().unwrap_or_default())).collect()
}
