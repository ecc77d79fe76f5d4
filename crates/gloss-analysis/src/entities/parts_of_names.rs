//! What people's names are compared by: without articles, suffixes and the titles of rulers.

/// Titles of rulers and clerics, which the tagger takes for the first word of a name.
const RULERS: &[&str] = &[
    "sheikh",
    "sheikha",
    "shaikh",
    "shaykh",
    "king",
    "queen",
    "prince",
    "princess",
    "pope",
    "sultan",
    "ayatollah",
];

/// What tells a son from his father.
const SUFFIXES: &[&str] = &["jr", "sr", "jnr", "snr", "ii", "iii", "iv"];

/// The words of a name, folded, without "Al-" and without the ruler's title before them, which comes second: "Sheikh
/// Ahmad Al-Nawaf".
pub(super) fn compared(mut words: Vec<String>) -> (Vec<String>, Option<&'static str>) {
    let hyphenated = |words: &[String], at: usize| words.get(at + 1).is_some_and(|hyphen| hyphen == "-");
    let article = |words: &[String], at: usize| {
        at + 2 < words.len()
            && hyphenated(words, at)
            && matches!(words.get(at).map(String::as_str), Some("al" | "el"))
    };
    let mut at = 0;
    while at < words.len() {
        if article(&words, at) {
            words.drain(at..at + 2);
        } else {
            at += 1;
        }
    }
    let mut title = None;
    // "the Amir Sheikh Nawaf"
    if words.len() > 2 && matches!(words.first().map(String::as_str), Some("amir" | "emir")) {
        let ruler = words.get(1).is_some_and(|next| RULERS.contains(&next.as_str()));
        if ruler {
            words.remove(0);
        }
    }
    if words.len() > 1
        && let Some(ruler) = words.first().and_then(|first| RULERS.iter().find(|ruler| *ruler == first))
    {
        title = Some(*ruler);
        words.remove(0);
    }
    (words, title)
}

/// The title of a ruler that the word is, before a name.
pub(super) fn ruler(word: &str) -> Option<&'static str> {
    let known = |ruler: &&&str| ruler.eq_ignore_ascii_case(word);
    RULERS.iter().find(known).copied().filter(|_| word.starts_with(char::is_uppercase))
}

/// Whether a title is that of a ruler, so that the name after it is a given name.
pub(super) fn is_ruler(title: &str) -> bool {
    RULERS.contains(&title)
}

/// The suffix of a name that says which generation is meant, and how many words are before it.
pub(super) fn suffix(name: &[String]) -> (usize, Option<&str>) {
    let last = name.last().map(|last| last.trim_end_matches('.'));
    match last.filter(|last| name.len() > 1 && SUFFIXES.contains(last)) {
        Some(suffix) => (name.len() - 1, Some(suffix)),
        None => (name.len(), None),
    }
}

/// Whether the shorter name has the first word of the longer one and others of its words in their order: "Carla Ines" of "Carla Ines Dossou", "Omar Al-Hadi" of "Omar Khalid Al-Hadi Al-Rashid".
pub(super) fn is_shorter(short: &[String], full: &[String]) -> bool {
    let mut rest = full.iter();
    short.len() > 1
        && suffix(short).1 == suffix(full).1
        && short.len() < full.len()
        && short.first() == full.first()
        && short.iter().all(|word| rest.any(|other| other == word))
}
