use super::{ArticleId, Day, Timestamp};
use serde::{Deserialize, Serialize};

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
    /// The web address.
    pub address: Option<String>,
}

/// What the reader states about an article, kept beside it as one record and never written into its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
            address: self.address.clone().or_else(|| stated.address.clone()),
        }
    }
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    modified: Timestamp,
}

impl From<Record> for Description {
    fn from(record: Record) -> Self {
        let Record { id, title, source, author, published, language, address, modified } = record;
        let published = published.and_then(|written| written.parse().ok());
        Self { id, metadata: Metadata { title, source, author, published, language, address }, modified }
    }
}

impl From<Description> for Record {
    fn from(description: Description) -> Self {
        let Description { id, metadata, modified } = description;
        let Metadata { title, source, author, published, language, address } = metadata;
        Self {
            id,
            title,
            source,
            author,
            published: published.map(|day| day.to_string()),
            language,
            address,
            modified,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_holds_what_the_reader_states_and_no_more() {
        let metadata = Metadata { published: Day::new(2024, 10, 21), ..Metadata::default() };
        let description = Description { id: "a".parse().unwrap(), metadata, modified: 5 };
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
