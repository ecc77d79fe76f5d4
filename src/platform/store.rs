//! The reader's own store: IndexedDB, one record an annotation.
//!
//! A record is the annotation's JSON as an object, keyed by its id. All changes that come together are
//! written in one transaction, and count as saved when the transaction has completed.

use super::reason;
use crate::core::annotation::{Annotation, Change};
use idb::{Database, DatabaseEvent, Factory, KeyPath, ObjectStoreParams, TransactionMode};
use wasm_bindgen::JsValue;

const DATABASE: &str = "gloss";
const VERSION: u32 = 1;
const ANNOTATIONS: &str = "annotations";

/// An open store.
#[derive(Debug)]
pub struct Store(Database);

/// Why the store failed, in words for the reader.
type Failure = String;

impl Store {
    /// Opens the store, and makes it first when there is none.
    pub async fn open() -> Result<Self, Failure> {
        let mut request =
            Factory::new().and_then(|factory| factory.open(DATABASE, Some(VERSION))).map_err(told)?;
        request.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                let mut params = ObjectStoreParams::new();
                params.key_path(Some(KeyPath::new_single("id")));
                // If this fails, the request does too, and says why.
                let _ = database.create_object_store(ANNOTATIONS, params);
            }
        });
        request.await.map(Self).map_err(told)
    }

    /// Everything that is stored. Records that cannot be read are counted, and left as they are.
    pub async fn load(&self) -> Result<(Vec<Annotation>, usize), Failure> {
        let transaction = self.0.transaction(&[ANNOTATIONS], TransactionMode::ReadOnly).map_err(told)?;
        let store = transaction.object_store(ANNOTATIONS).map_err(told)?;
        let records = store.get_all(None, None).map_err(told)?.await.map_err(told)?;
        let count = records.len();
        let annotations: Vec<Annotation> = records.iter().filter_map(from_record).collect();
        let unreadable = count - annotations.len();
        Ok((annotations, unreadable))
    }

    /// Carries out `changes` in one transaction.
    pub async fn write(&self, changes: &[Change]) -> Result<(), Failure> {
        let transaction = self.0.transaction(&[ANNOTATIONS], TransactionMode::ReadWrite).map_err(told)?;
        let store = transaction.object_store(ANNOTATIONS).map_err(told)?;
        for change in changes {
            match change {
                Change::Put(annotation) => {
                    store.put(&to_record(annotation)?, None).map_err(told)?;
                }
                Change::Delete(id) => {
                    store.delete(JsValue::from_str(id)).map_err(told)?;
                }
            }
        }
        transaction.commit().map_err(told)?.await.map_err(told)?;
        Ok(())
    }
}

fn to_record(annotation: &Annotation) -> Result<JsValue, Failure> {
    let json = serde_json::to_string(annotation).map_err(|error| error.to_string())?;
    js_sys::JSON::parse(&json).map_err(|error| reason(&error))
}

fn from_record(record: &JsValue) -> Option<Annotation> {
    let json = js_sys::JSON::stringify(record).ok()?;
    serde_json::from_str(&String::from(json)).ok()
}

fn told(error: idb::Error) -> Failure {
    error.to_string()
}
