//! One line: an object with id, schema and properties, each property a list of texts.

use std::collections::BTreeMap;

use serde_json::Value;
use tamis_model::Position;

use crate::error::ReadError;

/// An entity.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Object {
    pub(super) id: String,
    pub(super) schema: String,
    pub(super) caption: Option<String>,
    /// Names of properties in order, each with its values. Entities inside are told by their ids.
    pub(super) properties: BTreeMap<String, Vec<String>>,
    /// Whether the publisher says that it is listed itself, where it says so: parents, owners and the like stand in
    /// the same file.
    pub(super) target: Option<bool>,
    /// Keys beside these that say something: `datasets`, `first_seen` …
    pub(super) others: Vec<(String, String)>,
    pub(super) line: u64,
}

/// Keys beside id, schema and properties that say nothing of the party.
const DROPPED: [&str; 6] =
    ["first_seen", "last_seen", "last_change", "datasets", "origin", "canonical_id"];

/// Whether bytes begin with an entity.
pub(super) fn begins(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf".as_slice()).unwrap_or(bytes);
    let line = bytes.split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty());
    line.and_then(|line| serde_json::from_slice::<Value>(line).ok()).is_some_and(|value| {
        value.get("schema").is_some_and(Value::is_string)
            && value.get("properties").is_some_and(Value::is_object)
    })
}

impl Object {
    /// Reads a line.
    ///
    /// # Errors
    /// [`ReadError::NotWellFormed`] when the line is no JSON object.
    pub(super) fn read(file: &str, number: u64, line: &str) -> Result<Self, ReadError> {
        let malformed = |detail: String, column: usize| ReadError::NotWellFormed {
            file: file.to_owned(),
            line: number,
            byte: column as u64,
            detail,
        };
        let value: Value = serde_json::from_str(line)
            .map_err(|error| malformed(format!("no JSON ({error})"), error.column()))?;
        let Value::Object(fields) = value else {
            return Err(malformed("no JSON object".to_owned(), 0));
        };
        let mut object = Self { line: number, ..Self::default() };
        for (key, value) in fields {
            match (key.as_str(), value) {
                ("id", Value::String(id)) => id.trim().clone_into(&mut object.id),
                ("schema", Value::String(schema)) => object.schema = schema,
                ("caption", Value::String(caption)) => object.caption = Some(caption),
                ("properties", Value::Object(properties)) => {
                    for (name, values) in properties {
                        let mut texts = Vec::new();
                        push_texts(values, &mut texts);
                        object.properties.insert(name, texts);
                    }
                }
                ("target", Value::Bool(target)) => object.target = Some(target),
                (key, _) if DROPPED.contains(&key) => {}
                (_, value) => {
                    let mut texts = Vec::new();
                    push_texts(value, &mut texts);
                    object.others.extend(texts.into_iter().map(|text| (key.clone(), text)));
                }
            }
        }
        Ok(object)
    }

    pub(super) fn values(&self, property: &str) -> &[String] {
        self.properties.get(property).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn position(&self) -> Position {
        Position { byte: None, line: Some(self.line) }
    }
}

/// The texts of a value: numbers and truths as written, an entity inside by its id.
fn push_texts(value: Value, texts: &mut Vec<String>) {
    match value {
        Value::Null => {}
        Value::String(text) => {
            if !text.trim().is_empty() {
                texts.push(text);
            }
        }
        Value::Array(values) => values.into_iter().for_each(|value| push_texts(value, texts)),
        Value::Object(object) => {
            let id = object.get("id").and_then(Value::as_str).map(str::trim);
            texts.extend(id.filter(|id| !id.is_empty()).map(str::to_owned));
        }
        other => texts.push(other.to_string()),
    }
}
