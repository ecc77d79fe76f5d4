//! What a page states of itself in `<meta>`, `<link>`, `<title>` and microdata.

use super::Stated;
use crate::{space::even, tree::Tree};

/// Names of `<meta>` that state one thing, the most reliable first.
const TITLES: &[&str] = &[
    "og:title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "dcterms.title",
    "headline",
    "title",
];
const AUTHORS: &[&str] = &[
    "author",
    "article:author",
    "article:author_name",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "cxenseparse:author",
    "citation_author",
    "twitter:data1",
    "creator",
    "authors",
];
const DAYS: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "publish-date",
    "publish_date",
    "publishdate",
    "publication_date",
    "publicationdate",
    "pubdate",
    "citation_publication_date",
    "citation_date",
    "article:published",
    "published_time",
    "displaydate",
    "originalpublicationdate",
    "rbpubdate",
    "article.published",
];
/// These are often the day of the last change.
const UNSURE_DAYS: &[&str] = &["date", "dc.date", "dcterms.date", "created", "ptime", "pdate"];
const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dateupdate",
    "lastmodified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
];
const SOURCES: &[&str] = &[
    "og:site_name",
    "application-name",
    "dc.publisher",
    "article:publisher_name",
    "cre",
    "apple-mobile-web-app-title",
];
const LANGUAGES: &[&str] = &["og:locale", "content-language", "dc.language", "dcterms.language", "language"];

pub(super) fn read(tree: &Tree) -> Stated {
    let metas: Vec<(String, String)> = tree
        .named(Tree::ROOT, "meta")
        .flat_map(|meta| {
            let content =
                tree.attribute(meta, "content").map(|text| even(&super::unescape(text))).unwrap_or_default();
            ["property", "name", "itemprop"].into_iter().filter_map(move |key| {
                let name = tree.attribute(meta, key)?.trim().to_ascii_lowercase();
                (!content.is_empty()).then(|| (name, content.clone()))
            })
        })
        .collect();
    let all = |names: &[&str]| -> Vec<String> {
        names
            .iter()
            .flat_map(|name| metas.iter().filter(move |(known, _)| known == name))
            .map(|(_, content)| content.clone())
            .collect()
    };
    let first = |names: &[&str]| all(names).into_iter().next();
    let mut stated = Stated {
        titles: all(TITLES),
        authors: authors(&metas),
        day: all(DAYS).into_iter().find(|text| super::day::first_day(text, true).is_some()),
        unsure_day: first(UNSURE_DAYS),
        description: first(&["og:description", "description", "twitter:description"]),
        modified: first(MODIFIED),
        source: first(SOURCES),
        url: address(tree).or_else(|| first(&["og:url", "twitter:url"]).filter(|url| is_address(url))),
        language: first(LANGUAGES),
        ..Stated::default()
    };
    let title = tree.named(Tree::ROOT, "title").find(|title| {
        // A picture may have a title, too.
        !tree.ancestors(*title).any(|node| tree.name(node) == "svg")
    });
    stated.window_title = title.map(|title| tree.few_words(title)).filter(|title| !title.is_empty());
    microdata(tree, &mut stated);
    let page = tree.named(Tree::ROOT, "html").next();
    let language =
        page.and_then(|page| tree.attribute(page, "lang").or_else(|| tree.attribute(page, "xml:lang")));
    stated.language = language
        .map(str::trim)
        .filter(|language| !language.is_empty())
        .map(str::to_owned)
        .or(stated.language)
        .map(|language| language.replace('_', "-"));
    stated
}

fn authors(metas: &[(String, String)]) -> Vec<String> {
    for name in AUTHORS {
        let mut found: Vec<String> = Vec::new();
        for (known, content) in metas {
            if known == name
                && !content.contains("://")
                && !content.starts_with('@')
                && !found.contains(content)
            {
                found.push(content.clone());
            }
        }
        // Twitter's first field holds the author only where it says so.
        let labelled =
            || metas.iter().any(|(name, label)| name == "twitter:label1" && super::byline::is_label(label));
        if !found.is_empty() && (*name != "twitter:data1" || labelled()) {
            return found;
        }
    }
    Vec::new()
}

fn microdata(tree: &Tree, stated: &mut Stated) {
    for node in tree.subtree(Tree::ROOT) {
        let Some(properties) = tree.attribute(node, "itemprop") else { continue };
        if tree.name(node) == "meta" && !properties.contains("date") && !properties.contains("headline") {
            continue;
        }
        let value = || {
            let stated = ["content", "datetime"].into_iter().find_map(|name| tree.attribute(node, name));
            stated.map_or_else(|| tree.few_words(node), str::to_owned)
        };
        for property in properties.split_ascii_whitespace() {
            match property {
                "headline" if stated.titles.len() < 20 => stated.titles.push(value()),
                "datePublished" if stated.day.is_none() => stated.day = Some(value()),
                "dateCreated" if stated.created.is_none() => stated.created = Some(value()),
                "dateModified" if stated.modified.is_none() => stated.modified = Some(value()),
                "liveBlogUpdate" => stated.is_live = true,
                _ => {}
            }
        }
    }
}

fn address(tree: &Tree) -> Option<String> {
    tree.named(Tree::ROOT, "link")
        .find(|link| tree.attribute(*link, "rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")))
        .and_then(|link| tree.attribute(link, "href"))
        .map(|href| href.trim().to_owned())
        .filter(|href| is_address(href))
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}
