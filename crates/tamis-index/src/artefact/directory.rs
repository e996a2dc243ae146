//! Where the sections stand: head, directory and foot.

use std::ops::Range;

use twox_hash::XxHash3_64;

use super::ArtefactError;
use super::coding::{Put as _, Take};

/// The words that an artefact begins with.
const HEAD: &[u8; 16] = b"tamis artefact\n\x1a";
/// The words that it ends with.
const TAIL: &[u8; 8] = b"tamisend";
/// Bytes of the head.
pub(super) const HEAD_LENGTH: usize = 64;
/// Bytes of the foot.
const FOOT_LENGTH: usize = 40;
/// The number of the form; another number is another layout of bytes.
pub(super) const FORM: u32 = 1;
/// Bytes under one checksum.
pub(super) const BLOCK: usize = 64 * 1024;

/// What stands where.
#[derive(Debug)]
pub(super) struct Directory {
    pub(super) sections: Vec<(String, Range<usize>)>,
    /// Where the sections end.
    pub(super) end: usize,
    pub(super) checksum: u64,
}

impl Directory {
    pub(super) fn place(&self, name: &str) -> Option<Range<usize>> {
        let found = self.sections.iter().find(|(known, _)| known == name);
        found.map(|(_, place)| place.clone())
    }
}

/// The head of an artefact of this form.
pub(super) fn head() -> [u8; HEAD_LENGTH] {
    let mut head = [0; HEAD_LENGTH];
    let words = HEAD.iter().chain(&FORM.to_le_bytes()).copied().collect::<Vec<u8>>();
    for (place, byte) in head.iter_mut().zip(words) {
        *place = byte;
    }
    head
}

/// Directory, checksums and foot of sections that end at a place.
pub(super) fn written(sections: &[(String, Range<usize>)], end: usize, sums: &[u64]) -> Vec<u8> {
    let mut bytes = Vec::new();
    bytes.put_number(sections.len() as u64);
    for (name, place) in sections {
        bytes.put_text(name);
        bytes.put_number(place.start as u64);
        bytes.put_number(place.end as u64);
    }
    let length = bytes.len();
    for sum in sums {
        bytes.extend_from_slice(&sum.to_le_bytes());
    }
    let checksum = checksum(&head(), &bytes);
    for number in [end as u64, length as u64, sums.len() as u64, checksum] {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    bytes.extend_from_slice(TAIL);
    bytes
}

/// The directory of an artefact, and the checksums of its blocks.
pub(super) fn read(bytes: &[u8]) -> Result<(Directory, Vec<u64>), ArtefactError> {
    let (Some(head), Some(found)) = (bytes.get(..HEAD.len()), number_at(bytes, HEAD.len())) else {
        return Err(ArtefactError::NotAnArtefact);
    };
    if head != HEAD {
        return Err(ArtefactError::NotAnArtefact);
    }
    #[expect(clippy::cast_possible_truncation, reason = "the form is the lower half")]
    let found = found as u32;
    if found != FORM {
        return Err(ArtefactError::OtherForm { found, known: FORM });
    }
    let foot = bytes.len().checked_sub(FOOT_LENGTH).ok_or(ArtefactError::CutShort)?;
    if bytes.get(foot + 32..) != Some(TAIL) {
        return Err(ArtefactError::CutShort);
    }
    let number = |at: usize| {
        let number = number_at(bytes, foot + 8 * at)?;
        usize::try_from(number).ok()
    };
    let damaged = ArtefactError::Damaged { from: foot as u64, to: bytes.len() as u64 };
    let (Some(end), Some(length), Some(count)) = (number(0), number(1), number(2)) else {
        return Err(damaged);
    };
    let sums = count.checked_mul(8).and_then(|sums| end.checked_add(length)?.checked_add(sums));
    if sums != Some(foot) || end < HEAD_LENGTH || count != end.div_ceil(BLOCK) {
        return Err(damaged);
    }
    let (Some(head), Some(told)) = (bytes.get(..HEAD_LENGTH), bytes.get(end..foot)) else {
        return Err(damaged);
    };
    let checksum = checksum(head, told);
    if number_at(bytes, foot + 24) != Some(checksum) {
        return Err(ArtefactError::Damaged { from: end as u64, to: bytes.len() as u64 });
    }
    let (sections, sums) = told.split_at_checked(length).ok_or(damaged.clone())?;
    let sections = sections_of(sections, end).ok_or(damaged)?;
    let sums = sums.chunks_exact(8).filter_map(|sum| number_at(sum, 0)).collect();
    Ok((Directory { sections, end, checksum }, sums))
}

fn sections_of(bytes: &[u8], end: usize) -> Option<Vec<(String, Range<usize>)>> {
    let mut take = Take::of(bytes);
    let count = take.number()?;
    let mut sections = Vec::new();
    for _ in 0..count {
        let name = take.text()?.to_owned();
        let start = usize::try_from(take.number()?).ok()?;
        let behind = usize::try_from(take.number()?).ok()?;
        if start > behind || behind > end {
            return None;
        }
        sections.push((name, start..behind));
    }
    Some(sections)
}

fn checksum(head: &[u8], told: &[u8]) -> u64 {
    XxHash3_64::oneshot_with_seed(XxHash3_64::oneshot(head), told)
}

fn number_at(bytes: &[u8], at: usize) -> Option<u64> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u64::from_le_bytes(*bytes))
}
