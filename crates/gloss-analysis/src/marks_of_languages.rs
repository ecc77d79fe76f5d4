//! Quotations in languages other than English: the words between the marks of the language, and nothing else.
//!
//! Who is quoted is a matter of grammar, and the grammar here is that of English. So there is no speaker and no cue;
//! whether the words are a whole statement is told from the marks of a sentence inside them.

use super::{Quotation, QuotationKind};
use gloss_text::{Article, Span};

/// A mark that opens and a mark that closes it.
type Pair = (char, char);

const LOW: [Pair; 3] = [('„', '“'), ('„', '”'), ('‚', '‘')];
const OUTWARD: [Pair; 2] = [('«', '»'), ('‹', '›')];
const INWARD: [Pair; 2] = [('»', '«'), ('›', '‹')];
const HIGH: [Pair; 1] = [('“', '”')];
const SINGLE: [Pair; 1] = [('‘', '’')];
const ALIKE: [Pair; 2] = [('”', '”'), ('»', '»')];
const CORNERS: [Pair; 4] = [('「', '」'), ('『', '』'), ('﹁', '﹂'), ('〝', '〟')];
/// On the web they are used in every language.
const STRAIGHT: [Pair; 1] = [('"', '"')];

/// The pairs that the language with this primary subtag is printed with. For a language that is not known, those whose
/// first mark opens wherever it is used.
fn pairs(language: &str) -> Vec<Pair> {
    let sorts: &[&[Pair]] = match language {
        "fr" | "es" | "ca" | "gl" | "pt" | "it" | "el" | "vi" | "eu" | "rm" => &[&OUTWARD, &HIGH],
        "nl" | "af" => &[&LOW, &HIGH, &SINGLE],
        "sv" | "fi" => &[&ALIKE, &HIGH],
        "da" | "nb" | "nn" | "no" => &[&OUTWARD, &INWARD, &LOW, &HIGH],
        "de" | "pl" | "hu" | "cs" | "sk" | "sl" | "hr" | "bs" | "sr" => &[&LOW, &INWARD, &OUTWARD, &HIGH],
        "ja" | "zh" | "ko" => &[&CORNERS, &HIGH, &SINGLE],
        "hi" | "bn" | "ta" | "te" | "th" | "id" | "ms" | "tr" | "sw" => &[&HIGH, &SINGLE],
        _ => &[&LOW, &OUTWARD, &HIGH, &CORNERS],
    };
    sorts.iter().chain([&STRAIGHT.as_slice()]).copied().flatten().copied().collect()
}

/// The quotations of `article` between the marks of `language`, a primary subtag ("de"; empty where it is not known),
/// and those inside them, each in the order of the text. A mark that nothing closes in its paragraph quotes nothing.
/// Linear in the length of the text.
pub(super) fn quotations(article: &Article, language: &str) -> (Vec<Quotation>, Vec<Quotation>) {
    let pairs = pairs(language);
    let (mut outer, mut nested) = (Vec::new(), Vec::new());
    for block in article.document.prose() {
        let mut end = block.span.start;
        for span in quoted(article.text(), block.span, &pairs) {
            let quotation = quotation(article.text(), span);
            if span.start >= end {
                end = span.end;
                outer.push(quotation);
            } else {
                nested.push(quotation);
            }
        }
    }
    (outer, nested)
}

/// The passages between marks in one paragraph, marks included, by where they begin.
fn quoted(text: &str, paragraph: Span, pairs: &[Pair]) -> Vec<Span> {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut found = Vec::new();
    let words = paragraph.of(text);
    let mut before = None;
    for (at, mark) in words.char_indices() {
        let end = at + mark.len_utf8();
        let after = words.get(end..).and_then(|rest| rest.chars().next());
        // Marks are few, and no more than a handful are open at once.
        let opener = open.iter().rposition(|(first, _)| pairs.contains(&(*first, mark)));
        if let Some(place) = opener.filter(|_| closes(mark, before, after)) {
            let start = open.get(place).map_or(at, |(_, start)| *start);
            if words.get(start..at).is_some_and(|inside| inside.contains(char::is_alphanumeric)) {
                found.push(Span::new(paragraph.start + start, paragraph.start + end));
            }
            open.truncate(place);
        } else if pairs.iter().any(|(first, _)| *first == mark) && opens(mark, before, after) {
            if open.len() == DEEPEST {
                open.remove(0);
            }
            open.push((mark, at));
        }
        before = Some(mark);
    }
    found.sort_unstable_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    found
}

/// Most marks that are open at once; more are no quotations inside quotations but marks used otherwise.
const DEEPEST: usize = 4;

/// Whether a mark that looks the same at both ends, or is an apostrophe too, opens where it is.
fn opens(mark: char, before: Option<char>, after: Option<char>) -> bool {
    let outside = !before.is_some_and(char::is_alphanumeric);
    match mark {
        '"' | '”' => outside && after.is_some_and(|c| !c.is_whitespace()),
        '»' => outside && after.is_some(),
        '‘' => outside,
        _ => true,
    }
}

fn closes(mark: char, before: Option<char>, after: Option<char>) -> bool {
    match mark {
        // Hebrew has the same mark inside its abbreviations, Dutch an apostrophe inside its plurals.
        '"' | '’' => !before.is_some_and(char::is_whitespace) && !after.is_some_and(char::is_alphanumeric),
        _ => true,
    }
}

