//! Who is who over the articles of a story.

use crate::{passage::ArticleIndex, prepared::Prepared, words::fold};
use gloss_analysis::{Analysis, EntityId, EntityKind, across};
use std::collections::{BTreeMap, HashMap};

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
        for (at, entity) in library.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Person)
        {
            if entity.name.contains(' ')
                && let Some(surname) = surname(&entity.name)
            {
                by_surname.entry(surname).or_default().push(at);
            }
        }
        let (mut all, mut identities) = (Vec::new(), vec![None; library.len()]);
        for (at, entity) in library.iter().enumerate() {
            let target = (entity.kind == EntityKind::Person && !entity.name.contains(' '))
                .then(|| by_surname.get(&fold(&entity.name)))
                .flatten()
                .and_then(|known| match known.as_slice() {
                    [only] => Some(*only),
                    _ => None,
                });
            if target.is_none() {
                identities[at] = Some(all.len());
                all.push(Identified { kind: entity.kind, name: entity.name.clone() });
            } else {
                identities[at] = None;
            }
        }
        let mut by_entity = HashMap::new();
        for (at, entity) in library.iter().enumerate() {
            let own = identities.get(at).copied().flatten();
            let identity = own.or_else(|| {
                let known = by_surname.get(&fold(&entity.name))?;
                identities.get(*known.first()?).copied().flatten()
            });
            if let Some(identity) = identity {
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
