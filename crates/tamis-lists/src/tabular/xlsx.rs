//! Workbooks (XLSX): the rows of one sheet, as text, within limits.
//!
//! A workbook is a ZIP archive of XML parts. Before anything is read from it, [`bounds`] unpacks
//! every part while counting, and walks over its XML; only then is it opened. Knows no column.

mod bounds;
mod cell;
mod parts;

use std::io::Cursor;

use calamine::{Reader as _, SheetType, SheetVisible, Xlsx};

pub use bounds::{
    MAX_CELL_BYTES, MAX_COLUMNS, MAX_DENSITY, MAX_PARTS, MAX_ROWS, MAX_UNPACKED_BYTES, XlsxLimits,
    looks_like_zip,
};
pub use cell::{Cell, CellKind};

/// Why a workbook cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum XlsxError {
    /// Not a ZIP archive, or a damaged or truncated one.
    #[error("the workbook is damaged ({detail}); fetch it again")]
    Damaged {
        /// What was found.
        detail: String,
    },
    /// Protected with a password.
    #[error("the workbook is protected with a password; save it without one")]
    Encrypted,
    /// It unpacks to more than the limit.
    #[error("the workbook unpacks to more than {limit} bytes; it is refused as a zip bomb")]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// A part unpacks to too many times its packed size.
    #[error(
        "the part `{part}` unpacks to more than {limit} times its size; it is refused as a zip bomb"
    )]
    TooDense {
        /// The part.
        part: String,
        /// The limit.
        limit: u64,
    },
    /// Too many parts.
    #[error("the workbook has {found} parts, at most {limit} are read")]
    TooManyParts {
        /// Parts found.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// A part declares a document type: no office program writes one, entity bombs do.
    #[error("the part `{part}` declares a document type; it is refused")]
    DocumentType {
        /// The part.
        part: String,
    },
    /// No sheet of that name, or none at all.
    #[error("the workbook has no sheet {wanted}; it has {found}")]
    NoSheet {
        /// The name asked for, or "with a table".
        wanted: String,
        /// The sheets that there are.
        found: String,
    },
    /// A row or cell is beyond a limit.
    #[error("row {row} has a {what} beyond the limit of {limit}")]
    BeyondLimit {
        /// Row, from 1.
        row: u64,
        /// What is too large.
        what: &'static str,
        /// The limit.
        limit: u64,
    },
}

impl XlsxError {
    fn damaged(detail: impl std::fmt::Display) -> Self {
        Self::Damaged { detail: detail.to_string() }
    }
}

/// A workbook that was found to be within the limits.
pub struct Workbook<'a> {
    inner: Xlsx<Cursor<&'a [u8]>>,
    limits: XlsxLimits,
}

impl std::fmt::Debug for Workbook<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Workbook")
            .field("sheets", &self.inner.sheet_names())
            .finish_non_exhaustive()
    }
}

impl<'a> Workbook<'a> {
    /// Unpacks all parts once to see that they are within the limits, then opens the workbook.
    ///
    /// # Errors
    /// [`XlsxError`] for what is damaged, protected or beyond a limit.
    pub fn open(bytes: &'a [u8], limits: XlsxLimits) -> Result<Self, XlsxError> {
        bounds::check(bytes, &limits)?;
        let inner = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
            calamine::XlsxError::Password => XlsxError::Encrypted,
            other => XlsxError::damaged(other),
        })?;
        Ok(Self { inner, limits })
    }

    /// The names of the sheets, in the order of the tabs.
    #[must_use]
    pub fn sheet_names(&self) -> Vec<String> {
        self.inner.sheet_names()
    }

    /// The rows of a sheet: the one that is named, else the first visible table.
    ///
    /// # Errors
    /// [`XlsxError::NoSheet`], or [`XlsxError::Damaged`] when the sheet does not begin as one.
    pub fn rows(&mut self, sheet: Option<&str>) -> Result<Rows<'_, 'a>, XlsxError> {
        let name = self.sheet(sheet)?;
        let cells = self.inner.worksheet_cells_reader(&name).map_err(XlsxError::damaged)?;
        Ok(Rows {
            cells,
            limits: self.limits,
            next: None,
            last_row: 0,
            cells_ended: false,
            ended: false,
        })
    }

    fn sheet(&self, wanted: Option<&str>) -> Result<String, XlsxError> {
        let sheets = self.inner.sheets_metadata();
        let mut tables = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let found = match wanted {
            Some(name) => tables.find(|sheet| sheet.name == name),
            None => tables
                .clone()
                .find(|sheet| sheet.visible == SheetVisible::Visible)
                .or_else(|| tables.next()),
        };
        found.map(|sheet| sheet.name.clone()).ok_or_else(|| XlsxError::NoSheet {
            wanted: wanted.map_or_else(|| "with a table".to_owned(), |name| format!("`{name}`")),
            found: match self.sheet_names() {
                names if names.is_empty() => "none".to_owned(),
                names => names.join(", "),
            },
        })
    }
}

