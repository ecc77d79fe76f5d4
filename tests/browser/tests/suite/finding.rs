//! Finding: in the open article, in the library and in the notes; and what the library and the notebook show.

use gloss_browser_tests::{Browser, Outcome, Page, Profile, Site};
use serde_json::{Value, json};
use thirtyfour::Key;

const ARTICLE: &str = "#/read/officer-could-lose-job";
const FURNISHED: &str = "#/read/new-commissioner";

/// Keys as the driver writes them.
/// Whether the field to look for words has the focus.
const FIELD: &str = "return !!document.activeElement?.closest('.find-bar')";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// What is drawn under a highlight's name, in the order of the text.
async fn highlighted(page: &Page, name: &str) -> Result<Vec<String>, Failure> {
    let script = "const ranges = [...(CSS.highlights.get(arguments[0]) ?? [])];
        ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
        return ranges.map((range) => range.toString())";
    let found = page.run(script, &[json!(name)]).await?;
    Ok(serde_json::from_value(found)?)
}

/// Types into the field that `selector` finds, in the place of what is there.
async fn fill(page: &Page, selector: &str, words: &str) -> Outcome {
    let script = "const field = document.querySelector(arguments[0]);
        field.value = arguments[1];
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(script, &[json!(selector), json!(words)]).await?;
    Ok(())
}

async fn count_is(page: &Page, expected: &str) -> Outcome {
    let script =
        format!("return document.querySelector('.find-bar .count')?.textContent === {}", json!(expected));
    page.until(&format!("the count {expected}"), &script).await?;
    Ok(())
}

const IN_SIGHT: &str = "const [range] = CSS.highlights.get('hit') ?? [];
    if (!range) return false;
    const { top, bottom, height } = range.getBoundingClientRect();
    const bar = document.querySelector('.find-bar').getBoundingClientRect();
    return height > 0 && top >= bar.bottom - 1 && bottom <= innerHeight";

#[tokio::test]
async fn words_are_found_in_the_article_counted_and_stepped_through_by_keys() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    let text = page.article_text().await?.to_lowercase();
    let all = text.matches("kaba").count();
    assert!(all > 3, "the article names him often");
    page.keys("j").await?;
    let before = page.run("return document.activeElement.dataset.start", &[]).await?;
    page.keys("/").await?;
    page.until("the field", FIELD).await?;
    page.keys("KABA").await?;
    count_is(&page, &format!("1 of {all}")).await?;
    assert_eq!(highlighted(&page, "hits").await?.len(), all - 1);
    assert_eq!(highlighted(&page, "hit").await?, ["Kaba"]);
    for at in 2..=all {
        page.keys(ENTER).await?;
        count_is(&page, &format!("{at} of {all}")).await?;
        page.until("the hit is in sight", IN_SIGHT).await?;
    }
    page.keys(ENTER).await?;
    count_is(&page, &format!("1 of {all}")).await?;
    page.chord(&[Key::Shift], char::from(Key::Enter)).await?;
    count_is(&page, &format!("{all} of {all}")).await?;
    page.click(".find-bar button:nth-of-type(2)").await?;
    count_is(&page, &format!("1 of {all}")).await?;
    assert_eq!(page.article_text().await?.to_lowercase(), text, "nothing is written into the text");

    page.click(".find-bar input").await?;
    page.keys(ESCAPE).await?;
    page.until("it closes", "return !document.querySelector('.find-bar')").await?;
    assert_eq!(page.run("return document.activeElement.dataset.start", &[]).await?, before);
    assert_eq!(page.run("return CSS.highlights.size", &[]).await?, json!(0));
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn typography_makes_no_difference_and_a_hit_can_be_annotated_without_a_selection() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, FURNISHED).await?;
    let text = page.article_text().await?;
    assert!(text.contains("The Met’s new commissioner"), "the article has a curly apostrophe");
    page.keys("/").await?;
    page.until("the field", FIELD).await?;
    page.keys("the met's NEW commissioner").await?;
    count_is(&page, "1 of 1").await?;
    page.until("the hit", IN_SIGHT).await?;
    assert_eq!(highlighted(&page, "hit").await?, ["The Met’s new commissioner"]);
    page.click(".find-bar button:nth-of-type(3)").await?;
    page.saved().await?;
    assert_eq!(page.marks().await?, ["yellow: The Met’s new commissioner"]);
    // The text was drawn anew, and the hits with it.
    page.until("the hit", IN_SIGHT).await?;
    fill(&page, ".find-bar input", "no such words").await?;
    count_is(&page, "Not found").await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_hit_in_folded_furniture_unfolds_it() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, FURNISHED).await?;
    let folded = "return document.querySelectorAll('.furniture:not([open])').length";
    assert!(page.run(folded, &[]).await?.as_u64() > Some(0));
    page.keys("/").await?;
    page.until("the field", FIELD).await?;
    page.keys("leave a reply").await?;
    page.until("the hit is in sight", IN_SIGHT).await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
