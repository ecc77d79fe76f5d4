//! What a page states of itself in JSON-LD, in the vocabulary of schema.org.

use super::Stated;
use crate::{
    json::Json,
    space::even,
    tree::{NodeId, Tree},
};

/// How many objects are looked at.
const MOST_OBJECTS: usize = 5000;

/// How many authors are read.
const MOST_NAMES: usize = 50;

/// Reads the scripts of the page. The first article counts, then what is said of the page and of the site.
pub(super) fn read(tree: &Tree) -> Stated {
    let scripts: Vec<Json> =
        tree.named(Tree::ROOT, "script").map(|script| Json::read(&script_text(tree, script))).collect();
    let mut objects = Vec::new();
    for script in &scripts {
        collect(script, &mut objects);
    }
    let find = |is: fn(&str) -> bool| objects.iter().find(|object| types(object).any(is)).copied();
    let article = find(is_article);
    let page = find(|kind| kind.ends_with("WebPage") || kind == "ItemPage");
    let site = find(|kind| kind == "WebSite");
    let mut stated = Stated::default();
    for object in [article, page].into_iter().flatten() {
        let text =
            |key: &str| object.get(key).and_then(Json::text).map(clean).filter(|text| !text.is_empty());
        stated.titles.extend(text("headline").or_else(|| text("name")));
        stated.day = stated.day.or_else(|| text("datePublished"));
        stated.modified = stated.modified.or_else(|| text("dateModified"));
        stated.created = stated.created.or_else(|| text("dateCreated")).or_else(|| text("uploadDate"));
        stated.language = stated.language.or_else(|| text("inLanguage"));
        if stated.authors.is_empty()
            && let Some(author) = object.get("author").or_else(|| object.get("creator"))
        {
            stated.authors = names(author, &objects);
        }
        let publisher = object.get("publisher").map(|publisher| names(publisher, &objects));
        stated.source = stated.source.or_else(|| publisher.and_then(|names| names.into_iter().next()));
    }
    let name = site.and_then(|site| site.get("name")).and_then(Json::text).map(clean);
    stated.source = stated.source.or(name);
    stated.is_live = article.is_some_and(|article| types(article).any(|kind| kind == "LiveBlogPosting"));
    stated
}

fn script_text(tree: &Tree, script: NodeId) -> String {
    tree.children(script).filter_map(|node| tree.text(node)).collect()
}

fn collect<'a>(json: &'a Json, objects: &mut Vec<&'a Json>) {
    if objects.len() >= MOST_OBJECTS {
        return;
    }
    match json {
        Json::List(list) => {
            for json in list {
                collect(json, objects);
            }
        }
        Json::Object(pairs) => {
            objects.push(json);
            for (_, json) in pairs {
                collect(json, objects);
            }
        }
        _ => {}
    }
}

fn types(object: &Json) -> impl Iterator<Item = &str> {
    object
        .get("@type")
        .map(Json::items)
        .unwrap_or_default()
        .iter()
        .filter_map(Json::text)
        .map(|kind| kind.rsplit(['/', ':']).next().unwrap_or(kind))
}

fn is_article(kind: &str) -> bool {
    kind.ends_with("Article")
        || matches!(
            kind,
            "BlogPosting"
                | "LiveBlogPosting"
                | "SocialMediaPosting"
                | "Report"
                | "Review"
                | "Recipe"
                | "CreativeWork"
                | "PodcastEpisode"
                | "DiscussionForumPosting"
        )
}

/// The names of one or several persons or organisations, also of those that are only pointed to.
fn names(json: &Json, objects: &[&Json]) -> Vec<String> {
    let mut found = Vec::new();
    for item in json.items().iter().take(MOST_NAMES) {
        match item {
            Json::Text(name) => found.push(clean(name)),
            Json::Object(_) => {
                let known = item.get("name").or_else(|| {
                    let id = item.get("@id").and_then(Json::text)?;
                    let of_id = |object: &&&Json| object.get("@id").and_then(Json::text) == Some(id);
                    objects.iter().filter(of_id).find_map(|object| object.get("name"))
                });
                found.extend(
                    known.map(Json::items).unwrap_or_default().iter().filter_map(Json::text).map(clean),
                );
            }
            _ => {}
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

/// Text without white space at its ends and without the character references that some systems leave in it.
fn clean(text: &str) -> String {
    even(&super::unescape(text))
}
