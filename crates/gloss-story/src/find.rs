//! Where else a passage is told, over a whole library.
//!
//! The index holds a 32-bit hash for each pair of neighbouring words of matter, function words passed over and endings
//! cut, with its place: eight bytes a pair, a little over four a word of the library. What the hashes find is then aligned
//! word by word, so a chance hit costs time and claims nothing.

use crate::{
    alignment::Aligner,
    passage::{ArticleIndex, Passage},
    prepared::Word,
    weights::Weights,
    words::{Vocabulary, WordId},
};
use gloss_text::{Article, Span, TokenKind, tokens};
use std::collections::BTreeMap;

/// A passage that tells the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FoundPassage {
    /// Where.
    pub passage: Passage,
    /// The part of the words looked for that it has, from 0 to 1, the words of matter counting more.
    pub score: f32,
}

/// Finds passages of a library's articles again.
#[derive(Clone, Debug, Default)]
pub struct PassageIndex {
    /// Hash of each pair and its number in the library, sorted.
    pairs: Vec<(u32, u32)>,
    /// Number of the first pair of each article.
    starts: Vec<u32>,
}

/// A pair in more places than this finds nothing.
const COMMON: usize = 400;
/// Articles that are aligned at most, those with the most pairs first.
const ALIGNED: usize = 40;
/// A passage has at least so much of what is looked for.
const LEAST: f32 = 0.3;
/// Words round a hit that are aligned, as a multiple of those looked for.
const ROUND: usize = 2;

impl PassageIndex {
    /// Reads the articles once.
    pub fn new(articles: &[&Article]) -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut hashes: Vec<u32> = Vec::new();
        let (mut pairs, mut starts) = (Vec::new(), Vec::new());
        for article in articles {
            starts.push(pairs.len() as u32);
            let words = words(article, &mut vocabulary);
            for (hash, _) in pairs_of(&words, &vocabulary, &mut hashes) {
                pairs.push((hash, pairs.len() as u32));
            }
        }
        pairs.sort_unstable();
        Self { pairs, starts }
    }

    /// Bytes that the index takes.
    pub fn size(&self) -> usize {
        self.pairs.len() * size_of::<(u32, u32)>() + self.starts.len() * size_of::<u32>()
    }

    /// Passages that tell what `wanted` does, the most alike first, none of them in the article it comes from.
    /// `articles` are those that the index was made of.
    pub fn find(&self, articles: &[&Article], wanted: Passage) -> Vec<FoundPassage> {
        let Some(own) = articles.get(wanted.article.get()) else { return Vec::new() };
        let mut vocabulary = Vocabulary::default();
        let mut hashes = Vec::new();
        let all = words(own, &mut vocabulary);
        let row: Vec<Word> = all.into_iter().filter(|word| wanted.span.contains(word.span)).collect();
        let looked_for = pairs_of(&row, &vocabulary, &mut hashes);
        let mut hits: BTreeMap<usize, (f32, Vec<u32>)> = BTreeMap::new();
        for (hash, _) in looked_for {
            let first = self.pairs.partition_point(|(known, _)| *known < hash);
            let places = self.pairs.iter().skip(first).take_while(|(known, _)| *known == hash);
            let places: Vec<u32> = places.take(COMMON + 1).map(|(_, place)| *place).collect();
            if places.len() > COMMON {
                continue;
            }
            for place in &places {
                let article = self.starts.partition_point(|start| start <= place).saturating_sub(1);
                if article != wanted.article.get() {
                    let (sum, at) = hits.entry(article).or_default();
                    *sum += 1.0 / (1.0 + places.len() as f32).ln();
                    at.push(place - self.starts.get(article).copied().unwrap_or(0));
                }
            }
        }
        let mut best: Vec<(usize, f32, Vec<u32>)> =
            hits.into_iter().map(|(article, (sum, at))| (article, sum, at)).collect();
        best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let ids: Vec<WordId> = row.iter().map(|word| word.id).collect();
        let mut found: Vec<FoundPassage> = best
            .iter()
            .take(ALIGNED)
            .filter_map(|(article, _, at)| {
                let other = articles.get(*article)?;
                aligned(other, ArticleIndex(*article as u32), &ids, at, &mut vocabulary, &mut hashes)
            })
            .filter(|found| found.score >= LEAST)
            .collect();
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.passage.cmp(&b.passage)));
        found
    }
}

/// Aligns the words looked for with those round the hits in an article.
fn aligned(
    article: &Article,
    index: ArticleIndex,
    wanted: &[WordId],
    hits: &[u32],
    vocabulary: &mut Vocabulary,
    hashes: &mut Vec<u32>,
) -> Option<FoundPassage> {
    let words = words(article, vocabulary);
    let pairs = pairs_of(&words, vocabulary, hashes);
    // The place with the most hits within the length of what is looked for.
    let mut places: Vec<usize> =
        hits.iter().filter_map(|hit| pairs.get(*hit as usize)).map(|(_, at)| *at).collect();
    places.sort_unstable();
    let near =
        |start: &usize| places.iter().filter(|at| (*start..start + wanted.len() + 2).contains(at)).count();
    let start = *places.iter().max_by_key(|start| (near(start), std::cmp::Reverse(**start)))?;
    let from = start.saturating_sub(wanted.len());
    let around = words.get(from..words.len().min(start + ROUND * wanted.len() + 2))?;
    let ids: Vec<WordId> = around.iter().map(|word| word.id).collect();
    let weights = Weights::even(vocabulary);
    let aligner = Aligner { vocabulary, weights: &weights };
    let local = aligner.local(wanted, &ids);
    let (first, last) = (around.get(local.pairs.first()?.1)?, around.get(local.pairs.last()?.1)?);
    let span = Span::new(first.span.start, last.span.end);
    let score = local.score / aligner.worth(wanted).max(f32::EPSILON);
    Some(FoundPassage { passage: Passage { article: index, span }, score })
}

fn words(article: &Article, vocabulary: &mut Vocabulary) -> Vec<Word> {
    let text = article.text();
    let mut words = Vec::new();
    for block in article.document.prose() {
        for token in tokens(block.span.of(text)) {
            if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                let span = Span::new(block.span.start + token.span.start, block.span.start + token.span.end);
                words.push(Word { id: vocabulary.number(span.of(text)), span, quoted: false });
            }
        }
    }
    words
}

/// The pairs of neighbouring words of matter, as hashes, and the index of the first word of each.
fn pairs_of(words: &[Word], vocabulary: &Vocabulary, hashes: &mut Vec<u32>) -> Vec<(u32, usize)> {
    vocabulary.hash_all(hashes);
    let mut found = Vec::with_capacity(words.len() / 2);
    let mut before: Option<(u32, usize)> = None;
    for (at, word) in words.iter().enumerate() {
        if vocabulary.is_function(word.id) {
            continue;
        }
        let hash = hashes.get(vocabulary.stem(word.id).get()).copied().unwrap_or(0);
        if let Some((first, place)) = before {
            found.push((first.rotate_left(7).wrapping_mul(0x9e37_79b1) ^ hash, place));
        }
        before = Some((hash, at));
    }
    found
}
