//! `gloss bundle`: a folder of texts in, a site out.

#![expect(
    clippy::unwrap_used,
    reason = "a command that does not run or answers in another form fails its test"
)]

use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// What the build leaves, with an article of its own.
const APP: [(&str, &str); 17] = [
    (
        "index.html",
        "<div><!--articles--><ol><li>Old</ol><!--/articles--></div>\
         <script id=\"bundle\" type=\"application/json\">{}</script>",
    ),
    ("service-worker.js", "old"),
    ("offline.js", "offline"),
    ("worker-start.js", "start"),
    ("analysis.js", "analysis"),
    ("analysis_bg.wasm", "program"),
    ("exchange.js", "exchange"),
    ("exchange_bg.wasm", "program"),
    ("folder.js", "folder"),
    ("folder_bg.wasm", "program"),
    ("ingest.js", "ingest"),
    ("ingest_bg.wasm", "program"),
    ("story.js", "story"),
    ("story_bg.wasm", "program"),
    ("versions.js", "versions"),
    ("versions_bg.wasm", "program"),
    ("seeds/old.txt", "Old"),
];

/// Folders of a test's own: a release build, and what is to become a site.
struct Desk(PathBuf);

impl Desk {
    fn new(test: &str, files: &[(&str, &str)]) -> Self {
        let desk = Self(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bundle").join(test));
        let _ = fs::remove_dir_all(&desk.0);
        for (name, text) in APP {
            desk.write(&format!("app/{name}"), text);
        }
        desk.write("app/models/names.bin", "model");
        for (name, text) in files {
            desk.write(&format!("list/{name}"), text);
        }
        desk
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap()
    }

    fn run(&self) -> Output {
        self.run_with(&[])
    }

    fn run_with(&self, more: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_gloss"))
            .args(["bundle", "list", "--out", "site", "--app", "app"])
            .args(more)
            .current_dir(&self.0)
            .output()
            .unwrap()
    }

    /// What the page of the site knows of its articles.
    fn articles(&self) -> Vec<Value> {
        let page = self.read("site/index.html");
        let (_, list) = page.split_once("application/json\">").unwrap();
        let list: Value = serde_json::from_str(list.split_once("</script>").unwrap().0).unwrap();
        list["articles"].as_array().unwrap().clone()
    }

    fn ids(&self) -> Vec<String> {
        self.articles().iter().map(|article| article["id"].as_str().unwrap().to_owned()).collect()
    }
}

const PAGE: &str = r#"<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Rain stops the match</title>
<meta property="og:site_name" content="The Daily Example"><meta name="author" content="Ann Example"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Rain stops the match</h1>
<p>It rained on Thursday for so long that the match in the north of the town had to be stopped at half past four.</p>
<p>“Nobody could see the ball,” said the referee, who had waited for half an hour before she sent all players home.</p>
</article></body></html>"#;

#[test]
fn a_folder_becomes_a_site_with_its_articles_and_no_others() {
    let desk =
        Desk::new("folder", &[("Rain & snow.html", PAGE), ("b.md", "# Snow\n\nIt snows."), ("c.png", "x")]);
    let output = desk.run();
    assert!(output.status.success(), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("c.png"), "{output:?}");
    assert_eq!(desk.ids(), ["rain-snow", "b"]);
    let articles = desk.articles();
    let metadata = &articles[0]["metadata"];
    let facts = ["title", "source", "author"].map(|fact| metadata[fact].as_str().unwrap());
    assert_eq!(facts, ["Rain stops the match", "The Daily Example", "Ann Example"]);
    let text = desk.read("site/seeds/rain-snow.txt");
    assert!(text.starts_with("It rained on Thursday") && !text.contains("Home"), "{text}");
    let page = desk.read("site/index.html");
    assert!(page.contains("Rain stops the match") && !page.contains("Old"), "{page}");
    let worker = desk.read("site/service-worker.js");
    for file in ["seeds/rain-snow.txt", "seeds/b.txt", "models/names.bin", "exchange_bg.wasm"] {
        assert!(worker.contains(&format!("\"{file}\":\"sha256-")), "{file}: {worker}");
    }
    assert!(!worker.contains("old.txt"));
    assert!(!Path::new(&desk.0.join("site/seeds/old.txt")).exists());
}

#[test]
fn notes_come_with_the_site_where_they_belong_to_an_article() {
    let note = |id: &str, words: &str| {
        json!({
            "@context": "http://www.w3.org/ns/anno.jsonld", "id": id, "type": "Annotation",
            "body": { "type": "TextualBody", "value": "Who says so?" },
            "target": { "source": "https://post.example/other",
                        "selector": { "type": "TextQuoteSelector", "exact": words } },
        })
    };
    let desk = Desk::new("notes", &[("rain.html", PAGE)]);
    let here = note("urn:uuid:0192aaaa-0000-7000-8000-000000000001", "Nobody could see the ball");
    let elsewhere = note("urn:uuid:0192aaaa-0000-7000-8000-000000000002", "these words are in no article");
    desk.write("notes.json", &json!([here, elsewhere]).to_string());
    let output = desk.run_with(&["--notes", "notes.json"]);
    assert!(output.status.success(), "{output:?}");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("these words are in no article") && !said.contains("Nobody could"), "{said}");
    let page = desk.read("site/index.html");
    let (_, list) = page.split_once("application/json\">").unwrap();
    let list: Value = serde_json::from_str(list.split_once("</script>").unwrap().0).unwrap();
    let file = list["notes"].as_str().unwrap().split('?').next().unwrap();
    let notes = desk.read(&format!("site/{file}"));
    assert!(notes.contains("Who says so?") && !notes.contains("in no article"), "{notes}");
    assert!(!notes.contains("\"created\":0"), "a note without a time is of now: {notes}");
    assert!(
        desk.read("site/service-worker.js").contains(&format!("\"{file}\":\"sha256-")),
        "kept for offline"
    );

