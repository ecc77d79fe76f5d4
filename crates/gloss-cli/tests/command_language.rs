//! `gloss analyse` and the language of a text.

#![expect(
    clippy::unwrap_used,
    reason = "a command that does not run or answers in another form fails its test"
)]

use serde_json::{Value, json};
use std::{
    io::Write,
    process::{Command, Stdio},
};

const GERMAN: &str = "„Wir kommen morgen“, sagte Anna Holm. Sie ist seit vier Jahren die Chefin der Behörde, und nach \
                      eigenen Worten hat sie es nicht bereut.";
const ENGLISH: &str = "“We met the test,” said Anna Holm on 5 May 2022, and she would not say more about it.";

fn answer(question: &Value) -> Value {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gloss"))
        .arg("analyse")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(question.to_string().as_bytes()).unwrap();
    serde_json::from_slice(&child.wait_with_output().unwrap().stdout).unwrap()
}

#[test]
fn a_foreign_text_says_its_language_and_has_no_names() {
    let found = answer(&json!({ "id": 1, "text": GERMAN }));
    assert_eq!((&found["language"], &found["entities"]), (&json!("de"), &json!([])));
    let quotation = &found["quotations"][0];
    assert_eq!(
        (&quotation["segments"], &quotation["speaker"]),
        (&json!([{ "start": 0, "end": 19 }]), &Value::Null)
    );
}

#[test]
fn an_english_text_says_its_language_only_when_asked() {
    assert_eq!(answer(&json!({ "id": 1, "text": ENGLISH })).get("language"), None);
    assert_eq!(answer(&json!({ "id": 1, "text": ENGLISH, "language": null }))["language"], "en");
    assert_eq!(
        answer(&json!({ "id": 1, "text": "Holm", "language": null })).get("language"),
        Some(&Value::Null)
    );
}

#[test]
fn a_stated_language_goes_before_what_the_text_tells() {
    let found = answer(&json!({ "id": 1, "text": ENGLISH, "language": "fr" }));
    assert_eq!((&found["language"], &found["entities"]), (&json!("fr"), &json!([])));
    let found = answer(&json!({ "id": 1, "text": ENGLISH, "language": "en-GB" }));
    assert_eq!(found["language"], "en-GB");
    assert_ne!(found["entities"], json!([]));
}
