mod shown;

use super::*;
use crate::{EntityKind, Model, analyse};
use gloss_ingest::plain_text;
use proptest::prelude::*;

fn of(text: &str) -> (Article, Vec<Quotation>, Vec<Quotation>) {
    let article = Article::new("a".parse().unwrap(), plain_text(text));
    let analysis = analyse(&article, &Model::default());
    (article, analysis.quotations, analysis.indirect)
}

fn line(text: &str, quotation: &Quotation) -> String {
    let words = |span: Option<Span>| span.map_or("-", |span| span.of(text)).to_owned();
    format!(
        "{} {} | {} | {}",
        quotation.kind.name(),
        quotation.segments.len(),
        words(quotation.speaker.as_ref().map(|speaker| speaker.span)),
        words(quotation.cue)
    )
}

/// `expected` has a line a quotation: kind and number of segments, source words, cue.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let (article, quotations, _) = of(text);
    let found: Vec<String> = quotations.iter().map(|quotation| line(article.text(), quotation)).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_speaker_stands_on_either_side() {
    check("“We lost the file,” Anna Reid said.", &["direct 1 | Anna Reid | said"]);
    check("“We lost the file,” said Anna Reid.", &["direct 1 | Anna Reid | said"]);
    check("Anna Reid said: “We lost the file.”", &["direct 1 | Anna Reid | said"]);
    check("Anna Reid told reporters, “We lost the file.”", &["direct 1 | Anna Reid | told"]);
    check("According to Anna Reid, “we lost the file in May”.", &["mixed 1 | Anna Reid | According to"]);
}

#[test]
fn a_quotation_may_end_with_one_inside() {
    check("“He always told me, ‘You will win,’” Anna Reid said.", &["direct 1 | Anna Reid | said"]);
    check("Anna Reid prayed that they would “bear the load”.", &["mixed 1 | Anna Reid | prayed"]);
}

#[test]
fn collective_and_unnamed_speakers_stay_as_they_are() {
    check("“We lost the file,” a council spokesman said.", &["direct 1 | a council spokesman | said"]);
    check("Mr Reid's family said: “We miss him.”", &["direct 1 | Mr Reid's family | said"]);
    check("“We lost the file,” a source told the Argus.", &["direct 1 | a source | told"]);
    check("Number Ten said it was “looking at all options”.", &["mixed 1 | Number Ten | said"]);
}

#[test]
fn what_commas_set_apart_is_skipped() {
    check("Anna Reid, 44, of Leeds, said: “We lost the file.”", &["direct 1 | Anna Reid | said"]);
    check(
        "Anna Reid, speaking after the vote on Monday, said: “We lost the file.”",
        &["direct 1 | Anna Reid | said"],
    );
    check("The clerk, Anna Reid, said: “We lost the file.”", &["direct 1 | The clerk, Anna Reid | said"]);
    check("The man who lost the file said: “We lost the file.”", &["direct 1 | The man | said"]);
}

#[test]
fn a_verb_may_share_the_subject_of_another() {
    check(
        "Anna Reid said she was “very sorry”, adding: “We lost the file.”",
        &["mixed 1 | Anna Reid | said", "direct 1 | Anna Reid | adding"],
    );
    check("Anna Reid stood up and said: “We lost the file.”", &["direct 1 | Anna Reid | said"]);
}

#[test]
fn an_utterance_goes_on_behind_its_speaker() {
    check("“We know,” Anna Reid said, “that we lost the file.”", &["direct 2 | Anna Reid | said"]);
    check("“We lost the file,” Anna Reid said. “We are sorry.”", &["direct 2 | Anna Reid | said"]);
}

#[test]
fn an_utterance_goes_on_over_paragraphs() {
    check(
        "Anna Reid said: “We lost the file.\n“We are sorry.\n“We will look for it.”\nShe left.",
        &["direct 3 | Anna Reid | said"],
    );
    check(
        "Anna Reid said: 'We lost it.\n'We're sorry for the clerks' trouble.'",
        &["direct 2 | Anna Reid | said"],
    );
}

#[test]
fn a_quotation_that_is_never_closed_says_so() {
    let (_, quotations, _) = of("Anna Reid said: “We lost the file.\nThen she left.");
    assert_eq!(quotations.iter().map(|quotation| quotation.closed).collect::<Vec<_>>(), [false]);
    let (_, quotations, _) = of("Anna Reid said: “We lost the file.”");
    assert_eq!(quotations.iter().map(|quotation| quotation.closed).collect::<Vec<_>>(), [true]);
}

