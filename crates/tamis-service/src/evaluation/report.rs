//! What an evaluation tells: sets of figures with targets, failures with their evidence, remarks.

use std::path::Path;

use tamis_model::Score;

use super::counts::{Interval, as_f64};

/// What a figure must reach.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Target {
    /// This or more.
    AtLeast(f64),
    /// This or less.
    AtMost(f64),
}

/// How a figure is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A share, 0 to 1.
    Share,
    /// A share, told in a thousand.
    PerThousand,
    /// A plain number: a mean, a gap.
    Number,
}

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What is measured: "precision", "found, names alone" …
    pub measure: String,
    /// Of which part of the set: "script Arabic", "quality STRONG"; empty for the whole.
    pub of: String,
    /// The figure with its 95 % interval; a plain number has none and repeats itself.
    pub interval: Interval,
    /// Of how many.
    pub trials: u64,
    /// How it is read.
    pub unit: Unit,
    /// What it must reach.
    pub target: Option<Target>,
    /// The same of another matcher, where it was asked.
    pub peer: Option<Interval>,
}

impl Figure {
    /// A share of successes.
    #[must_use]
    pub fn share(measure: impl Into<String>, successes: u64, trials: u64) -> Self {
        Self {
            measure: measure.into(),
            of: String::new(),
            interval: Interval::wilson(as_f64(successes), as_f64(trials)),
            trials,
            unit: Unit::Share,
            target: None,
            peer: None,
        }
    }

    /// A plain number.
    #[must_use]
    pub fn number(measure: impl Into<String>, value: f64, trials: u64) -> Self {
        let interval = Interval { value, low: value, high: value };
        let (measure, of) = (measure.into(), String::new());
        Self { measure, of, interval, trials, unit: Unit::Number, target: None, peer: None }
    }

    /// The same, told in a thousand.
    #[must_use]
    pub const fn per_thousand(mut self) -> Self {
        self.unit = Unit::PerThousand;
        self
    }

    /// The same, of a part of the set.
    #[must_use]
    pub fn of(mut self, part: impl Into<String>) -> Self {
        self.of = part.into();
        self
    }

    /// The same, with what it must reach.
    #[must_use]
    pub fn with_target(mut self, target: Option<Target>) -> Self {
        self.target = target;
        self
    }

    /// Whether it reaches its target; none where it has no target or was measured on nothing.
    #[must_use]
    pub fn reaches(&self) -> Option<bool> {
        // what is told to four digits is judged on four digits
        let value = (self.interval.value * 10_000.0).round() / 10_000.0;
        match self.target? {
            _ if self.trials == 0 => None,
            Target::AtLeast(bound) => Some(value >= bound),
            Target::AtMost(bound) => Some(value <= bound),
        }
    }
}

/// A pair that was judged wrong, or a hit that should not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What is wrong: "missed", "false alarm", "not first".
    pub kind: &'static str,
    /// One side.
    pub one: String,
    /// The other.
    pub other: String,
    /// The score.
    pub score: Score,
    /// The evidence, in a line.
    pub evidence: String,
}

/// A row whose label contradicts the specification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The rule that wins.
    pub rule: &'static str,
    /// Whether the label says match.
    pub labelled_match: bool,
    /// One side.
    pub one: String,
    /// The other.
    pub other: String,
}

/// One side of a labelled pair, as another matcher would be given it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PairSide {
    /// Names.
    pub names: Vec<String>,
    /// Birth dates.
    pub births: Vec<String>,
}

/// A labelled pair with its score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoredPair {
    /// Its id, the same in each run: `name-bench:17`.
    pub id: String,
    /// FollowTheMoney's word for the kind.
    pub schema: &'static str,
    /// The label.
    pub is_match: bool,
    /// Whether names cannot tell: judged pairs that share a whole name and are told apart by other
    /// things, and primary names that share no word.
    pub set_aside: bool,
    /// The score.
    pub score: Score,
    /// The two sides.
    pub sides: [PairSide; 2],
}

/// People asked of a list, as another matcher would be given them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asking {
    /// The people.
    pub people: Vec<PairSide>,
    /// The listed persons.
    pub listed: Vec<PairSide>,
}

/// The result for one set.
#[derive(Debug, Clone, Default)]
pub struct EvaluationSet {
    /// Short name of its group.
    pub group: String,
    /// Name of the set.
    pub name: String,
    /// What it asks.
    pub asks: &'static str,
    /// Figures, in the order in which they are told.
    pub figures: Vec<Figure>,
    /// The worst failures, the worst first.
    pub failures: Vec<Failure>,
    /// Rows whose label contradicts the specification.
    pub contradictions: Vec<Contradiction>,
    /// What the reader of the figures should know.
    pub remarks: Vec<String>,
    /// The labelled pairs, for another matcher.
    pub pairs: Vec<ScoredPair>,
    /// People asked of a list, for another matcher.
    pub asking: Asking,
}

impl EvaluationSet {
    /// An empty set.
    #[must_use]
    pub fn new(name: impl Into<String>, asks: &'static str) -> Self {
        Self { name: name.into(), asks, ..Self::default() }
    }

    /// A set that could not be measured, which says so.
    #[must_use]
    pub fn not_measured(name: &str, asks: &'static str, missing: &Path) -> Self {
        let remark = format!("not measured: {} is not there", missing.display());
        Self { remarks: vec![remark], ..Self::new(name, asks) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_judged_on_the_digits_that_are_told() {
        let figure = |value, target| Figure::number("x", value, 1).with_target(Some(target));
        for (value, target, reaches) in [
            (0.98, Target::AtLeast(0.98), true),
            (0.979_96, Target::AtLeast(0.98), true),
            (0.979_9, Target::AtLeast(0.98), false),
            (0.001, Target::AtMost(0.001), true),
            (0.001_2, Target::AtMost(0.001), false),
        ] {
            assert_eq!(figure(value, target).reaches(), Some(reaches), "{value} {target:?}");
        }
        assert_eq!(Figure::number("x", 1.0, 1).reaches(), None);
        let nothing = Figure::share("x", 0, 0).with_target(Some(Target::AtLeast(0.5)));
        assert_eq!(nothing.reaches(), None);
    }
}
