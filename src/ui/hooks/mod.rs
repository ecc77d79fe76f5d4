//! What keeps the state and the browser in step.

mod card;
mod drawn;
mod find;
mod first_paint;
mod first_text;
mod keyboard;
mod library;
mod margin;
mod marks;
mod near;
mod place;
mod printing;
mod rail;
mod route;
mod selection;
mod settings;
mod steps;
mod store;

pub(super) use card::{show_mark, use_card};
pub(super) use drawn::use_drawn;
pub(super) use find::use_find;
pub(super) use first_paint::use_first_paint;
pub(super) use first_text::use_first_text;
pub(super) use keyboard::use_keyboard;
pub(super) use library::use_library;
pub(super) use margin::use_margin;
pub(super) use marks::{MarkListeners, use_marks};
pub(super) use near::use_near;
pub(super) use place::use_place;
pub(super) use printing::use_printing;
pub(super) use rail::use_rail;
pub(super) use route::use_route;
pub(super) use selection::{use_kept_selection, use_selection};
pub(super) use settings::use_settings;
pub(super) use steps::use_article_keys;
pub(super) use store::use_store;
