/// What the page tells the program that draws for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// What the program is to draw, at first and whenever it changes: JSON that page and program agree on.
    Input(String),
    /// The reader used an element that has a name by [`Element::on`](crate::Element::on).
    Used {
        /// How: `click`, `input` (a field, a choice or a tick changed), `submit`, or `keydown` of one of the keys that
        /// the element lists in `data-keys`.
        how: String,
        /// The name of the element.
        name: String,
        /// What a field holds, `true` or `false` for a tick, or the key.
        value: String,
    },
    /// The reader pasted or dropped a passage onto an element that has `data-drop`; either form may be empty.
    Pasted {
        /// As HTML.
        html: String,
        /// As plain text.
        text: String,
    },
}

impl Event {
    /// Reads the parts of a message from the page. Files come as objects of the browser, and are not for this.
    pub fn from_parts(parts: &[String]) -> Option<Self> {
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        match *parts.as_slice() {
            ["input", input] => Some(Self::Input(input.to_owned())),
            ["used", how, name, value] => {
                Some(Self::Used { how: how.to_owned(), name: name.to_owned(), value: value.to_owned() })
            }
            ["pasted", html, text] => Some(Self::Pasted { html: html.to_owned(), text: text.to_owned() }),
            _ => None,
        }
    }
}
