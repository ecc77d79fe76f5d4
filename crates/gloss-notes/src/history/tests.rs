use super::*;
use crate::sample::annotation;
use proptest::prelude::*;

fn put(id: &str, note: &str, modified: u64) -> Change {
    Change::Put(vec![annotation(id, note, modified)])
}

/// The notes in order, and after a bar the versions.
#[track_caller]
fn check(history: &History, expected: &str) {
    let notes = |all: &[Rc<Annotation>]| {
        all.iter().map(|annotation| annotation.note.clone()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        format!("{}|{}", notes(&history.contents.annotations), notes(&history.contents.versions)),
        expected
    );
}

#[test]
fn every_change_can_be_taken_back_and_made_again() {
    let mut history = History::default();
    history.apply(Deed::Noted, put("b", "one", 1));
    history.apply(Deed::Noted, Change::Put(vec![annotation("a", "two", 2), annotation("b", "three", 3)]));
    history.apply(Deed::Noted, Change::Delete(["a", "b", "absent"].map(|id| id.parse().unwrap()).to_vec()));
    check(&history, "|");
    assert_eq!(history.next_undo().map(Step::counts), Some((0, 0, 2)));
    assert_eq!(history.undo().map(|(_, writes)| writes.len()), Some(2));
    check(&history, "two three|");
    assert_eq!(history.next_undo().map(Step::counts), Some((1, 1, 0)));
    history.undo();
    check(&history, "one|");
    history.undo();
    assert_eq!(history.undo(), None);
    check(&history, "|");
    while history.redo().is_some() {}
    check(&history, "|");
    history.undo();
    check(&history, "two three|");
}

#[test]
fn a_change_after_an_undo_ends_the_redo_and_no_change_is_no_step() {
    let mut history = History::default();
    history.apply(Deed::Noted, put("a", "one", 1));
    history.undo();
    history.apply(Deed::Noted, put("a", "two", 2));
    assert_eq!(history.redo(), None);
    assert_eq!(history.apply(Deed::Noted, put("a", "two", 2)), []);
    history.undo();
    check(&history, "|");
}

#[test]
fn an_edit_that_follows_another_tabs_edit_replaces_it() {
    let (mut here, mut there) = (History::default(), History::default());
    there.merge(&here.apply(Deed::Noted, put("a", "one", 1)));
    here.merge(&there.apply(Deed::Noted, put("a", "two", 2)));
    check(&here, "two|");
    check(&there, "two|");
    // What it replaced is the other tab's to take back.
    here.undo();
    check(&here, "two|");
    here.merge(&there.undo().unwrap().1);
    check(&here, "one|");
}

#[test]
fn edits_that_do_not_know_of_each_other_both_survive() {
    let stored = History::new([annotation("a", "one", 1)], []);
    let (mut here, mut there) = (stored.clone(), stored);
    let mine = here.apply(Deed::Noted, put("a", "mine", 2));
    let theirs = there.apply(Deed::Noted, put("a", "theirs", 3));
    here.merge(&theirs);
    there.merge(&mine);
    check(&here, "theirs|mine");
    check(&there, "theirs|mine");
}

#[test]
fn an_edit_goes_before_a_deletion_elsewhere() {
    let stored = History::new([annotation("a", "one", 1)], []);
    let (mut here, mut there) = (stored.clone(), stored);
    let deletion = here.apply(Deed::Noted, Change::Delete(vec!["a".parse().unwrap()]));
    let edit = there.apply(Deed::Noted, put("a", "two", 2));
    let again = there.merge(&deletion);
    assert!(matches!(again.as_slice(), [Write::Put { .. }]));
    here.merge(&edit);
    check(&here, "two|");
    check(&there, "two|");
}

#[test]
fn an_undo_leaves_what_was_changed_elsewhere_since() {
    let (mut here, mut there) = (History::default(), History::default());
    there.merge(&here.apply(Deed::Noted, put("a", "one", 1)));
    there.merge(&here.apply(Deed::Noted, put("a", "two", 2)));
    here.merge(&there.apply(Deed::Noted, put("a", "three", 3)));
    let writes = here.undo().unwrap();
    check(&here, "three|one");
    assert!(matches!(writes.1.as_slice(), [Write::Keep { .. }]));
    assert_eq!(here.redo(), None);
}

#[test]
fn of_two_stored_records_with_one_id_the_later_is_shown() {
    check(&History::new([annotation("a", "new", 2), annotation("a", "old", 1)], []), "new|");
}

fn facts(title: &str, modified: u64) -> Description {
    let metadata = Metadata { title: Some(title.into()), ..Metadata::default() };
    Description { id: "x".parse().unwrap(), metadata, modified }
}

fn title(history: &History) -> Option<String> {
    history.description(&"x".parse().unwrap()).metadata.title.clone()
}

#[test]
fn an_import_is_one_step_with_facts_and_versions() {
    let mut history = History::default();
    history.apply(Deed::Described("x".parse().unwrap()), Change::Describe(facts("Rain", 1)));
    let import = Change::Import {
        articles: Vec::new(),
        annotations: vec![annotation("a", "one", 1), annotation("b", "two", 1)],
        versions: vec![annotation("a", "older", 0)],
        facts: vec![facts("Snow", 2)],
    };
    assert_eq!(history.apply(Deed::Imported, import).len(), 4);
    check(&history, "one two|older");
    assert_eq!(title(&history).as_deref(), Some("Snow"));
    let (deed, writes) = history.undo().unwrap();
    assert_eq!((deed, writes.len()), (Deed::Imported, 4));
    check(&history, "|");
    assert_eq!(title(&history).as_deref(), Some("Rain"));
    assert_eq!(history.redo().unwrap().1.len(), 4);
    check(&history, "one two|older");
    assert_eq!(title(&history).as_deref(), Some("Snow"));
}

#[test]
fn facts_that_another_tab_has_stated_since_are_not_undone() {
    let mut history = History::default();
    history.apply(Deed::Described("x".parse().unwrap()), Change::Describe(facts("Rain", 1)));
    history.merge(&[Write::Describe { description: Rc::new(facts("Hail", 9)) }]);
    history.undo();
    assert_eq!(title(&history).as_deref(), Some("Hail"));
}

#[test]
fn an_article_that_was_removed_comes_back() {
    let id: ArticleId = "x".parse().unwrap();
    let mut history = History::default();
    let brought = KeptArticle {
        document: Some(Rc::new(gloss_ingest::plain_text("It rained."))),
        added: 5,
        modified: 5,
        ..KeptArticle::unknown(id.clone())
    };
    history.apply(Deed::Brought(id.clone()), Change::Keep(vec![brought.clone()]));
    let gone = KeptArticle { removed: true, modified: 4, ..KeptArticle::unknown(id.clone()) };
    let writes = history.apply(Deed::Removed(id.clone()), Change::Keep(vec![gone]));
    let [Write::Article { article }] = writes.as_slice() else { panic!("{writes:?}") };
    assert!(article.removed && article.document.is_none() && article.modified > 5);
    assert_eq!(history.undo().unwrap().0, Deed::Removed(id.clone()));
    assert_eq!(history.kept(&id).document, brought.document);
    assert_eq!(history.undo().unwrap().0, Deed::Brought(id.clone()));
    assert_eq!(history.kept(&id).document, None);
}

#[derive(Clone, Debug)]
enum Doing {
    Put(u8),
    Delete(u8),
    Undo,
    Redo,
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        4 => (0_u8..3).prop_map(Doing::Put),
        1 => (0_u8..3).prop_map(Doing::Delete),
        1 => Just(Doing::Undo),
        1 => Just(Doing::Redo),
    ]
}

