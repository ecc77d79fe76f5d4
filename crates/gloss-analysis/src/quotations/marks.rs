//! Which marks quote, which are apostrophes, and where each quotation ends.
//!
//! A mark may open, close or be no quotation mark at all. Every reading of a paragraph has a cost, made up
//! of what is unusual about each mark in its place, and the cheapest one wins (Viterbi's algorithm over the
//! stack of open marks). So "the officers' guns" inside '…' is settled by the marks that come later.

use super::{
    interruption::interrupts,
    mark::{Family, Mark, first_family, marks},
    reading::{Reading, read},
};
use gloss_text::Span;

/// Words between a pair of outermost marks, or from a mark to the end of its paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    /// With the marks.
    pub(super) span: Span,
    /// Without the marks and the white space next to them.
    pub(super) words: Span,
    /// Whether a mark closes it.
    pub(super) closed: bool,
    /// Whether it continues the quotation that was left open right before, by the paragraph before or in a
    /// paragraph where several are run together.
    pub(super) continues: bool,
    /// Quotations inside, in order, which may have others inside in turn.
    pub(super) nested: Vec<Quoted>,
    /// Index of the paragraph among those given.
    pub(super) paragraph: usize,
}

/// How many captions, teasers or posts in a row a quotation may go on after.
const INTERRUPTIONS: usize = 4;

/// Finds the quoted words of `paragraphs`, in order. Linear in their length.
pub(super) fn quoted(text: &str, paragraphs: &[Span]) -> Vec<Quoted> {
    let mut found: Vec<Quoted> = Vec::new();
    let mut left_open = None;
    for (paragraph, &span) in paragraphs.iter().enumerate() {
        let marks = marks(text, span);
        if left_open.is_some() && marks.is_empty() && interrupts(span.of(text)) {
            continue;
        }
        let next = paragraphs
            .iter()
            .skip(paragraph + 1)
            .take(INTERRUPTIONS + 1)
            .find(|next| !interrupts(next.of(text)))
            .and_then(|next| first_family(text, *next));
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

/// Turns the readings into quoted words; answers the family of a mark that the paragraph leaves open.
fn collect(
    text: &str,
    within: Span,
    paragraph: usize,
    marks: &[Mark],
    readings: &[Reading],
    found: &mut Vec<Quoted>,
) -> Option<Family> {
    // The marks that are open, each with what has been found inside and whether it goes on from another.
    let mut open: Vec<(Mark, Vec<Quoted>, bool)> = Vec::new();
    let finish = |(first, nested, continues): (Mark, Vec<Quoted>, bool), end: usize, closing: usize| {
        let closed = closing > 0;
        let span = Span::new(first.span.start, end).trimmed(text);
        let words = Span::new(first.span.end, span.end.saturating_sub(closing)).trimmed(text);
        let quoted = Quoted { span, words, closed, continues, nested, paragraph };
        (!words.is_empty()).then_some(quoted)
    };
    for (mark, reading) in marks.iter().zip(readings) {
        if matches!(reading, Reading::Close | Reading::Reopen)
            && let Some(first) = open.pop()
        {
            let closes = *reading == Reading::Close;
            let (end, closing) = if closes { (mark.span.end, mark.span.len()) } else { (mark.span.start, 0) };
            let outside = open.last_mut().map_or(&mut *found, |(_, nested, _)| nested);
            outside.extend(finish(first, end, closing));
        }
        if matches!(reading, Reading::Open | Reading::Reopen) {
            open.push((*mark, Vec::new(), *reading == Reading::Reopen && mark.run_on));
        }
    }
    // What is still open inside it ends with it, and is not told apart from it.
    let outer = open.into_iter().next()?;
    let family = outer.0.family;
    found.extend(finish(outer, within.end, 0));
    Some(family)
}

#[cfg(test)]
mod tests {
    use super::*;
    use gloss_text::blocks;
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
        check("⟦»Wir waren es«⟧, sagte er.");
        check("⟦″We did it,″⟧ he said.");
        check("彼は⟦「そうだ」⟧と言った。");
        check("⟦``We did `it' ourselves,''⟧ he said. ⟦``It's ours.''⟧");
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("The IOPC's move, the jurors' verdict and the '90s.");
        check("The bakers’ and the brewers’ guilds don’t agree.");
        check("Give 'em time: it's rock 'n' roll.");
        check("He said so on the BBC 's ⟦'Today'⟧ show.");
        check("She said: ⟦'It was rock 'n' roll. 'Twas 'em who drove an '07 Camry.'⟧");
        check("She said: ⟦‘It was the ’60s, rock ’n’ roll and all. ’Twas fun.’⟧ He laughed.");
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
        assert_eq!(
            found[0].nested.iter().map(|nested| nested.span.of(text)).collect::<Vec<_>>(),
            ["‘never again’"]
        );
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
        check("He said: ⟦“First, then ⟧!⟦“for ever.”⟧".replace(" ⟧!", "⟧! ").as_str());
    }

    #[test]
    fn paragraphs_run_together() {
        check("He said: ⟦“First.⟧! +⟦“Second.”⟧");
        check(
            "He added: ⟦'They never heard of her.⟧! +⟦'And no title such as 'Ladyship'.⟧! +⟦'She lied.'⟧ It rose.",
        );
        check("He said ⟦'no.'⟧ ⟦'Then I left,'⟧ he said.");
        check("⟦“It is late.”⟧ ⟦“We know.”⟧");
    }

    #[test]
    fn interruptions_by_teasers_and_posts() {
        check("He said: ⟦“We act now.⟧!\nTurkey may be next\n+⟦“You must stay in.”⟧");
        check("It said: ⟦“He is great.⟧!\n— Barton (@Barton) May 20, 2019\n+⟦“He has won.”⟧");
        check("He said: ⟦“We act now.⟧!\nAnn Lee at home. Photograph: Tom Roe/AP\n+⟦“You must stay in.”⟧");
        check("He said: ⟦“We act now.⟧!\nShe left for home.\n⟦“You must stay in,”⟧ she said.");
    }

    #[test]
    fn two_single_marks_for_a_double_one() {
        check("⟦“It was an attempt to fool us,’’⟧ he said. It has ⟦“no role’’⟧ here.");
        check("⟦“We did it,''⟧ he said.");
        check("⟦‘‘We did it,’’⟧ he said.");
        check("⟦‘He told us: ‘It is ours.’’⟧ It was.");
    }

    #[test]
    fn two_straight_single_marks_on_either_side() {
        check("⟦''We did it,''⟧ Ms. Roe said. ⟦''It isn't the clerks' fault.''⟧ She left.");
        check("The mill ⟦''may close by May,''⟧ she wrote: ⟦''He called it 'home' and 'our mill.'''⟧");
        check("⟦''First, it's ours.⟧!\n+⟦''Then it was theirs,''⟧ she said.");
        check("⟦'He said: 'It is ours.''⟧ It was.");
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
                prop_assert!(quoted.nested.iter().all(|nested| quoted.words.contains(nested.span)));
                at = quoted.span.end;
            }
        }
    }
}
