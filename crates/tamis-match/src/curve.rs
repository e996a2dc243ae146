//! From the sum of all weights to the score: one fixed, increasing function, exact in integers.
//!
//! A logistic curve was rejected: it is flat where strong hits live, so that a name, a name with its
//! date and a name with its document would print alike, and its exponential is not the same on every
//! machine. This curve is rational: above the anchor the distance to 1 falls with the square of the
//! sum, below it the score falls to 0 likewise.

use tamis_model::{Score, Threshold, Weight};

/// The sum that stands at the default threshold, 0.70: what one very rare part weighs.
pub const ANCHOR: Weight = Weight::from_millinats(9_000);

/// How fast the curve bends, in nats: beyond the anchor by so much, a quarter of the way is left.
const BEND: i64 = 12 * 1024;

/// The score at the anchor, in 1/10,000.
const ANCHOR_SCORE: i64 = 7_000;

/// The score of a sum.
#[must_use]
pub fn score(sum: Weight) -> Score {
    let distance = i64::from(sum.0) - i64::from(ANCHOR.0);
    let bent = BEND + distance.abs();
    // (BEND / bent)², in 1/10,000 of the range that it scales
    let share = |range: i64| range * BEND / bent * BEND / bent;
    let value =
        if distance >= 0 { 10_000 - share(10_000 - ANCHOR_SCORE) } else { share(ANCHOR_SCORE) };
    Score::from_ten_thousandths(u16::try_from(value).unwrap_or(0))
}

/// The least sum whose score reaches a threshold.
#[must_use]
pub fn least_sum(threshold: Threshold) -> Weight {
    let (mut below, mut at) = (-1_000_000, 1_000_000);
    while at - below > 1 {
        let middle = i32::midpoint(below, at);
        if score(Weight(middle)) >= threshold.score() { at = middle } else { below = middle }
    }
    Weight(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_anchor_is_the_default_threshold() {
        assert_eq!(score(ANCHOR), tamis_model::Threshold::DEFAULT.score());
        assert!(score(ANCHOR - Weight(40)) < tamis_model::Threshold::DEFAULT.score());
    }

    #[test]
    fn more_evidence_never_scores_less() {
        let scores: Vec<_> = (-60_000..90_000).map(|sum| score(Weight(sum))).collect();
        assert!(scores.windows(2).all(|pair| pair[0] <= pair[1]));
    }

    #[test]
    fn strong_hits_stay_apart() {
        let at = |nats: i32| score(Weight::from_millinats(nats * 1000)).ten_thousandths();
        let (common, rare, dated, documented) = (at(9), at(18), at(24), at(40));
        assert!(rare >= common + 500, "{common} {rare}");
        assert!(dated >= rare + 200 && documented >= dated + 200, "{rare} {dated} {documented}");
    }
}
