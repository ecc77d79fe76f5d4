//! Offices and positions, and who holds them where the text says so.

use super::{EntityId, EntityKind, draft::Draft, identity::titles_start, persons::after_titles};
use crate::english::{
    calendar::AFTER_NAME,
    offices::{
        BEFORE_GENERAL, DIVISIONS, FIELDS, HEADS, HOLDS, MODIFIERS, NAMING, OFFICES, PORTFOLIOS, RULERS,
        SERVES, SHORT_OFFICES,
    },
    titles::{is_address, is_title, makes_person},
};
use gloss_text::TokenKind;
use std::{borrow::Cow, collections::HashMap, ops::Range};

/// An office as the text names it.
pub(super) struct Role {
    pub(super) range: Range<usize>,
    /// Its words in the text.
    pub(super) name: String,
    /// The person who holds it.
    pub(super) holder: Option<EntityId>,
}

/// The people of the article by the first and by the last token of their names.
#[derive(Default)]
struct Holders {
    by_first: HashMap<usize, EntityId>,
    by_last: HashMap<usize, EntityId>,
}

/// Words of an office before its head at most.
const LONGEST: usize = 6;

/// All offices, in order. `ids` are the entities of `names`.
pub(super) fn find(
    draft: &Draft,
    names: &[(EntityKind, Range<usize>)],
    ids: &[Option<EntityId>],
) -> Vec<Role> {
    let mut holders = Holders::default();
    for ((kind, range), id) in names.iter().zip(ids) {
        if let (EntityKind::Person, Some(id)) = (kind, id) {
            holders.by_first.insert(range.start, *id);
            holders.by_last.insert(range.end - 1, *id);
        }
    }
    let mut roles: Vec<Role> = Vec::new();
    let mut at = 0;
    while at < draft.tokens.len() {
        if let Some((end, holder)) = short_office(draft, &holders, at) {
            let range = at..end;
            roles.push(Role {
                name: draft.span(&range).of(draft.text).to_owned(),
                range,
                holder: Some(holder),
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
            roles.last().map_or(0, |role| role.range.end),
        );
        let with_body = end_with_body(draft, end);
        let words = |end: usize| {
            (start..end)
                .map(|at| draft.word(at).to_lowercase())
                .collect::<Vec<_>>()
                .join(" ")
                .replace(" - ", "-")
        };
        let shared = roles
            .last()
            .filter(|last: &&Role| draft.next_word(last.range.end) == "and" && last.range.end + 1 == start);
        let shared = shared.and_then(|last| last.holder).filter(|_| is_portfolio(draft, start, end));
        let holder = [end, with_body]
            .into_iter()
            .find_map(|end| holder(draft, &holders, start, end, with_body))
            .or(shared);
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
            roles.push(Role { name: draft.span(&range).of(draft.text).to_owned(), range, holder });
            end = with_body;
        }
        at = end;
    }
    fill(&mut roles);
    roles
}

/// "Sen." or "Gov." before a name: where it ends, and whose office it is.
fn short_office(draft: &Draft, holders: &Holders, at: usize) -> Option<(usize, EntityId)> {
    if !SHORT_OFFICES.contains(draft.word(at)) || draft.word(at + 1) != "." || !draft.is_glued(at + 1) {
        return None;
    }
    let name = after_titles(draft, at + 2);
    holders.by_first.get(&name).filter(|_| !draft.begins_sentence(name)).map(|holder| (at + 2, *holder))
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
    while (matches!(draft.next_word(last), "of" | "for" | "at" | "to") || of_opposition(last))
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
    let mut end = match draft.name_at(at) {
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
        if !draft.is_capitalised(end) && !joins || is_address(draft.word(end)) {
            break;
        }
        end += 1;
    }
    let next = draft.next_word(end);
    let is_possessive = draft.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Possessive);
    // "head of Hispanic communications"
    let is_adjective =
        !is_marked && end == at + 1 && next.starts_with(char::is_lowercase) && !AFTER_NAME.contains(next);
    let division = DIVISIONS.contains(next);
    (division || !is_possessive && !is_adjective).then_some(end + usize::from(division))
}

/// Whether a name or a word with a capital is among the tokens, so that they are of one body and of no other.
fn names_body(draft: &Draft, mut body: Range<usize>) -> bool {
    body.any(|at| draft.name_at(at).is_some() || draft.is_capitalised(at))
}

/// A rank alone before a name is a title of the name: "Sergeant Blake".
fn is_title_alone(draft: &Draft, start: usize, end: usize) -> bool {
    (start..end).all(|at| is_title(draft.word(at)))
}