#[cfg_attr(
    not(engine = "chromium"),
    ignore = "only Chromium's DevTools can take the interface away beforehand"
)]
async fn without_highlights_the_hit_is_selected() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let source = json!({ "source": "delete window.Highlight" });
    browser.driver().cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source).await?;
    let page = browser.open(&site, ARTICLE).await?;
    page.keys("/").await?;
    page.until("the field", FIELD).await?;
    fill(&page, ".find-bar input", "scotland yard").await?;
    page.until("the hit", "return getSelection().toString() === 'Scotland Yard'").await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn the_library_is_searched_as_one_types_and_a_result_leads_to_its_place() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "").await?;
    page.keys("/").await?;
    page.until("the page", "return location.hash === '#/find' && document.activeElement.type === 'search'")
        .await?;
    let entries = page.run("return history.length", &[]).await?;
    page.keys("amanda ROWE").await?;
    page.until("the address", "return location.hash === '#/find?q=amanda%20ROWE'").await?;
    assert_eq!(page.run("return history.length", &[]).await?, entries, "typing leaves no trail");
    assert_eq!(
        page.texts(".results .hit").await?,
        ["Amanda Rowe", "Amanda Rowe"],
        "she is named in two articles"
    );
    let status = page.texts(".status").await?.join("");
    assert_eq!(status, "Found in 2 places in 2 articles and in 0 notes");
    assert!(
        page.run("return document.title", &[])
            .await?
            .as_str()
            .is_some_and(|title| title.contains("amanda ROWE"))
    );

    page.click(".results li a").await?;
    page.until("the passage", "return getSelection().toString() === 'Amanda Rowe'").await?;
    browser.driver().back().await?;
    page.until("the results again", "return document.querySelectorAll('.results .hit').length === 2").await?;
    assert_eq!(
        page.run("return document.querySelector('.find input').value", &[]).await?,
        json!("amanda ROWE")
    );
    fill(&page, ".find input", "xyzzy").await?;
    page.until("nothing", "return document.querySelector('.status').textContent.startsWith('Found nowhere')")
        .await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn what_the_reader_states_is_kept_shown_everywhere_and_taken_back() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "").await?;
    let first = page.texts(".articles .title").await?.remove(1);
    let row = ".articles li:nth-child(2)";
    // On a busy machine the row may move away from under the pointer.
    let opened = format!(
        "const is_open = !!document.querySelector('{row} form');
         if (!is_open) document.querySelector('{row} .edit-metadata .quiet')?.click();
         return is_open"
    );
    page.until("the form", &opened).await?;
    page.until("its first field", "return document.activeElement.name === 'title'").await?;
    page.keys("Café talk").await?;
    fill(&page, "input[name=source]", "The Post").await?;
    fill(&page, "input[name=published]", "2024-11-22").await?;
    page.click(&format!("{row} form .primary")).await?;
    page.saved().await?;
    assert_eq!(page.texts(&format!("{row} .title")).await?, ["Café talk"]);
    browser.driver().refresh().await?;
    page.settled().await?;
    assert_eq!(page.texts(&format!("{row} .title")).await?, ["Café talk"]);
    let facts = page.texts(&format!("{row} .facts")).await?.join("");
    assert!(facts.contains("The Post") && facts.contains("Nov") && facts.contains("2024"), "{facts}");

    fill(&page, ".controls input", "cafe").await?;
    page.until("the list is narrowed", "return document.querySelectorAll('.articles li').length === 1")
        .await?;
    page.click(".articles a").await?;
    page.until("the article", "return document.querySelector('.reading h1')?.textContent === 'Café talk'")
        .await?;
    page.settled().await?;
    // "last October" means a month now that the day of publication is known.
    let date = "const at = [...document.querySelectorAll('.name.date')].find((e) => e.textContent === 'last October');
        at.click(); return true";
    page.run(date, &[]).await?;
    page.until(
        "the month",
        "return document.querySelector('.card-of-mark')?.textContent.includes('October 2024')",
    )
    .await?;

    let page = browser.open(&site, "").await?;
    page.until("the form", &opened).await?;
    page.click(&format!("{row} form .clear")).await?;
    page.until(
        "as stated",
        &format!("return document.querySelector('{row} .title').textContent !== 'Café talk'"),
    )
    .await?;
    assert_eq!(page.texts(&format!("{row} .title")).await?, [first]);
    page.click(".message button").await?;
    page.until("back", &format!("return document.querySelector('{row} .title').textContent === 'Café talk'"))
        .await?;
    page.saved().await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn an_article_opens_where_it_was_left_and_the_library_says_how_far() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    let middle = "const block = document.querySelectorAll('article .prose .block')[12];
        scrollTo(0, scrollY + block.getBoundingClientRect().top - 80); return block.dataset.start";
    let left = page.run(middle, &[]).await?;
    page.until(
        "it is kept",
        "return /\"at\":[1-9]/.test(localStorage['gloss.place.officer-could-lose-job'])",
    )
    .await?;
    let page = browser.open(&site, "").await?;
    let progress = page.texts(".articles li:nth-child(2) .progress").await?;
    assert!(progress.iter().any(|said| said.ends_with("% read")), "{progress:?}");
    page.click(".articles li:nth-child(2) a").await?;
    let there = format!(
        "const block = document.querySelector('[data-start=\"{}\"]');
        const top = block?.getBoundingClientRect().top; return scrollY > 0 && top > 0 && top < 200",
        left.as_str().unwrap_or_default()
    );
    page.until("where it was left", &there).await?;
    browser.quit().await;
    Ok(())
}

