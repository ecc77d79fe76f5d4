//! The language of a text, told from the text itself.
//!
//! The script settles it where only one language of many readers is written in it. Languages that share Latin or
//! Cyrillic script are told apart by the words that hold their sentences together, which are a third or more of
//! any running text: each such word counts for the languages that have it, more the fewer they are. A text that
//! has too few of them, or whose best two languages are close, tells nothing.

mod script;
mod words;

use script::Script;
use std::{collections::HashMap, sync::LazyLock};
use words::{LETTERS, WORDS};

/// A language, by its BCP 47 tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Language(&'static str);

impl Language {
    /// English.
    pub const ENGLISH: Self = Self("en");

    /// The BCP 47 tag: "de", "zh-Hans".
    pub const fn tag(self) -> &'static str {
        self.0
    }
}

/// What a text tells of its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The text is in this language.
    Language(Language),
    /// The text is not in English, but in which of several languages is not sure.
    Foreign,
    /// The text is too short or too mixed to tell. What letters it has are Latin, or it has none.
    Unsure,
}

/// The language of `text`, or `None` where that is not sure.
pub fn language(text: &str) -> Option<Language> {
    match tell(text) {
        Told::Language(language) => Some(language),
        Told::Foreign | Told::Unsure => None,
    }
}

/// What `text` tells of its language. Linear in its length.
pub fn tell(text: &str) -> Told {
    match script::of(text) {
        Some(Script::Latin) => match by_words(text) {
            Told::Unsure if has_foreign_letters(text) => Told::Foreign,
            told => told,
        },
        Some(Script::Cyrillic) => match by_words(text) {
            Told::Unsure => Told::Foreign,
            told => told,
        },
        Some(Script::Of(tag)) => Told::Language(Language(tag)),
        Some(Script::Foreign) => Told::Foreign,
        None => Told::Unsure,
    }
}

/// Least score of the best language: about four words that no other language has.
const LEAST: u32 = 24;
/// The same where all that is said is that the text is not in English.
const LEAST_FOREIGN: u32 = 36;
/// Least score in a hundred words. Running text has well over 100; lists of names of any origin stay below.
const LEAST_OF_100: u32 = 80;
/// Least of these by words alone, as a language that is not in the tables may have the letters of one that is.
const LEAST_BY_WORDS: u32 = 40;
/// Least score, by what the other has not, that puts one language before another.
const LEAST_AHEAD: u32 = 14;
/// How many times as much of its own it then has as the other has.
const TIMES: u32 = 3;

/// What a word or a letter counts that one, two, three … languages have.
const WEIGHTS: [u32; 6] = [6, 4, 3, 2, 1, 1];

/// The languages that have a word, or a letter, one bit each by their place in [`WORDS`].
static LANGUAGES_OF: LazyLock<HashMap<&str, u64>> = LazyLock::new(|| {
    let mut languages = HashMap::new();
    for (place, (_, words)) in WORDS.iter().enumerate() {
        for word in words.split_whitespace() {
            *languages.entry(word).or_insert(0) |= 1 << place;
        }
    }
    languages
});

/// The same for letters, which are few languages' own or else not listed.
static LANGUAGES_WITH: LazyLock<HashMap<char, u64>> = LazyLock::new(|| {
    let mut languages = HashMap::new();
    for (tag, letters) in LETTERS {
        let place = WORDS.iter().position(|(other, _)| other == tag).unwrap_or_default();
        for letter in letters.chars() {
            *languages.entry(letter).or_insert(0) |= 1 << place;
        }
    }
    languages
});

/// A word or a letter of the text as evidence: which languages have it.
type Languages = u64;

fn weight(languages: Languages) -> u32 {
    let shared = languages.count_ones() as usize;
    WEIGHTS.get(shared.wrapping_sub(1)).copied().unwrap_or(u32::from(shared > 0))
}

const fn has(languages: Languages, place: usize) -> bool {
    languages >> place & 1 == 1
}

