//! The marks that may quote, and what it costs in its place to take one as opening, closing or neither.

use gloss_text::{Span, is_apostrophe};

/// The sorts of marks that open and close one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Double = 1,
    Single = 2,
    /// « », ‹ ›, 「 」 and 『 』.
    Angle = 3,
    /// „ and ‚, which close with “ or ‘.
    Low = 4,
}

/// What may be next to a mark, other marks passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// White space, a bracket, a dash, or the paragraph's edge.
    Gap,
    Letter,
    Digit,
    Stop,
}

/// One mark, and what each way to take it costs in its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) family: Family,
    pub(super) open: u8,
    pub(super) close: u8,
    /// Cost of being no quotation mark.
    pub(super) neither: u8,
    /// Cost of opening within marks of its own family, beside that of opening; [`ABSURD`] where it cannot.
    pub(super) nests: u8,
    /// Whether it begins a sentence after the end of another, as in paragraphs of one quotation that are run
    /// together: "'It was late. 'We left.'"
    pub(super) run_on: bool,
}

/// Cost of what all but never happens.
pub(super) const ABSURD: u8 = 12;

/// The longest tag that is passed over, in characters; it bounds the work for each.
const TAG: usize = 240;

/// Cost of marks within marks of the same family, after a comma or colon and elsewhere.
const INTRODUCED: u8 = 4;
const UNINTRODUCED: u8 = 5;

/// Words that begin with an apostrophe of their own, and words that may.
const ELIDED: &[&str] = &["em", "n", "til", "tis", "twas", "bout", "cos", "neath"];
const ALSO_ELIDED: &[&str] = &["cause", "round", "till"];

fn family(c: char) -> Option<Family> {
    Some(match c {
        '"' | '“' | '”' | '‟' | '〝' | '〞' | '″' | '＂' => Family::Double,
        '\'' | '‘' | '’' | '‛' => Family::Single,
        '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』' => Family::Angle,
        '„' | '‚' => Family::Low,
        _ => return None,
    })
}

/// The family of the mark that a paragraph begins with.
pub(super) fn first_family(text: &str, paragraph: Span) -> Option<Family> {
    let words = paragraph.of(text);
    let doubled = words.starts_with("''") && Pairs::of(words).straight;
    if doubled { Some(Family::Double) } else { words.chars().next().and_then(family) }
}

fn side(c: Option<char>) -> Side {
    match c {
        None => Side::Gap,
        Some(c) if c.is_alphabetic() => Side::Letter,
        Some(c) if c.is_numeric() => Side::Digit,
        Some(c) if c.is_whitespace() => Side::Gap,
        Some('(' | '[' | '{' | '-' | '–' | '—' | '/' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}') => {
            Side::Gap
        }
        Some(_) => Side::Stop,
    }
}

