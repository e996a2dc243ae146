//! Where the matcher stands: precision, recall and F1 with intervals on labelled pairs.
//!
//! The folder has the shape of the project's data folder (`names/…`, `lists/…`). Nothing here tunes:
//! it reads, compares under the default policy and counts.

use std::path::{Path, PathBuf};

use tamis_lists::ReadError;
use tamis_lists::tabular::csv::CsvError;
use tamis_match::RecordRefusal;

pub mod counts;
mod crosslist;
mod labelled;
mod name_bench;
mod original_script;
mod perturbed;
mod source;

pub use counts::{Counts, Failure, Figure, Interval};

/// Why an evaluation could not run.
#[derive(Debug, thiserror::Error)]
pub enum EvaluationError {
    /// A file could not be opened.
    #[error("{}: {source}; give the folder of the data with --data", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A list could not be read.
    #[error(transparent)]
    List(#[from] ReadError),
    /// A table could not be read.
    #[error("{}: {source}", path.display())]
    Table {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: CsvError,
    },
    /// A table lacks a column.
    #[error("{}: no column `{column}`", path.display())]
    Column {
        /// Which table.
        path: PathBuf,
        /// Which column.
        column: &'static str,
    },
    /// A row could not be compared.
    #[error("{}, line {line}: {source}", path.display())]
    Row {
        /// Which table.
        path: PathBuf,
        /// Which line.
        line: u64,
        /// Why.
        #[source]
        source: RecordRefusal,
    },
    /// An entry of a list could not be compared.
    #[error("entry {entry}: {source}")]
    Entry {
        /// Which.
        entry: String,
        /// Why.
        #[source]
        source: RecordRefusal,
    },
}

/// The result for one set of pairs.
#[derive(Debug, Clone)]
pub struct EvaluationSet {
    /// Name of the set.
    pub name: String,
    /// What it asks.
    pub asks: &'static str,
    /// Figures, in the order in which they are told.
    pub figures: Vec<Figure>,
    /// The worst failures, the worst first.
    pub failures: Vec<Failure>,
    /// What the reader of the figures should know.
    pub remarks: Vec<String>,
}

/// A group of sets: its short name, what it is, how it runs.
type Group = (&'static str, &'static str, fn(&Path) -> Result<Vec<EvaluationSet>, EvaluationError>);

/// All groups, in the order in which they run.
const GROUPS: [Group; 4] = [
    ("name-bench", "labelled name pairs", name_bench::run),
    ("crosslist", "pairs across the lists of 2021", crosslist::run),
    ("original-script", "UN names in Latin and in their original script", original_script::run),
    ("perturbed", "perturbed UN names", perturbed::run),
];

/// The short names of the groups.
pub fn groups() -> impl Iterator<Item = &'static str> {
    GROUPS.iter().map(|(short, _, _)| *short)
}

/// Runs all groups over a folder, or those named. `progress` is told each as it begins.
///
/// # Errors
/// [`EvaluationError`] when a file is missing or can't be read.
pub fn evaluate(
    folder: &Path,
    only: &[String],
    progress: &mut dyn FnMut(&str),
) -> Result<Vec<EvaluationSet>, EvaluationError> {
    let mut sets = Vec::new();
    for (short, name, run) in GROUPS {
        if only.is_empty() || only.iter().any(|wanted| wanted == short) {
            progress(name);
            sets.extend(run(folder)?);
        }
    }
    Ok(sets)
}
