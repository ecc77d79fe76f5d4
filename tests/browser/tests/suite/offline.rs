//! What was visited once works without network, and a new version is taken when the reader says so.

use gloss_browser_tests::{Browser, Outcome, Page, Profile, Site, highlight, notes, open_editor, records};
use serde_json::{Value, json};
use std::{fs, path::Path, time::Duration};
use tempfile::TempDir;

const ARTICLE: &str = "#/read/misconduct-hearing";
/// An article's text, and what it begins with in another version.
const SEED: &str = "seeds/misconduct-hearing.txt";
const BEGINS: &str = "A later version";

/// A copy of the build.
fn copy() -> std::io::Result<TempDir> {
    let folder = TempDir::with_prefix("gloss-dist-")?;
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist"), folder.path())?;
    Ok(folder)
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

/// A build in which an article begins with other words.
fn later_version() -> Result<TempDir, Box<dyn std::error::Error + Send + Sync>> {
    let folder = copy()?;
    let seed = folder.path().join(SEED);
    fs::write(&seed, format!("{BEGINS}. {}", fs::read_to_string(&seed)?))?;
    gloss_site::write_worker(folder.path()).map_err(|why| why.to_string())?;
    Ok(folder)
}

/// Waits until the browser keeps the whole site.
async fn kept(page: &Page) -> Outcome {
    page.until("all is kept", "return navigator.serviceWorker.controller?.state === 'activated'").await?;
    Ok(())
}

/// Has the browser look for a new version, and waits until it has come or failed. Returns whether it has come.
async fn look_for_a_version(page: &Page) -> Result<bool, Box<dyn std::error::Error + Send + Sync>> {
    let script = "window.looked = null;
        navigator.serviceWorker.getRegistration().then(async (registration) => {
          await registration.update();
          const coming = registration.installing;
          if (!coming) return window.looked = [!!registration.waiting];
          coming.addEventListener('statechange', () => window.looked = [coming.state === 'installed']);
        }).catch((why) => window.looked = [String(why)])";
    page.run(script, &[]).await?;
    let looked = page.until("it has come or failed", "return window.looked").await?;
    Ok(looked[0] == json!(true))
}

const IS_OFFERED: &str = "return document.querySelector('#update').checkVisibility()";
const TAKE: &str = "#update button:nth-of-type(1)";

async fn shows(page: &Page, version: &str) -> Result<bool, Box<dyn std::error::Error + Send + Sync>> {
    Ok(page.article_text().await?.starts_with(version))
}

/// What the page says is not there.
async fn complaints(page: &Page) -> Result<Value, Box<dyn std::error::Error + Send + Sync>> {
    let script = "return [...document.querySelectorAll('.failed')]
        .filter((said) => said.checkVisibility() && said.textContent.includes('could not')).map((said) => said.textContent)";
    Ok(page.run(script, &[]).await?)
}

#[tokio::test]
#[cfg_attr(engine = "webkit", ignore = "under its driver WebKit keeps nothing once it has ended")]
async fn after_one_visit_everything_works_without_network_from_a_cold_start() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    highlight(&page, "Amanda Rowe").await?;
    kept(&page).await?;
    browser.quit().await;
    site.stop();

    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    assert_eq!(page.marks().await?, ["yellow: Amanda Rowe"]);
    assert_eq!(complaints(&page).await?, json!([]));
    // The model, not rules alone, has found it.
    page.ask(".name", "Streatham").await?;
    let analysed = page.run("return performance.getEntriesByName('analysis').length", &[]).await?;
    assert_ne!(analysed, json!(0));
    // The program that writes files was not used in the first visit.
    let page = browser.open(&site, "#/notes").await?;
    let catch =
        "URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text }); return '#' };
        HTMLAnchorElement.prototype.click = () => {};
        [...document.querySelectorAll('.exchange button')].find((b) => b.textContent.includes('Markdown')).click()";
    page.run(catch, &[]).await?;
    let saved = page.until("the file", "return window.saved").await?;
    assert!(saved.as_str().unwrap_or_default().contains("Amanda Rowe"), "{saved}");
    let page = browser.open(&site, "").await?;
    assert_eq!(page.count("main a[href^='#/read/']").await?, 4, "all articles are listed");
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_new_version_is_offered_and_taken_by_all_tabs() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let later = later_version()?;
    let browser = Browser::start(&profile).await;
    let driver = browser.driver();
    // A tab of the very first visit, and one of a later one.
    let page = browser.open(&site, ARTICLE).await?;
    kept(&page).await?;
    let first = driver.window().await?;
    let second = driver.new_window().await?;
    driver.switch_to_window(second.clone()).await?;
    browser.open(&site, ARTICLE).await?;
    assert_eq!(page.run(IS_OFFERED, &[]).await?, json!(false), "there is nothing to offer");

    site.change_to(later.path());
    assert!(look_for_a_version(&page).await?);
    for tab in [&first, &second] {
        driver.switch_to_window(tab.clone()).await?;
        page.until("it is offered", IS_OFFERED).await?;
        page.run("window.before = true", &[]).await?;
    }
    page.reload().await?;
    assert!(!shows(&page, BEGINS).await?, "it is not forced by a reload");
    page.until("it is offered again", IS_OFFERED).await?;
    page.run("window.before = true", &[]).await?;
    page.click(TAKE).await?;
    for tab in [&second, &first] {
        driver.switch_to_window(tab.clone()).await?;
        page.until("the tab is new", "return !window.before && !!document.querySelector('article')").await?;
        page.settled().await?;
        assert!(shows(&page, BEGINS).await?, "each tab shows the new version");
        assert_eq!(page.run(IS_OFFERED, &[]).await?, json!(false));
    }
    page.run("caches.keys().then((names) => window.names = names)", &[]).await?;
    let names = page.until("the caches", "return window.names").await?;
    assert_eq!(names.as_array().map(Vec::len), Some(1), "the old version is gone: {names}");
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn an_update_that_fails_half_way_leaves_the_old_version_whole() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let (later, half) = (later_version()?, later_version()?);
    // What a host has while it is being written to.
    let seed = half.path().join(SEED);
    fs::write(&seed, BEGINS)?;
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    kept(&page).await?;

    site.change_to(half.path());
    assert!(!look_for_a_version(&page).await?, "it is not whole");
    fs::remove_file(&seed)?;
    assert!(!look_for_a_version(&page).await?, "nor is it now");
    assert_eq!(page.run(IS_OFFERED, &[]).await?, json!(false));
    page.reload().await?;
    assert!(!shows(&page, BEGINS).await?);
    assert_eq!(complaints(&page).await?, json!([]), "the old version is whole");

    site.change_to(later.path());
    assert!(look_for_a_version(&page).await?);
    page.until("it is offered", IS_OFFERED).await?;
    page.run("window.before = true", &[]).await?;
    page.click(TAKE).await?;
    page.until("it is new", "return !window.before").await?;
    page.settled().await?;
    assert!(shows(&page, BEGINS).await?);
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn words_that_are_being_written_outlive_the_update() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let later = later_version()?;
    let browser = Browser::start(&profile).await;
    let driver = browser.driver();
    let page = browser.open(&site, ARTICLE).await?;
    kept(&page).await?;
    highlight(&page, "Amanda Rowe").await?;
    let first = driver.window().await?;
    let second = driver.new_window().await?;
    driver.switch_to_window(second.clone()).await?;
    browser.open(&site, "#/read/soldiers-offered").await?;
    // Nothing but the form has these.
    page.click(".edit-metadata .quiet").await?;
    page.until("the form", "return document.activeElement.name === 'title'").await?;
    page.keys("A title").await?;

    driver.switch_to_window(first.clone()).await?;
    open_editor(&page).await?;
    page.keys("Half a thou").await?;
    site.change_to(later.path());
    assert!(look_for_a_version(&page).await?);
    page.until("it is offered", IS_OFFERED).await?;
    page.run("window.before = true; document.querySelector(arguments[0]).click()", &[json!(TAKE)]).await?;
    let waits = "return document.querySelector('#update span').checkVisibility()";
    page.until("it is said that it waits", waits).await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(page.run("return window.before", &[]).await?, json!(true), "another tab has words in a form");
    let typed = page.run("return document.querySelector('.note-editor textarea').value", &[]).await?;
    assert_eq!(typed, json!("Half a thou"));

    driver.switch_to_window(second).await?;
    page.run("window.before = true", &[]).await?;
    page.keys("\u{e007}").await?;
    page.until("this tab is new", "return !window.before").await?;
    page.settled().await?;
    assert_eq!(page.texts("h1").await?, ["A title"]);
    driver.switch_to_window(first).await?;
    page.until("and so is the other", "return !window.before").await?;
    page.settled().await?;
    assert!(shows(&page, BEGINS).await?);
    let words =
        page.until("the words", "return document.querySelector('.note-editor textarea')?.value").await?;
    assert_eq!(words, json!("Half a thou"));
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn without_service_workers_all_is_as_before() -> Outcome {
    let site = Site::start_with("delete Navigator.prototype.serviceWorker");
    let profile = Profile::new();
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, ARTICLE).await?;
    assert_eq!(page.run("return 'serviceWorker' in navigator", &[]).await?, Value::Bool(false));
    highlight(&page, "Amanda Rowe").await?;
    assert_eq!(complaints(&page).await?, json!([]));
    assert_eq!(page.run(IS_OFFERED, &[]).await?, json!(false));
    browser.quit().await;
    Ok(())
}

