//! The analysis, which lives in a web worker so that the page never waits for it.

use super::{clock, reason};
use gloo::events::EventListener;
use gloss_analysis::{Answer, Service};
use gloss_text::Article;
use js_sys::{Array, Uint8Array};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsCast;
use web_sys::{ErrorEvent, MessageEvent, Worker};

/// The line to the worker. Dropping it ends the worker.
#[derive(Debug)]
pub(crate) struct Analyst {
    worker: Worker,
    /// The articles that it is asked about before it listens; `None` once it does.
    waiting: Rc<RefCell<Option<Vec<Uint8Array>>>>,
    _listeners: [EventListener; 2],
}

impl Analyst {
    /// Starts the worker; `on_answer` is called with each of its answers, or with why there will be none.
    pub(crate) fn start(
        address: &str,
        on_answer: impl Fn(Result<Answer, String>) + 'static,
    ) -> Result<Self, String> {
        let worker = Worker::new(address).map_err(|error| reason(&error))?;
        let waiting = Rc::new(RefCell::new(Some(Vec::new())));
        let on_answer = Rc::new(on_answer);
        let failed = {
            let on_answer = Rc::clone(&on_answer);
            EventListener::new(&worker, "error", move |event| {
                let why = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
                on_answer(Err(why));
            })
        };
        let listener = {
            let (worker, waiting) = (worker.clone(), Rc::clone(&waiting));
            EventListener::new(&worker.clone(), "message", move |event| {
                let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
                let Ok(message) = event.data().dyn_into::<Array>() else {
                    for article in waiting.take().unwrap_or_default() {
                        send(&worker, &article);
                    }
                    return;
                };
                clock::took("analysis", message.get(1).as_f64().unwrap_or_default());
                let bytes = Uint8Array::new(&message.get(0)).to_vec();
                if let Some(answer) = Answer::from_bytes(&bytes) {
                    on_answer(Ok(answer));
                }
            })
        };
        Ok(Self { worker, waiting, _listeners: [failed, listener] })
    }

    /// Asks the worker for the analysis of an article. It answers in the order in which it is asked.
    pub(crate) fn ask(&self, article: &Article) {
        let article = Uint8Array::from(Service::request(article).as_slice());
        match &mut *self.waiting.borrow_mut() {
            Some(waiting) => waiting.push(article),
            None => send(&self.worker, &article),
        }
    }
}

impl Drop for Analyst {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

fn send(worker: &Worker, article: &Uint8Array) {
    // Bytes can always be posted.
    let _ = worker.post_message(article);
}