fn by_words(text: &str) -> Told {
    let mut words = 0;
    let mut evidence = Vec::new();
    let mut by_words_alone = [0_u32; WORDS.len()];
    for_each_word(text, |word| {
        words += 1;
        if let Some(&languages) = LANGUAGES_OF.get(word) {
            evidence.push(languages);
            for (place, score) in by_words_alone.iter_mut().enumerate() {
                *score += weight(languages) * u32::from(has(languages, place));
            }
        }
        let foreign = word.chars().filter(|c| !c.is_ascii());
        evidence.extend(foreign.filter_map(|letter| LANGUAGES_WITH.get(&letter)));
    });
    let score = |place: usize| -> u32 {
        evidence.iter().filter(|languages| has(**languages, place)).map(|languages| weight(*languages)).sum()
    };
    let scores: Vec<u32> = (0..WORDS.len()).map(score).collect();
    let best = (0..WORDS.len()).max_by_key(|place| scores.get(*place)).unwrap_or_default();
    let score_of = |place: usize| scores.get(place).copied().unwrap_or_default();
    let running = by_words_alone.get(best).is_some_and(|score| score * 100 >= LEAST_BY_WORDS * words);
    if !running || score_of(best) < LEAST || score_of(best) * 100 < LEAST_OF_100 * words {
        return Told::Unsure;
    }
    let ahead = |other: usize| {
        let (mut own, mut others) = (0, 0);
        for &languages in &evidence {
            match (has(languages, best), has(languages, other)) {
                (true, false) => own += weight(languages),
                (false, true) => others += weight(languages),
                _ => {}
            }
        }
        own >= LEAST_AHEAD && own >= TIMES * others
    };
    let tag = WORDS.get(best).map_or("", |(tag, _)| *tag);
    let english = WORDS.iter().position(|(tag, _)| *tag == "en").map_or(0, score_of);
    if !tag.is_empty() && (0..WORDS.len()).all(|other| other == best || ahead(other)) {
        Told::Language(Language(tag))
    } else if score_of(best) >= LEAST_FOREIGN && score_of(best) >= 3 * english {
        Told::Foreign
    } else {
        Told::Unsure
    }
}

/// Whether one letter in twelve has an accent or is otherwise none of the alphabet of English, in which such
/// letters are in names only.
fn has_foreign_letters(text: &str) -> bool {
    let (mut all, mut foreign) = (0, 0);
    for letter in text.chars().filter(|c| c.is_alphabetic()) {
        all += 1;
        foreign += usize::from(!letter.is_ascii());
    }
    foreign >= FEWEST_FOREIGN_LETTERS && foreign * 12 >= all
}

/// Fewest letters that tell so; a short text may be a name and no more.
const FEWEST_FOREIGN_LETTERS: usize = 8;

