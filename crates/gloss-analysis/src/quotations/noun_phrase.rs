//! Noun phrases by their shape: where one that ends here began, and how far one that begins here goes.
//!
//! No grammar is involved: a phrase is what lies between words of the closed classes, verbs and
//! punctuation, with the prepositions that commonly tie two names together.

use super::{
    lexicon::{Class, Form, class, is_body_noun, is_person_noun, is_reporting_noun},
    passage::{ItemKind, Passage},
};
use std::ops::Range;

/// The longest phrase looked for, in items; it bounds the work for each reporting verb.
const LONGEST: usize = 30;

/// Prepositions that tie a phrase to what follows it ("the head of the union").
const TIES: &[&str] = &["of", "for", "at", "from", "in", "with", "to", "on", "against", "under", "behind"];

/// The most words of a title or nickname between marks inside a phrase.
const TITLE: usize = 5;

/// The phrase that ends before `end` and begins at `low` or later.
pub(super) fn before(passage: &Passage, text: &str, low: usize, end: usize) -> Option<Range<usize>> {
    let low = low.max(end.saturating_sub(LONGEST));
    let mut start = end;
    let mut at = end;
    let mut words = 0;
    while at > low {
        let here = at - 1;
        let taken = match passage.kind(here)? {
            ItemKind::Word(Class::Name | Class::Common | Class::Time) => {
                words += 1;
                true
            }
            ItemKind::Number => true,
            ItemKind::Possessive => here > low && start < end,
            ItemKind::Word(Class::Determiner) => {
                start = here;
                // "the head of the", "a No 10"
                let goes_on = here > low
                    && (is_tie(passage, text, here - 1)
                        || passage.class(here - 1) == Some(Class::Determiner));
                if !goes_on {
                    break;
                }
                true
            }
            ItemKind::Word(Class::Preposition) => {
                is_tie(passage, text, here) && here > low && start < end && ends_phrase(passage, here - 1)
            }
            ItemKind::Word(Class::Conjunction) => here > low && start == at && joins(passage, text, here),
            // "the “Barn” actor", "Duane “The Wall” Jansen"
            ItemKind::Quoted(_) => here > low && start == at && is_epithet(passage, text, here),
            // "the Department for Trade, Energy and Industry"
            ItemKind::Sign(',') if start == at => match list_of_body(passage, text, low, here) {
                Some(first) => {
                    (at, start) = (first, first);
                    continue;
                }
                None => false,
            },
            ItemKind::Sign('-' | '–' | '/' | '&' | '.' | '’' | '\'') => {
                start < end && here > low && touches(passage, here) && !is_run_on(passage, text, here)
            }
            ItemKind::Sign(')') if here > low => match opening(passage, low, here) {
                Some(open) => {
                    at = open;
                    start = open;
                    continue;
                }
                None => false,
            },
            _ => false,
        };
        if !taken {
            break;
        }
        start = here;
        at = here;
    }
    if words == 0 {
        return None;
    }
    // Stray marks and dashes before the phrase are none of it.
    while start < end && matches!(passage.kind(start), Some(ItemKind::Sign(c)) if c != '(') {
        start += 1;
    }
    trim(passage, text, low, start..end)
}

