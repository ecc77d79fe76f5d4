use super::{Builder, Tree};
use crate::reference::unescape;

/// Reads XML or XHTML into a tree, and passes over what is malformed. Names keep their prefixes and are in lower case.
///
/// Unlike a parser of HTML it takes `<title/>` for an empty element.
pub(crate) fn read_xml(xml: &str) -> Tree {
    let mut builder = Builder::default();
    // What is open, so that an end tag closes what it names and never more than there is.
    let mut open: Vec<&str> = Vec::new();
    let mut rest = xml;
    let mut quotes = Quotes::default();
    while let Some((text, after)) = rest.split_once('<') {
        if !open.is_empty() {
            builder.text(&unescape(text));
        }
        rest = after;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
        } else if let Some(data) = rest.strip_prefix("![CDATA[") {
            let (text, after) = data.split_once("]]>").unwrap_or((data, ""));
            builder.text(text);
            rest = after;
        } else if rest.starts_with(['!', '?']) {
            rest = rest.split_once('>').map_or("", |(_, rest)| rest);
        } else {
            let (tag, after) = rest.split_at(quotes.end_of_tag(rest));
            rest = after.strip_prefix('>').unwrap_or(after);
            if let Some(name) = tag.strip_prefix('/') {
                // An end tag that nothing nearby is open for is passed over.
                let nearby = open.iter().rev().take(32).position(|known| *known == name.trim());
                for _ in 0..nearby.map_or(0, |above| above + 1) {
                    builder.close();
                    open.pop();
                }
            } else {
                let is_empty = tag.ends_with('/');
                let name = start(&mut builder, tag.trim_end_matches('/'));
                if is_empty { builder.close() } else { open.push(name) }
            }
        }
    }
    builder.finish()
}

/// Which quotation marks do not come again, so that they are not looked for again and again.
#[derive(Default)]
struct Quotes {
    gone: Vec<u8>,
}

impl Quotes {
    /// Where a tag ends: at the first `>` that is in no attribute's value.
    fn end_of_tag(&mut self, tag: &str) -> usize {
        let mut quote = None;
        for (at, byte) in tag.bytes().enumerate() {
            match (byte, quote) {
                (b'>', None) => return at,
                (b'"' | b'\'', None) if !self.gone.contains(&byte) => quote = Some(byte),
                (byte, Some(open)) if byte == open => quote = None,
                _ => {}
            }
        }
        self.gone.extend(quote);
        tag.find('>').unwrap_or(tag.len())
    }
}

fn start<'a>(builder: &mut Builder, tag: &'a str) -> &'a str {
    let end = tag.find(char::is_whitespace).unwrap_or(tag.len());
    let (name, mut rest) = tag.split_at(end);
    builder.open(&name.to_ascii_lowercase());
    while let Some((attribute, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let Some(quote) = after.chars().next().filter(|c| matches!(c, '"' | '\'')) else { break };
        let Some((value, after)) = after.get(1..).unwrap_or_default().split_once(quote) else { break };
        builder.attribute(&attribute.trim().to_ascii_lowercase(), &unescape(value));
        rest = after;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::wire::write;
    use proptest::prelude::*;

    #[test]
    fn xml_is_read() {
        let xml = "<?xml version='1.0'?><!DOCTYPE html><html><head><title/></head><body><p id=\"a>b\">one &amp; <br/>two\
                   <!-- gone --><![CDATA[<3]]></p></body></html>";
        let tree = read_xml(xml);
        let body = "\0<body\0<p\0@id=a>b\0\"one & \0<br\0>\0\"two<3\0>\0>";
        assert!(write(&tree).contains(body), "{:?}", write(&tree));
    }

    proptest! {
        #[test]
        fn any_text_is_read(xml in "(<|>|/|a|b|=|\"|'|!|-|\\[|\\]|&| |é){0,60}") {
            read_xml(&xml);
        }
    }
}
