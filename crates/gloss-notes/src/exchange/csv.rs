use super::{Entry, Labels, passage::passages_in_order, to_iso_8601};

const COLUMNS: [&str; 17] = [
    "article",
    "source",
    "author",
    "published",
    "address",
    "quote",
    "speaker",
    "quoted",
    "kind",
    "corrected",
    "note",
    "tags",
    "colour",
    "link",
    "created",
    "modified",
    "id",
];

/// Writes a table of one row a passage (RFC 4180), for spreadsheets, in the order of the articles and of their texts.
///
/// It begins with a byte order mark, without which Excel takes it for another encoding than UTF-8.
pub fn to_csv(entries: &[Entry], labels: &Labels) -> String {
    let mut table = format!("\u{feff}{}", row(&COLUMNS.map(str::to_owned)));
    for (entry, passage) in passages_in_order(entries) {
        let (annotation, metadata) = (entry.annotation, passage.metadata.clone());
        table.push_str(&row(&[
            passage.article.clone(),
            metadata.source.unwrap_or_default(),
            metadata.author.unwrap_or_default(),
            metadata.published.map(|day| day.to_string()).unwrap_or_default(),
            metadata.address.unwrap_or_default(),
            passage.quote.clone(),
            passage.speaker.clone(),
            passage.quoted.join("; "),
            annotation.kind().name().to_owned(),
            passage.change.as_ref().map(|change| labels.change(change)).unwrap_or_default(),
            annotation.note.clone(),
            entry.tags().join("; "),
            annotation.colour.name().to_owned(),
            passage.link.clone(),
            to_iso_8601(annotation.created),
            to_iso_8601(annotation.modified),
            annotation.id.to_string(),
        ]));
    }
    table
}

fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| to_csv_field(&without_formula(cell), ',')).collect();
    cells.join(",") + "\r\n"
}

/// Returns one field, in quotation marks if it needs them.
pub fn to_csv_field(value: &str, separator: char) -> String {
    if value.contains([separator, '"', '\n', '\r']) {
        format!("\"{}\"", value.replace('"', "\"\""))
    } else {
        value.to_owned()
    }
}

/// Returns the rows of a table (RFC 4180) without blank ones. Lines may end in any way, and the last one need not
/// end.
pub(super) fn rows(table: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut characters = table.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if quoted && characters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted && characters.peek() == Some(&'\n') => {}
            '\r' | '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    if !(cell.is_empty() && row.is_empty()) {
        row.push(cell);
        rows.push(row);
    }
    rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    rows
}

/// Spreadsheets compute what begins like a formula, white space before it or not: an apostrophe in front
/// makes it text (OWASP, "CSV Injection").
fn without_formula(cell: &str) -> String {
    let risky = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let blank = |c: char| c.is_whitespace() || c.is_control();
    let begins = cell.trim_start_matches(blank).starts_with(risky) || cell.starts_with(['\t', '\r', '\n']);
    if begins { format!("'{cell}") } else { cell.to_owned() }
}
