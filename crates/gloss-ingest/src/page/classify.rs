//! What each line of the page belongs to, told by the elements around it.

use super::{
    line::Line,
    vocabulary::naming,
    weight::{Sums, weights},
};
use crate::{
    Why,
    tree::{NodeId, Tree, is_block},
};

/// For each node, why it is left out, if it is, and whether its names say that the article is in it.
pub(super) struct Parts {
    pub(super) why: Vec<Option<Why>>,
    pub(super) is_content: Vec<bool>,
}

/// What is called details and has more running text is more than that, in characters.
const LONGEST_DETAILS: f32 = 800.0;

/// Names are believed only where the article would not be lost with the element: a page's frame may be called
/// `with-sidebar`, and a form may hold all of it.
pub(super) fn classify(tree: &Tree, lines: &[Line], lenient: bool) -> Parts {
    let mut why: Vec<Option<Why>> = vec![None; tree.len()];
    let mut is_content = vec![false; tree.len()];
    for node in tree.subtree(Tree::ROOT).skip(1) {
        why[node] = why[tree.parent(node)].or_else(|| certain(tree, node));
    }
    let sums = Sums::new(tree, lines, &weights(lines, &why));
    let mut prose = sums.positive(tree, Tree::ROOT);
    let mut suspected: Vec<(NodeId, Why)> = Vec::new();
    for node in tree.subtree(Tree::ROOT).skip(1) {
        if why[node].is_some() || tree.text(node).is_some() || lenient {
            continue;
        }
        let (found, content) = suspicion(tree, node);
        is_content[node] = content;
        if let Some(found) = found {
            suspected.push((node, found));
        }
    }
    // Comments may be longer than the article, and are no measure of it.
    let mut end = 0;
    let mut comments = 0.0;
    for (node, _) in suspected.iter().filter(|(_, why)| *why == Why::Comments) {
        if *node >= end {
            comments += sums.positive(tree, *node);
            end = tree.end(*node);
        }
    }
    let keeps_comments = prose - comments < 200.0;
    if !keeps_comments {
        prose -= comments;
    }
    let mut end = 0;
    for (node, found) in suspected {
        if node < end {
            continue;
        }
        let held = sums.positive(tree, node);
        let is_lost = match found {
            Why::Comments => keeps_comments,
            Why::Details if held > LONGEST_DETAILS => true,
            // A part of the page is a block; what is inside a paragraph is the paragraph's.
            _ if !is_block(tree.name(node)) && held > 0.0 => true,
            _ => held > 0.4 * prose,
        };
        if !is_lost {
            end = tree.end(node);
            why[tree.subtree(node)].fill(Some(found));
        }
    }
    Parts { why, is_content }
}

/// What an element holds for certain.
fn certain(tree: &Tree, node: NodeId) -> Option<Why> {
    Some(match tree.name(node) {
        "nav" | "menu" => Why::Navigation,
        "button" | "select" | "option" | "textarea" | "input" | "label" | "fieldset" | "search"
        | "dialog" => Why::Form,
        "noscript" | "template" if tree.attribute(node, "shadowrootmode").is_none() => Why::Hidden,
        "iframe" | "object" | "audio" | "video" | "canvas" | "embed" => Why::Player,
        _ => match tree.attribute(node, "role")? {
            "navigation" | "menu" | "menubar" => Why::Navigation,
            "search" | "dialog" | "alertdialog" => Why::Form,
            _ => return None,
        },
    })
}

/// What an element seems to hold, and whether it is the article.
fn suspicion(tree: &Tree, node: NodeId) -> (Option<Why>, bool) {
    let name = tree.name(node);
    if matches!(name, "html" | "body" | "") {
        return (None, false);
    }
    if is_hidden(tree, node) {
        return (Some(Why::Hidden), false);
    }
    let attribute = |name| tree.attribute(node, name).unwrap_or_default();
    if attribute("itemprop")
        .split_ascii_whitespace()
        .any(|property| matches!(property, "articleBody" | "text"))
    {
        return (None, true);
    }
    let by_name = match name {
        "aside" => Some(Why::Sidebar),
        "footer" => Some(Why::Footer),
        "form" => Some(Why::Form),
        _ => match attribute("role") {
            "complementary" => Some(Why::Sidebar),
            "contentinfo" => Some(Why::Footer),
            "banner" => Some(Why::Header),
            _ => None,
        },
    };
    if by_name.is_some() || matches!(name, "main" | "a" | "em" | "strong" | "b" | "i" | "h1") {
        return (by_name, false);
    }
    let mut found = naming(attribute("class"));
    for name in ["id", "data-testid", "data-component", "data-test"] {
        let more = naming(attribute(name));
        found.why = found.why.or(more.why);
        found.is_content |= more.is_content;
    }
    if name == "header" && found.why.is_none() && !is_inside_article(tree, node) {
        found.why = Some(Why::Header);
    }
    if name == "article" || found.is_content && !matches!(found.why, Some(Why::Comments | Why::Related)) {
        found.why = None;
    }
    (found.why, found.is_content)
}

fn is_inside_article(tree: &Tree, node: NodeId) -> bool {
    tree.ancestors(node).any(|node| matches!(tree.name(node), "article" | "main"))
}

fn is_hidden(tree: &Tree, node: NodeId) -> bool {
    let style = tree.attribute(node, "style").unwrap_or_default();
    tree.attribute(node, "hidden").is_some()
        || tree.attribute(node, "aria-hidden").is_some_and(|value| value.trim() == "true")
        || (!style.is_empty() && {
            let style: String = style.to_ascii_lowercase().split_whitespace().collect();
            style.contains("display:none") || style.contains("visibility:hidden")
        })
}
