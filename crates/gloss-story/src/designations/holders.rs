//! Who is known to be what, over all articles of the story.

use super::{people::Scene, phrase::is_age, stated::Stated};
use crate::{hash::HashMap, names::Identity};
use std::collections::{BTreeMap, BTreeSet};

/// What one person is called by one noun.
#[derive(Clone, Debug, Default)]
struct Held {
    /// Words before the noun, in any article.
    modifiers: BTreeSet<String>,
    /// How often the noun is a title by itself: "President Trump".
    bare: usize,
    /// How often it is said of the person at all.
    times: usize,
}

/// The nouns of all people.
#[derive(Default)]
pub(super) struct Holders {
    by_noun: BTreeMap<String, BTreeMap<Identity, Held>>,
    ages: HashMap<Identity, BTreeSet<u32>>,
}

impl Holders {
    /// Takes up what a sentence says of somebody.
    pub(super) fn learn(&mut self, scene: &Scene, stated: &Stated) {
        let phrase = &stated.phrase;
        for word in phrase.modifiers.iter().chain([&phrase.head]) {
            if let Some(age) = age(word) {
                self.ages.entry(stated.who).or_default().insert(age);
            }
        }
        // What somebody was is no way to call them now.
        let held = self.by_noun.entry(phrase.head.clone()).or_default().entry(stated.who).or_default();
        held.times += 1;
        held.bare += usize::from(stated.title && phrase.modifiers.is_empty());
        let row = scene.row;
        held.modifiers.extend((stated.range.clone()).map(|at| row.word(at).to_owned()));
    }

    /// Takes up the ages that a sentence states after names: "Blake, 40,".
    pub(super) fn learn_ages(&mut self, scene: &Scene) {
        let row = scene.row;
        for (name, who) in &scene.named {
            if row.word(name.end) == ","
                && matches!(row.word(name.end + 2), "," | "." | "")
                && let Ok(age) = row.word(name.end + 1).parse::<u32>()
                && age < 120
            {
                self.ages.entry(*who).or_default().insert(age);
            }
        }
    }

    /// The people of an age.
    pub(super) fn of_age(&self, word: &str) -> Vec<Identity> {
        let Some(age) = age(word) else { return Vec::new() };
        let mut found: Vec<Identity> =
            self.ages.iter().filter(|(_, ages)| ages.contains(&age)).map(|(who, _)| *who).collect();
        found.sort_unstable();
        found
    }

    /// The people whom a noun with these words before it may mean. `names` are those of the words that begin with a
    /// capital: the North Korean leader is nobody who is not called North Korean somewhere.
    pub(super) fn fitting(&self, noun: &str, names: &[&str]) -> Vec<(Identity, usize, usize)> {
        let Some(holders) = self.by_noun.get(noun) else { return Vec::new() };
        holders
            .iter()
            .filter(|(_, held)| names.iter().all(|word| held.modifiers.contains(*word)))
            .map(|(who, held)| (*who, held.bare, held.times))
            .collect()
    }

    /// Whether anybody is known by the noun.
    pub(super) fn knows(&self, noun: &str) -> bool {
        self.by_noun.contains_key(noun)
    }
}

fn age(word: &str) -> Option<u32> {
    if !is_age(word) {
        return None;
    }
    word.split('-').next()?.parse().ok()
}
