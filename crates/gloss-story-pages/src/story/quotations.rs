//! The same quotation elsewhere.

use crate::{
    text::{Mark, count_words, first_words, marked},
    told::{Place, Section, Statement, Told},
    words,
};
use gloss_story::{Alignment, Change, Occurrence, Passage, SharedQuotation};
use gloss_text::Span;
use gloss_view::{Element, Node, el};
use std::{cmp::Reverse, collections::BTreeSet};

/// So many words that an article leaves out are quoted beside what it has.
const LONG: usize = 3;

/// What is quoted in several articles, the most altered first, then what one alone has.
pub(super) fn section(told: &Told) -> Section {
    let numbered = || told.comparison.quotations.iter().enumerate();
    let is_shared = |(_, quotation): &(usize, &SharedQuotation)| {
        let articles: BTreeSet<_> = quotation.occurrences.iter().map(|one| one.article).collect();
        articles.len() > 1
    };
    let mut in_several: Vec<_> = numbered().filter(is_shared).collect();
    in_several.sort_by_key(|(_, quotation)| Reverse(altered(told, quotation)));
    let shared = in_several.into_iter().map(|(number, quotation)| shared(told, number, quotation));
    let alone = numbered().filter(|one| !is_shared(one));
    let alone = alone.filter_map(|(number, quotation)| alone_in_one(told, number, quotation));
    Section {
        id: "quotations",
        title: words::QUOTATIONS,
        about: words::QUOTATIONS_ABOUT,
        head: Vec::new(),
        statements: shared.chain(alone).collect(),
        foot: None,
        most: 20,
        before: Vec::new(),
        after: Vec::new(),
    }
}

/// How many words two articles have otherwise, of all that are quoted. Of an article that quotes it again, the fullest counts.
fn altered(told: &Told, quotation: &SharedQuotation) -> usize {
    let words = |at: usize, span: Span| {
        let article = quotation.occurrences.get(at).map(|one| one.article);
        article.map_or(0, |article| count_words(told.words(Passage { article, span })))
    };
    let changed = |with: &Alignment| {
        with.changes.iter().map(|change| words(with.a, change.from).max(words(with.b, change.to))).sum()
    };
    let is_fullest = |at: usize| {
        quotation.occurrences.get(at).is_some_and(|one| {
            let again = quotation.occurrences.iter().filter(|other| other.article == one.article);
            again.max_by_key(|other| other.words).is_some_and(|most| most.words == one.words)
        })
    };
    let between = quotation.alignments.iter().filter(|with| is_fullest(with.a) && is_fullest(with.b));
    between.map(changed).max().unwrap_or_default()
}

fn speaker(of: Option<&String>) -> String {
    of.cloned().unwrap_or_else(|| words::NOBODY_NAMED.to_owned())
}

/// The sentence round an occurrence, and all that is said in it and on.
fn whole(occurrence: &Occurrence) -> Passage {
    let first = occurrence.segments.first().copied().unwrap_or(occurrence.sentence);
    let last = occurrence.segments.last().copied().unwrap_or(first);
    let span = Span::new(occurrence.sentence.start.min(first.start), occurrence.sentence.end.max(last.end));
    Passage { article: occurrence.article, span }
}

