//! What was changed between two rows of words.
//!
//! The rows are cut at words that both have exactly once, in the same order (as in patience diff), and what is left
//! between two such words is compared by a longest common subsequence where it is short enough. So the time is
//! linear in the length of the rows but for short stretches, and a passage that was moved or rewritten comes out
//! as replaced, not as a handful of chance words.

use crate::sort_by;
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, hash::Hash, ops::Range};

/// Cells of the largest table of common subsequences that is filled. Stretches that need a larger one, with no
/// word in common that is unique to it, count as replaced.
const CELLS: usize = 1 << 18;

/// One stretch that differs, as ranges of word indices. One of them is empty for an insertion or a deletion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The words of the first row.
    pub from: Range<usize>,
    /// The words of the second row in their place.
    pub to: Range<usize>,
}

/// Where two rows of words differ, in order. Equal rows have no edits.
pub fn diff<W: Eq + Hash + Copy>(from: &[W], to: &[W]) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let (mut at, mut other) = (0, 0);
    let ends = (from.len(), to.len());
    for (a, b) in common(from, to).into_iter().chain([ends]) {
        if at < a || other < b {
            edits.push(Edit { from: at..a, to: other..b });
        }
        (at, other) = (a + 1, b + 1);
    }
    edits
}

/// The words that both rows have in the same order, as pairs of indices that rise in both.
pub fn common<W: Eq + Hash + Copy>(from: &[W], to: &[W]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut stretches = vec![(0..from.len(), 0..to.len())];
    // A stack, not recursion: texts of any shape are compared.
    while let Some((mut a, mut b)) = stretches.pop() {
        while !a.is_empty() && !b.is_empty() && from.get(a.start) == to.get(b.start) {
            pairs.push((a.start, b.start));
            (a.start, b.start) = (a.start + 1, b.start + 1);
        }
        while !a.is_empty() && !b.is_empty() && from.get(a.end - 1) == to.get(b.end - 1) {
            (a.end, b.end) = (a.end - 1, b.end - 1);
            pairs.push((a.end, b.end));
        }
        if a.is_empty() || b.is_empty() {
            continue;
        }
        if a.len().saturating_mul(b.len()) <= CELLS {
            subsequence(from, to, &a, &b, &mut pairs);
            continue;
        }
        let anchors = anchors(from, to, &a, &b);
        let mut start = (a.start, b.start);
        for (x, y) in anchors.iter().copied() {
            pairs.push((x, y));
            stretches.push((start.0..x, start.1..y));
            start = (x + 1, y + 1);
        }
        if !anchors.is_empty() {
            stretches.push((start.0..a.end, start.1..b.end));
        }
    }
    sort_by(&mut pairs, Ord::cmp);
    pairs
}

/// A longest common subsequence of two short stretches.
fn subsequence<W: Eq + Copy>(
    from: &[W],
    to: &[W],
    a: &Range<usize>,
    b: &Range<usize>,
    pairs: &mut Vec<(usize, usize)>,
) {
    let (Some(left), Some(right)) = (from.get(a.clone()), to.get(b.clone())) else { return };
    let width = right.len() + 1;
    let mut lengths = vec![0_u32; (left.len() + 1) * width];
    let length = |lengths: &[u32], x: usize, y: usize| lengths.get(x * width + y).copied().unwrap_or(0);
    for (x, word) in left.iter().enumerate().rev() {
        for (y, other) in right.iter().enumerate().rev() {
            let best = if word == other {
                length(&lengths, x + 1, y + 1) + 1
            } else {
                length(&lengths, x + 1, y).max(length(&lengths, x, y + 1))
            };
            if let Some(cell) = lengths.get_mut(x * width + y) {
                *cell = best;
            }
        }
    }
    let (mut x, mut y) = (0, 0);
    while x < left.len() && y < right.len() {
        if left.get(x) == right.get(y) {
            pairs.push((a.start + x, b.start + y));
            (x, y) = (x + 1, y + 1);
        } else if length(&lengths, x + 1, y) >= length(&lengths, x, y + 1) {
            x += 1;
        } else {
            y += 1;
        }
    }
}

