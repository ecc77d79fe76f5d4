//! Sentences of different articles that tell the same.

use crate::{
    passage::Passage,
    prepared::{Prepared, Word},
    weights::Weights,
    words::{Vocabulary, WordId},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// Two sentences of different articles, and how much of their matter they share.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// A sentence.
    pub a: Passage,
    /// One of a later article.
    pub b: Passage,
    /// From 0 to 1: the share of the two sentences' matter that both have, the rare counting more.
    pub score: f32,
}

impl Link {
    /// From this score on the two are shown as telling the same. A reader may set another.
    pub const LINKED: f32 = 0.5;
    /// Below this score two sentences share nothing worth a mention, and no link is made.
    pub const LEAST: f32 = 0.03;
    /// A sentence whose best link is below this score is told in one article only. A reader may set another. It is
    /// lower than [`Link::LINKED`]: between the two nothing is claimed.
    pub const ALONE: f32 = 0.22;
}

/// A stem in more sentences than this finds no pairs, though it counts in those that others find.
const COMMON: usize = 400;
/// What a number is worth beside a word as rare.
const NUMBER: f32 = 1.3;
/// A sentence of less matter than this counts as if it had so much: two headlines of three words agree by chance.
const SLIGHT: f32 = 8.0;
/// How many of a sentence's best links speak for links between those that it is linked to.
const BEST: usize = 7;
/// At most so many sentences, of those for which one is among the best, are taken together.
const AROUND: usize = 40;
/// What a third sentence, which tells the same as both, adds to a link.
const SUPPORT: f32 = 2.0;
/// No single link speaks louder than this: a sentence copied whole is no better a witness than one retold.
const CAP: f32 = 0.4;
/// The strength that makes a score of a half.
const HALF: f32 = 0.3;

/// The matter of one sentence.
struct Matter {
    article: usize,
    passage: Passage,
    /// Its stems and their worth, without repeats, in order of number.
    stems: Vec<(WordId, f32)>,
    worth: f32,
}

/// All pairs of sentences that share something worth a mention, in the order of the articles.
pub(crate) fn find(articles: &[Prepared], vocabulary: &Vocabulary, weights: &Weights) -> Vec<Link> {
    let sentences = matter(articles, vocabulary, weights);
    let mut postings: HashMap<WordId, Vec<usize>> = HashMap::new();
    let mut pairs: BTreeMap<(usize, usize), f32> = BTreeMap::new();
    let mut shared = vec![0.0_f32; sentences.len()];
    for (at, sentence) in sentences.iter().enumerate() {
        let mut touched: Vec<usize> = Vec::new();
        for (stem, worth) in &sentence.stems {
            let others = postings.entry(*stem).or_default();
            if others.len() <= COMMON {
                for other in others.iter() {
                    if sentences.get(*other).is_some_and(|other| other.article != sentence.article)
                        && let Some(sum) = shared.get_mut(*other)
                    {
                        if *sum == 0.0 {
                            touched.push(*other);
                        }
                        *sum += worth;
                    }
                }
            }
            others.push(at);
        }
        for other in touched {
            let both = shared.get_mut(other).map_or(0.0, std::mem::take);
            let worth = sentences.get(other).map_or(0.0, |first| first.worth);
            pairs.insert((other, at), both / (worth.max(SLIGHT) * sentence.worth.max(SLIGHT)).sqrt());
        }
    }
    support(&sentences, &mut pairs);
    let link = |((a, b), strength): ((usize, usize), f32)| {
        let (a, b) = (sentences.get(a)?.passage, sentences.get(b)?.passage);
        Some(Link { a, b, score: strength / (strength + HALF) })
    };
    pairs.into_iter().filter_map(link).filter(|link| link.score >= Link::LEAST).collect()
}

/// Adds to each pair what third sentences say for it: two that tell the same as a third tell the same.
fn support(sentences: &[Matter], pairs: &mut BTreeMap<(usize, usize), f32>) {
    let mut around: Vec<Vec<(usize, f32)>> = vec![Vec::new(); sentences.len()];
    for ((a, b), strength) in pairs.iter() {
        for (one, other) in [(*a, *b), (*b, *a)] {
            if let Some(known) = around.get_mut(one) {
                known.push((other, *strength));
            }
        }
    }
    let tellings = sentences.last().map_or(0, |sentence| sentence.article);
    let strongest_first = |a: &(usize, f32), b: &(usize, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    let mut best: Vec<Vec<(usize, f32)>> = vec![Vec::new(); sentences.len()];
    for (at, known) in around.iter_mut().enumerate() {
        known.sort_unstable_by(strongest_first);
        for (other, strength) in known.iter().take(BEST.min(tellings)) {
            for (one, another) in [(at, *other), (*other, at)] {
                if let Some(known) = best.get_mut(one)
                    && !known.iter().any(|(known, _)| *known == another)
                {
                    known.push((another, *strength));
                }
            }
        }
    }
    for known in &mut best {
        known.sort_unstable_by(strongest_first);
        known.truncate(AROUND);
        known.sort_unstable_by_key(|(other, _)| *other);
        for (n, (a, one)) in known.iter().enumerate() {
            for (b, other) in known.iter().skip(n + 1) {
                let article = |at: usize| sentences.get(at).map(|sentence| sentence.article);
                if article(*a) != article(*b) {
                    *pairs.entry((*a, *b)).or_default() += SUPPORT * one.min(CAP) * other.min(CAP);
                }
            }
        }
    }
}

fn matter(articles: &[Prepared], vocabulary: &Vocabulary, weights: &Weights) -> Vec<Matter> {
    let mut all = Vec::new();
    for (article, prepared) in articles.iter().enumerate() {
        for sentence in &prepared.sentences {
            let words = prepared.words.get(sentence.words.clone()).unwrap_or_default();
            let of = |word: &Word| {
                let stem = vocabulary.stem(word.id);
                let worth = weights.of(stem) * if vocabulary.is_number(word.id) { NUMBER } else { 1.0 };
                (!vocabulary.is_function(word.id)).then_some((stem, worth))
            };
            let mut stems: Vec<(WordId, f32)> = words.iter().filter_map(of).collect();
            stems.sort_by_key(|(stem, _)| *stem);
            stems.dedup_by_key(|(stem, _)| *stem);
            let worth = stems.iter().map(|(_, worth)| worth).sum();
            all.push(Matter { article, passage: prepared.passage(sentence.span), stems, worth });
        }
    }
    all
}
