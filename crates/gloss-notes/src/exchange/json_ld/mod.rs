//! The W3C Web Annotation Data Model (Recommendation of 23 February 2017) in JSON-LD.

mod name;
mod read;
mod write;

pub(super) use read::{one_or_many, read, selectors};
pub use write::{to_json_ld, to_json_ld_collection};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
