/// A 32-bit fingerprint of `bytes`: 32-bit FNV-1a with a start of its own for each `kind`, and the finishing
/// steps of `MurmurHash3`, so that every bit depends on every byte.
pub(super) fn fingerprint(kind: u32, bytes: &[u8]) -> u32 {
    let start = 0x811c_9dc5 ^ kind.wrapping_mul(0x9e37_79b9);
    let mut hash = bytes.iter().fold(start, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}
