//! The same quotation in several articles.

use crate::{
    alignment::{Aligner, Local},
    hash::HashMap,
    names::Names,
    passage::{ArticleIndex, Passage},
    prepared::Prepared,
    words::WordId,
};
use gloss_analysis::{EntityKind, Quotation, QuotationKind};
use gloss_text::{Span, diff};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How an occurrence's words are to those of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// Word for word.
    Identical,
    /// A part of the other.
    Shortened,
    /// The other and more.
    Extended,
    /// With other words in between.
    Altered,
    /// Reported without marks.
    Indirect,
}

impl Relation {
    /// The relation in the words of the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Identical => "identical",
            Self::Shortened => "shortened",
            Self::Extended => "extended",
            Self::Altered => "altered",
            Self::Indirect => "indirect",
        }
    }
}

/// One place where the words are quoted or reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occurrence {
    /// The article.
    pub article: ArticleIndex,
    /// The words, without the marks round them: one segment a pair of marks or a paragraph.
    pub segments: Vec<Span>,
    /// Whether marks are round them.
    pub marked: bool,
    /// How the words are to the fullest occurrence's.
    pub relation: Relation,
    /// Whether no other occurrence has more words.
    pub fullest: bool,
    /// How many words it has.
    pub words: usize,
    /// Who says them here, by the fullest name known, or the words themselves.
    pub speaker: Option<String>,
    /// The words that tell who: "said".
    pub cue: Option<Span>,
    /// The sentence round the first of the words.
    pub sentence: Span,
}

/// Words that differ between two texts. An empty span is the place where the other text has more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// In the first text.
    pub from: Span,
    /// In the second text.
    pub to: Span,
}

/// Two occurrences that are the same words, and how they differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alignment {
    /// Index of an occurrence.
    pub a: usize,
    /// Index of another.
    pub b: usize,
    /// How the words of `a` are to those of `b`.
    pub relation: Relation,
    /// Where the words differ.
    pub changes: Vec<Change>,
    /// Where the sentences round them differ.
    pub frame: Vec<Change>,
}

/// Words that somebody is quoted with, wherever the articles have them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedQuotation {
    /// Who says them, by the fullest name that any article gives.
    pub speaker: Option<String>,
    /// Where, in the order of the articles.
    pub occurrences: Vec<Occurrence>,
    /// Which of them are the same words.
    pub alignments: Vec<Alignment>,
    /// The articles that have none of it.
    pub absent_in: Vec<ArticleIndex>,
}

/// Part of the shorter one's worth that must be common, by what is known of the speakers: the same, not known,
/// named in other words, or contradicting. Somebody else may say much the same; only the words of a statement at length are taken for
/// one where two articles name two people, as one of them may name the wrong one.
const RATIO: [f32; 4] = [0.58, 0.58, 0.66, 0.8];
/// Worth that must be common, by the same.
const ENOUGH: [f32; 4] = [0.45, 0.8, 0.8, 2.2];
/// The same for words outside marks.
const REPORTED: (f32, f32) = (0.8, 1.3);
/// Part of the worth of the shortest segment that two quotations share before they are aligned.
const WORTH_A_LOOK: f32 = 0.4;
/// A word in more quotations than this finds no candidates.
const COMMON: usize = 60;

struct Piece<'a> {
    article: usize,
    quotation: &'a Quotation,
    segments: Vec<Segment>,
    /// All of them.
    words: Vec<WordId>,
    /// Where they are in the text.
    spans: Vec<Span>,
}

/// The words between two marks.
struct Segment {
    words: Vec<WordId>,
    stems: Vec<WordId>,
    worth: f32,
}

