//! What keeps the state and the browser in step.

mod keyboard;
mod library;
mod marks;
mod route;
mod selection;
mod settings;
mod store;

pub(super) use keyboard::use_keyboard;
pub(super) use library::use_library;
pub(super) use marks::{MarkListeners, use_marks};
pub(super) use route::use_route;
pub(super) use selection::use_selection;
pub(super) use settings::use_settings;
pub(super) use store::use_store;