/// The marks of a paragraph, in order, without the apostrophes inside words.
pub(super) fn marks(text: &str, paragraph: Span) -> Vec<Mark> {
    let words = paragraph.of(text);
    let mut found: Vec<Mark> = Vec::new();
    let mut before = None;
    let (mut leads_in, mut stopped) = (false, false);
    let typeset = words.contains("``");
    let pairs = Pairs::of(words);
    let mut rest = words.chars();
    while let Some(c) = rest.next() {
        // "''It is ours,'' he said": they open or close as a straight double mark would, and of three at the end the first
        // closes what is inside.
        if c == '\''
            && pairs.straight
            && rest.as_str().starts_with('\'')
            && !(rest.as_str().starts_with("''") && before.is_some_and(|c: char| !c.is_whitespace()))
        {
            rest.next();
            let end = paragraph.end - rest.as_str().len();
            let mut mark = weigh('"', Family::Double, before, rest.as_str(), Span::new(end - 2, end));
            mark.run_on = stopped
                && before.is_some_and(char::is_whitespace)
                && rest.as_str().starts_with(char::is_uppercase)
                && mark.open < ABSURD;
            found.push(mark);
            before = Some('"');
            continue;
        }
        if let Some(opens) = pairs.opens(c).filter(|_| rest.as_str().starts_with(c)) {
            rest.next();
            let end = paragraph.end - rest.as_str().len();
            let (open, close) = if opens { (0, ABSURD) } else { (ABSURD, 0) };
            let span = Span::new(end - 2 * c.len_utf8(), end);
            let (family, neither, nests, run_on) = (Family::Double, ABSURD, ABSURD, false);
            found.push(Mark { span, family, open, close, neither, nests, run_on });
            before = Some(c);
            continue;
        }
        // The marks of a tag quote nothing: "<a href="…">".
        if c == '<' && rest.as_str().starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
            let tag = rest.as_str().char_indices().take(TAG).find(|(_, c)| matches!(c, '<' | '>'));
            if let Some((end, '>')) = tag {
                rest = rest.as_str().get(end..).unwrap_or_default().chars();
                before = Some(' ');
                continue;
            }
        }
        // "on the BBC 's programme", with a stray space
        let stray = rest.as_str().strip_prefix('s').is_some_and(|rest| rest.starts_with(char::is_whitespace));
        if is_apostrophe(c) && stray && before.is_some_and(char::is_whitespace) {
            before = Some(c);
            continue;
        }
        // "rock 'n' roll"
        if is_single(c) && before.is_some_and(char::is_whitespace) {
            let mut after = rest.as_str().chars();
            let n = after.next().is_some_and(|c| c.eq_ignore_ascii_case(&'n'));
            if n && after.next().is_some_and(is_single) && after.next().is_some_and(char::is_whitespace) {
                before = rest.by_ref().nth(1);
                continue;
            }
        }
        let Some(family) = family(c).or((typeset && c == '`').then_some(Family::Single)) else {
            leads_in = matches!(c, ',' | ':') || leads_in && c.is_whitespace();
            stopped = matches!(c, '.' | '!' | '?' | '…') || stopped && c.is_whitespace();
            before = Some(c);
            continue;
        };
        let after = rest.as_str();
        let end = paragraph.end - after.len();
        let next = after.chars().next();
        // "the U.N.'s" too, but not "he said.'So"
        let possessive = || {
            let mut ending = after.chars();
            ending.next() == Some('s') && ending.next().is_none_or(|c| !c.is_alphanumeric())
        };
        let apostrophe = is_apostrophe(c)
            && before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ')') && possessive())
            && found.last().is_none_or(|mark| mark.span.end != end - c.len_utf8())
            && next.is_some_and(char::is_alphabetic);
        if !apostrophe {
            let mut mark = weigh(c, family, before, after, Span::new(end - c.len_utf8(), end));
            if mark.family == Family::Single && mark.open == 0 {
                mark.nests = if leads_in { INTRODUCED } else { UNINTRODUCED };
            }
            mark.run_on = stopped
                && before.is_some_and(char::is_whitespace)
                && next.is_some_and(char::is_uppercase)
                && mark.open < ABSURD;
            // Two straight single marks in a row may close two quotations. Where old wire copy means a double
            // mark by them, they are not read.
            let doubled =
                c == '\'' && (next == Some(c) || text.get(..end - 1).is_some_and(|text| text.ends_with(c)));
            if doubled {
                (mark.open, mark.neither) = (ABSURD, 0);
            }
            found.push(mark);
        }
    }
    // What follows a mark is looked up past the marks next to it, from the right so that each is read once.
    let mut follows: Option<(usize, Option<char>)> = None;
    for mark in found.iter_mut().rev() {
        let next = text.get(mark.span.end..paragraph.end).and_then(|after| after.chars().next());
        let next = match follows {
            Some((start, seen)) if start == mark.span.end => seen,
            _ => next,
        };
        follows = Some((mark.span.start, next));
        settle(text, mark, next);
    }
    found
}

fn is_single(c: char) -> bool {
    family(c) == Some(Family::Single)
}

/// Which pairs of single marks mean a double mark in a paragraph.
struct Pairs {
    /// Typesetters write two grave accents and two apostrophes, or one of each.
    typeset: bool,
    /// ‘‘…’’
    curly: bool,
    /// “…’’ or “…'', where the double mark that closes is missing on the keyboard.
    unbalanced: bool,
    /// ''…'', as archives of newspapers have it.
    straight: bool,
}

impl Pairs {
    fn of(paragraph: &str) -> Self {
        let count = |mark: char| paragraph.matches(mark).count();
        Self {
            typeset: paragraph.contains("``"),
            curly: paragraph.contains("‘‘"),
            unbalanced: paragraph.contains('“') && count('“') > count('”'),
            straight: !paragraph.contains(['“', '"'])
                && !paragraph.contains("``")
                && has_straight_pair(paragraph),
        }
    }

