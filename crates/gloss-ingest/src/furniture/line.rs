//! What the shape of one line tells: whether it is prose, in any language.

/// A line of the text and what its shape tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    pub(super) words: &'t str,
    /// In code points, twice as many for scripts without spaces, whose letters say as much as two.
    pub(super) length: usize,
    /// Words between spaces; for scripts without spaces, pairs of letters.
    pub(super) count: usize,
    /// Whether it ends as a sentence does.
    pub(super) stopped: bool,
}

/// Fewest words of a line with a stop that is a sentence; fewer may be "No. 5." or "The Guardian."
const FEWEST_WORDS: usize = 4;
/// A line of so many code points is running text, stop or no stop.
const RUNNING: usize = 120;
/// A sentence of so many is of a paragraph rather than of a teaser.
const PARAGRAPH: usize = 75;

impl<'t> Line<'t> {
    pub(super) fn new(words: &'t str) -> Self {
        let dense = words.chars().filter(|c| is_dense(*c)).count();
        let all = words.chars().count();
        let count = words.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
        Self { words, length: all + dense, count: count + dense / 2, stopped: ends_sentence(words) }
    }

    /// Whether it is a sentence or more: nothing like that is folded for where it is.
    pub(super) fn is_sentence(&self) -> bool {
        self.length >= RUNNING && !self.is_list()
            || self.stopped && self.count >= FEWEST_WORDS && !self.is_title_case()
            || self.holds_speech()
    }

    /// Whether it is a paragraph of an article, or of a text that looks like one.
    pub(super) fn is_paragraph(&self) -> bool {
        self.is_sentence() && self.length >= PARAGRAPH
    }

    /// Whether it is words between marks with somebody who says them.
    pub(super) fn holds_speech(&self) -> bool {
        holds_speech(self.words)
    }

    /// Whether it is a row of entries rather than a sentence: "Home | News | Sport".
    fn is_list(&self) -> bool {
        let bars = self.words.matches(['|', '·', '•', '\t', '›', '»', '/']).count();
        bars >= 4 && bars * 4 >= self.count && !self.stopped
    }

    /// Whether nearly all its words begin with a capital, as in the titles of lists and menus.
    fn is_title_case(&self) -> bool {
        let cased = |word: &&str| word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_lowercase());
        let words = self.words.split_whitespace().filter(cased);
        let (mut all, mut small) = (0, 0);
        for word in words {
            all += 1;
            small += usize::from(word.chars().next().is_some_and(char::is_lowercase));
        }
        all > 0 && small * 6 < all
    }
}

/// What a smiley at the end of a sentence is made of.
const SMILEYS: [char; 5] = [':', ';', '-', ')', '('];

/// Whether `words` end with a stop, not with the dots of what is cut off; closing marks and brackets passed over.
pub(super) fn ends_sentence(words: &str) -> bool {
    let words = words.trim_end_matches(SMILEYS).trim_end();
    let words = words.trim_end_matches(['"', '”', '“', '’', '\'', '»', '«', ')', ']', '」', '』']).trim_end();
    words.ends_with(['.', '!', '?', '。', '！', '？', '।', '۔', '؟']) && !words.ends_with("...")
}

/// Words between marks, a comma and somebody who says them: “I was asleep,” he told the court
fn holds_speech(words: &str) -> bool {
    let marks = ['“', '”', '"', '«', '»', '„'];
    let opened = words.find(marks);
    let closed = words.rfind(marks);
    let (Some(open), Some(close)) = (opened, closed) else { return false };
    let inside = words.get(open..close).unwrap_or_default();
    let after = words.get(close..).unwrap_or_default();
    let outside = words.get(..open).unwrap_or_default();
    let rest = after.split_whitespace().skip(1).count();
    let comma = inside.ends_with([',', '!', '?', '.']) || after.chars().nth(1) == Some(',');
    inside.split_whitespace().count() >= 3
        && (comma && rest >= 2
            || outside.trim_end().ends_with([':', ',']) && inside.ends_with(['.', '!', '?']))
}

/// Letters of scripts without spaces between words.
const fn is_dense(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}
