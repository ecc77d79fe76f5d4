//! Names as the words by which they are compared.

use super::{draft::Draft, persons};
use std::ops::Range;

/// Bearers of one name that are looked at; with more of them nobody could say which one is meant.
pub(super) const BEARERS: usize = 8;

/// The words of a name, without stops and without a nickname between quotation marks.
pub(super) fn words<'a>(draft: &Draft<'a>, range: &Range<usize>) -> Vec<&'a str> {
    let is_mark = |at: &usize| persons::is_quotation_mark(draft.word(*at));
    let nickname = match (range.clone().find(is_mark), range.clone().rfind(is_mark)) {
        (Some(open), Some(close)) => open..close + 1,
        _ => range.end..range.end,
    };
    let words = range.clone().filter(|at| !nickname.contains(at)).map(|at| draft.word(at));
    words.filter(|word| *word != ".").collect()
}

/// In small letters, with straight apostrophes and without accents: "Hernández" is Hernandez.
pub(super) fn fold(name: &str) -> String {
    gloss_text::search::plain(name).replace('’', "'")
}
