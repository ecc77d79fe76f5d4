use super::*;
use proptest::prelude::*;
use std::time::Instant;

fn find(text: &str, words: &str) -> Vec<Span> {
    Searchable::new(text).find(text, &Query::new(words))
}

/// What is found of `words` stands in square brackets.
#[track_caller]
fn check(words: &str, marked: &str) {
    let text = marked.replace(['[', ']'], "");
    let mut shown = text.clone();
    for span in find(&text, words).iter().rev() {
        shown.insert(span.end, ']');
        shown.insert(span.start, '[');
    }
    assert_eq!(shown, marked);
}

#[test]
fn case_makes_no_difference() {
    check("the met", "[The Met] and [THE MET], not the mettle".replace("the met", "[the met]").as_str());
    check("ΣΟΦΟΣ", "ο [σοφος] και ο [ΣΟΦΟΣ]");
    check("istanbul", "[İstanbul]");
}

#[test]
fn accents_make_no_difference_composed_or_not() {
    check("cafe", "the [café], the [cafe\u{301}], the [CAFÉ]");
    check("Éire", "[Éire] and [eire]");
    check("Łódź", "[Lodz], [Łódź]");
    check("αθηνα", "η [Αθήνα]");
    check("שלום", "[שָׁלוֹם]");
}

#[test]
fn typography_makes_no_difference() {
    check("\"it's\" - no", "He said [“It’s” – no]. [‘it's’ \u{2014}\u{a0}\n No]");
    check("co-operate", "to [co‑operate] is to [co\u{ad}‐operate]");
    check("wait...", "[Wait…] [wait...]");
}

#[test]
fn ligatures_are_their_letters_but_only_whole() {
    check("strasse", "die [Straße]");
    check("stras", "die Straße");
    check("office", "the [oﬃce]");
    check("Æsop", "[Aesop], [Æsop]");
}

#[test]
fn letters_of_their_own_stay_so() {
    check("й", "[й] и");
    check("か", "[か]が");
}

#[test]
fn nothing_is_nowhere() {
    check("", "a text");
    check(" \n", "a  text");
    check("long words", "short");
}

#[test]
fn a_hit_is_not_wider_than_its_words() {
    check("one two", "[one\n\n two]  three");
    check("aa", "[aa][aa]a");
}

#[test]
fn words_are_found_in_a_row_or_else_apart() {
    check("the gangster", "[The gangster] and the other gangster");
    check("attribution gangster", "A [gangster], and no [attribution].");
    check("gangster attribution", "A gangster.\nOf the [gangster], the [attribution].\nNo attribution.");
    check("gangster attribution", "A [gangster].\nNo [attribution].");
    check("gangster attribution", "A gangster, and no more.");
    check("café “of the” owner", "[Owner] [of the] [Cafe]. Of course, the [café]’s [owner].");
}

#[test]
fn words_apart_begin_words() {
    check("met who", "The man [who] [met] them, not something.");
    check("met who", "The man who omits something.");
}

#[test]
fn quotation_marks_make_a_phrase() {
    check("\"the met\"", "[the met], the police met");
    check("“the met”", "the police met");
    check("\"the me", "“[The me]t”, he said");
    check("'no' bars", "owner of [“no” bars]");
}

#[test]
fn many_words_are_found_in_a_row_only() {
    let words = "one two three four five six seven eight nine";
    check(words, &format!("[{words}]"));
    check(words, "nine eight seven six five four three two one");
}

#[test]
fn it_takes_linear_time() {
    let text = "ab".repeat(300_000) + "é";
    let searchable = Searchable::new(&text);
    let start = Instant::now();
    let apart = "abé ".repeat(300_000);
    for query in
        ["ab".repeat(1000) + "c", "b".to_owned() + &"ab".repeat(299_999) + "ee", "ba".to_owned(), apart]
    {
        searchable.find(&text, &Query::new(&query));
    }
    assert!(start.elapsed().as_millis() < 1000, "{:?}", start.elapsed());
}

proptest! {
    #[test]
    fn every_hit_reads_as_the_query(
        text in "(\\PC|[aAeEéßﬁ “”'‘\u{301}\u{ad}\n–-]){0,80}", query in "(\\PC|[aAeéßs '-]){1,3}"
    ) {
        for span in find(&text, &query) {
            prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
            let Query { row, apart } = Query::new(&query);
            let words = fold(span.of(&text));
            prop_assert!(words == row || apart.contains(&words));
        }
    }

    #[test]
    fn what_is_cut_out_of_a_text_is_found_in_it(text in "[\\PC\n]{1,60}", a in 0_usize..70, b in 0_usize..70) {
        let span = Span::new(a.min(b), a.max(b)).on_boundaries(&text).trimmed(&text);
        let words = span.of(&text);
        let query = Query::new(words);
        prop_assert!(query.is_empty() || Searchable::new(&text).contains(&query));
    }
}
