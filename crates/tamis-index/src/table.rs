//! Numbers found by a key: flat arrays, found by hash. Keys that fall together by chance only offer
//! more; whoever looks up judges what is found.

use std::io::{self, Write};

use crate::artefact::{Artefact, ArtefactError, Pod, Slice, Writer};

/// A table of numbers by key.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table<'a> {
    /// How far a hash is shifted to tell its bucket.
    shift: u32,
    /// Where each bucket begins, and where the last one ends.
    buckets: Slice<'a, u32>,
    /// The lower half of the hash of each key, ascending in its bucket.
    tags: Slice<'a, u32>,
    values: Slice<'a, u32>,
}

impl<'a> Table<'a> {
    /// Writes the table of some keys and their values.
    pub(crate) fn write(
        mut rows: Vec<(u64, u32)>,
        name: &str,
        to: &mut Writer<impl Write>,
    ) -> io::Result<()> {
        rows.sort_unstable();
        rows.dedup();
        let bits = (rows.len() / 2).max(2).ilog2() + 1;
        let shift = 64 - bits;
        let mut buckets = Vec::with_capacity((1 << bits) + 1);
        buckets.push(0);
        let mut at = 0;
        for bucket in 0..1_u64 << bits {
            while rows.get(at).is_some_and(|(hash, _)| hash >> shift <= bucket) {
                at += 1;
            }
            buckets.push(number(at));
        }
        #[expect(clippy::cast_possible_truncation, reason = "the lower half is meant")]
        let tags: Vec<u32> = rows.iter().map(|(hash, _)| *hash as u32).collect();
        to.section(format!("{name}.buckets"), &buckets)?;
        to.section(format!("{name}.tags"), &tags)?;
        let values: Vec<u32> = rows.into_iter().map(|(_, value)| value).collect();
        to.section(format!("{name}.values"), &values)
    }

    /// Opens a table.
    pub(crate) fn open(artefact: &'a Artefact, name: &str) -> Result<Self, ArtefactError> {
        let buckets: Slice<'a, u32> = artefact.section(&format!("{name}.buckets"))?;
        let bits = buckets.len().saturating_sub(1).checked_ilog2().unwrap_or(1);
        Ok(Self {
            shift: 64_u32.saturating_sub(bits),
            buckets,
            tags: artefact.section(&format!("{name}.tags"))?,
            values: artefact.section(&format!("{name}.values"))?,
        })
    }

    /// Calls `found` with each value of a key, and now and then with another.
    #[inline]
    pub(crate) fn each(&self, hash: u64, mut found: impl FnMut(u32)) {
        let bucket = usize::try_from(hash >> self.shift).unwrap_or(0);
        let [start, end] = *self.buckets.part(bucket..bucket + 2) else { return };
        if start == end {
            return;
        }
        let places = start as usize..end as usize;
        #[expect(clippy::cast_possible_truncation, reason = "the lower half is meant")]
        let tag = hash as u32;
        let (tags, values) = (self.tags.part(places.clone()), self.values.part(places));
        for (known, value) in tags.iter().zip(values) {
            if *known == tag {
                found(*value);
            }
        }
    }
}

/// What a key is a key of; keys of two kinds are never equal.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Of {
    Folded,
    Latin,
    Lexicon,
    Concept,
    Skeleton,
    SkeletonLess,
    Letters,
    WrittenLetters,
    Cut,
    Joined,
    Acronym,
    Name,
    Identifier,
    Word,
    Faith,
    Syllables,
}

/// The hash of a key in pieces.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hash(u64);

impl Hash {
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

    pub(crate) const fn of(kind: Of) -> Self {
        Self((kind as u64 + 1).wrapping_mul(Self::BASE))
    }

    #[inline]
    pub(crate) const fn then(self, value: u64) -> Self {
        let mixed = (self.0 ^ value).wrapping_mul(0xd6e8_feb8_6659_fd93);
        Self(mixed ^ mixed >> 32)
    }

    #[inline]
    pub(crate) fn bytes(self, bytes: &[u8]) -> Self {
        bytes.chunks(8).fold(self.then(bytes.len() as u64), |hash, chunk| {
            hash.then(chunk.iter().fold(0, |value, byte| value << 8 | u64::from(*byte)))
        })
    }

    #[inline]
    pub(crate) const fn end(self) -> u64 {
        let mixed = self.0.wrapping_mul(Self::BASE);
        mixed ^ mixed >> 29
    }
}

/// A count as it is held.
pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Rows of several values each, in a row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rows<'a, T> {
    starts: Slice<'a, u32>,
    values: Slice<'a, T>,
}

impl<'a, T: Pod> Rows<'a, T> {
    /// Writes the rows of values that are told with the number of their row, in any order.
    pub(crate) fn write(
        rows: usize,
        told: &[(u32, T)],
        name: &str,
        to: &mut Writer<impl Write>,
    ) -> io::Result<()> {
        let mut starts = vec![0_u32; rows + 1];
        for (row, _) in told {
            if let Some(count) = starts.get_mut(*row as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut values: Vec<T> = vec![T::zeroed(); told.len()];
        for (row, value) in told {
            if let Some(next) = next.get_mut(*row as usize) {
                if let Some(place) = values.get_mut(*next as usize) {
                    *place = *value;
                }
                *next += 1;
            }
        }
        to.section(format!("{name}.starts"), &starts)?;
        to.section(format!("{name}.values"), &values)
    }

    /// Opens rows.
    pub(crate) fn open(artefact: &'a Artefact, name: &str) -> Result<Self, ArtefactError> {
        Ok(Self {
            starts: artefact.section(&format!("{name}.starts"))?,
            values: artefact.section(&format!("{name}.values"))?,
        })
    }

    /// The values of a row.
    #[inline]
    pub(crate) fn row(&self, row: u32) -> &'a [T] {
        let row = row as usize;
        let [start, end] = *self.starts.part(row..row + 2) else { return &[] };
        self.values.part(start as usize..end as usize)
    }
}
