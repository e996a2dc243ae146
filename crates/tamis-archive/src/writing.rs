//! How a file comes to its place: written beside it, flushed, moved there; and the one lock of a data
//! folder.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use crate::archive::Archive;
use crate::error::StoreError;

/// The ending of files that are being written.
pub(crate) const UNFINISHED: &str = "unfinished";

impl Archive {
    /// Puts a file in its place and flushes the folder.
    pub(crate) fn place(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        self.put(path, bytes)?;
        let folder = path.parent().unwrap_or(Path::new("."));
        let flushed = self.files.sync_folder(folder);
        flushed.map_err(|error| StoreError::io("flush", folder, error))
    }

    /// Writes a file beside its place, flushes it and moves it there.
    pub(crate) fn put(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        let files = &self.files;
        let beside = unfinished(path);
        let written = files
            .write(&beside, bytes)
            .and_then(|()| files.sync_file(&beside))
            .and_then(|()| files.rename(&beside, path));
        written.map_err(|error| {
            // On a full disk the half file would keep others from writing too.
            let _ = files.remove(&beside);
            StoreError::io("write", path, error)
        })
    }

    /// Makes a folder of the data folder.
    pub(crate) fn folder(&self, folder: &Path) -> Result<(), StoreError> {
        let made = self.files.create_folder(folder);
        made.map_err(|error| StoreError::io("make the folder", folder, error))
    }

    /// One writer at a time, also across processes; the system frees the lock of a process that ends.
    pub(crate) fn lock(&self, wait: &mut dyn FnMut() -> bool) -> Result<File, StoreError> {
        self.lock_at(&self.lock_path(), wait)
    }

    /// The lock in a file of its own.
    pub(crate) fn lock_at(
        &self,
        path: &Path,
        wait: &mut dyn FnMut() -> bool,
    ) -> Result<File, StoreError> {
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path)
            .map_err(|error| StoreError::io("open", path, error))?;
        loop {
            match lock.try_lock() {
                Ok(()) => return Ok(lock),
                Err(TryLockError::WouldBlock) if wait() => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(StoreError::Busy { path: self.root().to_owned() });
                }
                Err(TryLockError::Error(error)) => {
                    return Err(StoreError::io("lock", path, error));
                }
            }
        }
    }
}

pub(crate) fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(UNFINISHED);
    name.into()
}
