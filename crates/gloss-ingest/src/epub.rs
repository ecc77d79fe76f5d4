//! Books in EPUB: each chapter is an article, in the order of reading.

use crate::{
    Extracted, IngestError, Warning,
    encoding::{Decoder, decode},
    page::whole,
    tree::{NodeId, Tree, read_xml},
    zip::{Archive, Unreadable},
};
use gloss_text::percent_decode;

/// The most chapters that are read.
const MOST_CHAPTERS: usize = 5000;

/// The chapters of a book. Each has the book's title as its source.
///
/// Fails for what is no book, and for one whose first chapter is larger than may be.
pub(crate) fn chapters(bytes: &[u8], decoder: &dyn Decoder) -> Result<Vec<Extracted>, IngestError> {
    let why = |unreadable| match unreadable {
        Unreadable::Damaged => IngestError::NoBook,
        Unreadable::TooLarge => IngestError::TooLarge,
    };
    let mut archive = Archive::new(bytes).ok_or(IngestError::NoBook)?;
    let container = read(&mut archive, "META-INF/container.xml", decoder).map_err(why)?;
    let rootfile = container.named(Tree::ROOT, "rootfile").next();
    let path = rootfile.and_then(|rootfile| container.attribute(rootfile, "full-path"));
    let package_path = percent_decode(path.ok_or(IngestError::NoBook)?);
    let package = read(&mut archive, &package_path, decoder).map_err(why)?;
    let folder = package_path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let book = Book::of(&package);
    let mut chapters = Vec::new();
    for item in spine(&package).into_iter().take(MOST_CHAPTERS) {
        let Some(address) = package.attribute(item, "href") else { continue };
        let address = address.split('#').next().unwrap_or(address);
        // Addresses are percent-encoded, paths in the archive are not, though some tools write them so.
        let path = join(folder, &percent_decode(address));
        let tree = match read(&mut archive, &path, decoder) {
            Err(Unreadable::Damaged) => read(&mut archive, &join(folder, address), decoder),
            other => other,
        };
        match tree {
            Ok(tree) => {
                let mut chapter = whole(&tree);
                if chapter.text.is_empty() {
                    continue;
                }
                chapter.source.clone_from(&book.title);
                chapter.byline.clone_from(&book.author);
                chapter.date = book.date.as_deref().and_then(crate::facts::first_day);
                chapter.language = chapter.language.or_else(|| book.language.clone());
                "utf-8".clone_into(&mut chapter.encoding);
                chapters.push(chapter);
            }
            Err(Unreadable::TooLarge) => {
                chapters.last_mut().ok_or(IngestError::TooLarge)?.warnings.push(Warning::TooLarge);
                break;
            }
            Err(Unreadable::Damaged) => {}
        }
    }
    Ok(chapters)
}

fn read(archive: &mut Archive, path: &str, decoder: &dyn Decoder) -> Result<Tree, Unreadable> {
    let bytes = archive.read(path)?;
    Ok(read_xml(&decode(&bytes, None, decoder).text))
}

struct Book {
    title: Option<String>,
    author: Option<String>,
    date: Option<String>,
    language: Option<String>,
}

impl Book {
    fn of(package: &Tree) -> Self {
        let all = |name: &str| -> Vec<String> {
            package
                .subtree(Tree::ROOT)
                .filter(|node| {
                    package.name(*node) == name || package.name(*node).strip_prefix("dc:") == Some(name)
                })
                .map(|node| package.words(node))
                .filter(|words| !words.is_empty())
                .collect()
        };
        let first = |name: &str| all(name).into_iter().next();
        let authors = all("creator");
        Self {
            title: first("title"),
            author: (!authors.is_empty()).then(|| authors.join(", ")),
            date: first("date"),
            language: first("language"),
        }
    }
}

/// The items of the manifest in the order of reading, without the table of contents.
fn spine(package: &Tree) -> Vec<NodeId> {
    let items: std::collections::HashMap<&str, NodeId> = package
        .named(Tree::ROOT, "item")
        .filter_map(|item| package.attribute(item, "id").map(|id| (id, item)))
        .collect();
    let is_contents = |item: NodeId| {
        package
            .attribute(item, "properties")
            .is_some_and(|words| words.split_whitespace().any(|word| word == "nav"))
    };
    package
        .named(Tree::ROOT, "itemref")
        .filter_map(|reference| package.attribute(reference, "idref"))
        .filter_map(|id| items.get(id).copied())
        .filter(|item| !is_contents(*item))
        .collect()
}

/// A path below a folder, with `..` resolved.
fn join(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = if path.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for part in path.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{encoding::WesternOnly, pack::pack};

    fn book() -> Vec<u8> {
        let container: &[u8] =
            b"<container><rootfiles><rootfile full-path=\"OEBPS/a.opf\"/></rootfiles></container>";
        let package = "<?xml version='1.0'?><package><metadata><dc:title>Rain &amp; Snow</dc:title><dc:creator>Ann \
            Example</dc:creator><dc:language>en</dc:language><dc:date>2019-05-16</dc:date></metadata><manifest>\
            <item id='n' href='nav.xhtml' properties='nav'/><item id='b' href='Text/two%26more.xhtml'/>\
            <item id='a' href='../one.xhtml#top'/></manifest><spine><itemref idref='n'/><itemref idref='a'/>\
            <itemref idref='b'/><itemref idref='gone'/></spine></package>";
        pack(&[
            ("META-INF/container.xml", container, None),
            ("OEBPS/a.opf", package.as_bytes(), None),
            ("OEBPS/nav.xhtml", b"<html><body><p>Contents</p></body></html>", None),
            (
                "one.xhtml",
                b"<html><head><title/></head><body><h1>First</h1><p>It rains.</p></body></html>",
                None,
            ),
            ("OEBPS/Text/two&more.xhtml", b"<html><body><h2>Second</h2><p>It snows.</p></body></html>", None),
        ])
    }

    #[test]
    fn each_chapter_is_an_article() {
        let chapters = chapters(&book(), &WesternOnly).unwrap();
        let seen: Vec<_> = chapters
            .iter()
            .map(|chapter| (chapter.title.as_deref().unwrap(), chapter.text.as_str()))
            .collect();
        assert_eq!(seen, [("First", "It rains."), ("Second", "It snows.")]);
        let chapter = &chapters[0];
        assert_eq!(chapter.source.as_deref(), Some("Rain & Snow"));
        assert_eq!(chapter.byline.as_deref(), Some("Ann Example"));
        assert_eq!(chapter.date.map(|day| day.to_string()).as_deref(), Some("2019-05-16"));
        assert_eq!(chapter.language.as_deref(), Some("en"));
    }

    #[test]
    fn what_is_no_book_is_said_to_be_none() {
        assert_eq!(chapters(b"PK\x03\x04 no book", &WesternOnly).err(), Some(IngestError::NoBook));
        assert_eq!(chapters(&pack(&[("a", b"b", None)]), &WesternOnly).err(), Some(IngestError::NoBook));
    }
}
