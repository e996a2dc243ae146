//! What counts of units tell: how much likelier two units stand beside each other in one name than in
//! two names.

use tamis_match::spelling::units::{GROUPS, NOTHING, UNITS};

use super::expectation::Joint;

/// The least and the most that a pair of units tells, in nats: one typing error does not decide a
/// long name, and what a table holds is a byte.
const LEAST: f64 = -6.0;
const MOST: f64 = 7.9;

/// The share of the rarer of two units that a convention counts for at least.
const CONVENTION: f64 = 0.06;

/// Counts pairs of units that conventions write for one sound at least now and then, both ways.
pub(super) fn with_conventions(counts: &Joint, conventions: &[(u8, u8)]) -> Joint {
    let one_sum = |unit: u8| -> f64 { (0..=NOTHING).map(|other| counts.get(unit, other)).sum() };
    let mut raised = counts.clone();
    for &(one, other) in conventions {
        let least = CONVENTION * one_sum(one).min(one_sum(other)) + 3.0;
        for (one, other) in [(one, other), (other, one)] {
            let known = raised.get(one, other);
            if known < least {
                raised.add(one, other, least - known);
            }
        }
    }
    raised
}

/// How much a place of a unit leans on what its group does at all places.
const LEAN: f64 = 20.0;

/// How much a group leans on the table as a whole.
const GROUP_LEAN: f64 = 4.0;

/// Tells the costs of counts: how much less likely than the likeliest counterpart, in the mean of
/// both directions; what has none is told from one side alone.
pub(super) struct Pricing {
    counts: Joint,
    groups: Joint,
    sums: [Vec<f64>; 2],
    group_sums: [Vec<f64>; 2],
}

fn group(unit: u8) -> u8 {
    if unit == NOTHING { NOTHING } else { unit % GROUPS as u8 }
}

impl Pricing {
    pub(super) fn of(counts: Joint) -> Self {
        let mut groups = Joint::new();
        for one in 0..=NOTHING {
            for other in 0..=NOTHING {
                groups.add(group(one), group(other), counts.get(one, other));
            }
        }
        let sums = |joint: &Joint| {
            let each = |cell: &dyn Fn(u8, u8) -> f64| -> Vec<f64> {
                (0..=NOTHING).map(|one| (0..=NOTHING).map(|other| cell(one, other)).sum()).collect()
            };
            [each(&|one, other| joint.get(one, other)), each(&|one, other| joint.get(other, one))]
        };
        Self { sums: sums(&counts), group_sums: sums(&groups), counts, groups }
    }

    /// Probability of the other unit given the one (side 0: of Latin), smoothed.
    fn given(&self, side: usize, one: u8, other: u8) -> f64 {
        let pick = |joint: &Joint, one, other| {
            if side == 0 { joint.get(one, other) } else { joint.get(other, one) }
        };
        let sum = |sums: &[Vec<f64>; 2], unit: u8| {
            sums.get(side).and_then(|sums| sums.get(usize::from(unit))).copied().unwrap_or_default()
        };
        let (one_group, other_group) = (group(one), group(other));
        let other_side: f64 = {
            // the share of the place among the units of the group
            let totals = self.sums.get(1 - side);
            let total = |unit: u8| {
                totals.and_then(|totals| totals.get(usize::from(unit))).copied().unwrap_or_default()
            };
            let all: f64 = if other == NOTHING {
                1.0
            } else {
                let groups = GROUPS as u8;
                (0..3).map(|place| total(other_group + place * groups)).sum()
            };
            if other == NOTHING { 1.0 } else { (total(other) + 1.0) / (all + 3.0) }
        };
        let uniform = 1.0 / 60.0;
        let by_group = (pick(&self.groups, one_group, other_group) + GROUP_LEAN * uniform)
            / (sum(&self.group_sums, one_group) + GROUP_LEAN);
        (pick(&self.counts, one, other) + LEAN * by_group * other_side)
            / (sum(&self.sums, one) + LEAN)
    }

    /// What each pair of units tells for one name, in nats: how much likelier the two stand beside
    /// each other in one name than in two names taken at random.
    pub(super) fn gains(&self) -> Vec<(u8, u8, f64)> {
        let sum = |side: usize, unit: u8| {
            self.sums.get(side).and_then(|s| s.get(usize::from(unit))).copied().unwrap_or_default()
        };
        let total: f64 = self.sums.first().map(|s| s.iter().sum()).unwrap_or(1.0);
        let units = |side: usize| total - sum(side, NOTHING);
        let mut gains = Vec::new();
        for one in 0..=NOTHING {
            for other in 0..=NOTHING {
                let (q_one, q_other) =
                    ((sum(0, one) + 0.5) / units(0), (sum(1, other) + 0.5) / units(1));
                let by_one = sum(0, one) / total * self.given(0, one, other);
                let by_other = sum(1, other) / total * self.given(1, other, one);
                let gain = match (one, other) {
                    (NOTHING, NOTHING) => continue,
                    (_, NOTHING) => by_one / q_one,
                    (NOTHING, _) => by_other / q_other,
                    _ => f64::midpoint(by_one, by_other) / (q_one * q_other),
                }
                .max(1e-9)
                .ln();
                gains.push((one, other, gain.clamp(LEAST, MOST)));
            }
        }
        gains
    }

    /// What a unit gains in the mean.
    pub(super) fn usual(&self, gains: &[(u8, u8, f64)]) -> [Vec<f64>; 2] {
        let mut usual = [vec![0.0; UNITS], vec![0.0; UNITS]];
        let [rows, columns] = &mut usual;
        for (one, other, gain) in gains {
            let seen = self.counts.get(*one, *other);
            let sum = |side: usize, unit: u8| {
                self.sums
                    .get(side)
                    .and_then(|s| s.get(usize::from(unit)))
                    .copied()
                    .unwrap_or_default()
                    .max(1e-9)
            };
            if *one != NOTHING
                && let Some(cell) = rows.get_mut(usize::from(*one))
            {
                *cell += gain * seen / sum(0, *one);
            }
            if *other != NOTHING
                && let Some(cell) = columns.get_mut(usize::from(*other))
            {
                *cell += gain * seen / sum(1, *other);
            }
        }
        usual
    }

    /// How often a pair of units was seen.
    pub(super) fn seen(&self, one: u8, other: u8) -> f64 {
        self.counts.get(one, other)
    }
}
