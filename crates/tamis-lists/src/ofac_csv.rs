//! OFAC's list of Specially Designated Nationals as three tables without headers: `sdn.csv` (entries),
//! `alt.csv` (their other names) and `add.csv` (their addresses).
//!
//! Which file is which is told by its rows, not by its name. The tables have no date of publication,
//! and cut remarks at 1,000 characters: the XML is the better source of the same list.

mod columns;
mod entry;
mod names;
mod part;
mod remarks;

use std::collections::HashMap;

use tamis_model::{
    Account, Diagnostic, DiagnosticKind, Entry, ListId, Position, Refusal, SnapshotScope,
};

use crate::columns::table_text;
use crate::error::ReadError;
use crate::reading::{ReadOptions, Reading, SourceFile, list_id};
use crate::tabular::csv::Rows;

pub use columns::{ADD, ALT, SDN};

use columns::Row;
use part::Part;

/// The id of the format.
pub const FORMAT: &str = "ofac-csv";

const LIST: &str = "OFAC's list as CSV";
const EXPECTED: &str = "sdn.csv, alt.csv and add.csv";
/// May follow the last row: line ends, and the mark that ended files in the days of CP/M.
const END_OF_FILE: [u8; 4] = *b"\r\n\x1a ";
/// Rows between two calls of the progress function.
const ROWS_A_STEP: u64 = 512;

/// Whether one of the files has rows as these tables have them. That all three are there, and have
/// the right columns, is looked at when they are read.
#[must_use]
pub fn recognises(files: &[SourceFile<'_>]) -> bool {
    files.iter().any(|file| part::of(file.bytes).is_some())
}

/// Reads the three tables. The list is `ofac-sdn` unless the options name another: the non-SDN lists
/// have the same tables.
///
/// # Errors
/// [`ReadError`] when a table is missing, is there twice, has other columns, or cannot be read to its
/// end.
pub fn read(
    files: &[SourceFile<'_>],
    options: &ReadOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, ReadError> {
    let parts = part::all(files)?;
    let list = options.list.clone().unwrap_or_else(|| list_id("ofac-sdn"));
    let mut reader = Reader {
        list,
        entries: Vec::new(),
        by_number: HashMap::new(),
        account: Account::default(),
    };
    let mut done = 0;
    for (part, file) in parts {
        reader.table(part, file, &mut |bytes| progress(done + bytes))?;
        done += file.bytes.len() as u64;
        progress(done);
    }
    let mut account = reader.account;
    account.entries = reader.entries.len() as u64;
    account.names = reader.entries.iter().map(|entry| entry.names.len() as u64).sum();
    Ok(Reading {
        list: reader.list,
        format: FORMAT,
        published: None,
        published_as_written: None,
        scope: SnapshotScope::Whole,
        entries: reader.entries,
        account,
    })
}

struct Reader {
    list: ListId,
    entries: Vec<Entry>,
    by_number: HashMap<String, usize>,
    account: Account,
}

impl Reader {
    fn table(
        &mut self,
        part: Part,
        file: &SourceFile<'_>,
        progress: &mut dyn FnMut(u64),
    ) -> Result<(), ReadError> {
        // the mark would be repaired as any other stray control character
        let end = file.bytes.iter().rposition(|byte| !END_OF_FILE.contains(byte));
        let bytes = file.bytes.get(..end.map_or(0, |end| end + 1)).unwrap_or_default();
        let text = table_text(&SourceFile { name: file.name, bytes })?;
        let (bytes, runs) = text.repaired;
        self.account.repaired_bytes += bytes;
        self.account.repaired_runs += runs;
        if bytes > 0 || text.replaced > 0 {
            self.account.diagnostics.push(Diagnostic {
                kind: DiagnosticKind::RepairedBytes,
                record: None,
                field: part.name().into(),
                position: Position::default(),
                value: format!("{bytes} stray bytes, {} unreadable characters", text.replaced),
                detail: format!("read as {}, stray bytes as Windows-1252", text.encoding),
            });
        }
        let mut rows = Rows::new(text.text.as_bytes(), b',');
        let mut count = 0_u64;
        while let Some(row) = rows.next() {
            let row = row.map_err(|error| ReadError::table(file.name, &error))?;
            self.row(part, &Row::new(part, &row));
            count += 1;
            if count.is_multiple_of(ROWS_A_STEP) {
                progress(rows.byte());
            }
        }
        Ok(())
    }

    fn row(&mut self, part: Part, row: &Row<'_>) {
        let word = part.name();
        *self.account.read.entry(word.to_owned()).or_default() += 1;
        let taken = if row.width() == part.columns().len() {
            match part {
                Part::Sdn => self.entry(row),
                Part::Alt | Part::Add => self.joined(part, row),
            }
        } else {
            let (found, expected) = (row.width(), part.columns().len());
            Err(format!(
                "the row has {found} fields instead of {expected}: correct it, or fetch the file again"
            ))
        };
        match taken {
            Ok(()) => *self.account.accepted.entry(word.to_owned()).or_default() += 1,
            Err(reason) => {
                let number = row.text(0);
                self.account.refused.push(Refusal {
                    record: (!number.is_empty()).then(|| format!("{word} {number}")),
                    position: row.position(),
                    reason,
                });
            }
        }
    }

    fn entry(&mut self, row: &Row<'_>) -> Result<(), String> {
        let number = row.text(0);
        if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
            return Err(format!("`{number}` is no entry number: ask the publisher which it is"));
        }
        if row.text(1).is_empty() {
            return Err("no name: the publisher must add one, or the row be entered by hand".into());
        }
        if self.by_number.contains_key(number) {
            let reason = "an earlier row has this entry number: ask the publisher which holds";
            return Err(reason.into());
        }
        self.by_number.insert(number.to_owned(), self.entries.len());
        self.entries.push(entry::of_row(&self.list, row, &mut self.account.diagnostics));
        Ok(())
    }

    /// A row that belongs to an entry: another name or an address.
    fn joined(&mut self, part: Part, row: &Row<'_>) -> Result<(), String> {
        let number = row.text(0);
        let found = self.by_number.get(number).and_then(|index| self.entries.get_mut(*index));
        let Some(entry) = found else {
            self.account.diagnostics.push(row.told(
                DiagnosticKind::Orphan,
                0,
                "no row of sdn.csv has this entry number",
            ));
            return Err("no row of sdn.csv has this entry number: give files of one day".into());
        };
        match part {
            Part::Add => entry::add_address(entry, row),
            _ => entry::add_name(entry, row, &mut self.account.diagnostics)?,
        }
        self.account.merged += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
