//! Statements that contradict each other, and designations that precede the founding: shown, never mended.

use tamis_model::{CivilDate, PartialDate};

use crate::designation::{ActFact, Coverage, Designation};
use crate::id::OrganisationId;
use crate::knowledge::Knowledge;
use crate::organisation::{Property, Proposition, Statement};
use crate::validity::{Bound, Holding};

/// Statements of one property of which not all can be so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict<'k> {
    /// The property.
    pub property: Property,
    /// All statements of it, in their order.
    pub statements: Vec<&'k Statement>,
}

/// A designation of before the organisation is said to be founded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeforeFounding<'k> {
    /// The act.
    pub act: &'k Designation,
    /// The fact that dates it.
    pub dated: &'k ActFact,
    /// The statements of a later founding.
    pub founded: Vec<&'k Statement>,
    /// What it was on the day of the act: these explain it. None means that nothing on file does.
    pub predecessors: Vec<&'k Statement>,
    /// What it was called then.
    pub names: Vec<&'k Statement>,
}

/// The conflicts between statements about an organisation.
#[must_use]
pub fn conflicts<'k>(knowledge: &'k Knowledge, id: &OrganisationId) -> Vec<Conflict<'k>> {
    let founded: Vec<&Statement> = knowledge.of_property(id, Property::Founded).collect();
    let apart = |one: &&Statement| founded.iter().any(|other| are_apart(one, other));
    if founded.iter().any(apart) {
        vec![Conflict { property: Property::Founded, statements: founded }]
    } else {
        Vec::new()
    }
}

/// Whether two statements of a founding can't both be so: their dates have no day in common.
fn are_apart(one: &Statement, other: &Statement) -> bool {
    match (founding(one), founding(other)) {
        (Some(one), Some(other)) => {
            one.latest() < other.earliest() || other.latest() < one.earliest()
        }
        _ => false,
    }
}

fn founding(statement: &Statement) -> Option<PartialDate> {
    match statement.proposition {
        Proposition::Founded { on, .. } => Some(on),
        _ => None,
    }
}

/// The designations by an act about the organisation itself that precede its founding as it is stated, with
/// what explains each.
#[must_use]
pub fn before_founding<'k>(
    knowledge: &'k Knowledge,
    id: &OrganisationId,
) -> Vec<BeforeFounding<'k>> {
    knowledge
        .designations_of(id)
        .filter(|act| !matches!(act.coverage, Coverage::ThroughOther(_)))
        .filter_map(|act| {
            let dated = act.beginnings().into_iter().next()?;
            let day = dated.date?.latest();
            let later = |one: &&Statement| founding(one).is_some_and(|on| on.earliest() > day);
            let founded: Vec<&Statement> =
                knowledge.of_property(id, Property::Founded).filter(later).collect();
            if founded.is_empty() {
                return None;
            }
            let predecessors = held_on(knowledge, id, Property::Predecessor, day);
            let names = held_on(knowledge, id, Property::Name, day);
            Some(BeforeFounding { act, dated, founded, predecessors, names })
        })
        .collect()
}

/// The statements of a property that held on a day, or perhaps did, by a beginning that is told.
fn held_on<'k>(
    knowledge: &'k Knowledge,
    id: &OrganisationId,
    property: Property,
    day: CivilDate,
) -> Vec<&'k Statement> {
    let held = |one: &&Statement| {
        let told = matches!(one.validity.from, Bound::On(_)) && one.validity.has_ended();
        told && matches!(one.validity.on(day), Holding::Held | Holding::Perhaps)
    };
    knowledge.of_property(id, property).filter(held).collect()
}

/// Statements that say the same and have a known origin, beside one that is unattributed: as long as there is
/// none, the claim stays marked.
#[must_use]
pub fn attributed_elsewhere<'k>(
    knowledge: &'k Knowledge,
    statement: &Statement,
) -> Vec<&'k Statement> {
    use crate::basis::Origin::{Itself, Named};
    let same = |one: &&Statement| {
        one.proposition == statement.proposition && matches!(one.origin, Itself | Named(_))
    };
    knowledge.statements_of(&statement.organisation).filter(same).collect()
}
