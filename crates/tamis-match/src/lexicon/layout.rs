//! How the lexicon lies in bytes, and how a form is found in them.
//!
//! | bytes | what |
//! |---|---|
//! | 0..[`COUNTS_AT`] | provenance as text, filled with zeros |
//! | 4, 4 | number of forms, number of blocks |
//! | 8 | checksum of all that follows |
//! | 4 × (blocks + 1) | where each block begins and the last ends, from the end of this table |
//! | the rest | blocks of [`FORMS_A_BLOCK`] forms, the last shorter |
//!
//! Numbers are little-endian, but for ids, which compare as bytes. Forms ascend by their bytes. Each
//! is: how many bytes it shares with the one before in its block, how many follow, how many ids, the
//! bytes, the ids ascending.

use std::cmp::Ordering;

use super::ID_BYTES;

/// Where the counts stand, after the text.
pub const COUNTS_AT: usize = 384;

/// Forms of a block: more are smaller and slower.
pub const FORMS_A_BLOCK: usize = 16;

/// Where the table of blocks stands.
pub(super) const OFFSETS_AT: usize = COUNTS_AT + 16;

/// The number of blocks.
pub(super) fn blocks(table: &[u8]) -> usize {
    number(table, COUNTS_AT + 4).unwrap_or(0)
}

/// The bytes of a block.
pub(super) fn block(table: &[u8], blocks: usize, at: usize) -> Option<&[u8]> {
    let base = OFFSETS_AT + 4 * (blocks + 1);
    let start = base + number(table, OFFSETS_AT + 4 * at)?;
    let end = base + number(table, OFFSETS_AT + 4 * at + 4)?;
    table.get(start..end)
}

/// A number of four bytes.
pub(super) fn number(table: &[u8], at: usize) -> Option<usize> {
    let bytes = table.get(at..)?.first_chunk::<4>()?;
    usize::try_from(u32::from_le_bytes(*bytes)).ok()
}

/// A form of a block: what it shares with the one before it, its own bytes, its ids.
pub(super) struct Row<'t> {
    pub(super) shared: usize,
    pub(super) rest: &'t [u8],
    pub(super) ids: &'t [[u8; ID_BYTES]],
}

/// Takes the next form off a block.
pub(super) fn next<'t>(block: &mut &'t [u8]) -> Option<Row<'t>> {
    let ([shared, length, count], tail) = block.split_first_chunk::<3>()?;
    let (rest, tail) = tail.split_at_checked(usize::from(*length))?;
    let (ids, tail) = tail.split_at_checked(usize::from(*count) * ID_BYTES)?;
    *block = tail;
    Some(Row { shared: usize::from(*shared), rest, ids: ids.as_chunks().0 })
}

/// The ids of a form.
pub(super) fn find<'t>(table: &'t [u8], form: &str) -> Option<&'t [[u8; ID_BYTES]]> {
    let form = form.as_bytes();
    let blocks = blocks(table);
    // the last block whose first form is not after the form
    let (mut low, mut high) = (0, blocks);
    while low < high {
        let middle = usize::midpoint(low, high);
        let first = next(&mut block(table, blocks, middle)?)?.rest;
        if first <= form { low = middle + 1 } else { high = middle }
    }
    let mut block = block(table, blocks, low.checked_sub(1)?)?;
    // how much of the form agrees with the one before, which ordered before it
    let mut agreed = 0;
    while let Some(row) = next(&mut block) {
        match row.shared.cmp(&agreed) {
            // differs from the form where the one before did
            Ordering::Greater => continue,
            // parts from the one before where that still agreed: beyond the form
            Ordering::Less => return None,
            Ordering::Equal => {}
        }
        let wanted = form.get(agreed..)?;
        let common = row.rest.iter().zip(wanted).take_while(|(one, other)| one == other).count();
        match row.rest.get(common..)?.cmp(wanted.get(common..)?) {
            Ordering::Less => agreed += common,
            Ordering::Equal => return Some(row.ids),
            Ordering::Greater => return None,
        }
    }
    None
}
