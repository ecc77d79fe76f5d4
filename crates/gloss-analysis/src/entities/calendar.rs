//! Calendar expressions.

use super::{
    draft::Draft,
    meaning::{Meaning, Tense, full, whole_year},
};
use crate::{
    CalendarDate,
    english::{
        calendar::{
            AFTER_NAME, AMBIGUOUS_MONTHS, BEFORE_HOLIDAY, BEFORE_MONTH, BEFORE_YEAR, BEFORE_YEAR_AND_NOUN,
            COMING, COUNTED, COUNTED_BEFORE, HOLIDAYS, MONTHS, ORDINALS, PAST, SEASONS, SHORT_MONTHS,
            WEEKDAYS,
        },
        quantities::CURRENCY_CODES,
    },
};
use std::ops::Range;

/// How far from an expression a verb may be that tells whether it is past or to come, in tokens.
const REACH: usize = 12;

/// A calendar expression.
pub(super) struct Found {
    pub(super) range: Range<usize>,
    pub(super) meaning: Meaning,
    /// Whether it can be nothing else: a month after "in" or with a number.
    pub(super) is_certain: bool,
}

/// All calendar expressions, in order. Names are left out of account.
pub(super) fn find(draft: &Draft) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < draft.tokens.len() {
        let follows_year = found.last().is_some_and(|last| is_range_from_year(draft, last, at));
        match (Reader { draft, at, follows_year }).expression() {
            Some((end, meaning)) if end > at => {
                let certain = end > at + 1 || (Reader { draft, at, follows_year }).is_after(&BEFORE_MONTH);
                found.push(Found { range: at..end, meaning, is_certain: certain });
                at = end;
            }
            _ => at += 1,
        }
    }
    found
}

/// Whether only "to", "and" or a dash lies between a year and the token at `at`.
fn is_range_from_year(draft: &Draft, last: &Found, at: usize) -> bool {
    let is_year = matches!(last.meaning, Meaning::Full(Some(CalendarDate { month: None, .. })));
    is_year && last.range.end + 1 == at && matches!(draft.next_word(at - 1), "to" | "and" | "-" | "–" | "or")
}

struct Reader<'a, 'b> {
    draft: &'a Draft<'b>,
    at: usize,
    /// Whether a year is before, such as the first one of "2002 to 2005".
    follows_year: bool,
}

/// The token after an expression, and what it means.
type Expression = Option<(usize, Meaning)>;

impl Reader<'_, '_> {
    /// The word so many tokens on, empty after the end of the sentence.
    fn word(&self, ahead: usize) -> &str {
        if ahead == 0 { self.draft.word(self.at) } else { self.draft.next_word(self.at + ahead) }
    }

    /// The word before, in lower case; empty at the beginning of a sentence.
    fn before(&self) -> String {
        let before = self.at.checked_sub(1).filter(|_| !self.draft.begins_sentence(self.at));
        before.map(|before| self.draft.word(before).to_lowercase()).unwrap_or_default()
    }

    fn is_after(&self, list: &std::collections::HashSet<&'static str>) -> bool {
        list.contains(self.before().as_str())
    }

    fn expression(&self) -> Expression {
        let first = self.word(0).chars().next()?;
        if first.is_numeric() {
            self.iso()
                .or_else(|| self.date(0, None))
                .or_else(|| self.century())
                .or_else(|| self.decade())
                .or_else(|| self.day_alone())
                .or_else(|| self.year_alone())
        } else if first.is_uppercase() {
            self.weekday()
                .or_else(|| self.date(0, None))
                .or_else(|| self.holiday())
                .or_else(|| self.century())
                .or_else(|| self.season())
                .or_else(|| self.relative())
        } else if first.is_lowercase() {
            self.century().or_else(|| self.season()).or_else(|| self.relative())
        } else {
            self.decade()
        }
    }

