//! What a name names, by the words around it anywhere in the article: "the charity Molly's", "her boyfriend, London
//! Renner".

use super::{draft::Draft, public_life, quantities::is_years};
use crate::{
    EntityKind::{self, Organisation, Person, Place},
    english::{
        names::{DEMONYMS, LANDS, RELATIONS},
        offices::HEADS,
        organisations::{ACTS, COMPANY_OFFICES, LAST_WORDS, LEGAL, NOUNS, NOUNS_OF_PEOPLE},
        titles::{TRADES, is_title},
    },
};
use gloss_text::TokenKind;
use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

/// How far after a name the noun may be that says what it names, in tokens: "Kan, the public broadcaster".
const REACH: usize = 7;

/// Corrects the kind of names that the article itself tells, and takes off marks of adjectives.
pub(super) fn apply(draft: &mut Draft) {
    for (kind, range) in draft.names() {
        if kind == Place && range.len() == 1 && DEMONYMS.contains(draft.word(range.start)) {
            draft.unmark(&range);
        } else if kind == Person
            && range.len() > 1
            && (LEGAL.contains(draft.word(range.end - 1))
                || matches!(
                    draft.word(range.end - 1),
                    "SA" | "AG" | "AB" | "NV" | "SpA" | "Oy" | "ASA" | "SE"
                ))
        {
            draft.mark(&range, Organisation);
        } else if is_river(draft, kind, &range)
            || kind == Organisation && range.len() > 1 && LANDS.contains(draft.word(range.end - 1))
            || kind == Person && range.len() == 1 && is_seat(draft, range.start)
        {
            draft.mark(&range, Place);
        }
    }
    for at in 2..draft.tokens.len() {
        if let Some(person) = aged_initials(draft, at) {
            draft.mark(&person, Person);
        }
        if let Some(home) = home(draft, at) {
            draft.mark(&home, Place);
        }
    }
    let names = draft.names();
    let people = words_of_people(draft, &names);
    // For each name whether the article says that it names an organisation, a person, or both.
    let mut told: HashMap<&str, (bool, bool)> = HashMap::new();
    for (kind, range) in &names {
        let surface = draft.span(range).of(draft.text);
        let lone = range.len() == 1 && people.contains(draft.word(range.start));
        let body = match kind {
            Place => is_acting_acronym(draft, range),
            _ => {
                !lone
                    && (is_told_body(draft, range)
                        || *kind == Person && is_long_acronym(draft, range, &people))
            }
        };
        let person = *kind != Person && is_told_person(draft, range);
        if body || person {
            let told = told.entry(surface).or_default();
            *told = (told.0 || body, told.1 || person);
        }
    }
    for (_, range) in &names {
        match told.get(draft.span(range).of(draft.text)) {
            Some((true, false)) => {
                let possessive = is_possessive(draft, range.end) && !follows_word(draft, range.end + 1);
                draft.mark(&(range.start..range.end + usize::from(possessive)), Organisation);
            }
            Some((false, true)) => draft.mark(range, Person),
            _ => {}
        }
    }
}

/// Whether the number at `at` is an age between commas: "Ann Holm, 31, of Barton".
fn is_apposed_age(draft: &Draft, at: usize) -> bool {
    !draft.begins_sentence(at)
        && draft.word(at - 1) == ","
        && draft.next_word(at + 1) == ","
        && is_years(draft, at)
}

/// What is taken for a body before the age at `at`, and has an initial as people have: "Ann F. Holm, 31,".
fn aged_initials(draft: &Draft, at: usize) -> Option<Range<usize>> {
    let (kind, range) = draft.name_at(at - 2).filter(|_| is_apposed_age(draft, at))?;
    let initial = range.clone().any(|at| draft.word(at).len() == 1 && draft.is_capitalised(at));
    (*kind == Organisation && range.len() > 2 && initial).then(|| range.clone())
}

/// The place that is told after the age at `at`, as police tell it: "Ann Holm, 31, of Barton, was", "Tom Reed, 22, Barton,".
fn home(draft: &Draft, at: usize) -> Option<Range<usize>> {
    if !is_apposed_age(draft, at) {
        return None;
    }
    let of = draft.next_word(at + 2) == "of";
    let start = at + 2 + usize::from(of);
    let name = match draft.name_at(start) {
        Some((kind, range)) if range.start == start && (*kind == Organisation || range.len() == 1) => {
            range.clone()
        }
        None if draft.is_capitalised(start) && !draft.begins_sentence(start) => start..start + 1,
        _ => return None,
    };
    let next = draft.next_word(name.end);
    let goes_on = match next {
        "," => !draft.next_word(name.end + 1).starts_with(char::is_numeric),
        "." | "" | "and" | ";" => of,
        word => matches!(word, "was" | "were" | "is" | "has" | "faces" | "pleaded"),
    };
    let words = || name.clone().map(|at| draft.word(at));
    let is_body = words().any(|word| LAST_WORDS.contains(word) || LEGAL.contains(word))
        || public_life::usual_name(Organisation, &words().collect::<Vec<_>>().join(" ")).is_some();
    (goes_on && !is_body && name.len() < 4 && !DEMONYMS.contains(draft.word(start))).then_some(name)
}

