//! Notes leave, come back, are heard of by other tabs, and are never lost in silence.

use gloss_browser_tests::{Browser, Outcome, Profile, Site};
use serde_json::{Value, json};
use thirtyfour::By;

const ARTICLE: &str = "#/read/misconduct-hearing";

/// Catches the next file that the page saves, and makes its text available as `window.saved`.
const CATCH: &str =
    "URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text }); return '#' };
    HTMLAnchorElement.prototype.click = () => {}";

#[tokio::test]
async fn a_backup_restores_what_was_deleted_with_a_preview_and_one_undo() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    for words in ["Amanda Rowe", "Streatham"] {
        page.select(words, false).await?;
        page.keys("h").await?;
        page.saved().await?;
    }
    let page = browser.open(&site, "#/notes").await?;
    page.run(CATCH, &[]).await?;
    page.click(".exchange button").await?;
    let saved = page.until("the backup", "return window.saved").await?;
    let backup: Value = serde_json::from_str(saved.as_str().unwrap_or_default())?;
    assert_eq!(backup["annotations"].as_array().map(Vec::len), Some(2));

    for left in [1, 0] {
        page.click(".card-tools button:nth-child(2)").await?;
        page.until(
            "it is gone",
            &format!("return document.querySelectorAll('.notebook .card').length === {left}"),
        )
        .await?;
    }
    page.saved().await?;
    let file = tempfile::Builder::new().suffix(".json").tempfile()?;
    std::fs::write(file.path(), saved.as_str().unwrap_or_default())?;
    let field = browser.driver().find(By::Css("input[type=file]")).await?;
    field.send_keys(file.path().to_string_lossy()).await?;
    page.until(
        "the preview",
        "return /would add 2, update 0/.test(document.querySelector('.preview')?.textContent)",
    )
    .await?;
    assert_eq!(page.count(".notebook .card").await?, 0, "nothing changes before it is wanted");
    page.click(".preview .primary").await?;
    page.saved().await?;
    assert_eq!(page.texts(".notebook .quote").await?.len(), 2);
    page.click(".message button").await?;
    page.until("one step takes both away", "return !document.querySelector('.notebook .card')").await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_file_that_is_none_is_refused_in_words() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/notes").await?;
    let file = tempfile::Builder::new().suffix(".json").tempfile()?;
    std::fs::write(file.path(), "not at all")?;
    browser
        .driver()
        .find(By::Css("input[type=file]"))
        .await?
        .send_keys(file.path().to_string_lossy())
        .await?;
    page.until(
        "it says so",
        "return /not JSON/.test(document.querySelector('.exchange .failed').textContent)",
    )
    .await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn every_export_holds_the_note() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    page.select("We understand the impact", false).await?;
    page.keys("n").await?;
    page.until("the editor", "return document.activeElement?.tagName === 'TEXTAREA'").await?;
    page.keys("Whose impact?").await?;
    page.click(".note-editor .primary").await?;
    page.saved().await?;
    let page = browser.open(&site, "#/notes").await?;
    page.run(CATCH, &[]).await?;
    for (format, expected) in [
        ("Markdown", vec!["Whose impact?", "Amanda Rowe", "We understand the impact"]),
        ("CSV", vec!["Whose impact?", "We understand the impact"]),
        ("HTML", vec!["Whose impact?", "Amanda Rowe", "<html"]),
        ("W3C JSON-LD", vec!["Whose impact?", "TextQuoteSelector", "http://www.w3.org/ns/anno.jsonld"]),
    ] {
        let script = "window.saved = null;
            [...document.querySelectorAll('.exchange button')].find((b) => b.textContent === arguments[0]).click()";
        page.run(script, &[json!(format)]).await?;
        let saved = page.until("the file", "return window.saved").await?;
        for words in expected {
            assert!(
                saved.as_str().is_some_and(|saved| saved.contains(words)),
                "{format} has no {words}: {saved}"
            );
        }
    }
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn another_tab_hears_of_a_note_and_both_tabs_keep_theirs() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    let driver = browser.driver();
    let first = driver.window().await?;
    let second = driver.new_tab().await?;
    driver.switch_to_window(second.clone()).await?;
    browser.open(&site, ARTICLE).await?;
    page.select("Streatham", false).await?;
    page.keys("h").await?;
    page.saved().await?;
    driver.switch_to_window(first).await?;
    page.until(
        "the first tab has it",
        "return document.querySelector('article mark')?.textContent === 'Streatham'",
    )
    .await?;
    page.select("Amanda Rowe", false).await?;
    page.keys("h").await?;
    page.saved().await?;
    driver.switch_to_window(second).await?;
    page.until("the second has both", "return document.querySelectorAll('article mark').length === 2")
        .await?;
    driver.refresh().await?;
    page.settled().await?;
    assert_eq!(page.marks().await?, ["yellow: Streatham", "yellow: Amanda Rowe"]);
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_link_to_a_passage_opens_at_it() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/read/misconduct-hearing?text=gross%20misconduct,watchdog").await?;
    page.until(
        "it is selected",
        "return getSelection().toString() === 'gross misconduct hearing, the police watchdog'",
    )
    .await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn without_storage_work_goes_on_and_says_that_it_is_not_saved() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "").await?;
    // The library is left by a link, so the script stays, and storage fails when it is opened again.
    page.run("IDBDatabase.prototype.transaction = () => { throw new DOMException('blocked by a test', 'InvalidStateError') }", &[]).await?;
    page.click(".articles a").await?;
    page.settled().await?;
    page.select("Amanda Rowe", false).await?;
    page.keys("h").await?;
    page.until("it says so", "return document.querySelector('.save-state').dataset.state === 'unsaved'")
        .await?;
    assert_eq!(page.marks().await?, ["yellow: Amanda Rowe"]);
    browser.quit().await;
    Ok(())
}
