//! Who does it, in small stories made for the purpose.

use gloss_analysis::{Analysis, Model, analyse};
use gloss_ingest::plain_text;
use gloss_story::{Voice, compare};
use gloss_text::{Article, Span};

/// How the deeds are told that both articles tell: "A active he > killed > her" for each telling.
fn told(texts: [&str; 2]) -> Vec<Vec<String>> {
    let model = Model::from_bytes(include_bytes!("../../../models/names.bin")).expect("the model is whole");
    let article = |text: &str| Article::new("told".parse().expect("an id"), plain_text(text));
    let articles: Vec<Article> = texts.into_iter().map(article).collect();
    let analyses: Vec<Analysis> = articles.iter().map(|article| analyse(article, &model)).collect();
    let story = compare(&articles.iter().zip(&analyses).collect::<Vec<_>>());
    let line = |telling: &gloss_story::Telling| {
        let index = telling.passage.article.get();
        let words = |span: Span| span.of(articles[index].text());
        let voice = match telling.voice {
            Voice::Active => "active",
            Voice::Passive => "passive",
            Voice::Agentless => "agentless",
            Voice::Event => "event",
        };
        let of = |span: Option<Span>| span.map_or("-", words);
        let letter = if index == 0 { 'A' } else { 'B' };
        format!("{letter} {voice} {} > {} > {}", of(telling.agent), words(telling.word), of(telling.patient))
    };
    story.tellings.iter().map(|deed| deed.tellings.iter().map(line).collect()).collect()
}

#[track_caller]
fn check(texts: [&str; 2], expected: &[&str]) {
    let found = told(texts);
    assert!(found.iter().any(|deed| deed == expected), "{found:?}");
}

#[track_caller]
fn check_nothing(texts: [&str; 2]) {
    let found = told(texts);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn with_and_without_who_did_it() {
    check(
        [
            "Police officers shot Daniel Marsh outside a bakery in Leeds on Tuesday.",
            "Daniel Marsh was shot outside a bakery in Leeds. The shooting of Daniel Marsh angered the town.",
        ],
        &[
            "A active Police officers > shot > Daniel Marsh",
            "B agentless - > shot > Daniel Marsh",
            "B event - > shooting > Daniel Marsh",
        ],
    );
}

#[test]
fn a_subject_before_an_aside() {
    check(
        [
            "Senator Laura Pike, who represented the coast for ten years, abruptly resigned on Monday.",
            "Sen. Laura Pike (I-Coast) is resigning from her seat. Pike’s resignation took effect at noon.",
        ],
        &[
            "A active Laura Pike > resigned > -",
            "B active Laura Pike > resigning > -",
            "B event Pike > resignation > -",
        ],
    );
}

#[test]
fn who_did_it_may_be_told_late() {
    check(
        [
            "Anna Kowalski was invited to speak to the whole parliament by its Speaker Tom Reed.",
            "Anna Kowalski was invited by Speaker Tom Reed, the leader of the chamber.",
        ],
        &[
            "A passive its Speaker Tom Reed > invited > Anna Kowalski",
            "B passive Speaker Tom Reed > invited > Anna Kowalski",
        ],
    );
}

#[test]
fn a_short_form_of_a_given_name_is_the_same_person() {
    check(
        [
            "Defence Secretary James Holloway resigned in protest of the war.",
            "Jim Holloway resigned from the cabinet after a quarrel over bases.",
        ],
        &["A active James Holloway > resigned > -", "B active Jim Holloway > resigned > -"],
    );
}

#[test]
fn whose_deed_a_noun_tells() {
    check(
        [
            "Sheriff Paul Ortega endorsed Linda Grey for governor.",
            "His endorsement of Linda Grey comes after a bitter week.",
        ],
        &["A active Paul Ortega > endorsed > Linda Grey", "B event His > endorsement > Linda Grey"],
    );
}

#[test]
fn a_bill_that_passes_a_house() {
    check(
        [
            "The House of Delegates on Friday approved the river bill after a long night of talks.",
            "The river bill passed the House of Delegates on Friday after a long night of talks.",
        ],
        &[
            "A active The House of Delegates > approved > the river bill",
            "B passive the House > passed > The river bill",
        ],
    );
}

#[test]
fn what_is_only_supposed_is_not_told() {
    check_nothing([
        "Daniel Marsh would be arrested if he came back. Police may arrest Daniel Marsh.",
        "Nobody knows whether Daniel Marsh was arrested.",
    ]);
}

#[test]
fn two_of_a_kind_are_two_deeds() {
    // Nothing but the verb and a noun with other attributes is shared.
    check_nothing([
        "Mayor Eve Stone signed a short-term rent order in April to please the tenants of the harbour.",
        "A clerk in the north signed the funeral order for two drowned sailors.",
    ]);
}

#[test]
fn a_name_like_a_verb_tells_no_deed() {
    check_nothing([
        "The suit names his son, Peter Moss, and his driver, Jared Kent.",
        "It is aimed at his son, Peter Moss, his driver, Jared Kent and others.",
    ]);
}

#[test]
fn adjectives_are_nobody() {
    check_nothing([
        "“This is a sham lawsuit filed by a desperate, dysfunctional and nearly insolvent club,” Ida Brandt said.",
        "She called it a “sham lawsuit filed by a desperate, dysfunctional and nearly insolvent club”.",
    ]);
}

#[test]
fn a_state_of_mind_is_no_deed() {
    check_nothing([
        "“We are disappointed by the decision, but hardly surprised,” said lawyer Ida Brandt.",
        "“We are disappointed by the decision, but hardly surprised,” she said.",
    ]);
}