/// A site of one article in a folder, with these notes.
fn reading_list(notes: Option<&str>) -> Result<(Site, TempDir), Box<dyn std::error::Error + Send + Sync>> {
    let (site, folder) = (Site::start(), TempDir::with_prefix("gloss-list-")?);
    let out = folder.path().join("site");
    let text = gloss_site::Text {
        id: "rain".parse()?,
        text: "Rain stops play\n\n“Nobody could see the ball,” said Ann Example, the referee.".to_owned(),
        metadata: gloss_text::Metadata { title: Some("Rain & snow".to_owned()), ..Default::default() },
    };
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    gloss_site::assemble(&dist, &out, &[text], notes).map_err(|why| why.to_string())?;
    site.change_to(&out);
    Ok((site, folder))
}

/// A page, as another program shares or opens it.
const SHARED: &str = "<html lang=en><title>Ferry sold</title><article><h1>Ferry sold</h1><p>The old ferry was sold on Monday, the harbour \
    said, to a company that runs three others on the same river and wants to keep its name.</p></article></html>";

/// Waits until these words are in the window, on the page on which articles are brought.
async fn is_brought(page: &Page, words: &str) -> Outcome {
    let script = format!(
        "const line = [...document.querySelectorAll('main .line')].find((line) => line.textContent.includes({}));
         if (location.hash !== '#/bring' || !line) return false;
         line.scrollIntoView({{ block: 'center' }});
         const {{ top, bottom }} = line.getBoundingClientRect();
         return bottom > Math.max(top, 0) && top < innerHeight",
        json!(words)
    );
    page.until(words, &script).await?;
    Ok(())
}

