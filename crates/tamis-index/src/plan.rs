//! Which parts of a name are followed to the listed names that hold what they meet.

use std::sync::Arc;

use tamis_match::Policy;
use tamis_match::reading::Reading;
use tamis_model::Weight;

use crate::bounds::{Asked, Side};
use crate::index::View;
use crate::memory::MetBy;
use crate::names::Places;
use crate::sums::{MOST_PARTS, Wanted};
use crate::words::Sought;

/// Which names are looked at.
///
/// A listed name that is not looked at meets at most the parts that are left out, or one part alone. That must
/// not be enough:
///
/// - of people, where the own name must be met, all parts but the first may be left out;
/// - of people, where one part alone never reaches (it ends at `one_word_ceiling`, or has lost what a
///   contradiction costs; no initial of the party helps) and the name is not whole by it, one part may be
///   left out, or only names looked at that hold words of two parts (of the first and of another, where
///   the own name must be met);
/// - of things, parts that together weigh less than is asked, but not all, may be left out.
///
/// An initial of a listed name counts as a word of the part that it fits. Runs that are one word are followed
/// in any case.
///
/// A part whose words are not known yet costs a walk, so that a plan without it may be cheaper: in the names that are
/// looked at it is then compared with each word by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plan {
    /// Names that hold a word of any part but those that are left out.
    Leaving(Places),
    /// Names that hold words of two parts.
    AnyTwo,
    /// Names that hold a word of the first part and of another.
    FirstAndAnother,
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

/// So many words of the vocabulary are gone through in the time in which a name is looked at, and the names that
/// unknown words may stand in. A walk takes longer than that says, and is worth it: what it finds is remembered,
/// and a part that is left out makes every name that the others lead to worth a look.
const WORDS_A_NAME: usize = 1_000;
const NAMES_OF_UNKNOWN: usize = 100;

/// What it takes to compare a part with the words of a name that is looked at, in names looked at.
const JUDGED: usize = 2;

/// So many names are told by rows in the time in which one is looked at, those counted that are looked at after:
/// measured at 10^6 entries.
const MARKED: usize = 400;

impl Costs {
    fn of(index: &View<'_>, (sought, met): (&Sought<'_>, Option<&MetBy>)) -> Self {
        let Some(met) = met else {
            let walk = index.vocabulary.words.len() as usize / WORDS_A_NAME;
            return Self { walk, names: NAMES_OF_UNKNOWN, heaviest: sought.rarity };
        };
        Self { walk: 0, names: met.names, heaviest: met.heaviest() }
    }
}

impl Plan {
    const ALL: Self = Self::Leaving(0);

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
            Reading::Thing => Self::Leaving(Self::of_things(&costs, asked)),
        }
    }

    fn of_person(party: &Side, costs: &[Costs], asked: Asked, policy: &Policy) -> Self {
        let must_be_met =
            !party.shape.may_lack_own_name && policy.names.own_name_ceiling < asked.raised;
        let mut plans = vec![Self::ALL];
        if must_be_met {
            let places = 1_u128.wrapping_shl(u32::try_from(costs.len()).unwrap_or(0)) - 1;
            plans.push(Self::Leaving(places & !1));
        }
        if Self::one_part_is_not_enough(party, costs, asked, policy) {
            plans.extend((0..costs.len()).map(|at| Self::Leaving(1 << at)));
            if costs.len() <= MOST_PARTS {
                plans.push(if must_be_met { Self::FirstAndAnother } else { Self::AnyTwo });
            }
        }
        plans.into_iter().min_by_key(|plan| plan.cost(costs)).unwrap_or(Self::ALL)
    }

    fn one_part_is_not_enough(
        party: &Side,
        costs: &[Costs],
        asked: Asked,
        policy: &Policy,
    ) -> bool {
        let weights = &policy.names;
        let most = costs.iter().map(|part| part.heaviest).max().unwrap_or(Weight::ZERO);
        let alone = most.min(weights.one_word_ceiling.max(most + weights.own_name_conflict));
        party.shape.initials == 0 && alone < asked.raised && party.needed.count_ones() >= 2
    }

    fn of_things(costs: &[Costs], asked: Asked) -> Places {
        let mut order: Vec<(usize, &Costs)> = costs.iter().enumerate().collect();
        order.sort_by_key(|(_, part)| std::cmp::Reverse(part.walk + part.names));
        let (mut left_out, mut sum) = (0, Weight::ZERO);
        for (at, part) in order.into_iter().take(costs.len() - 1) {
            if sum + part.heaviest >= asked.raised {
                break;
            }
            sum += part.heaviest;
            left_out |= 1 << at;
        }
        left_out
    }

    /// Whether it leaves out a part.
    pub(crate) const fn leaves_out(&self, at: u8) -> bool {
        match self {
            Self::Leaving(left_out) => *left_out >> at & 1 == 1,
            Self::AnyTwo | Self::FirstAndAnother => false,
        }
    }

    /// When a name is looked at that the followed parts tell.
    pub(crate) const fn wanted(&self) -> Wanted {
        match self {
            Self::Leaving(_) => Wanted::Any,
            Self::AnyTwo => Wanted::Second,
            Self::FirstAndAnother => Wanted::SecondAfterFirst,
        }
    }

    fn cost(&self, costs: &[Costs]) -> usize {
        let Self::Leaving(left_out) = self else {
            let of = |part: &Costs| part.walk + part.names / MARKED;
            return costs.iter().map(of).sum();
        };
        let (mut names, mut walks, mut judged) = (0, 0, 1);
        for (at, part) in costs.iter().enumerate() {
            if left_out >> at & 1 == 0 {
                names += part.names;
                walks += part.walk;
            } else if part.walk > 0 {
                judged += JUDGED;
            }
        }
        walks + names * judged
    }
}
