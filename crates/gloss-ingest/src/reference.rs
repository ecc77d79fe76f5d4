//! Character references.

use std::{borrow::Cow, sync::LazyLock};

/// The names of the HTML standard without `&`, those that need it with `;`, in order, each on a line with the one or two
/// characters it stands for. That of the line feed has none.
static NAMES: LazyLock<Vec<(&str, &str)>> =
    LazyLock::new(|| include_str!("names.txt").lines().filter_map(|line| line.split_once(' ')).collect());

/// Longest name, in bytes.
const LONGEST: usize = 32;

/// What browsers take the numbers from 128 on for: the characters of Windows.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// What the reference at the beginning of `text` stands for, as the HTML standard says, and its length in bytes. `&` is
/// before the text. In the value of an attribute, `&copy=` is none.
pub(crate) fn reference(text: &str, in_attribute: bool) -> Option<(Cow<'static, str>, usize)> {
    if let Some(number) = text.strip_prefix('#') {
        let hexadecimal = number.strip_prefix(['x', 'X']);
        let (digits, radix) = hexadecimal.map_or((number, 10), |digits| (digits, 16));
        let after = digits.trim_start_matches(|c: char| c.is_digit(radix));
        let length = digits.len() - after.len();
        let number = digits.get(..length).filter(|digits| !digits.is_empty())?;
        // A number that is too large is a character that is unknown.
        let c = character(u32::from_str_radix(number, radix).unwrap_or(u32::MAX));
        let length = text.len() - after.len() + usize::from(after.starts_with(';'));
        return Some((c.to_string().into(), length));
    }
    let length = text.bytes().take(LONGEST).take_while(u8::is_ascii_alphanumeric).count();
    let longest = length + usize::from(text.get(length..).is_some_and(|after| after.starts_with(';')));
    let (name, characters) = (1..=longest).rev().find_map(|length| {
        let name = text.get(..length)?;
        let at = NAMES.binary_search_by_key(&name, |(known, _)| known).ok()?;
        NAMES.get(at)
    })?;
    let next = text.get(name.len()..).and_then(|after| after.chars().next());
    let is_open = !name.ends_with(';') && next.is_some_and(|c| c == '=' || c.is_ascii_alphanumeric());
    let characters = if characters.is_empty() { "\n" } else { characters };
    (!(in_attribute && is_open)).then_some((characters.into(), name.len()))
}

fn character(number: u32) -> char {
    let windows = number.checked_sub(0x80).and_then(|at| WINDOWS.chars().nth(at as usize));
    windows.or_else(|| char::from_u32(number)).filter(|c| *c != '\0').unwrap_or('\u{fffd}')
}

/// Resolves the references of a text that are written out with their `;`. What is none stays as it is.
pub(crate) fn unescape(text: &str) -> String {
    resolved(text, |after| reference(after, false).filter(|(_, length)| after.as_bytes()[length - 1] == b';'))
}

/// A text with what `find` finds after each `&` in its place.
pub(crate) fn resolved(text: &str, find: impl Fn(&str) -> Option<(Cow<'static, str>, usize)>) -> String {
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        resolved.push_str(before);
        let (characters, length) = find(after).unwrap_or(("&".into(), 0));
        resolved.push_str(&characters);
        rest = after.get(length..).unwrap_or_default();
    }
    resolved.push_str(rest);
    resolved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved() {
        assert_eq!(
            unescape("Redacci&oacute;n &amp; M&auml;r &#8211; &#x27;x&#39; &#146; &unknown; &notit; & &"),
            "Redacción & Mär – 'x' ’ &unknown; &notit; & &"
        );
    }

    #[cfg(feature = "html5ever")]
    #[test]
    fn every_name_stands_for_what_it_does_elsewhere() {
        let names = html5ever::data::NAMED_ENTITIES.entries().filter(|(_, (first, _))| *first != 0);
        for (name, (first, second)) in names.clone() {
            let characters: String =
                [first, second].into_iter().filter(|c| **c != 0).filter_map(|c| char::from_u32(*c)).collect();
            assert_eq!(reference(name, false), Some((characters.into(), name.len())), "{name}");
        }
        assert_eq!(names.count(), NAMES.len());
        for (at, c) in html5ever::data::C1_REPLACEMENTS.iter().enumerate() {
            let number = 0x80 + at as u32;
            assert_eq!(Some(character(number)), c.or(char::from_u32(number)));
        }
    }
}
