//! Selecting with the pointer and writing a note: the page stays where it is, and nothing covers what is meant.

use gloss_browser_tests::{Browser, Outcome, Page, Profile, Site};
use serde_json::{Value, json};

const ARTICLE: &str = "#/read/misconduct-hearing";

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
        tokio::time::sleep(std::time::Duration::from_millis(600)).await;
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
