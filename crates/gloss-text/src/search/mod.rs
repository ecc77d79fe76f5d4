//! Finding words in texts as readers type them: case, accents, and the typography of quotation marks, dashes
//! and spaces make no difference.

mod letters;

use crate::{Folded, Span, sort_by_key};
pub use letters::plain;
use letters::{is_mark, write_plain};
use std::{cell::OnceCell, cmp::Reverse, rc::Rc};

/// More words than this are sought in a row only, so that a search takes time linear in the text.
const MOST_APART: usize = 8;

/// A text made ready to be searched, which costs about as much as reading it a few times; every search after
/// that takes time linear in the text, however the words repeat (two-way string matching).
#[derive(Clone, Debug)]
pub struct Searchable(Folded<String>);

impl Searchable {
    /// Reads `text` once.
    pub fn new(text: &str) -> Self {
        Self(Folded::new(text, write_plain))
    }

    /// Where `text`, from which this was made, reads `query`: spans that do not overlap, in order. Where it does not read
    /// the words in a row, these are the places of each, in the lines that have them all or, if none has, everywhere.
    /// A query of nothing but white space is nowhere.
    pub fn find(&self, text: &str, query: &Query) -> Vec<Span> {
        let row: Vec<Span> =
            self.places(&query.row).map(|start| self.span(text, start, &query.row)).collect();
        if !row.is_empty() || !self.contains(query) {
            return row;
        }
        let mut hits: Vec<(Span, usize)> = Vec::new();
        for (number, word) in query.apart.iter().enumerate() {
            hits.extend(self.places_apart(word).map(|start| (self.span(text, start, word), 1 << number)));
        }
        sort_by_key(&mut hits, |(span, _)| (span.start, Reverse(span.end)));
        let mut end = 0;
        let is_new_line =
            |a: &(Span, usize), b: &(Span, usize)| Span::new(a.0.start, b.0.start).of(text).contains('\n');
        let words_of = |line: &[(Span, usize)]| line.iter().fold(0, |all, (_, word)| all | word);
        let all = (1 << query.apart.len()) - 1;
        let lines = || hits.chunk_by(|a, b| !is_new_line(a, b));
        let any = lines().any(|line| words_of(line) == all);
        let lines = lines().filter(|line| !any || words_of(line) == all);
        let spans = lines.flatten().map(|(span, _)| *span);
        let is_free = |span: &Span| {
            let is_free = span.start >= end;
            end = if is_free { span.end } else { end };
            is_free
        };
        spans.filter(is_free).collect()
    }

    /// Whether the text reads the words of `query` in a row, or each of them anywhere.
    pub fn contains(&self, query: &Query) -> bool {
        let apart = &query.apart;
        self.0.form.contains(&query.row)
            || (!apart.is_empty() && apart.iter().all(|word| self.places_apart(word).next().is_some()))
    }

    /// Where the form reads `sought`. Half of a "ß" is no "s".
    fn places<'a>(&'a self, sought: &'a str) -> impl Iterator<Item = usize> + 'a {
        let places = (!sought.trim().is_empty()).then(|| self.0.form.match_indices(sought));
        let is_whole =
            |start: &usize| self.0.is_boundary(*start) && self.0.is_boundary(*start + sought.len());
        places.into_iter().flatten().map(|(start, _)| start).filter(is_whole)
    }

    /// As [`places`](Self::places), but one in Latin letters only at the beginning of a word.
    fn places_apart<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        let is_latin = |c: char| c.is_ascii_alphanumeric();
        let begins = move |start: &usize| {
            let before = self.0.form.get(..*start).and_then(|before| before.chars().next_back());
            !word.starts_with(is_latin) || !before.is_some_and(is_latin)
        };
        self.places(word).filter(begins)
    }

    fn span(&self, text: &str, start: usize, sought: &str) -> Span {
        with_marks(text, self.0.span(text, start, start + sought.len()))
    }
}

/// Words to look for, in a row or apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// All of them, as a text reads them.
    row: String,
    /// Each word, and each phrase in quotation marks; empty where they are sought in a row only.
    apart: Vec<String>,
}

impl Query {
    /// Takes the words as a reader types them. What is in double quotation marks is sought in a row.
    pub fn new(words: &str) -> Self {
        let mut parts: Vec<&str> = Vec::new();
        let mut pieces = 0;
        for (at, piece) in words.split(['"', '“', '”', '„', '«', '»']).enumerate() {
            let is_phrase = at % 2 == 1;
            parts.extend(Some(piece.trim()).filter(|_| is_phrase));
            parts.extend(piece.split_whitespace().filter(|_| !is_phrase).take(MOST_APART + 1));
            pieces = at;
        }
        parts.retain(|part| !part.is_empty());
        parts.truncate(MOST_APART + 1);
        let mut apart: Vec<String> = parts.into_iter().map(fold).collect();
        apart.retain(|part| !part.trim().is_empty());
        if let ([phrase], 1..) = (&*apart, pieces) {
            return Self { row: phrase.clone(), apart: Vec::new() };
        }
        let row = fold(words);
        if apart.len() > MOST_APART || apart == [&*row] {
            apart.clear();
        }
        Self { row, apart }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.row.trim().is_empty()
    }
}

/// A text as it is compared: equal for two that a search does not tell apart.
pub fn fold(text: &str) -> String {
    Searchable::new(text).0.form
}

/// The searchable form of a text, made when it is first asked for and shared by all who hold a clone.
#[derive(Clone, Debug, Default)]
pub struct Prepared(Rc<OnceCell<Searchable>>);

impl Prepared {
    /// The form of `text`, which is to be the same text at every call.
    pub fn of(&self, text: &str) -> &Searchable {
        self.0.get_or_init(|| Searchable::new(text))
    }
}

/// It adds nothing to the text that it stands beside.
impl PartialEq for Prepared {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Prepared {}

/// The span with the accents that sit on its last letter.
fn with_marks(text: &str, span: Span) -> Span {
    let rest = text.get(span.end..).unwrap_or_default();
    let marks: usize = rest.chars().take_while(|c| is_mark(*c)).map(char::len_utf8).sum();
    Span::new(span.start, span.end + marks)
}

#[cfg(test)]
mod tests;
