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
//!    the best pair that begins with each, a run of parts counted for its first, and likewise over the entry's.
//! 3. A lift of a person's name needs all parts of both sides met, all of them near or none by an edit, or
//!    answered by initials; or two pairs, near and by no edit, and either all parts of one side or all but one
//!    nisba or tribe of each, initials beside them; of a thing's name all parts of both (`names::lift_or_hold`). Where all that is met
//!    is common, two pairs lift to the floor alone, but for tribes.
//! 4. A person's name whose own name can't agree ends at `own_name_ceiling`; one with a single pair that
//!    is not whole ends at `one_word_ceiling`, or has lost what a father's contradiction costs.
//! 5. Each part of a person's name that nothing answers to costs something, but for those that may stand alone (`names::persons`).
//!
//! None of this looks at which side is the party: an index of parties that is asked with an entry loses
//! nobody either. What only entries have can but lower a sum (grades), or is asked of whichever side asks
//! (a birth date that stands with one alias: `AnalysedRecord::has_dates`).

use tamis_match::comparison::may_be_raised;
use tamis_match::curve::{self, ANCHOR};
use tamis_match::names::may_stand_alone;
use tamis_match::policy::{NameWeights, Policy, WeakAliases};
use tamis_match::reading::Reading;
use tamis_match::record::{AnalysedRecord, PreparedName};
use tamis_model::{PartyKind, Weight};
use tamis_text::PartClass;

use crate::names::{Places, Shape};
use crate::sums::Told;
use crate::vocabulary::Manner;

/// What a party asks of a name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked {
    /// What the sum of a pair of names must reach where nothing else raises it.
    pub(crate) alone: Weight,
    /// What it must reach at least, where something does.
    pub(crate) raised: Weight,
    /// Names that agree in three parts count however little they weigh.
    pub(crate) lifted_by_date: bool,
}

impl Asked {
    pub(crate) fn of(party: &AnalysedRecord, policy: &Policy) -> Self {
        let alone = curve::least_sum(policy.threshold);
        let raised = alone.min(policy.names_floor.max(alone - policy.attributes_ceiling));
        Self {
            alone,
            raised: if may_be_raised(party) { raised } else { alone },
            lifted_by_date: party.has_dates()
                && policy.weak_aliases == WeakAliases::Alert
                && alone <= ANCHOR,
        }
    }
}

/// Of which entries of a name it may reach what is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Of none.
    None,
    /// Of those that something else than names raises, and those that state a date, as far as each is said.
    Some {
        /// Where something raises it.
        raised: bool,
        /// Where a date lifts it though it is in conflict.
        dated: bool,
    },
    /// Of all.
    All,
}

/// A name of the party, as far as bounds look at it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Side {
    pub(crate) shape: Shape,
    /// Places that must be met.
    pub(crate) needed: Places,
    /// Places that are titles as often as names, or particles elsewhere.
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
                _ if may_stand_alone(name, part) => titles |= place,
                PartClass::Nisba | PartClass::Tribe => {
                    needed |= place;
                    origins |= place;
                }
                _ => needed |= place,
            }
        }
        Self { shape: Shape::of(name, kind, reading), needed, titles, origins }
    }

    /// Whether what it lacks is at most one of its nisbas and tribes, and what initials of the other side answer to.
    fn may_lack_origin(&self, lacks: Places, initials: u32) -> bool {
        let others = (lacks & !self.origins).count_ones();
        let origins = (lacks & self.origins).count_ones();
        self.origins != 0 && others + origins.saturating_sub(1) <= initials
    }
}

/// Places of the party's name and of a listed one.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Both {
    party: Places,
    entry: Places,
}

impl Both {
    fn add_if(&mut self, told: bool, party: Places, entry: Places) {
        if told {
            self.party |= party;
            self.entry |= entry;
        }
    }

    /// What both sides lack of what they need.
    const fn lacks(&self, party: &Side, entry: &Side) -> [Places; 2] {
        [party.needed & !self.party, entry.needed & !self.entry]
    }
}

/// What is met between two names, at most.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct MetBetween {
    met: Both,
    /// Near enough for one name to be contained in the other.
    near: Both,
    /// By no edit.
    firm: Both,
    /// Both of these.
    steady: Both,
    /// The most that pairs, runs and acronyms weigh.
    pub(crate) sum: Weight,
    /// The most that one of them weighs.
    heaviest: Weight,
}

