//! Where the names of organisations begin and end, by the words that they are made of.

use super::draft::Draft;
use crate::{
    EntityKind::{self, Organisation, Person, Place},
    english::{
        offices::HEADS,
        organisations::{BEFORE_OF, BODY_OFFICES, COMMON_CAPITALS, LAST_WORDS, LEGAL},
        titles::TRADES,
    },
};
use gloss_text::TokenKind;
use std::{collections::HashSet, ops::Range};

/// Words that a name may be longer than the tagger says, in tokens.
const LONGEST: usize = 5;

/// Mends the extent of organisations' names, and takes marks off capitals that name nothing.
pub(super) fn mend(draft: &mut Draft) {
    for (kind, range) in draft.names() {
        if range.len() == 1 && COMMON_CAPITALS.contains(draft.word(range.start)) {
            draft.unmark(&range);
        } else if kind == Person && range.len() == 1 && is_station(draft.word(range.start)) {
            draft.mark(&range, Organisation);
        } else if kind == Person {
            part_office(draft, &range);
        } else if kind == Organisation {
            let range = without_office(draft, &range);
            part_list(draft, &range);
        } else if range.len() > 1 && is_court(draft, range.end - 1) {
            draft.mark(&range, Organisation);
        }
    }
    part_people(draft);
    unmark_others(draft);
    for (kind, range) in draft.names() {
        // An earlier name may have taken it in.
        if draft.name_at(range.start).is_some_and(|(_, now)| *now == range)
            && let Some(end) = end_of_body(draft, kind, &range)
        {
            draft.mark(&(range.start..end), Organisation);
        }
    }
    join_of(draft);
    join_departments(draft);
    join_fields(draft);
    unmark_offices(draft);
}

/// Whether a token may go on a name: it has a capital and is of the same sentence.
fn continues(draft: &Draft, at: usize) -> bool {
    !draft.begins_sentence(at) && draft.is_capitalised(at)
}

/// Separates a person from an office or a body that the tagger has drawn into the name: "Councilman César Lesme",
/// "RID Taweesak Tanadechopol".
fn part_office(draft: &mut Draft, range: &Range<usize>) {
    let inner = range.start..range.end.saturating_sub(1);
    let offices: Vec<usize> = inner.filter(|at| is_office(draft, *at)).collect();
    if let (Some(first), Some(office)) = (offices.first(), offices.last()) {
        draft.unmark(range);
        if first == office && *office > range.start + 1 {
            draft.mark(&(range.start..*office), Organisation);
        }
        draft.mark(&(office + 1..range.end), Person);
        return;
    }
    let first = draft.word(range.start);
    let is_capitals = |word: &str| word.chars().all(char::is_uppercase);
    let letters = first.chars().count();
    if (3..=6).contains(&letters)
        && is_capitals(first)
        && range.len() > 2
        && range.clone().skip(1).all(|at| !is_capitals(draft.word(at)))
    {
        draft.mark(&(range.start..range.start + 1), Organisation);
        draft.mark(&(range.start + 1..range.end), Person);
    }
}

fn is_office(draft: &Draft, at: usize) -> bool {
    let word = draft.word(at).to_lowercase();
    draft.is_capitalised(at) && (HEADS.contains(word.as_str()) || TRADES.contains(word.as_str()))
}

/// Takes the office off a body: "Executive Director African Agricultural Technology Foundation".
fn without_office(draft: &mut Draft, range: &Range<usize>) -> Range<usize> {
    let is_part = |at: &usize| {
        let word = draft.word(*at);
        BODY_OFFICES.contains(word)
            || matches!(word, "Executive" | "Chief" | "Managing" | "Deputy" | "Vice" | "Group")
    };
    let offices = range.clone().take_while(is_part).filter(|at| BODY_OFFICES.contains(draft.word(*at)));
    let rest = offices.last().map_or(range.start, |office| office + 1)..range.end;
    if rest.start == range.start || rest.len() < 2 || !draft.is_capitalised(rest.start) {
        return range.clone();
    }
    draft.mark(&rest, Organisation);
    rest
}

/// Separates names in a list: "Ministry of Health, Pharmac", "UN and Security Council".
fn part_list(draft: &mut Draft, range: &Range<usize>) {
    let is_capitals = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
    let comma = range.clone().find(|at| draft.word(*at) == ",");
    let at = match comma {
        // "Department for Trade, Energy and Industry", "Brightwater, Inc."
        Some(comma) => {
            let has_and = (comma..range.end).any(|at| draft.word(at) == "and");
            Some(comma).filter(|_| {
                !has_and && !LEGAL.contains(draft.word(comma + 1)) && draft.word(comma + 1) != "Inc"
            })
        }
        None => Some(range.start + 1)
            .filter(|at| range.len() > 2 && draft.word(*at) == "and" && is_capitals(draft.word(range.start))),
    };
    if let Some(at) = at.filter(|at| *at > range.start && at + 1 < range.end) {
        draft.mark(&(range.start..at), Organisation);
        draft.mark(&(at + 1..range.end), Organisation);
    }
}

