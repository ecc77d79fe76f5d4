//! Which articles tell the same story.
//!
//! Two articles are as alike as the angle between their words says, where a word counts the more the fewer articles
//! have it, and the more the earlier it comes; pairs of neighbouring words count as well, as they tell look-alike events
//! apart. Groups are joined while their articles are alike on average (average linkage).

use crate::{
    Comparison,
    designations::{Called, Designated},
    hash::HashMap,
    passage::ArticleIndex,
    words::{Vocabulary, WordId},
};
use gloss_text::{Article, Day, Span, TokenKind, tokens};
use serde::{Deserialize, Serialize};
use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet, BinaryHeap},
};

/// What speaks for a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GroundKind {
    /// A name that few other articles have.
    Name,
    /// Any other word or two that few other articles have.
    Word,
    /// A quotation.
    Quotation,
    /// A run of words outside quotations.
    Wording,
}

/// Something that several articles of a story share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryGround {
    /// What it is.
    pub kind: GroundKind,
    /// The words, as the first of the articles has them.
    pub text: String,
    /// The articles that have it.
    pub articles: Vec<ArticleIndex>,
}

/// Articles that seem to tell one story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// Two or more, in their order.
    pub articles: Vec<ArticleIndex>,
    /// Why, the weightiest ground first.
    pub grounds: Vec<StoryGround>,
}

/// Groups are joined while they are this much alike on average.
const ALIKE: f32 = 0.115;
/// Words at the beginning that count twice.
const LEAD: usize = 60;
/// What a word with a capital counts more.
const CAPITAL: f32 = 1.5;
/// What a pair of words counts beside its words.
const PAIR: f32 = 0.5;
/// A word in more articles than this finds no pairs of articles.
const COMMON: usize = 300;
/// Days after which two articles are half as likely to tell one story.
const DAYS: f32 = 30.0;
/// Grounds that are shown of each kind at most.
const SHOWN: usize = 6;

/// A word, or two neighbours.
type Feature = (WordId, Option<WordId>);

struct Profile {
    /// Features and their worth, of unit length together.
    features: Vec<(Feature, f32)>,
    /// Where each is first.
    places: HashMap<Feature, Span>,
    /// How many different words it has.
    words: usize,
    published: Option<Day>,
}

/// The stories that the articles seem to tell, in the order of their first articles. An article that is alone is in none.
pub fn propose(articles: &[&Article]) -> Vec<Story> {
    let mut vocabulary = Vocabulary::default();
    let mut profiles: Vec<Profile> =
        articles.iter().map(|article| profile(article, &mut vocabulary)).collect();
    weigh(&mut profiles);
    let mut stories: Vec<Story> = join(&profiles)
        .into_iter()
        .filter(|group| group.len() > 1)
        .map(|group| {
            let grounds = grounds(articles, &profiles, &group);
            Story { articles: group.into_iter().map(|at| ArticleIndex(at as u32)).collect(), grounds }
        })
        .collect();
    stories.sort_by(|a, b| a.articles.cmp(&b.articles));
    stories
}

impl Story {
    /// Adds the longest quotations and wordings that the articles share, and puts the people and bodies that most of them
    /// name in the place of single words with capitals. The indices in `comparison` are those within the story.
    pub fn add_shared(&mut self, articles: &[&Article], comparison: &Comparison) {
        let Comparison { quotations, wording, .. } = comparison;
        self.name(&comparison.designations);
        let mut add =
            |kind: GroundKind, mut found: Vec<(usize, ArticleIndex, Span, BTreeSet<ArticleIndex>)>| {
                found.sort_by_key(|(words, article, span, _)| (std::cmp::Reverse(*words), *article, *span));
                for (_, article, span, sharing) in found.into_iter().take(SHOWN) {
                    let Some(first) = articles.get(article.get()) else { continue };
                    let articles =
                        sharing.iter().filter_map(|index| self.articles.get(index.get()).copied()).collect();
                    self.grounds.push(StoryGround { kind, text: span.of(first.text()).to_owned(), articles });
                }
            };
        let quoted = quotations.iter().filter_map(|quotation| {
            let sharing: BTreeSet<ArticleIndex> =
                quotation.occurrences.iter().filter(|it| it.marked).map(|it| it.article).collect();
            let shortest = quotation.occurrences.iter().filter(|it| it.marked).min_by_key(|it| it.words)?;
            (sharing.len() > 1).then(|| {
                (
                    shortest.words,
                    shortest.article,
                    shortest.segments.first().copied().unwrap_or_default(),
                    sharing,
                )
            })
        });
        add(GroundKind::Quotation, quoted.collect());
        let runs = wording.iter().filter(|run| !run.boilerplate).filter_map(|run| {
            let first = run.passages.first()?;
            let sharing = run.passages.iter().map(|passage| passage.article).collect();
            Some((run.words, first.article, first.span, sharing))
        });
        add(GroundKind::Wording, runs.collect());
    }

