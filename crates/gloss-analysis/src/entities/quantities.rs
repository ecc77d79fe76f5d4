//! Ages, lengths of time and sums of money.

use super::draft::Draft;
use crate::{
    EntityKind,
    english::quantities::{
        BEFORE_SIGN, CURRENCIES, CURRENCY_CODES, CURRENCY_LETTERS, LARGE, LASTING, NO_AGE, NUMBERS,
        OF_CURRENCIES, OF_SOME_AGE, UNITS,
    },
};
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

/// "£2,500", "US$5m", "3.2 million euros", "GBP 27 million", "a million pounds": where it ends.
pub(super) fn money(draft: &Draft, at: usize) -> Option<usize> {
    if draft.word(at) == "a" && LARGE.contains(draft.next_word(at + 1)) && draft.next_word(at + 1).len() > 4 {
        return named_currency(draft, at + 2);
    }
    if let Some(number) = after_sign(draft, at) {
        let end = end_of_number(draft, number);
        // "£5m to £7m" are two sums, "$1.2 to 1.5 million" is one.
        let range = matches!(draft.next_word(end), "to" | "-" | "–")
            && is_digits(draft, end + 1)
            && !draft.begins_sentence(end + 1)
            && LARGE.contains(draft.next_word(end + 2));
        return Some(if range { end_of_number(draft, end + 1) } else { end });
    }
    if draft.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
        && is_sum_in_one(draft.word(at), goes_on(draft, at + 1))
    {
        return Some(end_of_decimals(draft, at));
    }
    if !is_number(draft, at) {
        // "2.5m" is one token, and "5bn euros" a sum.
        let short = is_digits(draft, at) && is_short_large(draft.word(at));
        return if short { named_currency(draft, at + 1) } else { None };
    }
    named_currency(draft, end_of_number(draft, at))
}

/// The number after a sign, a code or letters of a currency that begin at `at`.
fn after_sign(draft: &Draft, at: usize) -> Option<usize> {
    let is_sign = |word: &str| {
        matches!(word, "£" | "$" | "€" | "¥" | "₹" | "₦" | "₩" | "₱" | "₽" | "₺" | "฿" | "₡" | "₵" | "₪")
    };
    let word = draft.word(at);
    if is_sign(word) {
        // "£ 5" happens, "$ HYPE" does not.
        return (is_digits(draft, at + 1) && !draft.begins_sentence(at + 1)).then_some(at + 1);
    }
    if BEFORE_SIGN.contains(word) && is_sign(draft.next_word(at + 1)) && draft.is_glued(at + 1) {
        return is_digits(draft, at + 2).then_some(at + 2);
    }
    let stop = usize::from(draft.next_word(at + 1) == "." && draft.is_glued(at + 1) && word == "Rs");
    let number = at + 1 + stop;
    let follows = is_digits(draft, number) && !draft.begins_sentence(number);
    // "R500" is one token; "R 500" is rare, and "P 5" is a page.
    let letters = CURRENCY_LETTERS.contains(word) && word.len() > 1 && is_amount(draft, number);
    // "COP 27" is a conference.
    let conference =
        word == "COP" && draft.word(number).len() < 3 && !LARGE.contains(draft.next_word(number + 1));
    (follows && !conference && (CURRENCY_CODES.contains(word) || letters)).then_some(number)
}

/// Whether a sum goes on after its first digits: ",500" of "1,500", ".8 million" of "7.8 million".
fn goes_on(draft: &Draft, sign: usize) -> bool {
    let glued = draft.is_glued(sign) && draft.is_glued(sign + 1) && is_digits(draft, sign + 1);
    let digits = draft.word(sign + 1).split(',').next().unwrap_or_default();
    match draft.next_word(sign) {
        "," => glued && digits.len() == 3,
        "." => glued && LARGE.contains(draft.next_word(sign + 2)),
        word => LARGE.contains(word),
    }
}

/// "R500", "Tk300": letters of a currency and digits without a space. Of one digit or two there are more to come.
fn is_sum_in_one(word: &str, goes_on: bool) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_alphabetic());
    let Some(letters) = word.strip_suffix(digits).filter(|letters| !letters.is_empty()) else { return false };
    let amount = digits.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let number = amount.starts_with(|c: char| c.is_ascii_digit())
        && amount.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    // "R2", "N95" and "COP28" are no sums.
    number
        && (amount.len() > 2 || goes_on)
        && (CURRENCY_CODES.contains(letters) || CURRENCY_LETTERS.contains(letters))
}

/// The end of a sum whose thousands a comma parts from the rest: "R1,200" is three tokens.
fn end_of_decimals(draft: &Draft, at: usize) -> usize {
    let mut end = at + 1;
    while matches!(draft.next_word(end), "," | ".")
        && draft.is_glued(end)
        && is_digits(draft, end + 1)
        && draft.is_glued(end + 1)
    {
        end += 2;
    }
    while end < at + 6 && LARGE.contains(draft.next_word(end)) {
        end += 1;
    }
    end
}

/// Whether the number may be a sum: "Re 1", "Rs 500".
fn is_amount(draft: &Draft, at: usize) -> bool {
    draft.word(at).starts_with(|c: char| c.is_ascii_digit())
}

