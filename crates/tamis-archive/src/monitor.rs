//! The stock of monitored parties in a folder: batches as they were added, and one file that says which
//! there are and what each was last screened with.
//!
//! ```text
//! <data>/monitor/lock              held by who writes
//! <data>/monitor/stock.json        the batches, each with what it was last screened with
//! <data>/monitor/<id>.jsonl        the parties of a batch, a line each; its SHA-256 is the id
//! <data>/monitor/<id>/index/…      an artefact of the batch, which can be made again
//! ```
//!
//! A batch never changes. `stock.json` is moved last: what ends before leaves what was there.

use std::fs::{self, File};
use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use tamis_model::{CivilDate, ListId, SnapshotId};

use crate::archive::Archive;
use crate::digest::HashingReader;
use crate::error::{OpenError, StoreError};
use crate::manifest;
use crate::writing::UNFINISHED;

/// The batches that are monitored, in the order in which they were added.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StockState {
    /// The batches.
    pub batches: Vec<BatchRecord>,
}

/// A batch of parties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchRecord {
    /// The SHA-256 of its parties.
    pub id: SnapshotId,
    /// Its name: that of the file it came from.
    pub name: String,
    /// Rows that were read.
    pub read: u64,
    /// Parties in it.
    pub parties: u64,
    /// Rows that were rejected.
    pub rejected: u64,
    /// The day on which it was added.
    pub added: CivilDate,
    /// What it was last screened with.
    pub ran: Option<RanWith>,
}

/// What a batch was screened with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RanWith {
    /// The snapshots, in the order of their lists.
    pub snapshots: Vec<(ListId, SnapshotId)>,
    /// The id of the policy.
    pub policy: String,
    /// The threshold, in 1/10,000.
    pub threshold: u16,
    /// The engine.
    pub engine: String,
    /// The state of the reviewers' log.
    pub reviewed_links: u64,
    /// The day.
    pub on: CivilDate,
}

impl Archive {
    /// The stock that is monitored; an empty one where nothing was added.
    ///
    /// # Errors
    /// [`OpenError`] when `stock.json` can't be read or understood, or is not there and batches are.
    pub fn stock(&self) -> Result<StockState, OpenError> {
        let path = self.stock_path();
        match fs::read(&path) {
            Ok(bytes) => manifest::read_stock(&path, &bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => match self.batch_files() {
                0 => Ok(StockState::default()),
                batches => Err(OpenError::StockMissing { path, batches }),
            },
            Err(source) => Err(OpenError::Io { path, source }),
        }
    }

    /// Files of batches, whether or not the stock names them.
    fn batch_files(&self) -> usize {
        let files = fs::read_dir(self.monitor_folder()).into_iter().flatten().flatten();
        let is_batch = |file: &fs::DirEntry| {
            let name = file.file_name();
            let id = name.to_str().and_then(|name| name.strip_suffix(".jsonl"));
            id.is_some_and(|id| SnapshotId::parse(id).is_ok())
        };
        files.filter(is_batch).count()
    }

    /// Makes sure that the parties of a batch are there, without reading them.
    ///
    /// # Errors
    /// [`OpenError::BatchMissing`].
    pub fn has_batch(&self, id: SnapshotId) -> Result<(), OpenError> {
        let path = self.batch_path(id);
        if path.is_file() { Ok(()) } else { Err(OpenError::BatchMissing { path }) }
    }

    /// The parties of a batch, a line each, once all their bytes are checked against its id.
    ///
    /// # Errors
    /// [`OpenError`] when they are not there, or not those that were added.
    pub fn batch(&self, id: SnapshotId) -> Result<BufReader<File>, OpenError> {
        let path = self.batch_path(id);
        match File::open(&path) {
            Ok(file) => {
                let failed = |source| OpenError::Io { path: path.clone(), source };
                let mut hashed = HashingReader::new(file);
                io::copy(&mut hashed, &mut io::sink()).map_err(failed)?;
                if hashed.sha256() != id.0 {
                    return Err(OpenError::BatchDamaged { path });
                }
                Ok(BufReader::new(File::open(&path).map_err(failed)?))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(OpenError::BatchMissing { path })
            }
            Err(source) => Err(OpenError::Io { path, source }),
        }
    }

    /// Where the artefacts of a batch are kept.
    #[must_use]
    pub fn batch_artefacts(&self, id: SnapshotId) -> Self {
        Self::on(self.monitor_folder().join(id.to_string()), self.files.clone())
    }

    /// Takes the right to change the stock. While another process has it, `wait` is asked now and then: it
    /// waits a little and answers whether to try again.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when `wait` gives up, [`StoreError`] when the folder can't be made.
    pub fn lock_stock(&self, wait: &mut dyn FnMut() -> bool) -> Result<StockLock<'_>, StoreError> {
        let folder = self.monitor_folder();
        self.folder(&folder)?;
        let lock = self.lock_at(&folder.join("lock"), wait)?;
        let state = self.stock()?;
        if !self.stock_path().exists() {
            // before any batch: a batch without it is then a loss, and no addition that was cut short
            self.place(&self.stock_path(), &manifest::write_stock(&state))?;
        }
        for file in fs::read_dir(&folder).into_iter().flatten().flatten() {
            // what was left half written
            if file.path().extension().is_some_and(|ending| ending == UNFINISHED) {
                let _ = self.files.remove(&file.path());
            }
        }
        Ok(StockLock { archive: self, state, _lock: lock })
    }

