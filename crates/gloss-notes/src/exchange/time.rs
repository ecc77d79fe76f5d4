use crate::Timestamp;

const DAY: u64 = 24 * 60 * 60 * 1000;

/// Writes a time in UTC as xsd:dateTime and RFC 3339 do, such as `2026-11-22T14:32:01.123Z`. Years past 9999 have
/// more digits.
pub fn to_iso_8601(time: Timestamp) -> String {
    let (year, month, day) = civil_from_days(time / DAY);
    let rest = time % DAY;
    let (hours, minutes, seconds) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60);
    format!("{year:04}-{month:02}-{day:02}T{hours:02}:{minutes:02}:{seconds:02}.{:03}Z", rest % 1000)
}

/// Reads a date, or a date with a time, in UTC or with an offset; without either, UTC is meant. What is finer than
/// a millisecond is dropped. Returns `None` for an invalid time and for one before 1970.
pub fn from_iso_8601(written: &str) -> Option<Timestamp> {
    let written = written.trim();
    let (date, time) = written.split_once(['T', 't', ' ']).unwrap_or((written, "00:00:00Z"));
    let mut parts = date.splitn(3, '-').map(number);
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let days = days_from_civil(year, month, day)?;
    // A day that the month does not have comes back as another.
    if civil_from_days(days) != (year, month, day) {
        return None;
    }
    let zone = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(zone);
    let mut parts = clock.splitn(3, ':');
    let (hours, minutes) = (number(parts.next()?)?, number(parts.next()?)?);
    let (seconds, fraction) =
        parts.next().map_or(("0", ""), |part| part.split_once('.').unwrap_or((part, "")));
    let seconds = number(seconds)?;
    if hours > 24 || minutes > 59 || seconds > 60 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let milliseconds =
        fraction.bytes().chain(*b"000").take(3).fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'));
    let clock = ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
    let local = days.checked_mul(DAY)?.checked_add(clock)?;
    let minutes_of = |offset: &str| {
        let (hours, minutes) = offset.split_once(':').or_else(|| offset.split_at_checked(2))?;
        Some((number(hours)? * 60 + if minutes.is_empty() { 0 } else { number(minutes)? }) * 60_000)
    };
    match zone.split_at_checked(1) {
        None | Some(("Z" | "z", "")) => Some(local),
        Some(("+", offset)) => local.checked_sub(minutes_of(offset)?),
        Some(("-", offset)) => local.checked_add(minutes_of(offset)?),
        _ => None,
    }
}

fn number(digits: &str) -> Option<u64> {
    let all = !digits.is_empty() && digits.len() <= 12 && digits.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| digits.parse().ok()).flatten()
}

/// Returns year, month and day of a day since 1970-01-01 in the Gregorian calendar, counted in eras of 400 years
/// that begin in March, so that the leap day is the last of its year (Hinnant, "chrono-compatible low-level date
/// algorithms").
const fn civil_from_days(days: u64) -> (u64, u64, u64) {
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (era * 400 + year_of_era + (month <= 2) as u64, month, day)
}

/// The other way round. Returns `None` before 1970.
const fn days_from_civil(year: u64, month: u64, day: u64) -> Option<u64> {
    if year < 1970 {
        return None;
    }
    let year = year - (month <= 2) as u64;
    let (era, year_of_era) = (year / 400, year % 400);
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    (era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year)
        .checked_sub(719_468)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_times() {
        assert_eq!(to_iso_8601(0), "1970-01-01T00:00:00.000Z");
        assert_eq!(to_iso_8601(951_827_696_789), "2000-02-29T12:34:56.789Z");
    }

    #[track_caller]
    fn check(written: &str, expected: &str) {
        assert_eq!(from_iso_8601(written).map(to_iso_8601).unwrap_or_default(), expected);
    }

    #[test]
    fn offsets_fractions_and_bare_dates_are_read() {
        check("2015-01-28T12:00:00Z", "2015-01-28T12:00:00.000Z");
        check("2022-06-01T09:15:30.123456+02:00", "2022-06-01T07:15:30.123Z");
        check("2022-06-01T23:15-0100", "2022-06-02T00:15:00.000Z");
        check("2024-02-29", "2024-02-29T00:00:00.000Z");
    }

    #[test]
    fn what_is_no_time_is_none() {
        for written in
            ["", "yesterday", "2023-02-29", "2023-13-01", "1969-12-31", "2023-01-01T25:00Z", "2023-01-01Tx"]
        {
            check(written, "");
        }
    }

    proptest! {
        #[test]
        fn every_time_comes_back(time: Timestamp) {
            prop_assert_eq!(from_iso_8601(&to_iso_8601(time)), Some(time));
        }

        #[test]
        fn anything_may_be_read(written in "\\PC{0,40}") {
            from_iso_8601(&written);
        }
    }
}
