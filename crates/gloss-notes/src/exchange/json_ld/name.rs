//! Addresses for what has none on the web, and the way back.

use crate::AnnotationId;
use gloss_text::{ArticleId, percent_decode, percent_encode};

const UUID: &str = "urn:uuid:";
const ANNOTATION: &str = "urn:gloss:annotation:";
const ARTICLE: &str = "urn:gloss:article:";
/// An article's text by its fingerprint: the copy that a target was made on.
const VERSION: &str = "urn:gloss:version:";

pub(super) fn annotation_to_iri(id: &str) -> String {
    if is_uuid(id) { format!("{UUID}{id}") } else { name_to_iri(ANNOTATION, id) }
}

pub(super) fn iri_to_annotation(iri: &str) -> Option<AnnotationId> {
    AnnotationId::new(match (iri.strip_prefix(UUID).filter(|id| is_uuid(id)), iri.strip_prefix(ANNOTATION)) {
        (Some(id), _) => id.to_owned(),
        (_, Some(id)) => percent_decode(id),
        _ => iri.to_owned(),
    })
}

/// Returns the name itself if it is an address, or else an address under `prefix`.
fn name_to_iri(prefix: &str, name: &str) -> String {
    if is_iri(name) && !name.starts_with(prefix) && !name.starts_with(UUID) {
        name.to_owned()
    } else {
        format!("{prefix}{}", encode(name))
    }
}

fn is_uuid(id: &str) -> bool {
    let right = |(at, byte): (usize, u8)| match at {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_digit() || matches!(byte, b'a'..=b'f'),
    };
    id.len() == 36 && id.bytes().enumerate().all(right)
}

/// Returns whether `name` has the form of an address: a scheme, a colon, and no character that addresses may not
/// have.
pub(super) fn is_iri(name: &str) -> bool {
    let scheme = name.split_once(':').filter(|(_, rest)| !rest.is_empty()).map(|(scheme, _)| scheme);
    let letters = |scheme: &str| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
    };
    let plain = |byte: u8| {
        byte.is_ascii_graphic()
            && !matches!(byte, b'<' | b'>' | b'"' | b'{' | b'}' | b'|' | b'\\' | b'^' | b'`')
    };
    scheme.is_some_and(letters) && name.bytes().all(plain)
}

pub(super) fn article_to_iri(id: &str) -> String {
    name_to_iri(ARTICLE, id)
}

pub(super) fn iri_to_article(iri: &str) -> Option<ArticleId> {
    ArticleId::new(iri.strip_prefix(ARTICLE).map_or_else(|| iri.to_owned(), percent_decode))
}

pub(super) fn version_to_iri(version: &str) -> String {
    format!("{VERSION}{}", encode(version))
}

pub(super) fn iri_to_version(iri: &str) -> Option<String> {
    iri.strip_prefix(VERSION).map(percent_decode)
}

fn encode(name: &str) -> String {
    percent_encode(name, b"-._~")
}
