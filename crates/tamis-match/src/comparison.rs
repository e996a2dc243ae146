//! The comparison of two records: all evidence, its sum, the score and the class.

use tamis_model::{
    Agreement, Ceiling, DateRelation, Evidence, Finding, HitClass, IdentifierRelation, PartyKind,
    Score, Threshold, Weight,
};

use crate::classes::{Facts, class};
use crate::curve;
use crate::explanation;
use crate::names::{NameResult, weigh};
use crate::policy::Policy;
use crate::record::{AnalysedRecord, PreparedName};
use crate::{attributes, dates, identifiers};

/// The most other pairs of names that an explanation shows.
const OTHER_NAMES_SHOWN: usize = 3;

/// What names weigh where no part of any meets: far below every threshold.
const NAMES_DIFFER: Weight = Weight::from_millinats(-60_000);

/// The result of comparing two records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The evidence, in the order in which it is told. The score is computed from it alone.
    pub evidence: Vec<Evidence>,
    /// The sum of all weights.
    pub sum: Weight,
    /// The score.
    pub score: Score,
    /// The class that a hit would have.
    pub class: HitClass,
    /// Whether the pair would stand at or above the threshold but for a birth date.
    pub below_by_date: bool,
}

impl Comparison {
    /// Whether the score reaches a threshold.
    #[must_use]
    pub fn reaches(&self, threshold: Threshold) -> bool {
        self.score >= threshold.score()
    }
}

/// The best pair of names of two records, with all pairs that meet.
struct BestNames<'a> {
    best: (&'a PreparedName, &'a PreparedName, NameResult),
    others: Vec<(&'a PreparedName, &'a PreparedName, Weight)>,
}

/// Compares two records of kinds that may be one; the order of the arguments tells which is shown as
/// the party and which as the entry.
#[must_use]
pub fn compare(party: &AnalysedRecord, entry: &AnalysedRecord, policy: &Policy) -> Comparison {
    if !party.kind.may_be(entry.kind) {
        return conclude(
            vec![Evidence { finding: Finding::NamesDiffer, weight: NAMES_DIFFER }],
            Facts { names: None, date: None, identifier: None },
            Weight::ZERO,
            policy,
        );
    }
    let names = best_names(party, entry, policy);
    let identified =
        identifiers::compare(&party.identifiers, &entry.identifiers, &policy.identifiers);
    let identifier = identified.first().map(|(finding, _)| finding.relation);
    let strong = identifier == Some(IdentifierRelation::EqualStrong);
    let mut evidence = Vec::new();
    let mut names_sum = Weight::ZERO;
    match &names {
        Some(found) => {
            names_sum = found.best.2.sum;
            explanation::names(found.best.0, found.best.1, &found.best.2, &mut evidence);
        }
        None if strong => {}
        None => {
            names_sum = NAMES_DIFFER;
            evidence.push(Evidence { finding: Finding::NamesDiffer, weight: NAMES_DIFFER });
        }
    }
    if strong && names_sum < Weight::ZERO {
        // an equal strong identifier is enough without a name; names are then shown, not counted
        for item in &mut evidence {
            item.weight = Weight::ZERO;
        }
        names_sum = Weight::ZERO;
    }
    let alias_births = names.as_ref().map_or(&[][..], |found| &found.best.1.births);
    let date = dates::compare(&party.births, alias_births, true, &policy.dates)
        .into_iter()
        .chain(dates::compare(&party.births, &entry.births, false, &policy.dates))
        .max_by_key(|(finding, weight)| (*weight, finding.of_alias));
    let date_relation = date.as_ref().map(|(finding, _)| finding.relation);
    let date_weight = date.as_ref().map_or(Weight::ZERO, |(_, weight)| *weight);
    if let Some((finding, weight)) = date {
        evidence.push(Evidence { finding: Finding::BirthDate(finding), weight });
    }
    let mut lifting = date_weight.max(Weight::ZERO);
    for (finding, weight) in identified {
        if finding.relation != IdentifierRelation::EqualStrong {
            lifting += weight;
        }
        evidence.push(Evidence { finding: Finding::Identifier(finding), weight });
    }
    let ceiling = if names_sum < policy.names_floor && !strong {
        (Ceiling::NamesBelowFloor, Weight::ZERO)
    } else {
        (Ceiling::Attributes, policy.attributes_ceiling)
    };
    if lifting > ceiling.1 {
        evidence
            .push(Evidence { finding: Finding::Ceiling(ceiling.0), weight: ceiling.1 - lifting });
    }
    add_attributes(party, entry, policy, &mut evidence);
    if let Some(found) = &names {
        for (one, other, weight) in found.others.iter().take(OTHER_NAMES_SHOWN) {
            let pair = explanation::pair(one, other, *weight);
            evidence.push(Evidence { finding: Finding::OtherName(pair), weight: Weight::ZERO });
        }
    }
    let facts = Facts {
        names: names.as_ref().map(|found| found.best.2.facts),
        date: date_relation,
        identifier,
    };
    let without_date = match date_relation {
        Some(DateRelation::Conflict) => date_weight,
        _ => Weight::ZERO,
    };
    conclude(evidence, facts, without_date, policy)
}

/// Conflicts of attributes: they take from what stands above the threshold, never below it.
fn add_attributes(
    party: &AnalysedRecord,
    entry: &AnalysedRecord,
    policy: &Policy,
    evidence: &mut Vec<Evidence>,
) {
    let sum: Weight = evidence.iter().map(|item| item.weight).sum();
    let mut room = (sum - curve::least_sum(policy.threshold)).max(Weight::ZERO);
    for finding in attributes::compare(party, entry) {
        let weight = match finding.agreement {
            Agreement::Agrees => Weight::ZERO,
            Agreement::Conflicts => -(-policy.attribute_conflict).min(room),
        };
        room += weight;
        evidence.push(Evidence { finding: Finding::Attribute(finding), weight });
    }
}

fn conclude(
    mut evidence: Vec<Evidence>,
    facts: Facts,
    date_conflict: Weight,
    policy: &Policy,
) -> Comparison {
    let sum: Weight = evidence.iter().map(|item| item.weight).sum();
    let score = curve::score(sum);
    let (class, rule) = class(&facts);
    evidence.insert(0, Evidence { finding: Finding::Class(class, rule), weight: Weight::ZERO });
    let reached = |score: Score| score >= policy.threshold.score();
    let below_by_date = !reached(score) && reached(curve::score(sum - date_conflict));
    Comparison { evidence, sum, score, class, below_by_date }
}

fn best_names<'a>(
    party: &'a AnalysedRecord,
    entry: &'a AnalysedRecord,
    policy: &Policy,
) -> Option<BestNames<'a>> {
    let kind = if entry.kind == PartyKind::Unknown { party.kind } else { entry.kind };
    let mut best: Option<(&PreparedName, &PreparedName, NameResult)> = None;
    let mut met = Vec::new();
    for one in &party.names {
        for other in &entry.names {
            let Some(result) = weigh(one, other, kind, policy) else { continue };
            met.push((one, other, result.sum));
            if best.as_ref().is_none_or(|(_, _, found)| result.sum > found.sum) {
                best = Some((one, other, result));
            }
        }
    }
    let best = best?;
    let is_best = |one: &PreparedName, other: &PreparedName| {
        std::ptr::eq(one, best.0) && std::ptr::eq(other, best.1)
    };
    met.retain(|(one, other, sum)| *sum > Weight::ZERO && !is_best(one, other));
    met.sort_by_key(|(one, other, sum)| (std::cmp::Reverse(*sum), one.number, other.number));
    Some(BestNames { best, others: met })
}
