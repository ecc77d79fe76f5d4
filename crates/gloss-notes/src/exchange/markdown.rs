use super::{Entry, passage::safe_link};
use std::fmt::Write;

/// One document, by article in the order of the entries, ready for Obsidian: quotes as block quotes, tags as
/// `#tags`, and a block id under each annotation so that other notes can point to it. The reader's notes
/// stand as they were written, being Markdown themselves; what comes from articles is escaped.
pub fn to_markdown(entries: &[Entry]) -> String {
    // Writing to a string does not fail.
    let mut document = String::new();
    let mut article = None;
    for Entry { annotation, passages } in entries {
        for passage in passages {
            if article.replace(&passage.article) != Some(&passage.article) {
                let _ = write!(document, "## {}\n\n", escape(&line(&passage.article)));
            }
            if !passage.quote.is_empty() {
                for line in passage.quote.trim().lines() {
                    document.push_str(format!("> {}", escape(line.trim())).trim_end());
                    document.push('\n');
                }
                if !passage.speaker.is_empty() {
                    let _ = write!(document, ">\n> — {}\n", escape(&line(&passage.speaker)));
                }
                document.push('\n');
            }
        }
        if !annotation.note.trim().is_empty() {
            document.push_str(annotation.note.trim());
            document.push_str("\n\n");
        }
        let tags: Vec<String> =
            annotation.tags.iter().map(|tag| tag_name(tag)).filter(|tag| tag.len() > 1).collect();
        if !tags.is_empty() {
            let _ = writeln!(document, "Tags: {}  ", tags.join(" "));
        }
        let _ = write!(document, "Colour: {}", annotation.colour.name());
        for link in passages.iter().filter_map(|passage| safe_link(&passage.link)) {
            let _ = write!(document, "  \n[Open the passage](<{}>)", link.replace(['<', '>'], ""));
        }
        let _ = write!(document, "\n\n^{}\n\n", block_id(&annotation.id));
    }
    document
}

/// The characters that mean something in Markdown stand for themselves. At the beginning of a line, those
/// that would make it a heading, a list or a quotation are among them.
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

/// On one line.
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
fn block_id(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}