impl Segment {
    fn new(words: Vec<WordId>, aligner: &Aligner) -> Self {
        Self { stems: aligner.stems(&words), worth: aligner.worth(&words), words }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Speakers {
    Same,
    Unknown,
    Other,
    Contradict,
}

/// The quotations of the articles, gathered: those of several articles first by where they come first, and those
/// that one article has alone among them.
pub(crate) fn gather(articles: &[Prepared], names: &Names, aligner: &Aligner) -> Vec<SharedQuotation> {
    let pieces = pieces(articles, aligner);
    let mut same: Vec<(usize, usize)> = Vec::new();
    for (a, b) in candidates(&pieces, aligner) {
        if let (Some(left), Some(right)) = (pieces.get(a), pieces.get(b))
            && are_same(articles, names, aligner, left, right)
        {
            same.push((a, b));
        }
    }
    let groups = components(pieces.len(), &same);
    let reported = reported(articles, &pieces, aligner);
    let linked: BTreeSet<(usize, usize)> = same.into_iter().collect();
    groups
        .into_iter()
        .filter_map(|group| assemble(articles, names, &pieces, &group, &linked, &reported))
        .collect()
}

fn pieces<'a>(articles: &[Prepared<'a>], aligner: &Aligner) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    for (article, prepared) in articles.iter().enumerate() {
        for quotation in &prepared.analysis.quotations {
            let ranges: Vec<_> = quotation.segments.iter().map(|span| prepared.words_in(*span)).collect();
            let segments: Vec<Segment> =
                ranges.iter().map(|range| Segment::new(prepared.ids(range), aligner)).collect();
            let spans = ranges
                .iter()
                .flat_map(|range| prepared.words.get(range.clone()).unwrap_or_default())
                .map(|word| word.span)
                .collect();
            let words: Vec<WordId> = segments.iter().flat_map(|segment| &segment.words).copied().collect();
            if !words.is_empty() {
                pieces.push(Piece { article, quotation, segments, words, spans });
            }
        }
    }
    pieces
}

/// Pairs of quotations of different articles that share enough words to be worth a closer look.
fn candidates(pieces: &[Piece], aligner: &Aligner) -> Vec<(usize, usize)> {
    let mut by_stem: HashMap<WordId, Vec<usize>> = HashMap::default();
    let mut shared = vec![0.0_f32; pieces.len()];
    let mut pairs = Vec::new();
    let least: Vec<f32> = pieces
        .iter()
        .map(|piece| {
            piece
                .segments
                .iter()
                .map(|segment| aligner.matter(&segment.words))
                .filter(|worth| *worth > 0.0)
                .fold(f32::MAX, f32::min)
        })
        .collect();
    for (at, piece) in pieces.iter().enumerate() {
        let stems: BTreeSet<WordId> = piece
            .words
            .iter()
            .filter(|word| !aligner.vocabulary.is_function(**word))
            .map(|word| aligner.vocabulary.stem(*word))
            .collect();
        let mut touched = Vec::new();
        for stem in stems {
            let others = by_stem.entry(stem).or_default();
            if others.len() <= COMMON {
                for other in others.iter().copied() {
                    if pieces.get(other).map(|piece| piece.article) != Some(piece.article)
                        && let Some(sum) = shared.get_mut(other)
                    {
                        if *sum == 0.0 {
                            touched.push(other);
                        }
                        *sum += aligner.worth_of(stem);
                    }
                }
            }
            others.push(at);
        }
        touched.sort_unstable();
        for other in touched {
            let both = shared.get_mut(other).map_or(0.0, std::mem::take);
            let less = least.get(at).copied().unwrap_or(0.0).min(least.get(other).copied().unwrap_or(0.0));
            if both >= WORTH_A_LOOK * less {
                pairs.push((other, at));
            }
        }
    }
    pairs
}

fn are_same(articles: &[Prepared], names: &Names, aligner: &Aligner, a: &Piece, b: &Piece) -> bool {
    let speakers = speakers(articles, names, a, b);
    a.segments.iter().any(|left| {
        b.segments.iter().any(|right| {
            let shorter = left.words.len() <= right.words.len();
            let (short, long, whole) = if shorter {
                (left, right, a.segments.len() == 1)
            } else {
                (right, left, b.segments.len() == 1)
            };
            let least = left.worth.min(right.worth);
            let enough = ENOUGH[speakers as usize];
            if aligner.at_most(&short.words, &long.stems) < enough.max(RATIO[speakers as usize] * least) {
                return false;
            }
            let short = &short.words;
            let local = aligner.local(short, &long.words);
            let matter = local.pairs.iter().filter_map(|(x, _)| short.get(*x));
            let matter = matter.filter(|word| !aligner.vocabulary.is_function(**word)).count();
            let ratio = match matter {
                0 => return false,
                // One or two words of matter are chance unless all that is quoted is there.
                1 if !(whole && is_contained(&local, short)) => return false,
                2 if !is_contained(&local, short) => RATIO[speakers as usize].max(0.75),
                _ => RATIO[speakers as usize],
            };
            local.score >= ratio * least && local.score >= enough
        })
    })
}

