//! What happened when, as far as the texts say so.

use crate::{
    alignment::Aligner,
    calendar::{from_number, number, weekday},
    hash::HashMap,
    links::{Link, of_sentences},
    passage::Passage,
    prepared::{Prepared, Sentence},
    words::{Vocabulary, WordId, fold},
};
use gloss_analysis::{CalendarDate, EntityKind};
use gloss_text::{Day, Span};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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
    /// The words that tell the date; `None` where another sentence on the same event does.
    pub expression: Option<Span>,
    /// What was needed to place it, or is needed.
    pub needs: Option<Need>,
    /// Entries of several articles with one number tell the same event.
    pub event: Option<u32>,
    /// Whether it was so by that day, and since when is not told: "colleagues have threatened to walk out".
    pub by_then: bool,
}

impl Dated {
    fn new(
        date: Option<CalendarDate>,
        passage: Passage,
        expression: Option<Span>,
        needs: Option<Need>,
    ) -> Self {
        Self { date, passage, expression, needs, event: None, by_then: false }
    }
}

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// Words that put what comes after them into the future.
const FUTURE: &[&str] =
    &["will", "would", "shall", "due", "expected", "scheduled", "upcoming", "plans", "set", "until"];

/// Words that put what the sentence tells before the day of the article.
const PAST: &[&str] = &[
    "previously",
    "earlier",
    "originally",
    "former",
    "formerly",
    "had",
    "since",
    "once",
    "ago",
    "years",
    "months",
];
/// So many sentences from one that tells the day another may go on about it.
const NEAR: usize = 6;
/// So many days before the article's own a day is still its news.
const RECENT: i64 = 4;
/// So many words of matter it shares with that one.
const SHARED: usize = 2;

/// All dated sentences, placed ones first in their order in time, then those that cannot be placed.
pub(crate) fn find(articles: &[Prepared], links: &[&Link], aligner: &Aligner) -> Vec<Dated> {
    let mut all: Vec<Dated> = Vec::new();
    for article in articles {
        let mut found = of_article(article, aligner.vocabulary);
        found.extend(told_elsewhere(article, &found, aligner));
        found.extend(so_by_then(article, &found, aligner.vocabulary));
        all.append(&mut found);
    }
    number_events(&mut all, links);
    all.sort_by_key(|entry| {
        let date = entry.date.map(|date| (date.year, date.month.unwrap_or(0), date.day.unwrap_or(0)));
        (date.is_none(), date, entry.by_then, entry.passage, entry.expression)
    });
    all
}

fn of_article(article: &Prepared, vocabulary: &Vocabulary) -> Vec<Dated> {
    let published = article.article.metadata.published.or_else(|| dateline(article));
    let mut found: Vec<Dated> = Vec::new();
    // The last full day that the text has named, from which "the night before" is counted.
    let mut anchor: Option<(usize, CalendarDate)> = None;
    for (at, sentence) in article.sentences.iter().enumerate() {
        let first = found.len();
        let passage = article.passage(sentence.span);
        let mentions = article
            .analysis
            .mentions
            .iter()
            .filter(|mention| mention.kind == EntityKind::Date && sentence.span.contains(mention.span));
        for mention in mentions {
            let known =
                mention.entity.and_then(|id| article.analysis.entities.get(id)).and_then(|it| it.date);
            let words = fold(mention.span.of(article.text()));
            // "Today" between marks is the speaker's day.
            let said = is_relative(&words)
                && article
                    .words_in(mention.span)
                    .clone()
                    .any(|at| article.words.get(at).is_some_and(|word| word.quoted));
            if said {
                found.push(Dated::new(None, passage, Some(mention.span), Some(Need::Event)));
                continue;
            }
            if is_unreal(article.text(), sentence.span, mention.span) {
                continue;
            }
            // A day of a month without its year is the nearest one to the article's own.
            let bare = known.is_some_and(|date| date.day.is_some())
                && MONTHS.iter().any(|month| words.starts_with(month))
                && !words.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4);
            let nearest = published.filter(|_| bare);
            let known =
                nearest.and_then(|day| resolve(article, sentence, mention.span, &words, day)).or(known);
            let (date, needs) = if known.is_some() {
                (known, is_relative(&words).then_some(Need::Published))
            } else {
                let date = published.and_then(|day| resolve(article, sentence, mention.span, &words, day));
                // What the day of publication does not place needs something that nobody can name.
                (date, (date.is_some() || published.is_none()).then_some(Need::Published))
            };
            if let (Some(date), Some((span, step))) =
                (date.and_then(day), counted_from(article, sentence, mention.span, vocabulary))
            {
                let date = from_number(number(date) + step).map(full);
                found.push(Dated::new(date, passage, Some(span), needs.or(Some(Need::Event))));
            }
            found.push(Dated::new(date, passage, Some(mention.span), needs));
        }
        for (span, year) in years(article, sentence) {
            let date = Some(CalendarDate { year, month: None, day: None });
            found.push(Dated::new(date, passage, Some(span), None));
        }
        let own = found.get(first..).unwrap_or_default().iter().filter_map(|entry| entry.date);
        if let Some(day) = own.rev().find(|date| date.day.is_some()) {
            anchor = Some((at, day));
        }
        for (span, step) in relative(article, sentence, vocabulary) {
            let near = anchor.filter(|(of, _)| of + 1 >= at).map(|(_, date)| date);
            let date = near.and_then(day).and_then(|day| from_number(number(day) + step)).map(full);
            found.push(Dated::new(date, passage, Some(span), Some(Need::Event)));
        }
        for (span, days) in ago(article.text(), sentence.span) {
            let date = published.and_then(|day| from_number(number(day) - days)).map(full);
            found.push(Dated::new(date, passage, Some(span), Some(Need::Published)));
        }
    }
    found
}

