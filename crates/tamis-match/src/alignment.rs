//! Which part of one name answers to which part of the other.
//!
//! Parts that meet are paired best first; ties go to the pair that stands nearest in order. A run of
//! neighbours that are one word of the other side is one unit (`joined`). What is left over is
//! omitted on one side or contradicted on both. Nothing here allocates for names of usual length.

use smallvec::SmallVec;
use tamis_model::{OrderRelation, Weight};
use tamis_text::{MAXIMUM_NAME_PARTS, PartText};

use crate::joined::joined_pairs;
use crate::meeting::Meeting;
use crate::meetings::MeetingsOfNames;
use crate::record::PreparedName;

/// What a meeting must earn of the rarity for two parts to answer to each other, in thousandths: less
/// says that they are likelier two names (Pinosa / Pinochet). Names of one part have nothing else.
const LEAST_SHARE: i32 = 100;

/// Two groups of parts that answer to each other: one part each, or a run of neighbours against one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Index of the first part of the party's side among its informative parts.
    pub party: u8,
    /// How many parts of the party's side.
    pub party_length: u8,
    /// Index of the first part of the entry's side among its informative parts.
    pub entry: u8,
    /// How many parts of the entry's side.
    pub entry_length: u8,
    /// How they meet.
    pub meeting: Meeting,
    /// What it adds.
    pub weight: Weight,
}

impl Pair {
    /// The same with the sides exchanged.
    const fn turned(self) -> Self {
        Self {
            party: self.entry,
            party_length: self.entry_length,
            entry: self.party,
            entry_length: self.party_length,
            ..self
        }
    }
}

/// Pairs of parts; eight stand in place.
pub type Pairs = SmallVec<[Pair; 8]>;

/// Indexes of informative parts, ascending.
pub type Places = SmallVec<[u8; 16]>;

/// How two names answer to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alignment {
    /// Pairs, in the order of the party's name.
    pub pairs: Pairs,
    /// Parts of the party's side that no part answers to.
    pub party_left: Places,
    /// Parts of the entry's side that no part answers to.
    pub entry_left: Places,
    /// How the order of the pairs differs.
    pub order: OrderRelation,
}

/// Aligns two names; none when no two of their parts meet.
#[must_use]
pub(crate) fn align(
    party: &PreparedName,
    entry: &PreparedName,
    meetings: MeetingsOfNames<'_>,
) -> Option<Alignment> {
    if party.has_letters_of(entry) && !cut_alike(party, entry) {
        return as_one_word(party, entry);
    }
    let mut candidates: SmallVec<[Pair; 32]> = SmallVec::new();
    let several = party.informative.len() > 1 && entry.informative.len() > 1;
    meetings.each(|party_at, entry_at, meeting| {
        let rarity = |name: &PreparedName, at: u8| {
            name.informative.get(usize::from(at)).map_or(Weight::ZERO, |part| part.rarity)
        };
        let full = rarity(party, party_at).min(rarity(entry, entry_at));
        let weight = meeting.weight(full);
        if weight > Weight::ZERO && !(several && weight < scaled(full, LEAST_SHARE)) {
            candidates.push(Pair {
                party: party_at,
                party_length: 1,
                entry: entry_at,
                entry_length: 1,
                meeting,
                weight,
            });
        }
    });
    let singles = candidates.len();
    joined_pairs(party, entry, &mut candidates);
    if candidates.is_empty() {
        return None;
    }
    let runs = candidates.len() > singles;
    best_first(&mut candidates, runs && comes_first(entry, party));
    let (mut party_taken, mut entry_taken) = (Taken::NONE, Taken::NONE);
    let mut pairs = Pairs::new();
    for &pair in &candidates {
        let (ones, others) = ((pair.party, pair.party_length), (pair.entry, pair.entry_length));
        if party_taken.has(ones) || entry_taken.has(others) {
            continue;
        }
        party_taken.take(ones);
        entry_taken.take(others);
        pairs.push(pair);
    }
    pairs.sort_unstable_by_key(|pair| pair.party);
    if order(&pairs) != OrderRelation::Same {
        // what is exchanged first depends on the side that is looked at: always on the same one
        let turned = comes_first(entry, party);
        if turned {
            turn(&mut pairs, &mut candidates);
        }
        uncross(&mut pairs, &candidates);
        while order(&pairs) != OrderRelation::Same
            && let Some(better) = with_free_part(&pairs, &candidates)
        {
            pairs = better;
        }
        if turned {
            turn(&mut pairs, &mut candidates);
        }
        (party_taken, entry_taken) = (Taken::NONE, Taken::NONE);
        for pair in &pairs {
            party_taken.take((pair.party, pair.party_length));
            entry_taken.take((pair.entry, pair.entry_length));
        }
    }
    let order = order(&pairs);
    Some(Alignment {
        pairs,
        party_left: party_taken.left(party.informative.len()),
        entry_left: entry_taken.left(entry.informative.len()),
        order,
    })
}

