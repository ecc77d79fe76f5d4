use gloss_text::Span;
use gloss_text::{percent_decode, percent_encode};
use std::fmt::{self, Write};

/// A passage as a text fragment, `prefix-,start,end,-suffix` (WICG, URL Fragment Text Directives, 3.3): the form in
/// which browsers link to a passage, and Gloss does in its own addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextFragment {
    /// The words before the passage; empty for any.
    pub prefix: String,
    /// The passage, or its first words when `end` is given.
    pub start: String,
    /// Its last words.
    pub end: Option<String>,
    /// The words after it; empty for any.
    pub suffix: String,
}

/// The address of the specification, by which a `FragmentSelector` says what it conforms to.
pub const TEXT_FRAGMENT_SPECIFICATION: &str = "https://wicg.github.io/scroll-to-text-fragment/";

impl TextFragment {
    /// Describes the passage `span` of `text`: in full if it is short and on one line, or else by its first and
    /// last words; with a few words around it if its words alone do not lead there.
    pub fn describe(text: &str, span: Span) -> Self {
        const SHORT: usize = 200;
        const WORDS: usize = 5;
        let span = span.trimmed(text);
        let quote = span.of(text);
        let whole = quote.len() <= SHORT && !quote.contains('\n');
        let first = head(quote, WORDS);
        let mut fragment = Self { start: quote.to_owned(), ..Self::default() };
        if !whole && quote.split_whitespace().count() > 2 * WORDS {
            first.clone_into(&mut fragment.start);
            fragment.end = Some(tail(quote, WORDS).to_owned());
        }
        // A browser that follows the link takes the first place that fits.
        if text.find(&fragment.start) != Some(span.start) || fragment.start.chars().count() < SHORT / 10 {
            tail(text.get(..span.start).unwrap_or_default(), WORDS).clone_into(&mut fragment.prefix);
            head(text.get(span.end..).unwrap_or_default(), WORDS).clone_into(&mut fragment.suffix);
        }
        fragment
    }

    /// Reads `prefix-,start,end,-suffix`, with or without `text=`, `:~:` or `#` before it; of several directives
    /// the first. Returns `None` if it does not have that form.
    pub fn parse(value: &str) -> Option<Self> {
        let value = value.trim_start_matches('#');
        let value = value.split_once(":~:").map_or(value, |(_, directives)| directives);
        let directive = value
            .split('&')
            .find_map(|directive| directive.strip_prefix("text="))
            .or_else(|| value.split('&').next())?;
        let mut terms: Vec<&str> = directive.split(',').collect();
        let mut fragment = Self::default();
        if let Some(prefix) = terms.first().and_then(|term| term.strip_suffix('-')) {
            fragment.prefix = percent_decode(prefix);
            terms.remove(0);
        }
        if let Some(suffix) = terms.last().and_then(|term| term.strip_prefix('-')) {
            fragment.suffix = percent_decode(suffix);
            terms.pop();
        }
        match terms.as_slice() {
            [start] => fragment.start = percent_decode(start),
            [start, end] => {
                (fragment.start, fragment.end) = (percent_decode(start), Some(percent_decode(end)));
            }
            _ => return None,
        }
        let empty = fragment.start.is_empty() || fragment.end.as_ref().is_some_and(String::is_empty);
        (!empty).then_some(fragment)
    }
}

/// The form that follows `text=`, percent-encoded so that it may be in any part of an address.
impl fmt::Display for TextFragment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.prefix.is_empty() {
            encode(&self.prefix, f)?;
            f.write_str("-,")?;
        }
        encode(&self.start, f)?;
        if let Some(end) = &self.end {
            f.write_char(',')?;
            encode(end, f)?;
        }
        if !self.suffix.is_empty() {
            f.write_str(",-")?;
            encode(&self.suffix, f)?;
        }
        Ok(())
    }
}

fn encode(term: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(&percent_encode(term, b"._~"))
}

/// Returns the first `count` words of the first line.
fn head(text: &str, count: usize) -> &str {
    let line = text.trim_start().lines().next().unwrap_or_default();
    let end = ends(line).nth(count - 1).unwrap_or(line.len());
    line.get(..end).unwrap_or_default().trim_end()
}

/// Returns the last `count` words of the last line.
fn tail(text: &str, count: usize) -> &str {
    let line = text.trim_end().lines().next_back().unwrap_or_default();
    let words = line.split_whitespace().count();
    let start = words.checked_sub(count + 1).and_then(|before| ends(line).nth(before)).unwrap_or(0);
    line.get(start..).unwrap_or_default().trim_start()
}

/// Returns where each word of `line` ends.
fn ends(line: &str) -> impl Iterator<Item = usize> {
    line.split_whitespace().map(move |word| word.as_ptr() as usize - line.as_ptr() as usize + word.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fragment(prefix: &str, start: &str, end: Option<&str>, suffix: &str) -> TextFragment {
        TextFragment {
            prefix: prefix.to_owned(),
            start: start.to_owned(),
            end: end.map(str::to_owned),
            suffix: suffix.to_owned(),
        }
    }

    #[track_caller]
    fn check(written: &str, expected: &TextFragment) {
        assert_eq!(TextFragment::parse(written).as_ref(), Some(expected));
    }

    #[test]
    fn every_form_of_the_specification_is_read() {
        check("text=annotation", &fragment("", "annotation", None, ""));
        check("#:~:text=an%20example,end", &fragment("", "an example", Some("end"), ""));
        check("an-,example,-text", &fragment("an", "example", None, "text"));
        check("#top:~:text=a-,b,c,-d&text=other", &fragment("a", "b", Some("c"), "d"));
        check("text=100%25%2C%2D%26", &fragment("", "100%,-&", None, ""));
    }

    #[test]
    fn what_has_no_start_or_too_many_terms_is_refused() {
        for written in ["", "text=", "a-,-b", "a,b,c", "a-,b,c,d,-e", "a,"] {
            assert_eq!(TextFragment::parse(written), None, "{written}");
        }
    }

    #[test]
    fn a_short_phrase_is_told_with_its_surroundings_and_a_long_passage_by_its_ends() {
        let text = "He said no.\nShe said that it was no answer at all, and that everyone knew it.";
        let at = text.rfind("no ").unwrap();
        let short = TextFragment::describe(text, Span::new(at, at + 2));
        assert_eq!(short, fragment("She said that it was", "no", None, "answer at all, and that"));
        let both = TextFragment::describe(text, Span::new(0, text.len()));
        assert_eq!(both, fragment("", "He said no.", Some("and that everyone knew it."), ""));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            prefix in "\\PC{0,9}", start in "\\PC{1,9}", end in prop::option::of("\\PC{1,9}"), suffix in "\\PC{0,9}"
        ) {
            let written = fragment(&prefix, &start, end.as_deref(), &suffix);
            prop_assert_eq!(TextFragment::parse(&written.to_string()), Some(written));
        }

        #[test]
        fn any_passage_of_any_text_is_described(text in "[\\PC\n]{0,80}", a in 0_usize..90, b in 0_usize..90) {
            let span = Span::new(a.min(b), a.max(b)).on_boundaries(&text);
            TextFragment::describe(&text, span);
            TextFragment::parse(&text);
        }
    }
}
