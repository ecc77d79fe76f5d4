//! Words as they are compared: folded, numbered, and cut to their stems.

use crate::hash::{HashMap, HashSet};
use std::{borrow::Cow, rc::Rc, sync::LazyLock};

/// Number of a word in a [`Vocabulary`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct WordId(pub(crate) u32);

impl WordId {
    pub(crate) const fn get(self) -> usize {
        self.0 as usize
    }
}

/// All words of the compared articles, each with a number. A word and its stem have numbers of one row, so that
/// "shots" and "shot" can be compared by letters or by stem.
#[derive(Default)]
pub(crate) struct Vocabulary {
    ids: HashMap<Rc<str>, WordId>,
    words: Vec<Entry>,
}

struct Entry {
    /// The letters, folded.
    word: Rc<str>,
    stem: WordId,
    hash: u32,
    function: bool,
    number: bool,
}

/// Words that carry no matter of their own.
const FUNCTION: &str = "a an the and or but if of to in on at by for with from as is was were be been being are am it \
    its this that these those he she they we i you him her his hers their them our us your my me who whom whose \
    which what when where why how not no nor so than then there here have has had do does did will would can could \
    should may might must also about into over after before up out more most just only very said says say saying s \
    t re ve ll d m don didn doesn wasn isn it's that's don't didn't i'm we're they're he's she's an any all some \
    such while during because under against between through between per via both each other own same too if nor \
    now even still yet however though although since until upon within without around off down again once mr mrs \
    ms told according added";

static FUNCTION_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| FUNCTION.split_ascii_whitespace().collect());

/// Past forms and plurals that no ending tells.
const IRREGULAR: &[(&str, &str)] = &[
    ("shot", "shoot"),
    ("told", "tell"),
    ("won", "win"),
    ("lost", "lose"),
    ("took", "take"),
    ("taken", "take"),
    ("gave", "give"),
    ("given", "give"),
    ("went", "go"),
    ("gone", "go"),
    ("came", "come"),
    ("found", "find"),
    ("held", "hold"),
    ("left", "leave"),
    ("met", "meet"),
    ("sent", "send"),
    ("sold", "sell"),
    ("bought", "buy"),
    ("fell", "fall"),
    ("fallen", "fall"),
    ("rose", "rise"),
    ("risen", "rise"),
    ("made", "make"),
    ("began", "begin"),
    ("begun", "begin"),
    ("struck", "strike"),
    ("broke", "break"),
    ("broken", "break"),
    ("dead", "die"),
    ("died", "die"),
    ("dies", "die"),
    ("death", "die"),
    ("dying", "die"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("people", "person"),
    ("led", "lead"),
    ("fled", "flee"),
    ("fought", "fight"),
    ("caught", "catch"),
    ("drove", "drive"),
    ("driven", "drive"),
    ("ran", "run"),
    ("wrote", "write"),
    ("written", "write"),
    ("spoke", "speak"),
    ("paid", "pay"),
    ("stole", "steal"),
    ("stolen", "steal"),
    ("chose", "choose"),
    ("chosen", "choose"),
    ("knew", "know"),
    ("known", "know"),
    ("saw", "see"),
    ("seen", "see"),
    ("kept", "keep"),
    ("fired", "fire"),
    ("firing", "fire"),
];

/// Numbers in words, by their value.
const NUMBERS: &[(&str, &str)] = &[
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("thirteen", "13"),
    ("fourteen", "14"),
    ("fifteen", "15"),
    ("sixteen", "16"),
    ("seventeen", "17"),
    ("eighteen", "18"),
    ("nineteen", "19"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("sixty", "60"),
    ("seventy", "70"),
    ("eighty", "80"),
    ("ninety", "90"),
];

impl Vocabulary {
    /// The number of `word`, whose letters are as in the text.
    pub(crate) fn number(&mut self, word: &str) -> WordId {
        self.folded(&folded(word))
    }

    fn folded(&mut self, word: &str) -> WordId {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let stem = stem(word);
        let id = WordId(self.words.len() as u32);
        let function = FUNCTION_WORDS.contains(word);
        let number = stem.starts_with(|c: char| c.is_ascii_digit());
        let letters = word.bytes();
        let hash =
            letters.fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let word: Rc<str> = word.into();
        self.words.push(Entry { word: Rc::clone(&word), stem: id, hash, function, number });
        self.ids.insert(word, id);
        if self.ids.get(stem.as_str()) != Some(&id) {
            let stem = self.folded(&stem);
            if let Some(entry) = self.words.get_mut(id.get()) {
                entry.stem = stem;
            }
        }
        id
    }

    /// How many numbers have been given.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// Continues `hashes` with those of the words that it does not yet have (32-bit FNV-1a of the folded letters), which do
    /// not depend on the order in which words were numbered.
    pub(crate) fn hash_all(&self, hashes: &mut Vec<u32>) {
        for entry in self.words.get(hashes.len()..).unwrap_or_default() {
            hashes.push(entry.hash);
        }
    }

    /// The letters of a word, folded.
    pub(crate) fn word(&self, id: WordId) -> &str {
        self.words.get(id.get()).map_or("", |entry| &entry.word)
    }

    /// The letters of a word, folded, as others may hold them.
    pub(crate) fn shared(&self, id: WordId) -> Rc<str> {
        self.words.get(id.get()).map_or_else(|| "".into(), |entry| Rc::clone(&entry.word))
    }

    /// The number of the word's stem.
    pub(crate) fn stem(&self, id: WordId) -> WordId {
        self.words.get(id.get()).map_or(id, |entry| entry.stem)
    }

    /// Whether the word only holds others together.
    pub(crate) fn is_function(&self, id: WordId) -> bool {
        self.words.get(id.get()).is_some_and(|entry| entry.function)
    }

    /// Whether the word is a number, in digits or spelt out.
    pub(crate) fn is_number(&self, id: WordId) -> bool {
        self.words.get(id.get()).is_some_and(|entry| entry.number)
    }
}

/// A word without case and with straight apostrophes.
pub(crate) fn fold(word: &str) -> String {
    folded(word).into_owned()
}

/// The same, where most words are so already.
fn folded(word: &str) -> Cow<'_, str> {
    if !word.is_ascii() {
        let letters = word.chars().flat_map(char::to_lowercase);
        return letters.map(|c| if c == '’' { '\'' } else { c }).collect();
    }
    if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    Cow::Borrowed(word)
}

/// The value of a number as digits, without the commas between thousands.
pub(crate) fn digits(folded: &str) -> Option<String> {
    if folded.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(folded.replace(',', ""));
    }
    NUMBERS.iter().find(|(word, _)| *word == folded).map(|(_, value)| (*value).to_owned())
}

