//! Who speaks: the strip, the margin beside the text, the rows of the library, and the matrix of names. A speech of our
//! own, so that every word of it is known.

use gloss_browser_tests::{Browser, Outcome, Page, Profile, Site};
use serde_json::{Value, json};

const ARTICLE: &str = "#/read/soldiers-offered";

/// A text of known voices: one long utterance over paragraphs, a short one with its hearer, and one of nobody.
fn speech() -> String {
    let long = "We have looked at every page of the accounts and found nothing that the council had not seen before. ";
    let filler =
        "The river rose again in the night and the lower road was closed to traffic until the morning.\n";
    format!(
        "The council of Westmoor has voted to close its library in March.\n{}\
         Mary Penrose, the leader of the council, said: “{}\n“{}\n“{}”\n{}\
         John Tamblyn told residents that it was “a dark day”.\n{}\
         A leaflet that lay in the hall called it “the last chapter”, it was said.\n{}",
        filler.repeat(3),
        long.repeat(4),
        long.repeat(4),
        long.repeat(4),
        filler.repeat(3),
        filler.repeat(2),
        filler.repeat(8),
    )
}

struct Room {
    browser: Browser,
    page: Page,
    _site: Site,
    _profile: Profile,
}

async fn room(route: &str) -> Result<Room, Box<dyn std::error::Error + Send + Sync>> {
    let site = Site::start_instead("seeds/soldiers-offered.txt", speech().into_bytes());
    let profile = Profile::new();
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, route).await?;
    page.settled().await?;
    Ok(Room { browser, page, _site: site, _profile: profile })
}

/// Where the first line of an article's own words begins, in CSS pixels from the window's head.
const FIRST_LINE: &str =
    "const range = document.createRange(), block = document.querySelector('article .block');
    range.selectNodeContents(block); return range.getClientRects()[0].top";

#[tokio::test]
async fn nothing_in_a_row_of_the_library_covers_another() -> Outcome {
    let Room { browser, page, .. } = room("").await?;
    let covered = "const boxes = (row) => [...row.querySelectorAll('.facts > span, .edit-metadata button')].map((one) => [one.textContent, one.getBoundingClientRect()]).filter(([words]) => words);
        const meet = (a, b) => a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom;
        return [...document.querySelectorAll('.articles > li')].flatMap((row) => boxes(row).flatMap(([words, one], at, all) =>
          all.slice(at + 1).filter(([, other]) => meet(one, other)).map(([others]) => `${words} | ${others}`)))";
    for width in [1440, 390, 320] {
        browser.resize(width, 844).await?;
        assert!(page.count(".articles .facts span").await? > 1);
        assert_eq!(page.run(covered, &[]).await?, json!([]), "at {width} pixels");
    }
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn an_article_begins_with_its_own_words_near_the_head_of_the_window() -> Outcome {
    let Room { browser, page, .. } = room(ARTICLE).await?;
    for (width, height) in [(1440, 900), (390, 844)] {
        browser.resize(width, height).await?;
        let top = page.run(FIRST_LINE, &[]).await?.as_f64().unwrap_or(f64::MAX);
        assert!(top <= 120.0, "at {width} pixels it begins at {top}");
        let first =
            page.run("return document.querySelector('article .block').textContent.trim()", &[]).await?;
        assert_eq!(first, json!("The council of Westmoor has voted to close its library in March."));
        let sideways = page
            .run("const root = document.documentElement; return root.scrollWidth - root.clientWidth", &[])
            .await?;
        assert_eq!(sideways, json!(0), "at {width} pixels nothing is wider than the window");
    }
    browser.quit().await;
    Ok(())
}

/// What the label beside the block that begins with some words says, as the style sheet draws it. Firefox tells of which
/// attribute that is, the others its words.
const LABEL: &str = "const drawn = (part) => {
        const { content } = getComputedStyle(part, '::before');
        return content.startsWith('attr(data-text)') ? part.dataset.text : content.match(/^\x22(.*?)\x22/)?.[1] };
    const block = [...document.querySelectorAll('article .block')].find((one) => one.textContent.trim().startsWith(arguments[0]));
    const label = block?.previousElementSibling;
    if (!label?.matches('.speakers')) return null;
    return [...label.querySelectorAll('.speaker')].map((one) => [...one.children].map(drawn).filter(Boolean).join(', '))";

