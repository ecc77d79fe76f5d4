//! The page's Content-Security-Policy, by trying: what is not of the build neither runs nor is fetched, and what the page
//! itself does is never against it.

use gloss_browser_tests::{Browser, Outcome, Page, Profile, Scene, Site, annotate};
use serde_json::{Value, json};

/// Notes what is against the policy, before anything else is in the page; and makes a program of a string by itself, when
/// asked, as what a driver runs may do more than the page's own scripts.
const WATCH: &str = "window.violations = [];
    addEventListener('evaluate', () => setTimeout(() => { try { eval('window.ran = true') } catch {} }));
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));";

async fn violations(page: &Page) -> Result<Vec<String>, Box<dyn std::error::Error + Send + Sync>> {
    let all = page.run("return window.violations", &[]).await?;
    let all = all.as_array().ok_or("the page is watched")?;
    Ok(all.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

#[tokio::test]
async fn no_page_does_what_its_policy_forbids() -> Outcome {
    let (site, profile) = (Site::start_with(WATCH), Profile::new());
    let browser = Browser::start(&profile).await;
    annotate(&browser, &site).await?;
    for scene in Scene::ALL {
        let page = scene.show(&browser, &site).await?;
        assert_eq!(violations(&page).await?, [] as [&str; 0], "{scene:?}");
    }
    browser.quit().await;
    Ok(())
}

/// Runs `attempt`, which is to set `window.ran` where it succeeds, and expects the policy to refuse it by `directive`.
async fn check(page: &Page, attempt: &str, directive: &str) -> Outcome {
    page.run(&format!("window.ran = false; window.violations.length = 0; {attempt}"), &[]).await?;
    page.until(&format!("{attempt} is refused"), "return window.violations.length > 0").await?;
    let refused = violations(page).await?;
    assert!(refused.iter().all(|what| what.starts_with(directive)), "{attempt}: {refused:?}");
    assert_eq!(page.run("return window.ran", &[]).await?, json!(false), "{attempt}");
    Ok(())
}

#[tokio::test]
async fn what_is_not_of_the_build_neither_runs_nor_is_fetched() -> Outcome {
    let (site, profile) = (Site::start_with(WATCH), Profile::new());
    let elsewhere = Site::start();
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/read/misconduct-hearing").await?;
    let foreign = elsewhere.address("worker-start.js");
    let put =
        |html: &str| format!("document.querySelector('main').insertAdjacentHTML('beforeend', `{html}`)");
    let script = |what: &str| {
        format!("document.body.append(Object.assign(document.createElement('script'), {{ {what} }}))")
    };
    check(&page, &script("textContent: 'window.ran = true'"), "script-src").await?;
    check(&page, &script(&format!("src: '{foreign}', onload: () => window.ran = true")), "script-src")
        .await?;
    // WebKit looks at such attributes when they are to run.
    for (html, event) in [
        ("<p onclick='window.ran = true'>press</p>", "click"),
        ("<svg onload='window.ran = true'></svg>", "load"),
    ] {
        let happens = format!(
            "{}; document.querySelector('main').lastElementChild.dispatchEvent(new Event('{event}'))",
            put(html)
        );
        check(&page, &happens, "script-src-attr").await?;
    }
    check(&page, &put("<p style='color: red'>red</p>"), "style-src-attr").await?;
    check(&page, &put("<style>p { color: red }</style>"), "style-src-elem").await?;
    check(&page, &put(&format!("<iframe src='{foreign}'></iframe>")), "frame-src").await?;
    check(&page, &put(&format!("<img src='{foreign}'>")), "img-src").await?;
    check(&page, &put(&format!("<object data='{foreign}'></object>")), "object-src").await?;
    check(&page, &put(&format!("<base href='{foreign}'>")), "base-uri").await?;
    let fetch = |address: &str| format!("fetch('{address}').then(() => window.ran = true, () => {{}})");
    check(&page, &fetch(&foreign), "connect-src").await?;
    check(&page, &fetch("https://example.org/"), "connect-src").await?;
    check(&page, "try { new Worker(URL.createObjectURL(new Blob(['']))) } catch {}", "worker-src").await?;
    check(&page, "dispatchEvent(new Event('evaluate'))", "script-src").await?;
    check(
        &page,
        &format!(
            "{}; try {{ document.querySelector('#away').submit() }} catch {{}}",
            put(&format!("<form id=away action='{foreign}'></form>"))
        ),
        "form-action",
    )
    .await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_page_that_is_parsed_or_framed_runs_and_fetches_nothing() -> Outcome {
    let (site, profile) = (Site::start_with(WATCH), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/read/misconduct-hearing").await?;
    let parse = "window.ran = false;
        const html = `<link rel=stylesheet href='https://example.org/a.css'><style>p { color: red }</style>
          <script>parent.ran = true</script><img src='https://example.org/a.png' onerror='window.ran = true'>
          <p style='color: red' onclick='window.ran = true'>Words<svg onload='window.ran = true'></svg>`;
        return new DOMParser().parseFromString(html, 'text/html').body.textContent.includes('Words')";
    assert_eq!(page.run(parse, &[]).await?, json!(true));
    // A frame has the policy of its page, and reports to itself.
    let frame = "document.querySelector('main').insertAdjacentHTML('beforeend',
        '<iframe id=\"framed\" srcdoc=\"<script>parent.ran = true</script><p>Framed\"></iframe>')";
    page.run(frame, &[]).await?;
    let framed = "return document.querySelector('#framed').contentDocument?.querySelector('p')?.textContent";
    assert_eq!(page.until("the frame", framed).await?, json!("Framed"));
    assert_eq!(page.run("return window.ran", &[]).await?, json!(false));
    let foreign = "return performance.getEntriesByType('resource').map((entry) => entry.name)
        .filter((name) => !name.startsWith(location.origin))";
    assert_eq!(page.run(foreign, &[]).await?, json!([]));
    // Chromium reports what it would not have done in any case.
    let attempted = violations(&page).await?;
    assert!(attempted.iter().all(|what| what.contains(" inline ")), "{attempted:?}");
    browser.quit().await;
    Ok(())
}
