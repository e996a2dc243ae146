//! The consolidated list of the UK (OFSI, to January 2026): workbook, and the older CSV.
//!
//! A row is a name; rows multiply by name, birth date and address, and those of one Group ID make one
//! entry. The list ended in January 2026; the UK Sanctions List that follows it is another format.

pub(crate) mod births;
mod columns;
pub(crate) mod documents;
mod group;
pub(crate) mod information;
pub(crate) mod names;
mod numbered;
pub(crate) mod places;
pub(crate) mod rows;

use std::collections::HashMap;

use tamis_model::{
    Account, CivilDate, Diagnostic, DiagnosticKind, Position, Refusal, SnapshotScope,
};

use crate::error::ReadError;
use crate::reading::{ReadOptions, Reading, SourceFile, list_id};

pub use columns::COLUMNS;

use columns::{Col, Header};
use group::Group;
use rows::RawRow;

/// Id of the workbook.
pub const XLSX: &str = "uk-conlist-xlsx";
/// Id of the table of separated values.
pub const CSV: &str = "uk-conlist-csv";

/// Rows that may stand before the header. Largest real value seen: 1, with the date.
const MAX_ROWS_BEFORE_HEADER: usize = 5;

/// Whether the file may be the workbook: it is a ZIP archive with a workbook in it. Its columns are
/// looked at when it is read.
#[must_use]
pub fn recognises_xlsx(files: &[SourceFile<'_>]) -> bool {
    matches!(files, [file] if crate::tabular::xlsx::looks_like_zip(file.bytes)
        && memchr::memmem::find(file.bytes, b"xl/").is_some())
}

/// Whether the file is the table: columns of its own stand in one of the first rows.
#[must_use]
pub fn recognises_csv(files: &[SourceFile<'_>]) -> bool {
    matches!(files, [file] if rows::looks_like_csv(file.bytes))
}

/// Reads the workbook.
///
/// # Errors
/// [`ReadError`] when it is damaged, beyond a limit, or has other columns.
pub fn read_xlsx(
    files: &[SourceFile<'_>],
    options: &ReadOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, ReadError> {
    let file = rows::only(files)?;
    let mut reading = Rows::default();
    rows::of_xlsx(file, &mut |row| reading.take(file, row))?;
    progress(file.bytes.len() as u64);
    reading.finish(file, XLSX, options)
}

/// Reads the table of separated values.
///
/// # Errors
/// [`ReadError`] when it cannot be read to its end, or has other columns.
pub fn read_csv(
    files: &[SourceFile<'_>],
    options: &ReadOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, ReadError> {
    let file = rows::only(files)?;
    let mut reading = Rows::default();
    let repaired = rows::of_csv(file, progress, &mut |row| reading.take(file, row))?;
    reading.account.repaired_bytes = repaired.bytes;
    reading.account.repaired_runs = repaired.runs;
    reading.account.diagnostics.extend(repaired.diagnostics);
    reading.finish(file, CSV, options)
}

/// The rows read so far.
#[derive(Default)]
struct Rows {
    before_header: Vec<Vec<String>>,
    header: Option<Header>,
    groups: Vec<Group>,
    by_id: HashMap<String, usize>,
    account: Account,
}

impl Rows {
    fn take(&mut self, file: &SourceFile<'_>, row: RawRow) -> Result<(), ReadError> {
        let Some(header) = &self.header else {
            if Header::looks_like_one(&row.cells) {
                let header = Header::read(file.name, &row, &mut self.account.diagnostics)?;
                self.header = Some(header);
                return Ok(());
            }
            self.before_header.push(row.cells);
            if self.before_header.len() > MAX_ROWS_BEFORE_HEADER {
                return Err(Header::missing(file.name));
            }
            return Ok(());
        };
        let row = columns::Row { header, raw: &row };
        let word = match row.get(Col::GroupType) {
            "" => "(no group type)",
            word => word,
        };
        *self.account.read.entry(word.to_owned()).or_default() += 1;
        if let Some(reason) = refusal(&row) {
            let id = row.get(Col::GroupId);
            self.account.refused.push(Refusal {
                record: (!id.is_empty()).then(|| id.to_owned()),
                position: row.position(),
                reason,
            });
            return Ok(());
        }
        *self.account.accepted.entry(word.to_owned()).or_default() += 1;
        let id = row.get(Col::GroupId);
        let index = match self.by_id.get(id) {
            Some(index) => {
                self.account.merged += 1;
                *index
            }
            None => {
                self.groups.push(Group::new(&list_id("uk"), &row, &mut self.account.diagnostics));
                self.by_id.insert(id.to_owned(), self.groups.len() - 1);
                self.groups.len() - 1
            }
        };
        if let Some(group) = self.groups.get_mut(index) {
            group.add(&row, &mut self.account.diagnostics);
        }
        Ok(())
    }

    fn finish(
        mut self,
        file: &SourceFile<'_>,
        format: &'static str,
        _options: &ReadOptions,
    ) -> Result<Reading, ReadError> {
        if self.header.is_none() {
            return Err(Header::missing(file.name));
        }
        let (published, published_as_written) =
            publication(&self.before_header, &mut self.account.diagnostics);
        let entries: Vec<_> = self.groups.into_iter().map(Group::finish).collect();
        self.account.entries = entries.len() as u64;
        self.account.names = entries.iter().map(|entry| entry.names.len() as u64).sum();
        Ok(Reading {
            list: list_id("uk"),
            format,
            published,
            published_as_written,
            scope: SnapshotScope::Whole,
            entries,
            account: self.account,
        })
    }
}

/// Why a row cannot become part of an entry.
fn refusal(row: &columns::Row<'_>) -> Option<String> {
    if row.raw.cells.len() > row.header.width() {
        return Some(format!(
            "the row has {} fields and the header {}: correct the row, or fetch the file again",
            row.raw.cells.len(),
            row.header.width()
        ));
    }
    if row.get(Col::GroupId).is_empty() {
        return Some(
            "no Group ID: the publisher must add it, or the row be entered by hand".into(),
        );
    }
    let named = Col::NAMES.iter().any(|col| !row.get(*col).is_empty())
        || !row.get(Col::NonLatin).is_empty();
    (!named).then(|| "no name: the publisher must add one, or the row be entered by hand".into())
}

/// `Last Updated,05/06/2023` in a row before the header. Other rows there become diagnostics.
fn publication(
    before_header: &[Vec<String>],
    diagnostics: &mut Vec<Diagnostic>,
) -> (Option<CivilDate>, Option<String>) {
    let mut found = (None, None);
    for (index, cells) in before_header.iter().enumerate() {
        let date = cells.get(1).map(|text| text.trim()).unwrap_or_default();
        let said =
            cells.first().is_some_and(|cell| cell.trim().eq_ignore_ascii_case("last updated"));
        if let (true, Some(day)) = (said, births::day(date)) {
            found = (Some(day), Some(date.to_owned()));
            continue;
        }
        diagnostics.push(Diagnostic {
            kind: DiagnosticKind::Misplaced,
            record: None,
            field: "row before the header".into(),
            position: Position { byte: None, line: Some(index as u64 + 1) },
            value: cells.join(" "),
            detail: "not a date of publication; left out".into(),
        });
    }
    found
}

#[cfg(test)]
mod tests;
