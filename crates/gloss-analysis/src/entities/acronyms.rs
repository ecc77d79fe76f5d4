//! Names and the letters they are shortened to.

use super::{draft::Draft, identity::Links};
use crate::{
    EntityKind,
    english::{
        offices::HEADS,
        organisations::{BEFORE_OF, LAST_WORDS, NO_BODIES},
        titles,
    },
};
use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

/// Full forms and their letters: "Independent Office for Police Conduct (IOPC)". Names the letters, here and
/// elsewhere, as what they stand for, and gives the pairs back: letters and the range of the full form.
pub(super) fn mark(draft: &mut Draft) -> Links {
    let mut full_forms = HashMap::new();
    let mut people = HashMap::new();
    let mut common = HashSet::new();
    for at in 1..draft.tokens.len() {
        let letters = draft.next_word(at);
        let bracketed = draft.next_word(at - 1) == "(" && draft.next_word(at + 1) == ")";
        if !bracketed || !is_acronym(letters) {
            continue;
        }
        let spelt = spelt_before(draft, letters, at - 1, false)
            .or_else(|| spelt_before(draft, letters, at - 1, true).filter(|full| full.len() > 3));
        let person = spelt.as_ref().and_then(|full| draft.name_at(full.end - 1)).cloned();
        if let Some((EntityKind::Person, person)) = person {
            let article =
                person.start.checked_sub(1).is_some_and(|at| matches!(draft.word(at), "the" | "The"));
            if article {
                // "the Bruhat Bengaluru Mahanagara Palike (BBMP)" is nobody.
                draft.mark(&person, EntityKind::Organisation);
            } else {
                // "Andrés Manuel López Obrador (AMLO)"
                if spelt.is_some_and(|full| full == person) {
                    people.insert(letters.to_owned(), Some(person));
                }
                continue;
            }
        } else if let Some(full) = spelt.filter(|full| is_body(draft, full)) {
            draft.mark(&full, EntityKind::Organisation);
        }
        let Some((kind, full)) = full_form(draft, letters, at - 1) else {
            if is_common(draft, letters, at - 1) || is_treaty(draft, at - 1) {
                common.insert(letters.to_owned());
            }
            continue;
        };
        draft.mark(&(at..at + 1), kind);
        full_forms.insert(letters.to_owned(), full);
    }
    // "the Skin Moisture Factor, or SMF": a thing and its letters.
    for at in 3..draft.tokens.len() {
        let letters = draft.word(at);
        if draft.word(at - 1) != "or"
            || draft.word(at - 2) != ","
            || !is_acronym(letters)
            || letters.chars().count() < 3
        {
            continue;
        }
        if let Some(full) = spelt_before(draft, letters, at - 2, false)
            && full.clone().all(|at| draft.name_at(at).is_none())
            && !LAST_WORDS.contains(draft.word(full.end - 1))
        {
            common.insert(letters.to_owned());
        }
    }
    let initials = initials(draft);
    for at in 0..draft.tokens.len() {
        let word = draft.word(at);
        if let Some(Some(full)) = initials.get(word)
            && !common.contains(word)
            && draft.name_at(at).is_none_or(|(kind, range)| *kind != EntityKind::Person && range.len() == 1)
        {
            full_forms.entry(word.to_owned()).or_insert_with(|| full.clone());
        }
    }
    for at in 0..draft.tokens.len() {
        if common.contains(draft.word(at)) && draft.name_at(at).is_some_and(|(_, range)| range.len() == 1) {
            draft.unmark(&(at..at + 1));
        }
        if let Some(full) = full_forms.get(draft.word(at))
            && draft.name_at(at).is_none_or(|(_, range)| range.len() == 1)
            && let Some((kind, _)) = draft.name_at(full.start).cloned()
        {
            draft.mark(&(at..at + 1), kind);
        }
        if !people.is_empty() && people.contains_key(draft.word(at)) {
            draft.mark(&(at..at + 1), EntityKind::Person);
        }
    }
    Links { acronyms: full_forms, aliases: people }
}

/// The name before the bracket at `end`, if it may be shortened to the letters.
fn full_form(draft: &Draft, letters: &str, end: usize) -> Option<(EntityKind, Range<usize>)> {
    let (kind, range) = draft.name_at(end.checked_sub(1)?)?;
    // "Al Holm University (HU)"
    let article = usize::from(range.len() > 2 && matches!(draft.word(range.start), "Al" | "El"));
    let stands = stands_for(draft, letters, range)
        || stands_for(draft, letters, &(range.start + article..range.end))
        || *kind == EntityKind::Organisation && stands_elsewhere(draft, letters, range);
    (*kind != EntityKind::Person && stands).then(|| (*kind, range.clone()))
}

/// Whether the letters may be those of the body's name in its own language: all initials of the name are among them in
/// another order, as in "National Institute of Migration (INAMI)".
fn stands_elsewhere(draft: &Draft, letters: &str, range: &Range<usize>) -> bool {
    let initials =
        range.clone().filter(|at| draft.is_capitalised(*at)).filter_map(|at| draft.word(at).chars().next());
    let initials: Vec<char> = initials.collect();
    let capitals = letters.chars().count() > 2 && letters.chars().all(char::is_uppercase);
    capitals
        && initials.len() > 1
        && initials.len() <= letters.chars().count()
        && initials.iter().all(|initial| letters.contains(*initial))
        && super::public_life::usual_name(EntityKind::Place, letters).is_none()
}

/// Words that acronyms leave out, or keep as small letters: `MoT` for the Ministry of Trade.
const SMALL: &[&str] =
    &["of", "and", "the", "for", "in", "on", "to", "&", "de", "la", "del", "y", "du", "des", "et", "-"];

