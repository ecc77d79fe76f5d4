use super::*;
use crate::{Annotation, AnnotationId, Change, Deed, History, Outcome, TextPositionSelector};
use gloss_ingest::plain_text;
use gloss_text::{Article, ArticleId, Metadata};
use proptest::prelude::*;

macro_rules! export {
    ($name:literal) => {
        include_str!(concat!("../../tests/exports/", $name))
    };
}

const NOW: u64 = 7;

/// The article that the exports are about, at its address, and another one.
fn library() -> Vec<Article> {
    let article = |id: &str, text: &str, address: Option<&str>| {
        let metadata = Metadata { address: address.map(str::to_owned), ..Metadata::default() };
        Article::new(id.parse().unwrap(), plain_text(text)).with_metadata(metadata)
    };
    vec![
        article("rain", "Rain is expected in the north by the evening. Farmers welcomed it.", None),
        article("fire", export!("article.txt"), Some("http://example.org/harbour-fire")),
    ]
}

/// Each annotation as its words, its note and what has become of it in the library.
#[track_caller]
fn check(file: &str, format: FileFormat, expected: &[(&str, &str, &str)]) -> Import {
    let import = read(file, NOW).unwrap();
    assert_eq!(import.format, format);
    let found = match_library(&import.annotations, &library(), |_| None);
    let told: Vec<_> = import
        .annotations
        .iter()
        .zip(&found)
        .map(|(annotation, found)| {
            let article = found.article.as_ref().map_or("nowhere", |id| id.as_str());
            let by = found.by.map_or("nothing", |by| match by {
                MatchedBy::Address => "address",
                MatchedBy::Title => "title",
                MatchedBy::Quotation => "quotation",
                MatchedBy::Companions => "companions",
            });
            let words: String = annotation.targets[0].quote.exact.chars().take(12).collect();
            (words, annotation.note.clone(), format!("{article} by {by}, {}", found.outcome.name()))
        })
        .collect();
    let told: Vec<_> = told.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
    assert_eq!(told, expected);
    import
}

#[test]
fn hypothesis_notes_reach_their_article_by_its_address() {
    let import = check(
        export!("hypothesis.json"),
        FileFormat::Hypothesis,
        &[
            ("We did all t", "Which law?", "fire by address, same"),
            ("", "Compare with the report.", "fire by address, same"),
            ("", "The harbours act.", "fire by address, same"),
            ("", "Of 1998.", "fire by address, same"),
        ],
    );
    assert_eq!(import.warnings, []);
    let whole: Vec<bool> = import.annotations.iter().map(|one| one.targets[0].is_whole_article()).collect();
    assert_eq!(whole, [false, true, true, true]);
}

#[test]
fn replies_of_hypothesis_keep_their_thread() {
    let import = read(export!("hypothesis.json"), NOW).unwrap();
    let answered: Vec<_> =
        import.annotations.iter().map(|one| one.replies_to.as_ref().map(AnnotationId::as_str)).collect();
    assert_eq!(
        answered,
        [None, None, Some("https://hypothes.is/a/passage1"), Some("https://hypothes.is/a/reply1")]
    );
    // So they do through JSON-LD.
    let again = read(&to_json_ld_collection(&import.annotations).to_string(), NOW).unwrap();
    assert_eq!((again.annotations, again.warnings), (import.annotations, vec![]));
}

#[test]
fn without_an_address_the_quotation_finds_the_article_and_its_companions_follow() {
    let elsewhere = export!("hypothesis.json").replace("www.example.org", "mirror.example");
    check(
        &elsewhere,
        FileFormat::Hypothesis,
        &[
            ("We did all t", "Which law?", "fire by quotation, same"),
            ("", "Compare with the report.", "fire by companions, same"),
            ("", "The harbours act.", "fire by companions, same"),
            ("", "Of 1998.", "fire by companions, same"),
        ],
    );
}

#[test]
fn an_address_of_gloss_is_one_too() {
    let import = read(export!("hypothesis.json"), NOW).unwrap();
    let own = |address: &str| address.contains("example.org").then(|| ArticleId::new("rain").unwrap());
    let mut placed = import.clone();
    let found = match_library(&import.annotations, &library(), own);
    assert_eq!(found[0].outcome, Outcome::Gone);
    placed.place(&found);
    assert!(placed.annotations.iter().all(|annotation| annotation.targets[0].article.as_str() == "rain"));
    // The place counted the letters of another text.
    assert_eq!(placed.annotations[0].targets[0].position, TextPositionSelector::default());
}

#[test]
fn what_two_articles_quote_is_left_to_the_reader() {
    let mut library = library();
    library[0] = Article::new("copy".parse().unwrap(), plain_text(export!("article.txt")));
    let import = read(&export!("hypothesis.json").replace("www.example.org", "mirror.example"), NOW).unwrap();
    let found = match_library(&import.annotations, &library, |_| None);
    let names: Vec<&str> = found[0].candidates.iter().map(ArticleId::as_str).collect();
    assert_eq!((found[0].article.as_ref(), names), (None, vec!["copy", "fire"]));
    assert_eq!(found[0].outcome, Outcome::Ambiguous);
}

