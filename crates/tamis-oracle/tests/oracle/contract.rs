//! The contract of the score over generated pairs; see `properties`.

use tamis_match::Policy;

use super::agreement::all_hold;
use super::differential::drawn;
use super::{pool, properties};

/// Pairs of one run: each costs as much as a dozen comparisons.
const PAIRS: usize = 20_000;

#[test]
fn promises_hold_for_generated_pairs() {
    let (vetting, bulk) = (Policy::vetting(), Policy::bulk());
    let groups = pool::groups(20_261_123, 100, &vetting);
    all_hold(PAIRS, |number| {
        let (one, other) = drawn(&groups, number);
        let policy = if number % 4 == 0 { &bulk } else { &vetting };
        properties::hold(one, other, policy).err()
    });
}
