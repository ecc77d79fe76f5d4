//! Files that are made to do harm, and broken ones, end in an article or in a sentence, and in time.

use crate::{
    Extracted, IngestError, Kind, Warning,
    encoding::EveryEncoding,
    ingest,
    pack::{Packed, deflated_zeros, pack},
    tree::parse,
};
use std::time::{Duration, Instant};

/// Kept by a build without optimisation, on a busy machine.
const BUDGET: Duration = Duration::from_secs(20);
const DEEP: usize = 100_000;

#[track_caller]
fn read(name: &str, bytes: &[u8]) -> Result<Vec<Extracted>, IngestError> {
    let start = Instant::now();
    let found = ingest(Kind::of(name, bytes), bytes, None, &EveryEncoding, &parse);
    assert!(start.elapsed() < BUDGET, "{name} took {:?}", start.elapsed());
    found
}

/// The text of the only article.
#[track_caller]
fn text(name: &str, file: &str) -> String {
    read(name, file.as_bytes()).expect("it is read").remove(0).text
}

/// A book of chapters, each plain or deflated.
fn book(chapters: &[(&[u8], Option<Vec<u8>>)]) -> Vec<u8> {
    let items = |write: fn(usize) -> String| (0..chapters.len()).map(write).collect::<String>();
    let package = format!(
        "<package><manifest>{}</manifest><spine>{}</spine></package>",
        items(|at| format!("<item id='{at}' href='{at}.xhtml'/>")),
        items(|at| format!("<itemref idref='{at}'/>")),
    );
    let paths: Vec<String> = (0..chapters.len()).map(|at| format!("{at}.xhtml")).collect();
    let container: &[u8] = b"<container><rootfile full-path='a.opf'/></container>";
    let mut files: Vec<Packed> =
        vec![("META-INF/container.xml", container, None), ("a.opf", package.as_bytes(), None)];
    let chapters = paths.iter().zip(chapters);
    files.extend(chapters.map(|(path, (plain, deflated))| (path.as_str(), *plain, deflated.clone())));
    pack(&files)
}

#[test]
fn a_bomb_is_too_large() {
    let bomb: (&[u8], _) = (b"", Some(deflated_zeros(1 << 28)));
    let chapter: (&[u8], _) = (b"<body><p>It rains.</p></body>", None);
    let alone = book(std::slice::from_ref(&bomb));
    assert!(alone.len() < 2 << 20);
    assert_eq!(read("bomb.epub", &alone).err(), Some(IngestError::TooLarge));
    let found = read("bomb.epub", &book(&[chapter, bomb])).unwrap();
    assert_eq!((found.len(), found[0].text.as_str()), (1, "It rains."));
    assert_eq!(found[0].warnings, [Warning::TooLarge]);
    let packed = book(&[(b"", Some(deflated_zeros(1000 * 258)))]);
    assert_eq!(read("zeros.epub", &packed).err(), Some(IngestError::Empty));
}

#[test]
fn a_page_nested_without_end_is_read() {
    let tags = [
        "<div>",
        "<b>",
        "<p><b id=x>",
        "<table><tr><td>",
        "<ul><li>",
        "<blockquote>",
        "<svg>",
        "<template>",
        "<select><option>",
        "<a href=x>",
        "<form><button>",
        "<ruby><rt>",
        "<!--",
        "<![CDATA[",
        "<math><mi>",
    ];
    for tag in tags {
        let page = format!("<html><p>It rains.</p>{}", tag.repeat(DEEP));
        assert!(text("a.html", &page).starts_with("It rains."), "{tag}");
        // A book's chapters are read by another reader.
        let found = read("a.epub", &book(&[(page.as_bytes(), None)])).unwrap();
        assert!(found[0].text.starts_with("It rains."), "{tag}");
    }
    let json = format!("<script type=application/ld+json>{}</script><p>It rains.", "[{\"a\":".repeat(DEEP));
    assert_eq!(text("a.html", &json), "It rains.");
}

#[test]
fn markdown_nested_without_end_is_read() {
    for mark in ["> ", "- ", "1. ", "[", "![", "*", "_", "`", "```\n", "<b>", "(", "[a](", "\\", "# ", "|"] {
        let file = format!("It rains.\n\n{}", mark.repeat(DEEP));
        assert!(text("a.md", &file).starts_with("It rains."), "{mark}");
    }
    let lists: String = (0..1000).map(|depth| "  ".repeat(depth) + "- a\n").collect();
    assert!(text("a.md", &format!("It rains.\n\n{lists}")).starts_with("It rains."));
}

#[test]
fn a_message_nested_without_end_has_no_page() {
    let part = |depth: usize| {
        format!(
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b{depth}\"\r\n\r\n--b{depth}\r\n"
        )
    };
    let message: String = (0..DEEP / 10).map(part).collect();
    assert_eq!(read("a.mhtml", message.as_bytes()).err(), Some(IngestError::NoPage));
    let parts = "--b0\r\nContent-Type: text/plain\r\n\r\n".repeat(DEEP);
    assert_eq!(read("a.mhtml", (part(0) + &parts).as_bytes()).err(), Some(IngestError::NoPage));
}

#[test]
fn what_is_cut_or_broken_anywhere_is_read_or_refused() {
    let whole = book(&[(b"<body><p>It rains.</p></body>", None), (b"", Some(deflated_zeros(300)))]);
    assert!(read("a.epub", &whole).is_ok());
    for end in 0..whole.len() {
        match read("a.epub", &whole[..end]) {
            // Nothing is missing but the end of the archive's last record.
            Ok(found) => assert_eq!(found[0].text, "It rains."),
            Err(why) => {
                assert!(matches!(why, IngestError::NoBook | IngestError::Empty), "cut at {end}: {why}");
            }
        }
    }
    for (name, bytes) in [
        ("a.txt", vec![0; 100_000].as_slice()),
        ("a.html", &[0xff, 0xfe, 0x3c]),
        ("a.html", b"<p"),
        ("a.html", b"<!doctype"),
        ("a.md", b""),
        ("a.mhtml", b"MIME-Version: 1.0\nContent-Type: multipart/related"),
    ] {
        let found = read(name, bytes);
        assert!(
            matches!(found, Err(IngestError::Empty | IngestError::NoPage)),
            "{name} of {} bytes",
            bytes.len()
        );
    }
}