/// Sentences without a date that go on about the one day that their article tells of: they share two words of matter
/// with a sentence of that day.
fn told_elsewhere(article: &Prepared, found: &[Dated], aligner: &Aligner) -> Vec<Dated> {
    let days: BTreeSet<CalendarDate> = found
        .iter()
        .filter(|entry| entry.expression.is_some_and(|span| span != entry.passage.span))
        .filter_map(|entry| entry.date)
        .filter(|date| date.day.is_some())
        .collect();
    let [date] = days.iter().collect::<Vec<_>>()[..] else { return Vec::new() };
    let published = article.article.metadata.published;
    // An article goes on about its news, not about what it recalls.
    let is_news =
        |of: Day| published.is_none_or(|published| (number(published) - number(of)).abs() <= RECENT);
    if !day(*date).is_some_and(is_news) {
        return Vec::new();
    }
    let day = date;
    let matter = |sentence: &Sentence| -> BTreeSet<WordId> {
        let words = article.words.get(sentence.words.clone()).unwrap_or_default();
        let matter = words.iter().map(|word| word.id).filter(|word| !aligner.vocabulary.is_function(*word));
        matter.map(|word| aligner.vocabulary.stem(word)).collect()
    };
    let dated = |sentence: &Sentence| {
        let span = sentence.span;
        found.iter().filter(move |entry| entry.passage.span == span)
    };
    let of_day: Vec<(usize, BTreeSet<WordId>)> = article
        .sentences
        .iter()
        .enumerate()
        .filter(|(_, sentence)| {
            dated(sentence).any(|entry| {
                entry.date == Some(*day) && entry.expression.is_some_and(|span| span != sentence.span)
            })
        })
        .map(|(at, sentence)| (at, matter(sentence)))
        .collect();
    let is_said = |sentence: &Sentence| {
        article.words.get(sentence.words.clone()).unwrap_or_default().iter().all(|word| word.quoted)
    };
    article
        .sentences
        .iter()
        .enumerate()
        .filter(|(_, sentence)| dated(sentence).next().is_none() && !is_said(sentence))
        .filter(|(_, sentence)| {
            let words = fold(sentence.span.of(article.text()));
            !words.split(|c: char| !c.is_alphanumeric()).any(|word| {
                matches!(word, "will" | "would" | "shall" | "expected" | "scheduled" | "plans")
                    || PAST.contains(&word)
                    || word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
            })
        })
        .filter(|(at, sentence)| {
            let (own, definite) = (matter(sentence), definite(article, sentence, aligner));
            of_day.iter().any(|(other, matter)| {
                other.abs_diff(*at) <= NEAR && own.intersection(matter).count() >= SHARED
                    || other < at && at - other <= NEAR && !definite.is_disjoint(matter)
            })
        })
        .map(|(_, sentence)| Dated::new(Some(*day), article.passage(sentence.span), None, Some(Need::Event)))
        .collect()
}

