//! `gloss anchor`: JSON lines in, JSON lines out, offsets in Unicode code points.

#![expect(
    clippy::unwrap_used,
    reason = "a command that does not run or answers in another form fails its test"
)]

use serde_json::{Value, json};
use std::{
    io::Write,
    process::{Command, Stdio},
};

const SPECIFICATION: &str = "https://wicg.github.io/scroll-to-text-fragment/";

/// What the command prints on standard output and standard error, and its exit status.
fn run(input: &str) -> (String, String, Option<i32>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gloss"))
        .arg("anchor")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code())
}

/// The answer to one question.
fn answer(text: &str, selector: &Value) -> Value {
    let question = json!({ "id": "the id", "text": text, "selector": selector });
    let (output, errors, status) = run(&question.to_string());
    assert_eq!((errors.as_str(), status), ("", Some(0)));
    let answer: Value = serde_json::from_str(&output).unwrap();
    assert_eq!(answer["id"], "the id");
    assert!(answer["score"].as_f64().is_some_and(|score| (0.0..=1.0).contains(&score)), "{answer}");
    answer
}

/// The passage between brackets in `before` is sought in `after`, where brackets say where it should be.
#[track_caller]
fn check(before: &str, after: &str, outcome: &str) {
    let (text, place) = marked(before);
    let (start, end) = place.unwrap();
    let of = |from: usize, to: usize| text.chars().skip(from).take(to - from).collect::<String>();
    let selector = json!([
        { "type": "TextQuoteSelector", "exact": of(start, end), "prefix": of(start.saturating_sub(32), start),
          "suffix": of(end, end + 32) },
        { "type": "TextPositionSelector", "start": start, "end": end },
    ]);
    let (text, place) = marked(after);
    let answer = answer(&text, &selector);
    assert_eq!(answer["outcome"], outcome, "{answer}");
    assert_eq!(found(&answer), place, "{answer}");
    assert_eq!(answer.get("candidates").is_some(), outcome == "ambiguous", "{answer}");
}

/// A text without its brackets, and what they enclose, in code points.
fn marked(marked: &str) -> (String, Option<(usize, usize)>) {
    let at = |bracket| marked.chars().position(|c| c == bracket);
    (marked.replace(['[', ']'], ""), at('[').zip(at(']')).map(|(start, end)| (start, end - 1)))
}

fn found(answer: &Value) -> Option<(usize, usize)> {
    let at = |key: &str| answer[key].as_u64().map(|at| at as usize);
    at("start").zip(at("end"))
}

#[test]
fn a_passage_is_the_same_moved_changed_or_gone() {
    let before = "The ferry left at nine. [Ada Lovell, who chairs the port, said the pumps had been tested twice.] \
                  Counsel said that the records showed nothing of the kind.";
    check(before, before, "same");
    check(before, &format!("Updated at noon.\n{before}"), "moved");
    check(before, &before.replace("had been tested", "were tested"), "changed");
    check(before, "Rain is expected in the north by the evening. Farmers said it was welcome.", "gone");
}

#[test]
fn a_rewritten_passage_is_changed_with_a_low_score() {
    let before = "The ferry left at nine. Ada Lovell, who chairs the port, said the pumps had been tested twice. \
                  Counsel said that the records showed nothing of the kind.";
    let exact = "Ada Lovell, who chairs the port, said the pumps had been tested twice.";
    let selector = json!({ "type": "TextQuoteSelector", "exact": exact, "prefix": "The ferry left at nine. ",
                           "suffix": " Counsel said that the records s" });
    let after =
        before.replace(exact, "Ms Lovell, head of the harbour, claimed both pumps were checked twice.");
    let answer = answer(&after, &selector);
    assert_eq!((&answer["outcome"], found(&answer)), (&json!("changed"), Some((24, 94))), "{answer}");
    assert!(answer["score"].as_f64().is_some_and(|score| score <= 0.5), "{answer}");
}

#[test]
fn a_name_that_was_replaced_is_gone() {
    let before = "A driver, [Tom Reade], had warned of the leak in March.";
    check(before, "A driver, Ian Gough, had warned of the leak in March.", "gone");
}

