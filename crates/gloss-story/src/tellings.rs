//! Who does it: how each article tells the deeds that several of them tell, and whether it says who did them.

use crate::{
    designations::{Row, Scene},
    links::Link,
    names::{Identity, Names},
    passage::Passage,
    prepared::Prepared,
    words::stem,
};
use gloss_text::Span;
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
    /// To whom, by the fullest name, or to what.
    pub patient: String,
    /// The tellings, in the order of the articles.
    pub tellings: Vec<Telling>,
}

/// Verbs by the deed that they tell, in the base form, then nouns.
const DEEDS: &[(&str, &str, &str)] = &[
    ("kill", "kill shoot murder slay assassinate execute strangle stab", "killing shooting murder death slaying assassination execution stabbing"),
    ("arrest", "arrest detain apprehend capture", "arrest detention capture"),
    ("charge", "charge indict", "indictment"),
    ("acquit", "acquit clear exonerate", "acquittal"),
    ("convict", "convict sentence jail imprison", "conviction"),
    ("injure", "injure wound hurt maim", "injury"),
    ("attack", "attack assault beat bomb ambush", "attack assault beating bombing"),
    ("dismiss", "dismiss sack oust suspend fire remove", "dismissal firing ouster suspension removal"),
    ("ban", "ban block bar halt overturn repeal", "ban repeal"),
    ("sue", "sue", "lawsuit"),
    ("appoint", "appoint nominate hire", "appointment nomination"),
    ("elect", "elect", "election"),
    ("approve", "approve pass adopt ratify", "approval passage adoption"),
    ("reject", "reject veto defeat", "rejection veto"),
    ("release", "release free publish leak", "release publication leak"),
    ("close", "close shutter", "closure"),
    ("buy", "buy acquire purchase", "acquisition purchase"),
    ("deport", "deport expel evict", "deportation expulsion"),
    ("criticise", "criticise criticize condemn denounce slam blast", "criticism condemnation"),
    ("endorse", "endorse", "endorsement"),
    ("pardon", "pardon", "pardon"),
    ("impeach", "impeach", "impeachment"),
    ("investigate", "investigate", "investigation"),
    ("sign", "sign", "signing"),
    ("end", "end reopen", "end"),
];

/// Past forms and participles that no ending tells.
const IRREGULAR: &[(&str, &str)] = &[
    ("shot", "shoot"),
    ("slain", "slay"),
    ("slew", "slay"),
    ("beaten", "beat"),
    ("hurt", "hurt"),
    ("bought", "buy"),
    ("overturned", "overturn"),
];

const BE: &[&str] = &["was", "were", "been", "being", "is", "are", "be", "got"];
const HAVE: &[&str] = &["has", "had", "have"];

struct Found {
    article: usize,
    sentence: usize,
    deed: usize,
    telling: Telling,
    /// Whom or what it is done to, as one key over the articles.
    patient: Option<Key>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Known(Identity),
    Noun(String),
}

/// All deeds that at least two articles tell of one person or thing.
pub(crate) fn find(articles: &[Prepared], scenes: &[Vec<Scene>], names: &Names, links: &[Link]) -> Vec<ToldDeed> {
    let mut found: Vec<Found> = Vec::new();
    for (at, (article, scenes)) in articles.iter().zip(scenes).enumerate() {
        for (number, (sentence, scene)) in article.sentences.iter().zip(scenes).enumerate() {
            for (deed, telling, patient) in of_sentence(scene, article.passage(sentence.span)) {
                found.push(Found { article: at, sentence: number, deed, telling, patient });
            }
        }
    }
    adopt(articles, &mut found, links);
    let mut groups: BTreeMap<(usize, Key), Vec<Found>> = BTreeMap::new();
    for item in found {
        if let Some(patient) = item.patient.clone() {
            groups.entry((item.deed, patient)).or_default().push(item);
        }
    }
    let mut deeds: Vec<(usize, ToldDeed)> = groups
        .into_iter()
        .filter_map(|((deed, patient), mut items)| {
            let articles: BTreeSet<usize> = items.iter().map(|item| item.article).collect();
            // A noun alone is no telling of what is done to a thing.
            let told = items.iter().any(|item| item.telling.voice != Voice::Event);
            if articles.len() < 2 || !told {
                return None;
            }
            items.sort_by_key(|item| (item.article, item.sentence, item.telling.word));
            let patient = match patient {
                Key::Known(identity) => names.get(identity)?.name.clone(),
                Key::Noun(noun) => noun,
            };
            let deed = DEEDS.get(deed)?.0.to_owned();
            let tellings = items.into_iter().map(|item| item.telling).collect();
            Some((articles.len(), ToldDeed { deed, patient, tellings }))
        })
        .collect();
    deeds.sort_by(|a, b| (b.0, b.1.tellings.len()).cmp(&(a.0, a.1.tellings.len())).then_with(|| a.1.deed.cmp(&b.1.deed)));
    deeds.into_iter().map(|(_, deed)| deed).collect()
}

