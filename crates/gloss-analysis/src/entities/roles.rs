//! Offices and positions, and who holds them where the text says so.

use super::{
    EntityId, EntityKind,
    draft::Draft,
    holders::{Holders, holder, short_office},
    standing,
};
use crate::english::{
    calendar::AFTER_NAME,
    offices::{
        BEFORE_GENERAL, CAMPAIGNS, DIVISIONS, FIELDS, HEADS, MODIFIERS, OFFICES, PARTS_OF_BODIES, PORTFOLIOS,
        RULERS,
    },
    titles::{is_address, is_title, makes_person},
};
use gloss_text::TokenKind;
use std::{borrow::Cow, ops::Range};

/// An office as the text names it.
pub(super) struct Role {
    pub(super) range: Range<usize>,
    /// Its words in the text.
    pub(super) name: String,
    /// The person who holds it.
    pub(super) holder: Option<EntityId>,
    /// Whether it stands for its holder, whose whole office is told elsewhere: "the minister".
    pub(super) stands: bool,
}

/// Words of an office before its head at most.
const LONGEST: usize = 6;

/// All offices, in order. `ids` are the entities of `names`.
pub(super) fn find(
    draft: &Draft,
    names: &[(EntityKind, Range<usize>)],
    ids: &[Option<EntityId>],
) -> Vec<Role> {
    let holders = Holders::new(names, ids);
    let mut roles: Vec<Role> = Vec::new();
    let mut at = 0;
    while at < draft.tokens.len() {
        if let Some((end, holder)) = short_office(draft, &holders, at) {
            let range = at..end;
            roles.push(Role {
                name: draft.span(&range).of(draft.text).to_owned(),
                range,
                holder: Some(holder),
                stands: false,
            });
            at = end;
            continue;
        }
        if !is_head(draft, at) {
            at += 1;
            continue;
        }
        // "chief executive officer": the last head counts.
        let mut end = end_of_head(draft, at);
        while end < at + 5 && !draft.begins_sentence(end) && is_head(draft, end) {
            end = end_of_head(draft, end);
        }
        let start = with_others(
            draft,
            with_subject(draft, start(draft, at)),
            roles.iter().rev().find(|role| !role.stands).map_or(0, |role| role.range.end),
        );
        let with_body = end_with_body(draft, end);
        let words = |end: usize| {
            (start..end)
                .map(|at| draft.word(at).to_lowercase())
                .collect::<Vec<_>>()
                .join(" ")
                .replace(" - ", "-")
        };
        let described = holders.after_described_body(draft, with_body);
        let holder = [end, with_body]
            .into_iter()
            .find_map(|end| holder(draft, &holders, start, end, with_body))
            .or(described.map(|(_, holder)| holder))
            .or_else(|| roles.last().and_then(|last| shared(draft, last, start, with_body)));
        let with_body = described.map_or(with_body, |(end, _)| end);
        let has_body = (start..end).any(|at| draft.name_at(at).is_some());
        let of_body = with_body > end && names_body(draft, end..with_body);
        let is_office = is_portfolio(draft, start, end)
            || is_ruler(draft, at)
            || is_the_president(draft, start..with_body)
            || OFFICES.contains(&words(end).as_str())
            || OFFICES.contains(&words(with_body).as_str())
            || has_body && end - start > 1
            || of_body;
        if is_office || holder.is_some() && !is_title_alone(draft, start, end) {
            let range = start..with_body;
            // "director" of "director, producer and founder of Blue Films" stands for nobody.
            while roles.pop_if(|last| last.stands && last.range.end > start).is_some() {}
            roles.push(Role {
                name: draft.span(&range).of(draft.text).to_owned(),
                range,
                holder,
                stands: false,
            });
            end = with_body;
        } else if holder.is_none() && with_body == end && standing::may_stand(draft, start..end) {
            let range = start..end;
            roles.push(Role {
                name: draft.span(&range).of(draft.text).to_owned(),
                range,
                holder,
                stands: true,
            });
        }
        at = end;
    }
    standing::fill(draft, &mut roles, &holders.persons());
    roles
}

