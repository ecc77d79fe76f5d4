//! The comparison as a file: a page that stands alone, Markdown, or a table.

use crate::{
    page, story,
    told::{Choices, Mode, Section, Told, sigil},
    words,
};
use gloss_story::ArticleIndex;
use gloss_text::Article;
use gloss_view::{Effect, Node, el};
use std::fmt::Write;

/// No script, no address that anything is loaded from: the policy forbids both.
const STYLE: &str = "<meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width\">\n\
    <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
    <style>\n\
    :root { color-scheme: light dark }\n\
    body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 serif }\n\
    section { border-top: 1px solid; padding-block: 1rem }\n\
    small, .about { font: .875rem/1.4 sans-serif; opacity: .8 }\n\
    ol, ul { list-style: none; padding: 0 } li { padding-block: .4rem } li > p, .by { margin: 0 }\n\
    .line, .articles li { display: flex; gap: .7rem; align-items: baseline } .sigs { white-space: nowrap }\n\
    .sig { font: 600 .8125rem/1.35rem sans-serif; min-width: 1.45rem; border: 1px solid; border-radius: 1rem; text-align: center; display: inline-block }\n\
    blockquote { margin: .3rem 0 1rem; white-space: pre-line }\n\
    ins { text-decoration: underline 2px #98301a } .said { background: color-mix(in srgb, currentColor 9%, transparent) }\n\
    .phrase::after { content: ' · ' } .phrase:last-child::after { content: none } .again { font-size: .75rem; margin-inline-start: .3rem }\n\
    .wide { overflow-x: auto } table { border-collapse: collapse } th, td { text-align: start; vertical-align: top; padding: .4rem .8rem .4rem 0; border-top: 1px solid }\n\
    th span:not(.sig) { display: block; font-weight: 400; font-size: .875rem } .length { width: 5rem; height: .7rem; fill: currentColor; opacity: .5; margin-inline-end: .4rem }\n\
    a { color: inherit; text-decoration-thickness: 1px }\n\
    </style>\n";

/// Has the page save the story in one of the forms `html`, `markdown` and `csv`.
pub(crate) fn save(told: &Told, name: &str, choices: &Choices, form: &str) -> Effect {
    let choices = Choices { mode: Mode::File, ..choices.clone() };
    let sections = story::sections(told, &choices);
    let (ending, mime, text) = match form {
        "csv" => ("csv", "text/csv", to_csv(told, &sections)),
        "markdown" => ("md", "text/markdown", to_markdown(told, name, &sections)),
        _ => ("html", "text/html", to_html(told, name, &sections, &choices)),
    };
    Effect::Save { name: format!("gloss-story.{ending}"), mime: mime.to_owned(), text }
}

fn to_html(told: &Told, name: &str, sections: &[Section], choices: &Choices) -> String {
    let title = Node::from(name).to_html();
    let sections = sections.iter().filter(|section| !section.statements.is_empty());
    let body: String = [Node::from(el("h1").text(name)), sources(told)]
        .into_iter()
        .chain(sections.filter_map(|section| section.draw(choices)))
        .map(|node| node.to_html() + "\n")
        .collect();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n{STYLE}<title>{title}</title>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )
}

/// The articles with their letters and addresses.
fn sources(told: &Told) -> Node {
    let row = |(index, (article, _)): (ArticleIndex, &(std::rc::Rc<Article>, _))| {
        let address = article.metadata.address.clone();
        el("li")
            .child(told.sigil(index))
            .child(page::title(&told.home, article))
            .children(address.map(|address| el("a").attr("href", address.clone()).text(address)))
    };
    let list = el("ol").class("articles").attr("aria-label", words::ARTICLES);
    list.children(told.indices().zip(&told.articles).map(row)).into()
}

fn to_markdown(told: &Told, name: &str, sections: &[Section]) -> String {
    let mut page = format!("# {}\n\n## {}\n\n", plain(name), words::ARTICLES);
    // Writing to a string does not fail.
    for (index, (article, _)) in told.indices().zip(&told.articles) {
        let _ = writeln!(page, "- {}: {}", sigil(index), plain(&about(article).join(", ")));
    }
    for section in sections.iter().filter(|section| !section.statements.is_empty()) {
        let _ = write!(page, "\n## {}\n\n{}\n", section.title, section.about);
        let mut group = None;
        for statement in &section.statements {
            let heading = statement.group.as_ref();
            if group != heading.map(|(key, _)| key) || statement.key == section.statements[0].key {
                group = heading.map(|(key, _)| key);
                let heading = heading.map(|(_, nodes)| nodes.iter().map(Node::to_text).collect::<String>());
                let _ = match heading {
                    Some(heading) => write!(page, "\n### {}\n\n", plain(&heading)),
                    None => writeln!(page),
                };
            }
            let _ = writeln!(page, "- {}", plain(&statement.claim));
            for place in &statement.places {
                let _ = writeln!(
                    page,
                    "  - [{}]({}): “{}”{}",
                    sigil(place.passage.article),
                    told.address(place.passage),
                    plain(told.words(place.passage)),
                    if place.about.is_empty() {
                        String::new()
                    } else {
                        format!(" ({})", plain(&place.about))
                    },
                );
            }
        }
    }
    page
}

fn about(article: &Article) -> Vec<String> {
    let metadata = &article.metadata;
    [
        Some(article.title()),
        metadata.source.clone(),
        metadata.published.map(|day| day.to_string()),
        metadata.address.clone(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Text on one line, with nothing in it that Markdown takes for a sign.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if matches!(c, '\\' | '*' | '_' | '[' | ']' | '<' | '`' | '#') {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}

const COLUMNS: [&str; 11] = [
    "section",
    "about",
    "statement",
    "letter",
    "article",
    "source",
    "published",
    "quotation",
    "remark",
    "link",
    "address",
];

/// One row a passage (RFC 4180), after a byte order mark, without which Excel takes it for another encoding.
fn to_csv(told: &Told, sections: &[Section]) -> String {
    let mut table = format!("\u{feff}{}", row(&COLUMNS.map(str::to_owned)));
    for section in sections {
        for statement in &section.statements {
            let group = statement.group.as_ref();
            let group = group.map(|(_, nodes)| nodes.iter().map(Node::to_text).collect::<String>());
            for place in &statement.places {
                let Some(article) = told.article(place.passage.article) else { continue };
                let metadata = &article.metadata;
                table.push_str(&row(&[
                    section.title.to_owned(),
                    group.clone().unwrap_or_default(),
                    statement.claim.clone(),
                    sigil(place.passage.article),
                    article.title(),
                    metadata.source.clone().unwrap_or_default(),
                    metadata.published.map(|day| day.to_string()).unwrap_or_default(),
                    told.words(place.passage).to_owned(),
                    place.about.clone(),
                    told.address(place.passage),
                    metadata.address.clone().unwrap_or_default(),
                ]));
            }
        }
    }
    table
}

fn row(cells: &[String]) -> String {
    cells.iter().map(|cell| to_field(cell)).collect::<Vec<_>>().join(",") + "\r\n"
}

/// A cell that no spreadsheet takes for a formula, in quotation marks if it needs them.
fn to_field(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stay_cells_and_words_stay_words() {
        assert_eq!(row(&["a".into(), "b \"c\", d".into(), "=1+1".into()]), "a,\"b \"\"c\"\", d\",'=1+1\r\n");
        assert_eq!(plain("a *b*\n [c](d)"), "a \\*b\\* \\[c\\](d)");
    }
}
