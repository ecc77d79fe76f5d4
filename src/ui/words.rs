//! Every word of the interface, so that another language is another table like [`ENGLISH`].

use crate::{
    core::{
        analysis::{Correction, EntityKind, QuotationKind},
        annotation::Colour,
        app::{Message, NoteKind, NoteOrder, ShelfOrder, StorageFailure},
        page::Layer,
    },
    platform::locale::{self, Plural},
};

/// The interface's words in one language.
#[expect(clippy::struct_field_names, reason = "one field counts words")]
pub(crate) struct Words {
    pub(crate) app: &'static str,
    pub(crate) library: &'static str,
    pub(crate) notebook: &'static str,
    pub(crate) skip: &'static str,
    pub(crate) find: &'static str,
    pub(crate) find_title: fn(&str) -> String,
    pub(crate) find_here: &'static str,
    pub(crate) find_everywhere: &'static str,
    pub(crate) find_hint: &'static str,
    pub(crate) found: fn(usize, usize, usize) -> String,
    pub(crate) hit_of: fn(usize, usize) -> String,
    pub(crate) hits_count: fn(usize) -> String,
    pub(crate) next_hit: &'static str,
    pub(crate) previous_hit: &'static str,
    pub(crate) show_more: fn(usize) -> String,
    pub(crate) find_article: &'static str,
    pub(crate) sorted_by: &'static str,
    pub(crate) shelf_order: fn(ShelfOrder) -> &'static str,
    pub(crate) articles_of: fn(usize, usize) -> String,
    pub(crate) no_articles: &'static str,
    pub(crate) read_so_far: fn(usize) -> String,
    pub(crate) last_read: fn(&str) -> String,
    pub(crate) edit_facts: &'static str,
    pub(crate) facts_hint: &'static str,
    pub(crate) title: &'static str,
    pub(crate) source: &'static str,
    pub(crate) author: &'static str,
    pub(crate) published: &'static str,
    pub(crate) language: &'static str,
    pub(crate) as_stated: &'static str,
    pub(crate) narrow_notes: &'static str,
    pub(crate) find_note: &'static str,
    pub(crate) kind_of_note: &'static str,
    pub(crate) note_kind: fn(NoteKind) -> &'static str,
    pub(crate) colour_of_note: &'static str,
    pub(crate) tag: &'static str,
    pub(crate) any: &'static str,
    pub(crate) from_day: &'static str,
    pub(crate) until_day: &'static str,
    pub(crate) note_order: fn(NoteOrder) -> &'static str,
    pub(crate) show_all_notes: &'static str,
    pub(crate) no_such_notes: &'static str,
    pub(crate) notes_of: fn(usize, usize, usize) -> String,
    pub(crate) choose_all: fn(usize) -> String,
    pub(crate) choose_note: &'static str,
    pub(crate) chosen_notes: &'static str,
    pub(crate) paint_all: fn(&str) -> String,
    pub(crate) add_tag: &'static str,
    pub(crate) export_chosen: &'static str,
    pub(crate) import_articles: fn(usize) -> String,
    pub(crate) source_not_stated: &'static str,
    pub(crate) loading: &'static str,
    pub(crate) analysing: &'static str,
    pub(crate) model_failed: fn(&str) -> String,
    pub(crate) analysis_failed: fn(&str) -> String,
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
    pub(crate) unsaved: fn(&StorageFailure) -> String,
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
    pub(crate) find_name: &'static str,
    pub(crate) keeping: &'static str,
    pub(crate) backup: &'static str,
    pub(crate) never_backed_up: &'static str,
    pub(crate) backup_old: &'static str,
    pub(crate) export_as: &'static str,
    pub(crate) import: &'static str,
    pub(crate) import_now: &'static str,
    pub(crate) import_preview: fn(usize, usize, usize) -> String,
    pub(crate) save_failed: fn(&str) -> String,
    pub(crate) storage_used: fn(u64, u64) -> String,
    pub(crate) persisted: &'static str,
    pub(crate) not_persisted: &'static str,
    pub(crate) copy_link: &'static str,
    pub(crate) copy_quote: &'static str,
    pub(crate) correct: &'static str,
    pub(crate) it_is: &'static str,
    pub(crate) same_as: &'static str,
    pub(crate) not_a_name: &'static str,
    pub(crate) not_a_quotation: &'static str,
    pub(crate) spoken_by: &'static str,
    pub(crate) nobody_known: &'static str,
    pub(crate) mark_as: &'static str,
    pub(crate) correction: fn(&Correction) -> String,
    pub(crate) about_mark: &'static str,
    pub(crate) unresolved: &'static str,
    pub(crate) also: &'static str,
    pub(crate) also_in: &'static str,
    pub(crate) mentions_here: fn(usize, usize) -> String,
    pub(crate) previous: &'static str,
    pub(crate) next: &'static str,
    pub(crate) speaker_unknown: &'static str,
    pub(crate) in_the_text: &'static str,
    pub(crate) cue: &'static str,
    pub(crate) never_closed: &'static str,
    pub(crate) grounds: &'static str,
    pub(crate) nobody_quoted: &'static str,
    pub(crate) quotation: &'static str,
    pub(crate) quotations: &'static str,
    pub(crate) quotations_count: fn(usize) -> String,
    pub(crate) share: fn(usize, usize) -> String,
    pub(crate) follow: &'static str,
    pub(crate) show_all: &'static str,
    pub(crate) following: fn(&str) -> String,
    pub(crate) beside: &'static str,
    pub(crate) names: &'static str,
    pub(crate) voices: &'static str,
    pub(crate) kind: fn(EntityKind) -> &'static str,
    pub(crate) kinds: fn(EntityKind) -> &'static str,
    pub(crate) quotation_kind: fn(QuotationKind) -> &'static str,
    pub(crate) layer: fn(Layer) -> &'static str,
    pub(crate) colour: fn(Colour) -> &'static str,
}

