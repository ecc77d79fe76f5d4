//! Which element holds the article.

use super::{classify::Parts, weight::Sums};
use crate::tree::{NodeId, Tree, is_block};

/// What a child must hold of the running text of an element to take its place.
const ENOUGH: f32 = 0.85;
/// The same for a child that says that the article is in it.
const ENOUGH_IF_NAMED: f32 = 0.5;

/// The element of the highest weight, or the smallest one inside it that holds nearly as much.
pub(super) fn select(tree: &Tree, parts: &Parts, sums: &Sums) -> NodeId {
    let mut best = Tree::ROOT;
    let mut most = f32::MIN;
    for node in tree.subtree(Tree::ROOT) {
        if tree.text(node).is_none() && parts.why[node].is_none() {
            let sum = sums.all(tree, node);
            // Among equals the innermost.
            if sum >= most {
                (best, most) = (node, sum);
            }
        }
    }
    let whole = sums.positive(tree, best);
    loop {
        let held = sums.positive(tree, best);
        let heir = tree.children(best).find(|child| {
            let enough = if is_named(tree, parts, *child) { ENOUGH_IF_NAMED } else { ENOUGH };
            is_block(tree.name(*child)) && sums.positive(tree, *child) > enough * held
        });
        match heir {
            Some(heir) if sums.positive(tree, heir) > ENOUGH_IF_NAMED * whole => best = heir,
            _ => return outermost(tree, best),
        }
    }
}

fn is_named(tree: &Tree, parts: &Parts, node: NodeId) -> bool {
    parts.is_content[node] || matches!(tree.name(node), "article" | "main")
}

/// A paragraph or the like gives way to what holds it.
fn outermost(tree: &Tree, node: NodeId) -> NodeId {
    let is_part = |node: &NodeId| {
        matches!(
            tree.name(*node),
            "p" | "li"
                | "ul"
                | "ol"
                | "blockquote"
                | "pre"
                | "tr"
                | "tbody"
                | "table"
                | "dd"
                | "dl"
                | "h1"
                | "h2"
                | "h3"
        )
    };
    if is_part(&node) { tree.ancestors(node).find(|node| !is_part(node)).unwrap_or(Tree::ROOT) } else { node }
}