/// Separates people from the name of a body before theirs, where they are named elsewhere: "State Great Khural
/// G. Zandanshatar".
pub(super) fn part_people(draft: &mut Draft) {
    let names = draft.names();
    let people: HashSet<&str> = names
        .iter()
        .filter(|(kind, range)| *kind == Person && (2..=4).contains(&range.len()))
        .map(|(_, range)| draft.span(range).of(draft.text))
        .collect();
    for (_, range) in names.iter().filter(|(kind, range)| *kind != Person && range.len() > 2) {
        let person = (range.start + 1..range.end - 1)
            .map(|at| at..range.end)
            .find(|person| person.len() <= 4 && people.contains(draft.span(person).of(draft.text)));
        if let Some(person) = person {
            draft.mark(&(range.start..person.start), Organisation);
            draft.mark(&person, Person);
        }
    }
}

/// Where a body's name ends that the tagger has found the beginning of: "Qatar Charity", "Johannesburg Magistrate's
/// Court", "Wheelock & Co".
fn end_of_body(draft: &Draft, kind: EntityKind, range: &Range<usize>) -> Option<usize> {
    let mut end = None;
    let mut at = range.end;
    while at < range.end + LONGEST && !draft.begins_sentence(at) && draft.name_at(at).is_none() {
        let word = draft.word(at);
        if word == "&" && draft.is_capitalised(at + 1) && !draft.begins_sentence(at + 1) {
            let company = matches!(draft.word(at + 1), "Co" | "Sons" | "Company" | "Brothers" | "Partners");
            if company {
                end = Some(at + 2);
            }
            at += 2;
            continue;
        }
        let possessive = draft.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Possessive);
        if possessive && at > range.end && continues(draft, at + 1) {
            at += 1;
            continue;
        }
        if !draft.is_capitalised(at) {
            break;
        }
        let is_last = match kind {
            Person => matches!(
                word,
                "Foundation"
                    | "Institute"
                    | "Academy"
                    | "University"
                    | "College"
                    | "School"
                    | "Trust"
                    | "Ltd"
                    | "Inc"
            ),
            _ => LAST_WORDS.contains(word),
        };
        if is_last {
            end = Some(at + 1);
        }
        at += 1;
    }
    // "the White House Press Secretary", "South London Police Station"
    end.filter(|end| {
        let next = draft.next_word(*end);
        let weak =
            matches!(draft.word(end - 1), "Press" | "Police" | "High" | "Task" | "Team" | "Post" | "United");
        !weak || !draft.is_capitalised(*end) || next.is_empty()
    })
}

/// Whether the word is three or more capitals and a number, as a station is called: "ABC13".
fn is_station(word: &str) -> bool {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    letters.len() < word.len() && letters.len() > 2 && letters.chars().all(|c| c.is_ascii_uppercase())
}

/// Whether a court is named that ends at `last`: "U.S. District Court".
fn is_court(draft: &Draft, last: usize) -> bool {
    draft.word(last) == "Court"
        && matches!(
            draft.word(last - 1),
            "District" | "Circuit" | "High" | "Supreme" | "Crown" | "Superior" | "Federal" | "County"
        )
}

/// Where a place begins after "Northern District of", or `at`.
fn after_district(draft: &Draft, at: usize) -> usize {
    let district = at
        + usize::from(matches!(
            draft.next_word(at),
            "Northern" | "Southern" | "Eastern" | "Western" | "Central" | "Middle"
        ));
    let is_district = draft.next_word(district) == "District" && draft.next_word(district + 1) == "of";
    if is_district { district + 2 } else { at }
}

/// Joins bodies with what they are of: "Embassy of India", "United Nations Mission for Rwanda".
fn join_of(draft: &mut Draft) {
    for at in 0..draft.tokens.len() {
        if !draft.is_capitalised(at)
            || !matches!(draft.next_word(at + 1), "of" | "for")
            || !BEFORE_OF.contains(draft.word(at))
        {
            continue;
        }
        let next = at + 2 + usize::from(draft.next_word(at + 2) == "the");
        let start = match draft.name_at(at) {
            Some((Person, _)) => continue,
            Some((_, range)) if range.end == at + 1 => range.start,
            Some(_) => continue,
            None => at,
        };
        let next = if draft.word(at) == "Court" { after_district(draft, next) } else { next };
        let end = match draft.name_at(next).filter(|_| !draft.begins_sentence(next)) {
            Some((Organisation | Place, range)) if range.start == next => range.end,
            _ => continue,
        };
        draft.mark(&(start..end), Organisation);
        // "University of California, Berkeley"
        if draft.word(end - 1) == "California"
            && draft.next_word(end) == ","
            && let Some((Place, campus)) = draft.name_at(end + 1).cloned()
            && draft.word(at) == "University"
        {
            draft.mark(&(start..campus.end), Organisation);
        }
    }
}

