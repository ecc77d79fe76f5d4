//! Who wrote it, as the page shows it.

use crate::{
    space::even,
    tree::{NodeId, Tree},
};

/// Words before an author's name, in the languages of most pages.
const LABELS: &[&str] = &[
    "written by",
    "posted by",
    "published by",
    "reported by",
    "story by",
    "words by",
    "text by",
    "author",
    "authors",
    "by",
    "geschrieben von",
    "verfasst von",
    "veröffentlicht von",
    "erstellt von",
    "autor",
    "autorin",
    "autoren",
    "ein beitrag von",
    "ein artikel von",
    "von",
    "écrit par",
    "publié par",
    "auteur",
    "par",
    "escrito por",
    "publicado por",
    "por",
    "scritto da",
    "di",
    "a cura di",
    "door",
    "geplaatst door",
    "av",
    "af",
    "skrevet av",
    "text",
    "od",
    "autore",
    "redaktion",
    "από",
    "автор",
    "oleh",
    "penulis",
];

/// Words that begin what is no name.
const NO_NAMES: &[&str] = &[
    "foto",
    "photo",
    "bild",
    "image",
    "publi",
    "veröffentlicht",
    "posted",
    "updated",
    "aktualisiert",
    "erstellt",
    "share",
    "follow",
    "about",
    "über",
    "autor",
    "author",
    "comment",
    "kommentar",
    "read",
    "mehr",
    "more",
    "view",
    "alle ",
    "the author",
    "submitted",
];

/// Names that a system gives to whoever uses it; a name on the page is better.
const NOBODY: &[&str] =
    &["admin", "administrator", "webmaster", "editor", "root", "redaktion", "redakteur", "staff", "user"];

/// Longest byline, in characters.
const LONGEST: usize = 90;

/// Returns whether a word is a label before an author's name.
pub(super) fn is_label(text: &str) -> bool {
    LABELS.contains(&text.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase().as_str())
}

/// The host of an address without `www.`.
pub(super) fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
}

/// The author: what is `stated`, the element of those that `may_be` the article's that says so, or the first of the
/// `lines` around the headline that begins as a byline. The name of the `source` is the author if there is no other.
pub(crate) fn byline<'a>(
    tree: &Tree,
    stated: &[String],
    source: Option<&str>,
    may_be: impl Fn(NodeId) -> bool,
    mut lines: impl Iterator<Item = &'a str>,
) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for name in stated.iter().filter_map(|name| cleaned(name)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let stated = names.join(", ");
    let folded = super::folded(&stated);
    let is_nobody =
        NOBODY.contains(&folded.as_str()) || source.is_some_and(|source| super::folded(source) == folded);
    if !folded.is_empty() && !is_nobody {
        return Some(stated);
    }
    shown(tree, may_be).or_else(|| lines.find_map(of_line)).or(Some(stated).filter(|name| !name.is_empty()))
}

/// The element that says most surely that it holds the author's name.
fn shown(tree: &Tree, may_be: impl Fn(NodeId) -> bool) -> Option<String> {
    let mut best: Option<(u8, String)> = None;
    let mut end = 0;
    for node in tree.subtree(Tree::ROOT) {
        if node < end || tree.text(node).is_some() {
            continue;
        }
        let rank = rank(tree, node);
        if rank == 0 || !may_be(node) || best.as_ref().is_some_and(|(most, _)| *most >= rank) {
            continue;
        }
        let mut words = tree.few_words(node);
        // Of a longer text about the author, the name is what links to more of it.
        if (words.len() > LONGEST || words.contains('@'))
            && let Some(link) =
                tree.named(node, "a").map(|link| tree.few_words(link)).find(|link| link.contains(' '))
        {
            words = link;
        }
        if words.len() > 4 * LONGEST {
            continue;
        }
        if let Some(name) = cleaned(&words) {
            best = Some((rank, name));
            end = tree.end(node);
        }
    }
    best.map(|(_, name)| name)
}

/// The name in a line like "By Ann Example" or "Posted on May 16, 2019 by ann". Without a day in the line the name
/// begins with a capital.
fn of_line(line: &str) -> Option<String> {
    if line.len() > 160 {
        return None;
    }
    let has_day = super::day::first_day(line, true).is_some();
    let mut words = line.split_whitespace();
    let mut label = String::new();
    for word in words.by_ref() {
        label = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        let is_by = matches!(
            label.as_str(),
            "by" | "von" | "par" | "por" | "door" | "redaktion" | "autor" | "author" | "text"
        );
        if is_by && (matches!(label.as_str(), "by" | "von" | "par" | "por" | "door") || word.ends_with(':')) {
            break;
        }
        label.clear();
        // Words before the label are those of a date or a label of their own.
        let is_label = [
            "posted",
            "written",
            "published",
            "on",
            "at",
            "am",
            "um",
            "uhr",
            "veröffentlicht",
            "geschrieben",
            "gespeichert",
            "verfasst",
            "erstellt",
            "publié",
            "publicado",
            "le",
            "el",
            "in",
        ]
        .contains(&word.to_lowercase().as_str());
        if !has_day && !is_label {
            return None;
        }
    }
    let rest: Vec<&str> = words.collect();
    let first = rest.first()?.chars().next()?;
    if label.is_empty() || !(first.is_uppercase() || has_day) {
        return None;
    }
    let mut name: Vec<&str> = Vec::new();
    for word in rest {
        let is_end = matches!(
            word,
            "am" | "on"
                | "in"
                | "um"
                | "at"
                | "|"
                | "-"
                | "–"
                | "@"
                | "under"
                | "unter"
                | "·"
                | "•"
                | "le"
                | "el"
                | "IN"
                | "AM"
        );
        if is_end || word.starts_with(|c: char| c.is_ascii_digit() || c == '(') || name.len() > 8 {
            break;
        }
        name.push(word);
    }
    cleaned(&name.join(" ")).filter(|name| name.split(' ').count() <= 8 && !name.ends_with(['.', '?', '!']))
}

