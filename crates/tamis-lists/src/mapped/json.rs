//! JSON → records: the objects of an array. Arrays inside repeat a path; an array whose objects tell in a key what
//! they are has that word in its path: `RegistreDetail[ALIAS].Valeur.Alias`.

use serde_json::Value;

use super::cells::{Head, MAX_CELLS, Path, Record, key};
use crate::error::ReadError;
use crate::reading::SourceFile;
use crate::source::decode;

/// How records lie in the document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lie<'m> {
    pub(super) record: &'m str,
    pub(super) published: Option<&'m str>,
    pub(super) keyed: &'m [(String, String)],
}

/// Bytes of a file: it is held in memory as a tree of some ten times its size. Largest known: some 20 MB (France).
const MAX_FILE_BYTES: u64 = 256 << 20;

/// Reads the records. The line is that of the place in the array, from 1: JSON has no lines of its own.
pub(super) fn records(
    file: &SourceFile<'_>,
    lie: Lie<'_>,
    head: &mut Head,
    take: &mut dyn FnMut(Record) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    if file.bytes.len() as u64 > MAX_FILE_BYTES {
        let (file, what, bound) = (file.name.to_owned(), "the file", MAX_FILE_BYTES);
        return Err(ReadError::LimitExceeded { file, line: 1, what, bound });
    }
    let source = decode(file)?;
    let document: Value = serde_json::from_str(&source.text).map_err(|error| {
        let (line, byte) = (error.line() as u64, error.column() as u64);
        let file = file.name.to_owned();
        ReadError::NotWellFormed { file, line, byte, detail: format!("no JSON ({error})") }
    })?;
    head.repaired = (
        source.repairs.iter().map(|repair| repair.found.len() as u64).sum(),
        source.repairs.len() as u64,
    );
    told_outside(&document, lie, head);
    head.published = lie.published.and_then(|path| match find(&document, path)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    });
    let records = find(&document, lie.record).and_then(Value::as_array).ok_or_else(|| {
        let wanted = if lie.record.is_empty() { "the document" } else { lie.record };
        let detail = format!(
            "{wanted} is no array of records; give the file as published, or write its new path into a mapping of your own"
        );
        ReadError::Table { file: file.name.to_owned(), detail }
    })?;
    for (number, value) in records.iter().enumerate() {
        let number = number as u64 + 1;
        let mut record = Record::new("object", number);
        let mut walk = Walk { keyed: lie.keyed, parents: 0, record: &mut record };
        walk.value("", 0, value);
        if record.cells.len() > MAX_CELLS {
            let (what, bound) = ("a record", MAX_CELLS as u64);
            let file = file.name.to_owned();
            return Err(ReadError::LimitExceeded { file, line: number, what, bound });
        }
        take(record)?;
    }
    Ok(())
}

/// What stands beside the records, on the way to them: it is left out, and told.
fn told_outside(document: &Value, lie: Lie<'_>, head: &mut Head) {
    let mut path = String::new();
    let mut value = document;
    for step in lie.record.split('.').filter(|step| !step.is_empty()) {
        let Some(object) = value.as_object() else { return };
        let mut next = None;
        for (name, inside) in object {
            let full = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            if key(name) == step {
                next = Some((full, inside));
            } else if Some(key(&full).as_str()) != lie.published {
                head.diagnostics.push(tamis_model::Diagnostic {
                    kind: tamis_model::DiagnosticKind::UnknownField,
                    record: None,
                    field: full,
                    position: tamis_model::Position::default(),
                    value: inside.to_string().chars().take(200).collect(),
                    detail: "stands outside of the records; it is left out".into(),
                });
            }
        }
        let Some((full, inside)) = next else { return };
        (path, value) = (full, inside);
    }
}

/// The value at a path of keys, compared in small letters.
fn find<'v>(document: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.').filter(|step| !step.is_empty()).try_fold(document, |value, step| {
        let object = value.as_object()?;
        object.iter().find(|(name, _)| key(name) == step).map(|(_, value)| value)
    })
}

struct Walk<'w, 'r> {
    keyed: &'w [(String, String)],
    parents: usize,
    record: &'r mut Record,
}

impl Walk<'_, '_> {
    fn value(&mut self, path: &str, parent: usize, value: &Value) {
        match value {
            Value::Null => {}
            Value::String(text) => self.record.push(Path::new(path), parent, text),
            Value::Array(values) => {
                for value in values {
                    self.value(path, parent, value);
                }
            }
            Value::Object(fields) => {
                self.parents += 1;
                let own = self.parents;
                self.record.holds(parent, own);
                let last = path.rsplit('.').next().unwrap_or(path);
                let by = self.keyed.iter().find(|(array, _)| *array == key(last));
                let told = by.and_then(|(_, by)| fields.iter().find(|(name, _)| key(name) == *by));
                let path = match told {
                    Some((_, word)) => format!("{path}[{}]", word.as_str().unwrap_or_default()),
                    None => path.to_owned(),
                };
                for (name, value) in fields {
                    if told.is_some_and(|(by, _)| by == name) {
                        continue;
                    }
                    let inside =
                        if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    self.value(&inside, own, value);
                }
            }
            other => self.record.push(Path::new(path), parent, &other.to_string()),
        }
    }
}