/// "5m", "2.5bn", "100k".
fn is_short_large(word: &str) -> bool {
    let letters = word.trim_start_matches(|c: char| c.is_numeric() || matches!(c, '.' | ','));
    letters.len() < word.len() && LARGE.contains(letters.to_lowercase().as_str())
}

/// Where the number ends that begins at `number`, with "million" and the like.
fn end_of_number(draft: &Draft, number: usize) -> usize {
    let mut end = number + 1;
    let hyphen = usize::from(draft.next_word(end) == "-" && draft.is_glued(end));
    if hyphen == 1 && LARGE.contains(draft.next_word(end + 1)) {
        return end + 2;
    }
    // "N$2 000 000"
    let is_group = |at: usize| {
        draft.next_word(at).len() == 3
            && is_digits(draft, at)
            && draft.word(at).bytes().all(|c| c.is_ascii_digit())
    };
    if draft.word(number).len() <= 3 && draft.word(number).bytes().all(|c| c.is_ascii_digit()) {
        while end < number + 4 && is_group(end) {
            end += 1;
        }
    }
    while end < number + 3 && LARGE.contains(draft.next_word(end)) {
        end += 1;
    }
    end
}

/// Where a currency ends that is named at `at`: "dollars", "Hong Kong dollars", "USD".
fn named_currency(draft: &Draft, at: usize) -> Option<usize> {
    let mut end = at;
    while end < at + 2 && OF_CURRENCIES.contains(draft.next_word(end)) {
        end += 1;
    }
    let word = draft.next_word(end);
    // "won" is a verb, too, and "real" an adjective.
    let is_currency =
        CURRENCIES.contains(word) && (end > at || !matches!(word, "won" | "real" | "rand" | "pound"));
    let after_large = LARGE.contains(draft.word(at.saturating_sub(1)));
    let is_currency = is_currency || matches!(word, "won" | "rand") && after_large;
    (is_currency || end == at && CURRENCY_CODES.contains(word)).then_some(end + 1)
}

/// "aged 40", "24-year-old", "24 years old", and "40" in "Blake, 40,", "Holm (31)", "I am 74", "the age of 90".
fn age(draft: &Draft, at: usize) -> Option<usize> {
    if draft.word(at).eq_ignore_ascii_case("aged") {
        let years = !draft.begins_sentence(at + 1) && is_years(draft, at + 1);
        return range_of_ages(draft, at).or(years.then_some(at + 2));
    }
    if let Some(end) = decade_of_life(draft, at).or_else(|| range_of_ages(draft, at)) {
        return Some(end);
    }
    if !is_years(draft, at) && !NUMBERS.contains(draft.word(at)) {
        return None;
    }
    let next = |ahead: usize| draft.next_word(at + ahead);
    if (next(1), next(3)) == ("-", "-")
        && matches!(next(2), "year" | "month" | "week" | "day")
        && matches!(next(4), "old" | "olds")
    {
        return Some(at + 5);
    }
    if matches!(next(1), "year" | "years") {
        let hyphen = usize::from(next(2) == "-");
        if matches!(next(2 + hyphen), "old" | "olds") {
            return Some(at + 3 + hyphen);
        }
    }
    (is_years(draft, at) && is_told_as_age(draft, at)).then_some(at + 1)
}

/// "ages 18 to 39", "aged 18-39", "ages of eight and 14", "45 or older", "65 and over".
fn range_of_ages(draft: &Draft, at: usize) -> Option<usize> {
    let years = |at: usize| !draft.begins_sentence(at) && is_years(draft, at);
    let word = draft.word(at);
    let named = matches!(word, "ages" | "aged" | "Ages" | "Aged" | "age");
    let of = usize::from(word == "ages" && draft.next_word(at + 1) == "of");
    let first = at + usize::from(named) + of;
    let in_words = of == 1 && NUMBERS.contains(draft.word(first));
    if !is_years(draft, first) && !in_words || named && draft.begins_sentence(first) {
        return None;
    }
    let joined = matches!(draft.next_word(first + 1), "to" | "-" | "–" | "and");
    let last_in_words = of == 1 && NUMBERS.contains(draft.next_word(first + 2));
    if named && joined && (years(first + 2) || last_in_words) {
        return Some(first + 3);
    }
    let open = matches!(draft.next_word(first + 1), "or" | "and")
        && matches!(draft.next_word(first + 2), "older" | "younger" | "over" | "above" | "under");
    let ends = !draft.is_capitalised(first + 3) && !is_digits(draft, first + 3);
    (open && ends).then_some(first + 3)
}

/// "in her 40s", "in his late 60s".
fn decade_of_life(draft: &Draft, at: usize) -> Option<usize> {
    let is_decade =
        draft.word(at).strip_suffix('s').is_some_and(|years| years.len() == 2 && years.ends_with('0'));
    if !is_decade || draft.begins_sentence(at) {
        return None;
    }
    let word = |back: usize| at.checked_sub(back).map(|at| draft.word(at)).unwrap_or_default();
    let part = usize::from(matches!(word(1), "early" | "mid" | "late")) + usize::from(word(1) == "-") * 2;
    matches!(word(1 + part), "his" | "her" | "their" | "my" | "our" | "your").then_some(at + 1)
}

