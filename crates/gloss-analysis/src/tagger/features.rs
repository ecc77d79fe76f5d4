//! What the tagger looks at, the same in training and in reading: for each token a few rows of the embedding
//! table, and which tokens of the document are the same name.

use super::{
    hash::fingerprint,
    words::{BOOK, BOOKS, CLASSES, Words},
};
use gloss_text::{Span, Token, TokenKind, tokens};
use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

/// Rows that beginnings and endings of words share.
const AFFIXES: u32 = 4096;
/// Rows for shapes: twelve of them, at the beginning of a sentence or not, also in lower case or not.
const SHAPES: u32 = 48;
/// Rows for lists of names.
const LISTS: u32 = 6;

/// Where in the embedding table each kind of feature has its rows, and the words that have rows of their own.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// What is known of words from outside the training text.
    pub words: Words,
    /// Sorted fingerprints of the lower-case words that have a row of their own.
    pub vocabulary: Vec<u32>,
}

/// The tokens of a document and their features.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// All tokens of all sentences.
    pub tokens: Vec<Token>,
    /// The sentences as ranges of tokens.
    pub sentences: Vec<Range<usize>>,
    /// For each token the index of its form in `forms`.
    pub form_of: Vec<usize>,
    /// Rows of the embedding table for each distinct form: a spelling, at the beginning of a sentence or not.
    pub forms: Vec<Vec<u32>>,
    /// For each token the name-like word that it is a place of, the same number for all places of one word.
    pub name_of: Vec<Option<usize>>,
    /// How many such words there are.
    pub names: usize,
    /// For each token, whether it has a letter that is not a small one, as every name has.
    pub has_capital: Vec<bool>,
}

/// How many tokens beside one with a capital are read: as many as there are inside names, such as "of the".
const NEAR: usize = 2;

impl Document {
    /// The tokens that may be part of a name.
    pub fn near_names(&self) -> Vec<bool> {
        let mut near = vec![false; self.tokens.len()];
        for (at, _) in self.has_capital.iter().enumerate().filter(|(_, has)| **has) {
            let end = (at + NEAR + 1).min(near.len());
            near.get_mut(at.saturating_sub(NEAR)..end).unwrap_or_default().fill(true);
        }
        near
    }
}

impl Lexicon {
    /// The row of words without one of their own.
    pub const UNKNOWN: u32 = 0;

    /// First row of the code books.
    pub const fn codes(&self) -> u32 {
        self.vocabulary.len() as u32 + 1
    }

    const fn affixes(&self) -> u32 {
        self.codes() + (BOOKS * BOOK) as u32
    }

    const fn shapes(&self) -> u32 {
        self.affixes() + AFFIXES
    }

    const fn lists(&self) -> u32 {
        self.shapes() + SHAPES
    }

    const fn classes(&self) -> u32 {
        self.lists() + LISTS
    }

    /// How many rows there are.
    pub const fn rows(&self) -> usize {
        (self.classes() + (CLASSES * BOOK) as u32) as usize
    }

    /// The fingerprint of a lower-case word in the vocabulary.
    pub fn key(word: &str) -> u32 {
        fingerprint(1, word.as_bytes())
    }

    fn word_row(&self, folded: &str) -> u32 {
        self.vocabulary.binary_search(&Self::key(folded)).map_or(Self::UNKNOWN, |at| at as u32 + 1)
    }

    fn form_rows(&self, word: &str, folded: &str, initial: bool, also_lower: bool) -> Vec<u32> {
        let mut rows = vec![self.word_row(folded)];
        let shape = shape(word) * 4 + 2 * u32::from(initial) + u32::from(also_lower);
        rows.push(self.shapes() + shape);
        if let Some(known) = self.words.find(folded) {
            let codes = known.codes.iter().enumerate().filter(|_| known.is_coded());
            rows.extend(codes.map(|(book, code)| self.codes() + (book * BOOK) as u32 + u32::from(*code)));
            let classes = known.classes.iter().enumerate().filter(|_| known.is_classed());
            rows.extend(classes.map(|(at, class)| self.classes() + (at * BOOK) as u32 + u32::from(*class)));
            rows.extend((0..LISTS).filter(|bit| known.lists >> bit & 1 == 1).map(|bit| self.lists() + bit));
        }
        if folded.starts_with(char::is_alphabetic) {
            let ends: Vec<usize> = folded.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
            for length in 2..=4 {
                let affix = |kind, part: Option<&str>| {
                    part.map(|part| self.affixes() + fingerprint(kind, part.as_bytes()) % AFFIXES)
                };
                if ends.len() >= length {
                    let start = ends.len().checked_sub(length + 1).and_then(|at| ends.get(at)).copied();
                    rows.extend(affix(2, folded.get(start.unwrap_or(0)..)));
                    if length < 4 {
                        rows.extend(affix(3, ends.get(length - 1).and_then(|end| folded.get(..*end))));
                    }
                }
            }
        }
        rows
    }

