//! An acronym on one side, its words on the other: IRGC and Islamic Revolutionary Guard Corps.

use tamis_model::{PartRelation, Weight};

use super::super::part;
use crate::alignment::{Alignment, Pair};
use crate::meeting::Meeting;
use crate::policy::ThingWeights;
use crate::record::{PreparedName, acronym_fits};

/// Acronyms have so many letters; fewer fit too many words, more are words.
pub const LETTERS: std::ops::RangeInclusive<usize> = 3..=8;

/// Adds pairs of a leftover acronym with the run of leftover words that it stands for.
pub(super) fn add(
    party: &PreparedName,
    entry: &PreparedName,
    alignment: &mut Alignment,
    weights: &ThingWeights,
) {
    let before = alignment.pairs.len();
    let Alignment { pairs, party_left, entry_left, .. } = alignment;
    while let Some(run) = find(party, party_left, entry, entry_left) {
        party_left.retain(|left| *left != run.acronym);
        entry_left.retain(|left| !run.has(*left));
        pairs.push(Pair {
            party: run.acronym,
            party_length: 1,
            entry: run.first,
            entry_length: run.length,
            meeting: Meeting::new(PartRelation::Acronym, 0, 1000),
            weight: weight(entry, &run, weights),
        });
    }
    while let Some(run) = find(entry, entry_left, party, party_left) {
        entry_left.retain(|left| *left != run.acronym);
        party_left.retain(|left| !run.has(*left));
        pairs.push(Pair {
            party: run.first,
            party_length: run.length,
            entry: run.acronym,
            entry_length: 1,
            meeting: Meeting::new(PartRelation::Acronym, 0, 1000),
            weight: weight(party, &run, weights),
        });
    }
    if pairs.len() > before {
        pairs.sort_by_key(|pair| pair.party);
    }
}

/// An acronym of one side and the words of the other that it stands for.
struct Run {
    acronym: u8,
    first: u8,
    length: u8,
}

impl Run {
    const fn has(&self, at: u8) -> bool {
        at >= self.first && at - self.first < self.length
    }
}

/// The first leftover part that is the initials of a run of leftover parts of the other side.
fn find(
    short: &PreparedName,
    short_left: &[u8],
    long: &PreparedName,
    long_left: &[u8],
) -> Option<Run> {
    if long_left.len() < *LETTERS.start() {
        return None;
    }
    short_left.iter().find_map(|&acronym| {
        let letters = part(&short.informative, acronym)?.part.latin.as_str();
        if !LETTERS.contains(&letters.len()) {
            return None;
        }
        long_left.windows(letters.len()).find_map(|run| {
            let (&first, &last) = (run.first()?, run.last()?);
            let parts = long.informative.get(usize::from(first)..=usize::from(last))?;
            acronym_fits(letters, parts).then_some(Run { acronym, first, length: last - first + 1 })
        })
    })
}

/// What the letters tell, and never more than the words themselves would.
fn weight(long: &PreparedName, run: &Run, weights: &ThingWeights) -> Weight {
    let words: Weight = (run.first..run.first + run.length).map(|at| super::rarity(long, at)).sum();
    Weight(weights.acronym_letter.0 * i32::from(run.length)).min(words)
}
