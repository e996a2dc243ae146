//! Screenings and hits with their stamps.

use serde::Serialize;
use serde_json::value::RawValue;
use tamis_model::{Hit, IgnoredValue, Screening, SnapshotInfo, SnapshotScope, Stamps, Totals};

use super::alert::AlertForm;
use super::evidence::EvidenceForm;
use super::party::PartyForm;
use crate::codes::Coded as _;

/// The complete answer for one party.
#[derive(Debug, Serialize)]
pub struct ScreeningForm<'a> {
    /// Line or row of the input, where the party came from a file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u64>,
    /// The party as understood.
    pub party: PartyForm<'a>,
    /// What was not used of it.
    pub ignored: Vec<IgnoredForm<'a>>,
    /// What was used to screen.
    pub stamps: Stamped<'a>,
    /// Entries that were considered.
    pub considered: u64,
    /// Pairs that stand below the threshold because of a birth date alone.
    pub below_by_date: u64,
    /// All that was found, before a limit.
    pub total: TotalsForm,
    /// The alerts in order, at most the limit.
    pub alerts: Vec<AlertForm<'a>>,
}

impl<'a> ScreeningForm<'a> {
    /// A screening of the party of a row.
    #[must_use]
    pub fn of_row(row: u64, screening: &'a Screening) -> Self {
        Self { row: Some(row), ..Self::from(screening) }
    }

    /// A screening of no row, with its stamps as they are told.
    #[must_use]
    pub fn with_stamps(screening: &'a Screening, stamps: Stamped<'a>) -> Self {
        Self {
            row: None,
            party: (&screening.party).into(),
            ignored: screening.ignored.iter().map(Into::into).collect(),
            stamps,
            considered: screening.considered,
            below_by_date: screening.below_by_date,
            total: screening.total.into(),
            alerts: screening.alerts.iter().map(Into::into).collect(),
        }
    }
}

impl<'a> From<&'a Screening> for ScreeningForm<'a> {
    fn from(screening: &'a Screening) -> Self {
        Self::with_stamps(screening, Stamped::Form(screening.stamps.as_ref().into()))
    }
}

/// Stamps to be written, or written once for many answers.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Stamped<'a> {
    /// To be written.
    Form(StampsForm<'a>),
    /// As they were written.
    Written(&'a RawValue),
}

/// How much was found.
#[derive(Debug, Serialize)]
pub struct TotalsForm {
    /// Alerts: clusters with a hit.
    pub alerts: u64,
    /// Hits: entries.
    pub hits: u64,
}

impl From<Totals> for TotalsForm {
    fn from(totals: Totals) -> Self {
        Self { alerts: totals.alerts, hits: totals.hits }
    }
}

/// A value that was not used, and why.
#[derive(Debug, Serialize)]
pub struct IgnoredForm<'a> {
    /// Which field.
    pub field: &'a str,
    /// The value.
    pub value: &'a str,
    /// Why.
    pub reason: &'a str,
}

impl<'a> From<&'a IgnoredValue> for IgnoredForm<'a> {
    fn from(ignored: &'a IgnoredValue) -> Self {
        Self { field: &ignored.field, value: &ignored.value, reason: &ignored.reason }
    }
}

/// What a screening used.
#[derive(Debug, Serialize)]
pub struct StampsForm<'a> {
    /// The snapshots, in the order of their lists.
    pub snapshots: Vec<SnapshotForm<'a>>,
    /// Lists that were there and left out; left out itself where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<&'a str>,
    /// The policy.
    pub policy: &'a str,
    /// The threshold in force.
    pub threshold: f64,
    /// The most alerts that the answer gives out; null means all.
    pub limit: Option<usize>,
    /// The version of the engine.
    pub engine: &'a str,
    /// The day as of which was screened, where one was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// The state of the links that reviewers joined: how many decisions; left out where nobody did.
    #[serde(skip_serializing_if = "is_zero")]
    pub reviewed_links: u64,
}

impl<'a> From<&'a Stamps> for StampsForm<'a> {
    fn from(stamps: &'a Stamps) -> Self {
        Self {
            snapshots: stamps.snapshots.iter().map(Into::into).collect(),
            left_out: stamps.left_out.iter().map(tamis_model::ListId::as_str).collect(),
            policy: &stamps.policy.0,
            threshold: stamps.threshold.score().as_f64(),
            limit: stamps.limit,
            engine: &stamps.engine,
            as_of: stamps.as_of.map(|day| day.to_string()),
            reviewed_links: stamps.reviewed_links,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// One dated copy of a list.
#[derive(Debug, Serialize)]
pub struct SnapshotForm<'a> {
    /// The list.
    pub list: &'a str,
    /// SHA-256 of the bytes.
    pub id: String,
    /// The format.
    pub format: &'a str,
    /// The publisher's date.
    pub published: String,
    /// That date and time as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_as_written: Option<&'a str>,
    /// The programmes that it holds, where it does not hold the whole list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub programmes: Option<&'a [String]>,
    /// Entries in it.
    pub entries: u64,
}

impl<'a> From<&'a SnapshotInfo> for SnapshotForm<'a> {
    fn from(snapshot: &'a SnapshotInfo) -> Self {
        Self {
            list: snapshot.list.as_str(),
            id: snapshot.id.to_string(),
            format: &snapshot.format,
            published: snapshot.published.to_string(),
            published_as_written: snapshot.published_as_written.as_deref(),
            programmes: match &snapshot.scope {
                SnapshotScope::Whole => None,
                SnapshotScope::Programmes(programmes) => Some(programmes),
            },
            entries: snapshot.entries,
        }
    }
}

/// A hit.
#[derive(Debug, Serialize)]
pub struct HitForm<'a> {
    /// Its place, from 1.
    pub rank: u32,
    /// The entry: `list:reference`.
    pub entry: String,
    /// Its list.
    pub list: &'a str,
    /// Its official reference.
    pub reference: &'a str,
    /// Its kind.
    pub kind: &'static str,
    /// Its heading.
    pub heading: &'a str,
    /// Its programmes.
    pub programmes: &'a [String],
    /// The score, four digits.
    pub score: f64,
    /// The class.
    pub class: &'static str,
    /// The reasons.
    pub evidence: Vec<EvidenceForm<'a>>,
}

impl<'a> From<&'a Hit> for HitForm<'a> {
    fn from(hit: &'a Hit) -> Self {
        Self {
            rank: hit.rank,
            entry: hit.entry.to_string(),
            list: hit.entry.list.as_str(),
            reference: &hit.entry.reference,
            kind: hit.kind.code(),
            heading: &hit.heading,
            programmes: &hit.programmes,
            score: hit.score.as_f64(),
            class: hit.class.code(),
            evidence: hit.evidence.iter().map(Into::into).collect(),
        }
    }
}
