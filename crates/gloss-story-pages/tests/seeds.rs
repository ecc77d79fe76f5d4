//! What a reader sees who compares the four articles that the page comes with: the ten points of the story's acceptance,
//! each by the view that shows it.

#[allow(dead_code, reason = "each test file uses a part of it")]
mod reader;

use gloss_text::Day;
use gloss_view::Effect;
use reader::{Reader, bare};

/// An item of a section has all these words.
#[track_caller]
fn check(section: &str, words: &[&str]) -> String {
    Reader::new().story().item(section, words)
}

#[test]
fn six_words_of_rowley_are_shown_in_two_frames() {
    let mut reader = Reader::new();
    let item = reader.story().item("quotations", &["Mark Rowley", "crushing the spirit of good officers"]);
    assert!(item.starts_with("Mark Rowley in A, B; not in C, D"), "{item}");
    let said = "<span class=\"said\">crushing the spirit of good officers</span>";
    assert_eq!(reader.section("quotations").matches(said).count(), 2);
    // The sentences round it differ, and so do the words that tell who says it.
    let section = reader.section("quotations");
    for differs in
        ["<ins class=\"differs\">unsafe", "less safe", "feared", "<ins class=\"cue differs\">warned</ins>"]
    {
        assert!(section.contains(differs), "{differs}");
    }
}

#[test]
fn the_most_altered_quotation_comes_first() {
    let mut reader = Reader::new();
    let section = reader.story().section("quotations");
    let at = |name: &str| section.find(name).expect(name);
    assert!(at("Amanda Rowe") < at("Mark Rowley"), "{section}");
}

#[test]
fn what_is_cut_from_the_statement_of_rowe_is_quoted() {
    let item = check("quotations", &["Amanda Rowe", "68 words, shortened", "149 words, the fullest"]);
    let cut = item.split("Left out here, 81 words: ").nth(1).expect("it says what is left out");
    assert!(cut.starts_with("The legal test for deciding"), "{cut}");
    assert!(cut.contains("We appreciate that the Home Office is carrying out a review"), "{cut}");
}

#[test]
fn six_ways_to_call_kaba() {
    let mut reader = Reader::new();
    reader.story();
    for words in [
        ["A", "a core member of one of London’s most dangerous street gangs"],
        ["B", "violent gangster"],
        ["B", "the thug"],
        ["B", "a violent gang member Chris Philp"],
        ["C", "the father-to-be"],
        ["D", "a young Black man"],
    ] {
        reader.item("called", &words);
    }
    // They are marked as those of one article alone, a name that all have is not.
    assert!(reader.section("called").contains("<ins class=\"differs\">the thug</ins>"));
    assert!(!reader.section("called").contains("<ins class=\"differs\">Mr Kaba</ins>"));
}

#[test]
fn core_member_with_marks_and_without() {
    let item = check("quotations", &["core member"]);
    assert!(item.contains("A Nobody named 2 words, without quotation marks"), "{item}");
    assert!(item.contains("B Nobody named 2 words, the fullest"), "{item}");
}

#[test]
fn blake_is_an_officer_and_a_number_and_in_one_article_nobody_known() {
    check("called", &["A", "Met police officer", "Sgt Martyn Blake"]);
    check("called", &["B", "Sergeant Martyn Blake", "NX121", "this officer Chris Philp"]);
    let mut reader = Reader::new();
    let section = bare(reader.story().section("called"));
    let unknown = section.split("Somebody whom no article names here").nth(1).expect("it says so");
    assert!(unknown.trim_start().starts_with("C The officer responsible"), "{unknown}");
}

#[test]
fn whose_car_it_was_is_told_side_by_side() {
    check("order", &["linking his Audi", "not registered to him", "did not belong to him"]);
}

#[test]
fn no_gun_here_and_gun_residue_there() {
    let mut reader = Reader::new();
    reader.story().press("whole:alone");
    assert!(reader.item("alone", &["no gun was found"]).starts_with("no gun was found at or near the scene"));
    reader.item("alone", &["gun residue on his sleeve"]);
}

#[test]
fn the_family_is_heard_late_in_one_article_and_nobody_in_the_editorial() {
    check("quotations", &["B Mr Kaba's family", "We welcome the IOPC's direction", "at 83% of the text"]);
    check("speakers", &["Mr Kaba's family", "family and friends", "in one article alone", "– 89 – –"]);
    check("speakers", &["All quoted", "none of 284"]);
}

