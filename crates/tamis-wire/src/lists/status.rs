//! The status of the lists: which snapshot of each is in force, how current it is, and what is kept beside.

use std::collections::BTreeMap;

use serde::Serialize;
use tamis_model::{SnapshotInfo, SnapshotScope};

use crate::form::SnapshotForm;
use crate::terminal::{TerminalStyle, columns};

/// The status as JSON.
#[derive(Debug, Serialize)]
pub struct StatusForm<'a> {
    /// The lists, in their order.
    pub lists: Vec<ListStatusForm<'a>>,
}

/// One list.
#[derive(Debug, Serialize)]
pub struct ListStatusForm<'a> {
    /// The snapshot in force.
    #[serde(flatten)]
    pub snapshot: SnapshotForm<'a>,
    /// Its files.
    pub files: Vec<FileForm<'a>>,
    /// Records of its files.
    pub records: RecordsForm,
    /// How it differed from the one that was active when it came.
    pub changes: Option<ChangesForm<'a>>,
    /// How current it is.
    pub freshness: Option<FreshnessForm<'a>>,
    /// The last fetch of the list.
    pub fetch: Option<FetchForm<'a>>,
    /// The snapshot that waits for a person.
    pub held: Option<HeldForm<'a>>,
    /// Other snapshots that are stored.
    pub kept: Vec<SnapshotForm<'a>>,
    /// Those that waited and that nobody accepted.
    pub refused: Vec<SnapshotForm<'a>>,
}

/// A file of a snapshot.
#[derive(Debug, Serialize)]
pub struct FileForm<'a> {
    /// Its name.
    pub name: &'a str,
    /// Bytes.
    pub size: u64,
    /// Their SHA-256.
    pub sha256: String,
}

/// Records of a snapshot.
#[derive(Debug, Serialize)]
pub struct RecordsForm {
    /// Met.
    pub read: u64,
    /// That became entries.
    pub accepted: u64,
    /// That did not.
    pub refused: u64,
}

/// A difference in numbers.
#[derive(Debug, Serialize)]
pub struct ChangesForm<'a> {
    /// The id of the other snapshot.
    pub from: String,
    /// Its day.
    pub published: String,
    /// Entries by what became of them.
    #[serde(flatten)]
    pub counts: &'a BTreeMap<String, u64>,
}

/// How current a list is.
#[derive(Debug, Serialize)]
pub struct FreshnessForm<'a> {
    /// `fresh`, `stale` or `unknown`.
    pub state: &'static str,
    /// Why, in words.
    pub why: String,
    /// The last day on which the snapshot is known to have been what the publisher says.
    pub current_on: String,
    /// Days since.
    pub age_days: Option<u32>,
    /// Who publishes it.
    pub publisher: Option<&'a str>,
    /// How current they promise to be.
    pub cadence: Option<&'a str>,
    /// After how many days it counts as stale.
    pub stale_after_days: Option<u16>,
    /// Where the table of sources says that it is.
    pub address: Option<&'a str>,
}

/// The last fetch of a list.
#[derive(Debug, Serialize)]
pub struct FetchForm<'a> {
    /// Where from.
    pub address: Option<&'a str>,
    /// When the bytes came.
    pub fetched_at: Option<String>,
    /// When the publisher last said that they are as they were.
    pub checked_at: Option<String>,
    /// What failed since.
    pub failure: Option<FailureForm<'a>>,
}

/// A fetch that failed.
#[derive(Debug, Serialize)]
pub struct FailureForm<'a> {
    /// Where from.
    pub address: &'a str,
    /// When.
    pub at: String,
    /// Why.
    pub detail: &'a str,
}

/// A snapshot that waits.
#[derive(Debug, Serialize)]
pub struct HeldForm<'a> {
    /// It.
    #[serde(flatten)]
    pub snapshot: SnapshotForm<'a>,
    /// Since when.
    pub since: String,
    /// Why, in words.
    pub reasons: Vec<String>,
    /// How it differs from the active one.
    pub changes: Option<ChangesForm<'a>>,
}

/// The status for a terminal.
#[must_use]
pub fn status_text(
    style: TerminalStyle,
    lists: &[(&SnapshotInfo, Option<FreshnessForm<'_>>)],
) -> String {
    if lists.is_empty() {
        return "no list is imported; `tamis lists import FILE` imports one\n".to_owned();
    }
    let header = ["list", "published", "entries", "format", "snapshot", "holds", "age", "state"];
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    rows.extend(lists.iter().map(|(snapshot, freshness)| {
        let age = freshness.as_ref().and_then(|freshness| freshness.age_days);
        vec![
            snapshot.list.to_string(),
            snapshot.published.to_string(),
            snapshot.entries.to_string(),
            snapshot.format.clone(),
            snapshot.id.short(),
            match &snapshot.scope {
                SnapshotScope::Whole => "the whole list".to_owned(),
                SnapshotScope::Programmes(programmes) => programmes.join(", "),
            },
            age.map_or_else(|| "-".to_owned(), |days| format!("{days} d")),
            freshness.as_ref().map_or("-", |freshness| freshness.state).to_owned(),
        ]
    }));
    columns(style, &rows, 60)
}

/// A table of cells for a terminal; the first row is its head.
#[must_use]
pub fn table_text(style: TerminalStyle, rows: &[Vec<String>], widest: usize) -> String {
    columns(style, rows, widest)
}
