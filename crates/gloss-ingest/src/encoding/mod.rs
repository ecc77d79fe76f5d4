//! From bytes to text: what the bytes themselves say goes before what is declared.

mod plausible;

use crate::Warning;
use plausible::plausibility;

/// Reads legacy encodings: a browser's `TextDecoder`, or natively the crate `encoding_rs`.
pub trait Decoder {
    /// Decodes by a label of the Encoding Standard, with U+FFFD for what is broken and no mark at the beginning taken
    /// away. Returns `None` for a label that it does not know.
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String>;
}

/// Knows no legacy encoding: what is not UTF-8 or UTF-16 is read as Windows-1252 by a table of its own.
#[derive(Clone, Copy, Debug, Default)]
pub struct WesternOnly;

impl Decoder for WesternOnly {
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String> {
        /// The characters of the bytes 0x80 to 0x9f.
        const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
        let high: Vec<char> = HIGH.chars().collect();
        let character = |byte: &u8| match byte {
            0x80..=0x9f => high.get(usize::from(byte - 0x80)).copied().unwrap_or('\u{fffd}'),
            _ => char::from(*byte),
        };
        (label == "windows-1252").then(|| bytes.iter().map(character).collect())
    }
}

/// Reads every encoding of the Encoding Standard.
#[cfg(feature = "encoding_rs")]
#[derive(Clone, Copy, Debug, Default)]
pub struct EveryEncoding;

#[cfg(feature = "encoding_rs")]
impl Decoder for EveryEncoding {
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String> {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
        Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
    }
}

/// A text, and the encoding that it was read in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The label of the encoding.
    pub encoding: String,
    /// Broken bytes, or an encoding that is a guess.
    pub warnings: Vec<Warning>,
}

/// Legacy encodings that are tried where nothing is declared. Of two that are as likely, the earlier one is taken.
const CANDIDATES: &[&str] = &[
    "windows-1252",
    "windows-1250",
    "iso-8859-2",
    "iso-8859-15",
    "windows-1251",
    "koi8-r",
    "ibm866",
    "macintosh",
    "x-mac-cyrillic",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "windows-874",
    "shift_jis",
    "euc-jp",
    "euc-kr",
    "gb18030",
    "big5",
    "utf-16le",
    "utf-16be",
];

/// How many bytes are looked at to guess an encoding.
const SAMPLE: usize = 40_000;
/// Where in a page a declaration is looked for, in bytes. Many come after the first 1,024.
const DECLARED_WITHIN: usize = 100_000;
/// Longer declarations are none, in bytes.
const LONGEST_META: usize = 1000;
/// A declared encoding is believed unless another reads better by this much, from 0 to 1.
const TRUST: f32 = 0.35;

/// Reads `bytes` in the encoding that they show; where they show none, in the one that is `declared` or, in markup,
/// that the text itself declares, or in the one that makes the most plausible text.
pub fn decode(bytes: &[u8], declared: Option<&str>, decoder: &dyn Decoder) -> Decoded {
    for (mark, label) in
        [(&b"\xef\xbb\xbf"[..], "utf-8"), (b"\xff\xfe", "utf-16le"), (b"\xfe\xff", "utf-16be")]
    {
        if let Some(rest) = bytes.strip_prefix(mark) {
            return of(label, rest, decoder);
        }
    }
    let has_nul = bytes.iter().take(SAMPLE).any(|byte| *byte == 0);
    if has_nul && let Some(label) = utf_16(bytes, decoder) {
        return of(label, bytes, decoder);
    }
    if bytes.windows(3).take(SAMPLE * 10).any(|three| matches!(three, b"\x1b$B" | b"\x1b$@" | b"\x1b(J")) {
        let japanese = of("iso-2022-jp", bytes, decoder);
        if !japanese.warnings.contains(&Warning::BrokenBytes) && !japanese.encoding.is_empty() {
            return japanese;
        }
    }
    let shape = Shape::of(bytes);
    if shape.is_utf_8() {
        return of("utf-8", bytes, decoder);
    }
    let declared = declared.map(str::to_owned).or_else(|| declaration(bytes));
    guess(bytes, declared.as_deref(), decoder)
}

