//! Files that are written beside their place and come to it whole: a run that fails, is interrupted or is
//! killed leaves what was there.
//!
//! `FILE.unfinished` holds what is being written; what a killed run left of it is written over by the next.
//! What is no file (a pipe, a device) has no place to come to, and is written as it is named.

use std::cell::RefCell;
use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context as _, bail};
use tamis_service::HashingWriter;

/// The ending of files that are being written.
const UNFINISHED: &str = "unfinished";

/// The ending of what a run leaves that did not come to its end.
pub(crate) const PARTIAL: &str = "partial";

/// How often a file is opened that others move away meanwhile.
const ATTEMPTS: usize = 16;

/// The size and the hash of what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Digest {
    pub(crate) bytes: u64,
    /// None where nobody knows what arrived.
    pub(crate) sha256: Option<[u8; 32]>,
}

/// A file that is being written; clones write to the same. When the last of them goes before it is
/// [whole](Self::whole), what was written goes with it.
#[derive(Clone)]
pub(crate) struct NewFile {
    open: Rc<RefCell<OpenFile>>,
}

/// The paths go first: who is kept out until then finds nothing of it.
struct OpenFile {
    paths: Paths,
    out: BufWriter<HashingWriter<File>>,
}

/// Where a file is written, and where it belongs.
struct Paths {
    place: PathBuf,
    /// None where it is written in its place.
    beside: Option<PathBuf>,
}

impl Drop for Paths {
    fn drop(&mut self) {
        if let Some(beside) = &self.beside {
            let _ = fs::remove_file(beside);
        }
    }
}

impl NewFile {
    /// Begins a file. What is in its place stays there.
    ///
    /// # Errors
    /// When it could not be written, or another run writes it.
    pub(crate) fn begin(path: &Path) -> anyhow::Result<Self> {
        let failed =
            || format!("can't write {}; name another file or make its folder", path.display());
        let (file, paths) = match kind(path).with_context(failed)? {
            Kind::Other => (
                // a stream that goes to a file may stand behind what others wrote
                File::options().append(true).open(path).with_context(failed)?,
                Paths { place: path.to_owned(), beside: None },
            ),
            Kind::File(place) => {
                let beside = with_ending(&place, UNFINISHED);
                let file = locked(&beside).with_context(failed)?;
                // from here on it is ours, and goes with us
                let paths = Paths { place, beside: Some(beside) };
                if let Ok(about) = fs::metadata(&paths.place) {
                    // who may not write the one may not replace it, who may not read it not read the other
                    File::options().write(true).open(&paths.place).with_context(failed)?;
                    file.set_permissions(about.permissions()).with_context(failed)?;
                }
                (file, paths)
            }
        };
        let out = BufWriter::new(HashingWriter::new(file));
        Ok(Self { open: Rc::new(RefCell::new(OpenFile { paths, out })) })
    }

    /// Ends the file, in safety beside its place.
    ///
    /// # Errors
    /// What the output says.
    pub(crate) fn whole(self) -> io::Result<WholeFile> {
        let Ok(open) = Rc::try_unwrap(self.open) else {
            return Err(io::Error::other("somebody is writing it still"));
        };
        let OpenFile { paths, out } = open.into_inner();
        let hashed = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        let digest = Digest { bytes: hashed.count(), sha256: Some(hashed.sha256()) };
        let file = hashed.into_inner();
        if paths.beside.is_some() {
            file.sync_all()?;
        }
        Ok(WholeFile { paths, file, digest })
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.open.borrow_mut().out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.open.borrow_mut().out.flush()
    }
}

/// A file that is written to its end and not in its place yet.
pub(crate) struct WholeFile {
    paths: Paths,
    /// Held, and its lock with it, until it is in its place.
    file: File,
    pub(crate) digest: Digest,
}

impl WholeFile {
    /// Where it belongs.
    pub(crate) fn place(&self) -> &Path {
        &self.paths.place
    }

    /// Gives it another place in the folder; no other where it is written in its place already.
    pub(crate) fn belongs_to(&mut self, place: PathBuf) {
        if self.paths.beside.is_some() {
            self.paths.place = place;
        }
    }

    /// Moves it to its place, in one step, whatever is there.
    ///
    /// # Errors
    /// What the system says; what was in the place is there still.
    pub(crate) fn put(mut self) -> io::Result<()> {
        if let Some(beside) = &self.paths.beside {
            fs::rename(beside, &self.paths.place)?;
            self.paths.beside = None;
            sync_folder(&self.paths.place);
        }
        drop(self.file);
        Ok(())
    }
}

/// Makes the names of a folder durable, where the system can.
pub(crate) fn sync_folder(of: &Path) {
    let folder = of.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Ok(folder) = File::open(folder.unwrap_or(Path::new("."))) {
        // where it fails the names are as durable as the system makes them
        let _ = folder.sync_all();
    }
}

