//! Measured in a real browser: printed with `--nocapture`, asserted only as far as a reader would notice.

use gloss_browser_tests::{Browser, Outcome, Profile, Site};

#[tokio::test]
async fn the_four_articles_are_analysed_while_nobody_waits() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/read/misconduct-hearing").await?;
    let script = "const all = performance.getEntriesByName('analysis').map((e) => e.duration);
        return all.length === 4 && all.reduce((a, b) => a + b, 0)";
    let total = page.until("all four are analysed", script).await?.as_f64().unwrap_or(f64::MAX);
    println!("analysis of the four articles in the page: {total:.1} ms");
    // Thirty is the aim on a quiet machine; ten times that would be felt.
    assert!(total < 300.0, "{total} ms");
    browser.quit().await;
    Ok(())
}
