//! The gate of the English rules: which articles they are for.

use gloss_text::{Article, Language, Told, tell};
use serde::{Deserialize, Serialize};

/// Why an article has no marks by the rules for English: it is in another language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Foreign {
    /// BCP 47 tag of the language; `None` where the text only tells that it is not English.
    pub language: Option<String>,
    /// Whether the article's metadata say so, or else the text itself.
    pub stated: bool,
}

/// Tells whether `article` is in another language than English, and in which. A stated language goes first; else the
/// article's own words tell, page furniture aside.
///
/// `None` for a text that may be English. A text in Latin script that is too short to tell counts as English: most of
/// what is read here is, and the rules find little in a short text of another language, whereas a short piece in
/// English without its marks would be a loss. A text in another script is never English.
pub fn foreign(article: &Article) -> Option<Foreign> {
    if let Some(tag) = article.metadata.language.as_deref().and_then(stated) {
        return (primary(tag) != "en").then(|| Foreign { language: Some(tag.to_owned()), stated: true });
    }
    match tell(&own_words(article)) {
        Told::Unsure | Told::Language(Language::ENGLISH) => None,
        Told::Language(language) => {
            Some(Foreign { language: Some(language.tag().to_owned()), stated: false })
        }
        Told::Foreign => Some(Foreign { language: None, stated: false }),
    }
}

/// The BCP 47 tag of the language of `article`, as stated or else as its text tells; `None` where that is not sure.
pub fn language(article: &Article) -> Option<String> {
    let stated = article.metadata.language.as_deref().and_then(stated);
    let told = || gloss_text::language(&own_words(article)).map(Language::tag);
    stated.or_else(told).map(str::to_owned)
}

impl Foreign {
    /// The first part of the tag, in lower case: "de" of "de-AT". Empty where the language is not known.
    pub(super) fn primary(&self) -> String {
        self.language.as_deref().map(primary).unwrap_or_default()
    }
}

/// The stated tag, unless it says that the language is not known, is several, or is none.
fn stated(tag: &str) -> Option<&str> {
    let tag = tag.trim();
    let named = matches!(tag.split(['-', '_']).next(), Some(first) if (2..=8).contains(&first.len()));
    (named && !matches!(primary(tag).as_str(), "und" | "mul" | "mis" | "zxx")).then_some(tag)
}

fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

fn own_words(article: &Article) -> String {
    let lines: Vec<&str> = article.document.prose().map(|block| block.span.of(article.text())).collect();
    lines.join("\n")
}
