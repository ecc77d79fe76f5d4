//! A page as a browser lays it out without style sheets: lines of text, each in its block.

use crate::{
    space::is_collapsed,
    tree::{NodeId, Tree, is_block},
};
use gloss_text::BlockKind;

/// A line of the page, with its place in the tree.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) text: String,
    /// The first text of the line.
    pub(super) node: NodeId,
    /// The last text of the line.
    pub(super) last: NodeId,
    /// The innermost block around the line.
    pub(super) block: NodeId,
    pub(super) kind: BlockKind,
    /// Lines of one paragraph, parted by `<br>` only, have the same number.
    pub(super) group: usize,
    /// Characters but white space.
    pub(super) length: u32,
    /// Those of them inside links.
    pub(super) linked: u32,
}

impl Line {
    /// What holds for the whole line: an element that only begins it says nothing of it.
    pub(super) fn whole<T: Copy>(&self, of_nodes: &[Option<T>]) -> Option<T> {
        let of = |node: NodeId| of_nodes.get(node).copied().flatten();
        of(self.node).filter(|_| of(self.last).is_some())
    }
}

/// The lines of the page, in order. What is in `<head>` and in scripts is no line.
pub(super) fn lines(tree: &Tree) -> Vec<Line> {
    let mut layout = Layout { tree, lines: Vec::new(), current: None, group: 0 };
    let mut open: Vec<Open> = vec![Open { end: tree.len(), node: Tree::ROOT, ..Open::default() }];
    let mut node = 1;
    while node < tree.len() {
        while open.last().is_some_and(|open| open.end <= node) {
            if open.pop().is_some_and(|open| open.is_block) {
                layout.end_group();
            }
        }
        let around = open.last().copied().unwrap_or_default();
        if let Some(text) = tree.text(node) {
            layout.text(node, text, around);
            node += 1;
            continue;
        }
        let name = tree.name(node);
        match name {
            "head" | "script" | "style" | "svg" | "math" => {
                node = tree.end(node);
                continue;
            }
            "br" => layout.end_line(),
            _ => {}
        }
        let is_block = is_block(name);
        if is_block {
            layout.end_group();
        }
        open.push(Open {
            end: tree.end(node),
            is_block,
            node: if is_block { node } else { around.node },
            is_link: around.is_link || (name == "a" && tree.attribute(node, "href").is_some()),
            is_pre: around.is_pre || name == "pre" || name == "textarea",
            kind: kind(name)
                .filter(|kind| around.kind.is_none_or(|known| rank(*kind) > rank(known)))
                .or(around.kind),
        });
        node += 1;
    }
    layout.end_group();
    layout.lines
}

/// An element that is open, with what holds inside it.
#[derive(Clone, Copy, Default)]
struct Open {
    end: NodeId,
    is_block: bool,
    /// The innermost block.
    node: NodeId,
    is_link: bool,
    is_pre: bool,
    kind: Option<BlockKind>,
}

fn kind(name: &str) -> Option<BlockKind> {
    Some(match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
        "figcaption" | "caption" => BlockKind::Caption,
        "blockquote" => BlockKind::BlockQuote,
        "li" | "dt" | "dd" => BlockKind::ListItem,
        _ => return None,
    })
}

/// Of an element inside another one, the higher rank says what the line is.
fn rank(kind: BlockKind) -> u8 {
    match kind {
        BlockKind::Paragraph | BlockKind::Furniture => 0,
        BlockKind::ListItem => 1,
        BlockKind::BlockQuote => 2,
        BlockKind::Caption => 3,
        BlockKind::Heading => 4,
    }
}

struct Layout<'a> {
    tree: &'a Tree,
    lines: Vec<Line>,
    current: Option<Line>,
    group: usize,
}

impl Layout<'_> {
    fn text(&mut self, node: NodeId, text: &str, around: Open) {
        if !around.is_pre {
            self.words(node, text, around);
            return;
        }
        for (number, line) in text.split('\n').enumerate() {
            if number > 0 {
                self.end_line();
            }
            self.words(node, line, around);
        }
    }

    fn words(&mut self, node: NodeId, text: &str, around: Open) {
        let line = match &mut self.current {
            Some(line) => line,
            None if text.chars().all(is_blank) => return,
            None => self.current.insert(Line {
                text: String::new(),
                node,
                last: node,
                block: around.node,
                kind: around.kind.unwrap_or(BlockKind::Paragraph),
                group: self.group,
                length: 0,
                linked: 0,
            }),
        };
        let mut length = 0;
        for c in text.chars() {
            if is_collapsed(c) {
                if around.is_pre || !line.text.is_empty() && !line.text.ends_with(' ') {
                    line.text.push(' ');
                }
            } else if !matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}') {
                line.text.push(if c == '\u{a0}' { ' ' } else { c });
                length += u32::from(!is_blank(c));
            }
        }
        line.length += length;
        line.last = node;
        if around.is_link {
            line.linked += length;
        }
    }

    fn end_line(&mut self) {
        if let Some(mut line) = self.current.take() {
            line.text.truncate(line.text.trim_end().len());
            let leading = line.text.len() - line.text.trim_start().len();
            if self.tree.name(line.block) != "pre" {
                line.text.drain(..leading);
            }
            if line.length > 0 {
                self.lines.push(line);
            }
        }
    }

    fn end_group(&mut self) {
        self.end_line();
        self.group += 1;
    }
}

/// Returns whether `c` shows nothing.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{200e}' | '\u{feff}')
}
