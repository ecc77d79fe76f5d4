//! An article whose script runs from right to left.

use gloss_browser_tests::{Browser, Outcome, Profile, Site};
use serde_json::json;

/// Written for this test: a mayor's speech, a paragraph that begins with a foreign name, one with figures.
const HEBREW: &str = "ראש העיר נשאה דברים\n\
    ראש העיר, דנה לוי, אמרה ביום שלישי כי התקציב יעלה. \"אנחנו נבנה בית ספר חדש ליד הנהר\", אמרה לוי.\n\
    BBC דיווחה כי התושבים תמכו בתוכנית.\n\
    בשנת 2024 גרו בעיר 12,500 איש.\n";

const SLUG: &str = "new-commissioner";

#[tokio::test]
async fn an_article_from_right_to_left_reads_right_and_takes_notes() -> Outcome {
    let site = Site::start_instead("seeds/new-commissioner.txt", HEBREW.as_bytes().to_vec());
    let profile = Profile::new();
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, &format!("#/read/{SLUG}")).await?;
    assert_eq!(page.article_text().await?, HEBREW);
    let article = "const article = document.querySelector('article'); return [article.dir, article.lang]";
    assert_eq!(page.run(article, &[]).await?, json!(["rtl", ""]), "it is in no language of the page's");
    // Every paragraph begins at its right edge, the one with a foreign name at its head, too.
    let edges = "return [...document.querySelectorAll('article .block')].every((block) => {
        const range = document.createRange();
        range.setStart(block.firstChild.firstChild ?? block.firstChild, 0);
        range.setEnd(block, block.childNodes.length);
        const lines = [...range.getClientRects()], own = block.getBoundingClientRect();
        const right = Math.max(...lines.map((line) => line.right));
        return getComputedStyle(block).direction === 'rtl' && Math.abs(right - own.right) < 4;
    })";
    page.until("the paragraphs begin at the right", edges).await?;

    page.select("בית ספר חדש", false).await?;
    page.keys("n").await?;
    page.until("the editor", "return document.activeElement?.tagName === 'TEXTAREA'").await?;
    page.keys("איפה?").await?;
    page.end_note().await?;
    browser.driver().refresh().await?;
    page.settled().await?;
    page.until("the note is back", "return !!document.querySelector('article mark')").await?;
    assert_eq!(page.marks().await?, ["yellow: בית ספר חדש"]);
    page.until("its card is back", "return !!document.querySelector('.note-text')").await?;
    assert_eq!(page.texts(".note-text").await?, ["איפה?"]);
    assert_eq!(page.article_text().await?, HEBREW, "the mark leaves the text as it was");
    let sides = "const bounds = (what) => document.querySelector(what).getBoundingClientRect();
        return bounds('.notes .card').right < bounds('article .block').left";
    page.until("the notes stand where lines end", sides).await?;

    let page = browser.open(&site, "").await?;
    let title = "return [...document.querySelectorAll('.articles .title')]
        .some((title) => title.textContent.startsWith('ראש העיר') && getComputedStyle(title).direction === 'rtl')";
    page.until("the library has its title", title).await?;
    browser.quit().await;
    Ok(())
}
