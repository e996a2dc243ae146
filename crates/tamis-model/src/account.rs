//! The account of a reading: read = accepted + refused, and all that was not understood.

use std::collections::BTreeMap;

/// Where in the source something stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Position {
    /// Byte offset from the start of the (decoded) document, where the format has one.
    pub byte: Option<u64>,
    /// Line or row, counted from 1, where the format has one.
    pub line: Option<u64>,
}

/// A record that was not accepted, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The record's reference where it has one.
    pub record: Option<String>,
    /// Where it stands.
    pub position: Position,
    /// Why, in words that name the remedy.
    pub reason: String,
}

/// What kind of thing a diagnostic tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DiagnosticKind {
    /// An element, attribute or column that the reader's table does not name.
    UnknownField,
    /// An enumerated value that the reader's table does not name.
    UnknownValue,
    /// A date that could not be read; its text is kept.
    UnreadableDate,
    /// Bytes that are not valid in the document's encoding, read as Windows-1252.
    RepairedBytes,
    /// A value that was split, un-inverted or otherwise put right; the source's text is kept.
    Reshaped,
    /// Two statements of one record that do not fit together.
    Contradiction,
    /// A reference that leads to no record (an alias row without its entry …).
    Orphan,
    /// A value that stands where it should not (a tag, mark or text outside its element).
    Misplaced,
}

/// Something that a reader noticed and did not drop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind.
    pub kind: DiagnosticKind,
    /// The record's reference where it has one.
    pub record: Option<String>,
    /// Element, attribute or column.
    pub field: String,
    /// Where it stands.
    pub position: Position,
    /// The value as found.
    pub value: String,
    /// What was done, or what it means.
    pub detail: String,
}

/// The account of one reading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Account {
    /// Records met in the source, by the source's own word for them (`INDIVIDUAL`, `ENTITY` …).
    pub read: BTreeMap<String, u64>,
    /// Records that became entries (or were merged into one), by the same word.
    pub accepted: BTreeMap<String, u64>,
    /// Records that did not.
    pub refused: Vec<Refusal>,
    /// Rows or records that were merged into the entry of another (UK rows of one group …).
    pub merged: u64,
    /// Entries that came out.
    pub entries: u64,
    /// Names that came out.
    pub names: u64,
    /// Bytes that were repaired, and the runs that they form.
    pub repaired_bytes: u64,
    /// Runs of repaired bytes: each is one character or a few, with valid text around it.
    pub repaired_runs: u64,
    /// Everything else that was noticed.
    pub diagnostics: Vec<Diagnostic>,
}

impl Account {
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

    /// The invariant: read = accepted + refused, by total.
    #[must_use]
    pub fn balances(&self) -> bool {
        self.read_total() == self.accepted_total() + self.refused.len() as u64
    }

    /// Diagnostics by kind and field, with their number: what a summary prints.
    #[must_use]
    pub fn diagnostics_by_kind(&self) -> BTreeMap<(DiagnosticKind, &str), u64> {
        let mut counts = BTreeMap::new();
        for diagnostic in &self.diagnostics {
            *counts.entry((diagnostic.kind, diagnostic.field.as_str())).or_insert(0) += 1;
        }
        counts
    }
}
