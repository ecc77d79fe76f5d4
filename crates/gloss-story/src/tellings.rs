//! Who does it: how each article tells the deeds that several of them tell, and whether it says who did them.

use crate::{
    designations::{Row, Scene, is_title},
    links::Link,
    names::Names,
    passage::{ArticleIndex, Passage},
    prepared::Prepared,
    words::stem,
};
use gloss_text::Span;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    sync::LazyLock,
};

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

/// Verbs by the deed that they tell, in the base form, then nouns.
const DEEDS: &[(&str, &str, &str)] = &[
    (
        "kill",
        "kill shoot murder slay assassinate execute strangle stab",
        "killing shooting murder death slaying assassination execution stabbing",
    ),
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

/// Score of a link at which two sentences tell the same deed when the same one does it.
const NEARLY: f32 = 0.35;

/// Past forms and participles that no ending tells.
const IRREGULAR: &[(&str, &str)] = &[
    ("shot", "shoot"),
    ("slain", "slay"),
    ("slew", "slay"),
    ("beaten", "beat"),
    ("hurt", "hurt"),
    ("bought", "buy"),
    ("stabbed", "stab"),
    ("sought", "seek"),
    ("won", "win"),
    ("struck", "strike"),
    ("hit", "hit"),
    ("stole", "steal"),
    ("stolen", "steal"),
    ("sold", "sell"),
    ("sent", "send"),
    ("built", "build"),
    ("broke", "break"),
    ("drew", "draw"),
    ("chose", "choose"),
    ("fought", "fight"),
    ("threw", "throw"),
    ("wore", "wear"),
    ("cut", "cut"),
];

/// Deeds whose nouns are called those of the one to whom they are done.
const SUFFERED: &[&str] = &[
    "kill", "arrest", "acquit", "convict", "injure", "dismiss", "appoint", "elect", "deport", "pardon",
    "impeach",
];

const BE: &[&str] = &[
    "was", "were", "been", "being", "is", "are", "be", "got", "i'm", "they're", "we're", "he's", "she's",
    "it's",
];
const HAVE: &[&str] = &["has", "had", "have"];

struct Found {
    article: usize,
    deed: String,
    telling: Telling,
    /// Whom or what it is done to, as one key over the articles.
    patient: Option<Key>,
    /// Who does it.
    agent: Option<Key>,
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
    links: &[Link],
    meanings: &Meanings,
) -> Vec<ToldDeed> {
    let mut found: Vec<Found> = Vec::new();
    for (at, (article, scenes)) in articles.iter().zip(scenes).enumerate() {
        for (sentence, scene) in article.sentences.iter().zip(scenes) {
            let reader = Reader { scene, article: article.index, names, meanings };
            for (deed, telling, [agent, patient]) in of_sentence(&reader, article.passage(sentence.span)) {
                found.push(Found { article: at, deed, telling, patient, agent });
            }
        }
    }
    // A noun is a deed only where some article tells it by a verb.
    let verbs: BTreeSet<String> = found
        .iter()
        .filter(|item| item.telling.voice != Voice::Event)
        .map(|item| item.deed.clone())
        .collect();
    found.retain(|item| verbs.contains(&item.deed));
    adopt(&mut found, links);
    let linked: BTreeMap<(Passage, Passage), f32> =
        links.iter().filter(|link| link.score >= NEARLY).map(|link| ((link.a, link.b), link.score)).collect();
    // Only deeds that two articles tell are compared.
    let mut tellers: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for item in &found {
        tellers.entry(item.deed.clone()).or_default().insert(item.article);
    }
    found.retain(|item| tellers.get(&item.deed).is_some_and(|articles| articles.len() > 1));
    let mut by_deed: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut groups: Vec<Vec<Found>> = Vec::new();
    found.sort_by(|a, b| {
        (a.article, a.telling.passage, a.telling.word).cmp(&(b.article, b.telling.passage, b.telling.word))
    });
    for item in found {
        let same = |other: &Found| {
            if other.deed != item.deed {
                return false;
            }
            let (a, b) = (other.telling.passage, item.telling.passage);
            let score = linked.get(&(a, b)).copied().unwrap_or(0.0);
            let verbs = item.telling.voice != Voice::Event && other.telling.voice != Voice::Event;
            let same_agent = item.agent.is_some() && item.agent == other.agent;
            match (&other.patient, &item.patient) {
                (Some(one), Some(another)) if one == another => true,
                // Two people are two deeds.
                (Some(Key::Known(_)), Some(Key::Known(_))) => false,
                (Some(_), Some(_)) => verbs && score >= if same_agent { NEARLY } else { Link::LINKED },
                _ => verbs && same_agent && score >= NEARLY,
            }
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
            let tellings = items.into_iter().map(|item| item.telling).collect();
            Some((count, ToldDeed { deed, patient, tellings }))
        })
        .collect();
    deeds.sort_by(|a, b| {
        (b.0, b.1.tellings.len()).cmp(&(a.0, a.1.tellings.len())).then_with(|| a.1.deed.cmp(&b.1.deed))
    });
    deeds.into_iter().map(|(_, deed)| deed).collect()
}

/// Joins groups that tell one deed of one person.
fn merge(groups: Vec<Vec<Found>>) -> Vec<Vec<Found>> {
    let mut merged: Vec<Vec<Found>> = Vec::new();
    let person = |group: &[Found]| {
        group.iter().find_map(|item| match &item.patient {
            Some(Key::Known(name)) => Some((item.deed.clone(), name.clone())),
            _ => None,
        })
    };
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
fn adopt(found: &mut [Found], links: &[Link]) {
    let mut known: BTreeMap<(String, Passage), BTreeSet<Key>> = BTreeMap::new();
    for item in found.iter() {
        if let Some(patient) = &item.patient {
            known.entry((item.deed.clone(), item.telling.passage)).or_default().insert(patient.clone());
        }
    }
    let mut neighbours: BTreeMap<Passage, Vec<Passage>> = BTreeMap::new();
    for link in links.iter().filter(|link| link.score >= Link::LINKED) {
        neighbours.entry(link.a).or_default().push(link.b);
        neighbours.entry(link.b).or_default().push(link.a);
    }
    for item in found.iter_mut().filter(|item| item.patient.is_none()) {
        let own = item.telling.passage;
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

/// Verbs that tell no deed: reports, states, and verbs whose meaning is in their objects.
const LIGHT: &str = "said told added asked called wanted needed used seemed appeared tried hoped believed thought knew \
    felt liked loved noted stated argued claimed insisted suggested explained replied warned urged feared expected \
    considered included involved remained continued started began turned looked moved decided agreed planned referred \
    described mentioned acknowledged recalled conceded concluded declined refused reported tweeted wrote posted based \
    related united wished followed helped allowed required caused received faced lived worked talked walked stayed \
    happened occurred existed concerned interested supposed pleased given taken made done seen had been gone put let \
    set led kept held brought went came got became left found lost met ran read ahead need indeed hundred proceed \
    raised showed provided served marked handled tied added deemed alleged accused quoted according cited expressed \
    shared offered opened closed learned heard says provided reached spent earned gained owned shared limited \
    answered responded commented denied confirmed declared pointed estimated thanked armed advanced married retired \
    detailed unified repeated attended passed";

/// What single words tell, looked up at once.
struct Lexicon {
    light: HashSet<&'static str>,
    /// The deed by what a verb leaves when its ending is taken off.
    verbs: HashMap<String, &'static str>,
    nouns: HashMap<&'static str, &'static str>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let (mut verbs, mut nouns) = (HashMap::new(), HashMap::new());
    for (deed, of_deed, called) in DEEDS {
        for verb in of_deed.split(' ') {
            // "kill(ed)", "arrest(ed)", "execut(ed)", "deni(ed)", "stabb(ed)", "kille(s)"
            let mut bases = vec![verb.to_owned(), format!("{verb}e")];
            bases.extend(verb.strip_suffix('e').map(str::to_owned));
            bases.extend(verb.strip_suffix('y').map(|stem| format!("{stem}i")));
            bases.extend(verb.chars().next_back().map(|last| format!("{verb}{last}")));
            for base in bases {
                verbs.entry(base).or_insert(*deed);
            }
        }
        for noun in called.split(' ') {
            nouns.entry(noun).or_insert(*deed);
        }
    }
    Lexicon { light: LIGHT.split_ascii_whitespace().collect(), verbs, nouns }
});

/// The deed that a word tells as a verb, and its form.
fn verb(word: &str) -> Option<(String, Form)> {
    let (base, form) = if let Some((_, base)) = IRREGULAR.iter().find(|(form, _)| *form == word) {
        (*base, Form::Past)
    } else if let Some(base) = word.strip_suffix("ed").filter(|base| base.len() > 2) {
        (base, Form::Past)
    } else if let Some(base) = word.strip_suffix("ing").filter(|base| base.len() > 2) {
        (base, Form::Participle)
    } else {
        (word.strip_suffix('s')?, Form::Present)
    };
    let Lexicon { light, verbs, .. } = &*LEXICON;
    if light.contains(word) {
        return None;
    }
    match (verbs.get(base), form) {
        (Some(deed), _) => Some(((*deed).to_owned(), form)),
        // Any past form may be a deed; other forms of unknown verbs are as often nouns.
        (None, Form::Past) => Some((stem(word), form)),
        _ => None,
    }
}

fn noun(word: &str) -> Option<String> {
    if let Some(deed) = LEXICON.nouns.get(word) {
        return Some((*deed).to_owned());
    }
    let made = ["ment", "ion", "ing", "al"]
        .iter()
        .any(|ending| word.len() > ending.len() + 3 && word.ends_with(ending));
    made.then(|| stem(word))
}

/// Things by which somebody is shot.
fn is_shot(words: &str) -> bool {
    words
        .split(' ')
        .next_back()
        .is_some_and(|word| matches!(word, "shot" | "shots" | "gunshot" | "bullet" | "bullets"))
}

/// One sentence, and who is meant by its words.
struct Reader<'a> {
    scene: &'a Scene,
    article: ArticleIndex,
    names: &'a Names,
    meanings: &'a Meanings,
}

impl Reader<'_> {
    fn name(&self, who: usize) -> Option<Key> {
        self.names.get(who).map(|known| Key::Known(known.name.clone()))
    }

    /// Whom a phrase means, or what its noun is.
    fn key(&self, span: Span, head: &str) -> Option<Key> {
        let from = (self.article, Span::new(span.start, 0));
        let near = self
            .meanings
            .range(from..)
            .take_while(|((article, at), _)| *article == self.article && at.start < span.end);
        let meant = near.filter(|((_, at), _)| span.contains(*at)).map(|(_, name)| name).last();
        let time = matches!(
            head,
            "week"
                | "day"
                | "month"
                | "year"
                | "time"
                | "night"
                | "morning"
                | "afternoon"
                | "way"
                | "thing"
                | "people"
                | "lot"
                | "part"
                | "one"
        );
        meant
            .map(|name| Key::Known(name.clone()))
            .or_else(|| (!time && head.len() > 2).then(|| Key::Noun(stem(head))))
    }

    /// The only person besides `agent` whom the sentence names before the token `at`.
    fn only_other(&self, agent: Option<&Phrase>, at: usize) -> Option<Key> {
        let before = self.scene.named.iter().filter(|(name, _)| name.end <= at);
        let others: BTreeSet<Key> = before.filter_map(|(_, who)| self.name(*who)).collect();
        let others: Vec<&Key> =
            others.iter().filter(|key| agent.and_then(|agent| agent.key.as_ref()) != Some(key)).collect();
        match others[..] {
            [only] => Some(only.clone()),
            _ => None,
        }
    }
}

fn of_sentence(reader: &Reader, passage: Passage) -> Vec<(String, Telling, [Option<Key>; 2])> {
    let scene = reader.scene;
    let row = &scene.row;
    let mut found = Vec::new();
    for at in 0..row.tokens.len() {
        let word = row.word(at);
        let Some(span) = row.tokens.get(at).map(|token| token.span) else { continue };
        let told = |voice, agent: Option<Phrase>, patient: Option<Phrase>| {
            let pronoun = patient.as_ref().is_some_and(|phrase| phrase.key.is_none());
            let key = patient.as_ref().and_then(|phrase| phrase.key.clone());
            let key = key.or_else(|| pronoun.then(|| reader.only_other(agent.as_ref(), at)).flatten());
            let doer = agent.as_ref().and_then(|phrase| phrase.key.clone());
            let agent = agent.map(|phrase| phrase.span);
            let patient = patient.map(|phrase| phrase.span);
            (Telling { passage, word: span, voice, agent, patient }, [doer, key])
        };
        let telling = match verb(word) {
            Some((deed, Form::Past)) => past(reader, at).map(|(voice, agent, patient)| {
                // "was struck by a single gunshot", "fired a single shot"
                let words =
                    |phrase: &Option<Phrase>| phrase.as_ref().is_some_and(|phrase| is_shot(&phrase.words));
                if words(&agent) {
                    ("kill".to_owned(), told(voice, agent, patient))
                } else if words(&patient) {
                    ("kill".to_owned(), told(voice, agent, None))
                } else {
                    (deed, told(voice, agent, patient))
                }
            }),
            Some((deed, Form::Present)) => active(reader, at)
                .filter(|(_, patient)| patient.is_some())
                .map(|(agent, patient)| (deed, told(Voice::Active, Some(agent), patient))),
            Some((deed, Form::Participle)) if matches!(row.before(at), "," | "and") => {
                let patient = phrase_after(reader, at + 1);
                let agent = subject_of_sentence(reader);
                patient
                    .zip(agent)
                    .map(|(patient, agent)| (deed, told(Voice::Active, Some(agent), Some(patient))))
            }
            _ => None,
        };
        let telling = telling.or_else(|| {
            let deed = noun(word)?;
            let (agent, patient) = event(reader, at)?;
            let voice = if agent.is_some() { Voice::Passive } else { Voice::Event };
            Some((deed, told(voice, agent, patient)))
        });
        if let Some((mut deed, (telling, key))) = telling {
            // People are fired and suspended; missiles and talks are another matter.
            if deed == "dismiss" && matches!(key[1], Some(Key::Noun(_))) {
                deed = stem(word);
            }
            found.push((deed, telling, key));
        } else if word == "died"
            && let Some(patient) = subject_before(reader, at)
        {
            let (telling, key) = told(Voice::Event, None, Some(patient));
            found.push(("kill".to_owned(), telling, key));
        }
    }
    found
}

/// A phrase, and what it means over the articles.
#[derive(Clone)]
struct Phrase {
    span: Span,
    key: Option<Key>,
    /// Its words, folded.
    words: String,
}

/// A past form is passive after a form of "be" or before "by", and active between a subject and an object.
fn past(reader: &Reader, at: usize) -> Option<(Voice, Option<Phrase>, Option<Phrase>)> {
    let row = &reader.scene.row;
    let back = skip_adverbs(row, at);
    if back > 0 && BE.contains(&row.word(back - 1)) {
        let mut first = back - 1;
        while first > 0
            && (BE.contains(&row.word(first - 1))
                || HAVE.contains(&row.word(first - 1))
                || matches!(
                    row.word(first - 1),
                    "not" | "would" | "will" | "could" | "should" | "may" | "might"
                ))
        {
            first -= 1;
        }
        let patient = subject_before(reader, first);
        let agent = by(reader, at);
        let first_if = first.saturating_sub(8);
        // What would or may be done is not told as done.
        let unreal = (first..at).any(|at| {
            matches!(row.word(at), "would" | "will" | "could" | "should" | "may" | "might" | "not" | "be")
        }) || (first_if..first).any(|at| matches!(row.word(at), "if" | "whether"));
        let voice = if agent.is_some() { Voice::Passive } else { Voice::Agentless };
        return (!unreal).then_some((voice, agent, patient));
    }
    // "the fourth black man … shot dead by police"
    if let Some(agent) = by(reader, at) {
        return Some((Voice::Passive, Some(agent), None));
    }
    active(reader, at).map(|(agent, patient)| (Voice::Active, Some(agent), patient))
}

fn active(reader: &Reader, at: usize) -> Option<(Phrase, Option<Phrase>)> {
    let row = &reader.scene.row;
    let mut back = skip_adverbs(row, at);
    while back > 0 && HAVE.contains(&row.word(back - 1)) {
        back -= 1;
    }
    let back = skip_adverbs(row, back);
    let agent = subject_before(reader, back)?;
    let mut object = at + 1 + usize::from(matches!(row.word(at + 1), "dead" | "down"));
    // "shot and killed a man"
    if row.word(object) == "and" && verb(row.word(object + 1)).is_some() {
        object += 2;
    }
    let patient = phrase_after(reader, object);
    // Without an object, only a name or a noun with its article is sure to be the subject.
    let sure = matches!(agent.key, Some(Key::Known(_)));
    (patient.is_some() || sure).then_some((agent, patient))
}

fn skip_adverbs(row: &Row, at: usize) -> usize {
    let mut at = at;
    while at > 0
        && (row.word(at - 1).ends_with("ly")
            || matches!(row.word(at - 1), "also" | "then" | "later" | "never" | "already" | "now"))
    {
        at -= 1;
    }
    at
}

/// The agent after "by", past "dead".
fn by(reader: &Reader, at: usize) -> Option<Phrase> {
    let row = &reader.scene.row;
    let by = at + 1 + usize::from(row.word(at + 1) == "dead");
    if row.word(by) != "by" {
        return None;
    }
    // "by driving", "by Friday"
    let next = row.word(by + 1);
    let time = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mistake",
        "accident",
        "law",
        "now",
    ];
    (!next.ends_with("ing") && !time.contains(&next)).then(|| phrase_after(reader, by + 1)).flatten()
}

