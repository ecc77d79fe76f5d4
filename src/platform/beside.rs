//! A program in a worker that draws a part of the page, and what the reader does in that part.

use super::choices::look_around;
use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::document,
};
use js_sys::Array;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Element, Event, EventTarget, HtmlInputElement,
    HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent, MessageEvent, Worker,
};

/// The line to the program. Dropping it ends the program.
#[derive(Debug)]
pub(crate) struct Line {
    worker: Worker,
    /// What is told before the program listens; `None` once it does.
    waiting: Rc<RefCell<Option<Vec<Array>>>>,
    _listeners: [EventListener; 2],
}

impl Line {
    /// Starts the program whose script has this address. `on_answer` is called with what it says, or with `None` where it
    /// cannot be fetched or breaks off.
    pub(crate) fn start(address: &str, on_answer: impl Fn(Option<String>) + 'static) -> Option<Rc<Self>> {
        let worker = Worker::new(address).ok()?;
        let waiting = Rc::new(RefCell::new(Some(Vec::new())));
        let on_answer = Rc::new(on_answer);
        let failed = {
            let on_answer = Rc::clone(&on_answer);
            EventListener::new(&worker, "error", move |_| on_answer(None))
        };
        let listener = {
            let (worker, waiting) = (worker.clone(), Rc::clone(&waiting));
            EventListener::new(&worker.clone(), "message", move |event| {
                let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
                // At first a word whether it listens from now on, then answers.
                if event.data().is_null() {
                    waiting.take().iter().flatten().for_each(|parts| post(&worker, parts));
                } else {
                    on_answer(event.data().as_string().filter(|said| said != "failed"));
                }
            })
        };
        Some(Rc::new(Self { worker, waiting, _listeners: [failed, listener] }))
    }

    /// Tells the program something.
    pub(crate) fn tell(&self, parts: &[&str]) {
        self.send(parts.iter().map(|part| JsValue::from_str(part)).collect());
    }

    fn send(&self, parts: Array) {
        match &mut *self.waiting.borrow_mut() {
            Some(waiting) => waiting.push(parts),
            None => post(&self.worker, &parts),
        }
    }

    /// Tells the program what the reader does within `root`, until the listeners are dropped.
    pub(crate) fn listen(self: &Rc<Self>, root: &Element) -> Vec<EventListener> {
        // Whoever pastes has often nothing focused.
        let body = document().body().map(EventTarget::from);
        let listen = |name: &'static str| {
            let (line, root) = (Rc::clone(self), root.clone());
            let target = if name == "paste" { body.clone() } else { None };
            let target = target.unwrap_or_else(|| root.clone().into());
            EventListener::new_with_options(
                &target,
                name,
                EventListenerOptions::enable_prevent_default(),
                move |event| {
                    line.on_event(event, &root);
                },
            )
        };
        ["click", "input", "submit", "keydown", "paste", "dragover", "drop"].map(listen).into()
    }

    fn on_event(&self, event: &Event, root: &Element) -> Option<()> {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        let how = event.type_();
        match how.as_str() {
            "paste" => {
                if !is_field(&target) && root.query_selector("[data-drop]").ok()?.is_some() {
                    let passed = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
                    event.prevent_default();
                    self.take(&passed);
                }
            }
            "dragover" | "drop" => {
                target.closest("[data-drop]").ok()??;
                event.prevent_default();
                if how == "drop" {
                    self.take(&event.dyn_ref::<DragEvent>()?.data_transfer()?);
                }
            }
            "keydown" => {
                look_around(event.dyn_ref()?);
                let element = target.closest("[data-keys]").ok()??;
                let key = event.dyn_ref::<KeyboardEvent>()?.key();
                let keys = element.get_attribute("data-keys")?;
                if keys.split(' ').any(|known| known == key) {
                    event.prevent_default();
                    self.used(&how, &element, &key);
                }
            }
            _ => {
                let element = target.closest("[data-do]").ok()??;
                let field = is_field(&element);
                if let Some(input) = element.dyn_ref::<HtmlInputElement>().filter(|_| how == "input")
                    && let Some(files) = input.files()
                {
                    self.send(Array::of1(&"files".into()).concat(&Array::from(&files)));
                    // The same file may be chosen again.
                    input.set_value("");
                } else if how == "submit" {
                    event.prevent_default();
                    self.used(&how, &element, "");
                } else if field == (how == "input") {
                    self.used(&how, &element, &value(&element));
                }
            }
        }
        Some(())
    }

    fn used(&self, how: &str, element: &Element, value: &str) {
        let name = element.get_attribute("data-do").unwrap_or_default();
        self.tell(&["used", how, &name, value]);
    }

    /// Takes what was pasted or dropped: files, else a passage.
    fn take(&self, passed: &DataTransfer) {
        if let Some(files) = passed.files().filter(|files| files.length() > 0) {
            self.send(Array::of1(&"files".into()).concat(&Array::from(&files)));
        } else {
            let form = |mime: &str| passed.get_data(mime).unwrap_or_default();
            self.tell(&["pasted", &form("text/html"), &form("text/plain")]);
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

fn is_field(element: &Element) -> bool {
    ["INPUT", "SELECT", "TEXTAREA"].contains(&element.tag_name().as_str())
}

/// What a field holds.
fn value(element: &Element) -> String {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        return match input.type_().as_str() {
            "checkbox" => input.checked().to_string(),
            _ => input.value(),
        };
    }
    let choice = element.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
    choice.or_else(|| Some(element.dyn_ref::<HtmlTextAreaElement>()?.value())).unwrap_or_default()
}

fn post(worker: &Worker, parts: &Array) {
    // Strings and files can always be posted.
    let _ = worker.post_message(parts);
}
