//! What single words tell: the deeds, and the verbs that tell none.

use crate::{
    hash::{HashMap, HashSet},
    words::stem,
};
use std::sync::LazyLock;

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
    ("dismiss", "dismiss sack fire", "dismissal firing"),
    ("remove", "remove oust suspend", "ouster suspension removal"),
    ("resign", "resign quit", "resignation"),
    ("apologise", "apologise apologize", "apology"),
    ("ban", "ban block bar halt overturn repeal", "ban repeal"),
    ("override", "override overrule", "override"),
    ("sue", "sue", "lawsuit"),
    ("appoint", "appoint nominate hire", "appointment nomination"),
    ("elect", "elect", "election"),
    ("approve", "approve pass adopt ratify", "approval passage adoption"),
    ("reject", "reject veto defeat", "rejection veto"),
    ("release", "release free publish leak", "release publication leak"),
    ("close", "close shutter", "closure"),
    ("buy", "buy acquire purchase", "acquisition purchase"),
    ("deport", "deport expel evict", "deportation expulsion"),
    ("criticise", "criticise criticize condemn denounce decry slam blast rebuke", "criticism condemnation"),
    ("endorse", "endorse", "endorsement"),
    ("pardon", "pardon", "pardon"),
    ("impeach", "impeach", "impeachment"),
    ("investigate", "investigate", "investigation"),
    ("invite", "invite", "invitation"),
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
    ("stabbed", "stab"),
    ("quit", "quit"),
    ("overrode", "override"),
    ("overridden", "override"),
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
    ("gave", "give"),
    ("met", "meet"),
    ("wrote", "write"),
    ("lost", "lose"),
];

/// Deeds whose nouns are called those of the one to whom they are done.
const SUFFERED: &[&str] = &[
    "kill", "arrest", "acquit", "convict", "injure", "dismiss", "remove", "appoint", "elect", "deport",
    "pardon", "impeach",
];

/// Deeds that are done to one person once in a story, whoever is said to do them.
const FINAL: &[&str] = &[
    "kill", "arrest", "charge", "acquit", "convict", "dismiss", "appoint", "elect", "deport", "pardon",
    "impeach", "sue",
];

/// Deeds that one person does once in a story, to nobody.
const ONCE: &[&str] = &["resign", "apologise"];

/// Verbs that tell no deed: reports, states, and verbs whose meaning is in their objects.
const LIGHT: &str = "said told added asked called wanted needed used seemed appeared tried hoped believed thought knew \
    felt liked loved noted stated argued claimed insisted suggested explained replied warned urged feared expected \
    considered included involved remained continued started began turned looked moved decided agreed planned referred \
    described mentioned acknowledged recalled conceded concluded declined refused reported tweeted wrote based \
    related united wished followed helped allowed required caused received faced lived worked talked walked stayed \
    happened occurred existed concerned interested supposed pleased given taken made done seen had been gone put let \
    set led kept brought went came got became left found ran read ahead need indeed hundred proceed speed \
    showed served marked handled tied deemed alleged accused quoted according cited expressed \
    learned heard says spent earned gained owned limited entitled disappointed troubled surprised characterized \
    characterised billed honored honoured committed dedicated prepared scheduled located informed worried excited \
    answered responded commented denied confirmed pointed estimated thanked armed advanced married retired \
    detailed unified repeated attended viewed treated played motivated inspired fueled fuelled surrounded backed";

/// Verbs of which only the object says what is done: they tell a deed where two articles give one object in sentences
/// that tell the same.
const WEAK: &str = "declared opened raised provided reached shared offered posted gave met lost \
    joined showed presented added supported announced issued created";

/// Words beside nouns that are none, though no ending tells: "Reports say officers", "Perry comes", "Kaba outside".
const PLAIN: &str = "outside inside near behind beside beyond along across around toward towards onto above below \
    say says think thinks believe believes know knows want wants show shows see sees hope hopes mean \
    means include includes seem seems reject create make makes give gives take takes put puts come comes goes get gets \
    keep keeps leave leaves remain remains begin begins began become becomes became hold held kept sent felt ran led \
    tell tells told refuse let lets";

/// What single words tell, looked up at once.
struct Lexicon {
    light: HashSet<&'static str>,
    weak: HashSet<&'static str>,
    plain: HashSet<&'static str>,
    /// The deed by what a verb leaves when its ending is taken off.
    verbs: HashMap<String, &'static str>,
    irregular: HashMap<&'static str, &'static str>,
    bases: HashMap<&'static str, &'static str>,
    nouns: HashMap<&'static str, &'static str>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let (mut verbs, mut bases, mut nouns) = (HashMap::default(), HashMap::default(), HashMap::default());
    for (deed, of_deed, called) in DEEDS {
        for verb in of_deed.split(' ') {
            bases.insert(verb, *deed);
            // "kill(ed)", "arrest(ed)", "execut(ed)", "deni(ed)", "stabb(ed)", "kille(s)"
            let mut stems = vec![verb.to_owned(), format!("{verb}e")];
            stems.extend(verb.strip_suffix('e').map(str::to_owned));
            stems.extend(verb.strip_suffix('y').map(|stem| format!("{stem}i")));
            stems.extend(verb.chars().next_back().map(|last| format!("{verb}{last}")));
            for stem in stems {
                verbs.entry(stem).or_insert(*deed);
            }
        }
        for noun in called.split(' ') {
            nouns.entry(noun).or_insert(*deed);
        }
    }
    let set = |words: &'static str| words.split_ascii_whitespace().collect();
    Lexicon {
        light: set(LIGHT),
        weak: set(WEAK),
        plain: set(PLAIN),
        irregular: IRREGULAR.iter().copied().collect(),
        verbs,
        bases,
        nouns,
    }
});

