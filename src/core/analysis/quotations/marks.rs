//! Which marks quote, which are apostrophes, and where each quotation ends.
//!
//! A mark may open, close or be no quotation mark at all. Every reading of a paragraph has a cost, made up
//! of what is unusual about each mark in its place, and the cheapest one wins (Viterbi's algorithm over the
//! stack of open marks). So "the officers' guns" inside '…' is settled by the marks that come later.

use crate::core::text::{Span, is_apostrophe};

/// Words between a pair of outermost marks, or from a mark to the end of its paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    /// With the marks.
    pub(super) span: Span,
    /// Without the marks and the white space next to them.
    pub(super) words: Span,
    /// Whether a mark closes it.
    pub(super) closed: bool,
    /// Whether it continues the quotation that the paragraph before left open.
    pub(super) continues: bool,
    /// Quotations inside, with their marks, at any depth.
    pub(super) nested: Vec<Span>,
    /// Index of the paragraph among those given.
    pub(super) paragraph: usize,
}

/// Finds the quoted words of `paragraphs`, in order. Linear in their length.
pub(super) fn quoted(text: &str, paragraphs: &[Span]) -> Vec<Quoted> {
    let mut found: Vec<Quoted> = Vec::new();
    let mut left_open = None;
    for (paragraph, &span) in paragraphs.iter().enumerate() {
        let next = paragraphs.get(paragraph + 1).and_then(|next| first_family(text, *next));
        let marks = marks(text, span);
        let readings = read(&marks, next);
        let before = found.len();
        let open = collect(text, span, paragraph, &marks, &readings, &mut found);
        if let Some(first) = found.get_mut(before) {
            first.continues = left_open.is_some()
                && left_open == marks.first().map(|mark| mark.family)
                && first.span.start == span.start;
        }
        left_open = open.filter(|family| next == Some(*family));
    }
    found
}

/// The sorts of marks that open and close one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Double = 1,
    Single = 2,
    /// « » and ‹ ›.
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

#[derive(Clone, Copy, Debug)]
struct Mark {
    span: Span,
    family: Family,
    open: u8,
    close: u8,
    /// Cost of being no quotation mark.
    neither: u8,
    /// Whether it may open within marks of its own family.
    nests: bool,
}

/// Cost of what all but never happens, of a quotation that nothing closes, and of one whose next paragraph
/// opens again as it should.
const ABSURD: u8 = 12;
const UNCLOSED: u8 = 8;
const CONTINUED: u8 = 1;
/// Cost of marks within marks of the same family, and of a double mark closed by a single one or the reverse.
const UNUSUAL: u8 = 4;
const MISMATCHED: u8 = 7;

/// Words that begin with an apostrophe of their own, and words that may.
const ELIDED: &[&str] = &["em", "n", "til", "tis", "twas", "bout", "cos", "neath"];
const ALSO_ELIDED: &[&str] = &["cause", "round", "till"];

fn family(c: char) -> Option<Family> {
    Some(match c {
        '"' | '“' | '”' | '‟' | '〝' | '〞' => Family::Double,
        '\'' | '‘' | '’' | '‛' => Family::Single,
        '«' | '»' | '‹' | '›' => Family::Angle,
        '„' | '‚' => Family::Low,
        _ => return None,
    })
}

