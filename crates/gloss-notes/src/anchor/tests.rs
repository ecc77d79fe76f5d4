use super::*;
use gloss_ingest::plain_text;
use gloss_text::Article;
use proptest::prelude::*;

const STORY: &str = "The inquiry into the harbour fire opened on Tuesday with evidence from the night watchman.\n\
    Ada Lovell, who chaired the port authority, said the pumps had been tested twice that week. “We did all \
    that the law asked of us,” she told the hearing.\n\
    Counsel for the families said the records showed nothing of the kind. Tom Reade, a crane driver, had \
    warned of the leak in March.\n\
    The hearing goes on.";

/// The passage between brackets in `before` is described, and found again in `after`, where brackets say
/// where it should be.
#[track_caller]
fn check(before: &str, after: &str, outcome: Outcome) {
    let (text, span) = marked(before);
    let target = Target::describe(&Article::new("a".parse().unwrap(), plain_text(text)), span.unwrap());
    let (text, expected) = marked(after);
    let anchor = Anchorer::new(&text).anchor(&target);
    assert_eq!((anchor.outcome, anchor.span), (outcome, expected), "{anchor:?}");
}

fn marked(marked: &str) -> (String, Option<Span>) {
    let text = marked.replace(['[', ']'], "");
    let span = marked.find('[').zip(marked.find(']')).map(|(start, end)| Span::new(start, end - 1));
    (text, span)
}

/// The story with `old` replaced by `new`.
fn story(old: &str, new: &str) -> String {
    assert!(STORY.contains(old));
    STORY.replacen(old, new, 1)
}

#[test]
fn unchanged_text_is_the_same() {
    check(&story("the pumps", "[the pumps]"), &story("the pumps", "[the pumps]"), Outcome::Same);
}

#[test]
fn a_passage_behind_an_insertion_has_moved() {
    let after = format!("Updated at noon.\n{}", story("Tom Reade", "[Tom Reade]"));
    check(&story("Tom Reade", "[Tom Reade]"), &after, Outcome::Moved);
}

#[test]
fn a_sentence_taken_elsewhere_has_moved() {
    let sentence = "Counsel for the families said the records showed nothing of the kind.";
    let after = format!("[{sentence}] {}", story(sentence, ""));
    check(&story(sentence, &format!("[{sentence}]")), &after, Outcome::Moved);
}

#[test]
fn a_sentence_with_other_words_has_changed() {
    check(
        &story("the pumps had been tested twice that week", "[the pumps had been tested twice that week]"),
        &story("the pumps had been tested twice that week", "[the pumps were tested once that week]"),
        Outcome::Changed,
    );
}

#[test]
fn other_quotation_marks_are_a_change_of_the_same_passage() {
    check(
        &story("“We did all that the law asked of us,”", "[“We did all that the law asked of us,”]"),
        &story("“We did all that the law asked of us,”", "['We did all that the law asked of us,']"),
        Outcome::Changed,
    );
}

#[test]
fn a_name_replaced_by_another_is_gone() {
    check(&story("Tom Reade", "[Tom Reade]"), &story("Tom Reade", "Tim Reeve"), Outcome::Gone);
    check(&story("Ada Lovell", "[Ada Lovell]"), &story("Ada Lovell", "Iris Gough"), Outcome::Gone);
}

#[test]
fn a_name_that_was_replaced_is_not_taken_for_the_same_name_elsewhere() {
    let before = "Officials thanked the driver, [Tom Reade], who had warned of the leak.\nThe chair thanked the \
                  driver, Tom Reade, who had warned nobody else.";
    check(before, &marked(before).0.replacen("Tom Reade", "Ian Gough", 1), Outcome::Gone);
}

#[test]
fn a_sentence_about_another_figure_in_its_place_is_gone() {
    check(
        "Rain fell.\n[The temperature was 2.0 degrees above normal there, he said.]\nIn the hills it was cold.",
        "Rain fell.\nThe night was clear and the roads were empty of all traffic.\nIn the hills it was cold. The \
         temperature was 2.9 degrees above normal for this time of year.",
        Outcome::Gone,
    );
}

#[test]
fn of_two_paragraphs_that_read_the_same_the_other_is_not_taken_for_one_that_went() {
    let twin = "The committee met on the same day and heard from the same three people. Tom Reade spoke first. The \
                committee then rose, to meet again in the week after, and no more was said of it.";
    let before = format!(
        "First of all.\n{}\nSomething in between.\n{twin}\nThe end.",
        twin.replace("Tom Reade", "[Tom Reade]")
    );
    let after = format!("First of all.\nSomething in between.\n{twin}\nThe end.");
    let (text, span) = marked(&before);
    let target = Target::describe(&Article::new("a".parse().unwrap(), plain_text(text)), span.unwrap());
    assert_eq!(Anchorer::new(&after).anchor(&target).span, None);
}

