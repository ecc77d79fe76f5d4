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
    let mut shared = vec![0.0_f32; sentences.len()];
    for (at, sentence) in sentences.iter().enumerate() {
        let mut touched: Vec<usize> = Vec::new();
        for (stem, worth) in &sentence.stems {
            let Some(others) = postings.get_mut(stem.get()) else { continue };
            if others.len() <= COMMON {
                for other in others.iter().map(|other| *other as usize) {
                    if sentences.get(other).is_some_and(|other| other.article != sentence.article)
                        && let Some(sum) = shared.get_mut(other)
                    {
                        if *sum == 0.0 {
                            touched.push(other);
                        }
                        *sum += worth;
                    }
                }
            }
            others.push(at as u32);
        }
        for other in touched {
            let both = shared.get_mut(other).map_or(0.0, std::mem::take);
            let worth = sentences.get(other).map_or(0.0, |first| first.worth);
            let strength = both / (worth.max(SLIGHT) * sentence.worth.max(SLIGHT)).sqrt();
            if strength >= faint {
                pairs.push((other as u32, at as u32, strength));
            }
        }
    }
    let said = support(&sentences, &pairs);
    pairs.extend(said);
    // By the second sentence, then by the first, of which each keeps the order of what came before.
    let pairs = in_order(in_order(pairs, sentences.len(), |pair| pair.1), sentences.len(), |pair| pair.0);
    let mut links: Vec<Link> = Vec::with_capacity(pairs.len());
    let mut pairs = pairs.into_iter().peekable();
    while let Some((a, b, mut strength)) = pairs.next() {
        while let Some((_, _, more)) = pairs.next_if(|next| (next.0, next.1) == (a, b)) {
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
    let strongest_first = |a: &(usize, f32), b: &(usize, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    // The best links of each sentence, the strongest first.
    let mut around: Vec<Vec<(usize, f32)>> = vec![Vec::new(); sentences.len()];
    let most = BEST.min(tellings);
    for (a, b, strength) in pairs {
        for (one, other) in [(*a, *b), (*b, *a)] {
            let Some(known) = around.get_mut(one as usize) else { continue };
            let link = (other as usize, *strength);
            if known.len() < most || known.last().is_some_and(|last| strongest_first(&link, last).is_lt()) {
                let place = known.partition_point(|better| strongest_first(better, &link).is_lt());
                known.insert(place, link);
                known.truncate(most);
            }
        }
    }
    let mut said = Vec::new();
    let mut best: Vec<Vec<(usize, f32)>> = vec![Vec::new(); sentences.len()];
    for (at, known) in around.iter().enumerate() {
        for (other, strength) in known {
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
                    said.push((*a as u32, *b as u32, SUPPORT * one.min(CAP) * other.min(CAP)));
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