#[test]
fn a_note_of_zotero_in_markdown_is_read() {
    let import = check(
        export!("zotero.md"),
        FileFormat::ZoteroMarkdown,
        &[
            ("the pumps ha", "By whom (and when)?", "fire by quotation, same"),
            ("Tom Reade, a", "", "fire by quotation, same"),
            ("", "Ask the port authority.", "fire by companions, same"),
        ],
    );
    let ids: Vec<&str> = import.annotations.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["urn:gloss:zotero:ANNO0001", "urn:gloss:zotero:ANNO0002", "urn:gloss:zotero:ANNO0003"]);
}

#[test]
fn highlights_of_readwise_are_read() {
    let import = check(
        export!("readwise.csv"),
        FileFormat::ReadwiseCsv,
        &[("Counsel for ", "Which \"records\"?", "fire by title, changed")],
    );
    let first = &import.annotations[0];
    assert_eq!((first.tags.join("|").as_str(), first.colour.name()), ("law|to check", "blue"));
    assert_eq!(to_iso_8601(first.created), "2026-01-02T08:00:00.000Z");
    assert_eq!(import.warnings, [Warning::Unreadable { number: 2, why: Unreadable::NoWords }]);
    check(
        export!("readwise-import.csv"),
        FileFormat::ReadwiseCsv,
        &[("The inquiry ", "", "fire by address, same")],
    );
}

#[test]
fn clippings_of_a_kindle_are_read() {
    let import = check(
        export!("my-clippings.txt"),
        FileFormat::KindleClippings,
        &[
            ("Tom Reade, a", "Who else knew?", "fire by title, same"),
            ("Nothing of t", "", "nowhere by nothing, gone"),
        ],
    );
    assert_eq!(to_iso_8601(import.annotations[0].created), "2026-01-01T15:05:20.000Z");
    assert_eq!(to_iso_8601(import.annotations[1].created), "2026-01-02T15:00:00.000Z");
    let other = export!("my-clippings.txt").replace("2. Januar 2026", "2 de enero de 2026");
    assert_eq!(read(&other, NOW).unwrap().annotations[1].created, NOW);
    assert_eq!(import.warnings, [Warning::Unreadable { number: 3, why: Unreadable::NoWords }]);
}

#[test]
fn the_same_highlight_of_a_later_file_is_the_same_annotation() {
    for file in [export!("readwise.csv"), export!("my-clippings.txt"), export!("zotero.md")] {
        let ids = |now| {
            let import = read(file, now).unwrap();
            import.annotations.iter().map(|annotation| annotation.id.clone()).collect::<Vec<_>>()
        };
        assert_eq!(ids(1), ids(2));
    }
}

#[test]
fn a_file_without_times_does_not_replace_what_the_reader_wrote_since() {
    let file = export!("zotero.md");
    let mut history = History::default();
    let preview = |history: &History, now| {
        ImportPreview::new(|id| history.get(id), read(file, now).unwrap().annotations)
    };
    history.apply(Deed::Imported, Change::Put(preview(&history, 10).into_annotations()));
    let mut own = Annotation::clone(history.get("urn:gloss:zotero:ANNO0001").unwrap());
    own.note = "My own words.".to_owned();
    own.modified = 20;
    history.apply(Deed::Noted, Change::Put(vec![own]));
    let again = preview(&history, 30);
    let reasons: Vec<Skipped> = again.skipped.iter().map(|(_, why)| *why).collect();
    assert_eq!(reasons, [Skipped::Undated, Skipped::Same, Skipped::Same]);
    assert!(again.added.is_empty() && again.updated.is_empty());
}

#[test]
fn a_table_of_items_is_refused_and_the_formats_that_are_read_are_known() {
    assert_eq!(read(export!("zotero-items.csv"), NOW), Err(ReadError::UnknownFormat));
    assert_eq!(read("# A heading\n\nand “words” (in brackets)", NOW), Err(ReadError::UnknownFormat));
    assert_eq!(FileFormat::ALL.len(), 6);
}

proptest! {
    /// Any text is read or refused, and never panics.
    #[test]
    fn any_text_may_come_in(pieces in prop::collection::vec(prop_oneof![
        prop::sample::select(&["Highlight,Title\n", "# Annotations\n", "==========", "\n", "- Your Note | 1-2 | June 3, 2026 1 PM",
            "“", "” (", "[a](zotero://select/x/items/K)", "annotation=", ")", "\"", ",", "<mark>", "\\", "\r", " (b)"][..]).prop_map(str::to_owned),
        "\\PC{0,6}",
    ], 0..30)) {
        if let Ok(import) = read(&pieces.concat(), NOW) {
            match_library(&import.annotations, &library(), |_| None);
        }
    }
}

#[test]
fn foreign_files_of_one_letter_repeated_take_no_time() {
    for piece in
        ["“a” (", "(", "<mark", "\"", ",", "==========\n", "a (b)\n- Note | 1\n\nx\n==========\n", "\\"]
    {
        let file = format!("# Annotations\n{}", piece.repeat(20_000));
        let _ = read(&file, NOW);
        let _ = read(&format!("Highlight,Title\n{}", piece.repeat(20_000)), NOW);
    }
}