/// Whether the words around a bare number make an age of it.
fn is_told_as_age(draft: &Draft, at: usize) -> bool {
    let word = |back: usize| at.checked_sub(back).map(|at| draft.word(at)).unwrap_or_default();
    let is_person = |at: usize| draft.name_at(at).is_some_and(|(kind, _)| *kind == EntityKind::Person);
    let next = draft.next_word(at + 1);
    if draft.begins_sentence(at) {
        return false;
    }
    let person_before = at >= 2 && is_person(at - 2);
    if person_before && word(1) == "," {
        return matches!(
            next,
            "," | "." | ")" | "" | "and" | "from" | "of" | ";" | "who" | "was" | "is" | "–" | "—"
        );
    }
    if person_before && word(1) == "(" {
        return matches!(next, ")" | ",");
    }
    // "a juvenile, 16, of Barton"
    if word(1) == "," && next == "," && draft.next_word(at + 2) == "of" && draft.is_capitalised(at + 3) {
        return true;
    }
    if NO_AGE.contains(next) || draft.is_glued(at + 1) && matches!(next, "-" | "–" | "/" | "%" | "°" | ":")
    {
        return false;
    }
    let closes = !next.starts_with(|c: char| c.is_alphanumeric())
        || matches!(
            next,
            "and"
                | "but"
                | "when"
                | "now"
                | "with"
                | "years"
                | "because"
                | "as"
                | "at"
                | "he"
                | "she"
                | "in"
                | "to"
                | "or"
        );
    // "when I was about 18"
    let about = usize::from(matches!(word(1), "about" | "around" | "only" | "just" | "nearly" | "almost"));
    let word = |back: usize| word(back + about);
    let last = word(1).to_lowercase();
    match last.as_str() {
        // "the age of 90", "at age 12", "under the age of 18"
        "of" => matches!(word(2), "age" | "ages"),
        "age" => matches!(
            word(2).to_lowercase().as_str(),
            "at" | "by" | "from" | "after" | "under" | "over" | "until"
        ),
        // "people under 30", "anyone over 65"
        "under" | "over" | "above" | "below" => {
            closes && next != "to" && OF_SOME_AGE.contains(word(2).to_lowercase().as_str())
        }
        // "I am 74", "I’m 74"; "he is 30", "she was 19": a number and no unit after it
        "am" => closes && word(2) == "I",
        "i’m" | "i'm" => closes,
        "turned" | "turns" | "turning" => closes && next != "to",
        "is" | "was" | "be" => {
            closes && next != "in" && matches!(word(2).to_lowercase().as_str(), "he" | "she" | "who" | "i")
        }
        // "left school at 14", "died at 90"
        "at" => {
            closes
                && (2..8).map(word).take_while(|word| *word != ".").any(|word| {
                    matches!(
                        word,
                        "died"
                            | "dies"
                            | "school"
                            | "married"
                            | "retired"
                            | "retire"
                            | "orphaned"
                            | "widowed"
                            | "dead"
                    )
                })
        }
        _ => false,
    }
}

/// Whether the token is as many years as somebody may be old.
pub(super) fn is_years(draft: &Draft, at: usize) -> bool {
    draft.word(at).parse::<u32>().is_ok_and(|years| (1..=OLDEST).contains(&years))
}

/// "11 hours", "three weeks", "a two-hour delay".
fn duration(draft: &Draft, at: usize) -> Option<usize> {
    if !is_number(draft, at) {
        return None;
    }
    // "six to seven minutes"
    if matches!(draft.next_word(at + 1), "to" | "or")
        && is_number(draft, at + 2)
        && !draft.begins_sentence(at + 2)
        && is_digits(draft, at) == is_digits(draft, at + 2)
        && (!is_digits(draft, at) || draft.word(at).len() < 4)
        && age(draft, at + 2).is_none()
    {
        return duration(draft, at + 2);
    }
    let hyphen = usize::from(draft.next_word(at + 1) == "-");
    let large = usize::from(hyphen == 0 && LARGE.contains(draft.next_word(at + 1)));
    let unit = draft.next_word(at + 1 + hyphen + large);
    if draft.word(at).eq_ignore_ascii_case("one") && unit == "day" && hyphen == 0 && !lasts(draft, at) {
        return None;
    }
    let is_unit = UNITS.contains(unit) || unit.strip_suffix('s').is_some_and(|unit| UNITS.contains(unit));
    (is_unit || unit == "centuries").then_some(at + 2 + hyphen + large)
}

/// Whether "one day" is how long something takes, not "one day, when we are old".
fn lasts(draft: &Draft, at: usize) -> bool {
    let before =
        at.checked_sub(1).filter(|_| !draft.begins_sentence(at)).map(|at| draft.word(at)).unwrap_or_default();
    LASTING.contains(before)
        || matches!(
            draft.next_word(at + 2),
            "later" | "before" | "after" | "ago" | "earlier" | "of" | "long" | "only"
        )
}
