//! A folder of the reader's own. A folder of the browser's private file system stands in for one that is chosen, as no
//! driver can use the browser's dialog; a second database stands in for another browser.

use gloss_browser_tests::{Browser, Outcome, Page, Profile, Site, highlight};
use serde_json::{Value, json};

const ARTICLE: &str = "#/read/misconduct-hearing";
const OWN: &str = "gloss-0000000a.json";
const OTHER: &str = "gloss-0000000b.json";

/// What the scripts of these tests begin with.
const TOOLS: &str = "
    const done = (request) => new Promise((then, failed) => { request.onsuccess = () => then(request.result); request.onerror = failed; });
    const shared = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('shared', { create: true });
    const write = async (name, text) => {
      const writer = await (await (await shared()).getFileHandle(name, { create: true })).createWritable();
      await writer.write(text); await writer.close();
      dispatchEvent(new Event('focus'));
    };
    // Whether it has a note on these words; the article has them, too.
    const has = async (name, words) =>
      JSON.parse((await read(name)) || 'null')?.records.annotations.some(({ targets }) => targets[0].quote.exact === words);
    const read = async (name) => {
      try { return await (await (await (await shared()).getFileHandle(name)).getFile()).text(); } catch { return ''; }
    };
    // Another browser takes in what is in the folder, and writes its file.
    const other = async (change) => {
      if (change) {
        const database = await done(indexedDB.open('gloss-other'));
        await change(database.transaction('annotations', 'readwrite').objectStore('annotations'));
        database.close();
      }
      const program = new Worker(JSON.parse(document.getElementById('bundle').textContent).folder);
      const said = () => new Promise((then) => { program.onmessage = ({ data }) => then(data); });
      await said();
      const answer = said();
      program.postMessage(['round', 'gloss-other', await read('gloss-0000000b.json'), await read('gloss-0000000a.json')]);
      const { file } = JSON.parse(await answer);
      program.terminate();
      if (file) await write('gloss-0000000b.json', file);
    };";

async fn run(page: &Page, script: &str) -> Result<Value, Box<dyn std::error::Error + Send + Sync>> {
    Ok(page.run(&format!("{TOOLS}{script}"), &[]).await?)
}

async fn until(page: &Page, what: &str, script: &str) -> Outcome {
    page.until(what, &format!("{TOOLS}{script}")).await?;
    Ok(())
}

/// Opens a page of a browser that keeps the folder.
async fn with_folder(
    browser: &Browser,
    site: &Site,
    route: &str,
) -> Result<Page, Box<dyn std::error::Error + Send + Sync>> {
    let page = browser.open(site, route).await?;
    let choose = "const opening = indexedDB.open('gloss-folder', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('folders');
        const database = await done(opening), handle = await shared();
        await done(database.transaction('folders', 'readwrite').objectStore('folders').put({ handle, browser: '0000000a' }, 'gloss'));
        database.close();";
    run(&page, choose).await?;
    page.reload().await?;
    Ok(page)
}

async fn says(page: &Page, words: &str) -> Outcome {
    let script =
        format!("return document.querySelector('main.folder')?.textContent.includes({})", json!(words));
    page.until(words, &script).await?;
    Ok(())
}

#[tokio::test]
#[cfg_attr(not(engine = "chromium"), ignore = "only Chromium lets a page keep a folder")]
async fn what_two_browsers_write_into_one_folder_comes_together() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = with_folder(&browser, &site, ARTICLE).await?;
    highlight(&page, "Amanda Rowe").await?;
    until(&page, "it is in the folder", &format!("return has('{OWN}', 'Amanda Rowe')")).await?;
    run(&page, "await other()").await?;
    let there = "const database = await done(indexedDB.open('gloss-other'));
        const all = await done(database.transaction('annotations').objectStore('annotations').getAll());
        database.close();
        return all.map(({ targets }) => targets[0].quote.exact)";
    assert_eq!(run(&page, there).await?, json!(["Amanda Rowe"]), "the other browser has it");

    run(&page, "await other(async (notes) => { const [note] = await done(notes.getAll()); await done(notes.put({ ...note, note: 'Seen elsewhere', modified: note.modified + 1 })); })").await?;
    page.until(
        "the note that was written there is beside the text",
        "return [...document.querySelectorAll('.card')].some((card) => card.checkVisibility() && card.textContent.includes('Seen elsewhere'))",
    )
    .await?;
    page.reload().await?;
    assert_eq!(page.marks().await?, ["yellow: Amanda Rowe"], "it is in the store, too");

    run(&page, "await other((notes) => done(notes.clear()))").await?;
    page.until("it is deleted here, too", "return !document.querySelector('mark[data-annotation]')").await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
#[cfg_attr(not(engine = "chromium"), ignore = "only Chromium lets a page keep a folder")]
async fn what_goes_wrong_with_the_folder_is_said_and_tried_again() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = with_folder(&browser, &site, "#/folder").await?;
    says(&page, "Everything is in the folder “shared”").await?;
    says(&page, "No other browser has written there yet").await?;
    run(&page, &format!("await write('{OTHER}', '{{\"form\":1,\"records\":{{\"anno')")).await?;
    says(&page, "gloss-0000000b.json cannot be read; it may still be on its way").await?;
    run(&page, &format!("await write('{OTHER}', '{{\"form\":99}}')")).await?;
    says(&page, "was written by a later version of Gloss").await?;
    run(&page, "await (await shared()).removeEntry('gloss-0000000b.json'); await other()").await?;
    says(&page, "One other browser writes there, too").await?;

    run(&page, "await (await navigator.storage.getDirectory()).removeEntry('shared', { recursive: true }); dispatchEvent(new Event('focus'))").await?;
    says(&page, "cannot be kept: it is not there").await?;
    let article = browser.open(&site, ARTICLE).await?;
    highlight(&article, "Amanda Rowe").await?;
    run(&article, "await shared(); dispatchEvent(new Event('focus'))").await?;
    until(&article, "the folder is back, and all is in it", &format!("return has('{OWN}', 'Amanda Rowe')"))
        .await?;

    let page = browser.open(&site, "#/folder").await?;
    page.click("[data-do=leave-folder]").await?;
    says(&page, "Choose a folder").await?;
    page.reload().await?;
    says(&page, "Choose a folder").await?;
    browser.quit().await;
    Ok(())
}

#[tokio::test]
#[cfg_attr(engine = "chromium", ignore = "Chromium lets a page keep a folder")]
async fn where_no_page_may_keep_a_folder_it_says_so_and_leads_to_the_backup() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "#/folder").await?;
    says(&page, "This browser lets no page write to a folder").await?;
    page.click("main.folder a").await?;
    page.until("the backup is there", "return document.querySelector('.exchange')?.checkVisibility()")
        .await?;
    browser.quit().await;
    Ok(())
}
