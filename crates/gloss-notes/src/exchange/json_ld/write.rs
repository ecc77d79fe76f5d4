use super::{
    CONTEXT,
    name::{annotation_to_iri, article_to_iri, version_to_iri},
};
use crate::{Annotation, Target, exchange::to_iso_8601};
use serde_json::{Value, json};

/// Writes one annotation, so that the same one is read back.
pub fn to_json_ld(annotation: &Annotation) -> Value {
    let colour = annotation.colour.name();
    let mut written = json!({
        "@context": CONTEXT,
        "id": annotation_to_iri(&annotation.id),
        "type": "Annotation",
        "motivation": annotation.motivation,
        "created": to_iso_8601(annotation.created),
        "modified": to_iso_8601(annotation.modified),
        "stylesheet": {"type": "CssStylesheet", "value": format!(".{colour} {{ background-color: {colour} }}")},
        "target": annotation.targets.iter().map(|target| target_out(target, annotation)).collect::<Vec<_>>(),
    });
    let body = |value: &String, purpose: &str| json!({"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose});
    let note = (!annotation.note.is_empty()).then(|| body(&annotation.note, "commenting"));
    let correction = annotation.correction.as_ref().map(|correction| {
        let value = json!(correction).to_string();
        json!({"type": "TextualBody", "value": value, "format": "application/json", "purpose": "editing"})
    });
    let tags = annotation.tags.iter().map(|tag| body(tag, "tagging"));
    let reply = annotation.replies_to.as_ref().map(|answered| {
        json!({"type": "SpecificResource", "source": annotation_to_iri(answered), "purpose": "replying"})
    });
    let bodies: Vec<Value> = note.into_iter().chain(correction).chain(reply).chain(tags).collect();
    if let (false, Value::Object(fields)) = (bodies.is_empty(), &mut written) {
        fields.insert("body".to_owned(), Value::Array(bodies));
    }
    written
}

/// Writes all annotations as one document, an annotation page of a collection.
pub fn to_json_ld_collection<'a>(annotations: impl IntoIterator<Item = &'a Annotation>) -> Value {
    let items: Vec<Value> = annotations.into_iter().map(to_json_ld).collect();
    json!({
        "@context": CONTEXT,
        "id": "urn:gloss:collection",
        "type": "AnnotationCollection",
        "label": "Annotations from Gloss",
        "total": items.len(),
        "first": {"id": "urn:gloss:collection:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    })
}

fn target_out(target: &Target, annotation: &Annotation) -> Value {
    json!({
        "type": "SpecificResource",
        "source": article_to_iri(&target.article),
        "styleClass": annotation.colour.name(),
        // The schemas want a date beside the copy.
        "state": {"type": "TimeState", "sourceDate": to_iso_8601(annotation.created), "cached": version_to_iri(&target.version)},
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": target.quote.exact,
                "prefix": target.quote.prefix,
                "suffix": target.quote.suffix,
            },
            {
                "type": "TextPositionSelector",
                "start": target.position.start,
                "end": target.position.end,
            },
        ],
    })
}
