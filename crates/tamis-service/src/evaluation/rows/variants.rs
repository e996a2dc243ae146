//! Arabic originals of the UN and UK lists in six romanisation conventions, each with one change.

use std::collections::BTreeMap;

use tamis_generate::{Convention, NameForm, Random, variant::variant};
use tamis_model::PartyKind;
use tamis_text::Script;

use super::super::Sets;
use super::super::found::{Attempt, count};
use super::super::material::{ListedPerson, Material, SEED, UN, persons};
use super::super::report::{Figure, Target};
use super::super::source::{party, script};

const LISTS: [&str; 2] = [UN, "lists/uk/conlist-2023-06-05.xlsx"];

/// How far a convention may lie below the best.
const APART: f64 = 0.02;

pub(in super::super) fn run(material: &Material) -> Sets {
    let lists = LISTS.iter().map(|name| material.list(name)).collect::<Result<Vec<_>, _>>()?;
    let people: Vec<ListedPerson<'_>> = lists
        .iter()
        .flat_map(|list| persons(list))
        .filter(|person| person.original.is_some_and(|name| script(name) == Script::Arabic))
        .collect();
    let mut attempts = Vec::new();
    for convention in Convention::ALL {
        let mut random = Random::new(SEED, convention.words());
        for person in &people {
            let form = NameForm::read(person.latin, person.original);
            let (name, change) = variant(&form, convention, &mut random);
            attempts.push(Attempt {
                groups: vec![
                    format!("convention {}", convention.words()),
                    format!("change: {}", change.words()),
                ],
                party: party(PartyKind::Person, &[&name], ""),
                entry: &person.prepared.record,
                listed: person.latin,
            });
        }
    }
    let target = |group: &str| group.starts_with("convention").then_some(Target::AtLeast(0.98));
    let asks = "is a listed person found under another romanisation with one change?";
    let mut set = count("variants of Arabic originals", asks, &attempts, target, &material.policy);
    let by_convention: BTreeMap<String, f64> = set
        .figures
        .iter()
        .filter(|figure| figure.of.starts_with("convention"))
        .map(|figure| (figure.of.clone(), figure.interval.value))
        .collect();
    let best = by_convention.values().copied().fold(0.0, f64::max);
    let least = by_convention.values().copied().fold(1.0, f64::min);
    let spread =
        Figure::number("best convention above the least", best - least, people.len() as u64);
    set.figures.push(spread.with_target(Some(Target::AtMost(APART))));
    set.remarks.push(format!(
        "{} persons with Arabic originals; the vowels are those of the listed Latin name",
        people.len()
    ));
    Ok(vec![set])
}