fn quotation(text: &str, span: Span) -> Quotation {
    let kind = kind(text, span);
    Quotation { kind, segments: vec![span], closed: true, speaker: None, cue: None, grounds: Vec::new() }
}

/// A sentence that ends inside the marks, or is followed by a comma and began as a sentence does, is a whole
/// statement. A word or two may be a title or a term; nothing tells that they are anybody's.
fn kind(text: &str, span: Span) -> QuotationKind {
    let words = span.of(text).trim_matches(|c: char| !c.is_alphanumeric() && !is_stop(c));
    let count = words.split_whitespace().count();
    let spaced = words.chars().any(char::is_whitespace);
    let comma_follows = text.get(span.end..).is_some_and(|rest| rest.starts_with([',', '，', '、']));
    let begins = words.chars().next().is_some_and(char::is_uppercase);
    if words.ends_with(is_stop) && (count >= 2 || !spaced) || comma_follows && begins && count >= 3 {
        QuotationKind::Direct
    } else if count >= 3 {
        QuotationKind::Mixed
    } else {
        QuotationKind::Scare
    }
}

const fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '۔' | '؟' | '।')
}

#[cfg(test)]
mod tests {
    use super::*;
    use gloss_ingest::plain_text;
    use proptest::prelude::*;

    /// `marked` has ⟦…⟧ around each quotation, those inside others too.
    #[track_caller]
    fn check(language: &str, marked: &str) {
        let text = marked.replace(['⟦', '⟧'], "");
        let article = Article::new("a".parse().unwrap(), plain_text(text.clone()));
        let (outer, nested) = quotations(&article, language);
        let spans: Vec<Span> =
            outer.iter().chain(&nested).flat_map(|quotation| quotation.segments.clone()).collect();
        let mut found = String::new();
        for (at, c) in text.char_indices() {
            found.extend(spans.iter().filter(|span| span.start == at).map(|_| '⟦'));
            found.push(c);
            let end = at + c.len_utf8();
            found.extend(spans.iter().filter(|span| span.end == end).map(|_| '⟧'));
        }
        assert_eq!(found, marked);
    }

    #[test]
    fn each_language_has_its_marks() {
        check("de", "Sie sagte: ⟦„Wir kommen morgen.“⟧ Er nannte es ⟦»völlig falsch«⟧ und ging.");
        check("fr", "⟦« Nous viendrons demain »⟧, a-t-elle dit. C’est l’avis de tous.");
        check("it", "⟦«Verremo domani»⟧, ha detto. L’idea è ⟦“buona”⟧.");
        check("es", "⟦«Vendremos mañana»⟧, dijo la alcaldesa.");
        check("pl", "⟦„Przyjdziemy jutro”⟧ – powiedziała.");
        check("sv", "⟦”Vi kommer i morgon”⟧, sade hon. ⟦»Bra»⟧, sade han.");
        check("nl", "⟦‘We komen morgen’⟧, zei ze. De foto’s zijn van gisteren.");
        check("ru", "⟦«Мы придём завтра»⟧, — сказала она.");
        check("ja", "彼女は⟦「明日来ます」⟧と言った。");
        check("de", "⟦\"Wir kommen\"⟧, sagte sie.");
        check("he", "⟦\"נבוא מחר\"⟧, אמרה. צה\"ל הגיב.");
        check("", "⟦«Etorriko gara»⟧.");
    }

    #[test]
    fn quotations_inside_others() {
        check("de", "⟦„Er rief ⟦‚Halt‘⟧ und lief.“⟧");
        check("fr", "⟦« Il a crié ⟦“Halte”⟧ et il a couru. »⟧");
    }

    #[test]
    fn what_nothing_closes_is_no_quotation() {
        check("de", "Er sagte: „Wir kommen.\nDann ging er.");
        check("fr", "« Un titre\n⟦« Un autre »⟧");
    }

    #[test]
    fn a_whole_statement_is_told_from_a_few_words() {
        let text =
            "„Wir kommen morgen.“ „Das ist falsch“, sagte sie. Das „neue und teure“ Haus. Die „Wende“.";
        let article = Article::new("a".parse().unwrap(), plain_text(text));
        let kinds: Vec<QuotationKind> = quotations(&article, "de").0.iter().map(|found| found.kind).collect();
        assert_eq!(
            kinds,
            [QuotationKind::Direct, QuotationKind::Direct, QuotationKind::Mixed, QuotationKind::Scare]
        );
    }

    proptest! {
        #[test]
        fn any_text_has_quotations_in_order(text in "(\\PC|[a-z .,\n]|[\"“”‘’«»„‚「」]|ש){0,200}") {
            let article = Article::new("a".parse().unwrap(), plain_text(text.clone()));
            for language in ["de", "fr", "nl", "sv", "ja", ""] {
                let mut end = 0;
                for quotation in quotations(&article, language).0 {
                    let span = quotation.segments[0];
                    prop_assert!(span.start >= end);
                    prop_assert!(!span.of(&text).is_empty());
                    end = span.end;
                }
            }
        }
    }
}
