use crate::core::text::Span;

/// A text as the search sees it: one byte a character, and where each stands.
///
/// What house styles and web pages change without a word being edited is evened out: every quotation mark or
/// apostrophe is a straight one, every dash a hyphen, every run of white space one space, and invisible
/// characters are left out. Other ASCII stands for itself. Any other character is one of 128 values: two can
/// meet, which an approximate search forgives, and what is reported as the same words is compared letter by
/// letter first.
pub(super) struct Folded {
    pub(super) bytes: Vec<u8>,
    /// Byte offset of each character in the text, and the text's length.
    places: Vec<u32>,
}

impl Folded {
    pub(super) fn new(text: &str) -> Self {
        let (mut bytes, mut places) = (Vec::with_capacity(text.len()), Vec::with_capacity(text.len() + 1));
        let mut space = false;
        for (at, c) in text.char_indices() {
            let Some(byte) = fold_character(c) else { continue };
            if byte == b' ' && std::mem::replace(&mut space, true) {
                continue;
            }
            space = byte == b' ';
            bytes.push(byte);
            places.push(at as u32);
        }
        places.push(text.len() as u32);
        Self { bytes, places }
    }

    /// The folded character at the byte offset `at` of the text, or the next behind it.
    pub(super) fn index(&self, at: usize) -> usize {
        self.places.partition_point(|place| (*place as usize) < at)
    }

    /// Where the folded characters `start..end` stand in `text`. What was left out behind the last one stays
    /// outside, so that a passage does not grow by the spaces behind it.
    pub(super) fn span(&self, text: &str, start: usize, end: usize) -> Span {
        let place = |index: usize| self.places.get(index).map_or(text.len(), |place| *place as usize);
        let Some(last) = end.checked_sub(1).filter(|last| *last >= start) else {
            return Span::new(place(start), place(start));
        };
        let rest = text.get(place(last)..).unwrap_or_default();
        Span::new(place(start), place(last) + rest.chars().next().map_or(0, char::len_utf8))
    }
}

pub(super) fn fold(text: &str) -> Vec<u8> {
    Folded::new(text).bytes
}

fn fold_character(c: char) -> Option<u8> {
    Some(match c {
        c if c.is_ascii_alphanumeric() => c as u8,
        '"' | '\'' | '`' | '´' | '‘'..='‟' | '′' | '″' | '«' | '»' | '‹' | '›' => b'\'',
        '‐'..='―' | '−' => b'-',
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => return None,
        c if c.is_whitespace() || c.is_control() => b' ',
        c if c.is_ascii() => c as u8,
        // Fibonacci hashing spreads neighbouring letters of one script.
        c => 128 | (u32::from(c).wrapping_mul(0x9e37_79b9) >> 25) as u8,
    })
}

/// Whether a folded byte belongs to a word.
pub(super) const fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 128
}

/// The words of a folded text.
pub(super) fn words(folded: &[u8]) -> Vec<&[u8]> {
    folded.split(|byte| !is_word(*byte)).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn house_style_is_even() {
        assert_eq!(fold("“It’s”\u{a0}–\n\n👍").len(), 10);
        assert_eq!(fold("“It’s”\u{a0} –"), fold("'It's' -"));
        assert_eq!(fold("soft\u{ad}ly"), fold("softly"));
        assert_ne!(fold("é"), fold("è"));
    }

    #[test]
    fn a_passage_ends_before_the_space_behind_it() {
        let text = "one  two\u{ad} three";
        assert_eq!(Folded::new(text).span(text, 4, 7).of(text), "two");
        assert_eq!(Folded::new(text).index(5), 4);
    }

    proptest! {
        #[test]
        fn spans_lie_on_characters(text in "[\\PC \u{ad}]{0,40}", a in 0_usize..45, b in 0_usize..45) {
            let folded = Folded::new(&text);
            let span = folded.span(&text, a, b);
            prop_assert!(text.get(span.start..span.end).is_some());
        }
    }
}
