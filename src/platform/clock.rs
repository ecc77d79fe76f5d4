//! Time and fresh names, which the core never makes itself.

use crate::core::annotation::{AnnotationId, Timestamp};

/// Milliseconds since 1970, UTC.
pub fn now() -> Timestamp {
    js_sys::Date::now().max(0.0) as Timestamp
}

/// A fresh UUID of version 7.
pub fn fresh_id() -> AnnotationId {
    let now = now();
    let seconds = uuid::Timestamp::from_unix(uuid::NoContext, now / 1000, (now % 1000) as u32 * 1_000_000);
    uuid::Uuid::new_v7(seconds).to_string()
}
