use super::{
    Entry, Labels, Passage,
    note_html::{link_html, write_note},
    passage::{in_order, safe_link},
    to_iso_8601,
};
use crate::Timestamp;
use gloss_text::escape_html;
use std::fmt::Write;

const STYLE: &str = "<meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width\">\n\
    <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
    <style>\n\
    :root { color-scheme: light dark }\n\
    body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 serif }\n\
    blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: .4rem solid gray; white-space: pre-line }\n\
    .yellow { border-color: gold } .green { border-color: seagreen } .blue { border-color: steelblue }\n\
    .pink { border-color: hotpink } .purple { border-color: rebeccapurple }\n\
    .note pre { white-space: pre-wrap } footer, .origin { font-size: .875rem; opacity: .8 }\n\
    </style>\n";

/// Writes a page that needs nothing else: no script, no address it loads from (its policy forbids both), and every word
/// escaped. There is a heading for each article with what is known about it, and the entries are in the order of the
/// text. Colours are told by name, too.
pub fn to_html(title: &str, entries: &[Entry], made: Timestamp, labels: &Labels) -> String {
    let title = escape_html(title);
    let mut page =
        format!("<!doctype html>\n<html lang=\"{}\">\n<head>\n{STYLE}", escape_html(labels.language));
    // Writing to a string does not fail.
    let _ = write!(page, "<title>{title}</title>\n</head>\n<body>\n<h1>{title}</h1>\n");
    let mut article = None;
    for entry in in_order(entries) {
        let Entry { annotation, passages } = entry;
        let colour = annotation.colour.name();
        for (number, (passage, target)) in passages.iter().zip(&annotation.targets).enumerate() {
            if number == 0 && article != Some(&target.article) {
                article = Some(&target.article);
                write_heading(&mut page, passage);
            }
            if article != Some(&target.article) {
                let _ = writeln!(page, "<p>{}: {}</p>", labels.also_in, escape_html(&passage.article));
            }
            write_passage(&mut page, passage, colour, labels);
        }
        if !annotation.note.is_empty() {
            page.push_str("<div class=\"note\" dir=\"auto\">\n");
            write_note(&mut page, &annotation.note);
            page.push_str("</div>\n");
        }
        let _ = write!(page, "<footer>{} · {colour}", escape_html((labels.kind_name)(annotation.kind())));
        for tag in entry.tags() {
            let _ = write!(page, " · {}", escape_html(&tag));
        }
        for link in passages.iter().filter_map(|passage| safe_link(&passage.link)) {
            let _ = write!(page, " · {}", link_html(link, &escape_html(labels.open)));
        }
        let changed = to_iso_8601(annotation.modified);
        let day = changed.split('T').next().unwrap_or_default();
        let _ = writeln!(page, " · <time datetime=\"{changed}\">{day}</time></footer>");
    }
    let made = to_iso_8601(made);
    let _ = write!(page, "<footer>{} {made}</footer>\n</body>\n</html>\n", escape_html(labels.made));
    page
}

fn write_heading(page: &mut String, passage: &Passage) {
    let _ = writeln!(page, "<h2>{}</h2>", escape_html(&passage.article));
    let mut origin: Vec<String> = passage.origin().iter().map(|part| escape_html(part)).collect();
    origin.extend(passage.address().map(|address| link_html(address, &escape_html(address))));
    if !origin.is_empty() {
        let _ = writeln!(page, "<p class=\"origin\">{}</p>", origin.join(" · "));
    }
}

fn write_passage(page: &mut String, passage: &Passage, colour: &str, labels: &Labels) {
    if !passage.quote.is_empty() {
        let quote = escape_html(&passage.quote);
        let _ = writeln!(page, "<blockquote class=\"{colour}\" dir=\"auto\">{quote}</blockquote>");
    }
    if !passage.speaker.is_empty() {
        let _ = writeln!(page, "<p>— {}</p>", escape_html(&passage.speaker));
    }
    if !passage.quoted.is_empty() {
        let _ = writeln!(page, "<p>{}: {}</p>", labels.quotes, escape_html(&passage.quoted.join(", ")));
    }
    if let Some(change) = &passage.change {
        let _ = writeln!(page, "<p>{}: {}</p>", labels.corrected, escape_html(&labels.change(change)));
    }
}