/// Does it in `history`; the note tells the tab and the time.
fn run(history: &mut History, tab: char, time: u64, doing: &Doing) -> Vec<Write> {
    match doing {
        Doing::Put(id) => history.apply(Deed::Noted, put(&id.to_string(), &format!("{tab}{time}"), time)),
        Doing::Delete(id) => {
            history.apply(Deed::Noted, Change::Delete(vec![id.to_string().parse().unwrap()]))
        }
        Doing::Undo => history.undo().map(|(_, writes)| writes).unwrap_or_default(),
        Doing::Redo => history.redo().map(|(_, writes)| writes).unwrap_or_default(),
    }
}

proptest! {
    #[test]
    fn undoing_everything_brings_back_the_beginning(all in prop::collection::vec(doing(), 0..30)) {
        let mut history = History::new([annotation("1", "stored", 0)], []);
        for (time, doing) in all.iter().enumerate() {
            run(&mut history, 'a', time as u64 + 1, doing);
        }
        while history.redo().is_some() {}
        let notes = |history: &History| {
            history.annotations().map(|annotation| annotation.note.clone()).collect::<Vec<_>>()
        };
        let end = notes(&history);
        while history.undo().is_some() {}
        check(&history, "stored|");
        while history.redo().is_some() {}
        prop_assert_eq!(notes(&history), end);
    }

    /// Writes that were made alone are put into a store and tell the same story.
    #[test]
    fn writes_bring_a_store_up_to_the_history(all in prop::collection::vec(doing(), 0..30)) {
        let mut history = History::default();
        let mut store = std::collections::BTreeMap::new();
        for (time, doing) in all.iter().enumerate() {
            for write in run(&mut history, 'a', time as u64 + 1, doing) {
                match write {
                    Write::Put { annotation, .. } => { store.insert(annotation.id.clone(), annotation); }
                    Write::Delete { replaces } => { store.remove(&replaces.id); }
                    _ => prop_assert!(false, "alone, nothing conflicts"),
                }
            }
        }
        prop_assert_eq!(store.into_values().collect::<Vec<_>>(), history.contents.annotations.clone());
    }

    /// Two tabs change the same annotations without knowing of each other, then hear of it: they agree, and
    /// what either showed last is still there.
    #[test]
    fn tabs_that_hear_of_each_other_agree_and_lose_nothing(
        mine in prop::collection::vec(doing(), 0..8), theirs in prop::collection::vec(doing(), 0..8)
    ) {
        let stored = History::new([annotation("1", "stored", 0)], []);
        let (mut here, mut there) = (stored.clone(), stored);
        let mut to_there: Vec<Vec<Write>> =
            mine.iter().enumerate().map(|(at, doing)| run(&mut here, 'a', 2 * at as u64 + 1, doing)).collect();
        let mut to_here: Vec<Vec<Write>> =
            theirs.iter().enumerate().map(|(at, doing)| run(&mut there, 'b', 2 * at as u64 + 2, doing)).collect();
        let shown: Vec<Rc<Annotation>> = here.contents.annotations.iter().chain(there.contents.annotations.iter()).cloned().collect();
        for _ in 0..20 {
            let (for_here, for_there) = (std::mem::take(&mut to_here), std::mem::take(&mut to_there));
            to_there.extend(for_here.iter().map(|writes| here.merge(writes)));
            to_here.extend(for_there.iter().map(|writes| there.merge(writes)));
        }
        prop_assert!(to_here.iter().chain(&to_there).all(Vec::is_empty), "they never stop talking");
        prop_assert_eq!(&here.contents.annotations, &there.contents.annotations);
        for annotation in shown.iter().filter(|annotation| annotation.note != "stored") {
            let kept = here.contents.annotations.iter().chain(here.contents.versions.iter()).any(|other| other.note == annotation.note);
            prop_assert!(kept, "{:?}", annotation);
        }
    }
}