fn shared(told: &Told, number: usize, quotation: &SharedQuotation) -> Statement {
    let occurrences = &quotation.occurrences;
    let fullest = occurrences.iter().position(|one| one.fullest).unwrap_or_default();
    let drawn = occurrences.iter().enumerate().map(|(at, one)| {
        // Each is compared with the fullest, and that one with the first that is the same.
        let aligned = quotation.alignments.iter().filter(|it| it.a == at || it.b == at);
        let with = aligned
            .filter(|it| at == fullest || it.a == fullest || it.b == fullest)
            .min_by_key(|it| (it.a, it.b))
            .filter(|_| at != fullest || occurrences.len() == 2);
        occurrence(told, quotation, at, one, with)
    });
    let name = speaker(quotation.speaker.as_ref());
    let each = occurrences
        .iter()
        .map(|one| words::occurrence(&crate::told::sigil(one.article), one.words, one.relation, one.fullest));
    let each = each.collect::<Vec<_>>().join("; ");
    let absent = words::not_in(&Told::sigils(quotation.absent_in.iter().copied()));
    let places = occurrences.iter().map(|one| {
        let cue = one.cue.map_or("", |cue| cue.of(told.text(one.article)));
        let about = words::said_by(&speaker(one.speaker.as_ref()), cue, one.relation, one.fullest);
        Place::new(whole(one), about)
    });
    Statement {
        key: format!("quotation-{number}"),
        claim: format!("{name}: {each}{absent}"),
        places: places.collect(),
        group: None,
        body: el("li")
            .class("quoted")
            .child(el("h3").text(name).child(el("small").text(format!(
                " {}{absent}",
                words::in_articles(&Told::sigils(occurrences.iter().map(|one| one.article),))
            ))))
            .child(el("div").class("tellings").children(drawn)),
    }
}

fn occurrence(
    told: &Told,
    quotation: &SharedQuotation,
    at: usize,
    one: &Occurrence,
    with: Option<&Alignment>,
) -> Element {
    let text = told.text(one.article);
    let whole = whole(one);
    let mut marks: Vec<(Span, Mark)> = one.segments.iter().map(|segment| (*segment, Mark::Said)).collect();
    marks.extend(one.cue.map(|cue| (cue, Mark::Cue)));
    let own = |change: &Change| if with.is_some_and(|it| it.a == at) { change.from } else { change.to };
    let other = |change: &Change| if with.is_some_and(|it| it.a == at) { change.to } else { change.from };
    let changes = || with.into_iter().flat_map(|it| it.changes.iter().chain(&it.frame));
    marks.extend(changes().map(|change| (own(change), Mark::Differs)).filter(|(span, _)| !span.is_empty()));
    let partner = with.and_then(|it| quotation.occurrences.get(if it.a == at { it.b } else { it.a }));
    let left_out = with.into_iter().flat_map(|it| &it.changes).filter_map(|change| {
        let passage = Passage { article: partner?.article, span: other(change) };
        let words = told.words(passage);
        (own(change).is_empty() && count_words(words) >= LONG).then(|| {
            el("p")
                .class("left-out")
                .text(words::left_out(count_words(words)))
                .child(told.link(passage, [words]))
        })
    });
    let by = el("p")
        .class("by")
        .child(told.sigil(one.article))
        .child(told.link(whole, [speaker(one.speaker.as_ref())]))
        .child(el("small").text(words::occurrence_about(one.words, one.relation, one.fullest)));
    el("div")
        .class("telling")
        .child(by)
        .child(el("blockquote").children(marked(text, whole.span, &marks)))
        .children(left_out.map(Node::from).collect::<Vec<_>>())
}

fn alone_in_one(told: &Told, number: usize, quotation: &SharedQuotation) -> Option<Statement> {
    let one = quotation.occurrences.first().filter(|one| one.marked)?;
    let name = speaker(quotation.speaker.as_ref());
    let passage = whole(one);
    let words: Vec<&str> = one.segments.iter().map(|segment| segment.of(told.text(one.article))).collect();
    let begins = one.segments.first().copied().unwrap_or(passage.span);
    let place = words::alone_at(one.words, told.position(Passage { article: one.article, span: begins }));
    Some(Statement {
        key: format!("quotation-{number}"),
        claim: format!("{name}: {}", words::only_in(&crate::told::sigil(one.article), &place)),
        places: vec![Place::new(passage, name.clone())],
        group: Some(("alone".to_owned(), vec![words::IN_ONE_ALONE.into()])),
        body: el("li").class("line").child(told.sigil(one.article)).child(
            el("p")
                .child(el("b").text(name))
                .text(" ")
                .child(told.link(passage, [format!("“{}”", first_words(&words.join(" "), 16))]))
                .text(" ")
                .child(el("small").text(place)),
        ),
    })
}
