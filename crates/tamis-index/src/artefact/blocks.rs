//! The checksums of blocks, and which blocks were checked already.

use std::io;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};

use twox_hash::XxHash3_64;

use super::ArtefactError;
use super::directory::BLOCK;

/// The blocks of an artefact.
#[derive(Debug)]
pub(super) struct Blocks {
    sums: Vec<u64>,
    /// Where the last block ends.
    end: usize,
    /// A bit each: checked, and as it was.
    checked: Vec<AtomicU64>,
    /// All of them are.
    all: AtomicBool,
    /// The number of a damaged block and one more; 0 while none was met.
    damaged: AtomicUsize,
}

/// Bytes of which some blocks are not checked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unchecked<'a> {
    blocks: &'a Blocks,
    /// All bytes of the artefact.
    bytes: &'a [u8],
    /// Where the section begins in them.
    start: usize,
}

/// The checksum of a block.
pub(super) fn sum(block: &[u8]) -> u64 {
    XxHash3_64::oneshot(block)
}

impl Blocks {
    pub(super) fn of(sums: Vec<u64>, end: usize) -> Self {
        let checked = (0..sums.len().div_ceil(64)).map(|_| AtomicU64::new(0)).collect();
        Self { sums, end, checked, all: AtomicBool::new(false), damaged: AtomicUsize::new(0) }
    }

    /// The places of a block; the last one is shorter.
    fn places(&self, block: usize) -> Range<usize> {
        block * BLOCK..self.end.min((block + 1) * BLOCK)
    }

    fn damaged(&self, block: usize) -> ArtefactError {
        let places = self.places(block);
        ArtefactError::Damaged { from: places.start as u64, to: places.end as u64 }
    }

    /// Takes all blocks as checked.
    pub(super) fn trust(&self) {
        self.all.store(true, Ordering::Release);
    }

    /// What a section has to ask before it gives a value; none where all is checked.
    pub(super) fn unchecked<'a>(&'a self, bytes: &'a [u8], start: usize) -> Option<Unchecked<'a>> {
        let all = self.all.load(Ordering::Acquire);
        (!all).then_some(Unchecked { blocks: self, bytes, start })
    }

    pub(super) fn check_all<E: From<io::Error> + From<ArtefactError>>(
        &self,
        read: &mut impl io::Read,
    ) -> Result<(), E> {
        let mut room = vec![0; BLOCK];
        for (block, expected) in self.sums.iter().enumerate() {
            let bytes = room.get_mut(..self.places(block).len()).unwrap_or_default();
            read.read_exact(bytes)?;
            if sum(bytes) != *expected {
                self.found_damaged(block);
                return Err(E::from(self.damaged(block)));
            }
        }
        self.trust();
        Ok(())
    }

    pub(super) fn damage(&self) -> Option<ArtefactError> {
        let block = self.damaged.load(Ordering::Acquire).checked_sub(1)?;
        Some(self.damaged(block))
    }

    fn found_damaged(&self, block: usize) {
        self.damaged.store(block + 1, Ordering::Release);
    }
}

impl Unchecked<'_> {
    /// Whether the blocks of these bytes of the section are what they were. The first that is not is kept
    /// as the damage of the artefact.
    #[inline]
    pub(super) fn passes(&self, from: usize, length: usize) -> bool {
        let from = self.start + from;
        let (first, last) = (from / BLOCK, (from + length.max(1) - 1) / BLOCK);
        (first..=last).all(|block| self.is_known(block) || self.check(block))
    }

    #[inline]
    fn is_known(&self, block: usize) -> bool {
        let bits = self.blocks.checked.get(block / 64);
        bits.is_some_and(|bits| bits.load(Ordering::Acquire) >> (block % 64) & 1 == 1)
    }

    #[cold]
    fn check(&self, block: usize) -> bool {
        let bytes = self.bytes.get(self.blocks.places(block));
        let passes = bytes.map(sum) == self.blocks.sums.get(block).copied();
        if passes {
            if let Some(bits) = self.blocks.checked.get(block / 64) {
                bits.fetch_or(1 << (block % 64), Ordering::AcqRel);
            }
        } else {
            self.blocks.found_damaged(block);
        }
        passes
    }
}
