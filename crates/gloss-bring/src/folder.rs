//! The page on which a reader chooses a folder of their own, and sees how it stands.

use crate::{terms::Unread, words};
use gloss_text::Timestamp;
use gloss_view::{Element, Node, el};
use serde::Deserialize;

/// How it stands with the folder, as `own-folder.js` tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct FolderStatus {
    state: State,
    name: String,
    /// When the folder and the store were last the same.
    at: Timestamp,
    /// How many other browsers have a file there.
    others: usize,
    /// Files that could not be taken in, and why.
    unread: Vec<(String, Unread)>,
    /// What failed, by the browser's name for it.
    why: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum State {
    /// Nothing is known yet.
    #[default]
    Unknown,
    Unsupported,
    None,
    Ask,
    Kept,
    Failed,
}

impl FolderStatus {
    /// Reads what is told; what cannot be read tells nothing.
    pub fn parse(json: &str) -> Self {
        serde_json::from_str(json).unwrap_or_default()
    }

    /// The page. `at` is the time of the last round as the reader's clock says it.
    pub fn view(&self, at: &str) -> Vec<Node> {
        let main = el("main").attr("id", "main").attr("tabindex", "-1").class("bring folder");
        let main = main.child(el("h1").text(words::FOLDER)).child(el("p").text(words::FOLDER_WHAT));
        let said = |text: String| el("p").attr("role", "status").text(text);
        let failed = |text: String| el("p").class("failed").attr("role", "alert").text(text);
        let choose = |words| button("choose-folder", words);
        let leave = || button("leave-folder", words::FOLDER_LEAVE);
        let main = match self.state {
            State::Unknown => main.child(said(words::FOLDER_LOOKING.to_owned())),
            State::Unsupported => main
                .child(failed(words::FOLDER_UNSUPPORTED.to_owned()))
                .child(el("p").child(el("a").attr("href", "#/notes").text(words::FOLDER_BACKUP))),
            State::None => main.child(acts([choose(words::FOLDER_CHOOSE).class("button first")])),
            State::Ask => main
                .child(failed(words::folder_ask(&self.name)))
                .child(acts([button("allow-folder", words::FOLDER_ALLOW).class("button first"), leave()])),
            State::Kept => main
                .child(said(words::folder_kept(&self.name, at, self.others)))
                .children(self.unread.iter().map(|(name, why)| failed(words::folder_unread(name, *why))))
                .child(acts([choose(words::FOLDER_OTHER), leave()])),
            State::Failed => main
                .child(failed(words::folder_failed(&self.name, &self.why)))
                .child(acts([choose(words::FOLDER_OTHER), leave()])),
        };
        vec![main.child(el("p").class("hint").text(words::FOLDER_FILES)).into()]
    }

    /// When the folder and the store were last the same.
    pub const fn at(&self) -> Timestamp {
        self.at
    }
}

fn button(name: &str, words: &str) -> Element {
    el("button").attr("type", "button").on(name).text(words)
}

fn acts<const N: usize>(buttons: [Element; N]) -> Element {
    el("p").class("acts").children(buttons)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(json: &str) -> String {
        FolderStatus::parse(json).view("10:30").iter().map(Node::to_text).collect()
    }

    #[test]
    fn the_page_says_how_it_stands() {
        for (json, expected) in [
            (r#"{"state":"none"}"#, words::FOLDER_CHOOSE),
            (r#"{"state":"unsupported"}"#, words::FOLDER_BACKUP),
            (r#"{"state":"ask","name":"Notes"}"#, "“Notes”"),
            (r#"{"state":"kept","name":"Notes","at":1,"others":2}"#, "10:30"),
            (r#"{"state":"kept","unread":[["gloss-1.json","newer"]]}"#, "a later version of Gloss"),
            (r#"{"state":"failed","name":"Notes","why":"NotFoundError"}"#, "is not there"),
            (r#"{"state":"failed","name":"Notes","why":"Unreadable"}"#, "the notebook offers to save it"),
            ("?", words::FOLDER_LOOKING),
        ] {
            assert!(text(json).contains(expected), "{json}: {}", text(json));
        }
    }
}