/// The first sheet, or the one that is named, whole. For workbooks whose size is known to be small;
/// [`Workbook::rows`] gives a row at a time.
///
/// # Errors
/// [`XlsxError`].
pub fn rows(bytes: &[u8], sheet: Option<&str>, limits: XlsxLimits) -> Result<Vec<Row>, XlsxError> {
    Workbook::open(bytes, limits)?.rows(sheet)?.collect()
}

/// One row: its number as the sheet counts, and its cells from the first column on. Cells that
/// stand empty between others are there; those after the last filled one are not.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Number of the row in the sheet, from 1; blank rows are left out.
    pub number: u64,
    /// Cells from column A on.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The text of a column, from 0; empty where the row is shorter.
    #[must_use]
    pub fn field(&self, column: usize) -> &str {
        self.cells.get(column).map(|cell| cell.text.as_str()).unwrap_or_default()
    }
}

/// Rows of a sheet, one at a time. After an error there are no more.
pub struct Rows<'w, 'a> {
    cells: calamine::XlsxCellReader<'w, Cursor<&'a [u8]>>,
    limits: XlsxLimits,
    /// The first cell of the next row, read already: row, column, cell.
    next: Option<(u64, usize, Cell)>,
    last_row: u64,
    /// The sheet has no more cells; it may not be asked again.
    cells_ended: bool,
    ended: bool,
}

impl std::fmt::Debug for Rows<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rows").field("last_row", &self.last_row).finish_non_exhaustive()
    }
}

impl Rows<'_, '_> {
    fn cell(&mut self) -> Result<Option<(u64, usize, Cell)>, XlsxError> {
        while !self.cells_ended {
            let Some(found) = self.cells.next_cell().map_err(XlsxError::damaged)? else {
                self.cells_ended = true;
                break;
            };
            let (row, column) = found.get_position();
            let row = u64::from(row) + 1;
            let beyond = |what, limit| XlsxError::BeyondLimit { row, what, limit };
            if row > self.limits.rows {
                return Err(beyond("number", self.limits.rows));
            }
            let cell = Cell::of(found.get_value());
            if cell.text.is_empty() {
                continue;
            }
            if u64::from(column) >= self.limits.columns {
                return Err(beyond("column", self.limits.columns));
            }
            if cell.text.len() as u64 > self.limits.cell_bytes {
                return Err(beyond("cell", self.limits.cell_bytes));
            }
            if row < self.last_row {
                return Err(XlsxError::damaged(format_args!(
                    "row {row} stands after row {}",
                    self.last_row
                )));
            }
            return Ok(Some((row, column as usize, cell)));
        }
        Ok(None)
    }

    fn row(&mut self) -> Result<Option<Row>, XlsxError> {
        let first = match self.next.take() {
            Some(first) => Some(first),
            None => self.cell()?,
        };
        let Some((number, column, cell)) = first else { return Ok(None) };
        self.last_row = number;
        let mut row = Row { number, cells: Vec::new() };
        put(&mut row.cells, column, cell);
        while let Some((of_row, column, cell)) = self.cell()? {
            if of_row != number {
                self.next = Some((of_row, column, cell));
                break;
            }
            put(&mut row.cells, column, cell);
        }
        Ok(Some(row))
    }
}

/// `column` is below the limit of columns: the row cannot grow without bound.
fn put(cells: &mut Vec<Cell>, column: usize, cell: Cell) {
    if cells.len() <= column {
        cells.resize_with(column + 1, Cell::default);
    }
    if let Some(place) = cells.get_mut(column) {
        *place = cell;
    }
}

impl Iterator for Rows<'_, '_> {
    type Item = Result<Row, XlsxError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let row = self.row();
        self.ended = !matches!(row, Ok(Some(_)));
        row.transpose()
    }
}

#[cfg(test)]
mod tests;
