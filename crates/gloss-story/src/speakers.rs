//! Who speaks in the story, how much, and as what.

use crate::{
    designations::{Called, Designated, DesignationKind},
    hash::HashMap,
    names::Names,
    passage::ArticleIndex,
    prepared::Prepared,
    words::fold,
};
use gloss_analysis::{EntityKind, Quotation, QuotationKind};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What somebody speaks as, where the text says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SourceKind {
    /// Police and other forces of order.
    Police,
    /// Those who govern, and their spokespeople.
    Government,
    /// Other politicians and parties.
    Politics,
    /// Courts, lawyers and watchdogs.
    Court,
    /// Family and friends.
    Family,
    /// Those who study the matter.
    Expert,
    /// Companies and their people.
    Business,
    /// Those who saw it.
    Witness,
    /// Sources that are not named.
    Unnamed,
}

/// A person's sex as a title or a pronoun tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sex {
    /// "Mrs", "she".
    Woman,
    /// "Mr", "he".
    Man,
}

/// What one article has of a speaker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// The article.
    pub article: ArticleIndex,
    /// Words between marks.
    pub words: usize,
    /// Their part of all the article's words, from 0 to 1.
    pub share: f32,
    /// Where they are first heard, in UTF-8 bytes.
    pub first: usize,
    /// Quotations between marks.
    pub quotations: usize,
    /// Reports without marks.
    pub reports: usize,
    /// The verbs of saying, and how often each.
    pub verbs: Vec<(String, usize)>,
}

/// Somebody who is heard in the story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StorySpeaker {
    /// The fullest name, or the words of the text.
    pub name: String,
    /// Whether the story names them.
    pub named: bool,
    /// What they speak as; `None` where the text does not say.
    pub kind: Option<SourceKind>,
    /// Whether a woman or a man; `None` where neither a title nor a pronoun says so.
    pub sex: Option<Sex>,
    /// What each article has of them, in the order of the articles.
    pub articles: Vec<Share>,
}

/// Words that tell what somebody speaks as. The first kind that fits is taken.
const KINDS: &[(SourceKind, &[&str])] = &[
    // Who watches the police is not of them, and who shadows a minister is none.
    (
        SourceKind::Court,
        &["watchdog", "ombudsman", "inspectorate", "police conduct", "police complaints", "iopc"],
    ),
    (SourceKind::Politics, &["shadow", "opposition"]),
    (
        SourceKind::Family,
        &[
            "family",
            "mother",
            "father",
            "brother",
            "sister",
            "wife",
            "husband",
            "son",
            "daughter",
            "parents",
            "cousin",
            "uncle",
            "aunt",
            "widow",
            "friend",
            "friends",
            "relatives",
            "fiancee",
            "girlfriend",
            "boyfriend",
        ],
    ),
    (
        SourceKind::Witness,
        &[
            "witness",
            "witnesses",
            "eyewitness",
            "neighbour",
            "neighbor",
            "neighbours",
            "neighbors",
            "bystander",
            "passer-by",
        ],
    ),
    (
        SourceKind::Police,
        &[
            "police",
            "officer",
            "sheriff",
            "detective",
            "constable",
            "sergeant",
            "superintendent",
            "met",
            "nypd",
            "lapd",
            "policeman",
            "scotland yard",
            "deputies",
            "trooper",
        ],
    ),
    (
        SourceKind::Court,
        &[
            "judge",
            "court",
            "prosecutor",
            "prosecutors",
            "attorney",
            "lawyer",
            "lawyers",
            "barrister",
            "solicitor",
            "justice",
            "jury",
            "counsel",
            "coroner",
            "lawsuit",
            "complaint",
        ],
    ),
    (
        SourceKind::Government,
        &[
            "president",
            "minister",
            "secretary",
            "government",
            "ministry",
            "white house",
            "downing street",
            "administration",
            "ambassador",
            "department",
            "pentagon",
            "chancellor",
            "governor",
            "mayor",
            "home office",
            "state department",
        ],
    ),
    (
        SourceKind::Politics,
        &[
            "senator",
            "sen",
            "congressman",
            "congresswoman",
            "representative",
            "rep",
            "mp",
            "lawmaker",
            "lawmakers",
            "democrat",
            "democrats",
            "republican",
            "republicans",
            "party",
            "candidate",
            "campaign",
            "speaker",
            "senate",
            "house",
            "leader",
        ],
    ),
    (
        SourceKind::Expert,
        &[
            "professor",
            "researcher",
            "researchers",
            "analyst",
            "analysts",
            "expert",
            "experts",
            "scientist",
            "historian",
            "economist",
            "study",
            "university",
            "institute",
            "academic",
        ],
    ),
    (
        SourceKind::Business,
        &[
            "ceo",
            "chief executive",
            "company",
            "corporation",
            "inc",
            "shareholder",
            "businessman",
            "businesswoman",
            "executive",
            "airline",
            "bank",
        ],
    ),
];
/// Words for sources without a name.
const UNNAMED: &[&str] = &[
    "source",
    "sources",
    "people",
    "official",
    "officials",
    "insider",
    "insiders",
    "aide",
    "aides",
    "person",
    "spokesperson",
    "spokesman",
    "spokeswoman",
    "critics",
    "some",
    "many",
    "others",
];

