//! Bylines and datelines between a headline and its article.

use super::line::Line;

/// What a byline begins with, in lower case.
const BY: &[&str] = &[
    "by",
    "von",
    "par",
    "por",
    "di",
    "da",
    "door",
    "av",
    "af",
    "written by",
    "text",
    "text von",
    "ein beitrag von",
    "autor",
    "autorin",
    "author",
    "redaktion",
    "words by",
    "reporting by",
    "posted by",
    "published by",
    "veröffentlicht von",
    "автор",
    "autor:",
    "tekst",
];

/// Longest byline or dateline, in code points.
const LONGEST: usize = 70;

/// Whether `line` says who wrote the article, or when, and nothing else.
pub(super) fn is_byline_or_date(line: &Line) -> bool {
    line.length <= LONGEST && !line.is_sentence() && (is_byline(line.words) || is_date(line.words))
}

/// "By A. Poole": what follows are names, in capitals, with a day and a time perhaps.
fn is_byline(words: &str) -> bool {
    let lower = words.to_lowercase();
    let names = |rest: &str| {
        let mut small = rest.split_whitespace().filter(|word| word.starts_with(char::is_lowercase));
        // "ByAnn Poole", where a space is lost; "ByteDance" is a name.
        let glued = words.starts_with("By") && rest.starts_with(char::is_uppercase) && rest.contains(' ');
        (rest.starts_with([' ', ':', '\t']) || glued)
            && small.nth(2).is_none()
            && words.chars().filter(|c| c.is_uppercase()).count() >= 2
    };
    BY.iter()
        .any(|by| lower.strip_prefix(by).is_some_and(|_| names(words.get(by.len()..).unwrap_or_default())))
}

/// A day with its year or a time of day, and at most the name of a month, a weekday and a word or two beside.
fn is_date(words: &str) -> bool {
    let pieces = || {
        words.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '/' | '-' | '|' | '•' | '(' | ')'))
    };
    let digits = pieces().filter(|piece| piece.starts_with(|c: char| c.is_ascii_digit())).count();
    let words = pieces().filter(|piece| piece.starts_with(char::is_alphabetic)).count();
    let year = |piece: &str| {
        piece.len() == 4
            && (piece.starts_with("19") || piece.starts_with("20"))
            && piece.parse::<u16>().is_ok()
    };
    let time = |piece: &str| {
        let clock = piece.trim_end_matches(char::is_alphabetic);
        clock.split_once([':', 'h']).is_some_and(|(hour, minute)| {
            minute.len() == 2
                && hour.parse::<u8>().is_ok_and(|hour| hour < 25)
                && minute.parse::<u8>().is_ok_and(|minute| minute < 60)
        })
    };
    let dated = pieces().any(year) && digits >= 2 || pieces().any(time);
    dated && words <= 4
}
