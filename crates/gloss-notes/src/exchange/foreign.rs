use crate::{
    Annotation, AnnotationId, Colour, Motivation, Target, TextPositionSelector, TextQuoteSelector, Timestamp,
};
use gloss_text::ArticleId;

/// A highlight of a program that gives its highlights no address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Highlight {
    /// The program, as part of the id.
    pub(super) program: &'static str,
    /// What was read: its address, or else its title.
    pub(super) source: String,
    /// The words; empty for a note on the whole.
    pub(super) quote: String,
    pub(super) note: String,
    pub(super) tags: Vec<String>,
    pub(super) colour: Colour,
    /// Where in the source it is, in the program's own terms.
    pub(super) place: String,
    pub(super) made: Option<Timestamp>,
}

impl Highlight {
    /// The same as an annotation, or `None` if nothing says what was read or if there are no words at all. The id is
    /// made of the source, the place and the words, so that the same highlight of a later file is recognised.
    pub(super) fn into_annotation(self, now: Timestamp) -> Option<Annotation> {
        let Self { program, source, quote, note, tags, colour, place, made } = self;
        let words = if quote.is_empty() { &note } else { &quote };
        if words.is_empty() {
            return None;
        }
        let id = format!("urn:gloss:{program}:{:016x}", hash(&[&source, &place, words]));
        let article = ArticleId::new(source)?;
        let quote = TextQuoteSelector { exact: quote, ..TextQuoteSelector::default() };
        Some(Annotation {
            id: AnnotationId::new(id)?,
            targets: vec![Target {
                article,
                version: String::new(),
                quote,
                position: TextPositionSelector::default(),
            }],
            motivation: if note.is_empty() { Motivation::Highlighting } else { Motivation::Commenting },
            colour,
            note,
            tags,
            correction: None,
            replies_to: None,
            created: made.unwrap_or(now),
            modified: made.unwrap_or(now),
        })
    }
}

/// 64-bit FNV-1a over the parts, each of which ends with a byte that no text has.
fn hash(parts: &[&str]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0xff]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The colour of this name, or else the first.
pub(super) fn colour(name: &str) -> Colour {
    let known = |colour: &Colour| colour.name().eq_ignore_ascii_case(name.trim());
    Colour::ALL.into_iter().find(known).unwrap_or_default()
}
