//! Files of notes, out and in: what they say, and what an import leaves as it was.

use gloss_browser_tests::{Browser, Outcome, Page, Profile, Site, highlight, records, state_facts};
use serde_json::{Value, json};

const ARTICLE: &str = "#/read/misconduct-hearing";
const OTHER: &str = "#/read/officer-could-lose-job";

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Catches the next file that the page saves: its text as `window.saved`, its first bytes as `window.first`.
const CATCH: &str = "URL.createObjectURL = (blob) => {
      blob.arrayBuffer().then((bytes) => { window.first = [...new Uint8Array(bytes.slice(0, 3))]; window.saved = new TextDecoder().decode(bytes) });
      return '#';
    };
    HTMLAnchorElement.prototype.click = () => {}";

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

/// Chooses this file in the notebook, and hands back what its preview says.
async fn preview(page: &Page, suffix: &str, file: &str) -> Result<String, Failure> {
    page.run("location.hash = '#/notes'", &[]).await?;
    page.until("the notebook", "return !!document.querySelector('.exchange')").await?;
    let written = tempfile::Builder::new().suffix(suffix).tempfile()?;
    std::fs::write(written.path(), file)?;
    page.find("input[type=file]").await?.send_keys(written.path().to_string_lossy()).await?;
    page.until("the preview", "return !!document.querySelector('.preview')").await?;
    Ok(page.texts(".preview").await?.join(" "))
}

async fn to_article(page: &Page) -> Outcome {
    page.run("location.hash = '#/read/misconduct-hearing'", &[]).await?;
    page.until("the article", "return !!document.querySelector('article .block')").await?;
    page.settled().await?;
    Ok(())
}

#[tokio::test]
async fn a_backup_with_only_a_title_leaves_the_readers_own_author_and_source() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    state_facts(&page, &[("author", "Ada Byron"), ("source", "The Post")]).await?;
    let backup = json!({ "gloss": 1, "made": "2030-01-01T00:00:00.000Z", "annotations": [], "versions": [],
        "articles": [{ "id": "misconduct-hearing", "title": "Of another day", "address": "https://example.org/a", "modified": 1_900_000_000_000_u64 }] });
    let said = preview(&page, ".json", &backup.to_string()).await?;
    assert!(said.contains("title “Of another day”"), "the preview names it: {said}");
    page.click(".preview .primary").await?;
    page.saved().await?;
    to_article(&page).await?;
    let head = async || -> Result<Vec<String>, Failure> {
        let mut head = page.texts("h1").await?;
        head.extend(page.texts(".reading-head .source, .reading-head .author").await?);
        Ok(head)
    };
    assert_eq!(head().await?, ["Of another day", "The Post", "Ada Byron"]);
    // The form has no field for the address, and leaves it.
    state_facts(&page, &[("language", "en-GB")]).await?;
    assert_eq!(records(&page, "facts").await?[0]["address"], "https://example.org/a");
    for _ in 0..2 {
        page.run("document.activeElement.blur()", &[]).await?;
        page.chord(&[thirtyfour::Key::Control], 'z').await?;
    }
    page.until(
        "two steps take both back",
        "return document.querySelector('h1').textContent.startsWith('The armed')",
    )
    .await?;
    page.saved().await?;
    assert_eq!(head().await?[1..], ["The Post", "Ada Byron"]);
    browser.quit().await;
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
    page.highlight_selected().await?;
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

