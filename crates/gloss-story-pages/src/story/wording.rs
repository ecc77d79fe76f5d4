//! Runs of words that several articles have in common.

use crate::{
    told::{Place, Section, Statement, Told},
    words,
};
use gloss_story::{Passage, SharedWording};
use gloss_text::Span;
use gloss_view::el;

/// The longest first, what outlets print under every article last.
pub(super) fn section(told: &Told) -> Section {
    let runs = || told.comparison.wording.iter().enumerate();
    let own = runs().filter(|(_, run)| !run.boilerplate);
    let boilerplate = runs().filter(|(_, run)| run.boilerplate);
    Section {
        id: "wording",
        title: words::WORDING,
        about: words::WORDING_ABOUT,
        head: Vec::new(),
        statements: own.chain(boilerplate).map(|(number, run)| statement(told, number, run)).collect(),
        foot: None,
        most: 12,
        before: Vec::new(),
        after: Vec::new(),
    }
}

fn statement(told: &Told, number: usize, run: &SharedWording) -> Statement {
    let shown = run.passages.first().map(|passage| told.words(*passage)).unwrap_or_default();
    let letters = Told::sigils(run.passages.iter().map(|passage| passage.article));
    let sentence = |passage: &Passage| {
        let sentence = told.sentence_at(passage.article, passage.span.start);
        let end = sentence.span.end.max(passage.span.end);
        Passage { article: passage.article, span: Span::new(sentence.span.start, end) }
    };
    let each = run.passages.iter().map(|passage| {
        told.link(*passage, [told.sigil(passage.article)])
            .attr("aria-label", words::passage_in(&crate::told::sigil(passage.article)))
    });
    Statement {
        key: format!("wording-{number}"),
        claim: words::wording(run.words, &letters, shown),
        places: run.passages.iter().map(|passage| Place::new(sentence(passage), shown)).collect(),
        group: run.boilerplate.then(|| ("boilerplate".to_owned(), vec![words::BOILERPLATE.into()])),
        body: el("li")
            .class("line")
            .child(el("span").class("sigs").children(each))
            .child(el("p").text(shown).text(" ").child(el("small").text(words::count(run.words)))),
    }
}
