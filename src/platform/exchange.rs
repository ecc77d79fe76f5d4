//! The program that reads and writes files of annotations, which is fetched when there is one.

use gloss_notes::exchange::Errand;
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

/// The program cannot be fetched, or not be run.
#[derive(Debug)]
pub(crate) struct Unreachable;

/// Runs an errand in a worker that is started for it and ends with it. `address` is that of the worker's script.
pub(crate) async fn run(address: &str, errand: &Errand) -> Result<String, Unreachable> {
    let worker = Worker::new(address).map_err(|_| Unreachable)?;
    let answer = ask(&worker, errand).await;
    worker.terminate();
    answer.ok_or(Unreachable)
}

async fn ask(worker: &Worker, errand: &Errand) -> Option<String> {
    // At first a word whether it listens from now on.
    let word = next(worker).await?;
    if !word.is_null() {
        return None;
    }
    let answer = next(worker);
    worker.post_message(&JsValue::from(errand.to_json())).ok()?;
    answer.await?.as_string()
}

/// What the worker says next; nothing if it breaks off.
fn next(worker: &Worker) -> impl Future<Output = Option<JsValue>> + use<> {
    let message = Promise::new(&mut |resolve, reject| {
        worker.set_onmessage(Some(&resolve));
        worker.set_onerror(Some(&reject));
    });
    async { Some(JsFuture::from(message).await.ok()?.unchecked_into::<MessageEvent>().data()) }
}
