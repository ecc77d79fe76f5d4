//! Names: where they stand, of which kind, and which of them mean the same.

mod acronyms;
mod aliases;
mod calendar;
mod draft;
mod features;
mod hash;
mod identity;
mod known;
mod model;
mod network;
mod persons;
mod quantities;
mod roles;
pub mod tagger;
mod titles;
mod words;

use crate::core::{
    article::Article,
    text::{Span, sentences},
};
pub use calendar::CalendarDate;
use draft::Draft;
pub use model::{Model, ModelError};

/// Index into [`super::Analysis::entities`].
pub type EntityId = usize;

/// One place where something is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name as it stands.
    pub span: Span,
    /// Its kind.
    pub kind: EntityKind,
    /// Whom it means; `None` where the text does not say.
    pub entity: Option<EntityId>,
}

/// A person, organisation or other thing that mentions are gathered under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its kind.
    pub kind: EntityKind,
    /// The fullest name that the text gives, without titles; of well-known bodies the usual name.
    pub name: String,
    /// How else the text calls it, titles included, in the order of the text: "Sgt Blake", "NX121".
    pub aliases: Vec<String>,
    /// Titles and ranks that stand before the name: "Sergeant", "Sir".
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

/// Finds the mentions of an article and gathers them under entities.
pub(super) fn recognise(article: &Article, model: &Model) -> (Vec<Mention>, Vec<Entity>) {
    let text = article.text.as_str();
    let passages: Vec<Span> = article.prose().flat_map(|block| sentences(text, block.span)).collect();
    let document = model.lexicon.document(text, &passages);
    let names = model.names(&document);
    let mut draft = Draft::new(text, document.tokens, &document.sentences);
    for (kind, range) in names {
        draft.mark(&range, kind);
    }
    known::mark(&mut draft);
    persons::mark_titled(&mut draft);
    persons::join_hyphenated(&mut draft);
    let acronyms = acronyms::mark(&mut draft);
    persons::mark_surnames(&mut draft);
    let aliases = aliases::mark(&mut draft);
    let names = draft.names();
    let (ids, mut entities) = identity::resolve(&draft, &names, &identity::Links { acronyms, aliases });
    let mut mentions: Vec<Mention> = names
        .iter()
        .zip(&ids)
        .map(|((kind, range), entity)| Mention { span: draft.span(range), kind: *kind, entity: *entity })
        .collect();
    for role in roles::find(&draft, &names, &ids) {
        if let Some(holder) = role.holder.and_then(|holder| entities.get_mut(holder))
            && !holder.roles.contains(&role.name)
        {
            holder.roles.push(role.name);
        }
        mentions.push(Mention { span: draft.span(&role.range), kind: EntityKind::Role, entity: role.holder });
    }
    for found in calendar::find(&draft, article.metadata.published) {
        let span = draft.span(&found.range);
        let entity = Entity { date: found.date, ..Entity::new(EntityKind::Date, span.of(text)) };
        mentions.push(Mention { span, kind: EntityKind::Date, entity: Some(entities.len()) });
        entities.push(entity);
    }
    for (kind, range) in quantities::find(&draft) {
        mentions.push(Mention { span: draft.span(&range), kind, entity: None });
    }
    mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    (mentions, entities)
}
