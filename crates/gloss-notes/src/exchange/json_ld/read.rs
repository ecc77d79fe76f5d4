use super::{
    CONTEXT,
    name::{iri_to_annotation, iri_to_article, iri_to_version, is_iri},
};
use crate::{
    Annotation, AnnotationId, Colour, Motivation, Target, TextFragment, TextPositionSelector,
    TextQuoteSelector, Timestamp,
    exchange::{Import, Unreadable, Warning, from_iso_8601},
};
use gloss_analysis::Correction;
use serde::Deserialize;
use serde_json::Value;

/// Reads an annotation, a list, a page or a collection. `now` is used for times that are not stated.
pub(in crate::exchange) fn read(document: &Value, now: Timestamp, import: &mut Import) {
    let found = items(document, 0);
    if let ([only], Some("AnnotationCollection" | "AnnotationPage")) =
        (found.as_slice(), document.get("type").and_then(Value::as_str))
        && std::ptr::eq(*only, document)
    {
        import.warnings.push(Warning::Elsewhere);
        return;
    }
    for item in found {
        let number = import.annotations.len() + import.unreadable.len() + 1;
        match annotation(item, document, now, number, &mut import.warnings) {
            Ok(annotation) => import.annotations.push(annotation),
            Err(why) => {
                import.warnings.push(Warning::Unreadable { number, why });
                import.unreadable.push(item.clone());
            }
        }
    }
}

/// Returns the annotations in a document, however they are wrapped.
fn items(document: &Value, depth: usize) -> Vec<&Value> {
    const DEEPEST: usize = 8;
    let inner = match document {
        Value::Array(items) => Some(items.iter().collect()),
        Value::Object(fields) => {
            match (fields.get("@graph").or_else(|| fields.get("items")), fields.get("first")) {
                (Some(Value::Array(items)), _) if !fields.contains_key("target") => {
                    Some(items.iter().collect())
                }
                (_, Some(page @ Value::Object(_))) => Some(vec![page]),
                _ => None,
            }
        }
        _ => None,
    };
    match inner {
        Some(inner) if depth < DEEPEST => inner.into_iter().flat_map(|item| items(item, depth + 1)).collect(),
        _ => vec![document],
    }
}

fn annotation(
    written: &Value,
    document: &Value,
    now: Timestamp,
    number: usize,
    warnings: &mut Vec<Warning>,
) -> Result<Annotation, Unreadable> {
    let fields = written.as_object().ok_or(Unreadable::NotAnObject)?;
    let context = fields.get("@context").or_else(|| document.get("@context"));
    if !context.is_some_and(|context| one_or_many(context).any(|one| one == CONTEXT)) {
        return Err(Unreadable::OtherContext);
    }
    if !fields.get("type").is_some_and(|kind| one_or_many(kind).any(|one| one == "Annotation")) {
        return Err(Unreadable::OtherType);
    }
    let id = fields.get("id").and_then(Value::as_str).ok_or(Unreadable::NoId)?;
    if !is_iri(id) {
        return Err(Unreadable::InvalidId);
    }
    let time = |name: &str| match fields.get(name) {
        None => Ok(None),
        Some(Value::String(time)) => from_iso_8601(time).map(Some).ok_or(Unreadable::InvalidTime),
        Some(_) => Err(Unreadable::InvalidTime),
    };
    let (created, modified) = (time("created")?, time("modified")?);
    let mut found = Found {
        number,
        warnings,
        note: Vec::new(),
        tags: Vec::new(),
        correction: None,
        colour: None,
        replies_to: None,
    };
    let targets: Vec<Target> = fields
        .get("target")
        .into_iter()
        .flat_map(one_or_many)
        .filter_map(|target| found.target(target))
        .collect();
    if targets.is_empty() {
        return Err(Unreadable::NoTarget);
    }
    if let Some(text) = fields.get("bodyValue") {
        found.note.push(text.as_str().ok_or(Unreadable::InvalidBody)?.to_owned());
    }
    fields.get("body").into_iter().flat_map(one_or_many).for_each(|body| found.body(body, None));
    let known = [
        "@context",
        "id",
        "type",
        "created",
        "modified",
        "target",
        "body",
        "bodyValue",
        "motivation",
        "stylesheet",
    ];
    let skipped: Vec<String> = fields.keys().filter(|key| !known.contains(&key.as_str())).cloned().collect();
    found.skipped(skipped);
    let motivation = found.motivation(fields.get("motivation"), targets.len());
    let Found { note, tags, correction, colour, replies_to, .. } = found;
    Ok(Annotation {
        id: iri_to_annotation(id).ok_or(Unreadable::NoId)?,
        targets,
        motivation,
        colour: colour.unwrap_or_default(),
        note: note.join("\n\n"),
        tags,
        correction,
        replies_to,
        created: created.or(modified).unwrap_or(now),
        modified: modified.or(created).unwrap_or(now),
    })
}

/// What has been read of one annotation.
struct Found<'a> {
    number: usize,
    warnings: &'a mut Vec<Warning>,
    note: Vec<String>,
    tags: Vec<String>,
    correction: Option<Correction>,
    colour: Option<Colour>,
    replies_to: Option<AnnotationId>,
}