/// The phrase that begins at `start` and ends at `high` or before.
pub(super) fn after(passage: &Passage, text: &str, start: usize, high: usize) -> Option<Range<usize>> {
    let high = high.min(start + LONGEST);
    if passage.class(start) == Some(Class::Pronoun) {
        return Some(start..start + 1);
    }
    let mut at = start;
    let (mut words, mut end) = (0, start);
    let mut named = false;
    while at < high {
        match passage.kind(at)? {
            ItemKind::Word(Class::Name) => {
                (words, named) = (words + 1, true);
            }
            ItemKind::Word(Class::Common) => {
                let word = passage.word(text, at);
                if named && ["ed", "ing"].iter().any(|ending| word.ends_with(ending))
                    || words > 0 && word.ends_with("ing") && !named
                {
                    break;
                }
                words += 1;
            }
            ItemKind::Word(Class::Determiner | Class::Adverb) if words == 0 => {}
            ItemKind::Word(Class::Time) if words == 0 && at == start => return None,
            ItemKind::Number if words > 0 || at > start => {}
            ItemKind::Number => words += 1,
            ItemKind::Possessive => {}
            ItemKind::Word(Class::Preposition)
                if words > 0
                    && (matches!(passage.word(text, at), "of" | "for" | "at" | "from" | "with" | "in")
                        || passage.word(text, at) == "to" && is_sent(passage.word(text, at - 1)))
                    && begins_phrase(passage, at + 1)
                    && !is_circumstance(passage, text, at, named) =>
            {
                named = false;
                at += 1;
                while at < high && passage.class(at) == Some(Class::Determiner) {
                    at += 1;
                }
                continue;
            }
            ItemKind::Word(Class::Conjunction) if words > 0 && joins(passage, text, at) => {}
            ItemKind::Quoted(_) if at > start && is_epithet(passage, text, at) => {}
            ItemKind::Sign(',') if named && goes_on_as_list(passage, text, start, at, high) => {}
            ItemKind::Sign('-' | '–' | '/' | '&' | '.' | '’' | '\'')
                if words > 0 && touches(passage, at) && !is_run_on(passage, text, at) => {}
            ItemKind::Sign('(') if words > 0 => match closing(passage, at, high) {
                Some(close) => {
                    at = close + 1;
                    end = at;
                    continue;
                }
                None => break,
            },
            _ => break,
        }
        at += 1;
        if !matches!(passage.kind(at - 1), Some(ItemKind::Sign(_))) {
            end = at;
        }
    }
    (words > 0).then_some(start..end).filter(|phrase| !phrase.is_empty())
}

/// The phrase at the head of a clause: after its conjunctions and adverbs, unless it begins as an adjunct
/// ("On Monday", "When asked", "Opening the case").
pub(super) fn heading(passage: &Passage, text: &str, clause: Range<usize>) -> Option<Range<usize>> {
    let mut start = clause.start;
    while start < clause.end && matches!(passage.class(start), Some(Class::Conjunction | Class::Adverb)) {
        start += 1;
    }
    start = after_time(passage, text, start..clause.end);
    match passage.kind(start)? {
        ItemKind::Word(
            Class::Preposition | Class::Subordinator | Class::Relative | Class::Time | Class::Cue(..),
        ) => None,
        // "Opening the case, …"
        _ if passage.word(text, start).ends_with("ing")
            && matches!(
                passage.class(start + 1),
                Some(Class::Determiner | Class::Pronoun | Class::Preposition)
            ) =>
        {
            None
        }
        _ => after(passage, text, start, clause.end).map(|phrase| without_verb(passage, text, phrase)),
    }
}

/// "The narrator" of "the narrator continues": a subject without the verb that may be a noun elsewhere.
fn without_verb(passage: &Passage, text: &str, phrase: Range<usize>) -> Range<usize> {
    let last = phrase.end - 1;
    let word = passage.word(text, last);
    // "Blake watches the market"
    let object = word.ends_with('s')
        && passage.class(last.saturating_sub(1)) == Some(Class::Name)
        && matches!(passage.class(phrase.end), Some(Class::Determiner | Class::Pronoun));
    let verb = object
        || matches!(word, "gives" | "goes" | "makes" | "takes" | "comes" | "shows" | "has")
        || matches!(class(word, false), Class::Cue(_, Form::Present)) && !is_reporting_noun(word);
    let lone = passage.class(last) == Some(Class::Common) && phrase.len() > 1;
    let subject = matches!(passage.class(last.saturating_sub(1)), Some(Class::Common | Class::Name))
        && !passage.word(text, last.saturating_sub(1)).ends_with('s');
    if verb && lone && subject { phrase.start..last } else { phrase }
}

/// Whether a phrase at the head of a sentence is a participle with its object rather than a subject: "Paying
/// tribute".
pub(super) fn is_participial(passage: &Passage, text: &str, phrase: &Range<usize>) -> bool {
    let word = passage.word(text, phrase.start);
    phrase.len() > 1
        && word.len() > 5
        && word.ends_with("ing")
        && !matches!(word, "Nothing" | "Something" | "Anything" | "Everything" | "Beijing" | "Boeing")
}