/// Takes the marks off what the words around show to be something else: "@adamoss", "Republican-led", "the Ada Moss
/// Memorial Award". What is left of "the Democratic White House" is a name.
fn unmark_others(draft: &mut Draft) {
    for (kind, range) in draft.names() {
        let first = draft.word(range.start);
        let is_party = kind == Organisation && matches!(first, "Democratic" | "Republican");
        let handle = range.start > 0 && draft.word(range.start - 1) == "@" && draft.is_glued(range.start);
        let adjective = is_party
            && range.len() == 1
            && (draft.next_word(range.end) == "-"
                || draft.next_word(range.end).starts_with(char::is_lowercase));
        let award = kind == Person
            && matches!(
                draft.next_word(range.end),
                "Award" | "Memorial" | "Prize" | "Medal" | "Trophy" | "Scholarship"
            );
        if handle || adjective || award {
            draft.unmark(&range);
        } else if is_party && range.len() == 3 && draft.word(range.start + 1) == "White" {
            draft.mark(&(range.start + 1..range.end), kind);
        }
    }
}

/// Joins the second field of a body: "College of Art and Design".
fn join_fields(draft: &mut Draft) {
    for (kind, range) in draft.names() {
        let of = range.clone().rev().take(4).find(|at| matches!(draft.word(*at), "of" | "for"));
        let next = range.end + 1;
        // "Karwar Medical College and Hospital"
        let last =
            matches!(draft.word(range.end - 1), "College" | "School" | "Institute" | "University" | "Museum");
        if kind == Organisation
            && last
            && range.len() > 1
            && draft.next_word(range.end) == "and"
            && matches!(draft.next_word(next), "Hospital" | "Museum" | "Library" | "Gallery")
            && !continues(draft, next + 1)
        {
            draft.mark(&(range.start..next + 1), Organisation);
            continue;
        }
        let Some(of) = of.filter(|of| kind == Organisation && *of > range.start) else { continue };
        let joins = BEFORE_OF.contains(draft.word(of - 1))
            && matches!(draft.next_word(range.end), "and" | "&")
            && continues(draft, next)
            && draft.name_at(next).is_none()
            && range.clone().skip(of + 1 - range.start).all(|at| draft.is_capitalised(at));
        let end = next + 1 + usize::from(continues(draft, next + 1) && draft.name_at(next + 1).is_none());
        if joins && !continues(draft, end) {
            draft.mark(&(range.start..end), Organisation);
        }
    }
}

/// Takes the marks off offices: "the Minister of Health and Sports" is nobody's name.
fn unmark_offices(draft: &mut Draft) {
    for (kind, range) in draft.names() {
        let office = matches!(
            draft.word(range.start),
            "Minister" | "Secretary" | "President" | "Governor" | "Chancellor"
        ) && matches!(draft.word(range.start + 1), "of" | "for");
        if office && kind == Organisation && range.len() > 2 {
            draft.unmark(&range);
        }
    }
}

/// Joins what a department is for: "Department of Environment, Land, Water and Planning".
fn join_departments(draft: &mut Draft) {
    for at in 0..draft.tokens.len() {
        let is_department = matches!(draft.word(at), "Department" | "Ministry" | "Dept" | "Departments");
        if !is_department || !matches!(draft.next_word(at + 1), "of" | "for") {
            continue;
        }
        let item = |mut at: usize| {
            let start = at;
            while at < start + 3
                && continues(draft, at)
                && draft.name_at(at).is_none_or(|(kind, _)| *kind == Organisation)
            {
                at += 1;
            }
            (at > start).then_some(at)
        };
        let Some(mut end) = item(at + 2 + usize::from(draft.next_word(at + 2) == "the")) else { continue };
        let mut commas = 0;
        while draft.next_word(end) == ","
            && let Some(next) = item(end + 1)
        {
            (end, commas) = (next, commas + 1);
        }
        let last = end + usize::from(draft.next_word(end) == ",");
        if matches!(draft.next_word(last), "and" | "&")
            && commas > 0
            && let Some(end) = item(last + 1)
        {
            draft.mark(&(at..end), Organisation);
        }
    }
}
