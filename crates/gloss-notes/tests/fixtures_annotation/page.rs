use gloss_text::Span;
use std::collections::BTreeMap;

/// The text of a small page, and where its elements and text nodes stand in it.
#[derive(Default)]
pub(crate) struct Page {
    pub(crate) text: String,
    /// By id.
    pub(crate) elements: BTreeMap<String, Span>,
    /// For each element in order: its name, and its own text nodes.
    nodes: Vec<(String, Vec<Span>)>,
}

impl Page {
    /// Reads tags, comments and the entities that the fixtures use.
    pub(crate) fn new(html: &str) -> Self {
        let mut page = Self::default();
        let mut open: Vec<(usize, Option<String>, usize)> = Vec::new();
        let mut rest = html;
        while !rest.is_empty() {
            if let Some(comment) = rest.strip_prefix("<!--") {
                rest = comment.split_once("-->").unwrap().1;
            } else if let Some(end) = rest.strip_prefix("</") {
                rest = end.split_once('>').unwrap().1;
                page.close(&mut open);
            } else if let Some(tag) = rest.strip_prefix('<') {
                let (tag, after) = tag.split_once('>').unwrap();
                rest = after;
                let name = tag.split([' ', '/']).next().unwrap().to_owned();
                let id = tag.split_once("id=\"").map(|(_, id)| id.split('"').next().unwrap().to_owned());
                page.nodes.push((name.clone(), Vec::new()));
                if name != "br" {
                    open.push((page.nodes.len() - 1, id, page.text.len()));
                }
            } else {
                let (words, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
                rest = after;
                let start = page.text.len();
                page.text.push_str(&entities(words));
                if let Some((node, ..)) = open.last() {
                    page.nodes[*node].1.push(Span::new(start, page.text.len()));
                }
            }
        }
        while !open.is_empty() {
            page.close(&mut open);
        }
        page
    }

    fn close(&mut self, open: &mut Vec<(usize, Option<String>, usize)>) {
        let (_, id, start) = open.pop().unwrap();
        if let Some(id) = id {
            self.elements.insert(id, Span::new(start, self.text.len()));
        }
    }

    /// The byte offset that `//name/text()[number]` and an offset in UTF-16 units lead to.
    pub(crate) fn place(&self, xpath: &str, units: usize) -> usize {
        let (name, number) = xpath.strip_prefix("//").unwrap().split_once("/text()").unwrap();
        let number: usize = number.trim_matches(['[', ']']).parse().unwrap_or(1);
        let (_, texts) = self.nodes.iter().find(|(node, _)| node == name).unwrap();
        let node = texts[number - 1];
        node.start + gloss_text::Offsets::new(node.of(&self.text)).from_utf16(gloss_text::Utf16(units))
    }
}

pub(crate) fn entities(words: &str) -> String {
    let mut plain = String::new();
    let mut parts = words.split('&');
    plain.push_str(parts.next().unwrap());
    for part in parts {
        let (entity, after) = part.split_once(';').unwrap();
        let code = entity.strip_prefix('#').map_or(0xa0, |code| code.parse().unwrap());
        plain.push(char::from_u32(code).unwrap());
        plain.push_str(after);
    }
    plain
}
