//! Reads files of a ZIP archive, each with a limit, so that an archive cannot unpack to more than it may.

use std::collections::HashMap;

/// The most that all files of an archive together may unpack to, in bytes.
const MOST_UNPACKED: usize = 256 << 20;
/// The most that one file may unpack to: as much as many whole books.
const MOST_OF_ONE: usize = 32 << 20;
/// The most files of an archive.
const MOST_FILES: usize = 50_000;

/// An archive whose files are unpacked when they are read.
pub(crate) struct Archive<'a> {
    bytes: &'a [u8],
    files: HashMap<String, Entry>,
    left: usize,
}

#[derive(Clone, Copy)]
struct Entry {
    method: u16,
    packed: usize,
    at: usize,
}

/// Why a file of an archive cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// It is not there, or it is damaged, encrypted or packed in another way.
    Damaged,
    /// It would unpack to more than may be.
    TooLarge,
}

impl<'a> Archive<'a> {
    /// Reads the directory at the archive's end. Returns `None` for what is no archive.
    pub(crate) fn new(bytes: &'a [u8]) -> Option<Self> {
        let tail = bytes.len().saturating_sub(66_000);
        let end = bytes.get(tail..)?.windows(4).rposition(|four| four == b"PK\x05\x06")? + tail;
        let mut at = number(bytes, end + 16, 4)?;
        let count = number(bytes, end + 10, 2)?.min(MOST_FILES);
        let mut files = HashMap::new();
        for _ in 0..count {
            if bytes.get(at..at + 4) != Some(b"PK\x01\x02") {
                break;
            }
            let [name, extra, comment] =
                [28, 30, 32].map(|offset| number(bytes, at + offset, 2).unwrap_or_default());
            let entry = Entry {
                method: number(bytes, at + 10, 2)? as u16,
                packed: number(bytes, at + 20, 4)?,
                at: number(bytes, at + 42, 4)?,
            };
            let path = String::from_utf8_lossy(bytes.get(at + 46..at + 46 + name)?).into_owned();
            files.insert(path, entry);
            at += 46 + name + extra + comment;
        }
        Some(Self { bytes, files, left: MOST_UNPACKED })
    }

    /// Unpacks a file by its path.
    pub(crate) fn read(&mut self, path: &str) -> Result<Vec<u8>, Unreadable> {
        let entry = self.files.get(path).copied().ok_or(Unreadable::Damaged)?;
        let header = |offset: usize| number(self.bytes, entry.at + offset, 2);
        let start = header(26).zip(header(28)).map(|(name, extra)| entry.at + 30 + name + extra);
        let packed = start.and_then(|start| self.bytes.get(start..start.checked_add(entry.packed)?));
        let packed = packed.ok_or(Unreadable::Damaged)?;
        let most = self.left.min(MOST_OF_ONE);
        let unpacked = match entry.method {
            0 if packed.len() > most => return Err(Unreadable::TooLarge),
            0 => packed.to_vec(),
            8 => miniz_oxide::inflate::decompress_to_vec_with_limit(packed, most).map_err(|error| {
                if error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput {
                    Unreadable::TooLarge
                } else {
                    Unreadable::Damaged
                }
            })?,
            _ => return Err(Unreadable::Damaged),
        };
        self.left -= unpacked.len();
        Ok(unpacked)
    }
}

/// A number of two or four bytes, the lowest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{deflated_zeros, pack};
    use miniz_oxide::deflate::compress_to_vec;
    use proptest::prelude::*;

    #[test]
    fn files_are_unpacked() {
        let text = "words ".repeat(100).into_bytes();
        let archive =
            pack(&[("a.txt", b"as it is", None), ("b/c.txt", &text, Some(compress_to_vec(&text, 6)))]);
        let mut archive = Archive::new(&archive).unwrap();
        assert_eq!(archive.read("a.txt").unwrap(), b"as it is");
        assert_eq!(archive.read("b/c.txt").unwrap(), text);
        assert_eq!(archive.read("d.txt"), Err(Unreadable::Damaged));
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let zeros = vec![0; 100_000];
        let packed = deflated_zeros(zeros.len());
        let archive = pack(&[("one", &zeros, Some(packed.clone())), ("two", &zeros, Some(packed))]);
        let mut archive = Archive::new(&archive).unwrap();
        archive.left = 150_000;
        assert!(archive.read("one").is_ok());
        assert_eq!(archive.read("two"), Err(Unreadable::TooLarge));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), at in 0usize..200, to in any::<u8>()) {
            let mut archive = pack(&[("a", b"text", None), ("b", b"", Some(bytes.clone()))]);
            let at = at % archive.len();
            archive[at] = to;
            for bytes in [&bytes, &archive] {
                if let Some(mut archive) = Archive::new(bytes) {
                    let _ = archive.read("a");
                    let _ = archive.read("b");
                }
            }
        }
    }
}
