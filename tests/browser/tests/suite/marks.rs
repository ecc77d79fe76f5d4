//! What the page tells about names and quotations, and corrects when told.

use gloss_browser_tests::{Browser, Outcome, Page, Profile, Site};
use serde_json::json;
use thirtyfour::error::WebDriverResult;

const ARTICLE: &str = "#/read/misconduct-hearing";

/// Clicks the first mark of this kind that reads `words`, and waits for its card.
async fn ask(page: &Page, kind: &str, words: &str) -> WebDriverResult<String> {
    let script = "const [kind, words] = arguments;
        const mark = [...document.querySelectorAll(`article ${kind}`)].find((m) => m.textContent.includes(words));
        mark.scrollIntoView({ block: 'center' });
        mark.click(); return true";
    page.run(script, &[json!(kind), json!(words)]).await?;
    page.until("the card", "return !!document.querySelector('.card-of-mark h3')").await?;
    Ok(page.texts(".card-of-mark").await?.join(" "))
}

/// Chooses an option of the n-th field on the card, as a reader would.
async fn choose(page: &Page, field: usize, value: &str) -> WebDriverResult<()> {
    page.run("document.querySelector('.card-of-mark details.correct').open = true", &[]).await?;
    let script = "const [field, value] = arguments;
        const select = document.querySelectorAll('.card-of-mark :is(select, input:not([type=checkbox]))')[field];
        select.value = value; select.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(script, &[json!(field), json!(value)]).await?;
    page.saved().await
}

#[tokio::test]
async fn a_name_tells_who_it_is_and_where_else() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    let card = ask(&page, ".name", "Martyn Blake").await?;
    assert!(card.contains("Martyn Blake") && card.contains("Person") && card.contains("Sgt"), "{card}");
    page.until(
        "the others are analysed",
        "return document.querySelectorAll('.card-of-mark li a').length > 0",
    )
    .await?;
    assert!(card.contains("Mention 1 of"), "{card}");
    page.click(".card-of-mark .card-tools button:nth-child(2)").await?;
    page.until(
        "the next mention",
        "return /Mention 2 of/.test(document.querySelector('.card-of-mark')?.textContent)",
    )
    .await?;
    let focused = page.run("return document.activeElement.textContent", &[]).await?;
    assert!(focused.as_str().is_some_and(|name| name.contains("Blake")), "{focused}");
    page.keys("\u{e00c}").await?;
    page.until("Escape closes it", "return !document.querySelector('.card-of-mark')").await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_quotation_tells_its_speaker_and_why() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    let card = ask(&page, ".quotation", "We understand the impact").await?;
    assert!(card.contains("Amanda Rowe") && card.contains("added"), "{card}");
    page.click(".tabs button:nth-child(3)").await?;
    let voices = page.texts(".voices h3").await?;
    assert!(voices.contains(&"Amanda Rowe".to_owned()), "{voices:?}");
    let at = voices.iter().position(|voice| voice == "Amanda Rowe").unwrap_or_default() + 1;
    page.click(&format!(".voices > li:nth-child({at}) > button")).await?;
    page.until("only hers are shown", "return !!document.querySelector('article .block[hidden]')").await?;
    let shown = page.texts("article .block:not([hidden])").await?;
    assert!(shown.iter().all(|block| block.contains('“')), "{shown:?}");
    page.click(".following button").await?;
    assert_eq!(page.count("article .block[hidden]").await?, 0);
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn corrections_hold_for_every_mention_stay_and_can_be_undone() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    let before = page.count(".name.place").await?;
    let persons = page.texts(".name.person").await?.iter().filter(|name| name.contains("Kaba")).count();
    assert!(persons > 1);
    ask(&page, ".name", "Chris Kaba").await?;
    choose(&page, 0, "place").await?;
    page.until(
        "he is a place",
        "return [...document.querySelectorAll('.name.person')].every((n) => !n.textContent.includes('Kaba'))",
    )
    .await?;
    assert_eq!(page.count(".name.place").await?, before + persons);
    browser.driver().refresh().await?;
    page.settled().await?;
    assert_eq!(page.count(".name.place").await?, before + persons, "the correction is kept");

    ask(&page, ".quotation", "We understand the impact").await?;
    choose(&page, 0, "Mark Rowley").await?;
    page.until("he speaks", "return [...document.querySelectorAll('.quotation[data-speaker]')].filter((q) => q.dataset.speaker === 'Mark Rowley').length > 1").await?;
    page.click(".message button").await?;
    page.until("she speaks again", "return [...document.querySelectorAll('.quotation[data-speaker]')].some((q) => q.dataset.speaker === 'Amanda Rowe')").await?;

    page.select("getaway car", false).await?;
    page.run("const s = document.querySelector('.passage-tools select'); s.value = 'organisation'; s.dispatchEvent(new Event('change', { bubbles: true }))", &[]).await?;
    page.until("it is marked", "return [...document.querySelectorAll('.name.organisation')].some((n) => n.textContent === 'getaway car')").await?;
    browser.quit().await;
    Ok(())
}

/// A surname alone, which names nobody in other articles.
const SURNAME: &str = "Mr Kaba lived in Wembley.\nA friend of Mr Kaba was there.\n";