/// The phrase that begins at a token: a name with its titles, a pronoun, or a noun with what stands before it.
fn phrase_after(reader: &Reader, at: usize) -> Option<Phrase> {
    let (scene, row) = (reader.scene, &reader.scene.row);
    if matches!(row.word(at), "him" | "her" | "them" | "it") && !row.is_noun(at + 1) {
        return Some(Phrase { span: row.span(&(at..at + 1)), key: None, words: row.word(at).to_owned() });
    }
    // A name within reach, with nothing but its title or description before it.
    if let Some((name, who)) = scene.named.iter().find(|(name, _)| name.start >= at)
        && name.start - at <= 4
        && (at..name.start).all(|at| row.is_nominal(at) || row.word(at) == "." && row.before(at).len() < 4)
        && !matches!(row.word(name.end), "'s" | "’s")
        && !row.is_noun(name.end)
    {
        return Some(Phrase {
            span: row.span(&(at..name.end)),
            key: reader.name(*who),
            words: String::new(),
        });
    }
    let mut end = at;
    while end < at + 7
        && (row.is_nominal(end) || end > at && row.word(end).ends_with("ing") && row.is_noun(end + 1))
        && !(end > at + 1 && matches!(row.word(end), "last" | "this" | "next" | "the" | "a"))
    {
        end += 1;
    }
    let head = end.checked_sub(1).filter(|head| *head >= at && row.is_noun(*head))?;
    let span = row.span(&(at..end));
    Some(Phrase { span, key: reader.key(span, row.word(head)), words: row.word(head).to_owned() })
}

