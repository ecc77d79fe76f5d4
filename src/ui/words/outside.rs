//! The words of `index.html`, which are there before the program is. The build fills them in where the page has
//! `{{name}}`.

/// Each by its name in `index.html`.
pub(crate) const OUTSIDE: [(&str, &str); 12] = [
    (
        "description",
        "A reader for people who read the news closely: who is named, who said what, and your own notes, kept in your own browser.",
    ),
    ("app", "Gloss"),
    ("coming", "is loading…"),
    (
        "needs script",
        "Gloss reads and marks articles in the browser, for which it needs JavaScript and WebAssembly. Nothing you read or write leaves this machine.",
    ),
    (
        "stopped",
        "Gloss has stopped because of an error. What it called saved is saved, and a note that was being written is kept as a draft.",
    ),
    ("go on", "Go on"),
    (
        "not loaded",
        "Gloss could not be loaded. Your notes are where they were. Check the connection, and that the browser is of 2023 or later.",
    ),
    ("try again", "Try again"),
    ("new version", "A new version of Gloss is ready."),
    ("waits", "It is taken as soon as every tab has saved its words."),
    ("take it", "Take it"),
    ("later", "Later"),
];