    /// "Monday", "Monday, 5 September 2022".
    fn weekday(&self) -> Expression {
        let word = self.word(0);
        let Some(weekday) = weekday(word) else {
            let plural = WEEKDAYS.iter().any(|day| word.strip_suffix('s') == Some(day));
            return plural.then_some((self.at + 1, Meaning::Vague));
        };
        if HOLIDAYS.contains(self.before().as_str()) {
            return Some((self.at + 1, Meaning::Vague));
        }
        let ahead = 1 + usize::from(self.word(1) == ",");
        let dated = self.date(ahead, Some(weekday));
        Some(dated.unwrap_or_else(|| (self.at + 1, Meaning::Weekday(weekday, self.tense(self.at + 1)))))
    }

    /// "5 September 2022", "the 5th of September", "Sept. 5, 2022", "September 2022", "in October last year".
    fn date(&self, from: usize, weekday: Option<u8>) -> Expression {
        if let Some((days, day)) = self.days(from) {
            let of = usize::from(self.word(from + days) == "of");
            let (length, month) = self.month(from + days + of)?;
            return Some(self.dated(from + days + of + length, month, day, weekday));
        }
        let (length, month) = self.month(from)?;
        match self.days(from + length) {
            Some((days, day)) => Some(self.dated(from + length + days, month, day, weekday)),
            None if weekday.is_some() => None,
            None => self.month_without_day(from + length, month),
        }
    }

    /// The year after day and month, or none. Without a `day` there are several of them ("5-7 May").
    fn dated(&self, end: usize, month: u8, day: Option<u8>, weekday: Option<u8>) -> (usize, Meaning) {
        let comma = usize::from(self.word(end) == ",");
        if let Some(year) = year(self.word(end + comma)) {
            let date = day.and_then(|day| full(year, month, day));
            return (self.at + end + comma + 1, Meaning::Full(date));
        }
        if let Some(step) = self.year_in_words(end) {
            let meaning = day.map_or(Meaning::Vague, |day| Meaning::DayOfYear(month, day, step));
            return (self.at + end + 2, meaning);
        }
        let tense = self.tense(self.at + end);
        let meaning = day.map_or(Meaning::Vague, |day| Meaning::DayOfMonth { month, day, weekday, tense });
        (self.at + end, meaning)
    }

    /// "September 2022", "June of 2019", "October last year", "May".
    fn month_without_day(&self, end: usize, month: u8) -> Expression {
        let joined = usize::from(matches!(self.word(end), "of" | ","));
        if let Some(year) = year(self.word(end + joined)) {
            let date = CalendarDate { year, month: Some(month), day: None };
            return Some((self.at + end + joined + 1, Meaning::Full(Some(date))));
        }
        if let Some(step) = self.year_in_words(end) {
            return Some((self.at + end + 2, Meaning::MonthOfYear(month, step)));
        }
        // "April Rooke" and "Jan Krol" are people; "May I?" and "March on!" are no months.
        let next_is_name = self.draft.is_capitalised(self.at + end);
        let given_name = matches!(self.word(0), "April" | "June" | "August");
        let is_date = self.is_after(&BEFORE_MONTH)
            || !AMBIGUOUS_MONTHS.contains(self.word(0)) && !next_is_name
            || given_name && self.before() == "the"
            || given_name
                && !next_is_name
                && !self.before().is_empty()
                && !self.draft.is_capitalised(self.at - 1);
        (is_date && MONTHS.contains(&self.word(0))).then_some((self.at + end, Meaning::Vague))
    }

    /// How many tokens name the month so many tokens on, and which it is.
    fn month(&self, ahead: usize) -> Option<(usize, u8)> {
        let word = self.word(ahead);
        if let Some(month) = MONTHS.iter().position(|month| *month == word) {
            return Some((1, month as u8 + 1));
        }
        let short = SHORT_MONTHS.contains(word).then(|| word.get(..3)).flatten()?;
        let month = MONTHS.iter().position(|month| month.starts_with(short))?;
        let stop = self.word(ahead + 1) == "." && self.draft.is_glued(self.at + ahead + 1);
        Some((1 + usize::from(stop), month as u8 + 1))
    }