#[test]
fn titles_and_terms_are_nobodys() {
    check("Her book “The Lost File” came out in May.", &["scare 1 | - | -"]);
    check("The 'core member' of the band was ill.", &["scare 1 | - | -"]);
    check(
        "It is part of the “Project for Better Bridges and Roads”, according to a statement.",
        &["scare 1 | - | -"],
    );
}

#[test]
fn what_a_court_heard_is_nobodys_as_far_as_the_text_says() {
    check("The file was “left on a bus”, the court heard.", &["mixed 1 | - | heard"]);
    check("The file was “left on a bus”, the inquest was told.", &["mixed 1 | - | told"]);
}

#[track_caller]
fn means(text: &str, pronoun: &str, expected: Option<&str>) {
    let (article, quotations, _) = of(text);
    let mut speakers = quotations.iter().filter_map(|quotation| quotation.speaker.as_ref());
    let found = speakers.rfind(|speaker| speaker.span.of(article.text()) == pronoun);
    let found = found.expect("a speaker of these words");
    assert_eq!(found.antecedent.map(|span| span.of(article.text())), expected);
}

#[test]
fn pronouns_agree_with_whom_they_mean() {
    means("Mr Reid met Mrs Cole. Mrs Cole said so. “We lost it,” he said.", "he", Some("Mr Reid"));
    means("Mr Reid said so. “We lost it,” he said.", "he", Some("Mr Reid"));
    means("The council said so. “We lost it,” it added.", "it", Some("The council"));
}

#[test]
fn a_pronoun_without_antecedent_means_nobody() {
    means("Mr Reid said so. “We lost it,” she said.", "she", None);
    means("“We lost it,” she said.", "she", None);
}

#[test]
fn a_missing_introduction_leaves_the_quotation_before_it_alone() {
    check(
        "Mr Reid said the plan was “bad”.\n“It is good for the town and for all who live in it.”\nShe said the town was “ready”.",
        &["mixed 1 | Mr Reid | said", "direct 1 | - | -", "mixed 1 | She | said"],
    );
}

#[test]
fn speakers_are_looked_up_among_the_names() {
    let text = "Anna Reid, the clerk, resigned. Ms Reid said: “We lost it.” “All of it,” she added.";
    let article = Article::new("a".parse().unwrap(), plain_text(text));
    let mention = |words: &str| {
        let start = text.find(words).unwrap();
        Mention { span: Span::new(start, start + words.len()), kind: EntityKind::Person, entity: Some(0) }
    };
    let mentions = [mention("Anna Reid"), Mention { span: Span::new(35, 39), ..mention("Anna Reid") }];
    assert_eq!(mentions[1].span.of(text), "Reid");
    let entities = [Entity::new(EntityKind::Person, "Anna Reid")];
    let quotations = recognise(&article, &mentions, &entities).quotations;
    let names: Vec<&str> = quotations
        .iter()
        .filter_map(|quotation| quotation.speaker.as_ref())
        .map(|s| s.name.as_str())
        .collect();
    assert_eq!(names, ["Anna Reid", "Anna Reid"]);
}

/// `marked` has ⟦…⟧ around each quoted piece, ‹…› around a speaker's words and {…} around a cue; `kinds` are those
/// of the utterances in order.
#[track_caller]
fn said(marked: &str, kinds: &str) {
    let text = marked.replace(['⟦', '⟧', '‹', '›', '{', '}'], "");
    let (article, quotations, _) = of(&text);
    let mut found = text.clone();
    let mut signs: Vec<(usize, usize, char)> = Vec::new();
    let mut around = |span: Span, open: char, close: char| {
        signs.extend([(span.start, 1, open), (span.end, 0, close)]);
    };
    for quotation in &quotations {
        quotation.segments.iter().for_each(|span| around(*span, '⟦', '⟧'));
        quotation.speaker.iter().for_each(|speaker| around(speaker.span, '‹', '›'));
        quotation.cue.iter().for_each(|cue| around(*cue, '{', '}'));
    }
    signs.sort_unstable();
    signs.dedup();
    signs.iter().rev().for_each(|&(at, _, sign)| found.insert(at, sign));
    let named: Vec<&str> = quotations.iter().map(|quotation| quotation.kind.name()).collect();
    assert_eq!((found.as_str(), named.join(" ").as_str()), (marked, kinds));
    assert_eq!(article.text(), text);
}