    fn name(&mut self, all: &[Designated]) {
        let mut named: Vec<(&str, &Designated)> = all
            .iter()
            .filter(|one| one.called != Called::Group && one.articles.len() > 1)
            .filter_map(|one| Some((one.name.as_deref()?, one)))
            .collect();
        if named.is_empty() {
            return;
        }
        let words = |one: &Designated| one.articles.iter().map(|(_, words)| words.len()).sum::<usize>();
        named.sort_by_key(|(_, one)| std::cmp::Reverse((one.articles.len(), words(one))));
        let grounds: Vec<StoryGround> = named
            .into_iter()
            .take(SHOWN)
            .map(|(name, one)| {
                let sharing = one.articles.iter();
                let articles =
                    sharing.filter_map(|(index, _)| self.articles.get(index.get()).copied()).collect();
                StoryGround { kind: GroundKind::Name, text: name.to_owned(), articles }
            })
            .collect();
        self.grounds.retain(|ground| ground.kind != GroundKind::Name);
        self.grounds.splice(0..0, grounds);
    }
}

fn profile(article: &Article, vocabulary: &mut Vocabulary) -> Profile {
    let text = article.text();
    let mut counts: BTreeMap<Feature, f32> = BTreeMap::new();
    let mut places: HashMap<Feature, Span> = HashMap::default();
    let mut number = 0;
    for block in article.document.prose() {
        let mut before: Option<(WordId, Span)> = None;
        for token in tokens(block.span.of(text)) {
            if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                continue;
            }
            let span = Span::new(block.span.start + token.span.start, block.span.start + token.span.end);
            let word = span.of(text);
            let id = vocabulary.number(word);
            number += 1;
            if vocabulary.is_function(id) {
                before = None;
                continue;
            }
            let stem = vocabulary.stem(id);
            let worth = if word.starts_with(char::is_uppercase) { CAPITAL } else { 1.0 };
            let worth = if number <= LEAD { 2.0 * worth } else { worth };
            *counts.entry((stem, None)).or_default() += worth;
            places.entry((stem, None)).or_insert(span);
            if let Some((first, start)) = before {
                *counts.entry((first, Some(stem))).or_default() += PAIR * worth;
                places.entry((first, Some(stem))).or_insert(Span::new(start.start, span.end));
            }
            before = Some((stem, span));
        }
    }
    let words = counts.keys().filter(|(_, second)| second.is_none()).count();
    let published = article.metadata.published;
    Profile { features: counts.into_iter().collect(), places, words, published }
}

/// Weighs the features of all articles by their rarity. One that a single article has is worth nothing.
fn weigh(profiles: &mut [Profile]) {
    let mut articles: HashMap<Feature, u32> = HashMap::default();
    for profile in profiles.iter() {
        for (feature, _) in &profile.features {
            *articles.entry(*feature).or_default() += 1;
        }
    }
    let total = profiles.len() as f32;
    for profile in profiles {
        profile.features.retain_mut(|(feature, worth)| {
            let count = articles.get(feature).copied().unwrap_or(1);
            let often = if *worth > 1.0 { 1.0 + worth.ln() } else { *worth };
            // A few articles are all there is: what all of them have still makes them alike.
            *worth = often * ((total + 1.0) / count as f32).ln().powf(1.5);
            count > 1
        });
        let length =
            profile.features.iter().map(|(_, worth)| worth * worth).sum::<f32>().sqrt().max(f32::EPSILON);
        for (_, worth) in &mut profile.features {
            *worth /= length;
        }
    }
}

/// How alike the articles are, for pairs that share anything rare enough.
fn likeness(profiles: &[Profile]) -> BTreeMap<(usize, usize), f32> {
    let mut postings: HashMap<Feature, Vec<(usize, f32)>> = HashMap::default();
    let mut alike = BTreeMap::new();
    let mut sums = vec![0.0_f32; profiles.len()];
    for (at, profile) in profiles.iter().enumerate() {
        let mut touched = Vec::new();
        for (feature, worth) in &profile.features {
            let others = postings.entry(*feature).or_default();
            if others.len() <= COMMON {
                for (other, theirs) in others.iter() {
                    if let Some(sum) = sums.get_mut(*other) {
                        if *sum == 0.0 {
                            touched.push(*other);
                        }
                        *sum += worth * theirs;
                    }
                }
            }
            others.push((at, *worth));
        }
        for other in touched {
            let sum = sums.get_mut(other).map_or(0.0, std::mem::take);
            let Some(first) = profiles.get(other) else { continue };
            // Long articles share more by chance.
            let length = ((first.words * profile.words) as f32).sqrt().max(1.0);
            alike.insert(
                (other, at),
                sum * (100.0 / length).powf(0.4) * closeness(first.published, profile.published),
            );
        }
    }
    alike
}

