//! Counting: four cells of a table, shares of them, and how far chance may have moved the shares.

use super::report::{Figure, Unit};

/// A share with the 95 % interval of Wilson.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The share, 0 to 1.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// The 97.5 % point of the normal distribution.
const Z: f64 = 1.959_964;

impl Interval {
    /// Of a number of successes among trials; trials may be a half where a measure counts halves.
    #[must_use]
    pub fn wilson(successes: f64, trials: f64) -> Self {
        if trials <= 0.0 {
            return Self { value: 0.0, low: 0.0, high: 1.0 };
        }
        let share = successes / trials;
        let z2 = Z * Z / trials;
        let centre = share + z2 / 2.0;
        let spread = Z * (share * (1.0 - share) / trials + z2 / (4.0 * trials)).sqrt();
        Self {
            value: share,
            // exact at the ends: a share of 1 lies inside its own interval
            low: if successes <= 0.0 { 0.0 } else { ((centre - spread) / (1.0 + z2)).max(0.0) },
            high: if successes >= trials { 1.0 } else { ((centre + spread) / (1.0 + z2)).min(1.0) },
        }
    }
}

/// Labelled pairs by label and answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Labelled a match and hit.
    pub hits: u64,
    /// Labelled a match and missed.
    pub misses: u64,
    /// Labelled no match and hit.
    pub false_alarms: u64,
    /// Labelled no match and not hit.
    pub passes: u64,
}

impl Counts {
    /// Counts one pair.
    pub fn add(&mut self, is_match: bool, is_hit: bool) {
        let cell = match (is_match, is_hit) {
            (true, true) => &mut self.hits,
            (true, false) => &mut self.misses,
            (false, true) => &mut self.false_alarms,
            (false, false) => &mut self.passes,
        };
        *cell += 1;
    }

    /// Precision, recall and F1 of a part of the set. The interval of F1 takes it as the share of hits
    /// among hits and half the errors: an approximation, good to the second digit at these sizes.
    #[must_use]
    pub fn figures(&self, of: &str) -> Vec<Figure> {
        let precision = Figure::share("precision", self.hits, self.hits + self.false_alarms);
        let recall = Figure::share("recall", self.hits, self.hits + self.misses);
        [precision, recall, self.f1()].map(|figure| figure.of(of)).into()
    }

    /// F1.
    #[must_use]
    pub fn f1(&self) -> Figure {
        let [hits, errors] = [self.hits, self.misses + self.false_alarms].map(as_f64);
        Figure {
            measure: "F1".to_owned(),
            of: String::new(),
            interval: Interval::wilson(hits, hits + errors / 2.0),
            trials: self.total(),
            unit: Unit::Share,
            target: None,
            peer: None,
        }
    }

    /// All pairs.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.hits + self.misses + self.false_alarms + self.passes
    }
}

/// Counts are far below 2^52.
#[expect(clippy::cast_precision_loss, reason = "counts of pairs are far below 2^52")]
pub(super) const fn as_f64(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilson_as_tabulated() {
        // 8 of 10: 0.490 to 0.943 (Wilson 1927, as commonly tabulated)
        let interval = Interval::wilson(8.0, 10.0);
        assert!((interval.low - 0.490).abs() < 0.001 && (interval.high - 0.943).abs() < 0.001);
    }

    #[test]
    fn f1_of_known_counts() {
        let counts = Counts { hits: 80, misses: 20, false_alarms: 10, passes: 90 };
        let f1 = &counts.figures("")[2];
        assert!((f1.interval.value - 2.0 * 80.0 / (2.0 * 80.0 + 30.0)).abs() < 1e-12);
    }
}
