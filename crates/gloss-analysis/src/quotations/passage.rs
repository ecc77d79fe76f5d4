//! An article's prose as a row of words in which each quotation is one item, cut into sentences.

use super::{
    interruption::interrupts,
    lexicon::{Class, Form, Report, class, is_deed, is_reporting_noun},
    marks::Quoted,
};
use gloss_text::{Span, TokenKind, is_abbreviation, tokens};
use std::ops::Range;

/// The longest subject that a verb is told from a noun by, in items.
const PHRASE: usize = 8;

/// How many captions and the like may lie between two sentences that belong together.
const INTERRUPTIONS: usize = 5;

/// One word, sign or whole quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub(super) span: Span,
    pub(super) kind: ItemKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ItemKind {
    Word(Class),
    Number,
    Possessive,
    Sign(char),
    /// Index of the quotation.
    Quoted(usize),
}

/// A sentence of the article's own; words between marks belong to the sentence around them.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    pub(super) items: Range<usize>,
    /// Index of its paragraph.
    pub(super) paragraph: usize,
    /// How many paragraphs up to its own interrupt the prose.
    interruptions: usize,
    /// Whether its own does.
    interrupts: bool,
}

/// All paragraphs of an article.
#[derive(Clone, Debug, Default)]
pub(super) struct Passage {
    pub(super) items: Vec<Item>,
    pub(super) sentences: Vec<Sentence>,
}

impl Passage {
    /// Reads `paragraphs`, of which `quoted` are the quotations.
    pub(super) fn read(text: &str, paragraphs: &[Span], quoted: &[Quoted]) -> Self {
        let mut passage = Self::default();
        let mut next = quoted.iter().enumerate().peekable();
        let mut interruptions = 0;
        for (paragraph, span) in paragraphs.iter().enumerate() {
            let own = interrupts(span.of(text));
            interruptions += usize::from(own);
            let first = passage.items.len();
            let mut at = span.start;
            while let Some((index, quotation)) = next.next_if(|(_, quoted)| quoted.paragraph == paragraph) {
                passage.words(text, Span::new(at, quotation.span.start));
                passage.items.push(Item { span: quotation.span, kind: ItemKind::Quoted(index) });
                at = quotation.span.end;
            }
            passage.words(text, Span::new(at, span.end));
            let sentence = Sentence { items: 0..0, paragraph, interruptions, interrupts: own };
            passage.cut(text, &sentence, first, quoted);
        }
        passage
    }

    fn words(&mut self, text: &str, within: Span) {
        for token in tokens(within.of(text)) {
            let span = Span::new(within.start + token.span.start, within.start + token.span.end);
            let kind = match token.kind {
                TokenKind::Word => ItemKind::Word(Class::Common),
                TokenKind::Number => ItemKind::Number,
                TokenKind::Possessive => ItemKind::Possessive,
                TokenKind::Sign => ItemKind::Sign(span.of(text).chars().next().unwrap_or(' ')),
            };
            self.items.push(Item { span, kind });
        }
    }

    /// Cuts the items from `first` on into sentences and classes their words.
    fn cut(&mut self, text: &str, like: &Sentence, first: usize, quoted: &[Quoted]) {
        let mut start = first;
        for at in first..self.items.len() {
            if matches!(self.items.get(at), Some(Item { kind: ItemKind::Word(_), .. })) {
                let class = self.classify(text, at, at == start);
                if let Some(item) = self.items.get_mut(at) {
                    item.kind = ItemKind::Word(class);
                }
            }
            if at + 1 == self.items.len() || self.ends_sentence(text, at, quoted) {
                self.sentences.push(Sentence { items: start..at + 1, ..like.clone() });
                start = at + 1;
            }
        }
    }

    fn classify(&self, text: &str, at: usize, first: bool) -> Class {
        let word = self.word(text, at);
        let class = class(word, first);
        // "43-year-old", "a year-long wait"
        if class == Class::Time && (self.is_hyphen(at + 1) || at > 0 && self.is_hyphen(at - 1)) {
            return Class::Common;
        }
        let before = at.checked_sub(1).and_then(|before| self.items.get(before)).map(|item| item.kind);
        match class {
            // "the reports", "Blake's call", "in comments", but "to say", "an officer shouts"
            Class::Cue(report, form @ (Form::Base | Form::Present))
                if !first
                    && (self.begins_noun(text, at)
                        || form == Form::Present && self.word(text, at - 1) == "to")
                    && !matches!(word, "says" | "say" | "tells" | "writes") =>
            {
                let past = word == "read";
                if (past || form == Form::Present && report == Report::Speech)
                    && self.is_predicate(text, at, report)
                {
                    Class::Cue(report, if past { Form::Past } else { form })
                } else {
                    Class::Common
                }
            }
            // "the Times report", "a New York judge"
            Class::Cue(_, Form::Base)
                if before == Some(ItemKind::Word(Class::Name))
                    && word != "say"
                    && word != "read"
                    && !self.word(text, at - 1).ends_with('s')
                    && !(at > 1 && self.word(text, at - 2) == "and")
                    && !self.is_perceived(text, at) =>
            {
                Class::Common
            }
            // "a written statement"
            Class::Cue(_, Form::Past) if before == Some(ItemKind::Word(Class::Determiner)) => Class::Common,
            // "he gushed", "Blake took"
            Class::Common if deed(word, before) => Class::Cue(Report::Deed, Form::Past),
            class => class,
        }
    }

