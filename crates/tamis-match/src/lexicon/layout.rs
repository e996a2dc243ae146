//! How the lexicon lies in bytes, and how a form is found in them.
//!
//! | bytes | what |
//! |---|---|
//! | 0..[`COUNTS_AT`] | provenance as text, filled with zeros |
//! | 4, 4 | number of forms, number of blocks |
//! | 8 | checksum of all that follows |
//! | 4 × (blocks + 1) | where each block begins and the last ends, from the end of this table |
//! | the rest | blocks: the forms of one range of hashes, ascending |
//!
//! Numbers are little-endian, but for ids, which compare as bytes. Each form is: 32 bits of its hash, how
//! many ids, the ids ascending.
//!
//! Forms stand for themselves by 64 bits of hash: half say the block, half are written. No two forms of
//! the table share them (the training refuses that); a form that the table does not know is taken for
//! another once in 10^9 look-ups. Front-coded in order the same forms took 2.99 MB and 700 instructions
//! a look-up, written out in blocks 4.63 MB.

use super::ID_BYTES;

/// Where the counts stand, after the text.
pub const COUNTS_AT: usize = 384;

/// Bytes that are written for a form.
pub const TAG_BYTES: usize = 4;

/// Forms of a block on average: more are smaller and slower.
pub const FORMS_A_BLOCK: usize = 4;

/// Where the table of blocks stands.
pub(super) const OFFSETS_AT: usize = COUNTS_AT + 16;

/// The block of a form, and what is written for it.
#[must_use]
pub fn place(form: &str, blocks: usize) -> (usize, [u8; TAG_BYTES]) {
    // FNV-1a, and a last mixing: the high bits of FNV alone are poor for short forms
    let hash = super::checksum(form.as_bytes());
    let mixed = (hash ^ hash >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let blocks = u64::try_from(blocks).unwrap_or_default();
    let block = usize::try_from(((mixed >> 32) * blocks) >> 32).unwrap_or_default();
    let [a, b, c, d, ..] = (mixed ^ hash).to_le_bytes();
    (block, [a, b, c, d])
}

/// The number of blocks.
pub(super) fn blocks(table: &[u8]) -> usize {
    number(table, COUNTS_AT + 4).unwrap_or(0)
}

/// The bytes of a block.
#[cfg(test)]
pub(super) fn block(table: &[u8], blocks: usize, at: usize) -> Option<&[u8]> {
    let (start, end) = bounds(table, blocks, at)?;
    table.get(start..end)
}

/// Where a block begins and ends.
fn bounds(table: &[u8], blocks: usize, at: usize) -> Option<(usize, usize)> {
    let base = OFFSETS_AT + 4 * (blocks + 1);
    let start = base + number(table, OFFSETS_AT + 4 * at)?;
    let end = base + number(table, OFFSETS_AT + 4 * at + 4)?;
    Some((start, end))
}

/// A number of four bytes.
pub(super) fn number(table: &[u8], at: usize) -> Option<usize> {
    let bytes = table.get(at..)?.first_chunk::<4>()?;
    usize::try_from(u32::from_le_bytes(*bytes)).ok()
}

/// A form of a block: what is written for it, its ids.
#[cfg(test)]
pub(super) struct Row<'t> {
    pub(super) tag: &'t [u8; TAG_BYTES],
    pub(super) ids: &'t [[u8; ID_BYTES]],
}

/// Takes the next form off a block.
#[cfg(test)]
pub(super) fn next<'t>(block: &mut &'t [u8]) -> Option<Row<'t>> {
    let (tag, tail) = block.split_first_chunk::<TAG_BYTES>()?;
    let (count, tail) = tail.split_first()?;
    let (ids, tail) = tail.split_at_checked(usize::from(*count) * ID_BYTES)?;
    *block = tail;
    Some(Row { tag, ids: ids.as_chunks().0 })
}

/// The ids of a form.
#[cfg(test)]
pub(super) fn find<'t>(table: &'t [u8], form: &str) -> Option<&'t [[u8; ID_BYTES]]> {
    find_place(table, look(table, form)).map(|(start, count)| ids_at(table, start, count))
}

/// Where a form would stand: its block, and what is written for it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Looked {
    start: u32,
    end: u32,
    tag: [u8; TAG_BYTES],
}

impl Looked {
    /// The first byte of the block.
    #[inline]
    pub(super) fn first(self, table: &[u8]) -> Option<u8> {
        table.get(self.start as usize).copied()
    }
}

/// Looks where a form would stand.
#[inline]
pub(super) fn look(table: &[u8], form: &str) -> Looked {
    let blocks = blocks(table);
    let (at, tag) = place(form, blocks);
    let (start, end) = bounds(table, blocks, at).unwrap_or_default();
    let place = |at: usize| u32::try_from(at).unwrap_or(0);
    Looked { start: place(start), end: place(end), tag }
}

/// Where the ids of a form begin, and how many they are.
pub(super) fn find_place(table: &[u8], looked: Looked) -> Option<(u32, u8)> {
    let (mut start, end, tag) = (looked.start as usize, looked.end as usize, looked.tag);
    while start < end {
        let (found, tail) = table.get(start..end)?.split_first_chunk::<TAG_BYTES>()?;
        let count = *tail.first()?;
        let ids = start + TAG_BYTES + 1;
        if *found == tag {
            return Some((u32::try_from(ids).ok()?, count));
        }
        start = ids + usize::from(count) * ID_BYTES;
    }
    None
}

/// So many ids from a place on.
#[inline]
pub(super) fn ids_at(table: &[u8], start: u32, count: u8) -> &[[u8; ID_BYTES]] {
    let start = usize::try_from(start).unwrap_or(usize::MAX);
    let bytes = start.checked_add(usize::from(count) * ID_BYTES);
    let bytes = bytes.and_then(|end| table.get(start..end)).unwrap_or_default();
    bytes.as_chunks().0
}
