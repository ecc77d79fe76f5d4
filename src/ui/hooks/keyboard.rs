use crate::ui::hooks::use_effect_with;
use crate::{
    platform::{address, selection},
    ui::{Dispatch, Handle},
};
use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::document,
};
use gloss_app::{Act, Action, Keys, Route, State};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// Answers the keys that work anywhere but in a text field.
#[hook]
pub(in crate::ui) fn use_keyboard(
    state: &Handle,
    dispatch: &Dispatch,
    help: UseStateSetter<bool>,
    palette: UseStateSetter<bool>,
) {
    let latest = use_mut_ref(|| state.clone());
    *latest.borrow_mut() = state.clone();
    let (close_help, dispatch) = (help.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        let commands = EventListener::new_with_options(&document(), "keydown", options(), move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            if event.key() == "Escape" {
                close_help.set(false);
            }
            if (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("k") {
                event.prevent_default();
                palette.set(true);
            }
        });
        let keys = listen(move |event| {
            let state = latest.borrow().clone();
            answer(event, &state, &dispatch, &help)
        });
        move || drop((commands, keys))
    });
}

/// Listens to keys that go into no field and that nobody has answered yet; `answer` says whether the key meant something.
pub(super) fn listen(answer: impl Fn(&KeyboardEvent) -> bool + 'static) -> EventListener {
    EventListener::new_with_options(&document(), "keydown", options(), move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if !event.default_prevented() && !event.is_composing() && !writes(event) && answer(event) {
            event.prevent_default();
        }
    })
}

fn options() -> EventListenerOptions {
    EventListenerOptions::enable_prevent_default()
}

/// The letter or sign that a key means as a command, in lower case, where the reader has such keys: a Latin letter as it is
/// written, and on a keyboard of other letters the one at its place.
pub(super) fn sign(event: &KeyboardEvent, keys: Keys) -> Option<String> {
    // Many keyboards have the brackets on a third level, which some systems tell as Ctrl and Alt.
    let third = event.get_modifier_state("AltGraph");
    let (ctrl, alt) = (event.ctrl_key() && !third, event.alt_key() && !third);
    if ctrl || event.meta_key() || keys == Keys::Off || alt != (keys == Keys::Alt) {
        return None;
    }
    let key = event.key();
    let mut letters = key.chars();
    let only = letters.next().filter(|_| letters.next().is_none())?;
    if only.is_ascii() {
        return Some(only.to_ascii_lowercase().to_string());
    }
    event.code().strip_prefix("Key").map(str::to_ascii_lowercase)
}

/// Whether the key goes into a field.
fn writes(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| matches!(element.tag_name().as_str(), "TEXTAREA" | "INPUT" | "SELECT"))
}

/// Whether the key meant something here.
fn answer(event: &KeyboardEvent, state: &State, dispatch: &Dispatch, help: &UseStateSetter<bool>) -> bool {
    let key = event.key().to_lowercase();
    if event.ctrl_key() || event.meta_key() {
        match (key.as_str(), event.shift_key()) {
            ("z", false) => dispatch.dispatch(Action::Undo),
            ("z", true) | ("y", _) => dispatch.dispatch(Action::Redo),
            _ => return false,
        }
        return true;
    }
    match sign(event, state.settings.keys).as_deref() {
        Some("?") => {
            help.set(true);
            return true;
        }
        Some("/") if state.reading(dispatch.pane).article.is_none() => {
            address::go(&Route::Find { words: String::new() });
            return true;
        }
        _ => {}
    }
    let reading = state.reading(dispatch.pane);
    match key.as_str() {
        // The browser closes it.
        "escape" if document().query_selector(":popover-open").is_ok_and(|open| open.is_some()) => {
            return false;
        }
        "escape" if reading.selection.is_some() => selection::clear(),
        "escape" if reading.card.is_some() => dispatch.act(Act::Show(None)),
        "escape" if reading.sheet && reading.focused.is_none() => dispatch.act(Act::CloseSheet),
        "escape" => dispatch.act(Act::Focus(None)),
        _ => return false,
    }
    true
}
