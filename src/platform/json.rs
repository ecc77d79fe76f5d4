//! JSON that the page reads: by way of one generic value, so that each type is compiled to be read from that alone.

use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reads a text. Returns `None` where it is no JSON, or not that of a `T`.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    read_value(&serde_json::from_str::<Value>(text).ok()?)
}

/// Reads a value. Returns `None` where it is not that of a `T`. Its reference is read, as everywhere: a value itself would
/// be read by code of its own.
pub(crate) fn read_value<T: DeserializeOwned>(value: &Value) -> Option<T> {
    T::deserialize(value).ok()
}
