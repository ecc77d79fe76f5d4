//! Tags, keys and commands for notes, one of them or many at once.

use gloss_browser_tests::{
    Browser, Engine, Outcome, Page, Profile, Site, begin_note, highlight, records, state_facts,
};
use serde_json::json;
use std::time::Duration;
use thirtyfour::{By, Key};

const ARTICLE: &str = "#/read/misconduct-hearing";
const ESCAPE: &str = "\u{e00c}";

#[tokio::test]
async fn a_typed_tag_is_kept_without_enter() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    highlight(&page, "Streatham").await?;
    page.click(".notes .card .add-tag input").await?;
    page.keys("Court").await?;
    page.click(".bar a[href='#/notes']").await?;
    page.until(
        "the notebook has it",
        "return document.querySelector('.notebook .card .tags li')?.textContent.includes('Court')",
    )
    .await?;
    page.click(".notebook .card .add-tag input").await?;
    page.keys("london").await?;
    // Back, which takes the field away while it has the focus.
    page.run("history.back()", &[]).await?;
    page.until("the article", "return !!document.querySelector('article mark')").await?;
    page.saved().await?;
    let stored = records(&page, "annotations").await?;
    assert_eq!(stored[0]["tags"], json!(["Court", "london"]));
    browser.quit().await;
    Ok(())
}

/// Selects a passage, presses a key as a program for dictation does, and tells whether it was highlighted.
async fn highlights_by(
    page: &Page,
    words: &str,
    key: &str,
    code: &str,
    alt: bool,
) -> Result<bool, Box<dyn std::error::Error + Send + Sync>> {
    page.select(words, false).await?;
    let before = page.marks().await?.len();
    let press = "const [key, code, altKey] = arguments;
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, altKey, bubbles: true, cancelable: true }))";
    page.run(press, &[json!(key), json!(code), json!(alt)]).await?;
    tokio::time::sleep(Duration::from_millis(300)).await;
    page.saved().await?;
    Ok(page.marks().await?.len() > before)
}

async fn choose_keys(page: &Page, choice: &str) -> Outcome {
    page.run("getSelection().removeAllRanges()", &[]).await?;
    page.click(".bar .appearance").await?;
    page.click(&format!(".settings-panel [data-choice={choice}]")).await?;
    page.keys(ESCAPE).await?;
    page.until("it closes", "return !document.querySelector(':popover-open')").await?;
    Ok(())
}

