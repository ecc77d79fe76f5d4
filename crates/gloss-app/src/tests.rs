use super::*;
use gloss_analysis::{EntityKind, Model, analyse};
use gloss_ingest::plain_text;
use gloss_notes::{Annotation, AnnotationId, Colour, Deed, KeptArticle, Motivation, Original, Write};
use gloss_text::{Article, Day, Description, Metadata, Span};
use std::rc::Rc;

fn annotation(note: &str, modified: u64) -> Annotation {
    Annotation {
        id: "a".parse().unwrap(),
        targets: Vec::new(),
        motivation: Motivation::Commenting,
        colour: Colour::Yellow,
        note: note.to_owned(),
        tags: Vec::new(),
        correction: None,
        replies_to: None,
        created: 0,
        modified,
    }
}

fn id(id: &str) -> Option<AnnotationId> {
    AnnotationId::new(id)
}

/// An article as the reader's store has it.
fn kept(article: &Article) -> KeptArticle {
    let (document, metadata) = (Some(Rc::clone(&article.document)), Metadata::clone(&article.metadata));
    KeptArticle { document, metadata, ..KeptArticle::unknown(article.id.clone()) }
}

/// A state in which nothing is open and the store is still to come.
fn empty() -> State {
    State::new(Route::Library, [], Settings::default())
}

/// Something that happens in the first pane.
fn act(act: Act) -> Action {
    Action::In(Pane(0), act)
}

fn opened(note: &str) -> State {
    let stored = Stored { annotations: vec![annotation(note, 1)], ..Stored::default() };
    empty().reduce(Action::Opened(stored))
}

fn heard(note: &str, modified: u64) -> Action {
    let replaces = Some(Rc::new(annotation("one", 1)));
    Action::Heard(vec![Write::Put { annotation: Rc::new(annotation(note, modified)), replaces }])
}

/// The note, and after a bar its versions.
#[track_caller]
fn check(state: &State, expected: &str) {
    let note = state.history.get("a").map(|annotation| annotation.note.clone()).unwrap_or_default();
    let versions: Vec<_> = state.history.versions("a").map(|version| version.note.clone()).collect();
    assert_eq!(format!("{note}|{}", versions.join(" ")), expected);
}

#[test]
fn a_note_that_came_while_this_one_was_written_is_kept() {
    let state = opened("one").reduce(act(Act::Edit(id("a")))).reduce(heard("theirs", 5));
    let state = state.reduce(Action::Note("a".parse().unwrap(), "mine".parse().unwrap(), 6));
    check(&state, "mine|theirs");
    assert!(state.outbox.iter().any(|write| matches!(write, Write::Keep { .. })), "it is stored too");
}

#[test]
fn a_note_that_is_saved_as_another_is_opened_leaves_that_one_open() {
    let other = Annotation { id: "b".parse().unwrap(), ..annotation("", 1) };
    let stored = Stored { annotations: vec![annotation("", 1), other], ..Stored::default() };
    let state = empty().reduce(Action::Opened(stored)).reduce(act(Act::Edit(id("b"))));
    let state = state.reduce(Action::Note("a".parse().unwrap(), "two".parse().unwrap(), 6));
    check(&state, "two|");
    assert_eq!(state.reading(Pane(0)).editing.as_deref(), Some("b"));
}

#[test]
fn a_note_that_is_being_written_is_deleted_by_no_other_tab() {
    let theirs = opened("one").reduce(Action::Delete("a".parse().unwrap()));
    let deleted = theirs.outbox.to_vec();
    let ours = opened("one").reduce(act(Act::Edit(id("a")))).reduce(Action::Heard(deleted.clone()));
    check(&ours, "one|");
    assert_eq!(
        ours.reading(Pane(0)).editing.as_deref(),
        Some("a"),
        "the words that are being written are still there"
    );
    check(&theirs.reduce(Action::Heard(ours.outbox.to_vec())), "one|");
    assert!(opened("one").reduce(Action::Heard(deleted)).history.get("a").is_none(), "else it goes");
}

