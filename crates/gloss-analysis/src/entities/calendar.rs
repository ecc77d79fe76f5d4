//! Calendar expressions and what they mean.

use super::draft::Draft;
use crate::{
    CalendarDate,
    english::calendar::{MONTHS, WEEKDAYS},
};
use gloss_text::{Day, tokens};
use std::ops::Range;

/// Year, month and day.
type Ymd = (i16, u8, u8);

/// A calendar expression.
pub(super) struct Found {
    pub(super) range: Range<usize>,
    /// What it means; `None` where the text and the day of publication do not say.
    pub(super) date: Option<CalendarDate>,
}

/// All calendar expressions, in order.
pub(super) fn find(draft: &Draft, published: Option<Day>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < draft.tokens.len() {
        match (Reader { draft, at, published: published.map(Day::parts) }).expression() {
            Some((end, date)) if end > at => {
                found.push(Found { range: at..end, date });
                at = end;
            }
            _ => at += 1,
        }
    }
    found
}

/// What the calendar expression `words` means in an article of that day, where that can be known; `otherwise`
/// when `words` alone are no such expression, as a bare year.
pub(super) fn resolve(
    words: &str,
    published: Option<Day>,
    otherwise: Option<CalendarDate>,
) -> Option<CalendarDate> {
    let tokens = tokens(words);
    let end = tokens.len();
    let draft = Draft::new(words, tokens, &[]);
    match (Reader { draft: &draft, at: 0, published: published.map(Day::parts) }).expression() {
        Some((last, date)) if last == end => date,
        _ => otherwise,
    }
}

struct Reader<'a, 'b> {
    draft: &'a Draft<'b>,
    at: usize,
    published: Option<Ymd>,
}

/// The token behind an expression, and what it means.
type Expression = Option<(usize, Option<CalendarDate>)>;

impl Reader<'_, '_> {
    fn word(&self, behind: usize) -> &str {
        if behind == 0 { self.draft.word(self.at) } else { self.draft.next_word(self.at + behind) }
    }

    fn expression(&self) -> Expression {
        self.iso()
            .or_else(|| self.weekday())
            .or_else(|| self.date(0))
            .or_else(|| self.relative())
            .or_else(|| self.year_alone())
    }

    /// "Monday", "Monday, 5 September 2022".
    fn weekday(&self) -> Expression {
        let word = self.word(0);
        if !WEEKDAYS.contains(&word) && !WEEKDAYS.iter().any(|day| word.strip_suffix('s') == Some(day)) {
            return None;
        }
        let behind = 1 + usize::from(self.word(1) == ",");
        Some(self.date(behind).unwrap_or((self.at + 1, None)))
    }

    /// "5 September 2022", "the 5th of September", "September 5, 2022", "September 2022", "in October last year".
    fn date(&self, from: usize) -> Expression {
        let end = |behind| self.at + from + behind;
        let word = |behind| if from + behind == 0 { self.word(0) } else { self.word(from + behind) };
        if let Some(day) = day(word(0)) {
            let of = usize::from(word(1) == "of");
            let month = month(word(1 + of))?;
            return Some(match year(word(2 + of)) {
                Some(year) => (end(3 + of), full(year, month, day)),
                None => match self.year_in_words(from + 2 + of) {
                    Some((behind, year)) => (self.at + behind, year.and_then(|year| full(year, month, day))),
                    None => (end(2 + of), None),
                },
            });
        }
        let month = month(word(0))?;
        if let Some(day) = day(word(1)) {
            let comma = usize::from(word(2) == ",");
            return Some(match year(word(2 + comma)) {
                Some(year) => (end(3 + comma), full(year, month, day)),
                None => (end(2), None),
            });
        }
        if let Some(year) = year(word(1)) {
            return Some((end(2), Some(CalendarDate { year, month: Some(month), day: None })));
        }
        if let Some((behind, year)) = self.year_in_words(from + 1) {
            return Some((
                self.at + behind,
                year.map(|year| CalendarDate { year, month: Some(month), day: None }),
            ));
        }
        // "May" and "March" are other words, too.
        let before = self.at.checked_sub(1).map(|before| self.draft.word(before)).unwrap_or_default();
        let plain = matches!(word(0), "May" | "March") && !is_before_month(before);
        (from == 0 && !plain).then_some((end(1), None))
    }

    /// "last year" behind a month: where it ends and which it is.
    fn year_in_words(&self, behind: usize) -> Option<(usize, Option<i16>)> {
        let step = match (self.word(behind), self.word(behind + 1)) {
            ("last", "year") => -1,
            ("this", "year") => 0,
            ("next", "year") => 1,
            _ => return None,
        };
        Some((behind + 2, self.published.map(|(year, _, _)| year.saturating_add(step))))
    }

