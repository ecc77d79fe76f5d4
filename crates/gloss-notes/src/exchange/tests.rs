use super::*;
use crate::{
    Annotation, AnnotationId, Change, Colour, Deed, History, KeptArticle, Motivation, Original, Target,
    TextPositionSelector, TextQuoteSelector,
};
use gloss_analysis::Correction;
use gloss_text::{ArticleId, Day};
use proptest::prelude::*;
use serde_json::{Value, json};

fn note(id: &str, note: &str, modified: u64) -> Annotation {
    let quote = TextQuoteSelector { exact: "the *pumps*".to_owned(), ..TextQuoteSelector::default() };
    let position = TextPositionSelector { start: 4, end: 15 };
    let target = Target { article: "fire".parse().unwrap(), version: "v1".to_owned(), quote, position };
    Annotation {
        id: id.parse().unwrap(),
        targets: vec![target],
        motivation: Motivation::Commenting,
        colour: Colour::Green,
        note: note.to_owned(),
        tags: vec!["to check".to_owned()],
        correction: None,
        replies_to: None,
        created: 1_000,
        modified,
    }
}

fn entry(annotation: &Annotation) -> Entry<'_> {
    let mut entry = Entry::new(annotation);
    entry.passages[0].article = "The <harbour> fire".to_owned();
    entry.passages[0].speaker = "Ada Lovell".to_owned();
    entry.passages[0].link = "https://example.org/#/fire".to_owned();
    entry
}

#[test]
fn markdown_quotes_tags_and_links() {
    let annotation = note("0199-a", "**Really?**\n\nAsk her.", 2_000);
    assert_eq!(
        to_markdown(&[entry(&annotation)], &Labels::default()),
        "## The \\<harbour\\> fire\n\n> the \\*pumps\\*\n>\n> — Ada Lovell\n\n**Really?**\n\nAsk her.\n\nTags: #to-check  \n\
         Kind: note  \nColour: green  \n[Open the passage](<https://example.org/#/fire>)\n\n^0199-a\n\n"
    );
}

#[test]
fn a_page_of_its_own_escapes_everything() {
    let mut annotation = note("a", "<script>alert(1)</script>", 2_000);
    annotation.tags = vec!["<b>".to_owned()];
    let mut entry = entry(&annotation);
    entry.passages[0].quote = "\"><img src=x onerror=alert(1)>".to_owned();
    entry.passages[0].link = "JavaScript:alert(1)".to_owned();
    let page = to_html("Notes & more", &[entry], 0, &Labels::default());
    for bad in ["<script", "<img", "<b>", "<harbour>", "href", "JavaScript"] {
        assert!(!page.contains(bad), "{bad} in {page}");
    }
    assert!(page.contains("<h1>Notes &amp; more</h1>") && page.contains("&lt;script&gt;alert(1)"));
}

#[test]
fn no_cell_of_a_table_computes() {
    for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"] {
        let annotation = note("a", formula, 2_000);
        let table = to_csv(&[entry(&annotation)], &Labels::default());
        assert!(table.contains(&format!(",'{formula},")), "{table}");
    }
    assert_eq!(to_csv_field("with \"quotes\"", ','), "\"with \"\"quotes\"\"\"");
}

#[test]
fn a_backup_brings_everything_back() {
    let (annotation, version) = (note("a", "two", 2), note("a", "one", 1));
    let id: ArticleId = "rain".parse().unwrap();
    let original = Original { name: "rain.html".to_owned(), size: 9, bytes: id.clone() };
    let article = KeptArticle {
        document: Some(std::rc::Rc::new(gloss_ingest::plain_text("It rains."))),
        original: Some(original),
        added: 3,
        ..KeptArticle::unknown(id)
    };
    let backup = Backup {
        made: 5,
        kept: vec![&article],
        annotations: vec![&annotation],
        versions: vec![&version],
        articles: vec![json!({"id": "fire", "published": "2024-10-21", "modified": 4}), json!({"junk": 1})],
        settings: json!({"size": 3}),
        unreadable: vec![json!({"id": 7})],
    };
    let read = read(&backup.to_json(), 9).unwrap();
    let [description] = read.descriptions().try_into().expect("one that can be read");
    assert_eq!(read.kept, std::slice::from_ref(&article));
    assert_eq!((read.annotations, read.versions), (vec![annotation.clone()], vec![version.clone()]));
    assert_eq!((description.id.as_str(), description.metadata.published), ("fire", Day::new(2024, 10, 21)));
    assert_eq!((read.articles, read.settings), (backup.articles, backup.settings));
    assert_eq!((read.unreadable, read.warnings), (backup.unreadable, vec![]));
}

