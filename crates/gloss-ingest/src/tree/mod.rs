//! A page as a small tree: elements with lower-case names, the attributes that say something, and text.
//!
//! Every parser makes the same tree through [`Builder`], by events in the order of the page: the browser's DOM is
//! written down as [events in a string](self::wire), html5ever's is walked natively.

mod block;
mod builder;
#[cfg(feature = "html5ever")]
mod parse;
#[cfg(feature = "html5ever")]
mod tokens;
pub mod wire;
mod xml;

pub(crate) use block::is_block;
pub use builder::Builder;
#[cfg(feature = "html5ever")]
pub use parse::parse;
pub(crate) use xml::read_xml;

use std::ops::Range;

/// The most nodes of an element of few words.
const FEW: usize = 200;
/// The most bytes of each of its texts.
const FEW_BYTES: usize = 2000;

/// A node's number in the order of the page; its descendants are the numbers right after it.
pub type NodeId = usize;

/// A page's elements and texts, in the order of the page. The first node is the root, which has no name.
#[derive(Debug, Default)]
pub struct Tree {
    nodes: Vec<Node>,
    names: Vec<String>,
    attributes: Vec<Attribute>,
    text: String,
    cut: bool,
}

#[derive(Debug)]
struct Node {
    parent: u32,
    /// The number after that of the last descendant.
    end: u32,
    content: Content,
}

#[derive(Debug)]
enum Content {
    /// The name's number, and the element's attributes.
    Element(u16, Range<u32>),
    /// A range of bytes of the tree's text.
    Text(Range<u32>),
}

#[derive(Debug)]
struct Attribute {
    name: u16,
    value: Range<u32>,
}

impl Tree {
    /// The root.
    pub const ROOT: NodeId = 0;

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Returns whether there is nothing but the root.
    pub fn is_empty(&self) -> bool {
        self.nodes.len() <= 1
    }

    /// Returns whether the page was larger than a limit, so that its end is missing.
    pub fn is_cut(&self) -> bool {
        self.cut
    }

    /// The name of an element in lower case; empty for text and for the root.
    pub fn name(&self, node: NodeId) -> &str {
        match self.nodes.get(node).map(|node| &node.content) {
            Some(Content::Element(name, _)) => self.names.get(usize::from(*name)).map_or("", String::as_str),
            _ => "",
        }
    }

    /// The characters of a text; `None` for an element.
    pub fn text(&self, node: NodeId) -> Option<&str> {
        match &self.nodes.get(node)?.content {
            Content::Text(range) => self.slice(range),
            Content::Element(..) => None,
        }
    }

    /// The value of an attribute that is kept (see [`Builder`]).
    pub fn attribute(&self, node: NodeId, name: &str) -> Option<&str> {
        let Content::Element(_, range) = &self.nodes.get(node)?.content else { return None };
        let attributes = self.attributes.get(range.start as usize..range.end as usize)?;
        let found = attributes.iter().find(|attribute| {
            self.names.get(usize::from(attribute.name)).is_some_and(|known| known == name)
        })?;
        self.slice(&found.value)
    }

    /// The names and values of the attributes that are kept, in order.
    pub fn attributes(&self, node: NodeId) -> impl Iterator<Item = (&str, &str)> {
        let range = match self.nodes.get(node).map(|node| &node.content) {
            Some(Content::Element(_, range)) => range.start as usize..range.end as usize,
            _ => 0..0,
        };
        self.attributes.get(range).unwrap_or_default().iter().map(|attribute| {
            let name = self.names.get(usize::from(attribute.name)).map_or("", String::as_str);
            (name, self.slice(&attribute.value).unwrap_or_default())
        })
    }

    /// The parent; the root is its own.
    pub fn parent(&self, node: NodeId) -> NodeId {
        self.nodes.get(node).map_or(Self::ROOT, |node| node.parent as usize)
    }

    /// The numbers of a node and of all its descendants.
    pub fn subtree(&self, node: NodeId) -> Range<NodeId> {
        node..self.end(node)
    }

    /// The number after that of the last descendant.
    pub fn end(&self, node: NodeId) -> NodeId {
        self.nodes.get(node).map_or(node, |node| node.end as usize)
    }

    /// The children, in order.
    pub fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let end = self.end(node);
        let mut next = node + 1;
        std::iter::from_fn(move || {
            let child = next;
            (child < end).then(|| {
                next = self.end(child).max(child + 1);
                child
            })
        })
    }

    /// The parents of a node, from the nearest to the root.
    pub fn ancestors(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let mut node = node;
        std::iter::from_fn(move || {
            (node != Self::ROOT).then(|| {
                node = self.parent(node);
                node
            })
        })
    }

    /// The elements of a name below a node, in order.
    pub fn named<'a>(&'a self, node: NodeId, name: &'a str) -> impl Iterator<Item = NodeId> + 'a {
        self.subtree(node).filter(move |node| self.name(*node) == name)
    }

    /// The text of a node and its descendants, white space evened out.
    pub fn words(&self, node: NodeId) -> String {
        let mut words = String::new();
        let mut block_ends = node;
        for node in self.subtree(node) {
            if let Some(text) = self.text(node) {
                if node >= block_ends {
                    crate::space::push_even(&mut words, " ");
                    block_ends = NodeId::MAX;
                }
                crate::space::push_even(&mut words, text);
            } else if is_block(self.name(node)) || self.name(node) == "br" {
                crate::space::push_even(&mut words, " ");
                block_ends = self.end(node);
            }
        }
        words.truncate(words.trim_end().len());
        words
    }

    /// The same for an element of few words: empty if it holds more than could be a heading, a name or a day, so that
    /// elements inside each other do not have their text read again and again.
    pub fn few_words(&self, node: NodeId) -> String {
        let is_short = |node: NodeId| self.text(node).is_none_or(|text| text.len() <= FEW_BYTES);
        let is_few = self.end(node) - node <= FEW && self.subtree(node).all(is_short);
        if is_few { self.words(node) } else { String::new() }
    }

    fn slice(&self, range: &Range<u32>) -> Option<&str> {
        self.text.get(range.start as usize..range.end as usize)
    }
}
