//! Kindle, `My Clippings.txt`. An entry is the title with the author in brackets, a line that tells kind, place and
//! time, an empty line, the words, and a line of `=`. The device writes the second line in the reader's language;
//! kinds are read in English, times where the month begins as in English, and the rest is taken for highlights of no
//! known time.

use super::{Import, Unreadable, foreign::Highlight, time::from_iso_8601};
use crate::Timestamp;
use serde_json::Value;

const END: &str = "==========";

/// A clipping before notes are joined with what they are about.
struct Clipping {
    /// Its number in the file, from 1.
    number: usize,
    highlight: Highlight,
    is_note: bool,
    /// First and last location; 0 where none is told.
    locations: (u64, u64),
}

/// Reads the file if it is made of clippings.
pub(super) fn read(file: &str, now: Timestamp, import: &mut Import) -> bool {
    if !file.lines().any(|line| line.trim_end() == END) {
        return false;
    }
    let mut clippings: Vec<Clipping> = Vec::new();
    let mut lines = file.lines().map(str::trim_end);
    let mut read = 0;
    for number in 1.. {
        let entry: Vec<&str> = lines.by_ref().take_while(|line| *line != END).collect();
        if entry.is_empty() {
            break;
        }
        let Some(clipping) = clipping(number, &entry) else {
            import.set_aside(number, Unreadable::Incomplete, Value::from(entry.join("\n")));
            continue;
        };
        read += 1;
        let (first, last) = clipping.locations;
        let is_about = |other: &&mut Clipping| {
            other.highlight.source == clipping.highlight.source
                && !other.is_note
                && other.highlight.note.is_empty()
                && (other.locations.0..=other.locations.1).contains(&last)
        };
        // A note is told beside the highlight that it was written on: before or after it.
        let near =
            clippings.iter_mut().rev().take(2).find(is_about).filter(|_| clipping.is_note && first > 0);
        if let Some(other) = near {
            other.highlight.note.clone_from(&clipping.highlight.note);
            continue;
        }
        clippings.push(clipping);
    }
    join_notes_before(&mut clippings);
    for clipping in clippings {
        let words = Value::from(clipping.highlight.source.clone());
        match clipping.highlight.into_annotation(now) {
            Some(annotation) => import.annotations.push(annotation),
            // A bookmark.
            None => import.set_aside(clipping.number, Unreadable::NoWords, words),
        }
    }
    read > 0
}

/// Joins notes with the highlight right after them that ends where they are.
fn join_notes_before(clippings: &mut Vec<Clipping>) {
    let mut at = 0;
    while let [first, second, ..] = clippings.get_mut(at..).unwrap_or_default() {
        let belongs = first.is_note
            && !second.is_note
            && second.highlight.note.is_empty()
            && first.locations.0 > 0
            && first.highlight.source == second.highlight.source
            && (second.locations.0..=second.locations.1).contains(&first.locations.1);
        if belongs {
            second.highlight.note = std::mem::take(&mut first.highlight.note);
            // Marked as empty, and taken out below in one go.
            first.highlight.program = "";
        }
        at += 1;
    }
    clippings.retain(|clipping| !clipping.highlight.program.is_empty());
}

fn clipping(number: usize, entry: &[&str]) -> Option<Clipping> {
    let [title, told, words @ ..] = entry else { return None };
    let told = told.trim_start().strip_prefix('-')?;
    let title = title.trim_start_matches('\u{feff}').trim();
    let source =
        title.strip_suffix(')').and_then(|title| title.rsplit_once(" (")).map_or(title, |(title, _)| title);
    let parts: Vec<&str> = told.split('|').collect();
    let (made, place) = parts.split_last()?;
    let place = place.last().copied().unwrap_or_default().trim();
    let is_note = parts.first()?.split_whitespace().any(|word| word == "Note");
    let words = words.join("\n").trim().to_owned();
    let (quote, note) = if is_note { (String::new(), words) } else { (words, String::new()) };
    Some(Clipping {
        number,
        highlight: Highlight {
            program: "kindle",
            source: source.to_owned(),
            quote,
            note,
            place: place.to_owned(),
            made: time(made),
            ..Highlight::default()
        },
        is_note,
        locations: locations(place),
    })
}

/// The last one or two numbers of "Location 170-172".
fn locations(place: &str) -> (u64, u64) {
    let numbers = place.rsplit(' ').next().unwrap_or_default();
    let (first, last) = numbers.split_once('-').unwrap_or((numbers, numbers));
    let number = |digits: &str| digits.parse().unwrap_or(0);
    (number(first), number(last).max(number(first)))
}

/// Reads "Added on Thursday, April 5, 2018 3:05:20 PM" and "Added on Thursday, 5 April 2018 15:05:20".
fn time(told: &str) -> Option<Timestamp> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let words: Vec<String> = told
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let month_of = |word: &String| MONTHS.iter().position(|month| word.starts_with(month));
    let (at, month) = words.iter().enumerate().skip(1).find_map(|(at, word)| Some((at, month_of(word)?)))?;
    let number = |word: Option<&String>| word.and_then(|word| word.parse::<u64>().ok());
    let before = number(at.checked_sub(1).and_then(|at| words.get(at)));
    let day = before.or_else(|| number(words.get(at + 1)))?;
    let (year_at, year) = words
        .iter()
        .enumerate()
        .skip(at)
        .find_map(|(at, word)| Some((at, word.parse::<u64>().ok().filter(|year| *year > 1000)?)))?;
    let part = |offset: usize| number(words.get(year_at + offset)).unwrap_or(0);
    let (mut hours, minutes, seconds) = (part(1), part(2), part(3));
    match words.last().map(String::as_str) {
        Some("pm") if hours < 12 => hours += 12,
        Some("am") if hours == 12 => hours = 0,
        _ => {}
    }
    from_iso_8601(&format!("{year:04}-{:02}-{day:02}T{hours:02}:{minutes:02}:{seconds:02}Z", month + 1))
}
