//! Numbers, days and plurals as the reader writes them, by the browser's `Intl`. The language is that of the
//! interface, in the variety that the browser asks for ("en-GB", "en-US").

use gloo::utils::window;
use gloss_analysis::CalendarDate;
use gloss_notes::Timestamp;
use gloss_text::Day;
use js_sys::{
    Array, Date, Function,
    Intl::{
        DateTimeFormat, DateTimeFormatOptions, DateTimeStyle, MonthFormat, NumberFormat, NumberFormatOptions,
        NumberFormatStyle, PluralRules, YearFormat,
    },
    Object, Reflect,
};
use wasm_bindgen::{JsCast, JsValue};

/// The language of the interface.
const LANGUAGE: &str = "en";

/// Which form of a noun goes with a number. Other languages than English use more than two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plural {
    /// None of them, where a language tells that apart.
    Zero,
    /// One of them.
    One,
    /// Two of them.
    Two,
    /// A few.
    Few,
    /// Many.
    Many,
    /// Any other number.
    Other,
}

// Each is slow to make, some ten milliseconds, and made when it is first needed.
thread_local! {
    static NUMBER: NumberFormat = NumberFormat::new(&languages(), &Object::new());
    static PERCENT: NumberFormat = {
        let options = NumberFormatOptions::new();
        options.set_style(NumberFormatStyle::Percent);
        NumberFormat::new(&languages(), &options)
    };
    static PLURAL: PluralRules = PluralRules::new(&languages(), &Object::new());
    static DAY: DateTimeFormat = DateTimeFormat::new(&languages(), &medium());
    static CALENDAR_DAY: DateTimeFormat = in_utc(&medium());
    static CALENDAR_MONTH: DateTimeFormat = {
        let options = DateTimeFormatOptions::new();
        options.set_year(YearFormat::Numeric);
        options.set_month(MonthFormat::Long);
        in_utc(&options)
    };
    static CALENDAR_YEAR: DateTimeFormat = {
        let options = DateTimeFormatOptions::new();
        options.set_year(YearFormat::Numeric);
        in_utc(&options)
    };
}

fn medium() -> DateTimeFormatOptions {
    let options = DateTimeFormatOptions::new();
    options.set_date_style(DateTimeStyle::Medium);
    options
}

/// A day of the calendar is at the same place everywhere.
fn in_utc(options: &DateTimeFormatOptions) -> DateTimeFormat {
    options.set_time_zone("UTC");
    DateTimeFormat::new(&languages(), options)
}

fn languages() -> Array {
    Array::of1(&JsValue::from_str(&language()))
}

/// The first language that the browser asks for and the interface is in.
fn language() -> String {
    let asked = window().navigator().languages();
    let fits = |tag: &String| tag.split('-').next() == Some(LANGUAGE);
    asked.iter().filter_map(|tag| tag.as_string()).find(fits).unwrap_or_else(|| LANGUAGE.to_owned())
}

fn written(format: &DateTimeFormat, date: &Date) -> String {
    let formatted = format.format().call1(&JsValue::UNDEFINED, date);
    formatted.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// A count: "12,345".
pub(crate) fn number(count: usize) -> String {
    NUMBER.with(|format| figure(format, count as f64))
}

/// A share of a hundred: "45%".
pub(crate) fn percent(share: usize) -> String {
    PERCENT.with(|format| figure(format, share as f64 / 100.0))
}

fn figure(format: &NumberFormat, value: f64) -> String {
    let formatted = format.format().call1(&JsValue::UNDEFINED, &value.into());
    formatted.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// Which form of a noun goes with `count`.
pub(crate) fn plural(count: usize) -> Plural {
    let form = PLURAL.with(|plural| plural.select(count as f64));
    match String::from(form).as_str() {
        "zero" => Plural::Zero,
        "one" => Plural::One,
        "two" => Plural::Two,
        "few" => Plural::Few,
        "many" => Plural::Many,
        _ => Plural::Other,
    }
}

/// The day of a moment, where the reader is: "22 Nov 2026".
pub(crate) fn date(time: Timestamp) -> String {
    DAY.with(|format| written(format, &Date::new(&(time as f64).into())))
}

/// A day of the calendar: "22 Nov 2026".
pub(crate) fn day(day: Day) -> String {
    let (year, month, day) = day.parts();
    calendar_date(CalendarDate { year, month: Some(month), day: Some(day) })
}

/// A day, a month or a year of the calendar: "22 Nov 2026", "November 2026", "2026".
pub(crate) fn calendar_date(CalendarDate { year, month, day }: CalendarDate) -> String {
    let date = Date::new(&0.0.into());
    let (first, of_month) = (i32::from(month.unwrap_or(1)) - 1, day.unwrap_or(1).into());
    date.set_utc_full_year_with_month_date(year.unsigned_abs().into(), first, of_month);
    let form = match (month, day) {
        (Some(_), Some(_)) => &CALENDAR_DAY,
        (Some(_), None) => &CALENDAR_MONTH,
        (None, _) => &CALENDAR_YEAR,
    };
    form.with(|form| written(form, &date))
}

/// The moment at which a day begins where the reader is.
pub(crate) fn beginning(day: Day) -> Timestamp {
    start(day, 0)
}

/// The moment at which the day begins that many days after `day`, where the reader is.
fn start(day: Day, later: i32) -> Timestamp {
    let (year, month, day) = day.parts();
    // A day that a month does not have is one of the next month.
    let date = Date::new_with_year_month_day(
        year.unsigned_abs().into(),
        i32::from(month) - 1,
        i32::from(day) + later,
    );
    date.get_time().max(0.0) as Timestamp
}

/// The moment at which a day ends where the reader is, and the next begins.
pub(crate) fn end(day: Day) -> Timestamp {
    start(day, 1)
}

/// The day of a moment, where the reader is, in numbers.
pub(crate) fn day_of(time: Timestamp) -> Option<Day> {
    let date = Date::new(&(time as f64).into());
    Day::new(date.get_full_year() as i16, date.get_month() as u8 + 1, date.get_date() as u8)
}

/// The name of a language by its BCP 47 tag, in the language of the interface: "German" for "de".
pub(crate) fn language_name(tag: &str) -> Option<String> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let names: Function = Reflect::get(&intl, &"DisplayNames".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"language".into()).ok()?;
    let made = Reflect::construct(&names, &Array::of2(&LANGUAGE.into(), &options)).ok()?;
    let of: Function = Reflect::get(&made, &"of".into()).ok()?.dyn_into().ok()?;
    of.call1(&made, &tag.into()).ok()?.as_string()
}
