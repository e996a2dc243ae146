//! Australia's consolidated list (DFAT, under regulation 8), a workbook. A row is a name; rows of one number
//! make one entry: 161, 161a, 161b. The workbook does not say when it was published.

mod columns;
pub(crate) mod enumerated;
mod group;
mod listing;
mod names;

use std::collections::HashMap;

use tamis_model::{Account, Refusal, SnapshotScope};

use crate::columns::{Candidates, ROWS_TO_HEADER, SheetHeader};
use crate::error::ReadError;
use crate::reading::{ReadOptions, Reading, SourceFile, list_id};
use crate::uk::rows::{RawRow, of_xlsx, only};

pub use columns::COLUMNS;

use columns::Col;
use group::Group;

/// The id of the format.
pub const FORMAT: &str = "au-dfat-xlsx";

/// Whether this is one workbook with the columns of the list.
#[must_use]
pub fn recognises(candidates: &Candidates<'_, '_>) -> bool {
    candidates.begin_with_header(&COLUMNS)
}

/// Reads the workbook. The id is `au`, unless the options name another.
///
/// # Errors
/// [`ReadError`] when it is damaged, beyond a limit, or has other columns.
pub fn read(
    files: &[SourceFile<'_>],
    options: &ReadOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, ReadError> {
    let file = only(files)?;
    let list = options.list.clone().unwrap_or_else(|| list_id("au"));
    let mut rows = Rows { list, ..Rows::new() };
    of_xlsx(file, &mut |row| rows.take(files, &row))?;
    progress(file.bytes.len() as u64);
    rows.finish(files)
}

/// One row under its header.
#[derive(Debug, Clone, Copy)]
struct Row<'a> {
    header: &'a SheetHeader,
    raw: &'a RawRow,
}

impl<'a> Row<'a> {
    fn get(&self, col: Col) -> &'a str {
        self.header.cell(self.raw, col as usize)
    }

    /// The number that the names of one entry share: `161` of `161a`.
    fn number(&self) -> &'a str {
        let reference = self.get(Col::Reference);
        let end = reference.find(|c: char| !c.is_ascii_digit()).unwrap_or(reference.len());
        reference.get(..end).unwrap_or_default()
    }
}

/// The rows read so far.
struct Rows {
    list: tamis_model::ListId,
    header: Option<SheetHeader>,
    before: usize,
    groups: Vec<Group>,
    by_number: HashMap<String, usize>,
    account: Account,
}

impl Rows {
    fn new() -> Self {
        Self {
            list: list_id("au"),
            header: None,
            before: 0,
            groups: Vec::new(),
            by_number: HashMap::new(),
            account: Account::default(),
        }
    }

    fn take(&mut self, files: &[SourceFile<'_>], raw: &RawRow) -> Result<(), ReadError> {
        let Some(header) = &self.header else {
            if SheetHeader::is_one(&raw.cells, &COLUMNS) {
                let header = SheetHeader::read(raw, &COLUMNS, &mut self.account.diagnostics);
                self.header = Some(header);
            } else {
                self.before += 1;
                if self.before >= ROWS_TO_HEADER {
                    return Err(ReadError::not_recognised(files));
                }
            }
            return Ok(());
        };
        let row = Row { header, raw };
        let word = group::word(row.get(Col::Type));
        *self.account.read.entry(word.clone()).or_default() += 1;
        let number = row.number();
        let reason = match (number, row.get(Col::Name)) {
            ("", _) => {
                "no number in the reference: the publisher must add it, or the row be entered by hand"
            }
            (_, "") => "no name: the publisher must add one, or the row be entered by hand",
            _ => "",
        };
        if !reason.is_empty() {
            let record = Some(row.get(Col::Reference).to_owned()).filter(|text| !text.is_empty());
            let position = raw.position();
            self.account.refused.push(Refusal { record, position, reason: reason.to_owned() });
            return Ok(());
        }
        *self.account.accepted.entry(word).or_default() += 1;
        let index = match self.by_number.get(number) {
            Some(index) => {
                self.account.merged += 1;
                *index
            }
            None => {
                self.groups.push(Group::new(&self.list, &row, &mut self.account.diagnostics));
                self.by_number.insert(number.to_owned(), self.groups.len() - 1);
                self.groups.len() - 1
            }
        };
        if let Some(group) = self.groups.get_mut(index) {
            group.add(&row, &mut self.account.diagnostics);
        }
        Ok(())
    }

    fn finish(mut self, files: &[SourceFile<'_>]) -> Result<Reading, ReadError> {
        if self.header.is_none() {
            return Err(ReadError::not_recognised(files));
        }
        let entries: Vec<_> = self.groups.into_iter().map(Group::finish).collect();
        self.account.entries = entries.len() as u64;
        self.account.names = entries.iter().map(|entry| entry.names.len() as u64).sum();
        Ok(Reading {
            list: self.list,
            format: FORMAT,
            published: None,
            published_as_written: None,
            scope: SnapshotScope::Whole,
            entries,
            account: self.account,
        })
    }
}
