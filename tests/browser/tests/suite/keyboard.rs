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
    // The file has the title in short.
    let title: String = title.chars().take(60).collect();
    for words in ["Met police", "Which force, and who says so?", &title] {
        assert!(saved.as_str().is_some_and(|saved| saved.contains(words)), "no {words} in {saved}");
    }
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn word_by_word_every_word_is_reached() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/read/misconduct-hearing").await?;
    page.keys("j").await?;
    let selected = "return getSelection().toString().trim()";
    for word in ["The", "armed", "police", "officer", "who"] {
        page.keys("w").await?;
        assert_eq!(page.run(selected, &[]).await?, word);
    }
    for word in ["officer", "police", "armed"] {
        page.keys("b").await?;
        assert_eq!(page.run(selected, &[]).await?, word);
    }
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn what_is_open_closes_by_escape_and_by_going_elsewhere() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/read/misconduct-hearing").await?;
    page.click("[popovertarget]").await?;
    page.until("the looks open", "return !!document.querySelector(':popover-open')").await?;
    press(&page, Key::Escape).await?;
    page.until("the looks close", "return !document.querySelector(':popover-open')").await?;

    page.run("location.hash = '#/names'", &[]).await?;
    page.until("the names", "return document.querySelector('h1')?.textContent === 'Names'").await?;
    page.chord(&[Key::Control], 'k').await?;
    page.until("the commands", "return !!document.querySelector('dialog[open]')").await?;
    page.run("history.back()", &[]).await?;
    page.until(
        "they go with their page",
        "return !!document.querySelector('article') && !document.querySelector('dialog[open]')",
    )
    .await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn arrows_look_through_the_choices_of_a_correction_and_choose_none() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/read/officer-could-lose-job").await?;
    page.click("article .name.person").await?;
    page.until("its card", "return !!document.querySelector('.card-of-mark .correct')").await?;
    page.run("document.querySelector('.card-of-mark .correct').open = true; document.querySelector('.card-of-mark .correct select').focus()", &[]).await?;
    press(&page, Key::Down).await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(page.count(".card-of-mark").await?, 1, "the card is still open");
    assert_eq!(page.texts(".message span").await?, [""], "nothing was corrected");
    if !cfg!(engine = "webkit") {
        page.run(
            "const list = document.querySelector('.card-of-mark .correct select'); list.blur(); list.focus()",
            &[],
        )
        .await?;
    }
    page.keys("o").await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(page.texts(".message span").await?, [""], "nor by a letter");
    if cfg!(engine = "webkit") {
        // The others open a list of their own, which no driver has keys for.
        press(&page, Key::Enter).await?;
        page.until(
            "Enter chooses",
            "return document.querySelector('.message span').textContent === 'Corrected.'",
        )
        .await?;
    }
    browser.quit().await;
    Ok(())
}