/// The phrase that ends before a token. "who" stands for the phrase before it.
fn subject_before(reader: &Reader, at: usize) -> Option<Phrase> {
    let (scene, row) = (reader.scene, &reader.scene.row);
    let mut end = at;
    // "who shot and killed a man"
    while end > 1 && row.word(end - 1) == "and" && verb(row.word(end - 2)).is_some() {
        end -= 2;
    }
    // "Blake, 40, shot"
    if end > 2
        && row.word(end - 1) == ","
        && row.word(end - 2).parse::<u8>().is_ok()
        && row.word(end - 3) == ","
    {
        end -= 3;
    }
    if end > 0 && matches!(row.word(end - 1), "who" | "which" | "that") {
        end -= 1;
        if end > 0 && row.word(end - 1) == "," {
            end -= 1;
        }
    }
    let last = end.checked_sub(1)?;
    if matches!(row.word(last), "he" | "she" | "they" | "it" | "we" | "i" | "you") {
        return Some(Phrase { span: row.span(&(last..end)), key: None, words: String::new() });
    }
    if let Some((name, who)) = scene.named.iter().find(|(name, _)| name.end == end) {
        let mut start = name.start;
        while start > 0
            && (row.word(start - 1) == "." || is_title(row.word(start - 1)) || row.is_modifier(start - 1))
        {
            start -= 1;
        }
        if start.checked_sub(1).is_some_and(|at| is_preposition(row.word(at))) || row.word(end) == "that" {
            return None;
        }
        return Some(Phrase { span: row.span(name), key: reader.name(*who), words: String::new() });
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
    if first.is_some_and(|at| is_preposition(row.word(at)))
        || (start + 1..last).any(|at| matches!(row.word(at), "a" | "an" | "the"))
    {
        return None;
    }
    let span = row.span(&(start..end));
    Some(Phrase { span, key: reader.key(span, row.word(last)), words: row.word(last).to_owned() })
}

fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "of" | "in"
            | "for"
            | "at"
            | "to"
            | "with"
            | "from"
            | "on"
            | "by"
            | "among"
            | "between"
            | "over"
            | "about"
            | "against"
            | "into"
            | "under"
            | "than"
            | "like"
            | "as"
            | "including"
    )
}

