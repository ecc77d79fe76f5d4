//! Runs of words that two articles have in common outside quotations.

use crate::{
    hash::{HashMap, hash},
    passage::{ArticleIndex, Passage},
    prepared::Prepared,
    words::{Vocabulary, WordId, fold},
};
use gloss_text::Span;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, ops::Range};

/// The same words in several articles, as if by one hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedWording {
    /// How many words.
    pub words: usize,
    /// Where, in the order of the articles.
    pub passages: Vec<Passage>,
    /// Whether it is what outlets print under every article ("contributed to this report").
    pub boilerplate: bool,
}

/// Fewer words than this are chance.
const SHORTEST: usize = 7;
/// Words of a shingle, by which common runs are found.
const SHINGLE: usize = 5;
/// A run has at least this many words of matter outside names.
const MATTER: usize = 2;
/// A shingle in more places than this finds no runs.
const COMMON: usize = 64;

/// Parts of sentences that outlets print under every article.
const BOILERPLATE: &[&str] = &[
    "contributed to this report",
    "contributed to this story",
    "all rights reserved",
    "sign up",
    "newsletter",
    "subscribe",
    "follow us",
    "click here",
    "copyright",
    "terms of use",
    "privacy policy",
    "download our app",
    "may not be published",
    "read more",
    "associated press writer",
    "reporting by",
    "editing by",
];

type Place = (usize, usize);

/// All runs, the longest first.
pub(crate) fn find(articles: &[Prepared], vocabulary: &Vocabulary) -> Vec<SharedWording> {
    let mut shingles: Vec<([WordId; SHINGLE], Place)> = Vec::new();
    for (article, prepared) in articles.iter().enumerate() {
        for (at, words) in prepared.words.windows(SHINGLE).enumerate() {
            let mut shingle = [WordId(0); SHINGLE];
            let mut plain = true;
            for (slot, word) in shingle.iter_mut().zip(words) {
                *slot = word.id;
                plain &= !word.quoted;
            }
            if plain {
                shingles.push((shingle, (article, at)));
            }
        }
    }
    // Most are in one place. Those that share a slot with another are told apart by putting them in order.
    let slots = (4 * shingles.len()).next_power_of_two();
    let mut times = vec![0_u8; slots];
    for (shingle, _) in &shingles {
        if let Some(times) = times.get_mut(hash(shingle) & (slots - 1)) {
            *times = times.saturating_add(1);
        }
    }
    shingles.retain(|(shingle, _)| times.get(hash(shingle) & (slots - 1)).is_some_and(|times| *times > 1));
    shingles.sort_unstable();
    let mut pairs: Vec<(Place, Place)> = Vec::new();
    let same = shingles.chunk_by(|one, next| one.0 == next.0);
    for places in same.filter(|places| (2..=COMMON).contains(&places.len())) {
        for (n, (_, a)) in places.iter().enumerate() {
            for (_, b) in places.iter().skip(n + 1).filter(|(_, b)| b.0 != a.0) {
                pairs.push((*a, *b));
            }
        }
    }
    pairs.sort_unstable();
    runs(articles, vocabulary, &pairs)
}

fn runs(articles: &[Prepared], vocabulary: &Vocabulary, pairs: &[(Place, Place)]) -> Vec<SharedWording> {
    let mut gathered: BTreeMap<Vec<WordId>, Vec<(usize, Range<usize>)>> = BTreeMap::new();
    // The end of the last run on each diagonal of two articles.
    let mut reached: HashMap<(usize, usize, isize), usize> = HashMap::default();
    for ((first, x), (second, y)) in pairs.iter().copied() {
        let diagonal = (first, second, x as isize - y as isize);
        if reached.get(&diagonal).is_some_and(|end| x < *end) {
            continue;
        }
        let (Some(a), Some(b)) = (articles.get(first), articles.get(second)) else { continue };
        let length = a
            .words
            .iter()
            .skip(x)
            .zip(b.words.iter().skip(y))
            .take_while(|(a, b)| a.id == b.id && !a.quoted && !b.quoted)
            .count();
        reached.insert(diagonal, x + length);
        let range = x..x + length;
        if length < SHORTEST || matter(a, vocabulary, &range) < MATTER {
            continue;
        }
        let places = gathered.entry(a.ids(&range)).or_default();
        for place in [(first, range), (second, y..y + length)] {
            if !places.contains(&place) {
                places.push(place);
            }
        }
    }
    let mut found: Vec<SharedWording> = gathered
        .into_iter()
        .map(|(words, mut places)| {
            places.sort_by_key(|(article, range)| (*article, range.start));
            let passages: Vec<Passage> = places
                .iter()
                .filter_map(|(article, range)| {
                    let prepared = articles.get(*article)?;
                    let first = prepared.words.get(range.start)?;
                    let last = prepared.words.get(range.end - 1)?;
                    Some(prepared.passage(Span::new(first.span.start, last.span.end)))
                })
                .collect();
            SharedWording { words: words.len(), passages, boilerplate: false }
        })
        .collect();
    found.sort_by_key(|run| (std::cmp::Reverse(run.words), run.passages.first().copied()));
    let mut found = drop_parts(found);
    for run in &mut found {
        run.boilerplate = run.passages.iter().any(|passage| is_boilerplate(articles, *passage));
    }
    found
}

/// Words of matter outside names.
fn matter(prepared: &Prepared, vocabulary: &Vocabulary, range: &Range<usize>) -> usize {
    let words = prepared.words.get(range.clone()).unwrap_or_default();
    let named = |span: Span| {
        let mentions = &prepared.analysis.mentions;
        let next = mentions.partition_point(|mention| mention.span.start <= span.start);
        // Mentions are few and short; an office round a name may begin a little earlier.
        mentions.iter().take(next).rev().take(3).any(|mention| mention.span.contains(span))
    };
    words.iter().filter(|word| !vocabulary.is_function(word.id) && !named(word.span)).count()
}

fn is_boilerplate(articles: &[Prepared], passage: Passage) -> bool {
    let Some(prepared) = articles.get(passage.article.get()) else { return false };
    let sentence = prepared.sentence_at(passage.span.start).map_or(passage.span, |sentence| sentence.span);
    let words = fold(sentence.of(prepared.text()));
    BOILERPLATE.iter().any(|known| words.contains(known))
}

/// Leaves out runs that are parts of longer ones in the same articles.
fn drop_parts(found: Vec<SharedWording>) -> Vec<SharedWording> {
    let mut kept: Vec<SharedWording> = Vec::new();
    let mut by_article: HashMap<ArticleIndex, Vec<(Span, usize)>> = HashMap::default();
    for run in found {
        let within = |passage: &Passage| -> Vec<usize> {
            let longer = by_article.get(&passage.article).into_iter().flatten();
            longer.filter(|(span, _)| span.contains(passage.span)).map(|(_, at)| *at).collect()
        };
        let mut holders: Option<Vec<usize>> = None;
        for passage in &run.passages {
            let here = within(passage);
            holders = Some(match holders {
                Some(known) => known.into_iter().filter(|at| here.contains(at)).collect(),
                None => here,
            });
        }
        if holders.is_some_and(|holders| !holders.is_empty()) {
            continue;
        }
        for passage in &run.passages {
            by_article.entry(passage.article).or_default().push((passage.span, kept.len()));
        }
        kept.push(run);
    }
    kept
}
