//! The order of telling: where each article has what several tell.

use super::speakers::head;
use crate::{
    text::first_words,
    told::{Place, Section, Statement, Told},
    words,
};
use gloss_story::{ArticleIndex, Link, Passage};
use gloss_view::el;
use std::{cmp::Reverse, collections::BTreeMap};

/// So many words of a sentence are shown.
const WORDS: usize = 32;

/// What several articles tell, one row each, in the order of the first of them.
pub(super) fn section(told: &Told) -> Section {
    let heads = told.indices().map(|index| head(told, index));
    Section {
        id: "order",
        title: words::ORDER,
        about: words::ORDER_ABOUT,
        head: heads.chain([el("th").attr("scope", "col").class("ticks").text(words::TAKE)]).collect(),
        statements: shared(&told.comparison.links)
            .iter()
            .enumerate()
            .map(|(number, matter)| statement(told, number, matter))
            .collect(),
        foot: None,
        most: 15,
        before: Vec::new(),
        after: Vec::new(),
    }
}

/// One sentence of each article.
pub(crate) type Matter = BTreeMap<ArticleIndex, Passage>;

/// What is told in several articles: linked sentences, at most one of each article, the closest joined first.
pub(crate) fn shared(links: &[Link]) -> Vec<Matter> {
    let mut links: Vec<&Link> = links.iter().filter(|link| link.score >= Link::LINKED).collect();
    links.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| (a.a, a.b).cmp(&(b.a, b.b))));
    let mut all: Vec<Matter> = Vec::new();
    let mut of: BTreeMap<Passage, usize> = BTreeMap::new();
    for link in links {
        match (of.get(&link.a).copied(), of.get(&link.b).copied()) {
            (None, None) => {
                of.extend([(link.a, all.len()), (link.b, all.len())]);
                all.push([(link.a.article, link.a), (link.b.article, link.b)].into());
            }
            (Some(at), None) | (None, Some(at)) => {
                let new = if of.contains_key(&link.a) { link.b } else { link.a };
                let Some(matter) = all.get_mut(at) else { continue };
                if let std::collections::btree_map::Entry::Vacant(place) = matter.entry(new.article) {
                    place.insert(new);
                    of.insert(new, at);
                }
            }
            (Some(_), Some(_)) => {}
        }
    }
    all.sort_by_key(|matter| {
        let first = matter.iter().next().map(|(article, passage)| (*article, passage.span.start));
        (first, Reverse(matter.len()))
    });
    all
}

fn statement(told: &Told, number: usize, matter: &Matter) -> Statement {
    let place = |passage: Passage| words::place(told.position(passage));
    let cells = told.indices().map(|index| match matter.get(&index) {
        Some(passage) => el("td")
            .class("matter")
            .child(told.link(*passage, [first_words(told.words(*passage), WORDS)]))
            .child(el("small").text(format!(" {}", place(*passage)))),
        None => el("td").child(el("span").class("none").text(words::NONE)),
    });
    Statement {
        key: format!("order-{number}"),
        claim: words::told_in(&Told::sigils(matter.keys().copied())),
        places: matter.values().map(|passage| Place::new(*passage, place(*passage))).collect(),
        group: None,
        body: el("tr").children(cells),
    }
}
