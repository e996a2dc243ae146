//! Names of organisations, ships and aircraft: acronyms, numbers, places, words that tell apart.

use tamis_match::names::{Conflict, NameReason, OwnName};
use tamis_match::policy::{Policy, ThingWeights, WeakAliases};
use tamis_match::record::{PreparedName, PreparedPart};
use tamis_model::{Ceiling, PartRelation, PartRole, Weight};
use tamis_text::things::{Concept, ConceptKind};

use crate::alignment::{Alignment, Pair};
use crate::meeting::{Met, number};
use crate::names::{ANCHOR, Known, Tally, agreeing, is_acronym, is_weak, place};

/// Takes back what does not count among things, and adds the acronyms.
pub(crate) fn realign(
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &mut Alignment,
    policy: &Policy,
) {
    let weights = &policy.names.things;
    // short words that differ in a letter are other words, but for one of four letters where no word is
    // left over and the others tell nine nats
    let others: i32 = alignment
        .pairs
        .iter()
        .filter(|pair| pair.met.relation != PartRelation::Edit)
        .map(|pair| pair.weight.0)
        .sum();
    let whole = alignment.party_left.is_empty() && alignment.entry_left.is_empty();
    let shortest = if whole && others >= Weight::from_millinats(9_000).0 { 4 } else { 5 };
    let dropped: Vec<Pair> = alignment
        .pairs
        .extract_if(.., |pair| {
            let single = pair.party.len() == 1 && pair.entry.len() == 1;
            single
                && pair.met.relation == PartRelation::Edit
                && shorter(party, entry, pair) < shortest
        })
        .collect();
    for pair in dropped {
        alignment.party_left.extend(pair.party);
        alignment.entry_left.extend(pair.entry);
    }
    alignment.party_left.sort_unstable();
    alignment.entry_left.sort_unstable();
    let (pairs, party_left, entry_left) =
        (&mut alignment.pairs, &mut alignment.party_left, &mut alignment.entry_left);
    while let Some((acronym, run)) = acronym(party, party_left, entry, entry_left) {
        let weight = worth(entry, &run, weights);
        party_left.retain(|at| *at != acronym);
        entry_left.retain(|at| !run.contains(at));
        let met = Met::new(PartRelation::Acronym, 0, 1000);
        pairs.push(Pair { party: vec![acronym], entry: run, met, weight });
    }
    while let Some((acronym, run)) = acronym(entry, entry_left, party, party_left) {
        let weight = worth(party, &run, weights);
        entry_left.retain(|at| *at != acronym);
        party_left.retain(|at| !run.contains(at));
        let met = Met::new(PartRelation::Acronym, 0, 1000);
        pairs.push(Pair { party: run, entry: vec![acronym], met, weight });
    }
    pairs.sort_by_key(|pair| pair.party[0]);
}

/// The first leftover part of three to eight letters that are the initials of neighbours left over on
/// the other side, and those neighbours.
fn acronym(
    short: &PreparedName,
    short_left: &[usize],
    long: &PreparedName,
    long_left: &[usize],
) -> Option<(usize, Vec<usize>)> {
    for &at in short_left {
        let letters: Vec<char> = short.informative[at].part.latin.chars().collect();
        if !(3..=8).contains(&letters.len()) || !letters.iter().all(char::is_ascii_lowercase) {
            continue;
        }
        for &start in long_left {
            let run: Vec<usize> = (start..start + letters.len()).collect();
            let begins = |at: &usize| long.informative[*at].part.latin.chars().next();
            let fits = run.iter().all(|at| long_left.contains(at))
                && run.iter().map(begins).eq(letters.iter().map(|letter| Some(*letter)));
            if fits {
                return Some((at, run));
            }
        }
    }
    None
}

/// What the letters of an acronym tell, up to what its words would.
fn worth(long: &PreparedName, run: &[usize], weights: &ThingWeights) -> Weight {
    let letters = Weight(weights.acronym_letter.0 * number(run.len()));
    letters.min(run.iter().map(|&at| long.informative[at].rarity).sum())
}

/// Letters of the shorter of the first parts of a pair.
fn shorter(party: &PreparedName, entry: &PreparedName, pair: &Pair) -> usize {
    let letters = |name: &PreparedName, at: usize| name.informative[at].part.latin.len();
    letters(party, pair.party[0]).min(letters(entry, pair.entry[0]))
}

