//! What the browser grants this page of its disk.

use gloo::utils::window;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageEstimate;

/// How much is stored, how much may be, and whether the browser may clear it by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Granted {
    /// Bytes used by this page's address.
    pub used: u64,
    /// Bytes that it may use.
    pub quota: u64,
    /// Whether the browser has promised to keep them.
    pub persisted: bool,
}

/// What is granted now; none where the browser does not tell.
pub(crate) async fn granted() -> Option<Granted> {
    let manager = window().navigator().storage();
    let estimate: StorageEstimate = JsFuture::from(manager.estimate().ok()?).await.ok()?.into();
    let persisted = JsFuture::from(manager.persisted().ok()?).await.ok()?.as_bool()?;
    let bytes = |value: Option<f64>| value.unwrap_or_default().max(0.0) as u64;
    Some(Granted { used: bytes(estimate.get_usage()), quota: bytes(estimate.get_quota()), persisted })
}

/// Asks the browser never to clear what is stored without the reader's word. Some browsers ask the reader,
/// most decide by themselves.
pub(crate) async fn ask_to_persist() {
    if let Ok(asked) = window().navigator().storage().persist() {
        let _ = JsFuture::from(asked).await;
    }
}
