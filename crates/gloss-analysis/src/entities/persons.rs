//! People: a title makes the name after it a person's, and a surname is its bearer's throughout the article.

use super::{EntityKind, draft::Draft, public_life};
use crate::english::{
    calendar::MONTHS,
    names::{COMMON_SURNAMES, FIRST_SURNAMES},
    organisations::LAST_WORDS,
    titles,
};
use gloss_text::TokenKind;
use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

/// Takes rulers' offices off names: "the Amir" is nobody's name, and "Amir" is no part of "the Amir Sheikh Omar".
pub(super) fn part_rulers(draft: &mut Draft) {
    for (_, range) in draft.names() {
        let after_honour = range.start > 0
            && !draft.begins_sentence(range.start)
            && matches!(draft.word(range.start - 1), "the" | "The" | "Highness" | "Majesty");
        let is_ruler = |at: usize| matches!(draft.word(at), "Amir" | "Emir" | "Sultan");
        let is_heir = draft.word(range.start) == "Crown"
            && matches!(draft.word(range.start + 1), "Prince" | "Princess");
        let office =
            if is_heir && range.len() > 1 { 2 } else { usize::from(after_honour && is_ruler(range.start)) };
        if office == 0 {
            continue;
        }
        draft.unmark(&range);
        if range.len() > office {
            draft.mark(&(range.start + office..range.end), EntityKind::Person);
        }
    }
}

/// Takes titles off people's names, and marks the names after titles.
pub(super) fn mark_titled(draft: &mut Draft) {
    for (kind, range) in draft.names() {
        let first = after_titles(draft, range.start);
        if kind == EntityKind::Person && first > range.start {
            draft.unmark(&range);
            draft.mark(&(first.min(range.end)..range.end), kind);
        } else if kind == EntityKind::Person
            && range.len() == 1
            && titles::TITLED_OFFICES.contains(draft.word(range.start))
        {
            draft.unmark(&range);
        }
    }
    let mut at = 0;
    while at < draft.tokens.len() {
        let first = after_titles(draft, at);
        let is_honour = |title: usize| {
            titles::makes_person(draft.word(title))
                || title > at && matches!(draft.word(title), "Sri" | "Seri")
        };
        if first > at && (at..first).any(is_honour) {
            let range = first..name_end(draft, first);
            if !range.is_empty() && !titles::TITLED_OFFICES.contains(draft.word(first)) {
                draft.mark(&range, EntityKind::Person);
            }
        }
        at = first.max(at + 1);
    }
}

/// Returns the first token after the titles that begin at `at`: `at` itself if none does.
pub(super) fn after_titles(draft: &Draft, mut at: usize) -> usize {
    for _ in 0..titles::MOST {
        // "Tan Sri", "Datuk Seri"
        if matches!(
            (draft.word(at), draft.next_word(at + 1)),
            ("Tan", "Sri") | ("Datuk", "Seri" | "Wira" | "Sri") | ("Dato", "Seri" | "Sri")
        ) {
            at += 2;
            continue;
        }
        if !titles::is_title(draft.word(at)) || draft.begins_sentence(at + 1) {
            break;
        }
        at += 1 + usize::from(draft.next_word(at + 1) == "." && draft.is_glued(at + 1));
    }
    at
}

/// Returns the end of the name that begins at `first`, after a title; `first` itself if another name is there
/// already or none begins.
fn name_end(draft: &Draft, first: usize) -> usize {
    match draft.name_at(first) {
        Some((EntityKind::Person, _)) => return first,
        Some((_, range)) => return if range.start == first && range.len() <= 3 { range.end } else { first },
        None => {}
    }
    let mut end = first;
    while end < first + 4
        && (end == first || !draft.begins_sentence(end))
        && draft.is_capitalised(end)
        && draft.name_at(end).is_none_or(|(kind, _)| *kind == EntityKind::Person)
    {
        end += 1;
        if draft.next_word(end) == "-" && draft.is_glued(end) && draft.is_glued(end + 1) {
            end += 2;
        }
    }
    end
}

