//! What readers have stumbled over: each test is named after what holds now, and asserts what a reader sees.

use gloss_browser_tests::{Browser, Outcome, Page, Profile, Site};
use serde_json::{Value, json};
use std::{fs, os::unix::fs::symlink, path::PathBuf, time::Duration};

const ARTICLE: &str = "#/read/misconduct-hearing";

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
