//! Which of the three tables a file is, told by its first rows.

use super::columns::{ADD, ALT, SDN};
use super::{EXPECTED, LIST};
use crate::columns::Column;
use crate::error::ReadError;
use crate::reading::SourceFile;
use crate::tabular::csv::Rows;
use crate::tabular::encoding::{decode, detect};

/// A table. Entries come first when they are read, so that the others find them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Sdn,
    Alt,
    Add,
}

impl Part {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Sdn => "sdn.csv",
            Self::Alt => "alt.csv",
            Self::Add => "add.csv",
        }
    }

    pub(super) fn columns(self) -> &'static [Column] {
        match self {
            Self::Sdn => &SDN,
            Self::Alt => &ALT,
            Self::Add => &ADD,
        }
    }
}

/// Bytes and rows that are looked at.
const HEAD_BYTES: usize = 8 * 1024;
const ROWS_LOOKED_AT: usize = 10;

/// The values of the third column of `sdn.csv` and of `alt.csv`.
const SDN_TYPES: [&str; 4] = ["individual", "vessel", "aircraft", "-0-"];
const ALT_TYPES: [&str; 3] = ["aka", "fka", "nka"];

/// A table, or the width of one that has OFAC's marks and another number of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    Table(Part),
    OtherWidth(usize),
}

/// What the file is; none for a file without OFAC's marks: rows that begin with a number, and `-0-`
/// for nothing.
pub(super) fn of(bytes: &[u8]) -> Option<Found> {
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    let (head, _) = decode(head, detect(head).encoding);
    // the last line may be cut
    let end = if bytes.len() > HEAD_BYTES { head.rfind('\n')? } else { head.len() };
    let head = head.get(..end)?.trim_end_matches(['\r', '\n', '\u{1a}', ' ']);
    let rows: Vec<Vec<String>> = Rows::new(head.as_bytes(), b',')
        .take(ROWS_LOOKED_AT)
        .map_while(Result::ok)
        .map(|row| row.fields().map(|field| field.trim().to_owned()).collect())
        .collect();
    let number = |text: &String| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let cell = |row: &[String], column: usize, values: &[&str]| {
        row.get(column).is_some_and(|text| values.contains(&text.to_ascii_lowercase().as_str()))
    };
    // most rows decide: one odd row is refused later, on its own
    let most = |test: &dyn Fn(&[String]) -> bool| {
        rows.iter().filter(|row| test(row)).count() * 2 > rows.len()
    };
    if !most(&|row| row.first().is_some_and(number)) {
        return None;
    }
    let found = [
        (Part::Sdn, most(&|row| row.len() == SDN.len() && cell(row, 2, &SDN_TYPES))),
        (Part::Alt, most(&|row| row.len() == ALT.len() && cell(row, 2, &ALT_TYPES))),
        (Part::Add, most(&|row| row.len() == ADD.len() && row.get(1).is_some_and(number))),
    ];
    if let Some((part, _)) = found.into_iter().find(|(_, is)| *is) {
        return Some(Found::Table(part));
    }
    let marked = rows.iter().any(|row| row.iter().any(|text| text == "-0-"));
    let width = rows.first().map(Vec::len).unwrap_or_default();
    marked.then_some(Found::OtherWidth(width))
}

/// All three tables, entries first.
pub(super) fn all<'f, 'a>(
    files: &'f [SourceFile<'a>],
) -> Result<Vec<(Part, &'f SourceFile<'a>)>, ReadError> {
    let mut parts: Vec<(Part, &SourceFile<'_>)> = Vec::new();
    for file in files {
        let part = match of(file.bytes) {
            Some(Found::Table(part)) => part,
            Some(Found::OtherWidth(width)) => {
                return Err(other_header(file, &format!("{width} columns")));
            }
            None => return Err(other_header(file, "rows that do not begin with an entry number")),
        };
        if parts.iter().any(|(there, _)| *there == part) {
            let detail = format!("a second {}; give each of {EXPECTED} once", part.name());
            return Err(ReadError::Table { file: file.name.to_owned(), detail });
        }
        parts.push((part, file));
    }
    let missing: Vec<&str> = [Part::Sdn, Part::Alt, Part::Add]
        .into_iter()
        .filter(|part| parts.iter().all(|(there, _)| there != part))
        .map(Part::name)
        .collect();
    if !missing.is_empty() {
        let given: Vec<&str> = files.iter().map(|file| file.name).collect();
        let verb = if missing.len() == 1 { "is" } else { "are" };
        return Err(ReadError::MissingFile {
            given: given.join(", "),
            list: LIST,
            missing: format!("{} {verb}", missing.join(" and ")),
            expected: EXPECTED,
        });
    }
    parts.sort_by_key(|(part, _)| *part);
    Ok(parts)
}

fn other_header(file: &SourceFile<'_>, found: &str) -> ReadError {
    ReadError::OtherHeader {
        file: file.name.to_owned(),
        list: LIST,
        missing: "12 (sdn.csv), 5 (alt.csv) or 6 (add.csv), the first of them a number".into(),
        found: found.to_owned(),
    }
}