/// Calls `each` with every word of letters in lower case. An apostrophe cuts a word and stays with what is before it:
/// "l'", "homme".
fn for_each_word(text: &str, mut each: impl FnMut(&str)) {
    let mut word = String::new();
    for c in text.chars() {
        if c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}') {
            word.extend(c.to_lowercase());
            continue;
        }
        if !word.is_empty() {
            if crate::is_apostrophe(c) {
                word.push('\'');
            }
            each(&word);
            word.clear();
        }
    }
    if !word.is_empty() {
        each(&word);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `expected` is a tag, "foreign" or "unsure".
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let told = match tell(text) {
            Told::Language(language) => language.tag(),
            Told::Foreign => "foreign",
            Told::Unsure => "unsure",
        };
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn two_sentences_tell_their_language() {
        check(
            "The bridge will open in May, the mayor said, but the old one is to stay where it was for another year. \
             Those who live by the river had asked for that.",
            "en",
        );
        check(
            "Die Brücke wird im Mai eröffnet, sagte die Bürgermeisterin, aber die alte soll noch ein Jahr stehen \
             bleiben. Darum hatten die Leute am Fluss gebeten.",
            "de",
        );
        check(
            "Le pont sera ouvert en mai, a dit la maire, mais l’ancien restera encore un an. C’est ce que les gens \
             qui vivent au bord du fleuve avaient demandé.",
            "fr",
        );
        check(
            "El puente se abrirá en mayo, dijo la alcaldesa, pero el viejo seguirá un año más. Es lo que habían \
             pedido los que viven junto al río.",
            "es",
        );
        check(
            "Il ponte sarà aperto a maggio, ha detto la sindaca, ma quello vecchio resterà ancora un anno. È quello \
             che aveva chiesto chi abita lungo il fiume.",
            "it",
        );
        check(
            "A ponte vai abrir em maio, disse a prefeita, mas a velha ainda fica mais um ano. Foi o que pediram as \
             pessoas que moram perto do rio, e não só elas.",
            "pt",
        );
        check(
            "De brug gaat in mei open, zei de burgemeester, maar de oude blijft nog een jaar staan. Dat hadden de \
             mensen die aan het water wonen ook gevraagd.",
            "nl",
        );
        check(
            "Bron öppnar i maj, sade borgmästaren, men den gamla ska stå kvar ett år till. Det hade de som bor vid \
             ån också bett om, och nu är de nöjda.",
            "sv",
        );
        check(
            "Most zostanie otwarty w maju, powiedziała burmistrz, ale stary będzie stał jeszcze przez rok. O to \
             prosili też ci, którzy mieszkają nad rzeką.",
            "pl",
        );
        check(
            "Most bude otevřen v květnu, řekla starostka, ale starý ještě rok zůstane. O to žádali také lidé, kteří \
             bydlí u řeky, a město jim vyhovělo.",
            "cs",
        );
        check(
            "Silta avataan toukokuussa, sanoi pormestari, mutta vanha on paikallaan vielä vuoden. Sitä olivat \
             toivoneet myös ne, jotka asuvat joen rannalla.",
            "fi",
        );
        check(
            "Мост откроют в мае, сказала мэр, но старый останется ещё на год. Об этом просили те, кто живёт у реки, \
             и город с ними согласился.",
            "ru",
        );
        check(
            "Міст відкриють у травні, сказала мерка, але старий залишиться ще на рік. Про це просили ті, хто живе \
             біля річки, і місто погодилося.",
            "uk",
        );
    }

    #[test]
    fn a_script_tells_its_language() {
        check("市長は五月に橋が開くと言った。古い橋はもう一年残る。", "ja");
        check("市长说，这座桥将于五月开放，旧桥还会再保留一年。", "zh-Hans");
        check("市長說，這座橋將於五月開放，舊橋還會再保留一年。", "zh-Hant");
        check("시장은 다리가 오월에 열린다고 말했다.", "ko");
        check("Η γέφυρα θα ανοίξει τον Μάιο, είπε η δήμαρχος.", "el");
        check("הגשר ייפתח בחודש מאי, אמרה ראש העיר.", "he");
    }

    #[test]
    fn a_headline_is_not_sure_rather_than_wrong() {
        check("Mayor of Reykjavik opens Pont de la Concorde exhibition", "unsure");
        check("Real Madrid beat Bayern Munich in Champions League final", "unsure");
        check("La La Land star to play Don Quijote", "unsure");
        check("Bürgermeisterin eröffnet neue Brücke", "unsure");
        check("Paris: le maire", "unsure");
        check("", "unsure");
        check("2024 – 25", "unsure");
    }

    #[test]
    fn names_of_elsewhere_make_no_text_foreign() {
        check(
            "Luiz Inácio Lula da Silva met José Ángel Gurría and Büşra Doğan at the Teatro alla Scala in Milan, \
             where the three had dinner with François de la Tour and Björn Öberg of the Süddeutsche Zeitung.",
            "unsure",
        );
        check(
            "Müller, Özil, Gündoğan, Süle, Kroos, Werner, Hummels, Brandt, Rüdiger, Plattenhardt",
            "unsure",
        );
    }

    #[test]
    fn what_is_not_english_for_sure_need_not_be_known() {
        // Danish and Norwegian may look the same; Kazakh is not in the tables.
        check(
            "Det er en god dag for byen, og det er det for alle som har bedt om det fra i fjor til i dag, og vi er \
             glade for det. Men hun er ikke med, og han skal til Oslo om det var for sin skyld eller ikke.",
            "foreign",
        );
        check("Қала әкімі көпір мамырда ашылады деді, бірақ ескісі тағы бір жыл тұрады.", "foreign");
    }

    proptest! {
        #[test]
        fn any_text_may_be_asked(text in "(\\PC|[a-zäßéо-я .,\n’']|漢|か|ש|e\u{301}){0,200}") {
            prop_assert_eq!(language(&text).is_some(), matches!(tell(&text), Told::Language(_)));
        }
    }
}