#[test]
fn a_note_that_its_writer_has_seen_is_replaced() {
    let state = opened("one").reduce(heard("theirs", 5)).reduce(act(Act::Edit(id("a"))));
    check(&state.reduce(Action::Note("a".parse().unwrap(), "mine".parse().unwrap(), 6)), "mine|");
}

#[test]
fn what_was_changed_without_storage_is_saved_when_it_is_back() {
    let failed = opened("one").reduce(Action::StorageFailed(StorageFailure::Full));
    let edited = failed.reduce(Action::Note("a".parse().unwrap(), "two".parse().unwrap(), 2));
    assert_eq!(edited.save_state(), SaveState::Unsaved(StorageFailure::Full));
    let stored = Stored { annotations: vec![annotation("one", 1)], ..Stored::default() };
    let back = edited.reduce(Action::RetryStorage).reduce(Action::Opened(stored));
    check(&back, "two|");
    assert_eq!(back.save_state(), SaveState::Saving);
    let count = back.outbox.len();
    assert_eq!(back.reduce(Action::Written(count)).save_state(), SaveState::Saved);
}

const TEXT: &str = "It rained last October.\nCafés closed. “No cafe is open,” he said.";

/// A library of one article, analysed before anything is known of it, and open.
fn reading() -> State {
    let state = State::new(Route::read("x".parse().unwrap()), ["x".parse().unwrap()], Settings::default());
    let article = Rc::new(Article::new("x".parse().unwrap(), plain_text(TEXT)));
    let analysis = Rc::new(analyse(&article, &Model::default()));
    let state = state.reduce(Action::ArticleLoaded("x".parse().unwrap(), Load::Ready(article)));
    state.reduce(Action::Analysed("x".parse().unwrap(), analysis))
}

fn dated(title: &str, year: i16) -> Metadata {
    Metadata { title: Some(title.into()), published: Day::new(year, 11, 22), ..Metadata::default() }
}

/// The article's title, and what its date means.
#[track_caller]
fn check_facts(state: &State, expected: &str) {
    let id = "x".parse().unwrap();
    let (article, analysis) = (state.read(&id).unwrap(), state.analysis(&id).unwrap());
    let date = analysis.entities.iter().find(|entity| entity.kind == EntityKind::Date);
    let date = date.and_then(|entity| entity.date).map(|date| date.to_string()).unwrap_or_default();
    assert_eq!(format!("{}|{date}", article.title()), expected);
}

#[test]
fn what_the_reader_states_is_shown_dates_the_text_and_can_be_taken_back() {
    let state = reading();
    check_facts(&state, "It rained last October.|");
    let told = state.reduce(Action::Describe("x".parse().unwrap(), dated("Rain", 2025), 5));
    check_facts(&told, "Rain|2025-10");
    assert_eq!(told.read(&"x".parse().unwrap()).unwrap().text(), TEXT);
    assert_eq!(told.save_state(), SaveState::Saving);
    let retold = told.reduce(Action::Describe("x".parse().unwrap(), dated("Rain", 2020), 6));
    check_facts(&retold, "Rain|2020-10");
    check_facts(&retold.reduce(Action::Undo), "Rain|2025-10");
    let cleared = retold.reduce(Action::Describe("x".parse().unwrap(), Metadata::default(), 7));
    check_facts(&cleared, "It rained last October.|");
    // Also when the message that offers it has gone.
    check_facts(&cleared.reduce(Action::Dismiss).reduce(Action::Undo), "Rain|2020-10");
}

#[test]
fn what_was_stated_before_is_laid_over_an_article_that_comes_later() {
    let description = Description { id: "x".parse().unwrap(), metadata: dated("Rain", 2025), modified: 1 };
    let stored = Stored { facts: vec![description], ..Stored::default() };
    let state = State::new(Route::Library, ["x".parse().unwrap()], Settings::default());
    let state = state.reduce(Action::Opened(stored.clone()));
    let article = Rc::new(Article::new("x".parse().unwrap(), plain_text(TEXT)));
    let analysis = Rc::new(analyse(&article, &Model::default()));
    let state = state.reduce(Action::ArticleLoaded("x".parse().unwrap(), Load::Ready(article)));
    check_facts(&state.reduce(Action::Analysed("x".parse().unwrap(), analysis)), "Rain|2025-10");
    check_facts(&reading().reduce(Action::Opened(stored)), "Rain|2025-10");
}

