//! How each article calls the people, bodies and groups of the story.
//!
//! First what the text states of those whom it names ([`stated`]): "violent gangster Chris Kaba", "Mr Kaba, a core member
//! of …". All articles together tell by which nouns somebody is known ([`holders`]); then "the officer" is looked up
//! among them. Where several people fit, nobody is named.

mod holders;
mod lexicon;
mod people;
mod phrase;
mod stated;

use crate::{
    hash::HashMap,
    links::Link,
    names::{Identity, Names},
    passage::{ArticleIndex, Passage},
    prepared::Prepared,
    words::fold,
};
use gloss_analysis::EntityKind;
use gloss_text::Span;
use holders::Holders;
pub(crate) use people::{Scene, is_title, scenes};
pub(crate) use phrase::Row;
use phrase::{Phrase, is_age};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How somebody is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DesignationKind {
    /// By name.
    Name,
    /// By an office or a post: "the commissioner".
    Role,
    /// By any other noun: "a core member of a gang".
    Description,
}

/// The words by which an article calls somebody in one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Designation {
    /// The words.
    pub span: Span,
    /// What they are.
    pub kind: DesignationKind,
    /// Whether the words, or some of them, are between quotation marks.
    pub in_quotation: bool,
    /// Whose words they are where they are quoted; otherwise the reporter's, who reports a speech in words of their own.
    pub speaker: Option<String>,
    /// Whether the text does not say whom they mean, and only one person fits.
    pub perhaps: bool,
}

/// What is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Called {
    /// A person.
    Person,
    /// A body.
    Organisation,
    /// Several people by a noun: "officers".
    Group,
}

/// One person, body or group, and the words of each article for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Designated {
    /// The fullest name, or the noun of a group; `None` where the articles do not say who it is.
    pub name: Option<String>,
    /// What it is.
    pub called: Called,
    /// The words, in the order of the articles and of each text.
    pub articles: Vec<(ArticleIndex, Vec<Designation>)>,
}

/// Sentences at the beginning of an article in which somebody may be described before being named.
const LEAD: usize = 3;
/// A bare title means one of several holders when that one has it this many times as often as the next.
const PREVAILS: usize = 3;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Known(Identity),
    /// Somebody whom the article does not name.
    Unnamed,
}

struct Found {
    article: usize,
    span: Span,
    kind: DesignationKind,
    perhaps: bool,
}

/// All designations, people first, the most often named first.
pub(crate) fn find(
    articles: &[Prepared],
    all: &[Vec<Scene>],
    names: &Names,
    links: &[&Link],
) -> Vec<Designated> {
    let mut holders = Holders::default();
    let mut found: BTreeMap<Key, Vec<Found>> = BTreeMap::new();
    let mut covered: Vec<Vec<Span>> = vec![Vec::new(); articles.len()];
    for (at, scenes) in all.iter().enumerate() {
        for scene in scenes {
            holders.learn_ages(scene);
            for stated in stated::find(scene) {
                holders.learn(scene, &stated);
                let span = scene.row.span(&stated.range);
                let kind = kind(scene, &stated.phrase, &stated.range);
                found.entry(Key::Known(stated.who)).or_default().push(Found {
                    article: at,
                    span,
                    kind,
                    perhaps: false,
                });
                if let Some(covered) = covered.get_mut(at) {
                    covered.push(span);
                }
            }
        }
    }
    for (at, article) in articles.iter().enumerate() {
        let titles = covered.get(at).map(Vec::as_slice).unwrap_or_default();
        names_of(article, names, at, titles, &mut found);
        let covered = covered.get(at).map(Vec::as_slice).unwrap_or_default();
        let resolver = Resolver {
            article,
            at,
            scenes: all.get(at).map(Vec::as_slice).unwrap_or_default(),
            all,
            articles,
            holders: &holders,
            links,
        };
        resolver.resolve(covered, &mut found);
    }
    let groups = groups(articles, all);
    let mut designated: Vec<(usize, Designated)> = found
        .into_iter()
        .map(|(key, found)| (found.len(), designated(articles, names, key, found)))
        .collect();
    designated
        .sort_by(|a, b| (a.1.called, a.1.name.is_none(), b.0).cmp(&(b.1.called, b.1.name.is_none(), a.0)));
    designated.into_iter().map(|(_, designated)| designated).chain(groups).collect()
}

