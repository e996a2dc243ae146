//! The class of a hit: a table of rules, tried in order. A class orders hits; it says nothing about
//! a person.

use tamis_model::{ClassRule, DateRelation, HitClass, IdentifierRelation};

use crate::names::NameFacts;

/// What the rules look at.
#[derive(Debug, Clone, Copy)]
pub struct Facts {
    /// The best pair of names, if any.
    pub names: Option<NameFacts>,
    /// The best relation of birth dates.
    pub date: Option<DateRelation>,
    /// The best relation of identifiers.
    pub identifier: Option<IdentifierRelation>,
}

type Rule = (fn(&Facts) -> bool, HitClass, ClassRule);

/// The rules, first match wins; the last one always does.
const RULES: [Rule; 7] = [
    (
        |f| f.identifier == Some(IdentifierRelation::EqualStrong),
        HitClass::A,
        ClassRule::IdentifierEqual,
    ),
    (|f| f.names.is_some_and(|n| n.weak), HitClass::E, ClassRule::WeakAlias),
    (|f| full(f) && f.date == Some(DateRelation::Conflict), HitClass::D, ClassRule::DateConflict),
    (|f| full(f) && f.date == Some(DateRelation::SameDay), HitClass::A, ClassRule::FullNameSameDay),
    (|f| full(f) && several(f) && !common(f) && clear(f), HitClass::B, ClassRule::FullName),
    (|f| f.names.is_some_and(|n| n.agreeing == 1), HitClass::C, ClassRule::OnePartName),
    (|_| true, HitClass::C, ClassRule::PartialName),
];

/// All parts of one side are met, the own names agree and nothing is contradicted.
fn full(facts: &Facts) -> bool {
    facts.names.is_some_and(|names| names.is_full())
}

fn several(facts: &Facts) -> bool {
    facts.names.is_some_and(|names| names.agreeing >= 2)
}

/// Two common parts, or one.
fn common(facts: &Facts) -> bool {
    facts.names.is_some_and(|names| names.common && names.agreeing <= 2)
}

/// Parts that tell enough for a full name.
fn clear(facts: &Facts) -> bool {
    facts.names.is_some_and(|names| names.clear)
}

/// The class and the rule that gave it.
#[must_use]
pub fn class(facts: &Facts) -> (HitClass, ClassRule) {
    RULES
        .iter()
        .find(|(applies, _, _)| applies(facts))
        .map_or((HitClass::C, ClassRule::PartialName), |(_, class, rule)| (*class, *rule))
}