#[test]
fn the_shooting_is_told_with_and_without_who_did_it() {
    check("deeds", &["A He fired a single shot", "“He” does it"]);
    check("deeds", &["C One week before", "killed", "it is done by “officers”"]);
    check("deeds", &["B The fatal shooting happened", "by whom is not said"]);
    let mut reader = Reader::new();
    reader.story().press("whole:deeds");
    reader.item("deeds", &["D Kaba died hours after", "struck", "it is done by “a single gunshot”"]);
}

#[test]
fn dozens_here_and_more_than_100_there() {
    check("figures", &["they differ", "A dozens", "D more than 100"]);
}

#[test]
fn three_precisions_of_one_date_do_not_differ() {
    let mut reader = Reader::new();
    for item in reader.story().items("figures") {
        assert!(!item.starts_with("When:") || item.contains("they agree"), "{item}");
    }
    let section = bare(reader.section("when"));
    assert!(section.contains("“September 2022”") && section.contains("“September 5, 2022”"), "{section}");
}

#[test]
fn three_precisions_of_one_date_side_by_side() {
    let mut reader = Reader::with_days([None, None, Day::new(2022, 9, 13), None]);
    let items = reader.story().items("figures");
    let found = items.iter().find(|item| item.contains("5 September 2022")).expect("the day is compared");
    let parts =
        ["they agree", "A September 2022", "B 5 September 2022", "C 5 September 2022", "D September 2022"];
    let places: Vec<Option<usize>> = parts.iter().map(|part| found.find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{found}");
}

#[test]
fn what_needs_the_day_of_publication_says_so_and_is_placed_by_it() {
    let mut reader = Reader::new();
    reader.story().press("whole:when");
    let not_placed = bare(reader.section("when").split_once("Not placed").expect("a list of them").1);
    assert!(not_placed.contains("“Monday”; the day on which C was published would place it"), "{not_placed}");
    let days = [None, Day::new(2025, 10, 3), Day::new(2022, 9, 13), Day::new(2023, 9, 25)];
    let mut reader = Reader::with_days(days);
    reader.story().press("whole:when");
    let when = bare(reader.section("when"));
    let at = |words: &str| when.find(words).unwrap_or_else(|| panic!("{words}: {when}"));
    // The threat, which was before any charge, is told of another day than the protest after it.
    let threat = at("threatened to hand in their weapons");
    let protest = at("More than 100 officers have turned in permits");
    assert!(at("13 September 2022") < threat && threat < at("25 September 2023"), "{when}");
    assert!(when.contains("“have reportedly threatened”: so by the day on which C was published"), "{when}");
    assert!(at("25 September 2023") < protest && protest < at("3 October 2025"), "{when}");
    assert!(threat < at("“today”, by the day on which B was published"), "{when}");
    assert!(
        at("Published: The Met’s new commissioner") < at("Published: The United Kingdom’s Ministry"),
        "{when}"
    );
}

#[test]
fn a_threat_is_not_the_protest_that_came_after_it() {
    let mut reader = Reader::new();
    for item in reader.story().press("whole:order").items("order") {
        assert!(!item.contains("threatened to hand in") || !item.contains("turned in permits"), "{item}");
    }
}

#[test]
fn twelve_words_of_one_hand() {
    let items = Reader::new().story().items("wording");
    assert_eq!(items[0], "A B because it had been used as a getaway car in a shooting 12 words");
}

#[test]
fn every_item_leads_to_its_passage() {
    let mut reader = Reader::new();
    for item in reader.story().section("alone").split("<li").skip(1) {
        assert!(item.contains("href=\"#/read/") && item.contains("?text="), "{item}");
    }
}

#[test]
fn the_threshold_says_what_is_told_in_one_article_alone() {
    let mut reader = Reader::new();
    let alone = |reader: &mut Reader| reader.items("alone").len();
    reader.story().press("whole:alone");
    let usual = alone(&mut reader);
    reader.use_("input", "threshold", "5");
    let strict = alone(&mut reader);
    reader.use_("input", "threshold", "95");
    assert!(strict < usual && usual < alone(&mut reader));
}

#[test]
fn a_handout_has_what_is_ticked_and_nothing_else() {
    let mut reader = Reader::new();
    reader.story().press("handout");
    assert!(reader.text().contains("Nothing is ticked yet"));
    reader.press("whole-page").use_("input", "tick:wording-0", "true").use_("input", "tick:figure-0", "true");
    reader.press("handout");
    assert_eq!(reader.html().matches("<section").count(), 2);
    assert!(reader.text().contains("getaway car") && reader.text().contains("more than 100"));
    assert!(!reader.text().contains("plug the gap8 words") && !reader.text().contains("crushing the spirit"));
    assert!(!reader.html().contains("type=\"checkbox\""));
    reader.press("print");
    assert!(matches!(reader.effects[..], [Effect::Other("print", _)]));
}

/// What is saved in this form.
#[track_caller]
fn saved(form: &str) -> String {
    let mut reader = Reader::new();
    reader.story().press(&format!("save:{form}"));
    let [Effect::Save { text, .. }] = &reader.effects[..] else { panic!("nothing is saved") };
    text.clone()
}

#[test]
fn the_comparison_leaves_as_a_page_that_stands_alone() {
    let page = saved("html");
    assert!(page.starts_with("<!doctype html>"));
    assert!(
        page.contains("default-src 'none'")
            && !page.contains("<script")
            && !page.contains("type=\"checkbox\"")
    );
    // All of it, with addresses that lead back from anywhere.
    assert!(page.contains("href=\"https://gloss.example/#/read/job?text=") && !page.contains("href=\"#"));
    assert!(page.contains("the issues raised in this letter go back further"));
}

#[test]
fn the_comparison_leaves_as_markdown() {
    let page = saved("markdown");
    assert!(page.starts_with("# Chris Kaba and Martyn Blake\n\n## Articles\n\n- A: "), "{page}");
    assert!(page.contains("- 12 words in common in A, B: “because it had been used as a getaway car in a shooting”\n  - [A](https://gloss.example/#/read/hearing?text="));
}

#[test]
fn the_comparison_leaves_as_a_table() {
    let table = saved("csv");
    let mut rows = table.split("\r\n");
    let head = rows.next().expect("a head");
    assert!(
        head.ends_with("statement,letter,article,source,published,quotation,remark,link,address"),
        "{head}"
    );
    let row = rows.find(|row| row.starts_with("Shared wording")).expect("a row");
    assert!(
        row.contains("The hearing") && row.contains("https://gloss.example/#/read/hearing?text="),
        "{row}"
    );
}

#[test]
fn a_proposal_is_confirmed_named_and_refused() {
    let mut reader = Reader::new();
    reader.go("#/story");
    assert!(reader.text().contains("Chris Kaba and Martyn Blake"));
    let grounds = bare(reader.html());
    assert!(grounds.contains("Names Chris Kaba · Metropolitan Police · Mark Rowley"), "{grounds}");
    assert!(
        grounds.contains("Wording “because it had been used as a getaway car in a shooting”"),
        "{grounds}"
    );
    reader.press("yes:0");
    assert!(reader.text().contains("Yours") && !reader.text().contains("Proposed"));
    reader.story();
    reader.use_("input", "naming", "The shooting in Streatham").use_("submit", "rename", "");
    assert!(reader.html().contains("<h1>The shooting in Streatham</h1>"));
    reader.go("#/story");
    assert!(reader.text().contains("The shooting in Streatham"));
    reader.press("forget:0").press("no:0");
    assert!(reader.text().contains("Set aside") && !reader.text().contains("Proposed"));
    reader.press("forget:0");
    assert!(reader.text().contains("Proposed"));
}

#[test]
fn articles_are_gathered_by_hand() {
    let mut reader = Reader::new();
    reader.go("#/story").use_("input", "choose:job", "true").press("gather");
    assert_eq!(reader.route, "#/story");
    reader.use_("input", "choose:job", "true").use_("input", "choose:soldiers", "true").press("gather");
    assert_eq!(reader.route, "#/story/job/soldiers");
    assert!(!reader.text().contains("Proposed, not confirmed"));
    reader.use_("input", "add", "hearing");
    assert_eq!(reader.route, "#/story/job/soldiers/hearing");
    reader.press("out:job");
    assert_eq!(reader.route, "#/story/soldiers/hearing");
}

#[test]
fn what_the_reader_corrects_holds_in_the_story() {
    let text = reader::SEEDS[1].1;
    let start = text.find("evidence had been").or_else(|| text.find("strong evidence")).expect("the words");
    let article = gloss_text::Article::new("job".parse().expect("an id"), gloss_ingest::plain_text(text));
    let target = gloss_notes::Target::describe(&article, gloss_text::Span::new(start, start + 15));
    let mut reader = Reader::new();
    assert!(reader.story().items("quotations").iter().all(|item| !item.contains("The judge herself")));
    reader.annotations.push(serde_json::json!({
        "id": "c", "targets": [target], "motivation": "editing", "created": 1, "modified": 1,
        "correction": { "type": "speaker", "name": "The judge herself" },
    }));
    reader.story().item("quotations", &["B The judge herself", "strong evidence"]);
}

#[test]
fn articles_that_have_not_come_are_waited_for() {
    let mut reader = Reader::with(Vec::new());
    assert_eq!(reader.go("#/story").text(), "Getting ready…");
}