impl MetBetween {
    /// Adds a pair, a run or an acronym.
    pub(crate) fn add(&mut self, party: Places, entry: Places, weight: Weight, manner: Manner) {
        self.met.add_if(true, party, entry);
        self.near.add_if(manner.is_near(), party, entry);
        self.firm.add_if(manner.is_firm(), party, entry);
        self.steady.add_if(manner.is_near() && manner.is_firm(), party, entry);
        self.heaviest = self.heaviest.max(weight);
    }
}

/// Of which entries two names may weigh what is asked.
pub(crate) fn reach(
    asked: Asked,
    sides: (&Side, &Side),
    met: &MetBetween,
    policy: &Policy,
) -> Reach {
    let reaches = |least| may_reach(Least { least, lifted_by_date: false }, sides, met, policy);
    if reaches(asked.alone) {
        return Reach::All;
    }
    let raised = asked.raised < asked.alone && reaches(asked.raised);
    let lifted = Least { least: asked.alone, lifted_by_date: true };
    let dated = asked.lifted_by_date && may_reach(lifted, sides, met, policy);
    if raised || dated { Reach::Some { raised, dated } } else { Reach::None }
}

/// What a pair of names must reach.
#[derive(Debug, Clone, Copy)]
struct Least {
    least: Weight,
    lifted_by_date: bool,
}

/// Whether two names may weigh so much.
fn may_reach(
    asked: Least,
    (party, entry): (&Side, &Side),
    met: &MetBetween,
    policy: &Policy,
) -> bool {
    if party.shape.reading == Reading::Thing {
        let whole = (party.needed | party.titles) & !met.met.party == 0
            && (entry.needed | entry.titles) & !met.met.entry == 0;
        return met.sum >= asked.least || whole && ANCHOR >= asked.least;
    }
    person_may_reach(asked, (party, entry), met, &policy.names, policy.names_floor)
}

fn person_may_reach(
    asked: Least,
    (party, entry): (&Side, &Side),
    met: &MetBetween,
    weights: &NameWeights,
    floor: Weight,
) -> bool {
    let initials = i32::from(party.shape.initials) + i32::from(entry.shape.initials);
    let sum = met.sum + Weight(weights.initial.0 * initials);
    let own_name_agrees =
        |side: &Side, met: Places| side.shape.may_lack_own_name || met & 1 == 1 || initials > 0;
    if !own_name_agrees(party, met.met.party) || !own_name_agrees(entry, met.met.entry) {
        return sum.min(weights.own_name_ceiling) >= asked.least;
    }
    let [party_lacks, entry_lacks] = met.met.lacks(party, entry);
    let pairs = met.met.party.count_ones().min(met.met.entry.count_ones());
    let whole = [met.near, met.firm].iter().any(|both| both.lacks(party, entry) == [0, 0]);
    let by_initials = initials > 0
        && party_lacks.count_ones() <= u32::from(entry.shape.initials)
        && entry_lacks.count_ones() <= u32::from(party.shape.initials);
    // a word of origin may be met and yet answer to nothing
    let but_origins = pairs >= 2
        && [party, entry].iter().zip(met.steady.lacks(party, entry)).zip([entry, party]).all(
            |((side, lacks), other)| side.may_lack_origin(lacks, u32::from(other.shape.initials)),
        );
    let contained = pairs >= 2 && met.steady.lacks(party, entry).contains(&0);
    if (whole || by_initials) && sum.max(ANCHOR) >= asked.least {
        return true;
    }
    if but_origins && ANCHOR >= asked.least {
        return true;
    }
    let lift = if met.heaviest > weights.common { ANCHOR } else { floor };
    if contained && (lift >= asked.least || pairs >= 3 && asked.lifted_by_date) {
        return true;
    }
    let lacks = party_lacks.count_ones() + entry_lacks.count_ones();
    let cost = cost_of_lacking(pairs, weights);
    let lacks = i32::try_from(lacks).unwrap_or(0);
    let sum = sum + Weight(cost.0 * (lacks - initials.min(lacks)));
    let most = if pairs <= 1 {
        sum.min(weights.one_word_ceiling.max(met.sum + weights.own_name_conflict))
    } else {
        sum
    };
    most >= asked.least
}

