//! An article as it is compared: its words, numbered, and its sentences.

use crate::{
    designations::Row,
    passage::{ArticleIndex, Passage},
    words::{Vocabulary, WordId},
};
use gloss_analysis::Analysis;
use gloss_text::{Article, Span, TokenKind, sentences, tokens};
use std::ops::Range;

/// One word and where it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) id: WordId,
    pub(crate) span: Span,
    /// Whether it lies between quotation marks.
    pub(crate) quoted: bool,
}

/// One sentence, and which of the article's words are its own.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    pub(crate) span: Span,
    pub(crate) words: Range<usize>,
}

/// An article, read once for all comparisons. Page furniture is left out.
pub(crate) struct Prepared<'a> {
    pub(crate) index: ArticleIndex,
    pub(crate) article: &'a Article,
    pub(crate) analysis: &'a Analysis,
    pub(crate) words: Vec<Word>,
    pub(crate) sentences: Vec<Sentence>,
    /// The tokens of each sentence.
    pub(crate) rows: Vec<Row>,
}

impl<'a> Prepared<'a> {
    /// Reads one article.
    pub(crate) fn new(
        index: ArticleIndex,
        article: &'a Article,
        analysis: &'a Analysis,
        vocabulary: &mut Vocabulary,
    ) -> Self {
        let text = article.text();
        let mut quoted: Vec<Span> =
            analysis.quotations.iter().flat_map(|quotation| quotation.segments.iter().copied()).collect();
        quoted.sort_unstable();
        let mut quoted = quoted.into_iter().peekable();
        let (mut words, mut all, mut rows) = (Vec::new(), Vec::new(), Vec::new());
        for block in article.document.prose() {
            for span in sentences(text, block.span) {
                let first = words.len();
                let mut row = Row::default();
                for token in tokens(span.of(text)) {
                    let letters = token.span.of(span.of(text));
                    let id = vocabulary.number(letters);
                    let span = Span::new(span.start + token.span.start, span.start + token.span.end);
                    row.push(span, token.kind, letters, vocabulary.shared(id));
                    if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                        continue;
                    }
                    while quoted.next_if(|segment| segment.end <= span.start).is_some() {}
                    let quoted = quoted.peek().is_some_and(|segment| segment.start <= span.start);
                    words.push(Word { id, span, quoted });
                }
                if words.len() > first {
                    all.push(Sentence { span, words: first..words.len() });
                    rows.push(row);
                }
            }
        }
        Self { index, article, analysis, words, sentences: all, rows }
    }

    pub(crate) fn text(&self) -> &'a str {
        self.article.text()
    }

    pub(crate) fn passage(&self, span: Span) -> Passage {
        Passage { article: self.index, span }
    }

    /// The words that begin within `span`, as a range of indices.
    pub(crate) fn words_in(&self, span: Span) -> Range<usize> {
        let start = self.words.partition_point(|word| word.span.start < span.start);
        let end = self.words.partition_point(|word| word.span.start < span.end);
        start..end.max(start)
    }

    /// The sentence that holds the byte offset `at`, if it is in one.
    pub(crate) fn sentence_at(&self, at: usize) -> Option<&Sentence> {
        let next = self.sentences.partition_point(|sentence| sentence.span.start <= at);
        let sentence = self.sentences.get(next.checked_sub(1)?)?;
        (at < sentence.span.end).then_some(sentence)
    }

    pub(crate) fn ids(&self, range: &Range<usize>) -> Vec<WordId> {
        self.words.get(range.clone()).unwrap_or_default().iter().map(|word| word.id).collect()
    }
}
