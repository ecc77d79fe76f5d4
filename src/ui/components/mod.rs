//! Parts of pages.

mod bar;
mod block;
mod keyboard_help;
mod legend;
mod message_line;
mod note_card;
mod passage_tools;

pub(super) use bar::Bar;
pub(super) use block::BlockView;
pub(super) use keyboard_help::KeyboardHelp;
pub(super) use legend::Legend;
pub(super) use message_line::MessageLine;
pub(super) use note_card::NoteCard;
pub(super) use passage_tools::PassageTools;
