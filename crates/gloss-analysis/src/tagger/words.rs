use super::hash::fingerprint;

/// How many code books describe a word.
pub const BOOKS: usize = 6;
/// How many classes describe a word beside the code books.
pub const CLASSES: usize = 2;
/// Entries of a code book.
pub const BOOK: usize = 256;
/// Bits of a fingerprint that choose the bucket; the eight below tell words of one bucket apart.
const BUCKET_BITS: u32 = 17;

/// What is known of words from outside the training text: for each word the numbers of its nearest entries in
/// [`BOOKS`] code books, which together approximate its word vector (residual vector quantisation, Chen et
/// al. 2010), and which lists of names it is in.
///
/// Words are found by a 25-bit fingerprint of their lower-case form, so one unknown word in three hundred is
/// taken for another one.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Index of each bucket's first word, and one more for the end.
    starts: Vec<u32>,
    /// Low bits of the fingerprints, in their order.
    low: Vec<u8>,
    /// What they mean.
    meanings: Vec<Word>,
}

/// What the table knows of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Entry in each code book.
    pub codes: [u8; BOOKS],
    /// The classes of a sentence encoder's input vectors: one of [`BOOK`] coarse ones, and the low eight bits
    /// of one of 1,024 fine ones.
    pub classes: [u8; CLASSES],
    /// One bit for each list of names that it is in.
    pub lists: u8,
}

impl Word {
    /// Set in `lists` for a word that is in a list only and has no codes.
    pub const UNCODED: u8 = 0x80;
    /// Set in `lists` for a word that has classes.
    pub const CLASSED: u8 = 0x40;

    /// Whether its codes mean anything.
    pub const fn is_coded(&self) -> bool {
        self.lists & Self::UNCODED == 0
    }

    /// Whether its classes mean anything.
    pub const fn is_classed(&self) -> bool {
        self.lists & Self::CLASSED != 0
    }
}

impl Words {
    /// Gathers the table from fingerprints (see [`Words::key`]) and what they mean; of words with one
    /// fingerprint the first stays.
    pub fn from_entries(entries: impl IntoIterator<Item = (u32, Word)>) -> Self {
        let mut entries: Vec<(u32, Word)> = entries.into_iter().collect();
        entries.sort_by_key(|entry| entry.0);
        entries.dedup_by_key(|entry| entry.0);
        let mut counts = vec![0_u8; 1 << BUCKET_BITS];
        let mut kept: Vec<(u32, Word)> = Vec::with_capacity(entries.len());
        for (key, word) in entries {
            if let Some(count) = counts.get_mut((key >> 8) as usize)
                && *count < u8::MAX
            {
                *count += 1;
                kept.push((key, word));
            }
        }
        let low = kept.iter().map(|(key, _)| *key as u8).collect();
        Self { starts: starts(&counts), low, meanings: kept.into_iter().map(|(_, word)| word).collect() }
    }

    /// The fingerprint of a lower-case word.
    pub fn key(word: &str) -> u32 {
        fingerprint(0, word.as_bytes()) >> (32 - BUCKET_BITS - 8)
    }

    /// What is known of a lower-case word.
    pub fn find(&self, word: &str) -> Option<Word> {
        let key = Self::key(word);
        let bucket = (key >> 8) as usize;
        let (start, end) = (*self.starts.get(bucket)? as usize, *self.starts.get(bucket + 1)? as usize);
        let at = start + self.low.get(start..end)?.iter().position(|low| *low == key as u8)?;
        self.meanings.get(at).copied()
    }

    /// How many words the table knows.
    pub const fn len(&self) -> usize {
        self.low.len()
    }

    /// Whether the table knows no word.
    pub const fn is_empty(&self) -> bool {
        self.low.is_empty()
    }

    /// The table as bytes: how many words (four bytes), a count for each bucket, then column by column, which
    /// compresses better than word by word. Words without codes or classes have no place in their columns.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = (self.low.len() as u32).to_le_bytes().to_vec();
        bytes.extend(self.starts.windows(2).map(|pair| match pair {
            [start, end] => (end - start) as u8,
            _ => 0,
        }));
        bytes.extend(&self.low);
        bytes.extend(self.meanings.iter().map(|word| word.lists));
        for book in 0..BOOKS {
            bytes.extend(self.meanings.iter().filter(|word| word.is_coded()).map(|word| word.codes[book]));
        }
        for class in 0..CLASSES {
            bytes.extend(
                self.meanings.iter().filter(|word| word.is_classed()).map(|word| word.classes[class]),
            );
        }
        bytes
    }

    /// Reads what [`Words::to_bytes`] wrote, and returns the bytes after it.
    pub fn from_bytes(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (count, rest) = bytes.split_first_chunk()?;
        let count = u32::from_le_bytes(*count) as usize;
        let (counts, rest) = rest.split_at_checked(1 << BUCKET_BITS)?;
        let starts = starts(counts);
        let (low, rest) = rest.split_at_checked(count)?;
        let (lists, mut rest) = rest.split_at_checked(count)?;
        let mut words: Vec<Word> =
            lists.iter().map(|lists| Word { lists: *lists, ..Word::default() }).collect();
        let coded = words.iter().filter(|word| word.is_coded()).count();
        for book in 0..BOOKS {
            let (column, after) = rest.split_at_checked(coded)?;
            for (word, code) in words.iter_mut().filter(|word| word.is_coded()).zip(column) {
                word.codes[book] = *code;
            }
            rest = after;
        }
        let classed = words.iter().filter(|word| word.is_classed()).count();
        for class in 0..CLASSES {
            let (column, after) = rest.split_at_checked(classed)?;
            for (word, number) in words.iter_mut().filter(|word| word.is_classed()).zip(column) {
                word.classes[class] = *number;
            }
            rest = after;
        }
        (starts.last() == Some(&(count as u32)))
            .then_some((Self { starts, low: low.to_vec(), meanings: words }, rest))
    }
}

fn starts(counts: &[u8]) -> Vec<u32> {
    let mut starts = Vec::with_capacity(counts.len() + 1);
    let mut at = 0;
    starts.push(0);
    for count in counts {
        at += u32::from(*count);
        starts.push(at);
    }
    starts
}
