//! Cuts a page into tokens as the HTML standard prescribes, for html5ever to make a tree of.
//!
//! html5ever can do this too, from a page that comes in parts and with a table of the names of characters that is as
//! large as all the rest of the program for imports. A test compares the two.

use crate::reference::{reference, resolved};
use html5ever::{
    Attribute, LocalName, QualName, ns,
    tokenizer::{Doctype, Tag, TagKind, Token, TokenSink, TokenSinkResult, states::RawKind},
};
use std::borrow::Cow;

/// A tag's attributes beyond these are passed over, since each is compared with all before it.
const MOST_ATTRIBUTES: usize = 200;

/// Hands the tokens of a page to `sink`, until `is_enough`.
pub(super) fn send<S: TokenSink>(html: &str, sink: &S, is_enough: impl Fn() -> bool) {
    let html = if html.contains('\r') {
        Cow::Owned(html.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(html)
    };
    let rest = html.strip_prefix('\u{feff}').unwrap_or(&html);
    let mut cutter = Cutter { sink, rest, inside: Inside::Markup, last: LocalName::from("") };
    while !cutter.rest.is_empty() && !is_enough() {
        match cutter.inside {
            Inside::Markup => cutter.markup(),
            Inside::Raw(kind) => cutter.raw(kind),
            Inside::Plain => {
                let text = cutter.take(cutter.rest.len());
                cutter.text(&known(text));
            }
        }
    }
    let _ = cutter.token(Token::EOFToken);
    sink.end();
}

struct Cutter<'a, S> {
    sink: &'a S,
    rest: &'a str,
    inside: Inside,
    /// The name of the start tag that came last.
    last: LocalName,
}

/// What the rest of the page is.
#[derive(Clone, Copy)]
enum Inside {
    Markup,
    /// Text up to the end tag.
    Raw(RawKind),
    /// Nothing but text.
    Plain,
}

