//! Screenings as JSON lines: an object a party, with all evidence.

use std::io::{self, Write};
use std::sync::Arc;

use serde_json::value::{RawValue, to_raw_value};
use tamis_model::{Screening, Stamps};

use super::WriteScreenings;
use crate::form::{Counts, ScreeningForm, Stamped, StampsForm, to_line};

/// Writes screenings as JSON lines.
#[derive(Debug)]
pub struct JsonLinesScreenings<W: Write> {
    out: W,
    /// The stamps of the answer before, as they were written: those of a run are one.
    stamps: Option<(Arc<Stamps>, Box<RawValue>)>,
}

impl<W: Write> JsonLinesScreenings<W> {
    /// Writes to `out`, which is best buffered.
    pub fn new(out: W) -> Self {
        Self { out, stamps: None }
    }
}

impl<W: Write> WriteScreenings for JsonLinesScreenings<W> {
    fn write(&mut self, row: u64, screening: &Screening) -> io::Result<()> {
        let written = match self.stamps.take() {
            Some((stamps, written)) if Arc::ptr_eq(&stamps, &screening.stamps) => written,
            _ => to_raw_value(&StampsForm::from(screening.stamps.as_ref()))?,
        };
        let (_, written) = self.stamps.insert((screening.stamps.clone(), written));
        let form = ScreeningForm::with_stamps(screening, Stamped::Written(written));
        let mut line = to_line(&ScreeningForm { row: Some(row), ..form })?;
        line.push('\n');
        self.out.write_all(line.as_bytes())
    }

    fn finish(&mut self, _stamps: &Stamps, _counts: &Counts) -> io::Result<()> {
        self.out.flush()
    }
}