/// Takes up where an article names people and bodies. The body in somebody's title ("IOPC director") is not called
/// anything, nor is the person in "the Trump campaign".
fn names_of(
    article: &Prepared,
    names: &Names,
    at: usize,
    titles: &[Span],
    found: &mut BTreeMap<Key, Vec<Found>>,
) {
    for mention in &article.analysis.mentions {
        if matches!(mention.kind, EntityKind::Person | EntityKind::Organisation)
            && let Some(identity) = mention.entity.and_then(|entity| names.identity(article.index, entity))
            && names.get(identity).is_some_and(|known| known.kind == mention.kind)
            && !titles.iter().any(|title| title.contains(mention.span))
            && !(mention.kind == EntityKind::Person && only_says_whose(article.text(), mention.span))
        {
            let span = with_titles(article.text(), mention.span, mention.kind);
            let place = Found { article: at, span, kind: DesignationKind::Name, perhaps: false };
            found.entry(Key::Known(identity)).or_default().push(place);
        }
    }
}

/// A name with the forms of address before it: "Mr Kaba", "Sgt Martyn Blake".
fn with_titles(text: &str, name: Span, kind: EntityKind) -> Span {
    let mut start = name.start;
    if kind != EntityKind::Person {
        return name;
    }
    loop {
        let before = text.get(..start).unwrap_or_default();
        let trimmed = before.trim_end_matches([' ', '.']);
        let word = trimmed.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let close = before.len() - trimmed.len() <= 2 && before.len() > trimmed.len();
        if word.is_empty()
            || !close
            || !word.starts_with(char::is_uppercase)
            || !people::is_title(&fold(word))
        {
            break;
        }
        start = trimmed.len() - word.len();
    }
    Span::new(start, name.end)
}

/// Whether a name only tells whose something is: "the Trump campaign", "the Flynn investigation".
fn only_says_whose(text: &str, name: Span) -> bool {
    let before = text.get(..name.start).unwrap_or_default().split_whitespace().next_back();
    let after = text.get(name.end..).unwrap_or_default();
    let next: String = after.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
    let joined = after.starts_with(' ') && !next.is_empty();
    let small = next.starts_with(char::is_lowercase) && !lexicon::closes(&next);
    joined
        && (lexicon::takes_name(&fold(&next))
            || small && before.is_some_and(|word| matches!(word, "the" | "The")))
}

/// An office is a role, unless a whole clause describes its holder.
fn kind(scene: &Scene, phrase: &Phrase, range: &std::ops::Range<usize>) -> DesignationKind {
    let clause =
        (range.clone()).any(|at| matches!(scene.row.word(at), "who" | "cleared" | "accused" | "charged"));
    if lexicon::is_office(&phrase.head) && !clause {
        DesignationKind::Role
    } else {
        DesignationKind::Description
    }
}

/// Looks up whom the nouns of one article mean that stand without a name.
struct Resolver<'a> {
    article: &'a Prepared<'a>,
    at: usize,
    scenes: &'a [Scene<'a>],
    all: &'a [Vec<Scene<'a>>],
    articles: &'a [Prepared<'a>],
    holders: &'a Holders,
    links: &'a [&'a Link],
}

enum Meaning {
    Known(Identity, bool),
    Unnamed,
}

