//! Names of organisations, ships and aircraft: each word counts by its rarity, numbers are discrete.

use tamis_model::{PartRole, Weight};

use super::{Conflict, Leftover, NameReason, Tally, part};
use crate::alignment::scaled;
use crate::policy::NameWeights;
use crate::record::{PreparedName, PreparedPart};

/// Weighs what is not agreement.
pub(super) fn weigh(
    tally: &mut Tally,
    party: &PreparedName,
    entry: &PreparedName,
    left: Leftover,
    weights: &NameWeights,
) -> Conflict {
    let number = |parts: &[PreparedPart], at: u8| {
        part(parts, at).is_some_and(|part| part.role == PartRole::Number)
    };
    let cost = |parts: &[PreparedPart], at: u8| {
        let rarity = part(parts, at).map_or(Weight::ZERO, |part| part.rarity);
        -scaled(rarity, weights.organisation_omitted_permille)
    };
    let mut conflict = Conflict::None;
    let (mut party_left, mut entry_left) = (left.party, left.entry);
    let numbers =
        |side: &[u8], parts: &[PreparedPart]| side.iter().position(|&at| number(parts, at));
    while let (Some(one), Some(other)) =
        (numbers(&party_left, &party.informative), numbers(&entry_left, &entry.informative))
    {
        conflict = Conflict::Soft;
        let reason = NameReason::Contradiction(party_left.remove(one), entry_left.remove(other));
        tally.add(reason, weights.number_conflict);
    }
    let facing = party_left.len().min(entry_left.len());
    for (&one, &other) in party_left.iter().zip(&entry_left) {
        conflict = Conflict::Soft;
        let weight = cost(&party.informative, one) + cost(&entry.informative, other);
        tally.add(NameReason::Contradiction(one, other), weight);
    }
    for &alone in party_left.iter().skip(facing) {
        tally.add(NameReason::PartyAlone(alone), cost(&party.informative, alone));
    }
    for &alone in entry_left.iter().skip(facing) {
        tally.add(NameReason::EntryAlone(alone), cost(&entry.informative, alone));
    }
    conflict
}
