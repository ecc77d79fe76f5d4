//! What calendar expressions mean, as exactly as the text and the day of publication say.

use crate::CalendarDate;
use gloss_text::Day;

/// How the text names a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A day, month or year that the text gives in full, whether or not it exists.
    Full(Option<CalendarDate>),
    /// Some days after the day of publication, or before it: "yesterday", "last night".
    Day(i64),
    /// "last month", "next month": months after that of publication, or before it.
    Month(i16),
    /// "this year": years after that of publication, or before it.
    Year(i16),
    /// "October last year".
    MonthOfYear(u8, i16),
    /// "6 March last year": month, day, and years after that of publication or before it.
    DayOfYear(u8, u8, i16),
    /// "last October".
    LastMonth(u8),
    /// "Monday" (0), which the tense of the sentence places in the past or in the future.
    Weekday(u8, Tense),
    /// "5 September", "Monday, 5 September".
    DayOfMonth { month: u8, day: u8, weekday: Option<u8>, tense: Tense },
    /// "the 10th", of the month that the tense of the sentence tells.
    DayAlone(u8, Tense),
    /// A time that nobody can place by the day of publication: "last week", "in June".
    Vague,
}

/// How many days from that of publication a day without a year may be if nothing says whether it is past or to come.
const NEAR: i64 = 100;

/// On which side of the day of publication a sentence speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// Before it, or on it.
    Past,
    /// After it, or on it.
    Future,
    /// The sentence does not say.
    Unknown,
}

impl Meaning {
    /// The date that is meant in an article of that day; `None` where it cannot be known.
    pub(super) fn on(self, published: Option<Day>) -> Option<CalendarDate> {
        if let Self::Full(date) = self {
            return date;
        }
        let published = published?;
        let (year, month, _) = published.parts();
        let in_year = |step: i16| year.checked_add(step);
        match self {
            Self::Full(date) => date,
            Self::Vague => None,
            Self::Day(step) => day_of(number(published) + step),
            Self::Month(step) => whole_month(year, i16::from(month) + step),
            Self::Year(step) => in_year(step).map(whole_year),
            Self::MonthOfYear(month, step) => whole_month(in_year(step)?, i16::from(month)),
            Self::DayOfYear(month, day, step) => full(in_year(step)?, month, day),
            Self::LastMonth(named) => {
                whole_month(if named < month { year } else { year.checked_sub(1)? }, i16::from(named))
            }
            Self::Weekday(weekday, tense) => {
                let back = (weekday_of(number(published)) - i64::from(weekday)).rem_euclid(7);
                let ahead = (7 - back) % 7;
                day_of(number(published) + if tense == Tense::Future { ahead } else { -back })
            }
            Self::DayAlone(day, tense) => {
                let months =
                    [0, -1, 1].into_iter().filter_map(|step| whole_month(year, i16::from(month) + step));
                let days = months.filter_map(|month| Day::new(month.year, month.month?, day)).map(number);
                let fits = |&day: &i64| match tense {
                    Tense::Past => day <= number(published),
                    Tense::Future => day >= number(published),
                    Tense::Unknown => false,
                };
                day_of(days.filter(fits).min_by_key(|day| (day - number(published)).abs())?)
            }
            Self::DayOfMonth { month, day, weekday, tense } => {
                let years = [in_year(0), in_year(-1), in_year(1)].into_iter().flatten();
                let days = years.filter_map(|year| Day::new(year, month, day)).map(number);
                let fits = |&day: &i64| match (weekday, tense) {
                    (Some(weekday), _) => weekday_of(day) == i64::from(weekday),
                    (None, Tense::Past) => day <= number(published),
                    (None, Tense::Future) => day >= number(published),
                    (None, Tense::Unknown) => (day - number(published)).abs() <= NEAR,
                };
                day_of(days.filter(fits).min_by_key(|day| (day - number(published)).abs())?)
            }
        }
    }

    /// Whether the day of publication tells what is meant, and not the text alone.
    pub(super) fn needs_publication(self) -> bool {
        !matches!(self, Self::Full(_) | Self::Vague)
    }
}

/// A year as a whole.
pub(super) const fn whole_year(year: i16) -> CalendarDate {
    CalendarDate { year, month: None, day: None }
}

/// A month by its number from 1, which may lie in a neighbouring year.
pub(super) fn whole_month(year: i16, month: i16) -> Option<CalendarDate> {
    let year = year.checked_add((month - 1).div_euclid(12))?;
    Some(CalendarDate { year, month: Some((month - 1).rem_euclid(12) as u8 + 1), day: None })
}

/// A day; `None` if there is no such day.
pub(super) fn full(year: i16, month: u8, day: u8) -> Option<CalendarDate> {
    Day::new(year, month, day).map(|_| CalendarDate { year, month: Some(month), day: Some(day) })
}

/// Days since 1 March of the year 0 (the years of this count begin in March, so that a leap day is the last of one).
fn number(day: Day) -> i64 {
    let (year, month, day) = day.parts();
    let shifted = i64::from(month + 9) % 12;
    let year = i64::from(year) - i64::from(month < 3);
    365 * year + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (153 * shifted + 2) / 5
        + i64::from(day)
        - 1
}

/// The day with that number.
fn day_of(number: i64) -> Option<CalendarDate> {
    // The estimate is at most one year too large.
    let start = |year: i64| 365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let estimate = (number * 400 + 591).div_euclid(146_097);
    let year = if start(estimate) > number { estimate - 1 } else { estimate };
    let rest = number - start(year);
    let shifted = (5 * rest + 2) / 153;
    let day = rest - (153 * shifted + 2) / 5 + 1;
    let month = (shifted + 2) % 12 + 1;
    full(i16::try_from(year + i64::from(month < 3)).ok()?, month as u8, day as u8)
}

/// The day of the week, 0 for Monday. Day 0 was a Wednesday.
fn weekday_of(number: i64) -> i64 {
    (number + 2).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_of_the_week_are_those_of_the_calendar() {
        let weekday = |day: &str| weekday_of(number(day.parse().unwrap()));
        assert_eq!(weekday("2025-11-22"), 5);
        assert_eq!(weekday("2000-02-29"), 1);
        assert_eq!(weekday("1932-10-08"), 5);
        assert_eq!(weekday("1969-07-20"), 6);
    }

    proptest! {
        #[test]
        fn days_have_numbers_in_a_row(year in 1_i16..9998, month in 1_u8..=12, day in 1_u8..=31) {
            if let Some(given) = Day::new(year, month, day) {
                prop_assert_eq!(day_of(number(given)), full(year, month, day));
                let next = day_of(number(given) + 1).unwrap();
                let expected = full(year, month, day + 1)
                    .or_else(|| full(year, month + 1, 1))
                    .or_else(|| full(year + 1, 1, 1));
                prop_assert_eq!(Some(next), expected);
            }
        }
    }
}
