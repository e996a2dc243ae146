//! Which parts of a name are followed to the listed names that hold what they meet.

use std::sync::Arc;

use tamis_match::Policy;
use tamis_model::{PartyKind, Weight};

use crate::bounds::{Asked, Side};
use crate::index::{Index, MetBy};
use crate::names::Places;
use crate::vocabulary::Met;

/// Which parts of the party's name need not be followed.
///
/// A listed name that holds no word of the other parts, no run and no initial meets at most the parts
/// that are left out. That must not be enough:
///
/// - of people, where one part alone never reaches (it ends at `one_word_ceiling`, or has lost what a
///   contradiction costs; no initial of the party helps) and the name is not whole by it, one part may be left
///   out, the one with the most names; and where the own name must be met, all but the first may;
/// - of things, parts that together weigh less than is asked, but not all.
///
/// Names with initials are followed for every part.
pub(crate) struct Plan {
    pub(crate) left_out: Places,
}

impl Plan {
    pub(crate) fn of(
        index: &Index,
        party: &Side,
        met: &[Arc<MetBy>],
        asked: Asked,
        policy: &Policy,
    ) -> Self {
        let all = Self { left_out: 0 };
        if met.len() < 2 {
            return all;
        }
        let heaviest = |met: &[Met]| met.iter().map(|met| met.weight).max().unwrap_or(Weight::ZERO);
        let names = |met: &[Met]| -> usize {
            met.iter().map(|met| index.names.postings.row(met.word).len()).sum()
        };
        let counted: Vec<(usize, Weight)> =
            met.iter().map(|met| (names(&met.words), heaviest(&met.words))).collect();
        let mut order: Vec<usize> = (0..counted.len()).collect();
        order.sort_by_key(|at| std::cmp::Reverse(counted.get(*at).map(|(names, _)| *names)));
        let of_things = || {
            let (mut left_out, mut sum) = (0, Weight::ZERO);
            for at in order.iter().take(order.len() - 1) {
                let weight = counted.get(*at).map_or(Weight::ZERO, |(_, weight)| *weight);
                if sum + weight >= asked.least {
                    break;
                }
                sum += weight;
                left_out |= 1 << at;
            }
            left_out
        };
        let of_people = || {
            let weights = &policy.names;
            let most = counted.iter().map(|(_, weight)| *weight).max().unwrap_or(Weight::ZERO);
            let alone = most.min(weights.one_word_ceiling.max(most + weights.own_name_conflict));
            if party.shape.initials > 0 || alone >= asked.least || party.needed.count_ones() < 2 {
                return 0;
            }
            let must_be_met =
                !party.shape.may_lack_own_name && weights.own_name_ceiling < asked.least;
            let commonest = order.first().copied().unwrap_or(0);
            let of = |at: usize| counted.get(at).map_or(0, |(names, _)| *names);
            let without = (0..counted.len()).map(of).sum::<usize>() - of(commonest);
            if must_be_met && of(0) < without {
                !1 & (1_u128.wrapping_shl(u32::try_from(counted.len()).unwrap_or(0)) - 1)
            } else {
                1 << commonest
            }
        };
        let left_out = match party.shape.kind {
            PartyKind::Person => of_people(),
            PartyKind::Unknown => {
                let (people, things): (Places, Places) = (of_people(), of_things());
                people & things
            }
            _ => of_things(),
        };
        Self { left_out }
    }
}
