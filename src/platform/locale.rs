//! Numbers, days and plurals as the reader writes them, by the browser's `Intl`. The language is that of the
//! interface, in the variety that the browser asks for ("en-GB", "en-US").

use crate::core::{analysis::CalendarDate, annotation::Timestamp, article::Day};
use gloo::utils::window;
use js_sys::{
    Array, Date,
    Intl::{
        DateTimeFormat, DateTimeFormatOptions, DateTimeStyle, MonthFormat, NumberFormat, NumberFormatOptions,
        NumberFormatStyle, PluralRules, YearFormat,
    },
    Object,
};
use std::cell::OnceCell;
use wasm_bindgen::JsValue;

/// The language of the interface.
const LANGUAGE: &str = "en";

/// Which form of a noun goes with a number. Other languages than English use more than two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
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

/// What `Intl` makes slowly, made once.
struct Forms {
    number: NumberFormat,
    percent: NumberFormat,
    plural: PluralRules,
    day: DateTimeFormat,
    calendar_day: DateTimeFormat,
    calendar_month: DateTimeFormat,
    calendar_year: DateTimeFormat,
}

thread_local! {
    static FORMS: OnceCell<Forms> = const { OnceCell::new() };
}

fn with<T>(act: impl FnOnce(&Forms) -> T) -> T {
    FORMS.with(|forms| {
        act(forms.get_or_init(|| {
            let languages = Array::of1(&JsValue::from_str(&language()));
            let options = DateTimeFormatOptions::new();
            options.set_date_style(DateTimeStyle::Medium);
            let day = DateTimeFormat::new(&languages, &options);
            options.set_time_zone("UTC");
            let calendar_day = DateTimeFormat::new(&languages, &options);
            let options = DateTimeFormatOptions::new();
            options.set_time_zone("UTC");
            options.set_year(YearFormat::Numeric);
            let calendar_year = DateTimeFormat::new(&languages, &options);
            options.set_month(MonthFormat::Long);
            let calendar_month = DateTimeFormat::new(&languages, &options);
            let percent = NumberFormatOptions::new();
            percent.set_style(NumberFormatStyle::Percent);
            Forms {
                number: NumberFormat::new(&languages, &Object::new()),
                percent: NumberFormat::new(&languages, &percent),
                plural: PluralRules::new(&languages, &Object::new()),
                day,
                calendar_day,
                calendar_month,
                calendar_year,
            }
        }))
    })
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
pub fn number(count: usize) -> String {
    with(|forms| figure(&forms.number, count as f64))
}

/// A share of a hundred: "45%".
pub fn percent(share: usize) -> String {
    with(|forms| figure(&forms.percent, share as f64 / 100.0))
}

fn figure(format: &NumberFormat, value: f64) -> String {
    let formatted = format.format().call1(&JsValue::UNDEFINED, &value.into());
    formatted.ok().and_then(|text| text.as_string()).unwrap_or_else(|| value.to_string())
}

/// Which form of a noun goes with `count`.
pub fn plural(count: usize) -> Plural {
    let form = with(|forms| forms.plural.select(count as f64));
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
pub fn date(time: Timestamp) -> String {
    with(|forms| written(&forms.day, &Date::new(&(time as f64).into())))
}

/// A day of the calendar: "22 Nov 2026".
pub fn day((year, month, day): Day) -> String {
    calendar_date(CalendarDate { year, month: Some(month), day: Some(day) })
}

/// A day, a month or a year of the calendar: "22 Nov 2026", "November 2026", "2026".
pub fn calendar_date(CalendarDate { year, month, day }: CalendarDate) -> String {
    let date = Date::new(&0.0.into());
    let (first, of_month) = (i32::from(month.unwrap_or(1)) - 1, day.unwrap_or(1).into());
    date.set_utc_full_year_with_month_date(year.unsigned_abs().into(), first, of_month);
    with(|forms| {
        let form = match (month, day) {
            (Some(_), Some(_)) => &forms.calendar_day,
            (Some(_), None) => &forms.calendar_month,
            (None, _) => &forms.calendar_year,
        };
        written(form, &date)
    })
}

/// The moment at which a day begins where the reader is.
pub fn beginning((year, month, day): Day) -> Timestamp {
    let date = Date::new_with_year_month_day(year.unsigned_abs().into(), i32::from(month) - 1, day.into());
    date.get_time().max(0.0) as Timestamp
}

/// The moment at which a day ends where the reader is, and the next begins.
pub fn end((year, month, day): Day) -> Timestamp {
    // A day that a month has not is one of the next month.
    beginning((year, month, day + 1))
}

/// The day of a moment, where the reader is, in numbers.
pub fn day_of(time: Timestamp) -> Day {
    let date = Date::new(&(time as f64).into());
    (date.get_full_year() as i16, date.get_month() as u8 + 1, date.get_date() as u8)
}