#[tokio::test]
async fn notes_of_hypothesis_reach_the_article_that_has_their_words() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    let note = |id: &str, text: &str| {
        json!({ "id": id, "created": "2026-01-02T08:00:00+00:00", "updated": "2026-01-02T08:00:00+00:00",
            "uri": "https://news.example/hearing", "text": text, "tags": [],
            "target": [{ "source": "https://news.example/hearing" }] })
    };
    let mut passage = note("passage", "Who calls him that?");
    passage["target"][0]["selector"] = json!([
        { "type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 0, "endContainer": "/p[1]", "endOffset": 9 },
        { "type": "TextQuoteSelector", "exact": "shot and killed a gangster", "prefix": "officer who ", "suffix": " in south" },
    ]);
    let whole = note("whole", "Compare with the other article.");
    let mut reply = note("reply", "The reporter does.");
    reply["references"] = json!(["passage"]);
    let file = json!({ "export_date": "2026-01-05T10:00:00.000Z", "annotations": [passage, whole, reply] });
    let said = preview(&page, ".json", &file.to_string()).await?;
    assert!(said.contains("would add 3"), "{said}");
    page.click(".preview .primary").await?;
    page.saved().await?;
    to_article(&page).await?;
    page.until("its mark", "return !!document.querySelector('article mark')").await?;
    assert_eq!(page.marks().await?, ["yellow: shot and killed a gangster"]);
    page.until("all three notes", "return [...document.querySelectorAll('.notes .note-text')].filter((note) => note.textContent).length === 3").await?;
    let beside = page.run("return document.querySelector('.notes').innerText", &[]).await?;
    let beside = beside.as_str().unwrap_or_default();
    assert!(!beside.contains("no longer in the article") && !beside.contains("not in this text"), "{beside}");
    for words in ["On the article as a whole", "In answer to “Who calls him that?”", "The reporter does."]
    {
        assert!(beside.contains(words), "no {words} in {beside}");
    }
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn exports_go_by_article_and_place_and_tell_where_the_words_are_from() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, OTHER).await?;
    let words = "return document.querySelectorAll('article .block')[arguments[0]].textContent.trim().split(' ').slice(0, 5).join(' ')";
    let early = page.run(words, &[json!(1)]).await?.as_str().unwrap_or_default().to_owned();
    highlight(&page, &early).await?;
    to_article(&page).await?;
    state_facts(
        &page,
        &[
            ("title", "A hearing"),
            ("author", "Ada Byron"),
            ("source", "The Post"),
            ("published", "2024-11-22"),
        ],
    )
    .await?;
    highlight(&page, "the Audi Q8").await?;
    highlight(&page, "Streatham").await?;
    let markdown = export(&page, "Markdown").await?;
    let places: Vec<Option<usize>> = ["## A hearing", "> Streatham", "> the Audi Q8", &format!("> {early}")]
        .iter()
        .map(|words| markdown.find(*words))
        .collect();
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "{places:?} in {markdown}");
    assert_eq!(
        markdown.matches("\n## ").count() + usize::from(markdown.starts_with("## ")),
        2,
        "a heading an article: {markdown}"
    );
    for words in ["The Post", "Ada Byron", "2024"] {
        assert!(markdown.contains(words), "no {words} in {markdown}");
    }
    let csv = export(&page, "CSV").await?;
    assert!(csv.find("Streatham") < csv.find("the Audi Q8") && csv.contains("2024-11-22"), "{csv}");
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_table_begins_with_a_byte_order_mark_and_tells_what_was_corrected() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    page.select("Amanda Rowe", false).await?;
    let choose = "const select = document.querySelector('.passage-tools select');
        select.value = [...select.options].find((option) => option.textContent === 'Organisation').value;
        select.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(choose, &[]).await?;
    page.until("the name", "return [...document.querySelectorAll('article .name.organisation')].some((name) => name.textContent === 'Amanda Rowe')").await?;
    page.saved().await?;
    let csv = export(&page, "CSV").await?;
    assert_eq!(page.run("return window.first", &[]).await?, json!([0xef, 0xbb, 0xbf]));
    for words in ["correction", "person “Amanda Rowe” → organisation “Amanda Rowe”"] {
        assert!(csv.contains(words), "no {words} in {csv}");
    }
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn paragraphs_stay_apart_in_markdown_and_notes_are_formatted_in_html() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    page.select("the police watchdog said.\nMet police officer", false).await?;
    page.keys("n").await?;
    page.until("the editor", "return document.activeElement?.tagName === 'TEXTAREA'").await?;
    page.keys("**Two** paragraphs, see https://example.org/a.").await?;
    page.end_note().await?;
    let markdown = export(&page, "Markdown").await?;
    assert!(markdown.contains("> the police watchdog said.\n>\n> Met police officer\n"), "{markdown}");
    let html = export(&page, "HTML").await?;
    assert!(
        html.contains("<strong>Two</strong>") && html.contains("href=\"https://example.org/a\""),
        "{html}"
    );
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_note_of_twenty_thousand_tags_is_cut_in_a_sentence() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    let tags: Vec<String> = (0..20_000).map(|number| format!("tag {number}")).collect();
    let note = json!({ "id": "01900000-0000-7000-8000-000000000001",
        "targets": [{ "article": "misconduct-hearing", "version": "x", "quote": { "exact": "Amanda Rowe" }, "position": { "start": 0, "end": 11 } }],
        "motivation": "commenting", "note": "Of many tags", "tags": tags, "created": 1, "modified": 1 });
    let backup = json!({ "gloss": 1, "made": "2026-01-01T00:00:00.000Z", "annotations": [note], "versions": [], "articles": [] });
    let said = preview(&page, ".json", &backup.to_string()).await?;
    assert!(said.contains("19,900 tags are left out: a note has at most 100"), "{said}");
    page.click(".preview .primary").await?;
    page.saved().await?;
    assert_eq!(records(&page, "annotations").await?[0]["tags"].as_array().map(Vec::len), Some(100));
    to_article(&page).await?;
    assert_eq!(page.marks().await?, ["yellow: Amanda Rowe"]);
    highlight(&page, "Streatham").await?;
    assert_eq!(
        page.run("return !document.querySelector('#stopped')?.checkVisibility()", &[]).await?,
        json!(true)
    );
    browser.driver().refresh().await?;
    page.settled().await?;
    assert_eq!(page.marks().await?.len(), 2);
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_missing_part_for_files_is_said_in_words() -> Outcome {
    let (site, profile) = (Site::start_instead("exchange_bg.wasm", b"none".to_vec()), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    highlight(&page, "Streatham").await?;
    page.run("location.hash = '#/notes'", &[]).await?;
    page.until("the notebook", "return !!document.querySelector('.exchange')").await?;
    page.run(
        "[...document.querySelectorAll('.exchange button')].find((b) => b.textContent === 'CSV').click()",
        &[],
    )
    .await?;
    let said = page
        .until("it says so", "return document.querySelector('.exchange .failed').textContent || false")
        .await?;
    let said: &str = Value::as_str(&said).unwrap_or_default();
    assert!(said.contains("could not be fetched") && !said.contains("Error"), "{said}");
    browser.quit().await;
    Ok(())
}