/// Puts so many notes into the store before the app looks, on passages of the article in the order of the text.
async fn store_notes(browser: &Browser, site: &Site, count: usize) -> Outcome {
    browser.driver().goto(site.address("seeds/officer-could-lose-job.txt")).await?;
    let text = include_str!("../../../../seeds/officer-could-lose-job.txt");
    let letters: Vec<char> = text.chars().collect();
    let cut = |start: usize, end: usize| letters[start..end].iter().collect::<String>();
    let colours = ["yellow", "green", "blue", "pink", "purple"];
    let notes: Vec<Value> = (0..count)
        .map(|at| {
            let start = 40 + at % (letters.len() - 120);
            json!({
                "id": format!("01900000-0000-7000-8000-{at:012}"),
                "targets": [{
                    "article": "officer-could-lose-job", "version": "",
                    "quote": {
                        "exact": cut(start, start + 30),
                        "prefix": cut(start - 32, start), "suffix": cut(start + 30, start + 62),
                    },
                    "position": { "start": start, "end": start + 30 },
                }],
                "motivation": if at % 2 == 0 { "commenting" } else { "highlighting" },
                "colour": colours[at % 5],
                "note": if at % 2 == 0 { format!("Note number {at}, a café of its own") } else { String::new() },
                "tags": if at % 10 == 0 { vec!["law"] } else { vec![] },
                "created": 1_700_000_000_000_u64 + at as u64 * 60_000, "modified": 1,
            })
        })
        .collect();
    let script = "const [records, then] = arguments;
        const request = indexedDB.open('gloss', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('annotations', { keyPath: 'id' });
        request.onsuccess = () => {
          const transaction = request.result.transaction('annotations', 'readwrite');
          for (const record of records) transaction.objectStore('annotations').put(record);
          transaction.oncomplete = () => { request.result.close(); then(true); };
        }";
    browser.driver().execute_async(script, vec![json!(notes)]).await?;
    Ok(())
}

async fn status_is(page: &Page, expected: &str) -> Outcome {
    let script =
        format!("return document.querySelector('.choose-all .status')?.textContent === {}", json!(expected));
    page.until(expected, &script).await?;
    Ok(())
}

#[tokio::test]
async fn the_notebook_is_narrowed_and_many_notes_are_changed_in_one_step() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    store_notes(&browser, &site, 100).await?;
    let page = browser.open(&site, "#/notes").await?;
    status_is(&page, "100 notes").await?;
    for (field, value, expected) in [
        ("[name=kind]", "note", "50 of 100 notes"),
        ("[name=colour]", "yellow", "10 of 100 notes"),
        ("[name=kind]", "", "20 of 100 notes"),
        ("[name=tag]", "law", "10 of 100 notes"),
        ("input[type=search]", "NUMBER 50, a cafe", "1 of 100 notes"),
        ("input[type=search]", "", "10 of 100 notes"),
        ("[name=until]", "2023-11-10", "0 of 100 notes"),
        ("[name=until]", "2023-11-20", "10 of 100 notes"),
    ] {
        fill(&page, &format!(".notebook .controls {field}"), value).await?;
        status_is(&page, expected).await?;
    }
    page.click("#choose-all").await?;
    status_is(&page, "10 of 100 notes, 10 selected").await?;
    page.click(".card:nth-child(2) .choose input").await?;
    status_is(&page, "10 of 100 notes, 9 selected").await?;
    page.click(".selection-tools .delete").await?;
    status_is(&page, "1 of 91 notes").await?;
    let focused = page.run("return document.activeElement.id", &[]).await?;
    assert_eq!(focused, json!("choose-all"), "the focus stays with the list");
    page.click(".message button").await?;
    status_is(&page, "10 of 100 notes, 9 selected").await?;

    page.click(".selection-tools .swatch.purple").await?;
    status_is(&page, "1 of 100 notes").await?;
    fill(&page, ".notebook .controls [name=colour]", "purple").await?;
    status_is(&page, "9 of 100 notes, 9 selected").await?;
    fill(&page, ".add-tag input", "court").await?;
    page.click(".add-tag button").await?;
    page.click(".controls .open").await?;
    fill(&page, ".notebook .controls [name=tag]", "court").await?;
    status_is(&page, "9 of 100 notes, 9 selected").await?;
    page.saved().await?;

    let catch =
        "URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text }); return '#' };
        HTMLAnchorElement.prototype.click = () => {}";
    page.run(catch, &[]).await?;
    fill(&page, ".selection-tools select", "CSV").await?;
    let saved = page.until("the file", "return window.saved").await?;
    let lines = saved.as_str().unwrap_or_default().lines().filter(|line| line.contains("court")).count();
    assert_eq!(lines, 9, "only the selected ones are saved");
    browser.quit().await;
    Ok(())
}

