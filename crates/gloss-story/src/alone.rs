//! What one article tells and no other.

use crate::{
    hash::HashMap,
    links::Link,
    passage::Passage,
    prepared::Prepared,
    weights::Weights,
    words::{Vocabulary, WordId},
};
use gloss_text::Span;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A sentence or clause, and how much of it another article has.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// The words.
    pub passage: Passage,
    /// The share of its matter, from 0 to 1, that the nearest passage of another article has.
    pub elsewhere: f32,
}

impl Told {
    /// Below this share a passage counts as told in one article only. A reader may set another.
    pub const ALONE: f32 = 0.34;
}

/// Score of a link that is beyond doubt.
const CLEARLY: f32 = 0.55;
/// A clause has at least so many words of matter, so that it can be told apart from others.
const MATTER: usize = 3;
/// A stem in more sentences than this finds none of them, though it counts in those that others find.
const COMMON: usize = 400;

/// All clauses that say something, in the order of the articles, each with its share elsewhere. The clauses of a sentence
/// of which all or none are told elsewhere are given as one.
pub(crate) fn find(
    articles: &[Prepared],
    vocabulary: &Vocabulary,
    weights: &Weights,
    links: &[&Link],
) -> Vec<Told> {
    // A sentence that is clearly linked as a whole is told elsewhere in other words.
    let mut linked: HashMap<Passage, f32> = HashMap::default();
    for link in links.iter().filter(|link| link.score >= CLEARLY) {
        for passage in [link.a, link.b] {
            let best = linked.entry(passage).or_default();
            *best = best.max(link.score);
        }
    }
    let mut postings: Vec<Vec<u32>> = vec![Vec::new(); vocabulary.len()];
    let mut owners: Vec<usize> = Vec::new();
    for (article, prepared) in articles.iter().enumerate() {
        for at in 0..prepared.sentences.len() {
            for stem in stems(prepared, vocabulary, &window(prepared, at)) {
                if let Some(places) = postings.get_mut(stem.get()) {
                    places.push(owners.len() as u32);
                }
            }
            owners.push(article);
        }
    }
    let mut shared = vec![0.0_f32; owners.len()];
    let mut found = Vec::new();
    for (article, prepared) in articles.iter().enumerate() {
        for sentence in &prepared.sentences {
            let mut clauses: Vec<Told> = Vec::new();
            for range in clauses_of(prepared, vocabulary, &sentence.words) {
                let own = stems(prepared, vocabulary, &range);
                if own.len() < MATTER {
                    continue;
                }
                let worth: f32 = own.iter().map(|stem| weights.of(*stem)).sum();
                let mut touched: Vec<usize> = Vec::new();
                for stem in &own {
                    let places = postings.get(stem.get()).map(Vec::as_slice).unwrap_or_default();
                    for place in places.iter().take(COMMON).map(|place| *place as usize) {
                        if owners.get(place) != Some(&article)
                            && let Some(sum) = shared.get_mut(place)
                        {
                            if *sum == 0.0 {
                                touched.push(place);
                            }
                            *sum += weights.of(*stem);
                        }
                    }
                }
                let most = touched.into_iter().filter_map(|place| shared.get_mut(place).map(std::mem::take));
                let most = most.fold(0.0_f32, f32::max);
                let words = prepared.words.get(range).unwrap_or_default();
                if let (Some(first), Some(last)) = (words.first(), words.last()) {
                    let span = Span::new(first.span.start, last.span.end);
                    clauses.push(Told {
                        passage: prepared.passage(span),
                        elsewhere: most / worth.max(f32::EPSILON),
                    });
                }
            }
            let alone = clauses.iter().filter(|clause| clause.elsewhere < Told::ALONE).count();
            if alone == 0 || alone == clauses.len() {
                let most = clauses.iter().map(|clause| clause.elsewhere).fold(0.0_f32, f32::max);
                if !clauses.is_empty() {
                    let passage = prepared.passage(sentence.span);
                    let linked = linked.get(&passage).copied().unwrap_or(0.0);
                    found.push(Told { passage, elsewhere: most.max(linked).min(1.0) });
                }
            } else {
                found.append(&mut clauses);
            }
        }
    }
    found
}

/// A sentence and the next one: what one article says at once, another says in two.
fn window(prepared: &Prepared, at: usize) -> Range<usize> {
    let start = prepared.sentences.get(at).map_or(0, |sentence| sentence.words.start);
    let own = prepared.sentences.get(at).map_or(0, |sentence| sentence.words.end);
    start..prepared.sentences.get(at + 1).map_or(own, |sentence| sentence.words.end)
}

/// The stems of some words of matter, in order and without repeats.
fn stems(prepared: &Prepared, vocabulary: &Vocabulary, range: &Range<usize>) -> Vec<WordId> {
    let words = prepared.words.get(range.clone()).unwrap_or_default();
    let matter = words.iter().map(|word| word.id).filter(|word| !vocabulary.is_function(*word));
    let mut stems: Vec<WordId> = matter.map(|word| vocabulary.stem(word)).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// Cuts a sentence at signs, where both sides say something.
fn clauses_of(prepared: &Prepared, vocabulary: &Vocabulary, words: &Range<usize>) -> Vec<Range<usize>> {
    let text = prepared.text();
    let mut clauses: Vec<Range<usize>> = Vec::new();
    let mut start = words.start;
    for at in words.clone().skip(1) {
        let (Some(before), Some(word)) = (prepared.words.get(at - 1), prepared.words.get(at)) else {
            continue;
        };
        let between = Span::new(before.span.end, word.span.start).of(text);
        let written = word.span.of(text);
        let joins =
            ["while", "although", "because", "but"].iter().any(|known| written.eq_ignore_ascii_case(known));
        // Between most words there is a space.
        let cut = between != " "
            && (between.contains([',', ';', ':', '—', '–', '(', ')']) || between.contains(" - "))
            || joins;
        let enough = |range: Range<usize>| stems(prepared, vocabulary, &range).len() >= MATTER;
        if cut && enough(start..at) && enough(at..words.end) {
            clauses.push(start..at);
            start = at;
        }
    }
    clauses.push(start..words.end);
    clauses
}
