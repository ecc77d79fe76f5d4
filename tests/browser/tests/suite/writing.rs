//! Selecting with the pointer and writing a note: the page stays where it is, and nothing covers what is meant.

use gloss_browser_tests::{Browser, Outcome, Page, Profile, Site, begin_note, highlight, notes, records};
use serde_json::{Value, json};
use std::time::Duration;

const ARTICLE: &str = "#/read/misconduct-hearing";
const ESCAPE: &str = "\u{e00c}";

/// Where words of the article are in the window: left, head, right and foot of their first line.
async fn place(page: &Page, words: &str) -> Result<[f64; 4], Box<dyn std::error::Error + Send + Sync>> {
    let script =
        "const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const at = walker.currentNode.data.indexOf(arguments[0]);
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(walker.currentNode, at); range.setEnd(walker.currentNode, at + arguments[0].length);
          const { left, top, right, bottom } = range.getClientRects()[0];
          return [left, top, right, bottom];
        }";
    let place = page.run(script, &[json!(words)]).await?;
    let at = |index: usize| place.get(index).and_then(Value::as_f64).unwrap_or(f64::NAN);
    Ok([at(0), at(1), at(2), at(3)])
}

#[tokio::test]
async fn a_note_is_written_without_the_page_moving() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    for (width, height, words, by_key) in [
        (1440, 900, "crushing the spirit", true),
        (1440, 900, "gross misconduct hearing", false),
        (1366, 650, "a thorough review", true),
    ] {
        browser.resize(width, height).await?;
        page.select(words, false).await?;
        let before = place(&page, words).await?;
        if by_key {
            page.keys("n").await?;
        } else {
            page.run("document.querySelector('.passage-tools .note').click()", &[]).await?;
        }
        page.until("the field", "return document.activeElement?.tagName === 'TEXTAREA'").await?;
        tokio::time::sleep(Duration::from_millis(600)).await;
        let after = place(&page, words).await?;
        assert!((after[1] - before[1]).abs() <= 2.0, "{words}, by key {by_key}: {before:?} {after:?}");
        let field = "const { top, bottom, left, right } = document.activeElement.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth";
        assert_eq!(page.run(field, &[]).await?, json!(true), "the field is in the window, {words}");
        page.keys("Who says so?").await?;
        page.end_note().await?;
        page.saved().await?;
    }
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_selection_ends_where_the_pointer_ends_also_across_the_tools() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    // Slowly, so that the tools would open below the first words, and on through where they are.
    for (from, to) in [("shot and killed", "gangster"), ("understand the impact", "wider policing")] {
        page.run("getSelection().removeAllRanges()", &[]).await?;
        let shown = "const all = [...document.querySelectorAll('article .block')];
            all.find((one) => one.textContent.includes(arguments[0])).scrollIntoView({ block: 'center' })";
        page.run(shown, &[json!(from)]).await?;
        let (begin, end) = (place(&page, from).await?, place(&page, to).await?);
        let middle = |place: [f64; 4]| f64::midpoint(place[1], place[3]) as i64;
        let mut along = vec![(begin[0] as i64 + 1, middle(begin)), (begin[2] as i64, middle(begin))];
        along.extend((1..=8).map(|step| {
            let between = |a: f64, b: f64| (b - a).mul_add(f64::from(step) / 8.0, a) as i64;
            (between(begin[2], end[2] - 1.0), between(middle(begin) as f64, middle(end) as f64))
        }));
        page.drag_along(&along).await?;
        let selected = page.run("return getSelection().toString()", &[]).await?;
        let selected = selected.as_str().unwrap_or_default();
        assert!(selected.starts_with(from) && selected.ends_with(to), "{from} … {to}: {selected}");
        page.until(
            "the tools",
            "return document.querySelector('.passage-tools').checkVisibility({ visibilityProperty: true })",
        )
        .await?;
        let card = "return !!document.querySelector('.card-of-mark')?.checkVisibility()";
        assert_eq!(page.run(card, &[]).await?, json!(false), "dragging over a mark asks nothing of it");
    }
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn escape_saves_a_draft_that_a_reload_brought_back() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    begin_note(&page, "the Audi Q8").await?;
    page.keys("half a thought").await?;
    page.saved().await?;
    browser.driver().refresh().await?;
    page.settled().await?;
    page.until(
        "the draft",
        "return document.querySelector('.note-editor textarea')?.value === 'half a thought'",
    )
    .await?;
    page.run("document.querySelector('.note-editor textarea').focus()", &[]).await?;
    page.keys(ESCAPE).await?;
    page.until("the editor closes", "return !document.querySelector('.note-editor')").await?;
    page.saved().await?;
    assert_eq!(page.texts(".cards .note-text").await?, ["half a thought"]);
    assert_eq!(notes(&records(&page, "annotations").await?), ["half a thought"], "it is stored");
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn pressing_note_leaves_the_text_where_it_is() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    browser.resize(1366, 768).await?;
    let page = browser.open(&site, ARTICLE).await?;
    highlight(&page, "Streatham").await?;
    // At the article's foot it moves by as much as keeps the passage clear of what may open below.
    for words in ["Amanda Rowe", "views of all parties", "gross misconduct hearing"] {
        page.select(words, false).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        let top = "const blocks = [...document.querySelectorAll('article .block')];
            return blocks.find((block) => block.textContent.includes(arguments[0])).getBoundingClientRect().top";
        let before = page.run(top, &[json!(words)]).await?.as_f64().unwrap_or(f64::NAN);
        page.run("document.querySelector('.passage-tools .note').click()", &[]).await?;
        page.until("the editor", "return document.activeElement?.tagName === 'TEXTAREA'").await?;
        tokio::time::sleep(Duration::from_millis(800)).await;
        let seen = "const { top, bottom } = document.querySelector('.card:has(.note-editor)').getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight + 1 && [innerHeight - bottom]";
        let room = page.until("the editor is in the window", seen).await?[0].as_f64().unwrap_or(f64::NAN);
        let after = page.run(top, &[json!(words)]).await?.as_f64().unwrap_or(f64::NAN);
        // An editor that reaches below the window moves the text by as much as it needs.
        assert!((after - before).abs() < 1.0 || room < 2.0, "{words}: by {} px", after - before);
        page.keys("Noted").await?;
        page.end_note().await?;
    }
    browser.quit().await;
    Ok(())
}
