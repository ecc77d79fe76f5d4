//! Who does it: how the articles tell the deeds that they share.

use crate::{
    text::{Mark, marked},
    told::{Place, Section, Statement, Told, sigil},
    words,
};
use gloss_story::{Telling, ToldDeed};
use gloss_text::Span;
use gloss_view::el;

/// For each deed the tellings, in the order of the articles.
pub(super) fn section(told: &Told) -> Section {
    Section {
        id: "deeds",
        title: words::DEEDS,
        about: words::DEEDS_ABOUT,
        head: Vec::new(),
        statements: told
            .comparison
            .tellings
            .iter()
            .enumerate()
            .flat_map(|(number, deed)| {
                // A sentence that tells it twice is shown once.
                let sentences = deed.tellings.chunk_by(|a, b| a.passage == b.passage);
                sentences.enumerate().map(move |(at, tellings)| statement(told, (number, at), deed, tellings))
            })
            .collect(),
        foot: None,
        most: 12,
        before: Vec::new(),
        after: Vec::new(),
    }
}

fn statement(told: &Told, (number, at): (usize, usize), deed: &ToldDeed, tellings: &[Telling]) -> Statement {
    let passage = tellings.first().map(|telling| telling.passage).unwrap_or_default();
    let text = told.text(passage.article);
    let mut marks: Vec<(Span, Mark)> = tellings.iter().map(|telling| (telling.word, Mark::Deed)).collect();
    marks.extend(tellings.iter().filter_map(|telling| Some((telling.agent?, Mark::Agent))));
    let mut how: Vec<String> = Vec::new();
    for telling in tellings {
        let about = words::voice(telling.voice, telling.agent.map(|agent| agent.of(text)));
        if !how.contains(&about) {
            how.push(about);
        }
    }
    let about = how.join("; ");
    let name = words::deed(&deed.deed, &deed.patient);
    Statement {
        key: format!("deed-{number}-{at}"),
        claim: format!("{name} ({}): {about}", sigil(passage.article)),
        places: vec![Place::new(passage, about.clone())],
        group: Some((format!("deed-{number}"), vec![name.into()])),
        body: el("li").class("line").child(told.sigil(passage.article)).child(
            el("p")
                .child(told.link(passage, marked(text, passage.span, &marks)))
                .text(" ")
                .child(el("small").text(about)),
        ),
    }
}
