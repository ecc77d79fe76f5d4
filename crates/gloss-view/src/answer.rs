use crate::Node;
use serde_json::{Map, Value, json};

/// What the program answers to an [`Event`](crate::Event).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// What is shown from now on; `None` leaves what is there.
    pub view: Option<Vec<Node>>,
    /// What is to happen beside it, in order.
    pub effects: Vec<Effect>,
}

/// Something that only the page can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Moves the focus to the element of this id, once it is drawn.
    Focus(String),
    /// Goes to this route, as `#/…`.
    Go(String),
    /// Copies this to the clipboard.
    Copy(String),
    /// Saves a file.
    Save {
        /// Its name.
        name: String,
        /// Its media type.
        mime: String,
        /// What it holds.
        text: String,
    },
    /// Anything that the two agree on: a name, and JSON.
    Other(&'static str, Value),
}

impl Answer {
    /// The answer as the page reads it: `{"view": […], "effects": [["focus", …], …]}`.
    pub fn to_json(&self) -> String {
        let mut answer = Map::new();
        if let Some(view) = &self.view {
            answer.insert("view".to_owned(), Value::Array(view.iter().map(Node::to_json).collect()));
        }
        let effects = self.effects.iter().map(|effect| match effect {
            Effect::Focus(id) => json!(["focus", id]),
            Effect::Go(route) => json!(["go", route]),
            Effect::Copy(text) => json!(["copy", text]),
            Effect::Save { name, mime, text } => json!(["save", [name, mime, text]]),
            Effect::Other(name, value) => json!([name, value]),
        });
        answer.insert("effects".to_owned(), Value::Array(effects.collect()));
        Value::Object(answer).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::el;

    #[test]
    fn an_answer_has_what_it_changes() {
        let answer =
            Answer { view: Some(vec![el("p").text("x").into()]), effects: vec![Effect::Go("#/".to_owned())] };
        assert_eq!(answer.to_json(), r##"{"effects":[["go","#/"]],"view":[["p",{},"x"]]}"##);
        assert_eq!(Answer::default().to_json(), r#"{"effects":[]}"#);
    }
}
