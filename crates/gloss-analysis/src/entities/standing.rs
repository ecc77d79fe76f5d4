//! Offices that mean the person to whom the text has given them: the same words elsewhere, and "the minister" for Health
//! Minister Ann Holm.

use super::{EntityId, draft::Draft, roles::Role};
use crate::english::offices::{OF_MANY, POSTS, RANKING, TOO_COMMON};
use std::{collections::HashMap, ops::Range};

/// Whether an office without a body may stand for its holder: "the minister" where no word after it tells which.
pub(super) fn may_stand(draft: &Draft, office: Range<usize>) -> bool {
    let article = office.start.checked_sub(1).filter(|_| !draft.begins_sentence(office.start));
    let next = draft.next_word(office.end);
    let told = matches!(next, "of" | "for" | "in" | "at" | "and" | "who" | "from" | "responsible" | "-")
        || next.starts_with(char::is_uppercase)
        || POSTS.contains(next);
    let head = draft.word(office.end - 1).to_lowercase();
    // "the post of the minister"
    let of_post = |at: usize| at > 1 && draft.word(at - 1) == "of" && POSTS.contains(draft.word(at - 2));
    article.is_some_and(|at| matches!(draft.word(at), "the" | "The") && !of_post(at))
        && !told
        && !(TOO_COMMON.contains(head.as_str()) && (office.len() == 1 || head == "officer"))
        && office.into_iter().all(|at| draft.name_at(at).is_none())
}

/// Gives offices without a holder the one whom the text tells elsewhere, and takes away those that stand for nobody.
/// `persons` are the persons of the article, each with the token at which it is named.
pub(super) fn fill(draft: &Draft, roles: &mut Vec<Role>, persons: &[(usize, EntityId)]) {
    fill_same(roles);
    // Whom each short form means in the whole article, and whom it meant last.
    let mut known: HashMap<String, Option<EntityId>> = HashMap::new();
    for role in roles.iter().filter(|role| !role.stands) {
        let Some(holder) = role.holder else { continue };
        for form in short_forms(&role.name) {
            let known = known.entry(form).or_insert(Some(holder));
            if *known != Some(holder) {
                *known = None;
            }
        }
    }
    let mut last: HashMap<String, Option<EntityId>> = HashMap::new();
    for role in roles.iter_mut() {
        let short = role.name.to_lowercase();
        if role.holder.is_none() && may_stand(draft, role.range.clone()) {
            let holder = known.get(&short).copied().flatten();
            // Of many in a chamber, the one whom the text has just named.
            let before = persons.partition_point(|(at, _)| *at < role.range.start);
            let named = persons.get(before.wrapping_sub(1)).map(|(_, person)| *person);
            let of_many = short.split(' ').next_back().is_some_and(|head| OF_MANY.contains(head));
            role.holder = holder
                .filter(|_| last.get(&short).copied().flatten() == holder)
                .filter(|_| !of_many || named == holder);
        } else {
            last.extend(short_forms(&role.name).into_iter().map(|form| (form, role.holder)));
        }
    }
    roles.retain(|role| !role.stands || role.holder.is_some());
}

/// What an office may be called once it is told: "minister" and "health minister" for "Norway's Health Minister". Words of
/// rank stay: nobody calls a deputy minister "the minister".
fn short_forms(office: &str) -> Vec<String> {
    let office = office.to_lowercase();
    let own = office.split(|c: char| c.is_whitespace() || c == ',').map(|word| word.trim_matches('.'));
    let own: Vec<&str> = own
        .take_while(|word| !matches!(*word, "of" | "for" | "at" | "to" | "in" | "and"))
        .filter(|word| !word.is_empty())
        .collect();
    let Some((head, before)) = own.split_last() else { return Vec::new() };
    let head = match *head {
        "sen" => "senator",
        "gov" => "governor",
        "rep" => "representative",
        "pres" => "president",
        "amb" => "ambassador",
        head => head,
    };
    let ranking = |word: &&str| RANKING.contains(word.split('-').next().unwrap_or_default());
    let ranks: Vec<&str> = before.iter().copied().filter(|word| ranking(word)).collect();
    let plain = before.iter().copied().filter(|word| !ranking(word));
    let form = |word: Option<&str>| {
        let words: Vec<&str> = ranks.iter().copied().chain(word).chain([head]).collect();
        words.join(" ")
    };
    let mut forms: Vec<String> = plain.map(|word| form(Some(word))).collect();
    // "the president" is seldom that of a club.
    let of_club = head == "president" && (before.len() > 1 || office.contains(" of "));
    if head != "general" && !of_club {
        forms.push(form(None));
    }
    forms
}

/// An office that the text gives to one person means that person elsewhere, too.
fn fill_same(roles: &mut [Role]) {
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
