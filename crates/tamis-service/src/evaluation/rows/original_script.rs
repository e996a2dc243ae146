//! UN names: the Latin primary name of a person against the same person's name in its original
//! script, and against every other person's.

use rayon::prelude::*;
use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_model::{PartyKind, Score};

use super::super::counts::Counts;
use super::super::material::{Material, persons};
use super::super::report::{EvaluationSet, Failure, Figure, PairSide, ScoredPair, Target};
use super::super::source::{party, script};
use super::super::{EvaluationError, Sets, evidence};

const LISTS: [(&str, &str); 2] =
    [("2021", "lists/un/2021-03-12.xml"), ("2026", super::super::material::UN)];

/// False positives that the recall allows, of a million.
const FALSE_POSITIVES_PER_MILLION: usize = 1_000;

/// Failures of each kind that are told.
const FAILURES_TOLD: usize = 20;

/// Non-matches of each person that another matcher is asked for as well.
const PEER_NEGATIVES: usize = 20;

struct Person {
    latin: (String, AnalysedRecord),
    original: (String, AnalysedRecord),
}

pub(in super::super) fn run(material: &Material) -> Sets {
    LISTS.iter().map(|(year, path)| one_list(material, year, path)).collect()
}

/// The score of a person's Latin name with another's original, and the alarm that it may be.
struct Row {
    scores: Vec<Score>,
    failures: Vec<Failure>,
}

fn one_list(material: &Material, year: &str, path: &str) -> Result<EvaluationSet, EvaluationError> {
    let policy = &material.policy;
    let people = people(material, path)?;
    let rows: Vec<Row> =
        people.par_iter().enumerate().map(|(at, one)| row(at, one, &people, policy)).collect();
    let mut counts = Counts::default();
    let (mut same, mut others, mut failures) = (Vec::new(), Vec::new(), Vec::new());
    let mut pairs = Vec::new();
    for (at, row) in rows.into_iter().enumerate() {
        for (other_at, score) in row.scores.iter().enumerate() {
            let is_match = at == other_at;
            counts.add(is_match, *score >= policy.threshold.score());
            let side = if is_match { &mut same } else { &mut others };
            side.push((*score, other_at));
            // a matcher that is slow is asked for some of the 10^5 non-matches
            if is_match || (other_at + at) % people.len() < PEER_NEGATIVES {
                pairs.extend(scored(year, &people, at, other_at, *score));
            }
        }
        failures.extend(row.failures);
    }
    failures.sort_by_key(|failure| (failure.kind != "missed", failure.score));
    let mut set = EvaluationSet::new(
        format!("UN {year}, Latin against original script"),
        "does a name in Latin meet the same person's name in its own script?",
    );
    set.figures = counts.figures("");
    let pair_count = others.len() as u64;
    set.figures.push(
        Figure::share("false positives among other persons", counts.false_alarms, pair_count)
            .with_target(Some(Target::AtMost(0.001))),
    );
    let least = threshold_for(&mut others);
    let found = |keep: &dyn Fn(usize) -> bool| {
        let of = same.iter().filter(|(_, at)| keep(*at));
        let (mut found, mut all) = (0, 0);
        for (score, _) in of {
            found += u64::from(*score >= least);
            all += 1;
        }
        Figure::share(format!("recall at 0.1 % false positives (score {least})"), found, all)
    };
    set.figures.push(found(&|_| true).with_target(Some(Target::AtLeast(0.97))));
    let scripts: Vec<_> = people.iter().map(|person| script(&person.original.0)).collect();
    let mut distinct = scripts.clone();
    distinct.sort_unstable();
    distinct.dedup();
    for one in distinct {
        let figure = found(&|at| scripts.get(at) == Some(&one));
        set.figures.push(figure.of(format!("script {one:?}")));
    }
    let missed = failures.iter().filter(|failure| failure.kind == "missed").count();
    set.failures = failures
        .into_iter()
        .enumerate()
        .filter(|(at, _)| {
            *at < missed.min(FAILURES_TOLD) || (missed..missed + FAILURES_TOLD).contains(at)
        })
        .map(|(_, failure)| failure)
        .collect();
    set.pairs = pairs;
    Ok(set)
}

fn row(at: usize, one: &Person, people: &[Person], policy: &Policy) -> Row {
    let mut row = Row { scores: Vec::with_capacity(people.len()), failures: Vec::new() };
    for (other_at, other) in people.iter().enumerate() {
        let comparison = compare(&one.latin.1, &other.original.1, policy);
        row.scores.push(comparison.score);
        let is_match = at == other_at;
        if comparison.reaches(policy.threshold) != is_match {
            row.failures.push(Failure {
                kind: if is_match { "missed" } else { "false alarm" },
                one: one.latin.0.clone(),
                other: other.original.0.clone(),
                score: comparison.score,
                evidence: evidence::line(&comparison),
            });
        }
    }
    row
}

fn scored(
    year: &str,
    people: &[Person],
    at: usize,
    other: usize,
    score: Score,
) -> Option<ScoredPair> {
    let side = |name: &str| PairSide { names: vec![name.to_owned()], births: Vec::new() };
    Some(ScoredPair {
        id: format!("original-script-{year}:{at}-{other}"),
        schema: "Person",
        is_match: at == other,
        set_aside: false,
        score,
        sides: [side(&people.get(at)?.latin.0), side(&people.get(other)?.original.0)],
    })
}

/// The least score that at most one in a thousand of other persons' pairs reaches.
fn threshold_for(others: &mut [(Score, usize)]) -> Score {
    others.sort_unstable_by_key(|(score, _)| std::cmp::Reverse(*score));
    let allowed = others.len() * FALSE_POSITIVES_PER_MILLION / 1_000_000;
    let next = others.get(allowed).map_or(0, |(score, _)| score.ten_thousandths());
    Score::from_ten_thousandths(next + 1)
}

fn people(material: &Material, path: &str) -> Result<Vec<Person>, EvaluationError> {
    let list = material.list(path)?;
    let mut people = Vec::new();
    for person in persons(&list) {
        let Some(original) = person.original else { continue };
        let record = |text: &str| {
            material.record(&party(PartyKind::Person, &[text], "")).map_err(|source| {
                EvaluationError::Entry { entry: person.prepared.entry.id.to_string(), source }
            })
        };
        people.push(Person {
            latin: (person.latin.to_owned(), record(person.latin)?),
            original: (original.to_owned(), record(original)?),
        });
    }
    Ok(people)
}
