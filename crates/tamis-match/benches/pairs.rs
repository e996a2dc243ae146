//! Pairs a second, by the three figures of the specification: raw strings, one name each, analysis
//! included and nothing kept; analysed names; analysed parties of 3 and 5 names.
//!
//! A quarter of the pairs are labelled matches, a quarter labelled non-matches, half are names of one
//! list against names of another, all scripts among them. They come from the labelled pairs of the
//! data folder; without it from a committed mix of invented names, whose figures compare with nothing.
//! Evidence is made, and each score is checked once to be that of the sum of its items.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark whose data can't be read fails"
)]

use divan::{Bencher, black_box, counter::ItemsCount};
use tamis_match::{AnalysedRecord, Policy, compare, curve};
use tamis_model::{Party, Weight};

#[path = "pairs/mix.rs"]
mod mix;

use mix::mix;

fn main() {
    check();
    divan::main();
}

fn analysed(party: &Party, policy: &Policy) -> AnalysedRecord {
    AnalysedRecord::of_party(party, policy).unwrap()
}

/// Each score is that of the sum of the returned items.
fn check() {
    let policy = Policy::vetting();
    for [party, entry] in mix(1, 1).into_iter().chain(mix(3, 5)) {
        let (party, entry) = (analysed(&party, &policy), analysed(&entry, &policy));
        let found = compare(&party, &entry, &policy);
        let sum: Weight = found.items.iter().map(|item| item.weight).sum();
        assert_eq!(
            (found.sum, found.score),
            (sum, curve::score(sum)),
            "{:?} {:?}",
            party.names,
            entry.names
        );
    }
}

#[divan::bench]
fn raw_strings(bencher: Bencher<'_, '_>) {
    let (pairs, policy) = (mix(1, 1), Policy::vetting());
    bencher.counter(ItemsCount::new(pairs.len())).bench(|| {
        for [party, entry] in &pairs {
            let (party, entry) = (analysed(black_box(party), &policy), analysed(entry, &policy));
            black_box(compare(&party, &entry, &policy));
        }
    });
}

#[divan::bench(args = [(1, 1), (3, 5)])]
fn analysed_names(bencher: Bencher<'_, '_>, (first, second): (usize, usize)) {
    let policy = Policy::vetting();
    let pairs: Vec<[AnalysedRecord; 2]> = mix(first, second)
        .iter()
        .map(|pair| pair.each_ref().map(|party| analysed(party, &policy)))
        .collect();
    bencher.counter(ItemsCount::new(pairs.len())).bench(|| {
        for [party, entry] in &pairs {
            black_box(compare(black_box(party), entry, &policy));
        }
    });
}
