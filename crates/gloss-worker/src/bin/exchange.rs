//! Reads and writes files of annotations in a thread of its own, for a page that fetches this program when it first has
//! a file.
//!
//! It says with an empty message that it listens from now on. Each message to it is an [`Errand`] as JSON; each from it
//! is the answer, or an empty one to what is no errand.

// For its allocator.
use gloss_worker as _;

use gloss_app::Route;
use gloss_notes::exchange::Errand;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        // An address of Gloss, here or elsewhere, names an article behind the `#`.
        let own = |address: &str| Route::parse(address.split_once('#')?.1).article().cloned();
        let answer = message.data().as_string().and_then(|errand| Errand::run(&errand, own));
        // A page that is gone needs no answer.
        let _ = answering.post_message(&answer.map_or(JsValue::NULL, JsValue::from));
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&JsValue::NULL);
}