impl<'a, S: TokenSink> Cutter<'a, S> {
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// Takes what is before the first byte of these, or all.
    fn until(&mut self, ends: impl Fn(u8) -> bool) -> &'a str {
        self.take(self.rest.bytes().position(ends).unwrap_or(self.rest.len()))
    }

    /// Takes what is before `end`, or all, and passes over the end.
    fn until_after(&mut self, end: &str) -> &'a str {
        let (taken, rest) = self.rest.split_once(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    fn first(&self) -> Option<u8> {
        self.rest.bytes().next()
    }

    fn token(&self, token: Token) -> TokenSinkResult<S::Handle> {
        self.sink.process_token(token, 1)
    }

    fn text(&self, text: &str) {
        if !text.is_empty() {
            let _ = self.token(Token::CharacterTokens(text.into()));
        }
    }

    fn markup(&mut self) {
        let text = self.until(|byte| matches!(byte, b'<' | b'&' | 0));
        self.text(text);
        match self.first() {
            Some(0) => {
                self.take(1);
                let _ = self.token(Token::NullCharacterToken);
            }
            Some(b'&') => {
                self.take(1);
                let (characters, length) = reference(self.rest, false).unwrap_or(("&".into(), 0));
                self.take(length);
                self.text(&characters);
            }
            Some(_) => self.angle(),
            None => {}
        }
    }

    /// What begins with `<`.
    fn angle(&mut self) {
        let mut next = self.rest.bytes().skip(1);
        match (next.next(), next.next()) {
            (Some(b'!'), _) => {
                self.take(2);
                self.declaration();
            }
            (Some(b'/'), Some(b'a'..=b'z' | b'A'..=b'Z')) => {
                self.take(2);
                self.tag(TagKind::EndTag);
            }
            (Some(b'a'..=b'z' | b'A'..=b'Z'), _) => {
                self.take(1);
                self.tag(TagKind::StartTag);
            }
            (Some(b'/'), Some(_)) | (Some(b'?'), _) => {
                self.until_after(">");
            }
            (Some(b'/'), None) => {
                let text = self.take(2);
                self.text(text);
            }
            _ => {
                let text = self.take(1);
                self.text(text);
            }
        }
    }

    /// Comments are passed over.
    fn declaration(&mut self) {
        let starts = |text: &str| {
            let start = self.rest.as_bytes().get(..text.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(text.as_bytes()))
        };
        if starts("--") {
            self.take(2);
            let comment = self.rest;
            let ends = |(at, _): &(usize, &str)| {
                let before = comment.get(..*at).unwrap_or_default();
                matches!(before, "" | "-") || before.ends_with("--") || before.ends_with("--!")
            };
            let end = comment.match_indices('>').find(ends);
            self.take(end.map_or(comment.len(), |(at, _)| at + 1));
        } else if starts("doctype") {
            self.take("doctype".len());
            let is_whole = self.rest.contains('>');
            let doctype = doctype(self.until_after(">"), is_whole);
            let _ = self.token(Token::DoctypeToken(doctype));
        } else if self.rest.starts_with("[CDATA[")
            && self.sink.adjusted_current_node_present_but_not_in_html_namespace()
        {
            self.take("[CDATA[".len());
            for (number, text) in self.until_after("]]>").split('\0').enumerate() {
                if number > 0 {
                    let _ = self.token(Token::NullCharacterToken);
                }
                self.text(text);
            }
        } else {
            self.until_after(">");
        }
    }

    /// A tag from its name on. One that has no end is none.
    fn tag(&mut self, kind: TagKind) {
        let name = lower(self.until(|byte| is_space(byte) || matches!(byte, b'/' | b'>')));
        let mut attrs: Vec<Attribute> = Vec::new();
        let mut self_closing = false;
        loop {
            self.until(|byte| !is_space(byte));
            match self.first() {
                None => return,
                Some(b'>') => break,
                Some(b'/') => {
                    self.take(1);
                    self_closing = self.rest.starts_with('>');
                }
                Some(_) => {
                    let Some((name, value)) = self.attribute() else { return };
                    let is_new = |name: &LocalName| attrs.iter().all(|known| known.name.local != *name);
                    if attrs.len() < MOST_ATTRIBUTES && is_new(&name) {
                        let value = resolved(&known(value), |after| reference(after, true));
                        attrs.push(Attribute { name: QualName::new(None, ns!(), name), value: value.into() });
                    }
                }
            }
        }
        self.take(1);
        if kind == TagKind::StartTag {
            self.last = name.clone();
        }
        let tag = Tag { kind, name, self_closing, attrs, had_duplicate_attributes: false };
        self.inside = match self.token(Token::TagToken(tag)) {
            TokenSinkResult::Plaintext => Inside::Plain,
            TokenSinkResult::RawData(kind) => Inside::Raw(kind),
            _ => Inside::Markup,
        };
    }

    fn attribute(&mut self) -> Option<(LocalName, &'a str)> {
        // A name may begin with `=`.
        let ends = |byte| is_space(byte) || matches!(byte, b'/' | b'>' | b'=');
        let length = self.rest.bytes().skip(1).position(ends).map_or(self.rest.len(), |length| length + 1);
        let name = lower(self.take(length));
        self.until(|byte| !is_space(byte));
        if self.first() != Some(b'=') {
            return Some((name, ""));
        }
        self.take(1);
        self.until(|byte| !is_space(byte));
        let value = match self.first()? {
            quote @ (b'"' | b'\'') => {
                self.take(1);
                let value = self.until(|byte| byte == quote);
                self.first()?;
                self.take(1);
                value
            }
            _ => self.until(|byte| is_space(byte) || byte == b'>'),
        };
        Some((name, value))
    }

    /// Text in which nothing but the end tag is markup.
    fn raw(&mut self, kind: RawKind) {
        let end = match kind {
            RawKind::Rcdata | RawKind::Rawtext => {
                let mut ends = self.rest.match_indices("</");
                ends.find(|(at, _)| is_tag(self.rest, at + 2, &self.last)).map(|(at, _)| at)
            }
            RawKind::ScriptData | RawKind::ScriptDataEscaped(_) => script_end(self.rest),
        };
        let text = known(self.take(end.unwrap_or(self.rest.len())));
        if kind == RawKind::Rcdata {
            self.text(&resolved(&text, |after| reference(after, false)));
        } else {
            self.text(&text);
        }
        self.inside = Inside::Markup;
        if end.is_some() {
            self.take(2);
            self.tag(TagKind::EndTag);
        }
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | b'\x0c')
}

