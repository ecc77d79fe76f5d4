/// Length of the pieces that are looked up, in characters: the shortest that is still rare in prose.
const GRAM: usize = 4;
/// A piece in so few places is rare enough: looking for a rarer one would take longer.
const RARE: usize = 8;

/// An index of every four characters of a folded text, so that one search costs the length of what is sought and
/// not that of the text. Positions are sorted into buckets by a hash of the four.
pub(super) struct Grams {
    shift: u32,
    /// Where each bucket begins in `positions`; one more than there are buckets.
    starts: Vec<u32>,
    positions: Vec<u32>,
}

impl Grams {
    /// Reads the text twice.
    pub(super) fn new(folded: &[u8]) -> Self {
        let bits = folded.len().max(256).ilog2().min(18);
        let shift = 32 - bits;
        let mut starts = vec![0_u32; (1 << bits) + 1];
        for gram in folded.windows(GRAM) {
            starts[hash(gram, shift) + 1] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut positions = vec![0; sum as usize];
        let mut next = starts.clone();
        for (at, gram) in folded.windows(GRAM).enumerate() {
            let slot = &mut next[hash(gram, shift)];
            positions[*slot as usize] = at as u32;
            *slot += 1;
        }
        Self { shift, starts, positions }
    }

    fn bucket(&self, gram: &[u8]) -> &[u32] {
        let bucket = hash(gram, self.shift);
        &self.positions[self.starts[bucket] as usize..self.starts[bucket + 1] as usize]
    }

    /// Returns where `sought` is in `folded` (the text that was read), in order, at most `most` times. All of the
    /// text is read if the pieces of `sought` are too common to help, or if it is shorter than one.
    pub(super) fn find(&self, folded: &[u8], sought: &[u8], most: usize) -> Vec<usize> {
        let pieces =
            (0..(sought.len() + 1).saturating_sub(GRAM)).map(|at| (at, self.bucket(&sought[at..at + GRAM])));
        let rare = pieces.clone().find(|(_, bucket)| bucket.len() <= RARE);
        match rare.or_else(|| pieces.min_by_key(|(_, bucket)| bucket.len())) {
            Some((offset, bucket))
                if bucket.len().saturating_mul(sought.len()) <= 4 * folded.len() + (1 << 16) =>
            {
                bucket
                    .iter()
                    .filter_map(|at| (*at as usize).checked_sub(offset))
                    .filter(|at| folded[*at..].starts_with(sought))
                    .take(most)
                    .collect()
            }
            _ => find_reading_all(folded, sought, most),
        }
    }
}

/// The same in linear time for any text (Knuth, Morris and Pratt, "Fast pattern matching in strings", 1977).
fn find_reading_all(folded: &[u8], sought: &[u8], most: usize) -> Vec<usize> {
    let mut found = Vec::new();
    if sought.is_empty() {
        return found;
    }
    // For each length of a beginning of what is sought, the longest shorter beginning that ends it too.
    let mut shorter = vec![0; sought.len() + 1];
    let extend = |shorter: &[usize], mut length: usize, byte: u8| {
        while length > 0 && sought.get(length) != Some(&byte) {
            length = shorter[length];
        }
        length + usize::from(sought[length] == byte)
    };
    for length in 1..sought.len() {
        shorter[length + 1] = extend(&shorter, shorter[length], sought[length]);
    }
    let mut length = 0;
    for (at, byte) in folded.iter().enumerate() {
        length = extend(&shorter, length, *byte);
        if length == sought.len() {
            found.push(at + 1 - length);
            if found.len() == most {
                break;
            }
        }
    }
    found
}

fn hash(gram: &[u8], shift: u32) -> usize {
    let key = gram.iter().fold(0, |key, byte| key << 8 | u32::from(*byte));
    (key.wrapping_mul(0x9e37_79b9) >> shift) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_what_a_plain_search_finds(text in "[ab ]{0,300}", sought in "[ab ]{1,9}") {
            let (text, sought) = (text.as_bytes(), sought.as_bytes());
            let plain: Vec<usize> =
                (0..text.len()).filter(|at| text[*at..].starts_with(sought)).collect();
            prop_assert_eq!(&Grams::new(text).find(text, sought, usize::MAX), &plain);
            prop_assert_eq!(&find_reading_all(text, sought, usize::MAX), &plain);
        }
    }
}
