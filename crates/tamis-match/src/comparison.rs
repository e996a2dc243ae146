//! The comparison of two records: all evidence, its sum, the score and the class.
//!
//! A [`Comparison`] borrows the records and holds reasons as numbers and indexes; nothing in it
//! allocates for records of usual size. [`Comparison::tell`] gives the same reasons with the texts.

use smallvec::SmallVec;
use tamis_model::{
    Agreement, Attribute, Ceiling, ClassRule, DateRelation, Evidence, HitClass, IdentifierRelation,
    ParentRole, Score, Threshold, Weight,
};

use crate::classes::{Facts, class};
use crate::curve;
use crate::dates::DatePair;
use crate::explanation;
use crate::meetings::Meetings;
use crate::names::{NameReason, NameResult, may_agree_otherwise, may_weigh_more, weigh_met};
use crate::parents::{self, ParentPair};
use crate::policy::{Policy, WeakAliases};
use crate::reading::{Reading, readings};
use crate::record::{AnalysedRecord, PreparedName};
use crate::{attributes, dates, identifiers};

/// What names weigh where no part of any meets: far below every threshold.
const NAMES_DIFFER: Weight = Weight::from_millinats(-60_000);

/// One reason, before it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The class and the rule that gave it.
    Class(HitClass, ClassRule),
    /// The best pair of names; its reasons follow.
    Names,
    /// A reason inside the best pair of names.
    Name(NameReason),
    /// No part of any name meets a part of the other side's.
    NamesDiffer,
    /// The best pair of birth dates.
    BirthDate(DatePair),
    /// Identifiers that relate: how, the party's index, the entry's index.
    Identifier(IdentifierRelation, u16, u16),
    /// Nationality, birthplace or sex.
    Attribute(Attribute, Agreement),
    /// A parent's name: which, how, the party's index, the entry's index.
    Parent(ParentRole, Agreement, u16, u16),
    /// Full name of three parts and more, in spite of a date: lifts to the threshold.
    AllPartsAgree,
    /// A ceiling that binds.
    Ceiling(Ceiling),
}

/// A reason and what it adds to the sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// What was found.
    pub reason: Reason,
    /// What it adds.
    pub weight: Weight,
}

/// The reasons of a comparison; most have fewer than sixteen.
pub type Items = SmallVec<[Item; 16]>;

/// The result of comparing two records.
#[derive(Debug, Clone)]
pub struct Comparison<'a> {
    party: &'a AnalysedRecord,
    entry: &'a AnalysedRecord,
    policy: &'a Policy,
    names: Option<BestNames<'a>>,
    /// The reasons, in the order in which they are told. The score is computed from them alone.
    pub items: Items,
    /// The sum of all weights.
    pub sum: Weight,
    /// The score.
    pub score: Score,
    /// The class that a hit would have.
    pub class: HitClass,
    /// Whether the pair would stand at or above the threshold but for a birth date.
    pub below_by_date: bool,
}

/// A comparison with its evidence in full, apart from the records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldComparison {
    /// The evidence, in the order in which it is told.
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

impl Comparison<'_> {
    /// Whether the score reaches a threshold.
    #[must_use]
    pub fn reaches(&self, threshold: Threshold) -> bool {
        self.score >= threshold.score()
    }

    /// What all parts of the names weigh without the lift of names that agree: which of several
    /// equal-looking names is nearest.
    #[must_use]
    pub fn weight_of_parts(&self) -> Weight {
        let is_part = |item: &&Item| matches!(item.reason, Reason::Name(NameReason::Pair(_)));
        self.items.iter().filter(is_part).map(|item| item.weight).sum()
    }

    /// The evidence with its texts: the same reasons and weights, and other pairs of names that meet,
    /// with weight 0.
    #[must_use]
    pub fn evidence(&self) -> Vec<Evidence> {
        explanation::evidence(self)
    }

    /// The comparison with its evidence, apart from the records.
    #[must_use]
    pub fn tell(&self) -> ToldComparison {
        ToldComparison {
            evidence: self.evidence(),
            sum: self.sum,
            score: self.score,
            class: self.class,
            below_by_date: self.below_by_date,
        }
    }

    pub(crate) fn records(&self) -> (&AnalysedRecord, &AnalysedRecord) {
        (self.party, self.entry)
    }

    pub(crate) fn policy(&self) -> &Policy {
        self.policy
    }

    pub(crate) fn names(&self) -> Option<&BestNames<'_>> {
        self.names.as_ref()
    }

    /// The first name of each side.
    pub(crate) fn first_names(&self) -> [Option<&PreparedName>; 2] {
        [self.party.names.first(), self.entry.names.first()]
    }
}

impl ToldComparison {
    /// Whether the score reaches a threshold.
    #[must_use]
    pub fn reaches(&self, threshold: Threshold) -> bool {
        self.score >= threshold.score()
    }
}