    fn is_hyphen(&self, at: usize) -> bool {
        let (Some(item), Some(before)) =
            (self.items.get(at), at.checked_sub(1).and_then(|at| self.items.get(at)))
        else {
            return false;
        };
        item.kind == ItemKind::Sign('-') && before.span.end == item.span.start
    }

    /// Whether the name before an item is whom somebody heard or saw: "heard Colin Stamp describe".
    fn is_perceived(&self, text: &str, at: usize) -> bool {
        (at.saturating_sub(PHRASE)..at)
            .rev()
            .find(|&before| self.class(before) != Some(Class::Name))
            .is_some_and(|verb| matches!(self.word(text, verb), "heard" | "hear" | "saw" | "watched"))
    }

    /// Whether a word after a noun is its verb: "“Stop!” an officer shouts.", "The notice reads: “…”". A noun of
    /// the same letters ("the reports") is followed by more of its phrase.
    fn is_predicate(&self, text: &str, at: usize, report: Report) -> bool {
        let phrase = |at: &usize| match self.kind(*at) {
            Some(ItemKind::Word(Class::Common | Class::Name | Class::Determiner)) => true,
            Some(ItemKind::Word(Class::Preposition)) => matches!(self.word(text, *at), "of" | "for"),
            kind => matches!(kind, Some(ItemKind::Number | ItemKind::Possessive | ItemKind::Sign('-'))),
        };
        let low = at.saturating_sub(PHRASE);
        let begins = (low..at).rev().take_while(phrase).last().unwrap_or(at);
        let quotation = |at: usize| matches!(self.kind(at), Some(ItemKind::Quoted(_)));
        let spoken = begins > 0
            && (quotation(begins - 1)
                || self.is_sign(begins - 1, ',') && begins > 1 && quotation(begins - 2));
        let determined = (begins..at).any(|at| {
            self.class(at) == Some(Class::Determiner) || self.kind(at) == Some(ItemKind::Possessive)
        });
        // "The report notes that …"
        let noun = matches!(self.class(at - 1), Some(Class::Common | Class::Name));
        if noun && determined && matches!(self.word(text, at + 1), "that" | "how") && begins + 1 < at {
            return true;
        }
        let next = match self.items.get(at + 1).map(|item| item.kind) {
            Some(ItemKind::Word(_)) => match class(self.word(text, at + 1), false) {
                Class::Preposition
                | Class::Adverb
                | Class::Time
                | Class::Conjunction
                | Class::Subordinator
                | Class::Determiner
                | Class::Pronoun => '.',
                _ => 'n',
            },
            Some(ItemKind::Sign(sign)) => sign,
            _ => '.',
        };
        match next {
            _ if report != Report::Speech => false,
            ':' => determined && !is_reporting_noun(self.word(text, at)),
            '.' | ',' | ';' | '!' | '?' => spoken && determined,
            _ => false,
        }
    }

    /// Whether the item before a word makes it a noun rather than a verb.
    fn begins_noun(&self, text: &str, at: usize) -> bool {
        match at.checked_sub(1).and_then(|before| self.kind(before)) {
            Some(
                ItemKind::Possessive | ItemKind::Number | ItemKind::Word(Class::Determiner | Class::Common),
            ) => true,
            Some(ItemKind::Word(Class::Preposition)) => !self.word(text, at - 1).eq_ignore_ascii_case("to"),
            _ => false,
        }
    }

