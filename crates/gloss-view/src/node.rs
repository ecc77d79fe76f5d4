use serde_json::{Map, Value};

/// The elements that may be drawn. The page draws anything else as a `span`.
pub const TAGS: &str = "\
    a article aside b blockquote br button caption circle code col colgroup dd del details dialog div dl dt em \
    fieldset figcaption figure form g h1 h2 h3 h4 header hr i input ins label legend li line main mark meter nav \
    ol optgroup option p path pre progress q rect section select small span strong sub summary sup svg table tbody \
    td text textarea th thead time tr ul";

/// The attributes that may be drawn, beside `key`, `value` and `checked`, which Yew has its own way of setting, and all
/// but `href` are words or numbers to the browser.
pub const ATTRIBUTES: &str = "\
    accept aria-controls aria-current aria-describedby aria-expanded aria-hidden aria-label aria-labelledby aria-live \
    aria-pressed aria-selected autocomplete class colspan cx cy d data-do data-drop data-keys data-kind data-voice \
    datetime dir disabled fill for height hidden href id label lang max min multiple name open placeholder \
    points preserveAspectRatio r role rows rowspan rx scope selected spellcheck step tabindex title type viewBox \
    width x x1 x2 y y1 y2";

/// The word of a list such as [`TAGS`] that is `word`.
pub fn listed(list: &'static str, word: &str) -> Option<&'static str> {
    list.split(' ').find(|known| *known == word)
}

/// Whether a link may lead there: to a place in Gloss, to another site, or to a mailbox.
pub fn is_safe_address(address: &str) -> bool {
    ["#", "https://", "http://", "mailto:"].iter().any(|start| address.starts_with(start))
}

/// Text or an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Text, shown as it is.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element with its attributes and children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

/// An empty element.
///
/// # Panics
/// In a debug build where `tag` is not one of [`TAGS`].
pub fn el(tag: &'static str) -> Element {
    debug_assert!(listed(TAGS, tag).is_some(), "the page does not draw <{tag}>");
    Element { tag, attributes: Vec::new(), children: Vec::new() }
}

impl Element {
    /// With an attribute; [`ATTRIBUTES`] lists them.
    ///
    /// # Panics
    /// In a debug build where the page does not draw it.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let known = ["key", "value", "checked"].contains(&name) || listed(ATTRIBUTES, name).is_some();
        debug_assert!(known, "the page does not draw the attribute `{name}`");
        self.attributes.push((name, value.into()));
        self
    }

    /// With an attribute without value, if `set`.
    #[must_use]
    pub fn flag(self, name: &'static str, set: bool) -> Self {
        if set { self.attr(name, "") } else { self }
    }

    /// With these classes.
    #[must_use]
    pub fn class(self, classes: impl Into<String>) -> Self {
        self.attr("class", classes)
    }

    /// With a key, which tells it from its neighbours when the tree is drawn again.
    #[must_use]
    pub fn key(self, key: impl Into<String>) -> Self {
        self.attr("key", key)
    }

    /// With an [event](crate::Event) of this name when it is used.
    #[must_use]
    pub fn on(self, name: impl Into<String>) -> Self {
        self.attr("data-do", name)
    }

    /// With text at the end.
    #[must_use]
    pub fn text(self, text: impl Into<String>) -> Self {
        self.child(Node::Text(text.into()))
    }

    /// With a child at the end.
    #[must_use]
    pub fn child(mut self, child: impl Into<Node>) -> Self {
        self.children.push(child.into());
        self
    }

    /// With children at the end.
    #[must_use]
    pub fn children<N: Into<Node>>(mut self, children: impl IntoIterator<Item = N>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Node {
    /// The node as `JsonML`: a text is a string, an element an array of its tag, an object of its attributes, and its
    /// children.
    pub fn to_json(&self) -> Value {
        match self {
            Self::Text(text) => Value::String(text.clone()),
            Self::Element(Element { tag, attributes, children }) => {
                let attributes: Map<String, Value> = attributes
                    .iter()
                    .map(|(name, value)| ((*name).to_owned(), Value::String(value.clone())))
                    .collect();
                let head = [Value::String((*tag).to_owned()), Value::Object(attributes)];
                Value::Array(head.into_iter().chain(children.iter().map(Self::to_json)).collect())
            }
        }
    }

    /// The text of the node and of all in it.
    pub fn to_text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Element(element) => element.children.iter().map(Self::to_text).collect(),
        }
    }

    /// The node as HTML for a file that stands alone: what answers to a program is left out.
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        self.write_html(&mut html);
        html
    }

    fn write_html(&self, html: &mut String) {
        let Self::Element(Element { tag, attributes, children }) = self else {
            let Self::Text(text) = self else { return };
            return escape(text, html);
        };
        html.push('<');
        html.push_str(tag);
        for (name, value) in attributes {
            let unsafe_link = *name == "href" && !is_safe_address(value);
            if *name == "key" || name.starts_with("data-") || unsafe_link {
                continue;
            }
            html.push(' ');
            html.push_str(name);
            html.push_str("=\"");
            escape(value, html);
            html.push('"');
        }
        html.push('>');
        if ["br", "hr", "input", "col"].contains(tag) {
            return;
        }
        for child in children {
            child.write_html(html);
        }
        html.push_str("</");
        html.push_str(tag);
        html.push('>');
    }
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_travels_as_json_ml() {
        let tree: Node = el("p").class("a").text("1 < 2 ").child(el("b").text("b")).into();
        assert_eq!(tree.to_json().to_string(), r#"["p",{"class":"a"},"1 < 2 ",["b",{},"b"]]"#);
        assert_eq!(tree.to_text(), "1 < 2 b");
    }

    #[test]
    fn text_in_a_file_stays_text() {
        let tree: Node =
            el("p").attr("title", "\"><script>").on("x").text("<script>&").child(el("br")).into();
        assert_eq!(tree.to_html(), r#"<p title="&quot;&gt;&lt;script&gt;">&lt;script&gt;&amp;<br></p>"#);
    }

    #[test]
    fn a_link_that_would_run_is_dropped() {
        let link = |address: &str| Node::from(el("a").attr("href", address)).to_html();
        assert_eq!(link("javascript:alert(1)"), "<a></a>");
        assert_eq!(link("#/read/a"), r##"<a href="#/read/a"></a>"##);
        assert!(!is_safe_address("data:text/html,x"));
    }
}
