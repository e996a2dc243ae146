//! Screenings as CSV: a row a hit; a party without hits has one row without rank.

use std::io::{self, Write};

use tamis_model::{Screening, Stamps};

use super::{WriteScreenings, snapshots_text};
use crate::explanation::{best_names, reasons};
use crate::form::Counts;
use crate::inert::for_spreadsheet;

/// The columns, in order.
pub const COLUMNS: [&str; 14] = [
    "row",
    "id",
    "rank",
    "score",
    "class",
    "list",
    "reference",
    "heading",
    "name",
    "listed_name",
    "reasons",
    "total",
    "snapshots",
    "policy",
];

/// Writes screenings as CSV in UTF-8.
#[derive(Debug)]
pub struct CsvScreenings<W: Write> {
    out: csv::Writer<W>,
}

impl<W: Write> CsvScreenings<W> {
    /// Writes the header.
    ///
    /// # Errors
    /// What the output says.
    pub fn new(out: W) -> io::Result<Self> {
        let mut out = csv::Writer::from_writer(out);
        out.write_record(COLUMNS)?;
        out.flush()?;
        Ok(Self { out })
    }

    fn record(&mut self, cells: [&str; COLUMNS.len()]) -> io::Result<()> {
        for cell in cells {
            self.out.write_field(&*for_spreadsheet(cell))?;
        }
        self.out.write_record(None::<&[u8]>)?;
        Ok(())
    }
}

impl<W: Write> WriteScreenings for CsvScreenings<W> {
    fn write(&mut self, row: u64, screening: &Screening) -> io::Result<()> {
        let row = row.to_string();
        let id = screening.party.id.as_ref().map_or("", |id| &id.0);
        let name = screening.party.names.first().map_or("", |name| &name.text);
        let total = screening.total.to_string();
        let snapshots = snapshots_text(&screening.stamps);
        let policy = &*screening.stamps.policy.0;
        if screening.hits.is_empty() {
            return self.record([
                &row, id, "", "", "", "", "", "", name, "", "", &total, &snapshots, policy,
            ]);
        }
        for hit in &screening.hits {
            let (party_name, listed_name) = best_names(&hit.evidence);
            self.record([
                &row,
                id,
                &hit.rank.to_string(),
                &hit.score.to_string(),
                &hit.class.to_string(),
                hit.entry.list.as_str(),
                &hit.entry.reference,
                &hit.heading,
                if party_name.is_empty() { name } else { party_name },
                listed_name,
                &reasons(hit.class, &hit.evidence),
                &total,
                &snapshots,
                policy,
            ])?;
        }
        Ok(())
    }

    fn finish(&mut self, _stamps: &Stamps, _counts: &Counts) -> io::Result<()> {
        self.out.flush()
    }
}
