//! What a score means: the share of true pairs by band, pooled, and whether each script's share lies
//! inside the interval of the pooled one.

use tamis_model::Score;

use super::report::{EvaluationSet, Figure, Target};

/// Lower ends of the bands, in 1/10,000.
const BANDS: [u16; 7] = [0, 4_000, 5_500, 7_000, 8_000, 9_000, 9_700];

/// Fewer pairs of a script in a band say nothing.
const LEAST: u64 = 20;

/// A labelled pair in a rendering.
pub(super) struct Observed {
    pub(super) group: String,
    pub(super) is_match: bool,
    pub(super) score: Score,
}

/// Adds the figures of a calibration: shares by band, whether they rise, and how many scripts lie
/// outside in some band.
pub(super) fn add_to(set: &mut EvaluationSet, observed: &[Observed]) {
    let mut groups: Vec<&str> = observed.iter().map(|pair| pair.group.as_str()).collect();
    groups.sort_unstable();
    groups.dedup();
    let (mut outside, mut strictly, mut compared, mut falls) = (0_u32, 0_u32, 0_u64, 0_u32);
    let mut last: Option<f64> = None;
    for (at, low) in BANDS.iter().enumerate() {
        let high = BANDS.get(at + 1).copied().unwrap_or(10_001);
        let share = |group: Option<&str>| {
            let inside = observed.iter().filter(|pair| {
                (*low..high).contains(&pair.score.ten_thousandths())
                    && group.is_none_or(|group| pair.group == group)
            });
            let (mut matches, mut all) = (0, 0);
            for pair in inside {
                matches += u64::from(pair.is_match);
                all += 1;
            }
            let band = format!("true pairs, score {} to {}", words(*low), words(high.min(10_000)));
            Figure::share(band, matches, all)
        };
        let pooled = share(None);
        if pooled.trials >= LEAST {
            falls += u32::from(last.is_some_and(|last| pooled.interval.value < last));
            last = Some(pooled.interval.value);
        }
        let within = pooled.interval;
        set.figures.push(pooled);
        for group in groups.iter().filter(|_| groups.len() > 1) {
            let figure = share(Some(group));
            if figure.trials < LEAST {
                continue;
            }
            compared += 1;
            let inside = |share: f64| (within.low..=within.high).contains(&share);
            let value = figure.interval.value;
            // Wilson's interval of a share below 1 ends below 1: a script whose pairs are all true would lie
            // outside as soon as another has one that is not. So a pair nearer to the pooled share counts.
            let pair = 1.0 / figure.trials as f64;
            let nearer = if value > within.high { value - pair } else { value + pair };
            let (is_strictly, is_outside) = (!inside(value), !inside(value) && !inside(nearer));
            strictly += u32::from(is_strictly);
            outside += u32::from(is_outside);
            let told = match (is_outside, is_strictly) {
                (true, _) => format!("{group} (outside)"),
                (false, true) => format!("{group} (outside by a pair)"),
                (false, false) => (*group).to_owned(),
            };
            set.figures.push(figure.of(told));
        }
    }
    let none = Some(Target::AtMost(0.0));
    let falls = Figure::number("bands below the one before", f64::from(falls), BANDS.len() as u64);
    set.figures.push(falls.with_target(none));
    if groups.len() > 1 {
        let outside =
            Figure::number("bands of a script outside the pooled", f64::from(outside), compared);
        set.figures.push(outside.with_target(none));
        let measure = "bands of a script outside the pooled, pairs not rounded";
        set.figures.push(Figure::number(measure, f64::from(strictly), compared));
    }
}

fn words(ten_thousandths: u16) -> String {
    Score::from_ten_thousandths(ten_thousandths).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(shares: &[(&str, u16, u32, u32)]) -> EvaluationSet {
        let mut observed = Vec::new();
        for (group, score, matches, all) in shares {
            for at in 0..*all {
                observed.push(Observed {
                    group: (*group).to_owned(),
                    is_match: at < *matches,
                    score: Score::from_ten_thousandths(*score),
                });
            }
        }
        let mut set = EvaluationSet::new("calibration", "");
        add_to(&mut set, &observed);
        set
    }

    fn value(set: &EvaluationSet, measure: &str) -> Option<f64> {
        set.figures.iter().find(|figure| figure.measure == measure).map(|f| f.interval.value)
    }

    #[test]
    fn shares_that_rise_and_agree_pass() {
        let set = set(&[("A", 5_000, 10, 100), ("B", 5_000, 11, 100), ("A", 9_000, 90, 100)]);
        assert_eq!(value(&set, "bands below the one before"), Some(0.0));
        assert_eq!(value(&set, "bands of a script outside the pooled"), Some(0.0));
    }

    #[test]
    fn a_share_that_falls_and_a_script_apart_are_counted() {
        let set = set(&[("A", 5_000, 60, 100), ("B", 5_000, 10, 100), ("A", 9_000, 20, 100)]);
        assert_eq!(value(&set, "bands below the one before"), Some(1.0));
        assert_eq!(value(&set, "bands of a script outside the pooled"), Some(2.0));
    }

    #[test]
    fn a_script_whose_pairs_are_all_true_is_not_outside_for_one_that_is_not() {
        let set = set(&[("A", 9_000, 96, 96), ("B", 9_000, 147, 149)]);
        assert_eq!(value(&set, "bands of a script outside the pooled"), Some(0.0));
        let strictly = "bands of a script outside the pooled, pairs not rounded";
        assert_eq!(value(&set, strictly), Some(1.0));
    }

    #[test]
    fn few_pairs_are_not_compared() {
        let set = set(&[("A", 5_000, 60, 100), ("B", 5_000, 0, 19)]);
        let outside = "bands of a script outside the pooled";
        let compared = set.figures.iter().find(|figure| figure.measure == outside);
        assert_eq!(compared.map(|figure| figure.trials), Some(1));
    }
}
