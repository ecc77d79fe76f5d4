use super::{Span, token::is_apostrophe};

/// Words before a full stop that do not end a sentence: titles, months, and the abbreviations of news copy.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "sir", "st", "sgt", "insp", "supt", "capt", "lt", "col", "gen", "maj",
    "cpl", "rev", "rt", "rs", "hon", "sen", "rep", "gov", "pres", "jr", "sr", "inc", "ltd", "co", "corp",
    "vs", "etc", "eg", "ie", "no", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "approx", "dept", "est", "fig",
];

/// The sentences of the passage `within` of `text`, in order, without the white space between them.
///
/// A sentence ends at `.`, `!`, `?` or `…` with any closing marks after it, when white space and then a
/// capital, a digit or an opening mark follow. Line breaks end a sentence too.
pub fn sentences(text: &str, within: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let passage = within.of(text);
    let mut start = 0;
    let mut characters = passage.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let mut end = at + c.len_utf8();
        let ends = match c {
            '\n' => true,
            '.' | '!' | '?' | '…' => {
                while let Some((_, closing)) = characters.next_if(|(_, d)| closes(*d)) {
                    end += closing.len_utf8();
                }
                let word = passage.get(start..at).unwrap_or_default();
                begins_sentence(passage.get(end..).unwrap_or_default())
                    && !(c == '.' && is_abbreviation(word))
            }
            _ => false,
        };
        if ends {
            found.push(Span::new(within.start + start, within.start + end).trimmed(text));
            start = end;
        }
    }
    found.push(Span::new(within.start + start, within.end).trimmed(text));
    found.retain(|span| !span.is_empty());
    found
}

fn closes(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '"' | '”' | '»' | ')' | ']') || is_apostrophe(c)
}

fn begins_sentence(rest: &str) -> bool {
    rest.is_empty()
        || rest.starts_with(char::is_whitespace)
            && rest
                .trim_start()
                .chars()
                .next()
                .is_none_or(|c| !c.is_lowercase() && !matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | ')'))
}

/// Whether a stop after `before` belongs to its last word: a title, a month or a single initial.
pub fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(only), None) => only.is_uppercase(),
        _ => ABBREVIATIONS.contains(&word.to_lowercase().as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let found: Vec<&str> =
            sentences(&text, Span::new(0, text.len())).iter().map(|span| span.of(&text)).collect();
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stops_and_closing_marks_end_a_sentence() {
        check("“It has been met.”| He left! |Why? |Nobody knows");
    }

    #[test]
    fn abbreviations_and_initials_do_not() {
        check("Mr. Blake met J. Smith of the U.S. embassy.| It was Sept. 5.");
    }

    #[test]
    fn a_line_break_does() {
        check("A heading\n|The text.");
    }
}
