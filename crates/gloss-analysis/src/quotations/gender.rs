//! Grammatical gender, as far as titles, offices and first names tell.

use super::words;
use std::{collections::HashMap, sync::LazyLock};

/// Whom "he", "she" or "it" may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Male,
    Female,
    /// A body, not a person.
    Neuter,
}

static GENDERS: LazyLock<HashMap<&str, Gender>> = LazyLock::new(|| {
    let lists =
        [(words::BODIES, Gender::Neuter), (words::FEMALE, Gender::Female), (words::MALE, Gender::Male)];
    lists
        .into_iter()
        .flat_map(|(list, gender)| list.split_whitespace().map(move |word| (word, gender)))
        .collect()
});

/// The gender that a word tells, in any case.
pub(super) fn gender_of_word(word: &str) -> Option<Gender> {
    GENDERS.get(word.to_lowercase().as_str()).copied()
}

/// The gender that a personal or possessive pronoun asks for; `None` for "they" and for words that are none.
pub(super) fn gender_of_pronoun(word: &str) -> Option<Gender> {
    match word.to_lowercase().as_str() {
        "he" | "his" | "him" => Some(Gender::Male),
        "she" | "her" => Some(Gender::Female),
        "it" | "its" => Some(Gender::Neuter),
        _ => None,
    }
}
