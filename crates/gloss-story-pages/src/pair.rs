//! Two passages side by side: what differs, and how the two are kept together.

use crate::{
    page::button,
    text::{Mark, marked},
    words,
};
use gloss_notes::{Annotation, AnnotationId, Colour, Motivation, Target, Timestamp};
use gloss_text::{Article, Span, diff::diff};
use gloss_view::{Element, Node, el};
use std::{collections::HashMap, rc::Rc};

/// One of the two.
#[derive(Clone)]
pub(crate) struct Side {
    pub(crate) article: Rc<Article>,
    pub(crate) span: Span,
    /// What is said between quotation marks in it.
    pub(crate) said: Vec<Span>,
}

/// Two passages, and how they are to each other.
#[derive(Clone)]
pub(crate) struct Pair {
    pub(crate) sides: [Side; 2],
}

/// What a reader keeps two passages as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    SameClaim,
    Contradicts,
    LeftOut,
    Words(String),
}

impl Kept {
    /// Those of one key each, with the key.
    pub(crate) const KEYS: [(&'static str, Self); 3] =
        [("k", Self::SameClaim), ("c", Self::Contradicts), ("l", Self::LeftOut)];

    pub(crate) fn words(&self) -> &str {
        match self {
            Self::SameClaim => words::SAME_CLAIM,
            Self::Contradicts => words::CONTRADICTS,
            Self::LeftOut => words::LEFT_OUT,
            Self::Words(words) => words,
        }
    }
}

impl Side {
    pub(crate) fn text(&self) -> &str {
        self.span.of(self.article.text())
    }

    /// The words without case and marks, and where they are.
    fn words(&self) -> Vec<(String, Span)> {
        let text = self.article.text();
        let place = |word: &str| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            Span::new(start, start + word.len())
        };
        let all =
            self.text().split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        all.filter(|word| !word.is_empty())
            .map(|word| (word.to_lowercase().replace('’', "'"), place(word)))
            .collect()
    }
}

impl Pair {
    /// Where the two differ, in the words of each.
    fn changes(&self) -> [Vec<Span>; 2] {
        let sides = [0, 1].map(|at: usize| self.sides[at].words());
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        let rows = [0, 1].map(|at: usize| {
            let words = sides[at].iter().map(|(word, _)| word.as_str());
            words
                .map(|word| {
                    let next = numbers.len();
                    *numbers.entry(word).or_insert(next)
                })
                .collect::<Vec<usize>>()
        });
        let edits = diff(&rows[0], &rows[1]);
        let spans = |at: usize, range: &std::ops::Range<usize>| {
            let words = sides[at].get(range.clone()).unwrap_or_default();
            words.first().zip(words.last()).map(|(first, last)| Span::new(first.1.start, last.1.end))
        };
        [
            edits.iter().filter_map(|edit| spans(0, &edit.from)).collect(),
            edits.iter().filter_map(|edit| spans(1, &edit.to)).collect(),
        ]
    }

    /// Whether both have the same words.
    pub(crate) fn is_identical(&self) -> bool {
        self.changes().iter().all(Vec::is_empty)
    }

    /// Whether somebody is quoted in either.
    pub(crate) fn is_quoted(&self) -> bool {
        self.sides.iter().any(|side| !side.said.is_empty())
    }

    /// The two as one annotation with two targets.
    pub(crate) fn annotation(&self, kept: &Kept, id: &str, now: Timestamp) -> Option<Annotation> {
        Some(Annotation {
            id: AnnotationId::new(id)?,
            targets: self.sides.iter().map(|side| Target::describe(&side.article, side.span)).collect(),
            motivation: Motivation::Linking,
            colour: Colour::default(),
            note: kept.words().to_owned(),
            tags: Vec::new(),
            correction: None,
            replies_to: None,
            created: now,
            modified: now,
        })
    }

    /// What the reader has kept the two as already.
    fn kept_as<'a>(&self, annotations: &'a [Annotation]) -> Option<&'a str> {
        let has = |annotation: &Annotation, side: &Side| {
            let mut targets = annotation.targets.iter();
            targets.any(|target| target.article == side.article.id && target.quote.exact == side.text())
        };
        let kept = annotations.iter().find(|one| self.sides.iter().all(|side| has(one, side)));
        kept.map(|one| one.note.as_str())
    }

    /// Draws the pair as a row, which is number `number` of its page and has the focus for its keys.
    pub(crate) fn draw(&self, number: usize, relation: Element, annotations: &[Annotation]) -> Element {
        let changes = self.changes();
        let side = |at: usize| {
            let side = &self.sides[at];
            let mut marks: Vec<(Span, Mark)> = side.said.iter().map(|said| (*said, Mark::Said)).collect();
            marks.extend(changes[at].iter().map(|change| (*change, Mark::Differs)));
            let address = crate::told::address(&side.article, side.span);
            let shown = marked(side.article.text(), side.span, &marks);
            el("p").class("side").child(el("a").attr("href", address).children(shown))
        };
        let keys: Vec<&str> = Kept::KEYS.iter().map(|(key, _)| *key).collect();
        let pair = el("div")
            .class("pair")
            .attr("id", format!("pair-{number}"))
            .attr("tabindex", "0")
            .attr("role", "group")
            .attr("aria-label", words::pair(number + 1))
            .attr("data-keys", keys.join(" "))
            .on(format!("keep:key:{number}"))
            .child(side(0))
            .child(relation)
            .child(side(1));
        let buttons = Kept::KEYS
            .iter()
            .map(|(key, kept)| button(format!("keep:{key}:{number}"), words::with_key(kept.words(), key)));
        let own = el("form")
            .on(format!("keep:words:{number}"))
            .child(
                el("label")
                    .text(words::OWN_WORDS)
                    .child(el("input").attr("type", "text").on(format!("words:{number}"))),
            )
            .child(el("button").attr("type", "submit").class("word").text(words::KEEP));
        let kept = self.kept_as(annotations);
        el("div").class("row").key(format!("pair-{number}")).child(pair).child(match kept {
            Some(kept) => Node::from(el("p").class("kept").text(words::kept_as(kept))),
            None => el("details")
                .class("keep")
                .child(el("summary").text(words::KEEP_PAIR))
                .child(el("div").class("choices").children(buttons).child(own))
                .into(),
        })
    }
}

/// A sign for the eye, with what it means below it.
pub(crate) fn relation(sign: &str, name: &str, about: &str) -> Element {
    el("div")
        .class("relation")
        .child(el("span").attr("aria-hidden", "true").text(sign))
        .child(el("b").text(name))
        .child(el("small").text(about))
}
