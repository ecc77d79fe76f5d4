//! The reader's own store: IndexedDB, one record an annotation, a version of one, what is stated about an article, and
//! an article.
//!
//! Records are JSON objects under their ids; versions are under the annotation's id and the time of their last change.
//! What is written together is written in one transaction, and counts as saved when that has completed.

use gloss_app::{StorageFailure, Stored};
use gloss_notes::{Annotation, KeptArticle, Write};
use gloss_text::{ArticleId, Description};
use idb::{
    Database, DatabaseEvent, Error, Event, Factory, KeyPath, ObjectStore, ObjectStoreParams, Request,
    Transaction, TransactionMode, event::VersionChangeEvent,
};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsValue;

/// The name of the database.
pub const DATABASE: &str = "gloss";
/// Version 1 had `annotations`; version 2 `versions` of them beside it; version 3 `articles`, which held facts about
/// articles. In version 4 these are called `note_versions` and `facts`, and `articles` holds articles, `article_bytes`
/// the files that they were made of.
const VERSION: u32 = 4;
const ANNOTATIONS: &str = "annotations";
const NOTE_VERSIONS: &str = "note_versions";
const FACTS: &str = "facts";
const ARTICLES: &str = "articles";
const ARTICLE_BYTES: &str = "article_bytes";
/// All stores but that of the bytes, which are read when they are asked for.
const RECORDS: [&str; 4] = [ANNOTATIONS, NOTE_VERSIONS, FACTS, ARTICLES];

/// An open store.
#[derive(Debug)]
pub struct Store(Database);

/// Brings the stores of an older version up to this one, within the upgrade's transaction: all of it or nothing. Where a
/// part fails, the request for the database does, too, and says why.
fn upgrade(event: &VersionChangeEvent) -> Result<(), Error> {
    let database = event.database()?;
    let request = event.target()?;
    let there = |name: &str| database.store_names().iter().any(|other| other == name);
    if let Some(transaction) = request.transaction() {
        for (old, new) in [("versions", NOTE_VERSIONS), ("articles", FACTS)] {
            if there(old) && !there(new) {
                transaction.object_store(old)?.set_name(new);
            }
        }
    }
    for (name, key) in [
        (ANNOTATIONS, KeyPath::new_single("id")),
        (NOTE_VERSIONS, KeyPath::new_array(["id", "modified"])),
        (FACTS, KeyPath::new_single("id")),
        (ARTICLES, KeyPath::new_single("id")),
        (ARTICLE_BYTES, KeyPath::new_single("id")),
    ] {
        if !there(name) {
            database.create_object_store(name, keyed_by(key))?;
        }
    }
    Ok(())
}

impl Store {
    /// Opens the store in the database `name`, [`DATABASE`] but in tests, and makes it first when there is none.
    pub async fn open(name: &str) -> Result<Self, StorageFailure> {
        let mut request =
            Factory::new().and_then(|factory| factory.open(name, Some(VERSION))).map_err(told)?;
        request.on_upgrade_needed(|event| {
            // The request fails with it.
            let _ = upgrade(&event);
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

    /// Everything that is stored, but the bytes of articles.
    pub async fn load(&self) -> Result<Stored, StorageFailure> {
        let mut stored = Stored::default();
        let transaction = self.0.transaction(&RECORDS, TransactionMode::ReadOnly).map_err(told)?;
        let unreadable = &mut stored.unreadable;
        read_all(&transaction, ANNOTATIONS, &mut stored.annotations, unreadable).await?;
        read_all(&transaction, NOTE_VERSIONS, &mut stored.versions, unreadable).await?;
        read_all(&transaction, FACTS, &mut stored.facts, unreadable).await?;
        read_all(&transaction, ARTICLES, &mut stored.articles, unreadable).await?;
        Ok(stored)
    }

    /// Deletes the bytes of those of `articles` that were removed. That waits for the next start, so that until then undo
    /// brings back all of an article.
    pub async fn forget_bytes(&self, articles: &[KeptArticle]) -> Result<(), StorageFailure> {
        let is_used = |id: &ArticleId| {
            let of = |article: &&KeptArticle| {
                article.original.as_ref().is_some_and(|original| original.bytes == *id)
            };
            articles.iter().filter(|article| !article.removed).any(|article| of(&article))
        };
        let removed: Vec<_> =
            articles.iter().filter(|article| article.removed && !is_used(&article.id)).collect();
        if removed.is_empty() {
            return Ok(());
        }
        let transaction = self.0.transaction(&[ARTICLE_BYTES], TransactionMode::ReadWrite).map_err(told)?;
        let bytes = transaction.object_store(ARTICLE_BYTES).map_err(told)?;
        for article in removed {
            bytes.delete(JsValue::from_str(&article.id)).map_err(told)?.await.map_err(told)?;
        }
        completed(transaction).await
    }

    /// Carries out `writes` in one transaction.
    ///
    /// Another tab may have stored what has not been heard of here yet, and may be gone before it tells: the
    /// later state stands, and what is not known to be replaced by it becomes a version.
    pub async fn write(&self, writes: &[Write]) -> Result<(), StorageFailure> {
        let transaction = self.0.transaction(&RECORDS, TransactionMode::ReadWrite).map_err(told)?;
        let store = |name: &str| transaction.object_store(name).map_err(told);
        let (annotations, versions) = (store(ANNOTATIONS)?, store(NOTE_VERSIONS)?);
        let (facts, articles) = (store(FACTS)?, store(ARTICLES)?);
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
                    let there: Option<Description> = get(&facts, &description.id).await?;
                    if there.is_none_or(|there| there.modified <= description.modified) {
                        put(&facts, &**description).await?;
                    }
                }
                Write::Forget { version } => {
                    let key = js_sys::Array::of2(
                        &JsValue::from_str(&version.id),
                        &JsValue::from_f64(version.modified as f64),
                    );
                    versions.delete(JsValue::from(key)).map_err(told)?.await.map_err(told)?;
                }
                Write::Article { article } => {
                    let there: Option<KeptArticle> = get(&articles, &article.id).await?;
                    if there.is_none_or(|there| there.modified <= article.modified) {
                        put(&articles, &**article).await?;
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
    Ok(record.and_then(|record| T::deserialize(&to_json(&record)).ok()))
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
    } else if said.contains("VersionError") {
        StorageFailure::Newer
    } else if matches!(error, IndexedDbNotFound(_) | IndexedDbOpenFailed(_)) || said.contains("SecurityError")
    {
        StorageFailure::Blocked
    } else {
        StorageFailure::Other(said)
    }
}

/// What a browser's exception says, for a message to the reader.
pub fn reason(error: &JsValue) -> String {
    js_sys::Reflect::get(error, &"message".into())
        .ok()
        .and_then(|message| message.as_string())
        .or_else(|| error.as_string())
        .unwrap_or_else(|| format!("{error:?}"))
}
