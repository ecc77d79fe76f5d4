//! The reader's store: kills, full disks, blocked storage, older versions, broken records.

use gloss_browser_tests::{
    Browser, HIGHLIGHT, Outcome, Page, Profile, Site, finish_note, highlight, notes, open_editor, records,
    write_note,
};
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};
use thirtyfour::Key;

const ARTICLE: &str = "#/read/misconduct-hearing";
const LONG_ARTICLE: &str = "#/read/officer-could-lose-job";

/// Makes and repaints notes without end. Whatever is on the page when it says that all is saved counts as
/// acknowledged.
const WRITE_ON: &str = "
    const round = arguments[0], state = document.querySelector('.save-state');
    window.acknowledged = [];
    new MutationObserver(() => { if (state.dataset.state === 'saved') window.acknowledged = drawn(); })
      .observe(state, { attributes: true });
    const length = document.querySelector('article').textContent.length - 60;
    (async () => {
      for (let n = 0; ; n++) {
        await highlight((round * 97 + n * 31) % length, 40);
        // It is given time to save the note, and none to save its repainting.
        do await new Promise((then) => setTimeout(then)); while (state.dataset.state !== 'saved');
        for (const swatch of document.querySelectorAll('.card.focused .swatch')) swatch.click();
      }
    })()";

/// What the bar says about saving.
async fn said(page: &Page) -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
    Ok(page.texts(".save-state span").await?.join(" "))
}

async fn unsaved(page: &Page) -> Outcome {
    page.until("it says so", "return document.querySelector('.save-state').dataset.state === 'unsaved'")
        .await?;
    Ok(())
}

const TRY_AGAIN: &str = ".save-state button:not([hidden])";

#[tokio::test]
#[cfg_attr(engine = "webkit", ignore = "under its driver WebKit keeps nothing once it has ended")]
async fn killed_again_and_again_while_writing_it_loses_nothing_it_called_saved() -> Outcome {
    // Firefox takes as long to start as Chromium for all the rest.
    const KILLS: u64 = if cfg!(engine = "chromium") { 50 } else { 15 };
    let start = Instant::now();
    let (site, profile) = (Site::start(), Profile::new());
    let mut saved = BTreeSet::new();
    let (mut kills_while_saving, mut slowest) = (0, Duration::ZERO);
    for round in 0..=KILLS {
        let begun = Instant::now();
        let browser = Browser::start(&profile).await;
        let page = browser.open(&site, LONG_ARTICLE).await?;
        page.run(HIGHLIGHT, &[]).await?;
        let state = "return document.querySelector('.save-state').textContent";
        let state = page.run(state, &[]).await?;
        page.saved().await?;
        let there = ids(&page.run("return drawn()", &[]).await?);
        let lost = saved.difference(&there).count();
        assert_eq!(lost, 0, "of {} after {round} kills, with {state}: {there:?}", saved.len());
        if round < KILLS {
            page.run(WRITE_ON, &[json!(round)]).await?;
            tokio::time::sleep(Duration::from_millis(100 + round * 7919 % 400)).await;
            let seen = page
                .run("return [acknowledged, document.querySelector('.save-state').dataset.state]", &[])
                .await?;
            browser.kill();
            saved.extend(ids(&seen[0]));
            kills_while_saving += u32::from(seen[1] == "saving");
        } else {
            browser.quit().await;
        }
        slowest = slowest.max(begun.elapsed());
    }
    println!(
        "{KILLS} kills, {kills_while_saving} of them seen during a write, {} notes called saved, none lost; \
         {:.0?}, slowest round {slowest:.1?}",
        saved.len(),
        start.elapsed()
    );
    assert!(saved.len() as u64 >= KILLS, "too few notes were made to tell: {}", saved.len());
    Ok(())
}

fn ids(value: &Value) -> BTreeSet<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[tokio::test]
#[cfg_attr(not(engine = "chromium"), ignore = "only Chromium's DevTools can make the space run out")]
async fn a_full_disk_is_told_and_everything_is_saved_once_there_is_space() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "").await?;
    page.settled().await?;
    let origin = page.run("return location.origin", &[]).await?;
    let quota = async |size: Option<u64>| {
        let mut parameters = json!({ "origin": origin });
        if let Some(size) = size {
            parameters["quotaSize"] = json!(size);
        }
        browser.driver().cdp().send_raw("Storage.overrideQuotaForOrigin", parameters).await
    };
    // Chromium goes on by the space that it found at the last write, so there is none before this: the text of an article
    // is kept when it is opened.
    quota(Some(1)).await?;
    page.run("location.hash = arguments[0]", &[json!(ARTICLE)]).await?;
    page.until("the text", "return document.querySelector('article .block')").await?;
    for words in ["Streatham", "Amanda Rowe", "the Audi Q8"] {
        page.select(words, false).await?;
        page.highlight_selected().await?;
    }
    unsaved(&page).await?;
    let sentence = said(&page).await?;
    println!("{sentence}");
    for words in ["not being saved", "no space left", "back them up", "try again"] {
        assert!(sentence.contains(words), "{words}: {sentence}");
    }
    assert_eq!(page.marks().await?.len(), 3, "work goes on");
    page.click(TRY_AGAIN).await?;
    unsaved(&page).await?;
    assert_eq!(page.marks().await?.len(), 3, "a try in vain costs nothing");

    quota(None).await?;
    page.click(TRY_AGAIN).await?;
    page.saved().await?;
    browser.driver().refresh().await?;
    page.settled().await?;
    assert_eq!(page.marks().await?.len(), 3, "after a reload");
    browser.quit().await;
    Ok(())
}