    /// "today", "last October", "next year".
    fn relative(&self) -> Expression {
        let known = |date: fn(Ymd) -> Option<CalendarDate>| self.published.and_then(date);
        let month_of = |word: &str| month(word).filter(|_| word.len() > 2);
        match (self.word(0).to_lowercase().as_str(), self.word(1)) {
            ("today" | "tonight", _) => Some((self.at + 1, known(|(y, m, d)| full(y, m, d)))),
            ("yesterday", _) => Some((self.at + 1, known(|day| neighbour(day, false)))),
            ("tomorrow", _) => Some((self.at + 1, known(|day| neighbour(day, true)))),
            ("last", "year") => Some((self.at + 2, known(|(y, _, _)| Some(whole_year(y.saturating_sub(1)))))),
            ("this", "year") => Some((self.at + 2, known(|(y, _, _)| Some(whole_year(y))))),
            ("next", "year") => Some((self.at + 2, known(|(y, _, _)| Some(whole_year(y.saturating_add(1)))))),
            ("last" | "this" | "next", "week" | "weekend") => Some((self.at + 2, None)),
            ("this", "month") => Some((self.at + 2, known(|(y, m, _)| whole_month(y, i16::from(m))))),
            ("last", "month") => Some((self.at + 2, known(|(y, m, _)| whole_month(y, i16::from(m) - 1)))),
            ("next", "month") => Some((self.at + 2, known(|(y, m, _)| whole_month(y, i16::from(m) + 1)))),
            ("last", word) if month_of(word).is_some() => {
                let date = month(word).zip(self.published).map(|(month, (year, now, _))| CalendarDate {
                    year: if month < now { year } else { year.saturating_sub(1) },
                    month: Some(month),
                    day: None,
                });
                Some((self.at + 2, date))
            }
            ("this" | "next", word) if month_of(word).is_some() => Some((self.at + 2, None)),
            ("last" | "this" | "next", word) if WEEKDAYS.contains(&word) => Some((self.at + 2, None)),
            _ => None,
        }
    }

    /// "2022-09-05".
    fn iso(&self) -> Expression {
        let year = year(self.word(0))?;
        let glued = (1..5).all(|behind| self.draft.is_glued(self.at + behind));
        if !glued || self.word(1) != "-" || self.word(3) != "-" {
            return None;
        }
        Some((self.at + 5, full(year, self.word(2).parse().ok()?, self.word(4).parse().ok()?)))
    }

    /// "in 2005", "since 2005".
    fn year_alone(&self) -> Expression {
        let year = year(self.word(0))?;
        let before = self.at.checked_sub(1).map(|before| self.draft.word(before).to_lowercase())?;
        let is_date = matches!(
            before.as_str(),
            "in" | "since"
                | "by"
                | "until"
                | "till"
                | "during"
                | "before"
                | "after"
                | "from"
                | "early"
                | "late"
                | "mid"
        );
        // "in 2005 cases" is no year.
        let counts = self.word(1).starts_with(char::is_lowercase)
            && self.word(1).ends_with('s')
            && self.word(1).len() > 3;
        (is_date && !counts).then_some((self.at + 1, Some(whole_year(year))))
    }
}

const fn whole_year(year: i16) -> CalendarDate {
    CalendarDate { year, month: None, day: None }
}

/// A month by its number from 1, which may lie in a neighbouring year.
fn whole_month(year: i16, month: i16) -> Option<CalendarDate> {
    let year = year.checked_add((month - 1).div_euclid(12))?;
    Some(CalendarDate { year, month: Some((month - 1).rem_euclid(12) as u8 + 1), day: None })
}

fn full(year: i16, month: u8, day: u8) -> Option<CalendarDate> {
    let exists = (1..=12).contains(&month) && (1..=days(year, month)).contains(&day);
    exists.then_some(CalendarDate { year, month: Some(month), day: Some(day) })
}

const fn days(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// The day before or behind.
fn neighbour((year, month, day): Ymd, behind: bool) -> Option<CalendarDate> {
    if behind {
        full(year, month, day + 1).or_else(|| {
            let next = whole_month(year, i16::from(month) + 1)?;
            full(next.year, next.month?, 1)
        })
    } else if day > 1 {
        full(year, month, day - 1)
    } else {
        let last = whole_month(year, i16::from(month) - 1)?;
        full(last.year, last.month?, days(last.year, last.month?))
    }
}

fn month(word: &str) -> Option<u8> {
    let short = word.len() >= 3
        && matches!(
            word,
            "Jan" | "Feb" | "Mar" | "Apr" | "Jun" | "Jul" | "Aug" | "Sep" | "Sept" | "Oct" | "Nov" | "Dec"
        );
    let at = MONTHS
        .iter()
        .position(|month| *month == word || short && month.starts_with(word.get(..3).unwrap_or(word)))?;
    Some(at as u8 + 1)
}

fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = word.get(digits.len()..)?;
    let day = digits.parse().ok()?;
    (digits.len() <= 2 && (1..=31).contains(&day) && matches!(ending, "" | "st" | "nd" | "rd" | "th"))
        .then_some(day)
}

fn year(word: &str) -> Option<i16> {
    let year = word.parse().ok()?;
    (word.len() == 4 && (1500..=2100).contains(&year)).then_some(year)
}

fn is_before_month(word: &str) -> bool {
    matches!(
        word,
        "in" | "In"
            | "since"
            | "Since"
            | "by"
            | "By"
            | "until"
            | "Until"
            | "during"
            | "of"
            | "from"
            | "From"
            | "last"
            | "this"
            | "next"
            | "early"
            | "late"
            | "mid"
            | "and"
            | "to"
    )
}
