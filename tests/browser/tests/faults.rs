//! What readers have stumbled over: each test is named after what holds now, and asserts what a reader sees.

use gloss_browser_tests::{Browser, Outcome, Page, Profile, Site, notes, records};
use serde_json::{Value, json};
use std::{fs, os::unix::fs::symlink, path::PathBuf, time::Duration};

const ARTICLE: &str = "#/read/misconduct-hearing";
const ESCAPE: &str = "\u{e00c}";

async fn highlight(page: &Page, words: &str) -> Outcome {
    page.select(words, false).await?;
    page.keys("h").await?;
    page.saved().await?;
    Ok(())
}

/// Opens the editor on a passage by the button.
async fn begin_note(page: &Page, words: &str) -> Outcome {
    page.select(words, false).await?;
    page.click(".passage-tools .note").await?;
    page.until("the editor", "return document.activeElement?.tagName === 'TEXTAREA'").await?;
    Ok(())
}

/// States facts about the open article by the form.
async fn state(page: &Page, facts: &[(&str, &str)]) -> Outcome {
    page.click(".edit-metadata .quiet").await?;
    page.until("the form", "return document.activeElement.name === 'title'").await?;
    let script = "for (const [name, value] of arguments[0]) document.querySelector(`.edit-metadata [name=${name}]`).value = value";
    page.run(script, &[json!(facts)]).await?;
    page.click(".edit-metadata .primary").await?;
    page.until("the form closes", "return !document.querySelector('.edit-metadata form')").await?;
    page.saved().await?;
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

/// What in the element that `arguments[0]` finds cannot be reached even by scrolling in it.
const OUT_OF_REACH: &str = "const place = document.querySelector(arguments[0]);
    const parts = [...place.querySelectorAll('h2, h3, p, button, a, select, textarea, summary, input:not(.unseen)')];
    return parts.filter((part) => part.checkVisibility() && part.textContent + part.tagName !== 'P').filter((part) => {
      part.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = part.getBoundingClientRect();
      if (!width || !height) return false;
      // The middle of its first line, where letters or a field are.
      const at = document.elementFromPoint(left + Math.min(width / 2, 8), top + Math.min(height / 2, 8));
      return !at || !(part.contains(at) || at.contains(part) && place.contains(at));
    }).map((part) => part.getAttribute('aria-label') ?? (part.textContent || part.tagName))";

/// The card, once it is still: how far each of its edges and its button for closing is inside the window.
const INSIDE: &str = "const card = document.querySelector('.card-of-mark');
    if (!card?.querySelector('h3')) return null;
    const { top, left } = card.getBoundingClientRect(), place = `${top} ${left}`;
    const still = window.lastPlace === place;
    window.lastPlace = place;
    if (!still) return null;
    const inside = (element) => {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      return Math.min(top, left, innerHeight - bottom, innerWidth - right);
    };
    return [inside(card), inside(card.querySelector('.close'))]";

/// Opens cards of names and quotations that are at the head, in the middle and at the foot of a window of this size.
async fn cards_are_in_reach(width: u32, height: u32) -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    browser.resize(width, height).await?;
    let page = browser.open(&site, ARTICLE).await?;
    let open = "const [kind, at, block] = arguments, marks = document.querySelectorAll(`article ${kind}`);
        const mark = marks[Math.min(at, marks.length - 1)];
        mark.scrollIntoView({ block, behavior: 'instant' });
        mark.click();
        return mark.textContent.slice(0, 40)";
    for (at, block) in [(1, "start"), (3, "center"), (6, "end")] {
        for kind in [".name.person", ".quotation"] {
            let words = page.run(open, &[json!(kind), json!(at), json!(block)]).await?;
            let inside = page.until("the card", INSIDE).await?;
            for (part, inside) in
                ["the card", "its button"].iter().zip(inside.as_array().into_iter().flatten())
            {
                assert!(inside.as_f64() >= Some(-1.0), "{part} of {words} at the {block}: {inside} px");
            }
            let out = page.run(OUT_OF_REACH, &[json!(".card-of-mark")]).await?;
            assert_eq!(out, json!([]), "of {words} at the {block}");
            page.run("document.querySelector('.card-of-mark .close').click()", &[]).await?;
            page.until("it closes", "return !document.querySelector('.card-of-mark')").await?;
        }
    }
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn no_part_of_a_card_is_out_of_reach_in_a_low_window() -> Outcome {
    cards_are_in_reach(1366, 650).await
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
async fn a_copied_quote_names_author_and_day_from_the_tools_and_from_a_card() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    state(&page, &[("author", "Ada Byron"), ("source", "The Post"), ("published", "2024-11-22")]).await?;
    page.run("navigator.clipboard.writeText = async (text) => { (window.copied ??= []).push(text) }", &[])
        .await?;
    page.select("shot and killed a gangster", false).await?;
    page.click(".passage-tools .copy-quote").await?;
    page.keys("h").await?;
    page.saved().await?;
    page.click(".notes .card .copy-quote").await?;
    let copied = page.until("both", "return window.copied?.length === 2 && copied").await?;
    for copied in copied.as_array().into_iter().flatten().filter_map(Value::as_str) {
        for words in ["“shot and killed a gangster”", "Ada Byron", "The Post", "22", "2024"] {
            assert!(copied.contains(words), "no {words} in {copied}");
        }
    }
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_mark_under_the_pointer_opens_no_card_while_one_types() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    begin_note(&page, "gross misconduct hearing").await?;
    let place = "const name = [...document.querySelectorAll('article .name')].find((name) => { const { top } = name.getBoundingClientRect(); return top > 150 && top < innerHeight - 150; });
        const { x, y, width, height } = name.getClientRects()[0];
        return [Math.round(x + width / 2), Math.round(y + height / 2)]";
    let place = page.run(place, &[]).await?;
    let at = |axis: usize| place[axis].as_i64().unwrap_or_default();
    let over = async |x: i64, y: i64| browser.driver().action_chain().move_to(x, y).perform().await;
    over(at(0), at(1)).await?;
    tokio::time::sleep(Duration::from_millis(900)).await;
    assert_eq!(page.count(".card-of-mark").await?, 0, "while one types");
    page.keys("Noted").await?;
    page.end_note().await?;
    over(5, 300).await?;
    over(at(0), at(1)).await?;
    page.until("afterwards it does", "return !!document.querySelector('.card-of-mark')").await?;
    browser.quit().await;
    Ok(())
}

/// The build without some of its files, or with other bytes in their place.
fn damaged(files: &[&str], body: Option<&[u8]>) -> Result<tempfile::TempDir, std::io::Error> {
    let folder = tempfile::tempdir()?;
    for entry in fs::read_dir(dist())? {
        let entry = entry?;
        if !files.contains(&&*entry.file_name().to_string_lossy()) {
            symlink(entry.path().canonicalize()?, folder.path().join(entry.file_name()))?;
        } else if let Some(body) = body {
            fs::write(folder.path().join(entry.file_name()), body)?;
        }
    }
    Ok(folder)
}

fn dist() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../dist")
}

