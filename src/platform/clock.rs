//! Time and fresh names, which the core never makes itself.

use gloss_notes::{AnnotationId, Timestamp};
use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;

/// Milliseconds since 1970, UTC.
pub(crate) fn now() -> Timestamp {
    js_sys::Date::now().max(0.0) as Timestamp
}

/// Enters in the browser's performance timeline, under `name`, that something has just taken `milliseconds`.
pub(crate) fn took(name: &str, milliseconds: f64) {
    let Some(performance) = gloo::utils::window().performance() else { return };
    let end = performance.now();
    let options = js_sys::Object::new();
    let entered = Reflect::set(&options, &"start".into(), &(end - milliseconds).into())
        .and_then(|_| Reflect::set(&options, &"end".into(), &end.into()))
        .and_then(|_| Reflect::get(&performance, &"measure".into()))
        .and_then(|measure| measure.unchecked_into::<Function>().call2(&performance, &name.into(), &options));
    // The timeline is for those who measure; the reader misses nothing without it.
    drop(entered);
}

/// Does `work`, and enters in the timeline, under `name`, how long that took.
pub(crate) fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let time = || gloo::utils::window().performance().map_or(0.0, |performance| performance.now());
    let begun = time();
    let done = work();
    took(name, time() - begun);
    done
}

/// Lets the browser draw and hear the reader before more is done.
pub(crate) async fn pause() {
    gloo::timers::future::TimeoutFuture::new(0).await;
}

/// A fresh UUID of version 7.
pub(crate) fn fresh_id() -> AnnotationId {
    let now = now();
    let seconds = uuid::Timestamp::from_unix(uuid::NoContext, now / 1000, (now % 1000) as u32 * 1_000_000);
    let uuid = uuid::Uuid::new_v7(seconds).to_string();
    AnnotationId::new(uuid).expect("a UUID is not empty")
}