#[test]
fn british_copy() {
    said("‹Helen Marsh KC› {told} jurors how he ⟦'laughed and walked away'⟧ from the van.", "mixed");
    said("Opening the case, ‹Helen Marsh KC›, prosecuting, {said}: ⟦'This was a cruel act.'⟧", "direct");
    said("‹The judge, Mr Justice Hale›, {told} him: ⟦'You showed no remorse.'⟧", "direct");
    said("Asked if it was true, ‹her spokeswoman› {replied}: ⟦'No.'⟧", "direct");
    said("⟦'No'⟧, {said} ‹Tom Pike›.", "direct");
    said("⟦'We lost the file'⟧, {said} ‹Tom Pike›.", "direct");
    said("‹A No 10 spokesman› {said}: ⟦'She has our confidence.'⟧", "direct");
    said("‹The union›, which represents drivers, {called} the offer ⟦'an insult'⟧.", "mixed");
    said("The plan was {described} by ‹ministers› as ⟦'unworkable'⟧.", "mixed");
    said("‹Ofsted› {rated} the school ⟦'inadequate'⟧.", "mixed");
    said("Lord Carter (‹Tom Pike›, who was there, {said}: ⟦'He fell'⟧) was ill.", "direct");
}

#[test]
fn headings() {
    said("‹Police chief›{:} ⟦'We got it wrong'⟧", "direct");
    said("⟦'This is chaos'⟧: commuters hit out at strike", "direct");
    said("Minister ⟦'sorry'⟧ for delay", "scare");
}

#[test]
fn titles_stand_where_names_do() {
    said("⟦“We lost it,”⟧ ‹Anna Reid› {said} on the BBC’s ⟦“Good Morning.”⟧", "direct scare");
    said("Asked on ⟦“Question Time,”⟧ Anna Reid said she was ill.", "scare");
}

/// The quotations inside others, a line each as in [`check`].
#[track_caller]
fn inside(text: &str, expected: &[&str]) {
    let article = Article::new("a".parse().unwrap(), plain_text(text));
    let nested = analyse(&article, &Model::default()).nested;
    let found: Vec<String> = nested.iter().map(|quotation| line(article.text(), quotation)).collect();
    assert_eq!(found, expected);
    let means: Vec<_> = nested.iter().filter_map(|quotation| quotation.speaker.as_ref()).collect();
    assert!(
        means.iter().all(|speaker| speaker.span.of(text) != "I" || speaker.name == "Anna Reid"),
        "{means:?}"
    );
}

#[test]
fn a_quotation_inside_another_has_a_speaker_of_its_own() {
    inside("“Tom Pike told me ‘never again’ and left,” Anna Reid said.", &["mixed 1 | Tom Pike | told"]);
    inside("“I said, ‘Get out of here,’ and he ran,” Anna Reid said.", &["direct 1 | I | said"]);
    inside("“They found ‘systemic failings’ in it,” Anna Reid said.", &["scare 1 | - | -"]);
    inside(
        "“Tom Pike said: ‘The clerk wrote: “We lost it.”’ I laughed,” Anna Reid said.",
        &["direct 1 | Tom Pike | said", "direct 1 | The clerk | wrote"],
    );
    inside("“We lost it,” Anna Reid said.", &[]);
}

/// `marked` has ⟦…⟧ around each report.
#[track_caller]
fn reports(marked: &str, speakers: &[&str]) {
    let text = marked.replace(['⟦', '⟧'], "");
    let (article, _, indirect) = of(&text);
    let mut found = String::new();
    let mut at = 0;
    for span in indirect.iter().flat_map(|quotation| &quotation.segments) {
        found.push_str(article.text().get(at..span.start).unwrap());
        found.push('⟦');
        found.push_str(span.of(article.text()));
        found.push('⟧');
        at = span.end;
    }
    found.push_str(article.text().get(at..).unwrap());
    assert_eq!(found, marked);
    let spoken: Vec<&str> = indirect
        .iter()
        .filter_map(|quotation| quotation.speaker.as_ref())
        .map(|speaker| speaker.span.of(article.text()))
        .collect();
    assert_eq!(spoken, speakers);
}

