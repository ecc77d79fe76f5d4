//! Zotero, a note made from annotations and exported as Markdown: the words between quotation marks, the citation and a
//! link into the document in brackets, then the comment, in one paragraph.

use super::{Import, foreign::Highlight};
use crate::{AnnotationId, Timestamp};

/// Reads the file if it is such a note.
pub(super) fn read(file: &str, now: Timestamp, import: &mut Import) -> bool {
    let title = file.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let is_note =
        file.contains("](zotero://") || title.trim_start_matches(['#', ' ']).starts_with("Annotations");
    if !is_note {
        return false;
    }
    let found = file.lines().filter_map(|line| annotation(&without_tags(line)));
    for (highlight, key) in found {
        let Some(mut annotation) = highlight.into_annotation(now) else { continue };
        if let Some(id) = key.and_then(|key| AnnotationId::new(format!("urn:gloss:zotero:{key}"))) {
            annotation.id = id;
        }
        import.annotations.push(annotation);
    }
    !import.annotations.is_empty()
}

/// The annotation in a paragraph, and the key that Zotero gave it.
fn annotation(line: &str) -> Option<(Highlight, Option<String>)> {
    let line = line.trim().trim_start_matches("- ").trim_start();
    let (quote, rest) = match line.strip_prefix(['“', '"']) {
        Some(inner) => {
            let (at, mark) = ["” (", "\" ("].iter().find_map(|end| Some((inner.find(end)?, end)))?;
            (inner.get(..at)?, inner.get(at + mark.len() - 1..)?)
        }
        None => ("", line),
    };
    let mut rest = rest.trim_start();
    let mut brackets = Vec::new();
    while let Some((inside, behind)) = bracket(rest) {
        brackets.push(inside);
        rest = behind.trim_start();
    }
    let citation = brackets.first()?;
    let within = |mark: &str| {
        let key = brackets.iter().find_map(|inside| Some(inside.split_once(mark)?.1))?;
        Some(key.chars().take_while(char::is_ascii_alphanumeric).collect::<String>())
    };
    let key = within("annotation=");
    // A note in brackets that is no citation belongs to the reader's own text.
    if quote.is_empty() && key.is_none() && within("zotero://select/").is_none() {
        return None;
    }
    let item = within("/items/").filter(|key| !key.is_empty());
    let source = match item {
        Some(item) => format!("zotero://select/library/items/{item}"),
        None => citation.split(", p. ").next().unwrap_or(citation).to_owned(),
    };
    let highlight = Highlight {
        program: "zotero",
        source,
        quote: without_escapes(quote),
        note: without_escapes(rest),
        place: (*citation).to_owned(),
        ..Highlight::default()
    };
    Some((highlight, key))
}

/// What is between the bracket at the beginning of `text` and the one that closes it, and what follows.
fn bracket(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('(')?;
    let mut depth = 1;
    for (at, c) in inner.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((inner.get(..at)?, inner.get(at + 1..)?));
        }
    }
    None
}

/// The line without the tags by which Zotero colours highlights.
fn without_tags(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let known = ["mark", "/mark", "span", "/span"].iter().any(|name| tag.starts_with(name));
        if !known {
            text.push('<');
            rest = tag;
            continue;
        }
        // Without an end of the tag, all that follows is text.
        let Some((_, behind)) = tag.split_once('>') else { return text + "<" + tag };
        rest = behind;
    }
    text + rest
}

fn without_escapes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.trim().chars().peekable();
    while let Some(c) = characters.next() {
        match characters.peek() {
            Some(next) if c == '\\' && next.is_ascii_punctuation() => plain.extend(characters.next()),
            _ => plain.push(c),
        }
    }
    plain
}
