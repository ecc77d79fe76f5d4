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
    let mut count = 0;
    for prepared in articles {
        for at in 0..prepared.sentences.len() {
            for stem in stems(prepared, vocabulary, &window(prepared, at)) {
                if let Some(places) = postings.get_mut(stem.get()) {
                    places.push(count);
                }
            }
            count += 1;
        }
    }
    // What each place shares with the clause that is looked at.
    let mut shared = vec![0.0_f32; count as usize];
    let mut found = Vec::new();
    let mut next = 0;
    for prepared in articles {
        let first = next;
        next += prepared.sentences.len() as u32;
        for sentence in &prepared.sentences {
            let mut clauses: Vec<Told> = Vec::new();
            for range in clauses_of(prepared, vocabulary, &sentence.words) {
                let own = stems(prepared, vocabulary, &range);
                if own.len() < MATTER {
                    continue;
                }
                let worth: f32 = own.iter().map(|stem| weights.of(*stem)).sum();
                let mut most = 0.0_f32;
                shared.fill(0.0);
                for stem in &own {
                    let places = postings.get(stem.get()).map(Vec::as_slice).unwrap_or_default();
                    let places = places.get(..places.len().min(COMMON)).unwrap_or_default();
                    let weight = weights.of(*stem);
                    // Those of the article itself lie together.
                    let (before, others) = places.split_at(places.partition_point(|place| *place < first));
                    let (_, after) = others.split_at(others.partition_point(|place| *place < next));
                    for place in before.iter().chain(after) {
                        if let Some(sum) = shared.get_mut(*place as usize) {
                            *sum += weight;
                            if *sum > most {
                                most = *sum;
                            }
                        }
                    }
                }
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
