//! Who speaks, how much, and as what.

use crate::{
    told::{Place, Section, Statement, Told, sigil, wide},
    words,
};
use gloss_story::{ArticleIndex, Share, SourceKind, StorySpeaker};
use gloss_view::{Element, Node, el};
use std::collections::{BTreeMap, BTreeSet};

/// A table of speakers by articles; tables of source kinds and of verbs after it.
pub(super) fn section(told: &Told) -> Section {
    let speakers = &told.comparison.speakers;
    let most = speakers.iter().flat_map(|one| &one.articles).map(|share| share.words).max().unwrap_or(1);
    let heads = told.indices().map(|index| head(told, index));
    Section {
        id: "speakers",
        title: words::SPEAKERS,
        about: words::SPEAKERS_ABOUT,
        head: [el("th").attr("scope", "col").text(words::SPEAKER)]
            .into_iter()
            .chain(heads)
            .chain([el("th").attr("scope", "col").class("ticks").text(words::TAKE)])
            .collect(),
        statements: speakers
            .iter()
            .filter(|one| !one.articles.is_empty())
            .map(|one| statement(told, one, most))
            .collect(),
        foot: Some(all_quoted(told)),
        most: 25,
        before: Vec::new(),
        after: vec![kinds(told).into(), verbs(told).into()],
    }
}

/// The head of an article's column.
pub(super) fn head(told: &Told, index: ArticleIndex) -> Element {
    let title = told.article(index).map(gloss_text::Article::title).unwrap_or_default();
    el("th")
        .attr("scope", "col")
        .child(told.sigil(index))
        .child(el("span").class("first").text(crate::text::first_words(&title, 8)))
}

fn share(speaker: &StorySpeaker, index: ArticleIndex) -> Option<&Share> {
    speaker.articles.iter().find(|share| share.article == index)
}

/// Where an article first has something of a speaker.
fn first(told: &Told, share: &Share) -> Place {
    let passage = told.sentence_at(share.article, share.first);
    Place::new(passage, words::count(share.words))
}

fn statement(told: &Told, speaker: &StorySpeaker, most: usize) -> Statement {
    let is_named = |index: ArticleIndex| {
        let one = told.comparison.designations.iter().find(|one| one.name.as_ref() == Some(&speaker.name));
        one.is_some_and(|one| one.articles.iter().any(|(article, _)| *article == index))
    };
    let cell = |index: ArticleIndex| -> Element {
        let Some(share) = share(speaker, index) else {
            let named = if is_named(index) { words::NAMED } else { words::NONE };
            return el("td").child(el("span").class("none").text(named));
        };
        let place = first(told, share);
        let about = words::share(share, told.position(place.passage));
        let link =
            told.link(place.passage, [Node::from(bar(share.words, most, told.colour(index, &speaker.name)))]);
        let shown = if share.words > 0 { share.words.to_string() } else { words::REPORTED.to_owned() };
        el("td").child(link.class("bar-of").text(shown).attr("title", about))
    };
    let about = words::speaker_about(speaker);
    let each = speaker.articles.iter().map(|share| words::in_one(&sigil(share.article), share.words));
    let alone: BTreeSet<ArticleIndex> = speaker.articles.iter().map(|share| share.article).collect();
    let alone = (alone.len() == 1 && told.articles.len() > 1).then_some(words::ONLY_HERE);
    Statement {
        key: format!("speaker-{}", speaker.name),
        claim: format!("{} ({about}): {}", speaker.name, each.collect::<Vec<_>>().join("; ")),
        places: speaker.articles.iter().map(|share| first(told, share)).collect(),
        group: None,
        body: el("tr")
            .child(
                el("th")
                    .attr("scope", "row")
                    .text(speaker.name.clone())
                    .child(el("span").text(about))
                    .children(alone.map(|alone| el("span").text(alone))),
            )
            .children(told.indices().map(cell)),
    }
}