/// The words of a name.
fn folded(name: &PreparedName) -> impl Iterator<Item = &PartText> {
    name.informative.iter().map(|part| &part.part.folded)
}

/// Whether a name stands before another one in the order of their letters.
fn comes_first(one: &PreparedName, other: &PreparedName) -> bool {
    folded(one).lt(folded(other))
}

/// Sorts candidates, the best first; at the same weight the nearest in order, then the first, then that of the fewest
/// parts. Between runs that are alike in all of these the party's side decides, or the entry's where that name comes
/// first, so that exchanged sides give the same.
fn best_first(candidates: &mut [Pair], entry_first: bool) {
    candidates.sort_unstable_by_key(|pair| {
        (
            std::cmp::Reverse(pair.weight),
            pair.party.abs_diff(pair.entry),
            u16::from(pair.party) + u16::from(pair.entry),
            pair.party,
            pair.party_length + pair.entry_length,
            if entry_first { pair.entry_length } else { pair.party_length },
        )
    });
}

/// Exchanges the sides of pairs and candidates, each in its order.
fn turn(pairs: &mut Pairs, candidates: &mut [Pair]) {
    for pair in pairs.iter_mut().chain(candidates.iter_mut()) {
        *pair = pair.turned();
    }
    pairs.sort_unstable_by_key(|pair| pair.party);
    best_first(candidates, false);
}

/// Whether two names of the same letters are cut into the same words.
fn cut_alike(party: &PreparedName, entry: &PreparedName) -> bool {
    folded(party).eq(folded(entry))
}

/// Two names of the same letters that are cut into words differently: all of one is all of the other.
fn as_one_word(party: &PreparedName, entry: &PreparedName) -> Option<Alignment> {
    let rarity =
        |name: &PreparedName| name.informative.iter().map(|part| part.rarity).sum::<Weight>();
    let length = |name: &PreparedName| u8::try_from(name.informative.len()).ok();
    let meeting = Meeting::EQUAL.joined();
    let pair = Pair {
        party: 0,
        party_length: length(party)?,
        entry: 0,
        entry_length: length(entry)?,
        meeting,
        weight: meeting.weight(rarity(party).min(rarity(entry))),
    };
    Some(Alignment {
        pairs: Pairs::from_slice(&[pair]),
        party_left: Places::new(),
        entry_left: Places::new(),
        order: OrderRelation::Same,
    })
}

/// A name that holds a part twice (Chang Chang Ha) may pair them crosswise: two pairs that would weigh
/// as much the other way round are told in the order of the names.
fn uncross(pairs: &mut Pairs, candidates: &[Pair]) {
    let single = |party: u8, entry: u8| {
        candidates.iter().copied().find(|pair| {
            (pair.party, pair.party_length, pair.entry, pair.entry_length) == (party, 1, entry, 1)
        })
    };
    for at in 1..pairs.len() {
        for before in (0..at).rev() {
            let best = order(pairs);
            let Ok([one, other]) = pairs.get_disjoint_mut([before, at]) else { continue };
            let told = (*one, *other);
            // a run that gave way to one of its parts would leave the others untold
            let is_run = |pair: &Pair| pair.party_length + pair.entry_length > 2;
            if is_run(one) || is_run(other) {
                continue;
            }
            let exchanged = single(one.party, other.entry).zip(single(other.party, one.entry));
            let Some((first, second)) = exchanged else { continue };
            if first.weight + second.weight < one.weight + other.weight {
                continue;
            }
            (*one, *other) = (first, second);
            let crossed = told.0.entry > told.1.entry;
            let better = rank(order(pairs)) < rank(best);
            let kept = better || crossed && rank(order(pairs)) == rank(best);
            if !kept && let Ok([one, other]) = pairs.get_disjoint_mut([before, at]) {
                (*one, *other) = told;
            }
        }
    }
}