/// "the Amazon" is a river and its forest.
fn is_river(draft: &Draft, kind: EntityKind, range: &Range<usize>) -> bool {
    let next = draft.next_word(range.end);
    let land = ["rainforest", "basin", "forest", "river", "region", "jungle", "and", "is", "was", "in"];
    kind == Organisation
        && range.len() == 1
        && draft.word(range.start) == "Amazon"
        && range.start > 0
        && draft.word(range.start - 1) == "the"
        && (!next.starts_with(char::is_alphanumeric) || land.contains(&next))
}

/// Whether the token is what somebody sits in parliament for: "the Labour MP for Barton".
fn is_seat(draft: &Draft, at: usize) -> bool {
    at >= 2
        && !draft.begins_sentence(at)
        && draft.word(at - 1) == "for"
        && matches!(draft.word(at - 2), "MP" | "MPs" | "MEP" | "MSP" | "TD")
}

/// The words of full names and of names after titles, which stay people's.
fn words_of_people<'a>(draft: &Draft<'a>, names: &[(EntityKind, Range<usize>)]) -> HashSet<&'a str> {
    let people = names.iter().filter(|(kind, range)| {
        let titled =
            range.start > 0 && !draft.begins_sentence(range.start) && is_title(draft.word(range.start - 1));
        *kind == Person && (range.len() > 1 || titled)
    });
    people.flat_map(|(_, range)| range.clone()).map(|at| draft.word(at)).collect()
}

fn is_possessive(draft: &Draft, at: usize) -> bool {
    draft.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Possessive)
}

fn follows_word(draft: &Draft, at: usize) -> bool {
    draft.next_word(at).starts_with(char::is_alphanumeric)
}

/// "the charity Molly's", "Molly's, a charity", "CEO of Alford Hughes".
fn is_told_body(draft: &Draft, range: &Range<usize>) -> bool {
    let is_noun = |noun: &str| NOUNS.contains(noun) && (range.len() == 1 || !NOUNS_OF_PEOPLE.contains(noun));
    if is_apposed(draft, range.end, is_noun) {
        return true;
    }
    if draft.begins_sentence(range.start) || range.start < 2 {
        return false;
    }
    let before = draft.word(range.start - 1);
    let noun = is_noun(before) && !draft.begins_sentence(range.start - 1);
    noun || before == "of" && COMPANY_OFFICES.contains(draft.word(range.start - 2))
}

/// Whether the name is one word in capitals, too long for anybody's initials, and no name that a heading or a
/// transcript has in capitals.
fn is_long_acronym(draft: &Draft, range: &Range<usize>, people: &HashSet<&str>) -> bool {
    let is_capitals = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    let word = draft.word(range.start);
    let beside =
        [range.start.checked_sub(1).map(|at| draft.word(at)).unwrap_or_default(), draft.next_word(range.end)];
    let mut letters = word.chars();
    let usual: String = letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect();
    range.len() == 1
        && word.chars().count() > 3
        && is_capitals(word)
        && beside[1] != ":"
        && !beside.into_iter().any(is_capitals)
        && !people.contains(usual.as_str())
}

/// Whether it is letters that speak or act: "the SRI has collected", "EMC said".
fn is_acting_acronym(draft: &Draft, range: &Range<usize>) -> bool {
    let word = draft.word(range.start);
    let letters = range.len() == 1 && (3..=6).contains(&word.len()) && word.chars().all(char::is_uppercase);
    letters && ACTS.contains(draft.next_word(range.end)) && public_life::usual_name(Place, word).is_none()
}

/// "her boyfriend, London Renner", "artist Samantha Campbell".
fn is_told_person(draft: &Draft, range: &Range<usize>) -> bool {
    let words = range.clone().map(|at| draft.word(at));
    let named = (2..=3).contains(&range.len())
        && range.clone().all(|at| draft.is_capitalised(at))
        && !words.clone().any(|word| LAST_WORDS.contains(word) || word.chars().all(char::is_uppercase));
    if named && is_apposed(draft, range.end, |noun| TRADES.contains(noun)) {
        return true;
    }
    if !named || draft.begins_sentence(range.start) || range.start < 2 {
        return false;
    }
    let before = draft.word(range.start - 1);
    if before == "," {
        return RELATIONS.contains(draft.word(range.start - 2)) && draft.next_word(range.end) == ",";
    }
    let is_plain = before.starts_with(char::is_lowercase);
    let weak =
        matches!(before, "model" | "driver" | "passenger" | "resident" | "investor" | "trader" | "producer");
    is_plain
        && !weak
        && (TRADES.contains(before)
            || RELATIONS.contains(before)
            || matches!(before, "spokesman" | "spokeswoman" | "spokesperson"))
        && !HEADS.contains(draft.word(range.end - 1).to_lowercase().as_str())
}

/// Whether a description follows that ends in a noun of that kind: ", a charity in Leeds,".
fn is_apposed(draft: &Draft, mut at: usize, is_noun: impl Fn(&str) -> bool) -> bool {
    at += usize::from(is_possessive(draft, at));
    if draft.next_word(at) != "," || !matches!(draft.next_word(at + 1), "a" | "an" | "the" | "one") {
        return false;
    }
    let description = (at + 2..at + 2 + REACH).take_while(|at| {
        let word = draft.next_word(*at);
        word.starts_with(char::is_alphabetic)
            && !matches!(word, "that" | "which" | "who" | "based" | "in" | "of" | "for" | "with" | "at")
    });
    description.last().is_some_and(|at| is_noun(draft.word(at)) && !is_possessive(draft, at + 1))
}