/// The words before the bracket at `end` whose initials are the letters, each in its turn.
/// With `small` also that of "in" or "of": "UNMIK", the UN Mission in Kosovo.
fn spelt_before(draft: &Draft, letters: &str, end: usize, small: bool) -> Option<Range<usize>> {
    let mut wanted = letters.chars().rev().peekable();
    let mut at = end;
    while let Some(letter) = wanted.peek().copied() {
        if at == 0 || at + 3 * letters.len() < end || draft.begins_sentence(at) && at != end {
            return None;
        }
        at -= 1;
        let word = draft.word(at);
        let initial = word.chars().next()?;
        let fits = initial.to_lowercase().eq(letter.to_lowercase());
        if SMALL.contains(&word) {
            if fits && (letter.is_lowercase() || small) {
                wanted.next();
            }
        } else if fits && (initial.is_uppercase() || draft.word(at.saturating_sub(1)) == "-") {
            wanted.next();
        } else if draft.word(at.saturating_sub(1)) != "-" {
            return None;
        }
    }
    (draft.is_capitalised(at) && end > at + 1).then_some(at..end)
}

/// Whether words before a bracket are a body's name that is longer than what is marked of it.
fn is_body(draft: &Draft, full: &Range<usize>) -> bool {
    let is_marked = |at: usize| draft.name_at(at).is_some_and(|(kind, _)| *kind == EntityKind::Organisation);
    let is_inside = |at: usize| {
        draft.name_at(at).is_some_and(|(_, range)| range.start <= full.start && full.end <= range.end)
    };
    let is_thing = |at: usize| {
        let word = draft.word(at);
        NO_BODIES.contains(word) || HEADS.contains(word.to_lowercase().as_str()) || titles::is_title(word)
    };
    let holds_word =
        || full.clone().any(|at| LAST_WORDS.contains(draft.word(at)) || BEFORE_OF.contains(draft.word(at)));
    !is_inside(full.start)
        && !is_thing(full.start)
        && !is_thing(full.end - 1)
        && (full.clone().any(is_marked) || holds_word())
}

/// Organisations by their initials, which may stand for them without a bracket; `None` where two have the same.
fn initials(draft: &Draft) -> HashMap<String, Option<Range<usize>>> {
    let mut found: HashMap<String, Option<Range<usize>>> = HashMap::new();
    for (kind, range) in draft.names() {
        let capitals = range
            .clone()
            .filter(|at| draft.is_capitalised(*at))
            .filter_map(|at| draft.word(at).chars().next());
        let letters: String = capitals.collect();
        if kind != EntityKind::Organisation && (kind != EntityKind::Place || range.len() < 3)
            || letters.chars().count() < 3
        {
            continue;
        }
        let words = draft.span(&range).of(draft.text);
        let known = found.entry(letters).or_insert_with(|| Some(range.clone()));
        if known.as_ref().is_some_and(|known| draft.span(known).of(draft.text) != words) {
            *known = None;
        }
    }
    found
}

/// Whether the letters shorten common words before the bracket at `end`: "consumer price index (CPI)".
fn is_common(draft: &Draft, letters: &str, end: usize) -> bool {
    let initial = |at: usize| draft.word(at).chars().next();
    let mut at = end;
    let mut small = 0;
    for letter in letters.chars().rev().flat_map(char::to_lowercase) {
        let fits = |at: usize| initial(at).is_some_and(|c| c.to_lowercase().eq([letter]));
        loop {
            if at == 0 || draft.begins_sentence(at) || end - at > 2 * letters.len() {
                return false;
            }
            at -= 1;
            if fits(at) || !matches!(draft.word(at), "of" | "and" | "the" | "for" | "in" | "to" | "-") {
                break;
            }
        }
        if !fits(at) {
            return false;
        }
        small += usize::from(initial(at).is_some_and(char::is_lowercase));
    }
    // The first word may begin a sentence.
    small + 1 >= letters.chars().count() && !draft.is_capitalised(end - 1)
}

/// Whether the words before the bracket at `end` name a treaty: "Convention on the Law of the Sea (UNCLOS)".
fn is_treaty(draft: &Draft, end: usize) -> bool {
    let words = (end.saturating_sub(10)..end).rev().take_while(|at| !draft.begins_sentence(at + 1));
    let mut name = words.take_while(|at| draft.is_capitalised(*at) || SMALL.contains(&draft.word(*at)));
    name.any(|at| {
        matches!(draft.word(at), "Convention" | "Treaty" | "Covenant" | "Protocol")
            && matches!(draft.word(at + 1), "on" | "for" | "of" | "against")
    })
}

fn is_acronym(letters: &str) -> bool {
    (2..=10).contains(&letters.chars().count())
        && letters.starts_with(char::is_uppercase)
        && letters.chars().all(char::is_alphabetic)
}

/// Whether the words have the letters in their order, the first at the beginning: "Fenafuth" and
/// "Federación Nacional Autónoma de Fútbol".
fn stands_for(draft: &Draft, letters: &str, range: &Range<usize>) -> bool {
    let mut wanted = letters.chars().flat_map(char::to_lowercase).peekable();
    let starts_alike =
        wanted.peek().copied() == draft.word(range.start).chars().flat_map(char::to_lowercase).next();
    for at in range.clone() {
        for c in draft.word(at).chars().flat_map(char::to_lowercase) {
            wanted.next_if_eq(&c);
        }
    }
    starts_alike && range.len() > 1 && wanted.peek().is_none()
}