/// Where a clause goes on after the time that it begins with ("Last night Blake", "On Monday Blake"), or its own
/// beginning.
fn after_time(passage: &Passage, text: &str, clause: Range<usize>) -> usize {
    let mut at = clause.start;
    while at < clause.end
        && at < clause.start + 6
        && (passage.class(at) == Some(Class::Time)
            || passage.kind(at) == Some(ItemKind::Number) && at > clause.start
            || matches!(
                passage.word(text, at),
                "Last" | "last" | "next" | "this" | "This" | "late" | "early"
            )
            || at == clause.start && matches!(passage.word(text, at), "On" | "on" | "In" | "in" | "By"))
    {
        at += 1;
    }
    let timed = at > clause.start && (clause.start..at).any(|at| passage.class(at) == Some(Class::Time));
    let subject = matches!(passage.class(at), Some(Class::Name | Class::Determiner | Class::Pronoun));
    if timed && subject && at < clause.end { at } else { clause.start }
}

/// Whether "and" at `at` joins two names, or two words for people, into one phrase: "Anna and Tom", "the singer
/// and guitarist".
fn joins(passage: &Passage, text: &str, at: usize) -> bool {
    if at == 0 || passage.word(text, at) != "and" {
        return false;
    }
    let is_name = |at: usize| passage.class(at) == Some(Class::Name);
    let is_person = |at: usize| {
        matches!(passage.class(at), Some(Class::Common | Class::Name))
            && is_occupation(passage.word(text, at))
    };
    // The occupation may have an adjective before it: "the writer and former teacher".
    let person_after = is_person(at + 1) || passage.class(at + 1) == Some(Class::Common) && is_person(at + 2);
    is_name(at - 1) && is_name(at + 1) || is_person(at - 1) && person_after
}

/// Whether a word names what somebody is by trade.
fn is_occupation(word: &str) -> bool {
    let word = word.to_lowercase();
    let word = word.strip_suffix('s').unwrap_or(&word);
    is_person_noun(word)
        || word.len() > 5 && ["ist", "ian", "man", "woman"].iter().any(|end| word.ends_with(end))
}

/// Whether a quotation is a title or nickname inside a phrase rather than something said.
fn is_epithet(passage: &Passage, text: &str, at: usize) -> bool {
    let words = passage.word(text, at);
    let inner = words.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ',' | '!' | '?'));
    let before = at.checked_sub(1).and_then(|before| passage.class(before));
    inner.starts_with(char::is_uppercase)
        && !inner.ends_with([',', '.', '!', '?'])
        && words.split_whitespace().take(TITLE + 1).count() <= TITLE
        && matches!(
            (before, passage.class(at + 1)),
            (Some(Class::Determiner), Some(Class::Common)) | (Some(Class::Name), Some(Class::Name))
        )
}

/// Where a body's name begins whose list of fields has a comma at `comma`: at "Department" in "Department for Trade,
/// Energy and Industry".
fn list_of_body(passage: &Passage, text: &str, low: usize, comma: usize) -> Option<usize> {
    // After the comma one or two names, "and", and names: "Energy and Industry".
    let after = (comma + 1..comma + 4).take_while(|&at| passage.class(at) == Some(Class::Name)).count();
    let goes_on = after > 0
        && (passage.word(text, comma + 1 + after) == "and" || passage.is_sign(comma + 1 + after, ','))
        && passage.class(comma + 2 + after) == Some(Class::Name);
    let mut at = comma;
    while goes_on
        && at > low
        && matches!(passage.kind(at - 1), Some(ItemKind::Word(Class::Name) | ItemKind::Sign(',')))
    {
        at -= 1;
    }
    let tie = at.checked_sub(1).filter(|&tie| tie > low && at < comma)?;
    let body = passage.word(text, tie - 1);
    (matches!(passage.word(text, tie), "for" | "of" | "on")
        && passage.class(tie - 1) == Some(Class::Name)
        && (is_body_noun(body) || is_person_noun(body)))
    .then_some(tie - 1)
}

/// Whether the comma at `comma` goes on with the list of a body's name that a phrase from `start` holds.
fn goes_on_as_list(passage: &Passage, text: &str, start: usize, comma: usize, high: usize) -> bool {
    comma + 2 < high && list_of_body(passage, text, start.saturating_sub(1), comma).is_some()
}

/// Whether the preposition at `at` begins a circumstance rather than a part of the phrase: "Blake at the time",
/// "Blake in his speech".
fn is_circumstance(passage: &Passage, text: &str, at: usize, named: bool) -> bool {
    let noun = at + 1 + usize::from(passage.class(at + 1) == Some(Class::Determiner));
    let own = matches!(passage.word(text, at + 1), "his" | "her" | "their" | "its");
    passage.word(text, at) != "of"
        && (matches!(
            passage.word(text, noun),
            "time" | "past" | "end" | "wake" | "process" | "meantime" | "front"
        ) || passage.class(noun) == Some(Class::Time)
            || named && own)
}

