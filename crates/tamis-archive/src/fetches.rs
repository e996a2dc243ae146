//! What is known of the last fetch of each list: what to show the publisher the next time, and how current
//! the list is known to be.

use std::collections::BTreeMap;
use std::fs;
use std::io;

use tamis_model::{ListId, Moment, SnapshotId};

use crate::archive::Archive;
use crate::error::{OpenError, StoreError};
use crate::manifest;

/// The last fetch of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FetchRecord {
    /// The last one that went well.
    pub last: Option<GoodFetch>,
    /// What failed since; none where the last try went well.
    pub failure: Option<FetchFailure>,
}

/// A fetch that went well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoodFetch {
    /// Where from.
    pub address: String,
    /// `ETag`, as the publisher gave it.
    pub etag: Option<String>,
    /// `Last-Modified`, as written.
    pub last_modified: Option<String>,
    /// When the bytes came.
    pub fetched_at: Moment,
    /// When the publisher last said that they are as they were.
    pub checked_at: Moment,
    /// The snapshot that they are.
    pub snapshot: SnapshotId,
}

/// A fetch that failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchFailure {
    /// Where from.
    pub address: String,
    /// When.
    pub at: Moment,
    /// Why.
    pub detail: String,
}

/// The last fetch of each list that was fetched.
pub type FetchLog = BTreeMap<ListId, FetchRecord>;

impl Archive {
    /// The last fetches; none where nothing was fetched.
    ///
    /// # Errors
    /// [`OpenError`] when `fetches.json` can't be read or understood.
    pub fn fetches(&self) -> Result<FetchLog, OpenError> {
        let path = self.fetches_path();
        match fs::read(&path) {
            Ok(bytes) => manifest::read_fetches(&path, &bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(FetchLog::new()),
            Err(source) => Err(OpenError::Io { path, source }),
        }
    }

    /// Notes the last fetch of a list. Only what a next fetch costs, and what is told of freshness, hang on it:
    /// a log that can't be understood is begun anew.
    ///
    /// # Errors
    /// [`StoreError`]; what was noted before is noted still.
    pub fn note_fetch(
        &self,
        list: &ListId,
        record: FetchRecord,
        wait: &mut dyn FnMut() -> bool,
    ) -> Result<(), StoreError> {
        self.folder(&self.snapshots_folder())?;
        let _lock = self.lock(wait)?;
        let mut log = match self.fetches() {
            Ok(log) => log,
            Err(OpenError::Unreadable { .. }) => FetchLog::new(),
            Err(error) => return Err(error.into()),
        };
        log.insert(list.clone(), record);
        self.place(&self.fetches_path(), &manifest::write_fetches(&log))
    }

    fn fetches_path(&self) -> std::path::PathBuf {
        self.root().join("fetches.json")
    }
}
