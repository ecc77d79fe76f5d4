//! What happened when, as far as the texts say so.

use crate::{
    calendar::{from_number, number, weekday},
    links::Link,
    passage::Passage,
    prepared::{Prepared, Sentence},
    words::fold,
};
use gloss_analysis::{CalendarDate, EntityKind};
use gloss_text::{Day, Span};
use serde::{Deserialize, Serialize};

/// What else must be known to place an event, or was used to place it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Need {
    /// The day on which the article was published.
    Published,
    /// The day of another event, from which this one is counted ("the night before").
    Event,
}

/// A sentence and the day, month or year that it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated {
    /// The date as exactly as the text tells; `None` where something that it needs is not known.
    pub date: Option<CalendarDate>,
    /// The sentence.
    pub passage: Passage,
    /// The words that tell the date.
    pub expression: Span,
    /// What was needed to place it, or is needed.
    pub needs: Option<Need>,
    /// Entries of several articles with one number tell the same event.
    pub event: Option<u32>,
}

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];
/// Words that put what comes after them into the future.
const FUTURE: &[&str] = &["will", "would", "shall", "due", "expected", "scheduled", "upcoming", "plans", "set", "until"];

/// All dated sentences, placed ones first in their order in time, then those that cannot be placed.
pub(crate) fn find(articles: &[Prepared], links: &[Link]) -> Vec<Dated> {
    let mut all: Vec<Dated> = articles.iter().flat_map(of_article).collect();
    number_events(&mut all, links);
    all.sort_by_key(|entry| {
        let date = entry.date.map(|date| (date.year, date.month.unwrap_or(0), date.day.unwrap_or(0)));
        (date.is_none(), date, entry.passage, entry.expression)
    });
    all
}

fn of_article(article: &Prepared) -> Vec<Dated> {
    let published = article.article.metadata.published.or_else(|| dateline(article));
    let mut found: Vec<Dated> = Vec::new();
    // The last full day that the text has named, from which "the night before" is counted.
    let mut anchor: Option<(usize, CalendarDate)> = None;
    for (at, sentence) in article.sentences.iter().enumerate() {
        let first = found.len();
        let mentions = article.analysis.mentions.iter().filter(|mention| {
            mention.kind == EntityKind::Date && sentence.span.contains(mention.span)
        });
        for mention in mentions {
            let known = mention.entity.and_then(|id| article.analysis.entities.get(id)).and_then(|it| it.date);
            let words = fold(mention.span.of(article.text()));
            let (date, needs) = match known {
                Some(date) => (Some(date), is_relative(&words).then_some(Need::Published)),
                None => (
                    published.and_then(|day| resolve(article, sentence, mention.span, &words, day)),
                    Some(Need::Published),
                ),
            };
            let passage = article.passage(sentence.span);
            found.push(Dated { date, passage, expression: mention.span, needs, event: None });
        }
        let own = found.get(first..).unwrap_or_default().iter().filter_map(|entry| entry.date);
        if let Some(day) = own.filter(|date| date.day.is_some()).last() {
            anchor = Some((at, day));
        }
        for (span, step) in relative(article.text(), sentence.span) {
            let near = anchor.filter(|(of, _)| of + 1 >= at).map(|(_, date)| date);
            let date = near.and_then(|date| day(date)).and_then(|day| from_number(number(day) + step)).map(full);
            let passage = article.passage(sentence.span);
            found.push(Dated { date, passage, expression: span, needs: Some(Need::Event), event: None });
        }
        for (span, days) in ago(article.text(), sentence.span) {
            let date = published.and_then(|day| from_number(number(day) - days)).map(full);
            let passage = article.passage(sentence.span);
            found.push(Dated { date, passage, expression: span, needs: Some(Need::Published), event: None });
        }
    }
    found
}

/// The day on a line of its own at the head of an article.
fn dateline(article: &Prepared) -> Option<Day> {
    article.sentences.iter().take(3).find_map(|sentence| {
        let mention = article.analysis.mentions.iter().find(|mention| {
            mention.kind == EntityKind::Date && mention.span == sentence.span
        })?;
        day(article.analysis.entities.get(mention.entity?)?.date?)
    })
}

fn day(date: CalendarDate) -> Option<Day> {
    Day::new(date.year, date.month?, date.day?)
}

fn full(day: Day) -> CalendarDate {
    let (year, month, day) = day.parts();
    CalendarDate { year, month: Some(month), day: Some(day) }
}

fn is_relative(words: &str) -> bool {
    ["today", "tonight", "yesterday", "tomorrow", "last", "this", "next"].iter().any(|word| words.contains(word))
}