impl Resolver<'_> {
    fn resolve(&self, covered: &[Span], found: &mut BTreeMap<Key, Vec<Found>>) {
        let named: BTreeSet<Identity> =
            self.scenes.iter().flat_map(|scene| scene.named.iter().map(|(_, who)| *who)).collect();
        for (number, scene) in self.scenes.iter().enumerate() {
            let row = scene.row;
            let mut reached = 0;
            for head in 0..row.tokens.len() {
                let Some(phrase) = row.phrase(head, reached) else { continue };
                let next = row.word(head + 1);
                let compound = lexicon::is_person(next)
                    || lexicon::is_group(next)
                    || is_age(&phrase.head) && lexicon::is_modifier(next);
                let loose = lexicon::is_adjective_too(&phrase.head) && phrase.modifiers.is_empty();
                if compound || loose || row.word(head + 1) == "of" && matches!(row.word(head + 2), "a" | "an")
                {
                    continue;
                }
                let start = phrase.range.start - usize::from(phrase.determiner.is_some());
                let short = row.span(&(start..head + 1));
                let overlaps = |span: &Span| span.overlaps(short);
                if covered.iter().any(overlaps)
                    || self.is_other_name(row.span(&(head..head + 1)))
                    || scene.named.iter().any(|(name, _)| name.start <= head && start < name.end)
                {
                    continue;
                }
                reached = head + 1;
                let Some(meaning) = self.meaning(number, scene, &phrase, &named) else { continue };
                let end = row.extent(head);
                let long = start..end;
                // What goes on after "the president" is not a description of him.
                let defining = phrase.determiner.as_deref() != Some("this")
                    && (row.word(head + 1) == "responsible"
                        || matches!(row.word(head + 1), "who" | "cleared" | "accused" | "charged" | "named")
                            && number < LEAD);
                let described = !lexicon::is_office(&phrase.head)
                    && matches!(row.word(head + 1), "since" | "who" | "accused" | "shot" | "killed");
                let range = if defining || described { long } else { start..head + 1 };
                let kind = kind(scene, &phrase, &range);
                let (key, perhaps) = match meaning {
                    Meaning::Known(who, perhaps) => (Key::Known(who), perhaps),
                    Meaning::Unnamed => (Key::Unnamed, false),
                };
                let place = Found { article: self.at, span: row.span(&range), kind, perhaps };
                found.entry(key).or_default().push(place);
            }
        }
    }

    fn meaning(
        &self,
        number: usize,
        scene: &Scene,
        phrase: &Phrase,
        named: &BTreeSet<Identity>,
    ) -> Option<Meaning> {
        let determiner = phrase.determiner.as_deref();
        let definite = matches!(determiner, Some("the" | "this" | "that"));
        let indefinite = matches!(determiner, Some("a" | "an")) && number < LEAD;
        if !definite && !indefinite {
            return None;
        }
        if is_age(&phrase.head) {
            let of_age = self.holders.of_age(&phrase.head);
            return match of_age.as_slice() {
                [only] if named.contains(only) => Some(Meaning::Known(*only, false)),
                _ => None,
            };
        }
        let row = scene.row;
        let head = phrase.range.end - 1;
        // "the leader of Japan" is nobody of whom Japan is not said.
        let of = (row.word(head + 1) == "of").then_some(head + 2..head + 4);
        let capitals: Vec<&str> = phrase
            .range
            .clone()
            .filter(|at| *at < head)
            .chain(of.into_iter().flatten())
            .filter_map(|at| row.tokens.get(at))
            .filter(|token| token.capital)
            .map(|token| &*token.word)
            .collect();
        let fitting = self.holders.fitting(&phrase.head, &capitals);
        let former = |words: &[String]| {
            words.iter().any(|word| matches!(word.as_str(), "next" | "new" | "first" | "other"))
        };
        if former(&phrase.modifiers) {
            return None;
        }
        let here: Vec<(Identity, usize, usize)> =
            fitting.iter().copied().filter(|(who, ..)| named.contains(who)).collect();
        match here.as_slice() {
            [] if !fitting.is_empty() => {
                let told = lexicon::is_office(&phrase.head) && !capitals.is_empty()
                    || row.extent(phrase.range.end - 1) > phrase.range.end;
                return (told && definite).then_some(Meaning::Unnamed);
            }
            [] => {}
            [(who, ..)] => {
                // Before the name has come, the text has not said whom it means.
                let earlier = self.scenes.iter().take(number + 1);
                let mut earlier = earlier.flat_map(|scene| &scene.named);
                let certain =
                    definite && lexicon::is_office(&phrase.head) && earlier.any(|(_, other)| other == who);
                let in_sentence = scene.named.iter().any(|(_, other)| other == who);
                if indefinite && in_sentence {
                    return None;
                }
                return Some(Meaning::Known(*who, !certain));
            }
            several => {
                if indefinite || !phrase.modifiers.is_empty() && capitals.is_empty() {
                    return None;
                }
                return prevailing(several).map(|who| Meaning::Known(who, false));
            }
        }
        if !definite
            || determiner == Some("that")
            || self.holders.knows(&phrase.head)
            || lexicon::is_office(&phrase.head)
        {
            return None;
        }
        self.only_one(number, scene).map(|who| Meaning::Known(who, true))
    }

    /// Whether the text names a body, a place or a work by these words: "the Workers' Party", "The Independent".
    fn is_other_name(&self, span: Span) -> bool {
        let mentions = &self.article.analysis.mentions;
        let kinds = |kind| matches!(kind, EntityKind::Organisation | EntityKind::Place);
        mentions.iter().any(|mention| kinds(mention.kind) && mention.span.contains(span))
    }

    /// The only person whom the sentence before names and this one does not; of several, the only one whom the other
    /// articles name where they tell the same.
    fn only_one(&self, number: usize, scene: &Scene) -> Option<Identity> {
        let here: BTreeSet<Identity> = scene.named.iter().map(|(_, who)| *who).collect();
        let before = self.scenes.get(number.checked_sub(1)?)?;
        let mut candidates: BTreeSet<Identity> = before.named.iter().map(|(_, who)| *who).collect();
        candidates.retain(|who| !here.contains(who));
        if candidates.len() > 1 {
            let sentence = self.article.sentences.get(number)?.span;
            let own = self.article.passage(sentence);
            let others = self.links.iter().filter(|link| link.score >= Link::LINKED).filter_map(|link| {
                if link.a == own { Some(link.b) } else { (link.b == own).then_some(link.a) }
            });
            let told: BTreeSet<Identity> = others.flat_map(|passage| self.named_in(passage)).collect();
            candidates.retain(|who| told.contains(who));
        }
        match candidates.iter().collect::<Vec<_>>().as_slice() {
            [only] => Some(**only),
            _ => None,
        }
    }

    fn named_in(&self, passage: Passage) -> Vec<Identity> {
        let article = passage.article.get();
        let sentence = self.articles.get(article).and_then(|prepared| {
            prepared.sentences.iter().position(|sentence| sentence.span == passage.span)
        });
        let scene = sentence.and_then(|at| self.all.get(article)?.get(at));
        scene.into_iter().flat_map(|scene| scene.named.iter().map(|(_, who)| *who)).collect()
    }
}

