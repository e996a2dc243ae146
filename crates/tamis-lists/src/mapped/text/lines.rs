//! The lines of a file → records. A numbered record may go on in the next lines.

use tamis_model::{Diagnostic, DiagnosticKind, Position};

use super::Shape;
use crate::error::ReadError;
use crate::mapped::cells::{Head, Path, Record, key};
use crate::reading::SourceFile;

/// Bytes of one record. Largest record known of such a list: some 600 bytes.
const MAX_RECORD_BYTES: usize = 64 * 1024;

type Take<'t> = &'t mut dyn FnMut(Record) -> Result<(), ReadError>;

/// How records lie in lines.
#[derive(Debug, Clone, Copy)]
pub(in crate::mapped) struct Lines<'m> {
    pub(in crate::mapped) shapes: &'m [Shape],
    pub(in crate::mapped) sections: &'m [String],
    pub(in crate::mapped) strip: &'m [char],
    /// What stands at the end of each record; what follows it is none of it.
    pub(in crate::mapped) ends: Option<&'m str>,
}

/// Reads the records: the holes of the first shape that fits, `@shape` (its number, from 1), `@section` (the
/// heading above) and, where none fits, the whole as `@line`.
pub(in crate::mapped) fn records(
    file: &SourceFile<'_>,
    lines: Lines<'_>,
    head: &mut Head,
    take: Take<'_>,
) -> Result<(), ReadError> {
    let text = crate::columns::table_text(file)?;
    head.repaired = text.repaired;
    let numbered = lines.shapes.iter().find(|shape| shape.is_numbered());
    let mut section = String::new();
    let mut open: Option<(u64, String)> = None;
    let give = |open: &mut Option<(u64, String)>, section: &str, take: Take<'_>| match open.take() {
        Some((line, text)) => take(record(lines, line, &text, section)),
        None => Ok(()),
    };
    for (number, line) in text.text.lines().enumerate() {
        let number = number as u64 + 1;
        let line = line.trim();
        if line.is_empty() || lines.sections.contains(&key(line)) {
            give(&mut open, &section, take)?;
            if !line.is_empty() {
                line.clone_into(&mut section);
            }
        } else if numbered.is_none_or(|shape| shape.begins(line)) {
            give(&mut open, &section, take)?;
            open = Some((number, line.to_owned()));
        } else if let Some((_, text)) = &mut open {
            text.push(' ');
            text.push_str(line);
        } else {
            head.diagnostics.push(outside(number, line));
        }
        if open.as_ref().is_some_and(|(_, text)| text.len() > MAX_RECORD_BYTES) {
            let (file, what, bound) = (file.name.to_owned(), "a record", MAX_RECORD_BYTES as u64);
            return Err(ReadError::LimitExceeded { file, line: number, what, bound });
        }
        if lines.ends.is_some_and(|ends| line.ends_with(ends)) {
            give(&mut open, &section, take)?;
        }
    }
    give(&mut open, &section, take)
}

fn record(lines: Lines<'_>, line: u64, text: &str, section: &str) -> Record {
    let mut record = Record::new("line", line);
    let text = text.trim_matches(|c: char| c.is_whitespace() || lines.strip.contains(&c));
    record.push(Path::new("@section"), 0, section);
    let found =
        lines.shapes.iter().enumerate().find_map(|(at, shape)| Some((at, shape.read(text)?)));
    match found {
        Some((at, holes)) => {
            record.push(Path::new("@shape"), 0, &(at + 1).to_string());
            for (name, text) in holes {
                record.push(Path::new(name), 0, text);
            }
        }
        None => record.push(Path::new("@line"), 0, text),
    }
    record
}

fn outside(line: u64, text: &str) -> Diagnostic {
    Diagnostic {
        kind: DiagnosticKind::Misplaced,
        record: None,
        field: "@line".into(),
        position: Position { byte: None, line: Some(line) },
        value: text.to_owned(),
        detail: "a line outside of the records: a heading or remark; it is left out".into(),
    }
}
