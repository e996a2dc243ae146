//! Which part of one name answers to which part of the other: of all candidates the best one, again
//! and again.

use std::cmp::Reverse;

use tamis_match::record::PreparedName;
use tamis_model::{OrderRelation, PartRelation, PartRole, Weight};

use crate::joined::joined_pairs;
use crate::meeting::{Met, cut_short, meet};
use crate::word::Word;

/// Parts that answer to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// Indexes of the party's informative parts.
    pub party: Vec<usize>,
    /// Indexes of the entry's.
    pub entry: Vec<usize>,
    /// How they meet.
    pub met: Met,
    /// What it adds.
    pub weight: Weight,
}

/// How two names answer to each other.
#[derive(Debug, Clone)]
pub(crate) struct Alignment {
    /// In the order of the party's name.
    pub(crate) pairs: Vec<Pair>,
    pub(crate) party_left: Vec<usize>,
    pub(crate) entry_left: Vec<usize>,
    pub(crate) order: OrderRelation,
}

/// Aligns two names; nothing may meet.
pub(crate) fn align(party: &PreparedName, entry: &PreparedName) -> Alignment {
    let (ones, others) = (Word::all(party), Word::all(entry));
    let folded =
        |words: &[Word]| -> Vec<String> { words.iter().map(|word| word.folded.clone()).collect() };
    let mut chosen = Vec::new();
    let mut candidates = Vec::new();
    let letters_of = |name: &PreparedName| [letters(&name.original), letters_behind_titles(name)];
    if letters_of(party).iter().any(|one| letters_of(entry).contains(one))
        && folded(&ones) != folded(&others)
    {
        chosen.push(all_of_all(&ones, &others));
    } else {
        candidates = all_pairs(&ones, &others, party.script != entry.script);
        candidates.sort_by_key(|pair| rank(pair, folded(&others) < folded(&ones)));
        for pair in &candidates {
            let free = |taken: &Pair| {
                taken.party.iter().all(|at| !pair.party.contains(at))
                    && taken.entry.iter().all(|at| !pair.entry.contains(at))
            };
            if chosen.iter().all(free) {
                chosen.push(pair.clone());
            }
        }
    }
    // of two names the one whose words come first in the alphabet tells which pairs are exchanged first
    let other_first = folded(&others) < folded(&ones);
    if other_first {
        chosen = exchanged(chosen);
        candidates = exchanged(candidates);
    }
    chosen.sort_by_key(|pair| pair.party[0]);
    candidates.sort_by_key(|pair| rank(pair, false));
    uncross(&mut chosen, &candidates);
    while let Some(better) = taking_a_free_part(&chosen, &candidates) {
        chosen = better;
    }
    if other_first {
        chosen = exchanged(chosen);
    }
    chosen.sort_by_key(|pair| pair.party[0]);
    let left = |count: usize, is_taken: &dyn Fn(usize) -> bool| {
        (0..count).filter(|&at| !is_taken(at)).collect()
    };
    Alignment {
        party_left: left(ones.len(), &|at| chosen.iter().any(|pair| pair.party.contains(&at))),
        entry_left: left(others.len(), &|at| chosen.iter().any(|pair| pair.entry.contains(&at))),
        order: order(&chosen),
        pairs: chosen,
    }
}

/// The letters of a name from the first part on that is no title.
fn letters_behind_titles(name: &PreparedName) -> String {
    let parts = name.informative.iter().chain(&name.other);
    let no_titles = parts.filter(|part| part.role != PartRole::Title);
    let begins = no_titles.map(|part| part.part.span.start).min().unwrap_or(0);
    letters(&name.original[begins..])
}