#[tokio::test]
async fn a_name_is_said_to_be_that_of_another_article_and_not_after_all() -> Outcome {
    let (site, profile) =
        (Site::start_instead("seeds/misconduct-hearing.txt", SURNAME.as_bytes().to_vec()), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    let card = ask(&page, ".name", "Kaba").await?;
    assert!(card.contains("Mention 1 of 2") && !card.contains("Also in"), "{card}");
    let offered = "return [...document.querySelectorAll('.card-of-mark optgroup option')]
        .some((option) => option.textContent === 'Chris Kaba')";
    page.until("the others are analysed", offered).await?;
    choose(&page, 1, "Chris Kaba").await?;
    let card = ask(&page, ".name", "Kaba").await?;
    assert!(
        card.contains("Chris Kaba") && card.contains("Mention 1 of 2") && card.contains("Also in"),
        "{card}"
    );
    assert!(page.count(".card-of-mark li a").await? > 1, "{card}");
    page.click(".message button").await?;
    page.until("it is nobody else", "return !document.querySelector('.card-of-mark li a')").await?;
    let card = ask(&page, ".name", "Kaba").await?;
    assert_eq!(page.texts(".card-of-mark h3").await?, ["Kaba"]);
    assert!(!card.contains("Also in"), "{card}");
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn words_are_marked_as_a_quotation_of_the_kind_that_the_reader_says() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    for (kind, words) in [("direct", "getaway car"), ("mixed", "downed tools"), ("scare", "on stand-by")] {
        page.select(words, false).await?;
        let script =
            "const select = document.querySelector('.passage-tools select'); select.value = arguments[0];
            select.dispatchEvent(new Event('change', { bubbles: true }))";
        page.run(script, &[json!(kind)]).await?;
        let marked = format!(
            "return [...document.querySelectorAll('.quotation.{kind}')].some((q) => q.textContent === '{words}')"
        );
        page.until("it is marked", &marked).await?;
    }
    browser.quit().await;
    Ok(())
}

/// A quotation inside a quotation, and a little more.
const NESTED: &str = "The inquiry went on.\n“I asked him and Tom Reade said: ‘We will not pay a penny for this bridge.’ That was all,” said \
    Ada Lovell, who chairs the port.\nThe hearing goes on.\n";

#[tokio::test]
async fn a_correction_inside_a_quotation_is_exported_and_undone_in_one_step() -> Outcome {
    let (site, profile) =
        (Site::start_instead("seeds/misconduct-hearing.txt", NESTED.as_bytes().to_vec()), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    page.until("it is found", "return !!document.querySelector('.quotation.nested')").await?;
    let card = ask(&page, ".quotation.nested", "We will not pay").await?;
    assert!(card.contains("Tom Reade") && !card.contains("Ian Gough"), "{card}");
    choose(&page, 0, "Ian Gough").await?;
    // The card goes when what it tells about is drawn anew.
    let card = ask(&page, ".quotation.nested", "We will not pay").await?;
    assert!(card.contains("Ian Gough"), "{card}");
    let outer = "return [...document.querySelectorAll('.quotation:not(.nested)')].map((q) => q.dataset.speaker).filter(Boolean)";
    assert_eq!(page.run(outer, &[]).await?, json!(["Ada Lovell"]), "the one around it keeps its own");

    page.run(
        "URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text }); return '#' };
        HTMLAnchorElement.prototype.click = () => {}; location.hash = '#/notes'",
        &[],
    )
    .await?;
    page.until("the notebook", "return !!document.querySelector('.exchange button')").await?;
    for format in ["W3C JSON-LD", "Markdown"] {
        let script = "window.saved = null;
            [...document.querySelectorAll('.exchange button')].find((b) => b.textContent === arguments[0]).click()";
        page.run(script, &[json!(format)]).await?;
        let saved = page.until("the file", "return window.saved").await?;
        let saved = saved.as_str().unwrap_or_default();
        assert!(saved.contains("Ian Gough") && saved.contains("We will not pay"), "{format}: {saved}");
    }

    page.run("location.hash = '#/read/misconduct-hearing'", &[]).await?;
    page.settled().await?;
    page.run("document.querySelector('#more button:nth-of-type(1)').click()", &[]).await?;
    page.saved().await?;
    assert_eq!(page.count("#more button:nth-of-type(1):disabled").await?, 1, "it was one step");
    browser.driver().refresh().await?;
    page.settled().await?;
    let card = ask(&page, ".quotation.nested", "We will not pay").await?;
    assert!(card.contains("Tom Reade") && !card.contains("Ian Gough"), "{card}");
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn the_index_of_names_leads_to_a_mention_in_any_article() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/names").await?;
    page.click(".filter input").await?;
    page.keys("rowley").await?;
    page.until("one is left", "return document.querySelectorAll('tbody th').length === 1").await?;
    assert_eq!(page.texts("tbody th").await?, ["Mark Rowley"]);
    assert_eq!(page.count("tbody td a").await?, 4, "he is named in all four");
    page.click("tbody td:nth-of-type(4) a").await?;
    page.until(
        "his card",
        "return document.querySelector('.card-of-mark h3')?.textContent === 'Mark Rowley'",
    )
    .await?;
    browser.quit().await;
    Ok(())
}