/// Whether all words of `short` follow one another in the other row.
fn is_contained(local: &Local, short: &[WordId]) -> bool {
    let follows = |pair: &[(usize, usize)]| matches!(pair, [a, b] if b.0 == a.0 + 1 && b.1 == a.1 + 1);
    local.pairs.len() == short.len() && local.pairs.windows(2).all(follows)
}

/// What the two articles say about who speaks. Only persons contradict each other: a body may speak through anybody.
fn speakers(articles: &[Prepared], names: &Names, a: &Piece, b: &Piece) -> Speakers {
    let who = |piece: &Piece| {
        let speaker = piece.quotation.speaker.as_ref()?;
        let index = articles.get(piece.article)?.index;
        names.identity(index, speaker.entity?)
    };
    match (who(a), who(b)) {
        (Some(x), Some(y)) if x == y => Speakers::Same,
        (Some(x), Some(y)) => {
            let person = |id| names.get(id).is_some_and(|known| known.kind == EntityKind::Person);
            if person(x) && person(y) { Speakers::Contradict } else { Speakers::Other }
        }
        _ => {
            let name =
                |piece: &Piece| piece.quotation.speaker.as_ref().map(|speaker| speaker.name.to_lowercase());
            match (name(a), name(b)) {
                (Some(x), Some(y)) if x == y && x.len() > 4 => Speakers::Same,
                (Some(x), Some(y)) if x.len() > 4 && y.len() > 4 => Speakers::Other,
                _ => Speakers::Unknown,
            }
        }
    }
}

/// The item that stands for the group of `at`.
fn root(parents: &mut [usize], mut at: usize) -> usize {
    while let Some(parent) = parents.get(at).copied()
        && parent != at
    {
        let above = parents.get(parent).copied().unwrap_or(parent);
        if let Some(slot) = parents.get_mut(at) {
            *slot = above;
        }
        at = above;
    }
    at
}