    /// How many tokens name a day of the month or several, and which it is if it is one.
    fn days(&self, ahead: usize) -> Option<(usize, Option<u8>)> {
        let first = day(self.word(ahead))?;
        let joined = matches!(self.word(ahead + 1), "-" | "–" | "to" | "and");
        match day(self.word(ahead + 2)).filter(|second| joined && *second > first) {
            Some(_) => Some((3, None)),
            None => Some((1, Some(first))),
        }
    }

    /// "last year" after a month: years from that of publication.
    fn year_in_words(&self, ahead: usize) -> Option<i16> {
        match (self.word(ahead), self.word(ahead + 1)) {
            ("last", "year") => Some(-1),
            ("this", "year") => Some(0),
            ("next", "year") => Some(1),
            _ => None,
        }
    }

    /// "today", "last October", "next year", "this morning".
    fn relative(&self) -> Expression {
        let (word, next) = (self.word(0), self.word(1));
        // "USA Today": a capital makes a name of it within a sentence.
        let is_lead = |word: &str| {
            matches!(word, "today" | "tonight" | "yesterday" | "tomorrow" | "last" | "this" | "next")
        };
        if word.starts_with(char::is_uppercase) {
            // "TODAY BARTON – The mayor …" is a paper.
            let capitals = word.len() > 4
                && !word.contains(char::is_lowercase)
                && self.draft.is_capitalised(self.at + 1);
            if !is_lead(word.to_lowercase().as_str()) || !self.is_initial() || capitals {
                return None;
            }
        } else if !is_lead(word) {
            return None;
        }
        let month_named = MONTHS.iter().position(|month| *month == next).map(|at| at as u8 + 1);
        let meaning = match (word.to_lowercase().as_str(), next) {
            ("today" | "tonight", _) => return Some((self.at + 1, Meaning::Day(0))),
            ("yesterday", _) => return Some((self.at + 1, Meaning::Day(-1))),
            ("tomorrow", _) => return Some((self.at + 1, Meaning::Day(1))),
            ("last", "night") => Meaning::Day(-1),
            ("this", "morning" | "afternoon" | "evening") => Meaning::Day(0),
            ("last", "year") => Meaning::Year(-1),
            ("this", "year") => Meaning::Year(0),
            ("next", "year") => Meaning::Year(1),
            ("last", "month") => Meaning::Month(-1),
            ("this", "month") => Meaning::Month(0),
            ("next", "month") => Meaning::Month(1),
            ("last", _) if month_named.is_some() => Meaning::LastMonth(month_named?),
            ("last" | "this" | "next", next)
                if matches!(next, "week" | "weekend")
                    || month_named.is_some()
                    || SEASONS.contains(next)
                    || WEEKDAYS.contains(&next) =>
            {
                Meaning::Vague
            }
            _ => return None,
        };
        Some((self.at + 2, meaning))
    }

    /// Whether the sentence begins here, or the words of a quotation.
    fn is_initial(&self) -> bool {
        let begins = |at: usize| self.draft.begins_sentence(at);
        let sign = self.at.checked_sub(1).is_some_and(|before| {
            !self.draft.word(before).starts_with(|c: char| c.is_alphanumeric() || c == ',')
        });
        begins(self.at) || sign
    }

    /// "the spring of 2019", "summer 2019".
    fn season(&self) -> Expression {
        let of = usize::from(self.word(1) == "of");
        let year = year(self.word(1 + of))?;
        SEASONS.contains(self.word(0).to_lowercase().as_str()).then_some(())?;
        Some((self.at + 2 + of, Meaning::Full(Some(whole_year(year)))))
    }

