use super::EntityKind;
use gloss_text::{Span, Token, TokenKind};
use std::ops::Range;

/// Names of an article while passes still change them, in tokens rather than bytes.
pub(super) struct Draft<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    /// For each token, whether a sentence begins with it.
    begins: Vec<bool>,
    /// For each token the kind and the range of the name that covers it.
    marks: Vec<Option<(EntityKind, Range<usize>)>>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(text: &'a str, tokens: Vec<Token>, sentences: &[Range<usize>]) -> Self {
        let mut begins = vec![false; tokens.len()];
        for range in sentences {
            if let Some(first) = begins.get_mut(range.start) {
                *first = true;
            }
        }
        let marks = vec![None; tokens.len()];
        Self { text, tokens, begins, marks }
    }

    /// The text of the token; empty after the last one.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map(|token| token.span.of(self.text)).unwrap_or_default()
    }

    /// The text of the token, or nothing if a sentence begins with it: what continues the sentence before it.
    pub(super) fn next_word(&self, at: usize) -> &'a str {
        if self.begins_sentence(at) { "" } else { self.word(at) }
    }

    pub(super) fn begins_sentence(&self, at: usize) -> bool {
        self.begins.get(at).copied().unwrap_or(true)
    }

    /// Whether no white space is before the token.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        match (at.checked_sub(1).and_then(|before| self.tokens.get(before)), self.tokens.get(at)) {
            (Some(before), Some(token)) => before.span.end == token.span.start,
            _ => false,
        }
    }

    /// A word that begins with a capital.
    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
            && self.word(at).starts_with(char::is_uppercase)
    }

    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        match (self.tokens.get(range.start), range.end.checked_sub(1).and_then(|last| self.tokens.get(last)))
        {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// The name that covers a token.
    pub(super) fn name_at(&self, at: usize) -> Option<&(EntityKind, Range<usize>)> {
        self.marks.get(at)?.as_ref()
    }

    /// Names a range; names that it touches go.
    pub(super) fn mark(&mut self, range: &Range<usize>, kind: EntityKind) {
        for at in range.clone() {
            if let Some((_, old)) = self.name_at(at).cloned() {
                self.unmark(&old);
            }
        }
        for mark in self.marks.get_mut(range.clone()).unwrap_or_default() {
            *mark = Some((kind, range.clone()));
        }
    }

    pub(super) fn unmark(&mut self, range: &Range<usize>) {
        for mark in self.marks.get_mut(range.clone()).unwrap_or_default() {
            *mark = None;
        }
    }

    /// All names in the order of the text.
    pub(super) fn names(&self) -> Vec<(EntityKind, Range<usize>)> {
        let starts = self.marks.iter().enumerate().filter_map(|(at, mark)| {
            let (kind, range) = mark.as_ref()?;
            (range.start == at).then(|| (*kind, range.clone()))
        });
        starts.collect()
    }
}