/// Marks surnames without a given name, of people whose full or titled names the article gives.
pub(super) fn mark_surnames(draft: &mut Draft) {
    let (mut surnames, mut before_given) = (HashSet::new(), HashSet::new());
    for (kind, range) in draft.names() {
        let titled = range.start > 0 && titles::is_title(draft.word(range.start - 1));
        if kind != EntityKind::Person || range.len() == 1 && !titled {
            continue;
        }
        if has_hyphenated_given_name(draft, &range)
            || FIRST_SURNAMES.contains(draft.word(range.start)) && (2..=3).contains(&range.len())
        {
            before_given.insert(draft.word(range.start));
        }
        let last = surname_at(draft, &range);
        if draft.is_capitalised(last) {
            surnames.insert(draft.word(last));
        }
    }
    // A word that the article also has in small letters is a plain word as often as a name.
    let mut lower: HashMap<String, &str> =
        surnames.iter().chain(&before_given).map(|word| (word.to_lowercase(), *word)).collect();
    for token in 0..draft.tokens.len() {
        if lower.is_empty() {
            break;
        }
        let word = draft.word(token);
        // "#holm" is the name again.
        let tag = token > 0 && matches!(draft.word(token - 1), "#" | "@") && draft.is_glued(token);
        if word.starts_with(char::is_lowercase)
            && !tag
            && let Some(name) = lower.remove(word)
        {
            surnames.remove(name);
            before_given.remove(name);
        }
    }
    let located: HashSet<&str> = draft
        .names()
        .into_iter()
        .filter(|(kind, range)| *kind != EntityKind::Person && range.len() == 1)
        .filter(|(_, range)| {
            let before = range.start.checked_sub(1).map(|at| draft.word(at)).unwrap_or_default();
            let word = draft.word(range.start);
            let owns = draft.tokens.get(range.end).is_some_and(|token| token.kind == TokenKind::Possessive);
            public_life::is_known(word)
                || owns
                || !word.contains(char::is_lowercase)
                || matches!(before, "in" | "In" | "at" | "near" | "from" | "the" | "The" | "to" | "of")
        })
        .map(|(_, range)| draft.word(range.start))
        .collect();
    for at in 0..draft.tokens.len() {
        let alone = !draft.is_capitalised(at + 1) || draft.begins_sentence(at + 1);
        let alone = alone
            && (draft.begins_sentence(at) || draft.begins_sentence(at - 1) || !draft.is_capitalised(at - 1));
        let word = draft.word(at);
        let surname = match draft.name_at(at) {
            None => before_given.contains(word) || surnames.contains(word) && word.len() > 2,
            Some((kind, range)) => {
                range.len() == 1
                    && (before_given.contains(word)
                        || *kind != EntityKind::Person
                            && word.len() > 2
                            && surnames.contains(word)
                            && !located.contains(word))
            }
        };
        if alone && surname {
            draft.mark(&(at..at + 1), EntityKind::Person);
        }
    }
}

/// The surname of a full name, which a suffix may follow: "Carl Reed III".
fn surname_at(draft: &Draft, range: &Range<usize>) -> usize {
    let is_suffix =
        |at: &usize| matches!(draft.word(*at), "." | "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV");
    range.clone().rev().find(|at| !is_suffix(at)).unwrap_or(range.start)
}

/// Names people by initials and a surname that the tagger has left out or cut: "B. U. Nzere".
pub(super) fn mark_initials(draft: &mut Draft) {
    let is_initial = |draft: &Draft, at: usize| {
        let letters = draft.word(at).chars().filter(|c| *c != '.').count();
        draft.is_capitalised(at) && (draft.word(at).contains('.') && letters <= 3 || letters == 1)
    };
    let mut at = 0;
    while at < draft.tokens.len() {
        let (mut end, mut letters) = (at, 0);
        while is_initial(draft, end) && (end == at || !draft.begins_sentence(end)) && letters < 4 {
            let word = draft.word(end);
            let stop = usize::from(draft.next_word(end + 1) == "." && draft.is_glued(end + 1));
            if stop == 0 && !word.ends_with('.') && word.chars().count() == 1 {
                break;
            }
            letters += word.chars().filter(|c| c.is_alphabetic()).count();
            end += 1 + stop;
        }
        let surname = letters > 1
            && end > at + 1
            && !draft.begins_sentence(end)
            && draft.is_capitalised(end)
            && draft.word(end).contains(char::is_lowercase)
            && !LAST_WORDS.contains(draft.word(end));
        // "J. K. Moss" is a person's name whatever the tagger says; "U.S. Senate" has its initials in one word.
        let free = |token: usize| {
            draft.name_at(token).is_none_or(|(kind, range)| {
                *kind == EntityKind::Person || at <= range.start && range.end <= end + 1
            })
        };
        if surname && (at..=end).all(free) {
            let end = match draft.name_at(end) {
                Some((_, range)) => range.end,
                None => end + 1,
            };
            draft.mark(&(at..end), EntityKind::Person);
        }
        at = end.max(at + 1);
    }
}

/// Marks the hyphenated surnames of people whose full names the article gives: "Villas-Boas" of Jeronimo Villas-Boas.
pub(super) fn mark_double_surnames(draft: &mut Draft) {
    let is_joined = |draft: &Draft, at: usize| {
        draft.next_word(at + 1) == "-"
            && draft.is_glued(at + 1)
            && draft.is_glued(at + 2)
            && draft.is_capitalised(at + 2)
    };
    let double: HashSet<(&str, &str)> = draft
        .names()
        .into_iter()
        .filter(|(kind, range)| *kind == EntityKind::Person && range.len() > 3)
        .filter(|(_, range)| is_joined(draft, range.end - 3))
        .map(|(_, range)| (draft.word(range.end - 3), draft.word(range.end - 1)))
        .collect();
    for at in 0..draft.tokens.len() {
        if double.is_empty()
            || !is_joined(draft, at)
            || !double.contains(&(draft.word(at), draft.word(at + 2)))
        {
            continue;
        }
        let is_part = |token: usize| {
            draft.name_at(token).is_none_or(|(_, name)| at <= name.start && name.end <= at + 3)
        };
        if (at..at + 3).all(is_part) {
            draft.mark(&(at..at + 3), EntityKind::Person);
        }
    }
}

