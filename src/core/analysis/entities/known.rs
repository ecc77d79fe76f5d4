//! What is generally known of British public life, from a data file.

use super::{EntityKind, draft::Draft};
use crate::core::text::tokens;
use std::{collections::HashMap, sync::LazyLock};

const PUBLIC_LIFE: &str = include_str!("public_life.tsv");

/// Known names, by all the names they go by.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Kind and usual name.
    usual: Vec<(EntityKind, &'static str)>,
    /// Index in `usual` for every name.
    by_name: HashMap<String, usize>,
    /// For the first word of each name that is marked wherever it stands: the names, longest first.
    by_first: HashMap<String, Vec<(Vec<String>, EntityKind)>>,
    /// Names that are common words.
    common: HashMap<&'static str, EntityKind>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| Known::read(PUBLIC_LIFE));

impl Known {
    /// What is known.
    pub(super) fn get() -> &'static Self {
        &KNOWN
    }

    fn read(table: &'static str) -> Self {
        let mut all = Self::default();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split('\t');
            let (Some(kind), Some(name)) = (fields.next(), fields.next()) else { continue };
            let kind = match kind {
                "place" => EntityKind::Place,
                "office" => EntityKind::Role,
                _ => EntityKind::Organisation,
            };
            let others = fields.next().unwrap_or_default().split('|').filter(|other| !other.is_empty());
            for other in [name].into_iter().chain(others) {
                let common = other.strip_prefix('~');
                let words = words(common.unwrap_or(other));
                all.by_name.insert(words.join(" "), all.usual.len());
                match (common, words.first()) {
                    (Some(word), _) => {
                        all.common.insert(word, kind);
                    }
                    (None, Some(first)) => {
                        if words.len() > 1 {
                            let capitals: Vec<String> =
                                words.iter().map(|word| word.to_uppercase()).collect();
                            all.by_name.insert(capitals.join(" "), all.usual.len());
                            all.by_first.entry(first.to_uppercase()).or_default().push((capitals, kind));
                        }
                        all.by_first.entry(first.clone()).or_default().push((words, kind));
                    }
                    _ => {}
                }
            }
            all.usual.push((kind, name));
        }
        for names in all.by_first.values_mut() {
            names.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        all
    }

    /// The usual name of what goes by the given words and is of the given kind.
    pub(super) fn usual_name(&self, kind: EntityKind, name: &str) -> Option<&'static str> {
        let (known, usual) = self.usual.get(*self.by_name.get(&words(name).join(" "))?)?;
        (*known == kind).then_some(usual)
    }

    /// How many tokens the longest known name takes that begins with `first`, and its kind; `word` gives the
    /// tokens behind.
    pub(super) fn longest<'a>(
        &self,
        first: &str,
        word: impl Fn(usize) -> &'a str,
    ) -> Option<(usize, EntityKind)> {
        let names = self.by_first.get(first)?;
        let found = names.iter().find(|(words, _)| {
            words.iter().enumerate().skip(1).all(|(at, expected)| same(word(at), expected))
        });
        found.map(|(words, kind)| (words.len(), *kind))
    }
}

fn same(word: &str, expected: &str) -> bool {
    word == expected || word == "’" && expected == "'"
}

fn words(name: &str) -> Vec<String> {
    tokens(name).iter().map(|token| token.span.of(name).replace('’', "'")).collect()
}

/// Names what is generally known, unless it is part of a longer name.
pub(super) fn mark(draft: &mut Draft) {
    let known = Known::get();
    let mut at = 0;
    while at < draft.tokens.len() {
        let found = known.longest(draft.word(at), |behind| draft.next_word(at + behind));
        let Some((length, kind)) = found.or_else(|| common(known, draft, at)) else {
            at += 1;
            continue;
        };
        let range = at..at + length;
        // "US$22,200" names no country.
        if matches!(draft.next_word(range.end), "$" | "dollar" | "dollars") && kind == EntityKind::Place {
            draft.unmark(&range);
            at = range.end;
            continue;
        }
        let longer = range.clone().any(|token| {
            draft.name_at(token).is_some_and(|(_, name)| name.start < range.start || name.end > range.end)
        });
        if !longer && kind != EntityKind::Role {
            draft.mark(&range, kind);
        }
        at = range.end;
    }
}

/// A known name that is a common word, where what stands around it makes it a name.
fn common(known: &Known, draft: &Draft, at: usize) -> Option<(usize, EntityKind)> {
    let kind = *known.common.get(draft.word(at))?;
    let behind_article = at > 0 && !draft.begins_sentence(at) && matches!(draft.word(at - 1), "the" | "The");
    let next = draft.next_word(at + 1);
    let head = next.strip_suffix('s').unwrap_or(next).to_lowercase();
    let before_people =
        super::roles::HEADS.contains(&head.as_str()) || matches!(next, "firearms" | "detectives" | "police");
    (behind_article && !draft.is_capitalised(at + 1) || before_people).then_some((1, kind))
}