/// The path with one more ending.
pub(crate) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().map_or_else(OsString::new, OsString::from);
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}

/// Where a file is while it is being written.
pub(crate) fn unfinished(path: &Path) -> PathBuf {
    with_ending(path, UNFINISHED)
}

enum Kind {
    /// A file, or nothing yet: where it is behind links.
    File(PathBuf),
    /// A pipe or a device.
    Other,
}

fn kind(path: &Path) -> anyhow::Result<Kind> {
    match fs::metadata(path) {
        Ok(about) if about.is_dir() => bail!("it is a folder; name a file in it"),
        Ok(about) if !about.is_file() => Ok(Kind::Other),
        Ok(_) if is_stream(path) => Ok(Kind::Other),
        Ok(_) if path.is_symlink() => Ok(Kind::File(fs::canonicalize(path)?)),
        Ok(_) => Ok(Kind::File(path.to_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Kind::File(path.to_owned())),
        Err(error) => Err(error.into()),
    }
}

/// Whether it is a stream of the process by name, whatever is behind it.
fn is_stream(path: &Path) -> bool {
    const NAMES: &[&str] = &["/dev/stdout", "/dev/stderr", "/dev/fd", "/proc"];
    NAMES.iter().any(|name| path.starts_with(name))
}

/// Opens a file that one run alone writes, empty.
fn locked(path: &Path) -> anyhow::Result<File> {
    for _ in 0..ATTEMPTS {
        let file = File::options().create(true).truncate(false).write(true).open(path)?;
        match file.try_lock() {
            // a file system without locks: nobody can be kept out
            Ok(()) | Err(TryLockError::Error(_)) => {}
            Err(TryLockError::WouldBlock) => {
                bail!("another run is writing it; wait until it ends, or name another file")
            }
        }
        // the one who had it may have moved it away before it was ours
        if is_at(&file, path) {
            file.set_len(0)?;
            return Ok(file);
        }
    }
    bail!("other runs are writing it; wait until they end, or name another file")
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let (Ok(here), Ok(there)) = (file.metadata(), fs::metadata(path)) else { return false };
    (here.dev(), here.ino()) == (there.dev(), there.ino())
}

#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    // a file that somebody has open is not moved there
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &Path) -> String {
        fs::read_to_string(path).unwrap()
    }

    #[test]
    fn what_was_there_stays_until_the_new_file_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answers.csv");
        fs::write(&path, "old").unwrap();
        let mut file = NewFile::begin(&path).unwrap();
        file.write_all(b"ne").unwrap();
        file.flush().unwrap();
        assert_eq!((read(&path), read(&unfinished(&path))), ("old".to_owned(), "ne".to_owned()));
        drop(file);
        assert_eq!(read(&path), "old");
        assert!(!unfinished(&path).exists());
        // what a killed run left is written over
        fs::write(unfinished(&path), "left of a run").unwrap();
        let mut file = NewFile::begin(&path).unwrap();
        file.write_all(b"new").unwrap();
        let whole = file.whole().unwrap();
        assert_eq!((read(&path), whole.digest.bytes), ("old".to_owned(), 3));
        whole.put().unwrap();
        assert_eq!(read(&path), "new");
        assert!(!unfinished(&path).exists());
    }

    #[test]
    fn one_run_at_a_time_writes_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answers.csv");
        let one = NewFile::begin(&path).unwrap();
        let error = format!("{:#}", NewFile::begin(&path).err().unwrap());
        assert!(error.contains("another run is writing it"), "{error}");
        drop(one);
        NewFile::begin(&path).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn links_and_rights_stay_and_what_is_no_file_is_written_as_it_is() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.csv"), folder.path().join("link.csv"));
        fs::write(&real, "old").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o600)).unwrap();
        symlink("real.csv", &link).unwrap();
        let mut file = NewFile::begin(&link).unwrap();
        file.write_all(b"new").unwrap();
        file.whole().unwrap().put().unwrap();
        assert!(link.is_symlink());
        assert_eq!(read(&real), "new");
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o600);
        let mut nowhere = NewFile::begin(Path::new("/dev/null")).unwrap();
        nowhere.write_all(b"new").unwrap();
        nowhere.whole().unwrap().put().unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
        for (path, expected) in [
            ("/dev/stdout", true),
            ("/dev/fd/63", true),
            ("/proc/self/fd/1", true),
            ("/dev/shm/answers.csv", false),
            ("answers.csv", false),
        ] {
            assert_eq!(is_stream(Path::new(path)), expected, "{path}");
        }
        assert!(NewFile::begin(folder.path()).is_err());
        assert!(NewFile::begin(&folder.path().join("no/such")).is_err());
    }
}
