//! What readers have stumbled over: each test is named after what holds now, and asserts what a reader sees.

use gloss_browser_tests::{Browser, Engine, Outcome, Page, Profile, Site, notes, records};
use serde_json::{Value, json};
use std::{fs, os::unix::fs::symlink, path::PathBuf, time::Duration};
use thirtyfour::{By, Key};

const ARTICLE: &str = "#/read/misconduct-hearing";
const ESCAPE: &str = "\u{e00c}";

/// Whether the program still runs: what says that it has stopped is not seen.
const RUNS: &str = "return !document.querySelector('#stopped')?.checkVisibility()";

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

#[tokio::test]
async fn a_translated_page_goes_on() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    let text = page.article_text().await?;
    assert_eq!(page.run("return document.documentElement.translate", &[]).await?, json!(false));
    highlight(&page, "Streatham").await?;
    // As a browser's translation does, twice: the text goes into elements of its own.
    let translate = "const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), nodes = [];
        while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest('script, style')) nodes.push(walker.currentNode);
        for (const node of nodes) {
          const outer = document.createElement('font'), inner = document.createElement('font');
          inner.textContent = node.data.toUpperCase();
          outer.append(inner);
          node.replaceWith(outer);
        }
        return nodes.length";
    for words in ["Amanda Rowe", "crushing the spirit"] {
        let count = page.run(translate, &[]).await?;
        assert!(count.as_u64() > Some(50), "{count} texts");
        page.until(
            "the article is as it was",
            &format!("return document.querySelector('article').textContent === {}", json!(text)),
        )
        .await?;
        highlight(&page, words).await?;
    }
    assert_eq!(
        page.marks().await?,
        ["yellow: Streatham", "yellow: crushing the spirit", "yellow: Amanda Rowe"]
    );
    page.run("location.hash = '#/notes'", &[]).await?;
    page.until("the notebook", "return document.querySelectorAll('.notebook .card').length === 3").await?;
    page.run(translate, &[]).await?;
    page.run("location.hash = '#/names'", &[]).await?;
    page.until("the names", "return document.querySelector('h1')?.textContent === 'Names'").await?;
    assert_eq!(page.run(RUNS, &[]).await?, json!(true));
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

#[tokio::test]
#[cfg_attr(not(engine = "chromium"), ignore = "only Chromium's window becomes as small")]
async fn no_part_of_a_card_is_out_of_reach_in_the_smallest_window() -> Outcome {
    cards_are_in_reach(320, 256).await
}

