//! Numbers found by a key: flat arrays, found by hash. Keys that fall together by chance only offer
//! more; whoever looks up judges what is found.

use std::io::{self, Write};

use crate::artefact::{Artefact, ArtefactError, Pod, Slice, Writer};

/// A table of numbers by key.
///
/// A row is one number: below, the value in as many bits as the largest needs; above, as much of the hash as
/// is left room for. With some six rows a bucket, one look-up in many finds a row of another key.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table<'a> {
    /// How far a hash is shifted to tell its bucket.
    shift: u32,
    /// The bits of a row that are its value.
    value: u32,
    /// Where each bucket begins, and where the last one ends.
    buckets: Slice<'a, u32>,
    /// The rows, ascending in their bucket.
    rows: Slice<'a, u32>,
}

/// Rows of a bucket are this many in the mean, or up to twice as many.
const ROWS_A_BUCKET: usize = 4;

impl<'a> Table<'a> {
    /// Writes the table of some keys and their values.
    pub(crate) fn write(
        mut rows: Vec<(u64, u32)>,
        name: &str,
        to: &mut Writer<impl Write>,
    ) -> io::Result<()> {
        let most = rows.iter().map(|(_, value)| *value).max().unwrap_or(0);
        let value = mask(u32::BITS - most.leading_zeros());
        let bits = (rows.len() / ROWS_A_BUCKET).max(2).ilog2();
        let shift = 64 - bits;
        let packed = |(hash, number): &(u64, u32)| (low(*hash) & !value) | number;
        rows.sort_unstable_by_key(|row| (row.0 >> shift, packed(row)));
        rows.dedup_by_key(|row| (row.0 >> shift, packed(row)));
        let mut buckets = Vec::with_capacity((1 << bits) + 1);
        buckets.push(0);
        let mut at = 0;
        for bucket in 0..1_u64 << bits {
            while rows.get(at).is_some_and(|(hash, _)| hash >> shift <= bucket) {
                at += 1;
            }
            buckets.push(number(at));
        }
        to.section(format!("{name}.value"), &[value])?;
        to.section(format!("{name}.buckets"), &buckets)?;
        let rows: Vec<u32> = rows.iter().map(packed).collect();
        to.section(format!("{name}.rows"), &rows)
    }

    /// Opens a table.
    pub(crate) fn open(artefact: &'a Artefact, name: &str) -> Result<Self, ArtefactError> {
        let buckets: Slice<'a, u32> = artefact.section(&format!("{name}.buckets"))?;
        let bits = buckets.len().saturating_sub(1).checked_ilog2().unwrap_or(1);
        Ok(Self {
            shift: 64_u32.saturating_sub(bits),
            value: artefact.section(&format!("{name}.value"))?.get(0).unwrap_or(u32::MAX),
            buckets,
            rows: artefact.section(&format!("{name}.rows"))?,
        })
    }

    /// Calls `found` with each value of a key, and now and then with another.
    #[inline]
    pub(crate) fn each(&self, hash: u64, mut found: impl FnMut(u32)) {
        let bucket = usize::try_from(hash >> self.shift).unwrap_or(0);
        let [start, end] = *self.buckets.part(bucket..bucket + 2) else { return };
        let rows = self.rows.part(start as usize..end as usize);
        rows.iter()
            .filter(|row| (**row ^ low(hash)) & !self.value == 0)
            .for_each(|row| found(row & self.value));
    }
}

/// The lower half of a hash.
#[expect(clippy::cast_possible_truncation, reason = "the lower half is meant")]
const fn low(hash: u64) -> u32 {
    hash as u32
}

/// So many of the lowest bits.
fn mask(bits: u32) -> u32 {
    u32::MAX.checked_shr(u32::BITS - bits).unwrap_or(0)
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
    CutConsonants,
    Joined,
    Neighbours,
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::error::Error;

    #[test]
    fn each_value_is_found_and_few_others() {
        for most in [1, 9, 1_000, u32::MAX - 1] {
            let key = |number: u32| Hash::of(Of::Word).then(number.into()).end();
            let mut all: Vec<(u64, u32)> = (0..20_000)
                .map(|number| (key(number), number.wrapping_mul(77) % (most + 1)))
                .collect();
            all.extend((0..100).map(|number| (key(number), most)));
            let artefact = Artefact::in_memory::<Box<dyn Error>>(|to| {
                Ok(Table::write(all.clone(), "keys", to)?)
            });
            let artefact = artefact.unwrap();
            let table = Table::open(&artefact, "keys").unwrap();
            let found = |hash: u64| {
                let mut found = Vec::new();
                table.each(hash, |value| found.push(value));
                found
            };
            for (hash, value) in all {
                assert!(found(hash).contains(&value), "{value} of {most}");
            }
            let others: usize = (20_000..40_000).map(|number| found(key(number)).len()).sum();
            assert!(most > 1 << 20 || others < 200, "{others} of {most}");
        }
    }

    #[test]
    fn an_empty_table_has_nothing() {
        let artefact =
            Artefact::in_memory::<Box<dyn Error>>(|to| Ok(Table::write(Vec::new(), "keys", to)?));
        let artefact = artefact.unwrap();
        Table::open(&artefact, "keys").unwrap().each(7, |_| unreachable!());
    }
}
