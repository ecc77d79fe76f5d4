use crate::{
    Extracted,
    data_addresses::without_data_addresses,
    encoding::{Decoded, Decoder, decode},
    epub, markdown, mhtml,
    page::page,
    plain_text,
    tree::Tree,
};
use std::fmt;

/// Makes a tree of a page's text: [`parse`](crate::tree::parse), or a browser's parser.
pub type Parser<'a> = &'a dyn Fn(&str) -> Tree;

/// What kind of file was brought in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A page.
    Html,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A book, of which each chapter is an article.
    Epub,
    /// A page with its pictures in one file.
    Mhtml,
}

impl Kind {
    /// The word that the command line prints.
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Epub => "epub",
            Self::Mhtml => "mhtml",
        }
    }

    /// Tells a file's kind by what it holds, and by its name where that is not enough.
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
        if bytes.starts_with(b"PK\x03\x04") {
            return Self::Epub;
        }
        match ending.as_str() {
            "html" | "htm" | "xhtml" | "xht" => {
                return if mhtml::is_mhtml(bytes) { Self::Mhtml } else { Self::Html };
            }
            "md" | "markdown" | "mdown" | "mkd" => return Self::Markdown,
            "mhtml" | "mht" | "eml" if mhtml::is_mhtml(bytes) => return Self::Mhtml,
            "epub" => return Self::Epub,
            _ => {}
        }
        // A page in UTF-16 has a zero in every other byte.
        let head: String =
            bytes.iter().take(2048).filter(|byte| **byte != 0).map(|byte| char::from(*byte)).collect();
        let head = head.trim_start_matches(|c: char| !c.is_ascii_graphic()).to_ascii_lowercase();
        if mhtml::is_mhtml(bytes) {
            Self::Mhtml
        } else if ["<!doctype html", "<html", "<head", "<body", "<!-- saved from"]
            .iter()
            .any(|tag| head.starts_with(tag))
            || (head.starts_with('<') && (head.contains("<html") || head.contains("<p>")))
        {
            Self::Html
        } else {
            Self::Text
        }
    }
}

/// Why nothing can be taken out of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IngestError {
    /// It is larger than 256 MB, or a chapter of it is larger than 32 MB.
    TooLarge,
    /// It is an archive, but no book; or its book is damaged.
    NoBook,
    /// It is a message without a page in it.
    NoPage,
    /// There is no text in it.
    Empty,
}

impl fmt::Display for IngestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "the file is larger than 256 MB, or a chapter of it than 32 MB",
            Self::NoBook => "the archive is no book in EPUB, or it is damaged",
            Self::NoPage => "there is no page in the message",
            Self::Empty => "there is no text in the file",
        })
    }
}

impl std::error::Error for IngestError {}

/// Larger files are refused, in bytes.
const LARGEST: usize = 256 << 20;

/// Takes the articles out of a file: one, or those of a book's chapters. `address` is where the file came from, if
/// that is known.
pub fn ingest(
    kind: Kind,
    bytes: &[u8],
    address: Option<&str>,
    decoder: &dyn Decoder,
    parser: Parser,
) -> Result<Vec<Extracted>, IngestError> {
    if bytes.len() > LARGEST {
        return Err(IngestError::TooLarge);
    }
    let found = match kind {
        Kind::Epub => epub::chapters(bytes, decoder)?,
        Kind::Mhtml => {
            let found = mhtml::page(bytes).ok_or(IngestError::NoPage)?;
            let text = decode(&found.html, found.charset.as_deref(), decoder);
            vec![html(text, address.or(found.address.as_deref()), parser)]
        }
        Kind::Html => vec![html(decode(bytes, None, decoder), address, parser)],
        Kind::Markdown => vec![of_text(decode(bytes, None, decoder), address, markdown::markdown)],
        Kind::Text => vec![of_text(decode(bytes, None, decoder), address, text)],
    };
    let is_nothing = |c: char| c.is_whitespace() || c.is_control();
    if found.iter().all(|extracted| extracted.text.chars().all(is_nothing)) {
        return Err(IngestError::Empty);
    }
    Ok(found)
}

fn html(decoded: Decoded, address: Option<&str>, parser: Parser) -> Extracted {
    let text = without_data_addresses(&decoded.text);
    let saved_from = saved_from(&text);
    let tree = parser(&text);
    let mut extracted = page(&tree, address.or(saved_from.as_deref()));
    extracted.encoding = decoded.encoding;
    extracted.warnings.extend(decoded.warnings);
    extracted
}

