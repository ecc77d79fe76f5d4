//! What choices and kinds are called in English.

use gloss_analysis::{EntityKind, QuotationKind};
use gloss_app::{Face, Keys, Leading, Measure, NoteKind, NoteOrder, ShelfOrder, Theme, page::Layer};
use gloss_notes::{Colour, exchange::Format};

/// Orders of the library.
pub(super) fn shelf_order(order: ShelfOrder) -> &'static str {
    match order {
        ShelfOrder::Added => "order of the library",
        ShelfOrder::Title => "title",
        ShelfOrder::Source => "source",
        ShelfOrder::Published => "newest first",
        ShelfOrder::Length => "shortest first",
        ShelfOrder::Read => "last read first",
    }
}

/// Kinds of notes.
pub(super) fn note_kind(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Highlight => "highlights",
        NoteKind::Note => "notes",
        NoteKind::Correction => "corrections",
    }
}

/// Orders of the notebook.
pub(super) fn note_order(order: NoteOrder) -> &'static str {
    match order {
        NoteOrder::Place => "article and place",
        NoteOrder::Newest => "newest first",
    }
}

/// Formats of files of notes.
pub(super) fn format(format: Format) -> &'static str {
    match format {
        Format::JsonLd => "W3C JSON-LD",
        Format::Markdown => "Markdown",
        Format::Csv => "CSV",
        Format::Html => "HTML",
    }
}

/// What one name is.
pub(super) fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "Person",
        EntityKind::Organisation => "Organisation",
        EntityKind::Place => "Place",
        EntityKind::Date => "Date",
        EntityKind::Role => "Role",
        EntityKind::Age => "Age",
        EntityKind::Duration => "Length of time",
        EntityKind::Money => "Sum of money",
    }
}

/// What several are.
pub(super) fn kinds(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "People",
        EntityKind::Organisation => "Organisations",
        EntityKind::Place => "Places",
        EntityKind::Date => "Dates",
        EntityKind::Role => "Roles",
        EntityKind::Age => "Ages",
        EntityKind::Duration => "Lengths of time",
        EntityKind::Money => "Sums of money",
    }
}

/// What a quotation is.
pub(super) fn quotation_kind(kind: QuotationKind) -> &'static str {
    match kind {
        QuotationKind::Direct => "A statement in the speaker’s own words",
        QuotationKind::Mixed => "The speaker’s words inside a report",
        QuotationKind::Scare => "A term or title; nobody is quoted",
        QuotationKind::Indirect => "Reported without the speaker’s own words",
    }
}

/// Whether keys of one letter work.
pub(super) fn letter_keys_choice(keys: Keys) -> &'static str {
    match keys {
        Keys::Plain => "On",
        Keys::Alt => "With Alt",
        Keys::Off => "Off",
    }
}

/// Colours of the page.
pub(super) fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "As the system",
        Theme::Light => "Light",
        Theme::Sepia => "Sepia",
        Theme::Dark => "Dark",
    }
}

/// Letters of the text.
pub(super) fn face(face: Face) -> &'static str {
    match face {
        Face::Serif => "Source Serif",
        Face::System => "System serif",
        Face::Sans => "Sans",
    }
}

/// Room between its lines.
pub(super) fn leading(leading: Leading) -> &'static str {
    match leading {
        Leading::Tight => "Tight",
        Leading::Normal => "Normal",
        Leading::Loose => "Loose",
    }
}

/// How long they are.
pub(super) fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Narrow => "Short",
        Measure::Normal => "Normal",
        Measure::Wide => "Long",
    }
}

/// What can be shown in the text.
pub(super) fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::People => "People",
        Layer::Organisations => "Organisations",
        Layer::Places => "Places",
        Layer::Dates => "Dates and figures",
        Layer::Roles => "Roles",
        Layer::Quotations => "Quotations",
        Layer::Indirect => "Reported speech",
        Layer::Annotations => "Notes",
    }
}

/// Colours of notes.
pub(super) fn colour(colour: Colour) -> &'static str {
    match colour {
        Colour::Yellow => "yellow",
        Colour::Green => "green",
        Colour::Blue => "blue",
        Colour::Pink => "pink",
        Colour::Purple => "purple",
    }
}