/// A text without U+0000.
fn known(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { text.replace('\0', "\u{fffd}").into() } else { text.into() }
}

fn lower(name: &str) -> LocalName {
    LocalName::from(known(name).to_ascii_lowercase())
}

/// Whether there is a tag of this name, after whose name there is at least one more character.
fn is_tag(text: &str, at: usize, name: &str) -> bool {
    let tag = text.as_bytes().get(at..).unwrap_or_default();
    tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
        && tag.get(name.len()).is_some_and(|byte| is_space(*byte) || matches!(byte, b'/' | b'>'))
}

/// Where the end tag of a script is. One is passed over if it is that of a script written in a comment in the script.
fn script_end(text: &str) -> Option<usize> {
    let (mut in_comment, mut in_script) = (false, false);
    for (at, _) in text.match_indices(['<', '>']) {
        let (before, rest) = text.split_at(at);
        if is_tag(rest, 1, "/script") {
            if !in_script {
                return Some(at);
            }
            in_script = false;
        } else if in_comment && is_tag(rest, 1, "script") {
            in_script = true;
        } else if rest.starts_with("<!--") {
            in_comment = true;
        } else if rest.starts_with('>') && before.ends_with("--") {
            (in_comment, in_script) = (false, false);
        }
    }
    None
}

