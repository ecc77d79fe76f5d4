//! How each one is called.

use crate::{
    text::first_words,
    told::{Place, Section, Statement, Told, sigil},
    words,
};
use gloss_story::{ArticleIndex, Called, Designated, Designation, DesignationKind, Passage};
use gloss_view::{Element, Node, el};
use std::collections::{BTreeMap, BTreeSet};

/// So many people and bodies are shown.
const MOST: usize = 16;

/// For everybody the words of each article, in its order.
pub(super) fn section(told: &Told) -> Section {
    let shown = told.comparison.designations.iter().enumerate().filter(|(_, one)| is_telling(told, one));
    Section {
        id: "called",
        title: words::CALLED,
        about: words::CALLED_ABOUT,
        head: Vec::new(),
        statements: shown
            .take(MOST)
            .flat_map(|(number, one)| {
                let rows = one.articles.iter().filter(|(_, row)| !row.is_empty());
                rows.map(move |(article, row)| statement(told, number, one, *article, row))
            })
            .collect(),
        foot: None,
        most: usize::MAX,
        before: Vec::new(),
        after: Vec::new(),
    }
}

/// Whether there is more to see than one name that everybody uses.
fn is_telling(told: &Told, one: &Designated) -> bool {
    let all = one.articles.iter().flat_map(|(article, row)| row.iter().map(move |words| (*article, words)));
    let different: BTreeSet<String> =
        all.clone().map(|(article, words)| spoken(told, article, words)).collect();
    let described = all.clone().any(|(_, words)| words.kind == DesignationKind::Description);
    let unknown = one.name.is_none() && one.called == Called::Person;
    unknown
        || (different.len() > 1 && (one.articles.len() > 1 || (described && one.called == Called::Person)))
}

/// The words without their capitals, by which two are the same.
fn spoken(told: &Told, article: ArticleIndex, words: &Designation) -> String {
    told.words(Passage { article, span: words.span }).to_lowercase().replace('’', "'")
}

/// Equal words of one article and of one mouth.
struct Phrase<'a> {
    first: &'a Designation,
    places: Vec<Passage>,
}

fn phrases<'a>(told: &Told, article: ArticleIndex, row: &'a [Designation]) -> Vec<Phrase<'a>> {
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut known: BTreeMap<(String, Option<&str>, bool), usize> = BTreeMap::new();
    for words in row {
        let key = (spoken(told, article, words), words.speaker.as_deref(), words.perhaps);
        let at = *known.entry(key).or_insert_with(|| {
            phrases.push(Phrase { first: words, places: Vec::new() });
            phrases.len() - 1
        });
        if let Some(phrase) = phrases.get_mut(at) {
            phrase.places.push(Passage { article, span: words.span });
        }
    }
    phrases
}

fn statement(
    told: &Told,
    number: usize,
    one: &Designated,
    article: ArticleIndex,
    row: &[Designation],
) -> Statement {
    let elsewhere: BTreeSet<String> = one
        .articles
        .iter()
        .filter(|(other, _)| *other != article)
        .flat_map(|(other, row)| row.iter().map(|words| spoken(told, *other, words)))
        .collect();
    let is_alone = |phrase: &Phrase| {
        told.articles.len() > 1 && !elsewhere.contains(&spoken(told, article, phrase.first))
    };
    let phrases = phrases(told, article, row);
    let name = one.name.clone().unwrap_or_else(|| words::NOT_SAID_WHO.to_owned());
    let all: Vec<String> = phrases
        .iter()
        .map(|phrase| {
            let shown = told.words(Passage { article, span: phrase.first.span });
            let about = about(phrase);
            if about.is_empty() { shown.to_owned() } else { format!("{shown} ({about})") }
        })
        .collect();
    let places = phrases.iter().flat_map(|phrase| {
        phrase
            .places
            .iter()
            .map(|passage| Place::new(*passage, phrase.first.speaker.clone().unwrap_or_default()))
    });
    let drawn = phrases.iter().map(|phrase| draw(told, phrase, is_alone(phrase)));
    Statement {
        key: format!("called-{number}-{}", sigil(article)),
        claim: words::called_in(&name, &sigil(article), &all.join(" · ")),
        places: places.collect(),
        group: Some((format!("called-{number}"), vec![first_words(&name, 12).into()])),
        body: el("li")
            .class("line")
            .child(told.sigil(article))
            .child(el("p").class("phrases").children(drawn)),
    }
}

/// How often, whose words, and how sure.
fn about(phrase: &Phrase) -> String {
    let mut about: Vec<String> = Vec::new();
    if phrase.places.len() > 1 {
        about.push(phrase.places.len().to_string());
    }
    about.extend(phrase.first.speaker.clone());
    if phrase.first.in_quotation && phrase.first.speaker.is_none() {
        about.push(words::QUOTED.to_owned());
    }
    if phrase.first.perhaps {
        about.push(words::PERHAPS.to_owned());
    }
    about.join(", ")
}

fn draw(told: &Told, phrase: &Phrase, alone: bool) -> Element {
    let mut drawn = el("span").class("phrase");
    for (at, passage) in phrase.places.iter().enumerate() {
        let whole = told.words(*passage);
        drawn = drawn.child(match at {
            0 if alone => told.link(*passage, [el("ins").class("differs").text(whole)]),
            0 => told.link(*passage, [whole]),
            // Every place is a click away.
            _ => told
                .link(*passage, [Node::from((at + 1).to_string())])
                .class("again")
                .attr("aria-label", words::again(whole, at + 1)),
        });
    }
    let mut about: Vec<String> = phrase.first.speaker.clone().into_iter().collect();
    if phrase.first.perhaps {
        about.push(words::PERHAPS.to_owned());
    }
    if about.is_empty() { drawn } else { drawn.child(el("small").text(about.join(", "))) }
}
