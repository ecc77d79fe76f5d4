//! Ages, lengths of time and sums of money.

use super::{EntityKind, draft::Draft};
use crate::english::quantities::{CURRENCIES, LARGE, NUMBERS, UNITS};
use gloss_text::TokenKind;
use std::ops::Range;

/// Above this nobody is that many years old.
const OLDEST: u32 = 120;

/// All of them, in order.
pub(super) fn find(draft: &Draft) -> Vec<(EntityKind, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < draft.tokens.len() {
        let quantity = money(draft, at)
            .map(|end| (EntityKind::Money, end))
            .or_else(|| age(draft, at).map(|end| (EntityKind::Age, end)))
            .or_else(|| duration(draft, at).map(|end| (EntityKind::Duration, end)));
        match quantity {
            Some((kind, end)) => {
                found.push((kind, at..end));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn is_digits(draft: &Draft, at: usize) -> bool {
    draft.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
}

fn is_number(draft: &Draft, at: usize) -> bool {
    is_digits(draft, at) && draft.word(at).chars().all(|c| c.is_numeric() || matches!(c, '.' | ','))
        || NUMBERS.contains(draft.word(at).to_lowercase().as_str())
}

/// "£2,500", "$5m", "3.2 million euros": where it ends.
fn money(draft: &Draft, at: usize) -> Option<usize> {
    let signed = matches!(draft.word(at), "£" | "$" | "€" | "¥" | "₹");
    let number = at + usize::from(signed);
    if signed && !is_digits(draft, number) || !signed && !is_number(draft, number) {
        return None;
    }
    let mut end = number + 1;
    while end < number + 3 && LARGE.contains(draft.next_word(end)) {
        end += 1;
    }
    let named = CURRENCIES.contains(draft.next_word(end));
    (signed || named).then_some(end + usize::from(named && !signed))
}

/// "aged 40", "24-year-old", "24 years old", and "40" in "Blake, 40,".
fn age(draft: &Draft, at: usize) -> Option<usize> {
    if draft.word(at).eq_ignore_ascii_case("aged") {
        let years = !draft.begins_sentence(at + 1) && is_years(draft, at + 1);
        return years.then_some(at + 2);
    }
    if !is_years(draft, at) && !NUMBERS.contains(draft.word(at)) {
        return None;
    }
    let next = |behind: usize| draft.next_word(at + behind);
    if (next(1), next(2), next(3), next(4)) == ("-", "year", "-", "old") {
        return Some(at + 5);
    }
    if matches!(next(1), "year" | "years") && next(2) == "old" {
        return Some(at + 3);
    }
    let behind_person = at >= 2
        && draft.word(at - 1) == ","
        && !draft.begins_sentence(at)
        && draft.name_at(at - 2).is_some_and(|(kind, _)| *kind == EntityKind::Person);
    let closed = matches!(next(1), "," | "." | ")" | "" | "and" | "from" | "of");
    (behind_person && closed && is_years(draft, at)).then_some(at + 1)
}

fn is_years(draft: &Draft, at: usize) -> bool {
    draft.word(at).parse::<u32>().is_ok_and(|years| (1..=OLDEST).contains(&years))
}

/// "11 hours", "three weeks", "a two-hour delay".
fn duration(draft: &Draft, at: usize) -> Option<usize> {
    if !is_number(draft, at) {
        return None;
    }
    let hyphen = usize::from(draft.next_word(at + 1) == "-");
    let large = usize::from(hyphen == 0 && LARGE.contains(draft.next_word(at + 1)));
    let unit = draft.next_word(at + 1 + hyphen + large);
    let is_unit = UNITS.iter().any(|known| unit == *known || unit.strip_suffix('s') == Some(known));
    (is_unit || unit == "centuries").then_some(at + 2 + hyphen + large)
}
