//! Readwise, CSV. A row a highlight; the columns are known by their names, of which the export and the documented form
//! for import have different ones.

use super::{
    Import, Unreadable,
    csv::rows,
    foreign::{Highlight, colour},
    time::from_iso_8601,
};
use crate::{Timestamp, distinct_tags};
use serde_json::Value;

/// Reads the file if its first row has the columns of Readwise.
pub(super) fn read(file: &str, now: Timestamp, import: &mut Import) -> bool {
    let mut rows = rows(file).into_iter();
    let header: Vec<String> =
        rows.next().unwrap_or_default().iter().map(|name| name.trim().to_lowercase()).collect();
    let column = |names: &[&str]| header.iter().position(|name| names.contains(&name.as_str()));
    let (Some(quote), Some(title)) = (column(&["highlight"]), column(&["title", "book title"])) else {
        return false;
    };
    let address = column(&["url", "source url"]);
    let [note, colours, tags, place, made] = [
        column(&["note"]),
        column(&["color", "colour"]),
        column(&["tags"]),
        column(&["location"]),
        column(&["highlighted at", "date"]),
    ];
    for (at, row) in rows.enumerate() {
        let cell = |column: Option<usize>| {
            column.and_then(|column| row.get(column)).map(|cell| cell.trim().to_owned()).unwrap_or_default()
        };
        let named = Some(cell(address)).filter(|address| !address.is_empty());
        let highlight = Highlight {
            program: "readwise",
            source: named.unwrap_or_else(|| cell(Some(title))),
            quote: cell(Some(quote)),
            note: cell(note),
            tags: distinct_tags(cell(tags).split(',')),
            colour: colour(&cell(colours)),
            place: cell(place),
            made: from_iso_8601(&cell(made)),
        };
        match highlight.into_annotation(now) {
            Some(annotation) => import.annotations.push(annotation),
            None => import.set_aside(at + 1, Unreadable::NoWords, Value::from(row.clone())),
        }
    }
    true
}
