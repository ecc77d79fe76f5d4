//! The library and the article page, as a reader finds them.

use gloss_browser_tests::{Browser, Outcome, Profile, Site};
use serde_json::json;
use std::{fs, path::PathBuf};

fn seed(slug: &str) -> String {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("../../seeds/{slug}.txt"));
    fs::read_to_string(file).expect("a seed")
}

const SLUGS: [&str; 4] =
    ["misconduct-hearing", "officer-could-lose-job", "new-commissioner", "soldiers-offered"];

#[tokio::test]
async fn the_library_lists_four_articles_and_leads_to_each() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "").await?;
    let titles = page.texts(".articles .title").await?;
    assert_eq!(titles.len(), 4);
    for (slug, title) in SLUGS.iter().zip(&titles) {
        let text = seed(slug);
        assert!(text.contains(title.trim_end_matches('…')), "{title} is not in the text");
    }
    assert!(page.texts(".articles .facts").await?.iter().all(|facts| facts.contains("Source not stated")));
    page.click(".articles li:nth-child(3) a").await?;
    page.until(
        "the article opens",
        "return location.hash === '#/read/new-commissioner' && !!document.querySelector('article .block')",
    )
    .await?;
    browser.quit().await;
    Ok(())
}

/// The program never comes.
const NO_PROGRAM: &str = "const known = window.fetch; window.fetch = (what, ...how) =>
    String(what).endsWith('.wasm') ? new Promise(() => {}) : known(what, ...how)";

/// The texts of what the page shows of itself.
const PAINTED: &str = "return [...document.querySelectorAll('#first-paint > :not([hidden])')].filter((part) => part.checkVisibility())
    .flatMap((part) => part.querySelector('p, li') ? [...part.querySelectorAll('p, li')] : [part]).map((line) => line.textContent.trim())";

