//! Invented people of all scripts with their birth dates (`names/synthetic_negatives_global.csv`)
//! against the four lists; scripts of which the file has few are filled up by generated people.

use std::collections::BTreeMap;

use tamis_generate::{cohort, regions};

use super::super::Sets;
use super::super::alerts::{AlertTargets, Asked, count};
use super::super::material::{Material, SEED};
use super::super::report::Target;
use super::super::source::{Table, cell, script};

/// A script with fewer people in the file is filled up.
const FEW: usize = 1_000;

pub(in super::super) fn run(material: &Material) -> Sets {
    let table = Table::open(material.folder.join("names/synthetic_negatives_global.csv"))?;
    let (full_name, born) = (table.column("full_name")?, table.column("date_of_birth")?);
    let one_in = material.sizes.negatives_one_in;
    let asked: Vec<Asked> = table
        .rows
        .iter()
        .step_by(one_in)
        .map(|row| Asked {
            group: group(cell(row, full_name)),
            name: cell(row, full_name).to_owned(),
            born: cell(row, born).to_owned(),
        })
        .collect();
    let targets =
        AlertTargets { with_date: Some(Target::AtMost(0.001)), ..AlertTargets::default() };
    let asks = "how many of a thousand invented people alert against the four lists?";
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for person in &asked {
        *counts.entry(person.group.clone()).or_default() += one_in;
    }
    let file = count("invented people of all scripts", asks, &asked, material, targets)?;
    let generated: Vec<Asked> = regions()
        .iter()
        .filter(|region| region.is_script())
        .flat_map(|region| cohort(region, SEED, material.sizes.people_of_a_script))
        .map(|person| Asked {
            group: group(&person.native),
            name: person.native,
            born: person.born,
        })
        .filter(|person| counts.get(&person.group).is_none_or(|count| *count < FEW))
        .collect();
    let asks = "the same for scripts with fewer than 1,000 people in the file, generated";
    let name = "invented people of scripts with few";
    Ok(vec![file, count(name, asks, &generated, material, targets)?])
}

fn group(name: &str) -> String {
    format!("script {:?}", script(name))
}