/// What each part costs at least that nothing answers to, in a name with so many pairs: it stands alone, or is
/// half of two that face each other.
fn cost_of_lacking(pairs: u32, weights: &NameWeights) -> Weight {
    let softly = weights.soft_conflict.0 / (2 * i32::try_from(pairs.max(1)).unwrap_or(1));
    Weight(weights.omitted.0.max(softly).max(weights.own_name_conflict.0 / 2).min(0))
}

/// What the rows of words did not tell of a name of the party.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct NotTold {
    /// Parts that were not followed: any name may meet them.
    pub(crate) left_out: Places,
    /// The most that these weigh together.
    pub(crate) sum: Weight,
    /// Parts of which a name that is met by a run may meet any.
    pub(crate) of_runs: Places,
    /// How many words more than its parts such a name may have met.
    pub(crate) further_words: u32,
}

/// Whether a listed name must be looked at, by what the rows of words told: it says so of all that [`reach`],
/// by the same steps with less known of the listed side. `entry_needs` tells how many of its words must be met,
/// and how many initials it has.
pub(crate) fn may_matter(
    asked: Asked,
    party: &Side,
    told: Told,
    not_told: &NotTold,
    entry_needs: impl Fn() -> (u32, u32),
    policy: &Policy,
) -> bool {
    let weights = &policy.names;
    let (of_runs, further_words) =
        if told.is_of_runs() { (not_told.of_runs, not_told.further_words) } else { (0, 0) };
    let untold = not_told.left_out | of_runs;
    let parts = told.parts() | untold;
    let sum = told.sum() + not_told.sum;
    if party.shape.reading == Reading::Thing {
        let whole = (party.needed | party.titles) & !parts == 0;
        return sum >= asked.raised || whole;
    }
    let of_party = u32::from(party.shape.initials);
    let of_entry = if told.has_initials() { entry_needs().1 } else { 0 };
    let initials = of_party + of_entry;
    let own_name_may_agree = initials > 0
        || (party.shape.may_lack_own_name || parts & 1 == 1)
            && (told.own_name_is_met() || untold != 0);
    let of_initials = i32::try_from(initials).unwrap_or(i32::MAX);
    let sum = sum + Weight(weights.initial.0.saturating_mul(of_initials));
    if !own_name_may_agree {
        return sum.min(weights.own_name_ceiling) >= asked.raised;
    }
    let steady = told.steady() | untold;
    if party.needed & !steady == 0 {
        return true;
    }
    // a pair answers to one part of the entry's, a run to some more
    // an initial may fit a part that a run answers to, of which it is not told which
    let by_initials =
        if told.is_of_runs() { 0 } else { told.by_initials().min(parts.count_ones()) };
    let pairs = parts.count_ones() - by_initials + further_words;
    let lacks = (party.needed & !parts).count_ones();
    let cost = cost_of_lacking(pairs, weights);
    let lacking = i32::try_from(lacks.saturating_sub(initials)).unwrap_or(0);
    if sum + Weight(cost.0 * lacking) >= asked.raised {
        return true;
    }
    let (needs, _) = entry_needs();
    let answered = steady.count_ones() + further_words;
    needs <= answered
        || lacks <= of_entry && needs <= pairs + of_party
        || party.may_lack_origin(party.needed & !steady, of_entry)
            && needs <= answered + 1 + of_party
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_follows_the_policy() {
        let policy = Policy::vetting();
        let mut party = AnalysedRecord::of_party(&tamis_model::Party::default(), &policy).unwrap();
        assert_eq!(Asked::of(&party, &policy).raised, ANCHOR);
        party.births = tamis_model::DateStatement::read("1984").into_iter().collect();
        assert_eq!(Asked::of(&party, &policy).raised, policy.names_floor);
        assert!(Asked::of(&party, &policy).lifted_by_date);
        // an entry may state its dates with an alias alone
        let mut entry = AnalysedRecord { births: Vec::new(), ..party.clone() };
        assert_eq!(Asked::of(&entry, &policy).raised, ANCHOR);
        let name = tamis_model::PartyName::whole("Jalil Testi");
        let named = tamis_model::Party { names: vec![name], ..tamis_model::Party::default() };
        entry.names = AnalysedRecord::of_party(&named, &policy).unwrap().names;
        entry.names[0].births.clone_from(&party.births);
        assert!(Asked::of(&entry, &policy).lifted_by_date);
        assert_eq!(Asked::of(&entry, &policy).raised, policy.names_floor);
        assert!(!Asked::of(&party, &Policy::bulk()).lifted_by_date);
    }
}
