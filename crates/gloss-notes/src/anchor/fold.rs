/// A text as anchoring sees it: one byte a character.
///
/// ASCII keeps its bytes. Any other character becomes one of 128 values. Two characters may get the same value: an
/// approximate search can bear that, and what is reported as the same words is compared letter by letter first.
pub(super) type Folded = gloss_text::Folded<Vec<u8>>;

/// Folds a text.
pub(super) fn folded(text: &str) -> Folded {
    Folded::new(text, |bytes, c| {
        // Fibonacci hashing spreads neighbouring letters of one script.
        let hash = 128 | (u32::from(c).wrapping_mul(0x9e37_79b9) >> 25) as u8;
        bytes.push(if c.is_ascii() { c as u8 } else { hash });
    })
}

pub(super) fn fold(text: &str) -> Vec<u8> {
    folded(text).form
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
        assert_eq!(folded(text).span(text, 4, 7).of(text), "two");
        assert_eq!(folded(text).index(5), 4);
    }

    proptest! {
        #[test]
        fn spans_lie_on_characters(text in "[\\PC \u{ad}]{0,40}", a in 0_usize..45, b in 0_usize..45) {
            let folded = folded(&text);
            let span = folded.span(&text, a, b);
            prop_assert!(text.get(span.start..span.end).is_some());
        }
    }
}
