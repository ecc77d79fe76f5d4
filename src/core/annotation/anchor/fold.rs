/// The text as the search sees it: one byte a code point, so that an index into it is an offset in code
/// points. ASCII stands for itself; every kind of white space is a space, of quotation mark or apostrophe a
/// straight one, of dash a hyphen, since house styles change these without a word being edited. Any other
/// character is one of 128 values: two can meet, which an approximate search forgives, and what is reported
/// as the same words is compared letter by letter first.
pub(super) fn fold(text: &str) -> Vec<u8> {
    text.chars().map(fold_character).collect()
}

fn fold_character(c: char) -> u8 {
    match c {
        '"' | '\'' | '`' | '´' | '‘'..='‟' | '′' | '″' | '«' | '»' | '‹' | '›' => b'\'',
        '‐'..='―' | '−' => b'-',
        c if c.is_whitespace() || c.is_control() || c == '\u{200b}' || c == '\u{feff}' => b' ',
        c if c.is_ascii() => c as u8,
        // Fibonacci hashing spreads neighbouring letters of one script.
        c => 128 | (u32::from(c).wrapping_mul(0x9e37_79b9) >> 25) as u8,
    }
}

/// Whether a folded byte belongs to a word.
pub(super) const fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 128
}

/// The words of a folded text with the place where each begins.
pub(super) fn words(folded: &[u8]) -> Vec<&[u8]> {
    folded.split(|byte| !is_word(*byte)).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_byte_a_code_point_and_house_style_is_even() {
        assert_eq!(fold("“It’s\u{a0}–\n👍”").len(), 10);
        assert_eq!(fold("“It’s”\u{a0}–"), fold("'It's' -"));
        assert_ne!(fold("é"), fold("è"));
    }
}