/// Of several people with one title, the one whom it means when it stands alone.
fn prevailing(several: &[(Identity, usize, usize)]) -> Option<Identity> {
    let mut bare: Vec<(usize, Identity)> = several.iter().map(|(who, bare, _)| (*bare, *who)).collect();
    bare.sort_unstable_by(|a, b| b.cmp(a));
    match bare.as_slice() {
        [(most, who), rest @ ..] if *most > 0 && rest.iter().all(|(less, _)| most >= &(PREVAILS * less)) => {
            Some(*who)
        }
        _ => None,
    }
}

/// Groups by their noun that several articles or several phrases have.
fn groups(articles: &[Prepared], all: &[Vec<Scene>]) -> Vec<Designated> {
    let mut by_noun: BTreeMap<String, Vec<Found>> = BTreeMap::new();
    let mut phrases: HashMap<String, BTreeSet<String>> = HashMap::default();
    for (at, (article, scenes)) in articles.iter().zip(all).enumerate() {
        for scene in scenes {
            let row = scene.row;
            for head in 0..row.tokens.len() {
                let Some(range) = row.group(head) else { continue };
                if scene.named.iter().any(|(name, _)| name.start < range.end && range.start < name.end) {
                    continue;
                }
                let span = row.span(&range);
                let noun = row.word(head).to_owned();
                phrases.entry(noun.clone()).or_default().insert(fold(span.of(article.text())));
                by_noun.entry(noun).or_default().push(Found {
                    article: at,
                    span,
                    kind: DesignationKind::Description,
                    perhaps: false,
                });
            }
        }
    }
    let mut groups: Vec<(usize, Designated)> = by_noun
        .into_iter()
        .filter(|(noun, found)| {
            let several = found.first().map(|first| first.article) != found.last().map(|last| last.article);
            several && phrases.get(noun).is_some_and(|phrases| phrases.len() > 1)
        })
        .map(|(noun, found)| {
            let (count, articles) = (found.len(), by_article(articles, found));
            (count, Designated { name: Some(noun), called: Called::Group, articles })
        })
        .collect();
    groups.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.name.cmp(&b.1.name)));
    groups.into_iter().map(|(_, group)| group).collect()
}

fn designated(articles: &[Prepared], names: &Names, key: Key, found: Vec<Found>) -> Designated {
    let known = match key {
        Key::Known(identity) => names.get(identity),
        Key::Unnamed => None,
    };
    let called = match known.map(|known| known.kind) {
        Some(EntityKind::Organisation) => Called::Organisation,
        _ => Called::Person,
    };
    Designated { name: known.map(|known| known.name.clone()), called, articles: by_article(articles, found) }
}

fn by_article(articles: &[Prepared], mut found: Vec<Found>) -> Vec<(ArticleIndex, Vec<Designation>)> {
    found.sort_by_key(|place| (place.article, place.span));
    found.dedup_by_key(|place| (place.article, place.span));
    let mut rows: Vec<(ArticleIndex, Vec<Designation>)> = Vec::new();
    for place in found {
        let Some(article) = articles.get(place.article) else { continue };
        let (in_quotation, speaker) = voice(article, place.span);
        let designation =
            Designation { span: place.span, kind: place.kind, in_quotation, speaker, perhaps: place.perhaps };
        match rows.last_mut() {
            Some((index, row)) if *index == article.index => row.push(designation),
            _ => rows.push((article.index, vec![designation])),
        }
    }
    rows
}

/// Whether the words are quoted, and whose they are.
fn voice(article: &Prepared, span: Span) -> (bool, Option<String>) {
    let within = |segments: &[Span]| segments.iter().any(|segment| segment.overlaps(span));
    let analysis = article.analysis;
    let quoted = analysis.quotations.iter().find(|quotation| within(&quotation.segments));
    let speaker = quoted.and_then(|quotation| quotation.speaker.as_ref());
    (quoted.is_some(), speaker.map(|speaker| speaker.name.clone()))
}
