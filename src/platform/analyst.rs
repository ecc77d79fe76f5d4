//! The analysis, which lives in a web worker so that the page never waits for it.

use super::clock;
use gloo::events::EventListener;
use gloss_analysis::{Analysis, Answer, Refusal, Service};
use gloss_app::{AnalysisFailure, FetchFailure};
use gloss_text::{Article, ArticleId};
use js_sys::{Array, Uint8Array};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsCast;
use web_sys::{MessageEvent, Worker};

/// What the worker tells.
pub(crate) enum Told {
    /// What is found in this article.
    Analysed(ArticleId, Analysis),
    /// Names and quotations will not be found as they should be.
    Failed(AnalysisFailure),
}

/// The line to the worker. Dropping it ends the worker.
#[derive(Debug)]
pub(crate) struct Analyst {
    worker: Worker,
    /// The articles that it is asked about before it listens; `None` once it does.
    waiting: Rc<RefCell<Option<Vec<Uint8Array>>>>,
    _listeners: [EventListener; 2],
}

impl Analyst {
    /// Starts the worker, whose script has this address; `on_told` is called with what it tells. Fails where the browser
    /// has no workers.
    pub(crate) fn start(address: &str, on_told: impl Fn(Told) + 'static) -> Result<Self, ()> {
        let worker = Worker::new(address).map_err(|_| ())?;
        let waiting = Rc::new(RefCell::new(Some(Vec::new())));
        let on_told = Rc::new(on_told);
        let failed = {
            let on_told = Rc::clone(&on_told);
            EventListener::new(&worker, "error", move |_| on_told(Told::Failed(AnalysisFailure::Program)))
        };
        let listener = {
            let (worker, waiting) = (worker.clone(), Rc::clone(&waiting));
            EventListener::new(&worker.clone(), "message", move |event| {
                let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
                // At first a word whether it listens from now on, then answers.
                let message = match event.data().dyn_into::<Array>() {
                    Ok(message) => message,
                    Err(word) if word.is_null() => {
                        waiting.take().iter().flatten().for_each(|article| send(&worker, article));
                        return;
                    }
                    Err(_) => return on_told(Told::Failed(AnalysisFailure::Program)),
                };
                clock::took("analysis", message.get(1).as_f64().unwrap_or_default());
                let bytes = Uint8Array::new(&message.get(0)).to_vec();
                on_told(match Answer::from_bytes(&bytes) {
                    Some(Answer::Analysed(id, analysis)) => Told::Analysed(id, analysis),
                    Some(Answer::Refused(why)) => Told::Failed(failure(why)),
                    None => return,
                });
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

const fn failure(why: Refusal) -> AnalysisFailure {
    match why {
        Refusal::Unreachable => AnalysisFailure::Model(FetchFailure::Unreachable),
        Refusal::Status(status) => AnalysisFailure::Model(FetchFailure::Status(status)),
        Refusal::Damaged => AnalysisFailure::DamagedModel,
    }
}

fn send(worker: &Worker, article: &Uint8Array) {
    // Bytes can always be posted.
    let _ = worker.post_message(article);
}