/// The letters and digits of a name, in small letters.
fn letters(name: &str) -> String {
    let kept = name.chars().filter(|letter| letter.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

/// Names of the same letters that are cut into words differently: all of one is all of the other.
fn all_of_all(ones: &[Word], others: &[Word]) -> Pair {
    let rarity = |words: &[Word]| words.iter().map(|word| word.rarity).sum::<Weight>();
    let met = Met::new(PartRelation::Equal, 0, 1000).joined();
    Pair {
        party: (0..ones.len()).collect(),
        entry: (0..others.len()).collect(),
        met,
        weight: met.weight(rarity(ones).min(rarity(others))),
    }
}

fn all_pairs(ones: &[Word], others: &[Word], scripts_differ: bool) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (at, one) in ones.iter().enumerate() {
        for (other_at, other) in others.iter().enumerate() {
            let Some(met) = cut_short(one, other).or_else(|| meet(one, other)) else { continue };
            let full = one.rarity.min(other.rarity);
            let weight = met.weight(full);
            // less than a tenth: likelier two names; a name of one part has nothing else
            let tells = ones.len() == 1 || others.len() == 1 || weight.0 >= full.0 * 100 / 1000;
            if weight > Weight::ZERO && tells {
                pairs.push(Pair { party: vec![at], entry: vec![other_at], met, weight });
            }
        }
    }
    pairs.extend(joined_pairs(ones, others, scripts_differ));
    pairs
}

/// Pairs with their sides exchanged.
fn exchanged(pairs: Vec<Pair>) -> Vec<Pair> {
    pairs.into_iter().map(|pair| Pair { party: pair.entry, entry: pair.party, ..pair }).collect()
}

type Rank = (Reverse<Weight>, usize, usize, usize, usize, usize);

/// The best first; at the same weight the one that stands nearest in order, then the first, then that of the fewest
/// parts, then that of fewer parts of the party's side, or of the entry's where that name comes first in the alphabet.
fn rank(pair: &Pair, entry_comes_first: bool) -> Rank {
    let (party, entry) = (pair.party[0], pair.entry[0]);
    let (ones, others) = (pair.party.len(), pair.entry.len());
    let fewer = if entry_comes_first { others } else { ones };
    let apart = party.abs_diff(entry);
    (Reverse(pair.weight), apart, party + entry, party, ones + others, fewer)
}

/// Two pairs of single parts that would weigh as much the other way round are exchanged where the names
/// are then in better order, or in no worse one and not crossed.
fn uncross(pairs: &mut Vec<Pair>, candidates: &[Pair]) {
    let single = |party: &[usize], entry: &[usize]| {
        let at = |pair: &&Pair| pair.party == party && pair.entry == entry;
        candidates.iter().find(at).cloned()
    };
    for later in 1..pairs.len() {
        for earlier in (0..later).rev() {
            let (one, other) = (pairs[earlier].clone(), pairs[later].clone());
            let sides = [&one.party, &one.entry, &other.party, &other.entry];
            let first = single(&one.party, &other.entry);
            let second = single(&other.party, &one.entry);
            let (true, Some(first), Some(second)) =
                (sides.iter().all(|parts| parts.len() == 1), first, second)
            else {
                continue;
            };
            let mut exchanged = pairs.clone();
            let crossed = one.entry[0] > other.entry[0];
            let worth = one.weight + other.weight;
            let new_worth = first.weight + second.weight;
            exchanged[earlier] = first;
            exchanged[later] = second;
            let (rank_now, rank_then) = (goodness(order(pairs)), goodness(order(&exchanged)));
            let better = rank_then < rank_now || rank_then == rank_now && crossed;
            if new_worth >= worth && better {
                *pairs = exchanged;
            }
        }
    }
}

/// The pairs with one of single parts given to a part that is free, that weighs as much and stands in
/// better order: the first such.
fn taking_a_free_part(pairs: &[Pair], candidates: &[Pair]) -> Option<Vec<Pair>> {
    let single = |pair: &Pair| pair.party.len() == 1 && pair.entry.len() == 1;
    for (at, pair) in pairs.iter().enumerate() {
        for candidate in candidates {
            let one_side = (candidate.party == pair.party) != (candidate.entry == pair.entry);
            let mut others = pairs.to_vec();
            others.remove(at);
            let free = others.iter().all(|other| {
                !other.party.contains(&candidate.party[0])
                    && !other.entry.contains(&candidate.entry[0])
            });
            if !single(pair)
                || !single(candidate)
                || !one_side
                || !free
                || candidate.weight < pair.weight
            {
                continue;
            }
            others.push(candidate.clone());
            others.sort_by_key(|pair| pair.party[0]);
            if goodness(order(&others)) < goodness(order(pairs)) {
                return Some(others);
            }
        }
    }
    None
}

/// The place of an order among orders, the best first.
fn goodness(order: OrderRelation) -> usize {
    match order {
        OrderRelation::Same => 0,
        OrderRelation::FamilyFirst => 1,
        OrderRelation::Swapped => 2,
        OrderRelation::Permuted => 3,
    }
}

/// The order of the entry's parts along the party's.
fn order(pairs: &[Pair]) -> OrderRelation {
    let places: Vec<usize> = pairs.iter().map(|pair| pair.entry[0]).collect();
    let falls = places.windows(2).filter(|two| two[0] > two[1]).count();
    match falls {
        0 => OrderRelation::Same,
        _ if places.len() == 2 => OrderRelation::Swapped,
        1 if places[places.len() - 1] < places[0] => OrderRelation::FamilyFirst,
        _ => OrderRelation::Permuted,
    }
}
