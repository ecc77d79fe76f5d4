//! The analysis in a thread of its own: a web worker that is asked and answers in bytes.
//!
//! It is a program apart from the page's, so that the page need not wait for it and it can be compiled for speed.
//! It fetches the trained weights itself. Each message to it is an article; each from it is an answer with the
//! milliseconds that it took, but for the first, an empty one, which says that it listens from now on.

// For its allocator.
use gloss_worker as _;

use gloo::timers::future::TimeoutFuture;
use gloss_analysis::{Answer, Refusal, Service};
use js_sys::{Array, Uint8Array};
use std::{cell::RefCell, collections::VecDeque, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Response};

/// How long the page has to draw what it is told before the next article is analysed, in milliseconds.
const BREATH: u32 = 50;

/// What the worker has to work with.
struct Desk {
    scope: DedicatedWorkerGlobalScope,
    service: Service,
    /// Whether the weights have come, or never will.
    ready: bool,
    /// The articles that wait for the weights, or for those before them; `None` once none waits any longer.
    waiting: Option<VecDeque<Vec<u8>>>,
}

impl Desk {
    fn hear(&mut self, article: Vec<u8>) {
        if !self.ready {
            // A rehearsal by rules alone. A browser compiles code when it first runs, and once more and better what
            // runs often: time that is free while the weights are on their way.
            let _ = self.service.answer(&article);
        }
        match &mut self.waiting {
            Some(waiting) => waiting.push_back(article),
            None => self.answer(&article),
        }
    }

    fn answer(&self, article: &[u8]) {
        let now = || self.scope.performance().map_or(0.0, |performance| performance.now());
        let begun = now();
        if let Some(answer) = self.service.answer(article) {
            self.send(&answer, now() - begun);
        }
    }

    fn learn(&mut self, weights: Result<Vec<u8>, Refusal>) {
        self.ready = true;
        let learnt = weights.and_then(|weights| self.service.learn(&weights).map_err(|_| Refusal::Damaged));
        if let Err(why) = learnt {
            self.send(&Answer::Refused(why).to_bytes(), 0.0);
        }
    }

    /// The article that has waited longest; when none waits any longer, the next is answered as soon as it comes.
    fn next(&mut self) -> Option<Vec<u8>> {
        let next = self.waiting.as_mut()?.pop_front();
        if next.is_none() {
            self.waiting = None;
        }
        next
    }

    /// A page that is gone needs no answer.
    fn send(&self, answer: &[u8], took: f64) {
        let _ = self.scope.post_message(&Array::of2(&Uint8Array::from(answer), &JsValue::from_f64(took)));
    }
}

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let desk = Desk {
        scope: scope.clone(),
        service: Service::default(),
        ready: false,
        waiting: Some(VecDeque::new()),
    };
    let desk = Rc::new(RefCell::new(desk));
    let listening = Rc::clone(&desk);
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        listening.borrow_mut().hear(Uint8Array::new(&message.data()).to_vec());
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&JsValue::NULL);
    let model = model_address(&scope);
    spawn_local(async move {
        let weights = fetch(&scope, &model).await;
        desk.borrow_mut().learn(weights);
        loop {
            let Some(article) = desk.borrow_mut().next() else { break };
            desk.borrow().answer(&article);
            // The page draws what it has just been told; it would have to share the machine.
            TimeoutFuture::new(BREATH).await;
        }
    });
}

/// The address of the weights. The page's build has put their fingerprint into the address of the worker's script, as
/// `…?v=BUILD&model=FINGERPRINT`.
fn model_address(scope: &DedicatedWorkerGlobalScope) -> String {
    let search = scope.location().search();
    let fingerprint =
        search.split(['?', '&']).find_map(|part| part.strip_prefix("model=")).unwrap_or_default();
    format!("models/names.bin?v={fingerprint}")
}

async fn fetch(scope: &DedicatedWorkerGlobalScope, address: &str) -> Result<Vec<u8>, Refusal> {
    let unreachable = |_: JsValue| Refusal::Unreachable;
    let response = JsFuture::from(scope.fetch_with_str(address)).await.map_err(unreachable)?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(Refusal::Status(response.status()));
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(unreachable)?).await.map_err(unreachable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
