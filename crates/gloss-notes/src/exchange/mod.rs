//! Annotations in the formats of other programs.
//!
//! W3C JSON-LD and a backup of everything go out and come in; exports of Hypothesis, Zotero, Readwise and Kindle come
//! in; Markdown, CSV and a page of its own go out.
//!
//! Invariant: reading never fails on a part. What cannot be read is named in a [`Warning`] and the rest is read. What
//! comes in is shown as an [`ImportPreview`] and as [`FactsPreview`]s before anything changes.

mod backup;
mod csv;
mod errand;
mod facts;
mod foreign;
#[cfg(test)]
mod foreign_tests;
mod html;
mod hypothesis;
mod import;
mod json_ld;
mod kindle;
mod labels;
mod library;
mod limits;
mod markdown;
mod note_html;
mod passage;
mod readwise;
mod said;
mod time;
mod warning;
mod zotero;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod writing_tests;

pub use backup::Backup;
pub use csv::{to_csv, to_csv_field};
pub use errand::{Errand, Format, PreparedImport};
pub use facts::{Fact, FactDifference, FactsPreview, merge_facts, preview_facts};
pub use gloss_text::escape_html;
pub use html::to_html;
pub use import::{FileFormat, Import, ImportPreview, Skipped, read};
pub use json_ld::{to_json_ld, to_json_ld_collection};
pub use labels::Labels;
pub use library::{LibraryMatch, MatchedBy, match_library};
pub use limits::Limit;
pub use markdown::to_markdown;
pub use passage::{Entry, Passage};
pub use time::{from_iso_8601, to_iso_8601};
pub use warning::{ReadError, Unreadable, Warning};
