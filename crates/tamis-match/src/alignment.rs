//! Which part of one name answers to which part of the other.
//!
//! Parts that meet are paired best first; ties go to the pair that stands nearest in order. Two
//! neighbours that meet one part when joined are one unit. What is left over is omitted on one side
//! or contradicted on both.

use tamis_model::{OrderRelation, Weight};

use crate::lexicon::{self, Ids};
use crate::meeting::{Form, Meeting, meet};
use crate::record::{PreparedName, PreparedPart};

/// Two groups of parts that answer to each other: one part each, or two joined against one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// Index of the first part of the party's side among its informative parts.
    pub party: usize,
    /// How many parts of the party's side.
    pub party_length: usize,
    /// Index of the first part of the entry's side among its informative parts.
    pub entry: usize,
    /// How many parts of the entry's side.
    pub entry_length: usize,
    /// How they meet.
    pub meeting: Meeting,
    /// What it adds.
    pub weight: Weight,
}

/// How two names answer to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alignment {
    /// Pairs, in the order of the party's name.
    pub pairs: Vec<Pair>,
    /// Parts of the party's side that no part answers to.
    pub party_left: Vec<usize>,
    /// Parts of the entry's side that no part answers to.
    pub entry_left: Vec<usize>,
    /// How the order of the pairs differs.
    pub order: OrderRelation,
}

/// Aligns two names; none when no two of their parts meet.
#[must_use]
pub fn align(party: &PreparedName, entry: &PreparedName) -> Option<Alignment> {
    let (p, e) = (party.informative.as_slice(), entry.informative.as_slice());
    let mut candidates = single_pairs(p, e);
    joined_pairs(p, e, &mut candidates);
    if candidates.is_empty() {
        return None;
    }
    candidates.sort_by_key(|pair| {
        (
            std::cmp::Reverse(pair.weight),
            pair.party.abs_diff(pair.entry),
            pair.party + pair.entry,
            pair.party,
        )
    });
    let (mut party_taken, mut entry_taken) = (vec![false; p.len()], vec![false; e.len()]);
    let mut pairs: Vec<Pair> = Vec::new();
    for pair in candidates {
        let party_range = pair.party..pair.party + pair.party_length;
        let entry_range = pair.entry..pair.entry + pair.entry_length;
        if any(&party_taken, &party_range) || any(&entry_taken, &entry_range) {
            continue;
        }
        take(&mut party_taken, party_range);
        take(&mut entry_taken, entry_range);
        pairs.push(pair);
    }
    pairs.sort_by_key(|pair| pair.party);
    let order = order(&pairs);
    Some(Alignment { pairs, party_left: left(&party_taken), entry_left: left(&entry_taken), order })
}

fn any(taken: &[bool], range: &std::ops::Range<usize>) -> bool {
    taken.get(range.clone()).is_none_or(|slots| slots.contains(&true))
}

fn take(taken: &mut [bool], range: std::ops::Range<usize>) {
    if let Some(slots) = taken.get_mut(range) {
        slots.fill(true);
    }
}

fn left(taken: &[bool]) -> Vec<usize> {
    taken.iter().enumerate().filter(|(_, taken)| !**taken).map(|(index, _)| index).collect()
}

fn single_pairs(p: &[PreparedPart], e: &[PreparedPart]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (party, one) in p.iter().enumerate() {
        for (entry, other) in e.iter().enumerate() {
            if let Some(meeting) = meet(Form::of(one), Form::of(other)) {
                let rarity = one.rarity.min(other.rarity);
                pairs.push(Pair {
                    party,
                    party_length: 1,
                    entry,
                    entry_length: 1,
                    meeting,
                    weight: meeting.weight(rarity),
                });
            }
        }
    }
    pairs
}

/// A share of a rarity, in thousandths.
pub(crate) fn scaled(rarity: Weight, share: i32) -> Weight {
    Weight(rarity.0 * share / 1000)
}

/// Neighbours of one side that are one word of the other (Abdul Hai / Abdulhai, Sultan Zadeh).
fn joined_pairs(p: &[PreparedPart], e: &[PreparedPart], pairs: &mut Vec<Pair>) {
    for (at, (first, second)) in p.iter().zip(p.iter().skip(1)).enumerate() {
        let mut neighbours = Neighbours { first, second, written: None, ids: None };
        for (other_at, other) in e.iter().enumerate() {
            if let Some((meeting, weight)) = neighbours.meet(other) {
                pairs.push(Pair {
                    party: at,
                    party_length: 2,
                    entry: other_at,
                    entry_length: 1,
                    meeting,
                    weight,
                });
            }
        }
    }
    for (at, (first, second)) in e.iter().zip(e.iter().skip(1)).enumerate() {
        let mut neighbours = Neighbours { first, second, written: None, ids: None };
        for (other_at, other) in p.iter().enumerate() {
            if let Some((meeting, weight)) = neighbours.meet(other) {
                pairs.push(Pair {
                    party: other_at,
                    party_length: 1,
                    entry: at,
                    entry_length: 2,
                    meeting,
                    weight,
                });
            }
        }
    }
}

