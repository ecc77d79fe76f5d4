//! What a reader sees of two articles side by side, and of a passage elsewhere.

#[allow(dead_code, reason = "each test file uses a part of it")]
mod reader;

use reader::{Reader, bare};

fn beside() -> Reader {
    let mut reader = Reader::new();
    reader.go("#/beside/hearing/job");
    reader
}

/// The rows of pairs, without their tags.
fn rows(reader: &Reader) -> Vec<String> {
    reader.html().split("<div class=\"row\"").skip(1).map(bare).collect()
}

/// The number of the row that has these words.
#[track_caller]
fn row(reader: &Reader, words: &str) -> String {
    let part = reader.html().split("<div class=\"row\"").skip(1).find(|row| row.contains(words));
    let id = part.and_then(|row| row.split_once("id=\"pair-")).expect("there is such a row").1;
    id.split('"').next().expect("a number").to_owned()
}

#[test]
fn passages_that_tell_the_same_are_in_one_row() {
    let rows = rows(&beside());
    let car = rows.iter().find(|row| row.contains("getaway car")).expect("a row");
    assert!(
        car.contains("On the night Mr Kaba died") && car.contains("The fatal shooting happened"),
        "{car}"
    );
    assert!(car.contains("Reworded"), "{car}");
    let thresholds =
        rows.iter().find(|row| row.contains("thresholds set out in legislation")).expect("a row");
    assert!(thresholds.contains("Word for word"), "{thresholds}");
    assert!(rows[0].contains("The armed police officer who shot and killed a gangster"), "{}", rows[0]);
}

#[test]
fn nothing_of_either_text_is_lost() {
    let mut reader = beside();
    for number in 0..60 {
        reader.press(&format!("gap:{number}"));
    }
    let shown = bare(reader.html());
    for (_, text) in &reader::SEEDS[..2] {
        let document = gloss_ingest::plain_text(*text);
        for word in document.prose().flat_map(|block| block.span.of(text).split_whitespace()) {
            assert!(!word.chars().all(char::is_alphanumeric) || shown.contains(word), "{word}");
        }
    }
    assert!(shown.contains("Mr Kaba was high on cocaine"));
}

#[test]
fn only_what_differs_and_only_quotations() {
    let mut reader = beside();
    let all = rows(&reader).len();
    reader.press("way:differing");
    assert!(rows(&reader).iter().all(|row| !row.contains("Word for word")) && rows(&reader).len() < all);
    reader.press("way:quoted");
    assert!(rows(&reader).iter().any(|row| row.contains("crushing the spirit")));
    assert!(rows(&reader).iter().all(|row| !row.contains("getaway car")));
}

#[test]
fn the_order_is_that_of_either_article() {
    let mut reader = beside();
    let at = |reader: &Reader, words: &str| {
        rows(reader)
            .iter()
            .position(|row| row.contains(words))
            .unwrap_or_else(|| panic!("no row has {words}"))
    };
    assert!(at(&reader, "getaway car") < at(&reader, "stand-by"));
    reader.press("turn");
    assert!(reader.text().contains("In B’s order"));
    assert!(at(&reader, "stand-by") < at(&reader, "getaway car"));
}

#[test]
fn whole_texts_go_to_each_others_passage() {
    let mut reader = beside();
    reader.press("way:whole");
    let (_, rest) = reader.html().split_once("id=\"passage-0-").expect("a passage with a counterpart");
    let number = rest.split('"').next().expect("a number").to_owned();
    assert!(reader.html().contains(&format!("id=\"passage-1-{number}\"")));
    reader.press(&format!("align:1:{number}"));
    assert_eq!(reader.effects, [gloss_view::Effect::Focus(format!("passage-1-{number}"))]);
}

#[test]
fn one_key_keeps_a_pair_with_two_targets() {
    let mut reader = beside();
    let number = row(&reader, "less safe");
    reader.use_("keydown", &format!("keep:key:{number}"), "c");
    let [annotation] = &reader.annotations[..] else { panic!("one annotation: {:?}", reader.annotations) };
    assert_eq!(
        (annotation["motivation"].as_str(), annotation["note"].as_str()),
        (Some("linking"), Some("Contradicts"))
    );
    let targets = annotation["targets"].as_array().expect("targets");
    let articles: Vec<_> = targets.iter().filter_map(|target| target["article"].as_str()).collect();
    assert_eq!(articles, ["hearing", "job"]);
    assert!(targets[0]["quote"]["exact"].as_str().is_some_and(|quote| quote.contains("unsafe")));
    assert!(targets[1]["quote"]["exact"].as_str().is_some_and(|quote| quote.contains("less safe")));
    // The page says so from now on.
    assert!(rows(&reader).iter().any(|row| row.contains("less safe") && row.contains("Kept: Contradicts")));
}

#[test]
fn a_pair_is_kept_in_the_readers_own_words() {
    let mut reader = beside();
    let number = row(&reader, "getaway car");
    reader.use_("submit", &format!("keep:words:{number}"), "");
    assert!(reader.annotations.is_empty());
    reader.use_("input", &format!("words:{number}"), "One hand wrote both");
    reader.use_("submit", &format!("keep:words:{number}"), "");
    assert_eq!(reader.annotations[0]["note"].as_str(), Some("One hand wrote both"));
}

#[test]
fn what_one_leaves_out_is_kept_with_the_place_where_it_would_be() {
    let mut reader = beside();
    let html = reader.html();
    let gap = html.split("<div class=\"gap of-1\"").nth(1).expect("something is only in the second");
    assert!(bare(gap).contains("only in B"));
    for number in 0..20 {
        reader.press(&format!("left-out:{number}:0"));
        if let [kept] = &reader.annotations[..] {
            assert_eq!(kept["note"].as_str(), Some("Left out here"));
            assert_eq!(kept["targets"].as_array().map(Vec::len), Some(2));
            return;
        }
    }
    panic!("nothing was kept");
}

#[test]
fn a_passage_is_found_in_the_other_articles() {
    let mut reader = Reader::new();
    reader.go("#/elsewhere/hearing?text=used%20as%20a%20getaway%20car%20in%20a%20shooting");
    assert!(reader.html().contains("href=\"#/read/job?text="), "{}", reader.html());
    assert!(reader.text().contains("100% of it"), "{}", reader.text());
    reader.press("keep:k:0");
    assert_eq!(reader.annotations[0]["note"].as_str(), Some("Same claim"));
    reader.go("#/elsewhere/hearing?text=nothing%20of%20the%20kind%20xyz");
    assert!(reader.text().contains("not in the library any longer"));
}
