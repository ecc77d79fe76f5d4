//! From the first visit to an exported note without a pointer.

use gloss_browser_tests::{Browser, Outcome, Page, Profile, Site};
use thirtyfour::{Key, error::WebDriverResult};

/// Catches the next file that the page saves, and makes its text available as `window.saved`.
const CATCH: &str =
    "URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text }); return '#' };
    HTMLAnchorElement.prototype.click = () => {}";

/// What the reader hears at the focus: the words of the control that has it.
const FOCUSED: &str = "const at = document.activeElement;
    return at.getAttribute('aria-label') ?? at.querySelector('.title')?.textContent ?? at.textContent";

/// Walks by Tab, while holding `with`, until the focus is at the control that reads `words`.
async fn tab_to(page: &Page, with: &[Key], words: &str) -> Outcome {
    let mut passed = Vec::new();
    for _ in 0..150 {
        page.chord(with, Key::Tab.value()).await?;
        let at = page.run(FOCUSED, &[]).await?;
        if at == words {
            let seen = "const outline = getComputedStyle(document.activeElement); return outline.outlineStyle !== 'none'";
            assert_eq!(page.run(seen, &[]).await?, true, "the focus at {words} can be seen");
            return Ok(());
        }
        passed.push(at);
    }
    panic!("Tab does not come to {words}, but to {passed:?}");
}

async fn press(page: &Page, key: Key) -> WebDriverResult<()> {
    page.keys(key.value().to_string()).await
}

#[tokio::test]
async fn from_the_first_visit_to_an_exported_note_without_a_pointer() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "").await?;
    let title = page.texts(".articles .title").await?.into_iter().next().unwrap_or_default();
    tab_to(&page, &[], &title).await?;
    press(&page, Key::Enter).await?;
    page.until("the article opens", "return !!document.querySelector('article .block')").await?;
    page.settled().await?;

    // Two paragraphs down, and the first two words of that one.
    page.keys("jj").await?;
    page.keys("w").await?;
    page.chord(&[Key::Shift, Key::Control], Key::Right.value()).await?;
    page.until("the tools show", "return !document.querySelector('.passage-tools').hidden").await?;
    page.keys("n").await?;
    page.until("the editor", "return document.activeElement?.tagName === 'TEXTAREA'").await?;
    page.keys("Which force, and who says so?").await?;
    page.chord(&[Key::Control], Key::Enter.value()).await?;
    page.saved().await?;
    assert_eq!(page.marks().await?, ["yellow: Met police"]);

    // Back rather than on: behind the page's end stand the browser's own bars, which no driver sends keys to.
    tab_to(&page, &[Key::Shift], "Notebook").await?;
    press(&page, Key::Enter).await?;
    page.until("the notebook opens", "return document.querySelector('h1')?.textContent === 'Notebook'")
        .await?;
    page.run(CATCH, &[]).await?;
    tab_to(&page, &[], "Markdown").await?;
    press(&page, Key::Space).await?;
    let saved = page.until("the file", "return window.saved").await?;
    for words in ["Met police", "Which force, and who says so?", title.trim_end_matches('…')] {
        assert!(saved.as_str().is_some_and(|saved| saved.contains(words)), "no {words} in {saved}");
    }
    browser.quit().await;
    Ok(())
}