/// A name that holds a part twice where the other holds it once (Adil Mahdi Abdallah Mahdi) may pair the
/// one of them that stands out of order: the pairs with the other one, where that weighs as much and the
/// order is better.
fn with_free_part(pairs: &Pairs, candidates: &[Pair]) -> Option<Pairs> {
    let is_single = |pair: &Pair| pair.party_length == 1 && pair.entry_length == 1;
    let is_free = |candidate: &Pair, but: &Pair| {
        let covers = |first: u8, length: u8, at: u8| (first..first + length).contains(&at);
        pairs.iter().filter(|pair| *pair != but).all(|pair| {
            !covers(pair.party, pair.party_length, candidate.party)
                && !covers(pair.entry, pair.entry_length, candidate.entry)
        })
    };
    let now = rank(order(pairs));
    for (at, pair) in pairs.iter().enumerate().filter(|(_, pair)| is_single(pair)) {
        for candidate in candidates.iter().filter(|candidate| is_single(candidate)) {
            let moves_one = (candidate.party == pair.party) != (candidate.entry == pair.entry);
            if !moves_one || candidate.weight < pair.weight || !is_free(candidate, pair) {
                continue;
            }
            let mut moved = pairs.clone();
            if let Some(place) = moved.get_mut(at) {
                *place = *candidate;
            }
            moved.sort_unstable_by_key(|pair| pair.party);
            if rank(order(&moved)) < now {
                return Some(moved);
            }
        }
    }
    None
}

/// Orders, the best first.
const fn rank(order: OrderRelation) -> u8 {
    match order {
        OrderRelation::Same => 0,
        OrderRelation::FamilyFirst => 1,
        OrderRelation::Swapped => 2,
        OrderRelation::Permuted => 3,
    }
}

/// The parts of a name that are paired.
struct Taken([bool; MAXIMUM_NAME_PARTS]);

impl Taken {
    const NONE: Self = Self([false; MAXIMUM_NAME_PARTS]);

    /// Whether one of a run is.
    #[inline]
    fn has(&self, (first, length): (u8, u8)) -> bool {
        (first..first + length).any(|at| self.0.get(usize::from(at)) == Some(&true))
    }

    #[inline]
    fn take(&mut self, (first, length): (u8, u8)) {
        for at in first..first + length {
            if let Some(taken) = self.0.get_mut(usize::from(at)) {
                *taken = true;
            }
        }
    }

    /// Those of so many parts that are not.
    fn left(&self, parts: usize) -> Places {
        let mut left = Places::new();
        for (at, taken) in (0..).zip(self.0.iter().take(parts)) {
            if !taken {
                left.push(at);
            }
        }
        left
    }
}

/// A share of a rarity, in thousandths.
pub(crate) fn scaled(rarity: Weight, share: i32) -> Weight {
    Weight(rarity.0 * share / 1000)
}

/// The order of the entry's parts along the party's.
fn order(pairs: &[Pair]) -> OrderRelation {
    let mut falls = 0;
    for two in pairs.windows(2) {
        if let [one, next] = two {
            falls += u32::from(one.entry > next.entry);
        }
    }
    match (falls, pairs) {
        (0, _) => OrderRelation::Same,
        (_, [_, _]) => OrderRelation::Swapped,
        // one rotation: the block that stands last on one side stands first on the other
        (1, [first, .., last]) if last.entry < first.entry => OrderRelation::FamilyFirst,
        _ => OrderRelation::Permuted,
    }
}
