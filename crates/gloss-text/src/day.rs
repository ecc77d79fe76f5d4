use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A day of the Gregorian calendar, of the years 0 to 9999. A value is always a day that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day {
    year: i16,
    month: u8,
    of_month: u8,
}

impl Day {
    /// Returns `None` for a day that does not exist.
    pub const fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let valid = year >= 0 && year <= 9999 && day >= 1 && day <= days_in_month(year, month);
        if valid { Some(Self { year, month, of_month: day }) } else { None }
    }

    /// The year, the month from 1 to 12, and the day of the month from 1.
    pub const fn parts(self) -> (i16, u8, u8) {
        (self.year, self.month, self.of_month)
    }

    /// The year.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, from 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub const fn day(self) -> u8 {
        self.of_month
    }
}

/// How many days the month has; 0 for a month that does not exist.
const fn days_in_month(year: i16, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// A text is no day like `2024-10-21`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidDay;

impl fmt::Display for InvalidDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day like 2024-10-21")
    }
}

impl std::error::Error for InvalidDay {}

/// Reads the form `2024-10-21`, with white space at its ends ignored.
impl FromStr for Day {
    type Err = InvalidDay;

    fn from_str(text: &str) -> Result<Self, InvalidDay> {
        let mut parts = text.trim().splitn(3, '-');
        let mut part = || parts.next().filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        let (year, month, day) = (part(), part(), part());
        let year =
            year.filter(|year| year.len() == 4).and_then(|year| year.parse().ok()).ok_or(InvalidDay)?;
        let number = |part: Option<&str>| part?.parse().ok();
        let (month, day) = number(month).zip(number(day)).ok_or(InvalidDay)?;
        Self::new(year, month, day).ok_or(InvalidDay)
    }
}

/// Writes the form `2024-10-21`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.of_month)
    }
}

impl TryFrom<String> for Day {
    type Error = InvalidDay;

    fn try_from(text: String) -> Result<Self, InvalidDay> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_and_read() {
        for written in ["2024-10-21", "2024-02-29", "1900-01-31", "0079-08-24"] {
            assert_eq!(written.parse::<Day>().map(|day| day.to_string()).as_deref(), Ok(written));
        }
        for written in [
            "",
            "2023-02-29",
            "1900-02-29",
            "2024-02-31",
            "2024-13-01",
            "2024-04-31",
            "24-01-01",
            "2024-1-",
            "+2024-1-1",
            "2024-+1-1",
            "x-y-z",
        ] {
            assert_eq!(written.parse::<Day>(), Err(InvalidDay), "{written}");
        }
    }
}
