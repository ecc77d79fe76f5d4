//! The longer sentences in English, and what they are made of.

use super::ENGLISH;
use crate::platform::locale::{self, Plural};
use gloss_analysis::Correction;
use gloss_app::{Message, StorageFailure};
use gloss_notes::{Deed, TakenFor};

/// A number of things, where English tells apart only one and any other number.
pub(super) fn counted(count: usize, one: &str, other: &str) -> String {
    let noun = if locale::plural(count) == Plural::One { one } else { other };
    format!("{} {noun}", locale::number(count))
}

/// Why notes are not saved, and what to do.
pub(super) fn unsaved(failure: &StorageFailure) -> String {
    match failure {
        StorageFailure::Full => "Your notes are not being saved, because there is no space left. They stay here \
                                 until you close this tab: back them up in the Notebook now, or free some space \
                                 and try again."
            .to_owned(),
        StorageFailure::Newer => "Your notes are not being saved, because a newer version of Gloss keeps them now. Close the \
                                  other tabs of Gloss and load this page again."
            .to_owned(),
        StorageFailure::Blocked => "Your notes are not being saved, because this browser stores nothing for this \
                                    page, as in some private windows. They stay here until you close this tab: \
                                    back them up in the Notebook, or allow storage and try again."
            .to_owned(),
        StorageFailure::Other(why) => format!(
            "Your notes are not being saved ({why}). They stay here until you close this tab: back them up in \
             the Notebook now, or try again."
        ),
    }
}

/// What has happened.
pub(super) fn message(message: &Message) -> String {
    match message {
        Message::Done(deed) => format!("{}.", capitalised(&done(deed, None))),
        Message::NoSuchNote => "The note that the link leads to is not in this browser.".to_owned(),
        Message::NoSuchPassage => "The words that the link leads to are not in this article.".to_owned(),
        Message::Copied => "Copied.".to_owned(),
        Message::ExchangeFailed => ENGLISH.exchange_failed.to_owned(),
        Message::Undone(deed, title) => format!("Undone: {}.", done(deed, title.as_deref())),
        Message::Redone(deed, title) => format!("Done again: {}.", done(deed, title.as_deref())),
    }
}

/// What a correction says of a mark.
pub(super) fn correction(correction: &Correction) -> String {
    match correction {
        Correction::Name { kind } => format!("Corrected: {}", (ENGLISH.kind)(*kind).to_lowercase()),
        Correction::SameAs { name } => format!("Corrected: the same as {name}"),
        Correction::NotAName => "Corrected: not a name".to_owned(),
        Correction::Quotation { .. } => "Corrected: a quotation".to_owned(),
        Correction::Speaker { name: Some(name) } => format!("Corrected: spoken by {name}"),
        Correction::Speaker { name: None } => "Corrected: nobody can say who speaks".to_owned(),
        Correction::NotAQuotation => "Corrected: not a quotation".to_owned(),
    }
}

/// What the mark was before.
pub(super) fn before_correction(before: &TakenFor) -> String {
    let before = match before {
        TakenFor::Nothing => "nothing".to_owned(),
        TakenFor::Name { kind, .. } => (ENGLISH.kind)(*kind).to_lowercase(),
        TakenFor::Quotation { .. } => "a quotation".to_owned(),
        TakenFor::Entity { name } | TakenFor::Speaker { name: Some(name) } => name.clone(),
        TakenFor::Speaker { name: None } => "nobody known".to_owned(),
    };
    format!(" (found: {before})")
}

/// Who speaks in an article: how many, how much, and their names.
pub(super) fn voices_line(
    voices: usize,
    share: usize,
    names: &[&str],
    more: usize,
    unnamed: usize,
) -> String {
    let count = if voices > 0 { counted(voices, "voice", "voices") } else { "No one is named".to_owned() };
    let mut parts = vec![format!("{count}, {} quoted", locale::percent(share))];
    if !names.is_empty() {
        let more = if more > 0 { format!(" and {} more", locale::number(more)) } else { String::new() };
        parts.push(format!(": {}{more}", names.join(", ")));
    }
    if unnamed > 0 {
        parts.push(format!("; {} without a name", counted(unnamed, "quotation", "quotations")));
    }
    parts.concat()
}

/// What was done, for a sentence.
fn done(deed: &Deed, title: Option<&str>) -> String {
    let of = |what: &str| title.map_or_else(|| what.to_owned(), |title| format!("{what} of “{title}”"));
    match deed {
        Deed::Highlighted => "highlight made".to_owned(),
        Deed::Noted => "note written".to_owned(),
        Deed::Coloured => "colour changed".to_owned(),
        Deed::Tagged => "tags changed".to_owned(),
        Deed::Deleted => "deleted".to_owned(),
        Deed::Corrected => "corrected".to_owned(),
        Deed::Reattached => "put on another passage".to_owned(),
        Deed::TookVersion => "other version taken".to_owned(),
        Deed::Described(_) => of("facts changed"),
        Deed::Brought(_) => {
            title.map_or_else(|| "article added".to_owned(), |title| format!("article “{title}” added"))
        }
        Deed::Removed(_) => title.map_or_else(
            || "article removed; its notes stay".to_owned(),
            |title| format!("article “{title}” removed"),
        ),
        Deed::Imported => "imported".to_owned(),
        Deed::Many(count, deed) => format!("{} ({})", done(deed, title), counted(*count, "note", "notes")),
    }
}

/// With a capital at the beginning.
fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
