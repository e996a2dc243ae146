//! Why a stock could not be changed, or not be screened.

use std::path::PathBuf;

use tamis_archive::{ArtefactOpenError, OpenError, StoreError};
use tamis_model::ListId;
use tamis_screen::ScreenRefusal;

use crate::load::LoadError;

/// Why monitoring failed. The stock is as it was, and says what it said of its last run.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MonitorError {
    /// Nothing is monitored.
    #[error("nothing is monitored in {folder}; add parties first: tamis monitor add FILE")]
    Empty {
        /// The data folder.
        folder: String,
    },
    /// No batch is so called.
    #[error(
        "no batch is called `{batch}`, and no id of one begins so; `tamis monitor status` shows names and ids"
    )]
    NoBatch {
        /// What was asked for.
        batch: String,
    },
    /// Several are.
    #[error(
        "several batches are called `{batch}`, or their ids begin so: {ids}; name one by its id"
    )]
    SeveralBatches {
        /// What was asked for.
        batch: String,
        /// Their ids.
        ids: String,
    },
    /// So few digits of an id may name another batch tomorrow.
    #[error("`{batch}` is too short for an id; give its first {least} digits at least")]
    ShortId {
        /// What was asked for.
        batch: String,
        /// The least digits.
        least: usize,
    },
    /// A file without parties.
    #[error("{name} has no party that can be screened; nothing was added")]
    NoParties {
        /// The file.
        name: String,
    },
    /// A list that a batch was screened with is not active any more.
    #[error(
        "the batch {batch} was screened with the list `{list}`, which is not active; import it again"
    )]
    ListGone {
        /// The batch.
        batch: String,
        /// The list.
        list: ListId,
    },
    /// A line of a batch is damaged.
    #[error(
        "line {line} of the batch {batch} can't be read; remove the batch and add its file again"
    )]
    Unreadable {
        /// The batch.
        batch: String,
        /// The line.
        line: u64,
    },
    /// A kept party can't be screened any more.
    #[error(
        "row {row} of the batch {batch} can't be screened: {refusal}; remove the batch and add its file again"
    )]
    Refused {
        /// The batch.
        batch: String,
        /// The row.
        row: u64,
        /// Why.
        refusal: ScreenRefusal,
    },
    /// It was interrupted.
    #[error("interrupted; the stock is unchanged")]
    Stopped,
    /// The artefact of a batch is damaged.
    #[error("the index of the batch {batch} is damaged; run again, it is made anew")]
    Damaged {
        /// The batch.
        batch: String,
    },
    /// The index of the lists was changed under the run.
    #[error(
        "the index {path} was changed while it was used ({refusal}); run again, it is then built anew"
    )]
    IndexChanged {
        /// Its file.
        path: PathBuf,
        /// What was met.
        refusal: ScreenRefusal,
    },
    /// The artefact of a batch can't be read.
    #[error(transparent)]
    Artefact(#[from] ArtefactOpenError),
    /// What is kept can't be read.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// It can't be written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The lists can't be loaded.
    #[error(transparent)]
    Load(#[from] LoadError),
}