impl Found<'_> {
    fn skipped(&mut self, parts: Vec<String>) {
        if !parts.is_empty() {
            self.warnings.push(Warning::Skipped { number: self.number, parts });
        }
    }

    fn body(&mut self, body: &Value, purpose: Option<&str>) {
        let Value::Object(fields) = body else {
            self.note.extend(body.as_str().map(str::to_owned));
            return;
        };
        let purpose =
            fields.get("purpose").and_then(|purpose| one_or_many(purpose).next()?.as_str()).or(purpose);
        let text = fields.get("value").and_then(Value::as_str);
        let source = fields.get("source").or_else(|| fields.get("id"));
        match (text, source) {
            (Some(text), _) if purpose == Some("tagging") => self.tags.push(text.to_owned()),
            (Some(text), _) => match correction(text).filter(|_| purpose == Some("editing")) {
                Some(correction) => self.correction = Some(correction),
                None => self.note.push(text.to_owned()),
            },
            // A choice or a list of bodies.
            (None, _) if fields.contains_key("items") => {
                fields
                    .get("items")
                    .into_iter()
                    .flat_map(one_or_many)
                    .for_each(|item| self.body(item, purpose));
            }
            // A body elsewhere is kept as its address.
            (None, Some(source @ Value::Object(_))) => self.body(source, purpose),
            // The annotation that this one answers.
            (None, Some(Value::String(address))) if purpose == Some("replying") => {
                self.replies_to = iri_to_annotation(address);
            }
            (None, Some(Value::String(address))) => self.note.push(address.clone()),
            (None, _) => self.skipped(vec!["body".to_owned()]),
        }
    }

    /// Reads a passage, or a whole source, which is a target without words.
    fn target(&mut self, target: &Value) -> Option<Target> {
        let address = |value: &Value| match value {
            Value::String(address) => Some(address.clone()),
            Value::Object(fields) => fields.get("id").and_then(Value::as_str).map(str::to_owned),
            _ => None,
        };
        let items = target.get("items").and_then(|items| one_or_many(items).find_map(address));
        let source = target.get("source").map_or_else(|| address(target), address).or(items)?;
        let article = iri_to_article(&source)?;
        let version = target.pointer("/state/cached").and_then(Value::as_str);
        let version = version.and_then(iri_to_version).unwrap_or_default();
        let class = target.get("styleClass").and_then(|class| one_or_many(class).next()?.as_str());
        self.colour = self.colour.or(Colour::ALL.into_iter().find(|colour| Some(colour.name()) == class));
        let (mut quote, mut position) = (None, None);
        if let Some(selector) = target.get("selector") {
            let mut unknown = Vec::new();
            selectors(selector, 0, &mut quote, &mut position, &mut unknown);
            self.skipped(unknown);
        }
        let (quote, position): (Option<TextQuoteSelector>, Option<TextPositionSelector>) = (quote, position);
        if target.get("selector").is_some() && quote.is_none() {
            self.warnings.push(Warning::NoQuote { number: self.number });
        }
        Some(Target {
            article,
            version,
            quote: quote.unwrap_or_default(),
            position: position.unwrap_or_default(),
        })
    }

    fn motivation(&mut self, written: Option<&Value>, targets: usize) -> Motivation {
        let names: Vec<&str> = written.into_iter().flat_map(one_or_many).filter_map(Value::as_str).collect();
        let known = |name: &&str| Deserialize::deserialize(&Value::String((*name).to_owned())).ok();
        let closest = match (targets, self.note.is_empty()) {
            (2.., _) => Motivation::Linking,
            (_, true) => Motivation::Highlighting,
            _ => Motivation::Commenting,
        };
        names.iter().find_map(known).unwrap_or_else(|| {
            if !names.is_empty() {
                self.skipped(vec![format!("motivation {}", names.join(", "))]);
            }
            closest
        })
    }
}

/// Finds the selectors that are known among a selector's alternatives and refinements.
pub(in crate::exchange) fn selectors(
    selector: &Value,
    depth: usize,
    quote: &mut Option<TextQuoteSelector>,
    position: &mut Option<TextPositionSelector>,
    unknown: &mut Vec<String>,
) {
    const DEEPEST: usize = 8;
    for one in one_or_many(selector) {
        let kind = one.get("type").and_then(Value::as_str).unwrap_or_default();
        match kind {
            "TextQuoteSelector" if quote.is_none() => *quote = Deserialize::deserialize(one).ok(),
            "TextPositionSelector" if position.is_none() => {
                *position = Deserialize::deserialize(one).ok();
            }
            "FragmentSelector" if quote.is_none() => {
                let value = one.get("value").and_then(Value::as_str).unwrap_or_default();
                match TextFragment::parse(value).filter(|_| value.contains("text=")) {
                    Some(TextFragment { prefix, start, end: None, suffix }) => {
                        *quote = Some(TextQuoteSelector { exact: start, prefix, suffix });
                    }
                    _ => unknown.push(kind.to_owned()),
                }
            }
            _ if one.get("items").is_some() => {}
            _ => unknown.push(kind.to_owned()),
        }
        for inner in ["refinedBy", "items"].iter().filter_map(|name| one.get(name)) {
            if depth < DEEPEST {
                selectors(inner, depth + 1, quote, position, unknown);
            }
        }
    }
}

pub(in crate::exchange) fn one_or_many(value: &Value) -> impl Iterator<Item = &Value> {
    match value {
        Value::Array(items) => items.iter(),
        one => std::slice::from_ref(one).iter(),
    }
}

/// Reads a correction as it is written into the body of an annotation.
fn correction(text: &str) -> Option<Correction> {
    Correction::deserialize(&serde_json::from_str::<Value>(text).ok()?).ok()
}
