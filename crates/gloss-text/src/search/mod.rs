//! Finding words in texts as readers type them: case, accents, and the typography of quotation marks, dashes
//! and spaces make no difference.

mod letters;

use crate::{Folded, Span};
use letters::{is_mark, write_plain};
use std::{cell::OnceCell, rc::Rc};

/// A text made ready to be searched, which costs about as much as reading it a few times; every search after
/// that takes time linear in the text, however the words repeat (two-way string matching), and allocates
/// nothing.
#[derive(Clone, Debug)]
pub struct Searchable(Folded<String>);

impl Searchable {
    /// Reads `text` once.
    pub fn new(text: &str) -> Self {
        Self(Folded::new(text, write_plain))
    }

    /// Where `text`, from which this was made, reads the words of `query`: spans that do not overlap, in order.
    /// A query of nothing but white space is nowhere.
    pub fn find<'a>(&'a self, text: &'a str, query: &'a Query) -> impl Iterator<Item = Span> + 'a {
        let sought = query.0.as_str();
        let places = (!sought.trim().is_empty()).then(|| self.0.form.match_indices(sought));
        places.into_iter().flatten().filter_map(move |(start, _)| {
            let end = start + sought.len();
            // Half of a "ß" is no "s".
            let whole = self.0.is_boundary(start) && self.0.is_boundary(end);
            whole.then(|| with_marks(text, self.0.span(text, start, end)))
        })
    }

    /// Whether the text reads the words of `query` anywhere.
    pub fn contains(&self, query: &Query) -> bool {
        self.0.form.contains(&query.0)
    }
}

/// Words to look for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(String);

impl Query {
    /// Takes the words as a reader types them.
    pub fn new(words: &str) -> Self {
        Self(fold(words))
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
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
