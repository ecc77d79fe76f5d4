//! What comes damaged or is changed by others: it is said, tried again, and the program goes on.

use gloss_browser_tests::{Browser, Outcome, Profile, Site, highlight};
use serde_json::json;
use std::{fs, os::unix::fs::symlink, path::PathBuf, time::Duration};

const ARTICLE: &str = "#/read/misconduct-hearing";

/// Whether the program still runs: what says that it has stopped is not seen.
const RUNS: &str = "return !document.querySelector('#stopped')?.checkVisibility()";

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