/// The longest task since the last call, in milliseconds.
const LONGEST: &str = "const longest = Math.max(0, ...window.tasks.splice(0)); return longest";

#[tokio::test]
#[cfg_attr(not(engine = "chromium"), ignore = "only Chromium tells how long a task took")]
async fn five_thousand_notes_are_opened_narrowed_and_scrolled_without_a_stop_as_measured() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    store_notes(&browser, &site, 5000).await?;
    let page = browser.open(&site, "").await?;
    page.settled().await?;
    let watch = "window.tasks = [];
        new PerformanceObserver((list) => tasks.push(...list.getEntries().map((task) => task.duration)))
          .observe({ type: 'longtask' });
        location.hash = '#/notes'";
    page.run(watch, &[]).await?;
    status_is(&page, "5,000 notes").await?;
    let pause = async || tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    pause().await;
    let opened = page.run(LONGEST, &[]).await?.as_f64().unwrap_or(f64::MAX);
    page.click(".controls input[type=search]").await?;
    page.keys("number 49").await?;
    status_is(&page, "55 of 5,000 notes").await?;
    pause().await;
    let typed = page.run(LONGEST, &[]).await?.as_f64().unwrap_or(f64::MAX);
    page.click(".controls .open").await?;
    for _ in 0..5 {
        page.run(
            "scrollTo(0, document.body.scrollHeight); document.querySelector('.show-more button').click()",
            &[],
        )
        .await?;
        pause().await;
    }
    let scrolled = page.run(LONGEST, &[]).await?.as_f64().unwrap_or(f64::MAX);
    println!(
        "longest task with 5,000 notes: opening {opened:.0}, typing {typed:.0}, scrolling {scrolled:.0} ms"
    );
    // Fifty is the aim on a quiet machine; four times that would be felt.
    assert!(opened.max(typed).max(scrolled) < 200.0);
    assert_eq!(page.count(".notebook .card").await?, 240, "six windows of forty");
    browser.quit().await;
    Ok(())
}
