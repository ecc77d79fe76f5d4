//! Options of `gloss`: any order, and a sentence for what is not known.

#![expect(clippy::unwrap_used, reason = "a command that does not run fails its test")]

use std::{
    io::Write,
    process::{Command, Stdio},
};

/// Runs `gloss` with `arguments` on `input`, and returns standard output, standard error and the exit status.
fn run(arguments: &[&str], input: &str) -> (String, String, Option<i32>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gloss"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses its arguments does not read its input.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code())
}

#[track_caller]
fn check_refused(arguments: &[&str], named: &str) {
    let (output, errors, status) = run(arguments, "");
    assert_eq!((output.as_str(), status), ("", Some(2)), "{errors}");
    assert!(errors.contains(named) && errors.contains("gloss --help"), "{errors}");
}

#[test]
fn options_may_come_in_any_order() {
    let model = concat!(env!("CARGO_MANIFEST_DIR"), "/../../models/names.bin");
    let question = r#"{"id": 1, "text": "Ada Lovell said that the pumps had been tested."}"#;
    let joined = format!("--model={model}");
    let orders: [&[&str]; 3] = [
        &["analyse", "--indirect", "--model", model],
        &["analyse", "--model", model, "--indirect"],
        &["analyse", &joined, "--indirect"],
    ];
    let built_in = run(&["analyse", "--indirect"], question);
    assert!(built_in.0.contains("\"indirect\":[{") && built_in.2 == Some(0), "{built_in:?}");
    for order in orders {
        assert_eq!(run(order, question), built_in, "{order:?}");
    }
}

#[test]
fn what_is_not_known_is_named() {
    check_refused(&["analyse", "--indirekt"], "'--indirekt'");
    check_refused(&["anchor", "--indirect"], "'--indirect'");
    check_refused(&["anchor", "file.jsonl"], "\"file.jsonl\"");
    check_refused(&["--frob"], "'--frob'");
    check_refused(&["anker"], "'anker'");
    check_refused(&["analyse", "--model"], "'--model'");
    check_refused(&["analyse", "--model", "no such file"], "no such file");
}

#[test]
fn the_usage_is_printed_when_asked_for() {
    for arguments in [&["--help"][..], &["-h"], &["help"]] {
        let (output, errors, status) = run(arguments, "");
        assert!(output.contains("gloss analyse") && output.contains("gloss anchor"), "{output}");
        assert_eq!((errors.as_str(), status), ("", Some(0)));
    }
    let (output, _, status) = run(&["analyse", "--help"], "");
    assert!(output.contains("--indirect") && !output.contains("gloss anchor"), "{output}");
    assert_eq!(status, Some(0));
    let (output, errors, status) = run(&[], "");
    assert!(output.is_empty() && errors.contains("gloss analyse"), "{errors}");
    assert_eq!(status, Some(2));
}
