//! What each reader of foreign bytes promises, checked on anything.

#[path = "../../crates/gloss-ingest/src/pack.rs"]
#[allow(dead_code)]
mod archive;

use gloss_ingest::{Kind, encoding::EveryEncoding, ingest, tree::parse};
use gloss_notes::{
    AnnotationId,
    exchange::{Backup, ImportPreview, Limit, match_library, read, to_json_ld_collection},
};
use gloss_text::Article;

/// A page in any encoding.
pub fn html(bytes: &[u8]) {
    check(Kind::Html, bytes);
}

/// Plain text in any encoding.
pub fn text(bytes: &[u8]) {
    check(Kind::Text, bytes);
    // Whatever it looks like is read as that.
    check(Kind::of("name", bytes), bytes);
}

/// Markdown.
pub fn markdown(bytes: &[u8]) {
    check(Kind::Markdown, bytes);
}

/// A page as a message of mail.
pub fn mhtml(bytes: &[u8]) {
    check(Kind::Mhtml, bytes);
}

/// An archive that need not be one.
pub fn epub(bytes: &[u8]) {
    check(Kind::Epub, bytes);
}

/// A book whose archive is sound, and whose files may hold anything: they are what is between lines of `----`.
pub fn book(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut parts = text.split("\n----\n");
    let mut part = || parts.next().unwrap_or_default().as_bytes();
    let files = ["META-INF/container.xml", "a.opf", "b.xhtml", "c/d.xhtml"].map(|path| (path, part(), None));
    check(Kind::Epub, &archive::pack(&files));
}

/// Every block is a passage of the text, after the one before; what is beyond a limit is refused, not read.
fn check(kind: Kind, bytes: &[u8]) {
    for extracted in ingest(kind, bytes, None, &EveryEncoding, &parse).unwrap_or_default() {
        let mut end = 0;
        for block in &extracted.blocks {
            assert!(block.span.start >= end, "blocks are in order: {:?}", extracted.blocks);
            let words = extracted.text.get(block.span.start..block.span.end).expect("a block is in the text");
            // A line of code keeps its indentation.
            assert_eq!(words, words.trim_end(), "a block ends with a word");
            assert!(!words.is_empty(), "no block is empty");
            assert!(!words.contains('\n'), "a block is a line");
            end = block.span.end;
        }
        for (left_out, _) in &extracted.left_out {
            assert!(!left_out.is_empty(), "what is left out has words");
        }
    }
}

/// A file of annotations in any format: what was read is within its limits, can be compared with what is there, and
/// outlives being written and read again.
pub fn notes(bytes: &[u8]) {
    let file = String::from_utf8_lossy(bytes);
    let Ok(import) = read(&file, 1) else { return };
    for annotation in &import.annotations {
        assert!(annotation.note.chars().count() <= Limit::NoteLength.most());
        assert!(annotation.tags.len() <= Limit::Tags.most());
        assert!(annotation.targets.len() <= Limit::Targets.most());
    }
    let text = "Rain stopped the match on Thursday. “Nobody could see the ball,” said Ann Example.";
    let article = Article::new("rain".parse().expect("an id"), gloss_ingest::plain_text(text));
    let matches = match_library(&import.annotations, &[article], |_| None);
    let mut placed = import.clone();
    placed.place(&matches);
    let preview = ImportPreview::new(|_: &AnnotationId| None, placed.annotations.clone());
    assert!(preview.added.len() <= placed.annotations.len());

    let backup = Backup { annotations: import.annotations.iter().collect(), ..Backup::default() };
    let again = read(&backup.to_json(), 2).expect("a backup is read");
    assert_eq!(again.annotations, import.annotations, "a backup keeps every annotation");
    let written = to_json_ld_collection(&import.annotations).to_string();
    if !import.annotations.is_empty() {
        let again = read(&written, 2).expect("JSON-LD that was written here is read");
        assert_eq!(again.annotations.len(), import.annotations.len(), "{written}");
    }
}
