//! What a pair of names adds up to: the weights of its parts, of its order and of what is left over.

mod things;

use tamis_model::{Ceiling, NameGrade, OrderRelation, PartRelation, PartyKind, Weight};
use tamis_text::PartClass;

use crate::alignment::{Alignment, align};
use crate::curve::ANCHOR;
use crate::policy::{NameWeights, Policy, WeakAliases};
use crate::record::{PreparedName, PreparedPart};

/// One reason inside a pair of names, before it is told: indexes instead of texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameReason {
    /// The pair of this index of the alignment.
    Pair(usize),
    /// A part of the party's side that the entry leaves out.
    PartyAlone(usize),
    /// A part of the entry's side that the party leaves out.
    EntryAlone(usize),
    /// Two leftover parts that face each other: party's, entry's.
    Contradiction(usize, usize),
    /// An initial among the party's other parts, and the entry's part that it fits (or the reverse).
    InitialFits(InitialSide, usize, usize),
    /// The order.
    Order,
    /// All parts agree.
    AllPartsAgree,
    /// A ceiling that binds.
    Ceiling(Ceiling),
}

/// Which side has the initial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InitialSide {
    /// The party's: index among its other parts; then the entry's informative part.
    Party,
    /// The entry's: index among its other parts; then the party's informative part.
    Entry,
}

/// What the own names say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnName {
    /// They agree, or the kind of thing has none.
    Agrees,
    /// One side lacks it.
    Missing,
    /// They differ.
    Differs,
}

/// What is known of a pair of names beside its sum; classes are given by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameFacts {
    /// Units that agree.
    pub agreeing: usize,
    /// Every informative part of the entry's name is met.
    pub entry_covered: bool,
    /// Every informative part of the party's name is met.
    pub party_covered: bool,
    /// The own names.
    pub own_name: OwnName,
    /// Leftover parts face each other.
    pub conflict: bool,
    /// One of the names is weak by its shape or a single low-grade word.
    pub weak: bool,
    /// The parts that agree are so common that the sum needed the lift to reach the anchor.
    pub lifted: bool,
}

/// What a pair of names adds up to.
#[derive(Debug, Clone)]
pub struct NameResult {
    /// The alignment.
    pub alignment: Alignment,
    /// Reasons with their weights; the sum is theirs.
    pub reasons: Vec<(NameReason, Weight)>,
    /// The sum.
    pub sum: Weight,
    /// Facts for the class.
    pub facts: NameFacts,
}

/// Weighs a pair of names; none when no two parts meet.
#[must_use]
pub fn weigh(
    party: &PreparedName,
    entry: &PreparedName,
    kind: PartyKind,
    policy: &Policy,
) -> Option<NameResult> {
    let alignment = align(party, entry)?;
    let mut tally = Tally::default();
    for (index, pair) in alignment.pairs.iter().enumerate() {
        tally.add(NameReason::Pair(index), pair.weight);
    }
    let personal = matches!(kind, PartyKind::Person | PartyKind::Unknown);
    let left = Leftover::of(party, entry, &alignment);
    let (own_name, conflict) = if personal {
        weigh_person(&mut tally, party, entry, &alignment, left, &policy.names)
    } else {
        (OwnName::Agrees, things::weigh(&mut tally, party, entry, left, &policy.names))
    };
    let mut facts = NameFacts {
        agreeing: alignment.pairs.len(),
        entry_covered: alignment.entry_left.is_empty(),
        party_covered: alignment.party_left.is_empty(),
        own_name,
        conflict,
        weak: is_weak(party, entry),
        lifted: false,
    };
    if own_name != OwnName::Agrees {
        tally.hold(Ceiling::OwnName, policy.names.own_name_ceiling);
    }
    facts.lifted = lift_or_hold(&mut tally, party, entry, &alignment, facts, policy);
    Some(NameResult { alignment, sum: tally.sum, reasons: tally.reasons, facts })
}

/// The reasons so far and their sum.
#[derive(Default)]
struct Tally {
    reasons: Vec<(NameReason, Weight)>,
    sum: Weight,
}

impl Tally {
    fn add(&mut self, reason: NameReason, weight: Weight) {
        self.reasons.push((reason, weight));
        self.sum += weight;
    }

    fn hold(&mut self, ceiling: Ceiling, most: Weight) {
        if self.sum > most {
            self.add(NameReason::Ceiling(ceiling), most - self.sum);
        }
    }
}

/// Parts that no part answers to, without those that may always stand alone (title words).
struct Leftover {
    party: Vec<usize>,
    entry: Vec<usize>,
}

impl Leftover {
    fn of(party: &PreparedName, entry: &PreparedName, alignment: &Alignment) -> Self {
        let counts = |parts: &[PreparedPart], index: &usize| {
            parts.get(*index).is_some_and(|part| part.part.class != PartClass::AmbiguousTitle)
        };
        Self {
            party: alignment
                .party_left
                .iter()
                .copied()
                .filter(|at| counts(&party.informative, at))
                .collect(),
            entry: alignment
                .entry_left
                .iter()
                .copied()
                .filter(|at| counts(&entry.informative, at))
                .collect(),
        }
    }
}

