//! The door for reading: what is stored, what is active, and the bytes, checked.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tamis_model::{ListId, SnapshotId};

use crate::current::CurrentSet;
use crate::digest::sha256;
use crate::error::{KeptPart, OpenError, StoreError};
use crate::files::{DiskFiles, FileSystem};
use crate::import::Import;
use crate::manifest;
use crate::record::SnapshotRecord;

/// A data folder. Reading needs no lock: stored files never change, and the set of active ones is
/// replaced in one step.
#[derive(Debug, Clone)]
pub struct Archive {
    root: PathBuf,
    pub(crate) files: Arc<dyn FileSystem>,
}

/// One file of a snapshot with its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// Its name as given at the import.
    pub name: String,
    /// The bytes, whose hash was checked.
    pub bytes: Vec<u8>,
}

impl Archive {
    /// The archive in this folder, which need not exist yet.
    #[must_use]
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self::on(root, Arc::new(DiskFiles))
    }

    /// The same on another file system; tests let it fail.
    #[must_use]
    pub fn on(root: impl Into<PathBuf>, files: Arc<dyn FileSystem>) -> Self {
        Self { root: root.into(), files }
    }

    /// The data folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The active snapshots; an empty set where nothing was imported.
    ///
    /// # Errors
    /// [`OpenError`] when `current.json` can't be read or understood.
    pub fn current(&self) -> Result<CurrentSet, OpenError> {
        let path = self.current_path();
        match fs::read(&path) {
            Ok(bytes) => manifest::read_current(&path, &bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(CurrentSet::default()),
            Err(source) => Err(OpenError::Io { path, source }),
        }
    }

    /// What is known of a stored snapshot.
    ///
    /// # Errors
    /// [`OpenError`] when its manifest is missing or can't be understood.
    pub fn record(&self, id: SnapshotId) -> Result<SnapshotRecord, OpenError> {
        let path = self.record_path(id);
        let record = manifest::read_record(&path, &read(&path)?)?;
        if record.info.id == id {
            return Ok(record);
        }
        let detail = format!("it speaks of the snapshot {}", record.info.id);
        Err(OpenError::Unreadable { path, part: KeptPart::Lists, detail })
    }

    /// The active snapshots with what is known of them, in the order of the lists.
    ///
    /// # Errors
    /// [`OpenError`] as above.
    pub fn active(&self) -> Result<Vec<SnapshotRecord>, OpenError> {
        self.current()?.iter().map(|(_, id)| self.record(id)).collect()
    }

    /// All stored snapshots of all lists, by list and date of publication.
    ///
    /// # Errors
    /// [`OpenError`] when the folder or a manifest can't be read.
    pub fn stored(&self) -> Result<Vec<SnapshotRecord>, OpenError> {
        let folder = self.snapshots_folder();
        let failed = |source| OpenError::Io { path: folder.clone(), source };
        let found = match fs::read_dir(&folder) {
            Ok(found) => found,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(failed(error)),
        };
        let mut records = Vec::new();
        for file in found {
            let name = file.map_err(failed)?.file_name();
            let id = name.to_str().and_then(|name| name.strip_suffix(".json"));
            if let Some(id) = id.and_then(|id| SnapshotId::parse(id).ok()) {
                records.push(self.record(id)?);
            }
        }
        records.sort_by(|a, b| {
            (&a.info.list, a.info.published, a.info.id).cmp(&(
                &b.info.list,
                b.info.published,
                b.info.id,
            ))
        });
        Ok(records)
    }

    /// The stored snapshots of one list, by date of publication.
    ///
    /// # Errors
    /// As [`stored`](Self::stored).
    pub fn stored_of(&self, list: &ListId) -> Result<Vec<SnapshotRecord>, OpenError> {
        Ok(self.stored()?.into_iter().filter(|record| record.info.list == *list).collect())
    }

    /// The bytes of a snapshot, each file checked against its hash.
    ///
    /// # Errors
    /// [`OpenError::Damaged`] when a file is not what was stored, [`OpenError::Missing`] when it is
    /// not there.
    pub fn files(&self, record: &SnapshotRecord) -> Result<Vec<StoredFile>, OpenError> {
        record
            .files
            .iter()
            .map(|file| {
                let path = self.content_path(file.sha256);
                let bytes = read(&path)?;
                let found = sha256(&bytes);
                if found != file.sha256 {
                    let (expected, found) = (SnapshotId(file.sha256), SnapshotId(found));
                    return Err(OpenError::Damaged { path, expected, found });
                }
                Ok(StoredFile { name: file.name.clone(), bytes })
            })
            .collect()
    }

    /// Begins an import: takes the lock and looks at what is there. While another import holds the
    /// lock, `wait` is asked now and then: it waits a little and answers whether to try again.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when `wait` gives up, [`StoreError`] when the folder can't be made.
    pub fn begin_import(&self, wait: &mut dyn FnMut() -> bool) -> Result<Import<'_>, StoreError> {
        Import::begin(self, wait)
    }

    pub(crate) fn current_path(&self) -> PathBuf {
        self.root.join("current.json")
    }

    pub(crate) fn lock_path(&self) -> PathBuf {
        self.root.join("lock")
    }

    pub(crate) fn snapshots_folder(&self) -> PathBuf {
        self.root.join("snapshots")
    }

    pub(crate) fn content_path(&self, hash: [u8; 32]) -> PathBuf {
        self.snapshots_folder().join(SnapshotId(hash).to_string())
    }

    pub(crate) fn record_path(&self, id: SnapshotId) -> PathBuf {
        self.snapshots_folder().join(format!("{id}.json"))
    }
}

fn read(path: &Path) -> Result<Vec<u8>, OpenError> {
    fs::read(path).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => OpenError::Missing { path: path.to_owned() },
        _ => OpenError::Io { path: path.to_owned(), source },
    })
}
