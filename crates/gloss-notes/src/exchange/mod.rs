//! Annotations in the formats of others: W3C JSON-LD and a backup of everything, out and in; Hypothesis'
//! export, in; Markdown, CSV and a page of its own, out.
//!
//! Invariant: reading never fails on a part. What cannot be read is named in a [`Warning`] and the rest is
//! read; what comes in is shown as an [`ImportPreview`] before anything changes.

mod backup;
mod csv;
mod facts;
mod html;
mod hypothesis;
mod import;
mod json_ld;
mod markdown;
mod passage;
mod time;

#[cfg(test)]
mod tests;

pub use backup::Backup;
pub use csv::{to_csv, to_csv_field};
pub use facts::{Fact, FactDifference, FactsPreview, merge_facts, preview_facts};
pub use html::{escape_html, to_html};
pub use import::{Import, ImportPreview, ReadError, Skipped, Warning, read};
pub use json_ld::{to_json_ld, to_json_ld_collection};
pub use markdown::to_markdown;
pub use passage::{Entry, Passage};
pub use time::{from_iso_8601, to_iso_8601};