#[test]
fn a_deleted_sentence_is_gone() {
    let sentence = " Tom Reade, a crane driver, had warned of the leak in March.";
    check(&story(sentence, &format!("[{sentence}]")), &story(sentence, ""), Outcome::Gone);
}

#[test]
fn a_passage_into_which_a_clause_was_put_has_changed() {
    check(
        &story("she told the hearing", "[she told the hearing]"),
        &story("she told the hearing", "[she told the hearing]").replacen("pumps", "old pumps", 1),
        Outcome::Moved,
    );
    check(
        &story("Counsel for the families said the records", "[Counsel for the families said the records]"),
        &story(
            "Counsel for the families said the records",
            "[Counsel for the families, who had waited for nine years for this day, said the records]",
        ),
        Outcome::Changed,
    );
}

/// As [`check`] with [`Outcome::Changed`]; the answer says that the reader should look at it.
#[track_caller]
fn check_rewritten(before: &str, after: &str) {
    check(before, after, Outcome::Changed);
    let (text, span) = marked(before);
    let target = Target::describe(&Article::new("a".parse().unwrap(), plain_text(text)), span.unwrap());
    let anchor = Anchorer::new(&marked(after).0).anchor(&target);
    assert!(anchor.is_doubtful(), "{anchor:?}");
}

#[test]
fn a_passage_of_which_half_was_rewritten_is_what_its_surroundings_enclose() {
    let sentence = "Counsel for the families said the records showed nothing of the kind.";
    check_rewritten(
        &story(sentence, &format!("[{sentence}]")),
        &story(sentence, "[Lawyers for several families insisted the papers contain nothing of this sort.]"),
    );
    let clause = "the pumps had been tested twice that week";
    check_rewritten(
        &story(clause, &format!("[{clause}]")),
        &story(clause, "[two pumps were inspected by him twice that month]"),
    );
}

#[test]
fn a_rewritten_passage_may_begin_or_end_its_text() {
    check_rewritten(
        "[The inquiry into the harbour fire opened on Tuesday.] Then the watchman spoke for an hour.",
        "[Witnesses of the harbour blaze were first heard on Tuesday.] Then the watchman spoke for an hour.",
    );
    check_rewritten(
        "The watchman spoke for an hour. [The inquiry into the fire opened on Tuesday.]",
        "The watchman spoke for an hour. [Some witnesses of the fire were first heard on Tuesday.]",
    );
}

#[test]
fn words_with_other_surroundings_are_not_a_rewritten_passage() {
    let before = "He rose late. [The inquiry into the harbour fire opened on Tuesday morning.] Then the watchman spoke.";
    let after =
        "She left at once. An inquiry about the great fire began on Tuesday evening. Nobody has said why.";
    check(before, after, Outcome::Gone);
}

#[test]
fn a_clause_after_the_first_word_is_put_in_too() {
    check(
        "“It was the lowest in their national support.”\u{a0} [Shaw and Anderson jointly conduct the poll.]\n\nThe \
         poll was conducted by telephone.",
        "“It was the lowest in their national support.”\u{a0} [Shaw, with on Monday the loss of forty jobs, and \
         Anderson jointly conduct the poll.]\n\nThe poll was conducted by telephone.",
        Outcome::Changed,
    );
}

#[test]
fn another_article_has_none_of_it() {
    let other = "Rain is expected in the north by the evening. Farmers said that it was welcome.";
    check(&story("the pumps had been tested", "[the pumps had been tested]"), other, Outcome::Gone);
}

#[test]
fn twice_the_same_surroundings_leave_a_choice() {
    let line = "A line that is the same as all the others in this text.\n";
    let text = format!("{}[{line}]{}", line.repeat(30), line.repeat(30));
    let (text, span) = marked(&text);
    let target =
        Target::describe(&Article::new("a".parse().unwrap(), plain_text(text.clone())), span.unwrap());
    assert_eq!(Anchorer::new(&text).anchor(&target).outcome, Outcome::Same);
    let shifted = format!("{line}and{text}");
    let anchor = Anchorer::new(&shifted).anchor(&target);
    assert_eq!((anchor.outcome, anchor.candidates.len()), (Outcome::Ambiguous, 8));
}

