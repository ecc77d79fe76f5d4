//! The reader's own store: IndexedDB, one record an annotation.
//!
//! A record is the annotation's JSON as an object, keyed by its id; a version of it that another tab's change
//! has replaced is keyed by id and time. What the reader states about an article is a record keyed by the
//! article's id. What is written together is written in one transaction, and counts as
//! saved when the transaction has completed.

use super::reason;
use gloss_app::{StorageFailure, Stored};
use gloss_notes::{Annotation, Write};
use gloss_text::Description;
use idb::{
    Database, DatabaseEvent, Factory, KeyPath, ObjectStore, ObjectStoreParams, Transaction, TransactionMode,
};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsValue;

const DATABASE: &str = "gloss";
/// Version 1 held annotations only; version 2 has versions beside them, version 3 articles.
const VERSION: u32 = 3;
const ANNOTATIONS: &str = "annotations";
const VERSIONS: &str = "versions";
const ARTICLES: &str = "articles";

/// An open store.
#[derive(Debug)]
pub(crate) struct Store(Database);

impl Store {
    /// Opens the store, and makes it first when there is none.
    pub(crate) async fn open() -> Result<Self, StorageFailure> {
        let mut request =
            Factory::new().and_then(|factory| factory.open(DATABASE, Some(VERSION))).map_err(told)?;
        request.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                // If one of these fails, the request does too, and says why. What an older version of the
                // store has already stays as it is.
                let there = database.store_names();
                for (name, key) in [
                    (ANNOTATIONS, KeyPath::new_single("id")),
                    (VERSIONS, KeyPath::new_array(["id", "modified"])),
                    (ARTICLES, KeyPath::new_single("id")),
                ] {
                    if !there.iter().any(|other| other == name) {
                        let _ = database.create_object_store(name, keyed_by(key));
                    }
                }
            }
        });
        let mut database = request.await.map_err(told)?;
        // Another tab with a newer program may want to change the store: it must not wait for this one.
        database.on_version_change(|event| {
            if let Ok(database) = event.database() {
                database.close();
            }
        });
        Ok(Self(database))
    }

    /// Everything that is stored.
    pub(crate) async fn load(&self) -> Result<Stored, StorageFailure> {
        let mut stored = Stored::default();
        let all = [ANNOTATIONS, VERSIONS, ARTICLES];
        let transaction = self.0.transaction(&all, TransactionMode::ReadOnly).map_err(told)?;
        let unreadable = &mut stored.unreadable;
        read_all(&transaction, ANNOTATIONS, &mut stored.annotations, unreadable).await?;
        read_all(&transaction, VERSIONS, &mut stored.versions, unreadable).await?;
        read_all(&transaction, ARTICLES, &mut stored.descriptions, unreadable).await?;
        Ok(stored)
    }

    /// Carries out `writes` in one transaction.
    ///
    /// Another tab may have stored what has not been heard of here yet, and may be gone before it tells: the
    /// later state stands, and what is not known to be replaced by it becomes a version.
    pub(crate) async fn write(&self, writes: &[Write]) -> Result<(), StorageFailure> {
        let all = [ANNOTATIONS, VERSIONS, ARTICLES];
        let transaction = self.0.transaction(&all, TransactionMode::ReadWrite).map_err(told)?;
        let annotations = transaction.object_store(ANNOTATIONS).map_err(told)?;
        let versions = transaction.object_store(VERSIONS).map_err(told)?;
        let articles = transaction.object_store(ARTICLES).map_err(told)?;
        for write in writes {
            match write {
                Write::Put { annotation, replaces } => {
                    let there: Option<Annotation> = get(&annotations, &annotation.id).await?;
                    if there.as_ref().is_some_and(|there| there.modified > annotation.modified) {
                        put(&versions, &**annotation).await?;
                        continue;
                    }
                    let known = [Some(&**annotation), replaces.as_deref()];
                    if let Some(there) = there.filter(|there| !known.contains(&Some(there))) {
                        put(&versions, &there).await?;
                    }
                    put(&annotations, &**annotation).await?;
                }
                Write::Delete { replaces } => {
                    let there: Option<Annotation> = get(&annotations, &replaces.id).await?;
                    if there.is_none_or(|there| there.modified <= replaces.modified) {
                        let id = JsValue::from_str(&replaces.id);
                        annotations.delete(id).map_err(told)?.await.map_err(told)?;
                    }
                }
                Write::Keep { version } => put(&versions, &**version).await?,
                Write::Describe { description } => {
                    let there: Option<Description> = get(&articles, &description.id).await?;
                    if there.is_none_or(|there| there.modified <= description.modified) {
                        put(&articles, &**description).await?;
                    }
                }
            }
        }
        completed(transaction).await
    }
}

