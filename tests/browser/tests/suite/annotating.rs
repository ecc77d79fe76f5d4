//! Annotating by mouse and keyboard, and that notes stay.

use gloss_browser_tests::{Browser, Outcome, Profile, Site, highlight};
use thirtyfour::Key;

const ARTICLE: &str = "#/read/misconduct-hearing";

#[tokio::test]
async fn a_dragged_selection_becomes_a_highlight() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    page.drag("shot", "gangster").await?;
    page.click(".passage-tools .highlight").await?;
    page.saved().await?;
    assert_eq!(page.marks().await?, ["yellow: shot and killed a gangster"]);
    assert_eq!(page.texts(".notes .quote").await?, ["shot and killed a gangster"]);
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn passages_run_across_paragraphs_and_marks_backwards_and_over_each_other() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    let text = page.article_text().await?;
    let across = "the police watchdog said.\nMet police officer Sgt Martyn Blake, 40,";
    let inside = "police officer Sgt Martyn";
    let quoted = "IOPC director Amanda Rowe added: “We understand the impact";
    for (words, backwards) in [(across, true), (inside, false), (quoted, false)] {
        page.select(words, backwards).await?;
        page.click(".passage-tools .highlight").await?;
        page.until("it is drawn", "return document.querySelector('.passage-tools').hidden").await?;
        page.saved().await?;
    }
    let expected: Vec<String> = [across, inside, quoted].map(|words| format!("yellow: {words}")).into();
    assert_eq!(page.marks().await?, expected);
    assert_eq!(page.article_text().await?, text, "marks leave the text as it was");
    browser.driver().refresh().await?;
    page.settled().await?;
    assert_eq!(page.marks().await?, expected, "after a reload");
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_note_is_written_edited_painted_deleted_and_had_back() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    page.select("crushing the spirit of good officers", false).await?;
    page.click(".passage-tools .note").await?;
    page.until("the editor", "return document.activeElement?.tagName === 'TEXTAREA'").await?;
    page.keys("Who else said this?").await?;
    page.end_note().await?;
    assert_eq!(page.texts(".note-text").await?, ["Who else said this?"]);
    assert_eq!(page.count("article mark.noted").await?, 1);

    page.click(".card-tools button").await?;
    page.until("the editor", "return document.activeElement?.tagName === 'TEXTAREA'").await?;
    page.chord(&[Key::Control], 'a').await?;
    page.keys("See the other article.").await?;
    page.chord(&[Key::Control], Key::Enter.value()).await?;
    page.saved().await?;
    assert_eq!(page.texts(".note-text").await?, ["See the other article."]);

    let focus = "return document.activeElement.tagName";
    assert_eq!(page.run(focus, &[]).await?, "MARK", "the focus is back at the passage");
    assert_eq!(page.count(".card-of-mark").await?, 0, "and nothing opens over the text");

    page.click(".card .swatch.green").await?;
    page.saved().await?;
    assert_eq!(page.marks().await?, ["green: crushing the spirit of good officers"]);

    page.click(".card-tools button:nth-child(2)").await?;
    page.saved().await?;
    assert_eq!(page.count("article mark").await?, 0);
    page.click(".message button").await?;
    page.saved().await?;
    assert_eq!(page.marks().await?, ["green: crushing the spirit of good officers"]);
    browser.driver().refresh().await?;
    page.settled().await?;
    assert_eq!(page.texts(".note-text").await?, ["See the other article."], "what was had back is stored");
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn words_are_dropped_by_no_other_button_than_cancel() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    let write = async |words: &str, note: &str| {
        page.select(words, false).await?;
        page.click(".passage-tools .note").await?;
        page.until(
            "its editor",
            "return document.activeElement?.tagName === 'TEXTAREA' && !document.activeElement.value",
        )
        .await?;
        page.keys(note).await
    };
    // Another note is begun before this one is saved.
    write("Streatham", "Where is that?").await?;
    write("Amanda Rowe", "Who is that?").await?;
    page.until(
        "the first note is there",
        "return document.querySelector('.note-text')?.textContent === 'Where is that?'",
    )
    .await?;
    assert_eq!(page.count(".note-editor").await?, 1, "and the second is being written");
    page.keys(Key::Escape.value().to_string()).await?;
    let noted = |count: usize| {
        format!(
            "return [...document.querySelectorAll('.note-text')].filter((note) => note.textContent).length === {count}"
        )
    };
    page.until("the second, too", &noted(2)).await?;
    page.saved().await?;
    page.chord(&[Key::Control], 'z').await?;
    page.until("it can be taken back", &noted(1)).await?;
    page.chord(&[Key::Control], 'y').await?;
    page.saved().await?;

    write("Brixton", "Why there?").await?;
    page.click(".note-editor .card-tools button:not(.primary)").await?;
    page.until("the editor closes", "return !document.querySelector('.note-editor')").await?;
    browser.driver().refresh().await?;
    page.settled().await?;
    page.until("all cards", "return document.querySelectorAll('.notes .card').length === 3").await?;
    assert_eq!(
        page.texts(".note-text").await?,
        ["Where is that?", "Who is that?", ""],
        "and Cancel dropped the third"
    );
    assert_eq!(page.count(".note-editor").await?, 0, "no draft is left");
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_link_to_what_is_not_there_says_so() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, &format!("{ARTICLE}?note=018f0000-0000-7000-8000-000000000000")).await?;
    page.until(
        "it says so",
        "return /note .* not in this browser/.test(document.querySelector('.message').textContent)",
    )
    .await?;
    let page = browser.open(&site, &format!("{ARTICLE}?text=no%20such%20words")).await?;
    page.until(
        "it says so",
        "return /words .* not in this article/.test(document.querySelector('.message').textContent)",
    )
    .await?;
    // A note's own link leads to its passage where the note is unknown.
    let link = format!("{ARTICLE}?note=018f0000-0000-7000-8000-000000000000&text=Streatham");
    let page = browser.open(&site, &link).await?;
    page.until("the passage is selected", "return getSelection().toString() === 'Streatham'").await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_key_means_the_selection_as_it_is_now() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    page.select("Streatham", false).await?;
    // The key comes before the browser tells that the selection is another one.
    let script = "const press = (key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        press('Shift');
        getSelection().selectAllChildren(document.querySelectorAll('article .block')[2]);
        press('h');
        return document.querySelectorAll('article .block')[2].textContent.trim()";
    let words = page.run(script, &[]).await?;
    page.until("the highlight", "return !!document.querySelector('article mark')").await?;
    assert_eq!(page.marks().await?, [format!("yellow: {}", words.as_str().unwrap_or_default())]);
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn the_keyboard_alone_selects_highlights_notes_and_undoes() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    page.keys("jj").await?;
    page.keys("w").await?;
    page.chord(&[Key::Shift, Key::Control], Key::Right.value()).await?;
    page.until("the tools show", "return !document.querySelector('.passage-tools').hidden").await?;
    page.highlight_selected().await?;
    page.saved().await?;
    assert_eq!(page.marks().await?, ["yellow: Met police"]);

    page.keys("j").await?;
    page.keys("s").await?;
    page.until("the tools show", "return !document.querySelector('.passage-tools').hidden").await?;
    page.keys("n").await?;
    page.until("the editor", "return document.activeElement?.tagName === 'TEXTAREA'").await?;
    page.keys("By keyboard").await?;
    page.chord(&[Key::Control], Key::Enter.value()).await?;
    page.saved().await?;
    assert_eq!(page.marks().await?.len(), 2);
    assert_eq!(page.texts(".note-text").await?.last().map(String::as_str), Some("By keyboard"));

    for _ in 0..3 {
        page.chord(&[Key::Control], 'z').await?;
    }
    page.until("both are undone", "return !document.querySelector('article mark')").await?;
    page.chord(&[Key::Control, Key::Shift], 'z').await?;
    page.until("one is back", "return !!document.querySelector('article mark')").await?;
    page.saved().await?;
    assert_eq!(page.marks().await?, ["yellow: Met police"]);
    browser.quit().await;
    Ok(())
}

