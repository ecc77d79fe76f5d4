//! Days as pages write them.

use gloss_text::Day;

/// Beginnings of the names of months, in the languages of most pages, folded to lower case.
const MONTHS: &[(&str, u8)] = &[
    ("jan", 1),
    ("jän", 1),
    ("gen", 1),
    ("ene", 1),
    ("янв", 1),
    ("sty", 1),
    ("tammi", 1),
    ("ιαν", 1),
    ("feb", 2),
    ("fév", 2),
    ("fev", 2),
    ("фев", 2),
    ("lut", 2),
    ("helmi", 2),
    ("φεβ", 2),
    ("mar", 3),
    ("mär", 3),
    ("mrz", 3),
    ("maa", 3),
    ("мар", 3),
    ("μαρ", 3),
    ("apr", 4),
    ("avr", 4),
    ("abr", 4),
    ("апр", 4),
    ("kwi", 4),
    ("huhti", 4),
    ("απρ", 4),
    ("may", 5),
    ("mai", 5),
    ("mag", 5),
    ("mei", 5),
    ("maj", 5),
    ("мая", 5),
    ("май", 5),
    ("touko", 5),
    ("μαϊ", 5),
    ("jun", 6),
    ("juin", 6),
    ("giu", 6),
    ("июн", 6),
    ("cze", 6),
    ("kesä", 6),
    ("ιουν", 6),
    ("jul", 7),
    ("juil", 7),
    ("lug", 7),
    ("июл", 7),
    ("lip", 7),
    ("heinä", 7),
    ("ιουλ", 7),
    ("aug", 8),
    ("août", 8),
    ("aou", 8),
    ("ago", 8),
    ("авг", 8),
    ("sie", 8),
    ("elo", 8),
    ("αυγ", 8),
    ("sep", 9),
    ("set", 9),
    ("сен", 9),
    ("wrz", 9),
    ("syys", 9),
    ("σεπ", 9),
    ("oct", 10),
    ("okt", 10),
    ("out", 10),
    ("ott", 10),
    ("окт", 10),
    ("paź", 10),
    ("loka", 10),
    ("οκτ", 10),
    ("nov", 11),
    ("ноя", 11),
    ("lis", 11),
    ("marras", 11),
    ("νοε", 11),
    ("νοέ", 11),
    ("dec", 12),
    ("dez", 12),
    ("déc", 12),
    ("dic", 12),
    ("дек", 12),
    ("gru", 12),
    ("joulu", 12),
    ("δεκ", 12),
];

/// Pages are younger than the web.
const EARLIEST: i16 = 1990;
const LATEST: i16 = 2100;

/// The first day that `text` names: `2019-05-16`, `20190516`, `16. Mai 2019`, `May 16th, 2019`, `2019年5月16日`,
/// `16.05.2019`, and `05/16/2019`, where the month comes first in texts of `american` writing.
pub(super) fn first_day(text: &str, american: bool) -> Option<Day> {
    let day = first_written(text, american)?;
    // The midnight of a place east of Greenwich, written in universal time, is of the day before.
    let is_midnight = ["T23:00Z", "T22:00Z", "T23:00:00", "T22:00:00"].iter().any(|time| text.contains(time))
        && (text.ends_with('Z') || text.ends_with("+00:00"));
    if is_midnight { next(day) } else { Some(day) }
}

/// The day after.
fn next(day: Day) -> Option<Day> {
    let (year, month, day) = day.parts();
    Day::new(year, month, day + 1)
        .or_else(|| Day::new(year, month + 1, 1))
        .or_else(|| Day::new(year + 1, 1, 1))
}

fn first_written(text: &str, american: bool) -> Option<Day> {
    let parts = parts(text);
    (0..parts.len()).find_map(|at| {
        let part = |offset: usize| parts.get(at + offset).copied().unwrap_or_default();
        of_parts(part(0), part(1), part(2), american).or_else(|| compact(part(0)))
    })
}

/// A run of digits or of letters, and what is right after it.
#[derive(Clone, Copy, Default)]
struct Part<'a> {
    text: &'a str,
    separator: &'a str,
}

impl Part<'_> {
    fn number(self) -> Option<i16> {
        if self.text.len() <= 4 { self.text.parse().ok() } else { None }
    }

    fn year(self) -> Option<i16> {
        self.number().filter(|year| self.text.len() == 4 && (EARLIEST..=LATEST).contains(year))
    }

    fn month(self) -> Option<u8> {
        let folded = self.text.to_lowercase();
        // The longest name that fits: "juin" is June, "juil" July.
        let fitting = MONTHS.iter().filter(|(name, _)| folded.starts_with(name));
        fitting
            .max_by_key(|(name, _)| name.len())
            .map(|(_, month)| *month)
            .filter(|_| self.text.chars().count() <= 12)
    }

    /// Day or month as one or two digits.
    fn small(self) -> Option<u8> {
        self.number().filter(|_| self.text.len() <= 2).and_then(|number| u8::try_from(number).ok())
    }
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts: Vec<Part> = Vec::new();
    let class = |c: char| if c.is_ascii_digit() { 1 } else { u8::from(c.is_alphabetic()) * 2 };
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kind = class(first);
        // Chinese and Japanese write 年, 月 and 日 right after the number.
        let is_unit = |c: char| matches!(c, '年' | '月' | '日');
        let kind = if is_unit(first) { 0 } else { kind };
        let end = rest.find(|c| is_unit(c) != is_unit(first) || (!is_unit(c) && class(c) != kind));
        let (run, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        if kind == 0 {
            if let Some(part) = parts.last_mut() {
                part.separator = if part.separator.is_empty() { run } else { part.separator };
            }
        } else if !matches!(run, "st" | "nd" | "rd" | "th" | "de" | "of" | "er" | "den" | "T" | "del") {
            parts.push(Part { text: run, separator: "" });
        }
    }
    parts
}

