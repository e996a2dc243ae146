//! One dated copy of a list.

use crate::date::CivilDate;
use crate::id::{ListId, SnapshotId};

/// Which part of a list the snapshot holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SnapshotScope {
    /// The whole list.
    #[default]
    Whole,
    /// The programmes or committees that are named (the UN file of 2014-11 holds one committee's list).
    Programmes(Vec<String>),
}

/// What identifies a snapshot and dates it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnapshotInfo {
    /// The list.
    pub list: ListId,
    /// The SHA-256 of the bytes.
    pub id: SnapshotId,
    /// The format that was recognised: `un-xml`, `eu-fsf-1.1`, `ofac-xml` …
    pub format: String,
    /// The publisher's own date: from the file, or told by the importer where the file has none.
    pub published: CivilDate,
    /// The publisher's date and time as written, where the file has it.
    pub published_as_written: Option<String>,
    /// Which part of the list it holds.
    pub scope: SnapshotScope,
    /// Entries in it.
    pub entries: u64,
}
