use super::Span;

/// One token: a word, a number or a single sign. White space lies between tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands, in UTF-8 bytes.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner apostrophes ("O’Brien") and the stops of an abbreviation ("U.S.").
    Word,
    /// Digits, with inner commas, points and letters ("2,500", "24th", "£" apart).
    Number,
    /// The possessive ending "'s" or a lone "'" after a plural, told apart from a word.
    Possessive,
    /// Any other single character.
    Sign,
}

/// Whether `c` is an apostrophe in either of the forms that newspapers use.
pub const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Splits `text` into tokens, in order. Hyphens stand alone, so "Eye-Tracking" is three tokens.
/// Linear in the length of the text; the spans never overlap and cover every character that is not
/// white space.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let start = text.len() - rest.len();
        if first.is_whitespace() {
            rest = rest.trim_start();
            continue;
        }
        let (kind, length) = if first.is_numeric() {
            (TokenKind::Number, number_length(rest))
        } else if first.is_alphabetic() {
            (TokenKind::Word, word_length(rest))
        } else {
            (TokenKind::Sign, first.len_utf8())
        };
        let (word, after) = rest.split_at(length);
        rest = after;
        match possessive_at(word).filter(|_| kind == TokenKind::Word) {
            Some(at) => {
                tokens.push(Token { span: Span::new(start, start + at), kind });
                tokens
                    .push(Token { span: Span::new(start + at, start + length), kind: TokenKind::Possessive });
            }
            None => tokens.push(Token { span: Span::new(start, start + length), kind }),
        }
    }
    tokens
}

fn number_length(rest: &str) -> usize {
    let mut characters = rest.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let joins = matches!(c, ',' | '.' | ':') && characters.peek().is_some_and(|(_, d)| d.is_numeric());
        if !c.is_alphanumeric() && !joins {
            return at;
        }
    }
    rest.len()
}

fn word_length(rest: &str) -> usize {
    let mut characters = rest.char_indices().peekable();
    let (mut letters, mut stops) = (0, false);
    while let Some((at, c)) = characters.next() {
        let letter_follows = characters.peek().is_some_and(|(_, d)| d.is_alphanumeric());
        if c.is_alphanumeric() || is_mark(c) {
            letters += 1;
        } else if is_apostrophe(c) && letter_follows {
            letters = 0;
        } else if c == '.' && letters == 1 && (stops || letter_follows) {
            // "U.S." keeps its last stop, a single initial as in "J. Smith" does not.
            (letters, stops) = (0, true);
        } else {
            return at;
        }
    }
    rest.len()
}

/// Combining marks and joiners belong to the letter before them.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}')
}

/// Byte offset in `word` at which "'s" or "’s" begins, if it ends so.
fn possessive_at(word: &str) -> Option<usize> {
    let stem = word.strip_suffix(['s', 'S'])?;
    let stem = stem.strip_suffix(is_apostrophe)?;
    (!stem.is_empty()).then_some(stem.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = tokens(text).iter().map(|token| token.span.of(text)).collect();
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn words_numbers_and_signs() {
        check("Sgt Blake, 40, fired £2,500.", "Sgt Blake , 40 , fired £ 2,500 .");
    }

    #[test]
    fn possessives_stand_apart() {
        check("Mr Kaba’s Audi. The IOPC's move", "Mr Kaba ’s Audi . The IOPC 's move");
    }

    #[test]
    fn inner_apostrophes_and_stops_stay() {
        check("O’Brien of the U.S. met J. Smith.", "O’Brien of the U.S. met J . Smith .");
    }

    #[test]
    fn hyphens_stand_alone() {
        check("24-year-old", "24 - year - old");
    }

    proptest! {
        #[test]
        fn tokens_cover_all_but_white_space(text in "\\PC{0,200}") {
            let mut at = 0;
            for token in tokens(&text) {
                prop_assert!(text.get(at..token.span.start).is_some_and(|gap| gap.trim().is_empty()));
                prop_assert!(!token.span.of(&text).is_empty());
                at = token.span.end;
            }
            prop_assert!(text.get(at..).is_some_and(|gap| gap.trim().is_empty()));
        }
    }
}
