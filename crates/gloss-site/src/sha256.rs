//! SHA-256 (FIPS 180-4), which browsers ask for in policies and integrity attributes.

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
const ROUNDS: [u32; 64] = [
    0x428a_2f98,
    0x7137_4491,
    0xb5c0_fbcf,
    0xe9b5_dba5,
    0x3956_c25b,
    0x59f1_11f1,
    0x923f_82a4,
    0xab1c_5ed5,
    0xd807_aa98,
    0x1283_5b01,
    0x2431_85be,
    0x550c_7dc3,
    0x72be_5d74,
    0x80de_b1fe,
    0x9bdc_06a7,
    0xc19b_f174,
    0xe49b_69c1,
    0xefbe_4786,
    0x0fc1_9dc6,
    0x240c_a1cc,
    0x2de9_2c6f,
    0x4a74_84aa,
    0x5cb0_a9dc,
    0x76f9_88da,
    0x983e_5152,
    0xa831_c66d,
    0xb003_27c8,
    0xbf59_7fc7,
    0xc6e0_0bf3,
    0xd5a7_9147,
    0x06ca_6351,
    0x1429_2967,
    0x27b7_0a85,
    0x2e1b_2138,
    0x4d2c_6dfc,
    0x5338_0d13,
    0x650a_7354,
    0x766a_0abb,
    0x81c2_c92e,
    0x9272_2c85,
    0xa2bf_e8a1,
    0xa81a_664b,
    0xc24b_8b70,
    0xc76c_51a3,
    0xd192_e819,
    0xd699_0624,
    0xf40e_3585,
    0x106a_a070,
    0x19a4_c116,
    0x1e37_6c08,
    0x2748_774c,
    0x34b0_bcb5,
    0x391c_0cb3,
    0x4ed8_aa4a,
    0x5b9c_ca4f,
    0x682e_6ff3,
    0x748f_82ee,
    0x78a5_636f,
    0x84c8_7814,
    0x8cc7_0208,
    0x90be_fffa,
    0xa450_6ceb,
    0xbef9_a3f7,
    0xc671_78f2,
];
/// The first 32 bits of the fractional parts of the square roots of the first eight primes.
const BEGIN: [u32; 8] =
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];

/// The digest of `bytes`.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    let (blocks, rest) = bytes.as_chunks::<64>();
    let mut state = blocks.iter().fold(BEGIN, round);
    let mut tail = rest.to_vec();
    tail.push(0x80);
    tail.resize(if rest.len() < 56 { 56 } else { 120 }, 0);
    tail.extend((bytes.len() as u64 * 8).to_be_bytes());
    state = tail.as_chunks().0.iter().fold(state, round);
    let mut digest = [0; 32];
    for (out, word) in digest.as_chunks_mut().0.iter_mut().zip(state) {
        *out = word.to_be_bytes();
    }
    digest
}

#[expect(clippy::many_single_char_names, reason = "the standard calls them so")]
fn round(state: [u32; 8], block: &[u8; 64]) -> [u32; 8] {
    let mut schedule: Vec<u32> = block.as_chunks().0.iter().map(|word| u32::from_be_bytes(*word)).collect();
    for at in 16..64 {
        let word = |before: usize| schedule.get(at - before).copied().unwrap_or_default();
        let (two, fifteen) = (word(2), word(15));
        let low = fifteen.rotate_right(7) ^ fifteen.rotate_right(18) ^ (fifteen >> 3);
        let high = two.rotate_right(17) ^ two.rotate_right(19) ^ (two >> 10);
        schedule.push(word(16).wrapping_add(low).wrapping_add(word(7)).wrapping_add(high));
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = state;
    for (constant, word) in ROUNDS.iter().zip(schedule) {
        let high = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let choice = (e & f) ^ (!e & g);
        let one = h.wrapping_add(high).wrapping_add(choice).wrapping_add(*constant).wrapping_add(word);
        let low = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let two = low.wrapping_add((a & b) ^ (a & c) ^ (b & c));
        (h, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(one), c, b, a, one.wrapping_add(two));
    }
    let [p, q, r, s, t, u, v, w] = state;
    [
        a.wrapping_add(p),
        b.wrapping_add(q),
        c.wrapping_add(r),
        d.wrapping_add(s),
        e.wrapping_add(t),
        f.wrapping_add(u),
        g.wrapping_add(v),
        h.wrapping_add(w),
    ]
}

/// The digest as browsers write it: `sha256-` and the bytes in Base64.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut written = String::from("sha256-");
    for three in sha256(bytes).chunks(3) {
        let bits = (0..3).fold(0, |bits, at| bits << 8 | usize::from(three.get(at).copied().unwrap_or(0)));
        for digit in 0..4 {
            let letter = LETTERS.get(bits >> (18 - 6 * digit) & 63).copied().unwrap_or(b'=');
            written.push(if digit > three.len() { '=' } else { char::from(letter) });
        }
    }
    written
}

/// The digest in hexadecimal, as `sha256sum` writes it.
pub fn hexadecimal(bytes: &[u8]) -> String {
    let mut written = String::new();
    for byte in sha256(bytes) {
        for digit in [byte >> 4, byte & 15] {
            written.extend(char::from_digit(u32::from(digit), 16));
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, digest: &str) {
        assert_eq!(hexadecimal(text.as_bytes()), digest);
    }

    #[test]
    fn the_digests_are_those_of_the_standard() {
        check("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        check("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        check(
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
        );
        let million = "a".repeat(1_000_000);
        check(&million, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    #[test]
    fn integrity_is_written_as_browsers_read_it() {
        // `printf '' | openssl dgst -sha256 -binary | base64`
        assert_eq!(integrity(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
