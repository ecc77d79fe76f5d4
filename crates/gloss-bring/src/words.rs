//! Every sentence of these pages.

use crate::{
    shelf::Like,
    terms::{Fact, Reason, Unread},
};
use gloss_ingest::{IngestError, Warning, Why};
use gloss_notes::Outcome;

pub(crate) const BRING: &str = "Bring an article";
pub(crate) const HOW: &str = "Copy a page whole and paste it here, or drop files: pages that your browser has saved, plain text, Markdown, MHTML and EPUB.";
pub(crate) const CHOOSE: &str = "Choose files";
pub(crate) const DROP_HERE: &str = "Paste or drop here";
pub(crate) const BY_HAND: &str = "Type a text, or paste it without its form";
pub(crate) const ITS_TEXT: &str = "The text";
pub(crate) const TAKE_TEXT: &str = "Look at it";
pub(crate) const BROUGHT: &str = "This is what you brought";
pub(crate) const PASTED: &str = "What you pasted";
pub(crate) const KEEP: &str = "Keep and read";
pub(crate) const KEEP_VERSION: &str = "Keep as a version and read";
pub(crate) const KEEP_ONE: &str = "Keep";
pub(crate) const KEEP_ONE_VERSION: &str = "Keep as a version";
pub(crate) const KEEP_COPY: &str = "Keep a copy";
pub(crate) const OPEN_THERE: &str = "Open what is there";
pub(crate) const DROP: &str = "Drop it";
pub(crate) const ALL: &str = "All that you brought";
pub(crate) const NOT_STATED: &str = "Not stated";
pub(crate) const FIRST_WORDS: &str = "Not stated: its first words are used";
pub(crate) const VERSION_OF: &str = "What it is";
pub(crate) const OF_ITS_OWN: &str = "An article of its own";
pub(crate) const AS_IT_CAME: &str =
    "The text is kept as it came. What is left out can be opened in the article.";
pub(crate) const RESULTS: &str = "What came of each";
pub(crate) const WAITING: &str = "is being read… Leaving this page stops it.";
pub(crate) const KEPT: &str = "kept";
pub(crate) const DROPPED: &str = "dropped";
pub(crate) const YOURS: &str = "What you have brought";
pub(crate) const REMOVE: &str = "Remove";
pub(crate) const LEAVE: &str = "Leave it";
pub(crate) const CHANGES: &str = "How it has changed";
pub(crate) const NOT_STORED: &str = "Its text can be kept, but there is no room for the file itself.";

pub(crate) fn counts(lines: usize, words: usize, name: &str) -> String {
    let from = if name.is_empty() { "pasted just now" } else { name };
    format!("{}, {}, {from}", counted(lines, "line"), counted(words, "word"))
}

pub(crate) fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

pub(crate) fn more_lines(count: usize) -> String {
    format!("Show more of the {}", counted(count, "other line"))
}

pub(crate) fn keep_all(count: usize) -> String {
    format!("Keep all {count}")
}

pub(crate) fn version_of(title: &str) -> String {
    format!("A version of “{title}”")
}

pub(crate) fn like(like: &Like, title: &str) -> String {
    match like {
        Like::Same(_) => format!("You have this text already: “{title}”."),
        Like::Address(_) => format!("You have another text from this address: “{title}”."),
        Like::Words(_) => format!("Most of it reads as “{title}” does."),
    }
}

/// A size, by thousands as browsers show it.
pub(crate) fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => {
            let tenths = (bytes + 50_000) / 100_000;
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}

pub(crate) fn stored(text: u64, file: u64) -> String {
    format!("text {}, file {}", size(text), size(file))
}

pub(crate) fn stored_in_all(used: u64, quota: u64) -> String {
    format!("Gloss has stored {} in this browser, which grants it {}.", size(used), size(quota))
}

pub(crate) fn remove(title: &str, notes: usize) -> String {
    let notes = match notes {
        0 => "It has no notes.".to_owned(),
        1 => "Its note stays in the notebook, with the words it is about.".to_owned(),
        notes => format!("Its {notes} notes stay in the notebook, with the words they are about."),
    };
    format!("Remove “{title}” and its file? {notes} Undo brings the article back until you leave Gloss.")
}

pub(crate) fn failure(why: IngestError) -> &'static str {
    match why {
        IngestError::TooLarge => "It is larger than 256 MB, or a chapter of it than 32 MB.",
        IngestError::NoBook => "It is an archive, but no book in EPUB, or it is damaged.",
        IngestError::NoPage => "There is no page in the message.",
        IngestError::Empty => "There is no text in it.",
    }
}

pub(crate) fn warning(warning: Warning, encoding: &str) -> String {
    match warning {
        Warning::LiveBlog => "The page goes on being written: this is how far it was.".to_owned(),
        Warning::SeveralArticles => {
            "There are several articles on the page. Untick what you do not want.".to_owned()
        }
        Warning::NoArticle => "No article was found: this is all that the page shows.".to_owned(),
        Warning::TooLarge => "It is so large that its end is missing.".to_owned(),
        Warning::BrokenBytes => "Some characters were damaged, and show as �.".to_owned(),
        Warning::GuessedEncoding => format!("Its encoding is not stated; it was read as {encoding}."),
    }
}