/// Reads every record of the store `name`; those that cannot be read are set aside.
async fn read_all<T: DeserializeOwned>(
    transaction: &Transaction,
    name: &str,
    into: &mut Vec<T>,
    unreadable: &mut Vec<serde_json::Value>,
) -> Result<(), StorageFailure> {
    let store = transaction.object_store(name).map_err(told)?;
    for record in store.get_all(None, None).map_err(told)?.await.map_err(told)? {
        let json = to_json(&record);
        match T::deserialize(&json) {
            Ok(read) => into.push(read),
            Err(_) => unreadable.push(json),
        }
    }
    Ok(())
}

/// The record with this id, if there is one that can be read.
async fn get<T: DeserializeOwned>(store: &ObjectStore, id: &str) -> Result<Option<T>, StorageFailure> {
    let record = store.get(JsValue::from_str(id)).map_err(told)?.await.map_err(told)?;
    Ok(record.and_then(|record| serde_json::from_value(to_json(&record)).ok()))
}

async fn put(store: &ObjectStore, record: &impl Serialize) -> Result<(), StorageFailure> {
    store.put(&to_record(record)?, None).map_err(told)?.await.map_err(told)?;
    Ok(())
}

/// Commits, and fails unless everything is stored: a full disk shows only here, where the transaction ends
/// with being aborted.
async fn completed(transaction: Transaction) -> Result<(), StorageFailure> {
    let handle = JsValue::from(transaction.commit().map_err(told)?);
    let ended = Transaction::try_from(handle.clone()).map_err(told)?.await.map_err(told)?;
    if ended.is_committed() {
        return Ok(());
    }
    let why = Transaction::try_from(handle).map_err(told)?.error();
    Err(told(why.map_or(idb::Error::DomExceptionNotFound, idb::Error::DomException)))
}

fn keyed_by(path: KeyPath) -> ObjectStoreParams {
    let mut params = ObjectStoreParams::new();
    params.key_path(Some(path));
    params
}

fn to_record(record: &impl Serialize) -> Result<JsValue, StorageFailure> {
    let json = serde_json::to_string(record).map_err(|error| StorageFailure::Other(error.to_string()))?;
    js_sys::JSON::parse(&json).map_err(|error| StorageFailure::Other(reason(&error)))
}

fn to_json(record: &JsValue) -> serde_json::Value {
    let json = js_sys::JSON::stringify(record).map(String::from).unwrap_or_default();
    serde_json::from_str(&json).unwrap_or_default()
}

#[expect(clippy::needless_pass_by_value, reason = "reads well in `map_err`")]
fn told(error: idb::Error) -> StorageFailure {
    use idb::Error::{IndexedDbNotFound, IndexedDbOpenFailed};
    // What the browser throws is told apart by the name of its exception, which its text begins with.
    let said = error.to_string();
    if said.contains("QuotaExceededError") {
        StorageFailure::Full
    } else if matches!(error, IndexedDbNotFound(_) | IndexedDbOpenFailed(_)) || said.contains("SecurityError")
    {
        StorageFailure::Blocked
    } else {
        StorageFailure::Other(said)
    }
}
