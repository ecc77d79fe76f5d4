//! Maps and sets by hash for keys of a few bytes: words, numbers and places in a text.

use std::hash::{BuildHasherDefault, Hash, Hasher};

/// A map by [`Quick`] hashes.
pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<Quick>>;
/// A set by [`Quick`] hashes.
pub(crate) type HashSet<K> = std::collections::HashSet<K, BuildHasherDefault<Quick>>;

/// The hash of a key.
pub(crate) fn hash(key: &impl Hash) -> usize {
    let mut hasher = Quick::default();
    key.hash(&mut hasher);
    hasher.finish() as usize
}

/// Hashes by a rotation, a sum and a product for each eight bytes, as Firefox does. Keys may be chosen so that their hashes
/// are the same, which makes a comparison slow and not wrong.
#[derive(Clone, Copy, Default)]
pub(crate) struct Quick(u64);

impl Quick {
    fn add(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks();
        for eight in eights {
            self.add(u64::from_le_bytes(*eight));
        }
        if !rest.is_empty() {
            self.add(rest.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)));
        }
    }

    fn write_u8(&mut self, number: u8) {
        self.add(number.into());
    }

    fn write_u32(&mut self, number: u32) {
        self.add(number.into());
    }

    fn write_usize(&mut self, number: usize) {
        self.add(number as u64);
    }

    /// The upper bits of a product depend on all bits of its terms. Maps use the lowest ones and, where addresses have 32
    /// bits, no others.
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}
