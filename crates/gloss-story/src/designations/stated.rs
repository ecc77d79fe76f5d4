//! What the text itself says of somebody whom it names: before the name, after it, and as a predicate.

use super::{
    lexicon::{closes, is_group, is_person},
    people::{Scene, is_title},
    phrase::{Phrase, Row, is_age, is_determiner},
};
use crate::names::Identity;
use std::ops::Range;

/// A description of somebody by name.
#[derive(Clone, Debug)]
pub(super) struct Stated {
    pub(super) who: Identity,
    /// Its tokens, determiner and what goes on after the noun included.
    pub(super) range: Range<usize>,
    pub(super) phrase: Phrase,
    /// Whether it is right before the name, as a title is.
    pub(super) title: bool,
}

/// Verbs and nouns after which "as" says what somebody is called.
const AS: &[&str] = &[
    "described",
    "describes",
    "describing",
    "known",
    "status",
    "portrayed",
    "labeled",
    "labelled",
    "branded",
    "referred",
    "identified",
    "dismissed",
    "hailed",
    "reputation",
    "role",
    "job",
    "serves",
    "served",
    "painted",
];
/// Verbs after whose object comes what they call it.
const CALLS: &[&str] = &[
    "called",
    "calls",
    "calling",
    "branded",
    "branding",
    "labeled",
    "labelled",
    "dubbed",
    "deemed",
    "considers",
];
/// Verbs between somebody and what they are.
const COPULAS: &[&str] = &["is", "was", "became", "becomes", "remains", "remained", "being"];
/// Words passed over in search of a noun at most.
const REACH: usize = 9;

/// All descriptions of the people whom a sentence names.
pub(super) fn find(scene: &Scene) -> Vec<Stated> {
    let mut found = Vec::new();
    let mut reached = 0;
    for (name, who) in &scene.named {
        let row = scene.row;
        found.extend(before(row, name, *who, reached));
        found.extend(after(row, name, *who));
        let next = scene.named.iter().map(|(name, _)| name.start).find(|start| *start >= name.end);
        found.extend(predicate(row, name, *who, next.unwrap_or(usize::MAX)));
        reached = name.end;
    }
    found
}

fn stated(row: &Row, who: Identity, phrase: Phrase, end: usize, title: bool) -> Stated {
    let start = phrase.range.start - usize::from(phrase.determiner.is_some());
    // A mark round the first words belongs to the phrase.
    let start = if start > 0 && row.is_mark(start - 1) && is_determiner(row.before(start - 1)) {
        start - 2
    } else {
        start
    };
    Stated { who, range: start..end, phrase, title }
}

/// "violent gangster Chris Kaba", "the commissioner, Sir Mark Rowley,", "The officer, named only as NX121".
fn before(row: &Row, name: &Range<usize>, who: Identity, limit: usize) -> Option<Stated> {
    let mut at = name.start;
    while at > limit && is_title(row.before(at)) && row.before(at) != "." {
        at -= 1;
    }
    let head = at.checked_sub(1).filter(|head| *head >= limit)?;
    // The name itself may take in its title: "President Trump" is one name to some.
    if row.word(head) != "," && row.word(head) != "as" {
        let phrase = row.phrase(head, limit)?;
        return Some(stated(row, who, phrase, head + 1, true));
    }
    let mut comma = head;
    if row.word(head) == "as" {
        comma = (limit..head).rev().take(4).find(|at| row.word(*at) == ",")?;
        let named = |word: &str| matches!(word, "named" | "known" | "identified");
        if !(comma..head).any(|at| named(row.word(at))) {
            return None;
        }
    } else if !matches!(row.word(name.end), "," | "." | ")" | "" | "who" | ";" | "—" | "–" | "”") {
        return None;
    }
    let noun = comma.checked_sub(1).filter(|noun| *noun >= limit)?;
    let phrase = row.phrase(noun, limit)?;
    (phrase.determiner.is_some() || !phrase.modifiers.is_empty())
        .then(|| stated(row, who, phrase, noun + 1, false))
}

