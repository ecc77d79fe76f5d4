//! Who does it: how each article tells the deeds that several of them tell, and whether it says who did them.

mod grammar;
mod lexicon;

use crate::{
    designations::Scene,
    hash::{HashMap, HashSet},
    links::{Link, of_sentences},
    names::Names,
    passage::{ArticleIndex, Passage},
    prepared::Prepared,
};
use gloss_text::Span;
use grammar::{Doing, Reader};
use lexicon::{is_another, is_once};
pub(crate) use lexicon::{is_final, is_past};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How a deed is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    /// Somebody does it: "Sergeant Blake shot him".
    Active,
    /// It is done, and by whom is said: "was killed by officers".
    Passive,
    /// It is done, and by whom is not said: "had he not been killed".
    Agentless,
    /// It happens: "the fatal shooting", "Kaba died".
    Event,
}

/// One sentence's way to tell a deed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telling {
    /// The sentence.
    pub passage: Passage,
    /// The verb or the noun.
    pub word: Span,
    /// How it tells it.
    pub voice: Voice,
    /// Who does it, as the sentence has it.
    pub agent: Option<Span>,
    /// To whom or what, as the sentence has it.
    pub patient: Option<Span>,
}

/// A deed that several articles tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldDeed {
    /// The deed: "kill".
    pub deed: String,
    /// To whom, by the fullest name, or to what; empty where no article says it in so many words.
    pub patient: String,
    /// The tellings, in the order of the articles.
    pub tellings: Vec<Telling>,
}

/// Score of a link at which two sentences tell the same deed when the same one does it.
const NEARLY: f32 = 0.35;
/// The same when neither who does it nor to what is the same by its words.
const CLEARLY: f32 = 0.6;
/// The same when both name the same thing to which it is done.
pub(crate) const FAINTLY: f32 = 0.2;

/// A deed, and the number of the article that tells it.
struct Found {
    article: usize,
    told: Doing,
}

impl std::ops::Deref for Found {
    type Target = Doing;

    fn deref(&self) -> &Doing {
        &self.told
    }
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// Somebody, by the fullest name.
    Known(String),
    Noun(String),
}

/// What the designations of the articles say about whom words mean.
pub(crate) type Meanings = BTreeMap<(ArticleIndex, Span), String>;

/// All deeds that at least two articles tell of one person or thing, or in sentences that are linked.
pub(crate) fn find(
    articles: &[Prepared],
    scenes: &[Vec<Scene>],
    names: &Names,
    links: &[&Link],
    meanings: &Meanings,
) -> Vec<ToldDeed> {
    let mut found: Vec<Found> = Vec::new();
    for (at, (article, scenes)) in articles.iter().zip(scenes).enumerate() {
        for (sentence, scene) in article.sentences.iter().zip(scenes) {
            let reader = Reader { scene, article: article.index, names, meanings };
            let deeds = reader.deeds(article.passage(sentence.span));
            found.extend(deeds.into_iter().map(|told| Found { article: at, told }));
        }
    }
    // A noun is a deed only where some article tells it by a verb.
    let verbs: BTreeSet<String> = found
        .iter()
        .filter(|item| item.telling.voice != Voice::Event)
        .map(|item| item.deed.clone())
        .collect();
    found.retain(|item| verbs.contains(&item.deed));
    let places: HashSet<Passage> = found.iter().map(|item| item.telling.passage).collect();
    let linked: HashMap<(Passage, Passage), f32> = of_sentences(links, |passage| places.contains(passage))
        .filter(|link| link.score >= FAINTLY && places.contains(&link.b))
        .map(|link| ((link.a, link.b), link.score))
        .collect();
    adopt(&mut found, &linked);
    // Only deeds that two articles tell are compared.
    let mut tellers: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for item in &found {
        tellers.entry(item.deed.clone()).or_default().insert(item.article);
    }
    found.retain(|item| tellers.get(&item.deed).is_some_and(|articles| articles.len() > 1));
    // What several are said to do to one person.
    let mut doers: BTreeMap<(String, String), BTreeSet<Key>> = BTreeMap::new();
    for item in &found {
        if let (Some(done), Some(agent)) = (item.done_to(), &item.agent) {
            doers.entry(done).or_default().insert(agent.clone());
        }
    }
    let disputed: BTreeSet<(String, String)> =
        doers.into_iter().filter(|(_, doers)| doers.len() > 1).map(|(done, _)| done).collect();
    let mut by_deed: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut groups: Vec<Vec<Found>> = Vec::new();
    found.sort_by(|a, b| {
        (a.article, a.telling.passage, a.telling.word).cmp(&(b.article, b.telling.passage, b.telling.word))
    });
    for item in found {
        let same = |other: &Found| {
            let passages = (other.telling.passage, item.telling.passage);
            let disputed = item.done_to().is_some_and(|done| disputed.contains(&done));
            are_same(other, &item, linked.get(&passages).copied().unwrap_or(0.0), disputed)
        };
        let known = by_deed.entry(item.deed.clone()).or_default();
        let at = known.iter().copied().find(|at| groups.get(*at).is_some_and(|group| group.iter().any(same)));
        if let Some(group) = at.and_then(|at| groups.get_mut(at)) {
            group.push(item);
        } else {
            known.push(groups.len());
            groups.push(vec![item]);
        }
    }
    let groups = merge(groups);
    let mut deeds: Vec<(usize, ToldDeed)> = groups
        .into_iter()
        .filter_map(|items| {
            let count = items.iter().map(|item| item.article).collect::<BTreeSet<usize>>().len();
            let told = items.iter().any(|item| item.telling.voice != Voice::Event);
            if count < 2 || !told {
                return None;
            }
            let known = items.iter().find_map(|item| match &item.patient {
                Some(Key::Known(name)) => Some(name.clone()),
                _ => None,
            });
            let words = || {
                let first = items.iter().find(|item| item.telling.patient.is_some())?;
                let article = articles.get(first.article)?;
                Some(first.telling.patient?.of(article.text()).to_owned())
            };
            let patient = known.or_else(words).unwrap_or_default();
            let deed = items.first()?.deed.clone();
            let tellings = items.into_iter().map(|item| item.told.telling).collect();
            Some((count, ToldDeed { deed, patient, tellings }))
        })
        .collect();
    deeds.sort_by(|a, b| {
        (b.0, b.1.tellings.len()).cmp(&(a.0, a.1.tellings.len())).then_with(|| a.1.deed.cmp(&b.1.deed))
    });
    deeds.into_iter().map(|(_, deed)| deed).collect()
}

