//! What keeps the state and the browser in step.

mod drawn;
mod keyboard;
mod library;
mod margin;
mod marks;
mod near;
mod printing;
mod reading;
mod route;
mod selection;
mod settings;
mod store;

pub(super) use drawn::use_drawn;
pub(super) use keyboard::use_keyboard;
pub(super) use library::use_library;
pub(super) use margin::use_margin;
pub(super) use marks::{MarkListeners, use_marks};
pub(super) use near::use_near;
pub(super) use printing::use_printing;
pub(super) use reading::use_reading;
pub(super) use route::use_route;
pub(super) use selection::use_selection;
pub(super) use settings::use_settings;
pub(super) use store::use_store;
