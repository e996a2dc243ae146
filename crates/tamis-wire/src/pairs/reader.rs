//! Reading rows of pairs.

use std::io::{self, Cursor, Read};

use tamis_lists::tabular::DecodingReader;
use tamis_lists::tabular::csv::sniff_delimiter;
use tamis_model::{IgnoredValue, Party, PartyKind};

use crate::delimited::{DelimitedRows, RowFault, RowLimits};
use crate::parties::{REPLACEMENT, RejectedRow, party_of_pair};

const HEAD_BYTES: u64 = 1 << 16;

/// What a column of a pair holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PairColumn {
    /// Names of the left side, several parted by `|`.
    LeftNames,
    /// Names of the right side.
    RightNames,
    /// The kind of both, in plain words or FollowTheMoney's schema.
    Schema,
    /// Birth dates of the left side, as lists print them, several parted by `|`.
    LeftBirths,
    /// Birth dates of the right side.
    RightBirths,
}

/// The headers of the columns; any other column is kept and not read.
pub const PAIR_COLUMNS: [(PairColumn, &str); 5] = [
    (PairColumn::LeftNames, "name1"),
    (PairColumn::RightNames, "name2"),
    (PairColumn::Schema, "schema"),
    (PairColumn::LeftBirths, "dob1"),
    (PairColumn::RightBirths, "dob2"),
];

/// Why a file of pairs cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PairReadError {
    /// There is nothing in it.
    #[error(
        "the file of pairs is empty; its first row names the columns, `name1` and `name2` at least"
    )]
    Empty,
    /// A column is missing.
    #[error("the file of pairs has no column `{column}`; it has {found}")]
    NoColumn {
        /// The column.
        column: &'static str,
        /// The columns that there are.
        found: String,
    },
    /// The first row is none.
    #[error("line {line}: the row with the names of the columns cannot be read: {fault}")]
    Header {
        /// The line, from 1.
        line: u64,
        /// What is wrong with it.
        #[source]
        fault: RowFault,
    },
    /// The input failed.
    #[error("the input failed after line {line}")]
    Input {
        /// The last line that was read.
        line: u64,
        /// What the input says.
        #[source]
        source: io::Error,
    },
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PairRow {
    /// Two records to compare.
    Pair {
        /// The line where the row begins, from 1.
        line: u64,
        /// The left record.
        left: Box<Party>,
        /// The right record.
        right: Box<Party>,
        /// What was not used of either.
        ignored: Vec<IgnoredValue>,
        /// The cells as they stand.
        cells: Vec<String>,
    },
    /// A row that has no two names, or is no row.
    Rejected {
        /// Line, reason and text.
        row: RejectedRow,
        /// The cells, where it has any: it is written without score.
        cells: Vec<String>,
    },
}

/// Yields the rows of a file of pairs.
pub struct PairReader<'a> {
    rows: DelimitedRows<Box<dyn Read + Send + 'a>>,
    header: Vec<String>,
    places: Vec<(PairColumn, usize)>,
    line: u64,
    ended: bool,
}

impl std::fmt::Debug for PairReader<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PairReader").field("header", &self.header).finish_non_exhaustive()
    }
}

/// Begins to read a file of pairs: delimited text in any encoding that files of parties may have.
///
/// # Errors
/// [`PairReadError`] when it is empty or has no `name1` and `name2`.
pub fn read_pairs<'a>(input: impl Read + Send + 'a) -> Result<PairReader<'a>, PairReadError> {
    let failed = |line| move |source| PairReadError::Input { line, source };
    let input: Box<dyn Read + Send + 'a> = Box::new(input);
    let mut decoder = DecodingReader::new(input).map_err(failed(0))?;
    let mut head = Vec::new();
    decoder.by_ref().take(HEAD_BYTES).read_to_end(&mut head).map_err(failed(0))?;
    let delimiter = sniff_delimiter(&head);
    let text: Box<dyn Read + Send + 'a> = Box::new(Cursor::new(head).chain(decoder));
    let mut rows = DelimitedRows::new(text, delimiter, RowLimits::default(), 1);
    let row = rows.next_row().map_err(failed(1))?.ok_or(PairReadError::Empty)?;
    let header = row.cells.map_err(|fault| PairReadError::Header { line: row.line, fault })?;
    let mut places = Vec::new();
    for (column, word) in PAIR_COLUMNS {
        let place = header.iter().position(|name| name.trim().eq_ignore_ascii_case(word));
        match place {
            Some(place) => places.push((column, place)),
            None if matches!(column, PairColumn::LeftNames | PairColumn::RightNames) => {
                let found: Vec<String> =
                    header.iter().take(40).map(|name| format!("`{}`", name.trim())).collect();
                return Err(PairReadError::NoColumn { column: word, found: found.join(", ") });
            }
            None => {}
        }
    }
    Ok(PairReader { rows, header, places, line: 1, ended: false })
}

impl PairReader<'_> {
    /// The columns as written.
    #[must_use]
    pub fn header(&self) -> &[String] {
        &self.header
    }

    fn read_row(&mut self) -> Result<Option<PairRow>, PairReadError> {
        let line = self.line;
        let row = self.rows.next_row().map_err(|source| PairReadError::Input { line, source })?;
        let Some(row) = row else { return Ok(None) };
        self.line = row.line;
        let rejected = |reason: String, cells| {
            let row = RejectedRow { row: row.line, reason, raw: row.raw.clone() };
            Ok(Some(PairRow::Rejected { row, cells }))
        };
        let cells = match row.cells {
            Ok(cells) => cells,
            Err(fault) => return rejected(fault.to_string(), Vec::new()),
        };
        if cells.iter().any(|cell| cell.contains(REPLACEMENT)) {
            // a name with a hole in it would be compared and not met
            let reason = "holds bytes that are not valid in its encoding (or U+FFFD, which stands for \
                such bytes): write the file in UTF-8, or correct the row";
            return rejected(reason.to_owned(), cells);
        }
        if cells.len() != self.header.len() {
            let reason = format!(
                "the row has {} cells, the first row names {} columns",
                cells.len(),
                self.header.len()
            );
            return rejected(reason, cells);
        }
        let cell = |wanted: PairColumn| {
            let place = self.places.iter().find(|(column, _)| *column == wanted)?.1;
            cells.get(place).map(String::as_str)
        };
        let side = |names, births| {
            party_of_pair(
                PartyKind::Unknown,
                cell(PairColumn::Schema).unwrap_or_default(),
                cell(names).unwrap_or_default(),
                cell(births).unwrap_or_default(),
            )
        };
        let left = side(PairColumn::LeftNames, PairColumn::LeftBirths);
        let right = side(PairColumn::RightNames, PairColumn::RightBirths);
        match (left, right) {
            (Ok((left, mut ignored)), Ok((right, of_right))) => {
                ignored.extend(of_right);
                let (left, right) = (Box::new(left), Box::new(right));
                Ok(Some(PairRow::Pair { line: row.line, left, right, ignored, cells }))
            }
            (Err(reason), _) => rejected(format!("left side: {reason}"), cells),
            (_, Err(reason)) => rejected(format!("right side: {reason}"), cells),
        }
    }
}

impl Iterator for PairReader<'_> {
    type Item = Result<PairRow, PairReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let row = self.read_row();
        self.ended = !matches!(row, Ok(Some(_)));
        row.transpose()
    }
}
