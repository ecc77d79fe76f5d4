//! Numbers, ages and days that the articles tell of the same thing.

use crate::{
    designations::Scene,
    links::{Link, of_sentences},
    names::Names,
    passage::Passage,
    prepared::{Prepared, Sentence},
    tellings::{ToldDeed, is_final},
    timeline::{Dated, agree},
    words::{Vocabulary, digits, fold},
};
use gloss_analysis::{CalendarDate, EntityKind};
use gloss_text::Span;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FigureKind {
    /// How many.
    Number,
    /// When.
    Date,
    /// How old.
    Age,
    /// Where.
    Place,
}

/// How the articles stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Standing {
    /// They tell different things of the same.
    #[serde(rename = "differ")]
    Differ,
    /// They tell the same, one perhaps more exactly.
    #[serde(rename = "agree")]
    Agree,
    /// Only some of the articles that tell of it give a figure.
    #[serde(rename = "only in some")]
    OnlyInSome,
}

/// Where one article tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The words.
    pub passage: Passage,
    /// What they say, in one form for all articles: "24", "2022-09-05", "more than 100".
    pub says: String,
}

/// What several articles tell of one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// Of what: a name, or a noun.
    pub about: String,
    /// What is told.
    pub kind: FigureKind,
    /// How the articles stand to each other.
    pub relation: Standing,
    /// The figures, in the order of the articles.
    pub figures: Vec<Figure>,
}

/// All of them: those that differ first.
pub(crate) fn find(
    articles: &[Prepared],
    scenes: &[Vec<Scene>],
    names: &Names,
    vocabulary: &Vocabulary,
    links: &[&Link],
    timeline: &[Dated],
    tellings: &[ToldDeed],
) -> Vec<Difference> {
    let mut all = ages(articles, scenes, names);
    all.extend(numbers(articles, vocabulary, links));
    all.extend(days(articles, links, timeline, tellings));
    all.sort_by(|a, b| (a.relation, a.kind, &a.about).cmp(&(b.relation, b.kind, &b.about)));
    all
}

fn stand<T>(figures: &[(T, Figure)], same: impl Fn(&T, &T) -> bool) -> Standing {
    let agree = figures.iter().enumerate().all(|(n, a)| figures.iter().skip(n + 1).all(|b| same(&a.0, &b.0)));
    if agree { Standing::Agree } else { Standing::Differ }
}

/// "24-year-old Chris Kaba", "Blake, 40,": ages of people by name.
fn ages(articles: &[Prepared], scenes: &[Vec<Scene>], names: &Names) -> Vec<Difference> {
    let mut by_person: BTreeMap<usize, Vec<(u32, Figure)>> = BTreeMap::new();
    let mut tellers: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (at, (article, scenes)) in articles.iter().zip(scenes).enumerate() {
        for scene in scenes {
            for (name, who) in &scene.named {
                tellers.entry(*who).or_default().insert(at);
                let row = scene.row;
                let before = row.before(name.start);
                let age = before.strip_suffix("-year-old").and_then(|age| age.parse::<u32>().ok());
                let (age, range) = match age {
                    Some(age) => (Some(age), name.start - 1..name.start),
                    None if row.word(name.end) == "," && matches!(row.word(name.end + 2), "," | "." | "") => {
                        (row.word(name.end + 1).parse::<u32>().ok(), name.end + 1..name.end + 2)
                    }
                    None => (None, 0..0),
                };
                if let Some(age) = age.filter(|age| *age < 120) {
                    let passage = article.passage(row.span(&range));
                    by_person.entry(*who).or_default().push((age, Figure { passage, says: age.to_string() }));
                }
            }
        }
    }
    let mut found = Vec::new();
    for (who, mut figures) in by_person {
        figures.sort_by_key(|(_, figure)| figure.passage);
        figures.dedup_by_key(|(age, figure)| (*age, figure.passage.article));
        let tell = figures.iter().map(|(_, figure)| figure.passage.article).collect::<BTreeSet<_>>().len();
        let know = tellers.get(&who).map_or(0, BTreeSet::len);
        let Some(known) = names.get(who) else { continue };
        let relation = if tell > 1 {
            stand(&figures, |a, b| a == b)
        } else if know > 1 {
            Standing::OnlyInSome
        } else {
            continue;
        };
        let figures = figures.into_iter().map(|(_, figure)| figure).collect();
        found.push(Difference { about: known.name.clone(), kind: FigureKind::Age, relation, figures });
    }
    found
}

