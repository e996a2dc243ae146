//! Parents' names: each statement of one side against each of the other, of the same parent.

use tamis_match::names::{Conflict, NameReason, OwnName};
use tamis_match::{AnalysedRecord, Policy};
use tamis_model::{Agreement, ParentRole, PartyKind, Weight};

use crate::names::{Weighed, weigh};

/// Which parent, agreement, the places of the statements, what it adds.
pub(crate) type Told = (ParentRole, Agreement, u16, u16, Weight);

/// What the statements say of each parent.
pub(crate) fn compare(
    party: &AnalysedRecord,
    entry: &AnalysedRecord,
    policy: &Policy,
) -> Vec<Told> {
    [(ParentRole::Father, policy.parents.father), (ParentRole::Mother, policy.parents.mother)]
        .into_iter()
        .filter_map(|(role, most)| of_role(party, entry, role, most, policy))
        .collect()
}

fn of_role(
    party: &AnalysedRecord,
    entry: &AnalysedRecord,
    role: ParentRole,
    most: Weight,
    policy: &Policy,
) -> Option<Told> {
    let mut all: Vec<Option<Told>> = Vec::new();
    for (at, one) in party.parents.iter().enumerate() {
        for (other_at, other) in entry.parents.iter().enumerate() {
            if one.role != role || other.role != role {
                continue;
            }
            let (at, other_at) = (u16::try_from(at).ok()?, u16::try_from(other_at).ok()?);
            let weighed = weigh(&one.name, &other.name, PartyKind::Person, policy);
            all.push(match says(weighed.as_ref()) {
                Some(true) => {
                    let parts = parts(weighed.as_ref()).min(most);
                    Some((role, Agreement::Agrees, at, other_at, parts))
                }
                Some(false) => {
                    Some((role, Agreement::Conflicts, at, other_at, policy.parents.conflict))
                }
                None => None,
            });
        }
    }
    let agreeing = all.iter().flatten().filter(|told| told.1 == Agreement::Agrees);
    let most = agreeing.clone().map(|told| told.4).max();
    match most {
        Some(most) => agreeing.clone().find(|told| told.4 == most).copied(),
        None if all.iter().all(Option::is_some) => all.first().copied().flatten(),
        None => None,
    }
}

/// Yes, no, or nothing.
fn says(weighed: Option<&Weighed>) -> Option<bool> {
    let Some(weighed) = weighed else { return Some(false) };
    let known = &weighed.known;
    if known.own_name == OwnName::Differs {
        return Some(false);
    }
    let contained = known.party_covered || known.entry_covered;
    let whole = known.own_name == OwnName::Agrees && known.conflict == Conflict::None && contained;
    whole.then_some(true)
}

fn parts(weighed: Option<&Weighed>) -> Weight {
    let reasons = weighed.map(|weighed| weighed.reasons.clone()).unwrap_or_default();
    let of_parts = |reason: &NameReason| matches!(reason, NameReason::Pair(_));
    reasons.into_iter().filter(|(reason, _)| of_parts(reason)).map(|(_, weight)| weight).sum()
}
