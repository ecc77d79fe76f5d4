//! The words of the interface in English, and how sentences are made of them.

mod names;
mod sentences;

use super::Words;
use crate::platform::locale::{self, Plural};
use gloss_analysis::Ground;
use gloss_app::{AnalysisFailure, FetchFailure};
use gloss_notes::Outcome;
use sentences::counted;

/// English.
pub(crate) const ENGLISH: Words = Words {
    app: "Gloss",
    library: "Library",
    notebook: "Notebook",
    stories: "Stories",
    in_other_articles: "In other articles",
    skip: "Skip to the text",
    find: "Find",
    find_title: |words| format!("Find “{words}”"),
    find_here: "Find in this article",
    find_everywhere: "Find in all articles and notes",
    find_hint: "Capitals, accents and the forms of quotation marks and dashes make no difference. Words are found in a row or \
                else apart; quotation marks make a phrase. In an open article, the key / finds in that article alone.",
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
    shelf_order: names::shelf_order,
    articles_of: |shown, all| format!("{} of {}", locale::number(shown), counted(all, "article", "articles")),
    no_articles: "There are no articles here yet.",
    read_so_far: |percent| match percent {
        100 => "read".to_owned(),
        _ => format!("{} read", locale::percent(percent)),
    },
    last_read: |day| format!("opened {day}"),
    edit_facts: "Source, date…",
    facts_hint: "Kept beside the article, never written into it. An empty field is as the source states it.",
    title: "Title",
    source: "Source",
    author: "Author",
    published: "Published on",
    language: "Language",
    language_hint: "A language’s code, such as en, cy or ar-EG.",
    as_stated: "As the source states it",
    narrow_notes: "Which notes",
    find_note: "Words in notes, quotes and tags",
    kind_of_note: "Kind",
    note_kind: names::note_kind,
    colour_of_note: "Colour",
    tag: "Tag",
    any: "any",
    from_day: "From",
    until_day: "Until",
    note_order: names::note_order,
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
    rename_tag: "Call this tag everywhere",
    rename: "Rename",
    export_chosen: "Save selected as…",
    source_not_stated: "Source not stated",
    loading: "Fetching the article…",
    add_articles: "Add articles",
    own_folder: "A folder of your own",
    how_changed: "How it has changed",
    analysing: "Finding names and quotations…",
    fetch_failure: |why| match why {
        FetchFailure::Unreachable => "The server does not answer. Check the connection.".to_owned(),
        FetchFailure::Status(status) => format!("The server answers with the error {status}."),
        FetchFailure::NotText => "It is not text in UTF-8.".to_owned(),
    },
    foreign: |foreign| {
        let language = foreign.language.as_deref().and_then(locale::language_name);
        let language = language.unwrap_or_else(|| "another language than English".to_owned());
        let how = if foreign.stated { "is stated to be" } else { "seems to be" };
        format!(
            "This article {how} in {language}, so only quotation marks are shown: Gloss finds names and speakers in \
             English only."
        )
    },
    analysis_failure: |why| match why {
        AnalysisFailure::Program => {
            "Names and quotations could not be looked for: the analysis does not start. Your notes work as ever."
        }
        AnalysisFailure::Model(_) | AnalysisFailure::DamagedModel => {
            "The word list could not be fetched or is damaged, so only names that rules can find are marked."
        }
    },
    load_failed: |name| format!("The article “{name}” could not be fetched."),
    left_out: |count| match locale::plural(count) {
        Plural::One => "One article could not be fetched, so it is left out.".to_owned(),
        _ => format!("{} articles could not be fetched, so they are left out.", locale::number(count)),
    },
    empty_article: "There are no words in this article.",
    reload: "Try again",
    unknown_article: "There is no article at this address.",
    unknown_page: "There is nothing at this address.",
    to_library: "Go to the library",
    legend: "Marked:",
    article: "Article",
    notes: "Notes",
    without_a_mouse: "Without a mouse: J and K walk through the paragraphs, S selects one, Shift and the arrows shape \
                      the selection, H highlights and N opens a note.",
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
    note_hint: "Escape, or Ctrl and Enter, saves. Cancel leaves it as it was.",
    show_passage: "Show in the text",
    tags: "Tags",
    remove_tag: |tag| format!("Remove the tag {tag}"),
    outcome: |outcome| match outcome {
        Outcome::Same => "These words are where they were.",
        Outcome::Moved => "These words stand at another place than before.",
        Outcome::Changed => "These words have changed since.",
        Outcome::Ambiguous => "It is not sure where these words are now.",
        Outcome::Gone => "These words are no longer in the article.",
    },
    certainty: |percent| {
        if percent == 0 { String::new() } else { format!("{} sure.", locale::percent(percent)) }
    },
    candidate: |at, all| format!("Place {} of {}", locale::number(at), locale::number(all)),
    it_is_this: "It is this one",
    select_to_attach: "If they are somewhere else now, select them in the text.",
    open_to_attach: "If they are somewhere else now, show where in the article.",
    attach_here: "It is here now",
    versions: |count| match locale::plural(count) {
        Plural::One => "Another version was kept".to_owned(),
        _ => format!("{} other versions were kept", locale::number(count)),
    },
    no_note: "(no note)",
    use_version: "Use this one instead",
    save_unreadable: "Save what cannot be read as a file",
    take_settings: "Take its settings, too",
    backup_due: "Back up your notes",
    not_found: "These words are no longer in the article.",
    opening: "Opening your notes…",
    saved: "Saved in this browser",
    saving: "Saving…",
    unsaved: sentences::unsaved,
    unreadable: |count| match locale::plural(count) {
        Plural::One => "One stored note cannot be read. It is left untouched.".to_owned(),
        _ => format!("{} stored notes cannot be read. They are left untouched.", locale::number(count)),
    },
    retry: "Try again",
    undo: "Undo",
    redo: "Redo",
    dismiss: "Dismiss",
    furniture: |lines| match locale::plural(lines) {
        Plural::One => "One line of page furniture".to_owned(),
        _ => format!("{} lines of page furniture", locale::number(lines)),
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
        (". ,", "next and previous note"),
        ("E, T, D", "edit, tag or delete the note that stands out"),
        ("1 to 5", "its colour"),
        ("Ctrl Z, Ctrl Shift Z", "undo, redo"),
        ("Ctrl K", "everything else, by name"),
        ("Escape", "drop the selection, close what is open"),
        ("/", "find in the article; elsewhere, in everything"),
        ("?", "this list"),
    ],
    close: "Close",
    message: sentences::message,
    find_name: "Find a name",
    name: "Name",
    kind_of_name: "Kind",
    name_orders: ["Most articles", "Most often named", "Name"],
    named_in: |name, title, count, quoted| {
        let quoted = if quoted { " and quoted" } else { "" };
        format!("{name}: named {}{quoted} in “{title}”", counted(count, "time", "times"))
    },
    matrix_key: "How often each article names them; filled where it quotes them.",
    who_is_named: "Who is in them",
    all_names: |count| format!("All {}", counted(count, "name", "names")),
    more: "Undo, commands and everything else",
    keeping: "Keeping your notes",
    never_backed_up: "Your notes have never been backed up. A backup is one file with everything in it.",
    backup_old: "The last backup is more than a month old.",
    export_as: "Save all notes as",
    backup: "Back up everything",
    format: names::format,
    import: "Restore or import…",
    import_now: "Import",
    reading_file: "Reading the file…",
    program_failed: "This page could not be fetched. Check the connection and load it again.",
    exchange_failed: "The part of Gloss that reads and writes files could not be fetched. Check the connection and try again.",
    save_failed: |why| format!("The file could not be made ({why})."),
    storage_used: |used, quota| {
        let megabytes = |bytes: u64| locale::number(bytes.div_ceil(1_000_000) as usize);
        format!("{} MB of {} MB used", megabytes(used), megabytes(quota))
    },
    persisted: "The browser has promised not to clear your notes by itself.",
    not_persisted: "The browser may clear your notes when it runs out of space: keep a backup.",
    copy_link: "Copy link",
    copy_note: "Copy to my notes",
    given: "From the reading list",
    copy_quote: "Copy quote",
    cited: |words, origin, link| format!("“{words}”\n{origin}\n{link}"),
    correct: "Correct this",
    it_is: "It is",
    same_as: "The same as",
    not_a_name: "Not a name",
    not_a_quotation: "Not a quotation",
    spoken_by: "Spoken by",
    nobody_known: "Nobody can say",
    correct_all: |count, name| format!("For all {} of {name}", counted(count, "quotation", "quotations")),
    holds_for: |count| format!("Holds for all {} mentions in this article.", locale::number(count)),
    mark_as: "Mark as…",
    correction: sentences::correction,
    before_correction: sentences::before_correction,
    about_mark: "About this mark",
    day_not_stated: || {
        let button = ENGLISH.edit_facts;
        format!(
            "It means a day once you state when the article was published, with “{button}” above the text."
        )
    },
    unresolved: "The text does not say who or what this is.",
    also: "Also called",
    also_in: "Also in",
    mentions_here: |at, all| {
        if all == 1 {
            "Named once here".to_owned()
        } else {
            format!("Mention {} of {} here", locale::number(at), locale::number(all))
        }
    },
    mentions_there: |count| format!("({})", locale::number(count)),
    previous: "Previous",
    next: "Next",
    speaker_unknown: "The speaker is not known",
    in_the_text: "In the text:",
    cue: "Told by:",
    never_closed: "No mark closes this quotation, so it is taken to end with its paragraph.",
    grounds: "Why",
    ground: Ground::reason,
    nobody_quoted: "No one is quoted.",
    nobody_named: "No one is named",
    no_one_quoted: |terms| match terms {
        0 => "No one is quoted.".to_owned(),
        _ => format!("No one is quoted; {} in quotation marks.", counted(terms, "term", "terms")),
    },
    who_speaks: "Who speaks, from first word to last",
    quoted_share: |share| format!("{} is quoted", locale::percent(share)),
    voices_line: sentences::voices_line,
    voice_with_words: |name, words| format!("{name}, {}", counted(words, "word", "words")),
    more_voices: |count| format!("{} more", locale::number(count)),
    quotation: "Quotation",
    quotations: "Quotations",
    quotations_count: |count| counted(count, "quotation", "quotations"),
    share: |words, share| {
        let share = if share == 0 { format!("under {}", locale::percent(1)) } else { locale::percent(share) };
        format!("{}, {share} of all quoted", counted(words, "word", "words"))
    },
    follow: "Show only these",
    show_all: "Show the whole article",
    following: |name| format!("Only the paragraphs that quote {name} are shown."),
    beside: "Beside the text",
    names: "Names",
    voices: "Speakers",
    kind: names::kind,
    kinds: names::kinds,
    quotation_kind: names::quotation_kind,
    annotate_paragraph: "Annotate this paragraph",
    notes_off: "Notes are switched off above the text.",
    notes_on_whole: "On the article as a whole",
    answers: |note| format!("In answer to “{note}”"),
    lost_notes: |count| match locale::plural(count) {
        Plural::One => "One note whose words are not in this text".to_owned(),
        _ => format!("{} notes whose words are not in this text", locale::number(count)),
    },
    first_hint_name: "First steps",
    first_hint: "Names are underlined and quotations tinted; tap or rest on one to learn more. Select any words to \
                 highlight them or to write a note, which stays in this browser.",
    understood: "Understood",
    appearance: "How it looks",
    colours: "Colours",
    letters: "Letters",
    size: "Size",
    smaller: "Smaller letters",
    larger: "Larger letters",
    per_cent: |value| locale::percent(value.into()),
    line_spacing: "Line spacing",
    line_length: "Line length",
    letter_keys: "Keys of one letter",
    letter_keys_choice: names::letter_keys_choice,
    theme: names::theme,
    face: names::face,
    leading: names::leading,
    measure: names::measure,
    palette: "Commands",
    palette_field: "What would you like to do?",
    no_command: "Nothing is called that.",
    copy_notes: |count| {
        format!("Copy the {} on this article as one document", counted(count, "note", "notes"))
    },
    go_to: |page| format!("Go to: {page}"),
    read: |title| format!("Read: {title}"),
    put_beside: |panel| format!("Beside the text: {panel}"),
    show: |layer| format!("Show in the text: {layer}"),
    hide: |layer| format!("Hide in the text: {layer}"),
    use_theme: |theme| format!("Colours: {theme}"),
    layer: names::layer,
    colour: names::colour,
};