/// All speakers, those with the most words first.
pub(crate) fn find(articles: &[Prepared], names: &Names, designations: &[Designated]) -> Vec<StorySpeaker> {
    let mut speakers: BTreeMap<String, (StorySpeaker, BTreeSet<String>)> = BTreeMap::new();
    for article in articles {
        let text = article.text();
        let total = article.article.document.words().max(1) as f32;
        let quoted = article.analysis.quotations.iter().map(|quotation| (quotation, true));
        let reported = article.analysis.indirect.iter().map(|quotation| (quotation, false));
        for (quotation, marked) in quoted.chain(reported) {
            let Some(source) = quotation.speaker.as_ref().filter(|_| quotation.kind != QuotationKind::Scare)
            else {
                continue;
            };
            if !marked && overlaps_marked(article, quotation) {
                continue;
            }
            let identity = source.entity.and_then(|entity| names.identity(article.index, entity));
            let known = identity.and_then(|identity| names.get(identity));
            let name = known.map_or_else(|| source.name.clone(), |known| known.name.clone());
            // "She", of whom nobody knows who it is, is somebody else in each article.
            let key = match known {
                Some(_) => name.clone(),
                None => format!("{} {}", article.index.0, fold(&name)),
            };
            let called = source.span.of(text).to_owned();
            let (heard, sources) = speakers.entry(key).or_insert_with(|| {
                let is_named = known.is_some();
                (
                    StorySpeaker { name, named: is_named, kind: None, sex: None, articles: Vec::new() },
                    BTreeSet::new(),
                )
            });
            sources.insert(called);
            let first = quotation.segments.first().map_or(0, |span| span.start);
            if heard.articles.last().map(|share| share.article) != Some(article.index) {
                let (article, verbs) = (article.index, Vec::new());
                heard.articles.push(Share {
                    article,
                    words: 0,
                    share: 0.0,
                    first,
                    quotations: 0,
                    reports: 0,
                    verbs,
                });
            }
            if let Some(share) = heard.articles.last_mut() {
                share.first = share.first.min(first);
                if marked {
                    share.words += quotation
                        .segments
                        .iter()
                        .map(|span| span.of(text).split_whitespace().count())
                        .sum::<usize>();
                    share.quotations += 1;
                } else {
                    share.reports += 1;
                }
                share.share = share.words as f32 / total;
                if let Some(cue) = quotation.cue {
                    count(&mut share.verbs, fold(cue.of(text)));
                }
            }
        }
    }
    let titles = titles(articles, names);
    let mut all: Vec<StorySpeaker> = speakers
        .into_values()
        .map(|(mut speaker, mut sources)| {
            sources.extend(called(articles, designations, &speaker));
            speaker.kind = kind(&speaker, &sources);
            speaker.sex = sex(&titles, &speaker, &sources);
            speaker
        })
        .collect();
    let words = |speaker: &StorySpeaker| speaker.articles.iter().map(|share| share.words).sum::<usize>();
    all.sort_by(|a, b| words(b).cmp(&words(a)).then_with(|| a.name.cmp(&b.name)));
    all
}

fn count(verbs: &mut Vec<(String, usize)>, verb: String) {
    match verbs.iter_mut().find(|(known, _)| *known == verb) {
        Some((_, times)) => *times += 1,
        None => verbs.push((verb, 1)),
    }
}

/// Whether a report holds words between marks, which are counted already.
fn overlaps_marked(article: &Prepared, report: &Quotation) -> bool {
    let quoted = || article.analysis.quotations.iter().flat_map(|quotation| &quotation.segments);
    report.segments.iter().any(|span| quoted().any(|segment| segment.overlaps(*span)))
}

