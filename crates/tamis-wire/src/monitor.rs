//! The stock of monitored parties as lines, and what a run tells of it, as JSON lines.

use serde::Serialize;
use serde_json::Value;
use tamis_model::{IgnoredValue, Party, Screening, SnapshotInfo};
use tamis_screen::stock::HitMark;

use crate::codes::Coded as _;
use crate::form::{IgnoredForm, PartyForm, ScreeningForm, SnapshotForm, to_line};
use crate::recorded::{RecordedError, recorded_ignored, recorded_party};

/// A party as the stock keeps it.
#[derive(Debug, Serialize)]
pub struct KeptPartyForm<'a> {
    /// Line or row of the file that it came from.
    pub row: u64,
    /// The party.
    pub party: PartyForm<'a>,
    /// What the reader of the file did not use of it.
    pub ignored: Vec<IgnoredForm<'a>>,
}

/// The line of a party.
#[must_use]
pub fn kept_line(row: u64, party: &Party, ignored: &[IgnoredValue]) -> String {
    let ignored = ignored.iter().map(Into::into).collect();
    to_line(&KeptPartyForm { row, party: party.into(), ignored }).unwrap_or_default()
}

/// The party of a line, exactly as it was kept: its row, itself, and what was not used of it.
///
/// # Errors
/// [`RecordedError`] when it is no such line.
pub fn kept_party(line: &[u8]) -> Result<(u64, Party, Vec<IgnoredValue>), RecordedError> {
    let wrong = |detail: String| RecordedError { detail };
    let value: Value = serde_json::from_slice(line).map_err(|error| wrong(error.to_string()))?;
    let row = value.get("row").and_then(Value::as_u64);
    let party = value.get("party").ok_or_else(|| wrong("it has no `party`".to_owned()))?;
    let ignored = recorded_ignored(&value)?;
    let row = row.ok_or_else(|| wrong("it has no `row`".to_owned()))?;
    Ok((row, recorded_party(party)?, ignored))
}

/// What a run tells of one party.
#[derive(Debug, Serialize)]
pub struct PartyChangesForm<'a> {
    /// The batch, by its id.
    pub batch: String,
    /// Its name.
    pub batch_name: &'a str,
    /// What became of its hits.
    pub changes: Vec<HitChangeForm<'a>>,
    /// The complete answer under the lists of today.
    pub answer: ScreeningForm<'a>,
}

impl<'a> PartyChangesForm<'a> {
    /// The changes of a party.
    #[must_use]
    pub fn new(
        batch: String,
        batch_name: &'a str,
        row: u64,
        changes: Vec<HitChangeForm<'a>>,
        answer: &'a Screening,
    ) -> Self {
        Self { batch, batch_name, changes, answer: ScreeningForm::of_row(row, answer) }
    }
}

/// What became of one hit.
#[derive(Debug, Serialize)]
pub struct HitChangeForm<'a> {
    /// `new`, `changed`, `entry_changed`, `gone` or `standing`.
    pub fate: String,
    /// The heading of the entry.
    pub heading: &'a str,
    /// What changed in the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list_change: Option<&'static str>,
    /// The entry that this one came out of, or went into.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// Fields of the entry that changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<&'static str>,
    /// The hit as it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<HitMarkForm>,
    /// The hit as it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<HitMarkForm>,
}

/// A hit in short.
#[derive(Debug, Serialize)]
pub struct HitMarkForm {
    /// `list:reference`.
    pub entry: String,
    /// The score, four digits.
    pub score: f64,
    /// The class.
    pub class: &'static str,
}

impl From<&HitMark> for HitMarkForm {
    fn from(mark: &HitMark) -> Self {
        Self { entry: mark.entry.to_string(), score: mark.score.as_f64(), class: mark.class.code() }
    }
}

/// A batch of the stock.
#[derive(Debug, Serialize)]
pub struct BatchForm<'a> {
    /// SHA-256 of its parties.
    pub id: String,
    /// Its name.
    pub name: &'a str,
    /// Rows that were read.
    pub read: u64,
    /// Parties in it.
    pub parties: u64,
    /// Rows that were rejected.
    pub rejected: u64,
    /// The day on which it was added.
    pub added: String,
    /// The day on which it was last screened.
    pub ran: Option<String>,
    /// Where its parties should be and are not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<String>,
    /// Lists that changed since.
    pub waiting: Vec<String>,
}

/// What a run did, the last line of its output.
#[derive(Debug, Serialize)]
pub struct RunForm<'a> {
    /// The snapshots of today.
    pub snapshots: Vec<SnapshotForm<'a>>,
    /// The batches.
    pub batches: Vec<BatchRunForm<'a>>,
}

/// What a run did with a batch.
#[derive(Debug, Serialize)]
pub struct BatchRunForm<'a> {
    /// The batch, by its id.
    pub batch: String,
    /// Its name.
    pub name: &'a str,
    /// Its parties.
    pub parties: u64,
    /// `first`, `look_back`, `delta` or `unchanged`.
    pub how: &'static str,
    /// Of `look_back`: what changed in the rules.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'a str>,
    /// The lists that changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<ListRunForm<'a>>,
    /// Parties that are told of.
    pub told: u64,
    /// Hits by what became of them.
    pub fates: std::collections::BTreeMap<String, u64>,
}

/// What changed in a list.
#[derive(Debug, Serialize)]
pub struct ListRunForm<'a> {
    /// The list.
    pub list: &'a str,
    /// The snapshot that was screened with last; null for a list that is new.
    pub from: Option<SnapshotForm<'a>>,
    /// The one of today.
    pub to: SnapshotForm<'a>,
    /// Changes by kind.
    pub counts: std::collections::BTreeMap<&'static str, u64>,
}

impl<'a> ListRunForm<'a> {
    /// What changed in a list.
    #[must_use]
    pub fn new(
        from: Option<&'a SnapshotInfo>,
        to: &'a SnapshotInfo,
        counts: &std::collections::BTreeMap<tamis_screen::difference::ChangeKind, u64>,
    ) -> Self {
        Self {
            list: to.list.as_str(),
            from: from.map(Into::into),
            to: to.into(),
            counts: counts.iter().map(|(kind, count)| (kind.code(), *count)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use tamis_testkit::sample;

    use super::*;

    #[test]
    fn a_kept_party_reads_back_whole() {
        for (row, screening) in sample::screenings() {
            let line = kept_line(row, &screening.party, &screening.ignored);
            assert!(!line.contains('\n'));
            let read = kept_party(line.as_bytes()).unwrap();
            assert_eq!(read, (row, screening.party, screening.ignored));
        }
        assert!(kept_party(b"{}").is_err());
        assert!(kept_party(b"\xff").is_err());
    }
}