#[test]
fn a_broken_record_is_set_aside_and_a_later_format_refused() {
    let file = r#"{"gloss": 1, "annotations": [{"id": "a"}]}"#;
    let import = read(file, 0).unwrap();
    assert_eq!((import.annotations.len(), import.unreadable.len(), import.warnings.len()), (0, 1, 1));
    assert_eq!(read(r#"{"gloss": 99}"#, 0), Err(ReadError::TooNew(99)));
}

#[test]
fn what_is_no_export_is_refused() {
    assert_eq!(read("{\n\"gloss\": 1,", 0), Err(ReadError::BrokenJson { line: 2 }));
    for other in ["foo bar", "[]", "123", "{}", r#"{"annotations": "not an array"}"#] {
        assert_eq!(read(other, 0), Err(ReadError::UnknownFormat), "{other}");
    }
}

#[test]
fn an_export_of_hypothesis_is_read() {
    let file = json!({"export_date": "2026-01-01", "annotations": [{
        "id": "Xy_1", "uri": "https://example.org/a", "text": "why?", "tags": ["x"],
        "created": "2022-06-01T09:15:30.123456+00:00", "updated": "2022-06-01T09:15:31+00:00",
        "target": [{"source": "https://example.org/a", "selector": [
            {"type": "RangeSelector", "startOffset": 1},
            {"type": "TextPositionSelector", "start": 3, "end": 8},
            {"type": "TextQuoteSelector", "exact": "words", "prefix": "the ", "suffix": "."},
        ]}],
    }, {"id": "p", "uri": "https://example.org/a", "text": "all of it"}, {"text": "nothing"}]});
    let import = read(&file.to_string(), 0).unwrap();
    let [first, page] = import.annotations.as_slice() else { panic!("{import:?}") };
    assert_eq!(
        (first.id.as_str(), first.note.as_str(), first.modified - first.created),
        ("https://hypothes.is/a/Xy_1", "why?", 877)
    );
    assert_eq!(first.targets[0].quote.exact.as_str(), "words");
    assert_eq!((page.targets[0].quote.exact.as_str(), page.note.as_str()), ("", "all of it"));
    assert_eq!((import.unreadable.len(), import.warnings.len()), (1, 1));
}

#[test]
fn an_import_is_shown_first_and_is_one_step() {
    let stored = [note("same", "x", 5), note("older", "x", 5), note("newer", "x", 5)];
    let mut history = History::new(stored.clone(), []);
    let incoming = [
        note("same", "x", 5),
        note("older", "y", 4),
        note("newer", "y", 6),
        note("new", "z", 1),
        note("new", "w", 0),
    ];
    let preview = ImportPreview::new(|id| history.get(id), incoming);
    assert_eq!((preview.added.len(), preview.updated.len()), (1, 1));
    let reasons: Vec<Skipped> = preview.skipped.iter().map(|(_, why)| *why).collect();
    assert_eq!(reasons, [Skipped::Repeated, Skipped::Older, Skipped::Same]);
    assert_eq!(history.apply(Deed::Noted, Change::Put(preview.into_annotations())).len(), 2);
    assert_eq!(history.get("new").map(|annotation| annotation.note.as_str()), Some("z"));
    history.undo();
    assert_eq!(history.annotations().len(), 3);
    assert_eq!(history.apply(Deed::Noted, Change::Put(vec![])), []);
}

#[test]
fn foreign_parts_are_named_and_the_rest_is_read() {
    let file = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://example.org/1", "type": "Annotation",
        "creator": "http://example.org/me", "motivation": "questioning",
        "body": {"type": "Choice", "items": [{"value": "one"}, "http://example.org/two"]},
        "target": {"source": "http://example.org/a", "selector": {"type": "SvgSelector"}},
    });
    let import = read(&file.to_string(), 7).unwrap();
    let annotation = &import.annotations[0];
    assert_eq!((annotation.note.as_str(), annotation.created), ("one\n\nhttp://example.org/two", 7));
    let skipped = |part: &str| Warning::Skipped { number: 1, parts: vec![part.to_owned()] };
    assert_eq!(
        import.warnings,
        [
            skipped("SvgSelector"),
            Warning::NoQuote { number: 1 },
            skipped("creator"),
            skipped("motivation questioning"),
        ]
    );
}

#[test]
fn a_record_beyond_the_limits_is_read_as_far_as_they_go() {
    let mut hostile = note("a", &"n".repeat(Limit::NoteLength.most() + 3), 2_000);
    hostile.tags = (0..20_000).map(|number| format!("tag {number}")).collect();
    hostile.tags[1] = "é".repeat(Limit::TagLength.most() + 2);
    hostile.targets = vec![hostile.targets[0].clone(); Limit::Targets.most() + 1];
    let backup = Backup { annotations: vec![&hostile], ..Backup::default() };
    for file in [backup.to_json(), to_json_ld(&hostile).to_string()] {
        let import = read(&file, 0).unwrap();
        let [kept] = import.annotations.as_slice() else { panic!("one annotation") };
        assert_eq!((kept.tags.len(), kept.targets.len(), kept.note.len()), (100, 100, 100_000));
        assert_eq!((kept.tags[0].as_str(), kept.tags[1].chars().count()), ("tag 0", 200));
        let left_out = |limit, left_out| Warning::Shortened { number: 1, limit, left_out };
        assert_eq!(
            import.warnings,
            [
                left_out(Limit::NoteLength, 3),
                left_out(Limit::Tags, 19_900),
                left_out(Limit::Targets, 1),
                left_out(Limit::TagLength, 2),
            ]
        );
    }
}

