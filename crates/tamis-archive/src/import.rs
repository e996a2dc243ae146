//! The door for writing: snapshots are stored one by one, and become active together.

use std::fs::{self, File};

use tamis_model::{Account, CivilDate, ListId, SnapshotId, SnapshotInfo, SnapshotScope};

use crate::archive::Archive;
use crate::current::CurrentSet;
use crate::digest::{sha256, snapshot_id};
use crate::error::StoreError;
use crate::manifest;
use crate::record::{AccountSummary, FileRecord, Origin, SnapshotRecord};
use crate::writing::UNFINISHED;

/// An import that holds the lock of the data folder until it is dropped.
#[derive(Debug)]
pub struct Import<'archive> {
    archive: &'archive Archive,
    current: CurrentSet,
    /// What is known of new snapshots. It is written with the decision about them: a snapshot whose
    /// manifest is there and that nobody holds would be in force as of its days.
    undecided: Vec<SnapshotRecord>,
    /// Held, not read: the lock goes with the handle.
    _lock: File,
}

/// A snapshot to be stored.
#[derive(Debug, Clone, Copy)]
pub struct NewSnapshot<'a> {
    /// The list.
    pub list: &'a ListId,
    /// The format that was recognised.
    pub format: &'a str,
    /// The publisher's date.
    pub published: CivilDate,
    /// That date as written.
    pub published_as_written: Option<&'a str>,
    /// Which part of the list it holds.
    pub scope: &'a SnapshotScope,
    /// The files.
    pub files: &'a [NewFile<'a>],
    /// The account of their reading.
    pub account: &'a Account,
    /// The version of Tamis that read them.
    pub imported_by: &'a str,
    /// Where they were fetched.
    pub origin: Option<&'a Origin>,
}

/// One file of a snapshot to be stored.
#[derive(Debug, Clone, Copy)]
pub struct NewFile<'a> {
    /// Its name, without folders.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// What came of storing a snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// The snapshot.
    pub record: SnapshotRecord,
    /// Whether the same content was there before.
    pub was_there: bool,
}

impl<'archive> Import<'archive> {
    pub(crate) fn begin(
        archive: &'archive Archive,
        wait: &mut dyn FnMut() -> bool,
    ) -> Result<Self, StoreError> {
        let folder = archive.snapshots_folder();
        archive
            .files
            .create_folder(&folder)
            .map_err(|error| StoreError::io("make the folder", &folder, error))?;
        let lock = archive.lock(wait)?;
        let current = archive.current()?;
        let import = Self { archive, current, undecided: Vec::new(), _lock: lock };
        import.sweep();
        Ok(import)
    }

    /// The set that is active now, with what [`activate`](Self::activate) changed.
    #[must_use]
    pub fn current(&self) -> &CurrentSet {
        &self.current
    }

    /// Stores a snapshot without making it active. Bytes that are there and whole are not written
    /// again; damaged ones are replaced. A new one is seen by nobody before the import is
    /// [committed](Self::commit).
    ///
    /// # Errors
    /// [`StoreError`]; the active set is as before.
    pub fn store(&mut self, snapshot: &NewSnapshot<'_>) -> Result<Stored, StoreError> {
        if snapshot.files.is_empty() {
            return Err(StoreError::NoFiles);
        }
        let files: Vec<FileRecord> = snapshot
            .files
            .iter()
            .map(|file| FileRecord {
                name: file.name.to_owned(),
                size: file.bytes.len() as u64,
                sha256: sha256(file.bytes),
            })
            .collect();
        let hashes: Vec<[u8; 32]> = files.iter().map(|file| file.sha256).collect();
        let id = snapshot_id(&hashes);
        let was_there = self.agrees_with_stored(id, snapshot)?;
        for (file, new) in files.iter().zip(snapshot.files) {
            let path = self.archive.content_path(file.sha256);
            let whole = fs::read(&path).is_ok_and(|bytes| sha256(&bytes) == file.sha256);
            if !whole {
                self.archive.place(&path, new.bytes)?;
            }
        }
        let account = AccountSummary::from(snapshot.account);
        let info = SnapshotInfo {
            list: snapshot.list.clone(),
            id,
            format: snapshot.format.to_owned(),
            published: snapshot.published,
            published_as_written: snapshot.published_as_written.map(str::to_owned),
            scope: snapshot.scope.clone(),
            entries: account.entries,
        };
        let imported_by = snapshot.imported_by.to_owned();
        // where it came from the first time, and how it differed then, stays told
        let before = self.archive.record(id).ok();
        let (mut origin, compared) =
            before.map_or((None, None), |before| (before.origin, before.compared));
        if origin.is_none() {
            origin = snapshot.origin.cloned();
        }
        let record = SnapshotRecord { info, files, account, imported_by, origin, compared };
        if was_there {
            self.state(&record)?;
        } else {
            self.undecided.push(record.clone());
        }
        Ok(Stored { record, was_there })
    }