/// A number of things, as exactly as the text tells.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Count {
    least: f64,
    most: f64,
}

struct Counted {
    count: Count,
    noun: String,
    span: Span,
    says: String,
}

/// Nouns of measure and time, of which many numbers are told.
const MEASURES: &[&str] = &[
    "year", "day", "month", "week", "hour", "minute", "second", "percent", "cent", "mile", "time", "p", "m",
    "million", "billion", "pm", "am", "trillion", "dollar", "pound", "euro", "degree", "point", "way",
    "side", "thing", "reason", "decade", "hundred", "thousand", "dozen", "term", "old",
];

/// Whether a number is a year, or the day after a shortened month or in "9/11".
fn is_date(text: &str, number: Span) -> bool {
    let word = number.of(text);
    let year = word.len() == 4 && word.parse::<u32>().is_ok_and(|year| (1900..2100).contains(&year));
    let before = text.get(..number.start).unwrap_or_default();
    let month =
        before.trim_end_matches([' ', '.']).rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let months = ["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    year || before.ends_with('/')
        || before.ends_with(' ') && months.iter().any(|known| month.starts_with(known))
}

/// The numbers of a sentence, each with the noun that it counts.
fn counted(article: &Prepared, sentence: &Sentence, vocabulary: &Vocabulary) -> Vec<Counted> {
    let text = article.text();
    let words = article.words.get(sentence.words.clone()).unwrap_or_default();
    let dates: Vec<Span> = article
        .analysis
        .mentions
        .iter()
        .filter(|mention| {
            matches!(
                mention.kind,
                EntityKind::Date | EntityKind::Age | EntityKind::Duration | EntityKind::Money
            )
        })
        .map(|mention| mention.span)
        .filter(|span| sentence.span.contains(*span))
        .collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let written = word.span.of(text);
        let rough =
            ["dozens", "hundreds", "thousands"].iter().any(|known| written.eq_ignore_ascii_case(known));
        if !rough && !vocabulary.is_number(word.id) {
            continue;
        }
        let folded = fold(written);
        if dates.iter().any(|span| span.overlaps(word.span)) || is_date(text, word.span) {
            continue;
        }
        let value = digits(&folded)
            .filter(|_| vocabulary.is_number(word.id))
            .and_then(|value| value.parse::<f64>().ok());
        let count = match (value, folded.as_str()) {
            (Some(value), "one") if value < 2.0 => continue,
            (Some(value), _) => Count { least: value, most: value },
            (None, "dozens") => Count { least: 24.0, most: 99.0 },
            (None, "hundreds") => Count { least: 200.0, most: 999.0 },
            (None, "thousands") => Count { least: 2_000.0, most: 99_999.0 },
            _ => continue,
        };
        let mut next = at + 1;
        let gap = |at: usize| match (at.checked_sub(1).and_then(|before| words.get(before)), words.get(at)) {
            (Some(a), Some(b)) => Span::new(a.span.end, b.span.start).of(text),
            _ => "",
        };
        let of = words.get(next).is_some_and(|word| word.span.of(text) == "of");
        next += usize::from(of);
        // "dozens" without what they are counts nothing.
        if value.is_none() && !of {
            continue;
        }
        // The noun is a plural, past its adjectives, with nothing but space between.
        let noun = (next..next + 4)
            .take_while(|at| gap(*at) == " ")
            .filter_map(|at| words.get(at))
            .take_while(|word| !vocabulary.is_function(word.id))
            .find(|word| {
                let noun = fold(word.span.of(text));
                noun.ends_with('s') && noun.len() > 3 && !noun.ends_with("ss")
                    || matches!(noun.as_str(), "people" | "men" | "women" | "children")
            });
        let Some(noun) = noun else { continue };
        let stem = crate::words::stem(&fold(noun.span.of(text)));
        if MEASURES.contains(&stem.as_str()) {
            continue;
        }
        let before: Vec<String> =
            words.iter().take(at).rev().take(2).map(|word| fold(word.span.of(text))).collect();
        let lead = (before.get(1).map_or("", String::as_str), before.first().map_or("", String::as_str));
        let (count, prefix) = match lead {
            ("more", "than") | (_, "over") => (Count { least: count.least, most: f64::MAX }, "more than "),
            ("at", "least") => (Count { least: count.least, most: f64::MAX }, "at least "),
            ("fewer" | "less", "than") => (Count { least: 0.0, most: count.most }, "fewer than "),
            (_, "about" | "around" | "nearly" | "almost" | "roughly" | "some" | "approximately") => {
                (Count { least: count.least * 0.9, most: count.most * 1.1 }, "about ")
            }
            _ => (count, ""),
        };
        let says = match value {
            Some(_) => format!("{prefix}{}", digits(&folded).unwrap_or_default()),
            None => format!("{prefix}{folded}"),
        };
        let span = Span::new(word.span.start, noun.span.end);
        found.push(Counted { count, noun: stem, span, says });
    }
    found
}

