//! Indonesia's list of suspected terrorists and terrorist organisations (DTTOT, kept by PPATK and Densus 88), a
//! workbook. A row is an entry; its name is a chain of names. The workbook does not say when it was published.

mod columns;
mod description;
mod names;
mod record;

use tamis_model::SnapshotScope;

use crate::collect::{Collector, Origin, Repeated};
use crate::columns::{Candidates, ROWS_TO_HEADER, SheetHeader};
use crate::error::ReadError;
use crate::reading::{ReadOptions, Reading, SourceFile, list_id};
use crate::source::Source;
use crate::uk::rows::{RawRow, of_xlsx, only};

pub use columns::COLUMNS;

use columns::Col;

/// The id of the format.
pub const FORMAT: &str = "id-dttot-xlsx";

/// Whether this is one workbook with the columns of the list.
#[must_use]
pub fn recognises(candidates: &Candidates<'_, '_>) -> bool {
    candidates.begin_with_header(&COLUMNS)
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
}

/// Reads the workbook. The id is `id-dttot`, unless the options name another.
///
/// # Errors
/// [`ReadError`] when it is damaged, beyond a limit, or has other columns.
pub fn read(
    files: &[SourceFile<'_>],
    options: &ReadOptions,
    progress: &mut dyn FnMut(u64),
) -> Result<Reading, ReadError> {
    let file = only(files)?;
    let list = options.list.clone().unwrap_or_else(|| list_id("id-dttot"));
    let mut collector = Collector::default();
    let mut header = None;
    let mut before = 0;
    let mut codes = std::collections::HashMap::new();
    of_xlsx(file, &mut |raw| {
        let Some(header) = &header else {
            if SheetHeader::is_one(&raw.cells, &COLUMNS) {
                let told = &mut collector.account.diagnostics;
                header = Some(SheetHeader::read(&raw, &COLUMNS, told));
            } else {
                before += 1;
                if before >= ROWS_TO_HEADER {
                    return Err(ReadError::not_recognised(files));
                }
            }
            return Ok(());
        };
        let row = Row { header, raw: &raw };
        let word = record::word(row.get(Col::Suspect));
        collector.met(word);
        let times: &mut u32 = codes.entry(row.get(Col::Code).to_owned()).or_default();
        *times += 1;
        let entry = record::entry(&list, &row, *times, &mut collector.account);
        // references are made unique: the collector compares no bytes
        let position = raw.position();
        let origin = Origin { word, position, bytes: b"", repeated: Repeated::Refused };
        collector.accept(entry, &origin);
        Ok(())
    })?;
    progress(file.bytes.len() as u64);
    if header.is_none() {
        return Err(ReadError::not_recognised(files));
    }
    let (entries, account) = collector.finish(&Source::of_table(file.name));
    Ok(Reading {
        list,
        format: FORMAT,
        published: None,
        published_as_written: None,
        scope: SnapshotScope::Whole,
        entries,
        account,
    })
}
