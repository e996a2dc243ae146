//! Listed records asked for under a changed name or date: found or not, by group.

use std::collections::BTreeMap;

use rayon::prelude::*;
use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_model::{Party, Score};

use super::evidence;
use super::report::{EvaluationSet, Failure, Figure, Target};

/// How many misses of a group are told.
const MISSES_TOLD: usize = 12;

/// Somebody listed, asked for otherwise.
pub(super) struct Attempt<'a> {
    /// Groups that it is counted in; the first one's misses are told together.
    pub(super) groups: Vec<String>,
    pub(super) party: Party,
    pub(super) entry: &'a AnalysedRecord,
    /// The name that was changed.
    pub(super) listed: &'a str,
}

/// Counts how many are found; `target` tells what a group must reach (the whole is "").
pub(super) fn count(
    name: &str,
    asks: &'static str,
    attempts: &[Attempt<'_>],
    target: impl Fn(&str) -> Option<Target>,
    policy: &Policy,
) -> EvaluationSet {
    let outcomes: Vec<(bool, Option<Failure>)> =
        attempts.par_iter().map(|attempt| outcome(attempt, policy)).collect();
    let mut groups: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    let mut misses: BTreeMap<&str, Vec<Failure>> = BTreeMap::new();
    let found = outcomes.iter().filter(|(found, _)| *found).count() as u64;
    for (attempt, (found, failure)) in attempts.iter().zip(outcomes) {
        for group in &attempt.groups {
            let counts = groups.entry(group).or_default();
            counts.0 += u64::from(found);
            counts.1 += 1;
        }
        let group = attempt.groups.first().map_or("", String::as_str);
        misses.entry(group).or_default().extend(failure);
    }
    let mut set = EvaluationSet::new(name, asks);
    let whole = Figure::share("found", found, attempts.len() as u64);
    set.figures.push(whole.with_target(target("")));
    set.figures.extend(groups.iter().map(|(group, (found, asked))| {
        Figure::share("found", *found, *asked).of(*group).with_target(target(group))
    }));
    for failures in misses.values_mut() {
        failures.sort_by_key(|failure| failure.score);
        failures.truncate(MISSES_TOLD);
        set.failures.append(failures);
    }
    set
}

fn outcome(attempt: &Attempt<'_>, policy: &Policy) -> (bool, Option<Failure>) {
    let missed = |score, evidence| Failure {
        kind: "missed",
        one: attempt.party.names.first().map(|name| name.text.clone()).unwrap_or_default(),
        other: attempt.listed.to_owned(),
        score,
        evidence,
    };
    let record = match AnalysedRecord::of_party(&attempt.party, policy) {
        Ok(record) => record,
        Err(refusal) => return (false, Some(missed(Score::default(), refusal.to_string()))),
    };
    let comparison = compare(&record, attempt.entry, policy);
    if comparison.reaches(policy.threshold) {
        return (true, None);
    }
    (false, Some(missed(comparison.score, evidence::line(&comparison))))
}
