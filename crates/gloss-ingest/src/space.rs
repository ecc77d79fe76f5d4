//! White space as HTML sees it: a run of it counts as one space.

/// Returns whether `c` is white space that a browser collapses. A no-break space is none.
pub(crate) fn is_collapsed(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// Adds `text` to `words` with runs of white space as one space, none at the beginning.
pub(crate) fn push_even(words: &mut String, text: &str) {
    for c in text.chars() {
        if c.is_whitespace() {
            if !words.is_empty() && !words.ends_with(' ') {
                words.push(' ');
            }
        } else {
            words.push(c);
        }
    }
}

/// `text` with runs of white space as one space, none at the ends.
pub(crate) fn even(text: &str) -> String {
    let mut words = String::with_capacity(text.len().min(4096));
    push_even(&mut words, text);
    words.truncate(words.trim_end().len());
    words
}