/// Who holds the office by the words beside it: "Shadow Home Secretary Chris Philp", "the commissioner, Sir Mark
/// Rowley", "Anna Bloggs, the director", "Kenneth Bates became education secretary".
fn holder(
    draft: &Draft,
    holders: &Holders,
    start: usize,
    mut end: usize,
    with_body: usize,
) -> Option<EntityId> {
    // "director of the National Police (PN), Ada Moss"
    if end == with_body && draft.next_word(end) == "(" && draft.next_word(end + 2) == ")" {
        end += 3;
    }
    let comma = usize::from(draft.next_word(end) == ",");
    let name = after_titles(draft, end + comma);
    if let Some(id) = holders.by_first.get(&name)
        && (end..=name).all(|at| !draft.begins_sentence(at))
    {
        return Some(*id);
    }
    let before = |at: usize| at.checked_sub(1).filter(|_| !draft.begins_sentence(at));
    let is_article = |at: &usize| {
        let word = draft.word(*at);
        matches!(word, "the" | "a" | "an" | "its" | "their")
            || draft.tokens.get(*at).is_some_and(|token| token.kind == TokenKind::Possessive)
    };
    let mut first = start;
    // "Peru's new prime minister", "a new minister"
    if let Some(adjective) = before(start).filter(|at| matches!(draft.word(*at), "new" | "next" | "current"))
        && before(adjective).is_some_and(|at| is_article(&at))
    {
        first = adjective;
    }
    if let Some(article) = before(first).filter(is_article) {
        first = article;
        // "the Post's editor": the owner comes before.
        if draft.tokens.get(article).is_some_and(|token| token.kind == TokenKind::Possessive) {
            first = before(article)
                .and_then(|owner| draft.name_at(owner))
                .map_or(first, |(_, range)| range.start);
            first = before(first).filter(|at| draft.word(*at) == "the").unwrap_or(first);
        }
    }
    let link = before(first)?;
    if draft.word(link) == "," {
        let closes = matches!(
            draft.next_word(end.max(with_body)),
            "," | "." | "" | "of" | "at" | "for" | "and" | ";" | "who" | "in"
        );
        let last = before(link).map(|last| before_bracket(draft, last));
        return last.and_then(|last| holders.by_last.get(&last)).copied().filter(|_| closes);
    }
    // "naming Ann Holm as Peru's new prime minister", "appointing Ann Holm a minister"
    let named = if draft.word(link) == "as" { before(link)? } else { link };
    if let Some(holder) = holders.by_last.get(&named)
        && let Some((_, name)) = draft.name_at(named)
        && given_by_naming(draft, name.start)
    {
        return Some(*holder);
    }
    // "Ann Holm most recently served as minister"
    if draft.word(link) == "as" {
        let verb = before(link).filter(|at| SERVES.contains(draft.word(*at)))?;
        let mut subject = before(verb)?;
        for _ in 0..3 {
            let passed = draft.word(subject).ends_with("ly")
                || matches!(
                    draft.word(subject),
                    "most"
                        | "now"
                        | "then"
                        | "has"
                        | "had"
                        | "was"
                        | "is"
                        | "been"
                        | "also"
                        | "who"
                        | "in"
                        | ","
                );
            subject = if passed { before(subject)? } else { break };
        }
        return holders.by_last.get(&subject).copied();
    }
    // "X was elected president": the verb may have an auxiliary before it.
    let verb = HOLDS.contains(draft.word(link)).then_some(link)?;
    let subject = before(verb)?;
    let subject = if matches!(draft.word(subject), "was" | "is" | "been" | "now" | "then") {
        before(subject)?
    } else {
        subject
    };
    holders.by_last.get(&subject).copied()
}

/// The last token before the bracket that ends at `last`, if one does: "Ann Holm (R-Iowa), chairman".
fn before_bracket(draft: &Draft, last: usize) -> usize {
    let open = (last.saturating_sub(6)..last).rev().find(|at| draft.word(*at) == "(");
    let open = open.filter(|at| *at > 0 && draft.word(last) == ")");
    open.map_or(last, |open| open - 1)
}

/// Whether a verb of naming is before the name and its titles.
fn given_by_naming(draft: &Draft, name: usize) -> bool {
    let mut at = titles_start(draft, name);
    // "naming the retired general Sheikh Omar"
    for _ in 0..4 {
        let Some(before) = at.checked_sub(1).filter(|_| !draft.begins_sentence(at)) else { return false };
        if NAMING.contains(draft.word(before)) {
            return true;
        }
        let passed = draft.is_capitalised(before)
            || matches!(draft.word(before), "the" | "a" | "an" | "retired" | "former" | "general" | "lawyer");
        if !passed {
            return false;
        }
        at = before;
    }
    false
}

/// An office that the text gives to one person means that person elsewhere, too.
fn fill(roles: &mut [Role]) {
    let mut holders: HashMap<String, Option<EntityId>> = HashMap::new();
    for role in roles.iter() {
        for (holder, name) in role.holder.into_iter().flat_map(|holder| {
            let names = single_offices(&role.name).into_iter();
            names.map(move |name| (holder, name))
        }) {
            let known = holders.entry(name).or_insert(Some(holder));
            if *known != Some(holder) {
                *known = None;
            }
        }
    }
    for role in roles {
        if role.holder.is_none() {
            role.holder = holders.get(&role.name.to_lowercase()).copied().flatten();
        }
    }
}

/// The office, and each alone of those that are held together: "director of Blue Films" of "director, producer and
/// founder of Blue Films".
fn single_offices(name: &str) -> Vec<String> {
    let whole = name.to_lowercase();
    let mut names: Vec<String> = Vec::new();
    if let Some((offices, body)) = whole.split_once(" of ")
        && let Some((first, last)) = offices.split_once(" and ")
        && first.contains(", ")
    {
        names.extend(first.split(", ").chain([last]).map(|office| format!("{office} of {body}")));
    }
    names.push(whole);
    names
}