/// The holder of the office before, whose the next one is as well: "Ann Holm, director of Blue Films and head of its board",
/// "president of the club, editor of its paper,".
fn shared(draft: &Draft, last: &Role, start: usize, end: usize) -> Option<EntityId> {
    let next = draft.next_word(end);
    let joined = match draft.next_word(last.range.end) {
        // Not "chief" of "director of Blue Films and chief strategy officer".
        "and" => !next.starts_with(char::is_lowercase) || AFTER_NAME.contains(next) || next.ends_with("ed"),
        "," => matches!(next, "," | "." | "" | "and" | ";") && end > start + 1,
        _ => false,
    };
    last.holder.filter(|_| joined && last.range.end + 1 == start && !draft.begins_sentence(start))
}

/// "the president", an office without the name of its holder or of its body.
fn is_the_president(draft: &Draft, range: Range<usize>) -> bool {
    let article = range.start.checked_sub(1).filter(|_| !draft.begins_sentence(range.start));
    range.len() == 1
        && draft.word(range.start).eq_ignore_ascii_case("president")
        && draft.next_word(range.end) != "of"
        && article.is_some_and(|at| matches!(draft.word(at), "the" | "The"))
}

/// "First Deputy Prime Minister", "interior minister": an office whoever holds it.
fn is_portfolio(draft: &Draft, start: usize, end: usize) -> bool {
    let lower = |at: usize| draft.word(at).to_lowercase();
    let end = end - usize::from(end > start && lower(end - 1) == "nominee");
    end > start + 1
        && matches!(lower(end - 1).as_str(), "minister" | "secretary")
        && PORTFOLIOS.contains(lower(end - 2).as_str())
        && !(lower(end - 1) == "secretary"
            && matches!(lower(end - 2).as_str(), "first" | "chief" | "information"))
}

/// "the Amir", "His Highness the Emir".
fn is_ruler(draft: &Draft, at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| draft.word(at)).unwrap_or_default();
    RULERS.contains(draft.word(at))
        && (matches!(before, "the" | "The" | "Highness" | "Majesty" | "Holiness")
            || at
                .checked_sub(1)
                .and_then(|at| draft.tokens.get(at))
                .is_some_and(|t| t.kind == TokenKind::Possessive))
}

fn is_head(draft: &Draft, at: usize) -> bool {
    let word = draft.word(at);
    if draft.name_at(at).is_none()
        && (is_ruler(draft, at)
            || matches!(word, "Prince" | "Princess" | "prince" | "princess")
                && at > 0
                && !draft.begins_sentence(at)
                && draft.word(at - 1).eq_ignore_ascii_case("crown"))
    {
        return true;
    }
    if !word.starts_with(char::is_alphabetic) || draft.name_at(at).is_some() {
        return false;
    }
    // Most words are in small letters as they are.
    let lower =
        if word.contains(char::is_uppercase) { Cow::from(word.to_lowercase()) } else { Cow::from(word) };
    if matches!(word, "PM" | "MP" | "MEP" | "MSP") || HEADS.contains(lower.as_ref()) {
        return true;
    }
    let hyphen = usize::from(at > 0 && draft.word(at - 1) == "-" && draft.is_glued(at));
    let before = at.checked_sub(1 + hyphen).filter(|_| !draft.begins_sentence(at));
    lower == "general"
        && before.is_some_and(|before| BEFORE_GENERAL.contains(draft.word(before).to_lowercase().as_str()))
}

/// Where the head at `at` ends, with what belongs to it: "editor-in-chief", "director-general", "minister nominee".
fn end_of_head(draft: &Draft, at: usize) -> usize {
    let next = |ahead: usize| draft.next_word(at + ahead);
    let glued = (1..5).all(|ahead| draft.is_glued(at + ahead));
    let joined = glued && next(1) == "-" && matches!(next(2), "in" | "at") && next(3) == "-";
    let suffix = next(2).to_lowercase();
    let suffixed = next(1) == "-"
        && draft.is_glued(at + 1)
        && matches!(suffix.as_str(), "general" | "elect" | "designate");
    match () {
        () if joined => at + 5,
        () if suffixed => at + 3,
        () if next(1) == "nominee" => at + 2,
        () => at + 1,
    }
}

