//! The address bar: where the reader is, and where to go.

use gloo::{events::EventListener, utils::window};
use gloss_app::Route;
use wasm_bindgen::JsValue;

/// The route that the address names now.
pub(crate) fn current() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// Goes to `route` as a followed link does, so that "back" returns.
pub(crate) fn go(route: &Route) {
    // A location refuses only addresses that cannot be parsed; a fragment always can.
    let _ = window().location().set_hash(&route.to_string());
}

/// Puts `route` into the address in the place of the one that is there, so that "back" leads to where the
/// reader was before. Nobody is told. A browser that finds it too often refuses, and the next one is taken.
pub(crate) fn replace(route: &Route) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&route.to_string()));
    }
}

/// The whole address of `route`, to be kept or sent.
pub(crate) fn absolute(route: &Route) -> String {
    let whole = window().location().href().unwrap_or_default();
    format!("{}{route}", whole.split('#').next().unwrap_or_default())
}

/// Calls `on_change` with each new route until the listener is dropped.
pub(crate) fn listen(on_change: impl Fn(Route) + 'static) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| on_change(current()))
}
