//! Shows how an article has changed, in a thread of its own.
//!
//! It says with an empty message that it listens from now on. Each message to it has the parts of an [`Event`]; each
//! from it is the answer as JSON.

// For its allocator.
use gloss_worker as _;

use gloss_bring::Versions;
use gloss_view::Event;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let mut versions = Versions::default();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        let parts: Array = message.data().unchecked_into();
        let parts: Vec<String> = parts.iter().filter_map(|part| part.as_string()).collect();
        if let Some(event) = Event::from_parts(&parts) {
            // A page that is gone needs no answer.
            let _ = answering.post_message(&versions.hear(event).to_json().into());
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&JsValue::NULL);
}
