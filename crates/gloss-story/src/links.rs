//! Sentences of different articles that tell the same.

use crate::{
    passage::Passage,
    prepared::{Prepared, Word},
    weights::Weights,
    words::{Vocabulary, WordId},
};
use serde::{Deserialize, Serialize};

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
}

/// The links of at least a score: a few of very many.
pub(crate) fn from<'a>(score: f32, links: impl IntoIterator<Item = &'a Link>) -> Vec<&'a Link> {
    links.into_iter().filter(|link| link.score >= score).collect()
}

/// The links that come in the order of [`find`], those of one first sentence at a time, as far as `wanted` says that something
/// is to be known of it: most sentences have many links, and few are asked for.
pub(crate) fn of_sentences<'a>(
    links: &'a [&Link],
    wanted: impl Fn(&Passage) -> bool + 'a,
) -> impl Iterator<Item = &'a Link> {
    let chunks = links.chunk_by(|one, next| one.a == next.a);
    chunks.filter(move |chunk| chunk.first().is_some_and(|link| wanted(&link.a))).flatten().copied()
}

/// Strength below which two sentences have no more than a chance word in common, in a story of up to [`FEW`] sentences.
/// It rises with their number up to four times, so that the pairs of a long story stay as many as its telling ones.
const FAINT: f32 = 0.01;
/// See [`FAINT`].
const FEW: f32 = 300.0;
/// A stem in more sentences than this finds no pairs, though it counts in those that others find.
const COMMON: usize = 200;
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
    let mut postings: Vec<Vec<u32>> = vec![Vec::new(); vocabulary.len()];
    let mut pairs: Vec<(u32, u32, f32)> = Vec::new();
    let faint = FAINT * (sentences.len() as f32 / FEW).clamp(1.0, 4.0);
    let worths: Vec<f32> = sentences.iter().map(|sentence| sentence.worth.max(SLIGHT)).collect();
    let mut shared = vec![0.0_f32; sentences.len()];
    let mut touched: Vec<u32> = Vec::new();
    // The first sentence of the article that is looked at.
    let (mut article, mut first) = (0, 0);
    for (at, (sentence, worth)) in (0..).zip(sentences.iter().zip(&worths)) {
        if sentence.article != article {
            (article, first) = (sentence.article, at);
        }
        for (stem, worth) in &sentence.stems {
            let Some(others) = postings.get_mut(stem.get()) else { continue };
            if others.len() <= COMMON {
                for other in others.iter().take_while(|other| **other < first) {
                    if let Some(sum) = shared.get_mut(*other as usize) {
                        if *sum == 0.0 {
                            touched.push(*other);
                        }
                        *sum += worth;
                    }
                }
            }
            others.push(at);
        }
        for other in touched.drain(..) {
            let both = shared.get_mut(other as usize).map_or(0.0, std::mem::take);
            let strength = both / (worths.get(other as usize).unwrap_or(&SLIGHT) * worth).sqrt();
            if strength >= faint {
                pairs.push((other, at, strength));
            }
        }
    }
    // By the first sentence, then by the second, by which the pairs are in order already.
    let said = in_order(support(&sentences, &pairs), sentences.len(), |pair| pair.1);
    let mut said = in_order(said, sentences.len(), |pair| pair.0).into_iter().peekable();
    let mut links: Vec<Link> = Vec::with_capacity(pairs.len() + said.len());
    let mut pairs = in_order(pairs, sentences.len(), |pair| pair.0).into_iter().peekable();
    let places = |pair: &(u32, u32, f32)| (pair.0, pair.1);
    while let Some((a, b)) = pairs.peek().into_iter().chain(said.peek()).map(places).min() {
        let mut strength = pairs.next_if(|next| places(next) == (a, b)).map_or(0.0, |pair| pair.2);
        while let Some((_, _, more)) = said.next_if(|next| places(next) == (a, b)) {
            strength += more;
        }
        let passage = |at: u32| sentences.get(at as usize).map(|sentence| sentence.passage);
        let score = strength / (strength + HALF);
        if let (Some(a), Some(b)) = (passage(a), passage(b))
            && strength >= faint
            && score >= Link::LEAST
        {
            links.push(Link { a, b, score });
        }
    }
    links
}

/// Puts pairs in the order of a number below `count`; those that share one stay as they are.
fn in_order(
    pairs: Vec<(u32, u32, f32)>,
    count: usize,
    key: impl Fn(&(u32, u32, f32)) -> u32,
) -> Vec<(u32, u32, f32)> {
    let mut starts = vec![0_usize; count + 1];
    for pair in &pairs {
        if let Some(start) = starts.get_mut(key(pair) as usize + 1) {
            *start += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut sorted = vec![(0, 0, 0.0); pairs.len()];
    for pair in pairs {
        if let Some(start) = starts.get_mut(key(&pair) as usize) {
            if let Some(slot) = sorted.get_mut(*start) {
                *slot = pair;
            }
            *start += 1;
        }
    }
    sorted
}

/// What third sentences say for pairs: two that tell the same as a third tell the same.
fn support(sentences: &[Matter], pairs: &[(u32, u32, f32)]) -> Vec<(u32, u32, f32)> {
    let tellings = sentences.last().map_or(0, |sentence| sentence.article);
    let strongest_first = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    // The best links of each sentence, the strongest first.
    let mut around: Vec<Vec<(u32, f32)>> = vec![Vec::new(); sentences.len()];
    let most = BEST.min(tellings);
    for (a, b, strength) in pairs {
        for (one, other) in [(*a, *b), (*b, *a)] {
            let Some(known) = around.get_mut(one as usize) else { continue };
            let link = (other, *strength);
            if known.len() < most || known.last().is_some_and(|last| strongest_first(&link, last).is_lt()) {
                let place = known.partition_point(|better| strongest_first(better, &link).is_lt());
                known.insert(place, link);
                known.truncate(most);
            }
        }
    }
    let mut said = Vec::new();
    let mut best: Vec<Vec<(u32, f32)>> = vec![Vec::new(); sentences.len()];
    for (at, known) in (0..).zip(&around) {
        for (other, strength) in known {
            for (one, another) in [(at, *other), (*other, at)] {
                if let Some(known) = best.get_mut(one as usize)
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
                let article = |at: u32| sentences.get(at as usize).map(|sentence| sentence.article);
                if article(*a) != article(*b) {
                    said.push((*a, *b, SUPPORT * one.min(CAP) * other.min(CAP)));
                }
            }
        }
    }
    said
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
