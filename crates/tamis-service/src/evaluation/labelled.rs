//! A set of labelled pairs: scored on all cores, counted by group and by half, the worst failures of
//! the dev half with their evidence, the labels that contradict the specification with their rule.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::prelude::*;
use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_model::Score;

use super::counts::Counts;
use super::evidence;
use super::report::{Contradiction, EvaluationSet, Failure, Figure, PairSide, ScoredPair, Target};
use super::split;

/// How many failures of each kind are told.
const FAILURES_TOLD: usize = 30;

/// How far the two halves may be apart.
const GAP: Target = Target::AtMost(0.03);

/// A group with fewer pairs is counted in the whole only.
const LEAST_GROUP: u64 = 5;

/// A labelled pair.
pub(super) struct Pair<'a> {
    pub(super) id: String,
    pub(super) schema: &'static str,
    pub(super) one: Cow<'a, AnalysedRecord>,
    pub(super) other: Cow<'a, AnalysedRecord>,
    pub(super) is_match: bool,
    /// Groups that it is counted in: "kind person", "script Latin–Latin".
    pub(super) groups: Vec<String>,
    /// How the sides are shown, and what decides the half.
    pub(super) shown: [String; 2],
    /// The rule that the label contradicts.
    pub(super) contradicts: Option<&'static str>,
    /// Whether it is left out of the figures "set aside".
    pub(super) set_aside: bool,
    pub(super) sides: [PairSide; 2],
}

/// What the whole must reach.
#[derive(Clone, Copy, Default)]
pub(super) struct Targets {
    pub(super) f1: Option<Target>,
    /// F1 where the rule wins over the label.
    pub(super) f1_by_rule: Option<Target>,
    /// F1 without the pairs set aside.
    pub(super) f1_set_aside: Option<Target>,
    /// F1 of a group, by its name.
    pub(super) f1_of: Option<(&'static str, Target)>,
}

/// The set, and the score of each pair in their order.
pub(super) fn count(
    name: &str,
    asks: &'static str,
    pairs: &[Pair<'_>],
    targets: Targets,
    policy: &Policy,
) -> (EvaluationSet, Vec<Score>) {
    let scored: Vec<(Score, Option<String>)> = pairs
        .par_iter()
        .map(|pair| {
            let comparison = compare(&pair.one, &pair.other, policy);
            let wrong = comparison.reaches(policy.threshold) != pair.is_match;
            (comparison.score, wrong.then(|| evidence::line(&comparison)))
        })
        .collect();
    let scores: Vec<Score> = scored.iter().map(|(score, _)| *score).collect();
    let is_hit = |score: Score| score >= policy.threshold.score();
    let counted = |keep: &dyn Fn(&Pair<'_>) -> bool, label: &dyn Fn(&Pair<'_>) -> bool| {
        let mut counts = Counts::default();
        for (pair, score) in pairs.iter().zip(&scores).filter(|(pair, _)| keep(pair)) {
            counts.add(label(pair), is_hit(*score));
        }
        counts
    };
    let labelled = |pair: &Pair<'_>| pair.is_match;
    let by_rule = |pair: &Pair<'_>| pair.is_match != pair.contradicts.is_some();
    let dev = |pair: &Pair<'_>| split::is_dev(&pair.shown[0], &pair.shown[1]);
    let mut set = EvaluationSet::new(name, asks);
    let with_target = |mut figures: Vec<Figure>, target| {
        if let Some(f1) = figures.last_mut() {
            f1.target = target;
        }
        figures
    };
    set.figures.extend(with_target(counted(&|_| true, &labelled).figures(""), targets.f1));
    if pairs.iter().any(|pair| pair.contradicts.is_some()) {
        let figures = counted(&|_| true, &by_rule).figures("the rule wins over the label");
        set.figures.extend(with_target(figures, targets.f1_by_rule));
    }
    if pairs.iter().any(|pair| pair.set_aside) {
        let figures =
            counted(&|pair| !pair.set_aside, &labelled).figures("without those set aside");
        set.figures.extend(with_target(figures, targets.f1_set_aside));
    }
    let halves = [counted(&dev, &by_rule).f1(), counted(&|pair| !dev(pair), &by_rule).f1()];
    let gap = (halves[0].interval.value - halves[1].interval.value).abs();
    for (half, figure) in ["half dev", "half kept"].into_iter().zip(halves) {
        set.figures.push(figure.of(half));
    }
    let total = pairs.len() as u64;
    set.figures
        .push(Figure::number("gap of F1 between the halves", gap, total).with_target(Some(GAP)));
    for (group, counts) in groups(pairs, &scores, &is_hit, &by_rule) {
        if counts.total() >= LEAST_GROUP {
            let target = targets.f1_of.filter(|(name, _)| *name == group).map(|(_, target)| target);
            set.figures.extend(with_target(counts.figures(&group), target));
        }
    }
    set.failures = failures(pairs.iter().zip(scored).filter(|(pair, _)| dev(pair)));
    set.contradictions = pairs.iter().filter_map(contradiction).collect();
    set.pairs = pairs.iter().zip(&scores).map(|(pair, score)| kept(pair, *score)).collect();
    (set, scores)
}

fn groups(
    pairs: &[Pair<'_>],
    scores: &[Score],
    is_hit: &dyn Fn(Score) -> bool,
    label: &dyn Fn(&Pair<'_>) -> bool,
) -> BTreeMap<String, Counts> {
    let mut groups: BTreeMap<String, Counts> = BTreeMap::new();
    for (pair, score) in pairs.iter().zip(scores) {
        for group in &pair.groups {
            groups.entry(group.clone()).or_default().add(label(pair), is_hit(*score));
        }
    }
    groups
}

fn failures<'p>(
    wrong: impl Iterator<Item = (&'p Pair<'p>, (Score, Option<String>))>,
) -> Vec<Failure> {
    let (mut missed, mut alarms) = (Vec::new(), Vec::new());
    for (pair, (score, evidence)) in wrong {
        let Some(evidence) = evidence else { continue };
        // what is set aside has its own line, and would fill the list
        if pair.contradicts.is_some() || pair.set_aside {
            continue;
        }
        let [one, other] = pair.shown.clone();
        let kind = if pair.is_match { "missed" } else { "false alarm" };
        let into = if pair.is_match { &mut missed } else { &mut alarms };
        into.push(Failure { kind, one, other, score, evidence });
    }
    missed.sort_by_key(|failure| failure.score);
    alarms.sort_by_key(|failure| std::cmp::Reverse(failure.score));
    missed.truncate(FAILURES_TOLD);
    alarms.truncate(FAILURES_TOLD);
    missed.append(&mut alarms);
    missed
}

fn contradiction(pair: &Pair<'_>) -> Option<Contradiction> {
    let [one, other] = pair.shown.clone();
    Some(Contradiction { rule: pair.contradicts?, labelled_match: pair.is_match, one, other })
}

fn kept(pair: &Pair<'_>, score: Score) -> ScoredPair {
    let Pair { id, schema, is_match, set_aside, sides, .. } = pair;
    let (is_match, set_aside) = (*is_match, *set_aside);
    ScoredPair { id: id.clone(), schema, is_match, set_aside, score, sides: sides.clone() }
}