/// A word without its inflection, by its ending alone.
pub(crate) fn stem(folded: &str) -> String {
    if let Some((_, stem)) = IRREGULAR.iter().find(|(word, _)| *word == folded) {
        return (*stem).to_owned();
    }
    if let Some(value) = digits(folded) {
        return value;
    }
    if !folded.is_ascii() || folded.len() < 4 || folded.contains('\'') {
        return folded.to_owned();
    }
    let plural = match folded.strip_suffix('s') {
        Some(_) if folded.ends_with("ss") || folded.ends_with("us") || folded.ends_with("is") => folded,
        Some(stem) => match stem.strip_suffix('e') {
            Some(short)
                if short.ends_with(['x', 'z', 's']) || short.ends_with("ch") || short.ends_with("sh") =>
            {
                short
            }
            Some(short) if short.ends_with('i') => return format!("{}y", short.trim_end_matches('i')),
            _ => stem,
        },
        None => folded,
    };
    for ending in ["ing", "ed", "er", "or", "ion", "ly", "ment", "e"] {
        if let Some(stem) = plural.strip_suffix(ending)
            && stem.len() >= 3
            && stem.contains(['a', 'e', 'i', 'o', 'u', 'y'])
        {
            let mut letters = stem.chars().rev();
            let (last, before) = (letters.next(), letters.next());
            let doubled = last == before && !matches!(last, Some('l' | 's' | 'z' | 'e' | 'o'));
            let stem = if doubled { stem.get(..stem.len() - 1).unwrap_or(stem) } else { stem };
            return stem.to_owned();
        }
    }
    plural.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str) {
        let stems: Vec<String> = words.split(' ').map(stem).collect();
        assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{stems:?}");
    }

    #[test]
    fn forms_of_one_word_have_one_stem() {
        check("charge charges charged charging");
        check("plan plans planned planning");
        check("acquit acquitted");
        check("shoot shot shooting shoots shooter");
        check("party parties");
        check("die died dead death");
    }

    #[test]
    fn numbers_are_their_values() {
        check("three 3");
        check("2,500 2500");
    }
}
