//! A file of parties, or standard input: hashed, counted, and stopped when the run is.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::Context as _;
use tamis_service::HashingReader;

/// Bytes that standard input hands over at a time.
const PIECE: usize = 1 << 16;

/// An input as it is named on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum InputName {
    /// `-`
    Standard,
    /// A path.
    File(PathBuf),
}

impl InputName {
    /// `-` is standard input.
    pub(crate) fn of(argument: &Path) -> Self {
        if argument.as_os_str() == "-" { Self::Standard } else { Self::File(argument.to_owned()) }
    }

    /// For messages and manifests: without folders, which tell of the machine, not of the data.
    pub(crate) fn title(&self) -> String {
        match self {
            Self::Standard => "-".to_owned(),
            Self::File(path) => path.file_name().map_or_else(
                || path.display().to_string(),
                |name| name.to_string_lossy().into_owned(),
            ),
        }
    }
}

/// What is known of an input while and after it is read.
#[derive(Debug, Clone)]
pub(crate) struct Tally {
    inner: Arc<TallyInner>,
}

#[derive(Debug)]
struct TallyInner {
    bytes: AtomicU64,
    sha256: Mutex<Option<[u8; 32]>>,
}

impl Tally {
    /// Bytes read so far.
    pub(crate) fn bytes(&self) -> u64 {
        self.inner.bytes.load(Ordering::Relaxed)
    }

    /// The hash of the whole input, once it was read to its end.
    pub(crate) fn sha256(&self) -> Option<[u8; 32]> {
        *self.inner.sha256.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An opened input.
pub(crate) struct Opened {
    /// The bytes.
    pub(crate) reader: Box<dyn Read + Send>,
    /// What is known of them.
    pub(crate) tally: Tally,
}

/// Opens an input.
pub(crate) fn open(name: &InputName, stop: &Arc<AtomicBool>) -> anyhow::Result<Opened> {
    let inner: Box<dyn Read + Send> = match name {
        InputName::Standard => Box::new(Pieces::of_standard_input(Arc::clone(stop))),
        InputName::File(path) => {
            let failed = || format!("can't read {}; check the path", path.display());
            let file = File::open(path).with_context(failed)?;
            let about = file.metadata().with_context(failed)?;
            anyhow::ensure!(!about.is_dir(), "{} is a folder; name a file in it", path.display());
            Box::new(file)
        }
    };
    let tally = Tally {
        inner: Arc::new(TallyInner { bytes: AtomicU64::new(0), sha256: Mutex::new(None) }),
    };
    let reader = Box::new(Tallied { inner: HashingReader::new(inner), tally: tally.clone() });
    Ok(Opened { reader, tally })
}

/// Lines of a file of text, for progress: about as many as rows.
pub(crate) fn count_lines(name: &InputName) -> Option<u64> {
    let InputName::File(path) = name else { return None };
    let mut file = BufReader::new(File::open(path).ok()?);
    let mut lines = 0;
    // A workbook is a ZIP file, whose bytes tell nothing of its rows.
    if file.fill_buf().ok()?.starts_with(b"PK") || !path.is_file() {
        return None;
    }
    loop {
        let piece = file.fill_buf().ok()?;
        if piece.is_empty() {
            return Some(lines);
        }
        lines += piece.iter().filter(|byte| **byte == b'\n').count() as u64;
        let length = piece.len();
        file.consume(length);
    }
}

struct Tallied {
    inner: HashingReader<Box<dyn Read + Send>>,
    tally: Tally,
}

impl Read for Tallied {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.tally.inner.bytes.store(self.inner.count(), Ordering::Relaxed);
        if read == 0 && !buffer.is_empty() {
            let mut hash = self.tally.inner.sha256.lock().unwrap_or_else(PoisonError::into_inner);
            *hash = Some(self.inner.sha256());
        }
        Ok(read)
    }
}

/// Standard input read by a thread of its own, so that a terminal that says nothing does not keep the
/// run from being stopped.
struct Pieces {
    pieces: Receiver<io::Result<Vec<u8>>>,
    piece: Vec<u8>,
    taken: usize,
    stop: Arc<AtomicBool>,
}

impl Pieces {
    fn of_standard_input(stop: Arc<AtomicBool>) -> Self {
        let (send, pieces) = sync_channel(2);
        // Never joined: it may wait for a line that never comes, and ends with the process.
        thread::spawn(move || {
            let mut input = io::stdin().lock();
            loop {
                let mut piece = vec![0; PIECE];
                let read = match input.read(&mut piece) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                    read => read,
                };
                let last = !matches!(read, Ok(1..));
                let sent = read.map(|read| {
                    piece.truncate(read);
                    piece
                });
                if send.send(sent).is_err() || last {
                    return;
                }
            }
        });
        Self { pieces, piece: Vec::new(), taken: 0, stop }
    }
}

impl Read for Pieces {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.taken == self.piece.len() {
            if self.stop.load(Ordering::Relaxed) {
                return Err(io::Error::other("interrupted"));
            }
            match self.pieces.recv_timeout(Duration::from_millis(50)) {
                Ok(Ok(piece)) if piece.is_empty() => return Ok(0),
                Ok(piece) => (self.piece, self.taken) = (piece?, 0),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(0),
            }
        }
        let rest = self.piece.get(self.taken..).unwrap_or_default();
        let length = rest.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..length), rest.get(..length)) {
            to.copy_from_slice(from);
        }
        self.taken += length;
        Ok(length)
    }
}
