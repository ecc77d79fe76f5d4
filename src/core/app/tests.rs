use super::*;
use crate::core::annotation::{Annotation, Colour, Motivation, Write};
use std::rc::Rc;

fn annotation(note: &str, modified: u64) -> Annotation {
    Annotation {
        id: "a".to_owned(),
        targets: Vec::new(),
        motivation: Motivation::Commenting,
        colour: Colour::Yellow,
        note: note.to_owned(),
        tags: Vec::new(),
        correction: None,
        created: 0,
        modified,
    }
}

fn opened(note: &str) -> State {
    let stored = Stored { annotations: vec![annotation(note, 1)], ..Stored::default() };
    State::default().reduce(Action::Opened(stored))
}

fn heard(note: &str, modified: u64) -> Action {
    let replaces = Some(Rc::new(annotation("one", 1)));
    Action::Heard(vec![Write::Put { annotation: Rc::new(annotation(note, modified)), replaces }])
}

/// The note, and after a bar its versions.
#[track_caller]
fn check(state: &State, expected: &str) {
    let note = state.notebook.get("a").map(|annotation| annotation.note.clone()).unwrap_or_default();
    let versions: Vec<_> = state.notebook.versions("a").map(|version| version.note.clone()).collect();
    assert_eq!(format!("{note}|{}", versions.join(" ")), expected);
}

#[test]
fn a_note_that_came_while_this_one_was_written_is_kept() {
    let state = opened("one").reduce(Action::Edit(Some("a".to_owned()))).reduce(heard("theirs", 5));
    let state = state.reduce(Action::Note("a".to_owned(), "mine".to_owned(), 6));
    check(&state, "mine|theirs");
    assert!(state.outbox.iter().any(|write| matches!(write, Write::Keep { .. })), "it is stored too");
}

#[test]
fn a_note_that_its_writer_has_seen_is_replaced() {
    let state = opened("one").reduce(heard("theirs", 5)).reduce(Action::Edit(Some("a".to_owned())));
    check(&state.reduce(Action::Note("a".to_owned(), "mine".to_owned(), 6)), "mine|");
}

#[test]
fn what_was_changed_without_storage_is_saved_when_it_is_back() {
    let failed = opened("one").reduce(Action::StorageFailed(StorageFailure::Full));
    let edited = failed.reduce(Action::Note("a".to_owned(), "two".to_owned(), 2));
    assert_eq!(edited.save_state(), SaveState::Unsaved(StorageFailure::Full));
    let stored = Stored { annotations: vec![annotation("one", 1)], ..Stored::default() };
    let back = edited.reduce(Action::RetryStorage).reduce(Action::Opened(stored));
    check(&back, "two|");
    assert_eq!(back.save_state(), SaveState::Saving);
    let count = back.outbox.len();
    assert_eq!(back.reduce(Action::Written(count)).save_state(), SaveState::Saved);
}