/// The best pair of names of two records.
#[derive(Debug, Clone)]
pub(crate) struct BestNames<'a> {
    pub(crate) party: &'a PreparedName,
    pub(crate) entry: &'a PreparedName,
    pub(crate) result: NameResult,
    /// As what both were read.
    pub(crate) reading: Reading,
}

/// Compares two records of kinds that may be one; the order of the arguments tells which is shown as
/// the party and which as the entry.
#[must_use]
pub fn compare<'a>(
    party: &'a AnalysedRecord,
    entry: &'a AnalysedRecord,
    policy: &'a Policy,
) -> Comparison<'a> {
    let mut comparison = Comparison {
        party,
        entry,
        policy,
        names: None,
        items: Items::new(),
        sum: Weight::ZERO,
        score: curve::score(Weight::ZERO),
        class: HitClass::E,
        below_by_date: false,
    };
    let items = &mut comparison.items;
    // its place; what it is, is known last
    items.push(Item { reason: Reason::Names, weight: Weight::ZERO });
    let mut facts = Facts { names: None, date: None, identifier: None };
    let mut date_conflict = Weight::ZERO;
    if party.kind.may_be(entry.kind) {
        for reading in readings(party, entry) {
            best_names((party, entry), *reading, policy, &mut comparison.names);
        }
        let names = comparison.names.as_ref();
        date_conflict = add_evidence((party, entry), names, policy, items, &mut facts);
    } else {
        items.push(Item { reason: Reason::NamesDiffer, weight: NAMES_DIFFER });
    }
    conclude(&mut comparison, &facts, date_conflict);
    comparison
}

/// Whether anything but names can raise what a record scores beside any other, whichever of the two is
/// the party.
#[must_use]
pub fn may_be_raised(record: &AnalysedRecord) -> bool {
    record.has_dates() || !(record.identifiers.is_empty() && record.parents.is_empty())
}

/// Adds what names, dates, identifiers and attributes say; gives what a date in conflict took.
fn add_evidence(
    (party, entry): (&AnalysedRecord, &AnalysedRecord),
    names: Option<&BestNames<'_>>,
    policy: &Policy,
    items: &mut Items,
    facts: &mut Facts,
) -> Weight {
    let identified =
        identifiers::compare(&party.identifiers, &entry.identifiers, &policy.identifiers);
    let identifier = identified.first().map(|found| found.relation);
    let strong = identifier == Some(IdentifierRelation::EqualStrong);
    let mut names_sum = Weight::ZERO;
    match names {
        Some(found) => {
            names_sum = found.result.sum;
            items.push(Item { reason: Reason::Names, weight: Weight::ZERO });
            for &(reason, weight) in &found.result.reasons {
                items.push(Item { reason: Reason::Name(reason), weight });
            }
        }
        None if strong => {}
        None => {
            names_sum = NAMES_DIFFER;
            items.push(Item { reason: Reason::NamesDiffer, weight: NAMES_DIFFER });
        }
    }
    if strong && names_sum < Weight::ZERO {
        // an equal strong identifier is enough without a name; names are then shown, not counted
        for item in &mut *items {
            item.weight = Weight::ZERO;
        }
        names_sum = Weight::ZERO;
    }
    let alias_births = names.map_or(&[][..], |found| &found.entry.births);
    let date = dates::best(&party.births, alias_births, &entry.births, &policy.dates);
    let date_weight = date.map_or(Weight::ZERO, |(_, weight)| weight);
    if let Some((pair, weight)) = date {
        items.push(Item { reason: Reason::BirthDate(pair), weight });
    }
    let mut lifting = date_weight.max(Weight::ZERO);
    for found in identified {
        if found.relation != IdentifierRelation::EqualStrong {
            lifting += found.weight;
        }
        let reason = Reason::Identifier(found.relation, found.party, found.entry);
        items.push(Item { reason, weight: found.weight });
    }
    let of_parents = parents::compare(party, entry, policy);
    for found in of_parents.iter().filter(|found| found.agreement == Agreement::Agrees) {
        lifting += found.weight;
        items.push(parent(found, found.weight));
    }
    let (ceiling, most) = if names_sum < policy.names_floor && !strong {
        (Ceiling::NamesBelowFloor, Weight::ZERO)
    } else {
        (Ceiling::Attributes, policy.attributes_ceiling)
    };
    if lifting > most {
        items.push(Item { reason: Reason::Ceiling(ceiling), weight: most - lifting });
    }
    facts.names = names.map(|found| found.result.facts);
    facts.date = date.map(|(pair, _)| pair.relation);
    facts.identifier = identifier;
    let mut date_conflict = Weight::ZERO;
    if facts.date == Some(DateRelation::Conflict) && !strong {
        let before = sum(items) - date_weight;
        in_spite_of_date(items, names, date_weight, policy);
        date_conflict = sum(items) - before;
    }
    add_conflicts(party, entry, &of_parents, policy, items);
    date_conflict
}