    /// Whether two of `c` open a quotation, or close one; `None` where they are two marks.
    fn opens(&self, c: char) -> Option<bool> {
        match c {
            '`' if self.typeset => Some(true),
            '\'' if self.typeset || self.unbalanced => Some(false),
            '‘' if self.curly => Some(true),
            '’' if self.curly || self.unbalanced => Some(false),
            _ => None,
        }
    }
}

/// Whether two straight single marks open a quotation somewhere, and two close one after it or the paragraph begins with
/// such a pair.
fn has_straight_pair(paragraph: &str) -> bool {
    let opening = paragraph.match_indices("''").find(|(at, _)| {
        let before = paragraph.get(..*at).and_then(|before| before.chars().next_back());
        let after = paragraph.get(at + 2..).and_then(|after| after.chars().next());
        matches!(side(before), Side::Gap)
            && after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '\'' | '$' | '£'))
    });
    opening.is_some_and(|(at, _)| {
        let rest = paragraph.get(at + 2..).unwrap_or_default();
        at == 0
            || rest.match_indices("''").any(|(at, _)| {
                rest.get(..at)
                    .and_then(|before| before.chars().next_back())
                    .is_some_and(|c| !c.is_whitespace())
            })
    })
}

fn starts_with_word(text: &str, words: &[&str]) -> bool {
    let word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.len() <= 5 && words.contains(&word.to_lowercase().as_str())
}

/// Whether `text` begins with the two digits of a year or decade: "'07", "'60s".
fn is_short_year(text: &str) -> bool {
    let word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let digits = word.strip_suffix('s').unwrap_or(word);
    digits.len() == 2 && digits.bytes().all(|c| c.is_ascii_digit())
}

/// The costs of a mark as far as they depend on what is before it; [`settle`] adds the rest.
fn weigh(c: char, family: Family, before: Option<char>, after: &str, span: Span) -> Mark {
    let left = side(before);
    let gap_before = matches!(left, Side::Gap);
    let (opens, closes) = match c {
        '“' | '‘' | '„' | '‚' | '«' | '‹' | '〝' | '‟' | '‛' | '「' | '『' | '`' => {
            (true, false)
        }
        '”' | '’' | '»' | '›' | '〞' | '」' | '』' => (false, true),
        _ => (true, true),
    };
    let open = match left {
        _ if !opens => 10,
        // "give 'em", "rock 'n' roll"
        Side::Gap if family == Family::Single && starts_with_word(after, ELIDED) => 6,
        Side::Gap => 0,
        Side::Stop => 3,
        Side::Letter | Side::Digit => 8,
    };
    let spaced = before.is_none_or(char::is_whitespace);
    let close = match left {
        _ if !closes => 10,
        Side::Gap if spaced => 6,
        _ => 0,
    };
    let neither = match family {
        Family::Single => match before {
            Some('s' | 'S' | 'z' | 'x') => 3,
            Some(c) if c.is_numeric() => 3,
            Some('n' | 'N') => 3,
            Some(c) if c.is_alphabetic() => 7,
            _ if gap_before && is_short_year(after) => 1,
            _ if gap_before && after.starts_with(|c: char| c.is_numeric()) => 2,
            _ if gap_before && starts_with_word(after, ELIDED) => 1,
            _ if gap_before && starts_with_word(after, ALSO_ELIDED) => 2,
            _ => ABSURD,
        },
        // "Home » Gardens » Roses"
        Family::Angle if matches!(c, '»' | '›') && spaced && after.starts_with(char::is_whitespace) => 2,
        Family::Double if left == Side::Digit => 4,
        _ => ABSURD,
    };
    Mark { span, family, open, close, neither, nests: ABSURD, run_on: false }
}

fn settle(text: &str, mark: &mut Mark, next: Option<char>) {
    let right = side(next);
    let straight = matches!(mark.span.of(text), "\"" | "'" | "''" | "″" | "＂");
    let spaced = next.is_none_or(char::is_whitespace);
    mark.open += match right {
        Side::Letter | Side::Digit => 0,
        Side::Gap if spaced => {
            if straight {
                6
            } else {
                1
            }
        }
        Side::Gap | Side::Stop => 1,
    };
    mark.close += match right {
        Side::Gap | Side::Stop => 0,
        Side::Letter | Side::Digit => 5,
    };
    // "the officers' guns": it may be a closing mark as well, but needs a little more reason.
    if mark.neither == 3 && mark.family == Family::Single {
        mark.close += 1;
    }
    mark.open = mark.open.min(ABSURD);
    mark.close = mark.close.min(ABSURD);
}