/// "Michael Steele, chairman of the Republican National Committee, drew"
fn after(row: &Row, name: &Range<usize>, who: Identity) -> Option<Stated> {
    let mut first = name.end;
    if !matches!(row.word(first), "," | "(" | "—" | "–") {
        return None;
    }
    first += 1;
    // "Mr Kaba, 24, a member": an age comes between.
    if row.word(first).parse::<u8>().is_ok() && row.word(first + 1) == "," {
        first += 2;
    }
    let (phrase, end) = described(row, first)?;
    let closed = matches!(row.word(end), "," | "." | ")" | "" | "—" | "–" | ";" | "who" | "and" | "”");
    // "…, a spokesman said"; "Smith, the lawyer and …" may begin a list
    let list = row.word(end) == "and" && row.word(phrase.range.end) == "and";
    (closed && !list).then(|| stated(row, who, phrase, end, false))
}

/// "Mr Kaba was a core member of …", "described Mr Kaba as a thug", "called Mr Kaba a thug", "Mr Kaba's status as …".
/// Another name, whose first token is `next`, is called what comes after it.
fn predicate(row: &Row, name: &Range<usize>, who: Identity, next_name: usize) -> Option<Stated> {
    let next = row.word(name.end);
    let first = if COPULAS.contains(&next) {
        name.end
            + 1
            + usize::from(matches!(row.word(name.end + 1), "also" | "now" | "once" | "still" | "then"))
    } else if CALLS
        .contains(&row.before(name.start - usize::from(name.start > 0 && is_title(row.before(name.start)))))
    {
        name.end
    } else {
        let until =
            (name.end..next_name.min(name.end + 8)).take_while(|at| !matches!(row.word(*at), "," | "." | ""));
        let at = until.into_iter().find(|at| row.word(*at) == "as")?;
        let told = (name.start.saturating_sub(3)..at).any(|at| AS.contains(&row.word(at)));
        if !told {
            return None;
        }
        at + 1
    };
    let determined = is_determiner(row.word(first)) || row.is_mark(first);
    let (phrase, end) = described(row, first)?;
    (determined && phrase.determiner.as_deref() != Some("his")).then(|| stated(row, who, phrase, end, false))
}

/// The description that begins at `first`, and where it ends.
fn described(row: &Row, first: usize) -> Option<(Phrase, usize)> {
    // "one of London's most feared gangsters"
    if matches!(row.word(first), "one" | "among")
        && (row.word(first) == "among" || row.word(first + 1) == "of")
    {
        let from = first + 2;
        let head = (from..from + REACH)
            .take_while(|at| !matches!(row.word(*at), "," | "." | "" | "who"))
            .find(|at| is_group(row.word(*at)))?;
        let phrase = Phrase {
            range: first..head + 1,
            determiner: None,
            head: row.word(head).trim_end_matches('s').to_owned(),
            modifiers: Vec::new(),
        };
        return Some((phrase, row.extent(head)));
    }
    let mut head = None;
    for at in first..first + REACH {
        let word = row.word(at);
        let opens = at == first && is_determiner(word);
        if is_person(word) || is_age(word) {
            head = Some(at);
        } else if head.is_some()
            || !(opens || row.is_mark(at)) && (closes(word) || matches!(word, "," | "." | "" | ";"))
        {
            break;
        }
    }
    let head = head?;
    let mut phrase = row.phrase(head, first)?;
    // All between the determiner and the noun belongs to it.
    let opens = usize::from(is_determiner(row.word(first)));
    if opens == 1 {
        phrase.determiner = Some(row.word(first).to_owned());
    }
    phrase.range.start = first + opens;
    phrase.modifiers =
        (first + opens..head).filter(|at| !row.is_mark(*at)).map(|at| row.word(at).to_owned()).collect();
    let end = row.extent(head);
    Some((phrase, end))
}
