//! The analysis as the browser runs it, asked as the page asks it.

use gloss_analysis::Service;
use gloss_browser_tests::{Browser, Outcome, Page, Profile, Site};
use gloss_ingest::plain_text;
use gloss_text::Article;
use serde_json::{Value, json};
use std::{env, error::Error, fs};
use thirtyfour::error::WebDriverResult;

const MODEL: &[u8] = include_bytes!("../../../../models/names.bin");
const ARTICLES: [&str; 4] = [
    include_str!("../../../../seeds/misconduct-hearing.txt"),
    include_str!("../../../../seeds/officer-could-lose-job.txt"),
    include_str!("../../../../seeds/new-commissioner.txt"),
    include_str!("../../../../seeds/soldiers-offered.txt"),
];

/// Asks a worker of its own about all of `texts`; the bytes of its answers, and the milliseconds they took.
async fn asked(page: &Page, texts: &[String]) -> WebDriverResult<(Vec<Vec<u8>>, f64)> {
    let requests: Vec<Vec<u8>> = texts.iter().map(|text| Service::request(&article(text))).collect();
    let script = "const [requests] = arguments;
        const worker = new Worker('worker-start.js?program=analysis&asked'), answers = [];
        window.answered = null;
        worker.onmessage = ({ data }) => {
            if (data === null) return requests.forEach((bytes) => worker.postMessage(new Uint8Array(bytes)));
            answers.push([[...data[0]], data[1]]);
            if (answers.length === requests.length) { window.answered = answers; worker.terminate(); }
        };";
    page.run(script, &[json!(requests)]).await?;
    let answers = page.until("all is answered", "return window.answered").await?;
    let (mut bytes, mut took) = (Vec::new(), 0.0);
    for answer in answers.as_array().into_iter().flatten() {
        bytes.push(serde_json::from_value(answer[0].clone()).unwrap_or_default());
        took += answer[1].as_f64().unwrap_or(f64::MAX);
    }
    Ok((bytes, took))
}

fn article(text: &str) -> Article {
    Article::new("a".parse().expect("an id"), plain_text(text))
}

#[tokio::test]
async fn a_browser_finds_what_the_command_line_finds_byte_for_byte() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "").await?;
    page.settled().await?;
    let mut texts: Vec<String> = ARTICLES.map(str::to_owned).to_vec();
    texts.push(ARTICLES.concat());
    // Shouted, without capitals, cut into short paragraphs: other paths through the same program.
    texts.extend(ARTICLES.map(str::to_uppercase));
    texts.extend(ARTICLES.map(str::to_lowercase));
    texts.extend(ARTICLES.map(|text| text.replace(", ", "\n").replace('“', "'")));
    texts.push("שלום (NATO) “Aa ‘Bb 5 May £3m 👩‍👩‍👧 the Met, Sir Mark. ".repeat(200));
    let mut service = Service::default();
    service.learn(MODEL)?;
    let (found, _) = asked(&page, &texts).await?;
    assert_eq!(found.len(), texts.len());
    for (text, found) in texts.iter().zip(found) {
        let expected = service.answer(&Service::request(&article(text)));
        assert!(expected.is_some_and(|expected| expected == found), "differs: {:?}", text.lines().next());
    }
    browser.quit().await;
    Ok(())
}

/// The texts of the JSON lines in the file that `GLOSS_DOCUMENTS` names, or else the four articles many times.
fn many() -> Result<Vec<String>, Box<dyn Error + Send + Sync>> {
    let Some(file) = env::var_os("GLOSS_DOCUMENTS") else {
        return Ok(std::iter::repeat_n(ARTICLES.map(str::to_owned), 50).flatten().collect());
    };
    let lines = fs::read_to_string(file)?;
    let text =
        |line| Ok(serde_json::from_str::<Value>(line)?["text"].as_str().unwrap_or_default().to_owned());
    lines.lines().map(text).collect()
}

#[tokio::test]
async fn it_reads_far_faster_than_anybody() -> Outcome {
    let (site, profile) = (Site::start(), Profile::new());
    let browser = Browser::start(&profile).await;
    let page = browser.open(&site, "").await?;
    page.settled().await?;
    let texts = many()?;
    let (_, took) = asked(&page, &texts).await?;
    let length: usize = texts.iter().map(|text| text.chars().count()).sum();
    let speed = length as f64 / took;
    println!(
        "analysis in a browser: {speed:.0} thousand characters a second, 5,000 in {:.1} ms",
        5000.0 / speed
    );
    // A machine that others use takes several times as long.
    assert!(speed > 100.0, "{speed}");
    browser.quit().await;
    Ok(())
}
