//! Screenings as JSON lines: an object a party, with all evidence.

use std::io::{self, Write};

use tamis_model::{Screening, Stamps};

use super::WriteScreenings;
use crate::form::{Counts, ScreeningForm, to_line};

/// Writes screenings as JSON lines.
#[derive(Debug)]
pub struct JsonLinesScreenings<W: Write> {
    out: W,
}

impl<W: Write> JsonLinesScreenings<W> {
    /// Writes to `out`, which is best buffered.
    pub fn new(out: W) -> Self {
        Self { out }
    }
}

impl<W: Write> WriteScreenings for JsonLinesScreenings<W> {
    fn write(&mut self, row: u64, screening: &Screening) -> io::Result<()> {
        let mut line = to_line(&ScreeningForm::of_row(row, screening))?;
        line.push('\n');
        self.out.write_all(line.as_bytes())
    }

    fn finish(&mut self, _stamps: &Stamps, _counts: &Counts) -> io::Result<()> {
        self.out.flush()
    }
}
