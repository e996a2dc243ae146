//! Weights, scores and thresholds: integers, so that every answer agrees bit for bit.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub};

/// The weight of a piece of evidence in 1/1024 nat: the natural logarithm of how much likelier the
/// observation is when both records are of the same party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Weight(pub i32);

impl Weight {
    /// No weight.
    pub const ZERO: Self = Self(0);

    /// A weight in thousandths of a nat, for tables that people read; rounded to 1/1024 nat.
    #[must_use]
    pub const fn from_millinats(millinats: i32) -> Self {
        let scaled = millinats as i64 * 1024;
        let half = if scaled < 0 { -500 } else { 500 };
        Self(((scaled + half) / 1000) as i32)
    }

    /// The weight in nats, for people.
    #[must_use]
    pub fn nats(self) -> f64 {
        f64::from(self.0) / 1024.0
    }
}

impl Add for Weight {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Weight {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Weight {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Weight {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Sum for Weight {
    fn sum<I: Iterator<Item = Self>>(weights: I) -> Self {
        weights.fold(Self::ZERO, |sum, weight| sum + weight)
    }
}

/// How strongly two records say "the same party", in 1/10,000: 0 to 10,000, printed 0.0000 to 1.0000.
/// It says nothing about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Score(u16);

impl Score {
    /// The greatest score.
    pub const MAX: Self = Self(10_000);

    /// A score in 1/10,000; more than 10,000 is held at 10,000.
    #[must_use]
    pub const fn from_ten_thousandths(value: u16) -> Self {
        Self(if value > 10_000 { 10_000 } else { value })
    }

    /// The score in 1/10,000.
    #[must_use]
    pub const fn ten_thousandths(self) -> u16 {
        self.0
    }

    /// The score between 0 and 1, for files and people.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        f64::from(self.0) / 10_000.0
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:04}", self.0 / 10_000, self.0 % 10_000)
    }
}

/// The score at which a pair becomes a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Threshold(Score);

/// A threshold outside 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("a threshold lies between 0 and 1; {0} does not")]
pub struct ThresholdError(pub f64);

impl Threshold {
    /// The one default for every script, here and in every interface: 0.70.
    pub const DEFAULT: Self = Self(Score::from_ten_thousandths(7_000));

    /// A threshold as people write it, 0 to 1, rounded to 1/10,000.
    ///
    /// # Errors
    /// [`ThresholdError`] outside 0 to 1.
    pub fn new(value: f64) -> Result<Self, ThresholdError> {
        if !(0.0..=1.0).contains(&value) {
            return Err(ThresholdError(value));
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and 10,000 by the check above"
        )]
        let ten_thousandths = (value * 10_000.0).round() as u16;
        Ok(Self(Score::from_ten_thousandths(ten_thousandths)))
    }

    /// The least score of a hit.
    #[must_use]
    pub const fn score(self) -> Score {
        self.0
    }
}

impl fmt::Display for Threshold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn millinats_round_to_the_nearest_unit() {
        for (millinats, units) in [(0, 0), (1000, 1024), (-1000, -1024), (500, 512), (1, 1)] {
            assert_eq!(Weight::from_millinats(millinats), Weight(units));
        }
    }

    #[test]
    fn scores_print_four_digits() {
        assert_eq!(Score::from_ten_thousandths(7_000).to_string(), "0.7000");
        assert_eq!(Score::MAX.to_string(), "1.0000");
    }

    #[test]
    fn thresholds_outside_the_range_are_refused() {
        assert_eq!(Threshold::new(0.7), Ok(Threshold::DEFAULT));
        assert!(Threshold::new(1.5).is_err());
        assert!(Threshold::new(f64::NAN).is_err());
    }
}
