//! The reader's store: kills, crowds of tabs, full disks, blocked storage, older versions, broken records.

use gloss_browser_tests::{Browser, Outcome, Page, Profile, Site};
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

const ARTICLE: &str = "#/read/misconduct-hearing";
const LONG_ARTICLE: &str = "#/read/officer-could-lose-job";

/// Gives the page `highlight(start, length)`, which does what a reader does: selects and presses the button.
const HIGHLIGHT: &str = "
    // The page waits for a selection to come to rest. These selections are at rest.
    const wait = setTimeout; window.setTimeout = (then, _, ...more) => wait(then, 0, ...more);
    const shown = () => new Promise((then) => {
      const tools = document.querySelector('.passage-tools');
      if (!tools.hidden) return then(tools);
      const watch = new MutationObserver(() => { if (!tools.hidden) { watch.disconnect(); then(tools); } });
      watch.observe(tools, { attributes: true });
    });
    window.highlight = async (start, length) => {
      const article = document.querySelector('article');
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      let at = 0, from = null, to = null;
      while (!to && walker.nextNode()) {
        const node = walker.currentNode, end = at + node.data.length;
        if (!from && start < end) from = [node, start - at];
        if (start + length <= end) to = [node, start + length - at];
        at = end;
      }
      getSelection().setBaseAndExtent(...from, ...to);
      const focused = () => document.querySelector('.card.focused')?.dataset.annotation, before = focused();
      (await shown()).querySelector('.highlight').click();
      // The tools go, and the new note stands out, in one and the same drawing.
      while (focused() === before) await new Promise((then) => setTimeout(then));
    };
    window.drawn = () => [...new Set([...document.querySelectorAll('mark[data-annotation]')].map((m) => m.dataset.annotation))]";

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

/// Everything in one of the stores, oldest first.
async fn records(page: &Page, store: &str) -> Result<Vec<Value>, Box<dyn std::error::Error + Send + Sync>> {
    let script = "window.records = null;
        indexedDB.open('gloss').onsuccess = ({ target: { result: database } }) => {
          database.transaction(arguments[0]).objectStore(arguments[0]).getAll().onsuccess =
            ({ target }) => { window.records = target.result; database.close(); };
        }";
    page.run(script, &[json!(store)]).await?;
    let all = page.until("the records", "return window.records").await?;
    Ok(all.as_array().cloned().unwrap_or_default())
}

fn notes(records: &[Value]) -> Vec<&str> {
    records.iter().filter_map(|record| record["note"].as_str()).collect()
}

/// Writes a note on the first annotation in the list.
async fn write_note(page: &Page, note: &str) -> Outcome {
    open_editor(page).await?;
    finish_note(page, note).await?;
    page.saved().await?;
    Ok(())
}

/// A card shows its tools once it is chosen. Its buttons are pressed by script, here and below, since an engine need not
/// lay out a tab that another one hides.
async fn open_editor(page: &Page) -> Outcome {
    page.run("document.querySelector('.notes .card').click()", &[]).await?;
    page.until("its tools", "return !!document.querySelector('.notes .card .card-tools button')").await?;
    page.run("document.querySelector('.notes .card .card-tools button').click()", &[]).await?;
    page.until("the editor", "return !!document.querySelector('.note-editor textarea')").await?;
    Ok(())
}

async fn finish_note(page: &Page, note: &str) -> Outcome {
    let script = "const field = document.querySelector('.note-editor textarea');
        field.value = arguments[0];
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        document.querySelector('.note-editor .primary').click()";
    page.run(script, &[json!(note)]).await?;
    Ok(())
}

/// What the bar says about saving.
async fn said(page: &Page) -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
    Ok(page.texts(".save-state span").await?.join(" "))
}

async fn unsaved(page: &Page) -> Outcome {
    page.until("it says so", "return document.querySelector('.save-state').dataset.state === 'unsaved'")
        .await?;
    Ok(())
}

const TRY_AGAIN: &str = ".bar-tools button:not([hidden])";