/// The first word of the office whose head is at `at`.
fn start(draft: &Draft, at: usize) -> usize {
    let mut start = at;
    while start > 0 && at - start < LONGEST && !draft.begins_sentence(start) {
        let mut before = start - 1;
        if draft.word(before) == "-" && draft.is_glued(start) && draft.is_glued(before) && before > 0 {
            before -= 1;
        }
        let word = draft.word(before);
        let lower = word.to_lowercase();
        let next = draft.word(start).to_lowercase();
        let part = MODIFIERS.contains(lower.as_str()) && goes_with(&lower, &next)
            || HEADS.contains(lower.as_str())
            || BEFORE_GENERAL.contains(lower.as_str()) && draft.word(at).eq_ignore_ascii_case("general")
            || before + 1 == start
                && draft.is_capitalised(before)
                && at - before <= 3
                && (!word.ends_with("ing")
                    || before > 0 && draft.is_capitalised(before - 1) && draft.word(before - 1) != "I")
                && !draft.begins_sentence(before)
                && !matches!(word, "The" | "A" | "An" | "Will" | "Says" | "To" | "And" | "As")
                && !makes_person(word)
                && !is_title(word);
        start = match draft.name_at(before) {
            Some((EntityKind::Organisation | EntityKind::Place, range))
                if at - range.start <= LONGEST && before + 1 == start =>
            {
                range.start
            }
            None if part => before,
            _ => break,
        };
    }
    start
}

/// With the offices before it that somebody holds as well: "director, producer and founder of Blue Films". They begin
/// after `free`.
fn with_others(draft: &Draft, start: usize, free: usize) -> usize {
    let small = |at: usize| draft.word(at).starts_with(char::is_lowercase);
    let Some(first) = start.checked_sub(4) else { return start };
    let listed = draft.word(start - 1) == "and"
        && small(start - 2)
        && draft.word(start - 3) == ","
        && small(first)
        && HEADS.contains(draft.word(first))
        && first > free
        && (first..start).all(|at| !draft.begins_sentence(at + 1))
        && matches!(draft.word(first - 1), "The" | "the" | "a" | ",");
    if listed { first } else { start }
}

/// Where the subject begins that somebody is a professor or an editor of: "a law professor", "an international relations
/// professor".
fn with_subject(draft: &Draft, start: usize) -> usize {
    if !matches!(draft.word(start), "professor" | "editor" | "correspondent") {
        return start;
    }
    let article = (start.saturating_sub(4)..start)
        .rev()
        .take_while(|at| !draft.begins_sentence(at + 1))
        .find(|at| !draft.word(*at).starts_with(char::is_lowercase) || is_article(draft.word(*at)));
    let article = article.filter(|at| is_article(draft.word(*at)) && draft.word(at.saturating_sub(1)) == ",");
    article.map_or(start, |article| article + 1)
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "a" | "an")
}

/// Whether a modifier makes an office with the word after it, if it does so with some words only: "first minister", but not
/// "the first governor".
fn goes_with(modifier: &str, next: &str) -> bool {
    match modifier {
        "first" => matches!(next, "minister" | "secretary" | "deputy" | "vice"),
        "majority" | "minority" => matches!(next, "leader" | "whip"),
        "house" => matches!(next, "speaker" | "majority" | "minority" | "leader" | "whip"),
        "under" => next == "secretary",
        "crown" => matches!(next, "prince" | "princess"),
        "second" => matches!(next, "deputy" | "vice" | "minister"),
        _ => true,
    }
}

/// With "of" or "for" and the body or the field after it: "director of the CIA", "secretary of state",
/// "commander of Kowloon West district".
fn end_with_body(draft: &Draft, end: usize) -> usize {
    let mut last = end;
    let of_opposition =
        |last: usize| last > end && draft.word(last - 1) == "opposition" && draft.next_word(last) == "in";
    // "chairman of the Chamber's branch in Holmland"
    let of_part = |last: usize| {
        last > end && PARTS_OF_BODIES.contains(draft.word(last - 1)) && draft.next_word(last) == "in"
    };
    while (matches!(draft.next_word(last), "of" | "for" | "at" | "to")
        || of_opposition(last)
        || of_part(last))
        && last < end + LONGEST
    {
        let body = last + 1 + usize::from(draft.next_word(last + 1) == "the");
        match end_of_body(draft, body).filter(|_| draft.next_word(last) != "to" || last == end) {
            Some(end) => last = end,
            None => break,
        }
    }
    let heads_fields = matches!(draft.word(end - 1).to_lowercase().as_str(), "minister" | "secretary");
    if heads_fields && last > end { end_of_fields(draft, last).unwrap_or(last) } else { last }
}

