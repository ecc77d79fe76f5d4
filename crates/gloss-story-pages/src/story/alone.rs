//! Told here, not there: sentences without a counterpart in the other articles.

use crate::{
    text::count_words,
    told::{Choices, Place, Section, Statement, Told, sigil},
    words,
};
use gloss_story::ArticleIndex;
use gloss_view::{Node, el};

/// A passage of fewer words says nothing by itself.
const FEWEST: usize = 5;

/// For each article what it has alone, by the reader's threshold.
pub(super) fn section(told: &Told, choices: &Choices) -> Section {
    let threshold = f32::from(choices.threshold) / 100.0;
    let alone = |index: ArticleIndex| {
        let passages = told.comparison.told.iter().enumerate();
        let is_alone = move |one: &gloss_story::Told| {
            one.passage.article == index
                && one.elsewhere < threshold
                && count_words(told.words(one.passage)) >= FEWEST
        };
        passages.filter(move |(_, one)| is_alone(one))
    };
    let several = told.articles.len() > 1;
    let statements = told.indices().filter(|_| several).flat_map(|index| {
        let count = alone(index).count();
        alone(index).map(move |(number, one)| Statement {
            key: format!("alone-{number}"),
            claim: words::told_only_in(&sigil(index)),
            places: vec![Place::new(one.passage, words::elsewhere(one.elsewhere))],
            group: Some((
                format!("alone-in-{}", sigil(index)),
                vec![told.sigil(index).into(), words::passages(count).into()],
            )),
            body: el("li").class("sentence").child(
                told.link(one.passage, [told.words(one.passage)])
                    .attr("title", words::elsewhere(one.elsewhere)),
            ),
        })
    });
    let slider = el("label")
        .class("threshold")
        .text(words::THRESHOLD)
        .child(
            el("input")
                .attr("type", "range")
                .attr("min", "5")
                .attr("max", "95")
                .attr("step", "5")
                .attr("value", choices.threshold.to_string())
                .on("threshold"),
        )
        .child(el("span").attr("role", "status").text(words::threshold(choices.threshold)));
    Section {
        id: "alone",
        title: words::ALONE,
        about: words::ALONE_ABOUT,
        head: Vec::new(),
        statements: statements.collect(),
        foot: None,
        most: 8,
        before: vec![Node::from(slider)],
        after: Vec::new(),
    }
}
