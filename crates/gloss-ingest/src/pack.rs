//! ZIP archives for tests, in this crate and elsewhere.

/// A file to be packed: its path, its content, and that deflated.
pub(crate) type Packed<'a> = (&'a str, &'a [u8], Option<Vec<u8>>);

/// Packs files, those that are not deflated as they are.
pub(crate) fn pack(files: &[Packed]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for (path, content, deflated) in files {
        let at = bytes.len() as u32;
        let (method, packed) = deflated.as_deref().map_or((0u16, *content), |packed| (8, packed));
        let sizes = [0, packed.len() as u32, content.len() as u32];
        let fields = |out: &mut Vec<u8>| {
            out.extend([20, 0, 0, 0]);
            out.extend(method.to_le_bytes());
            out.extend([0; 4]);
            out.extend(sizes.into_iter().flat_map(u32::to_le_bytes));
            out.extend((path.len() as u16).to_le_bytes());
            out.extend([0; 2]);
        };
        bytes.extend(b"PK\x03\x04");
        fields(&mut bytes);
        bytes.extend(path.as_bytes());
        bytes.extend(packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        fields(&mut directory);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(path.as_bytes());
    }
    let (at, length) = (bytes.len() as u32, directory.len() as u32);
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    for _ in 0..2 {
        bytes.extend((files.len() as u16).to_le_bytes());
    }
    bytes.extend(length.to_le_bytes());
    bytes.extend(at.to_le_bytes());
    bytes.extend([0; 2]);
    bytes
}

/// Zeros, deflated: one, and then as many times as need be "the last byte, 258 times more".
pub(crate) fn deflated_zeros(count: usize) -> Vec<u8> {
    let mut bits: Vec<u8> = vec![1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0];
    let again = [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0];
    bits.extend(again.iter().cycle().take(again.len() * (count / 258)));
    bits.extend([0; 7]);
    bits.chunks(8).map(|bits| bits.iter().rev().fold(0, |byte, bit| byte << 1 | bit)).collect()
}
