//! Every word of the interface, so that another language is another table like [`ENGLISH`].

use crate::core::{annotation::Colour, app::Message, page::Layer};

/// The interface's words in one language.
#[expect(clippy::struct_field_names, reason = "one field counts words")]
pub(crate) struct Words {
    pub(crate) app: &'static str,
    pub(crate) library: &'static str,
    pub(crate) notebook: &'static str,
    pub(crate) skip: &'static str,
    pub(crate) source_not_stated: &'static str,
    pub(crate) loading: &'static str,
    pub(crate) analysing: &'static str,
    pub(crate) model_failed: fn(&str) -> String,
    pub(crate) load_failed: &'static str,
    pub(crate) reload: &'static str,
    pub(crate) unknown_article: &'static str,
    pub(crate) unknown_page: &'static str,
    pub(crate) to_library: &'static str,
    pub(crate) legend: &'static str,
    pub(crate) article: &'static str,
    pub(crate) notes: &'static str,
    pub(crate) no_notes: &'static str,
    pub(crate) no_notes_anywhere: &'static str,
    pub(crate) passage: &'static str,
    pub(crate) highlight: &'static str,
    pub(crate) highlight_in: fn(&str) -> String,
    pub(crate) add_note: &'static str,
    pub(crate) edit: &'static str,
    pub(crate) delete: &'static str,
    pub(crate) save: &'static str,
    pub(crate) cancel: &'static str,
    pub(crate) note_field: &'static str,
    pub(crate) note_hint: &'static str,
    pub(crate) show_passage: &'static str,
    pub(crate) not_found: &'static str,
    pub(crate) opening: &'static str,
    pub(crate) saved: &'static str,
    pub(crate) saving: &'static str,
    pub(crate) unsaved: fn(&str) -> String,
    pub(crate) unreadable: fn(usize) -> String,
    pub(crate) retry: &'static str,
    pub(crate) undo: &'static str,
    pub(crate) redo: &'static str,
    pub(crate) dismiss: &'static str,
    pub(crate) furniture: fn(usize) -> String,
    pub(crate) words_count: fn(usize) -> String,
    pub(crate) minutes: fn(usize) -> String,
    pub(crate) notes_count: fn(usize) -> String,
    pub(crate) privacy: &'static str,
    pub(crate) keyboard: &'static str,
    pub(crate) keys: &'static [(&'static str, &'static str)],
    pub(crate) close: &'static str,
    pub(crate) message: fn(&Message) -> &'static str,
    pub(crate) layer: fn(Layer) -> &'static str,
    pub(crate) colour: fn(Colour) -> &'static str,
}

/// English.
pub(crate) const ENGLISH: Words = Words {
    app: "Gloss",
    library: "Library",
    notebook: "Notebook",
    skip: "Skip to the text",
    source_not_stated: "Source not stated",
    loading: "Fetching the article…",
    analysing: "Finding names and quotations…",
    model_failed: |why| {
        format!(
            "The word list could not be fetched ({why}), so only names that rules can find are marked. Reload to try again."
        )
    },
    load_failed: "This article could not be fetched.",
    reload: "Try again",
    unknown_article: "There is no article at this address.",
    unknown_page: "There is nothing at this address.",
    to_library: "Go to the library",
    legend: "Show in the text",
    article: "Article",
    notes: "Notes",
    no_notes: "Select any words to highlight them or to write a note. Without a mouse: J and K walk through the \
               paragraphs, S selects one, Shift and the arrows shape the selection, H highlights and N opens a note.",
    no_notes_anywhere: "No notes yet. Open an article and select some words.",
    passage: "Selected passage",
    highlight: "Highlight",
    highlight_in: |colour| format!("Highlight in {colour}"),
    add_note: "Note",
    edit: "Edit",
    delete: "Delete",
    save: "Save",
    cancel: "Cancel",
    note_field: "Your note",
    note_hint: "Ctrl and Enter saves, Escape leaves it as it was.",
    show_passage: "Show in the text",
    not_found: "These words are no longer in the article.",
    opening: "Opening your notes…",
    saved: "Saved in this browser",
    saving: "Saving…",
    unsaved: |why| {
        format!(
            "Your notes cannot be saved in this browser just now ({why}). They are kept until this tab is closed."
        )
    },
    unreadable: |count| {
        if count == 1 {
            "One stored note cannot be read. It is left untouched.".to_owned()
        } else {
            format!("{count} stored notes cannot be read. They are left untouched.")
        }
    },
    retry: "Try again",
    undo: "Undo",
    redo: "Redo",
    dismiss: "Dismiss",
    furniture: |lines| {
        if lines == 1 {
            "One line of page furniture".to_owned()
        } else {
            format!("{lines} lines of page furniture")
        }
    },
    words_count: |count| if count == 1 { "1 word".to_owned() } else { format!("{count} words") },
    minutes: |count| format!("{count} min"),
    notes_count: |count| match count {
        0 => "no notes".to_owned(),
        1 => "1 note".to_owned(),
        _ => format!("{count} notes"),
    },
    privacy: "What you read and write here stays in this browser.",
    keyboard: "Keyboard",
    keys: &[
        ("J, K", "next and previous paragraph"),
        ("S", "select the paragraph"),
        ("W, B", "select the next or the previous word"),
        ("Shift and arrows", "extend or shrink the selection"),
        ("H", "highlight the selection"),
        ("N", "write a note on it"),
        ("Ctrl Z, Ctrl Shift Z", "undo, redo"),
        ("Escape", "drop the selection, close what is open"),
        ("?", "this list"),
    ],
    close: "Close",
    message: |message| match message {
        Message::Deleted => "Deleted.",
        Message::Undone => "Undone.",
        Message::Redone => "Done again.",
    },
    layer: |layer| match layer {
        Layer::People => "People",
        Layer::Organisations => "Organisations",
        Layer::Places => "Places",
        Layer::Dates => "Dates and figures",
        Layer::Roles => "Roles",
        Layer::Quotations => "Quotations",
        Layer::Indirect => "Reported speech",
        Layer::Annotations => "Notes",
    },
    colour: |colour| match colour {
        Colour::Yellow => "yellow",
        Colour::Green => "green",
        Colour::Blue => "blue",
        Colour::Pink => "pink",
        Colour::Purple => "purple",
    },
};