/// A weekday, or a day or month without its year, as the nearest one to the day of publication: a weekday before it,
/// unless the sentence speaks of the future.
fn resolve(article: &Prepared, sentence: &Sentence, span: Span, words: &str, published: Day) -> Option<CalendarDate> {
    let before = fold(Span::new(sentence.span.start, span.start).of(article.text()));
    let last_words: Vec<&str> = before.split_whitespace().rev().take(12).collect();
    let future = last_words.iter().any(|word| FUTURE.contains(&word.trim_matches(',')));
    if let Some(wanted) = WEEKDAYS.iter().position(|day| words.contains(day)) {
        // "on Mondays" is no day.
        if words.ends_with('s') && !words.ends_with("wednes") || words.starts_with("next") && words.len() < 5 {
            return None;
        }
        let behind = (weekday(published) - wanted as i64).rem_euclid(7);
        let step = if words.starts_with("next") || future && !words.starts_with("last") {
            if behind == 0 { 0 } else { 7 - behind }
        } else {
            -behind
        };
        return from_number(number(published) + step).map(full);
    }
    let month = MONTHS.iter().position(|month| words.split_whitespace().any(|word| word.starts_with(month)))?;
    let of_month = words.split(|c: char| !c.is_ascii_digit()).find_map(|part| part.parse::<u8>().ok());
    let (year, now, _) = published.parts();
    let month = month as u8 + 1;
    let Some(of_month) = of_month else {
        // "in October" is the last one, unless the sentence speaks of the future.
        let year = match (future, month > now, month < now) {
            (false, true, _) => year - 1,
            (true, _, true) => year + 1,
            _ => year,
        };
        return Some(CalendarDate { year, month: Some(month), day: None });
    };
    let nearest = (year - 1..=year + 1)
        .filter_map(|year| Day::new(year, month, of_month))
        .min_by_key(|day| (number(*day) - number(published)).abs())?;
    Some(full(nearest))
}

/// "the night before", "the following day": where, and how many days from the event they are counted from.
fn relative(text: &str, sentence: Span) -> Vec<(Span, i64)> {
    let words = sentence.of(text);
    let small = words.to_ascii_lowercase();
    let phrases: [(&str, i64); 14] = [
        ("the night before", -1),
        ("the day before", -1),
        ("the evening before", -1),
        ("the previous day", -1),
        ("the previous night", -1),
        ("the previous evening", -1),
        ("a day earlier", -1),
        ("the day after", 1),
        ("the next day", 1),
        ("the next morning", 1),
        ("the following day", 1),
        ("the following morning", 1),
        ("a day later", 1),
        ("two days later", 2),
    ];
    let mut found: Vec<(Span, i64)> = phrases
        .iter()
        .flat_map(|(phrase, step)| small.match_indices(phrase).map(move |(at, _)| (at, phrase.len(), *step)))
        // "the day before the trial" is counted from what comes after it.
        .filter(|(at, length, _)| {
            let after = small.get(at + length..).unwrap_or_default();
            !after.starts_with(|c: char| c.is_alphabetic())
                && after.trim_start().chars().next().is_none_or(|c| !c.is_alphanumeric())
        })
        .map(|(at, length, step)| (Span::new(sentence.start + at, sentence.start + at + length), step))
        .collect();
    found.sort_unstable();
    found
}

/// "three days ago": where, and how many days.
fn ago(text: &str, sentence: Span) -> Vec<(Span, i64)> {
    let words = sentence.of(text);
    let mut found = Vec::new();
    for (at, _) in words.match_indices(" days ago") {
        let before = words.get(..at).unwrap_or_default();
        let count = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        if let Some(days) = crate::words::digits(&fold(count)).and_then(|digits| digits.parse::<i64>().ok()).filter(|days| *days < 400) {
            found.push((Span::new(sentence.start + at - count.len(), sentence.start + at + 9), days));
        }
    }
    found
}

/// Gives entries one number that are linked and agree in time.
fn number_events(all: &mut [Dated], links: &[Link]) {
    let mut next = 0;
    for link in links.iter().filter(|link| link.score >= Link::LINKED) {
        let pairs: Vec<(usize, usize)> = all
            .iter()
            .enumerate()
            .filter(|(_, entry)| entry.passage == link.a)
            .flat_map(|(a, entry)| {
                let agreeing = |other: &Dated| match (entry.date, other.date) {
                    (Some(one), Some(another)) => agree(one, another),
                    _ => false,
                };
                all.iter()
                    .enumerate()
                    .filter(move |(_, other)| other.passage == link.b && agreeing(other))
                    .map(move |(b, _)| (a, b))
                    .collect::<Vec<_>>()
            })
            .collect();
        for (a, b) in pairs {
            let known = all.get(a).and_then(|entry| entry.event).or_else(|| all.get(b).and_then(|entry| entry.event));
            let event = known.unwrap_or_else(|| {
                next += 1;
                next - 1
            });
            for at in [a, b] {
                if let Some(entry) = all.get_mut(at) {
                    entry.event.get_or_insert(event);
                }
            }
        }
    }
}

/// Whether two dates may be the same, one told more exactly.
pub(crate) fn agree(a: CalendarDate, b: CalendarDate) -> bool {
    let parts = |x: Option<u8>, y: Option<u8>| x.is_none() || y.is_none() || x == y;
    a.year == b.year && parts(a.month, b.month) && (a.month.is_none() || b.month.is_none() || parts(a.day, b.day))
}
