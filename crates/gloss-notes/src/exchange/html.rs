use super::{Entry, passage::safe_link, to_iso_8601};
use crate::Timestamp;
use gloss_text::escape_html;
use std::fmt::Write;

/// A page that needs nothing else: no script, no address it loads from (its policy forbids both), and every
/// word escaped. Colours are told by name too.
pub fn to_html(title: &str, entries: &[Entry], made: Timestamp) -> String {
    const HEAD: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
        <meta name=\"viewport\" content=\"width=device-width\">\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
        <style>\n\
        :root { color-scheme: light dark }\n\
        body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 serif }\n\
        blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: .4rem solid gray; white-space: pre-line }\n\
        .yellow { border-color: gold } .green { border-color: seagreen } .blue { border-color: steelblue }\n\
        .pink { border-color: hotpink } .purple { border-color: rebeccapurple }\n\
        .note { white-space: pre-wrap } footer { font-size: .875rem; opacity: .8 }\n\
        </style>\n";
    let mut page = String::from(HEAD);
    let title = escape_html(title);
    // Writing to a string does not fail.
    let _ = write!(page, "<title>{title}</title>\n</head>\n<body>\n<h1>{title}</h1>\n");
    let mut article = None;
    for Entry { annotation, passages } in entries {
        let colour = annotation.colour.name();
        for passage in passages {
            if article.replace(&passage.article) != Some(&passage.article) {
                let _ = writeln!(page, "<h2>{}</h2>", escape_html(&passage.article));
            }
            if !passage.quote.is_empty() {
                let _ = writeln!(
                    page,
                    "<blockquote class=\"{colour}\" dir=\"auto\">{}</blockquote>",
                    escape_html(&passage.quote)
                );
            }
            if !passage.speaker.is_empty() {
                let _ = writeln!(page, "<p>— {}</p>", escape_html(&passage.speaker));
            }
        }
        if !annotation.note.is_empty() {
            let _ = writeln!(page, "<p class=\"note\" dir=\"auto\">{}</p>", escape_html(&annotation.note));
        }
        let _ = write!(page, "<footer>{colour}");
        for tag in &annotation.tags {
            let _ = write!(page, " · {}", escape_html(tag));
        }
        for link in passages.iter().filter_map(|passage| safe_link(&passage.link)) {
            let _ =
                write!(page, " · <a href=\"{}\" rel=\"noreferrer\">open the passage</a>", escape_html(link));
        }
        let changed = to_iso_8601(annotation.modified);
        let day = changed.split('T').next().unwrap_or_default();
        let _ = writeln!(page, " · <time datetime=\"{changed}\">{day}</time></footer>");
    }
    let _ = write!(page, "<footer>Made {}</footer>\n</body>\n</html>\n", to_iso_8601(made));
    page
}