/// The name or pronoun that a sentence begins with.
fn subject_of_sentence(reader: &Reader) -> Option<Phrase> {
    let (scene, row) = (reader.scene, &reader.scene.row);
    if matches!(row.word(0), "he" | "she" | "they") {
        return Some(Phrase { span: row.span(&(0..1)), key: None, words: String::new() });
    }
    let (name, who) = scene.named.first()?;
    (name.start <= 4 && (0..name.start).all(|at| row.is_nominal(at))).then(|| Phrase {
        span: row.span(&(0..name.end)),
        key: reader.name(*who),
        words: String::new(),
    })
}

/// An event noun with what it says of whom: "the shooting of X by police", "X’s death", "his death".
fn event(reader: &Reader, at: usize) -> Option<(Option<Phrase>, Option<Phrase>)> {
    let (scene, row) = (reader.scene, &reader.scene.row);
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
        // "Mueller’s investigation" is done by him, "Kaba’s death" is not.
        if !noun(row.word(at)).is_some_and(|deed| SUFFERED.contains(&deed.as_str())) {
            return None;
        }
        let named = scene.named.iter().find(|(name, _)| name.end + 1 == start)?;
        let phrase = Phrase { span: row.span(&named.0), key: reader.name(named.1), words: String::new() };
        return Some((None, Some(phrase)));
    }
    if row.word(at + 1) == "of" {
        let patient = phrase_after(reader, at + 2)?;
        return Some((None, Some(patient)));
    }
    matches!(before, "the" | "this").then_some((None, None))
}