    /// States anew what is known of a stored snapshot.
    ///
    /// # Errors
    /// [`StoreError`]; the active set is as before.
    pub fn state(&mut self, record: &SnapshotRecord) -> Result<(), StoreError> {
        let same = |known: &&mut SnapshotRecord| known.info.id == record.info.id;
        if let Some(known) = self.undecided.iter_mut().find(same) {
            *known = record.clone();
            return Ok(());
        }
        self.write(record)
    }

    fn write(&self, record: &SnapshotRecord) -> Result<(), StoreError> {
        let path = self.archive.record_path(record.info.id);
        self.archive.place(&path, &manifest::write_record(record))
    }

    /// The set as it is to be after the import, to hold a snapshot or note a decision.
    pub fn current_mut(&mut self) -> &mut CurrentSet {
        &mut self.current
    }

    /// Makes a stored snapshot the active one of its list, once the import is
    /// [committed](Self::commit).
    pub fn activate(&mut self, record: &SnapshotRecord) {
        self.current.set(record.info.list.clone(), record.info.id);
    }

    /// Replaces the active set in one step, and ends the import. What is to be set aside is noted before
    /// its manifest is there, so that it is in force on no day, wherever this is cut short.
    ///
    /// # Errors
    /// [`StoreError`]; the active set is as before, but for [`StoreError::NotFlushed`].
    pub fn commit(self) -> Result<CurrentSet, StoreError> {
        let before = self.archive.current()?;
        let ahead = self.ahead(&before);
        if ahead != before {
            let path = self.archive.current_path();
            self.archive.place(&path, &manifest::write_current(&ahead))?;
        }
        for record in &self.undecided {
            self.write(record)?;
        }
        if ahead != self.current {
            let root = self.archive.root();
            self.archive
                .put(&self.archive.current_path(), &manifest::write_current(&self.current))?;
            self.archive
                .files
                .sync_folder(root)
                .map_err(|source| StoreError::NotFlushed { path: root.to_owned(), source })?;
        }
        Ok(self.current)
    }

    /// The set before the import, with the new snapshots that are to be set aside.
    fn ahead(&self, before: &CurrentSet) -> CurrentSet {
        let mut ahead = before.clone();
        for info in self.undecided.iter().map(|record| &record.info) {
            if !self.current.is_set_aside(info.id) || before.is_set_aside(info.id) {
                continue;
            }
            match self.current.held(&info.list).filter(|held| held.id == info.id) {
                Some(held) => ahead.hold(info.list.clone(), held.clone()),
                None => self.current.decision(info.id).into_iter().for_each(|decision| {
                    ahead.decide(decision.clone());
                }),
            }
        }
        ahead
    }

    /// Whether the content is stored already; an error when as another list or with another date.
    fn agrees_with_stored(
        &self,
        id: SnapshotId,
        given: &NewSnapshot<'_>,
    ) -> Result<bool, StoreError> {
        // A manifest that can't be read is no statement to hold on to: it is written anew.
        let undecided = self.undecided.iter().find(|record| record.info.id == id).cloned();
        let stored = undecided.map_or_else(|| self.archive.record(id), Ok);
        let Ok(SnapshotRecord { info, .. }) = stored else { return Ok(false) };
        if info.list == *given.list && info.published == given.published {
            return Ok(true);
        }
        Err(StoreError::StoredOtherwise {
            stored_list: info.list,
            stored_published: info.published,
            given_list: given.list.clone(),
            given_published: given.published,
            path: self.archive.record_path(id),
        })
    }

    /// Removes what an import that was cut short left half written. Failing to is harmless.
    fn sweep(&self) {
        let folders = [self.archive.root().to_owned(), self.archive.snapshots_folder()];
        for file in folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten() {
            let Ok(path) = file.map(|file| file.path()) else { continue };
            if path.extension().is_some_and(|extension| extension == UNFINISHED) {
                let _ = self.archive.files.remove(&path);
            }
        }
    }
}