#[test]
fn of_two_statements_the_later_stands() {
    let told = reading().reduce(Action::Describe("x".parse().unwrap(), dated("Here", 2025), 5));
    let heard = |modified| {
        let description = Description { id: "x".parse().unwrap(), metadata: dated("There", 2024), modified };
        Action::Heard(vec![Write::Describe { description: Rc::new(description) }])
    };
    check_facts(&told.reduce(heard(4)), "Here|2025-10");
    let heard = told.reduce(heard(9));
    check_facts(&heard, "There|2024-10");
    // A clock that goes wrong loses nothing: what is stated here now comes after what was heard.
    check_facts(
        &heard.reduce(Action::Describe("x".parse().unwrap(), dated("Here", 2023), 2)),
        "Here|2023-10",
    );
}

/// The hits in square brackets, the one that stands out in braces.
#[track_caller]
fn check_hits(state: &State, expected: &str) {
    let mut shown = TEXT.to_owned();
    let current = state.reading(Pane(0)).find.as_ref().and_then(Find::hit);
    for hit in state.reading(Pane(0)).find.iter().flat_map(|find| find.hits.iter()).rev() {
        let marks = if current == Some(*hit) { ["{", "}"] } else { ["[", "]"] };
        shown.insert_str(hit.end, marks[1]);
        shown.insert_str(hit.start, marks[0]);
    }
    assert_eq!(shown, expected);
}

#[test]
fn a_search_steps_round_and_stays_where_the_reader_is() {
    let state = reading().reduce(act(Act::Find(0))).reduce(act(Act::Seek("CAFE".into())));
    check_hits(&state, "It rained last October.\n{Café}s closed. “No [cafe] is open,” he said.");
    let state = state.reduce(act(Act::Step(1)));
    check_hits(&state, "It rained last October.\n[Café]s closed. “No {cafe} is open,” he said.");
    let closer = state.reduce(act(Act::Seek("e".into())));
    check_hits(&closer, "It rain[e]d last Octob[e]r.\nCaf[é]s clos[e]d. “No caf{e} is op[e]n,” h[e] said.");
    check_hits(
        &state.reduce(act(Act::Step(1))),
        "It rained last October.\n{Café}s closed. “No [cafe] is open,” he said.",
    );
    check_hits(&state.reduce(act(Act::CloseFind)), TEXT);
    let nowhere = state.reduce(act(Act::Seek("tea".into()))).reduce(act(Act::Step(-1)));
    check_hits(&nowhere, TEXT);
}

#[test]
fn a_search_begins_behind_the_readers_place_and_ends_with_the_article() {
    let at = TEXT.find("closed").unwrap();
    let state = reading().reduce(act(Act::Find(at))).reduce(act(Act::Seek("cafe".into())));
    check_hits(&state, "It rained last October.\n[Café]s closed. “No {cafe} is open,” he said.");
    assert_eq!(state.reduce(Action::Navigated(Route::Library)).reading(Pane(0)).find, None);
}

#[test]
fn the_address_of_a_note_opens_the_notes_beside_the_text() {
    let names = opened("one").reduce(act(Act::Open(Panel::Names))).reduce(act(Act::CloseSheet));
    let note = id("a");
    let there =
        names.reduce(Action::Navigated(Route::Read { article: "b".parse().unwrap(), note, text: None }));
    assert_eq!(
        (
            there.reading(Pane(0)).panel,
            there.reading(Pane(0)).sheet,
            there.reading(Pane(0)).focused.as_deref()
        ),
        (Panel::Notes, true, Some("a"))
    );
    let elsewhere = there.reduce(Action::Navigated(Route::read("c".parse().unwrap())));
    assert_eq!((elsewhere.reading(Pane(0)).sheet, elsewhere.reading(Pane(0)).focused.clone()), (false, None));
}

