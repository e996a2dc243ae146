//! Screenings go out as CSV, JSON lines or a table for a terminal: one at a time, in the order in
//! which they come. The columns and fields are told in `docs/OUTPUT.md`.

mod csv;
mod json_lines;
mod rejected;
mod table;

use std::io;

use tamis_model::{Screening, Stamps};

pub use csv::{COLUMNS, CsvScreenings};
pub use json_lines::JsonLinesScreenings;
pub use rejected::{REJECTS_HEADER, RejectedRows};
pub use table::TableScreenings;

use crate::form::Counts;

/// Writes screenings in some form.
///
/// All errors are those of the output; a closed pipe is [`io::ErrorKind::BrokenPipe`].
pub trait WriteScreenings {
    /// Writes the screening of the party from a row of the input.
    ///
    /// # Errors
    /// What the output says.
    fn write(&mut self, row: u64, screening: &Screening) -> io::Result<()>;

    /// Ends the output; the forms for people get a summary.
    ///
    /// # Errors
    /// What the output says.
    fn finish(&mut self, stamps: &Stamps, counts: &Counts) -> io::Result<()>;
}

/// The snapshots in one short text: `un 2026-02-27 1f2e3d4c5b6a; eu 2021-03-02 …`.
#[must_use]
pub fn snapshots_text(stamps: &Stamps) -> String {
    let told = stamps.snapshots.iter().map(|snapshot| {
        format!("{} {} {}", snapshot.list, snapshot.published, snapshot.id.short())
    });
    told.collect::<Vec<_>>().join("; ")
}

/// The lists that were left out in one short text; empty where there are none.
#[must_use]
pub fn left_out_text(stamps: &Stamps) -> String {
    let lists: Vec<&str> = stamps.left_out.iter().map(tamis_model::ListId::as_str).collect();
    lists.join(", ")
}

#[cfg(test)]
mod tests;
