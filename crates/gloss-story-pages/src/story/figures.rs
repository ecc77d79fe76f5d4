//! Numbers, dates, ages and places that several articles tell of one thing.

use crate::{
    text::{Mark, marked},
    told::{Place, Section, Statement, Told, sigil},
    words,
};
use gloss_story::{Difference, Passage};
use gloss_text::Span;
use gloss_view::el;

/// Those that differ first.
pub(super) fn section(told: &Told) -> Section {
    Section {
        id: "figures",
        title: words::FIGURES,
        about: words::FIGURES_ABOUT,
        head: Vec::new(),
        statements: told
            .comparison
            .differences
            .iter()
            .enumerate()
            .map(|(number, one)| statement(told, number, one))
            .collect(),
        foot: None,
        most: 20,
        before: Vec::new(),
        after: Vec::new(),
    }
}

fn statement(told: &Told, number: usize, one: &Difference) -> Statement {
    let standing = words::standing(one.relation);
    let about = words::figure(one.kind, &one.about);
    let each = one.figures.iter().map(|figure| format!("{} {}", sigil(figure.passage.article), figure.says));
    let drawn = one.figures.iter().map(|figure| {
        let article = figure.passage.article;
        let sentence = told.sentence_at(article, figure.passage.span.start);
        let span = Span::new(sentence.span.start, sentence.span.end.max(figure.passage.span.end));
        let marks = [(figure.passage.span, Mark::Differs)];
        let shown = marked(told.text(article), span, &marks);
        el("p").class("line").child(told.sigil(article)).child(
            el("span")
                .child(el("b").text(words::figure_says(&figure.says)))
                .text(" ")
                .child(told.link(Passage { article, span: figure.passage.span }, shown)),
        )
    });
    Statement {
        key: format!("figure-{number}"),
        claim: format!("{about}: {standing}: {}", each.collect::<Vec<_>>().join("; ")),
        places: one
            .figures
            .iter()
            .map(|figure| {
                Place::new(
                    told.sentence_at(figure.passage.article, figure.passage.span.start),
                    figure.says.clone(),
                )
            })
            .collect(),
        group: None,
        body: el("li")
            .class("figure")
            .child(el("h3").text(about).child(el("small").text(format!(" {standing}"))))
            .children(drawn),
    }
}
