use super::{Builder, Tree, tokens::send};
use html5ever::{
    Attribute, ExpandedName, QualName,
    interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink},
    ns,
    tendril::StrTendril,
    tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult},
    tree_builder::{TreeBuilder, TreeBuilderOpts},
};
use std::{
    borrow::Cow,
    cell::{Cell, RefCell},
    rc::Rc,
};

/// Tags below this depth are passed over, so that no page costs more than its size times a constant.
const DEEPEST: u32 = 512;

/// The most nodes of a tree under construction. A page of 50 MB has a million of them.
const MOST_NODES: usize = 1_500_000;

/// Elements that the parser closes by itself, so that their end tags need not be counted.
const CLOSED_BY_OTHERS: &[&str] =
    &["p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot", "rp", "rt"];
/// Elements whose content is no markup, and those that never contain any: they nest no deeper.
const NEVER_NESTED: &[&str] = &[
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "iframe",
    "img",
    "input",
    "link",
    "meta",
    "noembed",
    "noframes",
    "param",
    "plaintext",
    "script",
    "source",
    "style",
    "textarea",
    "title",
    "track",
    "wbr",
    "xmp",
];

/// Parses a page as the HTML standard prescribes, without scripting, and makes the tree that a browser's DOM makes.
pub fn parse(html: &str) -> Tree {
    let sink = Sink::new(html.len());
    let options =
        TreeBuilderOpts { scripting_enabled: false, drop_doctype: true, ..TreeBuilderOpts::default() };
    let guard = Guard { builder: TreeBuilder::new(sink, options), passed_over: Cell::new(0) };
    send(html, &guard, || guard.builder.sink.is_full());
    guard.builder.sink.finish()
}

/// Passes tokens on to the tree's construction, but for tags of elements that would be too deep.
struct Guard {
    builder: TreeBuilder<Handle, Sink>,
    /// How many start tags were passed over whose end tags are still to come.
    passed_over: Cell<u32>,
}

impl Guard {
    fn passes(&self, tag: &Tag) -> bool {
        let sink = &self.builder.sink;
        let name: &str = &tag.name;
        if NEVER_NESTED.contains(&name) {
            return !sink.is_full();
        }
        let counted = !CLOSED_BY_OTHERS.contains(&name);
        match tag.kind {
            TagKind::StartTag if sink.depth.get() >= DEEPEST || sink.is_full() => {
                self.passed_over.set(self.passed_over.get() + u32::from(counted));
                false
            }
            TagKind::StartTag => true,
            TagKind::EndTag if counted && self.passed_over.get() > 0 => {
                self.passed_over.set(self.passed_over.get() - 1);
                false
            }
            TagKind::EndTag => {
                // The next element says how deep the page really is.
                sink.depth.set(sink.depth.get().saturating_sub(1));
                true
            }
        }
    }
}

