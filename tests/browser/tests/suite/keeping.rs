//! Notes leave, come back, are heard of by other tabs, and are never lost in silence.

use gloss_browser_tests::{Browser, Outcome, Profile, Site, highlight, store_notes};
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
        highlight(&page, words).await?;
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
        "return /It reads backups of Gloss, .*Kindle/.test(document.querySelector('.exchange .failed').textContent)",
    )
    .await?;
    assert_eq!(page.count(".exchange .preview").await?, 0, "nothing is left to import");
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
    page.end_note().await?;
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
    highlight(&page, "Streatham").await?;
    driver.switch_to_window(first).await?;
    page.until(
        "the first tab has it",
        "return document.querySelector('article mark')?.textContent === 'Streatham'",
    )
    .await?;
    highlight(&page, "Amanda Rowe").await?;
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
    page.highlight_selected().await?;
    page.until("it says so", "return document.querySelector('.save-state').dataset.state === 'unsaved'")
        .await?;
    assert_eq!(page.marks().await?, ["yellow: Amanda Rowe"]);
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_note_whose_words_are_gone_leads_from_the_notebook_to_where_they_are_now() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "").await?;
    let before = "Rain is expected in the north by the evening, and farmers said that it was welcome.";
    store_notes(&page, "misconduct-hearing", before, 1, 40).await?;
    browser.driver().refresh().await?;
    page.settled().await?;
    let page = browser.open(&site, "#/notes").await?;
    page.click(".notebook .card .to-text").await?;
    page.until("its card in the article has the reader's eye", "return /^#.read.misconduct-hearing/.test(location.hash) && !!document.querySelector('.lost-notes .card.focused')?.checkVisibility()").await?;
    assert_eq!(page.count(".lost-notes .to-text").await?, 0, "here the text itself can be selected");
    page.select("Amanda Rowe", false).await?;
    page.click(".lost-notes .attach").await?;
    page.saved().await?;
    assert_eq!(page.marks().await?, ["yellow: Amanda Rowe"]);
    page.click(".message button").await?;
    page.until(
        "it can be taken back",
        "return !!document.querySelector('.lost-notes .card') && !document.querySelector('article mark')",
    )
    .await?;
    browser.quit().await;
    Ok(())
}

/// What the notebook says of the browser's storage.
const STORAGE_LINE: &str = "return [...document.querySelectorAll('.exchange .facts span')].map((e) => e.textContent).join(' ').trim() || null";

#[tokio::test]
async fn the_browser_is_asked_to_keep_the_first_note_and_its_answer_is_shown() -> Outcome {
    for (before, words) in [(GRANTS, "has promised not to clear"), (REFUSES, "keep a backup")] {
        let (site, profile) = (Site::start_with(before), Profile::new());
        let browser = Browser::start(&profile).await;
        let page = browser.open(&site, ARTICLE).await?;
        assert_eq!(page.run("return asked", &[]).await?, json!(0), "there is nothing to keep yet");
        highlight(&page, "Streatham").await?;
        page.until("it is asked", "return asked === 1").await?;
        page.run("location.hash = '#/notes'", &[]).await?;
        let line = page.until("the line", STORAGE_LINE).await?;
        let line = line.as_str().unwrap_or_default();
        assert!(line.contains("2 MB of 3,000 MB used") && line.contains(words), "{line}");
        browser.quit().await;
    }
    Ok(())
}

/// Browsers that answer the question for lasting storage with yes and with no, and have little of a large disk in use.
// Some engines offer no storage manager at an address like this one, so all are given one.
const GRANTS: &str = "let kept = false; window.asked = 0;
    Object.defineProperty(navigator, 'storage', { value: {
      persist: async () => { window.asked++; return (kept = true); },
      persisted: async () => kept,
      estimate: async () => ({ usage: 1_500_000, quota: 3_000_000_000 }) } });";
const REFUSES: &str = "window.asked = 0;
    Object.defineProperty(navigator, 'storage', { value: {
      persist: async () => { window.asked++; return false; },
      persisted: async () => false,
      estimate: async () => ({ usage: 1_500_000, quota: 3_000_000_000 }) } });";

#[tokio::test]
async fn this_browsers_own_storage_is_told_as_it_is() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/notes").await?;
    // The first visit makes the store, so only the next one finds what it takes.
    browser.driver().refresh().await?;
    page.settled().await?;
    let script = "const all = (bytes) => Math.ceil(bytes / 1e6);
        window.truth = navigator.storage ? null : ['', false];
        if (navigator.storage) Promise.all([navigator.storage.estimate(), navigator.storage.persisted()]).then(([{ usage, quota }, kept]) => {
          window.truth = [`${all(usage)} MB of ${all(quota)} MB used`, kept]; })";
    page.run(script, &[]).await?;
    let truth = page.until("the browser's answer", "return window.truth").await?;
    // What is free on the disk changes by the minute; what is in use, and whether it lasts, do not.
    let (used, _) = truth[0].as_str().unwrap_or_default().split_once(" of").unwrap_or_default();
    if used.is_empty() {
        assert_eq!(
            page.run(STORAGE_LINE, &[]).await?,
            Value::Null,
            "a browser that does not tell has no line"
        );
    } else {
        let line = page.until("the line", STORAGE_LINE).await?;
        let line = line.as_str().unwrap_or_default();
        println!("{line}");
        assert!(line.starts_with(used), "{line}, but {truth}");
        assert_eq!(line.contains("has promised"), truth[1] == json!(true), "{line}, but {truth}");
    }
    browser.quit().await;
    Ok(())
}
