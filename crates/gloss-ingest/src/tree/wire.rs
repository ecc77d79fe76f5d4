//! A tree as a string of events, which a walk over a browser's DOM writes with one `join`.
//!
//! U+0000 begins an event, since no parser of HTML leaves one in a document; the next character says which:
//!
//! | event | means |
//! |---|---|
//! | `\0<name` | opens an element; the name is in lower case |
//! | `\0@name=value` | an attribute of the element opened last |
//! | `\0"text` | text |
//! | `\0>` | closes the element; void elements (`br`, `img`, …) are closed as well |
//!
//! In a browser, whose parser nests no deeper than 512 elements:
//!
//! ```js
//! const write = (node, events) => {
//!   if (node.nodeType === Node.TEXT_NODE) events.push('\0"', node.data);
//!   if (node.nodeType !== Node.ELEMENT_NODE) return events;
//!   events.push("\0<", node.localName.toLowerCase());
//!   for (const { name, value } of node.attributes) events.push("\0@", name, "=", value);
//!   const inside = node.hasAttribute("shadowrootmode") ? node.content : node;
//!   for (const child of inside.childNodes) write(child, events);
//!   events.push("\0>");
//!   return events;
//! };
//! write(page.documentElement, []).join("");
//! ```
//!
//! Comments, and what is in `<style>` and in scripts that hold no JSON-LD, need not be written.

use super::{Builder, Tree};

/// Reads a tree from its events. What is no event is passed over, so that any string gives a tree.
pub fn read(events: &str) -> Tree {
    let mut builder = Builder::default();
    for event in events.split('\0') {
        if let Some(name) = event.strip_prefix('<') {
            builder.open(name);
        } else if let Some((name, value)) = event.strip_prefix('@').and_then(|event| event.split_once('=')) {
            builder.attribute(name, value);
        } else if let Some(text) = event.strip_prefix('"') {
            builder.text(text);
        } else if event == ">" {
            builder.close();
        }
    }
    builder.finish()
}

/// Writes a tree as events, every element closed. `read` makes the same tree of them.
pub fn write(tree: &Tree) -> String {
    let mut events = String::new();
    let mut open: Vec<usize> = Vec::new();
    for node in tree.subtree(Tree::ROOT).skip(1) {
        while open.last().is_some_and(|open| tree.end(*open) <= node) {
            open.pop();
            events.push_str("\0>");
        }
        if let Some(text) = tree.text(node) {
            events.push_str("\0\"");
            events.push_str(text);
            continue;
        }
        events.push_str("\0<");
        events.push_str(tree.name(node));
        for (name, value) in tree.attributes(node) {
            events.extend(["\0@", name, "=", value]);
        }
        open.push(node);
    }
    for _ in open {
        events.push_str("\0>");
    }
    events
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_walk_of_a_dom_is_read() {
        let tree = read("\0<p\0@class=a b\0@onclick=x\0\"Hello \0<b\0\"you\0>\0>\0<br\0>\0<p\0\"x = y");
        assert_eq!(write(&tree), "\0<p\0@class=a b\0\"Hello \0<b\0\"you\0>\0>\0<br\0>\0<p\0\"x = y\0>");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_string_gives_a_tree_that_is_written_and_read_again(
            parts in prop::collection::vec("<(p|br|div|script|style)|>|\"[a-z ]{0,3}|@(class|id)=[a-z=]{0,3}|.{0,3}", 0..60)
        ) {
            let events = write(&read(&format!("\0{}", parts.join("\0"))));
            prop_assert_eq!(write(&read(&events)), events);
        }
    }
}
