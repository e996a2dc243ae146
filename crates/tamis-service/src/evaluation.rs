//! Where the matcher stands: every row of the accuracy table, with intervals.
//!
//! The folder has the shape of the project's data folder (`names/…`, `lists/…`). Nothing here tunes:
//! it reads, generates, compares under the default policy and counts. A row a file in `rows`.

use std::path::{Path, PathBuf};

use tamis_generate::corpus::CorpusError;
use tamis_lists::ReadError;
use tamis_lists::tabular::csv::CsvError;
use tamis_match::RecordRefusal;

mod alerts;
mod calibration;
mod causes;
pub mod counts;
mod effort;
mod evidence;
mod found;
mod labelled;
mod material;
pub mod peer;
pub mod report;
mod rows;
mod rules;
mod source;
mod split;

pub use counts::{Counts, Interval};
pub use effort::Effort;
pub use peer::PeerScores;
pub use report::{Asking, EvaluationSet, Failure, Figure, PairSide, ScoredPair, Target, Unit};

use material::Material;

/// What to measure.
#[derive(Debug, Clone, Default)]
pub struct EvaluationOptions {
    /// Groups by their short names; none means all.
    pub only: Vec<String>,
    /// How much.
    pub effort: Effort,
    /// Whether another matcher will be asked the same: adds what it is asked beside labelled pairs.
    pub with_peer: bool,
}

/// Why an evaluation could not run.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EvaluationError {
    /// The folder is not there.
    #[error("{} is no folder; give the folder of the data with --data", .0.display())]
    NoFolder(PathBuf),
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
    #[error("{}: {source}", path.display())]
    List {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: ReadError,
    },
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
    /// The corpus of names could not be read.
    #[error("the corpus of names: {0}")]
    Corpus(#[source] CorpusError),
    /// A case of the corpus of names has a kind, grade or policy that nobody knows.
    #[error("corpus/names/{file}: `{word}` is no kind, grade or policy")]
    Word {
        /// In which file.
        file: &'static str,
        /// The word.
        word: String,
    },
    /// A case of the corpus of names could not be compared.
    #[error("corpus/names/{file}: {source}")]
    Case {
        /// In which file.
        file: &'static str,
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

impl EvaluationError {
    /// The file that is absent, where that is all: a folder need not have every row's files.
    fn absent(&self) -> Option<&Path> {
        match self {
            Self::File { path, source } if source.kind() == std::io::ErrorKind::NotFound => {
                Some(path)
            }
            _ => None,
        }
    }
}

type Sets = Result<Vec<EvaluationSet>, EvaluationError>;

/// A group of rows: its short name, what it is, how it runs.
struct Group {
    short: &'static str,
    words: &'static str,
    run: fn(&Material) -> Sets,
}

macro_rules! groups {
    ($($short:literal $words:literal $module:ident;)+) => {
        [$(Group { short: $short, words: $words, run: rows::$module::run }),+]
    };
}

/// All groups, in the order in which they run.
const GROUPS: [Group; 17] = groups![
    "name-bench" "labelled name pairs" name_bench;
    "crosslist" "judged pairs across the lists of 2021" crosslist;
    "original-script" "UN names in Latin and in their original script" original_script;
    "calibration" "what a score means, by script" calibration;
    "perturbed" "perturbed UN names" perturbed;
    "own-perturbations" "UN names changed in ten ways" own_perturbations;
    "dates" "UN persons with changed birth dates" dates;
    "variants" "Arabic originals in six romanisations" variants;
    "noms-de-guerre" "Abu X al-Y in other spellings and scripts" noms_de_guerre;
    "mrz" "names as machine readable zones have them" mrz;
    "tokens" "single parts across scripts" tokens;
    "negatives" "invented people of all scripts" negatives;
    "peer-alarms" "invented people against the UN persons, where a peer is asked" peer_alarms;
    "cohorts" "invented people by region" cohorts;
    "leave-one-out" "listed persons against all others" leave_one_out;
    "corpus" "the corpus of names, by phenomenon" corpus;
    "unknown-kind" "cases and labelled pairs whose kind is not told" unknown_kind;
];

/// The short names of the groups.
pub fn groups() -> impl Iterator<Item = &'static str> {
    GROUPS.iter().map(|group| group.short)
}

/// Runs all groups over a folder, or those named. `progress` is told each as it begins. A group whose
/// file is absent says so in place of figures.
///
/// # Errors
/// [`EvaluationError`] when the folder is missing, or a file can't be read.
pub fn evaluate(
    folder: &Path,
    options: &EvaluationOptions,
    progress: &mut dyn FnMut(&str),
) -> Sets {
    if !folder.is_dir() {
        return Err(EvaluationError::NoFolder(folder.to_owned()));
    }
    let material = Material::new(folder, options);
    let mut sets = Vec::new();
    for group in &GROUPS {
        if !options.only.is_empty() && !options.only.iter().any(|wanted| wanted == group.short) {
            continue;
        }
        progress(group.words);
        let mut found = match (group.run)(&material) {
            Ok(found) => found,
            Err(error) => match error.absent() {
                Some(path) => vec![EvaluationSet::not_measured(group.short, group.words, path)],
                None => return Err(error),
            },
        };
        for set in &mut found {
            group.short.clone_into(&mut set.group);
        }
        sets.extend(found);
    }
    Ok(sets)
}