/// Runs `script` before the page's own, and expects reading and annotating to go on without a store.
async fn check_blocked(script: &'static str) -> Outcome {
    let (site, profile) = (Site::start_with(script), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    unsaved(&page).await?;
    let sentence = said(&page).await?;
    println!("{sentence}");
    for words in ["not being saved", "stores nothing for this page", "back them up", "try again"] {
        assert!(sentence.contains(words), "{words}: {sentence}");
    }
    page.select("Amanda Rowe", false).await?;
    page.highlight_selected().await?;
    page.until("the mark", "return document.querySelector('article mark')").await?;
    open_editor(&page).await?;
    finish_note(&page, "In memory").await?;
    page.click(TRY_AGAIN).await?;
    unsaved(&page).await?;
    assert_eq!(page.marks().await?, ["yellow: Amanda Rowe"]);
    assert_eq!(page.texts(".note-text").await?, ["In memory"]);
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_browser_without_a_store_still_reads_and_annotates() -> Outcome {
    check_blocked("Object.defineProperty(window, 'indexedDB', { value: undefined })").await
}

#[tokio::test]
async fn a_browser_that_forbids_its_store_still_reads_and_annotates() -> Outcome {
    check_blocked(
        "const denied = () => { throw new DOMException('denied', 'SecurityError') };
        IDBFactory.prototype.open = denied;
        Object.defineProperty(window, 'localStorage', { get: denied })",
    )
    .await
}

/// What version 2 of the store had beside annotations: another version of one.
const VERSIONS: &str =
    "const versions = database.createObjectStore('versions', { keyPath: ['id', 'modified'] });
    versions.add({ ...records[0], note: 'Elsewhere', modified: 0 });";
/// What version 3 had beside these: facts about articles, which were called articles.
const FACTS: &str = "const facts = database.createObjectStore('articles', { keyPath: 'id' });
    facts.add({ id: 'misconduct-hearing', title: 'Stated before', published: '2024-10-21', modified: 1 });";

/// Opens the app on a database of an older version, with the stores that `make` makes, and works with it. It says `title`
/// above the article and has as many other versions of the note.
async fn check_upgrade(version: u32, make: &str, title: &str, versions: usize) -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    // The app does not run at this address, but the store is the same.
    browser.driver().goto(site.address("seeds/misconduct-hearing.txt")).await?;
    let script = "const [version, make, records, then] = arguments;
        const request = indexedDB.open('gloss', version);
        request.onupgradeneeded = () => {
          const database = request.result;
          const store = database.createObjectStore('annotations', { keyPath: 'id' });
          for (const record of records) store.add(record);
          new Function('database', 'records', make)(database, records);
        };
        request.onsuccess = () => { request.result.close(); then(true); }";
    let stored = json!({
        "id": "01900000-0000-7000-8000-000000000001",
        "targets": [{
            "article": "misconduct-hearing", "version": "of another day",
            "quote": { "exact": "Amanda Rowe" }, "position": { "start": 0, "end": 11 },
        }],
        "motivation": "commenting", "note": "From before", "created": 1, "modified": 1,
    });
    let broken = json!({ "id": "x", "junk": true });
    let arguments = vec![json!(version), json!(make), json!([stored, broken])];
    browser.driver().execute_async(script, arguments).await?;

    let page = browser.open(&site, ARTICLE).await?;
    assert_eq!(page.marks().await?, ["yellow: Amanda Rowe"]);
    assert_eq!(page.texts(".cards .note-text").await?, ["From before"]);
    let sentence = said(&page).await?;
    println!("{sentence}");
    assert!(sentence.contains("One stored note cannot be read"), "{sentence}");
    let shown = page.texts("h1").await?.join("");
    assert!(shown.starts_with(title), "{shown}");
    assert_eq!(records(&page, "note_versions").await?.len(), versions);
    write_note(&page, "And after").await?;
    highlight(&page, "Streatham").await?;
    page.click(".edit-metadata .quiet").await?;
    page.until("the form", "return document.activeElement.name === 'title'").await?;
    // What is stated already is in the field, and is replaced.
    page.chord(&[Key::Control], 'a').await?;
    page.keys("A title\u{e007}").await?;
    page.saved().await?;
    browser.driver().refresh().await?;
    page.settled().await?;
    assert_eq!(page.marks().await?.len(), 2);
    assert_eq!(page.texts("h1").await?, ["A title"]);
    let stored = records(&page, "annotations").await?;
    assert_eq!(notes(&stored), ["And after"]);
    assert!(stored.contains(&broken), "{stored:?}");
    assert_eq!(records(&page, "facts").await?[0]["title"], "A title");
    // What version 3 called articles are facts now; the text that is open is kept as an article's.
    let kept = records(&page, "articles").await?;
    let ids: Vec<&str> = kept.iter().filter_map(|one| one["id"].as_str()).collect();
    assert!(ids.len() == 1 && ids[0].starts_with("misconduct-hearing~"), "{ids:?}");
    let version = "window.version = 0; indexedDB.open('gloss').onsuccess =
        ({ target }) => { window.version = target.result.version; target.result.close(); }";
    page.run(version, &[]).await?;
    assert_eq!(page.until("the version", "return window.version || null").await?, json!(4));
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_database_of_version_1_is_upgraded_and_a_broken_record_left_alone() -> Outcome {
    check_upgrade(1, "", "The armed", 0).await
}

#[tokio::test]
async fn a_database_of_version_2_is_upgraded_with_its_versions() -> Outcome {
    check_upgrade(2, VERSIONS, "The armed", 1).await
}

#[tokio::test]
async fn a_database_of_version_3_is_upgraded_with_its_facts() -> Outcome {
    check_upgrade(3, &format!("{VERSIONS}{FACTS}"), "Stated before", 1).await
}

#[tokio::test]
async fn a_store_of_a_newer_version_is_left_alone_and_said() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    browser.driver().goto(site.address("seeds/misconduct-hearing.txt")).await?;
    let script = "const then = arguments[0], request = indexedDB.open('gloss', 99);
        request.onupgradeneeded = () => request.result.createObjectStore('annotations', { keyPath: 'id' });
        request.onsuccess = () => { request.result.close(); then(true); }";
    browser.driver().execute_async(script, Vec::new()).await?;
    let page = browser.open(&site, ARTICLE).await?;
    unsaved(&page).await?;
    let sentence = said(&page).await?;
    assert!(sentence.contains("newer version of Gloss"), "{sentence}");
    page.select("Amanda Rowe", false).await?;
    page.highlight_selected().await?;
    page.until("the mark", "return document.querySelector('article mark')").await?;
    assert_eq!(records(&page, "annotations").await?, [] as [Value; 0], "nothing is written");
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn records_that_cannot_be_read_are_saved_as_a_file_and_stay_where_they_are() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    let broken =
        json!([{ "id": "x", "junk": true }, { "id": "y", "targets": "none", "note": "“Half” a note 👍" }]);
    let script = "window.stored = false;
        indexedDB.open('gloss').onsuccess = ({ target: { result: database } }) => {
          const transaction = database.transaction('annotations', 'readwrite');
          for (const record of arguments[0]) transaction.objectStore('annotations').put(record);
          transaction.oncomplete = () => { database.close(); window.stored = true; };
        }";
    page.run(script, std::slice::from_ref(&broken)).await?;
    page.until("they are stored", "return window.stored").await?;
    browser.driver().refresh().await?;
    page.settled().await?;
    page.run("location.hash = '#/notes'", &[]).await?;
    page.until(
        "it is said",
        "return /2 stored notes cannot be read/.test(document.querySelector('.exchange').textContent)",
    )
    .await?;
    let catch =
        "URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text }); return '#' };
        HTMLAnchorElement.prototype.click = function () { window.called = this.download }";
    page.run(catch, &[]).await?;
    page.click(".set-aside").await?;
    let saved = page.until("the file", "return window.saved").await?;
    assert_eq!(serde_json::from_str::<Value>(saved.as_str().unwrap_or_default())?, broken);
    assert_eq!(page.run("return window.called", &[]).await?, json!("gloss-unreadable.json"));
    page.run("location.hash = '#/read/misconduct-hearing'", &[]).await?;
    page.settled().await?;
    highlight(&page, "Streatham").await?;
    let stored = records(&page, "annotations").await?;
    assert_eq!(stored.len(), 3);
    for record in broken.as_array().into_iter().flatten() {
        assert!(stored.contains(record), "{record} is untouched");
    }
    browser.quit().await;
    Ok(())
}
