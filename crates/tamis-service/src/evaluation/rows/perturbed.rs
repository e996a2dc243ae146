//! UN names as they are and perturbed, row by row, against the list of 2026: is the right entry
//! found, and does it stand first? Right is the entry whose primary name equals the clean control's.

use rayon::prelude::*;
use tamis_match::compare;
use tamis_model::{HitClass, PartyKind, Score};
use tamis_screen::PreparedEntry;

use super::super::material::{Material, UN, primary};
use super::super::report::{EvaluationSet, Failure, Figure, Target};
use super::super::source::{Table, cell, folded, party};
use super::super::{EvaluationError, Sets, evidence};

pub(in super::super) fn run(material: &Material) -> Sets {
    let control = Table::open(material.folder.join("names/perturbed_un_untreated.csv"))?;
    let treated = Table::open(material.folder.join("names/perturbed_un_treated.csv"))?;
    let list = material.list(UN)?;
    let clean = Targets { found: 1.0, first: None };
    let perturbed = Targets { found: 0.99, first: Some(0.985) };
    Ok(vec![
        one_table(
            "perturbed UN names, clean control",
            [&control, &control],
            &list,
            clean,
            material,
        )?,
        one_table("perturbed UN names", [&treated, &control], &list, perturbed, material)?,
    ])
}

#[derive(Clone, Copy)]
struct Targets {
    found: f64,
    first: Option<f64>,
}

/// Where the right entry stands in an answer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    First,
    Later,
    Nowhere,
}

struct Outcome {
    place: Place,
    is_changed: bool,
    failure: Option<Failure>,
}

fn one_table(
    name: &str,
    [table, control]: [&Table; 2],
    list: &[PreparedEntry],
    targets: Targets,
    material: &Material,
) -> Result<EvaluationSet, EvaluationError> {
    let (full_name, born) = (table.column("full_name")?, table.column("date_of_birth")?);
    let rows: Vec<_> = table.rows.iter().zip(&control.rows).collect();
    let outcomes: Vec<Option<Outcome>> = rows
        .par_iter()
        .map(|(row, clean)| {
            let (asked, clean) = (cell(row, full_name), cell(clean, full_name));
            outcome(asked, cell(row, born), clean, list, material)
        })
        .collect();
    let without: Vec<&str> = rows
        .iter()
        .zip(&outcomes)
        .filter(|(_, outcome)| outcome.is_none())
        .map(|((_, clean), _)| cell(clean, full_name))
        .collect();
    let outcomes: Vec<Outcome> = outcomes.into_iter().flatten().collect();
    let mut set = EvaluationSet::new(name, "is the right entry found, and first?");
    set.remarks.push(format!(
        "{} rows have no entry with an equal primary name: {}",
        without.len(),
        without.join("; ")
    ));
    let figure = |measure: &str, changed: Option<bool>, good: fn(Place) -> bool| {
        let of =
            outcomes.iter().filter(|one| changed.is_none_or(|wanted| one.is_changed == wanted));
        let (mut successes, mut trials) = (0, 0);
        for outcome in of {
            successes += u64::from(good(outcome.place));
            trials += 1;
        }
        Figure::share(measure, successes, trials)
    };
    let found = |place| place != Place::Nowhere;
    let first = |place| place == Place::First;
    let target = Target::AtLeast(targets.found);
    set.figures.push(figure("found", None, found).with_target(Some(target)));
    let target = targets.first.map(Target::AtLeast);
    set.figures.push(figure("ranked first", None, first).with_target(target));
    if outcomes.iter().any(|outcome| outcome.is_changed) {
        for (changed, of) in [(true, "rows whose name is changed"), (false, "rows that are not")] {
            set.figures.push(figure("found", Some(changed), found).of(of));
            set.figures.push(figure("ranked first", Some(changed), first).of(of));
        }
    }
    set.failures = outcomes.into_iter().filter_map(|outcome| outcome.failure).collect();
    Ok(set)
}

/// Whether and where the right entry is found; none where no entry is right.
fn outcome(
    asked: &str,
    born: &str,
    clean: &str,
    list: &[PreparedEntry],
    material: &Material,
) -> Option<Outcome> {
    let wanted = folded(clean);
    let is_right =
        |entry: &PreparedEntry| primary(&entry.entry).is_some_and(|name| folded(name) == wanted);
    let target = list.iter().find(|entry| is_right(entry))?;
    let record = material.record(&party(PartyKind::Person, &[asked], born)).ok()?;
    let policy = &material.policy;
    let mut best: Option<((HitClass, std::cmp::Reverse<Score>), &PreparedEntry)> = None;
    let mut right: Option<(HitClass, std::cmp::Reverse<Score>)> = None;
    for entry in list {
        let comparison = compare(&record, &entry.record, policy);
        if !comparison.reaches(policy.threshold) {
            continue;
        }
        let rank = (comparison.class, std::cmp::Reverse(comparison.score));
        if is_right(entry) && right.is_none_or(|known| rank < known) {
            right = Some(rank);
        }
        if best.is_none_or(|(known, _)| rank < known) {
            best = Some((rank, entry));
        }
    }
    let place = match (right, best) {
        // entries of equal class and score share their place
        (Some(right), Some((best, _))) if right == best => Place::First,
        (Some(_), _) => Place::Later,
        (None, _) => Place::Nowhere,
    };
    let kind = match place {
        Place::First => None,
        Place::Later => Some("not first"),
        Place::Nowhere => Some("missed"),
    };
    let failure = kind.map(|kind| {
        let shown = compare(&record, &target.record, policy);
        let mut evidence = evidence::line(&shown);
        if let (Place::Later, Some((_, first))) = (place, best) {
            let before = compare(&record, &first.record, policy);
            evidence.push_str(&format!(
                " || first: {} {} {}",
                first.entry.heading(),
                before.score,
                evidence::line(&before)
            ));
        }
        Failure {
            kind,
            one: asked.to_owned(),
            other: clean.to_owned(),
            score: shown.score,
            evidence,
        }
    });
    Some(Outcome { place, is_changed: asked != clean, failure })
}
