//! An article that is brought again with other words: what has changed, and what became of the notes.

use gloss_browser_tests::{Browser, Outcome, Page, Profile, Site, highlight};
use serde_json::json;
use thirtyfour::Key;

const FIRST: &str = "The new bridge over the river will open in May, the mayor said on Monday, after years of work.\n\
    It cost more than was planned, she said, and the state will pay for most of it over the next ten years.\n\
    The old one will be taken down in the summer, when the school is closed.\n";

async fn brings(page: &Page, text: &str) -> Outcome {
    page.run("location.hash = '#/bring'", &[]).await?;
    page.paste(None, text).await?;
    page.until("it is looked at", "return !!document.querySelector('.line')").await?;
    Ok(())
}

async fn keeps(page: &Page) -> Outcome {
    page.click("[data-do=keep]").await?;
    page.until(
        "the article opens",
        "return location.hash.startsWith('#/read/') && !!document.querySelector('article')",
    )
    .await?;
    page.settled().await?;
    page.saved().await?;
    Ok(())
}

#[tokio::test]
async fn a_changed_article_shows_its_changes_and_every_notes_fate() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/bring").await?;
    brings(&page, FIRST).await?;
    keeps(&page).await?;

    for words in ["will open in May", "taken down in the summer", "It cost more"] {
        highlight(&page, words).await?;
    }
    let second = FIRST
        .replace("in May", "in late June")
        .replace("It cost more than was planned, she said, and the", "The");
    brings(&page, &second).await?;
    page.until(
        "it is taken for a version",
        "return document.querySelector('.likely')?.textContent.includes('Most of it reads as')",
    )
    .await?;
    keeps(&page).await?;
    assert!(page.article_text().await?.contains("in late June"), "the new text is read");
    let marks = page.marks().await?;
    assert!(
        marks.iter().any(|words| words == "yellow: taken down in the summer"),
        "notes stand on their words: {marks:?}"
    );
    let height = "return document.querySelector('a.versions').getBoundingClientRect().height";
    assert!(page.run(height, &[]).await?.as_f64().is_some_and(|height| height < 40.0), "a line of the head");
    page.click("a.versions").await?;
    let seen = "return document.querySelector('.side-by-side') && [...document.querySelectorAll('del, ins')].map((one) => `${one.localName} ${one.textContent}`).join('|')";
    let changes = page.until("it is compared", seen).await?;
    let changes = changes.as_str().unwrap_or_default().to_owned();
    assert!(changes.contains("del May,") && changes.contains("ins late June,"), "{changes}");
    page.click("[data-do=columns]").await?;
    page.until("in one column", "return !!document.querySelector('.one-column')").await?;
    let fates = page.texts(".fates li").await?;
    let fate = |words: &str| fates.iter().find(|fate| fate.contains(words)).cloned().unwrap_or_default();
    assert!(fate("taken down in the summer").contains("moved"), "{fates:?}");
    assert!(fate("will open in May").contains("changed"), "{fates:?}");
    // The one that changed is confirmed by keyboard.
    page.run("document.querySelector('#fate-0').focus()", &[]).await?;
    let is_it = "return document.activeElement.textContent.includes('will open in May')";
    for _ in 0..3 {
        if page.run(is_it, &[]).await? == true {
            break;
        }
        let before = page.run("return document.activeElement.id", &[]).await?;
        page.keys(Key::Down.value().to_string()).await?;
        page.until("the next note has the focus", &format!("return document.activeElement.id !== {before}"))
            .await?;
    }
    assert_eq!(page.run(is_it, &[]).await?, true);
    page.keys(Key::Enter.value().to_string()).await?;
    page.until("it is the same now", "return [...document.querySelectorAll('.fates li')].some((one) => one.textContent.includes('late June') && one.textContent.includes('the same'))")
        .await?;
    page.saved().await?;
    page.click("[data-do=as-it-was]").await?;
    page.until(
        "the first text is there as it was",
        "return document.querySelector('.as-it-was')?.textContent.includes('will open in May')",
    )
    .await?;
    brings(&page, &second).await?;
    page.until("the same text makes no version", "return document.querySelector('.likely')?.textContent.includes('You have this text already') && !document.querySelector('[data-do=keep]')")
        .await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_bundled_article_that_a_new_build_changes_is_compared_with_what_was_read() -> Outcome {
    let profile = Profile::new();
    let browser = Browser::start(&profile).await;
    let site = Site::start();
    let page = browser.open(&site, "#/read/misconduct-hearing").await?;
    page.settled().await?;
    page.saved().await?;
    let text = page.article_text().await?;
    let kept = page
        .run(
            "const opened = indexedDB.open('gloss');
             await new Promise((then) => { opened.onsuccess = then; });
             const all = opened.result.transaction('articles').objectStore('articles').getAll();
             await new Promise((then) => { all.onsuccess = then; });
             opened.result.close();
             return all.result.map(({ of, document }) => [of, document.text])",
            &[],
        )
        .await?;
    assert_eq!(kept, json!([["misconduct-hearing", text]]));
    assert_eq!(page.count("a.versions:not([hidden])").await?, 0, "there is one text");
    browser.quit().await;
    Ok(())
}