/// Words that each stretch has once, as many as follow one another in the same order in both.
fn anchors<W: Eq + Hash + Copy>(
    from: &[W],
    to: &[W],
    a: &Range<usize>,
    b: &Range<usize>,
) -> Vec<(usize, usize)> {
    let mut places: HashMap<W, [Option<usize>; 2]> = HashMap::new();
    let mut seen: HashMap<W, [u32; 2]> = HashMap::new();
    for (side, (row, range)) in [(from, a), (to, b)].into_iter().enumerate() {
        for at in range.clone() {
            if let Some(word) = row.get(at) {
                places.entry(*word).or_default()[side] = Some(at);
                seen.entry(*word).or_default()[side] += 1;
            }
        }
    }
    let mut unique: Vec<(usize, usize)> = places
        .iter()
        .filter(|(word, _)| seen.get(word) == Some(&[1, 1]))
        .filter_map(|(_, [x, y])| x.zip(*y))
        .collect();
    sort_by(&mut unique, Ord::cmp);
    longest_rising(&unique)
}

/// The longest run of pairs, in the order of their first numbers, whose second numbers rise.
fn longest_rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    let second = |at: usize| pairs.get(at).map_or(0, |pair| pair.1);
    for at in 0..pairs.len() {
        let place = tails.partition_point(|tail| second(*tail) < second(at));
        if let Some(slot) = before.get_mut(at) {
            *slot = place.checked_sub(1).and_then(|place| tails.get(place).copied());
        }
        if place == tails.len() {
            tails.push(at);
        } else if let Some(tail) = tails.get_mut(place) {
            *tail = at;
        }
    }
    let mut run = Vec::new();
    let mut at = tails.last().copied();
    while let Some(index) = at {
        run.extend(pairs.get(index).copied());
        at = before.get(index).copied().flatten();
    }
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Shows the second row with what it lost in `[-…-]` and what it gained in `[+…+]`.
    #[track_caller]
    fn check(from: &str, to: &str, expected: &str) {
        let (from, to): (Vec<&str>, Vec<&str>) = (from.split(' ').collect(), to.split(' ').collect());
        let mut shown: Vec<String> = Vec::new();
        let mut at = 0;
        for edit in diff(&from, &to) {
            shown.extend(to[at..edit.to.start].iter().map(ToString::to_string));
            if !edit.from.is_empty() {
                shown.push(format!("[-{}-]", from[edit.from].join(" ")));
            }
            if !edit.to.is_empty() {
                shown.push(format!("[+{}+]", to[edit.to.clone()].join(" ")));
            }
            at = edit.to.end;
        }
        shown.extend(to[at..].iter().map(ToString::to_string));
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn words_replaced_added_and_left_out() {
        check("making london unsafe", "making london less safe", "making london [-unsafe-] [+less safe+]");
        check("we have to act", "we act", "we [-have to-] act");
        check("a b c", "a b c", "a b c");
        check("he spoke", "and then he spoke up", "[+and then+] he spoke [+up+]");
    }

    #[test]
    fn long_rows_with_nothing_in_common_are_replaced_at_once() {
        let from: Vec<u32> = (0..20_000).collect();
        let to: Vec<u32> = (20_000..40_000).collect();
        assert_eq!(diff(&from, &to), [Edit { from: 0..20_000, to: 0..20_000 }]);
    }

    #[test]
    fn long_rows_are_compared_between_words_that_both_have_once() {
        let from: Vec<u32> = (0..20_000).collect();
        let to: Vec<u32> = (0..20_000).filter(|word| word % 1_000 != 7).collect();
        assert_eq!(diff(&from, &to).len(), 20);
    }

    proptest! {
        #[test]
        fn edits_make_one_row_of_the_other(from in proptest::collection::vec(0_u8..6, 0..40), to in proptest::collection::vec(0_u8..6, 0..40)) {
            let mut made = Vec::new();
            let mut at = 0;
            for edit in diff(&from, &to) {
                made.extend_from_slice(&from[at..edit.from.start]);
                made.extend_from_slice(&to[edit.to]);
                at = edit.from.end;
            }
            made.extend_from_slice(&from[at..]);
            prop_assert_eq!(made, to);
        }
    }
}
