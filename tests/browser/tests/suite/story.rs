//! Stories: proposed, compared, taken along; two articles side by side; a passage elsewhere.

use gloss_browser_tests::{Browser, Outcome, Page, Profile, Site};
use serde_json::json;

const STORY: &str = "#/story/misconduct-hearing/officer-could-lose-job/new-commissioner/soldiers-offered";
const BESIDE: &str = "#/beside/misconduct-hearing/officer-could-lose-job";

/// Whether a passage of the open article is in the window.
const IN_SIGHT: &str = "const article = document.querySelector('article');
    if (!article) return false;
    const nodes = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
        const at = nodes.currentNode.data.indexOf('no gun was found');
        if (at < 0) continue;
        const range = new Range();
        range.setStart(nodes.currentNode, at);
        range.setEnd(nodes.currentNode, at + 5);
        const { top, bottom } = range.getBoundingClientRect();
        return top > 0 && bottom < innerHeight;
    }
    return false";

/// Waits until a part of the page says all these words.
async fn says(page: &Page, selector: &str, words: &[&str]) -> Outcome {
    let script = format!(
        "return [...document.querySelectorAll({})].some((part) => {}.every((words) =>
            part.innerText.replace(/\\s+/g, ' ').includes(words)))",
        json!(selector),
        json!(words)
    );
    page.until(&format!("{selector} says {words:?}"), &script).await?;
    Ok(())
}

/// Presses what has this text: a button, a link, the head of a part that unfolds.
async fn press(page: &Page, words: &str) -> Outcome {
    let find = format!(
        "[...document.querySelectorAll('main :is(button, a, summary)')].find((one) => one.textContent.trim() === {})",
        json!(words)
    );
    page.until(&format!("a way to press {words}"), &format!("return {find}")).await?;
    page.run(&format!("{find}.click()"), &[]).await?;
    Ok(())
}

#[tokio::test]
async fn the_four_articles_are_proposed_and_their_story_is_told_side_by_side() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/").await?;
    page.until("the bar", "return document.querySelector('.bar nav a[href=\"#/story\"]')").await?;
    page.run("document.querySelector('.bar nav a[href=\"#/story\"]').click()", &[]).await?;
    says(&page, ".card-of-story", &["Chris Kaba", "used as a getaway car in a shooting"]).await?;
    press(&page, "Yes, one story").await?;
    says(&page, "main h2", &["Yours"]).await?;
    press(&page, "Chris Kaba and Martyn Blake").await?;
    // The ten things that the four articles show.
    for (section, words) in [
        ("quotations", &["Mark Rowley in A, B; not in C, D", "unsafe", "less safe", "warned"][..]),
        (
            "quotations",
            &["Amanda Rowe", "68 words, shortened", "Left out here, 81 words: The legal test for deciding"],
        ),
        ("called", &["a core member of one of London’s most dangerous street gangs"]),
        ("called", &["violent gangster", "the thug", "a violent gang member"]),
        ("called", &["the father-to-be"]),
        ("called", &["a young Black man"]),
        ("quotations", &["core member", "A Nobody named 2 words, without quotation marks"]),
        ("called", &["Sergeant Martyn Blake", "NX121"]),
        ("called", &["The officer responsible"]),
        ("order", &["linking his Audi", "not registered to him", "did not belong to him"]),
        ("alone", &["no gun was found at or near the scene"]),
        ("quotations", &["Mr Kaba's family", "at 83% of the text"]),
        ("speakers", &["All quoted", "none of 284"]),
        ("deeds", &["He fired a single shot", "“He” does it"]),
        ("deeds", &["killed by officers", "it is done by “officers”"]),
        ("deeds", &["The fatal shooting happened", "by whom is not said"]),
        ("figures", &["they differ", "dozens", "more than 100"]),
        ("wording", &["because it had been used as a getaway car in a shooting", "12 words"]),
    ] {
        says(&page, &format!(".part[aria-labelledby={section}] :is(li, tr)"), words).await?;
    }
    says(
        &page,
        ".part[aria-labelledby=called] .group",
        &["Somebody whom no article names here", "The officer responsible"],
    )
    .await?;
    // Any of it leads to its passage.
    press(&page, "no gun was found at or near the scene").await?;
    page.until("the article", "return location.hash.startsWith('#/read/new-commissioner?text=')").await?;
    page.until("the passage in sight", IN_SIGHT).await?;
    Ok(())
}