#[tokio::test]
async fn the_margin_says_who_speaks_and_how_the_text_tells_it() -> Outcome {
    let Room { browser, page, .. } = room(ARTICLE).await?;
    let label = async |words: &str| page.run(LABEL, &[json!(words)]).await;
    let long = label("Mary Penrose").await?;
    let long = long[0].as_str().unwrap_or_default();
    assert!(long.starts_with("Mary Penrose, "), "{long}");
    assert!(long.contains("said") && long.contains("words"), "{long}");
    assert_eq!(label("John Tamblyn").await?, json!(["John Tamblyn, told residents"]));
    // It stands at the left of its paragraph, and level with it.
    let places = "const block = [...document.querySelectorAll('article .block')].find((one) => one.textContent.includes('a dark day'));
        const name = block.previousElementSibling.querySelector('b').getBoundingClientRect(), text = block.getBoundingClientRect();
        return [name.width > 0, name.right <= text.left, Math.abs(name.top - text.top) < 20]";
    assert_eq!(page.run(places, &[]).await?, json!([true, true, true]));
    // None of it is a word of the article.
    assert_eq!(page.article_text().await?.trim(), speech().trim());
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_label_stays_in_the_window_as_long_as_its_utterance() -> Outcome {
    let Room { browser, page, .. } = room(ARTICLE).await?;
    let seen = "const head = document.querySelector('.bar').getBoundingClientRect().bottom;
        const shown = [...document.querySelectorAll('.speaker b')].filter((name) => {
            const { top, bottom } = name.getBoundingClientRect();
            return name.dataset.text === 'Mary Penrose' && top >= head - 1 && bottom <= innerHeight; });
        return shown.length";
    for (width, height) in [(1440, 600), (390, 600)] {
        browser.resize(width, height).await?;
        page.run(
            "const all = [...document.querySelectorAll('article .block')]; const last = all.findLast((one) => one.textContent.startsWith('“We have'));
             const { bottom } = last.getBoundingClientRect(); scrollTo(0, scrollY + bottom - 260)",
            &[],
        )
        .await?;
        page.until(
            &format!("her name at the end of her words, {width} pixels wide"),
            &format!("return (() => {{ {seen} }})() === 1"),
        )
        .await?;
        page.run(
            "const next = [...document.querySelectorAll('article .block')].find((one) => one.textContent.startsWith('John Tamblyn'));
             const { top } = next.getBoundingClientRect(); scrollTo(0, scrollY + top - 150)",
            &[],
        )
        .await?;
        page.until(
            &format!("it goes with them, {width} pixels wide"),
            &format!("return (() => {{ {seen} }})() === 0"),
        )
        .await?;
    }
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn the_strip_and_its_names_lead_to_what_is_said() -> Outcome {
    let Room { browser, page, .. } = room(ARTICLE).await?;
    let names = page
        .run("return [...document.querySelectorAll('.voices-key button')].map((one) => one.ariaLabel)", &[])
        .await?;
    let names: Vec<&str> = names.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert!(names[0].starts_with("Mary Penrose, ") && names[0].ends_with(" words"), "{names:?}");
    assert!(names.contains(&"John Tamblyn, 3 words"), "{names:?}");
    let in_window = |words: &str| {
        format!(
            "const one = [...document.querySelectorAll('.quotation')].find((one) => one.textContent.includes('{words}'));
             const {{ top, bottom }} = one?.getBoundingClientRect() ?? {{}}; return top > 0 && top < innerHeight"
        )
    };
    page.run("[...document.querySelectorAll('.voices-key button')].find((one) => one.ariaLabel.startsWith('John')).click()", &[]).await?;
    page.until("his words are in the window", &in_window("a dark day")).await?;
    // The strip itself: a press near its end leads near the text's end.
    page.run("scrollTo(0, 0)", &[]).await?;
    page.run(
        "const strip = document.querySelector('.who .strip'), { left, width, top } = strip.getBoundingClientRect();
         strip.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: left + width * 0.98, clientY: top + 2 }))",
        &[],
    )
    .await?;
    page.until("the end of the text", "return scrollY > 1000").await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_row_of_the_library_tells_who_speaks() -> Outcome {
    let Room { browser, page, .. } = room("").await?;
    let lines = "return [...document.querySelectorAll('.articles li')].find((one) => one.textContent.includes('Westmoor'))?.querySelector('.voices-line').textContent";
    page.until("it is analysed", &format!("return (() => {{ {lines} }})()?.includes('voices')")).await?;
    let line = page.run(lines, &[]).await?;
    let line = line.as_str().unwrap_or_default();
    assert!(line.contains("% quoted: Mary Penrose, John Tamblyn"), "{line}");
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn the_matrix_of_names_sorts_filters_and_is_no_wider_than_a_phone() -> Outcome {
    let Room { browser, page, .. } = room("#/names").await?;
    let first = "return document.querySelector('tbody th')?.textContent";
    page.until("the names", "return document.querySelectorAll('tbody tr').length > 5").await?;
    page.run("const order = document.querySelectorAll('select')[1]; order.selectedIndex = 2; order.dispatchEvent(new Event('change', { bubbles: true }))", &[]).await?;
    let names = page
        .run("return [...document.querySelectorAll('tbody th')].map((one) => one.textContent)", &[])
        .await?;
    let names: Vec<&str> = names.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert!(names.is_sorted(), "{names:?}");
    page.run("const kind = document.querySelectorAll('select')[0]; kind.value = 'person'; kind.dispatchEvent(new Event('change', { bubbles: true }))", &[]).await?;
    page.until("only people", &format!("return !(() => {{ {first} }})()?.startsWith('Westmoor')")).await?;
    let people = page.texts("tbody th").await?;
    assert!(
        people.iter().any(|name| name == "Mary Penrose") && !people.iter().any(|name| name == "London"),
        "{people:?}"
    );
    browser.resize(320, 640).await?;
    let sideways = "const root = document.documentElement; return root.scrollWidth - root.clientWidth";
    assert_eq!(page.run(sideways, &[]).await?, json!(0));
    browser.quit().await;
    Ok(())
}
