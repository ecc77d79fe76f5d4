use super::ArticleId;
use crate::core::annotation::Timestamp;
use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar, as year, month, day.
pub type Day = (i16, u8, u8);

/// Facts about an article that its text does not give. Absent means not stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// The headline; where absent, the first words stand for it.
    pub title: Option<String>,
    /// The outlet.
    pub source: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// The day it was published.
    pub published: Option<Day>,
    /// BCP 47 tag of the language.
    pub language: Option<String>,
}

/// What the reader states about an article, kept beside it as one record and never written into its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Record", into = "Record")]
pub struct Description {
    /// The article.
    pub id: ArticleId,
    /// What the reader states; what is absent here is as the source states it.
    pub metadata: Metadata,
    /// When it was last changed.
    pub modified: Timestamp,
}

impl Metadata {
    /// These facts, and where they are silent those of `stated`.
    #[must_use]
    pub fn over(&self, stated: &Self) -> Self {
        Self {
            title: self.title.clone().or_else(|| stated.title.clone()),
            source: self.source.clone().or_else(|| stated.source.clone()),
            author: self.author.clone().or_else(|| stated.author.clone()),
            published: self.published.or(stated.published),
            language: self.language.clone().or_else(|| stated.language.clone()),
        }
    }
}

/// Reads `2024-10-21`; none for what is no such day.
pub fn parse_day(written: &str) -> Option<Day> {
    let mut parts = written.trim().splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let year: i16 = year.parse().ok().filter(|_| year.len() == 4)?;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    (1..=days).contains(&day).then_some((year, month, day))
}

/// Writes a day as [`parse_day`] reads it.
pub fn write_day((year, month, day): Day) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// A description as it is stored: flat, and without what is not stated.
#[derive(Serialize, Deserialize)]
struct Record {
    id: ArticleId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    author: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    modified: Timestamp,
}

impl From<Record> for Description {
    fn from(record: Record) -> Self {
        let Record { id, title, source, author, published, language, modified } = record;
        let published = published.as_deref().and_then(parse_day);
        Self { id, metadata: Metadata { title, source, author, published, language }, modified }
    }
}

impl From<Description> for Record {
    fn from(description: Description) -> Self {
        let Description { id, metadata, modified } = description;
        let Metadata { title, source, author, published, language } = metadata;
        Self { id, title, source, author, published: published.map(write_day), language, modified }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_and_read() {
        for written in ["2024-10-21", "2024-02-29", "1900-01-31", "0079-08-24"] {
            assert_eq!(parse_day(written).map(write_day).as_deref(), Some(written));
        }
        for written in
            ["", "2023-02-29", "1900-02-29", "2024-13-01", "2024-04-31", "24-01-01", "2024-1-", "x-y-z"]
        {
            assert_eq!(parse_day(written), None, "{written}");
        }
    }

    #[test]
    fn a_record_holds_what_the_reader_states_and_no_more() {
        let metadata = Metadata { published: Some((2024, 10, 21)), ..Metadata::default() };
        let description = Description { id: "a".into(), metadata, modified: 5 };
        let json = serde_json::to_string(&description).unwrap();
        assert_eq!(json, r#"{"id":"a","published":"2024-10-21","modified":5}"#);
        assert_eq!(serde_json::from_str::<Description>(&json).unwrap(), description);
    }

    #[test]
    fn what_the_reader_states_goes_before_what_the_source_states() {
        let stated =
            Metadata { title: Some("Old".into()), source: Some("Post".into()), ..Metadata::default() };
        let own = Metadata { title: Some("New".into()), ..Metadata::default() };
        let both = own.over(&stated);
        assert_eq!((both.title.as_deref(), both.source.as_deref()), (Some("New"), Some("Post")));
        assert_eq!(Metadata::default().over(&stated), stated);
    }
}