#[tokio::test]
#[cfg_attr(engine = "firefox", ignore = "its window does not become as narrow as a phone")]
async fn on_a_phone_the_tools_of_a_passage_never_cover_it() -> Outcome {
    tools_stand_apart(320, 720).await
}

#[tokio::test]
async fn on_a_desktop_the_tools_of_a_passage_are_in_the_window_and_never_cover_it() -> Outcome {
    tools_stand_apart(1280, 720).await
}

async fn tools_stand_apart(width: u32, height: u32) -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    browser.resize(width, height).await?;
    let page = browser.open(&site, ARTICLE).await?;
    // With the paragraph at the head of the window, in its middle, and at its foot.
    for block in ["start", "center", "end"] {
        let select = "getSelection().removeAllRanges();
            const block = document.querySelectorAll('article .block')[3];
            block.style.scrollMarginBlock = '0px';
            block.scrollIntoView({ block: arguments[0] });
            getSelection().selectAllChildren(block)";
        page.run("getSelection().removeAllRanges()", &[]).await?;
        page.until("the tools go", "return document.querySelector('.passage-tools').hidden").await?;
        page.run(select, &[block.into()]).await?;
        page.until("the tools show", "return !document.querySelector('.passage-tools').hidden").await?;
        let apart = "const tools = document.querySelector('.passage-tools').getBoundingClientRect();
            const passage = getSelection().getRangeAt(0).getBoundingClientRect();
            return tools.top >= 0 && tools.bottom <= innerHeight + 1
                && (tools.top >= passage.bottom || tools.bottom <= passage.top)";
        page.until(&format!("they stand apart from a passage at the window's {block}"), apart).await?;
    }
    browser.quit().await;
    Ok(())
}

#[tokio::test]
#[cfg_attr(engine = "webkit", ignore = "under its driver WebKit keeps nothing once it has ended")]
async fn a_saved_annotation_survives_the_browser_being_killed() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    page.select("a thorough review of all the evidence", false).await?;
    page.click(".passage-tools .highlight").await?;
    page.saved().await?;
    browser.kill();

    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    assert_eq!(page.marks().await?, ["yellow: a thorough review of all the evidence"]);
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn an_unfinished_note_is_still_being_written_after_a_reload() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    page.select("the Audi Q8", false).await?;
    page.click(".passage-tools .note").await?;
    page.until("the editor", "return document.activeElement?.tagName === 'TEXTAREA'").await?;
    page.keys("half a thou").await?;
    page.saved().await?;
    browser.driver().refresh().await?;
    page.settled().await?;
    page.until(
        "the draft is back",
        "return document.querySelector('.note-editor textarea')?.value === 'half a thou'",
    )
    .await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn the_notebook_shows_every_note_and_leads_to_its_passage() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    highlight(&page, "Amanda Rowe").await?;
    let page = browser.open(&site, "#/notes").await?;
    assert_eq!(page.texts(".notebook .quote").await?, ["Amanda Rowe"]);
    page.click(".notebook .quote").await?;
    page.until(
        "its mark stands out",
        "return document.querySelector('article mark.focused')?.textContent === 'Amanda Rowe'",
    )
    .await?;
    browser.quit().await;
    Ok(())
}