#[test]
fn offsets_are_code_points_whatever_stands_before() {
    let before = "👍🏽 and 𝕏 say: [Tom Reade 😀 had warned] of the leak in March.";
    check(before, before, "same");
    check(before, &format!("👩‍👩‍👧 e\u{301}\n{before}"), "moved");
}

#[test]
fn an_ambiguous_passage_has_its_candidates_best_first() {
    let text = "𝕏 a line. a line. a line.";
    let answer = answer(text, &json!({ "type": "TextQuoteSelector", "exact": "a line." }));
    assert_eq!((&answer["outcome"], found(&answer)), (&json!("ambiguous"), None), "{answer}");
    assert_eq!(answer["start"], Value::Null);
    let places: Vec<_> = answer["candidates"].as_array().unwrap().iter().filter_map(found).collect();
    assert_eq!(places.len(), 3, "{answer}");
    for place in [(2, 9), (10, 17), (18, 25)] {
        assert!(places.contains(&place), "{answer}");
    }
    let scores: Vec<f64> =
        answer["candidates"].as_array().unwrap().iter().filter_map(|place| place["score"].as_f64()).collect();
    assert!(scores.is_sorted_by(|a, b| a >= b), "{answer}");
}

#[test]
fn a_place_alone_is_only_a_candidate() {
    let answer = answer("a👍b Tom Reade", &json!({ "type": "TextPositionSelector", "start": 4, "end": 13 }));
    assert_eq!(answer["outcome"], "ambiguous");
    assert_eq!(found(&answer["candidates"][0]), Some((4, 13)));
    let selector = json!({ "type": "TextPositionSelector", "start": 4, "end": 99 });
    assert_eq!(self::answer("a👍b Tom Reade", &selector)["outcome"], "gone");
}

#[track_caller]
fn check_fragment(text: &str, value: &str) {
    let (text, place) = marked(text);
    let selector = json!([{ "type": "FragmentSelector", "value": value, "conformsTo": SPECIFICATION }]);
    assert_eq!(found(&answer(&text, &selector)), place, "{value}");
}

#[test]
fn a_text_fragment_leads_to_the_first_place_that_fits() {
    check_fragment("a👍b [Tom Reade] said so, and Tom Reade left.", ":~:text=Tom%20Reade");
    check_fragment("a👍b Tom Reade said so, and [Tom Reade] left.", "text=and-,Tom%20Reade,-left");
    check_fragment("a👍b [Tom Reade said so], and Tom left.", "text=a%F0%9F%91%8Db-,Tom,so");
    check_fragment("a👍b Tom Reade said so.", ":~:text=Ian%20Gough");
}

#[test]
fn other_selectors_may_stand_beside_and_ids_may_be_numbers() {
    let question = json!({ "id": 7, "text": "one two", "selector": [
        { "type": "CssSelector", "value": "p" },
        { "type": "TextQuoteSelector", "exact": "two", "prefix": "one ", "suffix": "" },
    ] });
    let (output, _, status) = run(&question.to_string());
    let answer: Value = serde_json::from_str(&output).unwrap();
    assert_eq!((status, &answer["id"], found(&answer)), (Some(0), &json!(7), Some((4, 7))));
}

#[test]
fn a_bad_line_is_named_and_the_others_are_answered_in_order() {
    let good = |id: &str| {
        json!({ "id": id, "text": "one two", "selector": { "type": "TextQuoteSelector", "exact": "two" } })
            .to_string()
    };
    let without = json!({ "id": "c", "text": "one two" });
    let unknown = json!({ "id": "d", "text": "x", "selector": [{ "type": "CssSelector", "value": "p" }] });
    let (output, errors, status) =
        run(&format!("{}\nnot json\n\n{without}\n{unknown}\n{}\n", good("a"), good("b")));
    assert_eq!(status, Some(1));
    let ids: Vec<Value> =
        output.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].take()).collect();
    assert_eq!(ids, ["a", "b"]);
    let errors: Vec<&str> = errors.lines().collect();
    assert_eq!(errors.len(), 3, "{errors:?}");
    for (error, line) in errors.iter().zip([2, 4, 5]) {
        assert!(error.contains(&format!("line {line}:")), "{error}");
    }
    assert!(errors[2].contains("no selector of a known type"), "{errors:?}");
}
