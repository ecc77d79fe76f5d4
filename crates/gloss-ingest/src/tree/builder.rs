use super::{Attribute, Content, Node, Tree};
use std::collections::HashMap;

/// The attributes that say something about what an element is; all others are passed over.
const KEPT: &[&str] = &[
    "alt",
    "aria-hidden",
    "aria-label",
    "aria-modal",
    "class",
    "content",
    "data-component",
    "data-test",
    "data-testid",
    "datetime",
    "dir",
    "full-path",
    "hidden",
    "href",
    "id",
    "idref",
    "itemid",
    "itemprop",
    "itemscope",
    "itemtype",
    "lang",
    "name",
    "properties",
    "property",
    "pubdate",
    "rel",
    "role",
    "style",
    "type",
    "value",
    "xml:lang",
];

/// Deeper elements are passed over and their text is kept, as browsers do.
const DEEPEST: usize = 512;
/// The most nodes of a tree.
const MOST_NODES: usize = 4_000_000;
/// The most bytes of text and attribute values.
const MOST_BYTES: usize = 256 << 20;
/// The longest value of an attribute that is kept, in bytes, but for `content`, which holds descriptions.
const LONGEST_VALUE: usize = 4096;

/// Makes a [`Tree`] from events in the order of the page. Any order of events gives a tree.
///
/// Comments, styles and scripts never come in, but for the scripts that hold JSON-LD.
pub struct Builder {
    tree: Tree,
    numbers: HashMap<String, u16>,
    /// The elements that are open, the root first.
    open: Vec<usize>,
    /// How many elements are open that were too deep for the tree.
    deeper: usize,
    /// The element that was opened last, as long as attributes may follow.
    fresh: Option<usize>,
}

impl Default for Builder {
    fn default() -> Self {
        let root = Node { parent: 0, end: 1, content: Content::Element(0, 0..0) };
        let tree = Tree { nodes: vec![root], names: vec![String::new()], ..Tree::default() };
        Self { tree, numbers: HashMap::new(), open: vec![0], deeper: 0, fresh: None }
    }
}

impl Builder {
    /// Opens an element, which is closed by [`close`](Self::close), void elements (`br`, `img`, …) as well.
    pub fn open(&mut self, name: &str) {
        if self.open.len() >= DEEPEST || self.is_full() {
            self.deeper += 1;
            self.fresh = None;
            return;
        }
        let number = self.number(name);
        let at = self.tree.attributes.len() as u32;
        let node = self.push(Content::Element(number, at..at));
        self.open.push(node);
        self.fresh = Some(node);
    }

    /// Gives the element that was opened last an attribute. Those that say nothing are passed over.
    pub fn attribute(&mut self, name: &str, value: &str) {
        let Some(node) = self.fresh else { return };
        let longest = if name == "content" { 1 << 20 } else { LONGEST_VALUE };
        if KEPT.binary_search(&name).is_err() || value.len() > longest || self.is_full() {
            return;
        }
        let name = self.number(name);
        let value = self.store(value);
        self.tree.attributes.push(Attribute { name, value });
        if let Some(Node { content: Content::Element(_, range), .. }) = self.tree.nodes.get_mut(node) {
            range.end = self.tree.attributes.len() as u32;
        }
    }

    /// Adds text to the element that is open.
    pub fn text(&mut self, text: &str) {
        self.fresh = None;
        if text.is_empty() || self.is_passed_over() || self.is_full() {
            return;
        }
        let stored = self.store(text);
        let last = self.tree.nodes.len() - 1;
        let parent = self.open.last().copied().unwrap_or_default();
        match self.tree.nodes.get_mut(last) {
            // A parser may hand over a text in parts.
            Some(Node { content: Content::Text(range), parent: before, .. })
                if *before as usize == parent && range.end == stored.start =>
            {
                range.end = stored.end;
            }
            _ => {
                self.push(Content::Text(stored));
            }
        }
    }

    /// Closes the element that was opened last and is not closed.
    pub fn close(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        self.fresh = None;
        self.close_element();
    }

    /// The tree, whose open elements end here.
    pub fn finish(mut self) -> Tree {
        while self.open.len() > 1 {
            self.close_element();
        }
        let end = self.tree.nodes.len() as u32;
        if let Some(root) = self.tree.nodes.first_mut() {
            root.end = end;
        }
        self.tree.cut = self.is_full();
        self.tree
    }

    fn close_element(&mut self) {
        if self.open.len() > 1 {
            let end = self.tree.nodes.len() as u32;
            if let Some(node) = self.open.pop().and_then(|node| self.tree.nodes.get_mut(node)) {
                node.end = end;
            }
        }
    }

    /// Returns whether the text of the open element is code.
    fn is_passed_over(&self) -> bool {
        let Some(node) = self.open.last() else { return true };
        match self.tree.name(*node) {
            "style" => true,
            "script" => !self.tree.attribute(*node, "type").is_some_and(|kind| kind.contains("ld+json")),
            _ => false,
        }
    }

    fn is_full(&self) -> bool {
        self.tree.nodes.len() >= MOST_NODES || self.tree.text.len() >= MOST_BYTES
    }

    fn push(&mut self, content: Content) -> usize {
        let node = self.tree.nodes.len();
        let parent = self.open.last().copied().unwrap_or_default() as u32;
        self.tree.nodes.push(Node { parent, end: node as u32 + 1, content });
        node
    }

    fn store(&mut self, text: &str) -> std::ops::Range<u32> {
        let start = self.tree.text.len() as u32;
        self.tree.text.push_str(text);
        start..self.tree.text.len() as u32
    }

    /// Names beyond 60,000 different ones all count as `x`.
    fn number(&mut self, name: &str) -> u16 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        if self.numbers.len() > 60_000 && name != "x" {
            return self.number("x");
        }
        let number = self.tree.names.len() as u16;
        self.tree.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kept_attributes_are_in_order_so_that_they_are_found() {
        assert!(KEPT.is_sorted());
    }

    #[test]
    fn what_is_too_deep_keeps_its_text() {
        let mut builder = Builder::default();
        for _ in 0..2000 {
            builder.open("div");
        }
        builder.text("deep");
        for _ in 0..2000 {
            builder.close();
        }
        builder.open("p");
        builder.text("after");
        let tree = builder.finish();
        assert_eq!(tree.words(Tree::ROOT), "deep after");
        assert_eq!(tree.parent(tree.named(Tree::ROOT, "p").next().unwrap()), Tree::ROOT);
    }

    #[test]
    fn code_is_passed_over_and_facts_are_not() {
        let mut builder = Builder::default();
        for kind in ["text/javascript", "application/ld+json"] {
            builder.open("script");
            builder.attribute("type", kind);
            builder.text(kind);
            builder.close();
        }
        assert_eq!(builder.finish().words(Tree::ROOT), "application/ld+json");
    }
}
