//! Approximate search after Myers, "A fast bit-vector algorithm for approximate string matching based on
//! dynamic programming" (1999), in blocks with the carry of Hyyrö, "A bit-vector algorithm for computing
//! Levenshtein and Damerau edit distances" (2003): 64 rows of the table of edit distances are one step.

use gloss_text::sort_by_key;

/// Rows of the table that one step advances.
const ROWS: usize = u64::BITS as usize;

/// Where a match may begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beginning {
    Anywhere,
    AtStart,
}

/// An end of a match, with the edits (insertions, deletions and replacements) that it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ending {
    at: usize,
    errors: usize,
}

/// A match: `text[start..end]` differs from what was sought in `errors` edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) errors: usize,
}

/// A folded text that is sought, ready for any number of searches.
pub(super) struct Pattern<'a> {
    sought: &'a [u8],
    /// For each block and each byte, the rows that have that byte.
    rows: Vec<[u64; 256]>,
}

struct Block {
    /// Rows at which the distance grows by one downwards, and shrinks.
    growing: u64,
    shrinking: u64,
    /// The distance at the block's last row, and which row of the block that is.
    errors: usize,
    last: u32,
}

impl<'a> Pattern<'a> {
    pub(super) fn new(sought: &'a [u8]) -> Self {
        let mut rows = vec![[0; 256]; sought.len().div_ceil(ROWS)];
        for (at, byte) in sought.iter().enumerate() {
            rows[at / ROWS][usize::from(*byte)] |= 1 << (at % ROWS);
        }
        Self { sought, rows }
    }

    /// The best matches in `text` with at most `most_errors` edits, best first, no two closer together than
    /// half the length of what is sought, at most `count` of them.
    pub(super) fn find(&self, text: &[u8], most_errors: usize, count: usize) -> Vec<Match> {
        let apart = self.sought.len() / 2;
        let mut endings: Vec<Ending> = Vec::new();
        self.search(text, most_errors, Beginning::Anywhere, |found| match endings.last_mut() {
            Some(last) if found.at <= last.at + apart => {
                if found.errors < last.errors {
                    *last = found;
                }
            }
            _ => endings.push(found),
        });
        sort_by_key(&mut endings, |ending| ending.errors);
        endings.truncate(count);
        endings.into_iter().map(|ending| self.beginning_of(text, ending)).collect()
    }

    /// Returns the match that ends at `ending`, by the same search backwards from there. Of several beginnings, the
    /// one is taken that keeps the length closest.
    fn beginning_of(&self, text: &[u8], ending: Ending) -> Match {
        let length = self.sought.len();
        let first = ending.at.saturating_sub(length + ending.errors);
        let before: Vec<u8> = text[first..ending.at].iter().rev().copied().collect();
        let backwards: Vec<u8> = self.sought.iter().rev().copied().collect();
        let mut best: Option<Ending> = None;
        Pattern::new(&backwards).search(&before, ending.errors, Beginning::AtStart, |found| {
            let rank = |ending: Ending| (ending.errors, ending.at.abs_diff(length));
            if best.is_none_or(|best| rank(found) < rank(best)) {
                best = Some(found);
            }
        });
        Match { start: ending.at - best.map_or(0, |best| best.at), end: ending.at, errors: ending.errors }
    }

    /// Returns the fewest edits that turn what is sought into the beginning of `text`, wherever that ends.
    pub(super) fn errors_at_start(&self, text: &[u8]) -> usize {
        let mut fewest = self.sought.len();
        self.search(text, fewest, Beginning::AtStart, |found| fewest = fewest.min(found.errors));
        fewest
    }

    /// Blocks that `find` computes at most, a measure of its work.
    pub(super) fn work(&self, text: &[u8]) -> usize {
        self.rows.len() * text.len()
    }

    /// Calls `found` with every end of a match with at most `most_errors` edits, from left to right. Blocks
    /// that lie wholly above `most_errors` are left out (Ukkonen's cut-off).
    fn search(&self, text: &[u8], most_errors: usize, beginning: Beginning, mut found: impl FnMut(Ending)) {
        let Some(last) = self.rows.len().checked_sub(1) else { return };
        let height = |block: usize| if block == last { self.sought.len() - last * ROWS } else { ROWS };
        let fresh = |block: usize, above: usize| Block {
            growing: u64::MAX,
            shrinking: 0,
            errors: above + height(block),
            last: height(block) as u32 - 1,
        };
        let mut blocks: Vec<Block> = Vec::with_capacity(self.rows.len());
        let mut above = 0;
        for block in 0..=last.min(most_errors / ROWS) {
            blocks.push(fresh(block, above));
            above += height(block);
        }
        for (at, byte) in text.iter().enumerate() {
            let byte = usize::from(*byte);
            let mut carry = i64::from(beginning == Beginning::AtStart);
            let mut before = 0;
            for (block, rows) in blocks.iter_mut().zip(&self.rows) {
                before = block.errors;
                carry = block.step(rows[byte], carry);
            }
            let active = blocks.len();
            let mut lowest = before.saturating_add_signed(carry as isize);
            if active <= last && before <= most_errors && (self.rows[active][byte] & 1 == 1 || carry < 0) {
                let mut block = fresh(active, before);
                block.step(self.rows[active][byte], carry);
                lowest = block.errors;
                blocks.push(block);
            }
            if lowest <= most_errors {
                if blocks.len() > last {
                    found(Ending { at: at + 1, errors: lowest });
                }
                continue;
            }
            while blocks.len() > 1 && blocks[blocks.len() - 1].errors >= most_errors + ROWS {
                blocks.pop();
            }
        }
    }
}

