//! Two records: all pairs of names, then dates, identifiers, attributes, the class and the score.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use tamis_match::AnalysedRecord;
use tamis_match::comparison::{Item, Reason};
use tamis_match::names::{Conflict, OwnName};
use tamis_match::policy::{Policy, WeakAliases};
use tamis_match::record::PreparedName;
use tamis_model::{
    Agreement, Ceiling, ClassRule, DateRelation, HitClass, IdentifierRelation, PartRole, PartyKind,
    Score, Threshold, Weight,
};
use tamis_text::PartClass;
use tamis_text::things::Concept;

use crate::alignment::Pair;
use crate::names::{ANCHOR, Known, Weighed, weigh};
use crate::{attributes, dates, identifiers, parents};

/// What the oracle says of two records.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// The reasons with their weights, in the order in which they are told.
    pub items: Vec<Item>,
    /// Their sum.
    pub sum: Weight,
    /// The score.
    pub score: Score,
    /// The class.
    pub class: HitClass,
    /// Whether a birth date alone keeps the pair below the threshold.
    pub below_by_date: bool,
    /// The parts of the best pair of names that answer to each other.
    pub pairs: Vec<Pair>,
}

/// Judges two records.
#[must_use]
pub fn judge(party: &AnalysedRecord, entry: &AnalysedRecord, policy: &Policy) -> Judgement {
    if !party.kind.may_be(entry.kind) {
        let differ = Item { reason: Reason::NamesDiffer, weight: Weight::from_millinats(-60_000) };
        return conclude(None, None, None, vec![differ], Weight::ZERO, policy);
    }
    let names = best_names(party, entry, policy);
    let related = identifiers::compare(&party.identifiers, &entry.identifiers, &policy.identifiers);
    let identifier = related.first().map(|(relation, ..)| *relation);
    let strong = identifier == Some(IdentifierRelation::EqualStrong);
    let mut items = items_of_names(names.as_ref().map(|(_, weighed)| weighed), strong);
    if strong && sum(&items) < Weight::ZERO {
        // a document identifies by itself: names that don't fit are shown and not counted
        items.iter_mut().for_each(|item| item.weight = Weight::ZERO);
    }
    let names_sum = sum(&items);
    let of_alias = names.as_ref().map_or(&[][..], |(name, _)| &name.births);
    let date = dates::best(&party.births, of_alias, &entry.births, &policy.dates);
    let mut lifting = Weight::ZERO;
    let date_weight = date.map_or(Weight::ZERO, |(_, weight)| weight);
    if let Some((pair, weight)) = date {
        items.push(Item { reason: Reason::BirthDate(pair), weight });
        lifting += weight.max(Weight::ZERO);
    }
    for (relation, one, other, weight) in related {
        items.push(Item { reason: Reason::Identifier(relation, one, other), weight });
        if relation != IdentifierRelation::EqualStrong {
            lifting += weight;
        }
    }
    for (role, agreement, one, other, weight) in parents::compare(party, entry, policy) {
        if agreement == Agreement::Agrees {
            items.push(Item { reason: Reason::Parent(role, agreement, one, other), weight });
            lifting += weight;
        }
    }
    let below_floor = names_sum < policy.names_floor && !strong;
    let (ceiling, most) = if below_floor {
        (Ceiling::NamesBelowFloor, Weight::ZERO)
    } else {
        (Ceiling::Attributes, policy.attributes_ceiling)
    };
    if lifting > most {
        items.push(Item { reason: Reason::Ceiling(ceiling), weight: most - lifting });
    }
    let weighed = names.map(|(_, weighed)| weighed);
    let relation = date.map(|(pair, _)| pair.relation);
    let mut date_costs = Weight::ZERO;
    if relation == Some(DateRelation::Conflict) && !strong {
        let without_date = sum(&items) - date_weight;
        in_spite_of_date(&mut items, weighed.as_ref(), date_weight, policy);
        date_costs = sum(&items) - without_date;
    }
    add_attributes(party, entry, policy, &mut items);
    conclude(weighed, relation, identifier, items, date_costs, policy)
}

