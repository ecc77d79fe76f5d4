//! Other tabs of the same browser, which hear of every change once it is stored.

use super::json;
use gloo::events::EventListener;
use gloss_notes::Write;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

const CHANNEL: &str = "gloss";

/// The line to the other tabs. A browser without one works on, and sees their changes at the next start.
#[derive(Debug)]
pub(crate) struct Tabs {
    channel: Option<BroadcastChannel>,
    _listener: Option<EventListener>,
}

impl Tabs {
    /// Joins the other tabs; `on_writes` is called with what each of them has stored.
    pub(crate) fn join(on_writes: impl Fn(Vec<Write>) + 'static) -> Self {
        let channel = BroadcastChannel::new(CHANNEL).ok();
        let listener = channel.as_ref().map(|channel| {
            EventListener::new(channel, "message", move |event| {
                let message = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
                if let Some(writes) = message.and_then(|message| json::read(&message)) {
                    on_writes(writes);
                }
            })
        });
        Self { channel, _listener: listener }
    }

    /// Tells the others what was stored.
    pub(crate) fn tell(&self, writes: &[Write]) {
        if let (Some(channel), Ok(json)) = (&self.channel, serde_json::to_string(writes)) {
            let _ = channel.post_message(&JsValue::from_str(&json));
        }
    }
}
