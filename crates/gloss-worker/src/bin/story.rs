//! Draws the pages on which a reader compares articles, in a thread of its own.
//!
//! It says with an empty message that it listens from now on. Each message to it has the parts of an
//! [`Event`](gloss_view::Event); each from it is an [`Answer`](gloss_view::Answer) as JSON. It fetches the trained weights
//! itself, as the analysis does.

// For its allocator.
use gloss_worker as _;

use gloo::timers::future::TimeoutFuture;
use gloss_story_pages::{Pages, Stamp};
use gloss_view::Event;
use js_sys::{Array, Date, Math, Uint8Array};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Response};

/// What the worker has to work with.
#[derive(Clone)]
struct Desk {
    scope: DedicatedWorkerGlobalScope,
    pages: Rc<RefCell<Pages>>,
    /// Whether something is being worked out already.
    busy: Rc<RefCell<bool>>,
}

impl Desk {
    fn hear(&self, message: &MessageEvent) {
        let parts: Vec<String> =
            Array::from(&message.data()).iter().filter_map(|part| part.as_string()).collect();
        let Some(event) = Event::from_parts(&parts) else { return };
        let stamp = Stamp { now: Date::now() as u64, id: fresh_id() };
        let answer = self.pages.borrow_mut().hear(&event, &stamp);
        self.send(&answer);
        self.work();
    }

    /// Works out what is still to be worked out, a part at a time, so that the next message is heard in between.
    fn work(&self) {
        if self.busy.replace(true) {
            return;
        }
        let desk = self.clone();
        spawn_local(async move {
            loop {
                let Some(answer) = desk.pages.borrow_mut().step() else { break };
                desk.send(&answer);
                TimeoutFuture::new(0).await;
            }
            desk.busy.replace(false);
        });
    }

    /// A page that is gone needs no answer.
    fn send(&self, answer: &gloss_view::Answer) {
        let _ = self.scope.post_message(&JsValue::from(answer.to_json()));
    }
}

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let location = scope.location();
    // The script is beside the page.
    let address = location.href();
    let home =
        address.split('?').next().and_then(|address| address.rsplit_once('/')).map_or("", |(home, _)| home);
    let pages = Rc::new(RefCell::new(Pages::new(format!("{home}/"))));
    let desk = Desk { scope: scope.clone(), pages, busy: Rc::default() };
    let listening = desk.clone();
    let on_message =
        Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| listening.hear(&message));
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&JsValue::NULL);
    spawn_local(async move {
        let search = location.search();
        let fingerprint = search.split(['?', '&']).find_map(|part| part.strip_prefix("model="));
        let weights = fetch(&scope, &format!("models/names.bin?v={}", fingerprint.unwrap_or_default())).await;
        desk.pages.borrow_mut().learn(weights.as_deref());
        desk.work();
    });
}

async fn fetch(scope: &DedicatedWorkerGlobalScope, address: &str) -> Option<Vec<u8>> {
    let response: Response = JsFuture::from(scope.fetch_with_str(address)).await.ok()?.unchecked_into();
    let bytes = response.ok().then(|| response.array_buffer().ok())??;
    Some(Uint8Array::new(&JsFuture::from(bytes).await.ok()?).to_vec())
}

/// A random UUID (RFC 9562, version 4).
fn fresh_id() -> String {
    let digits = |count: usize| -> String {
        (0..count).map(|_| char::from_digit((Math::random() * 16.0) as u32, 16).unwrap_or('0')).collect()
    };
    let variant = ["8", "9", "a", "b"].get((Math::random() * 4.0) as usize).unwrap_or(&"8");
    format!("{}-{}-4{}-{variant}{}-{}", digits(8), digits(4), digits(3), digits(3), digits(12))
}
