//! `gloss extract`: files in, a JSON line each out.

#![expect(
    clippy::unwrap_used,
    reason = "a command that does not run or answers in another form fails its test"
)]

use serde_json::{Value, json};
use std::{
    fs,
    path::PathBuf,
    process::{Command, Output},
};

/// Writes files into a folder of the test's own and runs the command there.
fn run(test: &str, files: &[(&str, &[u8])], arguments: &[&str]) -> Output {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).unwrap();
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).unwrap();
    }
    Command::new(env!("CARGO_BIN_EXE_gloss"))
        .arg("extract")
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

const PAGE: &str = r#"<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Rain stops the match | The Daily Example</title>
<meta property="og:site_name" content="The Daily Example">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Rain stops the match",
 "datePublished": "2019-05-16T10:00:00Z", "author": [{"@type": "Person", "name": "Ann Example"}]}</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Rain stops the match</h1><p class="byline">By Ann Example</p>
<p>The match was stopped after twenty minutes on Thursday, when the rain, which had begun in the night, grew heavier.</p>
<blockquote><p>“There was no other way,” the referee said, and sent the players home.</p></blockquote>
<p>A <a href="/a">new</a> <a href="/b">day</a> <a href="/c">will be found</a>, said the club, “as soon as we can”.</p>
<div class="share-buttons"><a href="/f">Share</a></div></article>
<aside class="related"><h2>Related</h2><ul><li><a href="/x">Snow on the hills</a></li></ul></aside>
<footer>© The Daily Example</footer></body></html>"#;

#[test]
fn a_page_is_taken_apart() {
    let output =
        run("page", &[("a.html", PAGE.as_bytes())], &["--url", "https://example.org/rain", "a.html"]);
    assert_eq!(output.status.code(), Some(0));
    let [line] = lines(&output).try_into().unwrap();
    for (field, value) in [
        ("file", "a.html"),
        ("kind", "html"),
        ("title", "Rain stops the match"),
        ("byline", "Ann Example"),
        ("date", "2019-05-16"),
        ("source", "The Daily Example"),
        ("url", "https://example.org/rain"),
        ("language", "en"),
        ("encoding", "utf-8"),
    ] {
        assert_eq!(line[field], value, "{field}");
    }
    let text = line["text"].as_str().unwrap();
    assert!(text.starts_with("The match was stopped") && text.ends_with("“as soon as we can”."), "{text}");
    assert_eq!(text.split("\n\n").count(), 3, "{text}");
    let why = |passage: &str| {
        let left_out = line["left_out"].as_array().unwrap();
        let found = left_out.iter().find(|left_out| left_out["text"].as_str().unwrap().contains(passage));
        found.map(|found| found["why"].as_str().unwrap().to_owned()).unwrap_or_default()
    };
    assert_eq!(why("Sport"), "navigation");
    assert_eq!(why("Rain stops"), "headline");
    assert_eq!(why("By Ann"), "details");
    assert_eq!(why("Share"), "share");
    assert_eq!(why("Snow on the hills"), "sidebar");
    assert_eq!(why("©"), "footer");
}

#[test]
fn files_are_answered_in_order_and_a_bad_one_is_named() {
    let files: &[(&str, &[u8])] =
        &[("a.md", b"# Rain\n\nIt *rains*."), ("b.txt", b"It\xe2\x80\x99s wet."), ("c.txt", b"")];
    let output = run("order", files, &["b.txt", "gone.html", "c.txt", "a.md"]);
    assert_eq!(output.status.code(), Some(1));
    let errors = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(errors.contains("gone.html") && errors.contains("c.txt: there is no text"), "{errors}");
    let lines = lines(&output);
    assert_eq!(lines.len(), 2);
    assert_eq!((&lines[0]["kind"], &lines[0]["text"]), (&json!("text"), &json!("It’s wet.")));
    assert_eq!(
        (&lines[1]["kind"], &lines[1]["title"], &lines[1]["text"]),
        (&json!("markdown"), &json!("Rain"), &json!("It rains."))
    );
}

#[test]
fn a_page_of_fifty_megabytes_is_read() {
    let picture = "A".repeat(1 << 20);
    let pictures = format!("<img src=\"data:image/png;base64,{picture}\">").repeat(50);
    let page = PAGE.replace("<blockquote>", &format!("{pictures}<blockquote>"));
    let output = run("large", &[("a.html", page.as_bytes())], &["a.html"]);
    let [line] = lines(&output).try_into().unwrap();
    assert!(line["text"].as_str().unwrap().contains("There was no other way"));
}

#[test]
fn an_address_without_a_file_is_refused() {
    assert_eq!(run("none", &[], &["--url", "https://example.org"]).status.code(), Some(2));
    assert_eq!(run("none", &[], &[]).status.code(), Some(2));
}