#[tokio::test]
#[cfg_attr(engine = "webkit", ignore = "under its driver WebKit keeps nothing once it has ended")]
async fn killed_fifty_times_while_writing_it_loses_nothing_it_called_saved() -> Outcome {
    const KILLS: u64 = 50;
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
    let page = browser.open(&site, ARTICLE).await?;
    let origin = page.run("return location.origin", &[]).await?;
    let quota = async |size: Option<u64>| {
        let mut parameters = json!({ "origin": origin });
        if let Some(size) = size {
            parameters["quotaSize"] = json!(size);
        }
        browser.driver().cdp().send_raw("Storage.overrideQuotaForOrigin", parameters).await
    };
    // Chromium goes on by the space that it found at the last write, so there is none before this.
    quota(Some(1)).await?;
    for words in ["Streatham", "Amanda Rowe", "the Audi Q8"] {
        page.select(words, false).await?;
        page.keys("h").await?;
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
    page.keys("h").await?;
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

/// Opens the app on a database of an older version, made by `make` with these stores, and works with it.
async fn check_upgrade(version: u32, make: &str) -> Outcome {
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
          new Function('database', make)(database);
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
    assert_eq!(page.texts(".note-text").await?, ["From before"]);
    let sentence = said(&page).await?;
    println!("{sentence}");
    assert!(sentence.contains("One stored note cannot be read"), "{sentence}");
    write_note(&page, "And after").await?;
    page.select("Streatham", false).await?;
    page.keys("h").await?;
    page.saved().await?;
    page.click(".edit-metadata .quiet").await?;
    page.until("the form", "return document.activeElement.name === 'title'").await?;
    page.keys("A title\u{e007}").await?;
    page.saved().await?;
    browser.driver().refresh().await?;
    page.settled().await?;
    assert_eq!(page.marks().await?.len(), 2);
    assert_eq!(page.texts("h1").await?, ["A title"]);
    let stored = records(&page, "annotations").await?;
    assert_eq!(notes(&stored), ["And after"]);
    assert!(stored.contains(&broken), "{stored:?}");
    assert_eq!(records(&page, "articles").await?[0]["title"], "A title");
    let version = "window.version = 0; indexedDB.open('gloss').onsuccess =
        ({ target }) => { window.version = target.result.version; target.result.close(); }";
    page.run(version, &[]).await?;
    assert_eq!(page.until("the version", "return window.version || null").await?, json!(3));
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_database_of_version_1_is_upgraded_and_a_broken_record_left_alone() -> Outcome {
    check_upgrade(1, "").await
}

#[tokio::test]
async fn a_database_of_version_2_is_upgraded_and_a_broken_record_left_alone() -> Outcome {
    check_upgrade(2, "database.createObjectStore('versions', { keyPath: ['id', 'modified'] })").await
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
    page.select("Streatham", false).await?;
    page.keys("h").await?;
    page.saved().await?;
    let stored = records(&page, "annotations").await?;
    assert_eq!(stored.len(), 3);
    for record in broken.as_array().into_iter().flatten() {
        assert!(stored.contains(record), "{record} is untouched");
    }
    browser.quit().await;
    Ok(())
}

/// Two tabs with the same annotation in both; the second is in front.
async fn two_tabs(
    site: &Site,
    browser: &Browser,
) -> Result<(Page, [thirtyfour::WindowHandle; 2]), Box<dyn std::error::Error + Send + Sync>> {
    let driver = browser.driver();
    let page = browser.open(site, ARTICLE).await?;
    page.select("Amanda Rowe", false).await?;
    page.keys("h").await?;
    page.saved().await?;
    let first = driver.window().await?;
    let second = driver.new_tab().await?;
    driver.switch_to_window(second.clone()).await?;
    browser.open(site, ARTICLE).await?;
    Ok((page, [first, second]))
}

const SHOWS_THE_LATER: &str = "return document.querySelector('.note-text').textContent === 'the later'";

/// Makes 25 notes and repaints them, 500 edits in all, as a reader does: by selecting and by the page's own buttons, some
/// of them in the same paragraphs as the other tab. `own` is what is expected to be stored of them: id to colour.
const EDIT_ON: &str = "
    const until = async (what) => { while (!what()) await new Promise((then) => setTimeout(then)); };
    const focused = () => document.querySelector('.card.focused'), state = document.querySelector('.save-state');
    const [first] = arguments, own = window.own = {};
    window.edits = 0;
    (async () => {
      for (let n = 0; n < 25; n++) {
        await highlight(first + n * 97, 40);
        const id = focused().dataset.annotation;
        own[id] = 'yellow';
        window.edits++;
        for (const colour of Array(4).fill(['green', 'blue', 'pink', 'purple', 'yellow']).flat().slice(0, 19)) {
          await until(() => focused()?.dataset.annotation === id && focused().querySelector(`.swatch.${colour}`));
          focused().querySelector(`.swatch.${colour}`).click();
          own[id] = colour;
          window.edits++;
          await until(() => focused()?.classList.contains(colour));
        }
      }
      await until(() => state.dataset.state === 'saved');
      window.done = true;
    })()";

#[tokio::test]
async fn two_tabs_with_five_hundred_edits_each_keep_every_one() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, LONG_ARTICLE).await?;
    let driver = browser.driver();
    let first = driver.window().await?;
    let second = driver.new_tab().await?;
    driver.switch_to_window(second.clone()).await?;
    browser.open(&site, LONG_ARTICLE).await?;
    for (tab, start) in [(&first, 0), (&second, 45)] {
        driver.switch_to_window(tab.clone()).await?;
        page.run(HIGHLIGHT, &[]).await?;
        page.run(EDIT_ON, &[json!(start)]).await?;
    }
    let mut own = serde_json::Map::new();
    for tab in [&first, &second] {
        driver.switch_to_window(tab.clone()).await?;
        // A minute is the patience for one thing; these are five hundred.
        let mut done = Value::Null;
        for _ in 0..240 {
            done = page.run("return window.done ?? null", &[]).await?;
            if done == json!(true) {
                break;
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        let edits = page.run("return window.edits", &[]).await?;
        assert_eq!((done, edits), (json!(true), json!(500)), "every edit was made and saved");
        own.extend(page.run("return window.own", &[]).await?.as_object().cloned().unwrap_or_default());
    }
    assert_eq!(own.len(), 50);
    let stored = records(&page, "annotations").await?;
    assert_eq!(stored.len(), 50);
    for record in stored {
        let id = record["id"].as_str().unwrap_or_default();
        assert_eq!(Some(&record["colour"]), own.get(id), "{id} as it was painted last");
    }
    for tab in [first, second] {
        driver.switch_to_window(tab).await?;
        page.until("each tab shows them all", "return new Set([...document.querySelectorAll('article mark')].map((m) => m.dataset.annotation)).size === 50").await?;
    }
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn what_is_selected_stays_so_while_another_tab_annotates_the_same_paragraph() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let driver = browser.driver();
    let page = browser.open(&site, ARTICLE).await?;
    let first = driver.window().await?;
    let second = driver.new_tab().await?;
    driver.switch_to_window(second.clone()).await?;
    browser.open(&site, ARTICLE).await?;
    let words = "followed his training and had used lethal force";
    for (backwards, noted) in
        [(false, "accepted Sgt Blake’s defence that he had followed"), (true, "his training")]
    {
        driver.switch_to_window(first.clone()).await?;
        page.select(words, backwards).await?;
        let before = page.count("article mark").await?;
        driver.switch_to_window(second.clone()).await?;
        page.select(noted, false).await?;
        page.keys("h").await?;
        page.saved().await?;
        driver.switch_to_window(first.clone()).await?;
        page.until(
            "it is heard of",
            &format!("return document.querySelectorAll('article mark').length > {before}"),
        )
        .await?;
        // The page looks at a selection when it has come to rest.
        tokio::time::sleep(Duration::from_millis(200)).await;
        let selected = page.run("return getSelection().toString()", &[]).await?;
        assert_eq!(selected, json!(words), "over {noted}");
        let forth =
            "const { anchorNode, anchorOffset, focusNode } = getSelection(), range = document.createRange();
            range.setStart(anchorNode, anchorOffset); return range.comparePoint(focusNode, 0) > 0";
        assert_eq!(page.run(forth, &[]).await?, json!(!backwards), "it can be extended at the same end");
    }
    page.keys("h").await?;
    page.saved().await?;
    assert!(page.marks().await?.contains(&format!("yellow: {words}")), "{:?}", page.marks().await?);
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn of_two_edits_that_do_not_know_of_each_other_the_later_wins_and_the_other_is_kept() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let (page, tabs) = two_tabs(&site, &browser).await?;
    let hold = "const post = BroadcastChannel.prototype.postMessage; window.held = [];
        BroadcastChannel.prototype.postMessage = function (said) { held.push(() => post.call(this, said)); }";
    for (tab, note) in tabs.iter().zip(["the earlier", "the later"]) {
        browser.driver().switch_to_window(tab.clone()).await?;
        page.run(hold, &[]).await?;
        write_note(&page, note).await?;
    }
    // Even if the first tab is gone before it tells.
    assert_eq!(notes(&records(&page, "annotations").await?), ["the later"]);
    assert_eq!(notes(&records(&page, "versions").await?), ["the earlier"]);
    for tab in &tabs {
        browser.driver().switch_to_window(tab.clone()).await?;
        page.run("held.splice(0).forEach((tell) => tell())", &[]).await?;
    }
    for tab in &tabs {
        browser.driver().switch_to_window(tab.clone()).await?;
        page.until("the later is shown", SHOWS_THE_LATER).await?;
        page.saved().await?;
    }
    assert_eq!(notes(&records(&page, "annotations").await?), ["the later"]);
    assert_eq!(notes(&records(&page, "versions").await?), ["the earlier"]);
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_note_saved_elsewhere_while_this_one_is_written_is_kept() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let (page, [first, second]) = two_tabs(&site, &browser).await?;
    open_editor(&page).await?;
    browser.driver().switch_to_window(first.clone()).await?;
    write_note(&page, "the earlier").await?;
    browser.driver().switch_to_window(second).await?;
    page.until("it is heard of", "return document.querySelector('article mark.noted')").await?;
    finish_note(&page, "the later").await?;
    page.saved().await?;
    browser.driver().switch_to_window(first).await?;
    page.until("the later is shown", SHOWS_THE_LATER).await?;
    assert_eq!(notes(&records(&page, "annotations").await?), ["the later"]);
    assert_eq!(notes(&records(&page, "versions").await?), ["the earlier"]);
    browser.quit().await;
    Ok(())
}
