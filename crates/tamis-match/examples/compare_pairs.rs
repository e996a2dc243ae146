//! Compares the pairs of the benchmark `pairs` some times over, for counting instructions:
//! `compare_pairs raw|analysed|parties ROUNDS` (see `script/count-instructions`).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a tool for measuring"
)]

#[path = "../benches/pairs/mix.rs"]
mod mix;

use std::hint::black_box;

use tamis_match::{AnalysedRecord, Policy, compare};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let rounds: usize = arguments[2].parse().unwrap();
    let policy = Policy::vetting();
    let analysed = |party| AnalysedRecord::of_party(party, &policy).unwrap();
    let (first, second) = if arguments[1] == "parties" { (3, 5) } else { (1, 1) };
    let pairs = mix::mix(first, second);
    let records: Vec<[AnalysedRecord; 2]> =
        pairs.iter().map(|pair| pair.each_ref().map(analysed)).collect();
    for _ in 0..rounds {
        if arguments[1] == "raw" {
            for [party, entry] in &pairs {
                black_box(compare(&analysed(party), &analysed(entry), &policy));
            }
        } else {
            for [party, entry] in &records {
                black_box(compare(party, entry, &policy));
            }
        }
    }
    // the same number before and after a change that must alter no score
    let checksum = records.iter().fold(0_u64, |sum, [party, entry]| {
        let weight = compare(party, entry, &policy).sum.0;
        sum.wrapping_mul(0x0100_0000_01b3) ^ u64::from(weight.cast_unsigned())
    });
    println!("{} {checksum:x}", pairs.len());
}
