//! Names of organisations, ships and aircraft: each word counts by its rarity among things, numbers
//! and registrations are discrete, another place or another distinctive word is another thing.
//!
//! Knows nothing of people: no own name, no fathers, no order with meaning.

mod acronyms;
mod leftover;

pub use acronyms::LETTERS as ACRONYM_LETTERS;

use tamis_model::{Ceiling, OrderRelation, PartRelation, PartRole, Weight};

use super::{Conflict, NameFacts, NameReason, NameResult, OwnName, Tally, agreeing, is_weak, part};
use crate::alignment::{Alignment, Pair, Pairs, align, scaled};
use crate::curve::ANCHOR;
use crate::meetings::MeetingsOfNames;
use crate::policy::{Policy, WeakAliases};
use crate::record::PreparedName;

/// Weighs a pair of names of things; none when no two parts meet.
pub(super) fn weigh(
    party: &PreparedName,
    entry: &PreparedName,
    meetings: MeetingsOfNames<'_>,
    policy: &Policy,
) -> Option<NameResult> {
    let weights = &policy.names.things;
    let mut alignment = align(party, entry, meetings).unwrap_or_else(|| Alignment {
        pairs: Pairs::new(),
        party_left: (0..).take(party.informative.len()).collect(),
        entry_left: (0..).take(entry.informative.len()).collect(),
        order: OrderRelation::Same,
    });
    drop_chance_spellings(party, entry, &mut alignment);
    acronyms::add(party, entry, &mut alignment, weights);
    if alignment.pairs.is_empty() {
        return None;
    }
    let mut tally = Tally::default();
    for (index, pair) in (0..).zip(&alignment.pairs) {
        tally.add(NameReason::Pair(index), pair.weight);
    }
    let told = leftover::weigh(&mut tally, party, entry, &alignment, weights);
    let mut facts = NameFacts {
        agreeing: agreeing(&alignment),
        entry_covered: alignment.entry_left.is_empty(),
        party_covered: alignment.party_left.is_empty(),
        own_name: OwnName::Agrees,
        conflict: if told.apart { Conflict::Hard } else { Conflict::None },
        all_agree: false,
        clear: true,
        steady: true,
        weak: is_weak(party, entry),
        common: false,
    };
    if told.apart {
        tally.hold(Ceiling::OtherThing, weights.told_apart_ceiling);
    }
    lift_or_hold(&mut tally, party, entry, &alignment, &mut facts, policy);
    Some(NameResult { alignment, sum: tally.sum, reasons: tally.reasons, facts })
}

/// Shorter words meet only whole: SBIG and SHIG are two groups, EMMA and EMMY two ships.
const SHORTEST_EDITED: usize = 5;

/// Where all else agrees and tells so much, four letters may have one that is mistyped.
const MISTYPED_BESIDE: Weight = Weight::from_millinats(9_000);
const SHORTEST_MISTYPED_BESIDE: usize = 4;

/// Gives up pairs of short words that differ in a letter, and of a number's neighbours.
fn drop_chance_spellings(party: &PreparedName, entry: &PreparedName, alignment: &mut Alignment) {
    let whole = alignment.party_left.is_empty() && alignment.entry_left.is_empty();
    let rest: Weight = alignment
        .pairs
        .iter()
        .filter(|pair| pair.meeting.relation != PartRelation::Edit)
        .map(|pair| pair.weight)
        .sum();
    let shortest =
        if whole && rest >= MISTYPED_BESIDE { SHORTEST_MISTYPED_BESIDE } else { SHORTEST_EDITED };
    let chance = |pair: &Pair| {
        pair.meeting.relation == PartRelation::Edit
            && pair.party_length == 1
            && pair.entry_length == 1
            && length(party, pair.party).min(length(entry, pair.entry)) < shortest
    };
    let Alignment { pairs, party_left, entry_left, .. } = alignment;
    pairs.retain(|pair| {
        let dropped = chance(pair);
        if dropped {
            party_left.push(pair.party);
            entry_left.push(pair.entry);
        }
        !dropped
    });
    alignment.party_left.sort_unstable();
    alignment.entry_left.sort_unstable();
}

/// Lifts names that agree in all their parts to the anchor; holds what is weak alone below it.
fn lift_or_hold(
    tally: &mut Tally,
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
    facts: &mut NameFacts,
    policy: &Policy,
) {
    // three letters fit half of all registers
    let acronym = entry.is_acronym() || party.is_acronym();
    let weak = policy.weak_aliases == WeakAliases::Corroborate && facts.weak;
    if acronym || weak {
        return tally.hold(Ceiling::WeakName, policy.names.own_name_ceiling);
    }
    facts.all_agree = facts.entry_covered
        && facts.party_covered
        && facts.conflict == Conflict::None
        && alignment.pairs.iter().all(|pair| is_firm(party, entry, pair));
    if facts.all_agree {
        facts.common = tally.lift(NameReason::AllPartsAgree, ANCHOR);
    }
}

/// Spellings of one word: equal, a translation, joined, or so near that no other word is meant.
fn is_firm(party: &PreparedName, entry: &PreparedName, pair: &Pair) -> bool {
    use PartRelation::{Edit, Equal, JoinedOrSplit, Transliteration, Variant};
    match pair.meeting.relation {
        Equal | Variant | JoinedOrSplit => true,
        Transliteration => {
            let rarity = rarity(party, pair.party).min(rarity(entry, pair.entry));
            pair.weight >= scaled(rarity, LEAST_SPELLING)
        }
        Edit => {
            let shorter = length(party, pair.party).min(length(entry, pair.entry));
            let most = i32::try_from(shorter).unwrap_or(0) * MOST_EDITS;
            shorter >= SHORTEST_MISTYPED && i32::from(pair.meeting.edits) * 1000 <= most
        }
        _ => false,
    }
}

/// Thousandths of its rarity that another spelling must keep to be the same word: SOMIA and SIMA have
/// the consonants in common and nothing else.
const LEAST_SPELLING: i32 = 700;

/// Shorter words with another letter are other names: RAMAL, RAMAK and RAMAN are three.
const SHORTEST_MISTYPED: usize = 6;

/// Thousandths of the letters of a word that may be mistyped: one letter of six, two of nine.
const MOST_EDITS: i32 = 223;

/// Letters of a part.
fn length(name: &PreparedName, at: u8) -> usize {
    part(&name.informative, at).map_or(0, |part| part.part.latin.len())
}

/// Whether a part is a number or a registration.
fn is_number(name: &PreparedName, at: u8) -> bool {
    part(&name.informative, at).is_some_and(|part| part.role == PartRole::Number)
}

/// The rarity of a part.
fn rarity(name: &PreparedName, at: u8) -> Weight {
    part(&name.informative, at).map_or(Weight::ZERO, |part| part.rarity)
}
