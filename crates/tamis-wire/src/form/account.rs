//! The account of a reading.

use std::collections::BTreeMap;

use serde::Serialize;
use tamis_model::{Account, Diagnostic, Position, Refusal};

use crate::codes::Coded as _;

/// The account of a reading: read = accepted + refused.
#[derive(Debug, Serialize)]
pub struct AccountForm<'a> {
    /// Whether read = accepted + refused.
    pub balances: bool,
    /// Records met, by the source's word.
    pub read: &'a BTreeMap<String, u64>,
    /// Records accepted, by the same word.
    pub accepted: &'a BTreeMap<String, u64>,
    /// Records refused.
    pub refused: Vec<RefusalForm<'a>>,
    /// Records that were merged into the entry of another.
    pub merged: u64,
    /// Entries that came out.
    pub entries: u64,
    /// Names that came out.
    pub names: u64,
    /// Bytes that were repaired.
    pub repaired_bytes: u64,
    /// Runs of them.
    pub repaired_runs: u64,
    /// What was noticed.
    pub diagnostics: Vec<DiagnosticForm<'a>>,
}

impl<'a> From<&'a Account> for AccountForm<'a> {
    fn from(account: &'a Account) -> Self {
        Self {
            balances: account.balances(),
            read: &account.read,
            accepted: &account.accepted,
            refused: account.refused.iter().map(Into::into).collect(),
            merged: account.merged,
            entries: account.entries,
            names: account.names,
            repaired_bytes: account.repaired_bytes,
            repaired_runs: account.repaired_runs,
            diagnostics: account.diagnostics.iter().map(Into::into).collect(),
        }
    }
}

/// Where in the source something stands.
#[derive(Debug, Serialize)]
pub struct PositionForm {
    /// Byte offset.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byte: Option<u64>,
    /// Line or row, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
}

impl From<&Position> for PositionForm {
    fn from(position: &Position) -> Self {
        Self { byte: position.byte, line: position.line }
    }
}

/// A record that was not accepted.
#[derive(Debug, Serialize)]
pub struct RefusalForm<'a> {
    /// Its reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<&'a str>,
    /// Where it stands.
    pub position: PositionForm,
    /// Why.
    pub reason: &'a str,
}

impl<'a> From<&'a Refusal> for RefusalForm<'a> {
    fn from(refusal: &'a Refusal) -> Self {
        Self {
            record: refusal.record.as_deref(),
            position: (&refusal.position).into(),
            reason: &refusal.reason,
        }
    }
}

/// Something that a reader noticed.
#[derive(Debug, Serialize)]
pub struct DiagnosticForm<'a> {
    /// What kind.
    pub kind: &'static str,
    /// The record's reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<&'a str>,
    /// Element, attribute or column.
    pub field: &'a str,
    /// Where it stands.
    pub position: PositionForm,
    /// The value as found.
    pub value: &'a str,
    /// What was done, or what it means.
    pub detail: &'a str,
}

impl<'a> From<&'a Diagnostic> for DiagnosticForm<'a> {
    fn from(diagnostic: &'a Diagnostic) -> Self {
        Self {
            kind: diagnostic.kind.code(),
            record: diagnostic.record.as_deref(),
            field: &diagnostic.field,
            position: (&diagnostic.position).into(),
            value: &diagnostic.value,
            detail: &diagnostic.detail,
        }
    }
}
