use super::Span;
use std::borrow::Cow;

/// Distance in bytes between two checkpoints: small enough that a look-up reads a cache line or two,
/// large enough that the table is an eighth of the text.
const STEP: usize = 128;

/// A number of UTF-16 code units, which is how the DOM counts. A type of its own, so that it is never taken for bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Utf16(pub usize);

impl Utf16 {
    /// How many units `text` has.
    pub fn len(text: &str) -> Self {
        Self(text.encode_utf16().count())
    }
}

impl std::ops::Add for Utf16 {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

/// Converts offsets of one text between UTF-8 bytes (used everywhere inside), UTF-16 code units (the DOM)
/// and Unicode code points (the W3C annotation model, the command line).
///
/// An offset in the middle of a character is taken as that character's beginning, one past the end as the
/// end; so every answer lies on a character boundary.
#[derive(Clone, Debug)]
pub struct Offsets<'a> {
    text: &'a str,
    table: Cow<'a, Table>,
}

/// Where every few bytes of a text stand in each unit.
#[derive(Clone, Debug)]
pub(crate) struct Table(Vec<Place>);

#[derive(Clone, Copy, Debug, Default)]
struct Place {
    bytes: usize,
    utf16: usize,
    points: usize,
}

impl Place {
    const fn after(self, character: char) -> Self {
        Self {
            bytes: self.bytes + character.len_utf8(),
            utf16: self.utf16 + character.len_utf16(),
            points: self.points + 1,
        }
    }
}

impl Table {
    /// Reads `text` once.
    pub(crate) fn new(text: &str) -> Self {
        let mut checkpoints = vec![Place::default()];
        let (mut place, mut next) = (Place::default(), STEP);
        // Byte by byte, which is several times as fast as character by character: a character begins at any byte
        // but 10xxxxxx, and takes two UTF-16 code units where it begins with 11110xxx.
        for (bytes, byte) in text.bytes().enumerate() {
            if byte & 0b1100_0000 == 0b1000_0000 {
                continue;
            }
            if bytes >= next {
                checkpoints.push(Place { bytes, ..place });
                next = bytes + STEP;
            }
            place.points += 1;
            place.utf16 += 1 + usize::from(byte >= 0b1111_0000);
        }
        Self(checkpoints)
    }
}

impl<'a> Offsets<'a> {
    /// Reads `text` once; every conversion afterwards reads at most a few hundred bytes of it.
    pub fn new(text: &'a str) -> Self {
        Self { text, table: Cow::Owned(Table::new(text)) }
    }

    pub(crate) const fn with_table(text: &'a str, table: &'a Table) -> Self {
        Self { text, table: Cow::Borrowed(table) }
    }

    fn locate(&self, count: impl Fn(&Place) -> usize, wanted: usize) -> Place {
        let after = self.table.0.partition_point(|place| count(place) <= wanted);
        let mut place = self.table.0.get(after.saturating_sub(1)).copied().unwrap_or_default();
        for character in self.text.get(place.bytes..).unwrap_or_default().chars() {
            let next = place.after(character);
            if count(&next) > wanted {
                break;
            }
            place = next;
        }
        place
    }

    /// UTF-16 code units before the byte offset `bytes`.
    pub fn utf16(&self, bytes: usize) -> Utf16 {
        Utf16(self.locate(|place| place.bytes, bytes).utf16)
    }

    /// Code points before the byte offset `bytes`.
    pub fn points(&self, bytes: usize) -> usize {
        self.locate(|place| place.bytes, bytes).points
    }

    /// Byte offset after `utf16` UTF-16 code units.
    pub fn from_utf16(&self, utf16: Utf16) -> usize {
        self.locate(|place| place.utf16, utf16.0).bytes
    }

    /// Byte offset after `points` code points.
    pub fn from_points(&self, points: usize) -> usize {
        self.locate(|place| place.points, points).bytes
    }

    /// A span's bounds in code points.
    pub fn span_in_points(&self, span: Span) -> (usize, usize) {
        (self.points(span.start), self.points(span.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_emoji_is_four_bytes_two_units_and_one_point() {
        let offsets = Offsets::new("a👍b");
        assert_eq!((offsets.utf16(5), offsets.points(5)), (Utf16(3), 2));
        assert_eq!((offsets.from_utf16(Utf16(3)), offsets.from_points(2)), (5, 5));
    }

    #[test]
    fn the_middle_of_a_character_is_its_beginning() {
        let offsets = Offsets::new("a👍b");
        assert_eq!(offsets.from_utf16(Utf16(2)), 1);
        assert_eq!(offsets.utf16(3), Utf16(1));
    }

    #[test]
    fn past_the_end_is_the_end() {
        let offsets = Offsets::new("שלום");
        assert_eq!((offsets.from_points(99), offsets.from_utf16(Utf16(99)), offsets.points(99)), (8, 8, 4));
    }

    proptest! {
        #[test]
        fn offsets_convert_there_and_back(text in "(\\PC|[a-z \n]|👩‍👩‍👧|é|שלום|\u{200f}){0,200}") {
            let offsets = Offsets::new(&text);
            let (mut utf16, mut points) = (Utf16(0), 0);
            for (bytes, character) in text.char_indices() {
                prop_assert_eq!(offsets.utf16(bytes), utf16);
                prop_assert_eq!(offsets.points(bytes), points);
                prop_assert_eq!(offsets.from_utf16(utf16), bytes);
                prop_assert_eq!(offsets.from_points(points), bytes);
                utf16 = utf16 + Utf16(character.len_utf16());
                points += 1;
            }
            prop_assert_eq!(offsets.utf16(text.len()), utf16);
            prop_assert_eq!(offsets.from_points(points), text.len());
        }
    }
}
