//! The index of the lists: what it was built from and what it holds.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::form::SnapshotForm;
use crate::terminal::{TerminalStyle, columns};

/// An index as JSON.
#[derive(Debug, Serialize)]
pub struct IndexForm<'a> {
    /// Its file.
    pub path: String,
    /// The engine that built it.
    pub engine: &'a str,
    /// The snapshots in it.
    pub snapshots: Vec<SnapshotForm<'a>>,
    /// Entries.
    pub entries: u64,
    /// Different names; those of unknown kind count as a person's and as a thing's.
    pub names: u64,
    /// Different words.
    pub words: u64,
    /// Bytes of each part of the file.
    pub parts: BTreeMap<&'a str, u64>,
    /// All bytes.
    pub bytes: u64,
    /// The checksum of all checksums.
    pub checksum: String,
}

/// An index for a terminal: what it is of, and how large.
#[must_use]
pub fn index_text(style: TerminalStyle, index: &IndexForm<'_>) -> String {
    let mut text = format!(
        "{}\n{} entries, {} names, {} words; {} bytes, checksum {}\nbuilt by {}\n\n",
        index.path,
        index.entries,
        index.names,
        index.words,
        index.bytes,
        index.checksum,
        index.engine
    );
    let mut rows = vec![["list", "published", "snapshot"].map(str::to_owned).to_vec()];
    rows.extend(index.snapshots.iter().map(|snapshot| {
        let id = snapshot.id.chars().take(12).collect();
        vec![snapshot.list.to_owned(), snapshot.published.clone(), id]
    }));
    text.push_str(&columns(style, &rows, 60));
    text
}

/// The parts of an index with their bytes, for a terminal.
#[must_use]
pub fn index_parts_text(style: TerminalStyle, index: &IndexForm<'_>) -> String {
    let mut rows = vec![["part", "bytes"].map(str::to_owned).to_vec()];
    rows.extend(
        index.parts.iter().map(|(part, bytes)| vec![(*part).to_owned(), bytes.to_string()]),
    );
    columns(style, &rows, 60)
}