#[tokio::test]
async fn no_menu_of_a_story_covers_itself_and_nothing_is_wider_than_a_phone() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page =
        browser.open(&site, "#/story/misconduct-hearing/officer-could-lose-job/new-commissioner").await?;
    let covered = "const menu = document.querySelector('.story .tools details[open]');
        if (!menu) return false;
        const parts = [...menu.querySelectorAll('li, label, button')].map((one) => [one, one.getBoundingClientRect()]);
        const box = menu.lastElementChild.getBoundingClientRect();
        const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        return [parts.flatMap(([one, place], at) => [
          ...(place.left < box.left || place.right > box.right + 1 ? [`${one.textContent} is outside`] : []),
          ...parts.slice(at + 1).filter(([other, it]) => !one.contains(other) && meet(place, it))
            .map(([other]) => `${one.textContent} | ${other.textContent}`)])]";
    for width in [1440, 390] {
        browser.resize(width, 900).await?;
        for menu in ["3 articles", "Take along"] {
            press(&page, menu).await?;
            let found = page.until("it is open", covered).await?;
            assert_eq!(found, json!([[]]), "{menu} at {width} pixels");
            press(&page, menu).await?;
        }
        let sideways = "const root = document.documentElement; return root.scrollWidth - root.clientWidth";
        assert_eq!(page.run(sideways, &[]).await?, json!(0), "at {width} pixels");
    }
    let chosen = "return document.querySelector('[data-do=add]').selectedOptions[0].value";
    assert_eq!(page.run(chosen, &[]).await?, json!(""), "no article is chosen to be added");
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_quotation_says_in_its_own_article_where_else_it_is() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, STORY).await?;
    says(&page, ".part[aria-labelledby=quotations] li", &["Amanda Rowe"]).await?;
    let page = browser.open(&site, "#/read/misconduct-hearing").await?;
    // Firefox tells the rule, and not what it comes to.
    let said = "return [...document.querySelectorAll('.quotation[data-also]')]
        .filter((one) => getComputedStyle(one, '::after').content.length > 8)
        .map((one) => `${one.textContent} ${one.dataset.also}`)";
    let said = page.run(said, &[]).await?;
    let said: Vec<&str> = said.as_array().into_iter().flatten().filter_map(|one| one.as_str()).collect();
    assert!(said.contains(&"“crushing the spirit of good officers” also in B"), "{said:?}");
    let text = include_str!("../../../../seeds/misconduct-hearing.txt");
    assert_eq!(page.article_text().await?, text, "the text is the article's own");
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn what_is_ticked_is_a_handout_and_names_stay() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, STORY).await?;
    says(&page, ".part[aria-labelledby=wording] li", &["getaway car"]).await?;
    page.run("document.querySelector('.part[aria-labelledby=wording] li .tick').click()", &[]).await?;
    page.run("document.querySelector('.part[aria-labelledby=figures] li .tick').click()", &[]).await?;
    press(&page, "Handout of what is ticked").await?;
    says(&page, "main.handout", &["getaway car", "more than 100"]).await?;
    let parts = page.run("return document.querySelectorAll('main section').length", &[]).await?;
    assert_eq!(parts, json!(2));
    press(&page, "Back to the whole comparison").await?;
    says(&page, ".part[aria-labelledby=speakers] tr", &["Amanda Rowe", "149"]).await?;
    // The table of contents leads by the keyboard's focus.
    press(&page, "When").await?;
    page.until("the focus", "return document.activeElement.id === 'when'").await?;
    // A name is there after the page has come again.
    press(&page, "Rename").await?;
    let name = "const field = document.querySelector('main form input');
        field.value = 'Streatham';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    page.run(name, &[]).await?;
    press(&page, "Keep the name").await?;
    says(&page, "main h1", &["Streatham"]).await?;
    page.reload().await?;
    says(&page, "main h1", &["Streatham"]).await?;
    let ticked = "return [...document.querySelectorAll('.tick:checked')].length === 2";
    page.until("what was ticked is so after a reload", ticked).await?;
    page.run("document.querySelector('.part[aria-labelledby=wording] a[href]').click()", &[]).await?;
    page.until("an article", "return location.hash.startsWith('#/read/')").await?;
    page.run("history.back()", &[]).await?;
    page.until("and after one has gone and come back", ticked).await?;
    Ok(())
}

#[tokio::test]
async fn a_letter_in_the_choice_of_an_article_chooses_none() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, BESIDE).await?;
    says(&page, ".row", &["less safe", "unsafe"]).await?;
    page.run("document.querySelector('.panes select').focus()", &[]).await?;
    page.keys("t").await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(page.run("return location.hash", &[]).await?, json!(BESIDE));
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_pair_is_kept_by_one_key_and_drawn_in_both_articles() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, BESIDE).await?;
    says(&page, ".row", &["less safe", "unsafe", "Both quote"]).await?;
    let focus = "[...document.querySelectorAll('.pair')].find((pair) => pair.textContent.includes('less safe')).focus()";
    page.run(focus, &[]).await?;
    page.keys("c").await?;
    says(&page, ".row", &["less safe", "Kept: Contradicts"]).await?;
    for article in ["misconduct-hearing", "officer-could-lose-job"] {
        page.run("location.hash = arguments[0]", &[json!(format!("#/read/{article}"))]).await?;
        page.until("the mark in the text", "return document.querySelector('article mark')").await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_selection_is_found_in_the_other_articles() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/read/misconduct-hearing").await?;
    page.select("used as a getaway car in a shooting", false).await?;
    let find = "document.querySelector('.passage-tools .find-elsewhere')";
    page.until("the tools", &format!("return {find}?.checkVisibility()")).await?;
    page.run(&format!("{find}.click()"), &[]).await?;
    says(&page, "main.elsewhere section", &["A Met firearms officer cleared", "getaway car"]).await?;
    Ok(())
}