/// A bar as long as `words` is of `most`.
fn bar(words: usize, most: usize, colour: usize) -> Element {
    let width = (words * 100).div_ceil(most.max(1)).to_string();
    el("svg")
        .class(format!("length v{colour}"))
        .attr("viewBox", "0 0 100 10")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .child(el("rect").attr("width", width).attr("height", "10"))
}

/// How much of each article is quoted.
fn all_quoted(told: &Told) -> Element {
    let cell = |index: ArticleIndex| el("td").text(words::quoted_of(told.quoted(index), told.length(index)));
    let row = el("tr").class("all").child(el("th").attr("scope", "row").text(words::ALL_QUOTED));
    row.children(told.indices().map(cell)).child(el("td").class("ticks"))
}

/// What the words are counted under: kinds of source, women and men.
fn kinds(told: &Told) -> Element {
    let speakers = &told.comparison.speakers;
    let words_of = |index: ArticleIndex, is: &dyn Fn(&StorySpeaker) -> bool| -> usize {
        let shares = speakers.iter().filter(|one| is(one)).filter_map(|one| share(one, index));
        shares.map(|share| share.words).sum()
    };
    let row = |name: String, is: &dyn Fn(&StorySpeaker) -> bool| -> Option<Element> {
        let cells: Vec<usize> = told.indices().map(|index| words_of(index, is)).collect();
        (cells.iter().sum::<usize>() > 0).then(|| {
            el("tr")
                .child(el("th").attr("scope", "row").text(name))
                .children(cells.into_iter().map(|count| el("td").text(words::or_none(count))))
        })
    };
    let of_kind = words::KINDS.iter().filter_map(|kind| {
        row(words::kind(Some(*kind)).to_owned(), &|one: &StorySpeaker| one.kind == Some(*kind))
    });
    let of_sex = words::SEXES.iter().filter_map(|sex| {
        row(words::sex(*sex).to_owned(), &|one: &StorySpeaker| {
            one.kind != Some(SourceKind::Unnamed) && one.sex == *sex
        })
    });
    let table =
        el("table")
            .child(el("thead").child(
                el("tr").child(el("th").attr("scope", "col").text(words::KIND_OF_SOURCE)).children(
                    told.indices().map(|index| el("th").attr("scope", "col").child(told.sigil(index))),
                ),
            ))
            .child(
                el("tbody")
                    .children(of_kind.collect::<Vec<_>>())
                    .children(row(words::kind(None).to_owned(), &|one: &StorySpeaker| one.kind.is_none()))
                    .children(of_sex.collect::<Vec<_>>()),
            );
    el("details").child(el("summary").text(words::KINDS_SUMMARY)).child(wide(words::KINDS_SUMMARY, table))
}

/// How often each article says "said", "claimed", "admitted".
fn verbs(told: &Told) -> Element {
    let mut verbs: BTreeMap<&str, BTreeMap<ArticleIndex, usize>> = BTreeMap::new();
    for share in told.comparison.speakers.iter().flat_map(|one| &one.articles) {
        for (verb, times) in &share.verbs {
            *verbs.entry(verb).or_default().entry(share.article).or_default() += times;
        }
    }
    let mut rows: Vec<_> = verbs.into_iter().collect();
    rows.sort_by_key(|(verb, times)| (std::cmp::Reverse(times.values().sum::<usize>()), *verb));
    let rows = rows.into_iter().map(|(verb, times)| {
        let cell =
            |index: ArticleIndex| el("td").text(words::or_none(times.get(&index).copied().unwrap_or(0)));
        el("tr").child(el("th").attr("scope", "row").text(verb)).children(told.indices().map(cell))
    });
    let table = el("table")
        .child(
            el("thead").child(el("tr").child(el("th").attr("scope", "col").text(words::VERB)).children(
                told.indices().map(|index| el("th").attr("scope", "col").child(told.sigil(index))),
            )),
        )
        .child(el("tbody").children(rows));
    el("details").child(el("summary").text(words::VERBS_SUMMARY)).child(wide(words::VERBS_SUMMARY, table))
}
