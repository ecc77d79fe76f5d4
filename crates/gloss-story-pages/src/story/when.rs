//! When: what the articles tell of days, in the order of time.

use crate::{
    page,
    text::{Mark, around, marked},
    told::{Place, Section, Statement, Told, sigil},
    words,
};
use gloss_analysis::CalendarDate;
use gloss_story::{ArticleIndex, Dated, Need};
use gloss_text::Span;
use gloss_view::{Node, el};

/// Dated events in order, those that are not placed last. Entries of one day that tell one event are one statement.
pub(super) fn section(told: &Told) -> Section {
    let timeline = &told.comparison.timeline;
    let mut events: Vec<Vec<&Dated>> = Vec::new();
    for entry in timeline {
        let same = |event: &&mut Vec<&Dated>| {
            let one = |first: &&Dated| first.event == entry.event && first.date == entry.date;
            entry.event.is_some() && entry.date.is_some() && event.first().is_some_and(one)
        };
        match events.iter_mut().find(same) {
            Some(event) => event.push(entry),
            None => events.push(vec![entry]),
        }
    }
    let (placed, open): (Vec<_>, Vec<_>) = events.into_iter().partition(|event| date(event).is_some());
    let mut statements: Vec<(Option<CalendarDate>, Statement)> = placed
        .into_iter()
        .chain(open)
        .enumerate()
        .map(|(number, event)| (date(&event), statement(told, number, &event)))
        .chain(told.indices().filter_map(|index| published(told, index)))
        .collect();
    statements.sort_by_key(|(date, _)| (date.is_none(), *date));
    Section {
        id: "when",
        title: words::WHEN,
        about: words::WHEN_ABOUT,
        head: Vec::new(),
        statements: statements.into_iter().map(|(_, statement)| statement).collect(),
        foot: None,
        most: 12,
        before: Vec::new(),
        after: Vec::new(),
    }
}

/// When an event was.
fn date(event: &[&Dated]) -> Option<CalendarDate> {
    event.first().and_then(|first| first.date)
}

/// The day on which an article was published: what it tells as news was so by then.
fn published(told: &Told, index: ArticleIndex) -> Option<(Option<CalendarDate>, Statement)> {
    let article = told.article(index)?;
    let day = article.metadata.published?;
    let date = CalendarDate { year: day.year(), month: Some(day.month()), day: Some(day.day()) };
    let claim = words::published(&sigil(index), &article.title());
    let statement = Statement {
        key: format!("published-{}", sigil(index)),
        claim: claim.clone(),
        places: Vec::new(),
        group: Some(group(Some(date))),
        body: el("li")
            .class("line")
            .child(told.sigil(index))
            .child(el("p").child(el("small").text(words::PUBLISHED)).child(page::title(&told.home, article))),
    };
    Some((Some(date), statement))
}

/// The day that a statement is shown under.
fn group(date: Option<CalendarDate>) -> (String, Vec<Node>) {
    let name = day(date);
    let heading: Node = match date {
        Some(date) => el("time").attr("datetime", date.to_string()).text(name.clone()).into(),
        None => name.clone().into(),
    };
    (format!("when-{name}"), vec![heading])
}

fn day(date: Option<CalendarDate>) -> String {
    date.map_or_else(|| words::NOT_PLACED.to_owned(), words::date)
}

fn statement(told: &Told, number: usize, event: &[&Dated]) -> Statement {
    let date = date(event);
    let about = |entry: &Dated| -> String {
        let said = entry.expression.map_or("", |span| span.of(told.text(entry.passage.article)));
        let letter = sigil(entry.passage.article);
        if entry.by_then {
            return words::by_then(said, &letter);
        }
        match (entry.needs, entry.date) {
            (Some(Need::Published), None) => words::needs_day(said, &letter),
            (Some(Need::Event), None) => words::needs_event(said),
            (Some(Need::Published), Some(_)) => words::by_day(said, &letter),
            _ => words::says(said),
        }
    };
    let drawn = event.iter().map(|entry| {
        let text = told.text(entry.passage.article);
        let around = around(text, entry.passage.span, entry.expression.unwrap_or(entry.passage.span));
        let marks: Vec<(Span, Mark)> = entry.expression.map(|said| (said, Mark::Deed)).into_iter().collect();
        let mut shown: Vec<Node> = Vec::new();
        shown.extend((around.start > entry.passage.span.start).then(|| "… ".into()));
        shown.extend(marked(text, around, &marks));
        shown.extend((around.end < entry.passage.span.end).then(|| " …".into()));
        el("p").class("line").child(told.sigil(entry.passage.article)).child(
            el("span").child(told.link(entry.passage, shown)).text(" ").child(el("small").text(about(entry))),
        )
    });
    Statement {
        key: format!("when-{number}"),
        claim: format!("{} ({})", day(date), Told::sigils(event.iter().map(|entry| entry.passage.article))),
        places: event.iter().map(|entry| Place::new(entry.passage, about(entry))).collect(),
        group: Some(group(date)),
        body: el("li").class("event").children(drawn),
    }
}