fn of_text(decoded: Decoded, address: Option<&str>, read: fn(&str) -> Extracted) -> Extracted {
    let mut extracted = read(&decoded.text.replace("\r\n", "\n").replace('\r', "\n"));
    extracted.url = extracted.url.or_else(|| address.map(str::to_owned));
    extracted.encoding = decoded.encoding;
    extracted.warnings.extend(decoded.warnings);
    extracted
}

fn text(text: &str) -> Extracted {
    let document = plain_text(text);
    Extracted { text: document.text().to_owned(), blocks: document.blocks().to_vec(), ..Extracted::default() }
}

/// The address that browsers and `SingleFile` write in a comment at the beginning of a page they save.
pub fn saved_from(html: &str) -> Option<String> {
    let head: String = html.chars().take(4000).collect();
    let rest = head.split_once("<!-- saved from url=(").and_then(|(_, rest)| rest.split_once(')'));
    let rest = rest.or_else(|| {
        let (_, rest) = head.split_once("Page saved with SingleFile")?;
        rest.split_once("url:")
    });
    let address = rest?.1.split_whitespace().next()?;
    address.starts_with("http").then(|| address.to_owned())
}

/// Reads a tree that a browser made of a page, as [`ingest`] does for a page's bytes: those are
/// [decoded](crate::encoding::decode) and go through
/// [`without_data_addresses`](crate::without_data_addresses) first. Of `html`, the page itself, only the beginning is
/// looked at.
pub fn ingest_tree(tree: &Tree, html: &str, address: Option<&str>) -> Extracted {
    let saved_from = saved_from(html);
    page(tree, address.or(saved_from.as_deref()))
}

#[cfg(all(test, feature = "html5ever", feature = "encoding_rs"))]
mod tests {
    use super::*;
    use crate::{encoding::EveryEncoding, tree::parse};
    use proptest::prelude::*;

    #[track_caller]
    fn check(name: &str, bytes: &[u8], kind: Kind) {
        assert_eq!(Kind::of(name, bytes), kind, "{name}");
    }

    #[test]
    fn a_file_shows_its_kind() {
        check("a.txt", b"<!DOCTYPE html><p>Rain", Kind::Html);
        check("a", b"<\0h\0t\0m\0l\0>\0", Kind::Html);
        check("a.md", b"# Rain", Kind::Markdown);
        check(
            "a.html",
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related",
            Kind::Mhtml,
        );
        check("a.zip", b"PK\x03\x04", Kind::Epub);
        check("a.txt", b"Less < more", Kind::Text);
    }

    #[test]
    fn a_saved_page_says_where_it_was() {
        assert_eq!(
            saved_from("<!DOCTYPE html>\n<!-- saved from url=(0022)https://x.example/rain -->\n<html>")
                .as_deref(),
            Some("https://x.example/rain")
        );
        assert_eq!(
            saved_from("<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://x.example/a \n saved date: Mon")
                .as_deref(),
            Some("https://x.example/a")
        );
        assert_eq!(saved_from("<html><p>url: https://x.example"), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_bytes_of_any_kind_give_articles_or_an_error(
            bytes in prop::collection::vec(any::<u8>(), 0..300), kind in 0usize..5
        ) {
            let kind = [Kind::Html, Kind::Text, Kind::Markdown, Kind::Epub, Kind::Mhtml][kind];
            for extracted in ingest(kind, &bytes, None, &EveryEncoding, &parse).unwrap_or_default() {
                for block in &extracted.blocks {
                    prop_assert!(!block.span.of(&extracted.text).is_empty());
                }
            }
        }

        #[test]
        fn any_tag_soup_gives_an_article_or_an_error(
            parts in prop::collection::vec(
                "</?(p|div|article|h1|ul|li|a href=x|time datetime=2019|aside|br|table|td|figcaption|blockquote|pre|body)( class=(author|share|content))?>|[A-Z][a-z ,.]{0,90}",
                0..60,
            )
        ) {
            let html = parts.concat();
            let words = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
            if let Ok(found) = ingest(Kind::Html, html.as_bytes(), None, &EveryEncoding, &parse) {
                // Nothing is lost: what is not in the text is left out with a reason.
                let extracted = &found[0];
                let kept = words(&extracted.text) + extracted.left_out.iter().map(|passage| words(&passage.text)).sum::<usize>();
                prop_assert_eq!(kept, words(&parse(&html).words(Tree::ROOT)));
            }
        }
    }
}
