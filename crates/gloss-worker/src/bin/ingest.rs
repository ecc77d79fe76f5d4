//! Brings articles in a thread of its own: reads files and passages, and draws the page on which they are looked at.
//!
//! It says with an empty message that it listens from now on. Each message to it is an array: parts of an [`Event`], or
//! `"files"` and files. Each from it is an [`Answer`] as JSON. Messages are answered one after the other.

// For its allocator.
use gloss_worker as _;

use gloss_bring::{Bring, Kept};
use gloss_ingest::{encoding::Decoder, tree::parse};
use gloss_view::{Answer, Event};
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
// It is here for what its features leave out of the program.
use log as _;
use std::{cell::RefCell, collections::VecDeque, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    DedicatedWorkerGlobalScope, File, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbTransactionMode,
    MessageEvent, StorageEstimate, TextDecoder,
};

/// The reader's store, which the page has made, and the place in it for the files that articles were made of.
const DATABASE: &str = "gloss";
const ARTICLE_BYTES: &str = "article_bytes";

/// The browser's decoders.
struct Browser;

impl Decoder for Browser {
    fn decode(&self, label: &str, bytes: &[u8]) -> Option<String> {
        let options = web_sys::TextDecoderOptions::new();
        Reflect::set(&options, &"ignoreBOM".into(), &JsValue::TRUE).ok()?;
        let decoder = TextDecoder::new_with_label_and_options(label, &options).ok()?;
        decoder.decode_with_u8_array(bytes).ok()
    }
}

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let waiting = Rc::new(RefCell::new(VecDeque::<Array>::new()));
    let bring = Rc::new(RefCell::new(Bring::default()));
    let busy = Rc::new(RefCell::new(false));
    let hearing = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        waiting.borrow_mut().push_back(message.data().unchecked_into());
        if busy.replace(true) {
            return;
        }
        let (scope, waiting) = (hearing.clone(), Rc::clone(&waiting));
        let (bring, busy) = (Rc::clone(&bring), Rc::clone(&busy));
        spawn_local(async move {
            loop {
                let Some(parts) = waiting.borrow_mut().pop_front() else { break };
                hear(&scope, &bring, &parts).await;
            }
            *busy.borrow_mut() = false;
        });
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&JsValue::NULL);
}

async fn hear(scope: &DedicatedWorkerGlobalScope, bring: &RefCell<Bring>, parts: &Array) {
    // A page that is gone needs no answer.
    let say = |answer: &Answer| {
        let _ = scope.post_message(&answer.to_json().into());
    };
    if parts.get(0).as_string().as_deref() == Some("files") {
        let files: Vec<File> = parts.iter().skip(1).filter_map(|file| file.dyn_into().ok()).collect();
        let expected = bring.borrow_mut().expect(files.iter().map(File::name));
        say(&expected);
        for file in files {
            let bytes = JsFuture::from(file.array_buffer()).await;
            let bytes = bytes.map(|buffer| Uint8Array::new(&buffer).to_vec()).unwrap_or_default();
            let answer = bring.borrow_mut().take(bytes, &Browser, &parse);
            say(&answer);
        }
        return;
    }
    let parts: Vec<String> = parts.iter().filter_map(|part| part.as_string()).collect();
    let Some(event) = Event::from_parts(&parts) else { return };
    let is_input = matches!(event, Event::Input(_));
    let answer = bring.borrow_mut().hear(event, &Browser, &parse);
    let to_store = bring.borrow_mut().to_store();
    for kept in to_store {
        if store(scope, &kept).await.is_none() {
            let answer = bring.borrow_mut().store_failed();
            say(&answer);
        }
    }
    say(&answer);
    if is_input && let Some((used, quota)) = granted(scope).await {
        let answer = bring.borrow_mut().grant(used, quota);
        say(&answer);
    }
}

/// How many bytes this site has stored, and how many it may.
async fn granted(scope: &DedicatedWorkerGlobalScope) -> Option<(u64, u64)> {
    let estimate = scope.navigator().storage().estimate().ok()?;
    let estimate: StorageEstimate = JsFuture::from(estimate).await.ok()?.unchecked_into();
    Some((estimate.get_usage()? as u64, estimate.get_quota()? as u64))
}

/// Stores the bytes of a file beside the articles. `None` where there is no room, or no store.
async fn store(scope: &DedicatedWorkerGlobalScope, kept: &Kept) -> Option<()> {
    let factory: IdbFactory = Reflect::get(scope, &"indexedDB".into()).ok()?.dyn_into().ok()?;
    let opening: IdbOpenDbRequest = factory.open(DATABASE).ok()?;
    happens(&opening, "onsuccess", "onerror").await?;
    let database: IdbDatabase = opening.result().ok()?.dyn_into().ok()?;
    let stored = put(&database, kept).await;
    database.close();
    stored
}

async fn put(database: &IdbDatabase, kept: &Kept) -> Option<()> {
    let transaction =
        database.transaction_with_str_and_mode(ARTICLE_BYTES, IdbTransactionMode::Readwrite).ok()?;
    let record = Object::new();
    for (name, value) in [
        ("id", JsValue::from_str(kept.id.as_str())),
        ("name", JsValue::from_str(&kept.name)),
        ("bytes", Uint8Array::from(&*kept.bytes).into()),
    ] {
        Reflect::set(&record, &name.into(), &value).ok()?;
    }
    transaction.object_store(ARTICLE_BYTES).ok()?.put(&record).ok()?;
    happens(&transaction, "oncomplete", "onabort").await
}

/// Waits for one of two events of a request.
async fn happens(request: &JsValue, good: &str, bad: &str) -> Option<()> {
    let promise = Promise::new(&mut |resolve, reject| {
        let _ = Reflect::set(request, &good.into(), &resolve);
        let _ = Reflect::set(request, &bad.into(), &reject);
    });
    JsFuture::from(promise).await.ok().map(|_| ())
}
