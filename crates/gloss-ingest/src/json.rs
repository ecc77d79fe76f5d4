//! A small reader of JSON as pages hold it: with line breaks in strings, commas at ends, and comments around it.

/// How deep lists and objects may be nested; what is deeper reads as nothing.
const DEEPEST: usize = 64;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    /// `null`, and what is no JSON.
    Nothing,
    /// A number, `true` or `false`, as it is written.
    Word(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads the first list or object of `text`.
    pub(crate) fn read(text: &str) -> Self {
        // Old pages wrap a script as XML does: `<![CDATA[`.
        let text = text.trim_start().trim_start_matches(['/', '*', ' ']);
        let text = text.strip_prefix("<![CDATA[").unwrap_or(text);
        let start = text.find(['{', '[']).unwrap_or(text.len());
        let mut reader = Reader { rest: text.get(start..).unwrap_or_default() };
        reader.value(0)
    }

    /// The value of a key of an object.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(pairs) => pairs.iter().find(|(known, _)| known == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The string, also of the first in a list.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            Self::List(list) => list.first().and_then(Self::text),
            _ => None,
        }
    }

    /// The values of a list, or the value itself.
    pub(crate) fn items(&self) -> &[Self] {
        match self {
            Self::List(list) => list,
            other => std::slice::from_ref(other),
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Json {
        self.skip_space();
        match self.rest.chars().next() {
            Some('{') if depth < DEEPEST => Json::Object(self.many('}', |reader| {
                reader.skip_space();
                let key = reader.string()?;
                reader.skip_space();
                reader.eat(':').then(|| (key, reader.value(depth + 1)))
            })),
            Some('[') if depth < DEEPEST => Json::List(self.many(']', |reader| {
                let before = reader.rest.len();
                let value = reader.value(depth + 1);
                (reader.rest.len() < before).then_some(value)
            })),
            Some('"') => self.string().map_or(Json::Nothing, Json::Text),
            _ => {
                let end = self.rest.find([',', ']', '}', '\n']).unwrap_or(self.rest.len());
                let (word, rest) = self.rest.split_at(end);
                self.rest = rest;
                let word = word.trim();
                if word == "null" || word.is_empty() { Json::Nothing } else { Json::Word(word.to_owned()) }
            }
        }
    }

    /// Reads what is between brackets. What cannot be read ends it.
    fn many<T>(&mut self, closing: char, mut one: impl FnMut(&mut Self) -> Option<T>) -> Vec<T> {
        let mut found = Vec::new();
        self.skip();
        loop {
            self.skip_space();
            if self.eat(closing) || self.rest.is_empty() {
                return found;
            }
            if self.eat(',') {
                continue;
            }
            let Some(value) = one(self) else {
                self.rest = "";
                return found;
            };
            found.push(value);
        }
    }

    fn string(&mut self) -> Option<String> {
        if !self.eat('"') {
            return None;
        }
        let mut text = String::new();
        let mut half = None;
        while let Some(c) = self.skip() {
            match c {
                '"' => return Some(text),
                '\\' => match self.skip()? {
                    'n' | 'r' | 't' => text.push(' '),
                    'b' | 'f' => {}
                    'u' => {
                        let digits = self.rest.get(..4).unwrap_or_default();
                        let unit = u32::from_str_radix(digits, 16).unwrap_or(0xfffd);
                        self.rest = self.rest.get(4..).unwrap_or_default();
                        match (half.take(), unit) {
                            (_, 0xd800..0xdc00) => half = Some(unit),
                            (Some(high), 0xdc00..0xe000) => {
                                let point = 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00);
                                text.extend(char::from_u32(point));
                            }
                            _ => text.extend(char::from_u32(unit)),
                        }
                    }
                    other => text.push(other),
                },
                c => text.push(c),
            }
        }
        Some(text)
    }

    fn skip(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let c = chars.next();
        self.rest = chars.as_str();
        c
    }

    fn eat(&mut self, c: char) -> bool {
        let rest = self.rest.strip_prefix(c);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn word(text: &str) -> Json {
        Json::Word(text.to_owned())
    }

    #[test]
    fn what_pages_hold_is_read() {
        let json = Json::read(
            "//<![CDATA[\n{\"a\": [1, \"two\nlines\", null,], \"b\": {\"c\": \"\\u00e9\\ud83d\\ude00\\/\"},} //]]>",
        );
        assert_eq!(
            json.get("a"),
            Some(&Json::List(vec![word("1"), Json::Text("two\nlines".into()), Json::Nothing]))
        );
        assert_eq!(json.get("b").and_then(|b| b.get("c")).and_then(Json::text), Some("é😀/"));
    }

    #[test]
    fn what_ends_too_early_keeps_what_was_read() {
        let json = Json::read("{\"headline\": \"Rain\", \"author\": {\"name\": \"Ann");
        assert_eq!(json.get("headline").and_then(Json::text), Some("Rain"));
        assert_eq!(Json::read(&"[".repeat(100_000)).items().len(), 1);
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "[\\[\\]{}\",:\\\\a1u]{0,40}") {
            Json::read(&text);
        }
    }
}