#[tokio::test]
async fn what_is_shared_with_the_site_is_brought() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "").await?;
    kept(&page).await?;
    // What the system does when a reader shares something with an installed site, but for opening the page.
    let share = "const form = new FormData();
        for (const [name, value] of Object.entries(arguments[0])) form.append(name, value);
        if (arguments[1]) form.append('files', new File([arguments[1]], 'ferry.html', { type: 'text/html' }));
        const answer = await fetch('share', { method: 'POST', body: form });
        return [answer.ok, answer.url === location.href.split('#')[0]]";
    let passage = json!({ "title": "Snow", "text": "It snowed in the hills, the council said.", "url": "" });
    for (fields, file, words) in
        [(json!({}), SHARED, "The old ferry was sold"), (passage, "", "It snowed in the hills")]
    {
        let answer = page.run(share, &[fields, json!(file)]).await?;
        assert_eq!(answer, json!([true, true]), "the page is opened for: {words}");
        page.reload().await?;
        is_brought(&page, words).await?;
        page.until(
            "it is taken once",
            "return caches.keys().then((names) => !names.some((name) => name.includes('shared')))",
        )
        .await?;
    }
    browser.quit().await;
    Ok(())
}

#[tokio::test]
#[cfg_attr(not(engine = "chromium"), ignore = "only Chromium opens files with an installed site")]
async fn a_file_that_is_opened_with_the_site_is_brought() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    // What the browser gives the page of an installed site that a reader opens a file with.
    let opened = format!(
        "Object.defineProperty(window, 'launchQueue', {{ value: {{ setConsumer: (take) =>
            take({{ files: [{{ getFile: async () => new File([{}], 'ferry.html') }}] }}) }} }})",
        json!(SHARED)
    );
    let script = json!({ "source": opened });
    browser.driver().cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
    let page = browser.open(&site, "").await?;
    is_brought(&page, "The old ferry was sold").await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_teachers_notes_are_seen_beside_ones_own_and_cannot_be_lost() -> Outcome {
    let given = json!([{ "put": { "replaces": null, "annotation": {
        "id": "given.018f0000-0000-7000-8000-000000000001", "motivation": "commenting", "colour": "blue",
        "note": "Who says so?", "created": 1, "modified": 1,
        "targets": [{
            "article": "rain", "version": "0", "position": { "start": 18, "end": 43 },
            "quote": { "exact": "Nobody could see the ball", "prefix": "“", "suffix": ",” said" },
        }],
    } } }]);
    let (site, _folder) = reading_list(Some(&given.to_string()))?;
    let profile = Profile::new();
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/read/rain").await?;
    let mark = "return document.querySelector('article mark')?.textContent";
    assert_eq!(page.until("the note", mark).await?, "Nobody could see the ball");
    page.click(".notes .card").await?;
    let card = "return document.querySelector('.notes .card')?.innerText";
    let says = page.run(card, &[]).await?;
    let says = says.as_str().unwrap_or_default();
    assert!(says.contains("Who says so?") && says.contains("From the reading list"), "{says}");
    assert!(!says.contains("Edit") && !says.contains("Delete"), "{says}");
    // Neither does a key do anything to it.
    for key in ["d", "e", "3"] {
        page.keys(key).await?;
    }
    assert_eq!(page.run(mark, &[]).await?, "Nobody could see the ball");
    assert_eq!(page.texts(".note-editor").await?.len(), 0);

    page.run("document.querySelector('.notes .card .given button').click()", &[]).await?;
    page.until("a copy", "return document.querySelectorAll('.notes .card').length === 2").await?;
    page.saved().await?;
    page.reload().await?;
    page.until("both", "return document.querySelectorAll('.notes .card').length === 2").await?;
    let kept = records(&page, "annotations").await?;
    assert_eq!(notes(&kept), ["Who says so?"], "the copy alone is the reader's");
    browser.quit().await;
    Ok(())
}

#[tokio::test]
async fn a_reading_list_is_a_site_of_its_own() -> Outcome {
    let (site, _folder) = reading_list(None)?;
    let profile = Profile::new();
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "").await?;
    let listed = page.texts("main a[href^='#/read/']").await?;
    assert!(matches!(listed.as_slice(), [one] if one.starts_with("Rain & snow")), "{listed:?}");
    kept(&page).await?;
    site.stop();
    browser.driver().goto("about:blank").await?;
    let page = browser.open(&site, "#/read/rain").await?;
    assert_eq!(page.texts("h1").await?, ["Rain & snow"]);
    page.ask(".quotation", "Nobody could see").await?;
    assert!(page.texts(".card-of-mark").await?.join("").contains("Ann Example"));
    browser.quit().await;
    Ok(())
}
