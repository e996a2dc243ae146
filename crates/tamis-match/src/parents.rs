//! Parents' names: what Iraqi, Syrian and Maghrebi papers tell people apart by. A party's statement is
//! compared with the entry's own statement only; no other entry is looked at, and nobody is reached
//! through a parent.

use smallvec::SmallVec;
use tamis_model::{Agreement, ParentFinding, ParentRole, PartyKind, Weight};

use crate::names::{Conflict, NameReason, NameResult, OwnName, weigh};
use crate::policy::Policy;
use crate::record::{AnalysedRecord, PreparedParent};

/// What the statements of one parent say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParentPair {
    /// Which parent.
    pub role: ParentRole,
    /// Whether the names agree.
    pub agreement: Agreement,
    /// Index of the party's statement.
    pub party: u16,
    /// Index of the entry's statement.
    pub entry: u16,
    /// What it adds. A conflict takes no more than stands above the threshold.
    pub weight: Weight,
}

/// What the parents say, father before mother: the statements that agree best, else the first that
/// conflict where all do. Names that agree in part say nothing, and neither does silence.
#[must_use]
pub fn compare(
    party: &AnalysedRecord,
    entry: &AnalysedRecord,
    policy: &Policy,
) -> SmallVec<[ParentPair; 2]> {
    let mut found = SmallVec::new();
    if party.parents.is_empty() || entry.parents.is_empty() {
        return found;
    }
    for role in [ParentRole::Father, ParentRole::Mother] {
        found.extend(of_role(role, &party.parents, &entry.parents, policy));
    }
    found
}

fn of_role(
    role: ParentRole,
    party: &[PreparedParent],
    entry: &[PreparedParent],
    policy: &Policy,
) -> Option<ParentPair> {
    let (mut best, mut silent): (Option<ParentPair>, bool) = (None, false);
    for (at, one) in (0..).zip(party).filter(|(_, parent)| parent.role == role) {
        for (other_at, other) in (0..).zip(entry).filter(|(_, parent)| parent.role == role) {
            let result = weigh(&one.name, &other.name, PartyKind::Person, policy);
            let Some(agreement) = agreement(result.as_ref()) else {
                silent = true;
                continue;
            };
            let weight = match agreement {
                Agreement::Agrees => agreeing(role, result.as_ref(), policy),
                Agreement::Conflicts => policy.parents.conflict,
            };
            if best.is_none_or(|found| weight > found.weight) {
                best = Some(ParentPair { role, agreement, party: at, entry: other_at, weight });
            }
        }
    }
    best.filter(|found| found.agreement == Agreement::Agrees || !silent)
}

/// Names agree where all parts of one are found in the other, conflict where the own names differ or
/// nothing meets.
fn agreement(result: Option<&NameResult>) -> Option<Agreement> {
    let Some(NameResult { facts, .. }) = result else { return Some(Agreement::Conflicts) };
    let covered = facts.party_covered || facts.entry_covered;
    match facts.own_name {
        OwnName::Agrees if covered && facts.conflict == Conflict::None => Some(Agreement::Agrees),
        OwnName::Differs => Some(Agreement::Conflicts),
        OwnName::Agrees | OwnName::Missing => None,
    }
}

/// What the parts that agree weigh, up to the ceiling of that parent.
fn agreeing(role: ParentRole, result: Option<&NameResult>, policy: &Policy) -> Weight {
    let reasons = result.map_or(&[][..], |result| &result.reasons);
    let parts = reasons.iter().filter(|(reason, _)| matches!(reason, NameReason::Pair(_)));
    let most = match role {
        ParentRole::Father => policy.parents.father,
        ParentRole::Mother => policy.parents.mother,
    };
    parts.map(|(_, weight)| *weight).sum::<Weight>().min(most)
}

/// The finding with its texts.
#[must_use]
pub fn tell(
    party: &AnalysedRecord,
    entry: &AnalysedRecord,
    (role, agreement, one, other): (ParentRole, Agreement, u16, u16),
) -> ParentFinding {
    let name = |record: &AnalysedRecord, at: u16| {
        let parent = record.parents.get(usize::from(at));
        parent.map(|parent| parent.name.original.to_string()).unwrap_or_default()
    };
    ParentFinding { role, agreement, party: name(party, one), entry: name(entry, other) }
}
