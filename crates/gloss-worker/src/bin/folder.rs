//! Keeps everything in a folder of the reader's own, too, in a thread of its own; and draws the page on which the folder is
//! chosen.
//!
//! It says with an empty message that it listens from now on. A message `["round", DATABASE, OWN, OTHERS…]` has the texts
//! of files: the one that this browser wrote last, or nothing, and those of others that have changed. It brings the store
//! up to them, tells the tabs, and answers with JSON: `{"file": TEXT or null, "unread": [WHY or null…], "failure": WHY or
//! null}`, the file being what this browser's own is to have, where that is another. Any other message has the parts of an
//! [`Event`], and is answered by an [`Answer`].

// For its allocator.
use gloss_worker as _;

use gloss_app::{StorageFailure, Stored};
use gloss_bring::FolderStatus;
use gloss_notes::{FolderFailure, FolderFile, Records, Round};
use gloss_store::Store;
use gloss_view::{Answer, Event};
use js_sys::{Array, Date};
use serde_json::json;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{BroadcastChannel, DedicatedWorkerGlobalScope, MessageEvent};

/// Where the windows tell how it stands with the folder.
const STATUS: &str = "gloss-folder";

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        let parts: Array = message.data().unchecked_into();
        let mut parts: Vec<String> = parts.iter().filter_map(|part| part.as_string()).collect();
        if parts.first().is_some_and(|first| first == "round") && parts.len() > 2 {
            let (others, scope) = (parts.split_off(3), answering.clone());
            spawn_local(async move {
                let answer = match round(&parts[1], &parts[2], &others).await {
                    Ok(answer) => answer,
                    Err(StorageFailure::Newer) => json!({ "failure": "Newer" }),
                    Err(StorageFailure::Full) => json!({ "failure": "QuotaExceededError" }),
                    Err(StorageFailure::Blocked) => json!({ "failure": "SecurityError" }),
                    Err(StorageFailure::Other(why)) => json!({ "failure": why }),
                };
                let _ = scope.post_message(&answer.to_string().into());
            });
        } else if let Some(Event::Input(_)) = Event::from_parts(&parts) {
            follow(&answering);
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&JsValue::NULL);
}

/// Draws the page, and again whenever it stands otherwise.
fn follow(scope: &DedicatedWorkerGlobalScope) {
    let show = {
        let scope = scope.clone();
        move |status: &FolderStatus| {
            let at = Date::new(&JsValue::from_f64(status.at() as f64)).to_locale_time_string("en-GB");
            let answer = Answer { view: Some(status.view(&String::from(at))), effects: Vec::new() };
            // A page that is gone needs no answer.
            let _ = scope.post_message(&answer.to_json().into());
        }
    };
    show(&FolderStatus::default());
    let Ok(channel) = BroadcastChannel::new(STATUS) else { return };
    let on_status = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        if message.data().is_object()
            && let Ok(json) = js_sys::JSON::stringify(&message.data())
        {
            show(&FolderStatus::parse(&String::from(json)));
        }
    });
    channel.set_onmessage(Some(on_status.as_ref().unchecked_ref()));
    on_status.forget();
    let _ = channel.post_message(&"how?".into());
}

async fn round(database: &str, own: &str, others: &[String]) -> Result<serde_json::Value, StorageFailure> {
    let store = Store::open(database).await?;
    let Stored { annotations, versions, facts, articles, unreadable } = store.load().await?;
    // A record that cannot be read would be taken for one that was deleted.
    if !unreadable.is_empty() {
        return Ok(json!({ "failure": "Unreadable" }));
    }
    let records = Records {
        annotations: annotations.into_iter().map(Rc::new).collect(),
        versions: versions.into_iter().map(Rc::new).collect(),
        facts: facts.into_iter().map(Rc::new).collect(),
        articles: articles.into_iter().map(Rc::new).collect(),
    };
    let read: Vec<Result<FolderFile, FolderFailure>> =
        others.iter().map(|json| FolderFile::parse(json)).collect();
    let unread: Vec<Option<&str>> = read
        .iter()
        .map(|file| match file {
            Ok(_) => None,
            Err(FolderFailure::Unreadable) => Some("unreadable"),
            Err(FolderFailure::Newer) => Some("newer"),
        })
        .collect();
    let files: Vec<FolderFile> = read.iter().filter_map(|file| file.as_ref().ok().cloned()).collect();
    let Round { writes, file } = FolderFile::merge(FolderFile::parse(own).ok(), records, &files);
    if !writes.is_empty() {
        store.write(&writes).await?;
        // To the tabs this is another tab.
        if let (Ok(channel), Ok(json)) = (BroadcastChannel::new(database), serde_json::to_string(&writes)) {
            let _ = channel.post_message(&json.into());
        }
    }
    let file = Some(file.to_json()).filter(|json| json != own);
    Ok(json!({ "file": file, "unread": unread, "failure": null }))
}
