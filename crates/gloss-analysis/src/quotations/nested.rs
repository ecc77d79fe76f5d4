//! Quotations inside quotations: "“She told me ‘never again’,” he said".

use super::{
    Quotation, attribution, candidates, marks::Quoted, passage::Passage, resolution::Resolver, utterance,
};
use crate::{Entity, Mention};
use gloss_text::Span;

/// What is quoted inside the words of `quoted`, at any depth, in the order of the text. `outer` are the
/// utterances around it; they tell whom "I" means.
pub(super) fn nested(
    text: &str,
    quoted: &[Quoted],
    outer: &[Quotation],
    mentions: &[Mention],
    entities: &[Entity],
) -> Vec<Quotation> {
    let around: Vec<&Quoted> = quoted.iter().filter(|quoted| !quoted.nested.is_empty()).collect();
    if around.is_empty() {
        return Vec::new();
    }
    // The words of each are read as a paragraph of their own.
    let paragraphs: Vec<Span> = around.iter().map(|quoted| quoted.words).collect();
    let inside: Vec<Quoted> = around
        .iter()
        .enumerate()
        .flat_map(|(paragraph, quoted)| {
            quoted.nested.iter().map(move |nested| Quoted { paragraph, ..nested.clone() })
        })
        .collect();
    let passage = Passage::read(text, &paragraphs, &inside);
    let candidates = candidates::all(&passage, text);
    let choices = attribution::attribute(text, &passage, &inside, &candidates);
    let resolver = Resolver::new(text, &passage, &candidates, mentions, entities);
    let mut found = utterance::join(text, &passage, &inside, &choices, &candidates, &resolver);
    for quotation in &mut found {
        own_words(text, quotation, outer);
    }
    let deeper = nested(text, &inside, &found, mentions, entities);
    found.extend(deeper);
    found.sort_by_key(|quotation| quotation.segments.first().copied());
    found
}

/// "I" inside quoted words is whoever speaks them.
fn own_words(text: &str, quotation: &mut Quotation, outer: &[Quotation]) {
    let Some(speaker) = quotation.speaker.as_mut().filter(|speaker| speaker.span.of(text) == "I") else {
        return;
    };
    let after = outer.partition_point(|outer| {
        outer.segments.first().is_some_and(|segment| segment.start <= speaker.span.start)
    });
    let around = after
        .checked_sub(1)
        .and_then(|at| outer.get(at))
        .filter(|outer| outer.segments.iter().any(|segment| segment.contains(speaker.span)));
    if let Some(known) = around.and_then(|outer| outer.speaker.as_ref()) {
        speaker.name.clone_from(&known.name);
        (speaker.entity, speaker.antecedent) = (known.entity, Some(known.span));
    }
}
