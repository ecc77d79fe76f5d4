//! The words that reporting is made of: reporting verbs and nouns, and the closed classes between which
//! noun phrases are found.

use super::words;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

/// What a reporting verb reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Report {
    /// Words as they were said: "said", "wrote", "added".
    Speech,
    /// What somebody holds, asks for or thinks: "argued", "called for", "fears".
    Opinion,
    /// What somebody calls or holds against another: "described", "accused", "praised".
    Verdict,
    /// Anything that somebody did.
    Deed,
}

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "say", also a plural present or a noun.
    Base,
    /// "says", also a plural noun.
    Present,
    /// "said"
    Past,
    /// "saying"
    Participle,
}

/// The class of a word as far as its letters tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A reporting verb.
    Cue(Report, Form),
    /// "the", "his", "some": begins a noun phrase.
    Determiner,
    /// "he", "they": a noun phrase by itself.
    Pronoun,
    /// "who", "which".
    Relative,
    /// "of", "in".
    Preposition,
    /// "and", "but".
    Conjunction,
    /// "that", "because", "when".
    Subordinator,
    /// "has", "would", "not".
    Auxiliary,
    /// "also", "later", "repeatedly".
    Adverb,
    /// "Monday", "week": found where a name may be, but never speaks.
    Time,
    /// Any other word that begins with a capital.
    Name,
    /// Any other word.
    Common,
}

/// Forms that no rule makes.
const IRREGULAR: &[(&str, &str, Form)] = &[
    ("said", "say", Form::Past),
    ("told", "tell", Form::Past),
    ("wrote", "write", Form::Past),
    ("written", "write", Form::Past),
    ("read", "read", Form::Past),
    ("began", "begin", Form::Past),
    ("cried", "cry", Form::Past),
    ("felt", "feel", Form::Past),
    ("found", "find", Form::Past),
    ("heard", "hear", Form::Past),
    ("put", "put", Form::Past),
    ("hit", "hit", Form::Past),
    ("sang", "sing", Form::Past),
    ("saw", "see", Form::Past),
    ("seen", "see", Form::Past),
    ("shot", "shoot", Form::Past),
    ("sought", "seek", Form::Past),
    ("spoke", "speak", Form::Past),
    ("swore", "swear", Form::Past),
    ("thought", "think", Form::Past),
    ("went", "go", Form::Past),
    ("goes", "go", Form::Present),
];

static CLASSES: LazyLock<BTreeMap<String, Class>> = LazyLock::new(|| {
    let mut classes = BTreeMap::new();
    let mut add = |words: &str, class: Class| {
        for word in words.split_whitespace() {
            classes.entry(word.to_owned()).or_insert(class);
        }
    };
    add(words::TIMES, Class::Time);
    add(words::DETERMINERS, Class::Determiner);
    add(words::PRONOUNS, Class::Pronoun);
    add(words::RELATIVES, Class::Relative);
    add(words::CONJUNCTIONS, Class::Conjunction);
    add(words::AUXILIARIES, Class::Auxiliary);
    add(words::ADVERBS, Class::Adverb);
    add(words::SUBORDINATORS, Class::Subordinator);
    add(words::PREPOSITIONS, Class::Preposition);
    let verbs = [
        (words::SPEECH, Report::Speech),
        (words::OPINION, Report::Opinion),
        (words::VERDICT, Report::Verdict),
    ];
    for (lemmas, report) in verbs {
        for lemma in lemmas.split_whitespace() {
            for (form, word) in conjugate(lemma) {
                add(&word, Class::Cue(report, form));
            }
            for (word, _, form) in IRREGULAR.iter().filter(|(_, of, _)| *of == lemma) {
                add(word, Class::Cue(report, *form));
            }
        }
    }
    classes
});

/// The forms that rules make of a verb, and some that nobody writes.
fn conjugate(lemma: &str) -> Vec<(Form, String)> {
    let mut forms = vec![(Form::Base, lemma.to_owned())];
    let mut add = |stem: &str, ending: &str, form: Form| forms.push((form, format!("{stem}{ending}")));
    let vowel = |c: char| "aeiou".contains(c);
    let mut letters = lemma.chars().rev();
    let (last, before) = (letters.next().unwrap_or(' '), letters.next().unwrap_or(' '));
    if let Some(stem) = lemma.strip_suffix('e') {
        add(lemma, "s", Form::Present);
        add(lemma, "d", Form::Past);
        add(stem, "ing", Form::Participle);
    } else if let Some(stem) = lemma.strip_suffix('y').filter(|_| !vowel(before)) {
        add(stem, "ies", Form::Present);
        add(stem, "ied", Form::Past);
        add(lemma, "ing", Form::Participle);
    } else {
        let hisses = lemma.ends_with(['s', 'x', 'z', 'o']) || lemma.ends_with("ch") || lemma.ends_with("sh");
        add(lemma, if hisses { "es" } else { "s" }, Form::Present);
        add(lemma, "ed", Form::Past);
        add(lemma, "ing", Form::Participle);
        if vowel(before) && !vowel(last) {
            add(lemma, &format!("{last}ed"), Form::Past);
            add(lemma, &format!("{last}ing"), Form::Participle);
        }
    }
    forms
}

