//! What readers have stumbled over: each test is named after what holds now, and asserts what a reader sees.

use gloss_browser_tests::{Browser, Outcome, Profile, Site, begin_note, highlight, records, state_facts};
use serde_json::{Value, json};
use thirtyfour::Key;

const ARTICLE: &str = "#/read/misconduct-hearing";

#[tokio::test]
async fn undo_takes_back_facts_and_leaves_the_highlight_before_them() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    highlight(&page, "Streatham").await?;
    state_facts(&page, &[("title", "A title"), ("author", "Ada Byron")]).await?;
    assert_eq!(page.texts("h1").await?, ["A title"]);
    page.click(".message button:nth-of-type(2)").await?;
    page.until("the message goes", "return document.querySelector('.message').dataset.shown === 'false'")
        .await?;
    page.run("document.activeElement.blur()", &[]).await?;
    page.chord(&[Key::Control], 'z').await?;
    page.until(
        "it says what",
        "return document.querySelector('.message span').textContent.startsWith('Undone: facts changed of')",
    )
    .await?;
    page.saved().await?;
    assert!(page.texts("h1").await?[0].starts_with("The armed"), "{:?}", page.texts("h1").await?);
    assert_eq!(page.texts(".reading-head .author").await?, [""]);
    assert_eq!(page.marks().await?, ["yellow: Streatham"]);
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_copied_quote_names_author_and_day_from_the_tools_and_from_a_card() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    state_facts(&page, &[("author", "Ada Byron"), ("source", "The Post"), ("published", "2024-11-22")])
        .await?;
    page.run("navigator.clipboard.writeText = async (text) => { (window.copied ??= []).push(text) }", &[])
        .await?;
    page.select("shot and killed a gangster", false).await?;
    page.click(".passage-tools .copy-quote").await?;
    page.highlight_selected().await?;
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
async fn words_are_found_apart_and_a_phrase_in_a_row() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    begin_note(&page, "shot and killed a gangster").await?;
    page.keys("Whose attribution is that?").await?;
    page.end_note().await?;
    page.run("location.hash = '#/notes'", &[]).await?;
    page.until("the notebook", "return document.querySelectorAll('.notebook .card').length === 1").await?;
    for (words, count) in
        [("attribution gangster", 1), ("\"attribution gangster\"", 0), ("\"killed a gangster\"", 1)]
    {
        let fill = "const field = document.querySelector('.controls input[type=search]'); field.value = arguments[0];
            field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
        page.run(fill, &[json!(words)]).await?;
        page.until(words, &format!("return document.querySelectorAll('.notebook .card').length === {count}"))
            .await?;
    }
    page.run("location.hash = '#/find?q=gangster%20watchdog%20hearing'", &[]).await?;
    page.until("the article", "return [...document.querySelector('.results')?.querySelectorAll('.hit') ?? []].map((hit) => hit.textContent).join() === 'gangster,hearing,watchdog'")
        .await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn on_paper_a_note_has_its_bold_words_and_the_number_of_its_passage() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    for (words, note) in [("Brixton", "**South** London"), ("Streatham", "See https://example.org/a")] {
        begin_note(&page, words).await?;
        page.keys(note).await?;
        page.end_note().await?;
    }
    page.run("dispatchEvent(new Event('beforeprint'))", &[]).await?;
    page.until("the footnotes", "return document.querySelectorAll('.footnotes li').length === 2").await?;
    let numbers = "return [...document.querySelectorAll('article mark[data-number]')].map((mark) => [mark.textContent, mark.dataset.number])";
    assert_eq!(page.run(numbers, &[]).await?, json!([["Streatham", "1"], ["Brixton", "2"]]));
    assert_eq!(
        page.texts(".footnotes li").await?,
        ["Streatham See https://example.org/a", "Brixton South London"]
    );
    assert_eq!(page.texts(".footnotes strong").await?, ["South"]);
    browser.quit().await;
    Ok(())
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
