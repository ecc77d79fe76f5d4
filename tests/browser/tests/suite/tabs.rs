//! Several tabs of one browser: nothing is lost, and each shows what the others have done.

use gloss_browser_tests::{
    Browser, HIGHLIGHT, Outcome, Page, Profile, Site, finish_note, highlight, notes, open_editor, records,
    write_note,
};
use serde_json::{Value, json};
use std::time::Duration;

const ARTICLE: &str = "#/read/misconduct-hearing";
const LONG_ARTICLE: &str = "#/read/officer-could-lose-job";

/// Two tabs with the same annotation in both; the second is in front.
async fn two_tabs(
    site: &Site,
    browser: &Browser,
) -> Result<(Page, [thirtyfour::WindowHandle; 2]), Box<dyn std::error::Error + Send + Sync>> {
    let driver = browser.driver();
    let page = browser.open(site, ARTICLE).await?;
    highlight(&page, "Amanda Rowe").await?;
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
    // In a window of its own, as a browser gives a tab that is hidden no time to speak of.
    let second = driver.new_window().await?;
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
        highlight(&page, noted).await?;
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
    page.highlight_selected().await?;
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
    assert_eq!(notes(&records(&page, "note_versions").await?), ["the earlier"]);
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
    assert_eq!(notes(&records(&page, "note_versions").await?), ["the earlier"]);
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
    assert_eq!(notes(&records(&page, "note_versions").await?), ["the earlier"]);
    browser.quit().await;
    Ok(())
}