/// Groups of connected items, each in order, the groups by their first.
fn components(count: usize, pairs: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut parents: Vec<usize> = (0..count).collect();
    for (a, b) in pairs {
        let (a, b) = (root(&mut parents, *a), root(&mut parents, *b));
        if let Some(parent) = parents.get_mut(a.max(b)) {
            *parent = a.min(b);
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..count {
        let root = root(&mut parents, at);
        groups.entry(root).or_default().push(at);
    }
    groups.into_values().collect()
}

/// Where the words of a quotation are in another article without marks: by the index of the piece.
fn reported(articles: &[Prepared], pieces: &[Piece], aligner: &Aligner) -> BTreeMap<usize, Vec<Passage>> {
    let mut by_bigram: HashMap<(WordId, WordId), Vec<(usize, usize)>> = HashMap::default();
    for words in pieces.iter().flat_map(|piece| &piece.segments).map(|segment| &segment.words) {
        by_bigram
            .extend(words.windows(2).filter_map(|pair| Some(((*pair.first()?, *pair.get(1)?), Vec::new()))));
    }
    for (article, prepared) in articles.iter().enumerate() {
        for (at, sentence) in prepared.sentences.iter().enumerate() {
            let words = prepared.words.get(sentence.words.clone()).unwrap_or_default();
            for pair in words.windows(2).filter(|pair| !pair.iter().any(|word| word.quoted)) {
                if let [x, y] = pair
                    && !aligner.vocabulary.is_function(y.id)
                    && let Some(places) = by_bigram.get_mut(&(x.id, y.id))
                {
                    places.push((article, at));
                }
            }
        }
    }
    let mut found: BTreeMap<usize, Vec<Passage>> = BTreeMap::new();
    // The number of the last place that each stem was seen in.
    let mut seen: Vec<usize> = Vec::new();
    let mut number = 0;
    for (index, piece) in pieces.iter().enumerate() {
        for Segment { words, worth, .. } in &piece.segments {
            if aligner.content(words) < 2 {
                continue;
            }
            let least = (REPORTED.0 * worth).max(REPORTED.1);
            let places: BTreeSet<(usize, usize)> = words
                .windows(2)
                .filter_map(|pair| by_bigram.get(&(*pair.first()?, *pair.get(1)?)))
                .filter(|places| places.len() <= COMMON)
                .flatten()
                .copied()
                .filter(|(article, _)| *article != piece.article)
                .collect();
            for (article, sentence) in places {
                let Some(prepared) = articles.get(article) else { continue };
                let Some(sentence) = prepared.sentences.get(sentence) else { continue };
                let all = prepared.words.get(sentence.words.clone()).unwrap_or_default();
                let plain = || all.iter().filter(|word| !word.quoted);
                number += 1;
                for word in plain() {
                    let stem = aligner.vocabulary.stem(word.id).get();
                    seen.resize(seen.len().max(stem + 1), 0);
                    if let Some(seen) = seen.get_mut(stem) {
                        *seen = number;
                    }
                }
                // What is common is worth no more than the words that are there in whatever order.
                let there = words
                    .iter()
                    .filter(|word| seen.get(aligner.vocabulary.stem(**word).get()) == Some(&number));
                if there.map(|word| aligner.worth_of(*word)).sum::<f32>() < least {
                    continue;
                }
                let ids: Vec<WordId> = plain().map(|word| word.id).collect();
                let local = aligner.local(words, &ids);
                let enough = local.score >= least;
                if let (true, Some((_, first)), Some((_, last))) =
                    (enough, local.pairs.first(), local.pairs.last())
                    && let (Some(first), Some(last)) = (plain().nth(*first), plain().nth(*last))
                {
                    let passage = prepared.passage(Span::new(first.span.start, last.span.end));
                    found.entry(index).or_default().push(passage);
                }
            }
        }
    }
    found
}

fn assemble(
    articles: &[Prepared],
    names: &Names,
    pieces: &[Piece],
    group: &[usize],
    linked: &BTreeSet<(usize, usize)>,
    reported: &BTreeMap<usize, Vec<Passage>>,
) -> Option<SharedQuotation> {
    let members: Vec<&Piece> = group.iter().filter_map(|at| pieces.get(*at)).collect();
    let mut outside: Vec<Passage> = Vec::new();
    for passage in group.iter().filter_map(|at| reported.get(at)).flatten() {
        if !outside.iter().any(|known| known.article == passage.article && known.span.overlaps(passage.span))
        {
            outside.push(*passage);
        }
    }
    // A title or a word under suspicion that one article has alone tells nothing.
    if let [only] = members.as_slice()
        && only.quotation.kind == QuotationKind::Scare
        && outside.is_empty()
    {
        return None;
    }
    let most = members.iter().map(|piece| piece.words.len()).max()?;
    let fullest = members.iter().find(|piece| piece.words.len() == most)?;
    let mut occurrences: Vec<Occurrence> = members
        .iter()
        .filter_map(|piece| {
            let prepared = articles.get(piece.article)?;
            let quotation = piece.quotation;
            let relation = relation(&piece.words, &fullest.words);
            let segments: Vec<Span> =
                quotation.segments.iter().map(|span| inner(prepared.text(), *span)).collect();
            let sentence = sentence_round(prepared, *segments.first()?);
            Some(Occurrence {
                article: prepared.index,
                segments,
                marked: true,
                relation,
                fullest: piece.words.len() == most,
                words: spaced(prepared.text(), &quotation.segments),
                speaker: speaker(prepared, names, quotation),
                cue: quotation.cue,
                sentence,
            })
        })
        .collect();
    let mut alignments = Vec::new();
    for (x, a) in group.iter().enumerate() {
        for (y, b) in group.iter().enumerate().skip(x + 1) {
            if linked.contains(&(*a, *b))
                && let (Some(left), Some(right)) = (pieces.get(*a), pieces.get(*b))
                && let (Some(first), Some(second)) = (articles.get(left.article), articles.get(right.article))
                && let (Some(one), Some(other)) = (occurrences.get(x), occurrences.get(y))
            {
                alignments.push(Alignment {
                    a: x,
                    b: y,
                    relation: relation(&left.words, &right.words),
                    changes: changes(&left.words, &left.spans, &right.words, &right.spans),
                    frame: frame(first, one, second, other),
                });
            }
        }
    }
    for passage in outside {
        let prepared = articles.iter().find(|article| article.index == passage.article)?;
        occurrences.push(Occurrence {
            article: passage.article,
            segments: vec![passage.span],
            marked: false,
            relation: Relation::Indirect,
            fullest: false,
            words: spaced(prepared.text(), &[passage.span]),
            speaker: None,
            cue: None,
            sentence: sentence_round(prepared, passage.span),
        });
    }
    let absent_in = articles
        .iter()
        .map(|article| article.index)
        .filter(|index| !occurrences.iter().any(|occurrence| occurrence.article == *index))
        .collect();
    let speaker = members
        .iter()
        .filter_map(|piece| {
            let prepared = articles.get(piece.article)?;
            let known = piece.quotation.speaker.as_ref()?.entity.is_some();
            Some((known, speaker(prepared, names, piece.quotation)?))
        })
        .max_by_key(|(known, _)| *known)
        .map(|(_, name)| name);
    Some(SharedQuotation { speaker, occurrences, alignments, absent_in })
}

/// The fullest name that the story has for the speaker.
pub(crate) fn speaker(prepared: &Prepared, names: &Names, quotation: &Quotation) -> Option<String> {
    let speaker = quotation.speaker.as_ref()?;
    let known = speaker.entity.and_then(|entity| names.identity(prepared.index, entity));
    Some(known.and_then(|id| names.get(id)).map_or_else(|| speaker.name.clone(), |known| known.name.clone()))
}

/// Words as readers count them: what white space parts.
fn spaced(text: &str, segments: &[Span]) -> usize {
    segments.iter().map(|span| span.of(text).split_whitespace().count()).sum()
}

/// Quoted words without the marks round them.
fn inner(text: &str, span: Span) -> Span {
    let is_mark = |c: char| {
        matches!(c, '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»' | '‹' | '›' | '`')
            || c.is_whitespace()
    };
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start_matches(is_mark).len());
    let inside = Span::new(start, start + words.trim_matches(is_mark).len());
    if inside.is_empty() { span } else { inside }
}

fn sentence_round(prepared: &Prepared, span: Span) -> Span {
    prepared.sentence_at(span.start).map_or(span, |sentence| sentence.span)
}

fn relation(a: &[WordId], b: &[WordId]) -> Relation {
    let edits = diff::diff(a, b);
    if edits.is_empty() {
        return Relation::Identical;
    }
    // At most one gap at each end, and nothing changed in between.
    let at_edge = |edit: &diff::Edit| {
        edit.from.start == 0 && edit.to.start == 0 || edit.from.end == a.len() && edit.to.end == b.len()
    };
    if edits.iter().all(|edit| edit.from.is_empty() && at_edge(edit)) {
        Relation::Shortened
    } else if edits.iter().all(|edit| edit.to.is_empty() && at_edge(edit)) {
        Relation::Extended
    } else {
        Relation::Altered
    }
}

fn changes(a: &[WordId], at: &[Span], b: &[WordId], there: &[Span]) -> Vec<Change> {
    let cover = |spans: &[Span], range: &std::ops::Range<usize>| match (
        spans.get(range.start),
        range.end.checked_sub(1).and_then(|last| spans.get(last)),
    ) {
        (Some(first), Some(last)) if !range.is_empty() => Span::new(first.start, last.end),
        // Nothing here: the place after the word before.
        _ => {
            let place = range.start.checked_sub(1).and_then(|before| spans.get(before)).map(|span| span.end);
            let place = place.or_else(|| spans.first().map(|span| span.start)).unwrap_or(0);
            Span::new(place, place)
        }
    };
    diff::diff(a, b)
        .into_iter()
        .map(|edit| Change { from: cover(at, &edit.from), to: cover(there, &edit.to) })
        .collect()
}

/// Where the sentences round two occurrences differ.
fn frame(first: &Prepared, a: &Occurrence, second: &Prepared, b: &Occurrence) -> Vec<Change> {
    let row = |prepared: &Prepared, span: Span| {
        let range = prepared.words_in(span);
        let spans: Vec<Span> =
            prepared.words.get(range.clone()).unwrap_or_default().iter().map(|word| word.span).collect();
        (prepared.ids(&range), spans)
    };
    let (left, at) = row(first, a.sentence);
    let (right, there) = row(second, b.sentence);
    changes(&left, &at, &right, &there)
}
