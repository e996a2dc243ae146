//! One immutable artefact: named sections in one run of bytes, written in one pass, read in place, every
//! block under a checksum.
//!
//! It knows nothing of names or lists: what a section holds is for those who write and read it. It opens no
//! file; who does hands the bytes in as a [`Held`]. The form is decision 16:
//!
//! ```text
//! head       64 bytes: the words "tamis artefact", the number of the form
//! sections   each from a multiple of 64 bytes on
//! directory  names, places and lengths of the sections
//! checksums  of each block of 64 KiB from the head to the directory
//! foot       40 bytes: where directory and checksums stand, and the checksum of both and of the head
//! ```
//!
//! A file that was cut anywhere has lost its foot, and one that was changed anywhere has a block, or a
//! directory, that is not what its checksum says.

mod blocks;
pub mod coding;
mod directory;
mod slice;
mod writer;

use std::fmt;
use std::io;
use std::sync::Arc;

pub use bytemuck::{Pod, Zeroable};
pub use slice::Slice;
pub use writer::Writer;

use blocks::Blocks;
use directory::Directory;

/// The bytes of an artefact, wherever they are: in memory, or a file that is mapped.
///
/// They begin at an address that is a multiple of eight, and never change.
pub trait Held: fmt::Debug + Send + Sync {
    /// The bytes.
    fn bytes(&self) -> &[u8];

    /// Whether all of them could be read so far. A mapped file that somebody cut is read as zeros behind its
    /// new end, and says so here.
    fn is_whole(&self) -> bool {
        true
    }
}

/// Bytes in memory, where numbers of eight bytes can be read in place.
#[derive(Debug, Default)]
pub struct InMemory {
    words: Vec<u64>,
    length: usize,
}

impl InMemory {
    /// Copies bytes to where they can be read in place.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let mut words = vec![0_u64; bytes.len().div_ceil(8)];
        if let Some(place) = bytemuck::cast_slice_mut::<u64, u8>(&mut words).get_mut(..bytes.len())
        {
            place.copy_from_slice(bytes);
        }
        Self { words, length: bytes.len() }
    }
}

impl Held for InMemory {
    fn bytes(&self) -> &[u8] {
        bytemuck::cast_slice(&self.words).get(..self.length).unwrap_or_default()
    }
}

/// Why bytes are no artefact that can be used. In every case the remedy is to build it again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArtefactError {
    /// The beginning is another one.
    #[error("it is no artefact of Tamis")]
    NotAnArtefact,
    /// Of another form.
    #[error("it has form {found}, this version reads form {known}")]
    OtherForm {
        /// The number in the head.
        found: u32,
        /// The number of this version.
        known: u32,
    },
    /// The end is not the one that was written.
    #[error("its end is not where it was written: it is cut short, or bytes were added behind it")]
    CutShort,
    /// A checksum does not fit.
    #[error("it is damaged between the bytes {from} and {to}")]
    Damaged {
        /// First byte of the block.
        from: u64,
        /// Behind its last.
        to: u64,
    },
    /// A section is missing, or is not what its name says.
    #[error("its section `{section}` is missing or can't be read")]
    Section {
        /// The section.
        section: String,
    },
}

/// An artefact that was opened: head, directory and foot are checked, sections are checked block by block
/// when they are first read, or [all at once](Self::check_all).
#[derive(Debug)]
pub struct Artefact {
    held: Arc<dyn Held>,
    directory: Directory,
    blocks: Blocks,
}

impl Artefact {
    /// Opens an artefact.
    ///
    /// # Errors
    /// [`ArtefactError`] when head, directory or foot are not those of an artefact of this form.
    pub fn open(held: Arc<dyn Held>) -> Result<Self, ArtefactError> {
        let (directory, sums) = directory::read(held.bytes())?;
        let blocks = Blocks::of(sums, directory.end);
        Ok(Self { held, directory, blocks })
    }

    /// An artefact that was made here, in memory, by `fill`: nothing of it needs a check.
    ///
    /// # Errors
    /// What `fill` refuses.
    pub fn in_memory<E>(
        fill: impl FnOnce(&mut Writer<&mut Vec<u8>>) -> Result<(), E>,
    ) -> Result<Self, E>
    where
        E: From<io::Error> + From<ArtefactError>,
    {
        let mut bytes = Vec::new();
        let mut writer = Writer::to(&mut bytes)?;
        fill(&mut writer)?;
        writer.finish()?;
        let artefact = Self::open(Arc::new(InMemory::of(&bytes)))?;
        artefact.blocks.trust();
        Ok(artefact)
    }

    /// Checks all blocks against what `read` gives, from the first byte on: another way to the same bytes,
    /// so that a mapped file need not be held in memory for it.
    ///
    /// # Errors
    /// [`ArtefactError::Damaged`] for the first block that is not what it was, and what reading refuses.
    pub fn check_all<E: From<io::Error> + From<ArtefactError>>(
        &self,
        read: &mut impl io::Read,
    ) -> Result<(), E> {
        self.blocks.check_all(read)
    }

    /// The damage that was met so far, if any: then no answer that came of it counts.
    #[must_use]
    pub fn damage(&self) -> Option<ArtefactError> {
        if !self.held.is_whole() {
            return Some(ArtefactError::CutShort);
        }
        self.blocks.damage()
    }

    /// A section of values of some kind.
    ///
    /// # Errors
    /// [`ArtefactError::Section`] when there is none, or its length fits no such values.
    pub fn section<T: Pod>(&self, name: &str) -> Result<Slice<'_, T>, ArtefactError> {
        let missing = || ArtefactError::Section { section: name.to_owned() };
        let place = self.directory.place(name).ok_or_else(missing)?;
        let bytes = self.held.bytes().get(place.clone()).ok_or_else(missing)?;
        let all = bytemuck::try_cast_slice(bytes).map_err(|_| missing())?;
        Ok(Slice::of(all, self.blocks.unchecked(self.held.bytes(), place.start)))
    }

    /// The names of the sections with the bytes that they hold, in order.
    pub fn sections(&self) -> impl Iterator<Item = (&str, usize)> {
        self.directory.sections.iter().map(|(name, place)| (name.as_str(), place.len()))
    }

    /// All bytes of the artefact.
    #[must_use]
    pub fn length(&self) -> usize {
        self.held.bytes().len()
    }

    /// The checksum of the directory and of all checksums: two artefacts with the same one hold the same.
    #[must_use]
    pub const fn checksum(&self) -> u64 {
        self.directory.checksum
    }
}

#[cfg(test)]
mod tests;