    fn ends_sentence(&self, text: &str, at: usize, quoted: &[Quoted]) -> bool {
        let (Some(item), Some(next)) = (self.items.get(at), self.items.get(at + 1)) else { return true };
        let begins = match next.kind {
            ItemKind::Word(_) => !next.span.of(text).starts_with(char::is_lowercase),
            ItemKind::Number | ItemKind::Quoted(_) => true,
            ItemKind::Possessive => false,
            ItemKind::Sign(c) => matches!(c, '(' | '[' | '…' | '$' | '£' | '€' | '@' | '#'),
        };
        match item.kind {
            ItemKind::Sign('.') => {
                begins
                    && item.span.end < next.span.start
                    && !(at > 0
                        && self.items.get(at - 1).is_some_and(|before| before.span.end == item.span.start)
                        && is_abbreviation(self.word(text, at - 1)))
            }
            ItemKind::Sign('!' | '?' | '…') => begins,
            ItemKind::Quoted(index) => {
                let words = quoted.get(index).map(|quoted| quoted.words.of(text)).unwrap_or_default();
                match words.chars().next_back() {
                    Some('.' | '…') => begins,
                    // "Why?" Blake asked.
                    Some('!' | '?') => begins && !self.cue_near(text, at + 1),
                    _ => matches!(next.kind, ItemKind::Quoted(_)) && words.ends_with([')', ']']),
                }
            }
            _ => false,
        }
    }

    /// Whether a reporting verb follows before any stop, within the eight items from `at`.
    fn cue_near(&self, text: &str, at: usize) -> bool {
        self.items
            .iter()
            .skip(at)
            .take(8)
            .take_while(|item| !matches!(item.kind, ItemKind::Sign('.' | '!' | '?') | ItemKind::Quoted(_)))
            .any(|item| {
                matches!(item.kind, ItemKind::Word(_))
                    && matches!(class(item.span.of(text), false), Class::Cue(..))
            })
    }

    /// The sentence before the one at `index`, captions and the like passed over.
    pub(super) fn before(&self, index: usize) -> Option<usize> {
        (index.saturating_sub(INTERRUPTIONS)..index)
            .rev()
            .find(|&at| self.sentences.get(at).is_some_and(|sentence| !sentence.interrupts))
    }

    /// How many paragraphs lie between two sentences, captions and the like not counted: none within one paragraph,
    /// one from a paragraph to the next.
    pub(super) fn apart(&self, first: usize, second: usize) -> usize {
        let (Some(first), Some(second)) = (self.sentences.get(first), self.sentences.get(second)) else {
            return usize::MAX;
        };
        if first.paragraph == second.paragraph {
            return 0;
        }
        let between = second.interruptions - usize::from(second.interrupts) - first.interruptions;
        (second.paragraph - first.paragraph).saturating_sub(between)
    }

    /// The item's words in the text.
    pub(super) fn word<'t>(&self, text: &'t str, at: usize) -> &'t str {
        self.items.get(at).map(|item| item.span.of(text)).unwrap_or_default()
    }

    /// The item's kind.
    pub(super) fn kind(&self, at: usize) -> Option<ItemKind> {
        self.items.get(at).map(|item| item.kind)
    }

    /// The word's class, where the item is a word.
    pub(super) fn class(&self, at: usize) -> Option<Class> {
        match self.kind(at)? {
            ItemKind::Word(class) => Some(class),
            _ => None,
        }
    }

    /// Whether the item is this sign.
    pub(super) fn is_sign(&self, at: usize, sign: char) -> bool {
        self.kind(at) == Some(ItemKind::Sign(sign))
    }

    /// The text that a range of items covers.
    pub(super) fn span(&self, items: &Range<usize>) -> Span {
        match (self.items.get(items.start), items.end.checked_sub(1).and_then(|last| self.items.get(last))) {
            (Some(first), Some(last)) if items.start < items.end => {
                Span::new(first.span.start, last.span.end)
            }
            _ => Span::default(),
        }
    }
}

/// Whether a word may be a verb after the item `before`.
fn deed(word: &str, before: Option<ItemKind>) -> bool {
    match before {
        Some(ItemKind::Word(Class::Pronoun)) => !word.ends_with("ing"),
        Some(
            ItemKind::Word(
                Class::Name | Class::Common | Class::Relative | Class::Conjunction | Class::Adverb,
            )
            | ItemKind::Sign(',' | ')'),
        ) => is_deed(word),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotations::marks::quoted;
    use gloss_text::blocks;

    #[track_caller]
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let paragraphs: Vec<Span> = blocks(&text).iter().map(|block| block.span).collect();
        let passage = Passage::read(&text, &paragraphs, &quoted(&text, &paragraphs));
        let found: Vec<&str> =
            passage.sentences.iter().map(|sentence| passage.span(&sentence.items).of(&text)).collect();
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn quoted_words_belong_to_the_sentence_around_them() {
        check("“It is. We know it,” she said.| “We do.”| Then Mr. Blake left.");
        check("“Why?” Mr Blake asked.| “How?”| Nobody knew.");
        check("He called it “a shame.”| The U.S. embassy did not.");
    }
}