/// Weighs what is not agreement, and lifts or holds the sum.
pub(crate) fn weigh(
    tally: &mut Tally,
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
    policy: &Policy,
) -> Known {
    let apart = weigh_leftover(tally, party, entry, alignment, &policy.names.things);
    let mut known = Known {
        agreeing: agreeing(alignment),
        entry_covered: alignment.entry_left.is_empty(),
        party_covered: alignment.party_left.is_empty(),
        own_name: OwnName::Agrees,
        conflict: if apart { Conflict::Hard } else { Conflict::None },
        all_agree: false,
        clear: true,
        steady: true,
        weak: is_weak(party, entry),
        common: false,
    };
    if apart {
        tally.hold(Ceiling::OtherThing, policy.names.things.told_apart_ceiling);
    }
    let corroborates = known.weak && policy.weak_aliases == WeakAliases::Corroborate;
    if is_acronym(party) || is_acronym(entry) || corroborates {
        tally.hold(Ceiling::WeakName, policy.names.own_name_ceiling);
        return known;
    }
    let same_words = alignment.pairs.iter().all(|pair| is_same_word(party, entry, pair));
    known.all_agree = known.entry_covered && known.party_covered && !apart && same_words;
    if known.all_agree {
        known.common = tally.lift(NameReason::AllPartsAgree, ANCHOR);
    }
    known
}

/// Whether two names are of two things, after the weights of what is left over.
fn weigh_leftover(
    tally: &mut Tally,
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &Alignment,
    weights: &ThingWeights,
) -> bool {
    let most_besides = tally.sum().0 * weights.told_apart_permille / 1000;
    let mut ones: Vec<&PreparedPart> = parts(party, &alignment.party_left);
    let mut others: Vec<&PreparedPart> = parts(entry, &alignment.entry_left);
    let at = |name: &PreparedName, part: &PreparedPart| {
        place(name.informative.iter().position(|own| std::ptr::eq(own, part)).unwrap_or(0))
    };
    let facing = |one: &PreparedPart, other: &PreparedPart| {
        Weight(-((one.rarity.0 + other.rarity.0) * weights.contradicted_permille / 1000))
    };
    let is_number: fn(&PreparedPart) -> bool = |part| part.role == PartRole::Number;
    let is_place: fn(&PreparedPart) -> bool =
        |part| part.concept.is_some_and(|concept| concept.kind == ConceptKind::Place);
    let mut apart = false;
    // numbers against numbers, places against places
    for is in [is_number, is_place] {
        while let (Some(one), Some(other)) =
            (ones.iter().position(|part| is(part)), others.iter().position(|part| is(part)))
        {
            let (one, other) = (ones.remove(one), others.remove(other));
            let numbers = is_number(one) && is_number(other);
            let weight = if numbers { weights.number_conflict } else { facing(one, other) };
            tally.add(NameReason::Contradiction(at(party, one), at(entry, other)), weight);
            apart = true;
        }
    }
    let tells = |part: &&&PreparedPart| {
        part.role != PartRole::Weak
            && part.role != PartRole::Number
            && part.rarity >= weights.telling
    };
    let besides = |left: &[&PreparedPart]| -> i32 {
        left.iter().filter(tells).map(|part| part.rarity.0).sum()
    };
    let both = ones.iter().filter(tells).count() > 0 && others.iter().filter(tells).count() > 0;
    apart |= both || besides(&ones) > most_besides || besides(&others) > most_besides;
    // a rank or a trade in place of another
    let ranked = |left: &[&PreparedPart]| {
        left.iter().any(|part| part.concept.is_some_and(Concept::is_rank_or_trade))
    };
    apart |= ranked(&ones) && ranked(&others);
    let pairs = ones.len().min(others.len());
    for (one, other) in ones.iter().zip(&others) {
        let reason = NameReason::Contradiction(at(party, one), at(entry, other));
        tally.add(reason, facing(one, other));
    }
    let alone = |part: &PreparedPart| match part.role {
        PartRole::Number => weights.number_omitted,
        PartRole::Weak => Weight(-(part.rarity.0 * weights.weak_omitted_permille / 1000)),
        _ => Weight(-(part.rarity.0 * weights.omitted_permille / 1000)),
    };
    for part in &ones[pairs..] {
        tally.add(NameReason::PartyAlone(at(party, part)), alone(part));
    }
    for part in &others[pairs..] {
        tally.add(NameReason::EntryAlone(at(entry, part)), alone(part));
    }
    apart
}

fn parts<'n>(name: &'n PreparedName, places: &[usize]) -> Vec<&'n PreparedPart> {
    places.iter().map(|&at| &name.informative[at]).collect()
}

/// Spellings of one word: equal, translated, joined, or so near that no other word is meant.
fn is_same_word(party: &PreparedName, entry: &PreparedName, pair: &Pair) -> bool {
    let rarity =
        party.informative[pair.party[0]].rarity.min(entry.informative[pair.entry[0]].rarity);
    match pair.met.relation {
        PartRelation::Equal | PartRelation::Variant | PartRelation::JoinedOrSplit => true,
        PartRelation::Transliteration => pair.weight.0 >= rarity.0 * 700 / 1000,
        PartRelation::Edit => {
            let letters = shorter(party, entry, pair);
            letters >= 6 && pair.met.edits * 1000 <= letters * 223
        }
        _ => false,
    }
}