/// A telling that does not say to whom ("The fatal shooting happened") is of the one whom all linked sentences name for
/// the deed.
fn adopt(articles: &[Prepared], found: &mut [Found], links: &[Link]) {
    let known: BTreeMap<(usize, Passage), BTreeSet<Key>> = found.iter().fold(BTreeMap::new(), |mut known, item| {
        if let Some(patient) = &item.patient {
            known.entry((item.deed, item.telling.passage)).or_default().insert(patient.clone());
        }
        known
    });
    for item in found.iter_mut().filter(|item| item.patient.is_none()) {
        let own = item.telling.passage;
        if let Some(here) = known.get(&(item.deed, own)) {
            if let [only] = here.iter().collect::<Vec<_>>()[..] {
                item.patient = Some(only.clone());
            }
            continue;
        }
        if articles.get(item.article).is_none() {
            continue;
        }
        let there: BTreeSet<&Key> = links
            .iter()
            .filter(|link| link.score >= Link::LINKED && (link.a == own || link.b == own))
            .map(|link| if link.a == own { link.b } else { link.a })
            .filter_map(|other| known.get(&(item.deed, other)))
            .flatten()
            .filter(|key| matches!(key, Key::Known(_)))
            .collect();
        if let [only] = there.into_iter().collect::<Vec<_>>()[..] {
            item.patient = Some(only.clone());
        }
    }
}

/// The form of a verb.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Past,
    Present,
    Participle,
}

/// The deed that a word tells as a verb, and its form.
fn verb(word: &str) -> Option<(usize, Form)> {
    let (base, form) = if let Some((_, base)) = IRREGULAR.iter().find(|(form, _)| *form == word) {
        ((*base).to_owned(), Form::Past)
    } else if let Some(stem) = word.strip_suffix("ed") {
        (stem.to_owned(), Form::Past)
    } else if let Some(stem) = word.strip_suffix("ing") {
        (stem.to_owned(), Form::Participle)
    } else {
        (word.strip_suffix('s')?.to_owned(), Form::Present)
    };
    let is = |verb: &str| {
        verb == base
            || verb.strip_suffix('e') == Some(&base)
            || verb.strip_suffix('y').is_some_and(|stem| base == format!("{stem}i"))
            || base.strip_suffix('e') == Some(verb)
            || base.len() == verb.len() + 1 && base.starts_with(verb) && base.ends_with(verb.chars().next_back().unwrap_or(' '))
    };
    let at = DEEDS.iter().position(|(_, verbs, _)| verbs.split(' ').any(is))?;
    Some((at, form))
}

fn noun(word: &str) -> Option<usize> {
    DEEDS.iter().position(|(_, _, nouns)| nouns.split(' ').any(|noun| noun == word))
}

