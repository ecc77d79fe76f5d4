//! What keeps the state and the browser in step.

mod find;
mod keyboard;
mod library;
mod marks;
mod place;
mod route;
mod selection;
mod settings;
mod store;

pub(super) use find::use_find;
pub(super) use keyboard::use_keyboard;
pub(super) use library::use_library;
pub(super) use marks::{MarkListeners, use_marks};
pub(super) use place::use_place;
pub(super) use route::use_route;
pub(super) use selection::use_selection;
pub(super) use settings::use_settings;
pub(super) use store::use_store;
