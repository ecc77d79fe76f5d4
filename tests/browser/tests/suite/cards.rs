//! Cards: in reach in every window, and what they say of names, dates and quotations.

use gloss_browser_tests::{Browser, Outcome, Profile, Site, begin_note, highlight, state_facts};
use serde_json::json;
use std::time::Duration;
use thirtyfour::Key;

const ARTICLE: &str = "#/read/misconduct-hearing";
const ESCAPE: &str = "\u{e00c}";

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
    let said = page.run(hint, &[]).await?;
    let button = page.texts(".reading-head .edit-metadata .quiet").await?.concat();
    assert!(!button.is_empty());
    assert!(said.as_str().is_some_and(|said| said.contains(&format!("“{button}”"))), "{said}: {button}");
    page.keys(ESCAPE).await?;
    state_facts(&page, &[("published", "2024-11-22")]).await?;
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