fn of_sentence(scene: &Scene, passage: Passage) -> Vec<(usize, Telling, Option<Key>)> {
    let row = &scene.row;
    let mut found = Vec::new();
    for at in 0..row.tokens.len() {
        let word = row.word(at);
        let Some(span) = row.tokens.get(at).map(|token| token.span) else { continue };
        let told = |voice, agent: Option<Phrase>, patient: Option<Phrase>| {
            let key = patient.as_ref().and_then(|phrase| phrase.key.clone());
            let agent = agent.map(|phrase| phrase.span);
            let patient = patient.map(|phrase| phrase.span);
            (Telling { passage, word: span, voice, agent, patient }, key)
        };
        let telling = match verb(word) {
            Some((deed, Form::Past)) => past(scene, at).map(|(voice, agent, patient)| (deed, told(voice, agent, patient))),
            Some((deed, Form::Present)) => active(scene, at).map(|(agent, patient)| (deed, told(Voice::Active, Some(agent), Some(patient)))),
            Some((deed, Form::Participle)) if row.before(at) == "," => {
                let patient = phrase_after(scene, at + 1);
                let agent = subject_of_sentence(scene);
                patient.zip(agent).map(|(patient, agent)| (deed, told(Voice::Active, Some(agent), Some(patient))))
            }
            _ => None,
        };
        let telling = telling.or_else(|| {
            let deed = noun(word)?;
            let (agent, patient) = event(scene, at)?;
            let voice = if agent.is_some() { Voice::Passive } else { Voice::Event };
            Some((deed, told(voice, agent, patient)))
        });
        if let Some((deed, (telling, key))) = telling {
            found.push((deed, telling, key));
        } else if word == "died"
            && let Some(patient) = subject_before(scene, at)
        {
            let (telling, key) = told(Voice::Event, None, Some(patient));
            found.push((0, telling, key));
        }
    }
    found
}

/// A phrase, and what it means over the articles.
#[derive(Clone)]
struct Phrase {
    span: Span,
    key: Option<Key>,
}

/// A past form is passive after a form of "be" or before "by", and active between a subject and an object.
fn past(scene: &Scene, at: usize) -> Option<(Voice, Option<Phrase>, Option<Phrase>)> {
    let row = &scene.row;
    let back = skip_adverbs(row, at);
    if back > 0 && BE.contains(&row.word(back - 1)) {
        let mut first = back - 1;
        while first > 0 && (BE.contains(&row.word(first - 1)) || HAVE.contains(&row.word(first - 1)) || matches!(row.word(first - 1), "not" | "would" | "will" | "could" | "should" | "may" | "might")) {
            first -= 1;
        }
        let patient = subject_before(scene, first);
        let agent = by(scene, at);
        // What would or may be done is not told as done.
        let unreal = (first..at).any(|at| matches!(row.word(at), "would" | "will" | "could" | "should" | "may" | "might" | "not" | "be"));
        let voice = if agent.is_some() { Voice::Passive } else { Voice::Agentless };
        return (!unreal).then_some((voice, agent, patient));
    }
    // "the fourth black man … shot dead by police"
    if let Some(agent) = by(scene, at) {
        return Some((Voice::Passive, Some(agent), None));
    }
    active(scene, at).map(|(agent, patient)| (Voice::Active, Some(agent), Some(patient)))
}

fn active(scene: &Scene, at: usize) -> Option<(Phrase, Phrase)> {
    let row = &scene.row;
    let mut back = skip_adverbs(row, at);
    while back > 0 && HAVE.contains(&row.word(back - 1)) {
        back -= 1;
    }
    let back = skip_adverbs(row, back);
    let agent = subject_before(scene, back)?;
    let object = at + 1 + usize::from(matches!(row.word(at + 1), "dead" | "down"));
    let patient = phrase_after(scene, object)?;
    Some((agent, patient))
}

fn skip_adverbs(row: &Row, at: usize) -> usize {
    let mut at = at;
    while at > 0 && (row.word(at - 1).ends_with("ly") || matches!(row.word(at - 1), "also" | "then" | "later" | "never" | "already" | "now")) {
        at -= 1;
    }
    at
}

/// The agent after "by", past "dead".
fn by(scene: &Scene, at: usize) -> Option<Phrase> {
    let row = &scene.row;
    let by = at + 1 + usize::from(row.word(at + 1) == "dead");
    if row.word(by) != "by" {
        return None;
    }
    // "by driving", "by Friday"
    let next = row.word(by + 1);
    let time = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mistake", "accident", "law", "now"];
    (!next.ends_with("ing") && !time.contains(&next)).then(|| phrase_after(scene, by + 1)).flatten()
}