/// Gives people the given names that are months, which the tagger leaves out at the beginning of a sentence: "April
/// Rooke, a teacher".
pub(super) fn join_months(draft: &mut Draft) {
    for (kind, range) in draft.names() {
        let Some(month) =
            range.start.checked_sub(1).filter(|_| kind == EntityKind::Person && range.len() == 1)
        else {
            continue;
        };
        let is_given = matches!(draft.word(month), "April" | "May" | "June" | "August")
            && draft.begins_sentence(month)
            && !draft.begins_sentence(range.start)
            && draft.name_at(month).is_none();
        if is_given {
            draft.mark(&(month..range.end), kind);
        }
    }
}

/// Whether the token is a double quotation mark.
pub(super) fn is_quotation_mark(word: &str) -> bool {
    matches!(word, "\"" | "“" | "”" | "‘" | "’" | "'")
}

/// Joins a given name, a nickname and a surname: "Duane “The Wall” Jansen".
pub(super) fn join_nicknames(draft: &mut Draft) {
    for (kind, range) in draft.names() {
        let open = range.end;
        let is_mark = |at: usize| is_quotation_mark(draft.next_word(at));
        if kind != EntityKind::Person || range.len() > 2 || !is_mark(open) {
            continue;
        }
        // The tagger may begin a name within the quotation marks: "Bob” Hale".
        if let Some((EntityKind::Person, inner)) = draft.name_at(open + 1).cloned()
            && inner.clone().any(is_mark)
            && inner.len() <= 5
        {
            draft.mark(&(range.start..inner.end), kind);
            continue;
        }
        let close = (open + 2..open + 5).find(|at| is_mark(*at));
        let Some(close) = close.filter(|close| (open + 1..*close).all(|at| draft.is_capitalised(at))) else {
            continue;
        };
        let surname = close + 1;
        let end = match draft.name_at(surname) {
            Some((EntityKind::Person, range)) if range.start == surname && range.len() <= 2 => range.end,
            None if draft.is_capitalised(surname) => surname + 1,
            _ => continue,
        };
        if !draft.begins_sentence(surname) {
            draft.mark(&(range.start..end), kind);
        }
    }
}

/// Names families: "the Hendersons sued the Johnsons".
pub(super) fn mark_families(draft: &mut Draft) {
    let surnames: HashSet<&str> = draft
        .names()
        .into_iter()
        .filter(|(kind, _)| *kind == EntityKind::Person)
        .map(|(_, range)| draft.word(range.end - 1))
        .collect();
    for at in 1..draft.tokens.len() {
        let Some(surname) = draft.word(at).strip_suffix('s') else { continue };
        let known = surnames.contains(surname) && surname.len() > 2 || COMMON_SURNAMES.contains(surname);
        let article = matches!(draft.word(at - 1), "the" | "The") && !draft.begins_sentence(at);
        let alone = draft.name_at(at).is_none_or(|(_, range)| range.len() == 1);
        if known && article && alone && !draft.is_capitalised(at + 1) && !MONTHS.contains(&surname) {
            draft.mark(&(at..at + 1), EntityKind::Person);
        }
    }
}

/// Whether the family name comes first: "Tsai Ing-wen".
fn has_hyphenated_given_name(draft: &Draft, range: &Range<usize>) -> bool {
    range.len() == 4
        && draft.word(range.end - 2) == "-"
        && draft.word(range.end - 1).starts_with(char::is_lowercase)
}

/// Joins the hyphenated endings of given names to them: "Kim Jong-un", "Prayut Chan-o-cha".
pub(super) fn join_hyphenated(draft: &mut Draft) {
    for (kind, mut range) in draft.names() {
        // "L.Oyun-Erdene", of which the tagger has found the end.
        let first = range.start.saturating_sub(2);
        if kind == EntityKind::Person
            && range.start >= 2
            && draft.word(range.start - 1) == "-"
            && draft.is_glued(range.start)
            && draft.is_glued(range.start - 1)
            && draft.is_capitalised(first)
            && !draft.begins_sentence(range.start - 1)
            && draft.name_at(first).is_none()
            && draft.word(range.start).starts_with(char::is_uppercase)
        {
            range.start = first;
            draft.mark(&range, kind);
        }
        while kind == EntityKind::Person && range.len() > 1 && is_hyphenated(draft, range.end) {
            draft.unmark(&range);
            range.end += 2;
            draft.mark(&range, kind);
        }
    }
}

/// Whether a hyphen and a short word that is part of no name follow at `at`, without white space.
fn is_hyphenated(draft: &Draft, at: usize) -> bool {
    let word = draft.word(at + 1);
    let glued = draft.word(at) == "-" && draft.is_glued(at) && draft.is_glued(at + 1);
    glued
        && word.chars().count() <= 5
        && word.starts_with(char::is_alphabetic)
        && !super::extent::is_latter(word)
        && draft.name_at(at + 1).is_none()
}
