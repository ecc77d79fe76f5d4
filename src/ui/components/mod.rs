//! Parts of pages.

mod article_text;
mod bar;
mod block;
mod correct_mark;
mod exchange_panel;
mod first_hint;
mod footnotes;
mod keyboard_help;
mod legend;
mod mark_card;
mod message_line;
mod names_panel;
mod note_card;
mod notes_margin;
mod palette;
mod part;
mod passage_tools;
mod rail;
mod reading_settings;
mod side_panel;
mod voices_panel;

pub(super) use article_text::ArticleText;
pub(super) use bar::Bar;
pub(super) use exchange_panel::ExchangePanel;
pub(super) use first_hint::FirstHint;
pub(super) use footnotes::Footnotes;
pub(super) use keyboard_help::KeyboardHelp;
pub(super) use legend::Legend;
pub(super) use mark_card::MarkCard;
pub(super) use message_line::MessageLine;
pub(super) use note_card::NoteCard;
pub(super) use palette::Palette;
pub(super) use passage_tools::PassageTools;
pub(super) use rail::Rail;
pub(super) use side_panel::SidePanel;
