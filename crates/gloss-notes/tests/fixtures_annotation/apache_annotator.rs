use crate::{json, page::Page};
use gloss_notes::{Anchorer, Outcome, TextQuoteSelector};
use gloss_text::{Offsets, Span};
use serde_json::Value;

fn range(page: &Page, range: &Value) -> Span {
    let place = |node: &str, offset: &str| {
        page.place(range[node].as_str().unwrap(), range[offset].as_u64().unwrap() as usize)
    };
    Span::new(place("startContainerXPath", "startOffset"), place("endContainerXPath", "endOffset"))
}

/// Where the specification's tool lists every match, Gloss gives the one, or says that it is ambiguous and
/// lists them.
#[test]
fn quotes_are_matched() {
    let Some(file) = json("apache-annotator/text-quote-match-cases.json") else { return };
    for (name, case) in file.as_object().unwrap() {
        let page = Page::new(case["html"].as_str().unwrap());
        let quote: TextQuoteSelector = serde_json::from_value(case["selector"].clone()).unwrap();
        let found = Anchorer::new(&page.text).anchor_selectors(&quote, None);
        let expected: Vec<Span> =
            case["expected"].as_array().unwrap().iter().map(|expected| range(&page, expected)).collect();
        // No words and no context: nothing was annotated. The tool matches between all letters.
        if name == "empty quote" || name == "empty quote, multiple elements" {
            assert_eq!(found.outcome, Outcome::Gone, "{name}");
            continue;
        }
        // White space next to the quote may come and go in an edit, and links leave it out.
        if name == "with suffix, no matches due to whitespace" {
            assert_eq!(found.span.map(|span| span.of(&page.text)), Some("dolor"));
            continue;
        }
        match expected.as_slice() {
            [] => assert_eq!(found.span, None, "{name}"),
            [only] => assert_eq!(found.span, Some(*only), "{name} {found:?}"),
            several => {
                assert_eq!(found.outcome, Outcome::Ambiguous, "{name} {found:?}");
                let mut places: Vec<Span> = found.candidates.iter().map(|place| place.span).collect();
                places.sort();
                assert_eq!(places, several, "{name}");
            }
        }
    }
}

/// Gloss keeps 32 characters of context at the least, since it has to survive edits, where the tool keeps as
/// little as tells the matches apart; so it keeps at least what the tool keeps, and from it the passage is
/// found again. (The tool's limit on the length of words is not Gloss' concern: it counts characters.)
#[test]
fn quotes_are_described_with_enough_context() {
    let Some(file) = json("apache-annotator/text-quote-describe-cases.json") else { return };
    for (name, case) in file.as_object().unwrap().values().flat_map(|group| group.as_object().unwrap()) {
        let page = Page::new(case["html"].as_str().unwrap());
        let span = range(&page, &case["range"]);
        let quote = TextQuoteSelector::describe(&page.text, span);
        let expected = |field: &str| case["expected"][field].as_str().unwrap();
        assert_eq!(quote.exact, expected("exact"), "{name}");
        assert!(quote.prefix.ends_with(expected("prefix")), "{name}");
        if name != "default should be 50" {
            assert!(quote.suffix.starts_with(expected("suffix")), "{name}");
        }
        assert_eq!(Anchorer::new(&page.text).anchor_selectors(&quote, None).span, Some(span), "{name}");
    }
}

#[test]
fn positions_are_code_points() {
    let Some(file) = json("apache-annotator/text-position-match-cases.json") else { return };
    for (name, case) in file.as_object().unwrap() {
        let page = Page::new(case["html"].as_str().unwrap());
        let offsets = Offsets::new(&page.text);
        let at = |field: &str| offsets.from_points(case["selector"][field].as_u64().unwrap() as usize);
        assert_eq!(Span::new(at("start"), at("end")), range(&page, &case["expected"][0]), "{name}");
    }
}
