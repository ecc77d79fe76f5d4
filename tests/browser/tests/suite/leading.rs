//! Being led to a passage: wherever a reader comes from, the passage is in the window below the bar and has the focus, and
//! stays there.

use gloss_browser_tests::{Browser, Outcome, Page, Profile, Site, long_article, store_notes};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// The last of three notes in a text of 29,000 words, three quarters down.
const NOTE: &str = "018f0000-0000-7000-8000-000000000002";
const LAST: &str = "At last Zadie Smithson spoke of it.";

/// What the reader was led to, by its words, where it is wholly in the window below the bar and above what has opened from
/// below: what has the focus in the article, or what is selected there.
const SEEN: &str = "const head = document.querySelector('.bar').getBoundingClientRect().bottom;
    const article = document.querySelector('article'), at = document.activeElement;
    const selection = getSelection();
    const focused = !!article && at !== article && article.contains(at);
    if (!focused && (!selection.rangeCount || selection.isCollapsed)) return null;
    const { top, bottom } = (focused ? at : selection.getRangeAt(0)).getBoundingClientRect();
    const sheet = document.querySelector('.notes[data-open=\"true\"]');
    const isBelow = sheet && getComputedStyle(sheet).position === 'fixed';
    const foot = isBelow ? sheet.getBoundingClientRect().top : innerHeight;
    if (top < head || bottom > foot || bottom === top) return null;
    return at.dataset.annotation && focused ? at.dataset.annotation : focused ? at.textContent : selection.toString()";

struct Room {
    browser: Browser,
    text: String,
    _site: Site,
    _profile: Profile,
}

impl Room {
    /// A library with a long article in it that has three notes, and the reader at `route`.
    async fn at(route: &str) -> Result<(Self, Page), Box<dyn std::error::Error + Send + Sync>> {
        let text = long_article(1200) + LAST + " “It was all over,” she said.";
        let site = Site::start_instead("seeds/soldiers-offered.txt", text.clone().into_bytes());
        let profile = Profile::new();
        let browser = Browser::start(&profile).await;
        let page = browser.open(&site, "").await?;
        page.settled().await?;
        store_notes(&page, "soldiers-offered", &text, 3, 20).await?;
        browser.driver().goto("about:blank").await?;
        let page = browser.open(&site, route).await?;
        Ok((Self { browser, text, _site: site, _profile: profile }, page))
    }

    /// The words of the last note's passage.
    fn passage(&self) -> String {
        let step = self.text.chars().count() / 4;
        self.text.chars().skip(2 * step + 3).take(20).collect()
    }
}

/// The reader is led to `expected`, and it is still there when all else has come to rest.
async fn check(page: &Page, how: &str, expected: &str) -> Outcome {
    let start = Instant::now();
    loop {
        let seen = page.run(SEEN, &[]).await?;
        if seen == json!(expected) {
            break;
        }
        if start.elapsed() > Duration::from_mins(1) {
            let at = page.run("return `${location.hash} ${scrollY} ${document.activeElement.outerHTML.slice(0, 200)} [${getSelection()}]`", &[]).await?;
            panic!("{how}: {seen} is seen, at {at}");
        }
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
    page.settled().await?;
    tokio::time::sleep(Duration::from_millis(1500)).await;
    assert_eq!(page.run(SEEN, &[]).await?, json!(expected), "{how}, after a while");
    Ok(())
}

/// Clicks the first element that `selector` finds with these words.
async fn follow(page: &Page, selector: &str, words: &str) -> Outcome {
    let there = format!(
        "const found = [...document.querySelectorAll({})].find((one) => one.textContent.includes({}));
         found?.click(); return !!found",
        json!(selector),
        json!(words)
    );
    page.until(words, &there).await?;
    Ok(())
}

#[tokio::test]
async fn a_link_to_a_note_shows_the_note_cold_and_warm() -> Outcome {
    let (room, page) = Room::at(&format!("#/read/soldiers-offered?note={NOTE}")).await?;
    check(&page, "a cold link", NOTE).await?;
    // Elsewhere and back, by another link, and by going back and forward.
    page.run("location.hash = '#/'", &[]).await?;
    page.until("the library", "return !!document.querySelector('.library')").await?;
    page.run(&format!("location.hash = '#/read/soldiers-offered?note={NOTE}'"), &[]).await?;
    check(&page, "a warm link", NOTE).await?;
    page.run("location.hash = '#/read/soldiers-offered?note=018f0000-0000-7000-8000-000000000000'", &[])
        .await?;
    check(&page, "a link to another note", "018f0000-0000-7000-8000-000000000000").await?;
    page.run("history.back()", &[]).await?;
    check(&page, "back", NOTE).await?;
    page.run("history.go(-1)", &[]).await?;
    page.until("the library", "return !!document.querySelector('.library')").await?;
    page.run("history.forward()", &[]).await?;
    check(&page, "forward", NOTE).await?;
    room.browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn the_notebook_leads_to_the_passage_of_a_note() -> Outcome {
    let (room, page) = Room::at("#/notes").await?;
    page.settled().await?;
    follow(&page, ".notebook a.quote", &room.passage()).await?;
    check(&page, "a note of the notebook", NOTE).await?;
    // Where the notes open from below, the passage stands above them.
    room.browser.resize(600, 800).await?;
    page.run("location.hash = '#/notes'", &[]).await?;
    follow(&page, ".notebook a.quote", &room.passage()).await?;
    check(&page, "a note of the notebook, on a narrow window", NOTE).await?;
    room.browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn what_is_found_everywhere_leads_to_its_place() -> Outcome {
    let (room, page) = Room::at("#/find?q=Zadie").await?;
    page.settled().await?;
    follow(&page, ".results a", "Zadie").await?;
    check(&page, "a passage that was found", "Zadie").await?;
    page.run("location.hash = '#/find?q=Note 2'", &[]).await?;
    follow(&page, ".result a.quote", &room.passage()).await?;
    check(&page, "a note that was found", NOTE).await?;
    room.browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn the_names_lead_to_the_mention_and_not_to_where_one_left_off() -> Outcome {
    let (room, page) = Room::at("#/read/soldiers-offered").await?;
    page.settled().await?;
    page.run("scrollTo(0, 4000)", &[]).await?;
    page.until(
        "the place is kept",
        "return (localStorage['gloss.place.soldiers-offered'] ?? '').includes('at')",
    )
    .await?;
    tokio::time::sleep(Duration::from_millis(600)).await;
    page.run("location.hash = '#/names'", &[]).await?;
    page.settled().await?;
    let go = "const row = [...document.querySelectorAll('tbody tr')].find((one) => one.textContent.includes('Zadie'));
        row?.querySelector('a').click(); return !!row";
    page.until("the name", go).await?;
    check(&page, "a name of the library", "Zadie Smithson").await?;
    room.browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_link_to_any_words_shows_them() -> Outcome {
    let (room, page) = Room::at("#/read/soldiers-offered?text=Zadie%20Smithson%20spoke").await?;
    check(&page, "a cold link to words", "Zadie Smithson spoke").await?;
    let seen: Value = page.run("return scrollY > 2000", &[]).await?;
    assert_eq!(seen, json!(true), "far down");
    room.browser.quit().await;
    Ok(())
}