/// What a document type says between its name and `>`, which may be missing.
fn doctype(text: &str, is_whole: bool) -> Doctype {
    let trim = |text: &'_ str| -> usize { text.bytes().take_while(|byte| is_space(*byte)).count() };
    let mut rest = text.get(trim(text)..).unwrap_or_default();
    let (name, after) = rest.split_at(rest.bytes().position(is_space).unwrap_or(rest.len()));
    rest = after.get(trim(after)..).unwrap_or_default();
    let mut found = Doctype { force_quirks: !is_whole || name.is_empty(), ..Doctype::default() };
    found.name = (!name.is_empty()).then(|| (*known(&name.to_ascii_lowercase())).into());
    if rest.is_empty() {
        return found;
    }
    let keyword = rest.get(..6).map(str::to_ascii_lowercase).unwrap_or_default();
    rest = rest.get(6..).unwrap_or_default();
    // Each in quotation marks; what comes after is nothing.
    let mut quoted = || {
        rest = rest.get(trim(rest)..).unwrap_or_default();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let inside = rest.get(1..)?;
        let (id, after) = inside.split_once(quote).map_or((inside, None), |(id, after)| (id, Some(after)));
        rest = after.unwrap_or_default();
        Some(((*known(id)).into(), after.is_some()))
    };
    match keyword.as_str() {
        "public" => {
            let public = quoted();
            let system = public.as_ref().and_then(|_| quoted());
            found.force_quirks |= !public.as_ref().is_some_and(|(_, is_closed)| *is_closed)
                || system.as_ref().map_or(!rest.is_empty(), |(_, is_closed)| !is_closed);
            found.public_id = public.map(|(id, _)| id);
            found.system_id = system.map(|(id, _)| id);
        }
        "system" => {
            let system = quoted();
            found.force_quirks |= !system.as_ref().is_some_and(|(_, is_closed)| *is_closed);
            found.system_id = system.map(|(id, _)| id);
        }
        _ => found.force_quirks = true,
    }
    // What comes after the last of them is nothing, and so is the end of the page in it.
    found.force_quirks &= found.system_id.is_none() || rest.bytes().all(is_space);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use html5ever::{
        TokenizerResult,
        buffer_queue::BufferQueue,
        tokenizer::{Tokenizer, TokenizerOpts},
    };
    use proptest::prelude::*;
    use std::cell::RefCell;

    /// Writes tokens down, texts beside each other as one, and answers as the construction of a tree does.
    #[derive(Default)]
    struct Written(RefCell<Vec<String>>);

    impl TokenSink for Written {
        type Handle = ();

        fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
            let mut written = self.0.borrow_mut();
            match token {
                Token::CharacterTokens(text) => match written.last_mut() {
                    Some(last) if last.starts_with('"') => last.push_str(&text),
                    _ => written.push(format!("\"{text}")),
                },
                Token::TagToken(mut tag) => {
                    tag.had_duplicate_attributes = false;
                    written.push(format!("{tag:?}"));
                    if tag.kind == TagKind::StartTag {
                        return match &*tag.name {
                            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                            "style" | "xmp" => TokenSinkResult::RawData(RawKind::Rawtext),
                            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                            "plaintext" => TokenSinkResult::Plaintext,
                            _ => TokenSinkResult::Continue,
                        };
                    }
                }
                Token::CommentToken(_) | Token::ParseError(_) => {}
                token => written.push(format!("{token:?}")),
            }
            TokenSinkResult::Continue
        }

        fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
            self.0.borrow().last().is_some_and(|last| last.contains("svg"))
        }
    }

    fn check(html: &str) -> Result<(), TestCaseError> {
        let ours = Written::default();
        send(html, &ours, || false);
        let tokenizer = Tokenizer::new(Written::default(), TokenizerOpts::default());
        let input = BufferQueue::default();
        input.push_back(html.into());
        while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
        tokenizer.end();
        prop_assert_eq!(ours.0.into_inner(), tokenizer.sink.0.into_inner(), "{:?}", html);
        Ok(())
    }

    #[test]
    fn what_comes_after_a_document_type_is_nothing() {
        for html in ["<!doctype html system''html", "<!doctype html public''''x", "<!doctype html system'' "]
        {
            check(html).unwrap();
        }
    }

    const PARTS: &str = "</?(p|b|svg|title|style|script|textarea|xmp|plaintext)|>|/>|/|<|!|\\?|=|\"|'|-|--|<!--|-->|&|;|#|x|\
        &(amp|lt|not|notin|AElig|Tab|NewLine|fjlig|x)|&#x?[0-9a-f]{1,7}|<!doctype( html)?|public|system|\\[CDATA\\[|\\]\\]>|\
        [ a-zA-Z\0\r\n\t\u{c}é]{1,2}";

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn any_page_is_cut_as_html5ever_cuts_it(parts in prop::collection::vec(PARTS, 0..30)) {
            check(&parts.concat())?;
        }

        #[test]
        fn so_is_any_of_fewer_kinds(
            script in prop::collection::vec("<!--|-->|--|</?script|[ />]|-|!|>", 0..20),
            doctype in prop::collection::vec("html|public|system|\"|'|[ a]|\0", 0..9),
            attributes in prop::collection::vec("a|b|=|\"|'|/|[ é\0]|&lt;?|&not|&|x", 0..20),
            comment in prop::collection::vec("-|--|!|>|<|a", 0..9),
        ) {
            check(&format!("<script>{}", script.concat()))?;
            check(&format!("<!doctype{}>", doctype.concat()))?;
            check(&format!("<!doctype{}", doctype.concat()))?;
            check(&format!("<p {}>x", attributes.concat()))?;
            check(&format!("<!--{}x", comment.concat()))?;
        }
    }
}
