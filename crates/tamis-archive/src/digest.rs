//! The address of a content: SHA-256 of a file, and of a snapshot of several files.

use std::fmt;
use std::io::{self, Read, Write};

use sha2::{Digest as _, Sha256};
use tamis_model::SnapshotId;

/// First line of what is hashed for a snapshot of several files, so that it can't be the content of
/// a published file by accident.
const SEVERAL_FILES: &str = "tamis snapshot of several files\n";

/// The SHA-256 of some bytes.
#[must_use]
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The id of a snapshot: the hash of its one file, or the hash over the sorted hashes of its files,
/// one a line in hexadecimal. Names and order of the files don't count: the same content is the same
/// snapshot, whatever a browser called the files.
#[must_use]
pub fn snapshot_id(files: &[[u8; 32]]) -> SnapshotId {
    if let [one] = files {
        return SnapshotId(*one);
    }
    let mut lines: Vec<String> = files.iter().map(|hash| SnapshotId(*hash).to_string()).collect();
    lines.sort_unstable();
    let mut hasher = Sha256::new();
    hasher.update(SEVERAL_FILES);
    for line in lines {
        hasher.update(line);
        hasher.update("\n");
    }
    SnapshotId(hasher.finalize().into())
}

/// Hashes and counts what is read through it: the address of an input that is never held whole.
pub struct HashingReader<Inner> {
    inner: Inner,
    hasher: Sha256,
    bytes: u64,
}

impl<Inner: Read> HashingReader<Inner> {
    /// Begins at the present place of a reader.
    pub fn new(inner: Inner) -> Self {
        Self { inner, hasher: Sha256::new(), bytes: 0 }
    }

    /// Bytes read so far.
    pub const fn count(&self) -> u64 {
        self.bytes
    }

    /// The SHA-256 of what was read so far.
    pub fn sha256(&self) -> [u8; 32] {
        self.hasher.clone().finalize().into()
    }
}

impl<Inner: Read> Read for HashingReader<Inner> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.hasher.update(buffer.get(..read).unwrap_or_default());
        self.bytes += read as u64;
        Ok(read)
    }
}

impl<Inner> fmt::Debug for HashingReader<Inner> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HashingReader").field("bytes", &self.bytes).finish_non_exhaustive()
    }
}

/// Hashes and counts what is written through it.
pub struct HashingWriter<Inner> {
    inner: Inner,
    hasher: Sha256,
    bytes: u64,
}

impl<Inner: Write> HashingWriter<Inner> {
    /// Begins at the present place of a writer.
    pub fn new(inner: Inner) -> Self {
        Self { inner, hasher: Sha256::new(), bytes: 0 }
    }

    /// Bytes written so far.
    pub const fn count(&self) -> u64 {
        self.bytes
    }

    /// The SHA-256 of what was written so far.
    pub fn sha256(&self) -> [u8; 32] {
        self.hasher.clone().finalize().into()
    }

    /// What was written to.
    pub fn into_inner(self) -> Inner {
        self.inner
    }
}

impl<Inner: Write> Write for HashingWriter<Inner> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hasher.update(bytes.get(..written).unwrap_or_default());
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl<Inner> fmt::Debug for HashingWriter<Inner> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HashingWriter").field("bytes", &self.bytes).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_through_is_hashed_and_counted() {
        let mut reader = HashingReader::new(&b"one two three"[..]);
        assert_eq!(reader.sha256(), sha256(b""));
        io::copy(&mut reader, &mut io::sink()).unwrap();
        assert_eq!((reader.count(), reader.sha256()), (13, sha256(b"one two three")));
    }

    #[test]
    fn what_is_written_through_is_hashed_and_counted() {
        let mut writer = HashingWriter::new(Vec::new());
        writer.write_all(b"one two ").unwrap();
        writer.write_all(b"three").unwrap();
        assert_eq!((writer.count(), writer.sha256()), (13, sha256(b"one two three")));
        assert_eq!(writer.into_inner(), b"one two three");
    }

    #[test]
    fn the_hash_of_nothing_is_the_published_one() {
        assert_eq!(
            SnapshotId(sha256(b"")).to_string(),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
    }

    #[test]
    fn one_file_is_its_own_address_and_several_have_one_of_their_own() {
        let (a, b) = (sha256(b"a"), sha256(b"b"));
        assert_eq!(snapshot_id(&[a]), SnapshotId(a));
        assert_eq!(snapshot_id(&[a, b]), snapshot_id(&[b, a]));
        assert_ne!(snapshot_id(&[a, b]), snapshot_id(&[a, a]));
        assert_ne!(snapshot_id(&[a, b]), SnapshotId(a));
    }
}
