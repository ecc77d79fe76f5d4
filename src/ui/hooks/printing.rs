use crate::ui::hooks::use_effect_with;
use gloo::{events::EventListener, utils::window};
use yew::prelude::*;

/// Whether the page is being printed.
#[hook]
pub(in crate::ui) fn use_printing() -> bool {
    let printing = use_state(|| false);
    let setter = printing.setter();
    use_effect_with((), move |()| {
        let listen = |event: &'static str, begins: bool| {
            let setter = setter.clone();
            EventListener::new(&window(), event, move |_| setter.set(begins))
        };
        let listeners = [listen("beforeprint", true), listen("afterprint", false)];
        move || drop(listeners)
    });
    *printing
}
