//! What a page says of itself: headline, author, day, source, language, address.

mod byline;
mod day;
mod headline;
mod json_ld;
mod meta;

use crate::tree::Tree;
use gloss_text::Day;

pub(crate) use byline::{byline, is_byline};
pub(crate) use headline::{Headline, headline};

/// What a page states for machines, as it is written.
#[derive(Debug, Default)]
pub(crate) struct Stated {
    /// Headlines, the most reliable first.
    pub(crate) titles: Vec<String>,
    /// What `<title>` says, with the site's name as a rule.
    pub(crate) window_title: Option<String>,
    /// What the page is about, often its first sentences.
    pub(crate) description: Option<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) day: Option<String>,
    /// What may be the day of the last change.
    pub(crate) unsure_day: Option<String>,
    pub(crate) created: Option<String>,
    pub(crate) modified: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) language: Option<String>,
    /// Whether the page says that it goes on being written.
    pub(crate) is_live: bool,
}

/// Reads JSON-LD, `<meta>`, `<link>`, `<title>` and microdata.
pub(crate) fn stated(tree: &Tree) -> Stated {
    let one = json_ld::read(tree);
    let two = meta::read(tree);
    let mut titles = one.titles;
    titles.extend(two.titles);
    Stated {
        titles,
        window_title: two.window_title,
        description: two.description,
        authors: if one.authors.is_empty() { two.authors } else { one.authors },
        day: one.day.or(two.day),
        unsure_day: two.unsure_day,
        created: one.created.or(two.created),
        modified: one.modified.or(two.modified),
        source: two.source.or(one.source),
        url: two.url,
        language: two.language.or(one.language),
        is_live: one.is_live || two.is_live,
    }
}

/// The day of publication: what is stated, what the address names, or the first that elements for days show or that the
/// lines around the headline say.
pub(crate) fn day<'a>(
    stated: &Stated,
    address: Option<&str>,
    language: Option<&str>,
    mut shown: impl Iterator<Item = &'a str>,
    mut said: impl Iterator<Item = &'a str>,
) -> Option<Day> {
    let american =
        language.is_none_or(|language| language.eq_ignore_ascii_case("en") || language.ends_with("US"));
    let read = |text: &Option<String>| text.as_deref().and_then(|text| day::first_day(text, american));
    read(&stated.day)
        .or_else(|| address.and_then(day::day_of_address))
        .or_else(|| shown.find_map(|text| day::first_day(text, american)))
        .or_else(|| read(&stated.unsure_day))
        .or_else(|| said.find_map(|text| day::first_day(text, american)))
        .or_else(|| read(&stated.created))
        .or_else(|| read(&stated.modified))
}

/// The first day that a text names; `4/5/2019` is of May.
pub(crate) fn first_day(text: &str) -> Option<Day> {
    day::first_day(text, false)
}

/// Resolves the character references that some systems leave in what they state, twice if need be.
fn unescape(text: &str) -> String {
    crate::reference::unescape(&crate::reference::unescape(text))
}

/// The words of a text in lower case, for comparing headlines and names.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            folded.push(c);
        } else if !folded.ends_with(' ') && !folded.is_empty() && !matches!(c, '\u{ad}' | '\'' | '’') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}