/// English.
pub(crate) const ENGLISH: Words = Words {
    app: "Gloss",
    library: "Library",
    notebook: "Notebook",
    skip: "Skip to the text",
    find: "Find",
    find_title: |words| format!("Find “{words}”"),
    find_here: "Find in this article",
    find_everywhere: "Find in all articles and notes",
    find_hint: "Capitals, accents and the forms of quotation marks and dashes make no difference. In an open \
                article, the key / finds in that article alone.",
    found: |hits, articles, notes| {
        if hits + notes == 0 {
            return "Found nowhere. Try fewer or other words.".to_owned();
        }
        let places = counted(hits, "place", "places");
        format!(
            "Found in {places} in {} and in {}",
            counted(articles, "article", "articles"),
            counted(notes, "note", "notes")
        )
    },
    hit_of: |at, all| match all {
        0 => "Not found".to_owned(),
        _ => format!("{} of {}", locale::number(at), locale::number(all)),
    },
    hits_count: |count| counted(count, "place", "places"),
    next_hit: "Next place",
    previous_hit: "Previous place",
    show_more: |left| format!("Show more ({} left)", locale::number(left)),
    find_article: "Title, source or author",
    sorted_by: "Sorted by",
    shelf_order: |order| match order {
        ShelfOrder::Added => "order of the library",
        ShelfOrder::Title => "title",
        ShelfOrder::Source => "source",
        ShelfOrder::Published => "newest first",
        ShelfOrder::Length => "shortest first",
        ShelfOrder::Read => "last read first",
    },
    articles_of: |shown, all| format!("{} of {}", locale::number(shown), counted(all, "article", "articles")),
    no_articles: "There are no articles here yet.",
    read_so_far: |percent| match percent {
        100 => "read".to_owned(),
        _ => format!("{}% read", locale::number(percent)),
    },
    last_read: |day| format!("opened {day}"),
    edit_facts: "Edit facts",
    facts_hint: "Kept beside the article, never written into it. An empty field is as the source states it.",
    title: "Title",
    source: "Source",
    author: "Author",
    published: "Published on",
    language: "Language (such as en-GB)",
    as_stated: "As the source states it",
    narrow_notes: "Which notes",
    find_note: "Words in notes, quotes and tags",
    kind_of_note: "Kind",
    note_kind: |kind| match kind {
        NoteKind::Highlight => "highlights",
        NoteKind::Note => "notes",
        NoteKind::Correction => "corrections",
    },
    colour_of_note: "Colour",
    tag: "Tag",
    any: "any",
    from_day: "From",
    until_day: "Until",
    note_order: |order| match order {
        NoteOrder::Place => "article and place",
        NoteOrder::Newest => "newest first",
    },
    show_all_notes: "Show all",
    no_such_notes: "No note is like that. Change what you look for, or show all.",
    notes_of: |shown, all, chosen| {
        let shown = if shown == all {
            counted(all, "note", "notes")
        } else {
            format!("{} of {}", locale::number(shown), counted(all, "note", "notes"))
        };
        if chosen == 0 { shown } else { format!("{shown}, {} selected", locale::number(chosen)) }
    },
    choose_all: |count| format!("Select all {}", locale::number(count)),
    choose_note: "Select this note, made on",
    chosen_notes: "Selected notes",
    paint_all: |colour| format!("Make all selected {colour}"),
    add_tag: "Add tag",
    export_chosen: "Save selected as…",
    import_articles: |count| {
        format!("It also has what was stated about {}.", counted(count, "article", "articles"))
    },
    source_not_stated: "Source not stated",
    loading: "Fetching the article…",
    analysing: "Finding names and quotations…",
    model_failed: |why| {
        format!(
            "The word list could not be fetched ({why}), so only names that rules can find are marked. Reload to try again."
        )
    },
    analysis_failed: |why| {
        format!(
            "Names and quotations could not be looked for ({why}). Reload to try again; your notes work as ever."
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
    unsaved: |failure| {
        match failure {
        StorageFailure::Full => "Your notes are not being saved, because there is no space left. They stay here \
                                 until you close this tab: back them up in the Notebook now, or free some space \
                                 and try again."
            .to_owned(),
        StorageFailure::Blocked => "Your notes are not being saved, because this browser stores nothing for this \
                                    page, as in some private windows. They stay here until you close this tab: \
                                    back them up in the Notebook, or allow storage and try again."
            .to_owned(),
        StorageFailure::Other(why) => format!(
            "Your notes are not being saved ({why}). They stay here until you close this tab: back them up in \
             the Notebook now, or try again."
        ),
    }
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
    words_count: |count| counted(count, "word", "words"),
    minutes: |count| format!("{} min", locale::number(count)),
    notes_count: |count| if count == 0 { "no notes".to_owned() } else { counted(count, "note", "notes") },
    privacy: "What you read and write here stays in this browser.",
    keyboard: "Keyboard",
    keys: &[
        ("J, K", "next and previous paragraph"),
        ("S", "select the paragraph"),
        ("W, B", "select the next or the previous word"),
        ("], [", "next and previous name"),
        ("}, {", "next and previous quotation"),
        ("Shift and arrows", "extend or shrink the selection"),
        ("H", "highlight the selection"),
        ("N", "write a note on it"),
        ("Ctrl Z, Ctrl Shift Z", "undo, redo"),
        ("Escape", "drop the selection, close what is open"),
        ("/", "find in the article; elsewhere, in everything"),
        ("?", "this list"),
    ],
    close: "Close",
    message: |message| match message {
        Message::Deleted => "Deleted.",
        Message::Changed => "Changed.",
        Message::Described { .. } => "Facts changed.",
        Message::Corrected => "Corrected.",
        Message::Imported => "Imported.",
        Message::Copied => "Copied.",
        Message::Undone => "Undone.",
        Message::Redone => "Done again.",
    },
    find_name: "Find a name",
    keeping: "Keeping your notes",
    backup: "Back up everything",
    never_backed_up: "Your notes have never been backed up. A backup is one file with everything in it.",
    backup_old: "The last backup is more than a month old.",
    export_as: "Save all notes as",
    import: "Restore or import…",
    import_now: "Import",
    import_preview: |added, updated, skipped| {
        format!(
            "This file would add {added}, update {updated} and leave {skipped} as they are. It can be undone."
        )
    },
    save_failed: |why| format!("The file could not be made ({why})."),
    storage_used: |used, quota| {
        let megabytes = |bytes: u64| bytes.div_ceil(1_000_000);
        format!("{} MB of {} MB used", megabytes(used), megabytes(quota))
    },
    persisted: "The browser has promised not to clear your notes by itself.",
    not_persisted: "The browser may clear your notes when it runs out of space: keep a backup.",
    copy_link: "Copy link",
    copy_quote: "Copy quote",
    correct: "Correct this",
    it_is: "It is",
    same_as: "The same as",
    not_a_name: "Not a name",
    not_a_quotation: "Not a quotation",
    spoken_by: "Spoken by",
    nobody_known: "Nobody can say",
    mark_as: "Mark as…",
    correction: |correction| match correction {
        Correction::Name { kind } => format!("Corrected: {}", (ENGLISH.kind)(*kind).to_lowercase()),
        Correction::SameAs { name } => format!("Corrected: the same as {name}"),
        Correction::NotAName => "Corrected: not a name".to_owned(),
        Correction::Quotation { .. } => "Corrected: a quotation".to_owned(),
        Correction::Speaker { name: Some(name) } => format!("Corrected: spoken by {name}"),
        Correction::Speaker { name: None } => "Corrected: nobody can say who speaks".to_owned(),
        Correction::NotAQuotation => "Corrected: not a quotation".to_owned(),
    },
    about_mark: "About this mark",
    unresolved: "The text does not say who or what this is.",
    also: "Also called",
    also_in: "Also in",
    mentions_here: |at, all| {
        if all == 1 { "Named once here".to_owned() } else { format!("Mention {at} of {all} here") }
    },
    previous: "Previous",
    next: "Next",
    speaker_unknown: "The speaker is not known",
    in_the_text: "In the text:",
    cue: "Told by:",
    never_closed: "No mark closes this quotation, so it is taken to end with its paragraph.",
    grounds: "Why",
    nobody_quoted: "Nobody is quoted here.",
    quotation: "Quotation",
    quotations: "Quotations",
    quotations_count: |count| {
        if count == 1 { "1 quotation".to_owned() } else { format!("{count} quotations") }
    },
    share: |words, share| format!("{words} words, {share}% of all quoted"),
    follow: "Show only these",
    show_all: "Show the whole article",
    following: |name| format!("Only the paragraphs that quote {name} are shown."),
    beside: "Beside the text",
    names: "Names",
    voices: "Speakers",
    kind: |kind| match kind {
        EntityKind::Person => "Person",
        EntityKind::Organisation => "Organisation",
        EntityKind::Place => "Place",
        EntityKind::Date => "Date",
        EntityKind::Role => "Role",
        EntityKind::Age => "Age",
        EntityKind::Duration => "Length of time",
        EntityKind::Money => "Sum of money",
    },
    kinds: |kind| match kind {
        EntityKind::Person => "People",
        EntityKind::Organisation => "Organisations",
        EntityKind::Place => "Places",
        EntityKind::Date => "Dates",
        EntityKind::Role => "Roles",
        EntityKind::Age => "Ages",
        EntityKind::Duration => "Lengths of time",
        EntityKind::Money => "Sums of money",
    },
    quotation_kind: |kind| match kind {
        QuotationKind::Direct => "A statement in the speaker’s own words",
        QuotationKind::Mixed => "The speaker’s words inside a report",
        QuotationKind::Scare => "A term or title; nobody is quoted",
        QuotationKind::Indirect => "Reported without the speaker’s own words",
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

/// A number of things in English, which tells apart only one and any other number.
fn counted(count: usize, one: &str, other: &str) -> String {
    let noun = if locale::plural(count) == Plural::One { one } else { other };
    format!("{} {noun}", locale::number(count))
}
