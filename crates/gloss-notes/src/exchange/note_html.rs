use super::escape_html;
use crate::{NoteBlock, NoteInline, note_blocks};
use std::fmt::Write;

/// Writes a note with its paragraphs, lists, quotations and marks, as the page shows it.
pub(super) fn write_note(page: &mut String, note: &str) {
    write_blocks(page, &note_blocks(note));
}

// Writing to a string does not fail.
fn write_blocks(page: &mut String, blocks: &[NoteBlock]) {
    for block in blocks {
        match block {
            NoteBlock::Paragraph(words) => {
                let _ = writeln!(page, "<p>{}</p>", inline(words));
            }
            NoteBlock::Quote(blocks) => {
                page.push_str("<blockquote>\n");
                write_blocks(page, blocks);
                page.push_str("</blockquote>\n");
            }
            NoteBlock::List { ordered, items } => {
                let name = if *ordered { "ol" } else { "ul" };
                let _ = write!(page, "<{name}>");
                for words in items {
                    let _ = write!(page, "<li>{}</li>", inline(words));
                }
                let _ = writeln!(page, "</{name}>");
            }
            NoteBlock::Code(code) => {
                let _ = writeln!(page, "<pre><code>{}</code></pre>", escape_html(code));
            }
        }
    }
}

fn inline(words: &[NoteInline]) -> String {
    let one = |word: &NoteInline| match word {
        NoteInline::Text(text) => escape_html(text),
        NoteInline::Break => "<br>\n".to_owned(),
        NoteInline::Strong(words) => format!("<strong>{}</strong>", inline(words)),
        NoteInline::Emphasis(words) => format!("<em>{}</em>", inline(words)),
        NoteInline::Code(code) => format!("<code>{}</code>", escape_html(code)),
        NoteInline::Link { words, to } => link_html(to, &inline(words)),
    };
    words.iter().map(one).collect()
}

/// Returns a link. The words are escaped already.
pub(super) fn link_html(to: &str, words: &str) -> String {
    format!("<a href=\"{}\" rel=\"noreferrer\">{words}</a>", escape_html(to))
}
