//! Who is who over the articles of a story.

use crate::{hash::HashMap, passage::ArticleIndex, prepared::Prepared, words::fold};
use gloss_analysis::{Analysis, EntityId, EntityKind, across};
use std::collections::BTreeMap;

/// Index of somebody or something that the story names.
pub(crate) type Identity = usize;

/// A person, body or place in all articles of the story.
#[derive(Clone, Debug)]
pub(crate) struct Identified {
    pub(crate) kind: EntityKind,
    /// The fullest name.
    pub(crate) name: String,
}

/// The names of a story: each article's entities under one identity.
///
/// Within one story a surname alone means the one person of that surname, as no article can tell a story with two
/// of them and name neither in full.
pub(crate) struct Names {
    pub(crate) all: Vec<Identified>,
    by_entity: HashMap<(ArticleIndex, EntityId), Identity>,
}

impl Names {
    pub(crate) fn new(articles: &[Prepared]) -> Self {
        let analyses: Vec<&Analysis> = articles.iter().map(|article| article.analysis).collect();
        let library = across(analyses.iter().copied());
        let mut by_surname: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        // Whom an entity is, where that is another one: "Jim Mattis" is "James Mattis".
        let mut same_as: Vec<usize> = (0..library.len()).collect();
        for (at, entity) in library.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Person)
        {
            if entity.name.contains(' ')
                && let Some(surname) = surname(&entity.name)
            {
                let known = by_surname.entry(surname).or_default();
                let full = |at: usize| library.get(at).map_or("", |entity| entity.name.as_str());
                match known.iter().find(|known| is_short_for(full(**known), &entity.name)) {
                    Some(same) => same_as[at] = *same,
                    None => known.push(at),
                }
            }
        }
        for (at, entity) in library.iter().enumerate() {
            if entity.kind == EntityKind::Person
                && !entity.name.contains(' ')
                && let Some([only]) = by_surname.get(&fold(&entity.name)).map(Vec::as_slice)
            {
                same_as[at] = *only;
            }
        }
        let (mut all, mut identities) = (Vec::new(), vec![None; library.len()]);
        for (at, entity) in library.iter().enumerate().filter(|(at, _)| same_as.get(*at) == Some(at)) {
            identities[at] = Some(all.len());
            all.push(Identified { kind: entity.kind, name: entity.name.clone() });
        }
        let mut by_entity = HashMap::default();
        for (entity, same) in library.iter().zip(&same_as) {
            if let Some(identity) = identities.get(*same).copied().flatten() {
                for (article, id) in &entity.places {
                    by_entity.insert((ArticleIndex(*article as u32), *id), identity);
                }
            }
        }
        Self { all, by_entity }
    }

    /// Whom an article's entity is in the story.
    pub(crate) fn identity(&self, article: ArticleIndex, entity: EntityId) -> Option<Identity> {
        self.by_entity.get(&(article, entity)).copied()
    }

    pub(crate) fn get(&self, identity: Identity) -> Option<&Identified> {
        self.all.get(identity)
    }
}

/// The last word of a name, without "Jr".
pub(crate) fn surname(name: &str) -> Option<String> {
    let mut words = name.split_whitespace().rev().map(|word| fold(word.trim_matches(['.', ','])));
    words.find(|word| !matches!(word.as_str(), "jr" | "sr" | "ii" | "iii"))
}

/// Given names by what people are called who have them.
const SHORT: &[(&str, &str)] = &[
    ("alex", "alexander"),
    ("andy", "andrew"),
    ("ben", "benjamin"),
    ("bill", "william"),
    ("bob", "robert"),
    ("chris", "christopher"),
    ("chuck", "charles"),
    ("dan", "daniel"),
    ("dave", "david"),
    ("dick", "richard"),
    ("don", "donald"),
    ("ed", "edward"),
    ("greg", "gregory"),
    ("jeff", "jeffrey"),
    ("jim", "james"),
    ("joe", "joseph"),
    ("ken", "kenneth"),
    ("larry", "lawrence"),
    ("liz", "elizabeth"),
    ("matt", "matthew"),
    ("mike", "michael"),
    ("nick", "nicholas"),
    ("pete", "peter"),
    ("phil", "philip"),
    ("rick", "richard"),
    ("ron", "ronald"),
    ("sam", "samuel"),
    ("steve", "stephen"),
    ("steve", "steven"),
    ("ted", "edward"),
    ("tim", "timothy"),
    ("tom", "thomas"),
    ("tony", "anthony"),
];

/// Whether one of two names of one surname has the short form of the other's given name.
fn is_short_for(a: &str, b: &str) -> bool {
    let given = |name: &str| name.split(' ').next().map(fold).unwrap_or_default();
    let (a, b) = (given(a), given(b));
    SHORT.iter().any(|(short, long)| a == *short && b == *long || a == *long && b == *short)
}
