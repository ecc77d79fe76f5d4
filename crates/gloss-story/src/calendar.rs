//! Days counted.

use gloss_text::Day;

/// Days since 1 March of the year 0 (the civil calendar by its 400-year cycle).
pub(crate) fn number(day: Day) -> i64 {
    let (year, month, day) = day.parts();
    let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year
}

/// The day of that number, if it is of the years 0 to 9999.
pub(crate) fn from_number(number: i64) -> Option<Day> {
    let era = number.div_euclid(146_097);
    let of_era = number.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    Day::new(i16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// Days from `a` to `b`.
pub(crate) fn days_between(a: Day, b: Day) -> i64 {
    number(b) - number(a)
}

/// The day of the week, from 0 for Monday.
pub(crate) fn weekday(day: Day) -> i64 {
    (number(day) + 2).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_numbered_and_found_again() {
        for written in ["2024-02-29", "2000-03-01", "1900-12-31", "2022-09-05", "2026-11-26"] {
            let day: Day = written.parse().unwrap();
            assert_eq!(from_number(number(day)), Some(day));
        }
        assert_eq!(days_between("2024-02-28".parse().unwrap(), "2024-03-01".parse().unwrap()), 2);
    }

    #[test]
    fn the_week_is_known() {
        assert_eq!(weekday("2022-09-05".parse().unwrap()), 0);
        assert_eq!(weekday("2026-11-26".parse().unwrap()), 3);
    }
}