/// Sentences without a date that tell what somebody has done: it was so by the day on which the article was published.
fn so_by_then(article: &Prepared, found: &[Dated], vocabulary: &Vocabulary) -> Vec<Dated> {
    let Some(published) = article.article.metadata.published else { return Vec::new() };
    let dated: BTreeSet<Span> = found.iter().map(|entry| entry.passage.span).collect();
    let sentences = article.sentences.iter().filter(|sentence| !dated.contains(&sentence.span));
    sentences
        .filter_map(|sentence| {
            let words = article.words.get(sentence.words.clone())?;
            let word = |at: usize| words.get(at).map_or("", |word| vocabulary.word(word.id));
            let (has, done) = (0..words.len()).find_map(|at| {
                let done = at + 1 + usize::from(word(at + 1).ends_with("ly"));
                let said = words.get(at).is_none_or(|word| word.quoted);
                let tells = matches!(word(at), "has" | "have") && word(done).len() > 4;
                (tells && word(done).ends_with("ed") && !said).then_some((at, done))
            })?;
            let expression = Span::new(words.get(has)?.span.start, words.get(done)?.span.end);
            Some(Dated {
                by_then: true,
                ..Dated::new(
                    Some(full(published)),
                    article.passage(sentence.span),
                    Some(expression),
                    Some(Need::Published),
                )
            })
        })
        .collect()
}

/// "One week before Sir Mark was sworn in on Monday": the words from the count up to the day `from` that it is counted
/// from, and how many days they step.
fn counted_from(
    article: &Prepared,
    sentence: &Sentence,
    from: Span,
    vocabulary: &Vocabulary,
) -> Option<(Span, i64)> {
    let text = article.text();
    let words = article.words.get(sentence.words.clone())?;
    let word = |at: usize| words.get(at).map_or("", |word| vocabulary.word(word.id));
    let unit = (1..words.len()).find(|at| {
        let (unit, next) = (word(*at), word(at + 1));
        matches!(unit, "day" | "days" | "week" | "weeks") && matches!(next, "before" | "after")
    })?;
    let start = words.get(unit - 1)?.span.start;
    if start >= from.start || Span::new(start, from.start).of(text).contains([',', ';', ':']) {
        return None;
    }
    let count = match word(unit - 1) {
        "a" => 1,
        other => crate::words::digits(other)?.parse::<i64>().ok().filter(|count| *count < 100)?,
    };
    let days = count * if word(unit).starts_with("week") { 7 } else { 1 };
    Some((Span::new(start, from.end), if word(unit + 1) == "before" { -days } else { days }))
}

/// What the sentence takes as known: the stems after "the", past one word between.
fn definite(article: &Prepared, sentence: &Sentence, aligner: &Aligner) -> BTreeSet<WordId> {
    let words = article.words.get(sentence.words.clone()).unwrap_or_default();
    let mut stems = BTreeSet::new();
    for (at, word) in words.iter().enumerate() {
        if !matches!(aligner.vocabulary.word(word.id), "the" | "this") {
            continue;
        }
        for next in words.iter().skip(at + 1).take(2) {
            let small = next.span.of(article.text()).starts_with(char::is_lowercase);
            if small && !aligner.vocabulary.is_function(next.id) {
                stems.insert(aligner.vocabulary.stem(next.id));
            }
        }
    }
    stems
}

