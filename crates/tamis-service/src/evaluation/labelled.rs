//! A set of labelled pairs while it is counted: totals, totals by group, the worst failures.

use std::collections::BTreeMap;

use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_model::Score;

use super::EvaluationSet;
use super::counts::{Counts, Failure};

/// How many failures of each kind are told.
const FAILURES_TOLD: usize = 15;

pub(super) struct Labelled {
    policy: Policy,
    counts: Counts,
    groups: BTreeMap<String, Counts>,
    missed: Vec<Failure>,
    alarms: Vec<Failure>,
}

impl Labelled {
    pub(super) fn new(policy: &Policy) -> Self {
        Self {
            policy: policy.clone(),
            counts: Counts::default(),
            groups: BTreeMap::new(),
            missed: Vec::new(),
            alarms: Vec::new(),
        }
    }

    /// Compares a pair and counts it under its groups.
    pub(super) fn add(
        &mut self,
        one: &AnalysedRecord,
        other: &AnalysedRecord,
        is_match: bool,
        groups: &[&str],
        shown: (&str, &str),
    ) -> Score {
        let comparison = compare(one, other, &self.policy);
        let is_hit = comparison.reaches(self.policy.threshold);
        self.counts.add(is_match, is_hit);
        for group in groups {
            self.groups.entry((*group).to_owned()).or_default().add(is_match, is_hit);
        }
        if is_match != is_hit {
            let (failures, kind) = if is_match {
                (&mut self.missed, "missed")
            } else {
                (&mut self.alarms, "false alarm")
            };
            failures.push(Failure {
                kind,
                one: shown.0.to_owned(),
                other: shown.1.to_owned(),
                score: comparison.score,
            });
        }
        comparison.score
    }

    pub(super) fn finish(mut self, name: impl Into<String>, asks: &'static str) -> EvaluationSet {
        let mut figures = self.counts.figures("");
        for (group, counts) in &self.groups {
            figures.extend(counts.figures(group));
        }
        self.missed.sort_by_key(|failure| failure.score);
        self.alarms.sort_by_key(|failure| std::cmp::Reverse(failure.score));
        let failures = self
            .missed
            .into_iter()
            .take(FAILURES_TOLD)
            .chain(self.alarms.into_iter().take(FAILURES_TOLD))
            .collect();
        EvaluationSet { name: name.into(), asks, figures, failures, remarks: Vec::new() }
    }
}