fn any_annotation() -> impl Strategy<Value = Annotation> {
    let quote = ("\\PC{0,20}", "\\PC{0,9}", "\\PC{0,9}")
        .prop_map(|(exact, prefix, suffix)| TextQuoteSelector { exact, prefix, suffix });
    let position =
        (0_usize..9999, 0_usize..9999).prop_map(|(start, end)| TextPositionSelector { start, end });
    let name = prop_oneof![
        "\\PC{1,12}",
        "https://example\\.org/[a-z%]{0,9}",
        "urn:(gloss:(article|annotation)|uuid):[a-f0-9%-]{0,9}"
    ];
    // `iri_to_article` reads an empty name as none.
    let article = name.clone().prop_filter_map("a name", ArticleId::new);
    let target = (article, "[\\PC\n]{0,9}", quote, position)
        .prop_map(|(article, version, quote, position)| Target { article, version, quote, position });
    let id = prop_oneof!["[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", name];
    let motivation = prop_oneof![
        Just(Motivation::Highlighting),
        Just(Motivation::Commenting),
        Just(Motivation::Linking),
        Just(Motivation::Editing)
    ];
    let replies_to = prop::option::of("[a-z]{1,9}".prop_filter_map("a name", AnnotationId::new));
    (
        (id.prop_filter_map("a name", AnnotationId::new), replies_to),
        prop::collection::vec(target, 1..3),
        motivation,
        prop::sample::select(&Colour::ALL[..]),
        "[\\PC\n]{0,40}",
        prop::collection::vec("\\PC{0,9}", 0..3),
        prop::option::of("[\\PC\n]{0,9}".prop_map(|name| Correction::Speaker { name: Some(name) })),
        any::<u64>(),
        any::<u64>(),
    )
        .prop_map(
            |((id, replies_to), targets, motivation, colour, note, tags, correction, created, modified)| {
                Annotation {
                    id,
                    targets,
                    motivation,
                    colour,
                    note,
                    tags,
                    correction,
                    replies_to,
                    created,
                    modified,
                }
            },
        )
}

/// The cells of a table, read the plain way.
fn cells(table: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    let mut characters = table.chars().peekable();
    while let Some(c) = characters.next() {
        let cell = cells.last_mut().unwrap();
        match c {
            '"' if quoted && characters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            '\r' if !quoted && characters.next_if_eq(&'\n').is_some() => cells.push(String::new()),
            c => cell.push(c),
        }
    }
    cells.pop();
    cells
}

proptest! {
    #[test]
    fn json_ld_there_and_back_is_lossless(annotations in prop::collection::vec(any_annotation(), 1..4)) {
        let import = read(&to_json_ld_collection(&annotations).to_string(), 0).unwrap();
        prop_assert_eq!(&import.annotations, &annotations);
        prop_assert_eq!(import.warnings, []);
        let one = read(&to_json_ld(&annotations[0]).to_string(), 0).unwrap();
        prop_assert_eq!(&one.annotations, &annotations[..1]);
    }

    #[test]
    fn a_backup_there_and_back_is_lossless(annotations in prop::collection::vec(any_annotation(), 0..4)) {
        let backup = Backup { annotations: annotations.iter().collect(), ..Backup::default() };
        prop_assert_eq!(read(&backup.to_json(), 0).unwrap().annotations, annotations);
    }

    #[test]
    fn every_format_takes_every_annotation(annotation in any_annotation(), link in "\\PC{0,20}") {
        let mut entry = Entry::new(&annotation);
        entry.passages[0].link = link;
        let entries = [entry];
        let page = to_html(&annotation.note, &entries, 0, &Labels::default());
        prop_assert!(page.matches('<').count() >= 20 && !page.contains("javascript:"));
        let cells = cells(&to_csv(&entries, &Labels::default()));
        prop_assert_eq!(cells.len(), 17 * (1 + annotation.targets.len()));
        prop_assert!(cells.iter().all(|cell| !cell.trim_start().starts_with(['=', '+', '-', '@'])));
        prop_assert!(to_markdown(&entries, &Labels::default()).contains("Colour: "));
    }

    /// Any JSON is read or refused, and never panics.
    #[test]
    fn any_json_may_come_in(
        keys in prop::collection::vec(prop::sample::select(&["@context", "id", "type", "target", "body", "items", "first",
            "annotations", "gloss", "selector", "source", "created", "versions"][..]), 1..6),
        values in prop::collection::vec(prop_oneof![
            Just(json!("http://www.w3.org/ns/anno.jsonld")), Just(json!("Annotation")), Just(json!(3)), Just(json!([])),
            Just(json!([{"type": "TextQuoteSelector"}])), Just(json!({"id": "a:b", "items": [1, "x:y"]})), Just(Value::Null),
        ], 6)
    ) {
        let document: Value = keys.iter().zip(values).map(|(key, value)| ((*key).to_owned(), value)).collect();
        let _ = read(&document.to_string(), 0);
        let _ = read(&json!([document]).to_string(), 0);
    }
}