/// Score of a link from which on two sentences tell of one day.
const SAME: f32 = Link::LINKED;
/// The same where the two are told to differ.
const CLEARLY: f32 = 0.7;
/// The same where both count things by the same noun, which speaks for it, too.
pub(crate) const SAME_NOUN: f32 = 0.4;

fn numbers(articles: &[Prepared], vocabulary: &Vocabulary, links: &[&Link]) -> Vec<Difference> {
    let mut by_sentence: BTreeMap<Passage, Vec<Counted>> = BTreeMap::new();
    for article in articles {
        for sentence in &article.sentences {
            let counted = counted(article, sentence, vocabulary);
            if !counted.is_empty() {
                by_sentence.insert(article.passage(sentence.span), counted);
            }
        }
    }
    let mut groups: Vec<(String, Vec<(Count, Figure)>)> = Vec::new();
    for link in of_sentences(links, |passage| by_sentence.contains_key(passage)) {
        if link.score < SAME_NOUN {
            continue;
        }
        let (Some(here), Some(there)) = (by_sentence.get(&link.a), by_sentence.get(&link.b)) else {
            continue;
        };
        for one in here {
            // Where a sentence counts one noun twice, nobody knows which is which.
            let only = |list: &[Counted]| list.iter().filter(|other| other.noun == one.noun).count() == 1;
            let Some(other) = there.iter().find(|other| other.noun == one.noun) else { continue };
            if !only(here) || !only(there) {
                continue;
            }
            let figure = |passage: Passage, counted: &Counted| {
                let passage = Passage { article: passage.article, span: counted.span };
                (counted.count, Figure { passage, says: counted.says.clone() })
            };
            let pair = [figure(link.a, one), figure(link.b, other)];
            let known = groups.iter_mut().find(|(noun, figures)| {
                *noun == one.noun
                    && figures
                        .iter()
                        .any(|(_, figure)| pair.iter().any(|(_, own)| own.passage == figure.passage))
            });
            match known {
                Some((_, figures)) => {
                    for figure in pair {
                        if !figures.iter().any(|(_, known)| known.passage == figure.1.passage) {
                            figures.push(figure);
                        }
                    }
                }
                None => groups.push((one.noun.clone(), pair.to_vec())),
            }
        }
    }
    groups
        .into_iter()
        .map(|(_, mut figures)| {
            figures.sort_by_key(|(_, figure)| figure.passage);
            let relation = stand(&figures, |a, b| a.least <= b.most && b.least <= a.most);
            let about = figures.first().and_then(|(_, figure)| {
                let words = figure.passage.span.of(articles.get(figure.passage.article.get())?.text());
                words.split_once(' ').map(|(_, noun)| noun.trim_start_matches("of ").to_owned())
            });
            let figures = figures.into_iter().map(|(_, figure)| figure).collect();
            Difference { about: about.unwrap_or_default(), kind: FigureKind::Number, relation, figures }
        })
        .collect()
}

/// Dates, as they are compared and as they are shown.
type Dates = Vec<(CalendarDate, Figure)>;

fn figure(entry: &Dated, date: CalendarDate) -> Figure {
    let span = entry.expression.unwrap_or(entry.passage.span);
    Figure { passage: Passage { article: entry.passage.article, span }, says: date.to_string() }
}

