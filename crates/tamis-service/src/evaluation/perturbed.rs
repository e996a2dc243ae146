//! UN names as they are and perturbed, row by row, against the list of 2026: is the right entry
//! found, and does it stand first? Right is the entry whose primary name equals the clean control's.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use tamis_match::Policy;
use tamis_model::{EntryId, NameGrade, PartyKind, Screening};
use tamis_screen::{ListEntries, ScreenSet, Screener};

use super::counts::{Failure, Figure, Interval, as_f64};
use super::source::{Table, cell, list, party};
use super::{EvaluationError, EvaluationSet};

const LIST: &str = "lists/un/2026-02-27.xml";

pub(super) fn run(folder: &Path) -> Result<Vec<EvaluationSet>, EvaluationError> {
    let policy = Policy::vetting();
    let control = Table::open(folder.join("names/perturbed_un_untreated.csv"))?;
    let treated = Table::open(folder.join("names/perturbed_un_treated.csv"))?;
    let screener = screener(folder, &policy)?;
    Ok(vec![
        one_table("perturbed UN names, clean control", &control, &control, &screener)?,
        one_table("perturbed UN names", &treated, &control, &screener)?,
    ])
}

fn screener(folder: &Path, policy: &Policy) -> Result<Screener, EvaluationError> {
    let reading = list(folder, LIST)?;
    let snapshot = tamis_model::SnapshotInfo {
        list: reading.list,
        id: tamis_model::SnapshotId([0; 32]),
        format: reading.format.to_owned(),
        published: reading.published.unwrap_or(tamis_model::CivilDate::MIN),
        published_as_written: reading.published_as_written,
        scope: reading.scope,
        entries: reading.entries.len() as u64,
    };
    let set = ScreenSet::build(vec![ListEntries { snapshot, entries: reading.entries }], policy)
        .map_err(|refusal| EvaluationError::Entry {
            entry: refusal.entry.to_string(),
            source: refusal.source,
        })?;
    Ok(Screener::exhaustive(Arc::new(set), policy.clone()))
}

/// Where the right entry stands in an answer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    First,
    Later,
    Nowhere,
}

fn one_table(
    name: &str,
    table: &Table,
    control: &Table,
    screener: &Screener,
) -> Result<EvaluationSet, EvaluationError> {
    let (full_name, born) = (table.column("full_name")?, table.column("date_of_birth")?);
    let rows: Vec<_> = table.rows.iter().zip(&control.rows).collect();
    let outcomes: Vec<Option<(Place, bool)>> = rows
        .par_iter()
        .map(|(row, clean)| {
            let right = right_entries(screener.set(), cell(clean, full_name));
            if right.is_empty() {
                return None;
            }
            let asked = party(PartyKind::Person, &[cell(row, full_name)], cell(row, born));
            let place = screener
                .screen(&asked, None)
                .map_or(Place::Nowhere, |screening| place(&screening, &right));
            Some((place, cell(row, full_name) != cell(clean, full_name)))
        })
        .collect();
    let mut failures = Vec::new();
    let mut without = Vec::new();
    for ((row, clean), outcome) in rows.iter().zip(&outcomes) {
        let shown = |kind| Failure {
            kind,
            one: cell(row, full_name).to_owned(),
            other: cell(clean, full_name).to_owned(),
            score: tamis_model::Score::default(),
        };
        match outcome {
            None => without.push(cell(clean, full_name)),
            Some((Place::Nowhere, _)) => failures.push(shown("missed")),
            Some((Place::Later, _)) => failures.push(shown("not first")),
            Some((Place::First, _)) => {}
        }
    }
    let found: Vec<(Place, bool)> = outcomes.into_iter().flatten().collect();
    let figure = |measure: &str, of: &[(Place, bool)], good: fn(Place) -> bool| {
        let successes = of.iter().filter(|(place, _)| good(*place)).count() as u64;
        let trials = of.len() as u64;
        let interval = Interval::wilson(as_f64(successes), as_f64(trials));
        Figure { measure: measure.to_owned(), interval, trials }
    };
    let changed: Vec<_> = found.iter().copied().filter(|(_, changed)| *changed).collect();
    let mut figures = vec![
        figure("found", &found, |place| place != Place::Nowhere),
        figure("ranked first", &found, |place| place == Place::First),
    ];
    if !changed.is_empty() {
        figures.push(figure("found, name changed", &changed, |place| place != Place::Nowhere));
        figures.push(figure("ranked first, name changed", &changed, |place| place == Place::First));
    }
    let remarks = vec![format!(
        "{} rows have no entry with an equal primary name: {}",
        without.len(),
        without.join("; ")
    )];
    Ok(EvaluationSet {
        name: name.to_owned(),
        asks: "is the right entry found, and first?",
        figures,
        failures,
        remarks,
    })
}

/// Entries whose primary name equals a name, letters and spaces folded.
fn right_entries<'a>(set: &'a ScreenSet, name: &str) -> Vec<&'a EntryId> {
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let wanted = folded(name);
    set.entries()
        .iter()
        .map(|prepared| &prepared.entry)
        .filter(|entry| {
            let primary = entry.names.iter().filter(|name| name.grade == NameGrade::Primary);
            primary.into_iter().any(|name| folded(&name.text) == wanted)
        })
        .map(|entry| &entry.id)
        .collect()
}

/// Entries of equal class and score share their place.
fn place(screening: &Screening, right: &[&EntryId]) -> Place {
    let Some(hit) = screening.hits.iter().find(|hit| right.contains(&&hit.entry)) else {
        return Place::Nowhere;
    };
    let first = screening
        .hits
        .first()
        .is_some_and(|first| (first.class, first.score) == (hit.class, hit.score));
    if first { Place::First } else { Place::Later }
}
