//! Hits and screenings: the complete, stamped and explained answer for one party.

use std::fmt;
use std::sync::Arc;

use crate::cluster::{ClusterEntry, ClusterLink, Difference};
use crate::date::CivilDate;
use crate::evidence::Evidence;
use crate::id::{EntryId, ListId, PolicyId};
use crate::party::{Party, PartyKind};
use crate::score::{Score, Threshold};
use crate::snapshot::SnapshotInfo;

/// The class of a hit, by rule. Classes order hits; they say nothing about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HitClass {
    /// Identifier, or full name with a day-compatible date.
    A,
    /// Full name, date silent or year-compatible.
    B,
    /// Partial, common or soft-conflict name.
    C,
    /// Full name, date conflict.
    D,
    /// Weak alias only.
    E,
}

impl fmt::Display for HitClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
            Self::E => "E",
        })
    }
}

/// What a screening used: without it an answer means nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamps {
    /// The snapshots that were screened against, in the order of their lists.
    pub snapshots: Vec<SnapshotInfo>,
    /// Lists that were there and left out, in their order: on them nothing is said.
    pub left_out: Vec<ListId>,
    /// The policy.
    pub policy: PolicyId,
    /// The threshold in force.
    pub threshold: Threshold,
    /// The most alerts that the answer gives out; none means all.
    pub limit: Option<usize>,
    /// The version of the engine.
    pub engine: String,
    /// The day as of which was screened; none means the snapshots as they are.
    pub as_of: Option<CivilDate>,
    /// The state of the links that reviewers joined: how many decisions were in the log.
    pub reviewed_links: u64,
}

/// A value of the party that was not used, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IgnoredValue {
    /// Which field.
    pub field: String,
    /// The value.
    pub value: String,
    /// Why.
    pub reason: String,
}

/// A pair of party and entry that the engine found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its place in the answer, from 1, counted through all alerts.
    pub rank: u32,
    /// The entry.
    pub entry: EntryId,
    /// The entry's kind.
    pub kind: PartyKind,
    /// The entry's heading.
    pub heading: String,
    /// Programmes of the entry.
    pub programmes: Vec<String>,
    /// The score.
    pub score: Score,
    /// The class.
    pub class: HitClass,
    /// The reasons, in the order in which they are told.
    pub evidence: Vec<Evidence>,
}

/// The hits of a party on one person cluster: what a desk works on as one.
///
/// Its class and score are those of its best hit, so that the strongest grade that any list gives to an
/// alias decides, and no entry is lifted by another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    /// Its place in the answer, from 1.
    pub rank: u32,
    /// The cluster: the first of its entries by list and reference, hit or not. The same for every
    /// party.
    pub cluster: EntryId,
    /// The hits on entries of the cluster, best first: class, score, list, reference. Never none.
    pub hits: Vec<Hit>,
    /// The other entries of the cluster, by list and reference.
    pub others: Vec<ClusterEntry>,
    /// Why these entries are one, in the order of the stating entries; none for a single entry.
    pub links: Vec<ClusterLink>,
    /// What the entries of the cluster state differently.
    pub differences: Vec<Difference>,
}

impl Alert {
    /// Entries of the cluster, hits and others.
    #[must_use]
    pub fn entries(&self) -> u64 {
        (self.hits.len() + self.others.len()) as u64
    }
}

/// How much was found before a limit was applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Alerts: clusters with a hit.
    pub alerts: u64,
    /// Hits: entries.
    pub hits: u64,
}

/// The complete answer for one party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screening {
    /// The party as understood.
    pub party: Party,
    /// What was not used of it.
    pub ignored: Vec<IgnoredValue>,
    /// What was used to screen.
    pub stamps: Arc<Stamps>,
    /// Entries that were considered.
    pub considered: u64,
    /// Pairs whose names alone reach the threshold and that stand below it because of a birth date.
    pub below_by_date: u64,
    /// All that was found, before a limit was applied.
    pub total: Totals,
    /// The alerts in the order of their best hits: class, score, list, reference; at most the limit,
    /// which never cuts an alert in two.
    pub alerts: Vec<Alert>,
}

impl Screening {
    /// The hits given out, in the order of their ranks.
    pub fn hits(&self) -> impl Iterator<Item = &Hit> {
        self.alerts.iter().flat_map(|alert| &alert.hits)
    }
}