/// Two neighbours, and how they are written as one word, made when first needed.
struct Neighbours<'a> {
    first: &'a PreparedPart,
    second: &'a PreparedPart,
    written: Option<Written>,
    /// The ids of the lexicon that they have as one word.
    ids: Option<Ids>,
}

/// Two parts written as one word.
struct Written {
    folded: String,
    latin: String,
    skeleton: tamis_text::Skeleton,
}

impl Neighbours<'_> {
    /// Whether the two may meet a part at all; writing them as one word and reading that cost 2,000
    /// instructions a pair of neighbours and part, and nearly none of those meet.
    ///
    /// Exact: but for equal ones, in one writing of vowels whatever bears joining is within three edits, by
    /// letters (`meeting::edits_allowed`) or by the skeleton, of whose share of at most 850 each edit
    /// after the first takes 40. Three edits change at most six letters of the set.
    fn may_meet(&mut self, other: &PreparedPart) -> bool {
        let (first, second) = (self.first, self.second);
        let lengths = first.part.latin.len() + second.part.latin.len();
        if lengths.abs_diff(other.part.latin.len()) > 3
            || first.abjad != second.abjad
            || other.role == tamis_model::PartRole::Number
        {
            return false;
        }
        let equal = first.part.folded.len() + second.part.folded.len() == other.part.folded.len()
            && other.part.folded.starts_with(first.part.folded.as_str())
            && other.part.folded.ends_with(second.part.folded.as_str());
        let letters = (first.letters | second.letters) ^ other.letters;
        let vowels_written = !first.abjad && !other.abjad;
        equal || !vowels_written || letters.count_ones() <= 6 || self.may_be_variant(other)
    }

    /// Whether the lexicon knows both: hardly any two neighbours are one word there.
    fn may_be_variant(&mut self, other: &PreparedPart) -> bool {
        let (first, second) = (self.first, self.second);
        let look_up = || {
            let folded = [first.part.folded.as_str(), &second.part.folded].concat();
            lexicon::ids(&folded, first.part.script)
        };
        !other.lexicon.is_empty() && !self.ids.get_or_insert_with(look_up).is_empty()
    }

    fn meet(&mut self, other: &PreparedPart) -> Option<(Meeting, Weight)> {
        if self.may_meet(other) { self.meet_written(other) } else { None }
    }

    fn meet_written(&mut self, other: &PreparedPart) -> Option<(Meeting, Weight)> {
        let (first, second) = (self.first, self.second);
        let written = self.written.get_or_insert_with(|| {
            let latin = [first.part.latin.as_str(), &second.part.latin].concat();
            Written {
                folded: [first.part.folded.as_str(), &second.part.folded].concat(),
                skeleton: tamis_text::skeleton(&latin),
                latin,
            }
        });
        let form = Form {
            folded: &written.folded,
            latin: &written.latin,
            skeleton: &written.skeleton,
            letters: first.letters | second.letters,
            abjad: first.abjad,
            // Seung Woo is 승우, where the lexicon knows that at all
            lexicon: if other.lexicon.is_empty() {
                Ids::NONE
            } else {
                *self.ids.get_or_insert_with(|| lexicon::ids(&written.folded, first.part.script))
            },
            number: false,
        };
        let met = meet(form, Form::of(other))?;
        if !met.bears_joining() {
            return None;
        }
        let rarity =
            (first.rarity + second.rarity).min(other.rarity.max(first.rarity.max(second.rarity)));
        let meeting = met.joined();
        // above the sum of what its words would earn one by one, never above one word's ceiling
        Some((meeting, meeting.weight(rarity)))
    }
}

fn order(pairs: &[Pair]) -> OrderRelation {
    let entries: Vec<usize> = pairs.iter().map(|pair| pair.entry).collect();
    let rises = |slice: &[usize]| slice.windows(2).all(|pair| matches!(pair, [a, b] if a < b));
    if rises(&entries) {
        return OrderRelation::Same;
    }
    if entries.len() == 2 {
        return OrderRelation::Swapped;
    }
    // one rotation: the block that stands last on one side stands first on the other
    let falls: Vec<usize> = (1..entries.len())
        .filter(|&at| entries.get(at - 1).zip(entries.get(at)).is_some_and(|(a, b)| a > b))
        .collect();
    match (falls.as_slice(), entries.first(), entries.last()) {
        ([_], Some(first), Some(last)) if last < first => OrderRelation::FamilyFirst,
        _ => OrderRelation::Permuted,
    }
}