    fn monitor_folder(&self) -> PathBuf {
        self.root().join("monitor")
    }

    fn stock_path(&self) -> PathBuf {
        self.monitor_folder().join("stock.json")
    }

    fn batch_path(&self, id: SnapshotId) -> PathBuf {
        self.monitor_folder().join(format!("{id}.jsonl"))
    }
}

/// The right to change the stock, held until it is dropped.
#[derive(Debug)]
pub struct StockLock<'archive> {
    archive: &'archive Archive,
    state: StockState,
    /// Held, not read: the lock goes with the handle.
    _lock: File,
}

impl StockLock<'_> {
    /// The stock as it is.
    #[must_use]
    pub fn state(&self) -> &StockState {
        &self.state
    }

    /// Begins a batch.
    ///
    /// # Errors
    /// [`StoreError`] when it can't be written.
    pub fn begin_batch(&self) -> Result<BatchWriter, StoreError> {
        let path = self.archive.monitor_folder().join(format!("batch.{UNFINISHED}"));
        let file = self.archive.files.create(&path);
        let file = file.map_err(|error| StoreError::io("write", &path, error))?;
        let file = io::BufWriter::with_capacity(1 << 20, file);
        Ok(BatchWriter { path, file, hasher: Sha256::new() })
    }

    /// Ends a batch and puts its parties in their place; it is no part of the stock before
    /// [`commit`](Self::commit).
    ///
    /// # Errors
    /// [`StoreError`] when it can't be written.
    pub fn end_batch(&self, batch: BatchWriter) -> Result<SnapshotId, StoreError> {
        let BatchWriter { path, mut file, hasher } = batch;
        let id = SnapshotId(hasher.finalize().into());
        let (files, place) = (&self.archive.files, self.archive.batch_path(id));
        let flushed = file.flush();
        drop(file);
        let written = flushed
            .and_then(|()| files.sync_file(&path))
            .and_then(|()| files.rename(&path, &place))
            .and_then(|()| files.sync_folder(&self.archive.monitor_folder()));
        written.map_err(|error| {
            let _ = files.remove(&path);
            StoreError::io("write", &place, error)
        })?;
        Ok(id)
    }

    /// Takes what was written of a batch away.
    pub fn drop_batch(&self, batch: BatchWriter) {
        let path = batch.path.clone();
        drop(batch);
        let _ = self.archive.files.remove(&path);
    }

    /// Replaces the stock in one step, and removes what belongs to no batch of it.
    ///
    /// # Errors
    /// [`StoreError`]; the stock is as it was.
    pub fn commit(self, state: &StockState) -> Result<(), StoreError> {
        self.archive.place(&self.archive.stock_path(), &manifest::write_stock(state))?;
        let gone = self.state.batches.iter().map(|batch| batch.id);
        for id in gone.filter(|id| state.batches.iter().all(|batch| batch.id != *id)) {
            // files that stay are in nobody's way
            let _ = self.archive.files.remove(&self.archive.batch_path(id));
            let _ = fs::remove_dir_all(self.archive.batch_artefacts(id).root());
        }
        Ok(())
    }
}

/// A batch that is being written.
pub struct BatchWriter {
    path: PathBuf,
    file: io::BufWriter<Box<dyn Write>>,
    hasher: Sha256,
}