    /// "New Year's Eve", "Christmas Day", "at Christmas".
    fn holiday(&self) -> Expression {
        let apostrophe = usize::from(matches!(self.word(2), "'s" | "’s"));
        let day = |ahead: usize| matches!(self.word(ahead), "Eve" | "Day");
        let length = match self.word(0) {
            "New" if matches!(self.word(1), "Year" | "Years") && day(2 + apostrophe) => 3 + apostrophe,
            "Valentine" if matches!(self.word(1), "'s" | "’s") && day(2) => 3,
            "Christmas" | "Thanksgiving" | "Boxing" | "Labor" | "Labour" | "Memorial" | "Independence"
                if day(1) =>
            {
                2
            }
            "Christmas" | "Thanksgiving" | "Halloween" | "Easter" | "Ramadan"
                if self.is_after(&BEFORE_HOLIDAY) && !self.draft.is_capitalised(self.at + 1) =>
            {
                1
            }
            _ => return None,
        };
        (!self.draft.is_capitalised(self.at + length)).then_some((self.at + length, Meaning::Vague))
    }

    /// "the 19th century", "twentieth century".
    fn century(&self) -> Expression {
        let word = self.word(0);
        let ordinal = day(word).is_some_and(|_| word.ends_with(char::is_alphabetic))
            || ORDINALS.contains(word.to_lowercase().as_str());
        let unit = matches!(self.word(1), "century" | "Century" | "centuries");
        (ordinal && unit).then_some((self.at + 2, Meaning::Vague))
    }

    /// "2022-09-05".
    fn iso(&self) -> Expression {
        let year = year(self.word(0))?;
        let glued = (1..5).all(|ahead| self.draft.is_glued(self.at + ahead));
        if !glued || self.word(1) != "-" || self.word(3) != "-" {
            return None;
        }
        Some((self.at + 5, Meaning::Full(full(year, self.word(2).parse().ok()?, self.word(4).parse().ok()?))))
    }

    /// "the 1980s", "the 1980's", "the ’90s", "the early 90s".
    fn decade(&self) -> Expression {
        let is_apostrophe = |word: &str| matches!(word, "'" | "’" | "‘");
        if is_apostrophe(self.word(0)) {
            let glued = self.draft.is_glued(self.at + 1);
            return (glued && is_decade(self.word(1), 2)).then_some((self.at + 2, Meaning::Vague));
        }
        let before = self.before();
        let known = matches!(before.as_str(), "the" | "early" | "late" | "mid")
            || self.follows_decade()
            || before == "-" && self.is_after_part_of_time();
        if is_decade(self.word(0), 4) || known && is_decade(self.word(0), 2) {
            return Some((self.at + 1, Meaning::Vague));
        }
        let written_apart = year(self.word(0)).is_some_and(|year| year % 10 == 0)
            && is_apostrophe(self.word(1))
            && self.word(2) == "s"
            && (1..3).all(|ahead| self.draft.is_glued(self.at + ahead));
        written_apart.then_some((self.at + 3, Meaning::Vague))
    }

    /// Whether another decade and "and" or the like are before the word: "in the 1960s and 70s".
    fn follows_decade(&self) -> bool {
        let joined = matches!(self.before().as_str(), "and" | "or" | "to" | "-" | "–" | ",");
        let other = self.at.checked_sub(2).filter(|at| joined && !self.draft.begins_sentence(at + 1));
        other.is_some_and(|at| is_decade(self.draft.word(at), 4) || is_decade(self.draft.word(at), 2))
    }

    /// Whether "mid-" or the like is before the word.
    fn is_after_part_of_time(&self) -> bool {
        let part = self.at.checked_sub(2).map(|at| self.draft.word(at).to_lowercase()).unwrap_or_default();
        matches!(part.as_str(), "early" | "late" | "mid") && self.draft.is_glued(self.at)
    }

    /// "on the 10th", without the month.
    fn day_alone(&self) -> Expression {
        let day = day(self.word(0)).filter(|_| self.word(0).ends_with(char::is_alphabetic))?;
        let before =
            self.at.checked_sub(2).filter(|_| self.before() == "the").map(|at| self.draft.word(at))?;
        let next = self.word(1);
        let ends = !next.starts_with(char::is_alphanumeric) && next != "-"
            || AFTER_NAME.contains(next) && next != "of";
        let is_date =
            ends && matches!(before, "on" | "On" | "by" | "until" | "from" | "since" | "before" | "after");
        is_date.then(|| (self.at + 1, Meaning::DayAlone(day, self.tense(self.at + 1))))
    }