fn guess(bytes: &[u8], declared: Option<&str>, decoder: &dyn Decoder) -> Decoded {
    let first = bytes.iter().position(|byte| *byte >= 0x80).unwrap_or(0) & !1;
    let sample = bytes.get(first..(first + SAMPLE).min(bytes.len())).unwrap_or_default();
    let weigh = |label: &str| decoder.decode(label, sample).map(|text| plausibility(&text, sample.len()));
    let mut best: Option<(f32, &str)> = None;
    for label in CANDIDATES {
        if let Some(score) = weigh(label)
            && best.is_none_or(|(most, _)| score > most)
        {
            best = Some((score, label));
        }
    }
    let (most, label) = best.unwrap_or((0.0, "windows-1252"));
    let declared = declared.filter(|label| !label.to_ascii_lowercase().starts_with("utf"));
    if let Some(stated) = declared
        && let Some(score) = weigh(stated)
        && score >= most - TRUST
    {
        return of(&stated.to_ascii_lowercase(), bytes, decoder);
    }
    let mut guessed = of(label, bytes, decoder);
    guessed.warnings.push(Warning::GuessedEncoding);
    guessed
}

/// Reads the bytes in a known encoding.
fn of(label: &str, bytes: &[u8], decoder: &dyn Decoder) -> Decoded {
    let text = match label {
        "utf-8" => Some(String::from_utf8_lossy(bytes).into_owned()),
        "utf-16le" => Some(units(bytes, u16::from_le_bytes)),
        "utf-16be" => Some(units(bytes, u16::from_be_bytes)),
        _ => decoder.decode(label, bytes),
    };
    let Some(text) = text else { return Decoded { encoding: String::new(), ..Decoded::default() } };
    let broken = text.contains('\u{fffd}');
    let warnings = if broken { vec![Warning::BrokenBytes] } else { Vec::new() };
    Decoded { text, encoding: label.to_owned(), warnings }
}

fn units(bytes: &[u8], read: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect()
}

/// Which UTF-16 the bytes are, if they are.
fn utf_16(bytes: &[u8], decoder: &dyn Decoder) -> Option<&'static str> {
    let sample = bytes.get(..SAMPLE.min(bytes.len() & !1))?;
    let score = |label| plausibility(&of(label, sample, decoder).text, sample.len());
    let (little, big) = (score("utf-16le"), score("utf-16be"));
    let label = if little >= big { "utf-16le" } else { "utf-16be" };
    (little.max(big) > 0.2).then_some(label)
}

/// How many sequences of UTF-8 beyond ASCII there are, and how many bytes that are none.
#[derive(Debug, Default)]
struct Shape {
    whole: usize,
    broken: usize,
    is_cut: bool,
}

impl Shape {
    fn of(bytes: &[u8]) -> Self {
        let mut shape = Self::default();
        for chunk in bytes.utf8_chunks() {
            shape.whole += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
            shape.broken += usize::from(!chunk.invalid().is_empty());
        }
        let tail = bytes.get(bytes.len().saturating_sub(4)..).unwrap_or_default();
        shape.is_cut = std::str::from_utf8(tail).is_err_and(|error| error.error_len().is_none());
        shape
    }

    /// One broken byte does not make another encoding of a text: legacy texts hardly ever hold whole sequences.
    fn is_utf_8(&self) -> bool {
        let broken = self.broken - usize::from(self.is_cut && self.broken > 0);
        broken == 0 || self.whole >= 2 * broken
    }
}

/// The encoding that markup declares: `charset=…` in a `<meta>`, or `encoding="…"` of XML.
fn declaration(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..DECLARED_WITHIN.min(bytes.len()))?).to_ascii_lowercase();
    let after = |at: usize, word: &str| {
        let rest = head.get(at + word.len()..)?.trim_start().strip_prefix('=')?;
        let rest = rest.trim_start().trim_start_matches(['"', '\'']);
        let label: String = rest
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'))
            .collect();
        (!label.is_empty()).then_some(label)
    };
    if head.trim_start().starts_with("<?xml")
        && let Some(at) = head.find("encoding").filter(|at| *at < 200)
        && let Some(label) = after(at, "encoding")
    {
        return Some(label);
    }
    head.match_indices("<meta").find_map(|(at, _)| {
        let tag =
            head.get(at..(at + LONGEST_META).min(head.len())).and_then(|rest| rest.split('>').next())?;
        let inside = tag.find("charset")?;
        after(at + inside, "charset")
    })
}