impl TokenSink for Guard {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        match &token {
            Token::TagToken(tag) if !self.passes(tag) => TokenSinkResult::Continue,
            Token::CommentToken(_) | Token::ParseError(_) => TokenSinkResult::Continue,
            Token::CharacterTokens(_) if self.builder.sink.is_full() => TokenSinkResult::Continue,
            _ => self.builder.process_token(token, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

#[derive(Clone, Debug)]
struct Handle {
    node: usize,
    name: Rc<QualName>,
}

/// The tree under construction, where nodes still move.
struct Sink {
    nodes: RefCell<Vec<Node>>,
    no_name: Rc<QualName>,
    /// The depth of the element added last.
    depth: Cell<u32>,
    most_nodes: usize,
}

#[derive(Default)]
struct Node {
    content: Content,
    depth: u32,
    parent: Option<usize>,
    before: Option<usize>,
    after: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
}

#[derive(Default)]
enum Content {
    #[default]
    Nothing,
    Element(Rc<QualName>, Vec<Attribute>, Option<usize>),
    Text(StrTendril),
}

impl Sink {
    fn new(bytes: usize) -> Self {
        let no_name = Rc::new(QualName::new(None, ns!(), "".into()));
        let most_nodes = (10_000 + bytes).min(MOST_NODES);
        Self { nodes: RefCell::new(vec![Node::default()]), no_name, depth: Cell::new(0), most_nodes }
    }

    fn is_full(&self) -> bool {
        self.nodes.borrow().len() >= self.most_nodes
    }

    fn create(&self, content: Content) -> usize {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { content, ..Node::default() });
        nodes.len() - 1
    }

    fn nothing(&self) -> Handle {
        Handle { node: self.create(Content::Nothing), name: self.no_name.clone() }
    }

    /// Puts a node or a text below `parent`, before the child `after` or at the end.
    fn insert(&self, parent: usize, after: Option<usize>, child: NodeOrText<Handle>) {
        let child = match child {
            NodeOrText::AppendNode(handle) => {
                detach(&mut self.nodes.borrow_mut(), handle.node);
                handle.node
            }
            NodeOrText::AppendText(text) => {
                let mut nodes = self.nodes.borrow_mut();
                let before = match after {
                    Some(after) => nodes[after].before,
                    None => nodes[parent].last,
                };
                if let Some(Content::Text(known)) = before.map(|before| &mut nodes[before].content) {
                    known.push_tendril(&text);
                    return;
                }
                drop(nodes);
                self.create(Content::Text(text))
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        let before = match after {
            Some(after) => nodes[after].before.replace(child),
            None => nodes[parent].last.replace(child),
        };
        match before {
            Some(before) => nodes[before].after = Some(child),
            None => nodes[parent].first = Some(child),
        }
        let depth = nodes[parent].depth + 1;
        let node = &mut nodes[child];
        (node.parent, node.before, node.after, node.depth) = (Some(parent), before, after, depth);
        if matches!(node.content, Content::Element(..)) {
            self.depth.set(depth);
        }
    }
}

fn detach(nodes: &mut [Node], node: usize) {
    let Some(parent) = nodes[node].parent.take() else { return };
    let (before, after) = (nodes[node].before.take(), nodes[node].after.take());
    match before {
        Some(before) => nodes[before].after = after,
        None => nodes[parent].first = after,
    }
    match after {
        Some(after) => nodes[after].before = before,
        None => nodes[parent].last = before,
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Tree;
    type ElemName<'a> = ExpandedName<'a>;

    /// Walks the nodes in the order of the page.
    fn finish(self) -> Tree {
        let is_full = self.is_full();
        let nodes = self.nodes.into_inner();
        let mut builder = Builder::default();
        let mut next = nodes[0].first;
        let mut open: Vec<usize> = Vec::new();
        while let Some(at) = next {
            let node = &nodes[at];
            let mut first = node.first;
            match &node.content {
                Content::Element(name, attributes, template) => {
                    builder.open(&name.local.to_ascii_lowercase());
                    for attribute in attributes {
                        let prefix = attribute.name.prefix.as_deref().unwrap_or_default();
                        match prefix {
                            "" => builder.attribute(&attribute.name.local, &attribute.value),
                            _ => builder
                                .attribute(&format!("{prefix}:{}", attribute.name.local), &attribute.value),
                        }
                    }
                    // What a saved page keeps of a shadow root is part of what was seen.
                    let shadow =
                        attributes.iter().any(|attribute| &*attribute.name.local == "shadowrootmode");
                    first = first
                        .or_else(|| template.filter(|_| shadow).and_then(|template| nodes[template].first));
                }
                Content::Text(text) => builder.text(text),
                Content::Nothing => {}
            }
            if let Some(first) = first {
                open.push(at);
                next = Some(first);
                continue;
            }
            if matches!(node.content, Content::Element(..)) {
                builder.close();
            }
            next = node.after;
            while next.is_none() {
                let Some(parent) = open.pop() else { break };
                builder.close();
                next = nodes[parent].after;
            }
        }
        let mut tree = builder.finish();
        tree.cut |= is_full;
        tree
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { node: 0, name: self.no_name.clone() }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> Handle {
        let name = Rc::new(name);
        let template = flags.template.then(|| self.create(Content::Nothing));
        Handle { node: self.create(Content::Element(name.clone(), attributes, template)), name }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.nothing()
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.nothing()
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.insert(parent.node, None, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let has_parent = self.nodes.borrow()[element.node].parent.is_some();
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        let contents = match &self.nodes.borrow()[target.node].content {
            Content::Element(_, _, Some(contents)) => *contents,
            _ => target.node,
        };
        Handle { node: contents, name: self.no_name.clone() }
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.node == other.node
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let parent = self.nodes.borrow()[sibling.node].parent;
        if let Some(parent) = parent {
            self.insert(parent, Some(sibling.node), child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        if let Content::Element(_, known, _) = &mut self.nodes.borrow_mut()[target.node].content {
            for attribute in attributes {
                if !known.iter().any(|known| known.name == attribute.name) {
                    known.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        detach(&mut self.nodes.borrow_mut(), target.node);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        loop {
            let first = self.nodes.borrow()[node.node].first;
            let Some(first) = first else { break };
            let child = Handle { node: first, name: self.no_name.clone() };
            self.insert(new_parent.node, None, NodeOrText::AppendNode(child));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::wire::write;
    use proptest::prelude::*;

    /// The events, each on its own, of what is in the page's body.
    #[track_caller]
    fn check(html: &str, body: &str) {
        let tree = parse(html);
        let events = write(&tree);
        let (_, events) = events.split_once("\0<body").unwrap();
        assert_eq!(events.strip_suffix("\0>\0>").unwrap().replace('\0', ""), body);
    }

    #[test]
    fn a_page_is_parsed_as_browsers_do() {
        check("<p>one<p class=x>two", "<p\"one><p@class=x\"two>");
        check("<b>bold<p>both</b>plain", "<b\"bold><p<b\"both>\"plain>");
        check("<table><tr><td>cell</table>after", "<table<tbody<tr<td\"cell>>>>\"after");
        check("<table>before<tr><td>cell", "\"before<table<tbody<tr<td\"cell>>>>");
        check("x<noscript><p>no script</noscript>", "\"x<noscript<p\"no script>>");
        check("x<!-- gone --><template>gone</template>kept", "\"x<template>\"kept");
    }

    #[test]
    fn a_shadow_root_that_was_saved_is_read() {
        check("<x-a><template shadowrootmode=open><p>seen</template></x-a>", "<x-a<template<p\"seen>>>");
    }

    #[test]
    fn a_page_nested_without_end_is_read_in_time() {
        for nested in ["<div>", "<p><b id=x>", "<b><p>", "<table><tr><td>", "<a href=x>", "<svg>", "<ul><li>"]
        {
            let tree = parse(&format!("{}words", nested.repeat(8_000)));
            assert!(tree.words(Tree::ROOT).ends_with("words"), "{nested}");
        }
    }

    #[test]
    fn text_after_a_place_too_deep_is_where_it_belongs() {
        let html = format!("{}deep{}<p>after", "<div>".repeat(3000), "</div>".repeat(3000));
        let tree = parse(&html);
        let paragraph = tree.named(Tree::ROOT, "p").next().unwrap();
        assert_eq!(tree.words(paragraph), "after");
        assert_eq!(tree.name(tree.parent(paragraph)), "body");
    }

    #[test]
    fn a_tag_of_endless_attributes_is_cut() {
        let attributes: String = (0..200_000).map(|number| number.to_string() + " ").collect();
        let tree = parse(&format!("<p>before<a {attributes}>inside</a> after"));
        assert_eq!(tree.words(Tree::ROOT), "before inside after".replacen(' ', "", 1));
        let text = "a < b and so on ".repeat(3000);
        assert_eq!(tree_text(&text), text.trim());
    }

    fn tree_text(html: &str) -> String {
        parse(html).words(Tree::ROOT)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_tag_soup_gives_a_tree(
            parts in prop::collection::vec(
                "</?(p|b|a|table|tr|td|svg|math|title|template|select|option|form|frameset|body|html|script|li|ul)>|[a-z<&\0]{0,4}",
                0..80,
            )
        ) {
            let tree = parse(&parts.concat());
            prop_assert!(!tree.is_cut());
        }
    }
}
