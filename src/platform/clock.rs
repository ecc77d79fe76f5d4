//! Time and fresh names, which the core never makes itself.

use crate::core::annotation::{AnnotationId, Timestamp};

/// Milliseconds since 1970, UTC.
pub fn now() -> Timestamp {
    js_sys::Date::now().max(0.0) as Timestamp
}

/// Does `work` and tells the browser's performance timeline, under `name`, how long it took.
pub fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let performance = gloo::utils::window().performance();
    let start = format!("{name} begins");
    if let Some(performance) = &performance {
        let _ = performance.mark(&start);
    }
    let done = work();
    if let Some(performance) = &performance {
        let _ = performance.measure_with_start_mark(name, &start);
    }
    done
}

/// A fresh UUID of version 7.
pub fn fresh_id() -> AnnotationId {
    let now = now();
    let seconds = uuid::Timestamp::from_unix(uuid::NoContext, now / 1000, (now % 1000) as u32 * 1_000_000);
    uuid::Uuid::new_v7(seconds).to_string()
}