#[test]
fn reported_speech_has_a_clear_verb() {
    reports("Anna Reid said ⟦the file had been lost⟧.", &["Anna Reid"]);
    reports("The council argued that ⟦it was not to blame⟧.", &["The council"]);
    reports("⟦The file had been lost⟧, a spokesman said.", &["a spokesman"]);
    reports("A source told the Argus ⟦she was sorry⟧.", &["A source"]);
    reports("According to Anna Reid, ⟦the file was lost⟧.", &["Anna Reid"]);
    reports("Anna Reid says ⟦the club made a bid when it was first sold⟧.", &["Anna Reid"]);
    reports("Anna Reid said ⟦the shops that he owned were empty⟧.", &["Anna Reid"]);
    reports("Anna Reid told the BBC on Monday that ⟦she was sorry⟧, but gave no reason.", &["Anna Reid"]);
    reports("Anna Reid, who says ⟦she was ill⟧, has left.", &["Anna Reid, who"]);
    reports("⟦The file was lost⟧, Anna Reid said, ⟦though nobody had seen it⟧.", &["Anna Reid"]);
    reports("Anna Reid said ⟦she was sorry⟧ and accused him of theft.", &["Anna Reid"]);
    reports("As the names were read in Leeds, Anna Reid testified before the court.", &[]);
    reports("Anna Reid added a note of caution, should it rain.", &[]);
    reports("The bill needs the help of states that may not want it.", &[]);
    reports("It is worth noting that the file was lost.", &[]);
    reports("The council will now consider whether to appeal.", &[]);
    reports("Police began following the car that he had stolen.", &[]);
}

/// Every span of every quotation lies on character boundaries of the article's own prose.
fn spans_fit(text: &str) -> Result<(), TestCaseError> {
    let (article, quotations, indirect) = of(text);
    let nested = recognise(&article, &[], &[]).nested;
    for quotation in quotations.iter().chain(&nested).chain(&indirect) {
        let speaker = quotation.speaker.iter().flat_map(|speaker| [Some(speaker.span), speaker.antecedent]);
        let spans = quotation.segments.iter().copied().chain(quotation.cue).chain(speaker.flatten());
        for span in spans {
            prop_assert!(!span.of(text).is_empty());
            prop_assert!(article.document.furniture().all(|furniture| !furniture.overlaps(span)));
        }
        prop_assert!(!quotation.segments.is_empty());
    }
    prop_assert!(quotations.is_sorted_by_key(|quotation| quotation.segments.first().copied()));
    Ok(())
}

proptest! {
    #[test]
    fn spans_lie_in_the_text(text in "(\\PC|[\"'“”‘’«»„(),.:—]| |\n|said|Blake|he|who|that|the court heard|👩‍👩‍👧|ש|e\u{301}){0,120}") {
        spans_fit(&text)?;
    }

    #[test]
    fn spans_lie_in_copy_of_odd_words(text in "((“|”|\"|'|’)?(Anna|Reid|said|told|he|she|which|who|according|to|the|clerk|claim|by|was|not|and)(,|\\.|:|'s|”|\")?( |\n)){0,60}") {
        spans_fit(&text)?;
    }
}

/// The work grows with the text and not with its square: four times the text takes at most ten times as long,
/// in one of three trials, for the machine may be busy with something else.
#[test]
fn hostile_text_takes_linear_time() {
    let patterns = [
        "\"",
        "'",
        "“",
        "”’",
        "\"'",
        "(",
        "A ",
        "\n",
        "said ",
        "\"a\" he said, ",
        "A, who said ",
        "his claim, ",
        "A: ",
        "“a\n",
        "s' 'a",
        "the court heard, ",
        "he ",
        "- A \"a\" ",
    ];
    let seconds = |pattern: &str, length: usize| {
        let article = Article::new("a".parse().unwrap(), plain_text(pattern.repeat(length / pattern.len())));
        let start = std::time::Instant::now();
        let _ = recognise(&article, &[], &[]);
        start.elapsed().as_secs_f64()
    };
    for pattern in patterns {
        let linear = || seconds(pattern, 80_000) < 10.0 * seconds(pattern, 20_000).max(0.05);
        assert!((0..3).any(|_| linear()), "{pattern:?}");
    }
}

#[test]
fn words_that_go_on_with_the_sentence_are_mixed() {
    check(
        "Anna Reid said they wanted to “find the file and all that was lost with it.”",
        &["mixed 1 | Anna Reid | said"],
    );
    check("Anna Reid said: “find the file and all that was lost with it.”", &["direct 1 | Anna Reid | said"]);
    check("There was a file under the name “Anna Holm,” mostly of letters.", &["scare 1 | - | -"]);
    check("“We lost the file; nobody was told” she said.", &["direct 1 | she | said"]);
}

#[test]
fn words_between_an_auxiliary_and_its_verb_are_no_subject() {
    check(
        "Anna Reid, who has in the past described the file as “a lost cause”, left.",
        &["mixed 1 | Anna Reid, who | described"],
    );
}
