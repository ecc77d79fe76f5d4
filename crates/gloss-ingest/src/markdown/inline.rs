//! The words of a paragraph in Markdown without its marks.

use crate::{reference::unescape, space::even};

/// How far the end of a link, a tag or code is looked for, in bytes, so that no text takes longer than its length times
/// a constant.
const FARTHEST: usize = 2000;

/// Takes the marks of emphasis, links, code, pictures and tags out of a paragraph.
pub(super) fn plain(text: &str) -> String {
    even(&without_emphasis(&unescape(&without_links(text, 0))))
}

/// Characters that stand for themselves because a backslash was before them, shifted to a private place until the marks
/// are gone.
const SHIFT: u32 = 0xf0000;

fn shifted(c: char) -> char {
    char::from_u32(SHIFT + c as u32).unwrap_or(c)
}

fn without_links(text: &str, depth: usize) -> String {
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\\', '`', '!', '[', '<']) {
        let (before, marked) = rest.split_at(at);
        words.push_str(before);
        let mark = marked.chars().next().unwrap_or(' ');
        let after = marked.get(1..).unwrap_or_default();
        rest = after;
        match mark {
            '\\' => {
                if let Some(c) = after.chars().next().filter(char::is_ascii_punctuation) {
                    words.push(shifted(c));
                    rest = after.get(1..).unwrap_or_default();
                } else {
                    words.push('\\');
                }
            }
            '`' => {
                let ticks = marked.bytes().take_while(|byte| *byte == b'`').count();
                let (fence, inside) = marked.split_at(ticks);
                if let Some(end) = near(inside).find(fence) {
                    words.extend(
                        inside
                            .get(..end)
                            .unwrap_or_default()
                            .chars()
                            .map(|c| if c.is_ascii_punctuation() { shifted(c) } else { c }),
                    );
                    rest = inside.get(end + ticks..).unwrap_or_default();
                } else {
                    words.push_str(fence);
                    rest = inside;
                }
            }
            '!' if after.starts_with('[') => match link(after) {
                Some((_, end)) => rest = after.get(end..).unwrap_or_default(),
                None => words.push('!'),
            },
            '[' => match link(marked).filter(|_| depth < 4) {
                Some((label, end)) => {
                    words.push_str(&without_links(label, depth + 1));
                    rest = marked.get(end..).unwrap_or_default();
                }
                None => words.push('['),
            },
            '<' => match tag(after) {
                Some((shown, end)) => {
                    words.push_str(shown);
                    rest = after.get(end..).unwrap_or_default();
                }
                None => words.push('<'),
            },
            mark => words.push(mark),
        }
    }
    words.push_str(rest);
    words
}

/// What is looked through for an end.
fn near(text: &str) -> &str {
    let mut end = FARTHEST.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

/// The label of a link `[label](address)` or `[label][name]`, and where the link ends.
fn link(text: &str) -> Option<(&str, usize)> {
    let mut depth = 0;
    let close = near(text).bytes().enumerate().find_map(|(at, byte)| {
        match byte {
            b'[' => depth += 1,
            b']' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    })?;
    let label = text.get(1..close)?;
    let after = text.get(close + 1..)?;
    let end = if after.starts_with('(') {
        let mut depth = 0;
        near(after).bytes().position(|byte| {
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            depth == 0
        })?
    } else if after.starts_with('[') {
        near(after).find(']')?
    } else {
        return None;
    };
    Some((label, close + 1 + end + 1))
}

/// What a tag or an address between angle brackets shows, and where it ends.
fn tag(after: &str) -> Option<(&str, usize)> {
    let end = near(after).find('>')?;
    let inside = after.get(..end)?;
    if inside.contains("://") && !inside.contains(' ')
        || (inside.contains('@') && !inside.contains([' ', '=']))
    {
        return Some((inside.strip_prefix("mailto:").unwrap_or(inside), end + 1));
    }
    let name = inside.trim_start_matches('/');
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!')
        && name
            .split([' ', '/'])
            .next()
            .is_some_and(|name| name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'!')));
    let is_break = name.trim_end_matches(['/', ' ']).eq_ignore_ascii_case("br");
    is_tag.then_some((if is_break { " " } else { "" }, end + 1))
}

/// Takes out runs of `*`, `_` and `~~` that open before a word and close after one, in pairs.
fn without_emphasis(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut gone = vec![false; chars.len()];
    // The places of opening marks that are not closed, by mark.
    let mut open: [Vec<usize>; 3] = Default::default();
    for (at, c) in chars.iter().enumerate() {
        let Some(which) = ['*', '_', '~'].iter().position(|mark| mark == c) else { continue };
        let run_start = chars
            .get(..at)
            .unwrap_or_default()
            .iter()
            .rev()
            .take(8)
            .take_while(|before| *before == c)
            .count();
        let run_end =
            chars.get(at..).unwrap_or_default().iter().take(8).take_while(|after| *after == c).count();
        let before = at.checked_sub(run_start + 1).and_then(|at| chars.get(at)).copied().unwrap_or(' ');
        let after = chars.get(at + run_end).copied().unwrap_or(' ');
        if *c == '~' && run_start + run_end != 2 {
            continue;
        }
        let inside_word = *c == '_' && before.is_alphanumeric() && after.is_alphanumeric();
        if inside_word {
            continue;
        }
        if !before.is_whitespace()
            && let Some(opening) = open.get_mut(which).and_then(Vec::pop)
        {
            gone[opening] = true;
            gone[at] = true;
        } else if !after.is_whitespace()
            && let Some(places) = open.get_mut(which)
        {
            places.push(at);
        }
    }
    let unshift = |c: char| match (c as u32).checked_sub(SHIFT) {
        Some(code) if code < 128 => char::from_u32(code).unwrap_or(c),
        _ => c,
    };
    chars.iter().zip(gone).filter(|(_, gone)| !gone).map(|(c, _)| unshift(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, words: &str) {
        assert_eq!(plain(text), words);
    }

    #[test]
    fn marks_go_and_words_stay() {
        check("A *very* **bold** ***both*** _move_ ~~not~~", "A very bold both move not");
        check("snake_case_name and 2 * 3 * 4 and \\*this\\*", "snake_case_name and 2 * 3 * 4 and *this*");
        check("see [the *paper*](https://x.example/a_(b) \"title\") and [this][1]", "see the paper and this");
        check("a ![picture](a.png) b [not a link] c", "a b [not a link] c");
        check("`code *here*` and ``a ` b``", "code *here* and a ` b");
        check("<b>bold</b> <https://x.example> a<br>b, 1 < 2 > 0", "bold https://x.example a b, 1 < 2 > 0");
        check("Tom &amp; Ann &copy;", "Tom & Ann ©");
        check("*unclosed and _so on", "*unclosed and _so on");
    }

    #[test]
    fn many_marks_without_ends_take_no_time() {
        for mark in ["[", "![", "<", "`", "*a", "[a](", "\\"] {
            assert!(!plain(&mark.repeat(50_000)).is_empty());
        }
    }
}