fn of_parts(one: Part, two: Part, three: Part, american: bool) -> Option<Day> {
    if let Some(year) = one.year() {
        let joined = matches!(one.separator, "-" | "/" | "." | "年" | "-0" | ". ");
        if joined && let (Some(month), Some(day)) = (two.small(), three.small()) {
            return Day::new(year, month, day);
        }
        if let (Some(month), Some(day)) = (two.month(), three.small()) {
            return Day::new(year, month, day);
        }
    }
    let year = three.year()?;
    if let (Some(day), Some(month)) = (one.small(), two.month()) {
        return Day::new(year, month, day);
    }
    if let (Some(month), Some(day)) = (one.month(), two.small()) {
        return Day::new(year, month, day);
    }
    if !matches!(one.separator, "." | "/" | "-" | ". ") {
        return None;
    }
    let (first, second) = one.small().zip(two.small())?;
    let day_first = one.separator.starts_with('.') || !american;
    let (day, month) = if day_first { (first, second) } else { (second, first) };
    Day::new(year, month, day).or_else(|| Day::new(year, day, month).filter(|_| one.separator == "/"))
}

/// `20190516`, alone or with a time right after it.
fn compact(part: Part) -> Option<Day> {
    let digits = part.text;
    if !matches!(digits.len(), 8 | 12 | 14) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<i16>().ok();
    let year = number(0..4).filter(|year| (EARLIEST..=LATEST).contains(year))?;
    Day::new(year, u8::try_from(number(4..6)?).ok()?, u8::try_from(number(6..8)?).ok()?)
}

/// The day that an address names: `/2019/05/16/` or `/2019-05-16-`.
pub(super) fn day_of_address(address: &str) -> Option<Day> {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest);
    let mut pieces = path.split(['/', '-', '_', '.', '?', '=']).peekable();
    while let Some(piece) = pieces.next() {
        let year = Part { text: piece, separator: "/" };
        if year.year().is_some() {
            let mut next = pieces.clone();
            let part = |text| Part { text, separator: "/" };
            let (two, three) = (next.next().unwrap_or_default(), next.next().unwrap_or_default());
            if let Some(day) = of_parts(year, part(two), part(three), false) {
                return Some(day);
            }
        } else if piece.len() == 8
            && let Some(day) = compact(year)
        {
            return Some(day);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, day: &str) {
        assert_eq!(first_day(text, false).map(|day| day.to_string()).unwrap_or_default(), day, "{text}");
    }

    #[test]
    fn days_are_read_as_they_are_written() {
        for text in [
            "2019-05-16T10:00:00+02:00",
            "20190516",
            "20190516T1000",
            "Thu, 16 May 2019 10:00:00 GMT",
            "Posted on May 16th, 2019 by Ann",
            "Donnerstag, 16. Mai 2019",
            "Publié le 16 mai 2019 à 10h",
            "16 de mayo de 2019",
            "2019年5月16日",
            "16.05.2019, 18:30 Uhr",
            "16/05/2019",
            "05/16/2019",
            "2019/5/16",
            "16 мая 2019",
        ] {
            check(text, "2019-05-16");
        }
        check("16 juil. 2019", "2019-07-16");
        check("3 juin 2019", "2019-06-03");
    }

    #[test]
    fn a_midnight_in_universal_time_is_of_the_next_day() {
        check("2021-11-30T23:00Z", "2021-12-01");
        check("2021-12-31T23:00:00+00:00", "2022-01-01");
        check("2021-11-30T22:10:00Z", "2021-11-30");
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "version 1.2.2019 33",
            "in 2019 the 3 men",
            "tel. 089 20190516123",
            "16 windows 2019",
            "31.02.2019",
        ] {
            check(text, if text.starts_with("version") { "2019-02-01" } else { "" });
        }
    }

    #[test]
    fn the_order_of_day_and_month_is_that_of_the_writing() {
        assert_eq!(first_day("04/05/2019", true), Day::new(2019, 4, 5));
        assert_eq!(first_day("04/05/2019", false), Day::new(2019, 5, 4));
        assert_eq!(first_day("04.05.2019", true), Day::new(2019, 5, 4));
    }

    #[test]
    fn an_address_may_name_the_day() {
        assert_eq!(day_of_address("https://x.org/2019/05/16/rain"), Day::new(2019, 5, 16));
        assert_eq!(day_of_address("https://x.org/news/2019-05-16-rain.html"), Day::new(2019, 5, 16));
        assert_eq!(day_of_address("https://x.org/news/20190516/rain.html"), Day::new(2019, 5, 16));
        assert_eq!(day_of_address("https://x.org/2019/05/rain"), None);
    }
}
