//! A file of the data folder as bytes of this process, shared with all others that map it.
//!
//! Files are replaced by moving others to their place, never written in place, so that a map stays what it
//! was. If somebody cuts a mapped file all the same, the system would end the process at the first read
//! behind its new end (SIGBUS). Here that read finds zeros, and the map says that it is no longer whole:
//! who answers from it asks before the answer counts.
#![expect(
    unsafe_code,
    reason = "a map is bytes that the system may change; what keeps that from harm is told at each place"
)]

use std::fs::File;
use std::io;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use memmap2::Mmap;
use tamis_index::artefact::Held;

/// A mapped file.
#[derive(Debug)]
pub(crate) struct Mapped {
    map: Mmap,
    /// Its place among those that are watched.
    watched: usize,
}

impl Mapped {
    /// Maps a file.
    ///
    /// # Errors
    /// As the system does; also when more files are mapped than are watched.
    pub(crate) fn of(file: &File) -> io::Result<Self> {
        // SAFETY: the bytes are read as numbers and texts that are checked, never as references or types
        // with forbidden values, and artefacts are not written to once they are in their place. A cut file
        // is met by `watch`.
        let map = unsafe { Mmap::map(file)? };
        let watched = watch(&map)?;
        Ok(Self { map, watched })
    }
}

impl Held for Mapped {
    fn bytes(&self) -> &[u8] {
        &self.map
    }

    fn is_whole(&self) -> bool {
        !WATCHED.get(self.watched).is_some_and(|region| region.cut.load(Ordering::Acquire))
    }
}

impl Drop for Mapped {
    fn drop(&mut self) {
        if let Some(region) = WATCHED.get(self.watched) {
            region.end.store(0, Ordering::Release);
            region.start.store(FREE, Ordering::Release);
        }
    }
}

/// A region of memory that is a map.
struct Region {
    start: AtomicUsize,
    end: AtomicUsize,
    /// Whether a read met no file behind it.
    cut: AtomicBool,
}

/// A place without a region.
const FREE: usize = usize::MAX;

/// The most maps at a time: a server holds the present set and those that still answer from older ones.
const MOST: usize = 256;

static WATCHED: [Region; MOST] = [const {
    Region { start: AtomicUsize::new(FREE), end: AtomicUsize::new(0), cut: AtomicBool::new(false) }
}; MOST];

fn watch(map: &Mmap) -> io::Result<usize> {
    signals::install();
    let start = map.as_ptr() as usize;
    for (place, region) in WATCHED.iter().enumerate() {
        let taken = region.start.compare_exchange(FREE, start, Ordering::AcqRel, Ordering::Relaxed);
        if taken.is_ok() {
            region.cut.store(false, Ordering::Release);
            region.end.store(start + map.len(), Ordering::Release);
            return Ok(place);
        }
    }
    Err(io::Error::other(format!("{MOST} files are mapped already")))
}

#[cfg(not(unix))]
mod signals {
    pub(super) fn install() {}
}

#[cfg(unix)]
mod signals {
    use std::mem::MaybeUninit;
    use std::ptr;
    use std::sync::OnceLock;

    use super::*;

    /// What was to be done before, for what is not ours: a stack that overflows, foreign maps.
    static BEFORE: OnceLock<libc::sigaction> = OnceLock::new();
    static PAGE: AtomicUsize = AtomicUsize::new(4096);

    pub(super) fn install() {
        static INSTALLED: Once = Once::new();
        INSTALLED.call_once(|| {
            // SAFETY: the handler does what a handler may: it reads atomics and makes system calls. The
            // structures are filled in full before they are handed over.
            unsafe {
                if let Ok(page) = usize::try_from(libc::sysconf(libc::_SC_PAGESIZE)) {
                    PAGE.store(page, Ordering::Release);
                }
                let mut action = MaybeUninit::<libc::sigaction>::zeroed().assume_init();
                action.sa_sigaction = handle as *const () as usize;
                action.sa_flags = libc::SA_SIGINFO | libc::SA_ONSTACK;
                libc::sigemptyset(&raw mut action.sa_mask);
                let mut before = MaybeUninit::<libc::sigaction>::zeroed().assume_init();
                if libc::sigaction(libc::SIGBUS, &raw const action, &raw mut before) == 0 {
                    let _ = BEFORE.set(before);
                }
            }
        });
    }

    /// Puts zeros where a mapped file has no bytes any more, and lets the read go on.
    extern "C" fn handle(
        _signal: libc::c_int,
        information: *mut libc::siginfo_t,
        _context: *mut libc::c_void,
    ) {
        // SAFETY: the system hands over a valid structure, whose address field is that of SIGBUS.
        let address = unsafe { (*information).si_addr() } as usize;
        let page = PAGE.load(Ordering::Acquire);
        for region in &WATCHED {
            let (start, end) =
                (region.start.load(Ordering::Acquire), region.end.load(Ordering::Acquire));
            if !(start..end).contains(&address) {
                continue;
            }
            let from = address / page * page;
            let length = end.next_multiple_of(page) - from;
            // SAFETY: the range lies inside a map that is ours while it is watched, and whose bytes nobody
            // can read from the file any more.
            let put = unsafe {
                libc::mmap(
                    ptr::with_exposed_provenance_mut(from),
                    length,
                    libc::PROT_READ,
                    libc::MAP_PRIVATE | libc::MAP_FIXED | libc::MAP_ANONYMOUS,
                    -1,
                    0,
                )
            };
            if put != libc::MAP_FAILED {
                region.cut.store(true, Ordering::Release);
                return;
            }
        }
        // SAFETY: as was to be done before; the read is made again and meets that.
        unsafe {
            match BEFORE.get() {
                Some(before) => libc::sigaction(libc::SIGBUS, before, ptr::null_mut()),
                None => libc::signal(libc::SIGBUS, libc::SIG_DFL) as libc::c_int,
            };
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_that_is_cut_under_its_map_reads_as_zeros_and_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mapped");
        fs::write(&path, vec![7; 100_000]).unwrap();
        let mapped = Mapped::of(&File::open(&path).unwrap()).unwrap();
        let other = Mapped::of(&File::open(&path).unwrap()).unwrap();
        assert_eq!((mapped.bytes()[99_999], mapped.is_whole()), (7, true));
        File::options().write(true).open(&path).unwrap().set_len(20_000).unwrap();
        assert_eq!(mapped.bytes()[19_999], 7);
        assert!(mapped.is_whole());
        assert_eq!(mapped.bytes()[99_999], 0);
        assert!(!mapped.is_whole());
        // each map is met by itself
        assert!(other.is_whole());
        assert_eq!(other.bytes()[50_000], 0);
        assert!(!other.is_whole());
    }

    #[test]
    fn a_file_that_is_replaced_stays_what_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let (path, beside) = (folder.path().join("mapped"), folder.path().join("beside"));
        fs::write(&path, vec![7; 10_000]).unwrap();
        let mapped = Mapped::of(&File::open(&path).unwrap()).unwrap();
        fs::write(&beside, vec![8; 10]).unwrap();
        fs::rename(&beside, &path).unwrap();
        assert!(mapped.bytes().iter().all(|byte| *byte == 7) && mapped.is_whole());
    }

    #[test]
    fn places_are_given_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mapped");
        fs::write(&path, b"some").unwrap();
        for _ in 0..2 * MOST {
            Mapped::of(&File::open(&path).unwrap()).unwrap();
        }
    }
}