/// Whether somebody called by `word` is sent to a place or serves somebody: "ambassador to Britain".
fn is_sent(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "ambassador"
            | "envoy"
            | "adviser"
            | "advisor"
            | "aide"
            | "commissioner"
            | "emissary"
            | "representative"
    )
}

fn is_tie(passage: &Passage, text: &str, at: usize) -> bool {
    passage.class(at) == Some(Class::Preposition) && TIES.contains(&passage.word(text, at))
}

fn ends_phrase(passage: &Passage, at: usize) -> bool {
    matches!(
        passage.kind(at),
        Some(ItemKind::Word(Class::Name | Class::Common) | ItemKind::Number | ItemKind::Sign(')'))
    )
}

fn begins_phrase(passage: &Passage, at: usize) -> bool {
    matches!(
        passage.kind(at),
        Some(ItemKind::Word(Class::Name | Class::Common | Class::Determiner) | ItemKind::Number)
    )
}

/// Whether a sign is next to the item before it, as a hyphen or the stop of an abbreviation does.
fn touches(passage: &Passage, at: usize) -> bool {
    match (at.checked_sub(1).and_then(|before| passage.items.get(before)), passage.items.get(at)) {
        (Some(before), Some(here)) => before.span.end == here.span.start || passage.is_sign(at, '&'),
        _ => false,
    }
}

/// Whether a stop ends a sentence though the next one follows without a space: "said Blake.Others", but not "D.O.M.".
fn is_run_on(passage: &Passage, text: &str, at: usize) -> bool {
    passage.is_sign(at, '.')
        && touches(passage, at + 1)
        && at.checked_sub(1).is_some_and(|before| passage.word(text, before).chars().count() > 2)
}

fn opening(passage: &Passage, low: usize, close: usize) -> Option<usize> {
    (low.max(close.saturating_sub(6))..close).rev().find(|&at| passage.is_sign(at, '('))
}

fn closing(passage: &Passage, open: usize, high: usize) -> Option<usize> {
    (open + 1..high.min(open + 7)).find(|&at| passage.is_sign(at, ')'))
}

/// Takes away what does not belong to the phrase: "In a statement Blake" is "Blake", "Blake on Friday" is
/// "Blake", "last week Blake" is "Blake".
fn trim(passage: &Passage, text: &str, low: usize, phrase: Range<usize>) -> Option<Range<usize>> {
    let mut phrase = phrase;
    while phrase.start < phrase.end && passage.class(phrase.end - 1) == Some(Class::Time) {
        phrase.end -= 1;
        while phrase.start < phrase.end
            && (passage.class(phrase.end - 1) == Some(Class::Preposition)
                || matches!(passage.word(text, phrase.end - 1), "last" | "this" | "late" | "early"))
        {
            phrase.end -= 1;
        }
    }
    // "likely to soothe Democrats": the infinitive is none of it.
    if phrase.start > low
        && phrase.len() > 1
        && passage.word(text, phrase.start - 1) == "to"
        && passage.class(phrase.start) == Some(Class::Common)
    {
        phrase.start += 1;
    }
    let adjunct = phrase.start > low && passage.class(phrase.start - 1) == Some(Class::Preposition);
    let lead = phrase.clone().take_while(|&at| {
        passage.class(at) == Some(Class::Time) || matches!(passage.word(text, at), "Last" | "last" | "This")
    });
    let lead = lead.filter(|&at| passage.class(at) == Some(Class::Time)).last();
    if let Some(time) = lead {
        phrase.start = time + 1;
    } else if adjunct {
        // The names at the end, if something else comes before them.
        let names = phrase.clone().rev().take_while(|&at| {
            matches!(passage.class(at), Some(Class::Name))
                || passage.is_sign(at, '.')
                || passage.is_sign(at, '-')
        });
        if let Some(first) = names.last()
            && first > phrase.start
            && passage.class(first - 1) == Some(Class::Common)
        {
            phrase.start = first;
        }
    }
    (!phrase.is_empty()).then_some(phrase)
}