#[tokio::test]
#[cfg_attr(not(engine = "chromium"), ignore = "only Chromium's window becomes as small")]
async fn editor_and_menus_are_in_reach_in_the_smallest_window() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    browser.resize(320, 256).await?;
    let page = browser.open(&site, ARTICLE).await?;
    for (button, panel) in
        [(".bar .appearance", ".settings-panel:popover-open"), (".bar .more", "#more:popover-open")]
    {
        page.click(button).await?;
        page.until("it opens", &format!("return !!document.querySelector({})", json!(panel))).await?;
        assert_eq!(page.run(OUT_OF_REACH, &[json!(panel)]).await?, json!([]), "of {panel}");
        page.keys(ESCAPE).await?;
        page.until("it closes", "return !document.querySelector(':popover-open')").await?;
    }
    page.select("Amanda Rowe", false).await?;
    assert_eq!(page.run(OUT_OF_REACH, &[json!(".passage-tools")]).await?, json!([]), "of the tools");
    page.run("document.querySelector('.passage-tools .note').click()", &[]).await?;
    page.until("the editor", "return document.activeElement?.tagName === 'TEXTAREA'").await?;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(page.run(OUT_OF_REACH, &[json!(".note-editor")]).await?, json!([]), "of the editor");
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn undo_takes_back_facts_and_leaves_the_highlight_before_them() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    highlight(&page, "Streatham").await?;
    state(&page, &[("title", "A title"), ("author", "Ada Byron")]).await?;
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
async fn a_correction_says_what_it_is_beside_its_words() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    page.select("Amanda Rowe", false).await?;
    let choose = "const select = document.querySelector('.passage-tools select');
        select.value = [...select.options].find((option) => option.textContent === 'Organisation').value;
        select.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(choose, &[]).await?;
    page.until("it is corrected", "return document.querySelector('article .name.organisation')?.textContent && [...document.querySelectorAll('article .name.organisation')].some((name) => name.textContent === 'Amanda Rowe')").await?;
    page.saved().await?;
    page.click(".notes .card .number, .notes .card .quote").await?;
    page.until("its card", "return !!document.querySelector('.notes .card.focused .correction')").await?;
    let said = page.texts(".notes .card.focused .correction").await?.join("");
    assert!(said.contains("person") && said.contains("organisation"), "from what to what: {said}");
    let level = "const card = document.querySelector('.notes .card.focused').getBoundingClientRect().top;
        const name = [...document.querySelectorAll('article .name')].find((name) => name.textContent === 'Amanda Rowe');
        return Math.abs(card - name.getBoundingClientRect().top) < 3";
    page.until("the card is level with the words", level).await?;
    browser.quit().await;
    Ok(())
}

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
async fn pressing_note_leaves_the_text_where_it_is() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    browser.resize(1366, 768).await?;
    let page = browser.open(&site, ARTICLE).await?;
    highlight(&page, "Streatham").await?;
    // At the article's foot it moves by as much as keeps the passage clear of what may open below.
    for words in ["Amanda Rowe", "views of all parties", "gross misconduct hearing"] {
        page.select(words, false).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        let top = "const blocks = [...document.querySelectorAll('article .block')];
            return blocks.find((block) => block.textContent.includes(arguments[0])).getBoundingClientRect().top";
        let before = page.run(top, &[json!(words)]).await?.as_f64().unwrap_or(f64::NAN);
        page.run("document.querySelector('.passage-tools .note').click()", &[]).await?;
        page.until("the editor", "return document.activeElement?.tagName === 'TEXTAREA'").await?;
        tokio::time::sleep(Duration::from_millis(800)).await;
        let seen = "const { top, bottom } = document.querySelector('.card:has(.note-editor)').getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight + 1 && [innerHeight - bottom]";
        let room = page.until("the editor is in the window", seen).await?[0].as_f64().unwrap_or(f64::NAN);
        let after = page.run(top, &[json!(words)]).await?.as_f64().unwrap_or(f64::NAN);
        // An editor that reaches below the window moves the text by as much as it needs.
        assert!((after - before).abs() < 1.0 || room < 2.0, "{words}: by {} px", after - before);
        page.keys("Noted").await?;
        page.end_note().await?;
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

#[tokio::test]
async fn ages_and_days_say_what_they_are_and_how_often() -> Outcome {
    let text = "The inquiry opened on 5 May 2021 in Leeds, where Anna Marsh lives.\nIt heard that on 5 May 2021 nobody came.\nOmar Haddad, a 24-year-old builder, was jailed for six years.\n";
    let (site, profile) =
        (Site::start_instead("seeds/soldiers-offered.txt", text.as_bytes().to_vec()), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/read/soldiers-offered").await?;
    for (kind, words, expected) in [
        (".date", "5 May 2021", "Mention 1 of 2 here"),
        (".age", "24-year-old", "Age"),
        (".duration", "six years", "Length of time"),
    ] {
        page.ask(&format!(".name{kind}"), words).await?;
        let card = page.run("return document.querySelector('.card-of-mark').innerText", &[]).await?;
        let card = card.as_str().unwrap_or_default().to_lowercase();
        assert!(card.contains(&expected.to_lowercase()) && !card.contains("does not say"), "{words}: {card}");
        page.keys(ESCAPE).await?;
        page.until("it closes", "return !document.querySelector('.card-of-mark')").await?;
    }
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_date_that_means_nothing_yet_says_what_gives_it_a_day() -> Outcome {
    let text = "It rained last October in Leeds, where Anna Marsh lives.\n";
    let (site, profile) =
        (Site::start_instead("seeds/soldiers-offered.txt", text.as_bytes().to_vec()), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/read/soldiers-offered").await?;
    let hint = "const hint = [...document.querySelectorAll('.card-of-mark > .hint')].find((hint) => hint.checkVisibility());
        return hint?.textContent ?? ''";
    page.ask(".name.date", "last October").await?;
    assert!(page.run(hint, &[]).await?.as_str().is_some_and(|hint| hint.contains("“State facts”")));
    page.keys(ESCAPE).await?;
    state(&page, &[("published", "2024-11-22")]).await?;
    page.ask(".name.date", "last October").await?;
    assert_eq!(page.run(hint, &[]).await?, "");
    assert!(page.texts(".card-of-mark p").await?.concat().contains("2024"));
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn two_highlights_of_the_same_words_look_like_two() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    for _ in 0..2 {
        highlight(&page, "Streatham").await?;
    }
    assert_eq!(page.marks().await?, ["yellow: Streatham", "yellow: Streatham"]);
    page.keys(ESCAPE).await?;
    page.until("none stands out", "return !document.querySelector('mark.focused')").await?;
    let looks = "return [...document.querySelectorAll('article mark:not(.focused)')].some((mark) => getComputedStyle(mark).boxShadow !== 'none')";
    assert_eq!(page.run(looks, &[]).await?, json!(true), "the inner one has a line of its own");
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

#[tokio::test]
async fn words_of_nobody_known_are_a_part_of_all_that_is_quoted() -> Outcome {
    let text = "“Nobody came to help us here.”\nIt rained in Leeds.\n“We will fight on,” said Dana Price.\n";
    let (site, profile) =
        (Site::start_instead("seeds/soldiers-offered.txt", text.as_bytes().to_vec()), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/read/soldiers-offered").await?;
    page.chord(&[Key::Control], 'k').await?;
    page.until("the commands", "return !!document.querySelector('.palette[open] input')").await?;
    page.keys("speakers\u{e007}").await?;
    page.until("the speakers", "return !!document.querySelector('.voices li')").await?;
    assert!(page.texts(".voices .facts").await?.concat().contains("4 words, 40% of all quoted"));
    let unknown = page.texts(".unknown-voices").await?.concat();
    assert!(unknown.contains("not known") && unknown.contains("6 words, 60% of all quoted"), "{unknown}");
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn one_step_says_who_speaks_in_all_quotations_of_one_speaker() -> Outcome {
    let text = "The hearing was told of a long night in Leeds.\n“We will fight on,” she said.\n“Nobody ever came,” she said.\n“We are tired,” she said.\n";
    let (site, profile) =
        (Site::start_instead("seeds/soldiers-offered.txt", text.as_bytes().to_vec()), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/read/soldiers-offered").await?;
    let speakers = async || -> Result<Vec<String>, Box<dyn std::error::Error + Send + Sync>> {
        let mut all = Vec::new();
        for words in ["fight on", "Nobody ever", "are tired"] {
            page.ask(".quotation", words).await?;
            all.extend(page.texts(".card-of-mark h3").await?);
            page.keys(ESCAPE).await?;
            page.until("it closes", "return !document.querySelector('.card-of-mark')").await?;
        }
        Ok(all)
    };
    let before = speakers().await?;
    assert_eq!(before.iter().filter(|name| **name == before[0]).count(), 3, "{before:?}");
    page.ask(".quotation", "Nobody ever").await?;
    page.click(".card-of-mark .correct summary").await?;
    assert!(page.texts(".card-of-mark .everywhere").await?.concat().contains("all 3 quotations"));
    page.click(".card-of-mark .everywhere input").await?;
    page.click(".card-of-mark input[list]").await?;
    page.chord(&[Key::Control], 'a').await?;
    page.keys("Dana Price").await?;
    page.keys(Key::Enter.value().to_string()).await?;
    let said = "return document.querySelector('.message span').textContent.includes('3 notes')";
    page.until("it says how many", said).await?;
    page.saved().await?;
    assert_eq!(speakers().await?, ["Dana Price"; 3]);
    page.chord(&[Key::Control], 'z').await?;
    page.until("one step takes it back", "return !document.querySelector('article mark')").await?;
    assert_eq!(speakers().await?, before);
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_correction_of_a_name_says_how_many_mentions_it_holds_for() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    page.ask(".name.person", "Kaba").await?;
    page.click(".card-of-mark .correct summary").await?;
    let hint = "const hint = document.querySelector('.card-of-mark .correct .hint');
        return hint?.checkVisibility() && /^Holds for all [0-9]+ mentions/.test(hint.textContent)";
    page.until("it says so", hint).await?;
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
    state(&page, &[("title", "A hearing"), ("author", "Ada Byron")]).await?;
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
