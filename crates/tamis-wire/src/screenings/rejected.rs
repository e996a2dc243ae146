//! The file of rejected rows: line, reason, and the row as it stands.

use std::io::{self, Write};

use crate::inert::for_spreadsheet;
use crate::parties::RejectedRow;

/// How a file of rejected rows begins.
pub const REJECTS_HEADER: &str = "row,reason,raw\n";

/// Writes rejected rows as CSV with the columns `row`, `reason`, `raw`.
#[derive(Debug)]
pub struct RejectedRows<W: Write> {
    out: csv::Writer<W>,
}

impl<W: Write> RejectedRows<W> {
    /// Writes the header.
    ///
    /// # Errors
    /// What the output says.
    pub fn new(out: W) -> io::Result<Self> {
        let mut out = csv::Writer::from_writer(out);
        out.write_record(["row", "reason", "raw"])?;
        Ok(Self { out })
    }

    /// Writes a row.
    ///
    /// # Errors
    /// What the output says.
    pub fn write(&mut self, row: &RejectedRow) -> io::Result<()> {
        let number = row.row.to_string();
        let (reason, raw) = (for_spreadsheet(&row.reason), for_spreadsheet(&row.raw));
        Ok(self.out.write_record([&*number, &*reason, &*raw])?)
    }

    /// Ends the file.
    ///
    /// # Errors
    /// What the output says.
    pub fn finish(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