#[test]
fn a_search_that_is_cut_short_is_not_gone() {
    let text = "All work and no play. ".repeat(60_000);
    let quote = TextQuoteSelector { exact: "zyx ".repeat(400), ..TextQuoteSelector::default() };
    let anchor = Anchorer::new(&text).anchor_selectors(&quote, None);
    assert_eq!((anchor.outcome, anchor.finished), (Outcome::Ambiguous, false));
}

/// A text of a megabyte that says nothing, and quotes of it short and long: the search gives up in time.
#[test]
fn monotonous_texts_take_bounded_work() {
    for piece in ["(", "\n", "“A"] {
        let text = piece.repeat(1_000_000 / piece.len());
        let anchorer = Anchorer::new(&text);
        for length in [30, 200_000] {
            let around = piece.repeat(32);
            let quote = TextQuoteSelector {
                exact: piece.repeat(length) + "?",
                prefix: around.clone(),
                suffix: around,
            };
            let anchor = anchorer.anchor_selectors(&quote, None);
            assert_ne!((anchor.outcome, anchor.finished), (Outcome::Gone, false), "{piece} {length}");
        }
    }
}

#[test]
fn a_place_alone_is_never_sure() {
    let anchor = Anchorer::new("a👍b").anchor_position(TextPositionSelector { start: 1, end: 2 });
    assert_eq!((anchor.outcome, anchor.candidates[0].span), (Outcome::Ambiguous, Span::new(1, 5)));
}

#[track_caller]
fn check_link(marked_text: &str, fragment: &str) {
    let (text, expected) = marked(marked_text);
    let fragment = crate::TextFragment::parse(fragment).unwrap();
    assert_eq!(Anchorer::new(&text).anchor_fragment(&fragment).span, expected);
}

#[test]
fn links_lead_to_the_first_place_that_fits() {
    check_link("one two, [two] three", "text=two,-three");
    check_link("one [two], two three", "text=two");
    check_link("one, two, one [two] three", "text=one-,two,-three");
    check_link("a b [c d e f] g f", "text=c,f");
    check_link("a b [c d e f g f] h", "text=c,f,-h");
}

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-c ,.“”\\n]{0,12}",
        Just("👩‍👩‍👧e\u{301}".to_owned()),
        Just("שלום עולם".to_owned()),
        "\\PC{0,8}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_selectors_on_any_text_answer_within_the_text(
        text in any_text(), exact in any_text(), prefix in any_text(), suffix in any_text(),
        start in 0_usize..200, length in 0_usize..50,
    ) {
        let position = TextPositionSelector { start, end: start + length };
        let quote = TextQuoteSelector { exact: exact.clone(), prefix: prefix.clone(), suffix: suffix.clone() };
        let fragment =
            crate::TextFragment { prefix, start: exact, end: Some(suffix.clone()), suffix };
        let anchorer = Anchorer::new(&text);
        for anchor in [
            anchorer.anchor_selectors(&quote, Some(position)),
            anchorer.anchor_selectors(&quote, None),
            anchorer.anchor_position(position),
            anchorer.anchor_fragment(&fragment),
        ] {
            let spans = anchor.span.into_iter().chain(anchor.candidates.iter().map(|place| place.span));
            for span in spans {
                prop_assert!(text.get(span.start..span.end).is_some());
            }
            prop_assert!((0.0..=1.0).contains(&anchor.score));
            prop_assert_eq!(
                anchor.span.is_some(),
                matches!(anchor.outcome, Outcome::Same | Outcome::Moved | Outcome::Changed)
            );
        }
    }

    #[test]
    fn what_is_described_is_the_same_on_the_same_text(text in any_text(), a in 0_usize..400, b in 0_usize..400) {
        let span = Span::new(a.min(b), a.max(b)).on_boundaries(&text);
        let article = Article::new("a".parse().unwrap(), plain_text(text.clone()));
        let anchor = Anchorer::new(&text).anchor(&Target::describe(&article, span));
        prop_assert_eq!((anchor.outcome, anchor.span, anchor.score), (Outcome::Same, Some(span), 1.0));
    }

    #[test]
    fn an_emoji_before_it_moves_a_passage_by_one_code_point(text in any_text(), at in 0_usize..400) {
        let before = format!("{text}The passage that is sought here, forty letters.");
        let span = Span::new(text.len(), before.len());
        let target = Target::describe(&Article::new("a".parse().unwrap(), plain_text(before.clone())), span);
        let at = text.floor_char_boundary(at);
        let (head, tail) = before.split_at(at);
        let after = format!("{head}👍{tail}");
        let anchor = Anchorer::new(&after).anchor(&target);
        prop_assert_eq!((anchor.outcome, anchor.span), (Outcome::Moved, Some(Span::new(span.start + 4, after.len()))));
    }
}