/// The day on a line of its own at the head of an article.
fn dateline(article: &Prepared) -> Option<Day> {
    article.sentences.iter().take(3).find_map(|sentence| {
        let mention = article
            .analysis
            .mentions
            .iter()
            .find(|mention| mention.kind == EntityKind::Date && mention.span == sentence.span)?;
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

/// Whether a date is one of several that may come true, was once planned, or belongs to the words before it ("September
/// of this year").
fn is_unreal(text: &str, sentence: Span, date: Span) -> bool {
    let before = fold(Span::new(sentence.start, date.start).of(text));
    let before = before.trim_end();
    let after = fold(Span::new(date.end, sentence.end).of(text));
    let mut last = before.split_whitespace().rev().take(5);
    let named = fold(date.of(text));
    before.starts_with("if ")
        || before.contains(", if ")
        || after.trim_start().starts_with("or ")
        || before.ends_with(" or")
        || ["every", "each"].iter().any(|word| before.ends_with(word))
        || last.any(|word| matches!(word, "originally" | "supposed"))
        || named.ends_with("year") && before.ends_with(" of")
}

fn is_relative(words: &str) -> bool {
    ["today", "tonight", "yesterday", "tomorrow", "last", "this", "next"]
        .iter()
        .any(|word| words.contains(word))
}

/// A weekday, or a day or month without its year, as the nearest one to the day of publication: a weekday before it,
/// unless the sentence speaks of the future.
fn resolve(
    article: &Prepared,
    sentence: &Sentence,
    span: Span,
    words: &str,
    published: Day,
) -> Option<CalendarDate> {
    let before = fold(Span::new(sentence.span.start, span.start).of(article.text()));
    let last_words: Vec<&str> = before.split_whitespace().rev().take(12).collect();
    let future = last_words.iter().any(|word| FUTURE.contains(&word.trim_matches(',')));
    if let Some(wanted) = WEEKDAYS.iter().position(|day| words.contains(day)) {
        // "on Mondays" is no day.
        if words.ends_with('s') && !words.ends_with("wednes") || words.starts_with("next") && words.len() < 5
        {
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
    let month =
        MONTHS.iter().position(|month| words.split_whitespace().any(|word| word.starts_with(month)))?;
    let of_month = words.split(|c: char| !c.is_ascii_digit()).find_map(|part| part.parse::<u8>().ok());
    // The analysis ends "Sept. 11" at the stop.
    let after = article.text().get(span.end..).unwrap_or_default();
    let day_after = after
        .strip_prefix(". ")
        .map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
    let of_month = of_month.or_else(|| {
        day_after.filter(|day| day.len() < 3)?.parse::<u8>().ok().filter(|day| (1..=31).contains(day))
    });
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
fn relative(article: &Prepared, sentence: &Sentence, vocabulary: &Vocabulary) -> Vec<(Span, i64)> {
    let steps = ["before", "after", "next", "previous", "following", "earlier", "later"];
    let words = article.words.get(sentence.words.clone()).unwrap_or_default();
    let mut words = words.iter().map(|word| vocabulary.word(word.id));
    if !words.any(|word| steps.iter().any(|step| word.starts_with(step))) {
        return Vec::new();
    }
    let sentence = sentence.span;
    let small = sentence.of(article.text()).to_ascii_lowercase();
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

/// Years that only the word before tells from other numbers: "around 2020", "its 1967 debut".
fn years(article: &Prepared, sentence: &Sentence) -> Vec<(Span, i16)> {
    let words = article.words.get(sentence.words.clone()).unwrap_or_default();
    let text = article.text();
    let told = |span: Span| article.analysis.mentions.iter().any(|mention| mention.span.overlaps(span));
    words
        .windows(2)
        .filter_map(|pair| {
            let [before, word] = pair else { return None };
            let year: i16 = word.span.of(text).parse().ok().filter(|year| (1900..2100).contains(year))?;
            let after = text.get(word.span.end..).unwrap_or_default().trim_start();
            let next: String = after.chars().take_while(|c| c.is_alphabetic()).collect();
            let lead = fold(before.span.of(text));
            let is_year = match lead.as_str() {
                "around" | "about" | "circa" | "mid" => !next.ends_with('s'),
                "its" | "his" | "her" | "their" => !next.is_empty() && !next.ends_with('s'),
                _ => false,
            };
            (is_year && !told(word.span)).then_some((word.span, year))
        })
        .collect()
}

/// "three days ago": where, and how many days.
fn ago(text: &str, sentence: Span) -> Vec<(Span, i64)> {
    let words = sentence.of(text);
    let mut found = Vec::new();
    for (at, _) in words.match_indices(" days ago") {
        let before = words.get(..at).unwrap_or_default();
        let count = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        if let Some(days) = crate::words::digits(&fold(count))
            .and_then(|digits| digits.parse::<i64>().ok())
            .filter(|days| *days < 400)
        {
            found.push((Span::new(sentence.start + at - count.len(), sentence.start + at + 9), days));
        }
    }
    found
}

/// Gives entries one number that are linked and agree in time.
fn number_events(all: &mut [Dated], links: &[&Link]) {
    let mut by_sentence: HashMap<Passage, Vec<usize>> = HashMap::default();
    for (at, entry) in all.iter().enumerate().filter(|(_, entry)| !entry.by_then) {
        by_sentence.entry(entry.passage).or_default().push(at);
    }
    let mut next = 0;
    for link in of_sentences(links, |passage| by_sentence.contains_key(passage)) {
        if link.score < Link::LINKED {
            continue;
        }
        let (Some(here), Some(there)) = (by_sentence.get(&link.a), by_sentence.get(&link.b)) else {
            continue;
        };
        for (a, b) in here.iter().flat_map(|a| there.iter().map(move |b| (*a, *b))) {
            let (Some(one), Some(other)) = (all.get(a), all.get(b)) else { continue };
            if !one.date.zip(other.date).is_some_and(|(one, other)| agree(one, other)) {
                continue;
            }
            let event = one.event.or(other.event).unwrap_or_else(|| {
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
    a.year == b.year
        && parts(a.month, b.month)
        && (a.month.is_none() || b.month.is_none() || parts(a.day, b.day))
}
