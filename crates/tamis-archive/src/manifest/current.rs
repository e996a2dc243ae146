//! The file `current.json`.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use tamis_model::{ListId, Moment, SnapshotId};

use super::{FORM, KeptPart, Place, read, unreadable, written};
use crate::current::{CurrentSet, HeldSnapshot, HoldDecision, HoldEnd, HoldReason};
use crate::error::OpenError;

/// The form of a file that speaks of held snapshots: a reader that knows nothing of them would screen
/// against them as of a day.
const WITH_HELD: u32 = 2;

#[derive(Serialize, Deserialize)]
struct CurrentForm {
    form: u32,
    lists: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    held: BTreeMap<String, HeldForm>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    decisions: Vec<DecisionForm>,
}

#[derive(Serialize, Deserialize)]
struct HeldForm {
    id: String,
    since: String,
    reasons: Vec<ReasonForm>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
enum ReasonForm {
    Fewer { before: u64, after: u64, bound: u64 },
    Changed { changed: u64, of: u64, bound: u64 },
}

#[derive(Serialize, Deserialize)]
struct DecisionForm {
    list: String,
    id: String,
    end: EndForm,
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    at: String,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum EndForm {
    Accepted,
    Rejected,
    Superseded,
    Older,
}

const ENDS: [(HoldEnd, EndForm); 4] = [
    (HoldEnd::Accepted, EndForm::Accepted),
    (HoldEnd::Rejected, EndForm::Rejected),
    (HoldEnd::Superseded, EndForm::Superseded),
    (HoldEnd::Older, EndForm::Older),
];

pub(crate) fn write_current(current: &CurrentSet) -> Vec<u8> {
    let lists = current.iter().map(|(list, id)| (list.to_string(), id.to_string())).collect();
    let held: BTreeMap<String, HeldForm> =
        current.all_held().map(|(list, held)| (list.to_string(), held.into())).collect();
    let decisions: Vec<DecisionForm> = current.decisions().iter().map(Into::into).collect();
    let form = if held.is_empty() && decisions.is_empty() { FORM } else { WITH_HELD };
    written(&CurrentForm { form, lists, held, decisions })
}

pub(crate) fn read_current(path: &Path, bytes: &[u8]) -> Result<CurrentSet, OpenError> {
    let at = Place { path, part: KeptPart::Lists, known: WITH_HELD };
    let form: CurrentForm = read(at, bytes)?;
    let list = |text: &str| ListId::new(text).map_err(|error| unreadable(at, error));
    let id = |text: &str| SnapshotId::parse(text).map_err(|error| unreadable(at, error));
    let moment = |text: &str| Moment::parse(text).map_err(|error| unreadable(at, error));
    let mut current = CurrentSet::default();
    for (name, active) in form.lists {
        current.set(list(&name)?, id(&active)?);
    }
    let mut held = BTreeMap::new();
    for (name, form) in form.held {
        let reasons = form.reasons.into_iter().map(Into::into).collect();
        let one = HeldSnapshot { id: id(&form.id)?, since: moment(&form.since)?, reasons };
        held.insert(list(&name)?, one);
    }
    let mut decisions = Vec::with_capacity(form.decisions.len());
    for form in form.decisions {
        decisions.push(HoldDecision {
            list: list(&form.list)?,
            id: id(&form.id)?,
            end: form.end.into(),
            reviewer: form.reviewer,
            reason: form.reason,
            at: moment(&form.at)?,
        });
    }
    Ok(current.with(held, decisions))
}

impl From<&HeldSnapshot> for HeldForm {
    fn from(held: &HeldSnapshot) -> Self {
        Self {
            id: held.id.to_string(),
            since: held.since.to_string(),
            reasons: held.reasons.iter().cloned().map(Into::into).collect(),
        }
    }
}

impl From<&HoldDecision> for DecisionForm {
    fn from(decision: &HoldDecision) -> Self {
        Self {
            list: decision.list.to_string(),
            id: decision.id.to_string(),
            end: decision.end.into(),
            reviewer: decision.reviewer.clone(),
            reason: decision.reason.clone(),
            at: decision.at.to_string(),
        }
    }
}

impl From<HoldReason> for ReasonForm {
    fn from(reason: HoldReason) -> Self {
        match reason {
            HoldReason::Fewer { before, after, bound } => Self::Fewer { before, after, bound },
            HoldReason::Changed { changed, of, bound } => Self::Changed { changed, of, bound },
        }
    }
}

impl From<ReasonForm> for HoldReason {
    fn from(form: ReasonForm) -> Self {
        match form {
            ReasonForm::Fewer { before, after, bound } => Self::Fewer { before, after, bound },
            ReasonForm::Changed { changed, of, bound } => Self::Changed { changed, of, bound },
        }
    }
}

impl From<HoldEnd> for EndForm {
    fn from(end: HoldEnd) -> Self {
        ENDS.iter().find(|row| row.0 == end).map_or(Self::Superseded, |row| row.1)
    }
}

impl From<EndForm> for HoldEnd {
    fn from(form: EndForm) -> Self {
        match form {
            EndForm::Accepted => Self::Accepted,
            EndForm::Rejected => Self::Rejected,
            EndForm::Superseded => Self::Superseded,
            EndForm::Older => Self::Older,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_reads_back_as_written_and_the_old_form_stays_for_old_sets() {
        let path = Path::new("current.json");
        let un = ListId::new("un").unwrap();
        let at = Moment::from_unix(1_772_179_951).unwrap();
        let mut set = CurrentSet::default();
        set.set(un.clone(), SnapshotId([1; 32]));
        let plain = write_current(&set);
        assert!(String::from_utf8_lossy(&plain).contains("\"form\": 1"));
        assert_eq!(read_current(path, &plain).unwrap(), set);
        for (number, (end, _)) in (2_u8..).zip(ENDS) {
            let reasons = vec![
                HoldReason::Fewer { before: 9, after: 1, bound: 5 },
                HoldReason::Changed { changed: 7, of: 9, bound: 25 },
            ];
            set.hold(un.clone(), HeldSnapshot { id: SnapshotId([number; 32]), since: at, reasons });
            let (reviewer, reason) = (Some("A".to_owned()), None);
            set.decide(HoldDecision {
                list: un.clone(),
                id: SnapshotId([9; 32]),
                end,
                reviewer,
                reason,
                at,
            });
        }
        let whole = write_current(&set);
        assert!(String::from_utf8_lossy(&whole).contains("\"form\": 2"));
        assert_eq!(read_current(path, &whole).unwrap(), set);
    }
}