#[test]
fn several_notes_are_changed_in_one_step() {
    let note = |id: &str| Annotation { id: id.parse().unwrap(), ..annotation("n", 1) };
    let stored = Stored { annotations: vec![note("a"), note("b"), note("c")], ..Stored::default() };
    let state = empty().reduce(Action::Opened(stored));
    let ids = || vec!["a".parse().unwrap(), "c".parse().unwrap(), "gone".parse().unwrap()];
    let tagged = state.reduce(Action::ChangeAll(ids(), Edit::Tag("law".into()), 5));
    let tags: Vec<_> = tagged.history.annotations().map(|note| note.tags.join(" ")).collect();
    assert_eq!(tags, ["law", "", "law"]);
    let tagged = tagged.reduce(Action::ChangeAll(ids(), Edit::Tag("Law".into()), 5));
    assert_eq!(tagged.history.annotations().map(|note| note.tags.len()).max(), Some(1), "it is the same tag");
    let painted = tagged.reduce(Action::ChangeAll(ids(), Edit::Paint(Colour::Pink), 6));
    assert_eq!(painted.history.annotations().filter(|note| note.colour == Colour::Pink).count(), 2);
    let deleted = painted.reduce(Action::ChangeAll(ids(), Edit::Delete, 7));
    assert_eq!(deleted.history.annotations().len(), 1);
    let said = Message::Done(Deed::Many(2, Box::new(Deed::Deleted)));
    assert_eq!(deleted.message, Some(said), "it says how many");
    let back = deleted.reduce(Action::Undo).reduce(Action::Undo).reduce(Action::Undo);
    assert!(back.history.annotations().all(|note| note.tags.is_empty() && note.colour == Colour::Yellow));
    assert_eq!(back.history.annotations().len(), 3);
}

#[test]
fn the_library_is_arranged_by_what_its_articles_tell() {
    let ids = ["a", "b", "c"].map(|id| id.parse().unwrap());
    let mut state = State::new(Route::Library, ids, Settings::default());
    for (id, text) in [("a", "Zebras are here, and more words."), ("b", "Ångström left."), ("c", "The bank.")]
    {
        let article = Rc::new(Article::new(id.parse().unwrap(), plain_text(text)));
        state = state.reduce(Action::ArticleLoaded(id.parse().unwrap(), Load::Ready(article)));
    }
    let source = |name: &str, year| Metadata {
        source: Some(name.into()),
        published: Day::new(year, 1, 1),
        ..Metadata::default()
    };
    state = state.reduce(Action::Describe("c".parse().unwrap(), source("post", 2020), 1));
    state = state.reduce(Action::Describe("b".parse().unwrap(), source("Mail", 2024), 1));
    state = state.reduce(Action::Reached("c".parse().unwrap(), Place { at: 0, seen: 400, read: 3 }));
    state = state.reduce(Action::Reached("c".parse().unwrap(), Place { at: 0, seen: 100, read: 4 }));
    assert_eq!(state.places["c"], Place { at: 0, seen: 400, read: 4 });
    let check = |words: &str, order, expected: &str| {
        let shelf = Shelf { words: words.into(), order };
        let shown: String = shelf.arrange(&state).iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(shown, expected, "{order:?} {words}");
    };
    check("", ShelfOrder::Added, "abc");
    check("", ShelfOrder::Title, "cab");
    check("", ShelfOrder::Source, "bca");
    check("", ShelfOrder::Published, "bca");
    check("", ShelfOrder::Length, "bca");
    check("", ShelfOrder::Read, "cab");
    check("angstrom", ShelfOrder::Added, "b");
    check("POST", ShelfOrder::Added, "c");
}

const SPOKEN: &str = "Tom Reade spoke first. Ada Lovell spoke last.";

