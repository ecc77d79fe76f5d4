//! The analysis in a thread of its own: a web worker that is asked and answers in bytes.
//!
//! It is a program apart from the page's, so that the page need not wait for it and it can be compiled for speed.
//! Each message to it is a request, or a buffer with trained weights; each from it is an answer with the milliseconds
//! that it took, but for the first, an empty one, which says that it listens from now on.

use gloss::core::analysis::Service;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let mut service = Service::default();
    let answering = scope.clone();
    let now = move || answering.performance().map_or(0.0, |performance| performance.now());
    let answering = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        let begun = now();
        let data = message.data();
        let bytes = Uint8Array::new(&data).to_vec();
        let answer =
            if data.is_instance_of::<ArrayBuffer>() { service.learn(&bytes) } else { service.answer(&bytes) };
        if let Some(answer) = answer {
            let took = JsValue::from_f64(now() - begun);
            // A page that is gone needs no answer.
            let _ = answering.post_message(&Array::of2(&Uint8Array::from(answer.as_slice()), &took));
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&JsValue::NULL);
}