impl Doing {
    /// What is done to whom, where that is known.
    fn done_to(&self) -> Option<(String, String)> {
        match &self.patient {
            Some(Key::Known(name)) => Some((self.deed.clone(), name.clone())),
            _ => None,
        }
    }
}

/// Whether two tellings of different sentences are of one deed. `score` is that of the link between the sentences;
/// `disputed` says whether several are said to do it to the person.
fn are_same(a: &Doing, b: &Doing, score: f32, disputed: bool) -> bool {
    if a.deed != b.deed {
        return false;
    }
    let verbs = a.telling.voice != Voice::Event && b.telling.voice != Voice::Event;
    let agents = a.agent.as_ref().zip(b.agent.as_ref());
    let same_agent = agents.is_some_and(|(one, other)| one == other);
    let other_agent = agents.is_some() && !same_agent;
    let known_agent = same_agent && a.proper && b.proper;
    let near = score >= if known_agent { NEARLY } else { Link::LINKED };
    let weak = a.weak || b.weak;
    match (&a.patient, &b.patient) {
        (Some(Key::Known(one)), Some(Key::Known(other))) => {
            let enough = if other_agent { Link::LINKED } else { NEARLY };
            let told = score >= enough && !(weak && other_agent) || same_agent && !weak;
            one == other && (is_final(&a.deed) || told || !weak && !disputed)
        }
        (Some(one), Some(other)) if one == other => {
            let bare = a.attributes.is_empty() || b.attributes.is_empty();
            let alike = bare || a.attributes.iter().any(|word| b.attributes.contains(word));
            let told = match (weak, same_agent, other_agent) {
                (true, ..) => same_agent && score >= NEARLY,
                (_, true, _) => true,
                (_, _, true) => score >= NEARLY,
                _ => score >= FAINTLY,
            };
            told && (alike || near)
        }
        (Some(_), Some(_)) => {
            let another = [a, b].iter().any(|deed| deed.attributes.iter().any(|word| is_another(word)));
            let told = match (weak, known_agent) {
                (true, _) => same_agent && score >= Link::LINKED,
                (_, true) => score >= NEARLY,
                _ => score >= CLEARLY,
            };
            verbs && told && !another
        }
        (None, None) if is_once(&a.deed) => same_agent,
        _ => verbs && !weak && same_agent && near,
    }
}

/// Joins groups that tell one deed of one person.
fn merge(groups: Vec<Vec<Found>>) -> Vec<Vec<Found>> {
    let mut merged: Vec<Vec<Found>> = Vec::new();
    let person =
        |group: &[Found]| group.iter().find_map(|item| item.done_to()).filter(|(deed, _)| is_final(deed));
    for group in groups {
        let who = person(&group);
        match merged.iter_mut().find(|known| who.is_some() && person(known) == who) {
            Some(known) => {
                known.extend(group);
                known.sort_by_key(|item| (item.article, item.telling.passage, item.telling.word));
            }
            None => merged.push(group),
        }
    }
    merged
}

/// A telling that does not say to whom ("The fatal shooting happened") is of the one whom the rest of its sentence, or
/// all linked sentences, name for the deed.
fn adopt(found: &mut [Found], linked: &HashMap<(Passage, Passage), f32>) {
    let mut known: BTreeMap<(String, Passage), BTreeSet<Key>> = BTreeMap::new();
    for item in found.iter() {
        if let Some(patient) = &item.patient {
            known.entry((item.deed.clone(), item.telling.passage)).or_default().insert(patient.clone());
        }
    }
    let mut neighbours: BTreeMap<Passage, Vec<Passage>> = BTreeMap::new();
    for ((a, b), _) in linked.iter().filter(|(_, score)| **score >= Link::LINKED) {
        neighbours.entry(*a).or_default().push(*b);
        neighbours.entry(*b).or_default().push(*a);
    }
    for item in found.iter_mut().filter(|item| item.patient.is_none()) {
        let own = item.telling.passage;
        // "was invited by the Speaker before sending the invitation": told already.
        if item.telling.voice == Voice::Event && known.contains_key(&(item.deed.clone(), own)) {
            continue;
        }
        let mut keys: BTreeSet<&Key> = known.get(&(item.deed.clone(), own)).into_iter().flatten().collect();
        if keys.is_empty() {
            keys = neighbours
                .get(&own)
                .into_iter()
                .flatten()
                .filter_map(|other| known.get(&(item.deed.clone(), *other)))
                .flatten()
                .filter(|key| matches!(key, Key::Known(_)))
                .collect();
        }
        if let [only] = keys.into_iter().collect::<Vec<_>>()[..] {
            item.told.patient = Some(only.clone());
        }
    }
}