fn set(words: &'static str) -> BTreeSet<&'static str> {
    words.split_whitespace().collect()
}

static NOUNS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| set(words::NOUNS));
static PERSONS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| set(words::PERSONS));
static BODIES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| set(words::BODIES));
static COLLECTIVES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| set(words::COLLECTIVES));
static DEEDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| set(words::DEEDS));
static NOT_ADVERBS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| set(words::NOT_ADVERBS));

/// The class of `word`, given in the case of the text. `first` says that it begins a sentence, where a
/// capital tells nothing.
pub(super) fn class(word: &str, first: bool) -> Class {
    let capital = word.starts_with(char::is_uppercase);
    let folded = word.to_lowercase().replace('’', "'");
    let class = CLASSES.get(folded.as_str()).copied();
    match class {
        Some(Class::Time | Class::Pronoun | Class::Determiner) => class.unwrap_or(Class::Time),
        // "Tweeted" and "Said" are verbs anywhere; the Post, US and May are not.
        Some(Class::Cue(Report::Speech, Form::Past)) if folded.ends_with("ed") || folded == "said" => {
            class.unwrap_or(Class::Name)
        }
        _ if capital && !first => Class::Name,
        // "Asked whether …"
        Some(_) if first && capital && matches!(folded.as_str(), "asked" | "pressed") => Class::Subordinator,
        Some(class) => class,
        None if folded.len() > 4 && folded.ends_with("ly") && !NOT_ADVERBS.contains(folded.as_str()) => {
            Class::Adverb
        }
        None if capital => Class::Name,
        None => Class::Common,
    }
}

/// Whether `nouns` holds `word`, in the singular or with a plural's ending.
fn holds(nouns: &BTreeSet<&str>, word: &str) -> bool {
    let word = word.to_lowercase();
    let singular = word.strip_suffix('s').unwrap_or(&word);
    nouns.contains(word.as_str())
        || nouns.contains(singular)
        || singular.strip_suffix("ie").is_some_and(|stem| nouns.contains(format!("{stem}y").as_str()))
}

/// Whether `word` names something that somebody said.
pub(super) fn is_reporting_noun(word: &str) -> bool {
    holds(&NOUNS, word)
}

/// Whether `word` names a person or a body that speaks.
pub(super) fn is_person_noun(word: &str) -> bool {
    holds(&PERSONS, word)
}

/// Whether `word` names a body: "department", "union".
pub(super) fn is_body_noun(word: &str) -> bool {
    holds(&BODIES, word)
}

/// Whether `word` names one person by office, trade or part: "director", but not "directors" or "union".
pub(super) fn is_individual(word: &str) -> bool {
    let word = word.to_lowercase();
    PERSONS.contains(word.as_str()) && !BODIES.contains(word.as_str()) && !COLLECTIVES.contains(word.as_str())
}

/// Whether `word` is a verb in the past for all that its letters tell.
pub(super) fn is_deed(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && word.chars().all(char::is_lowercase) || DEEDS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: Class) {
        assert_eq!(class(word, false), expected, "{word}");
    }

    #[test]
    fn verbs_in_all_their_forms() {
        check("said", Class::Cue(Report::Speech, Form::Past));
        check("replies", Class::Cue(Report::Speech, Form::Present));
        check("writing", Class::Cue(Report::Speech, Form::Participle));
        check("slammed", Class::Cue(Report::Verdict, Form::Past));
        check("called", Class::Cue(Report::Opinion, Form::Past));
        check("fears", Class::Cue(Report::Opinion, Form::Present));
    }

    #[test]
    fn other_words() {
        check("Post", Class::Name);
        check("family", Class::Common);
        check("reportedly", Class::Adverb);
        check("which", Class::Relative);
        check("Monday", Class::Time);
    }
}