/// Puts dates of one event to those of the group that has one of them, or into a group of their own.
fn join(groups: &mut Vec<(String, Dates)>, dates: Dates, about: impl FnOnce() -> String) {
    let has = |known: &Dates, figure: &Figure| known.iter().any(|(_, other)| other.passage == figure.passage);
    let known = groups.iter_mut().find(|(_, known)| dates.iter().any(|(_, figure)| has(known, figure)));
    match known {
        Some((_, known)) => {
            for (date, figure) in dates {
                if !has(known, &figure) {
                    known.push((date, figure));
                }
            }
        }
        None => groups.push((about(), dates)),
    }
}

/// The dates nearest to the words that tell what is done to one person once, as far as they agree.
fn of_deed(deed: &ToldDeed, by_sentence: &BTreeMap<Passage, Vec<&Dated>>) -> Dates {
    let mut told = Dates::new();
    for telling in deed.tellings.iter().filter(|_| is_final(&deed.deed)) {
        let entries = by_sentence.get(&telling.passage).into_iter().flatten();
        let far = |entry: &&&Dated| {
            let words = entry.expression.unwrap_or(entry.passage.span);
            words.start.saturating_sub(telling.word.end).max(telling.word.start.saturating_sub(words.end))
        };
        let Some(nearest) = entries.min_by_key(far) else { continue };
        if let Some(date) = nearest.date
            && told.iter().all(|(known, _)| agree(*known, date))
        {
            told.push((date, figure(nearest, date)));
        }
    }
    told
}

/// Days of sentences that tell the same, each with one date. They differ only where both are told to the day.
fn days(
    articles: &[Prepared],
    links: &[&Link],
    timeline: &[Dated],
    tellings: &[ToldDeed],
) -> Vec<Difference> {
    let mut by_sentence: BTreeMap<Passage, Vec<&Dated>> = BTreeMap::new();
    for entry in timeline.iter().filter(|entry| entry.date.is_some() && !entry.by_then) {
        let Some(words) = entry.expression else { continue };
        let known: &mut Vec<&Dated> = by_sentence.entry(entry.passage).or_default();
        // "One week before … on Monday" is one date.
        if !known.iter().any(|other| other.expression.is_some_and(|other| other.contains(words))) {
            known.retain(|other| !other.expression.is_some_and(|other| words.contains(other)));
            known.push(entry);
        }
    }
    let mut groups: Vec<(String, Dates)> = Vec::new();
    for link in of_sentences(links, |passage| by_sentence.contains_key(passage)) {
        if link.score < SAME {
            continue;
        }
        let (Some([here]), Some([there])) =
            (by_sentence.get(&link.a).map(Vec::as_slice), by_sentence.get(&link.b).map(Vec::as_slice))
        else {
            continue;
        };
        let (Some(a), Some(b)) = (here.date, there.date) else { continue };
        // Days far apart are those of two events.
        let near = |a: CalendarDate, b: CalendarDate| a.year == b.year && a.month == b.month;
        let to_the_day = a.day.is_some() && b.day.is_some() && near(a, b) && link.score >= CLEARLY;
        if !(agree(a, b) || to_the_day) {
            continue;
        }
        let pair = vec![(a, figure(here, a)), (b, figure(there, b))];
        join(&mut groups, pair, || {
            let article = articles.get(link.a.article.get());
            article.map(|article| crate::summary(link.a.span.of(article.text()))).unwrap_or_default()
        });
    }
    for deed in tellings {
        let told = of_deed(deed, &by_sentence);
        if told.iter().map(|(_, figure)| figure.passage.article).collect::<BTreeSet<_>>().len() > 1 {
            join(&mut groups, told, || format!("{}: {}", deed.patient, deed.deed));
        }
    }
    let difference = |(about, mut figures): (String, Dates)| {
        figures.sort_by_key(|(_, figure)| figure.passage);
        let relation = stand(&figures, |a, b| agree(*a, *b));
        let figures = figures.into_iter().map(|(_, figure)| figure).collect();
        Difference { about, kind: FigureKind::Date, relation, figures }
    };
    groups.into_iter().map(difference).collect()
}