/// A person: own name, chain, omissions, soft conflicts, order.
fn weigh_person(
    tally: &mut Tally,
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
    mut left: Leftover,
    weights: &NameWeights,
) -> (OwnName, bool) {
    fit_initials(tally, party, entry, &mut left, weights);
    let own_name = own_name(alignment, &left);
    let mut conflict = false;
    let order = match alignment.order {
        OrderRelation::Same => Weight::ZERO,
        OrderRelation::FamilyFirst => weights.family_first,
        OrderRelation::Swapped => weights.swapped,
        OrderRelation::Permuted => weights.permuted,
    };
    if order != Weight::ZERO {
        tally.add(NameReason::Order, order);
    }
    if own_name == OwnName::Differs
        && left.party.first() == Some(&0)
        && left.entry.first() == Some(&0)
    {
        conflict = true;
        tally.add(NameReason::Contradiction(0, 0), weights.own_name_conflict);
        left.party.remove(0);
        left.entry.remove(0);
    }
    let facing = left.party.len().min(left.entry.len());
    let agreeing = i32::try_from(alignment.pairs.len()).unwrap_or(1).max(1);
    for (&one, &other) in left.party.iter().zip(&left.entry) {
        conflict = true;
        tally
            .add(NameReason::Contradiction(one, other), Weight(weights.soft_conflict.0 / agreeing));
    }
    for &alone in left.party.iter().skip(facing) {
        tally.add(NameReason::PartyAlone(alone), weights.omitted);
    }
    for &alone in left.entry.iter().skip(facing) {
        tally.add(NameReason::EntryAlone(alone), weights.omitted);
    }
    (own_name, conflict)
}

/// Initials of one side that fit a leftover part of the other, in order.
fn fit_initials(
    tally: &mut Tally,
    party: &PreparedName,
    entry: &PreparedName,
    left: &mut Leftover,
    weights: &NameWeights,
) {
    for (at, initial) in party.other.iter().enumerate() {
        let fits = |index: &usize| {
            entry
                .informative
                .get(*index)
                .is_some_and(|part| crate::meeting::is_initial_of(initial, part))
        };
        if let Some(place) = left.entry.iter().position(fits) {
            tally.add(
                NameReason::InitialFits(InitialSide::Party, at, left.entry.remove(place)),
                weights.initial,
            );
        }
    }
    for (at, initial) in entry.other.iter().enumerate() {
        let fits = |index: &usize| {
            party
                .informative
                .get(*index)
                .is_some_and(|part| crate::meeting::is_initial_of(initial, part))
        };
        if let Some(place) = left.party.iter().position(fits) {
            tally.add(
                NameReason::InitialFits(InitialSide::Entry, at, left.party.remove(place)),
                weights.initial,
            );
        }
    }
}

fn own_name(alignment: &Alignment, left: &Leftover) -> OwnName {
    let party_alone = left.party.first() == Some(&0);
    let entry_alone = left.entry.first() == Some(&0);
    match (party_alone, entry_alone) {
        (true, true) => OwnName::Differs,
        (true, false) | (false, true) => OwnName::Missing,
        (false, false) if alignment.order == OrderRelation::Permuted => {
            let met = |pair: &crate::alignment::Pair| pair.party == 0 && pair.entry == 0;
            if alignment.pairs.iter().any(met) { OwnName::Agrees } else { OwnName::Differs }
        }
        (false, false) => OwnName::Agrees,
    }
}

/// A name that identifies little by itself: a kunya or nisba alone, or one word of low grade.
fn is_weak(party: &PreparedName, entry: &PreparedName) -> bool {
    entry.is_weak_shape()
        || party.is_weak_shape()
        || entry.is_acronym()
        || party.is_acronym()
        || (entry.grade == NameGrade::Weak && entry.informative.len() == 1)
}

/// Lifts names that agree in all their parts to the anchor; holds weak ones below it.
fn lift_or_hold(
    tally: &mut Tally,
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
    facts: NameFacts,
    policy: &Policy,
) -> bool {
    let firm = |relation: PartRelation| {
        use PartRelation::{Equal, JoinedOrSplit, Transliteration, Variant};
        matches!(relation, Equal | Variant | Transliteration | JoinedOrSplit)
    };
    let agree = facts.entry_covered
        && facts.party_covered
        && facts.own_name == OwnName::Agrees
        && !facts.conflict
        && alignment.pairs.iter().all(|pair| firm(pair.meeting.relation));
    let weak_shape = entry.is_weak_shape() || party.is_weak_shape();
    let one_word = strong_parts(entry) <= 1;
    let alerts = if entry.is_acronym() || party.is_acronym() {
        false
    } else if weak_shape {
        policy.weak_aliases == WeakAliases::Alert
    } else if one_word {
        // one word of low grade (Yusuf, Hamza) fits half a register of births
        entry.grade != NameGrade::Weak
    } else {
        policy.weak_aliases == WeakAliases::Alert
            || entry.grade != NameGrade::Weak
            || strong_parts(entry) >= 2
    };
    if agree && alerts && tally.sum < ANCHOR {
        let lift = ANCHOR - tally.sum;
        tally.add(NameReason::AllPartsAgree, lift);
        return true;
    }
    if !alerts {
        tally.hold(Ceiling::WeakName, policy.names.own_name_ceiling);
    }
    false
}

/// Informative parts that are neither title words nor weak words.
fn strong_parts(name: &PreparedName) -> usize {
    let strong = |part: &&PreparedPart| {
        !matches!(part.part.class, PartClass::AmbiguousTitle | PartClass::WeakWord)
    };
    name.informative.iter().filter(strong).count()
}