    /// Reads the given sentences of `text`.
    pub fn document(&self, text: &str, sentences: &[Span]) -> Document {
        let mut document = Document::default();
        for sentence in sentences {
            let start = document.tokens.len();
            document.tokens.extend(tokens_of(text, *sentence));
            if document.tokens.len() > start {
                document.sentences.push(start..document.tokens.len());
            }
        }
        let lower: HashSet<&str> = document
            .tokens
            .iter()
            .map(|token| token.span.of(text))
            .filter(|word| word.starts_with(char::is_lowercase))
            .collect();
        let mut forms = HashMap::new();
        let mut names = HashMap::new();
        for range in &document.sentences {
            let mut initial = true;
            for token in document.tokens.get(range.clone()).unwrap_or_default() {
                let word = token.span.of(text);
                let next = document.forms.len();
                let form = *forms.entry((word, initial)).or_insert(next);
                if form == next {
                    let folded = word.to_lowercase();
                    let also_lower = word != folded && lower.contains(folded.as_str());
                    document.forms.push(self.form_rows(word, &folded, initial, also_lower));
                }
                document.form_of.push(form);
                document.has_capital.push(word.chars().any(|c| c.is_alphabetic() && !c.is_lowercase()));
                let is_name = token.kind == TokenKind::Word && word.starts_with(char::is_uppercase);
                let next = names.len();
                document.name_of.push(is_name.then(|| *names.entry(word).or_insert(next)));
                initial &= token.kind == TokenKind::Sign;
            }
        }
        document.names = names.len();
        document
    }
}

/// The tokens of one sentence, with spans of the whole text.
pub(crate) fn tokens_of(text: &str, sentence: Span) -> impl Iterator<Item = Token> + use<> {
    let tokens = tokens(sentence.of(text)).into_iter().map(move |token| Token {
        span: Span::new(sentence.start + token.span.start, sentence.start + token.span.end),
        ..token
    });
    let parts = tokens.map(|token| match run_on(token.span.of(text)) {
        Some(at) => {
            let middle = token.span.start + at;
            let part = |start, end| Some(Token { span: Span::new(start, end), ..token });
            [part(token.span.start, middle), part(middle, token.span.end)]
        }
        None => [Some(token), None],
    });
    parts.flatten().flatten().collect::<Vec<_>>().into_iter()
}

/// What a web page puts right after a name, where the space between is lost when its text is copied: "Ann Holm" and "Editor".
const RUN_ON: &[&str] = &[
    "Head",
    "Editor",
    "Director",
    "Secretary",
    "President",
    "Manager",
    "Reporter",
    "Journal",
    "PR",
    "CEO",
    "Staff",
    "Correspondent",
    "Writer",
    "Senior",
    "Published",
    "Updated",
    "Posted",
    "Managing",
    "Executive",
    "Deputy",
];

/// Where such a word begins in a token.
fn run_on(word: &str) -> Option<usize> {
    if word.len() < 5 || !word.starts_with(char::is_uppercase) {
        return None;
    }
    let tail = RUN_ON.iter().find(|tail| word.ends_with(**tail))?;
    let name = word.strip_suffix(tail)?;
    let lower = name.chars().skip(1).all(char::is_lowercase) && name.chars().count() > 2;
    lower.then_some(name.len())
}

/// How a word is written, as a number below twelve.
fn shape(word: &str) -> u32 {
    let mut letters = word.chars();
    let first = letters.next().unwrap_or(' ');
    let (mut upper, mut lower, mut digits, mut stops, mut count) = (0, 0, 0, 0, 0);
    for c in word.chars() {
        count += 1;
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
        digits += usize::from(c.is_numeric());
        stops += usize::from(c == '.');
    }
    match () {
        () if stops > 0 && upper > 0 => 0,
        () if digits == count => 1,
        () if digits > 0 && upper > 0 => 2,
        () if digits > 0 => 3,
        () if upper == 0 && lower > 0 => 4,
        () if upper == 1 && first.is_uppercase() && lower > 0 => 5,
        () if upper == 1 && count == 1 => 6,
        () if upper == count && count <= 3 => 7,
        () if upper == count => 8,
        () if upper > 0 && first.is_uppercase() => 9,
        () if upper > 0 => 10,
        () => 11,
    }
}