/// Where a list of fields ends that goes on at `at`: "Minister of Education, Tertiary Education, Science and Technology".
fn end_of_fields(draft: &Draft, at: usize) -> Option<usize> {
    let is_field = |at: usize| {
        draft.is_capitalised(at)
            && !draft.begins_sentence(at)
            && draft.name_at(at).is_none_or(|(kind, _)| *kind == EntityKind::Organisation)
    };
    let field = |mut at: usize| {
        while is_field(at) {
            at += 1;
        }
        at
    };
    let mut end = at;
    while draft.next_word(end) == "," && is_field(end + 1) {
        end = field(end + 1);
    }
    let goes_on = end > at && draft.next_word(end) == "and" && is_field(end + 1);
    goes_on.then(|| field(end + 1))
}

/// Where the body ends that is named at `at`, if one is.
fn end_of_body(draft: &Draft, at: usize) -> Option<usize> {
    if draft.begins_sentence(at) {
        return None;
    }
    let is_possessive =
        |at: usize| draft.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Possessive);
    let mut end = match draft.name_at(at) {
        // "the Holm campaign", "Ann Holm's campaign"
        Some((EntityKind::Person, name)) if name.start == at => {
            let campaign = name.end + usize::from(is_possessive(name.end));
            return CAMPAIGNS.contains(draft.next_word(campaign)).then_some(campaign + 1);
        }
        Some((EntityKind::Organisation | EntityKind::Place, range)) if range.start == at => range.end,
        None if draft.next_word(at + 1) == "affairs" => return Some(at + 2),
        None if FIELDS.contains(draft.word(at)) => return Some(at + 1),
        None if draft.is_capitalised(at) => at + 1,
        _ => return None,
    };
    // "London-based" is no body, and neither is the man in "spokesman for Mr Blake".
    let titles_person = is_address(draft.word(at))
        || is_title(draft.word(at))
            && draft.name_at(at + 1).is_some_and(|(kind, _)| *kind == EntityKind::Person);
    if draft.next_word(end) == "-" && draft.is_glued(end) || titles_person {
        return None;
    }
    let is_marked = draft.name_at(at).is_some();
    while end < at + LONGEST && !draft.begins_sentence(end) && draft.name_at(end).is_none() {
        let joins = matches!(draft.word(end), "and" | "&")
            && draft.is_capitalised(end + 1)
            && draft.name_at(end + 1).is_none();
        // "the Mayor of Barton Mr Blake"
        if !draft.is_capitalised(end) && !joins || is_address(draft.word(end)) || begins_clause(draft, end) {
            break;
        }
        end += 1;
    }
    let next = draft.next_word(end);
    if is_possessive(end) {
        // "the Chamber's branch"
        let mut words =
            (end + 1..end + 4).take_while(|at| is_word(draft, *at) && !draft.begins_sentence(*at));
        return words.find(|at| PARTS_OF_BODIES.contains(draft.word(*at))).map(|part| part + 1);
    }
    // "head of Hispanic communications"
    let is_adjective =
        !is_marked && end == at + 1 && next.starts_with(char::is_lowercase) && !AFTER_NAME.contains(next);
    let division = DIVISIONS.contains(next);
    (division || !is_adjective).then_some(end + usize::from(division))
}

/// Whether a pronoun begins the next sentence, where the stop between is lost.
fn begins_clause(draft: &Draft, at: usize) -> bool {
    matches!(draft.word(at), "He" | "She" | "It" | "They" | "We" | "This" | "That")
}

fn is_word(draft: &Draft, at: usize) -> bool {
    draft.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
}

/// Whether a name or a word with a capital is among the tokens, so that they are of one body and of no other.
fn names_body(draft: &Draft, mut body: Range<usize>) -> bool {
    body.any(|at| draft.name_at(at).is_some() || draft.is_capitalised(at))
}

/// A rank alone before a name is a title of the name: "Sergeant Blake".
fn is_title_alone(draft: &Draft, start: usize, end: usize) -> bool {
    (start..end).all(|at| is_title(draft.word(at)))
}