/// Articles that are published weeks apart are less likely to tell one story.
fn closeness(a: Option<Day>, b: Option<Day>) -> f32 {
    let (Some(a), Some(b)) = (a, b) else { return 1.0 };
    1.0 / (1.0 + crate::calendar::days_between(a, b).unsigned_abs() as f32 / DAYS)
}

struct Merge {
    alike: f32,
    groups: (usize, usize),
    /// How often either group had been joined when this was worked out.
    versions: (u32, u32),
}

impl PartialEq for Merge {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Merge {}

impl PartialOrd for Merge {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Merge {
    fn cmp(&self, other: &Self) -> Ordering {
        self.alike.total_cmp(&other.alike).then_with(|| other.groups.cmp(&self.groups))
    }
}

/// Joins articles to groups while these are alike on average.
fn join(profiles: &[Profile]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = (0..profiles.len()).map(|at| vec![at]).collect();
    let mut versions = vec![0_u32; groups.len()];
    // Sums over the pairs of articles of two groups.
    let mut sums: Vec<BTreeMap<usize, f32>> = vec![BTreeMap::new(); groups.len()];
    let mut merges = BinaryHeap::new();
    for ((a, b), alike) in likeness(profiles) {
        for (one, other) in [(a, b), (b, a)] {
            if let Some(sums) = sums.get_mut(one) {
                sums.insert(other, alike);
            }
        }
        if alike >= ALIKE {
            merges.push(Merge { alike, groups: (a, b), versions: (0, 0) });
        }
    }
    while let Some(Merge { groups: (a, b), versions: (first, second), .. }) = merges.pop() {
        if versions.get(a) != Some(&first) || versions.get(b) != Some(&second) {
            continue;
        }
        let (Some(joined), Some(gone)) =
            (groups.get_mut(b).map(std::mem::take), sums.get_mut(b).map(std::mem::take))
        else {
            continue;
        };
        if let Some(group) = groups.get_mut(a) {
            group.extend(joined);
        }
        for at in [a, b] {
            if let Some(version) = versions.get_mut(at) {
                *version += 1;
            }
        }
        for (other, sum) in gone {
            if let Some(sums) = sums.get_mut(other) {
                sums.remove(&b);
            }
            if other != a {
                for (one, another) in [(a, other), (other, a)] {
                    if let Some(sums) = sums.get_mut(one) {
                        *sums.entry(another).or_default() += sum;
                    }
                }
            }
        }
        let size = |at: usize| groups.get(at).map_or(0, Vec::len) as f32;
        let version = |at: usize| versions.get(at).copied().unwrap_or(0);
        for (other, sum) in sums.get(a).into_iter().flatten() {
            let alike = sum / (size(a) * size(*other)).max(1.0);
            if alike >= ALIKE {
                let groups = (a.min(*other), a.max(*other));
                merges.push(Merge { alike, groups, versions: (version(groups.0), version(groups.1)) });
            }
        }
    }
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// What the articles of a group share, by what it adds to their likeness.
fn grounds(articles: &[&Article], profiles: &[Profile], group: &[usize]) -> Vec<StoryGround> {
    let mut worth: BTreeMap<Feature, (f32, Vec<usize>)> = BTreeMap::new();
    for at in group {
        for (feature, own) in profiles.get(*at).map(|profile| &profile.features).into_iter().flatten() {
            let (sum, having) = worth.entry(*feature).or_default();
            *sum += own;
            having.push(*at);
        }
    }
    let mut best: Vec<(f32, Feature, Vec<usize>)> = worth
        .into_iter()
        .filter(|(_, (_, having))| having.len() > 1)
        .map(|(feature, (sum, having))| (sum, feature, having))
        .collect();
    best.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let mut grounds: Vec<StoryGround> = Vec::new();
    let mut shown: BTreeSet<WordId> = BTreeSet::new();
    for (_, (first, second), having) in best {
        // A pair says more than its words one by one.
        if shown.contains(&first) || second.is_some_and(|second| shown.contains(&second)) {
            continue;
        }
        let place = having.iter().find_map(|at| {
            let span = profiles.get(*at)?.places.get(&(first, second))?;
            Some(span.of(articles.get(*at)?.text()))
        });
        let Some(text) = place else { continue };
        let capitals = text.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
        let kind = if capitals { GroundKind::Name } else { GroundKind::Word };
        if grounds.iter().filter(|ground| ground.kind == kind).count() >= SHOWN {
            continue;
        }
        shown.insert(first);
        shown.extend(second);
        grounds.push(StoryGround {
            kind,
            text: text.to_owned(),
            articles: having.iter().map(|at| ArticleIndex(*at as u32)).collect(),
        });
        if grounds.len() == 2 * SHOWN {
            break;
        }
    }
    grounds
}
