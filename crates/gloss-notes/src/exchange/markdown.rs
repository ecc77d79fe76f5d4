use super::{
    Entry, Labels, Passage,
    passage::{in_order, safe_link},
};
use crate::AnnotationId;
use gloss_text::ArticleId;
use std::fmt::Write;

/// Writes one document, ready for Obsidian: a heading for each article with what is known about it, then the entries in
/// the order of the text. Quotations are block quotes, tags are `#tags`, and a block id under each annotation lets other
/// notes point to it. The reader's notes are Markdown themselves and are written as they are; what comes from articles
/// is escaped.
pub fn to_markdown(entries: &[Entry], labels: &Labels) -> String {
    // Writing to a string does not fail.
    let mut document = String::new();
    let mut article = None;
    for entry in in_order(entries) {
        let Entry { annotation, passages } = entry;
        for (number, (passage, target)) in passages.iter().zip(&annotation.targets).enumerate() {
            if number == 0 && article != Some(&target.article) {
                article = Some(&target.article);
                write_heading(&mut document, passage);
            }
            write_passage(&mut document, passage, also_in(article, &target.article), labels);
        }
        if !annotation.note.trim().is_empty() {
            document.push_str(annotation.note.trim());
            document.push_str("\n\n");
        }
        let tags: Vec<String> =
            entry.tags().iter().map(|tag| tag_name(tag)).filter(|tag| tag.len() > 1).collect();
        if !tags.is_empty() {
            let _ = writeln!(document, "{}: {}  ", labels.tags, tags.join(" "));
        }
        let kind = (labels.kind_name)(annotation.kind());
        let _ =
            write!(document, "{}: {kind}  \n{}: {}", labels.kind, labels.colour, annotation.colour.name());
        for link in passages.iter().filter_map(|passage| safe_link(&passage.link)) {
            let _ = write!(document, "  \n[{}](<{}>)", labels.open, link.replace(['<', '>'], ""));
        }
        let _ = write!(document, "\n\n^{}\n\n", block_id(&annotation.id));
    }
    document
}

/// Whether a passage is in another article than the heading above it names.
fn also_in(heading: Option<&ArticleId>, article: &ArticleId) -> bool {
    heading != Some(article)
}

fn write_heading(document: &mut String, passage: &Passage) {
    let _ = write!(document, "## {}\n\n", escape(&line(&passage.article)));
    let mut origin: Vec<String> = passage.origin().iter().map(|part| escape(&line(part))).collect();
    origin.extend(passage.address().map(|address| format!("<{}>", address.replace(['<', '>'], ""))));
    if !origin.is_empty() {
        let _ = write!(document, "{}\n\n", origin.join(" · "));
    }
}

fn write_passage(document: &mut String, passage: &Passage, elsewhere: bool, labels: &Labels) {
    if elsewhere {
        let _ = write!(document, "{}: {}\n\n", labels.also_in, escape(&line(&passage.article)));
    }
    if !passage.quote.trim().is_empty() {
        // An empty line between two paragraphs keeps them apart.
        let lines = passage.quote.lines().map(str::trim).filter(|line| !line.is_empty());
        let paragraphs: Vec<String> = lines.map(|line| format!("> {}\n", escape(line))).collect();
        document.push_str(&paragraphs.join(">\n"));
        if !passage.speaker.is_empty() {
            let _ = write!(document, ">\n> — {}\n", escape(&line(&passage.speaker)));
        }
        document.push('\n');
    }
    if !passage.quoted.is_empty() {
        let names: Vec<String> = passage.quoted.iter().map(|name| escape(&line(name))).collect();
        let _ = write!(document, "{}: {}\n\n", labels.quotes, names.join(", "));
    }
    if let Some(change) = &passage.change {
        let _ = write!(document, "{}: {}\n\n", labels.corrected, escape(&line(&labels.change(change))));
    }
}

/// Escapes the characters that mean something in Markdown, at the beginning of a line also those that would make it
/// a list.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    for (at, c) in text.char_indices() {
        let marks = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '#' | '=' | '^' | '%' | '&'
        );
        let begins =
            at == 0 && matches!(c, '-' | '+') || at == digits && digits > 0 && matches!(c, '.' | ')');
        if marks || begins {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Puts a text on one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Obsidian's tags are letters, digits, hyphens, underscores and slashes, with a letter among them.
fn tag_name(tag: &str) -> String {
    let kept = |c: char| if c.is_alphanumeric() || matches!(c, '_' | '/') { c } else { '-' };
    let name: String = tag.trim().chars().map(kept).collect();
    let letter = name.contains(|c: char| !c.is_numeric());
    if name.is_empty() { name } else { format!("#{}{name}", if letter { "" } else { "n" }) }
}

/// Obsidian's block ids are ASCII letters, digits and hyphens.
fn block_id(id: &AnnotationId) -> String {
    id.as_str().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}