#[cfg(all(test, feature = "encoding_rs"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const GERMAN: &str = "Die Bürgermeisterin sagte, die Straße müsse für Fußgänger schöner werden.";
    const CZECH: &str = "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl starosta města.";
    const RUSSIAN: &str = "Мэр города сказал, что улица должна стать лучше для пешеходов.";
    const JAPANESE: &str = "市長は、この道を歩く人のためにもっと良くしなければならないと言いました。";
    const KOREAN: &str = "시장은 이 길을 걷는 사람들을 위해 더 좋게 만들어야 한다고 말했습니다.";
    const CHINESE: &str = "市长说，这条路应该为行人变得更好，大家都要一起努力，这是我们的城市。";

    #[track_caller]
    fn check(label: &str, text: &str) {
        let bytes = match label {
            "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            _ => encoding_rs::Encoding::for_label(label.as_bytes())
                .map_or(vec![], |known| known.encode(text).0.into_owned()),
        };
        let decoded = decode(&bytes, None, &EveryEncoding);
        assert_eq!((decoded.text.as_str(), decoded.encoding.as_str()), (text, label));
    }

    #[test]
    fn the_bytes_show_their_encoding() {
        for text in [GERMAN, CZECH, RUSSIAN, JAPANESE, KOREAN, CHINESE, "plain ASCII, no more"] {
            check("utf-8", text);
            check("utf-16le", text);
            check("utf-16be", text);
        }
    }

    #[test]
    fn legacy_encodings_are_guessed_by_the_text_they_make() {
        check("windows-1252", GERMAN);
        check("macintosh", GERMAN);
        check("windows-1250", CZECH);
        for label in ["windows-1251", "koi8-r", "ibm866"] {
            check(label, RUSSIAN);
        }
        for label in ["shift_jis", "euc-jp", "iso-2022-jp"] {
            check(label, JAPANESE);
        }
        check("euc-kr", KOREAN);
    }

    #[test]
    fn one_broken_byte_does_not_garble_a_text() {
        let mut bytes = format!("{GERMAN} {CZECH}").into_bytes();
        bytes[20] = 0xff;
        let decoded = decode(&bytes, None, &EveryEncoding);
        assert!(decoded.text.ends_with(CZECH), "{}", decoded.text);
        assert_eq!(decoded.warnings, [Warning::BrokenBytes]);
    }

    #[test]
    fn a_text_cut_inside_a_character_keeps_the_rest() {
        let bytes = "a plain text that ends in a mark’".as_bytes();
        let decoded = decode(&bytes[..bytes.len() - 1], None, &EveryEncoding);
        assert_eq!(decoded.text, "a plain text that ends in a mark\u{fffd}");
    }

    #[test]
    fn bytes_go_before_a_declaration_and_a_late_one_counts() {
        let page = format!("<meta charset=iso-8859-1><p>{GERMAN}");
        assert_eq!(decode(page.as_bytes(), None, &EveryEncoding).text, page);
        let page = format!("<title>{}</title><meta charset='windows-1251'><p>{}", "x".repeat(3000), RUSSIAN);
        let bytes = encoding_rs::WINDOWS_1251.encode(&page).0.into_owned();
        let decoded = decode(&bytes, None, &EveryEncoding);
        assert_eq!(
            (decoded.text, decoded.encoding.as_str(), decoded.warnings),
            (page, "windows-1251", vec![])
        );
    }

    #[test]
    fn without_a_decoder_western_texts_are_read_all_the_same() {
        let bytes = encoding_rs::WINDOWS_1252.encode("“Schöne Straße” – 5 €").0.into_owned();
        assert_eq!(decode(&bytes, None, &WesternOnly).text, "“Schöne Straße” – 5 €");
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_text(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let decoded = decode(&bytes, None, &EveryEncoding);
            prop_assert!(!decoded.encoding.is_empty());
        }
    }
}
