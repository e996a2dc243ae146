//! The stamps of a recorded answer, as far as they tell how to make it again.

use serde_json::Value;
use tamis_model::{CivilDate, ListId, SnapshotId, Threshold};

use super::{RecordedError, date, needed, text, values, wrong};

/// The stamps of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedStamps {
    /// The snapshots, in order: at least one, of each list one.
    pub snapshots: Vec<RecordedSnapshot>,
    /// Lists that were there and left out.
    pub left_out: Vec<ListId>,
    /// The id of the policy.
    pub policy: String,
    /// The threshold.
    pub threshold: Threshold,
    /// The most alerts of the answer.
    pub limit: RecordedLimit,
    /// The engine.
    pub engine: String,
    /// The day as of which was screened.
    pub as_of: Option<CivilDate>,
    /// The state of the reviewers' log.
    pub reviewed_links: u64,
}

/// A snapshot as an answer names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedSnapshot {
    /// Its list, as written.
    pub list: String,
    /// The publisher's date, as written.
    pub published: String,
    /// Its id.
    pub id: SnapshotId,
}

/// The limit of alerts of a recorded answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordedLimit {
    /// All alerts are given out.
    All,
    /// So many at most.
    Most(usize),
    /// Answers of older engines do not tell it: then alerts that are missing at the end pass for cut off.
    NotStamped,
}

impl RecordedLimit {
    /// Reads the limit at a place of stamps, or of an older manifest.
    pub(super) fn of(value: Option<&Value>) -> Result<Self, RecordedError> {
        match value {
            None => Ok(Self::NotStamped),
            Some(Value::Null) => Ok(Self::All),
            Some(value) => {
                let limit = value.as_u64().and_then(|limit| usize::try_from(limit).ok());
                let limit = limit.filter(|limit| *limit > 0);
                limit.map(Self::Most).ok_or_else(|| wrong(format!("its limit is {value}")))
            }
        }
    }

    fn words(self) -> String {
        match self {
            Self::All => "none".to_owned(),
            Self::Most(limit) => format!("{limit} alerts"),
            Self::NotStamped => "not stamped".to_owned(),
        }
    }
}

impl RecordedStamps {
    /// Reads stamps.
    ///
    /// # Errors
    /// [`RecordedError`] when a stamp is missing, or can't be one that Tamis wrote.
    pub(super) fn read(value: &Value) -> Result<Self, RecordedError> {
        let snapshots = values(value, "snapshots").map(snapshot).collect::<Result<Vec<_>, _>>()?;
        if snapshots.is_empty() {
            return Err(wrong("its stamps name no snapshot, and nothing is screened against none"));
        }
        for (place, one) in snapshots.iter().enumerate() {
            let others = snapshots.iter().take(place);
            if others.into_iter().any(|other| other.id == one.id || other.list == one.list) {
                return Err(wrong(format!("its stamps name two snapshots of `{}`", one.list)));
            }
        }
        let left_out = values(value, "left_out").map(|list| {
            let list = list.as_str().and_then(|list| ListId::new(list).ok());
            list.ok_or_else(|| wrong("`left_out` holds what is no list"))
        });
        let threshold = value.get("threshold").and_then(Value::as_f64);
        let threshold = threshold.and_then(|number| Threshold::new(number).ok());
        Ok(Self {
            snapshots,
            left_out: left_out.collect::<Result<_, _>>()?,
            policy: needed(value, "policy")?,
            threshold: threshold.ok_or_else(|| wrong("it has no `threshold`"))?,
            limit: RecordedLimit::of(value.get("limit"))?,
            engine: needed(value, "engine")?,
            as_of: text(value, "as_of").map(|day| date(&day)).transpose()?,
            reviewed_links: value.get("reviewed_links").and_then(Value::as_u64).unwrap_or(0),
        })
    }

    /// The stamps in words, one by one: what each is, and its value.
    fn told(&self) -> [(&'static str, String); 8] {
        let snapshots: Vec<String> = self
            .snapshots
            .iter()
            .map(|one| format!("{} of {} ({})", one.list, one.published, one.id.short()))
            .collect();
        let left_out: Vec<&str> = self.left_out.iter().map(ListId::as_str).collect();
        let or_none = |words: Vec<&str>| match words.as_slice() {
            [] => "none".to_owned(),
            words => words.join(", "),
        };
        [
            ("snapshots", snapshots.join(", ")),
            ("lists left out", or_none(left_out)),
            ("policy", self.policy.clone()),
            ("threshold", self.threshold.to_string()),
            ("limit", self.limit.words()),
            ("engine", self.engine.clone()),
            ("as of", self.as_of.map_or_else(|| "no day".to_owned(), |day| day.to_string())),
            ("decisions of reviewers", self.reviewed_links.to_string()),
        ]
    }

    /// Where these stamps are not the others: which, here and there, in words.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<(String, String, String)> {
        let mut found = Vec::new();
        for ((what, here), (_, there)) in self.told().into_iter().zip(other.told()) {
            if here != there {
                found.push((what.to_owned(), here, there));
            }
        }
        // ids that are alike in the digits that are shown
        if found.is_empty() && self != other {
            let ids = |stamps: &Self| -> String {
                let ids = stamps.snapshots.iter().map(|one| one.id.to_string());
                ids.collect::<Vec<_>>().join(", ")
            };
            found.push(("snapshots".to_owned(), ids(self), ids(other)));
        }
        found
    }
}

fn snapshot(value: &Value) -> Result<RecordedSnapshot, RecordedError> {
    Ok(RecordedSnapshot {
        list: needed(value, "list")?,
        published: needed(value, "published")?,
        id: SnapshotId::parse(&needed(value, "id")?).map_err(|error| wrong(error.to_string()))?,
    })
}