/// The pair of names with the greatest sum, the first of equal ones; and the entry's name.
fn best_names<'a>(
    party: &AnalysedRecord,
    entry: &'a AnalysedRecord,
    policy: &Policy,
) -> Option<(&'a PreparedName, Weighed)> {
    use PartyKind::{Organisation, Person, Unknown};
    let mut all = Vec::new();
    let mut add = |ones: &[PreparedName], others: &'a [PreparedName], kind| {
        for one in ones {
            for other in others {
                if let Some(weighed) = weigh(one, other, kind, policy) {
                    all.push((other, weighed));
                }
            }
        }
    };
    // who or what is not told is taken for what the other side is; where neither side tells, for a thing
    // if its words do on both sides, for a person if on none, for both if on one
    match (party.kind, entry.kind) {
        (Unknown, Unknown) => {
            let (one, other) = (has_words_of_things(party), has_words_of_things(entry));
            if !(one && other) {
                add(&party.names, &entry.names, Person);
            }
            if one || other {
                add(&party.as_thing, &entry.as_thing, Organisation);
            }
        }
        (Unknown, Person) | (Person, Unknown) => add(&party.names, &entry.names, Person),
        (Unknown, thing) => add(&party.as_thing, &entry.names, thing),
        (thing, Unknown) => add(&party.names, &entry.as_thing, thing),
        (kind, _) => add(&party.names, &entry.names, kind),
    }
    let most = all.iter().map(|(_, weighed)| weighed.sum()).max()?;
    all.into_iter().find(|(_, weighed)| weighed.sum() == most)
}

/// A legal form, a weak word or a number that is no title, particle or word for a son in the same name of
/// a person.
fn has_words_of_things(record: &AnalysedRecord) -> bool {
    let all = |name: &PreparedName| [name.informative.clone(), name.other.clone()].concat();
    let mut of_persons = Vec::new();
    for name in &record.names {
        for part in all(name) {
            let classes = [
                PartClass::Title,
                PartClass::AmbiguousTitle,
                PartClass::Particle,
                PartClass::Nasab,
                PartClass::NasabBehind,
            ];
            if classes.contains(&part.part.class) {
                of_persons.push((name.number, part.part.span));
            }
        }
    }
    let roles = [PartRole::Weak, PartRole::Number, PartRole::OrganisationType];
    record.as_thing.iter().any(|name| {
        all(name).into_iter().any(|part| {
            let concept = part.concept.is_some_and(Concept::is_of_things_alone);
            (roles.contains(&part.role) || concept)
                && !of_persons.contains(&(name.number, part.part.span))
        })
    })
}

fn items_of_names(names: Option<&Weighed>, strong: bool) -> Vec<Item> {
    match names {
        Some(weighed) => {
            let reasons = weighed.reasons.iter();
            let told =
                reasons.map(|&(reason, weight)| Item { reason: Reason::Name(reason), weight });
            std::iter::once(Item { reason: Reason::Names, weight: Weight::ZERO })
                .chain(told)
                .collect()
        }
        None if strong => Vec::new(),
        None => {
            vec![Item { reason: Reason::NamesDiffer, weight: Weight::from_millinats(-60_000) }]
        }
    }
}

/// Dates in conflict: whole names of three parts stand, all else that is far or not whole falls.
fn in_spite_of_date(
    items: &mut Vec<Item>,
    names: Option<&Weighed>,
    date_weight: Weight,
    policy: &Policy,
) {
    let Some(weighed) = names else { return };
    let far = date_weight <= policy.dates.conflict_far;
    let reached = sum(items);
    let three = is_full(&weighed.known) && weighed.known.agreeing >= 3 && weighed.known.steady;
    let whole = weighed.known.entry_covered && weighed.known.party_covered;
    let stands = three
        && (whole || reached >= ANCHOR)
        && (!far || weighed.sum() >= policy.names.outweighs_far_date);
    if stands && policy.weak_aliases == WeakAliases::Alert {
        if reached < ANCHOR {
            items.push(Item { reason: Reason::AllPartsAgree, weight: ANCHOR - reached });
        }
    } else if (far || !weighed.known.all_agree) && reached > policy.names.father_ceiling {
        items.push(Item {
            reason: Reason::Ceiling(Ceiling::DateConflict),
            weight: policy.names.father_ceiling - reached,
        });
    }
}

