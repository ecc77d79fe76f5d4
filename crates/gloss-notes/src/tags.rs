//! Tags that differ only in case, or in white space around them, are the same tag.

use std::collections::{BTreeMap, BTreeSet};

/// Whether two spellings are the same tag.
pub fn is_same_tag(a: &str, b: &str) -> bool {
    key(a) == key(b)
}

/// The tags in order, each once in the spelling that comes first; empty ones are left out.
pub fn distinct_tags<'a>(tags: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut known = BTreeSet::new();
    let new = tags.into_iter().map(str::trim).filter(|tag| !tag.is_empty() && known.insert(key(tag)));
    new.map(str::to_owned).collect()
}

/// Counts how often each tag is used, in the order of the alphabet. A tag has the spelling that is used most often, and
/// of those that are used equally often the first in the order of the code points.
pub fn count_tags<'a>(tags: impl IntoIterator<Item = &'a str>) -> Vec<(String, usize)> {
    let mut spellings: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    for tag in tags.into_iter().map(str::trim).filter(|tag| !tag.is_empty()) {
        *spellings.entry(key(tag)).or_default().entry(tag).or_default() += 1;
    }
    let count = |spellings: BTreeMap<&str, usize>| {
        let all = spellings.values().sum();
        let most = spellings.into_iter().rev().max_by_key(|(_, count)| *count);
        (most.map(|(spelling, _)| spelling.to_owned()).unwrap_or_default(), all)
    };
    spellings.into_values().map(count).collect()
}

fn key(tag: &str) -> String {
    tag.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_makes_no_other_tag() {
        assert!(is_same_tag("Press freedom", " press Freedom") && !is_same_tag("press", "presses"));
        assert_eq!(distinct_tags(["Law", "law ", "", "court", "LAW"]), ["Law", "court"]);
    }

    #[test]
    fn the_usual_spelling_is_shown() {
        let counted = count_tags(["law", "Court", "Law", "law", "court"]);
        assert_eq!(counted, [("Court".to_owned(), 2), ("law".to_owned(), 3)]);
    }
}
