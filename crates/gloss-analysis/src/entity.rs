//! What the analysis says of names: mentions, and the entities that they mean.

use gloss_text::Span;
use std::fmt;

/// Index into [`crate::Analysis::entities`].
pub type EntityId = usize;

/// One place where something is named.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Mention {
    /// The name in the text.
    pub span: Span,
    /// Its kind.
    pub kind: EntityKind,
    /// Whom it means; `None` where the text does not say.
    pub entity: Option<EntityId>,
}

/// A person, organisation or other thing that mentions are gathered under.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Entity {
    /// Its kind.
    pub kind: EntityKind,
    /// The fullest name that the text gives, without titles; of well-known bodies the usual name.
    pub name: String,
    /// How else the text calls it, titles included, in the order of the text: "Sgt Blake", "NX121".
    pub aliases: Vec<String>,
    /// Titles and ranks before the name: "Sergeant", "Sir".
    pub titles: Vec<String>,
    /// Offices that the text gives to a person: "Met Police commissioner".
    pub roles: Vec<String>,
    /// What a calendar expression means, where it can be known.
    pub date: Option<CalendarDate>,
}

impl Entity {
    /// An entity of which only the name is known.
    pub fn new(kind: EntityKind, name: impl Into<String>) -> Self {
        let (aliases, titles, roles) = (Vec::new(), Vec::new(), Vec::new());
        Self { kind, name: name.into(), aliases, titles, roles, date: None }
    }
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A person.
    Person,
    /// A company, body, force, party or other group with a name of its own.
    Organisation,
    /// A country, town, street or building as a place.
    Place,
    /// A calendar expression.
    Date,
    /// An office, rank or position.
    Role,
    /// Somebody's age.
    Age,
    /// A length of time.
    Duration,
    /// A sum of money.
    Money,
}

impl EntityKind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Date,
        Self::Role,
        Self::Age,
        Self::Duration,
        Self::Money,
    ];

    /// The kind in the words of the command line and of stored data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Date => "date",
            Self::Role => "role",
            Self::Age => "age",
            Self::Duration => "duration",
            Self::Money => "money",
        }
    }
}

/// A year, a month or a day, as exactly as the text says. Its form is that of ISO 8601: "2022-09-05".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct CalendarDate {
    /// The year.
    pub year: i16,
    /// The month, from 1.
    pub month: Option<u8>,
    /// The day of the month, from 1.
    pub day: Option<u8>,
}

impl fmt::Display for CalendarDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}
