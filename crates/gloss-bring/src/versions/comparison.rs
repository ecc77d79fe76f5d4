//! What differs between two texts, as a reader follows it: paragraph by paragraph and word by word.

use crate::shelf::prose;
use gloss_text::{Document, diff::diff};
use std::ops::Range;

/// Words between two changes that are too few to be read as unchanged.
const FEWEST: usize = 1;

/// Some words of a paragraph, in one text or in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Both,
    Earlier,
    Later,
}

/// One paragraph of both texts, or of one: stretches of words.
pub(super) type Row = Vec<(Side, String)>;

/// Two texts compared.
#[derive(Debug, Default)]
pub(super) struct Comparison {
    pub(super) rows: Vec<Row>,
    /// How many stretches differ.
    pub(super) changes: usize,
    pub(super) added: usize,
    pub(super) removed: usize,
}

/// The end of a paragraph among words.
const END: &str = "\n";

impl Comparison {
    /// Compares what two texts read without what web pages left in them.
    pub(super) fn new(earlier: &Document, later: &Document) -> Self {
        let (earlier, later) = (prose(earlier), prose(later));
        let (from, to): (Vec<&str>, Vec<&str>) = (earlier.lines().collect(), later.lines().collect());
        let mut comparison = Self::default();
        let mut at = 0;
        // Paragraphs first, so that one that came or went is not taken for a change of its neighbours.
        for edit in diff(&from, &to) {
            comparison.rows.extend(slice(&to, &(at..edit.to.start)).iter().map(|line| both(line)));
            comparison.compare(slice(&from, &edit.from), slice(&to, &edit.to));
            at = edit.to.end;
        }
        comparison.rows.extend(slice(&to, &(at..to.len())).iter().map(|line| both(line)));
        comparison.rows.retain(|row| !row.is_empty());
        comparison
    }

    /// Compares paragraphs that differ, word by word.
    fn compare(&mut self, from: &[&str], to: &[&str]) {
        let (from, to) = (words(from), words(to));
        self.rows.push(Row::new());
        let mut at = 0;
        for (from_words, to_words) in readable(diff(&from, &to)) {
            self.add(Side::Both, slice(&to, &(at..to_words.start)));
            let (gone, come) = (slice(&from, &from_words), slice(&to, &to_words));
            self.changes += 1;
            self.removed += count(gone);
            self.added += count(come);
            self.add(Side::Earlier, gone);
            self.add(Side::Later, come);
            at = to_words.end;
        }
        self.add(Side::Both, slice(&to, &(at..to.len())));
    }

    /// Adds words to the paragraph, and ends it where they do.
    fn add(&mut self, side: Side, words: &[&str]) {
        for (number, words) in words.split(|word| *word == END).enumerate() {
            if number > 0 {
                self.rows.push(Row::new());
            }
            let (Some(row), false) = (self.rows.last_mut(), words.is_empty()) else { continue };
            row.push((side, words.join(" ")));
        }
    }
}

fn count(words: &[&str]) -> usize {
    words.iter().filter(|word| **word != END).count()
}

fn slice<'a, 't>(words: &'a [&'t str], range: &Range<usize>) -> &'a [&'t str] {
    words.get(range.clone()).unwrap_or_default()
}

/// A paragraph of both texts.
fn both(line: &str) -> Row {
    vec![(Side::Both, line.to_owned())]
}

/// The words of paragraphs, and where these end.
fn words<'t>(lines: &[&'t str]) -> Vec<&'t str> {
    let mut words = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        if number > 0 {
            words.push(END);
        }
        words.extend(line.split(' ').filter(|word| !word.is_empty()));
    }
    words
}

/// The edits, those joined that have hardly a word between them.
fn readable(edits: Vec<gloss_text::diff::Edit>) -> Vec<(Range<usize>, Range<usize>)> {
    let mut joined: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for edit in edits {
        match joined.last_mut() {
            Some((from, to))
                if edit.to.start - to.end <= FEWEST && from.start < from.end && to.start < to.end =>
            {
                (from.end, to.end) = (edit.from.end, edit.to.end);
            }
            _ => joined.push((edit.from, edit.to)),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use gloss_ingest::plain_text;

    /// Shows what went in `[-…-]` and what came in `[+…+]`, a paragraph a line.
    #[track_caller]
    fn check(earlier: &str, later: &str, expected: &[&str]) {
        let comparison = Comparison::new(&plain_text(earlier), &plain_text(later));
        let shown = |row: &Row| {
            let words = row.iter().map(|(side, words)| match side {
                Side::Both => words.clone(),
                Side::Earlier => format!("[-{words}-]"),
                Side::Later => format!("[+{words}+]"),
            });
            words.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(comparison.rows.iter().map(shown).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn words_that_changed_are_shown_in_their_paragraph() {
        check(
            "The bridge opens in May.\nIt cost much.",
            "The bridge opens in June.\nIt cost much.",
            &["The bridge opens in [-May.-] [+June.+]", "It cost much."],
        );
    }

    #[test]
    fn a_paragraph_that_came_is_one() {
        check(
            "It rained.\nIt cost much.",
            "It rained.\nIt snowed, too.\nIt cost much.",
            &["It rained.", "[+It snowed, too.+]", "It cost much."],
        );
    }

    #[test]
    fn hardly_a_word_between_two_changes_is_no_island() {
        check(
            "He said that red or blue was best.",
            "He said that white or black was best.",
            &["He said that [-red or blue-] [+white or black+] was best."],
        );
    }

    #[test]
    fn the_web_page_around_it_makes_no_difference() {
        check(
            "Share\nIt rained all day, they said.",
            "Tweet\nIt rained all day, they said.",
            &["It rained all day, they said."],
        );
    }
}
