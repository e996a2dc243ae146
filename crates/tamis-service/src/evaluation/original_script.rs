//! UN names: the Latin primary name of a person against the same person's name in its original
//! script, and against every other person's.

use std::path::Path;

use tamis_match::{AnalysedRecord, Policy, compare};
use tamis_model::{NameGrade, PartyKind, Score};

use super::counts::{Counts, Failure, Figure, Interval, as_f64};
use super::source::{list, party};
use super::{EvaluationError, EvaluationSet};

const LISTS: [(&str, &str); 2] =
    [("2021", "lists/un/2021-03-12.xml"), ("2026", "lists/un/2026-02-27.xml")];

/// False positives that the second recall allows, of a million.
const FALSE_POSITIVES_PER_MILLION: usize = 1_000;

/// Misses that are told.
const FAILURES_TOLD: usize = 15;

struct Person {
    latin: (String, AnalysedRecord),
    original: (String, AnalysedRecord),
}

pub(super) fn run(folder: &Path) -> Result<Vec<EvaluationSet>, EvaluationError> {
    LISTS.iter().map(|(year, path)| one_list(folder, year, path)).collect()
}

fn one_list(folder: &Path, year: &str, path: &str) -> Result<EvaluationSet, EvaluationError> {
    let policy = Policy::vetting();
    let people = people(folder, path, &policy)?;
    let mut counts = Counts::default();
    let (mut same, mut others, mut failures) = (Vec::new(), Vec::new(), Vec::new());
    for (at, one) in people.iter().enumerate() {
        for (other_at, other) in people.iter().enumerate() {
            let score = compare(&one.latin.1, &other.original.1, &policy).score;
            let is_hit = score >= policy.threshold.score();
            counts.add(at == other_at, is_hit);
            if at != other_at {
                others.push(score);
                continue;
            }
            same.push(score);
            if !is_hit {
                let (one, other) = (one.latin.0.clone(), other.original.0.clone());
                failures.push(Failure { kind: "missed", one, other, score });
            }
        }
    }
    failures.sort_by_key(|failure| failure.score);
    failures.truncate(FAILURES_TOLD);
    let pairs = as_f64(others.len() as u64);
    let mut figures = counts.figures("");
    figures.push(Figure {
        measure: "false positives among other persons".to_owned(),
        interval: Interval::wilson(as_f64(counts.false_alarms), pairs),
        trials: others.len() as u64,
    });
    let least = threshold_for(&mut others);
    let found = same.iter().filter(|score| **score >= least).count() as u64;
    figures.push(Figure {
        measure: format!("recall at 0.1 % false positives (score {least})"),
        interval: Interval::wilson(as_f64(found), as_f64(same.len() as u64)),
        trials: same.len() as u64,
    });
    Ok(EvaluationSet {
        name: format!("UN {year}, Latin against original script"),
        asks: "does a name in Latin meet the same person's name in its own script?",
        figures,
        failures,
        remarks: Vec::new(),
    })
}

/// The least score that at most one in a thousand of other persons' pairs reaches.
fn threshold_for(others: &mut [Score]) -> Score {
    others.sort_unstable_by_key(|score| std::cmp::Reverse(*score));
    let allowed = others.len() * FALSE_POSITIVES_PER_MILLION / 1_000_000;
    let next = others.get(allowed).map_or(0, |score| score.ten_thousandths());
    Score::from_ten_thousandths(next + 1)
}

fn people(folder: &Path, path: &str, policy: &Policy) -> Result<Vec<Person>, EvaluationError> {
    let mut people = Vec::new();
    for entry in list(folder, path)?.entries {
        let of = |grade: NameGrade| entry.names.iter().find(|name| name.grade == grade);
        // the field of its own, not the originals that aliases mention
        let original = of(NameGrade::OriginalScript)
            .filter(|name| name.origin.starts_with("NAME_ORIGINAL_SCRIPT"));
        let (Some(latin), Some(original)) = (of(NameGrade::Primary), original) else { continue };
        if entry.kind != PartyKind::Person {
            continue;
        }
        let record = |text: &str| {
            AnalysedRecord::of_party(&party(PartyKind::Person, &[text], ""), policy)
                .map_err(|source| EvaluationError::Entry { entry: entry.id.to_string(), source })
        };
        people.push(Person {
            latin: (latin.text.clone(), record(&latin.text)?),
            original: (original.text.clone(), record(&original.text)?),
        });
    }
    Ok(people)
}
