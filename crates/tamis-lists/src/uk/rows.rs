//! The rows of the file, whichever of the two forms it has. Knows rows, no column.

use tamis_model::{Diagnostic, DiagnosticKind, Position};

use super::columns::Header;
use crate::columns::table_text;
use crate::error::ReadError;
use crate::reading::SourceFile;
use crate::tabular::csv::{Rows as CsvRows, sniff_delimiter};
use crate::tabular::xlsx::{Workbook, XlsxLimits};

/// A row as it stands in the file.
#[derive(Debug, Default)]
pub(crate) struct RawRow {
    /// Line or number of the row, from 1.
    pub(crate) line: u64,
    /// The cells.
    pub(crate) cells: Vec<String>,
}

impl RawRow {
    pub(crate) fn position(&self) -> Position {
        Position { byte: None, line: Some(self.line) }
    }
}

/// What was repaired while decoding.
#[derive(Debug, Default)]
pub(super) struct Repaired {
    pub(super) bytes: u64,
    pub(super) runs: u64,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Bytes in which the header must stand. It ends at byte 700 in real files.
const HEAD_BYTES: usize = 16 * 1024;
/// Rows between two calls of the progress function.
const ROWS_A_STEP: u64 = 512;

pub(crate) fn only<'f, 'a>(files: &'f [SourceFile<'a>]) -> Result<&'f SourceFile<'a>, ReadError> {
    match files {
        [file] => Ok(file),
        _ => Err(ReadError::not_recognised(files)),
    }
}

pub(super) fn looks_like_csv(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    if head.trim_ascii_start().starts_with(b"<") {
        return false;
    }
    let detected = crate::tabular::encoding::detect(head);
    let (head, _) = crate::tabular::encoding::decode(head, detected.encoding);
    CsvRows::new(head.as_bytes(), sniff_delimiter(head.as_bytes()))
        .take(super::MAX_ROWS_BEFORE_HEADER + 1)
        .map_while(Result::ok)
        .any(|row| Header::looks_like_one(&row.fields().map(str::to_owned).collect::<Vec<_>>()))
}

pub(super) fn of_csv(
    file: &SourceFile<'_>,
    progress: &mut dyn FnMut(u64),
    take: &mut dyn FnMut(RawRow) -> Result<(), ReadError>,
) -> Result<Repaired, ReadError> {
    let text = table_text(file)?;
    // the first row has two fields only: the separator shows in the header
    let head = text.text.as_bytes();
    let head = head.get(..HEAD_BYTES).unwrap_or(head);
    let delimiter = sniff_delimiter(head.splitn(2, |byte| *byte == b'\n').last().unwrap_or(head));
    let mut rows = CsvRows::new(text.text.as_bytes(), delimiter);
    let mut count = 0_u64;
    while let Some(row) = rows.next() {
        let row = row.map_err(|error| ReadError::table(file.name, &error))?;
        let cells = row.fields().map(str::to_owned).collect();
        take(RawRow { line: row.line, cells })?;
        count += 1;
        if count.is_multiple_of(ROWS_A_STEP) {
            progress(rows.byte());
        }
    }
    progress(file.bytes.len() as u64);
    let (bytes, runs) = text.repaired;
    let mut repaired = Repaired { bytes, runs, diagnostics: Vec::new() };
    if bytes > 0 || text.replaced > 0 {
        repaired.diagnostics.push(Diagnostic {
            kind: DiagnosticKind::RepairedBytes,
            record: None,
            field: "the file".into(),
            position: Position::default(),
            value: format!("{bytes} stray bytes, {} unreadable characters", text.replaced),
            detail: format!("read as {}, stray bytes as Windows-1252", text.encoding),
        });
    }
    Ok(repaired)
}

pub(crate) fn of_xlsx(
    file: &SourceFile<'_>,
    take: &mut dyn FnMut(RawRow) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    let refused = |source| ReadError::Workbook { file: file.name.to_owned(), source };
    let mut workbook = Workbook::open(file.bytes, XlsxLimits::default()).map_err(refused)?;
    for row in workbook.rows(None).map_err(refused)? {
        let row = row.map_err(refused)?;
        let cells = row.cells.into_iter().map(|cell| cell.text).collect();
        take(RawRow { line: row.number, cells })?;
    }
    Ok(())
}
