//! Artefacts: files made from the snapshots, by the name of what they were made from. They can be made again
//! at any time, so nothing is lost with one.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tamis_index::artefact::{Artefact, ArtefactError};

use crate::archive::Archive;
use crate::error::StoreError;
use crate::map::Mapped;
use crate::writing::{UNFINISHED, unfinished};

/// Artefacts up to this size are read whole when they are opened, so that any change is met before the first
/// answer; of larger ones each block is met when it is first read, and `index verify` reads all. The real
/// lists take some 50 MB.
pub const READ_AT_OPEN: u64 = 256 * 1024 * 1024;

/// Artefacts that are kept beside the newest one: who still answers from one keeps its map in any case.
const KEPT: usize = 3;

/// Why an artefact could not be opened. The remedy is to build it again.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ArtefactOpenError {
    /// It is damaged, or no artefact.
    #[error("{path} can't be used: {source}; build it again: tamis index build")]
    Refused {
        /// The file.
        path: PathBuf,
        /// Why.
        source: ArtefactError,
    },
    /// The operating system refused.
    #[error("can't read {path}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What it said.
        #[source]
        source: io::Error,
    },
}

/// How much of an artefact is checked when it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// All of it, up to [`READ_AT_OPEN`] bytes.
    AsOpened,
    /// All of it, whatever its size.
    All,
}

/// What `check_all` may refuse.
#[derive(Debug, thiserror::Error)]
enum CheckRefusal {
    #[error(transparent)]
    Artefact(#[from] ArtefactError),
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// The right to write one artefact, held until it is dropped.
#[derive(Debug)]
pub struct ArtefactLock<'archive> {
    archive: &'archive Archive,
    name: String,
    /// Held, not read: the lock goes with the handle.
    _lock: File,
}

impl Archive {
    /// The artefact of a name; none if it was not made, or not by this version.
    ///
    /// # Errors
    /// [`ArtefactOpenError`] when it is there and can't be used.
    pub fn artefact(
        &self,
        name: &str,
        check: Check,
    ) -> Result<Option<Artefact>, ArtefactOpenError> {
        let path = self.artefact_path(name);
        let failed = |source| ArtefactOpenError::Io { path: path.clone(), source };
        let refused = |source| ArtefactOpenError::Refused { path: path.clone(), source };
        let mut file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(failed(source)),
        };
        let length = file.metadata().map_err(failed)?.len();
        if length == 0 {
            return Err(refused(ArtefactError::CutShort));
        }
        let mapped = Mapped::of(&file).map_err(failed)?;
        let artefact = Artefact::open(Arc::new(mapped)).map_err(refused)?;
        if check == Check::All || length <= READ_AT_OPEN {
            // through the file, so that pages that no answer needs are not held
            let checked = artefact.check_all::<CheckRefusal>(&mut file);
            checked.map_err(|error| match error {
                CheckRefusal::Artefact(source) => refused(source),
                CheckRefusal::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                    refused(ArtefactError::CutShort)
                }
                CheckRefusal::Io(source) => failed(source),
            })?;
        }
        Ok(Some(artefact))
    }

    /// Takes the right to write an artefact. While another process writes one, `wait` is asked now and then:
    /// it waits a little and answers whether to try again.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when `wait` gives up, [`StoreError`] when the folder can't be made.
    pub fn lock_artefact(
        &self,
        name: &str,
        wait: &mut dyn FnMut() -> bool,
    ) -> Result<ArtefactLock<'_>, StoreError> {
        let folder = self.artefacts_folder();
        self.folder(&folder)?;
        let lock = self.lock_at(&folder.join("lock"), wait)?;
        Ok(ArtefactLock { archive: self, name: name.to_owned(), _lock: lock })
    }

    /// Where the artefact of a name is, or will be.
    #[must_use]
    pub fn artefact_path(&self, name: &str) -> PathBuf {
        self.artefacts_folder().join(format!("{name}.tamis"))
    }

    fn artefacts_folder(&self) -> PathBuf {
        self.root().join("index")
    }
}

impl ArtefactLock<'_> {
    /// Writes the artefact beside its place and moves it there, whole; `write` writes it. What was left of
    /// builds that were cut short is removed first, and artefacts that nobody needs any more last.
    ///
    /// # Errors
    /// [`StoreError`]; what was in the place is there still.
    pub fn put(
        self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), StoreError> {
        let folder = self.archive.artefacts_folder();
        self.sweep(&folder);
        let path = self.archive.artefact_path(&self.name);
        let (files, beside) = (&self.archive.files, unfinished(&path));
        let written = files
            .create(&beside)
            .and_then(|file| {
                let mut file = io::BufWriter::with_capacity(1 << 20, file);
                write(&mut file)?;
                file.flush()
            })
            .and_then(|()| files.sync_file(&beside))
            .and_then(|()| files.rename(&beside, &path))
            .and_then(|()| files.sync_folder(&folder));
        written.map_err(|error| {
            // on a full disk the half file would keep others from writing too
            let _ = files.remove(&beside);
            StoreError::io("write", &path, error)
        })?;
        self.retire(&folder, &path);
        Ok(())
    }

    /// Removes what builds left half written. Failing to is harmless.
    fn sweep(&self, folder: &Path) {
        for path in listed(folder, UNFINISHED) {
            let _ = self.archive.files.remove(&path);
        }
    }

    /// Removes all but the newest of the other artefacts. Failing to is harmless.
    fn retire(&self, folder: &Path, newest: &Path) {
        let mut others: Vec<_> = listed(folder, "tamis")
            .into_iter()
            .filter(|path| path != newest)
            .map(|path| (fs::metadata(&path).and_then(|data| data.modified()).ok(), path))
            .collect();
        others.sort();
        for (_, path) in others.iter().rev().skip(KEPT) {
            let _ = self.archive.files.remove(path);
        }
    }
}

fn listed(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten();
    let paths = files.filter_map(|file| Some(file.ok()?.path()));
    paths.filter(|path| path.extension().is_some_and(|found| found == ending)).collect()
}