pub(crate) fn reason(reason: Reason) -> &'static str {
    let Reason::Page(why) = reason else {
        return if reason == Reason::NoWords { "left out: no words" } else { "left out: of the web page" };
    };
    match why {
        Why::Headline => "left out: the headline, which is stated beside",
        Why::Details => "left out: who wrote it and when",
        Why::Navigation => "left out: a menu",
        Why::Header => "left out: the head of the site",
        Why::Footer => "left out: the foot of the site",
        Why::Sidebar => "left out: a column beside the article",
        Why::Related => "left out: other articles",
        Why::Comments => "left out: what readers wrote",
        Why::Share => "left out: buttons to share it",
        Why::Advertisement => "left out: advertising",
        Why::Cookies => "left out: about cookies",
        Why::Newsletter => "left out: an offer to subscribe",
        Why::Form => "left out: a form",
        Why::Player => "left out: a player’s words",
        Why::Hidden => "left out: the page hides it",
        Why::Elsewhere => "left out: outside the article",
    }
}

pub(crate) fn fact(fact: Fact) -> &'static str {
    match fact {
        Fact::Title => "Headline",
        Fact::Source => "Source",
        Fact::Author => "Author",
        Fact::Published => "Day",
        Fact::Language => "Language, such as en or pt-BR",
        Fact::Address => "Address",
    }
}

pub(crate) const ONE_TEXT: &str = "There is one text of this article, so that nothing can be compared.";
pub(crate) const NO_ARTICLE: &str = "There is no such article in this browser.";
pub(crate) const EARLIER: &str = "Earlier";
pub(crate) const LATER: &str = "Later";
pub(crate) const ONE_COLUMN: &str = "In one column";
pub(crate) const AS_IT_WAS: &str = "As it was";
pub(crate) const READ_IT: &str = "Read the article";
pub(crate) const NO_DIFFERENCE: &str = "Both read the same.";
pub(crate) const YOUR_NOTES: &str = "Your notes";
pub(crate) const NO_NOTES: &str = "You have no notes on it.";
pub(crate) const WALK: &str = "The arrow keys go from note to note. Enter says that the passage which is shown is it; 1, 2 and 3 choose another.";
pub(crate) const IS_IT: &str = "This is it";
pub(crate) const PUT_HERE: &str = "Put it here";

pub(crate) fn text_number(number: usize, all: usize) -> String {
    match number {
        1 => "the first text".to_owned(),
        number if number == all => format!("text {number}, the last"),
        number => format!("text {number}"),
    }
}

pub(crate) fn changes(count: usize, added: usize, removed: usize) -> String {
    format!("{}: {} in, {} out", counted(count, "change"), counted(added, "word"), counted(removed, "word"))
}

pub(crate) fn outcome(outcome: Outcome, score: f32) -> String {
    let words = match outcome {
        Outcome::Same => "the same",
        Outcome::Moved => "moved",
        Outcome::Changed => "changed",
        Outcome::Ambiguous => "in several places",
        Outcome::Gone => "gone",
    };
    format!("{words}, {score:.2}")
}

pub(crate) const FOLDER: &str = "A folder of your own";
pub(crate) const FOLDER_WHAT: &str = "Your notes, corrections, facts and the articles that you brought are in this browser. Choose a folder, and all of it is written there, too, after every change. Another browser, or another machine that shares the folder, reads it from there, and what both sides change is brought together.";
pub(crate) const FOLDER_LOOKING: &str = "Looking for the folder…";
pub(crate) const FOLDER_CHOOSE: &str = "Choose a folder";
pub(crate) const FOLDER_OTHER: &str = "Choose another folder";
pub(crate) const FOLDER_ALLOW: &str = "Allow it";
pub(crate) const FOLDER_LEAVE: &str = "Leave the folder";
pub(crate) const FOLDER_UNSUPPORTED: &str = "This browser lets no page write to a folder.";
pub(crate) const FOLDER_BACKUP: &str = "Make a backup instead, and restore it elsewhere";
pub(crate) const FOLDER_FILES: &str = "Each browser writes one file there, gloss-….json, and reads those of the others. Leaving the folder deletes nothing. The files that articles were made of stay in the browser that brought them.";

pub(crate) fn folder_ask(name: &str) -> String {
    format!(
        "The browser asks you again whether Gloss may write to the folder “{name}”. Until then your changes are in this browser only."
    )
}

pub(crate) fn folder_kept(name: &str, at: &str, others: usize) -> String {
    let others = match others {
        0 => "No other browser has written there yet.".to_owned(),
        1 => "One other browser writes there, too.".to_owned(),
        others => format!("{others} other browsers write there, too."),
    };
    format!("Everything is in the folder “{name}”, as of {at}. {others}")
}

pub(crate) fn folder_unread(name: &str, why: Unread) -> String {
    let why = match why {
        Unread::Unreadable => "cannot be read; it may still be on its way",
        Unread::Newer => "was written by a later version of Gloss; reload this one to update it",
    };
    format!("{name} {why}. It is tried again.")
}

/// `why` is the browser's name for what failed.
pub(crate) fn folder_failed(name: &str, why: &str) -> String {
    let why = match why {
        "NotFoundError" => "it is not there",
        "QuotaExceededError" => "there is no space left",
        "Unreadable" => "some of what is kept here cannot be read; the notebook offers to save it as a file",
        "Error" => "a part of Gloss did not come; reload the page",
        "Newer" => {
            "a later version of Gloss keeps your notes in this browser; close the other tabs and reload"
        }
        why => why,
    };
    format!(
        "The folder “{name}” cannot be kept: {why}. Everything is in this browser, and it is tried again."
    )
}