/// What the articles call the speaker besides the name.
fn called(articles: &[Prepared], designations: &[Designated], speaker: &StorySpeaker) -> Vec<String> {
    if !speaker.named {
        return Vec::new();
    }
    let same = |designated: &&Designated| {
        designated.called != Called::Group && designated.name.as_ref() == Some(&speaker.name)
    };
    let rows = designations.iter().filter(same).flat_map(|designated| &designated.articles);
    rows.flat_map(|(index, row)| {
        let words = row.iter().filter(|words| words.kind != DesignationKind::Name && !words.perhaps);
        words.filter_map(|words| Some(words.span.of(articles.get(index.get())?.text()).to_owned()))
    })
    .collect()
}

/// A text from each of its words on.
fn from_words(text: &str) -> Vec<&str> {
    let is_first = |at: usize| !text.get(..at).unwrap_or_default().ends_with(char::is_alphanumeric);
    let letters = text.char_indices().filter(|(_, c)| c.is_alphanumeric());
    letters.filter(|(at, _)| is_first(*at)).filter_map(|(at, _)| text.get(at..)).collect()
}

/// Whether a text, given [`from_words`], has a word or several in a row.
fn has(text: &[&str], word: &str) -> bool {
    text.iter()
        .filter_map(|from| from.strip_prefix(word))
        .any(|after| !after.starts_with(char::is_alphanumeric))
}

fn kind(speaker: &StorySpeaker, sources: &BTreeSet<String>) -> Option<SourceKind> {
    let mut said: Vec<String> = sources.iter().map(|source| fold(source)).collect();
    // A body's own name tells what it is; a person's does not.
    said.push(if sources.iter().any(|source| source.contains(&speaker.name)) {
        String::new()
    } else {
        fold(&speaker.name)
    });
    let said: Vec<&str> = said.iter().flat_map(|source| from_words(source)).collect();
    let fits = |words: &[&str]| words.iter().any(|word| has(&said, word));
    let kind = KINDS.iter().find(|(_, words)| fits(words)).map(|(kind, _)| *kind);
    if kind.is_none() && !speaker.named && fits(UNNAMED) {
        return Some(SourceKind::Unnamed);
    }
    kind
}

/// Several people, of whom neither a title nor a pronoun tells anything.
const GROUPS: &[&str] = &[
    "family",
    "parents",
    "relatives",
    "friends",
    "jury",
    "panel",
    "court",
    "board",
    "team",
    "police",
    "crowd",
    "couple",
];

/// The words before the names of people, by the fullest name.
fn titles<'a>(articles: &[Prepared], names: &'a Names) -> HashMap<&'a str, BTreeSet<String>> {
    let mut titles: HashMap<&str, BTreeSet<String>> = HashMap::default();
    for article in articles {
        let people = article.analysis.mentions.iter().filter(|mention| mention.kind == EntityKind::Person);
        for mention in people {
            let identity = mention.entity.and_then(|entity| names.identity(article.index, entity));
            if let Some(known) = identity.and_then(|identity| names.get(identity)) {
                let before = article.text().get(..mention.span.start).unwrap_or_default();
                let title = before.split_whitespace().next_back().unwrap_or_default();
                titles.entry(&known.name).or_default().insert(fold(title).replace('.', ""));
            }
        }
    }
    titles
}

/// By a title before the name, or a pronoun that the analysis takes for the speaker.
fn sex(
    titles: &HashMap<&str, BTreeSet<String>>,
    speaker: &StorySpeaker,
    sources: &BTreeSet<String>,
) -> Option<Sex> {
    let (mut women, mut men) = (false, false);
    let name = fold(&speaker.name);
    if !speaker.named && name.split_whitespace().next_back().is_some_and(|last| GROUPS.contains(&last)) {
        return None;
    }
    let mut hear = |heard: &str| {
        let heard = from_words(heard);
        women |= ["she", "mrs", "ms", "miss", "dame", "lady", "spokeswoman", "baroness", "congresswoman"]
            .iter()
            .any(|word| has(&heard, word));
        men |= ["he", "mr", "sir", "lord", "spokesman", "congressman"].iter().any(|word| has(&heard, word));
    };
    for source in sources {
        hear(&fold(source));
    }
    if speaker.named {
        titles.get(speaker.name.as_str()).into_iter().flatten().for_each(|title| hear(title));
    }
    match (women, men) {
        (true, false) => Some(Sex::Woman),
        (false, true) => Some(Sex::Man),
        _ => None,
    }
}