    desk.write("notes.json", "no notes");
    let output = desk.run_with(&["--notes", "notes.json"]);
    assert!(!output.status.success() && desk.read(&format!("site/{file}")) == notes, "the site before stays");
}

#[test]
fn the_manifest_has_the_order_and_the_last_word_on_facts() {
    let manifest = json!([
        { "file": "b.txt", "slug": "the-second", "title": "Second", "published": "2024-10-21" },
        { "file": "rain.html", "title": "Match stopped" },
    ]);
    let files =
        [("manifest.json", &*manifest.to_string()), ("a.txt", "Other"), ("b.txt", "B"), ("rain.html", PAGE)];
    let desk = Desk::new("manifest", &files);
    assert!(desk.run().status.success());
    assert_eq!(desk.ids(), ["the-second", "rain", "a"]);
    let articles = desk.articles();
    assert_eq!(articles[0]["metadata"]["published"], "2024-10-21");
    assert_eq!(articles[1]["metadata"]["title"], "Match stopped");
    assert_eq!(
        articles[1]["metadata"]["source"], "The Daily Example",
        "what it does not state the page does"
    );
}

#[track_caller]
fn check_refused(test: &str, files: &[(&str, &str)], before: &[(&str, &str)], says: &str) {
    let desk = Desk::new(test, files);
    for (name, text) in before {
        desk.write(name, text);
    }
    let output = desk.run();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains(says), "{said}");
    for (name, text) in before {
        assert_eq!(desk.read(name), *text, "what was there is untouched");
    }
}

#[test]
fn what_would_go_wrong_is_refused_in_words() {
    check_refused("empty", &[("a.png", "x")], &[], "has no article");
    check_refused(
        "typing",
        &[("a.txt", "A"), ("manifest.json", r#"[{"file":"a.txt","tittle":"A"}]"#)],
        &[],
        "tittle",
    );
    check_refused(
        "day",
        &[("manifest.json", r#"[{"file":"a.txt","published":"2024-02-31"}]"#)],
        &[],
        "manifest.json",
    );
    let twice = r#"[{"file":"a.txt","slug":"a"},{"file":"b.txt","slug":"a"}]"#;
    check_refused("twice", &[("a.txt", "A"), ("b.txt", "B"), ("manifest.json", twice)], &[], "`a`");
    check_refused("place", &[("a.txt", "A")], &[("site/thesis.odt", "mine")], "no site of Gloss");
}

#[test]
fn a_site_is_replaced_as_a_whole() {
    let desk = Desk::new("again", &[("a.txt", "A"), ("b.txt", "B")]);
    assert!(desk.run().status.success());
    fs::remove_file(desk.0.join("list/a.txt")).unwrap();
    assert!(desk.run().status.success());
    assert_eq!(desk.ids(), ["b"]);
    assert!(!desk.0.join("site/seeds/a.txt").exists());
    let left: Vec<_> = fs::read_dir(&desk.0).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "nothing is left beside it: {left:?}");
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_are_there() {
    let desk = Desk::new("unreadable", &[("a.txt", "A"), ("book.epub", "no book")]);
    let output = desk.run();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("book.epub: the archive is no book"),
        "{output:?}"
    );
    assert_eq!(desk.ids(), ["a"]);
}

#[test]
fn an_id_hangs_on_the_name_alone() {
    let desk = Desk::new("names", &[("Дождь.txt", "A"), ("rain.md", "B"), ("rain.txt", "C")]);
    assert!(desk.run().status.success());
    let ids = desk.ids();
    assert_eq!(ids[..2], ["rain", "rain-2"]);
    let desk = Desk::new("fewer", &[("Дождь.txt", "A")]);
    assert!(desk.run().status.success());
    assert_eq!(desk.ids(), ids[2..]);
}
