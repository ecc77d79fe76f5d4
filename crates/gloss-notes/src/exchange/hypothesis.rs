use super::{
    import::{Import, Warning},
    json_ld::{one_or_many, selectors},
    time::from_iso_8601,
};
use crate::{Annotation, AnnotationId, Motivation, Target, Timestamp};
use gloss_text::ArticleId;
use serde_json::Value;

/// Reads the annotations of the file that Hypothesis' "export annotations" makes. Replies and page notes
/// become notes on the article as a whole.
pub(super) fn read(annotations: &[Value], now: Timestamp, import: &mut Import) {
    for (at, written) in annotations.iter().enumerate() {
        if let Some(annotation) = annotation(written, now, at + 1, &mut import.warnings) {
            import.annotations.push(annotation);
        } else {
            import.warnings.push(Warning::Unreadable { number: at + 1, why: "it has no id or no address" });
            import.unreadable.push(written.clone());
        }
    }
}

fn annotation(
    written: &Value,
    now: Timestamp,
    number: usize,
    warnings: &mut Vec<Warning>,
) -> Option<Annotation> {
    let text = |name: &str| written.get(name).and_then(Value::as_str);
    let list = |name: &str| written.get(name).into_iter().flat_map(one_or_many);
    let address = text("uri");
    let mut targets = Vec::new();
    for target in list("target") {
        let (mut quote, mut position, mut unknown) = (None, None, Vec::new());
        if let Some(selector) = target.get("selector") {
            // The places in the page's structure stand beside the quote in every export.
            selectors(selector, 0, &mut quote, &mut position, &mut unknown);
            if quote.is_none() {
                warnings.push(Warning::NoQuote { number });
            }
        }
        let article = target.get("source").and_then(Value::as_str).or(address).and_then(ArticleId::new)?;
        let (quote, position) = (quote.unwrap_or_default(), position.unwrap_or_default());
        targets.push(Target { article, version: String::new(), quote, position });
    }
    if targets.is_empty() {
        let (quote, position) = Default::default();
        targets.push(Target {
            article: address.and_then(ArticleId::new)?,
            version: String::new(),
            quote,
            position,
        });
    }
    if list("references").next().is_some() {
        warnings.push(Warning::Skipped { number, parts: vec!["references (it is a reply)".to_owned()] });
    }
    let note = text("text").unwrap_or_default().to_owned();
    let time = |name: &str| text(name).and_then(from_iso_8601);
    let (created, updated) = (time("created"), time("updated"));
    Some(Annotation {
        id: AnnotationId::new(format!("https://hypothes.is/a/{}", text("id").filter(|id| !id.is_empty())?))?,
        targets,
        motivation: if note.is_empty() { Motivation::Highlighting } else { Motivation::Commenting },
        colour: crate::Colour::default(),
        note,
        tags: list("tags").filter_map(Value::as_str).map(str::to_owned).collect(),
        correction: None,
        created: created.or(updated).unwrap_or(now),
        modified: updated.or(created).unwrap_or(now),
    })
}