/// Conflicts take what is above the threshold, and no more.
fn add_attributes(
    party: &AnalysedRecord,
    entry: &AnalysedRecord,
    policy: &Policy,
    items: &mut Vec<Item>,
) {
    let above = |items: &[Item]| (sum(items).0 - least_sum(policy.threshold)).max(0);
    for (role, agreement, one, other, weight) in parents::compare(party, entry, policy) {
        if agreement == Agreement::Conflicts {
            let weight = Weight((-above(items)).max(weight.0));
            items.push(Item { reason: Reason::Parent(role, agreement, one, other), weight });
        }
    }
    for (attribute, agreement) in attributes::compare(party, entry) {
        let above = above(items);
        let weight = match agreement {
            Agreement::Agrees => Weight::ZERO,
            Agreement::Conflicts => Weight((-above).max(policy.attribute_conflict.0)),
        };
        items.push(Item { reason: Reason::Attribute(attribute, agreement), weight });
    }
}

/// The least sum that reaches a threshold, looked for one by one, once for each threshold.
fn least_sum(threshold: Threshold) -> i32 {
    static FOUND: Mutex<BTreeMap<Threshold, i32>> = Mutex::new(BTreeMap::new());
    let mut found = FOUND.lock().unwrap_or_else(PoisonError::into_inner);
    *found.entry(threshold).or_insert_with(|| {
        let reaches = |sum: &i32| score(Weight(*sum)) >= threshold.score();
        (-1_000_000..1_000_000).find(reaches).unwrap_or(1_000_000)
    })
}

fn sum(items: &[Item]) -> Weight {
    items.iter().map(|item| item.weight).sum()
}

/// All parts of one side are met, own names agree, nothing is contradicted.
fn is_full(known: &Known) -> bool {
    (known.entry_covered || known.party_covered)
        && known.own_name == OwnName::Agrees
        && known.conflict == Conflict::None
}

fn class(
    known: Option<&Known>,
    date: Option<DateRelation>,
    identifier: Option<IdentifierRelation>,
) -> (HitClass, ClassRule) {
    if identifier == Some(IdentifierRelation::EqualStrong) {
        return (HitClass::A, ClassRule::IdentifierEqual);
    }
    let Some(known) = known else { return (HitClass::C, ClassRule::PartialName) };
    let full = is_full(known);
    let common = known.common && known.agreeing <= 2;
    if known.weak {
        (HitClass::E, ClassRule::WeakAlias)
    } else if full && date == Some(DateRelation::Conflict) {
        (HitClass::D, ClassRule::DateConflict)
    } else if full && date == Some(DateRelation::SameDay) {
        (HitClass::A, ClassRule::FullNameSameDay)
    } else if full && known.clear && known.agreeing >= 2 && !common {
        (HitClass::B, ClassRule::FullName)
    } else if known.agreeing == 1 {
        (HitClass::C, ClassRule::OnePartName)
    } else {
        (HitClass::C, ClassRule::PartialName)
    }
}

/// The score of a sum in 1/10,000: beyond the anchor the way to 1 that is left, below it the way from
/// 0, falls with the square of the distance; twelve nats away a quarter is left.
fn score(sum: Weight) -> Score {
    let distance = i64::from(sum.0) - i64::from(ANCHOR.0);
    let (bend, bent) = (12 * 1024, 12 * 1024 + distance.abs());
    let left = |whole: i64| whole * bend / bent * bend / bent;
    let value = if distance >= 0 { 10_000 - left(3_000) } else { left(7_000) };
    Score::from_ten_thousandths(u16::try_from(value).unwrap_or(0))
}

fn conclude(
    names: Option<Weighed>,
    date: Option<DateRelation>,
    identifier: Option<IdentifierRelation>,
    mut items: Vec<Item>,
    date_costs: Weight,
    policy: &Policy,
) -> Judgement {
    let (class, rule) = class(names.as_ref().map(|weighed| &weighed.known), date, identifier);
    if names.is_some() || identifier == Some(IdentifierRelation::EqualStrong) {
        items.insert(0, Item { reason: Reason::Class(class, rule), weight: Weight::ZERO });
    }
    let sum = sum(&items);
    let reaches = |sum: Weight| score(sum) >= policy.threshold.score();
    Judgement {
        below_by_date: date_costs < Weight::ZERO && !reaches(sum) && reaches(sum - date_costs),
        items,
        sum,
        score: score(sum),
        class,
        pairs: names.map(|weighed| weighed.pairs).unwrap_or_default(),
    }
}
