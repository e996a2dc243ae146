//! The manifest of a run: what went in, what was used, what came out, so that a run can be repeated
//! and accounted for.

use std::collections::BTreeMap;

use serde::Serialize;
use tamis_model::{HitClass, Screening, Stamps};

use super::screening::StampsForm;
use crate::codes::Coded as _;
use crate::parties::PartyReader;

/// What a run did, counted while it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Rows met.
    pub read: u64,
    /// Rows screened.
    pub screened: u64,
    /// Rows rejected.
    pub rejected: u64,
    /// Parties with a hit at least.
    pub with_hits: u64,
    /// Alerts that were given out.
    pub alerts: u64,
    /// Alerts before a limit was applied.
    pub alerts_in_all: u64,
    /// Hits that were given out.
    pub hits: u64,
    /// Hits before a limit was applied.
    pub hits_in_all: u64,
    /// Pairs below the threshold because of a birth date alone.
    pub below_by_date: u64,
    /// Values that were not used.
    pub ignored: u64,
    /// Hits given out by class, A to E.
    pub by_class: [u64; 5],
}

impl Counts {
    /// Counts a screening.
    pub fn add_screening(&mut self, screening: &Screening) {
        self.read += 1;
        self.screened += 1;
        self.with_hits += u64::from(screening.total.hits > 0);
        self.alerts += screening.alerts.len() as u64;
        self.alerts_in_all += screening.total.alerts;
        self.hits += screening.hits().count() as u64;
        self.hits_in_all += screening.total.hits;
        self.below_by_date += screening.below_by_date;
        self.ignored += screening.ignored.len() as u64;
        for hit in screening.hits() {
            let place = HitClass::ALL.iter().position(|class| *class == hit.class);
            if let Some(count) = place.and_then(|place| self.by_class.get_mut(place)) {
                *count += 1;
            }
        }
    }

    /// Counts a rejected row.
    pub fn add_rejected(&mut self) {
        self.read += 1;
        self.rejected += 1;
    }
}

/// A column of the input and what it held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MappedColumn {
    /// The header.
    pub column: String,
    /// The field; none for a column that was not used.
    pub field: Option<&'static str>,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RunEnding {
    /// All rows of the input were answered or rejected.
    Complete,
    /// It was stopped, or the reader of the answers went away: the counts are those of a beginning of
    /// the input.
    Interrupted,
    /// The input could not be read any further, or no more of it answered: the same.
    Failed,
}

/// A file that a run wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct WrittenFile<'a> {
    /// Its name without folders; `-` is standard output.
    pub name: &'a str,
    /// The form of its content.
    pub format: &'static str,
    /// SHA-256 of its bytes, in hexadecimal digits; none where their reader went away.
    pub sha256: Option<&'a str>,
    /// Its bytes.
    pub bytes: u64,
}

/// What is told of a run. All values are handed in: nothing here reads a clock or a file.
#[derive(Debug, Clone)]
pub struct RunManifest<'a> {
    /// Name of the input as given.
    pub input: &'a str,
    /// SHA-256 of the input's bytes, in hexadecimal digits; none where it was not read to its end.
    pub input_sha256: Option<&'a str>,
    /// Bytes of the input that were read.
    pub input_bytes: u64,
    /// The form of the input.
    pub format: &'static str,
    /// Its encoding.
    pub encoding: Option<&'static str>,
    /// The columns and what they held.
    pub columns: Vec<MappedColumn>,
    /// When the run began, in the caller's words (RFC 3339), if it wants to tell.
    pub started: Option<&'a str>,
    /// What was used to screen.
    pub stamps: &'a Stamps,
    /// The answers.
    pub answers: WrittenFile<'a>,
    /// The rejected rows; none where no row was rejected.
    pub rejects: Option<WrittenFile<'a>>,
    /// How it ended.
    pub ending: RunEnding,
    /// Counts.
    pub counts: Counts,
}

/// The columns of a reader, for a manifest.
#[must_use]
pub(crate) fn mapped_columns(reader: &PartyReader<'_>) -> Vec<MappedColumn> {
    let columns = reader.columns().iter();
    columns
        .map(|column| MappedColumn {
            column: column.header.clone(),
            field: column.field.map(crate::parties::PartyField::word),
        })
        .collect()
}

impl PartyReader<'_> {
    /// The columns and what they hold, for a [`RunManifest`].
    #[must_use]
    pub fn mapped_columns(&self) -> Vec<MappedColumn> {
        mapped_columns(self)
    }
}

/// The manifest as JSON.
#[derive(Debug, Serialize)]
pub struct ManifestForm<'a> {
    pub input: InputForm<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started: Option<&'a str>,
    pub stamps: StampsForm<'a>,
    pub answers: WrittenFile<'a>,
    pub rejects: Option<WrittenFile<'a>>,
    pub ending: RunEnding,
    pub counts: CountsForm,
}

/// The input of a run.
#[derive(Debug, Serialize)]
pub struct InputForm<'a> {
    pub name: &'a str,
    pub sha256: Option<&'a str>,
    pub bytes: u64,
    pub format: &'static str,
    pub encoding: Option<&'static str>,
    pub columns: &'a [MappedColumn],
}

/// The counts of a run.
#[derive(Debug, Serialize)]
pub struct CountsForm {
    pub read: u64,
    pub screened: u64,
    pub rejected: u64,
    pub with_hits: u64,
    pub alerts: u64,
    pub alerts_in_all: u64,
    pub hits: u64,
    pub hits_in_all: u64,
    pub below_by_date: u64,
    pub ignored: u64,
    pub by_class: BTreeMap<&'static str, u64>,
}

impl From<&Counts> for CountsForm {
    fn from(counts: &Counts) -> Self {
        let classes = HitClass::ALL.iter().map(|class| class.code());
        Self {
            read: counts.read,
            screened: counts.screened,
            rejected: counts.rejected,
            with_hits: counts.with_hits,
            alerts: counts.alerts,
            alerts_in_all: counts.alerts_in_all,
            hits: counts.hits,
            hits_in_all: counts.hits_in_all,
            below_by_date: counts.below_by_date,
            ignored: counts.ignored,
            by_class: classes.zip(counts.by_class).collect(),
        }
    }
}

impl<'a> From<&'a RunManifest<'a>> for ManifestForm<'a> {
    fn from(manifest: &'a RunManifest<'a>) -> Self {
        Self {
            input: InputForm {
                name: manifest.input,
                sha256: manifest.input_sha256,
                bytes: manifest.input_bytes,
                format: manifest.format,
                encoding: manifest.encoding,
                columns: &manifest.columns,
            },
            started: manifest.started,
            stamps: manifest.stamps.into(),
            answers: manifest.answers,
            rejects: manifest.rejects,
            ending: manifest.ending,
            counts: (&manifest.counts).into(),
        }
    }
}
