//! Judged pairs between the EU, OFAC and UN entries of 2021 (`names/crosslist_pairs_2021.csv`):
//! with the whole entries as the lists have them, and with primary names alone.

use std::collections::HashMap;
use std::path::Path;

use tamis_match::{AnalysedRecord, Policy};

use super::labelled::Labelled;
use super::source::{Table, analysed, cell, kind, list, party};
use super::{EvaluationError, EvaluationSet};

const LISTS: [&str; 3] =
    ["lists/un/2021-03-12.xml", "lists/eu/2021-03-02.xml", "lists/ofac/sdn-2021-03-10.xml"];

pub(super) fn run(folder: &Path) -> Result<Vec<EvaluationSet>, EvaluationError> {
    let policy = Policy::vetting();
    let table = Table::open(folder.join("names/crosslist_pairs_2021.csv"))?;
    let entries = entries(folder, &policy)?;
    let [label, id_a, id_b, schema, primary_a, primary_b] =
        ["label", "id_a", "id_b", "kind", "primary_a", "primary_b"].map(|name| table.column(name));
    let (label, schema, id_a, id_b) = (label?, schema?, id_a?, id_b?);
    let (primary_a, primary_b) = (primary_a?, primary_b?);
    let mut whole = Labelled::new(&policy);
    let mut primary = Labelled::new(&policy);
    let mut unknown = Vec::new();
    for row in &table.rows {
        let is_match = cell(row, label) == "match";
        let groups = [cell(row, schema)];
        let shown = (cell(row, primary_a), cell(row, primary_b));
        let kind = kind(groups[0]);
        let record = |column: usize| {
            AnalysedRecord::of_party(&party(kind, &[cell(row, column)], ""), &policy).map_err(
                |source| EvaluationError::Row { path: table.path.clone(), line: row.line, source },
            )
        };
        primary.add(&record(primary_a)?, &record(primary_b)?, is_match, &groups, shown);
        match (entries.get(cell(row, id_a)), entries.get(cell(row, id_b))) {
            (Some(one), Some(other)) => {
                whole.add(one, other, is_match, &groups, shown);
            }
            (one, _) => unknown.push(cell(row, if one.is_none() { id_a } else { id_b }).to_owned()),
        }
    }
    let mut whole =
        whole.finish("crosslist, whole entries", "are two entries of different lists one?");
    if !unknown.is_empty() {
        unknown.sort();
        unknown.dedup();
        whole.remarks.push(format!("not in the lists: {}", unknown.join(", ")));
    }
    let primary =
        primary.finish("crosslist, primary names alone", "the same, by primary names alone");
    Ok(vec![whole, primary])
}

/// The entries by the ids that the table uses.
fn entries(
    folder: &Path,
    policy: &Policy,
) -> Result<HashMap<String, AnalysedRecord>, EvaluationError> {
    let mut entries = HashMap::new();
    for name in LISTS {
        for entry in list(folder, name)?.entries {
            let key = match entry.id.list.as_str() {
                // EU.27.28 is eu-fsf-eu-27-28
                "eu" => format!("eu-fsf-{}", entry.id.reference.to_lowercase().replace('.', "-")),
                "un" => match entry.other_keys.iter().find(|key| key.field == "DATAID") {
                    Some(key) => format!("unsc-{}", key.text),
                    None => continue,
                },
                _ => format!("ofac-{}", entry.id.reference),
            };
            entries.insert(key, analysed(&entry, policy)?);
        }
    }
    Ok(entries)
}