#[tokio::test]
async fn keys_of_one_letter_are_switched_off_or_held_with_alt() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    assert!(highlights_by(&page, "Streatham", "h", "KeyH", false).await?, "a plain key");
    assert!(!highlights_by(&page, "Brixton", "h", "KeyH", true).await?, "a key with Alt");
    assert!(
        highlights_by(&page, "Brixton", "р", "KeyH", false).await?,
        "a key of a Cyrillic keyboard, by its place"
    );
    assert!(!highlights_by(&page, "Mark Rowley", "j", "KeyH", false).await?, "a Latin letter elsewhere");
    choose_keys(&page, "off").await?;
    for alt in [false, true] {
        assert!(!highlights_by(&page, "Mark Rowley", "h", "KeyH", alt).await?, "switched off");
    }
    choose_keys(&page, "alt").await?;
    assert!(!highlights_by(&page, "Mark Rowley", "h", "KeyH", false).await?, "without Alt");
    assert!(highlights_by(&page, "Mark Rowley", "h", "KeyH", true).await?, "with Alt");
    browser.driver().refresh().await?;
    page.settled().await?;
    assert!(!highlights_by(&page, "Audi Q8", "h", "KeyH", false).await?, "after a reload");
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_tag_in_other_capitals_is_the_same_and_is_renamed_everywhere_in_one_step() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    for (words, tag) in [("Streatham", "Law"), ("Brixton", "law")] {
        highlight(&page, words).await?;
        page.click(".notes .card.focused .add-tag input").await?;
        page.keys(tag).await?;
        page.keys(Key::Enter.value().to_string()).await?;
        if Engine::CHOSEN == Engine::WebKit {
            // There the first one closes the list of what has been written so far.
            page.keys(Key::Enter.value().to_string()).await?;
        }
        page.until("the tag", "return !!document.querySelector('.notes .card.focused .tags li')").await?;
        page.run("document.activeElement.blur()", &[]).await?;
    }
    page.saved().await?;
    page.run("location.hash = '#/notes'", &[]).await?;
    page.until("the notebook", "return document.querySelectorAll('.notebook .card').length === 2").await?;
    assert_eq!(page.texts(".controls [name=tag] option").await?, ["any", "Law"]);
    let choose = "const field = document.querySelector('.controls [name=tag]'); field.value = 'Law';
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(choose, &[]).await?;
    page.until("both pass", "return document.querySelectorAll('.notebook .card').length === 2 && document.querySelector('.rename-tag input')?.value === 'Law'").await?;
    page.click(".rename-tag input").await?;
    page.chord(&[Key::Control], 'a').await?;
    page.keys("court").await?;
    page.keys(Key::Enter.value().to_string()).await?;
    page.until(
        "it says how many",
        "return document.querySelector('.message span').textContent.includes('2 notes')",
    )
    .await?;
    let tags =
        "return [...document.querySelectorAll('.notebook .card .tags li')].map((tag) => tag.firstChild.data)";
    assert_eq!(page.run(tags, &[]).await?, json!(["court", "court"]));
    page.click(".message button").await?;
    page.click(".controls .open").await?;
    page.until("one step takes it back", "return document.querySelectorAll('.notebook .card').length === 2")
        .await?;
    assert_eq!(page.run(tags, &[]).await?, json!(["Law", "law"]));
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn keys_colour_tag_edit_and_delete_the_note_that_stands_out() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    highlight(&page, "Streatham").await?;
    page.keys("2").await?;
    page.until("it is green", "return !!document.querySelector('article mark.green')").await?;
    assert_eq!(page.marks().await?, ["green: Streatham"]);
    page.until("its card", "return !!document.querySelector('.card.focused .add-tag')").await?;
    page.keys("t").await?;
    page.keys("Court\u{e007}").await?;
    page.until("the tag", "return document.querySelector('.card.focused .tags li')").await?;
    assert_eq!(
        page.run("return document.activeElement.value", &[]).await?,
        "",
        "the key itself is no letter"
    );
    page.run("document.activeElement.blur()", &[]).await?;
    page.keys("e").await?;
    page.until("the editor", "return document.activeElement?.tagName === 'TEXTAREA'").await?;
    page.keys("By keys").await?;
    page.end_note().await?;
    let stored = records(&page, "annotations").await?;
    assert_eq!((&stored[0]["note"], &stored[0]["tags"]), (&json!("By keys"), &json!(["Court"])));
    page.run("document.activeElement.blur()", &[]).await?;
    page.keys("d").await?;
    page.until("it is gone", "return !document.querySelector('article mark')").await?;
    page.chord(&[Key::Control], 'z').await?;
    page.until("and back", "return !!document.querySelector('article mark')").await?;
    page.saved().await?;
    assert_eq!(page.marks().await?, ["green: Streatham"]);
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn the_shift_key_selects_a_range_of_the_notebook() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    for words in ["Streatham", "Amanda Rowe", "Brixton", "downed tools"] {
        highlight(&page, words).await?;
    }
    page.run("location.hash = '#/notes'", &[]).await?;
    page.until("the notebook", "return document.querySelectorAll('.notebook .card').length === 4").await?;
    let tick = async |at: usize, shift: bool| -> Outcome {
        let boxes = browser.driver().find_all(By::Css(".choose input")).await?;
        boxes[at].scroll_into_view().await?;
        let chain = browser.driver().action_chain();
        let chain = if shift { chain.key_down(Key::Shift) } else { chain };
        let chain = chain.click_element(&boxes[at]);
        if shift { chain.key_up(Key::Shift) } else { chain }.perform().await?;
        Ok(())
    };
    let are = |ticked: [bool; 4]| {
        format!(
            "return [...document.querySelectorAll('.choose input')].map((box) => box.checked).join() === '{}'",
            ticked.map(|one| one.to_string()).join(",")
        )
    };
    tick(0, false).await?;
    page.until("one", &are([true, false, false, false])).await?;
    tick(2, true).await?;
    page.until("up to the third", &are([true, true, true, false])).await?;
    assert!(page.texts(".choose-all .status").await?.concat().contains("3 selected"));
    tick(1, true).await?;
    page.until("back again", &are([true, false, false, false])).await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn the_notes_of_one_article_are_copied_as_one_document() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/read/officer-could-lose-job").await?;
    highlight(&page, "Kaba").await?;
    let page = browser.open(&site, ARTICLE).await?;
    state_facts(&page, &[("title", "A hearing"), ("author", "Ada Byron")]).await?;
    for (words, note) in [("Brixton", "Second"), ("Streatham", "First")] {
        begin_note(&page, words).await?;
        page.keys(note).await?;
        page.end_note().await?;
    }
    page.run("navigator.clipboard.writeText = async (text) => { window.copied = text }", &[]).await?;
    page.chord(&[Key::Control], 'k').await?;
    page.until("the commands", "return !!document.querySelector('.palette[open] input')").await?;
    page.keys("copy notes").await?;
    page.until(
        "the command",
        "return document.querySelector('#commands li')?.textContent.includes('2 notes')",
    )
    .await?;
    page.keys("\u{e007}").await?;
    let copied = page.until("it is copied", "return window.copied").await?;
    let copied = copied.as_str().unwrap_or_default();
    let places: Vec<_> = ["## A hearing", "Ada Byron", "> Streatham", "First", "> Brixton", "Second"]
        .iter()
        .map(|words| copied.find(words))
        .collect();
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "{places:?} in {copied}");
    assert_eq!(copied.matches("## ").count(), 1, "of this article only: {copied}");
    page.until("it says so", "return document.querySelector('.message span').textContent === 'Copied.'")
        .await?;
    browser.quit().await;
    Ok(())
}
