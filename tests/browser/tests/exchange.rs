//! Files of notes, out and in: what they say, and what an import leaves as it was.

use gloss_browser_tests::{Browser, Outcome, Page, Profile, Site};
use serde_json::json;

const ARTICLE: &str = "#/read/misconduct-hearing";
type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Catches the next file that the page saves: its text as `window.saved`, its first bytes as `window.first`.
const CATCH: &str = "URL.createObjectURL = (blob) => {
      blob.arrayBuffer().then((bytes) => { window.first = [...new Uint8Array(bytes.slice(0, 3))]; window.saved = new TextDecoder().decode(bytes) });
      return '#';
    };
    HTMLAnchorElement.prototype.click = () => {}";

async fn highlight(page: &Page, words: &str) -> Outcome {
    page.select(words, false).await?;
    page.keys("h").await?;
    page.saved().await?;
    Ok(())
}

/// All notes in this format.
async fn export(page: &Page, format: &str) -> Result<String, Failure> {
    page.run("location.hash = '#/notes'", &[]).await?;
    page.until("the notebook", "return !!document.querySelector('.exchange')").await?;
    page.run(CATCH, &[]).await?;
    let script = "window.saved = null;
        [...document.querySelectorAll('.exchange button')].find((b) => b.textContent === arguments[0]).click()";
    page.run(script, &[json!(format)]).await?;
    let saved = page.until("the file", "return window.saved").await?;
    Ok(saved.as_str().unwrap_or_default().to_owned())
}

async fn to_article(page: &Page) -> Outcome {
    page.run("location.hash = '#/read/misconduct-hearing'", &[]).await?;
    page.until("the article", "return !!document.querySelector('article .block')").await?;
    page.settled().await?;
    Ok(())
}

#[tokio::test]
async fn a_reporters_paragraph_is_no_speakers_words() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    let paragraph = "document.querySelectorAll('article .block')[4]";
    let words = page.run(&format!("return {paragraph}.textContent.trim()"), &[]).await?;
    assert!(words.as_str().is_some_and(|words| words.starts_with("Met Commissioner")), "{words}");
    page.run(&format!("getSelection().selectAllChildren({paragraph})"), &[]).await?;
    page.until("the tools show", "return !document.querySelector('.passage-tools').hidden").await?;
    page.keys("h").await?;
    page.saved().await?;
    let markdown = export(&page, "Markdown").await?;
    assert!(markdown.contains("> Met Commissioner") && !markdown.contains("> —"), "{markdown}");
    assert!(
        markdown.contains("Quotes: ") && markdown.contains("Rowley"),
        "it may say who is quoted in it: {markdown}"
    );
    let html = export(&page, "HTML").await?;
    assert!(
        html.contains("Met Commissioner") && !html.contains("— Sir") && !html.contains("— Mark"),
        "{html}"
    );
    to_article(&page).await?;
    highlight(&page, "the spirit of good officers").await?;
    let markdown = export(&page, "Markdown").await?;
    assert_eq!(markdown.matches("> —").count(), 1, "inside the quotation there is a speaker: {markdown}");
    browser.quit().await;
    Ok(())
}