impl Block {
    /// Advances by one character of the text. `equal` are the rows that have it, `carry` the change of the distance
    /// above the block; the change at its last row is returned.
    #[expect(clippy::inline_always, reason = "the search spends its time here, also where size counts")]
    #[inline(always)]
    const fn step(&mut self, equal: u64, carry: i64) -> i64 {
        let vertical = equal | self.shrinking;
        let equal = equal | (carry < 0) as u64;
        let horizontal = ((equal & self.growing).wrapping_add(self.growing) ^ self.growing) | equal;
        let grows = self.shrinking | !(horizontal | self.growing);
        let shrinks = self.growing & horizontal;
        let change = (grows >> self.last & 1) as i64 - (shrinks >> self.last & 1) as i64;
        let grows = grows << 1 | (carry > 0) as u64;
        let shrinks = shrinks << 1 | (carry < 0) as u64;
        self.growing = shrinks | !(vertical | grows);
        self.shrinking = grows & vertical;
        self.errors = self.errors.wrapping_add_signed(change as isize);
        change
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `text` holds the expected match between brackets.
    #[track_caller]
    fn check(marked: &str, sought: &str, errors: usize) {
        let text = marked.replace(['[', ']'], "");
        let (start, end) = (marked.find('[').unwrap(), marked.find(']').unwrap() - 1);
        let found = Pattern::new(sought.as_bytes()).find(text.as_bytes(), sought.len() / 2, 1);
        assert_eq!(found, [Match { start, end, errors }]);
    }

    #[test]
    fn replaced_left_out_and_put_in() {
        check("three [blind] mice", "blind", 0);
        check("three [blind] mice", "blond", 1);
        check("three [blind] mice", "bliind", 1);
        check("three [blind] mice", "blnd", 1);
    }

    #[test]
    fn more_than_one_block() {
        let long = "abcdefghij".repeat(20);
        check(&format!("xx[{long}]yy"), &long.replacen("ghij", "ghi", 3), 3);
    }

    /// The textbook's table, row by row.
    fn plain(sought: &[u8], text: &[u8], free: bool) -> Vec<usize> {
        let mut column: Vec<usize> = (0..=sought.len()).collect();
        text.iter()
            .enumerate()
            .map(|(at, byte)| {
                let mut diagonal = std::mem::replace(&mut column[0], if free { 0 } else { at + 1 });
                for row in 1..=sought.len() {
                    let best = (diagonal + usize::from(sought[row - 1] != *byte))
                        .min(column[row] + 1)
                        .min(column[row - 1] + 1);
                    diagonal = std::mem::replace(&mut column[row], best);
                }
                column[sought.len()]
            })
            .collect()
    }

    proptest! {
        #[test]
        fn agrees_with_the_textbook(
            text in "[ab]{0,300}", sought in "[ab]{1,200}", most in 0_usize..200, free: bool
        ) {
            let (text, sought) = (text.as_bytes(), sought.as_bytes());
            let expected: Vec<Ending> = plain(sought, text, free)
                .into_iter()
                .enumerate()
                .map(|(at, errors)| Ending { at: at + 1, errors })
                .filter(|ending| ending.errors <= most)
                .collect();
            let beginning = if free { Beginning::Anywhere } else { Beginning::AtStart };
            let mut found = Vec::new();
            Pattern::new(sought).search(text, most, beginning, |ending| found.push(ending));
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn a_match_takes_as_many_edits_as_it_says(text in "[abc ]{0,200}", sought in "[abc ]{1,90}") {
            let (text, sought) = (text.as_bytes(), sought.as_bytes());
            for found in Pattern::new(sought).find(text, sought.len() / 2, 9) {
                let edits = plain(sought, &text[found.start..found.end], false);
                prop_assert_eq!(edits.last().copied().unwrap_or(sought.len()), found.errors);
            }
        }
    }
}