fn sum(items: &[Item]) -> Weight {
    items.iter().map(|item| item.weight).sum()
}

/// What stands in spite of dates in conflict: names of three parts and more that agree in all of
/// them, where the policy is that of a desk. Names of two parts, agreeing or not, do not.
fn in_spite_of_date(
    items: &mut Items,
    names: Option<&BestNames<'_>>,
    date_weight: Weight,
    policy: &Policy,
) {
    let Some(found) = names else { return };
    let facts = found.result.facts;
    let far = date_weight <= policy.dates.conflict_far;
    let outweighs = !far || found.result.sum >= policy.names.outweighs_far_date;
    let reached = sum(items);
    // three common parts of a longer name are another man's as soon as a date says so
    let both = facts.entry_covered && facts.party_covered || reached >= curve::ANCHOR;
    let whole = facts.is_full() && both && facts.agreeing >= 3 && facts.steady && outweighs;
    if whole && policy.weak_aliases == WeakAliases::Alert {
        if reached < curve::ANCHOR {
            items.push(Item { reason: Reason::AllPartsAgree, weight: curve::ANCHOR - reached });
        }
    } else if far || !facts.all_agree {
        let most = policy.names.father_ceiling;
        if reached > most {
            let reason = Reason::Ceiling(Ceiling::DateConflict);
            items.push(Item { reason, weight: most - reached });
        }
    }
}

/// Conflicts of parents and attributes: they take from what stands above the threshold, never below it.
fn add_conflicts(
    party: &AnalysedRecord,
    entry: &AnalysedRecord,
    of_parents: &[ParentPair],
    policy: &Policy,
    items: &mut Items,
) {
    let found = attributes::compare(party, entry);
    let parents = of_parents.iter().filter(|found| found.agreement == Agreement::Conflicts);
    if found.is_empty() && parents.clone().next().is_none() {
        return;
    }
    let mut room = (sum(items) - curve::least_sum(policy.threshold)).max(Weight::ZERO);
    for found in parents {
        let weight = -(-found.weight).min(room);
        room += weight;
        items.push(parent(found, weight));
    }
    for (attribute, agreement) in found {
        let weight = match agreement {
            Agreement::Agrees => Weight::ZERO,
            Agreement::Conflicts => -(-policy.attribute_conflict).min(room),
        };
        room += weight;
        items.push(Item { reason: Reason::Attribute(attribute, agreement), weight });
    }
}

fn parent(found: &ParentPair, weight: Weight) -> Item {
    let ParentPair { role, agreement, party, entry, .. } = *found;
    Item { reason: Reason::Parent(role, agreement, party, entry), weight }
}

/// The sum of what was found, its score and its class.
fn conclude(comparison: &mut Comparison<'_>, facts: &Facts, date_conflict: Weight) {
    let threshold = comparison.policy.threshold.score();
    let sum = sum(&comparison.items);
    let (class, rule) = class(facts);
    if facts.names.is_none() && facts.identifier != Some(IdentifierRelation::EqualStrong) {
        // nothing was met that a class could tell of
        comparison.items.remove(0);
    } else if let Some(first) = comparison.items.first_mut() {
        first.reason = Reason::Class(class, rule);
    }
    comparison.sum = sum;
    comparison.score = curve::score(sum);
    comparison.class = class;
    comparison.below_by_date = date_conflict < Weight::ZERO
        && comparison.score < threshold
        && curve::score(sum - date_conflict) >= threshold;
}

/// Finds the pair of names, read as that, that weighs more than what is known; of pairs that weigh the
/// same, the first.
fn best_names<'a>(
    (party, entry): (&'a AnalysedRecord, &'a AnalysedRecord),
    reading: Reading,
    policy: &Policy,
    best: &mut Option<BestNames<'a>>,
) {
    let kind = reading.rules();
    let (party, entry) = (party.names_as(reading), entry.names_as(reading));
    let mut meetings = Meetings::new();
    meetings.compare(party, entry);
    if let (None, [one], [other]) = (&best, party, entry) {
        // the only pair is the best one
        if meetings.are_none() && !may_agree_otherwise((one, other), kind) {
            return;
        }
        if let Some(result) = weigh_met(one, other, meetings.of_names(0, 0), kind, policy) {
            *best = Some(BestNames { party: one, entry: other, result, reading });
        }
        return;
    }
    for (at, one) in party.iter().enumerate() {
        for (other_at, other) in entry.iter().enumerate() {
            let meetings = meetings.of_names(at, other_at);
            if let Some(found) = best
                && !may_weigh_more((one, other), meetings, kind, policy, found.result.sum)
            {
                continue;
            }
            let Some(result) = weigh_met(one, other, meetings, kind, policy) else { continue };
            if best.as_ref().is_none_or(|found| result.sum > found.result.sum) {
                *best = Some(BestNames { party: one, entry: other, result, reading });
            }
        }
    }
}
