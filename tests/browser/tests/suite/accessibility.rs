//! axe-core finds nothing to object to: on any page, in any dialog, theme and width.

use gloss_browser_tests::{Browser, Outcome, Profile, Scene, Site, THEMES, WIDTHS, annotate, axe_core};
use serde_json::Value;

/// All that axe-core objects to on the page as it is, a line each.
const OBJECTIONS: &str = "const then = arguments[arguments.length - 1];
    axe.run().then(({ violations }) => then(violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`))),
      (why) => then([`axe-core failed: ${why}`]))";

/// Looks at every scene in every theme at one width.
async fn check(width: u32) -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    annotate(&browser, &site).await?;
    let axe = axe_core();
    let (mut looked_at, mut objections) = (0, Vec::new());
    browser.resize(width, 900).await?;
    for scene in Scene::ALL {
        let page = scene.show(&browser, &site).await?;
        page.run(&axe, &[]).await?;
        for theme in THEMES {
            browser.prefer(theme).await?;
            let found = browser.driver().execute_async(OBJECTIONS, Vec::new()).await?;
            let found = found.json().as_array().cloned().unwrap_or_default();
            let found = found.iter().filter_map(Value::as_str);
            objections.extend(found.map(|what| format!("{scene:?}, {theme:?}: {what}")));
            looked_at += 1;
        }
    }
    println!("axe-core looked at {looked_at} pages at {width} px");
    assert!(objections.is_empty(), "{} objections:\n{}", objections.len(), objections.join("\n"));
    browser.quit().await;
    Ok(())
}

#[tokio::test]
#[cfg_attr(not(engine = "chromium"), ignore = "themes are set through Chromium's DevTools")]
async fn axe_core_finds_nothing_on_a_phone() -> Outcome {
    check(WIDTHS[0]).await
}

#[tokio::test]
#[cfg_attr(not(engine = "chromium"), ignore = "themes are set through Chromium's DevTools")]
async fn axe_core_finds_nothing_on_a_tablet() -> Outcome {
    check(WIDTHS[1]).await
}

#[tokio::test]
#[cfg_attr(not(engine = "chromium"), ignore = "themes are set through Chromium's DevTools")]
async fn axe_core_finds_nothing_on_a_wide_window() -> Outcome {
    check(WIDTHS[2]).await
}