impl BatchWriter {
    /// Adds a party, a line without its break.
    ///
    /// # Errors
    /// [`StoreError`] when it can't be written.
    pub fn add(&mut self, line: &[u8]) -> Result<(), StoreError> {
        self.hasher.update(line);
        self.hasher.update(b"\n");
        let written = self.file.write_all(line).and_then(|()| self.file.write_all(b"\n"));
        written.map_err(|error| StoreError::io("write", &self.path, error))
    }

    /// The file as long as it is being written.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl std::fmt::Debug for BatchWriter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BatchWriter").field("path", &self.path).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn add(archive: &Archive, lines: &[&str]) -> SnapshotId {
        let lock = archive.lock_stock(&mut || false).unwrap();
        let mut batch = lock.begin_batch().unwrap();
        lines.iter().for_each(|line| batch.add(line.as_bytes()).unwrap());
        let id = lock.end_batch(batch).unwrap();
        let mut state = lock.state().clone();
        state.batches.push(BatchRecord {
            id,
            name: "people.csv".into(),
            read: 3,
            parties: 2,
            rejected: 1,
            added: CivilDate::new(2026, 3, 1).unwrap(),
            ran: Some(RanWith {
                snapshots: vec![(ListId::new("un").unwrap(), SnapshotId([7; 32]))],
                policy: "vetting-1".into(),
                threshold: 7_000,
                engine: "tamis".into(),
                reviewed_links: 3,
                on: CivilDate::new(2026, 3, 2).unwrap(),
            }),
        });
        lock.commit(&state).unwrap();
        assert_eq!(archive.stock().unwrap(), state);
        id
    }

    #[test]
    fn what_is_added_reads_back_and_is_gone_when_it_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let archive = Archive::at(folder.path().join("new"));
        assert_eq!(archive.stock().unwrap(), StockState::default());
        let one = add(&archive, &["{\"a\":1}", "{\"b\":2}"]);
        let two = add(&archive, &["{\"c\":3}"]);
        assert_eq!(one, SnapshotId(crate::digest::sha256(b"{\"a\":1}\n{\"b\":2}\n")));
        let mut text = String::new();
        archive.batch(one).unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "{\"a\":1}\n{\"b\":2}\n");
        let lock = archive.lock_stock(&mut || false).unwrap();
        let mut state = lock.state().clone();
        state.batches.retain(|batch| batch.id == two);
        lock.commit(&state).unwrap();
        assert!(matches!(archive.batch(one), Err(OpenError::BatchMissing { .. })));
        assert!(matches!(archive.has_batch(one), Err(OpenError::BatchMissing { .. })));
        assert!(archive.batch(two).is_ok() && archive.has_batch(two).is_ok());
    }

    #[test]
    fn batches_without_the_file_that_names_them_are_a_loss() {
        let folder = tempfile::tempdir().unwrap();
        let archive = Archive::at(folder.path());
        // an addition that was cut short is none: the file is there before any batch
        let lock = archive.lock_stock(&mut || false).unwrap();
        let mut batch = lock.begin_batch().unwrap();
        batch.add(b"{}").unwrap();
        lock.end_batch(batch).unwrap();
        drop(lock);
        assert_eq!(archive.stock().unwrap(), StockState::default());
        fs::remove_file(archive.stock_path()).unwrap();
        let error = archive.stock().unwrap_err();
        assert!(matches!(error, OpenError::StockMissing { batches: 1, .. }), "{error}");
        assert!(error.to_string().contains("tamis monitor add"), "{error}");
        assert!(archive.lock_stock(&mut || false).is_err());
    }

    #[test]
    fn what_was_not_committed_is_no_part_of_the_stock() {
        let folder = tempfile::tempdir().unwrap();
        let archive = Archive::at(folder.path());
        let one = add(&archive, &["{}"]);
        let lock = archive.lock_stock(&mut || false).unwrap();
        let mut batch = lock.begin_batch().unwrap();
        batch.add(b"half").unwrap();
        let unfinished = batch.path().to_owned();
        std::mem::forget(batch);
        drop(lock);
        let busy = archive.lock_stock(&mut || panic!("nobody has the lock")).unwrap();
        assert!(!unfinished.exists());
        assert!(matches!(archive.lock_stock(&mut || false), Err(StoreError::Busy { .. })));
        assert_eq!(busy.state().batches.len(), 1);
        assert_eq!(busy.state().batches[0].id, one);
    }
}
