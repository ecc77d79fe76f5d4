use crate::platform::{address, clock, places, walk};
use crate::ui::Handle;
use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::document,
};
use gloss_app::{Action, Route, State};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// Answers the keys that work anywhere but in a text field.
#[hook]
pub(in crate::ui) fn use_keyboard(state: &Handle, help: UseStateSetter<bool>, palette: UseStateSetter<bool>) {
    let latest = use_mut_ref(|| state.clone());
    *latest.borrow_mut() = state.clone();
    let close_help = help.clone();
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
            answer(event, &state, &help)
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

/// Whether the key goes into a field.
fn writes(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| matches!(element.tag_name().as_str(), "TEXTAREA" | "INPUT" | "SELECT"))
}

/// Whether the key meant something here.
fn answer(event: &KeyboardEvent, state: &Handle, help: &UseStateSetter<bool>) -> bool {
    let key = event.key().to_lowercase();
    if event.ctrl_key() || event.meta_key() {
        match (key.as_str(), event.shift_key()) {
            ("z", false) => state.dispatch(Action::Undo),
            ("z", true) | ("y", _) => state.dispatch(Action::Redo),
            _ => return false,
        }
        return true;
    }
    if event.alt_key() {
        return false;
    }
    let annotate = |note| {
        let (id, now, colour) = (clock::fresh_id(), clock::now(), state.settings.colour);
        state.dispatch(Action::Annotate { id, now, note, colour });
        crate::platform::selection::clear();
    };
    let reading = state.route.article().is_some();
    match key.as_str() {
        "?" => help.set(true),
        "/" if reading => state.dispatch(Action::Find(here(state))),
        "/" => address::go(&Route::Find { words: String::new() }),
        // The browser closes it.
        "escape" if document().query_selector(":popover-open").is_ok_and(|open| open.is_some()) => {
            return false;
        }
        "escape" if state.passage.is_some() => crate::platform::selection::clear(),
        "escape" if state.card.is_some() => state.dispatch(Action::Show(None)),
        "escape" if state.sheet && state.focused.is_none() => state.dispatch(Action::CloseSheet),
        "escape" => state.dispatch(Action::Focus(None)),
        "h" if state.passage.is_some() => annotate(false),
        "n" if state.passage.is_some() => annotate(true),
        "j" if reading => walk::to_block(1),
        "k" if reading => walk::to_block(-1),
        "s" if reading => walk::select_block(),
        "w" if reading => walk::select_word(true),
        "b" if reading => walk::select_word(false),
        _ => return false,
    }
    true
}

/// The byte offset in the open article at which the reader is.
fn here(state: &State) -> usize {
    let article = state.route.article().and_then(|id| state.article(id)?.article.ready());
    let container = document().query_selector("article").ok().flatten();
    let place =
        article.zip(container).and_then(|(article, container)| places::current(&container, article.text()));
    place.map_or(0, |place| place.at)
}