    /// "in 2005", "since 2005", "the end of 2024", "the 2016 election".
    fn year_alone(&self) -> Expression {
        let year = year(self.word(0))?;
        let next = self.word(1);
        let is_word = next.starts_with(char::is_lowercase);
        let counts = is_word && (next.ends_with('s') && next.len() > 3 || COUNTED.contains(next));
        let ends = !is_word && !next.starts_with(char::is_numeric) || AFTER_NAME.contains(next);
        let in_brackets = self.before() == "(" && next == ")";
        let recent = (1900..2100).contains(&year);
        let before_noun = self.is_after(&BEFORE_YEAR_AND_NOUN) && is_word && recent;
        // "the 2016 Ohio primary", "attacking 2016 Democratic nominees"
        let before_name = recent
            && self.draft.is_capitalised(self.at + 1)
            && !self.draft.begins_sentence(self.at + 1)
            && !CURRENCY_CODES.contains(next)
            && self.before().starts_with(|c: char| c.is_lowercase())
            && !COUNTED_BEFORE.contains(self.before().as_str());
        let is_date = match self.before().as_str() {
            "-" if !self.follows_year => self.is_after_part_of_time(),
            "to" | "with" if self.is_compared() => ends,
            "of" | "around" => ends || PAST.contains(next),
            // "the year 2020", "the academic years 2020 – 2021"
            "year" | "years" => ends || is_word,
            _ if self.follows_year => true,
            _ if self.is_after(&BEFORE_YEAR) => !counts,
            _ => in_brackets || before_noun && !COUNTED.contains(next) || before_name,
        };
        if !is_date || matches!(next, "%" | "$" | "°") {
            return None;
        }
        Some((self.at + 1, Meaning::Full(Some(whole_year(year)))))
    }

    /// Whether "compared", "back" or the like is before the word before: "compared to 2020".
    fn is_compared(&self) -> bool {
        let before = self.at.checked_sub(2).filter(|at| !self.draft.begins_sentence(at + 1));
        before.is_some_and(|at| {
            matches!(self.draft.word(at), "compared" | "back" | "prior" | "relative" | "Compared")
        })
    }

    /// Whether the sentence speaks of what has happened or of what is to come, by the verb that is nearest before the
    /// expression, or else after it.
    fn tense(&self, end: usize) -> Tense {
        let before_it = self.at.checked_sub(1).map(|at| self.draft.word(at));
        if before_it.is_some_and(|word| matches!(word, "until" | "till")) {
            return Tense::Future;
        }
        let tense = |at: usize| {
            let word = self.draft.word(at);
            // "It is to be reopened" has not been.
            let is_to_be = at.checked_sub(1).is_some_and(|at| self.draft.word(at) == "be");
            let is_past = word.len() > 4 && word.ends_with("ed") && !is_to_be;
            if PAST.contains(word) || is_past && !COMING.contains(word) {
                Some(Tense::Past)
            } else if COMING.contains(word) || word.ends_with("’ll") || word.ends_with("'ll") {
                Some(Tense::Future)
            } else {
                None
            }
        };
        let first = (self.at.saturating_sub(REACH)..self.at).rev();
        let before = first.take_while(|at| !self.draft.begins_sentence(at + 1)).find_map(tense);
        let after = || {
            let ahead = (end..end + REACH).take_while(|at| !self.draft.begins_sentence(*at));
            ahead.into_iter().find_map(tense)
        };
        before.or_else(after).unwrap_or(Tense::Unknown)
    }
}

fn weekday(word: &str) -> Option<u8> {
    WEEKDAYS.iter().position(|day| *day == word).map(|at| at as u8)
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

/// Whether `word` is a decade of so many digits: "1980s", "80s".
fn is_decade(word: &str, digits: usize) -> bool {
    let number = word.strip_suffix('s').filter(|number| number.len() == digits && number.ends_with('0'));
    number
        .and_then(|number| number.parse::<u16>().ok())
        .is_some_and(|year| digits == 2 || (1500..2100).contains(&year))
}
