//! Words, places and numbers that stand on one side of a pair of names, or face each other.

use tamis_model::{PartRole, Weight};
use tamis_text::things::{Concept, ConceptKind};

use super::super::{NameReason, Tally, part};
use super::{is_number, rarity};
use crate::alignment::{Alignment, Places, scaled};
use crate::policy::ThingWeights;
use crate::record::PreparedName;

/// What the leftover says.
pub(super) struct Told {
    /// The names are of two things.
    pub(super) apart: bool,
}

/// Weighs what no part of the other side answers to.
pub(super) fn weigh(
    tally: &mut Tally,
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
    weights: &ThingWeights,
) -> Told {
    let agreeing = tally.sum;
    let mut apart = false;
    let (mut ones, mut others) = (alignment.party_left.clone(), alignment.entry_left.clone());
    let number = |name| move |at: u8| is_number(name, at);
    while let Some((one, other)) = take(&mut ones, number(party), &mut others, number(entry)) {
        apart = true;
        tally.add(NameReason::Contradiction(one, other), weights.number_conflict);
    }
    let place = |name| move |at: u8| is_place(name, at);
    while let Some((one, other)) = take(&mut ones, place(party), &mut others, place(entry)) {
        apart = true;
        tally.add(NameReason::Contradiction(one, other), facing(party, one, entry, other, weights));
    }
    let telling = |name: &PreparedName, at: u8| tells(name, at, weights);
    apart |=
        ones.iter().any(|&at| telling(party, at)) && others.iter().any(|&at| telling(entry, at));
    let besides = |name: &PreparedName, left: &[u8]| -> Weight {
        left.iter().filter(|&&at| telling(name, at)).map(|&at| rarity(name, at)).sum()
    };
    let most = scaled(agreeing, weights.told_apart_permille);
    apart |= besides(party, &ones).max(besides(entry, &others)) > most;
    apart |= ones.iter().any(|&at| is_rank_or_trade(party, at))
        && others.iter().any(|&at| is_rank_or_trade(entry, at));
    let facing_each_other = ones.len().min(others.len());
    for (&one, &other) in ones.iter().zip(&others) {
        tally.add(NameReason::Contradiction(one, other), facing(party, one, entry, other, weights));
    }
    for &alone in ones.iter().skip(facing_each_other) {
        tally.add(NameReason::PartyAlone(alone), omitted(party, alone, weights));
    }
    for &alone in others.iter().skip(facing_each_other) {
        tally.add(NameReason::EntryAlone(alone), omitted(entry, alone, weights));
    }
    Told { apart }
}

/// Takes the first leftover part of some kind out of each list, where both have one.
fn take(
    ones: &mut Places,
    is_one: impl Fn(u8) -> bool,
    others: &mut Places,
    is_other: impl Fn(u8) -> bool,
) -> Option<(u8, u8)> {
    let one = ones.iter().position(|&at| is_one(at))?;
    let other = others.iter().position(|&at| is_other(at))?;
    Some((ones.remove(one), others.remove(other)))
}

fn is_place(name: &PreparedName, at: u8) -> bool {
    let concept = part(&name.informative, at).and_then(|part| part.concept);
    concept.is_some_and(|concept| concept.kind == ConceptKind::Place)
}

/// Whether a word says little but what another in its place would not: State, Central.
fn is_rank_or_trade(name: &PreparedName, at: u8) -> bool {
    part(&name.informative, at).and_then(|part| part.concept).is_some_and(Concept::is_rank_or_trade)
}

/// Whether a word tells things apart: no weak word, no number (which has its own rule).
fn tells(name: &PreparedName, at: u8, weights: &ThingWeights) -> bool {
    part(&name.informative, at).is_some_and(|part| {
        !matches!(part.role, PartRole::Weak | PartRole::Number) && part.rarity >= weights.telling
    })
}

/// What two parts cost that face each other.
fn facing(
    party: &PreparedName,
    one: u8,
    entry: &PreparedName,
    other: u8,
    weights: &ThingWeights,
) -> Weight {
    -scaled(rarity(party, one) + rarity(entry, other), weights.contradicted_permille)
}

/// What a part costs that the other side lacks.
fn omitted(name: &PreparedName, at: u8, weights: &ThingWeights) -> Weight {
    match part(&name.informative, at).map(|part| part.role) {
        Some(PartRole::Number) => weights.number_omitted,
        Some(PartRole::Weak) => -scaled(rarity(name, at), weights.weak_omitted_permille),
        _ => -scaled(rarity(name, at), weights.omitted_permille),
    }
}
