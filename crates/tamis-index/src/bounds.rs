//! What a listed name can weigh at most beside a name of the party, and what it must weigh to matter.
//!
//! The argument that no entry is lost, in steps; each names the place of the matcher that it rests on.
//!
//! 1. A pair of records reaches a sum of T, with a conflict of dates or without it, only if an
//!    identifier is equal and strong, or some pair of names does one of three things (`comparison`):
//!    its own sum N reaches T; N reaches `names_floor` and `T - attributes_ceiling`, and the party has
//!    what may raise a sum (`may_be_raised`), for less than the floor is not raised; or it
//!    agrees in three parts and more, all of one side, which a date in conflict lifts to the anchor.
//! 2. N is at most the weights of pairs of parts, of runs that are one word and of acronyms, and one
//!    `initial` each for initials: all else takes away, but for lifts, never beyond the anchor
//!    (`names`). Pairs share no part, so their weights are at most the sum over the party's parts of
//!    the best meeting of each, and likewise over the entry's parts; runs are added on top.
//! 3. A lift of a person's name needs all parts of both sides met or answered by initials, or two pairs and
//!    either all parts of one side or all but one nisba or tribe of each; of a thing's name all parts of both
//!    (`names::lift_or_hold`). Where all that is met is common, two pairs lift to the floor alone, but for tribes.
//! 4. A person's name whose own name can't agree ends at `own_name_ceiling`; one with a single pair that
//!    is not whole ends at `one_word_ceiling`, or has lost what a father's contradiction costs.
//! 5. Each part of a person's name that nothing answers to costs something (`names::persons`).
//!
//! None of this looks at which side is the party: an index of parties that is asked with an entry loses
//! nobody either. What only entries have can but lower a sum (grades), or is asked of whichever side asks
//! (a birth date that stands with one alias: `AnalysedRecord::has_dates`).

use tamis_match::comparison::may_be_raised;
use tamis_match::curve::{self, ANCHOR};
use tamis_match::policy::{NameWeights, Policy, WeakAliases};
use tamis_match::reading::Reading;
use tamis_match::record::{AnalysedRecord, PreparedName};
use tamis_model::{PartyKind, Weight};
use tamis_text::PartClass;

use crate::names::{Places, Shape};

/// What a party asks of a name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked {
    /// What the sum of a pair of names must reach.
    pub(crate) least: Weight,
    /// Names that agree in three parts count however little they weigh.
    pub(crate) lifted_by_date: bool,
}

impl Asked {
    pub(crate) fn of(party: &AnalysedRecord, policy: &Policy) -> Self {
        let sum = curve::least_sum(policy.threshold);
        let lifted = policy.names_floor.max(sum - policy.attributes_ceiling);
        Self {
            least: if may_be_raised(party) { sum.min(lifted) } else { sum },
            lifted_by_date: party.has_dates()
                && policy.weak_aliases == WeakAliases::Alert
                && sum <= ANCHOR,
        }
    }
}

/// A name of the party, as far as bounds look at it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Side {
    pub(crate) shape: Shape,
    /// Places that must be met.
    pub(crate) needed: Places,
    /// Places that are titles as often as names.
    pub(crate) titles: Places,
    /// Places that are nisbas or tribes.
    pub(crate) origins: Places,
}

impl Side {
    pub(crate) fn of(name: &PreparedName, kind: PartyKind, reading: Reading) -> Self {
        let (mut needed, mut titles, mut origins) = (0, 0, 0);
        for (at, part) in (0_u32..).zip(&name.informative) {
            let place = 1_u128.wrapping_shl(at);
            match part.part.class {
                PartClass::AmbiguousTitle => titles |= place,
                PartClass::Nisba | PartClass::Tribe => {
                    needed |= place;
                    origins |= place;
                }
                _ => needed |= place,
            }
        }
        Self { shape: Shape::of(name, kind, reading), needed, titles, origins }
    }
}

/// What is met between two names, at most.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MetBetween {
    pub(crate) party: Places,
    pub(crate) entry: Places,
    /// The most that pairs, runs and acronyms weigh.
    pub(crate) sum: Weight,
    /// The most that one of them weighs.
    pub(crate) heaviest: Weight,
}