/// The analysis does not start; the reader is told, and once the host is whole again another try works.
async fn says_so_and_tries_again(broken: tempfile::TempDir) -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    site.change_to(broken.path());
    let browser = Browser::start(&profile).await;
    let page = browser.visit(&site, ARTICLE).await?;
    let said = "const said = document.querySelector('.reading-head .failed')?.textContent ?? '';
        return said.includes('could not be looked for') && said";
    let said = page.until("it is said", said).await?;
    assert!(said.as_str().is_some_and(|said| !said.contains("()") && !said.contains("Error")), "{said}");
    let waiting =
        "return [...document.querySelectorAll('.waiting')].map((line) => line.textContent.trim()).join('')";
    assert_eq!(page.run(waiting, &[]).await?, json!(""), "nothing goes on waiting");
    highlight(&page, "Streatham").await?;
    assert_eq!(page.marks().await?, ["yellow: Streatham"], "notes work as ever");

    page.click(".reading-head .failed button").await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    page.until(
        "it is said again",
        "return document.querySelector('.reading-head .failed button')?.checkVisibility()",
    )
    .await?;
    site.change_to(&dist());
    page.click(".reading-head .failed button").await?;
    page.until("names are marked", "return !!document.querySelector('article .name.person')").await?;
    page.settled().await?;
    assert!(!page.texts(".reading-head .failed").await?.concat().contains("could not"));
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_damaged_analysis_is_said_and_tried_again() -> Outcome {
    says_so_and_tries_again(damaged(&["analysis_bg.wasm"], Some(b"\0asm no program"))?).await
}

#[tokio::test]
async fn a_missing_analysis_is_said_and_tried_again() -> Outcome {
    says_so_and_tries_again(damaged(&["analysis.js"], None)?).await
}

#[tokio::test]
async fn a_missing_program_of_the_analysis_is_said_and_tried_again() -> Outcome {
    says_so_and_tries_again(damaged(&["analysis_bg.wasm"], None)?).await
}

/// What is stated about an article has its web address where an import has brought one, for which no form has a field.
#[tokio::test]
async fn stating_a_title_keeps_the_address_that_an_import_has_brought() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "").await?;
    page.settled().await?;
    let import = "window.put = false;
        indexedDB.open('gloss').onsuccess = ({ target: { result: database } }) => {
          const transaction = database.transaction('facts', 'readwrite');
          transaction.objectStore('facts').put({ id: 'misconduct-hearing', address: 'https://post.example/a', modified: 1 });
          transaction.oncomplete = () => { database.close(); window.put = true; };
        }";
    page.run(import, &[]).await?;
    page.until("it is stored", "return window.put").await?;
    browser.driver().goto("about:blank").await?;
    let page = browser.open(&site, "#/read/misconduct-hearing").await?;
    page.settled().await?;
    page.click(".edit-metadata .quiet").await?;
    page.until("the form", "return document.activeElement.name === 'title'").await?;
    page.keys("A title\u{e007}").await?;
    page.saved().await?;
    let facts = records(&page, "facts").await?;
    assert_eq!(facts[0]["title"], "A title");
    assert_eq!(facts[0]["address"], "https://post.example/a");
    browser.quit().await;
    Ok(())
}
