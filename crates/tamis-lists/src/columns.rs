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

/// The first rows of one sheet.
pub(crate) type HeadRows = Vec<Vec<String>>;

/// Files that are to be recognised. A workbook is opened once for all readers of workbooks: it must be unpacked
/// whole to see that it is within the limits.
#[derive(Debug)]
pub struct Candidates<'f, 'a> {
    files: &'f [crate::SourceFile<'a>],
    /// The first rows of the first visible sheet, and of all sheets.
    sheets: std::cell::OnceCell<Option<(HeadRows, Vec<HeadRows>)>>,
}

impl<'f, 'a> Candidates<'f, 'a> {
    /// Files, of which nothing was looked at yet.
    #[must_use]
    pub fn new(files: &'f [crate::SourceFile<'a>]) -> Self {
        Self { files, sheets: std::cell::OnceCell::new() }
    }

    /// The files.
    #[must_use]
    pub const fn files(&self) -> &'f [crate::SourceFile<'a>] {
        self.files
    }

    fn sheets(&self) -> Option<&(HeadRows, Vec<HeadRows>)> {
        use crate::tabular::xlsx::{Workbook, XlsxLimits, looks_like_zip};
        let look = || {
            let [file] = self.files else { return None };
            if !looks_like_zip(file.bytes) {
                return None;
            }
            let mut workbook = Workbook::open(file.bytes, XlsxLimits::default()).ok()?;
            let names = workbook.sheet_names();
            let mut head = |name: Option<&str>| -> Option<HeadRows> {
                let rows = workbook.rows(name).ok()?.take(MOST_ROWS_TO_HEADER);
                let cells = |row: crate::tabular::xlsx::Row| {
                    row.cells.into_iter().map(|cell| cell.text).collect()
                };
                Some(rows.map_while(Result::ok).map(cells).collect())
            };
            let first = head(None)?;
            Some((first, names.iter().filter_map(|name| head(Some(name))).collect()))
        };
        self.sheets.get_or_init(look).as_ref()
    }

    /// Whether the first visible sheet of a workbook begins with the header of a list, in one of its first rows.
    pub(crate) fn begin_with_header(&self, columns: &[Column]) -> bool {
        let first = self.sheets().map(|(first, _)| first);
        let mut rows = first.into_iter().flatten().take(ROWS_TO_HEADER);
        rows.any(|cells| SheetHeader::is_one(cells, columns))
    }

    /// The first rows of each sheet, where the only file is a workbook.
    pub(crate) fn heads(&self) -> &[HeadRows] {
        self.sheets().map(|(_, all)| all.as_slice()).unwrap_or_default()
    }
}

/// Rows in which a header may stand at most: some publishers set a title, a date and an emblem above it.
pub(crate) const MOST_ROWS_TO_HEADER: usize = 20;

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