/// Returns whether a line says who wrote the article and no more.
pub(crate) fn is_byline(line: &str, byline: &str) -> bool {
    line.len() < byline.len() + 40 && cleaned(line).is_some_and(|name| name.eq_ignore_ascii_case(byline))
}

/// How surely an element holds the author's name; 0 if nothing says so.
fn rank(tree: &Tree, node: NodeId) -> u8 {
    let attribute = |name| tree.attribute(node, name).unwrap_or_default();
    let has = |value: &str, word: &str| {
        value.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(word))
    };
    if tree.name(node) == "meta" || tree.name(node) == "link" {
        return 0;
    }
    if has(attribute("itemprop"), "author") {
        let named = tree.subtree(node).any(|node| tree.attribute(node, "itemprop") == Some("name"));
        return if named { 6 } else { 7 };
    }
    if has(attribute("itemprop"), "name")
        && tree
            .ancestors(node)
            .take(3)
            .any(|node| tree.attribute(node, "itemprop").is_some_and(|value| has(value, "author")))
    {
        return 8;
    }
    if has(attribute("rel"), "author") {
        return 5;
    }
    let names = format!("{} {}", attribute("class"), attribute("id")).to_ascii_lowercase();
    let part = |word: &str| names.split(|c: char| !c.is_ascii_alphanumeric()).any(|part| part == word);
    if part("byline") || names.contains("author-name") || names.contains("authorname") {
        4
    } else if part("author") || part("autor") || part("auteur") || part("authors") || part("byauthor") {
        3
    } else if names.contains("byline") || names.contains("author") {
        2
    } else {
        0
    }
}

/// A name without the label before it and without day, office or reading time after it.
fn cleaned(text: &str) -> Option<String> {
    if text.trim_start().starts_with("http") {
        return None;
    }
    let mut name = even(&super::unescape(text));
    loop {
        let lower = name.to_lowercase();
        let label = LABELS.iter().filter(|label| {
            lower
                .strip_prefix(**label)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':', '\u{a0}', '|']))
        });
        let Some(longest) = label.map(|label| label.len()).max() else { break };
        let rest = name.get(longest..).unwrap_or_default();
        name = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '@').to_owned();
        if name.is_empty() {
            return None;
        }
    }
    for separator in [" | ", "|", " · ", " • ", " — ", " – ", " - ", " am ", " on ", "//", " / "] {
        if let Some((before, after)) = name.split_once(separator)
            && !before.trim().is_empty()
            && (after.contains(|c: char| c.is_ascii_digit())
                || separator.len() < 6 && !matches!(separator, " am " | " on "))
        {
            name = before.trim().to_owned();
        }
    }
    let is_digit = |c: char| c.is_ascii_digit();
    if let Some(at) = name.find(is_digit).filter(|at| *at > 6) {
        let before =
            name.get(..at).unwrap_or_default().trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.');
        name = before.trim_end_matches([',', ' ']).to_owned();
    }
    let name = name.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '|' | '-' | '–' | '•' | '·')
    });
    let is_name = name.contains(char::is_alphabetic)
        && name.chars().count() <= LONGEST
        && !name.contains("://")
        && !name.contains("www.")
        && !name.starts_with('#')
        && !NO_NAMES.iter().any(|word| name.to_lowercase().starts_with(word))
        && name.split(' ').count() <= 12;
    is_name.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_may_be_a_byline() {
        let name = |line| of_line(line).unwrap_or_default();
        assert_eq!(name("By Ann Example"), "Ann Example");
        assert_eq!(name("Posted on May 16, 2019 by ann in News"), "ann");
        assert_eq!(name("Gespeichert von ann am 24. Juli 2017 - 18:55"), "ann");
        assert_eq!(name("05.02.2020 - Redaktion: Ann Example (Sprecherin)"), "Ann Example");
        assert_eq!(name("By the river they sat down."), "");
        assert_eq!(name("She went to see a play by Shakespeare"), "");
    }

    #[track_caller]
    fn check(text: &str, name: &str) {
        assert_eq!(cleaned(text).unwrap_or_default(), name, "{text}");
    }

    #[test]
    fn a_byline_is_the_name_alone() {
        check("By Ann Example", "Ann Example");
        check("Von: Ann Example | 16.05.2019", "Ann Example");
        check("Written by Ann Example on May 16, 2019", "Ann Example");
        check("Ann Example, 16. Mai 2019", "Ann Example");
        check("Diana Example", "Diana Example");
        check("https://social.example/ann", "");
        check("by", "");
    }
}
