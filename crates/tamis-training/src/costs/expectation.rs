//! A stochastic transducer of units, learned by expectation and maximisation: how often a unit
//! stands for a unit, for nothing, or nothing for a unit, in pairs of words that are one name
//! (Ristad and Yianilos, 1998, with units of sound for letters).

use tamis_match::spelling::units::{NOTHING, UNITS, Units};

/// Rounds; the likelihood moves by less than a thousandth after ten.
const ROUNDS: usize = 10;

/// From this round on pairs that fit worst are left out: rows where another name of the same bearer
/// was taken.
const TRIMMED_FROM: usize = 4;

/// The share of pairs that is left out.
const TRIMMED: f64 = 0.03;

/// Two words that are one name.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    pub(super) latin: Units,
    pub(super) written: Units,
    pub(super) count: f64,
}

/// Joint probabilities, or expected counts, of units and units.
#[derive(Clone)]
pub(super) struct Joint {
    cells: Vec<f64>,
}

impl Joint {
    pub(super) fn new() -> Self {
        Self { cells: vec![0.0; UNITS * UNITS] }
    }

    pub(super) fn get(&self, one: u8, other: u8) -> f64 {
        self.cells.get(usize::from(one) * UNITS + usize::from(other)).copied().unwrap_or_default()
    }

    pub(super) fn add(&mut self, one: u8, other: u8, value: f64) {
        if let Some(cell) = self.cells.get_mut(usize::from(one) * UNITS + usize::from(other)) {
            *cell += value;
        }
    }

    /// The same with a cell filled by each pair of units.
    fn of(cell: impl Fn(u8, u8) -> f64) -> Self {
        let mut joint = Self::new();
        for one in 0..=NOTHING {
            for other in 0..=NOTHING {
                joint.add(one, other, cell(one, other));
            }
        }
        joint
    }

    fn sum(&self) -> f64 {
        self.cells.iter().sum()
    }
}

/// Learns from pairs; `alike` tells where to begin.
pub(super) fn train(pairs: &[Pair], alike: impl Fn(u8, u8) -> bool) -> Joint {
    let start = Joint::of(|one, other| match (one, other) {
        (NOTHING, NOTHING) => 0.0,
        (NOTHING, _) | (_, NOTHING) => 0.3,
        _ if alike(one, other) => 10.0,
        _ => 0.1,
    });
    let mut model = normalised(&start);
    let mut kept = vec![true; pairs.len()];
    for round in 0..ROUNDS {
        let mut counts = Joint::new();
        let mut fits: Vec<f64> = Vec::with_capacity(pairs.len());
        for (pair, kept) in pairs.iter().zip(&kept) {
            let weight = if *kept { pair.count } else { 0.0 };
            let likelihood = expect(&model, pair, weight, &mut counts);
            let units = (pair.latin.len() + pair.written.len()) as f64;
            fits.push(likelihood.max(f64::MIN_POSITIVE).ln() / units);
        }
        if round >= TRIMMED_FROM {
            let mut sorted = fits.clone();
            sorted.sort_by(f64::total_cmp);
            let worst = (TRIMMED * sorted.len() as f64) as usize;
            let bound = sorted.get(worst).copied().unwrap_or(f64::MIN);
            kept = fits.iter().map(|fit| *fit >= bound).collect();
        }
        if round + 1 == ROUNDS {
            return counts;
        }
        model = normalised(&counts);
    }
    model
}

/// Probabilities of counts; what was never seen keeps a little.
pub(super) fn normalised(counts: &Joint) -> Joint {
    let total = counts.sum();
    let floor = total * 1e-7;
    Joint::of(|one, other| match (one, other) {
        (NOTHING, NOTHING) => 0.0,
        _ => (counts.get(one, other) + floor) / total,
    })
}

/// The likelihood of a pair.
pub(super) fn likelihood(model: &Joint, pair: &Pair) -> f64 {
    let mut none = Joint { cells: Vec::new() };
    expect(model, pair, 0.0, &mut none)
}

/// Adds what a pair tells, by all its alignments; gives its likelihood.
#[expect(clippy::indexing_slicing, reason = "both tables have a cell for each pair of places")]
fn expect(model: &Joint, pair: &Pair, weight: f64, counts: &mut Joint) -> f64 {
    let (a, b) = (&pair.latin, &pair.written);
    let width = b.len() + 1;
    let at = |i: usize, j: usize| i * width + j;
    let mut forward = vec![0.0_f64; (a.len() + 1) * width];
    let mut backward = forward.clone();
    let unit = |units: &Units, index: usize| units.get(index).copied().unwrap_or(NOTHING);
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            let mut sum = if i + j == 0 { 1.0 } else { 0.0 };
            if i > 0 {
                sum += forward[at(i - 1, j)] * model.get(unit(a, i - 1), NOTHING);
            }
            if j > 0 {
                sum += forward[at(i, j - 1)] * model.get(NOTHING, unit(b, j - 1));
            }
            if i > 0 && j > 0 {
                sum += forward[at(i - 1, j - 1)] * model.get(unit(a, i - 1), unit(b, j - 1));
            }
            forward[at(i, j)] = sum;
        }
    }
    let whole = forward[at(a.len(), b.len())];
    if weight == 0.0 || whole <= 0.0 {
        return whole;
    }
    for i in (0..=a.len()).rev() {
        for j in (0..=b.len()).rev() {
            let mut sum = if i == a.len() && j == b.len() { 1.0 } else { 0.0 };
            let share = weight * forward[at(i, j)] / whole;
            let (one, other) = (unit(a, i), unit(b, j));
            if i < a.len() {
                let step = model.get(one, NOTHING) * backward[at(i + 1, j)];
                counts.add(one, NOTHING, share * step);
                sum += step;
            }
            if j < b.len() {
                let step = model.get(NOTHING, other) * backward[at(i, j + 1)];
                counts.add(NOTHING, other, share * step);
                sum += step;
            }
            if i < a.len() && j < b.len() {
                let step = model.get(one, other) * backward[at(i + 1, j + 1)];
                counts.add(one, other, share * step);
                sum += step;
            }
            backward[at(i, j)] = sum;
        }
    }
    whole
}