#[tokio::test]
async fn a_first_visit_reads_before_the_program_has_come() -> Outcome {
    let (site, profile) = (Site::start_with(NO_PROGRAM), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.visit(&site, "").await?;
    let painted = page.run(PAINTED, &[]).await?;
    let whole = Site::start();
    let titles = browser.open(&whole, "").await?.texts(".articles .title").await?;
    assert_eq!(painted, json!([vec!["Gloss is loading…".to_owned()], titles].concat()), "the library");
    assert_eq!(page.count("#first-paint").await?, 0, "the app takes it away");

    // A link followed before the program has come leads on.
    let page = browser.visit(&site, "").await?;
    page.click("#first-paint li a").await?;
    let painted = page.run(PAINTED, &[]).await?;
    assert!(
        painted[1].as_str().is_some_and(|line| line.starts_with("The armed police officer")),
        "{painted}"
    );

    let page = browser.visit(&site, "#/read/misconduct-hearing").await?;
    browser.driver().refresh().await?;
    let painted = page.run(PAINTED, &[]).await?;
    let page = browser.open(&whole, "#/read/misconduct-hearing").await?;
    page.until("the text", "return !!document.querySelector('article .block')").await?;
    let blocks = page.texts(".prose .block").await?;
    let shown: Vec<&str> =
        painted.as_array().into_iter().flatten().filter_map(|line| line.as_str()).collect();
    assert!(shown.len() > 4, "{shown:?}");
    for (at, line) in shown.iter().skip(1).enumerate() {
        assert_eq!(*line, blocks[at].trim(), "paragraph {at}");
    }

    // Places that only the app can show, and later visits, begin with an empty page.
    for route in ["#/notes", "#/read/misconduct-hearing?text=the", "#/nowhere\"]"] {
        let page = browser.visit(&site, route).await?;
        browser.driver().refresh().await?;
        assert_eq!(page.count("#first-paint").await?, 0, "{route}");
    }
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_program_that_does_not_come_is_said_with_a_way_out() -> Outcome {
    let failing = "const known = window.fetch; window.fetch = (what, ...how) =>
        String(what).endsWith('.wasm') ? Promise.reject(new TypeError('no connection')) : known(what, ...how)";
    let (site, profile) = (Site::start_with(failing), Profile::new());
    let browser = Browser::start(&profile).await;
    for route in ["", "#/notes"] {
        let page = browser.visit(&site, route).await?;
        browser.driver().refresh().await?;
        let said = "const line = document.querySelector('#not-loaded'); return line?.checkVisibility() && line.textContent";
        let said = page.until("it is said", said).await?;
        assert!(
            said.as_str()
                .is_some_and(|said| said.contains("could not be loaded") && said.contains("Try again"))
        );
    }
    browser.quit().await;
    Ok(())
}

/// A program of one function, which breaks off like a panic.
const BREAK: &str = "addEventListener('break-off', () => setTimeout(f)); addEventListener('break-off-later', () => Promise.resolve().then(f));
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const { f } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports";

#[tokio::test]
async fn a_program_that_stops_is_said_with_a_way_on() -> Outcome {
    let (site, profile) = (Site::start_with(BREAK), Profile::new());
    let browser = Browser::start(&profile).await;
    for way in ["break-off", "break-off-later"] {
        let page = browser.open(&site, "#/read/misconduct-hearing").await?;
        let said = "return document.querySelector('#stopped').checkVisibility()";
        page.run("setTimeout(() => { throw new Error('of somebody else') })", &[]).await?;
        assert_eq!(page.run(said, &[]).await?, json!(false), "the program goes on");
        // By a script of the page's own: the driver's run in a world apart, with errors of their own.
        page.run("dispatchEvent(new Event(arguments[0]))", &[json!(way)]).await?;
        page.until("it is said", said).await?;
        page.click("#stopped button").await?;
        page.until(
            "the page is new",
            "return document.querySelector('#stopped')?.hidden && !!document.querySelector('article .block')",
        )
        .await?;
    }
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn an_articles_visible_text_is_its_source_with_every_mark_on_and_off() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    for slug in SLUGS {
        let page = browser.open(&site, &format!("#/read/{slug}")).await?;
        page.until("the text", "return !!document.querySelector('article .block')").await?;
        assert_eq!(page.article_text().await?, seed(slug), "{slug}");
        for layer in 1..=page.count(".legend button").await? {
            page.click(&format!(".legend button:nth-child({layer})")).await?;
            assert_eq!(page.article_text().await?, seed(slug), "{slug} with layer {layer} switched");
        }
    }
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn page_furniture_is_folded_away_and_still_there() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/read/new-commissioner").await?;
    let lines = page.texts(".furniture .block").await?;
    let lines: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    assert!(lines.contains(&"Leave a Reply") && lines.contains(&"You May Also Like"), "{lines:?}");
    assert!(lines.iter().any(|line| line.starts_with("Martin Rowson")), "{lines:?}");
    assert_eq!(
        page.count(".furniture .name, .furniture .quotation").await?,
        0,
        "furniture is never analysed"
    );
    let shown =
        "return document.querySelector('.furniture .block').checkVisibility({ contentVisibilityAuto: true })";
    assert_eq!(page.run(shown, &[]).await?, json!(false));
    page.click(".furniture summary").await?;
    assert_eq!(page.run(shown, &[]).await?, json!(true));
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn names_and_quotations_are_marked_and_each_kind_can_be_switched_off() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/read/misconduct-hearing").await?;
    assert!(page.texts(".name.person").await?.contains(&"Amanda Rowe".to_owned()));
    for (layer, selector) in [
        ("people", ".name.person"),
        ("organisations", ".name.organisation"),
        ("places", ".name.place"),
        ("dates", ".name.date"),
        ("quotations", ".quotation"),
    ] {
        assert!(page.count(selector).await? > 0, "{layer} are marked");
        let shown = format!("return !!document.querySelector('{selector}')");
        let hidden = format!("return !document.querySelector('{selector}')");
        page.click(&format!("[data-layer={layer}]")).await?;
        page.until(&format!("{layer} are off"), &hidden).await?;
        // The choice is kept.
        let page = browser.open(&site, "#/read/misconduct-hearing").await?;
        browser.driver().refresh().await?;
        page.settled().await?;
        assert_eq!(page.count(selector).await?, 0, "{layer} stay off");
        page.click(&format!("[data-layer={layer}]")).await?;
        page.until(&format!("{layer} are back"), &shown).await?;
    }
    let speakers = page.run(
        "return [...document.querySelectorAll('.quotation[data-speaker]')].map((q) => q.dataset.speaker)",
        &[],
    );
    assert!(speakers.await?.as_array().is_some_and(|all| all.contains(&json!("Amanda Rowe"))));
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_route_survives_a_reload_and_a_wrong_one_says_so() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/read/soldiers-offered").await?;
    browser.driver().refresh().await?;
    page.settled().await?;
    assert_eq!(page.article_text().await?, seed("soldiers-offered"));
    let page = browser.open(&site, "#/read/there-is-none").await?;
    assert_eq!(page.texts("h1").await?, ["There is no article at this address."]);
    let page = browser.open(&site, "#/nowhere").await?;
    assert_eq!(page.texts("h1").await?, ["There is nothing at this address."]);
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn an_article_that_does_not_come_is_said_wherever_it_is_missed() -> Outcome {
    let (site, profile) =
        (Site::start_instead("seeds/new-commissioner.txt", b"\xff no text".to_vec()), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "").await?;
    let said = page.texts(".articles .failed").await?;
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("new-commissioner") && said[0].contains("UTF-8"), "{said:?}");
    assert_eq!(page.texts(".articles .title").await?.len(), 3, "the others are there");
    page.click(".articles .failed button").await?;
    page.settled().await?;
    let page = browser.open(&site, "#/read/new-commissioner").await?;
    assert_eq!(page.texts(".text .failed").await?, said);
    for route in ["#/find?q=police", "#/names"] {
        let page = browser.open(&site, route).await?;
        page.until("it is said", "return document.querySelector('.failed')?.textContent.trim()").await?;
        assert_eq!(
            page.texts(".failed").await?,
            ["One article could not be fetched, so it is left out."],
            "{route}"
        );
    }
    browser.quit().await;
    Ok(())
}
