//! Why a data folder could not be read, or not be written.

use std::io;
use std::path::PathBuf;

use tamis_model::{CivilDate, ListId, SnapshotId};

/// What a file of the data folder is a part of: it decides what is to be done when the file is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptPart {
    /// The snapshots, and which of them are active.
    Lists,
    /// The links that reviewers joined.
    Links,
    /// The monitored parties.
    Stock,
    /// The last fetches.
    Fetches,
}

impl KeptPart {
    /// What is to be done when a file of it can't be understood.
    const fn remedy(self) -> &'static str {
        match self {
            Self::Lists => {
                "restore it from a copy, or move it away and import the lists again (tamis lists import)"
            }
            Self::Links => {
                "restore it from a copy, or move it away and join the links again (tamis lists link): \
                 answers that were made with them can't be replayed then"
            }
            Self::Fetches => "remove it: the next `tamis lists update` asks for each list whole",
            Self::Stock => {
                "restore it from a copy, or move its folder away and add the files again \
                 (tamis monitor add): they are then screened as for the first time"
            }
        }
    }
}

/// Why stored snapshots could not be opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// A file is not there.
    #[error("{path} is missing; import the list again, or restore the data folder")]
    Missing {
        /// Which file.
        path: PathBuf,
    },
    /// The operating system refused.
    #[error("can't read {path}")]
    Io {
        /// Which file or folder.
        path: PathBuf,
        /// What it said.
        #[source]
        source: io::Error,
    },
    /// The bytes are not those that were stored.
    #[error(
        "{path} is damaged: its content has the hash {found}, not {expected}; \
         import the same publication again (that replaces the file), or restore it from a copy"
    )]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// The hash that it was stored under.
        expected: SnapshotId,
        /// The hash of what is there.
        found: SnapshotId,
    },
    /// The monitored parties of a batch are not those that were added.
    #[error(
        "{path} is damaged: its parties are not those that were added; restore it from a copy, or \
         remove the batch (tamis monitor remove) and add its parties again"
    )]
    BatchDamaged {
        /// The file of the batch.
        path: PathBuf,
    },
    /// The monitored parties of a batch are gone.
    #[error(
        "{path} is missing, the parties of a monitored batch; restore it from a copy, or remove the batch \
         (tamis monitor remove) and add its file again"
    )]
    BatchMissing {
        /// The file of the batch.
        path: PathBuf,
    },
    /// Batches of monitored parties are there, and the file that says which is gone.
    #[error(
        "{path} is missing, and {batches} batches of monitored parties stand beside it; {}",
        KeptPart::Stock.remedy()
    )]
    StockMissing {
        /// The file that is missing.
        path: PathBuf,
        /// Files of batches.
        batches: usize,
    },
    /// A manifest, `current.json`, `links.json` or `stock.json` can't be understood.
    #[error("{path} can't be understood ({detail}); {}", .part.remedy())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What it is a part of.
        part: KeptPart,
        /// What is wrong.
        detail: String,
    },
    /// The folder was written by a later version.
    #[error("{path} has the form {found}, this version of Tamis knows {known}; use a newer one")]
    Newer {
        /// Which file.
        path: PathBuf,
        /// The form's number in the file.
        found: u32,
        /// The greatest number that is known.
        known: u32,
    },
}

/// Why snapshots could not be stored. But for [`NotFlushed`](Self::NotFlushed) nothing was changed:
/// what was there is still there.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The operating system refused.
    #[error(
        "can't {action} {path}; what was kept before is unchanged, try again when that is mended"
    )]
    Io {
        /// What was tried.
        action: &'static str,
        /// With which file or folder.
        path: PathBuf,
        /// What it said.
        #[source]
        source: io::Error,
    },
    /// No room.
    #[error(
        "the disk is full (writing {path}); what was kept before is unchanged; \
         make room, or use another data folder with --data"
    )]
    DiskFull {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The new set is in force, but the folder could not be flushed.
    #[error(
        "the new lists are active, but {path} could not be flushed to the disk; \
         after a loss of power the old ones may be back: import again"
    )]
    NotFlushed {
        /// The data folder.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// Another run writes, and the caller would not wait.
    #[error("another run is writing to {path}; wait until it ends and try again")]
    Busy {
        /// The data folder.
        path: PathBuf,
    },
    /// The same bytes are stored as another list or with another date.
    #[error(
        "this content is already stored as {stored_list} of {stored_published}, \
         now it was given as {given_list} of {given_published}; \
         if the stored statement is wrong, remove {path} and import again"
    )]
    StoredOtherwise {
        /// The list as stored.
        stored_list: ListId,
        /// The date as stored.
        stored_published: CivilDate,
        /// The list as given now.
        given_list: ListId,
        /// The date as given now.
        given_published: CivilDate,
        /// The manifest.
        path: PathBuf,
    },
    /// A snapshot without files.
    #[error("a snapshot needs at least one file")]
    NoFiles,
    /// What is there can't be read.
    #[error(transparent)]
    Open(#[from] OpenError),
}

impl StoreError {
    pub(crate) fn io(action: &'static str, path: impl Into<PathBuf>, source: io::Error) -> Self {
        let path = path.into();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                Self::DiskFull { path, source }
            }
            _ => Self::Io { action, path, source },
        }
    }
}