/// Whether two names may weigh what is asked.
pub(crate) fn may_reach(
    asked: Asked,
    (party, entry): (&Side, &Side),
    met: &MetBetween,
    policy: &Policy,
) -> bool {
    if party.shape.reading == Reading::Thing {
        let whole = (party.needed | party.titles) & !met.party == 0
            && (entry.needed | entry.titles) & !met.entry == 0;
        return met.sum >= asked.least || whole && ANCHOR >= asked.least;
    }
    person_may_reach(asked, (party, entry), met, &policy.names, policy.names_floor)
}

fn person_may_reach(
    asked: Asked,
    (party, entry): (&Side, &Side),
    met: &MetBetween,
    weights: &NameWeights,
    floor: Weight,
) -> bool {
    let initials = i32::from(party.shape.initials) + i32::from(entry.shape.initials);
    let sum = met.sum + Weight(weights.initial.0 * initials);
    let own_name_agrees =
        |side: &Side, met: Places| side.shape.may_lack_own_name || met & 1 == 1 || initials > 0;
    if !own_name_agrees(party, met.party) || !own_name_agrees(entry, met.entry) {
        return sum.min(weights.own_name_ceiling) >= asked.least;
    }
    let (party_lacks, entry_lacks) = (party.needed & !met.party, entry.needed & !met.entry);
    let pairs = met.party.count_ones().min(met.entry.count_ones());
    let whole = party_lacks == 0 && entry_lacks == 0;
    let by_initials = party_lacks.count_ones() <= u32::from(entry.shape.initials)
        && entry_lacks.count_ones() <= u32::from(party.shape.initials);
    // a word of origin may be met and yet answer to nothing
    let may_lack_origin = |lacks: Places, side: &Side| {
        side.origins != 0 && lacks.count_ones() <= 1 && lacks & !side.origins == 0
    };
    let but_origins =
        pairs >= 2 && may_lack_origin(party_lacks, party) && may_lack_origin(entry_lacks, entry);
    let contained = pairs >= 2 && (party_lacks == 0 || entry_lacks == 0);
    if whole || by_initials || but_origins || contained && met.heaviest > weights.common {
        return sum.max(ANCHOR) >= asked.least;
    }
    if contained && (sum.max(floor) >= asked.least || pairs >= 3 && asked.lifted_by_date) {
        return true;
    }
    let lacks = i32::try_from(party_lacks.count_ones() + entry_lacks.count_ones()).unwrap_or(0);
    // a part that stands alone, or half of two that face each other
    let softly = weights.soft_conflict.0 / (2 * i32::try_from(pairs.max(1)).unwrap_or(1));
    let cost = weights.omitted.0.max(softly).max(weights.own_name_conflict.0 / 2).min(0);
    let sum = sum + Weight(cost * (lacks - initials.min(lacks)));
    let most = if pairs <= 1 {
        sum.min(weights.one_word_ceiling.max(met.sum + weights.own_name_conflict))
    } else {
        sum
    };
    most >= asked.least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_follows_the_policy() {
        let policy = Policy::vetting();
        let mut party = AnalysedRecord::of_party(&tamis_model::Party::default(), &policy).unwrap();
        assert_eq!(Asked::of(&party, &policy).least, ANCHOR);
        party.births = tamis_model::DateStatement::read("1984").into_iter().collect();
        assert_eq!(Asked::of(&party, &policy).least, policy.names_floor);
        assert!(Asked::of(&party, &policy).lifted_by_date);
        // an entry may state its dates with an alias alone
        let mut entry = AnalysedRecord { births: Vec::new(), ..party.clone() };
        assert_eq!(Asked::of(&entry, &policy).least, ANCHOR);
        let name = tamis_model::PartyName::whole("Jalil Testi");
        let named = tamis_model::Party { names: vec![name], ..tamis_model::Party::default() };
        entry.names = AnalysedRecord::of_party(&named, &policy).unwrap().names;
        entry.names[0].births.clone_from(&party.births);
        assert!(Asked::of(&entry, &policy).lifted_by_date);
        assert_eq!(Asked::of(&entry, &policy).least, policy.names_floor);
        assert!(!Asked::of(&party, &Policy::bulk()).lifted_by_date);
    }
}
