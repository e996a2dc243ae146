//! What is known of a stored snapshot without reading its bytes.

use std::collections::BTreeMap;

use tamis_model::{Account, CivilDate, DiagnosticKind, Moment, Refusal, SnapshotId, SnapshotInfo};

/// A stored snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnapshotRecord {
    /// What identifies and dates it.
    pub info: SnapshotInfo,
    /// Its files, in the order in which they were given.
    pub files: Vec<FileRecord>,
    /// The account of its reading, in numbers.
    pub account: AccountSummary,
    /// The version of Tamis that read it.
    pub imported_by: String,
    /// Where its bytes were fetched; none where somebody gave the files.
    pub origin: Option<Origin>,
    /// What it was compared with when it came.
    pub compared: Option<Compared>,
}

/// Where the bytes of a snapshot were fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The address that was asked.
    pub address: String,
    /// When the bytes came.
    pub fetched_at: Moment,
}

/// How a snapshot differed from the one that was active when it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The other one.
    pub with: SnapshotId,
    /// The day of the other one.
    pub published: CivilDate,
    /// Entries by what became of them: `added`, `removed`, `changed`, `moved`, `unchanged` …
    pub counts: BTreeMap<String, u64>,
}

/// One file of a snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRecord {
    /// Its name as given, without folders.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of the bytes.
    pub sha256: [u8; 32],
}

/// An account in numbers; the refused records stay whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AccountSummary {
    /// Records met, by the source's word for them.
    pub read: BTreeMap<String, u64>,
    /// Records that became entries, by the same word.
    pub accepted: BTreeMap<String, u64>,
    /// Records that did not, and why.
    pub refused: Vec<Refusal>,
    /// Records merged into the entry of another.
    pub merged: u64,
    /// Entries.
    pub entries: u64,
    /// Names.
    pub names: u64,
    /// Repaired bytes.
    pub repaired_bytes: u64,
    /// Runs of repaired bytes.
    pub repaired_runs: u64,
    /// What else was noticed, by kind and field.
    pub diagnostics: Vec<DiagnosticCount>,
}

/// How often a kind of diagnostic came up in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiagnosticCount {
    /// Kind.
    pub kind: DiagnosticKind,
    /// Element, attribute or column.
    pub field: String,
    /// How often.
    pub count: u64,
}

impl AccountSummary {
    /// All records met.
    #[must_use]
    pub fn read_total(&self) -> u64 {
        self.read.values().sum()
    }

    /// All records that became entries.
    #[must_use]
    pub fn accepted_total(&self) -> u64 {
        self.accepted.values().sum()
    }

    /// All diagnostics.
    #[must_use]
    pub fn diagnostics_total(&self) -> u64 {
        self.diagnostics.iter().map(|diagnostic| diagnostic.count).sum()
    }
}

impl From<&Account> for AccountSummary {
    fn from(account: &Account) -> Self {
        let diagnostics = account
            .diagnostics_by_kind()
            .into_iter()
            .map(|((kind, field), count)| DiagnosticCount { kind, field: field.to_owned(), count })
            .collect();
        Self {
            read: account.read.clone(),
            accepted: account.accepted.clone(),
            refused: account.refused.clone(),
            merged: account.merged,
            entries: account.entries,
            names: account.names,
            repaired_bytes: account.repaired_bytes,
            repaired_runs: account.repaired_runs,
            diagnostics,
        }
    }
}
