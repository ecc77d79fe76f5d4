use super::{
    Import, Unreadable, Warning,
    json_ld::{one_or_many, selectors},
    time::from_iso_8601,
};
use crate::{Annotation, AnnotationId, Motivation, Target, Timestamp, distinct_tags};
use gloss_text::ArticleId;
use serde_json::Value;

/// Reads the annotations of the file that Hypothesis' "export annotations" makes. Page notes become notes on the
/// article as a whole, and so do replies, which say what they answer.
pub(super) fn read(annotations: &[Value], now: Timestamp, import: &mut Import) {
    for (at, written) in annotations.iter().enumerate() {
        match annotation(written, now, at + 1, &mut import.warnings) {
            Ok(annotation) => import.annotations.push(annotation),
            Err(why) => import.set_aside(at + 1, why, written.clone()),
        }
    }
}

fn annotation(
    written: &Value,
    now: Timestamp,
    number: usize,
    warnings: &mut Vec<Warning>,
) -> Result<Annotation, Unreadable> {
    let text = |name: &str| written.get(name).and_then(Value::as_str);
    let list = |name: &str| written.get(name).into_iter().flat_map(one_or_many);
    let address = text("uri");
    let mut targets = Vec::new();
    for target in list("target") {
        let (mut quote, mut position, mut unknown) = (None, None, Vec::new());
        if let Some(selector) = target.get("selector") {
            // Every export has the place in the page's structure beside the quote.
            selectors(selector, 0, &mut quote, &mut position, &mut unknown);
            if quote.is_none() {
                warnings.push(Warning::NoQuote { number });
            }
        }
        let article = target.get("source").and_then(Value::as_str).or(address);
        let article = article.and_then(ArticleId::new).ok_or(Unreadable::NoTarget)?;
        let (quote, position) = (quote.unwrap_or_default(), position.unwrap_or_default());
        targets.push(Target { article, version: String::new(), quote, position });
    }
    if targets.is_empty() {
        let (quote, position) = Default::default();
        targets.push(Target {
            article: address.and_then(ArticleId::new).ok_or(Unreadable::NoTarget)?,
            version: String::new(),
            quote,
            position,
        });
    }
    let note = text("text").unwrap_or_default().to_owned();
    let time = |name: &str| text(name).and_then(from_iso_8601);
    let (created, updated) = (time("created"), time("updated"));
    // The chain of what is answered, the beginning of the thread first.
    let answered = list("references").filter_map(Value::as_str).last();
    Ok(Annotation {
        id: text("id").and_then(id).ok_or(Unreadable::NoId)?,
        targets,
        motivation: if note.is_empty() { Motivation::Highlighting } else { Motivation::Commenting },
        colour: crate::Colour::default(),
        note,
        tags: distinct_tags(list("tags").filter_map(Value::as_str)),
        correction: None,
        replies_to: answered.and_then(id),
        created: created.or(updated).unwrap_or(now),
        modified: updated.or(created).unwrap_or(now),
    })
}

/// The address of an annotation by the name that Hypothesis gave it.
fn id(name: &str) -> Option<AnnotationId> {
    AnnotationId::new(format!("https://hypothes.is/a/{name}")).filter(|_| !name.is_empty())
}
