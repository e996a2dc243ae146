//! Rows of delimited text, one at a time and within limits. A row whose quoting is wrong or that is
//! too long is told as such with its line, and reading goes on with the next line.
//!
//! Not the reader of lists in `tamis_lists::tabular::csv`: a list with one damaged record is refused
//! or read with care as a whole, while a file of parties goes on after a bad row, and gives that row
//! back as it stands. Knows nothing of what the cells mean.

use std::io::{self, Read};

/// How much a row and a cell may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowLimits {
    /// Bytes of a row as it stands in the (decoded) file. Largest real row seen: 3,400.
    pub row_bytes: usize,
    /// Bytes of a cell. Largest real cell seen: 900.
    pub cell_bytes: usize,
    /// Cells of a row. Largest real row seen: 36.
    pub cells: usize,
}

impl Default for RowLimits {
    fn default() -> Self {
        Self { row_bytes: 1 << 20, cell_bytes: 1 << 16, cells: 1_000 }
    }
}

/// Why a row is no row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowFault {
    /// Something follows a closing quotation mark.
    #[error(
        "in column {column} text follows a closing quotation mark; write a mark inside a quoted cell twice"
    )]
    AfterQuote {
        /// The column, from 1.
        column: usize,
    },
    /// A quotation mark is not closed before the end of the file or the limit of a row.
    #[error("in column {column} a quotation mark is not closed; close it or write it twice")]
    OpenQuote {
        /// The column, from 1.
        column: usize,
    },
    /// The row is longer than a row may be.
    #[error("longer than the limit of {limit} bytes for a row")]
    LongRow {
        /// The limit in bytes.
        limit: usize,
    },
    /// A cell is longer than a cell may be.
    #[error("column {column} is longer than the limit of {limit} bytes for a cell")]
    LongCell {
        /// The column, from 1.
        column: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// The row has more cells than a row may have.
    #[error("more than {limit} columns, the limit of a row")]
    ManyCells {
        /// The limit.
        limit: usize,
    },
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DelimitedRow {
    /// The line where it begins, from 1.
    pub line: u64,
    /// Its cells, or why there are none.
    pub cells: Result<Vec<String>, RowFault>,
    /// The row as it stands in the file, cut at [`RAW_BYTES`].
    pub raw: String,
}

/// How much of a bad row is kept for the file of rejected rows.
pub const RAW_BYTES: usize = 4_096;

const CHUNK: usize = 1 << 16;

/// Reads rows from decoded (UTF-8) text.
#[derive(Debug)]
pub struct DelimitedRows<R> {
    input: R,
    delimiter: u8,
    limits: RowLimits,
    buffer: Vec<u8>,
    start: usize,
    line: u64,
    ended: bool,
}

/// Where the end of a row was found: after the last byte of the row, and after its line break.
struct Extent {
    end: usize,
    next: usize,
}

enum Stop {
    Fault(RowFault),
    Io(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl<R: Read> DelimitedRows<R> {
    /// Rows of `input`, whose cells are parted by `delimiter` (an ASCII character). `line` is the
    /// number of the first line.
    pub fn new(input: R, delimiter: u8, limits: RowLimits, line: u64) -> Self {
        Self { input, delimiter, limits, buffer: Vec::new(), start: 0, line, ended: false }
    }

    /// The next row; blank lines are passed over.
    ///
    /// # Errors
    /// What the input says. A bad row is no error.
    pub fn next_row(&mut self) -> io::Result<Option<DelimitedRow>> {
        loop {
            self.forget_what_was_read();
            let Some(first) = self.byte(self.start)? else { return Ok(None) };
            if first == b'\n' || first == b'\r' {
                let next = self.after_break(self.start)?;
                self.line += 1;
                self.start = next;
                continue;
            }
            let mut cells = Vec::new();
            return match self.cells(&mut cells) {
                Ok(extent) => Ok(Some(self.finish(Ok(cells), &extent))),
                Err(Stop::Fault(fault)) => {
                    let extent = self.first_line()?;
                    let row = self.finish(Err(fault), &extent);
                    Ok(Some(row))
                }
                Err(Stop::Io(error)) => Err(error),
            };
        }
    }

    fn finish(&mut self, cells: Result<Vec<String>, RowFault>, extent: &Extent) -> DelimitedRow {
        let raw = self.buffer.get(self.start..extent.end).unwrap_or_default();
        let consumed = self.buffer.get(self.start..extent.next).unwrap_or_default();
        let line = self.line;
        self.line += line_breaks(consumed);
        let raw = raw.get(..RAW_BYTES).unwrap_or(raw);
        let raw = String::from_utf8_lossy(raw).into_owned();
        self.start = extent.next;
        DelimitedRow { line, cells, raw }
    }

    /// The first line of the row that begins at `start`. What is beyond the limit is read and dropped.
    fn first_line(&mut self) -> io::Result<Extent> {
        let mut at = self.start;
        loop {
            match self.byte(at)? {
                None => return Ok(Extent { end: at, next: at }),
                Some(b'\n' | b'\r') => {
                    return Ok(Extent { end: at, next: self.after_break(at)? });
                }
                Some(_) if at - self.start > RAW_BYTES + CHUNK => {
                    // keep the beginning for the file of rejected rows, drop the rest
                    self.buffer.drain(self.start + RAW_BYTES..at);
                    at = self.start + RAW_BYTES;
                }
                Some(_) => at += 1,
            }
        }
    }

    fn cells(&mut self, cells: &mut Vec<String>) -> Result<Extent, Stop> {
        let mut at = self.start;
        let mut long_cell = None;
        loop {
            let column = cells.len() + 1;
            if column > self.limits.cells {
                return Err(Stop::Fault(RowFault::ManyCells { limit: self.limits.cells }));
            }
            let mut cell = Vec::new();
            at = self.cell(at, column, &mut cell)?;
            if cell.len() > self.limits.cell_bytes {
                long_cell.get_or_insert(column);
            }
            cells.push(String::from_utf8_lossy(&cell).into_owned());
            let end = match self.byte(at)? {
                Some(byte) if byte == self.delimiter => {
                    at += 1;
                    continue;
                }
                Some(_) => Extent { end: at, next: self.after_break(at)? },
                None => Extent { end: at, next: at },
            };
            return match long_cell {
                None => Ok(end),
                Some(column) => {
                    Err(Stop::Fault(RowFault::LongCell { column, limit: self.limits.cell_bytes }))
                }
            };
        }
    }

    /// Reads one cell from `at`; returns the place of the delimiter, line break or end behind it.
    fn cell(&mut self, from: usize, column: usize, cell: &mut Vec<u8>) -> Result<usize, Stop> {
        let mut at = from;
        while self.byte(at)? == Some(b' ') && self.delimiter != b' ' {
            at += 1;
            self.check_row(at, column, false)?;
        }
        if self.byte(at)? == Some(b'"') {
            return self.quoted_cell(at + 1, column, cell);
        }
        at = from;
        loop {
            match self.byte(at)? {
                None | Some(b'\n' | b'\r') => return Ok(at),
                Some(byte) if byte == self.delimiter => return Ok(at),
                Some(byte) => cell.push(byte),
            }
            at += 1;
            self.check_row(at, column, false)?;
        }
    }

    fn quoted_cell(
        &mut self,
        mut at: usize,
        column: usize,
        cell: &mut Vec<u8>,
    ) -> Result<usize, Stop> {
        loop {
            match self.byte(at)? {
                None => return Err(Stop::Fault(RowFault::OpenQuote { column })),
                Some(b'"') if self.byte(at + 1)? == Some(b'"') => {
                    cell.push(b'"');
                    at += 2;
                }
                Some(b'"') => break,
                Some(byte) => {
                    cell.push(byte);
                    at += 1;
                }
            }
            self.check_row(at, column, true)?;
        }
        at += 1;
        loop {
            match self.byte(at)? {
                None | Some(b'\n' | b'\r') => return Ok(at),
                Some(byte) if byte == self.delimiter => return Ok(at),
                Some(b' ') => at += 1,
                Some(_) => return Err(Stop::Fault(RowFault::AfterQuote { column })),
            }
            self.check_row(at, column, false)?;
        }
    }

    fn check_row(&self, at: usize, column: usize, quoted: bool) -> Result<(), Stop> {
        if at - self.start <= self.limits.row_bytes {
            return Ok(());
        }
        Err(Stop::Fault(if quoted {
            RowFault::OpenQuote { column }
        } else {
            RowFault::LongRow { limit: self.limits.row_bytes }
        }))
    }

    fn after_break(&mut self, at: usize) -> io::Result<usize> {
        let pair = self.byte(at)? == Some(b'\r') && self.byte(at + 1)? == Some(b'\n');
        Ok(at + if pair { 2 } else { 1 })
    }

    /// The byte at `at` of the buffer, which grows as needed; none at the end of the input.
    fn byte(&mut self, at: usize) -> io::Result<Option<u8>> {
        while at >= self.buffer.len() {
            if self.ended {
                return Ok(None);
            }
            let filled = self.buffer.len();
            self.buffer.resize(filled + CHUNK, 0);
            let read = match self.input.read(self.buffer.get_mut(filled..).unwrap_or_default()) {
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {
                    self.buffer.truncate(filled);
                    continue;
                }
                Err(error) => {
                    self.buffer.truncate(filled);
                    return Err(error);
                }
            };
            self.buffer.truncate(filled + read);
            self.ended = read == 0;
        }
        Ok(self.buffer.get(at).copied())
    }

    fn forget_what_was_read(&mut self) {
        if self.start >= CHUNK || self.start == self.buffer.len() {
            self.buffer.drain(..self.start);
            self.start = 0;
        }
    }
}

fn line_breaks(bytes: &[u8]) -> u64 {
    let mut count = 0;
    let mut before = 0;
    for &byte in bytes {
        if byte == b'\r' || (byte == b'\n' && before != b'\r') {
            count += 1;
        }
        before = byte;
    }
    count
}

#[cfg(test)]
mod tests;