fn first_family(text: &str, paragraph: Span) -> Option<Family> {
    paragraph.of(text).chars().next().and_then(family)
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

fn marks(text: &str, paragraph: Span) -> Vec<Mark> {
    let words = paragraph.of(text);
    let mut found: Vec<Mark> = Vec::new();
    let mut before = None;
    let mut leads_in = false;
    let mut rest = words.chars();
    while let Some(c) = rest.next() {
        let Some(family) = family(c) else {
            leads_in = matches!(c, ',' | ':') || leads_in && c.is_whitespace();
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
            mark.nests = leads_in && mark.family == Family::Single && mark.open == 0;
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

fn starts_with_word(text: &str, words: &[&str]) -> bool {
    let word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.len() <= 5 && words.contains(&word.to_lowercase().as_str())
}

/// The costs of a mark as far as they depend on what is before it; [`settle`] adds the rest.
fn weigh(c: char, family: Family, before: Option<char>, after: &str, span: Span) -> Mark {
    let left = side(before);
    let gap_before = matches!(left, Side::Gap);
    let (opens, closes) = match c {
        '“' | '‘' | '„' | '‚' | '«' | '‹' | '〝' | '‟' | '‛' => (true, false),
        '”' | '’' | '»' | '›' | '〞' => (false, true),
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
            _ if gap_before && after.starts_with(|c: char| c.is_numeric()) => 2,
            _ if gap_before && starts_with_word(after, ELIDED) => 1,
            _ if gap_before && starts_with_word(after, ALSO_ELIDED) => 2,
            _ => ABSURD,
        },
        Family::Double if left == Side::Digit => 4,
        _ => ABSURD,
    };
    Mark { span, family, open, close, neither, nests: false }
}

fn settle(text: &str, mark: &mut Mark, next: Option<char>) {
    let right = side(next);
    let straight = matches!(mark.span.of(text), "\"" | "'");
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
    // "the officers' guns": a closing mark may stand there as well, but needs a little more reason.
    if mark.neither == 3 && mark.family == Family::Single {
        mark.close += 1;
    }
    mark.open = mark.open.min(ABSURD);
    mark.close = mark.close.min(ABSURD);
}

/// What a mark is in one reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    Neither,
    Open,
    Close,
    /// Opens anew, where the one before was never closed.
    Reopen,
}

/// The open marks, outermost first, two bits over: a number in base 5 of at most [`DEPTH`] digits.
type Stack = u8;
const DEPTH: usize = 3;

fn top(stack: Stack) -> Stack {
    stack % 5
}

fn depth(stack: Stack) -> usize {
    [stack > 0, stack >= 5, stack >= 25].into_iter().filter(|deep| *deep).count()
}

/// One way to have read the marks so far.
#[derive(Clone, Copy)]
struct Path {
    stack: Stack,
    /// Index of the path that it goes on from.
    from: u8,
    reading: Reading,
}

/// The cheapest reading of all marks of a paragraph. `next` is the mark that the next paragraph begins with.
fn read(marks: &[Mark], next: Option<Family>) -> Vec<Reading> {
    let mut costs = vec![(0_u8, 0_u32)];
    let mut layers: Vec<Path> = Vec::with_capacity(marks.len() * 2);
    let mut bounds = vec![0];
    for mark in marks {
        let mut layer: Vec<(Path, u32)> = Vec::new();
        for (from, &(stack, cost)) in costs.iter().enumerate() {
            let mut step = |stack: Stack, reading: Reading, more: u8| {
                let path = Path { stack, from: from as u8, reading };
                let cost = cost + u32::from(more);
                match layer.iter_mut().find(|(other, _)| other.stack == stack) {
                    Some(known) if known.1 <= cost => {}
                    Some(known) => *known = (path, cost),
                    None => layer.push((path, cost)),
                }
            };
            let family = mark.family as u8;
            let inside_own = top(stack) == family;
            step(stack, Reading::Neither, mark.neither + u8::from(inside_own && mark.neither < ABSURD));
            if inside_own {
                step(stack / 5, Reading::Close, mark.close);
                step(stack, Reading::Reopen, mark.open + UNCLOSED);
                if mark.nests && depth(stack) < DEPTH {
                    step(stack * 5 + family, Reading::Open, mark.open + UNUSUAL);
                }
            } else {
                if top(stack) == Family::Low as u8 {
                    step(stack / 5, Reading::Close, mark.close.min(mark.open));
                } else if stack > 0 && top(stack) + family == 3 {
                    step(stack / 5, Reading::Close, mark.close + MISMATCHED);
                }
                if depth(stack) < DEPTH {
                    step(stack * 5 + family, Reading::Open, mark.open);
                }
            }
        }
        costs = layer.iter().map(|(path, cost)| (path.stack, *cost)).collect();
        layers.extend(layer.into_iter().map(|(path, _)| path));
        bounds.push(layers.len());
    }
    let total = |&(stack, cost): &(Stack, u32)| {
        let continued = next.is_some_and(|next| stack > 0 && outermost(stack) == next as u8);
        let open = depth(stack) as u32 * u32::from(UNCLOSED);
        cost + if continued { open + u32::from(CONTINUED) - u32::from(UNCLOSED) } else { open }
    };
    let best = costs.iter().enumerate().min_by_key(|(_, path)| total(path)).map_or(0, |(at, _)| at);
    let mut readings = Vec::with_capacity(marks.len());
    let mut at = best;
    for &start in bounds.iter().take(marks.len()).rev() {
        let Some(path) = layers.get(start + at) else { break };
        readings.push(path.reading);
        at = usize::from(path.from);
    }
    readings.reverse();
    readings
}

fn outermost(mut stack: Stack) -> Stack {
    while stack >= 5 {
        stack /= 5;
    }
    stack
}

/// Turns the readings into quoted words; answers the family of a mark that the paragraph leaves open.
fn collect(
    text: &str,
    within: Span,
    paragraph: usize,
    marks: &[Mark],
    readings: &[Reading],
    found: &mut Vec<Quoted>,
) -> Option<Family> {
    let mut open: Vec<Mark> = Vec::new();
    let mut nested = Vec::new();
    let mut finish = |first: Mark, end: usize, closing: usize, nested: Vec<Span>| {
        let closed = closing > 0;
        let span = Span::new(first.span.start, end).trimmed(text);
        let words = Span::new(first.span.end, span.end.saturating_sub(closing)).trimmed(text);
        if !words.is_empty() {
            found.push(Quoted { span, words, closed, continues: false, nested, paragraph });
        }
    };
    for (mark, reading) in marks.iter().zip(readings) {
        if matches!(reading, Reading::Close | Reading::Reopen)
            && let Some(first) = open.pop()
        {
            let closes = *reading == Reading::Close;
            let end = if closes { mark.span.end } else { mark.span.start };
            if open.is_empty() {
                let closing = if closes { mark.span.len() } else { 0 };
                finish(first, end, closing, std::mem::take(&mut nested));
            } else {
                nested.push(Span::new(first.span.start, end).trimmed(text));
            }
        }
        if matches!(reading, Reading::Open | Reading::Reopen) {
            open.push(*mark);
        }
    }
    let outer = open.first().copied()?;
    finish(outer, within.end, 0, nested);
    Some(outer.family)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::text::blocks;
    use proptest::prelude::*;

    fn spans(text: &str) -> Vec<Span> {
        blocks(text).iter().map(|block| block.span).collect()
    }

    /// `marked` has ⟦…⟧ around each outermost quotation; one that nothing closes ends in …⟧! and one that
    /// goes on from the paragraph before begins with +⟦.
    #[track_caller]
    fn check(marked: &str) {
        let text = marked.replace("+⟦", "").replace("⟧!", "").replace(['⟦', '⟧'], "");
        let mut found = String::new();
        let mut at = 0;
        for quoted in quoted(&text, &spans(&text)) {
            found.push_str(text.get(at..quoted.span.start).unwrap());
            found.push_str(if quoted.continues { "+⟦" } else { "⟦" });
            found.push_str(quoted.span.of(&text));
            found.push_str(if quoted.closed { "⟧" } else { "⟧!" });
            at = quoted.span.end;
        }
        found.push_str(text.get(at..).unwrap());
        assert_eq!(found, marked);
    }

    #[test]
    fn each_sort_of_marks() {
        check("⟦“We did it,”⟧ he said.");
        check("⟦\"We did it,\"⟧ he said.");
        check("⟦‘We did it,’⟧ he said.");
        check("⟦'We did it,'⟧ he said.");
        check("⟦«On l'a fait»⟧, a-t-il dit.");
        check("Er sagte: ⟦„Wir waren es.“⟧ Dann ging er.");
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("The IOPC's move, the jurors' verdict and the '90s.");
        check("The bakers’ and the brewers’ guilds don’t agree.");
        check("Give 'em time: it's rock 'n' roll.");
    }

    #[test]
    fn a_plural_possessive_inside_single_marks() {
        check("⟦'We met the officers' families, and they're well,'⟧ she said.");
        check("She called them ⟦'bosses'⟧ and the workers' friend ⟦'mad'⟧.");
        check("It ⟦'upset the bosses'⟧ of the firm.");
        check("⟦‘The officers’ families are well,’⟧ she said.");
    }

    #[test]
    fn nested_marks() {
        check("⟦“He told me ‘never again’ and left,”⟧ she said.");
        check("⟦'He told me \"never again\" and left,'⟧ she said.");
        check("⟦\"He told me 'never again'\"⟧ and left.");
        let text = "“He told me ‘never again’ and left,” she said.";
        let found = quoted(text, &spans(text));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].nested.iter().map(|span| span.of(text)).collect::<Vec<_>>(), ["‘never again’"]);
    }

    #[test]
    fn a_stray_space() {
        check("A spokesperson said: ⟦“ We have concluded it.”⟧");
        check("A spokesperson said: ⟦\" We have concluded it.\"⟧");
        check("A spokesperson said: ⟦' We have concluded it.'⟧");
    }

    #[test]
    fn several_paragraphs_of_one_utterance() {
        check("He said: ⟦“First.⟧!\n+⟦“Second.⟧!\n+⟦“Third.”⟧\n⟦“Other.”⟧");
        check("He said: ⟦'First, it's ours.⟧!\n+⟦'Second, the officers' plan.'⟧");
    }

    #[test]
    fn one_that_nothing_closes() {
        check("He said: ⟦“First.⟧!\nThen he left.");
        check("He said: ⟦“First. ⟧!⟦“Second.”⟧".replace(" ⟧!", "⟧! ").as_str());
    }

    #[test]
    fn feet_and_inches() {
        check("He is 6'2\" tall.");
    }

    #[test]
    fn marks_next_to_brackets_dashes_and_each_other() {
        check("It was (⟦“so bad”⟧)—⟦“awful”⟧—he said.");
        check("⟦'\"No,\" he told me,'⟧ she said.");
    }

    proptest! {
        #[test]
        fn quoted_words_are_in_order_and_within_paragraphs(text in "(\\PC|[a-z .,\n]|[\"'“”‘’«»„‚]|👩‍👩‍👧|ש|e\u{301}){0,200}") {
            let paragraphs = spans(&text);
            let mut at = 0;
            for quoted in quoted(&text, &paragraphs) {
                prop_assert!(quoted.span.start >= at);
                prop_assert!(paragraphs[quoted.paragraph].contains(quoted.span));
                prop_assert!(quoted.span.contains(quoted.words));
                prop_assert!(!quoted.words.of(&text).is_empty());
                prop_assert!(quoted.nested.iter().all(|span| quoted.span.contains(*span)));
                at = quoted.span.end;
            }
        }
    }
}
