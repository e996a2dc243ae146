//! The status of the lists: which snapshot of each is in force.

use serde::Serialize;
use tamis_model::{SnapshotInfo, SnapshotScope};

use crate::form::SnapshotForm;
use crate::terminal::{TerminalStyle, columns};

/// The status as JSON.
#[derive(Debug, Serialize)]
pub struct StatusForm<'a> {
    /// The snapshots in force, in the order of their lists.
    pub lists: Vec<SnapshotForm<'a>>,
}

impl<'a> From<&'a [SnapshotInfo]> for StatusForm<'a> {
    fn from(snapshots: &'a [SnapshotInfo]) -> Self {
        Self { lists: snapshots.iter().map(Into::into).collect() }
    }
}

/// The status for a terminal.
#[must_use]
pub fn status_text(style: TerminalStyle, snapshots: &[SnapshotInfo]) -> String {
    if snapshots.is_empty() {
        return "no list is imported; `tamis lists import FILE` imports one\n".to_owned();
    }
    let header = ["list", "published", "entries", "format", "snapshot", "holds"];
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    rows.extend(snapshots.iter().map(|snapshot| {
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
        ]
    }));
    columns(style, &rows, 60)
}
