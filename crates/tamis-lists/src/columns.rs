//! What becomes of each column of a table: every reader of a table names all columns in one place.

use tamis_model::{Diagnostic, DiagnosticKind};

use crate::uk::rows::RawRow;

/// What a reader does with a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Treatment {
    /// It becomes a field of the entry: which.
    Field(&'static str),
    /// It is kept as a note under its own name.
    Note,
    /// It is left out: why.
    Dropped(&'static str),
}

/// One column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name as the publisher writes it.
    pub name: &'static str,
    /// What becomes of it.
    pub treatment: Treatment,
    /// Whether the table is refused without it.
    pub required: bool,
}

/// The header of one workbook: which column of the file is which row of the reader's table.
#[derive(Debug)]
pub(crate) struct SheetHeader {
    places: Vec<Option<usize>>,
    /// Columns that the table does not name: place and name.
    unknown: Vec<(usize, String)>,
}

impl SheetHeader {
    /// Whether a row is the header of a list: all required columns of its table are in it.
    pub(crate) fn is_one(cells: &[String], columns: &[Column]) -> bool {
        let required = columns.iter().filter(|column| column.required);
        required.into_iter().all(|column| cells.iter().any(|cell| is_called(cell, column.name)))
    }

    /// Reads the header; columns more than known are told.
    pub(crate) fn read(
        row: &RawRow,
        columns: &[Column],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let place =
            |column: &Column| row.cells.iter().position(|cell| is_called(cell, column.name));
        let places: Vec<Option<usize>> = columns.iter().map(place).collect();
        let named = row.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
        let unknown: Vec<(usize, String)> = named
            .filter(|(place, _)| !places.contains(&Some(*place)))
            .map(|(place, cell)| (place, cell.trim().to_owned()))
            .collect();
        diagnostics.extend(unknown.iter().map(|(_, name)| Diagnostic {
            kind: DiagnosticKind::UnknownField,
            record: None,
            field: name.clone(),
            position: row.position(),
            value: name.clone(),
            detail: "a column that this version does not know; its cells are kept as notes".into(),
        }));
        Self { places, unknown }
    }

    /// The cell of a column by its place in the table, trimmed; empty where file or row lacks it.
    pub(crate) fn cell<'r>(&self, row: &'r RawRow, column: usize) -> &'r str {
        let place = self.places.get(column).copied().flatten();
        place.and_then(|place| row.cells.get(place)).map(|cell| cell.trim()).unwrap_or_default()
    }

    /// The filled cells of columns that the table does not name, and those beyond the header.
    pub(crate) fn unknown<'r>(
        &'r self,
        row: &'r RawRow,
    ) -> impl Iterator<Item = (&'r str, &'r str)> {
        row.cells.iter().enumerate().filter_map(|(place, cell)| {
            let text = cell.trim();
            if text.is_empty() || self.places.contains(&Some(place)) {
                return None;
            }
            let name = self.unknown.iter().find(|(known, _)| *known == place);
            Some((name.map_or("(no header)", |(_, name)| name.as_str()), text))
        })
    }
}

fn is_called(cell: &str, name: &str) -> bool {
    cell.trim().eq_ignore_ascii_case(name)
}

/// Whether the first visible sheet of a workbook begins with the header of a list, in one of its first rows.
pub(crate) fn begins_with_header(files: &[crate::SourceFile<'_>], columns: &[Column]) -> bool {
    use crate::tabular::xlsx::{Workbook, XlsxLimits, looks_like_zip};
    let [file] = files else { return false };
    if !looks_like_zip(file.bytes) {
        return false;
    }
    let Ok(mut workbook) = Workbook::open(file.bytes, XlsxLimits::default()) else { return false };
    let Ok(rows) = workbook.rows(None) else { return false };
    rows.take(ROWS_TO_HEADER).map_while(Result::ok).any(|row| {
        let cells: Vec<String> = row.cells.into_iter().map(|cell| cell.text).collect();
        SheetHeader::is_one(&cells, columns)
    })
}

/// Rows in which a header must stand. Largest real value seen: 1.
pub(crate) const ROWS_TO_HEADER: usize = 5;

/// The text of a file of separated values, however it is encoded.
#[derive(Debug)]
pub(crate) struct TableText<'a> {
    /// The text, without byte order mark.
    pub(crate) text: std::borrow::Cow<'a, str>,
    /// Stray bytes that were repaired, and the runs that they form.
    pub(crate) repaired: (u64, u64),
    /// Characters that could not be read.
    pub(crate) replaced: u64,
    /// The encoding.
    pub(crate) encoding: &'static str,
}

/// Decodes a file: the whole of it decides on the encoding. Stray bytes in what is else UTF-8 are
/// repaired as those of any other list are.
pub(crate) fn table_text<'a>(
    file: &crate::SourceFile<'a>,
) -> Result<TableText<'a>, crate::ReadError> {
    use crate::tabular::encoding::{Reason, decode, detect};
    let detected = detect(file.bytes);
    if matches!(detected.reason, Reason::ValidUtf8 | Reason::MostlyUtf8) {
        let source = crate::source::decode(file)?;
        let bytes: usize = source.repairs.iter().map(|repair| repair.found.len()).sum();
        let repaired = (bytes as u64, source.repairs.len() as u64);
        return Ok(TableText {
            text: source.text,
            repaired,
            replaced: 0,
            encoding: source.encoding,
        });
    }
    let (text, replaced) = decode(file.bytes, detected.encoding);
    let encoding = detected.encoding.name();
    Ok(TableText { text: text.into(), repaired: (0, 0), replaced, encoding })
}
