//! Which parts of a name are followed to the listed names that hold what they meet.

use std::sync::Arc;

use tamis_match::Policy;
use tamis_match::reading::Reading;
use tamis_model::Weight;

use crate::bounds::{Asked, Side};
use crate::index::View;
use crate::memory::MetBy;
use crate::names::Places;
use crate::words::Sought;

/// Which parts of the party's name need not be followed.
///
/// A listed name that holds no word of the other parts, no run and no initial that fits one of them meets at
/// most the parts that are left out. That must not be enough:
///
/// - of people, where the own name must be met, all parts but the first may be left out;
/// - of people, where one part alone never reaches (it ends at `one_word_ceiling`, or has lost what a
///   contradiction costs; no initial of the party helps) and the name is not whole by it, one part;
/// - of things, parts that together weigh less than is asked, but not all.
///
/// A part whose words are not known yet costs a walk, so that a plan without it may be cheaper: in the names that are
/// looked at it is then compared with each word by itself.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    left_out: Places,
}

/// A part as plans look at it.
#[derive(Debug, Clone, Copy)]
struct Costs {
    /// What finding its words takes, in names looked at.
    walk: usize,
    /// Names that hold them.
    names: usize,
    /// The most that it may weigh.
    heaviest: Weight,
}

/// What a walk takes, in names looked at, and the names that unknown words may stand in.
const WALK: usize = 8_000;
const NAMES_OF_UNKNOWN: usize = 100;

/// What it takes to compare a part with the words of a name that is looked at, in names looked at.
const JUDGED: usize = 2;

impl Costs {
    fn of(index: &View<'_>, (sought, met): (&Sought<'_>, Option<&MetBy>)) -> Self {
        let Some(met) = met else {
            return Self { walk: WALK, names: NAMES_OF_UNKNOWN, heaviest: sought.rarity };
        };
        let words = &met.words;
        Self {
            walk: 0,
            names: words.iter().map(|met| index.names.postings.row(met.word).len()).sum(),
            heaviest: words.iter().map(|met| met.weight).max().unwrap_or(Weight::ZERO),
        }
    }
}

impl Plan {
    const ALL: Self = Self { left_out: 0 };

    pub(crate) fn of(
        index: &View<'_>,
        party: &Side,
        parts: &[(Sought<'_>, Option<Arc<MetBy>>)],
        asked: Asked,
        policy: &Policy,
    ) -> Self {
        if parts.len() < 2 {
            return Self::ALL;
        }
        let costs: Vec<Costs> =
            parts.iter().map(|(sought, met)| Costs::of(index, (sought, met.as_deref()))).collect();
        match party.shape.reading {
            Reading::Person => Self::of_person(party, &costs, asked, policy),
            Reading::Thing => Self { left_out: Self::of_things(&costs, asked) },
        }
    }

    fn of_person(party: &Side, costs: &[Costs], asked: Asked, policy: &Policy) -> Self {
        let must_be_met =
            !party.shape.may_lack_own_name && policy.names.own_name_ceiling < asked.least;
        let all_but_first = must_be_met.then(|| {
            let places = 1_u128.wrapping_shl(u32::try_from(costs.len()).unwrap_or(0)) - 1;
            Self { left_out: places & !1 }
        });
        [Some(Self::ALL), Self::leaving_one(party, costs, asked, policy), all_but_first]
            .into_iter()
            .flatten()
            .min_by_key(|plan| plan.cost(costs))
            .unwrap_or(Self::ALL)
    }

    /// The plan that leaves out one part of a person's name, if any may be.
    fn leaving_one(party: &Side, costs: &[Costs], asked: Asked, policy: &Policy) -> Option<Self> {
        let weights = &policy.names;
        let most = costs.iter().map(|part| part.heaviest).max().unwrap_or(Weight::ZERO);
        let alone = most.min(weights.one_word_ceiling.max(most + weights.own_name_conflict));
        if party.shape.initials > 0 || alone >= asked.least || party.needed.count_ones() < 2 {
            return None;
        }
        let plans = (0..costs.len()).map(|at| Self { left_out: 1 << at });
        plans.min_by_key(|plan| plan.cost(costs))
    }

    fn of_things(costs: &[Costs], asked: Asked) -> Places {
        let mut order: Vec<(usize, &Costs)> = costs.iter().enumerate().collect();
        order.sort_by_key(|(_, part)| std::cmp::Reverse(part.walk + part.names));
        let (mut left_out, mut sum) = (0, Weight::ZERO);
        for (at, part) in order.into_iter().take(costs.len() - 1) {
            if sum + part.heaviest >= asked.least {
                break;
            }
            sum += part.heaviest;
            left_out |= 1 << at;
        }
        left_out
    }

    /// Whether it leaves out a part.
    pub(crate) const fn leaves_out(&self, at: u8) -> bool {
        self.left_out >> at & 1 == 1
    }

    fn cost(&self, costs: &[Costs]) -> usize {
        let (mut names, mut walks, mut judged) = (0, 0, 1);
        for (at, part) in costs.iter().enumerate() {
            if self.left_out >> at & 1 == 0 {
                names += part.names;
                walks += part.walk;
            } else if part.walk > 0 {
                judged += JUDGED;
            }
        }
        walks + names * judged
    }
}