/// An article with one annotation, on the words "Tom Reade".
fn annotated() -> (State, Rc<Article>) {
    let article = Rc::new(Article::new("x".parse().unwrap(), plain_text(SPOKEN)));
    let state = State::new(Route::read("x".parse().unwrap()), ["x".parse().unwrap()], Settings::default())
        .reduce(Action::Opened(Stored::default()))
        .reduce(Action::ArticleLoaded("x".parse().unwrap(), Load::Ready(article.clone())))
        .reduce(act(Act::Select(Some(passage("Tom Reade")))));
    let annotate =
        act(Act::Annotate { id: "a".parse().unwrap(), now: 1, note: false, colour: Colour::Green });
    (state.reduce(annotate), article)
}

fn passage(words: &str) -> Span {
    let start = SPOKEN.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn place(state: &State, article: &Article) -> Option<Span> {
    state.anchored(&article.id).first().and_then(|found| found.span)
}

#[test]
fn a_note_that_is_to_be_written_is_in_sight_and_a_highlight_covers_nothing() {
    let (highlighted, _) = annotated();
    assert!(!highlighted.reading(Pane(0)).sheet);
    let names = highlighted.reduce(act(Act::Open(Panel::Names))).reduce(act(Act::CloseSheet));
    let selected = names.reduce(act(Act::Select(Some(passage("Ada Lovell")))));
    let noted = selected.reduce(act(Act::Annotate {
        id: "b".parse().unwrap(),
        now: 2,
        note: true,
        colour: Colour::Green,
    }));
    assert_eq!(
        (
            noted.reading(Pane(0)).panel,
            noted.reading(Pane(0)).sheet,
            noted.reading(Pane(0)).editing.as_deref()
        ),
        (Panel::Notes, true, Some("b"))
    );
}

#[test]
fn a_passage_that_the_reader_points_out_is_the_target_until_that_is_undone() {
    let (state, article) = annotated();
    let there = passage("Ada Lovell");
    let put = state.reduce(Action::Reattach(
        "a".parse().unwrap(),
        0,
        Passage { article: article.id.clone(), span: there },
        2,
    ));
    assert_eq!(place(&put, &article), Some(there));
    assert_eq!(place(&put.reduce(Action::Undo), &article), place(&state, &article));
}

#[test]
fn what_was_found_for_one_state_is_right_for_every_other() {
    let (state, article) = annotated();
    let without = state.reduce(Action::Delete("a".parse().unwrap()));
    for _ in 0..2 {
        assert_eq!(place(&state, &article), Some(passage("Tom Reade")));
        assert_eq!(place(&without, &article), None);
    }
    let noted = state.reduce(Action::Note("a".parse().unwrap(), "mine".parse().unwrap(), 2));
    assert_eq!(noted.anchored(&article.id)[0].annotation.note, "mine");
}

#[test]
fn tags_are_given_once_and_taken_back_by_undo() {
    let (state, _) = annotated();
    let tags = [" fire ", "", "fire", "harbour"].map(str::to_owned).to_vec();
    let tagged = state.reduce(Action::Tag("a".parse().unwrap(), tags, 2));
    let of = |state: &State| state.history.get("a").map(|annotation| annotation.tags.clone()).unwrap();
    assert_eq!(of(&tagged), ["fire", "harbour"]);
    assert!(of(&tagged.reduce(Action::Undo)).is_empty());
}

#[test]
fn a_tag_is_renamed_and_removed_everywhere_in_one_step_that_says_how_many_it_touches() {
    let note = |id: &str, tags: &[&str]| Annotation {
        id: id.parse().unwrap(),
        tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
        ..annotation("n", 1)
    };
    let annotations = vec![note("a", &["Law", "court"]), note("b", &["law"]), note("c", &["press"])];
    let shown = NoteFilter { tag: Some("law".into()), ..NoteFilter::default() };
    let state = empty().reduce(Action::Opened(Stored { annotations, ..Stored::default() }));
    let state = state.reduce(Action::Narrow(shown));
    let all = |state: &State| {
        let tags = state.history.annotations().map(|note| note.tags.join(" "));
        format!("{} by {:?}", tags.collect::<Vec<_>>().join("|"), state.note_filter.tag)
    };
    let touched = |count| Some(Message::Done(Deed::Many(count, Box::new(Deed::Tagged))));
    let rename = |state: &State, new: &str| state.reduce(Action::RenameTag("law".into(), new.into(), 5));
    let renamed = rename(&state, " court ");
    assert_eq!(all(&renamed), "court|court|press by Some(\"court\")");
    assert_eq!(renamed.message, touched(2));
    assert_eq!(all(&renamed.reduce(Action::Undo)), "Law court|law|press by Some(\"court\")");
    let removed = rename(&state, "");
    assert_eq!(all(&removed), "court||press by None");
    assert_eq!(removed.message, touched(2));
    let unchanged = rename(&renamed, "crime");
    assert_eq!((all(&unchanged), unchanged.history), (all(&renamed), renamed.history));
}

#[test]
fn a_version_is_taken_instead_and_what_it_replaces_is_kept() {
    let state = opened("one").reduce(act(Act::Edit(id("a")))).reduce(heard("theirs", 5));
    let state = state.reduce(Action::Note("a".parse().unwrap(), "mine".parse().unwrap(), 6));
    let version = other_versions(&state.history, "a").remove(0);
    let taken = state.reduce(Action::UseVersion(version, 7));
    let shown = |state: &State| {
        let others = other_versions(&state.history, "a");
        let others: Vec<String> = others.into_iter().map(|version| version.note).collect();
        (state.history.get("a").unwrap().note.clone(), others)
    };
    assert_eq!(shown(&taken), ("theirs".parse().unwrap(), vec!["mine".to_owned()]));
    assert_eq!(shown(&taken.reduce(Action::Undo)), ("mine".parse().unwrap(), vec!["theirs".to_owned()]));
}

#[test]
fn a_backup_is_due_a_month_after_the_first_note_or_the_last_backup() {
    const DAY: u64 = 24 * 60 * 60 * 1000;
    assert!(!empty().backup_is_due(1000 * DAY));
    let state = opened("one");
    assert_eq!([29, 31].map(|days| state.backup_is_due(days * DAY)), [false, true]);
    let backed_up = state.reduce(Action::Set(Settings { backed_up: Some(20 * DAY), ..state.settings }));
    assert!(!backed_up.backup_is_due(31 * DAY));
}

#[test]
fn two_panes_have_a_selection_a_card_and_a_search_each() {
    let mut state = reading();
    let beside =
        Article::new("y".parse().unwrap(), plain_text("“It pours,” said Ada Lovell. No cafe was open."));
    let id = beside.id.clone();
    state = state.reduce(Action::Bring(vec![kept(&beside)], 1)).reduce(Action::Beside(Some(id.clone())));
    let (first, second) = (Pane(0), Pane(1));
    for (pane, span, mark, words) in [
        (first, Span::new(3, 9), MarkId::Quotation(0), "cafe"),
        (second, Span::new(3, 5), MarkId::Mention(1), "o"),
    ] {
        state = state
            .reduce(Action::In(pane, Act::Select(Some(span))))
            .reduce(Action::In(pane, Act::Show(Some(Card { mark, pinned: true }))))
            .reduce(Action::In(pane, Act::Find(0)))
            .reduce(Action::In(pane, Act::Seek(words.into())));
    }
    let shown = |pane| {
        let reading = state.reading(pane);
        let hits = reading.find.as_ref().map_or(0, |find| find.hits.len());
        (reading.selection, reading.card.map(|card| card.mark), hits)
    };
    assert_eq!(shown(first), (Some(Span::new(3, 9)), Some(MarkId::Quotation(0)), 2));
    assert_eq!(shown(second), (Some(Span::new(3, 5)), Some(MarkId::Mention(1)), 4));
    // A note is made where its words are, and the other pane keeps its selection.
    let note = Act::Annotate { id: "n".parse().unwrap(), now: 2, note: false, colour: Colour::Green };
    let noted = state.reduce(Action::In(second, note));
    assert_eq!(noted.history.get("n").unwrap().targets[0].article, id);
    assert_eq!(
        (noted.reading(first).selection, noted.reading(second).selection),
        (Some(Span::new(3, 9)), None)
    );
    assert_eq!(noted.anchored(&id)[0].span, Some(Span::new(3, 5)));
}

#[test]
fn an_article_is_brought_analysed_removed_and_comes_back() {
    let article = Article::new("y".parse().unwrap(), plain_text("It pours in London."));
    let library =
        |state: &State| state.library().map(|entry| entry.id.to_string()).collect::<Vec<_>>().join(" ");
    let state = reading().reduce(Action::Bring(vec![kept(&article)], 1));
    assert_eq!(library(&state), "y x");
    let wanted: Vec<String> = state.unanalysed().iter().map(|article| article.id.to_string()).collect();
    assert_eq!(wanted, ["y"], "only what is not analysed yet is asked for");
    let gone =
        state.reduce(Action::Remove("y".parse().unwrap(), 2)).reduce(Action::Remove("x".parse().unwrap(), 3));
    assert_eq!(library(&gone), "", "a bundled article can be removed like any other");
    let back = gone.reduce(Action::Undo);
    assert_eq!(
        back.message,
        Some(Message::Undone(Deed::Removed("x".parse().unwrap()), Some("It rained last October.".into())))
    );
    assert_eq!(library(&back), "x");
    assert!(back.analysis(&"x".parse().unwrap()).is_some(), "and what was found in it is still known");
    let back = back.reduce(Action::Undo);
    assert_eq!(library(&back), "y x");
    assert_eq!(library(&back.reduce(Action::Undo)), "x");
}

#[test]
fn an_article_is_analysed_again_when_its_language_is_stated() {
    let state = reading();
    assert!(state.unanalysed().is_empty());
    let german = Metadata { language: Some("de".into()), ..Metadata::default() };
    let told = state.reduce(Action::Describe("x".parse().unwrap(), german, 1));
    let wanted = told.unanalysed();
    assert_eq!(wanted.iter().map(|one| one.metadata.language.as_deref()).collect::<Vec<_>>(), [Some("de")]);
    assert_eq!(told.reduce(Action::Undo).unanalysed()[0].metadata.language, None);
}

#[test]
fn a_card_and_the_names_of_the_library_cannot_disagree() {
    let state = reading();
    let id: gloss_text::ArticleId = "x".parse().unwrap();
    let correction = gloss_analysis::Correction::Name { kind: EntityKind::Place };
    let correct =
        Act::Correct { places: vec![("c".parse().unwrap(), passage_of("Cafés"))], now: 1, correction };
    let corrected = state.reduce(act(correct));
    let named = |state: &State| {
        let here = state.analysis(&id).unwrap().mentions.iter().any(|one| one.span == passage_of("Cafés"));
        let linked = state.linked();
        let there = linked.entities.iter().any(|entity| entity.name == "Cafés");
        (here, there)
    };
    assert_eq!(named(&state), (false, false));
    assert_eq!(named(&corrected), (true, true));
    assert_eq!(named(&corrected.reduce(Action::Undo)), (false, false));
}

fn passage_of(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::new(start, start + words.len())
}

#[test]
fn an_undo_says_what_it_undoes_and_undoes_the_last_thing() {
    let state = reading().reduce(act(Act::Select(Some(Span::new(3, 9)))));
    let annotate = Act::Annotate { id: "n".parse().unwrap(), now: 1, note: false, colour: Colour::Green };
    let state =
        state.reduce(act(annotate)).reduce(Action::Describe("x".parse().unwrap(), dated("Rain", 2025), 2));
    // The message has gone; what was done last is undone first all the same.
    let undone = state.reduce(Action::Dismiss).reduce(Action::Undo);
    assert!(undone.history.get("n").is_some());
    let facts = Deed::Described("x".parse().unwrap());
    assert_eq!(undone.message, Some(Message::Undone(facts, Some("It rained last October.".into()))));
    let undone = undone.reduce(Action::Undo);
    assert!(undone.history.get("n").is_none());
    assert_eq!(undone.message, Some(Message::Undone(Deed::Highlighted, None)));
}

/// What the reader brought as another version of the article `x`.
fn version(text: &str) -> KeptArticle {
    let id: gloss_text::ArticleId = "x".parse().unwrap();
    let document = plain_text(text);
    let original = Original { name: String::new(), size: 1, bytes: id.clone() };
    KeptArticle {
        of: Some(id.clone()),
        original: Some(original),
        document: Some(Rc::new(document.clone())),
        ..KeptArticle::unknown(gloss_notes::version_id(&id, &document).unwrap())
    }
}

#[test]
fn a_version_is_read_in_place_of_the_text_before_it_and_goes_with_its_undo() {
    let id: gloss_text::ArticleId = "x".parse().unwrap();
    let read = |state: &State| state.read(&id).unwrap().text().to_owned();
    let before = reading();
    let brought = before.reduce(Action::Bring(vec![version("It rained on.")], 5));
    assert_eq!((read(&brought).as_str(), brought.texts_of(&id)), ("It rained on.", 2));
    assert_eq!(brought.library().count(), 1, "a version is no article of its own");
    let later = brought.reduce(Action::Bring(vec![version("It snowed.")], 6));
    assert_eq!((read(&later).as_str(), later.texts_of(&id)), ("It snowed.", 3));
    assert_eq!(read(&later.reduce(Action::Undo)), "It rained on.");
    assert_eq!(read(&later.reduce(Action::Undo).reduce(Action::Undo)), read(&before));
    let gone = later.reduce(Action::Remove(id.clone(), 7));
    assert_eq!(gone.library().count(), 0, "it goes with its versions");
    assert_eq!(read(&gone.reduce(Action::Undo)), "It snowed.");
}

#[test]
fn a_note_stands_on_its_words_in_a_version_too() {
    let id: gloss_text::ArticleId = "x".parse().unwrap();
    let passage = |state: &State| {
        let article = state.read(&id).unwrap();
        state.anchored(&id).first().unwrap().span.unwrap().of(article.text()).to_owned()
    };
    let select = Act::Select(Some(passage_of("Cafés")));
    let annotate = Act::Annotate { id: "n".parse().unwrap(), now: 1, note: false, colour: Colour::Green };
    let noted = reading().reduce(act(select)).reduce(act(annotate));
    assert_eq!(passage(&noted), "Cafés");
    let later = version(&format!("A line that was not there.\n{TEXT}"));
    let brought = noted.reduce(Action::Bring(vec![later], 5));
    assert_eq!(passage(&brought), "Cafés");
    assert_eq!(passage(&brought.reduce(Action::Undo)), "Cafés");
}

#[test]
fn what_was_stated_of_a_text_holds_for_a_version_that_states_nothing() {
    let (id, titled) = ("y".parse::<gloss_text::ArticleId>().unwrap(), dated("Rain", 2025));
    let first = KeptArticle {
        metadata: titled.clone(),
        document: Some(Rc::new(plain_text("It rained."))),
        ..KeptArticle::unknown(id.clone())
    };
    let newer = KeptArticle { of: Some(id.clone()), ..version("It rained on.") };
    let brought = reading().reduce(Action::Bring(vec![first], 5)).reduce(Action::Bring(vec![newer], 6));
    let article = brought.read(&id).unwrap();
    assert_eq!((article.text(), &*article.metadata), ("It rained on.", &titled));
}

#[test]
fn a_bundled_text_is_kept_when_it_is_read_and_compared_with_a_later_build() {
    let id: gloss_text::ArticleId = "x".parse().unwrap();
    let state = reading().reduce(Action::Opened(Stored::default()));
    let unkept = state.unkept().unwrap();
    let kept = state.reduce(Action::Keep(unkept, 5));
    assert_eq!((kept.unkept(), kept.texts_of(&id), kept.outbox.len()), (None, 1, 1));
    assert_eq!(kept.history.next_undo(), None, "that is no step of the reader");
    let upgraded = Article::new(id.clone(), plain_text("It snowed."));
    let upgraded = kept.reduce(Action::ArticleLoaded(id.clone(), Load::Ready(Rc::new(upgraded))));
    assert_eq!(upgraded.texts_of(&id), 2);
    assert!(upgraded.unkept().is_some(), "and the new text is kept, too");
}
