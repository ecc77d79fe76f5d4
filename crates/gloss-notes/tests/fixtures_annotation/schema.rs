use serde_json::Value;
use std::collections::BTreeMap;

/// JSON Schemas (draft 4) by file name, as far as the fixtures use the language.
pub(crate) struct Schemas(pub(crate) BTreeMap<String, Value>);

impl Schemas {
    /// Whether `value` is valid after the schema in `file`.
    pub(crate) fn valid(&self, file: &str, value: &Value) -> bool {
        self.check(file, &self.0[file], value)
    }

    fn check(&self, file: &str, schema: &Value, value: &Value) -> bool {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let (target, pointer) = reference.split_once('#').unwrap();
            let target = if target.is_empty() { file } else { target.rsplit('/').next().unwrap() };
            return self.check(target, self.0[target].pointer(pointer).unwrap(), value);
        }
        schema.as_object().unwrap().iter().all(|(keyword, rule)| self.keyword(file, keyword, rule, value))
    }

    fn keyword(&self, file: &str, keyword: &str, rule: &Value, value: &Value) -> bool {
        let all = |rules: &Value| -> Vec<bool> {
            rules.as_array().unwrap().iter().map(|rule| self.check(file, rule, value)).collect()
        };
        match keyword {
            "allOf" => all(rule).into_iter().all(|valid| valid),
            "anyOf" => all(rule).into_iter().any(|valid| valid),
            "oneOf" => all(rule).into_iter().filter(|valid| *valid).count() == 1,
            "not" => !self.check(file, rule, value),
            "enum" => rule.as_array().unwrap().contains(value),
            "type" => match rule {
                Value::Array(kinds) => kinds.iter().any(|kind| is_kind(kind, value)),
                kind => is_kind(kind, value),
            },
            "items" => {
                value.as_array().is_none_or(|items| items.iter().all(|item| self.check(file, rule, item)))
            }
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= rule.as_u64().unwrap()),
            "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= rule.as_u64().unwrap()),
            "minimum" => value.as_f64().is_none_or(|number| number >= rule.as_f64().unwrap()),
            "required" => value.as_object().is_none_or(|fields| {
                rule.as_array().unwrap().iter().all(|name| fields.contains_key(name.as_str().unwrap()))
            }),
            "properties" => value.as_object().is_none_or(|fields| {
                let rules = rule.as_object().unwrap();
                rules
                    .iter()
                    .all(|(name, rule)| fields.get(name).is_none_or(|value| self.check(file, rule, value)))
            }),
            "patternProperties" => value.as_object().is_none_or(|fields| {
                rule.as_object().unwrap().iter().all(|(pattern, rule)| {
                    fields.iter().all(|(name, value)| !fits(pattern, name) || self.check(file, rule, value))
                })
            }),
            "dependencies" => value.as_object().is_none_or(|fields| {
                rule.as_object().unwrap().iter().all(|(name, needed)| {
                    let all = |needed: &Value| fields.contains_key(needed.as_str().unwrap());
                    !fields.contains_key(name) || needed.as_array().unwrap().iter().all(all)
                })
            }),
            "pattern" => value.as_str().is_none_or(|text| fits(rule.as_str().unwrap(), text)),
            "format" => value.as_str().is_none_or(|text| has_format(rule.as_str().unwrap(), text)),
            "title" | "description" | "$schema" | "id" | "definitions" | "errorMessage" | "assertionType"
            | "expectedResult" | "onUnexpectedResult" | "skip" => true,
            // What the validator does not know, it must not pass over.
            other => panic!("{file}: {other} is not implemented"),
        }
    }
}

fn is_kind(kind: &Value, value: &Value) -> bool {
    match kind.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        other => panic!("type {other} is not implemented"),
    }
}

/// Patterns of the form `^(a|b)$` and `^(a|b)`.
fn fits(pattern: &str, text: &str) -> bool {
    let (words, end) = pattern.strip_prefix("^(").unwrap().split_once(')').unwrap();
    match end {
        "$" => words.split('|').any(|word| word == text),
        "" => words.split('|').any(|word| text.starts_with(word)),
        _ => panic!("pattern {pattern} is not implemented"),
    }
}

fn has_format(format: &str, text: &str) -> bool {
    match format {
        "uri" => {
            text.split_once(':').is_some_and(|(scheme, rest)| {
                !rest.is_empty()
                    && !scheme.is_empty()
                    && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric())
            }) && !text.contains(' ')
        }
        "date-time" => text.contains('T') && gloss_notes::exchange::from_iso_8601(text).is_some(),
        other => panic!("format {other} is not implemented"),
    }
}
