//! What a pair of names adds up to.

use tamis_match::names::{Conflict, NameReason, OwnName};
use tamis_match::policy::{Policy, WeakAliases};
use tamis_match::record::PreparedName;
use tamis_model::{Ceiling, NameGrade, OrderRelation, PartRole, PartyKind, Weight};
use tamis_text::PartClass;

use crate::alignment::{Alignment, Pair, align};
use crate::{persons, things};

/// The sum at the default threshold: 9 nats.
pub(crate) const ANCHOR: Weight = Weight::from_millinats(9_000);

/// Reasons with their weights.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally(pub(crate) Vec<(NameReason, Weight)>);

impl Tally {
    pub(crate) fn add(&mut self, reason: NameReason, weight: Weight) {
        self.0.push((reason, weight));
    }

    pub(crate) fn sum(&self) -> Weight {
        self.0.iter().map(|(_, weight)| *weight).sum()
    }

    /// Takes away what is above a ceiling.
    pub(crate) fn hold(&mut self, ceiling: Ceiling, most: Weight) {
        let sum = self.sum();
        if sum > most {
            self.add(NameReason::Ceiling(ceiling), most - sum);
        }
    }

    /// Adds what is missing; tells whether anything was.
    pub(crate) fn lift(&mut self, reason: NameReason, least: Weight) -> bool {
        let sum = self.sum();
        if sum < least {
            self.add(reason, least - sum);
        }
        sum < least
    }
}

/// What is known of a pair of names beside the sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Known {
    /// Units that agree.
    pub(crate) agreeing: usize,
    pub(crate) entry_covered: bool,
    pub(crate) party_covered: bool,
    pub(crate) own_name: OwnName,
    pub(crate) conflict: Conflict,
    pub(crate) all_agree: bool,
    pub(crate) clear: bool,
    pub(crate) steady: bool,
    pub(crate) weak: bool,
    pub(crate) common: bool,
}

/// A pair of names weighed.
#[derive(Debug, Clone)]
pub(crate) struct Weighed {
    pub(crate) pairs: Vec<Pair>,
    pub(crate) reasons: Vec<(NameReason, Weight)>,
    pub(crate) known: Known,
}

impl Weighed {
    pub(crate) fn sum(&self) -> Weight {
        self.reasons.iter().map(|(_, weight)| *weight).sum()
    }
}

/// Weighs a pair of names; none when no two parts meet.
pub(crate) fn weigh(
    party: &PreparedName,
    entry: &PreparedName,
    kind: PartyKind,
    policy: &Policy,
) -> Option<Weighed> {
    let person = matches!(kind, PartyKind::Person | PartyKind::Unknown);
    let mut alignment = align(party, entry);
    if !person {
        things::realign(party, entry, &mut alignment, policy);
    }
    if alignment.pairs.is_empty() {
        return None;
    }
    if person && persons::family_moved(party, entry, &alignment) {
        alignment.order = OrderRelation::FamilyFirst;
    }
    let mut tally = Tally::default();
    for (index, pair) in alignment.pairs.iter().enumerate() {
        tally.add(NameReason::Pair(place(index)), pair.weight);
    }
    let known = if person {
        persons::weigh(&mut tally, party, entry, &alignment, policy)
    } else {
        things::weigh(&mut tally, party, entry, &alignment, policy)
    };
    Some(Weighed { pairs: alignment.pairs, reasons: tally.0, known })
}

/// Units that agree; names of the same letters agree in as many as the one with more words has.
pub(crate) fn agreeing(alignment: &Alignment) -> usize {
    match alignment.pairs.as_slice() {
        [all] if alignment.party_left.is_empty() && alignment.entry_left.is_empty() => {
            all.party.len().max(all.entry.len())
        }
        pairs => pairs.len(),
    }
}

/// A kunya or nisba alone, up to three letters, or one listed word of low grade.
pub(crate) fn is_weak(party: &PreparedName, entry: &PreparedName) -> bool {
    let names = [party, entry];
    names.into_iter().any(is_weak_shape)
        || names.into_iter().any(is_acronym)
        || entry.grade == NameGrade::Weak && entry.informative.len() == 1
}

pub(crate) fn is_weak_shape(name: &PreparedName) -> bool {
    let weak = [PartClass::Kunya, PartClass::Nisba, PartClass::AmbiguousTitle];
    name.informative.len() == 1
        && (weak.contains(&name.informative[0].part.class) || is_nickname_of_number(name))
}

/// 1-P: a number, and a letter beside it.
fn is_nickname_of_number(name: &PreparedName) -> bool {
    name.informative.len() == 1
        && name.informative[0].role == PartRole::Number
        && name.other.iter().any(|part| part.role == PartRole::Initial)
}

pub(crate) fn is_acronym(name: &PreparedName) -> bool {
    let has_legal_form =
        name.other.iter().any(|part| part.part.class == PartClass::OrganisationType);
    let is_short = |latin: &str| {
        let is_numbered = latin.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && latin.ends_with(|letter: char| letter.is_ascii_digit());
        (1..=3).contains(&latin.len()) && !is_numbered
    };
    name.informative.len() == 1
        && is_short(&name.informative[0].part.latin)
        && !has_legal_form
        && !is_nickname_of_number(name)
}

/// Whether names of these shapes and this grade are hits when they agree in all parts.
pub(crate) fn may_alert_alone(party: &PreparedName, entry: &PreparedName, policy: &Policy) -> bool {
    if is_acronym(party) || is_acronym(entry) {
        return false;
    }
    if is_weak_shape(party) || is_weak_shape(entry) {
        return policy.weak_aliases == WeakAliases::Alert;
    }
    let counts = entry
        .informative
        .iter()
        .filter(|part| part.part.class != PartClass::AmbiguousTitle && part.role != PartRole::Weak);
    counts.count() >= 2 || entry.grade != NameGrade::Weak
}

/// A place in a name as reasons tell it.
pub(crate) fn place(at: usize) -> u8 {
    u8::try_from(at).unwrap_or(u8::MAX)
}
