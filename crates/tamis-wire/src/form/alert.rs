//! Alerts: hits on one person cluster, with the other entries of it, why they are one, and what they
//! state differently.

use serde::Serialize;
use tamis_model::{Alert, ClusterEntry, ClusterLink, Difference, LinkGround};

use super::screening::HitForm;
use crate::codes::Coded as _;
use crate::codes::{difference_code, ground_code};

/// An alert.
#[derive(Debug, Serialize)]
pub struct AlertForm<'a> {
    /// Its place, from 1.
    pub rank: u32,
    /// The cluster: the first of its entries.
    pub cluster: String,
    /// The score of its best hit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// The class of its best hit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<&'static str>,
    /// The hits, best first.
    pub hits: Vec<HitForm<'a>>,
    /// Entries of the cluster that are no hits.
    pub others: Vec<ClusterEntryForm<'a>>,
    /// Why the entries are one.
    pub links: Vec<LinkForm<'a>>,
    /// What they state differently.
    pub differences: Vec<DifferenceForm<'a>>,
}

impl<'a> From<&'a Alert> for AlertForm<'a> {
    fn from(alert: &'a Alert) -> Self {
        let best = alert.hits.first();
        Self {
            rank: alert.rank,
            cluster: alert.cluster.to_string(),
            score: best.map(|hit| hit.score.as_f64()),
            class: best.map(|hit| hit.class.code()),
            hits: alert.hits.iter().map(Into::into).collect(),
            others: alert.others.iter().map(Into::into).collect(),
            links: alert.links.iter().map(Into::into).collect(),
            differences: alert.differences.iter().map(Into::into).collect(),
        }
    }
}

/// An entry of a cluster that is no hit.
#[derive(Debug, Serialize)]
pub struct ClusterEntryForm<'a> {
    /// `list:reference`.
    pub entry: String,
    /// Its kind.
    pub kind: &'static str,
    /// Its heading.
    pub heading: &'a str,
    /// Its programmes.
    pub programmes: &'a [String],
}

impl<'a> From<&'a ClusterEntry> for ClusterEntryForm<'a> {
    fn from(entry: &'a ClusterEntry) -> Self {
        Self {
            entry: entry.entry.to_string(),
            kind: entry.kind.code(),
            heading: &entry.heading,
            programmes: &entry.programmes,
        }
    }
}

/// Why two entries are one.
#[derive(Debug, Serialize)]
pub struct LinkForm<'a> {
    /// The entry that states it.
    pub entry: String,
    /// The entry that is named; it need not be of a list that was screened against.
    pub other: String,
    /// `stated`, `shared_number` or `reviewed`.
    pub ground: &'static str,
    /// Of `stated`: element, attribute or column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'a str>,
    /// Of `stated`: the reference as written; of `shared_number`: the number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<&'a str>,
    /// Of `reviewed`: who joined them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewers: Option<&'a [String; 2]>,
}

impl<'a> From<&'a ClusterLink> for LinkForm<'a> {
    fn from(link: &'a ClusterLink) -> Self {
        let (field, value, reviewers) = match &link.ground {
            LinkGround::Stated { field, value } => (Some(&**field), Some(&**value), None),
            LinkGround::SharedNumber { number } => (None, Some(&**number), None),
            LinkGround::Reviewed { reviewers } => (None, None, Some(reviewers)),
        };
        Self {
            entry: link.entry.to_string(),
            other: link.other.to_string(),
            ground: ground_code(&link.ground),
            field,
            value,
            reviewers,
        }
    }
}

/// What entries of a cluster state differently.
#[derive(Debug, Serialize)]
pub struct DifferenceForm<'a> {
    /// `birth_date`, `nationality`, `sex` or `alias_grade`.
    pub field: &'static str,
    /// Of `alias_grade`: the alias.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alias: Option<&'a str>,
    /// What each entry states.
    pub values: Vec<StatedForm<'a>>,
}

/// A value as an entry states it.
#[derive(Debug, Serialize)]
pub struct StatedForm<'a> {
    /// `list:reference`.
    pub entry: String,
    /// The value.
    pub value: &'a str,
}

impl<'a> From<&'a Difference> for DifferenceForm<'a> {
    fn from(difference: &'a Difference) -> Self {
        let (field, alias) = difference_code(&difference.field);
        let values = difference.values.iter();
        Self {
            field,
            alias,
            values: values
                .map(|(entry, value)| StatedForm { entry: entry.to_string(), value })
                .collect(),
        }
    }
}
