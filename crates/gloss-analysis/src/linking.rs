//! Who is who across the articles of a library.

use crate::{Analysis, Entity, EntityId, EntityKind};
use std::collections::HashMap;

/// A person, organisation or place, in all articles that name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryEntity {
    /// Its kind.
    pub kind: EntityKind,
    /// The fullest of its names in the articles.
    pub name: String,
    /// Where it is named: the article's index in the library, and the entity in that article's analysis.
    pub places: Vec<(usize, EntityId)>,
}

/// Gathers the entities of several articles, in the order of the first article that names them.
///
/// People are the same when both first and last name are, or when one article says that a code name is theirs
/// ("NX121"); a surname alone links nobody across articles. Organisations and places are the same when their
/// names are, or when one article says what the letters in another one stand for.
pub fn across<'a>(analyses: impl IntoIterator<Item = &'a Analysis>) -> Vec<LibraryEntity> {
    let named: Vec<(usize, EntityId, &Entity)> = analyses
        .into_iter()
        .enumerate()
        .flat_map(|(article, analysis)| {
            analysis.entities.iter().enumerate().map(move |(id, entity)| (article, id, entity))
        })
        .filter(|(_, _, entity)| {
            matches!(entity.kind, EntityKind::Person | EntityKind::Organisation | EntityKind::Place)
        })
        .collect();
    // Short forms by what they stand for; `None` where the articles contradict each other.
    let mut short_forms: HashMap<(EntityKind, &str), Option<String>> = HashMap::new();
    for (_, _, entity) in &named {
        for alias in entity.aliases.iter().filter(|alias| is_short_form(entity.kind, alias)) {
            let name = key(entity);
            let known = short_forms.entry((entity.kind, alias)).or_insert_with(|| Some(name.clone()));
            if known.as_ref() != Some(&name) {
                *known = None;
            }
        }
    }
    let mut by_key: HashMap<(EntityKind, String), usize> = HashMap::new();
    let mut library: Vec<LibraryEntity> = Vec::new();
    for (article, id, entity) in named {
        let stands_for = short_forms.get(&(entity.kind, entity.name.as_str())).cloned().flatten();
        let name = stands_for.unwrap_or_else(|| key(entity));
        // One word names somebody else in every article, unless it is a code.
        let alone = entity.kind == EntityKind::Person
            && !name.contains(' ')
            && !is_short_form(EntityKind::Person, &entity.name);
        let name = if alone { format!("{article} {name}") } else { name };
        let next = library.len();
        let index = *by_key.entry((entity.kind, name)).or_insert(next);
        if index == next {
            library.push(LibraryEntity { kind: entity.kind, name: entity.name.clone(), places: Vec::new() });
        }
        if let Some(found) = library.get_mut(index) {
            let fuller = |a: &str, b: &str| (a.split(' ').count(), a.len()) > (b.split(' ').count(), b.len());
            if fuller(&entity.name, &found.name) {
                found.name.clone_from(&entity.name);
            }
            found.places.push((article, id));
        }
    }
    library
}

/// What makes two names the same: of people the first and the last word, of others all words. "Kim Jong-un" is "Kim Jong
/// Un"; a hyphen before a capital joins two names.
fn key(entity: &Entity) -> String {
    let mut name = entity.name.replace('’', "'");
    if entity.kind == EntityKind::Person {
        let mut parts = name.split('-');
        let mut spelt_apart = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            spelt_apart.push(if part.starts_with(char::is_lowercase) { ' ' } else { '-' });
            spelt_apart += part;
        }
        name = spelt_apart;
    }
    let folded = name.to_lowercase();
    let mut words = folded.split_whitespace();
    match (entity.kind, words.next(), words.next_back()) {
        (EntityKind::Person, Some(first), Some(last)) => format!("{first} {last}"),
        _ => folded,
    }
}

/// Codes of people and letters of bodies, which mean the same in every article.
fn is_short_form(kind: EntityKind, alias: &str) -> bool {
    let capitals = alias.chars().all(|c| c.is_uppercase() || c.is_numeric()) && alias.chars().count() > 2;
    capitals && (kind != EntityKind::Person || alias.contains(char::is_numeric))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Model, analyse};
    use gloss_ingest::plain_text;
    use gloss_text::Article;

    /// A line an entity: its name, and the numbers of the articles that name it.
    #[track_caller]
    fn check(articles: &[&str], expected: &[&str]) {
        let analyses: Vec<Analysis> = articles
            .iter()
            .map(|text| analyse(&Article::new("a".parse().unwrap(), plain_text(*text)), &Model::default()))
            .collect();
        let found: Vec<String> = across(&analyses)
            .iter()
            .map(|entity| {
                let articles: Vec<String> =
                    entity.places.iter().map(|(article, _)| article.to_string()).collect();
                format!("{} {}", entity.name, articles.join(" "))
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn full_names_link_and_surnames_do_not() {
        check(
            &["Mr Chris Kaba died.", "Mr Chris Kaba died. Mr Kaba was 24.", "Mr Kaba died."],
            &["Chris Kaba 0 1", "Kaba 2"],
        );
    }

    #[test]
    fn a_code_name_links_to_whom_one_article_gives_it() {
        check(
            &[
                "An officer, known as NX121, fired.",
                "Using the cypher NX121 given to Mr Martyn Blake, he spoke.",
            ],
            &["Martyn Blake 0 1"],
        );
    }

    #[test]
    fn well_known_bodies_link_by_any_name() {
        check(&["The Met said so.", "Scotland Yard said so."], &["Metropolitan Police 0 1"]);
    }

    #[test]
    fn a_given_name_is_the_same_with_and_without_its_hyphen() {
        check(
            &["Mr Han Jae-min said so. Mr Han Jae-min left.", "Mr Han Jae Min said so. Mr Han Jae Min left."],
            &["Han Jae Min 0 1"],
        );
        check(&["Mr Adam Smith-Jones left.", "Mr Adam Jones left."], &["Adam Smith-Jones 0", "Adam Jones 1"]);
    }
}
