//! English word lists. A room of their own, so that another language can be added beside this one.

pub(crate) mod calendar;
pub(crate) mod names;
pub(crate) mod offices;
pub(crate) mod organisations;
pub(crate) mod products;
pub(crate) mod quantities;
pub(crate) mod titles;

/// Sets of words, each written as one string with white space between the words.
macro_rules! word_lists {
    ($($(#[$doc:meta])* $name:ident = $words:literal;)*) => {
        $(
            $(#[$doc])*
            pub(crate) static $name: std::sync::LazyLock<std::collections::HashSet<&'static str>> =
                std::sync::LazyLock::new(|| $words.split_whitespace().collect());
        )*
    };
}
use word_lists;
