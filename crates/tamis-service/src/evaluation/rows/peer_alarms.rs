//! Invented people against the persons of the UN list alone: what another matcher, too slow for four
//! lists, is asked beside the labelled pairs. Measured only where one is asked.

use rayon::prelude::*;
use tamis_match::compare;
use tamis_model::{Entry, PartyKind, Precision};

use super::super::material::{Material, UN, persons};
use super::super::peer::ASKED_ALERTED;
use super::super::report::{Asking, EvaluationSet, Figure, PairSide};
use super::super::source::{Table, cell, party};
use super::super::{EvaluationError, Sets};

/// How many of the people are asked.
const ASKED: usize = 2_000;

pub(in super::super) fn run(material: &Material) -> Sets {
    if !material.with_peer {
        return Ok(Vec::new());
    }
    let table = Table::open(material.folder.join("names/synthetic_negatives_global.csv"))?;
    let (full_name, born) = (table.column("full_name")?, table.column("date_of_birth")?);
    let (all, asked) = (table.rows.len(), table.rows.len().min(ASKED));
    let people: Vec<PairSide> = (0..asked)
        .filter_map(|number| table.rows.get(number * all / asked))
        .map(|row| PairSide {
            names: vec![cell(row, full_name).to_owned()],
            births: vec![cell(row, born).to_owned()],
        })
        .collect();
    let list = material.list(UN)?;
    let listed: Vec<_> = persons(&list).map(|person| person.prepared).collect();
    let alerted = people
        .par_iter()
        .map(|side| {
            let [name, born] = [&side.names, &side.births].map(|texts| texts.join("|"));
            let asked = party(PartyKind::Person, &[&name], &born);
            let record = material.record(&asked).map_err(|source| EvaluationError::Row {
                path: table.path.clone(),
                line: 0,
                source,
            })?;
            let policy = &material.policy;
            let alerts = |record| {
                listed.iter().any(|e| compare(record, &e.record, policy).reaches(policy.threshold))
            };
            Ok(u64::from(alerts(&record)))
        })
        .sum::<Result<u64, EvaluationError>>()?;
    let mut set = EvaluationSet::new(
        "invented people against the UN persons",
        "how many invented people does each matcher alert for?",
    );
    let trials = people.len() as u64;
    set.figures.push(Figure::share(ASKED_ALERTED, alerted, trials).per_thousand());
    set.asking = Asking { people, listed: listed.iter().map(|e| side(&e.entry)).collect() };
    Ok(vec![set])
}

fn side(entry: &Entry) -> PairSide {
    // a range is in no form that others read; "about" is left away for them
    let dates = entry
        .births
        .iter()
        .flat_map(|birth| &birth.readings)
        .filter(|date| date.precision() != Precision::Range)
        .map(|date| date.to_string().trim_end_matches('~').to_owned());
    PairSide {
        names: entry.names.iter().map(|name| name.text.replace('|', " ")).collect(),
        births: dates.collect(),
    }
}
