//! A passage as it is drawn: its words, with what is marked in them.

use gloss_text::Span;
use gloss_view::{Node, el};

/// What is marked within a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    /// Words that somebody says.
    Said,
    /// The words that tell who says it.
    Cue,
    /// Words that the other article has otherwise, or not at all.
    Differs,
    /// Who does it.
    Agent,
    /// The word that tells the deed.
    Deed,
}

impl Mark {
    const fn class(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::Cue => "cue",
            Self::Differs => "differs",
            Self::Agent => "agent",
            Self::Deed => "deed",
        }
    }

    /// Whether the mark is worth telling to those who do not see it.
    const fn tag(self) -> &'static str {
        match self {
            Self::Differs => "ins",
            Self::Agent | Self::Deed => "b",
            Self::Said | Self::Cue => "span",
        }
    }
}

/// The words of `span` with the parts of `marks` that lie in it. Marks may cross each other.
pub(crate) fn marked(text: &str, span: Span, marks: &[(Span, Mark)]) -> Vec<Node> {
    let inside: Vec<(Span, Mark)> =
        marks.iter().filter_map(|(of, mark)| Some((of.intersection(span)?, *mark))).collect();
    let mut cuts: Vec<usize> = inside.iter().flat_map(|(of, _)| [of.start, of.end]).collect();
    cuts.extend([span.start, span.end]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut nodes = Vec::new();
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        let piece = Span::new(start, end);
        let mut here: Vec<Mark> =
            inside.iter().filter(|(of, _)| of.contains(piece)).map(|(_, mark)| *mark).collect();
        here.sort_unstable();
        here.dedup();
        let words = piece.of(text);
        let Some(tag) = here.iter().map(|mark| mark.tag()).max_by_key(|tag| *tag != "span") else {
            nodes.push(words.into());
            continue;
        };
        let classes: Vec<&str> = here.iter().map(|mark| mark.class()).collect();
        nodes.push(el(tag).class(classes.join(" ")).text(words).into());
    }
    nodes
}

/// The part of `sentence` round `words`: a dozen words on each side.
pub(crate) fn around(text: &str, sentence: Span, words: Span) -> Span {
    const SIDE: usize = 12;
    let before = Span::new(sentence.start, words.start.max(sentence.start)).of(text);
    let after = Span::new(words.end.min(sentence.end), sentence.end).of(text);
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let start = before.split_whitespace().rev().take(SIDE).last().map_or(words.start, place);
    let end = after.split_whitespace().take(SIDE).last().map_or(words.end, |word| place(word) + word.len());
    Span::new(start.max(sentence.start), end.min(sentence.end).max(start))
}

/// How many words white space parts.
pub(crate) fn count_words(words: &str) -> usize {
    words.split_whitespace().count()
}

/// The first words, as many as a line holds.
pub(crate) fn first_words(words: &str, most: usize) -> String {
    let first: Vec<&str> = words.split_whitespace().take(most).collect();
    let cut = count_words(words) > most;
    format!("{}{}", first.join(" "), if cut { " …" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(marks: &[(Span, Mark)], expected: &str) {
        let html: String =
            marked("one two three", Span::new(4, 13), marks).iter().map(Node::to_html).collect();
        assert_eq!(html, expected);
    }

    #[test]
    fn marks_are_cut_to_the_passage_and_where_they_cross() {
        check(&[], "two three");
        check(
            &[(Span::new(0, 7), Mark::Said), (Span::new(6, 9), Mark::Differs)],
            "<span class=\"said\">tw</span><ins class=\"said differs\">o</ins><ins class=\"differs\"> t</ins>hree",
        );
        check(&[(Span::new(0, 3), Mark::Cue)], "two three");
    }

    #[test]
    fn words_are_shown_with_what_is_round_them() {
        let text = "a b c d e f g h i j k l m n o p on Monday q r.";
        let at = text.find("on Monday").unwrap();
        let around = around(text, Span::new(0, text.len()), Span::new(at, at + 9));
        assert_eq!(around.of(text), "e f g h i j k l m n o p on Monday q r.");
    }

    #[test]
    fn long_words_are_cut_after_a_whole_one() {
        assert_eq!(first_words("a b  c", 2), "a b …");
        assert_eq!(first_words(" a b ", 2), "a b");
    }
}
