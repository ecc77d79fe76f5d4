//! Captions of pictures, and the credits that go with them.

use super::line::Line;

/// What a line says of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Credit {
    /// Nothing.
    None,
    /// It is a caption: words about a picture, with a credit.
    Caption,
    /// It is a credit and nothing else.
    Alone,
}

/// What a credit begins with, before a colon.
const BEFORE_COLON: &[&str] = &[
    "photo",
    "photos",
    "photograph",
    "photographs",
    "photo credit",
    "photo by",
    "picture",
    "picture credit",
    "pictures",
    "image",
    "images",
    "image credit",
    "main image credit",
    "credit",
    "credits",
    "image source",
    "photo courtesy",
    "foto",
    "fotos",
    "bild",
    "bilder",
    "bildquelle",
    "bildquellen",
    "bildnachweis",
    "bildrechte",
    "grafik",
    "abbildung",
    "crédit photo",
    "crédits photo",
    "crédito",
    "créditos",
    "fotografía",
    "imagen",
    "imagem",
    "fot",
    "zdjęcie",
    "źródło zdjęcia",
    "kuva",
    "foto di",
    "fotó",
    "kép",
    "фото",
];
/// Agencies that are named at the end of a credit.
const AGENCIES: &[&str] = &[
    "getty images",
    "getty",
    "shutterstock",
    "shutterstock.com",
    "reuters",
    "afp",
    "ap",
    "ap photo",
    "epa",
    "dpa",
    "istock",
    "imago",
    "fotolia",
    "fotolia.com",
    "adobe stock",
    "unsplash",
    "pixabay",
    "pexels",
    "alamy",
    "picture alliance",
    "keystone",
    "flickr",
    "wikimedia",
    "wikimedia commons",
    "pa wire",
    "pa media",
    "efe",
    "ansa",
    "tass",
    "xinhua",
    "bloomberg",
    "rex",
];

/// Longest credit that stands alone, in code points.
const LONGEST_CREDIT: usize = 80;
/// Longest caption.
const LONGEST_CAPTION: usize = 400;

/// What `line` says of a picture.
pub(super) fn credit(line: &Line) -> Credit {
    let words = line.words.trim();
    if line.length > LONGEST_CAPTION {
        return Credit::None;
    }
    let bare = words.trim_matches(['(', ')', '[', ']', '|', ' ']);
    if line.length <= LONGEST_CREDIT && !line.is_sentence() && (begins(bare) || is_agency(bare)) {
        return Credit::Alone;
    }
    if is_via_agency(bare) {
        return Credit::Alone;
    }
    if ends_with_credit(words) {
        return Credit::Caption;
    }
    // In brackets at the end: "The new bridge. (Photo: A. Poole)"
    let ended = words.trim_end_matches(['.', ' ']);
    let Some((before, inside)) = ended.strip_suffix([')', ']']).and_then(|rest| rest.rsplit_once(['(', '[']))
    else {
        return Credit::None;
    };
    let credited = inside.chars().count() <= LONGEST_CREDIT
        && (begins(inside) || ends_with_agency(inside) || begins_with_agency(inside));
    if credited && before.contains(char::is_alphanumeric) { Credit::Caption } else { Credit::None }
}

/// "The new bridge. Photo by A. Poole", "… Photo courtesy of the town", "… Photograph: A. Poole/AP"
fn ends_with_credit(words: &str) -> bool {
    let ended = words.trim_end_matches(['.', ' ']);
    let Some((before, last)) = ended.rsplit_once(['.', '!', '?', ')']) else { return false };
    // "Photo by J. Poole": an initial's stop ends no sentence.
    let (before, last) = match before.rsplit_once(". ") {
        Some((before, credit)) if begins_with_credit(credit) => {
            (before, ended.get(ended.len() - last.len() - 1 - credit.len()..).unwrap_or(last))
        }
        _ => (before, last),
    };
    let last = last.trim();
    before.contains(char::is_alphanumeric)
        && last.chars().count() <= LONGEST_CREDIT
        && (begins_with_credit(last) || begins(last) && !last.contains('"'))
}

/// "Photo by A. Poole", with a name after it.
fn begins_with_credit(words: &str) -> bool {
    WITHOUT_COLON.iter().any(|credit| {
        words.strip_prefix(credit).is_some_and(|rest| {
            let rest = rest.trim_start();
            rest.starts_with(|c: char| c.is_uppercase() || c == '@') || rest.starts_with("the ")
        })
    }) && words.split_whitespace().count() <= MOST_WORDS
}

/// What a credit begins with after the words of a caption, without a colon.
const WITHOUT_COLON: &[&str] = &[
    "Photo by ",
    "Photo via ",
    "Photo courtesy of ",
    "Photo courtesy ",
    "Photos by ",
    "Photos courtesy of ",
    "Photo credit ",
    "Photograph by ",
    "Photograph courtesy of ",
    "Image by ",
    "Image via ",
    "Image courtesy of ",
    "Picture by ",
    "Picture courtesy of ",
    "Courtesy of ",
    "Screenshot via ",
    "Screengrab from ",
];
/// Most words of such a credit.
const MOST_WORDS: usize = 10;

/// "Photo: A. Poole"
fn begins(words: &str) -> bool {
    let Some((before, after)) = words.split_once(':') else { return false };
    let before = before.trim().to_lowercase();
    after.contains(char::is_alphabetic) && BEFORE_COLON.contains(&before.as_str())
}

/// "ANN B. POOLE via Getty Images."
fn is_via_agency(words: &str) -> bool {
    words.trim_end_matches('.').split_once(" via ").is_some_and(|(name, agency)| {
        AGENCIES.contains(&agency.to_lowercase().as_str())
            && name.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
            && (2..=4).contains(&name.split_whitespace().count())
    })
}

/// "A. Poole/Getty Images", "Getty Images"
fn is_agency(words: &str) -> bool {
    ends_with_agency(words) && words.split_whitespace().count() <= 6
}

fn ends_with_agency(words: &str) -> bool {
    let parts: Vec<&str> = words.split(['/', ',', '|', '–']).map(str::trim).collect();
    let named = parts.last().is_some_and(|last| AGENCIES.contains(&last.to_lowercase().as_str()));
    named
        && (parts.len() > 1
            || words.to_lowercase().ends_with("images")
            || words.to_lowercase().starts_with("ap photo"))
}

/// "Getty/Ann Poole"
fn begins_with_agency(words: &str) -> bool {
    words.split_once('/').is_some_and(|(agency, _)| AGENCIES.contains(&agency.to_lowercase().as_str()))
}