/// The form of a verb.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Past,
    Present,
    Participle,
}

/// The deed that a word tells as a verb, and its form.
pub(super) fn verb(word: &str) -> Option<(String, Form)> {
    let (base, form) = if let Some(base) = LEXICON.irregular.get(word) {
        (*base, Form::Past)
    } else if let Some(base) = word.strip_suffix("ed").filter(|base| base.len() > 2) {
        (base, Form::Past)
    } else if let Some(base) = word.strip_suffix("ing").filter(|base| base.len() > 2) {
        (base, Form::Participle)
    } else {
        (word.strip_suffix('s')?, Form::Present)
    };
    if LEXICON.light.contains(word) {
        return None;
    }
    match (LEXICON.verbs.get(base), form) {
        (Some(deed), _) => Some(((*deed).to_owned(), form)),
        // Any past form may be a deed; other forms of unknown verbs are as often nouns.
        (None, Form::Past) => Some((stem(word), form)),
        _ => None,
    }
}

/// The deed that a verb tells in its base form: "voted to override".
pub(super) fn base(word: &str) -> Option<&'static str> {
    LEXICON.bases.get(word).copied()
}

/// Whether only its object says what the verb tells.
pub(super) fn is_weak(word: &str) -> bool {
    LEXICON.weak.contains(word)
}

/// Whether the word may be taken for a noun and is none.
pub(super) fn is_plain(word: &str) -> bool {
    LEXICON.plain.contains(word)
}

/// Whether the word is an adjective, for all that its letters tell.
pub(super) fn is_adjective(word: &str) -> bool {
    let endings = ["al", "ous", "ive", "ic", "ful", "less", "ish", "ary", "able", "ate"];
    word == "nuclear" || word.len() > 4 && endings.iter().any(|ending| word.ends_with(ending))
}

/// Whether the word says that another thing is meant than the one spoken of.
pub(super) fn is_another(word: &str) -> bool {
    matches!(word, "second" | "third" | "fourth" | "another" | "additional")
}

/// Whether the word is a past form of whatever verb.
pub(crate) fn is_past(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed")
        || LEXICON.light.contains(word)
        || LEXICON.irregular.contains_key(word)
}

/// The deed that a noun tells.
pub(super) fn noun(word: &str) -> Option<String> {
    if let Some(deed) = LEXICON.nouns.get(word) {
        return Some((*deed).to_owned());
    }
    let made = ["ment", "ion", "ing", "al"]
        .iter()
        .any(|ending| word.len() > ending.len() + 3 && word.ends_with(ending));
    made.then(|| stem(word))
}

/// Whether "X’s" before the noun of the deed says to whom it is done.
pub(super) fn is_suffered(deed: &str) -> bool {
    SUFFERED.contains(&deed)
}

/// Whether the deed is done to one person once in a story.
pub(crate) fn is_final(deed: &str) -> bool {
    FINAL.contains(&deed)
}

/// Whether one person does the deed once in a story, to nobody.
pub(super) fn is_once(deed: &str) -> bool {
    ONCE.contains(&deed)
}

/// Whether the words are things by which somebody is shot.
pub(super) fn is_shot(words: &str) -> bool {
    let last = words.split(' ').next_back();
    last.is_some_and(|word| matches!(word, "shot" | "shots" | "gunshot" | "bullet" | "bullets"))
}

/// Whether the word is a pronoun that is a subject.
pub(super) fn is_subject(word: &str) -> bool {
    matches!(word, "he" | "she" | "they" | "it" | "we" | "i" | "you")
}

/// Whether the word is a form of "be".
pub(super) fn is_be(word: &str) -> bool {
    matches!(
        word,
        "was"
            | "were"
            | "been"
            | "being"
            | "is"
            | "are"
            | "be"
            | "got"
            | "i'm"
            | "they're"
            | "we're"
            | "he's"
            | "she's"
            | "it's"
    )
}

/// Whether the word is a form of "have".
pub(super) fn is_have(word: &str) -> bool {
    matches!(word, "has" | "had" | "have")
}

/// Whether the word says that something may be done, not that it is.
pub(super) fn is_modal(word: &str) -> bool {
    matches!(word, "would" | "will" | "could" | "should" | "may" | "might" | "not")
}

/// Whether the word is a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    matches!(word, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")
}

/// Whether the word puts a noun phrase in its place.
pub(super) fn is_preposition(word: &str) -> bool {
    is_inner(word)
        || matches!(
            word,
            "to" | "with"
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

/// Whether the word joins a noun phrase to the one before it: "officials in Hawaii".
pub(super) fn is_inner(word: &str) -> bool {
    matches!(word, "of" | "in" | "for" | "at" | "from")
}