/// The phrase that begins at a token: a name with its titles, a pronoun, or a noun with what stands before it.
fn phrase_after(scene: &Scene, at: usize) -> Option<Phrase> {
    let row = &scene.row;
    if matches!(row.word(at), "him" | "her" | "them" | "it") && !row.is_noun(at + 1) {
        return Some(Phrase { span: row.span(&(at..at + 1)), key: None });
    }
    // A name within reach, with nothing but its title or description before it.
    if let Some((name, who)) = scene.named.iter().find(|(name, _)| name.start >= at)
        && name.start - at <= 4
        && (at..name.start).all(|at| row.is_nominal(at))
        && !matches!(row.word(name.end), "'s" | "’s")
        && !row.is_noun(name.end)
    {
        return Some(Phrase { span: row.span(&(at..name.end)), key: Some(Key::Known(*who)) });
    }
    let mut end = at;
    while end < at + 7 && row.is_nominal(end) {
        end += 1;
    }
    let head = end.checked_sub(1).filter(|head| *head >= at && row.is_noun(*head))?;
    let key = Key::Noun(stem(row.word(head)));
    Some(Phrase { span: row.span(&(at..end)), key: Some(key) })
}

/// The phrase that ends before a token. "who" stands for the phrase before it.
fn subject_before(scene: &Scene, at: usize) -> Option<Phrase> {
    let row = &scene.row;
    let mut end = at;
    if end > 0 && matches!(row.word(end - 1), "who" | "which" | "that") {
        end -= 1;
        if end > 0 && row.word(end - 1) == "," {
            end -= 1;
        }
    }
    let last = end.checked_sub(1)?;
    if matches!(row.word(last), "he" | "she" | "they" | "it" | "we" | "i" | "you") {
        return Some(Phrase { span: row.span(&(last..end)), key: None });
    }
    if let Some((name, who)) = scene.named.iter().find(|(name, _)| name.end == end) {
        return Some(Phrase { span: row.span(name), key: Some(Key::Known(*who)) });
    }
    if !row.is_noun(last) {
        return None;
    }
    let mut start = last;
    while start > 0 && end - start < 7 && row.is_nominal(start - 1) {
        start -= 1;
    }
    let first = start.checked_sub(1);
    // "the leader of the group said": what comes before "of" is the subject, and is not looked for.
    if first.is_some_and(|at| matches!(row.word(at), "of" | "in" | "for" | "at" | "to" | "with" | "from" | "on" | "by")) {
        return None;
    }
    let key = Key::Noun(stem(row.word(last)));
    Some(Phrase { span: row.span(&(start..end)), key: Some(key) })
}

/// The name or pronoun that a sentence begins with.
fn subject_of_sentence(scene: &Scene) -> Option<Phrase> {
    let row = &scene.row;
    if matches!(row.word(0), "he" | "she" | "they") {
        return Some(Phrase { span: row.span(&(0..1)), key: None });
    }
    let (name, who) = scene.named.first()?;
    (name.start <= 4 && (0..name.start).all(|at| row.is_nominal(at))).then(|| Phrase { span: row.span(&(0..name.end)), key: Some(Key::Known(*who)) })
}

/// An event noun with what it says of whom: "the shooting of X by police", "X’s death", "his death".
fn event(scene: &Scene, at: usize) -> Option<(Option<Phrase>, Option<Phrase>)> {
    let row = &scene.row;
    let mut start = at;
    while start > 0 && row.is_modifier(start - 1) {
        start -= 1;
    }
    let before = row.before(start);
    let determined = matches!(before, "the" | "this" | "his" | "her" | "their" | "'s" | "’s" | "a" | "an");
    if !determined || row.is_noun(at + 1) {
        return None;
    }
    if matches!(before, "'s" | "’s") {
        let named = scene.named.iter().find(|(name, _)| name.end + 1 == start)?;
        let phrase = Phrase { span: row.span(&named.0), key: Some(Key::Known(named.1)) };
        return Some((None, Some(phrase)));
    }
    if row.word(at + 1) == "of" {
        let patient = phrase_after(scene, at + 2)?;
        return Some((None, Some(patient)));
    }
    matches!(before, "the" | "this").then_some((None, None))
}
